/**
 * In: records of one list, or of several as one. Out: which pairs are one person, or may be, and the people.
 * Never: takes a man whom many records name for many men: how common names and days are is counted over people, so it
 * is counted, linked by, and counted again, until nobody is anybody else.
 */
import type { ListRecord } from "../model/listRecord.ts";
import type { PairFound } from "../model/pairFound.ts";
import { type Candidate, comparePair, findCandidates, type Work } from "./candidates.ts";
import { clusterEdges } from "./cluster.ts";
import type { Side } from "./compareFields.ts";
import { groupCopies, wordsOf } from "./copies.ts";
import { countPeople } from "./countPeople.ts";
import { thawFrequencies, thawRarity, unfrozenModel } from "./frozenModel.ts";
import { joinRecords } from "./joinRecords.ts";
import { indexKeys } from "./keyIndex.ts";
import type { LinkModel } from "./linkModel.ts";
import { factsOfPeople } from "./personFacts.ts";
import { makeRoster } from "./roster.ts";
import {
  bitsOfGroups,
  calibratedBits,
  fit,
  type Fitted,
  fitNothing,
  LEAST_OF_GROUPS,
  sizesOf,
  sizesOfPart,
} from "./score.ts";
import { Vocabulary } from "./vocabulary.ts";

/** People looked at so far, of how many. */
export type OnProgress = (done: number, all: number) => void;

export type OneList = {
  /** The records that were compared: of those that say the same two at most. */
  readonly side: Side;
  readonly work: Work;
  readonly fitted: Fitted;
  readonly candidates: readonly Candidate[];
  /** All records that say the same, in the order of the first of each. */
  readonly copies: readonly (readonly ListRecord[])[];
  /** Ids of the records of each person. */
  readonly people: readonly (readonly string[])[];
};

const ROUNDS = 4;
/** Of a large list so few may still be somebody else. */
const SETTLED = 0.002;
/** Larger lists are taught by one in so many of their people, and forget pairs that weigh less than this then. */
const TAUGHT_BY = 10_000;
const LEAST_BITS = -6;

export function linkOneList(
  list: readonly ListRecord[],
  model: LinkModel,
  {
    onProgress = () => {},
    isOneList = true,
  }: { onProgress?: OnProgress; isOneList?: boolean } = {},
): OneList {
  const copies = groupCopies(
    list.toSorted(
      (x, y) => x.row - y.row || (isOneList || x.id === y.id ? 0 : x.id < y.id ? -1 : 1),
    ),
  );
  const records = copies.flatMap((group) => group.slice(0, 2));
  const vocabulary = new Vocabulary(model);
  const roster = makeRoster(records, vocabulary, model, isOneList);
  const { weights } = model;
  const { size } = roster;
  const sizes = sizesOf(size, size, true);
  const start = fitNothing(sizes, weights);
  let counted = unfrozenModel(model);
  const prepare = (): { readonly side: Side; readonly work: Work } => ({
    side: { roster, frequencies: thawFrequencies(counted, vocabulary, model) },
    work: { vocabulary, model, start, rarity: thawRarity(counted, vocabulary, model) },
  });
  let { side, work } = prepare();
  const index = indexKeys(roster, vocabulary);
  const every = Math.max(1, Math.floor(size / 100));
  const onPerson = (person: number) => {
    if (person % every === 0) onProgress(person, size);
  };
  const step = Math.max(1, Math.floor(size / TAUGHT_BY));
  const learn = (taught: readonly Candidate[]): Fitted =>
    fit(taught, sizesOfPart(sizes, step), weights);
  const taught = findCandidates(side, side, index, work, { step, onPerson });
  let fitted = learn(taught);
  const needed = { fitted, least: LEAST_BITS };
  let candidates =
    step === 1 ? taught : findCandidates(side, side, index, work, { onPerson, needed });
  let groups = groupPeople(candidates, side, work, fitted);
  for (let round = 1; round < ROUNDS; round++) {
    counted = countPeople(
      groups.map((group, row) => joinRecords(`p${row}`, row, recordsOf(group, side))),
      size,
      model,
    );
    ({ side, work } = prepare());
    const now = { side, work };
    candidates = candidates.flatMap(
      ({ a, b }) => comparePair(now.side, a, now.side, b, now.work) ?? [],
    );
    fitted = learn(step === 1 ? candidates : candidates.filter(({ a }) => a % step === 0));
    const before = groups;
    groups = groupPeople(candidates, side, work, fitted);
    if (countMoved(before, groups) <= size * SETTLED) break;
  }
  onProgress(size, size);
  return { side, work, fitted, candidates, copies, people: peopleOf(groups, side, copies) };
}

