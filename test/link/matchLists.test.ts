import assert from "node:assert/strict";
import { test } from "node:test";
import { findDuplicates, matchLists } from "../../src/link/matchLists.ts";
import type { PairFound } from "../../src/model/pairFound.ts";
import { type Cells, linkModel, makeRecords } from "./records.ts";

const LEFT: readonly Cells[] = [
  { name: "Barzan Torkashi", date: "2022-11-03", city: "Zahedan", age: 24 },
  {
    name: "Seyed Jalal Mohandespur",
    nameFa: "سید جلال مهندس‌پور",
    date: "2022-09-21",
    city: "Rasht",
  },
  { name: "Amir Gholamzehi", date: "2022-09-30", city: "Zahedan" },
  { name: "Nalin Karvani and Shilan Karvani", date: "2022-10-08", city: "Saqqez" },
  { name: "Mahmoud Delavari", date: "2022-11-15", city: "Izeh" },
  { name: "Qasem Yousefnia", date: "2022-10-01", province: "Gilan" },
];
const RIGHT: readonly Cells[] = [
  { nameFa: "برزان ترکاشی", date: "2022-11-04", province: "Sistan and Baluchestan" },
  { name: "Jalal Mohandes Pour", date: "2021-09-21", city: "رشت" },
  { name: "Armin Gholamzehi", date: "2022-09-30", city: "Zahedan" },
  { name: "Shilan Karvani", date: "2022-10-08", city: "Saghez" },
  { name: "Mohammad Delavari", date: "2022-11-15", city: "Izeh" },
  { name: "Ghassem Yusefnia", date: "2022-10-02" },
  { date: "2022-10-02", city: "Rasht" },
];

const same = (pairs: readonly PairFound[]) =>
  pairs
    .filter((pair) => pair.decision === "same")
    .map((pair) => `${pair.a} ${pair.b}`)
    .sort();

test("matchLists() finds a person across scripts, titles, spellings, years and towns, and no kin", () => {
  const pairs = matchLists(makeRecords("a", LEFT), makeRecords("b", RIGHT), linkModel);
  assert.deepEqual(same(pairs), ["a1 b1", "a2 b2", "a4 b4", "a6 b6"]);
});

test("matchLists() gives each pair with its reasons, best first, each probability a share", () => {
  const pairs = matchLists(makeRecords("a", LEFT), makeRecords("b", RIGHT), linkModel);
  for (const [at, pair] of pairs.entries()) {
    assert.ok(pair.probability > 0 && pair.probability <= 1);
    assert.ok(pair.probability <= (pairs[at - 1]?.probability ?? 1));
    assert.ok(pair.why.some((reason) => reason.field === "name"));
  }
});

test("matchLists() says nothing of empty lists, and of records without a name", () => {
  assert.deepEqual(matchLists([], [], linkModel), []);
  const empty = makeRecords("a", [{}, { name: "" }, { name: "Unknown" }, { city: "Rasht" }]);
  assert.deepEqual(matchLists(empty, makeRecords("b", RIGHT), linkModel), []);
});

test("findDuplicates() finds who stands twice in one list", () => {
  const list = makeRecords("a", [...LEFT, { name: "Ghasem Yousefnia", date: "2022-10-01" }]);
  assert.deepEqual(same(findDuplicates(list, linkModel)), ["a6 a7"]);
});
