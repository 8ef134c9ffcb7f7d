/**
 * In: candidates with what their fields say. Out: the pairs worth showing, with probability, decision and reasons.
 * Never: says of one row that it is two people whom the other list tells apart.
 */
import type { ListRecord } from "../model/listRecord.ts";
import type { PairFound, Reason } from "../model/pairFound.ts";
import { type Candidate, comparePair, type Work } from "./candidates.ts";
import type { Side } from "./compareFields.ts";
import { giveReasons, sortReasons } from "./reasons.ts";
import { weighOpposed, weighRivals } from "./rivals.ts";
import { calibratedBits, calibrateContested, type Fitted, scoreBits } from "./score.ts";
import { leaveUncontested, WeighedPairs } from "./weighedPairs.ts";

/** By so many bits less than the same is what better rows take at least in part. */
const LESS_THAN_SAME = 0.02;

/** What other rows take is told from so many bits on. */
const LEAST_RIVAL = -0.5;

/** That another row fits one of the two better, or as well, by the ids of that other pair. */
function giveRival(
  bits: number,
  others: number,
  own: number,
  [a, b]: readonly [ListRecord, ListRecord],
): Reason {
  const level = others > own + 1 ? "another row fits better" : "another row fits as well";
  return { field: "rival", level, bits: round(bits), a: a.id, b: b.id };
}

export function probabilityOf(bits: number): number {
  return 1 / (1 + 2 ** -bits);
}

/** Who lost to a better row is still told from this probability on: less is no pair. */
const LEAST_LOST = 0.02;

/** Nothing is certain. */
const MOST_SURE = 0.999999;

/** Candidates with their odds, those that are nearly impossible left out. */
export function weighCandidates(
  candidates: readonly Candidate[],
  fitted: Fitted,
  { model: { weights } }: Work,
): WeighedPairs {
  const pairs = new WeighedPairs();
  for (const candidate of candidates) {
    const bits = calibratedBits(candidate, fitted, weights);
    if (probabilityOf(bits) >= weights.unsure) pairs.add(candidate.a, candidate.b, bits);
  }
  return pairs;
}

/** The pairs worth showing: of a record of two people each pair of records once, by its best. */
export function choosePairs(
  weighed: WeighedPairs,
  left: Side,
  right: Side,
  work: Work,
  fitted: Fitted,
  contest: boolean | "opposed",
): PairFound[] {
  const { weights } = work.model;
  const pairs = bestOfRecords(weighed, left, right);
  const {
    bits: told,
    rivalBits,
    rivals,
  } = contest === "opposed"
    ? weighOpposed(pairs, left, work)
    : contest
      ? weighRivals(pairs, left, right, work, fitted)
      : leaveUncontested(pairs);
  const least = Math.log2(weights.same / (1 - weights.same));
  const calibrated = (own: number, at: number): number => {
    const now = calibrateContested(own, weights);
    // Of two that fit as well none becomes the one.
    const isTorn = own < least && (rivalBits[at] ?? 0) <= LEAST_RIVAL;
    return isTorn ? Math.min(now, least - LESS_THAN_SAME) : now;
  };
  const bits = contest === true ? told.map(calibrated) : told;
  const recordsAt = (at: number) =>
    [recordOf(left, pairs.a[at] ?? -1), recordOf(right, pairs.b[at] ?? -1)] as const;
  const explain = (at: number): readonly Reason[] => {
    const compared = comparePair(left, pairs.a[at] ?? -1, right, pairs.b[at] ?? -1, work);
    if (compared === null) return [];
    const [a, b] = recordsAt(at);
    const why = giveReasons(compared, a, b, left, right, work, fitted);
    const rival = rivals[at] ?? -1;
    const taken = rivalBits[at] ?? 0;
    if (rival < 0 || taken > LEAST_RIVAL) return why;
    const others = bits[rival] ?? 0;
    return sortReasons([...why, giveRival(taken, others, bits[at] ?? 0, recordsAt(rival))]);
  };
  const isShown = (at: number): boolean => {
    const own = bits[at] ?? -Infinity;
    const isLost = probabilityOf(own - (rivalBits[at] ?? 0)) >= weights.same;
    return probabilityOf(own) >= (isLost ? Math.min(weights.unsure, LEAST_LOST) : weights.unsure);
  };
  const found: PairFound[] = [];
  for (let at = 0; at < pairs.length; at++) {
    if (!isShown(at)) continue;
    const [a, b] = recordsAt(at);
    const probability = probabilityOf(bits[at] ?? -Infinity);
    found.push({
      a: a.id,
      b: b.id,
      probability: Math.min(MOST_SURE, Math.round(probability * 1e6) / 1e6),
      decision: probability >= weights.same ? "same" : "unsure",
      /** Made when it is asked for: reasons of a million pairs are not kept. */
      get why() {
        return explain(at);
      },
    });
  }
  return found.sort(
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
function bestOfRecords(pairs: WeighedPairs, left: Side, right: Side): WeighedPairs {
  const isSingle = ({ roster }: Side) => roster.size === roster.records.length;
  if (isSingle(left) && isSingle(right)) return pairs;
  const namesMany = ({ roster: { recordOf } }: Side, person: number): boolean =>
    recordOf[person - 1] === recordOf[person] || recordOf[person + 1] === recordOf[person];
  /** Places of the chosen pairs, and where those of records that name several people stand among them. */
  const best: number[] = [];
  const placeOf = new Map<number, number>();
  for (let at = 0; at < pairs.length; at++) {
    const [a = 0, b = 0] = [pairs.a[at], pairs.b[at]];
    const [recordA = 0, recordB = 0] = [left.roster.recordOf[a], right.roster.recordOf[b]];
    if (left === right && recordA === recordB) continue;
    if (!namesMany(left, a) && !namesMany(right, b)) {
      best.push(at);
      continue;
    }
    const key = recordA * right.roster.records.length + recordB;
    const place = placeOf.get(key);
    if (place === undefined) placeOf.set(key, best.push(at) - 1);
    else if ((pairs.bits[best[place] ?? 0] ?? 0) < (pairs.bits[at] ?? 0)) best[place] = at;
  }
  const chosen = new WeighedPairs();
  for (const at of best) chosen.add(pairs.a[at] ?? 0, pairs.b[at] ?? 0, pairs.bits[at] ?? 0);
  return chosen;
}

/** A pair with all that was weighed: `prior` and the bits of `why` add up to `bits`, but for rounding. */
export type PairExplained = {
  readonly prior: number;
  readonly bits: number;
  readonly probability: number;
  readonly why: readonly Reason[];
};

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
    bits: round(isHeld(best.candidate) ? calibrated / weights.calibration.slope : best.bits),
    probability: Math.min(MOST_SURE, 1 / (1 + 2 ** -calibrated)),
    why: giveReasons(best.candidate, recordA, recordB, left, right, work, fitted),
  };
}

/** Whether reasons tell what was taken from a pair that is left to a person. */
function isHeld({ isOtherGiven, isOtherFamily, isAliveAfter }: Candidate): boolean {
  return isOtherGiven || isOtherFamily || isAliveAfter;
}

function round(bits: number): number {
  return Math.round(bits * 10) / 10;
}
