/**
 * In: candidates with what their fields say. Out: the pairs worth showing, with probability, decision and reasons.
 * Never: says of one row that it is two people whom the other list tells apart.
 */
import type { ListRecord } from "../model/listRecord.ts";
import type { PairFound, Reason } from "../model/pairFound.ts";
import type { Candidate, Work } from "./candidates.ts";
import type { Side } from "./compareFields.ts";
import { giveReasons, sortReasons } from "./reasons.ts";
import { type Contested, weighOpposed, weighRivals, type Weighed } from "./rivals.ts";
import { calibratedBits, type Fitted, scoreBits } from "./score.ts";

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

export function probabilityOf(bits: number): number {
  return 1 / (1 + 2 ** -bits);
}

/** Who lost to a better row is still told from this probability on: less is no pair. */
const LEAST_LOST = 0.02;

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
    .filter(({ bits, rivalBits }) => {
      const isLost = probabilityOf(bits - rivalBits) >= weights.same;
      return (
        probabilityOf(bits) >= (isLost ? Math.min(weights.unsure, LEAST_LOST) : weights.unsure)
      );
    })
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

function round(bits: number): number {
  return Math.round(bits * 10) / 10;
}
