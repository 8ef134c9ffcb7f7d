/**
 * In: two lists of people. Out: the pairs of records that are one person, or may be, each with its reasons; best first.
 * Never: forces one to one: a list may name a person twice; says of one row that it is two people whom the other list
 * tells apart; says the same of two people whose names say otherwise.
 */
import type { ListRecord } from "../model/listRecord.ts";
import type { PairFound, Reason } from "../model/pairFound.ts";
import { type Candidate, comparePair, findCandidates, type Work } from "./candidates.ts";
import type { Side } from "./compareFields.ts";
import { countFrequencies, measureRarity } from "./frequencies.ts";
import { learnLetters } from "./learnLetters.ts";
import { indexKeys, type KeyIndex } from "./keyIndex.ts";
import type { LinkModel } from "./linkModel.ts";
import { type Contested, weighOpposed, weighRivals, type Weighed } from "./rivals.ts";
import { giveReasons, sortReasons } from "./reasons.ts";
import { makeRoster } from "./roster.ts";
import {
  calibratedBits,
  fit,
  fitNothing,
  scoreBits,
  sizesOf,
  sizesOfPart,
  type Fitted,
} from "./score.ts";
import { Vocabulary } from "./vocabulary.ts";

/** People of the left list looked at so far, of how many. */
export type OnProgress = (done: number, all: number) => void;

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
): PairFound[] {
  const prepared = prepareList(list, model);
  return match({ ...prepared, left: prepared.side }, { onProgress, contest: false });
}

/** Two lists that are compared, or one with itself. */
type Compared = PreparedList & { readonly left: Side };

function addLeft(records: readonly ListRecord[], prepared: PreparedList): Compared {
  const roster = makeRoster(records, prepared.vocabulary, prepared.model);
  return { ...prepared, left: { roster, frequencies: countFrequencies(roster) } };
}

/** Larger lists are taught by one in so many of their people. */
const TAUGHT_BY = 10_000;

function match(lists: Compared, { onProgress = () => {}, contest = true }: MatchOptions) {
  const { left, side: right, index } = lists;
  const size = left.roster.size;
  const work = learnWork(lists, contest);
  const { weights } = work.model;
  const every = Math.max(1, Math.floor(size / 100));
  const onPerson = (person: number) => {
    if (person % every === 0) onProgress(person, size);
  };
  const step = Math.max(1, Math.floor(size / TAUGHT_BY));
  const sizes = sizesOfPart(sizesOf(size, right.roster.size, left === right), step);
  const taught = findCandidates(left, right, index, work, { step, onPerson });
  const fitted = fit(taught, sizes, weights);
  const keep = (candidate: Candidate) =>
    probabilityOf(calibratedBits(candidate, fitted, weights)) >= weights.unsure;
  const candidates =
    step === 1 ? taught.filter(keep) : findCandidates(left, right, index, work, { onPerson, keep });
  onProgress(size, size);
  const contested = left === right ? "opposed" : contest;
  return choosePairs(candidates, left, right, work, fitted, contested);
}

/** How words and letters weigh between these lists. */
function learnWork(lists: Compared, contest: boolean): Work {
  const { left, side: right, index, vocabulary } = lists;
  const before = makeWork(lists, contest);
  if (left === right) return before;
  const costs = learnLetters(left, right, index, before);
  vocabulary.useCosts(costs);
  return costs === null ? before : makeWork(lists, contest);
}

function makeWork({ left, side: right, vocabulary, model }: Compared, contest: boolean): Work {
  const isSameList = left === right;
  const { weights } = model;
  const { calibration } = weights;
  const contested = { ...calibration, offset: calibration.contested };
  const rosters = isSameList ? [left.roster] : [left.roster, right.roster];
  return {
    vocabulary,
    model: !contest ? model : { ...model, weights: { ...weights, calibration: contested } },
    start: fitNothing(sizesOf(left.roster.size, right.roster.size, isSameList), weights),
    rarity: measureRarity(vocabulary, rosters, model),
  };
}

/** What other rows take is told from so many bits on. */
const LEAST_RIVAL = -0.5;

/** That another row fits one of the two better, or as well, by the ids of that other pair. */
function giveRival(
  bits: number,
  other: Weighed,
  own: number,
  [a, b]: readonly [ListRecord, ListRecord],
): Reason {
  const level = other.bits > own + 1 ? "another row fits better" : "another row fits as well";
  return { field: "rival", level, bits: round(bits), a: a.id, b: b.id };
}

function probabilityOf(bits: number): number {
  return 1 / (1 + 2 ** -bits);
}

/** Nothing is certain. */
const MOST_SURE = 0.999999;