/** Who is one person with whom, by their numbers in the roster. */
function groupPeople(
  candidates: readonly Candidate[],
  side: Side,
  work: Work,
  fitted: Fitted,
): readonly (readonly number[])[] {
  const { weights } = work.model;
  const same = Math.log2(weights.same / (1 - weights.same));
  const { recordOf, size } = side.roster;
  const weigh = (a: number, b: number): number => {
    const compared = comparePair(side, Math.min(a, b), side, Math.max(a, b), work);
    return compared === null ? LEAST_OF_GROUPS : bitsOfGroups(compared, fitted, weights);
  };
  const edges = candidates.flatMap((one) =>
    recordOf[one.a] === recordOf[one.b] || one.isOtherGiven
      ? []
      : [{ a: one.a, b: one.b, bits: calibratedBits(one, fitted, weights) - same }],
  );
  const alike = firstCopies(side);
  const { of } = clusterEdges(size, edges, { opposition: factsOfPeople(side, work), weigh, alike });
  const groups = new Map<number, number[]>();
  of.forEach((cluster, person) => {
    const group = groups.get(cluster);
    if (group === undefined) groups.set(cluster, [person]);
    else group.push(person);
  });
  return [...groups.values()];
}

/** Of each person the first one of whom the list says the same. */
function firstCopies({ roster }: Side): Int32Array {
  const firsts = new Map<string, number>();
  let place = 0;
  return roster.recordOf.map((record, person) => {
    place = roster.recordOf[person - 1] === record ? place + 1 : 0;
    const said = roster.records[record];
    const key = `${place} ${said === undefined ? "" : wordsOf(said)}`;
    const first = firsts.get(key) ?? person;
    firsts.set(key, first);
    return first;
  });
}

/** How many are in another group than before. */
function countMoved(
  groups: readonly (readonly number[])[],
  others: readonly (readonly number[])[],
): number {
  const before = new Map(groups.map((group) => [group[0], group]));
  return others.reduce((moved, group) => {
    const own = before.get(group[0]);
    const isSame = own?.length === group.length && own.every((one, at) => one === group[at]);
    return isSame ? moved : moved + group.length;
  }, 0);
}

function recordsOf(group: readonly number[], { roster }: Side): readonly ListRecord[] {
  return group.flatMap((person) => roster.records[roster.recordOf[person] ?? -1] ?? []);
}

/** Ids of each person, with all copies: of those who are one with their copy all are. */
function peopleOf(
  groups: readonly (readonly number[])[],
  side: Side,
  copies: readonly (readonly ListRecord[])[],
): readonly (readonly string[])[] {
  const copiesOf = new Map(
    copies.flatMap((group) => group.slice(0, 2).map((one) => [one.id, group])),
  );
  const alone: string[][] = [];
  const people = groups.map((group) => {
    const ids = recordsOf(group, side).map(({ id }) => id);
    const within = new Set(ids);
    return ids.flatMap((id) => {
      const [, second, ...others] = copiesOf.get(id) ?? [];
      if (second === undefined || others.length === 0 || id === second.id) return [id];
      if (within.has(second.id)) return [id, ...others.map((other) => other.id)];
      alone.push(...others.map((other) => [other.id]));
      return [id];
    });
  });
  return [...people, ...alone];
}

/** Records that say the same of which every pair is told; of more each is told beside the first. */
const MOST_COPIES = 200;

/** Pairs of records that were compared, and of all that say the same. */
export function pairsOfCopies(
  pairs: readonly PairFound[],
  copies: OneList["copies"],
): readonly PairFound[] {
  if (copies.every((group) => group.length <= 2)) return pairs;
  const groupOf = new Map(copies.flatMap((group) => group.map((one) => [one.id, group] as const)));
  const all = pairs.flatMap((pair): readonly PairFound[] => {
    const left = groupOf.get(pair.a) ?? [];
    const right = groupOf.get(pair.b) ?? [];
    // Of two copies that were compared the first speaks for all.
    if (left !== right && (left[0]?.id !== pair.a || right[0]?.id !== pair.b)) return [];
    const isFew = left.length <= MOST_COPIES && right.length <= MOST_COPIES;
    const between = left.flatMap(({ id: a }, at) =>
      (left === right ? right.slice(at + 1) : right).flatMap(({ id: b }, place) =>
        isFew || at === 0 || (left !== right && place === 0) ? [[a, b] as const] : [],
      ),
    );
    return between.map(([a, b]) => ({
      a,
      b,
      probability: pair.probability,
      decision: pair.decision,
      get why() {
        return pair.why;
      },
    }));
  });
  return all.sort(
    (x, y) =>
      y.probability - x.probability || (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : 1),
  );
}
