/**
 * In: two lists of people. Out: the pairs of records that are one person, or may be, each with its reasons; best first.
 * Never: forces one to one: a list may name a person twice; says of one row that it is two people whom the other list
 * tells apart; says the same of two people whose names say otherwise.
 */
import type { ListRecord } from "../model/listRecord.ts";
import type { PairFound } from "../model/pairFound.ts";
import { comparePair, findCandidates, findWeighed, type Work } from "./candidates.ts";
import { choosePairs, explainBest, type PairExplained, weighCandidates } from "./choosePairs.ts";
import type { Side } from "./compareFields.ts";
import { countFrequencies, measureRarity } from "./frequencies.ts";
import { indexKeys, type KeyIndex } from "./keyIndex.ts";
import { learnLetters } from "./learnLetters.ts";
import type { Costs } from "./letterHabits.ts";
import type { LinkModel } from "./linkModel.ts";
import { linkOneList, type OnProgress, pairsOfCopies } from "./linkOneList.ts";
import { makeRoster } from "./roster.ts";
import { fit, type Fitted, fitNothing, sizesOf, sizesOfPart } from "./score.ts";
import { Vocabulary } from "./vocabulary.ts";
import type { WeighedPairs } from "./weighedPairs.ts";
import {
  describeLists,
  type SharedLists,
  shareIndex,
  shareSides,
  type Threads,
  weighTogether,
} from "./weighTogether.ts";

export type { OnProgress };

/** A list made ready to be matched with others, once for all of them. */
export type PreparedList = {
  readonly model: LinkModel;
  readonly vocabulary: Vocabulary;
  readonly side: Side;
  readonly index: KeyIndex;
};

export type MatchOptions = {
  readonly onProgress?: OnProgress;
  /** Whether rows contest each other; not where the second list is known to name people many times. */
  readonly contest?: boolean;
  /** Threads that help where the lists are large. */
  readonly threads?: Threads | undefined;
};

export function matchLists(
  a: readonly ListRecord[],
  b: readonly ListRecord[],
  model: LinkModel,
  options: MatchOptions = {},
): PairFound[] {
  return match(addLeft(a, prepareList(b, model)), options);
}

export function prepareList(list: readonly ListRecord[], model: LinkModel): PreparedList {
  const vocabulary = new Vocabulary(model);
  const roster = makeRoster(list, vocabulary, model);
  const side = { roster, frequencies: countFrequencies(roster) };
  return { model, vocabulary, side, index: indexKeys(roster, vocabulary) };
}

/** As matchLists, with a list that stays as it is: 100 new records beside 100,000. */
export function matchPrepared(
  records: readonly ListRecord[],
  prepared: PreparedList,
  options: MatchOptions = {},
): PairFound[] {
  const lists = addLeft(records, prepared);
  /** What the words cost in this comparison is forgotten with it. */
  const pairs = match(lists, options).map((pair) => ({ ...pair }));
  prepared.vocabulary.forget(lists.left.roster.words);
  prepared.vocabulary.useCosts(null);
  return pairs;
}

/** Records of one list that are one person, or may be. */
export function findDuplicates(
  list: readonly ListRecord[],
  model: LinkModel,
  onProgress: OnProgress = () => {},
): readonly PairFound[] {
  const { side, work, fitted, candidates, copies } = linkOneList(list, model, { onProgress });
  const pairs = weighCandidates(candidates, fitted, work);
  return pairsOfCopies(choosePairs(pairs, side, side, work, fitted, "opposed"), copies);
}

/** Two lists that are compared. */
type Compared = PreparedList & { readonly left: Side };

function addLeft(records: readonly ListRecord[], prepared: PreparedList): Compared {
  const roster = makeRoster(records, prepared.vocabulary, prepared.model);
  return { ...prepared, left: { roster, frequencies: countFrequencies(roster) } };
}

/** Larger lists are taught by one in so many of their people. */
const TAUGHT_BY = 10_000;

function match(
  given: Compared,
  { onProgress = () => {}, contest = true, threads }: MatchOptions,
): PairFound[] {
  const { size } = given.left.roster;
  const step = Math.max(1, Math.floor(size / TAUGHT_BY));
  const isLarge = step > 1 && given.side.roster.size >= (threads?.from ?? 0);
  const helping = isLarge ? threads : undefined;
  const shared = helping === undefined ? null : shareLists(given, helping);
  const lists = shared?.lists ?? given;
  const every = Math.max(1, Math.floor(size / 100));
  const onPerson = (person: number) => {
    if (person % every === 0) onProgress(person, size);
  };
  const { pairs, work, fitted } = endAfter(helping, () =>
    weighLists(lists, step, contest, shared, onPerson),
  );
  onProgress(size, size);
  return choosePairs(pairs, lists.left, lists.side, work, fitted, contest);
}

