import assert from "node:assert/strict";
import { test } from "node:test";
import { joinRecords } from "../../src/link/joinRecords.ts";
import { matchLists } from "../../src/link/matchLists.ts";
import { sayingsOf, spanOf } from "../../src/link/sayings.ts";
import { type Cells, linkModel, makeRecords } from "./records.ts";

const name = "Sohrab Mandegarian";
const OTHERS = makeRecords("o", [
  { name: "Dara Nikpour", age: 30, date: "2023-01-01" },
  { name: "Arman Tabandeh", age: 31, date: "2022-01-01" },
]);

/** What the nearest saying of a person has in common with a row, by field. */
function meet(namings: readonly Cells[], row: Cells): ReadonlyMap<string, string> {
  const own = makeRecords("m", namings);
  const record = joinRecords("p", 1, own);
  const sayings = sayingsOf(own, record).map((said, at) => ({ ...record, ...said, id: `p ${at}` }));
  const rows = makeRecords("r", [row, { name: "Kamran Sohrabi", age: 50 }]);
  const found = matchLists(rows, [...sayings, ...OTHERS], linkModel, { contest: false });
  const best = found.find(({ a, b }) => a === "r1" && b.startsWith("p "));
  return new Map(best?.why.map(({ field, level }) => [field, level] as const));
}

test("of two ages that speak against each other neither is the one between", () => {
  const namings = [20, 60].map((age) => ({ name, age, date: "2024-05-02" }));
  assert.equal(meet(namings, { name, age: 40, date: "2024-05-02" }).get("age"), "further apart");
  assert.equal(meet(namings, { name, age: 60, date: "2024-05-02" }).get("age"), "same");
  assert.deepEqual(spanOf(makeRecords("m", namings)), { min: 20, max: 60 });
});

test("a day that few reports tell is one that a row may have", () => {
  const namings = [
    { name, date: "2024-05-02", age: 20 },
    { name, date: "2024-05-02" },
    { name, date: "2021-01-09" },
  ];
  assert.equal(meet(namings, { name, date: "2021-01-09" }).get("date"), "same day");
  assert.equal(meet(namings, { name, date: "2024-05-02" }).get("date"), "same day");
});
