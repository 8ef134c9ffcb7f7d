import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { loadRows } from "../../src/flow/loadPacks.ts";
import { freezeModel } from "../../src/link/freezeModel.ts";
import { joinRecords } from "../../src/link/joinRecords.ts";
import { linkOneList, pairsOfCopies } from "../../src/link/linkOneList.ts";
import { findDuplicates } from "../../src/link/matchLists.ts";
import type { ListRecord } from "../../src/model/listRecord.ts";
import { scoreBCubed } from "./made/bCubed.ts";
import { makeChance } from "./made/chance.ts";
import { makeArchive } from "./made/makeArchive.ts";
import { ARCHIVES } from "./made/scenario.ts";
import { linkModel, makeRecords } from "./records.ts";

const rows = loadRows();
/** B-cubed of the people of made-up archives; it only rises. */
const FLOORS = [0.98, 0.98];

for (const [at, scenario] of ARCHIVES.entries())
  test(`linkOneList() makes people of many reports of each: ${scenario.name}`, () => {
    const { records, personOf } = makeArchive(scenario, rows);
    const { people } = linkOneList(records, linkModel, { isOneList: false });
    const cubed = scoreBCubed(people, personOf);
    assert.ok(cubed >= (FLOORS[at] ?? 1), `B³ ${cubed.toFixed(4)}`);
    const all = new Set(personOf.values()).size;
    assert.ok(Math.abs(people.length - all) < all * 0.03, `${people.length} people of ${all}`);
  });

const [scenario = assert.fail("No archive")] = ARCHIVES;
const made = makeArchive({ ...scenario, people: 60, namesakes: 4, mostReports: 12 }, rows);

/** People as sorted texts, those of `added` records left out. */
const say = (people: readonly (readonly string[])[]) =>
  people
    .map((ids) =>
      ids
        .filter((id) => !id.startsWith("added"))
        .toSorted()
        .join(" "),
    )
    .filter((text) => text !== "")
    .sort();

const copiesOf = (record: ListRecord, count: number): ListRecord[] =>
  Array.from({ length: count }, (_, at) => ({ ...record, id: `added${at}` }));

test("however many more reports say the same of one man, there are as many people, and the same", () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 400 }), (pick, count) => {
      const record = made.records[pick % made.records.length] ?? assert.fail("No record");
      const twice = [...made.records, ...copiesOf(record, 1)];
      const before = linkOneList(twice, linkModel, { isOneList: false });
      const own = before.people.find((ids) => ids.includes(record.id)) ?? [];
      if (!own.includes("added0")) return;
      const after = linkOneList([...made.records, ...copiesOf(record, 1 + count)], linkModel, {
        isOneList: false,
      });
      assert.equal(after.people.length, before.people.length);
      assert.deepEqual(say(after.people), say(before.people));
    }),
    { numRuns: 12 },
  );
});

test("a man whom many reports name is one, whoever else died that day", () => {
  const others = makeRecords(
    "o",
    Array.from({ length: 100 }, (_, at) => ({
      name: `${GIVEN[at % 10]} ${FAMILY[Math.floor(at / 10)]}`,
      date: new Date((12_000 + at * 3) * 864e5).toISOString().slice(0, 10),
    })),
  );
  const names = ["Barzan Hooshmandi", "Siamak Pourazar", "Nalin Sepandar", "Jalal Rostamkhani"];
  for (const men of [1, 2, 4])
    for (const reports of [2, 4, 8, 12, 45, 450]) {
      const told = names.slice(0, men).flatMap((name, man) =>
        makeRecords(
          `x${man}-`,
          Array.from({ length: reports }, () => ({ name, date: "2025-11-20" })),
        ),
      );
      const { people } = linkOneList([...others, ...told], linkModel, { isOneList: false });
      assert.equal(people.filter(([id]) => id?.startsWith("x")).length, men, `${men} ${reports}`);
    }
});

test("the order of records changes no person", () => {
  const before = say(linkOneList(made.records, linkModel).people);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
      const chance = makeChance(seed);
      const shuffled = made.records
        .map((value) => [chance.next(), value] as const)
        .sort(([x], [y]) => x - y)
        .map(([, value]) => value);
      assert.deepEqual(say(linkOneList(shuffled, linkModel).people), before);
    }),
    { numRuns: 4 },
  );
});

test("what is counted and learnt of an archive is the same however often each text was copied", () => {
  const { people } = linkOneList(made.records, linkModel, { isOneList: false });
  const byId = new Map(made.records.map((record) => [record.id, record]));
  const joined = people.map((ids, row) =>
    joinRecords(
      `p${row}`,
      row,
      ids.flatMap((id) => byId.get(id) ?? []),
    ),
  );
  const twice = made.records.flatMap((record) => [record, { ...record, id: `${record.id}b` }]);
  const often = [...twice, ...made.records.map((record) => ({ ...record, id: `${record.id}c` }))];
  const { namings: _, ...one } = freezeModel(joined, twice, linkModel);
  const { namings: __, ...other } = freezeModel(joined, often, linkModel);
  assert.deepEqual(other, one);
});

test("findDuplicates() tells every pair of a few copies, and each of many beside the first", () => {
  const copies = (count: number) =>
    makeRecords(
      "x",
      Array.from({ length: count }, () => ({ name: "Barzan Hooshmandi", age: 31 })),
    );
  const others = makeRecords("o", [{ name: "Nalin Sepandar" }, { name: "Jalal Rostamkhani" }]);
  assert.equal(findDuplicates([...copies(5), ...others], linkModel).length, 10);
  assert.equal(findDuplicates([...copies(450), ...others], linkModel).length, 449);
  assert.deepEqual(pairsOfCopies([], []), []);
});

const GIVEN = "Arash Babak Dariush Ehsan Farhad Hamid Iraj Kaveh Mehran Omid".split(" ");
const FAMILY =
  "Torkashi Delavari Nikpour Sohrabi Ghanbari Kalhori Zandi Tavakol Behzadi Choubak".split(" ");
