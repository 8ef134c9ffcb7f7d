import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { loadPeoplePack } from "../../src/flow/archive/people/peoplePack.ts";
import { clusterMentions, type PairDecision } from "../../src/link/clusterMentions.ts";
import { unfrozenModel } from "../../src/link/frozenModel.ts";
import { pairsOfKeys, prepareRecords, weighPairs } from "../../src/link/linkFrozen.ts";
import { factsOfMentions } from "../../src/link/mentionFacts.ts";
import { findDuplicates } from "../../src/link/matchLists.ts";
import type { ListRecord } from "../../src/model/listRecord.ts";
import { type Cells, linkModel, makeRecords } from "./records.ts";

const { same } = loadPeoplePack();
const name = "Barzan Hooshmandi";
const young = { name, age: 19, father: "Karim", province: "Fars" };
const old = { name, age: 58, father: "Jalal", province: "Kurdistan" };
const LIVES: readonly ListRecord[] = [
  record({ id: "young", ...young }),
  record({ id: "old", ...old }),
  record({ id: "bare", name }),
];

test("a bare name joins nobody where two fit it who are told apart", () => {
  assert.deepEqual(link(LIVES), ["bare", "old", "young"]);
});

test("several bare names are one person at most, and several reports of each man are his", () => {
  const more = [
    record({ id: "bare2", name }),
    record({ id: "young2", ...young, father: null }),
    record({ id: "old2", ...old, age: 57 }),
  ];
  assert.deepEqual(link([...LIVES, ...more]), ["bare bare2", "old old2", "young young2"]);
});

test("who says what only one of them is, is his; a person may say whose the bare name is", () => {
  const son = record({ id: "son", name, father: "Karim" });
  assert.deepEqual(link([...LIVES.slice(0, 2), son]), ["old", "son young"]);
  const decided: PairDecision = { a: "bare", b: "old", verdict: "same" };
  assert.deepEqual(link(LIVES, [decided]), ["bare old", "young"]);
  const one: PairDecision = { a: "young", b: "old", verdict: "same" };
  assert.deepEqual(link(LIVES, [one]), ["bare old young"]);
});

test("whom one is told apart from changes nothing for others, in any order", () => {
  const more = [
    record({ id: "z1", name: "Nalin Sepandar" }),
    record({ id: "z2", name: "Nalin Sepandar" }),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray([...LIVES, ...more], { minLength: 5 }), (shuffled) => {
      assert.deepEqual(link(shuffled), ["bare", "old", "young", "z1 z2"]);
    }),
    { numRuns: 20 },
  );
});

const OTHERS = makeRecords(
  "other",
  ["Arash", "Babak", "Dariush", "Ehsan", "Farhad", "Iraj", "Kaveh", "Mehran"].flatMap((given) =>
    ["Torkashi", "Delavari", "Nikpour", "Sohrabi", "Lotfi"].map((family) => ({
      name: `${given} ${family}`,
    })),
  ),
);

test("of a list, who fits two that are told apart is the same as neither, and it is told why", () => {
  const found = findDuplicates([...LIVES, ...OTHERS], linkModel).filter(
    ({ a }) => !a.startsWith("other"),
  );
  assert.deepEqual(found.map(({ a, b, decision }) => `${a} ${b} ${decision}`).sort(), [
    "old bare unsure",
    "young bare unsure",
  ]);
  assert.ok(found.every(({ why }) => why.some(({ field }) => field === "rival")));
});

test("of two of one list it does not matter which stands first", () => {
  const many = makeRecords(
    "o",
    Array.from({ length: 450 }, (_, at) => ({ name: "Ali Rezaei", date: day(10_000 + at * 20) })),
  );
  for (const off of [0, 1, 2, 3]) {
    const [x, y] = [off, off + 3].map((at) => ({
      name: "Ali Rezaei",
      date: day(20_000 + at),
      father: "Jalal",
      age: 33,
    }));
    const [one, other] = [record({ id: "x", ...x }), record({ id: "y", ...y })];
    const pairsIn = (list: readonly ListRecord[]) =>
      findDuplicates(list, linkModel).flatMap(({ a, b, probability }) =>
        a.startsWith("o") || b.startsWith("o") ? [] : [probability],
      );
    assert.equal(pairsIn([...many, one, other]).length, 1);
    assert.deepEqual(pairsIn([...many, one, other]), pairsIn([...many, other, one]));
  }
});

function day(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

function record({ id, ...cells }: Cells & { readonly id: string }): ListRecord {
  return { ...(makeRecords("", [cells])[0] ?? assert.fail("No record")), id };
}

/** Links as an archive does. */
function link(records: readonly ListRecord[], decisions: readonly PairDecision[] = []): string[] {
  const prepared = prepareRecords(records, unfrozenModel(linkModel), linkModel);
  const odds = (p: number) => Math.log2(p / (1 - p));
  const { groups } = clusterMentions({
    mentions: records.map(({ id }) => id),
    pairs: weighPairs(prepared, pairsOfKeys(prepared, new Set(), 400)).map(
      ({ a, b, probability }) => ({ a, b, bits: odds(probability) - odds(same) }),
    ),
    decisions,
    confirmed: [],
    facts: factsOfMentions(prepared),
  });
  return groups.map((group) => group.join(" ")).sort();
}