/** The pairs worth showing: of a record of two people each pair of records once, by its best. */
export function choosePairs(
  candidates: readonly Candidate[],
  left: Side,
  right: Side,
  work: Work,
  fitted: Fitted,
  contest: boolean | "opposed",
): PairFound[] {
  const { weights } = work.model;
  const weighed = bestOfRecords(
    candidates.flatMap((candidate) => {
      const bits = calibratedBits(candidate, fitted, weights);
      return probabilityOf(bits) < weights.unsure ? [] : [{ candidate, bits }];
    }),
    left,
    right,
  );
  const contested =
    contest === "opposed"
      ? weighOpposed(weighed, left, work)
      : contest
        ? weighRivals(weighed, left, right, work, fitted)
        : weighed.map((pair) => ({ ...pair, rivalBits: 0, rival: null }));
  const recordsOf = ({ a, b }: Candidate) => [recordOf(left, a), recordOf(right, b)] as const;
  const explain = ({ candidate, bits, rivalBits, rival }: Contested): readonly Reason[] => {
    const [a, b] = recordsOf(candidate);
    const why = giveReasons(candidate, a, b, left, right, work, fitted);
    const other = rival === null ? undefined : contested[rival];
    if (other === undefined || rivalBits > LEAST_RIVAL) return why;
    return sortReasons([...why, giveRival(rivalBits, other, bits, recordsOf(other.candidate))]);
  };
  return contested
    .filter(
      ({ bits, rivalBits }) =>
        probabilityOf(bits) >= weights.unsure || probabilityOf(bits - rivalBits) >= weights.same,
    )
    .map((pair): PairFound => {
      const [a, b] = recordsOf(pair.candidate);
      const probability = probabilityOf(pair.bits);
      return {
        a: a.id,
        b: b.id,
        probability: Math.min(MOST_SURE, Math.round(probability * 1e6) / 1e6),
        decision: probability >= weights.same ? "same" : "unsure",
        /** Made when it is asked for: reasons of a million pairs are not kept. */
        get why() {
          return explain(pair);
        },
      };
    })
    .sort(
      (x, y) =>
        y.probability - x.probability || (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : 1),
    );
}

function recordOf({ roster }: Side, person: number): ListRecord {
  const record = roster.records[roster.recordOf[person] ?? -1];
  if (record === undefined) throw new RangeError(`No record of person ${person}`);
  return record;
}

/** Of the pairs of two records, each of which may name several people, the best one. */
function bestOfRecords(pairs: readonly Weighed[], left: Side, right: Side): readonly Weighed[] {
  const isSingle = ({ roster }: Side) => roster.size === roster.records.length;
  if (isSingle(left) && isSingle(right)) return pairs;
  const best = new Map<number, Weighed>();
  for (const pair of pairs) {
    const recordA = left.roster.recordOf[pair.candidate.a] ?? 0;
    const recordB = right.roster.recordOf[pair.candidate.b] ?? 0;
    if (left === right && recordA === recordB) continue;
    const key = recordA * right.roster.records.length + recordB;
    const before = best.get(key);
    if (before === undefined || before.bits < pair.bits) best.set(key, pair);
  }
  return [...best.values()];
}

/** A pair with all that was weighed: `prior` and the bits of `why` add up to `bits`, but for rounding. */
export type PairExplained = {
  readonly prior: number;
  readonly bits: number;
  readonly probability: number;
  readonly why: readonly Reason[];
};

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

/** What was weighed of the candidate that speaks most for one person; null where there is none. */
export function explainBest(
  candidates: readonly Candidate[],
  [recordA, recordB]: readonly [ListRecord, ListRecord],
  [left, right]: readonly [Side, Side],
  work: Work,
  fitted: Fitted,
): PairExplained | null {
  const { weights } = work.model;
  const weighed = candidates.map((candidate) => ({
    candidate,
    bits: scoreBits(candidate, fitted, weights),
  }));
  const [best] = weighed.sort((x, y) => y.bits - x.bits);
  if (best === undefined) return null;
  const calibrated = calibratedBits(best.candidate, fitted, weights);
  return {
    prior: round(fitted.prior + weights.calibration.offset),
    bits: round(best.bits),
    probability: Math.min(MOST_SURE, 1 / (1 + 2 ** -calibrated)),
    why: giveReasons(best.candidate, recordA, recordB, left, right, work, fitted),
  };
}

function peopleOf({ roster }: Side, id: string): readonly number[] {
  const people: number[] = [];
  roster.recordOf.forEach((record, person) => {
    if (roster.records[record]?.id === id) people.push(person);
  });
  return people;
}

function round(bits: number): number {
  return Math.round(bits * 10) / 10;
}
