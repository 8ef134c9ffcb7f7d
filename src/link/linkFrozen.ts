/**
 * In: records, and how common everything is as it was frozen. Out: keys by which records meet, and what speaks for two
 * of them being one person.
 * Never: lets the other records that are compared at the same time change what a pair weighs.
 */
import type { FrozenModel } from "../model/frozenModel.ts";
import type { ListRecord } from "../model/listRecord.ts";
import type { PairFound } from "../model/pairFound.ts";
import { keys, type Looking, readKeys } from "./blockKeys.ts";
import {
  type Candidate,
  compareCandidate,
  comparePair,
  largestBlock,
  type Needed,
  WEAK,
  type Work,
} from "./candidates.ts";
import type { Side } from "./compareFields.ts";
import { groupCopies } from "./copies.ts";
import { thawFrequencies, thawRarity } from "./frozenModel.ts";
import type { LinkModel } from "./linkModel.ts";
import { choosePairs, explainBest, type PairExplained, weighCandidates } from "./choosePairs.ts";
import { makeRoster } from "./roster.ts";
import { Vocabulary } from "./vocabulary.ts";

export type PreparedRecords = {
  readonly side: Side;
  readonly work: Work;
  readonly frozen: FrozenModel;
  /** People of each record: a record of two has two. */
  readonly peopleOf: ReadonlyMap<string, readonly number[]>;
};

/** Two records by their ids. */
export type IdPair = readonly [string, string];

/** Records ready to be compared with each other: in one order, whichever they came in. */
export function prepareRecords(
  records: readonly ListRecord[],
  frozen: FrozenModel,
  model: LinkModel,
): PreparedRecords {
  const sorted = records.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const vocabulary = new Vocabulary(model);
  const roster = makeRoster(sorted, vocabulary, model, false);
  const frequencies = thawFrequencies(frozen, vocabulary, model);
  const rarity = thawRarity(frozen, vocabulary, model);
  const peopleOf = new Map<string, number[]>();
  roster.recordOf.forEach((record, person) => {
    const id = sorted[record]?.id ?? "";
    peopleOf.set(id, [...(peopleOf.get(id) ?? []), person]);
  });
  const work = { vocabulary, model, start: frozen.fitted, rarity };
  return { side: { roster, frequencies }, work, frozen, peopleOf };
}

/**
 * Keys that a record stands under; with `looks`, those it finds others by. Whoever shares a fine key shares a coarse one, too: it
 * is only looked for where so many share that one that nobody is compared by it.
 */
export function keysOfRecord(
  { side, work, peopleOf }: PreparedRecords,
  id: string,
  looks: boolean,
  which: "all" | "coarse" | "fine" = "all",
  isWeak: Set<number> = new Set(),
): readonly number[] {
  const looking: Looking = looks ? "around" : false;
  const found = new Set<number>();
  for (const person of peopleOf.get(id) ?? []) {
    readKeys(side.roster, person, work.vocabulary, looking, true);
    for (let at = 0; at < keys.count; at++)
      if (which === "all" || (keys.isFine[at] === 1) === (which === "fine")) {
        found.add(keys.values[at] ?? 0);
        if (keys.isWeak[at] === 1) isWeak.add(keys.values[at] ?? 0);
      }
  }
  return [...found];
}

/** A key that fewer share is never told as common: it would tell who is there. */
const LEAST_COMMON = 40;

/** Keys under which more stand than are looked at, where so many records look: fewer of those that strangers often share. */
export function commonKeys(prepared: PreparedRecords): readonly number[] {
  const firsts = firstsOf(prepared);
  const telling = largestBlock(firsts.length);
  const weak = Math.max(LEAST_COMMON, largestBlock(firsts.length, WEAK));
  const counts = new Map<number, number>();
  const isWeak = new Set<number>();
  for (const [{ id }] of firsts)
    for (const key of keysOfRecord(prepared, id, false, "all", isWeak))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts]
    .flatMap(([key, count]) => (count > (isWeak.has(key) ? weak : telling) ? [key] : []))
    .sort((a, b) => a - b);
}

type Copied = readonly [ListRecord, ...ListRecord[]];