/** Threads end with what they help in, also where it breaks. */
function endAfter<T>(threads: Threads | undefined, work: () => T): T {
  try {
    return work();
  } finally {
    threads?.end();
  }
}

type Weighed = { readonly pairs: WeighedPairs; readonly work: Work; readonly fitted: Fitted };

/** Learns from the lists, and weighs their pairs by it. */
function weighLists(
  lists: Compared,
  step: number,
  contest: boolean,
  shared: Helped | null,
  onPerson: (person: number) => void,
): Weighed {
  const { left, side: right, index } = lists;
  const { work, costs } = learnWork(lists, contest);
  const { weights } = work.model;
  const sizes = sizesOfPart(sizesOf(left.roster.size, right.roster.size, false), step);
  const taught = findCandidates(left, right, index, work, { step, onPerson });
  const fitted = fit(taught, sizes, weights);
  const needed = { fitted, least: Math.log2(weights.unsure / (1 - weights.unsure)) };
  const pairs =
    step === 1
      ? weighCandidates(taught, fitted, work)
      : shared === null
        ? findWeighed(left, right, index, work, { onPerson, needed })
        : weighTogether(
            [left, right],
            shared.described,
            work,
            costs,
            needed,
            shared.threads,
            onPerson,
          );
  return { pairs, work, fitted };
}

/** Lays the lists where threads can read them, and lets these begin. */
function shareLists(lists: Compared, threads: Threads): Helped {
  const [left, side] = shareSides(lists.left, lists.side);
  const index = shareIndex(lists.index);
  const described = describeLists(left, side, index, lists.vocabulary);
  threads.begin(described);
  return { lists: { ...lists, left, side, index }, described, threads };
}

/** Lists in memory that threads read, with those threads. */
type Helped = {
  readonly lists: Compared;
  readonly described: SharedLists;
  readonly threads: Threads;
};

/** How words and letters weigh between these lists. */
function learnWork(
  lists: Compared,
  contest: boolean,
): { readonly work: Work; readonly costs: Costs | null } {
  const { left, side: right, index, vocabulary } = lists;
  const before = makeWork(lists, contest);
  const costs = learnLetters(left, right, index, before);
  vocabulary.useCosts(costs);
  return { work: costs === null ? before : makeWork(lists, contest), costs };
}

function makeWork({ left, side: right, vocabulary, model }: Compared, contest: boolean): Work {
  const { weights } = model;
  const { calibration } = weights;
  const contested = { ...calibration, offset: calibration.contested };
  return {
    vocabulary,
    model: !contest ? model : { ...model, weights: { ...weights, calibration: contested } },
    start: fitNothing(sizesOf(left.roster.size, right.roster.size, false), weights),
    rarity: measureRarity(vocabulary, [left.roster, right.roster], model),
  };
}

/** Why two records are held to be one person, or two, however unlike they are; null when either is not there or has no name. */
export function explainPair(
  idA: string,
  idB: string,
  a: readonly ListRecord[],
  b: readonly ListRecord[],
  model: LinkModel,
): PairExplained | null {
  const lists = addLeft(a, prepareList(b, model));
  const { left, side: right, index } = lists;
  const work = makeWork(lists, false);
  const candidates = findCandidates(left, right, index, work);
  const sizes = sizesOf(left.roster.size, right.roster.size, false);
  const fitted = fit(candidates, sizes, model.weights);
  const pairs = peopleOf(left, idA).flatMap((personA) =>
    peopleOf(right, idB).map((personB) => comparePair(left, personA, right, personB, work)),
  );
  const recordA = a.find((record) => record.id === idA);
  const recordB = b.find((record) => record.id === idB);
  if (recordA === undefined || recordB === undefined) return null;
  const compared = pairs.filter((candidate) => candidate !== null);
  return explainBest(compared, [recordA, recordB], [left, right], work, fitted);
}

function peopleOf({ roster }: Side, id: string): readonly number[] {
  const people: number[] = [];
  roster.recordOf.forEach((record, person) => {
    if (roster.records[record]?.id === id) people.push(person);
  });
  return people;
}
