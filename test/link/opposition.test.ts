import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { loadPeoplePack } from "../../src/flow/archive/people/peoplePack.ts";
import { clusterMentions, type PairDecision } from "../../src/link/clusterMentions.ts";
import { unfrozenModel } from "../../src/link/frozenModel.ts";
import { pairsOfKeys, prepareRecords, weighPairs } from "../../src/link/linkFrozen.ts";
import { factsOfMentions } from "../../src/link/mentionFacts.ts";
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
    facts: factsOfMentions(prepared, same),
  });
  return groups.map((group) => group.join(" ")).sort();
}