/** Records that say the same, the first of them before the others: it alone stands under keys and is compared with others. */
function firstsOf({ side }: PreparedRecords): readonly Copied[] {
  return groupCopies(side.roster.records).flatMap(([first, ...others]) =>
    first === undefined ? [] : [[first, ...others] as const],
  );
}

/**
 * Under a telling key that too many share each is compared with the first of them alone: a man of whom a thousand reports tell, each in
 * its own way, is like most of them, and is no crowd of strangers.
 */
export const FIRST_OF_MANY = 20;

/**
 * Records that stand under a key that another one looks for, each pair once; of keys of more than `most` those that strangers often share
 * are passed over, and of the others the first records are compared with all. Of records that say the same the first is compared
 * with others, and they with the first.
 */
export function* pairsOfKeys(
  prepared: PreparedRecords,
  common: ReadonlySet<number>,
  most: number,
  onRecord: (done: number, all: number) => void = () => undefined,
  firstOfMany = FIRST_OF_MANY,
): Generator<IdPair> {
  const copied = firstsOf(prepared);
  const under = new Map<number, number[]>();
  const weak = new Set<number>();
  copied.forEach(([{ id }], at) => {
    for (const key of keysOfRecord(prepared, id, false, "all", weak)) {
      if (common.has(key) && (firstOfMany === 0 || weak.has(key))) continue;
      const there = under.get(key);
      if (there === undefined) under.set(key, [at]);
      else there.push(at);
    }
  });
  const seen = new Int32Array(copied.length).fill(-1);
  for (const [at, [{ id }, ...others]] of copied.entries()) {
    onRecord(at, copied.length);
    for (const other of others) yield [id, other.id];
    for (const key of keysOfRecord(prepared, id, true)) {
      const there = under.get(key);
      if (there === undefined) continue;
      const isMany = there.length > most || common.has(key);
      if (isMany && (weak.has(key) || at > (there[firstOfMany - 1] ?? copied.length))) continue;
      for (const other of there) {
        if (other <= at || seen[other] === at) continue;
        seen[other] = at;
        yield [id, copied[other]?.[0].id ?? ""];
      }
    }
  }
}

/** What the fields of pairs say, of those that are worth a look, or that have what is needed. */
export function comparedCandidates(
  { side, work, peopleOf }: PreparedRecords,
  pairs: Iterable<IdPair>,
  needed?: Needed,
): Candidate[] {
  const found: Candidate[] = [];
  for (const [a, b] of pairs) {
    // One order: a comparison is the same whoever was there first.
    const [first, second] = a < b ? [a, b] : [b, a];
    for (const one of peopleOf.get(first) ?? [])
      for (const other of peopleOf.get(second) ?? []) {
        const candidate = compareCandidate(side, one, side, other, work, needed);
        if (candidate !== null) found.push(candidate);
      }
  }
  return found;
}

/** Pairs that are one person, or may be, each with its reasons. */
export function weighPairs(prepared: PreparedRecords, pairs: Iterable<IdPair>): PairFound[] {
  const { side, work, frozen } = prepared;
  const { unsure } = work.model.weights;
  const needed = { fitted: frozen.fitted, least: Math.log2(unsure / (1 - unsure)) };
  const candidates = comparedCandidates(prepared, pairs, needed);
  const weighed = weighCandidates(candidates, frozen.fitted, work);
  return choosePairs(weighed, side, side, work, frozen.fitted, false);
}

/** Why two records are held to be one person, or two, however unlike they are; null when either has no name. */
export function explainRecords(
  a: ListRecord,
  b: ListRecord,
  frozen: FrozenModel,
  model: LinkModel,
): PairExplained | null {
  const { side, work, peopleOf } = prepareRecords([a, b], frozen, model);
  const [first, second] = a.id < b.id ? [a, b] : [b, a];
  const pairs = (peopleOf.get(first.id) ?? []).flatMap((one) =>
    (peopleOf.get(second.id) ?? []).map((other) => comparePair(side, one, side, other, work)),
  );
  const candidates = pairs.filter((one) => one !== null);
  return explainBest(candidates, [first, second], [side, side], work, frozen.fitted);
}
