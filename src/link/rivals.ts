/**
 * In: pairs of two lists with their odds. Out: their odds where of several rows of one list only one can be the person, or
 * where those rows are themselves one person.
 * Never: forces one to one: rows that are one person in their own list stay together.
 */
import { type Candidate, comparePair, type Work } from "./candidates.ts";
import type { Side } from "./compareFields.ts";
import { CLEARLY } from "./opposition.ts";
import { factsOfPeople } from "./personFacts.ts";
import { isContradicted, scoreBits, type Fitted } from "./score.ts";

export type Weighed = { readonly candidate: Candidate; readonly bits: number };

export type Contested = Weighed & {
  /** What other rows take from the pair, 0 or less, and the place among the pairs of the one that takes most. */
  readonly rivalBits: number;
  readonly rival: number | null;
};

/** Other pairs of a row that are looked at, the best ones. */
const MOST_RIVALS = 4;
/** A pair that less than this speaks for takes nothing from another. */
const LEAST_BITS = -4;
/** Share of a list's rows that are expected to stand in it twice, and how many rows that expectation is worth. */
const TWICE = 0.01;
const STRENGTH = 100;
const ROUNDS = 4;
/** Contested rows by which that is taken. */
const LOOKED_AT = 4000;
/** A rival that takes less than this share of the odds is left out. */
const LEAST_SHARE = 0.02;

/** Odds of each pair, in the order given, among those that share a row with it. */
export function weighRivals(
  pairs: readonly Weighed[],
  left: Side,
  right: Side,
  work: Work,
  fitted: Fitted,
): readonly Contested[] {
  const byA = groupBy(pairs, (pair) => pair.candidate.a);
  const byB = groupBy(pairs, (pair) => pair.candidate.b);
  const rowB = (at: number) => pairs[at]?.candidate.b ?? 0;
  const rowA = (at: number) => pairs[at]?.candidate.a ?? 0;
  const areTwinsInB = findTwins(byA, rowB, right, work, fitted);
  const areTwinsInA = findTwins(byB, rowA, left, work, fitted);
  return pairs.map((pair, at): Contested => {
    const own = 2 ** Math.min(pair.bits, MOST_BITS);
    let taken = 0;
    let most = 0;
    let rival: number | null = null;
    const meet = (others: readonly number[], shareOf: (other: Weighed) => number) => {
      for (const place of others) {
        const other = pairs[place];
        if (place === at || other === undefined) continue;
        const whole = 2 ** Math.min(other.bits, MOST_BITS);
        if (whole < LEAST_SHARE * (1 + own)) continue;
        const weight = whole * (1 - shareOf(other));
        taken += weight;
        if (weight > most) {
          most = weight;
          rival = place;
        }
      }
    };
    meet(byA.get(pair.candidate.a) ?? [], (other) =>
      areTwinsInB(pair.candidate.b, other.candidate.b),
    );
    meet(byB.get(pair.candidate.b) ?? [], (other) =>
      areTwinsInA(pair.candidate.a, other.candidate.a),
    );
    const bits = Math.log2(own / (1 + taken));
    return {
      candidate: pair.candidate,
      bits,
      rivalBits: bits - Math.min(pair.bits, MOST_BITS),
      rival,
    };
  });
}

/**
 * Pairs of one list with itself: who fits two who are told apart for good is the same as neither, unless he is much likelier
 * to be the one.
 */
export function weighOpposed(pairs: readonly Weighed[], side: Side, work: Work): Contested[] {
  const { factsOf, areOpposed } = factsOfPeople(side, work);
  const { same } = work.model.weights;
  const most = Math.log2(same / (1 - same)) - LEAST_LESS;
  const factsAt = new Map<number, Map<number, number>>();
  const meet = (person: number, other: number, place: number) => {
    const facts = factsOf(other);
    if (facts === 0) return;
    const known = factsAt.get(person) ?? new Map<number, number>();
    const before = known.get(facts);
    if (before === undefined ? known.size < MOST_FACTS : bitsAt(before) < bitsAt(place))
      known.set(facts, place);
    factsAt.set(person, known);
  };
  const bitsAt = (place: number) => pairs[place]?.bits ?? -Infinity;
  pairs.forEach(({ candidate: { a, b }, bits }, place) => {
    if (bits <= most) return;
    meet(a, b, place);
    meet(b, a, place);
  });
  const rivalOf = (person: number, other: number, bits: number): number | null => {
    const facts = factsOf(other);
    if (facts === 0) return null;
    for (const [others, place] of factsAt.get(person) ?? [])
      if (others !== facts && bitsAt(place) >= bits - CLEARLY && areOpposed(facts, others))
        return place;
    return null;
  };
  return pairs.map((pair): Contested => {
    const { a, b } = pair.candidate;
    const rival = pair.bits <= most ? null : (rivalOf(a, b, pair.bits) ?? rivalOf(b, a, pair.bits));
    if (rival === null) return { ...pair, rivalBits: 0, rival };
    return { ...pair, bits: most, rivalBits: most - pair.bits, rival };
  });
}

/** By so much less than the same is a pair that another takes; sets of facts around one person that are looked at. */
const LEAST_LESS = 0.1;
const MOST_FACTS = 40;

/** Odds are not told apart beyond this. */
const MOST_BITS = 40;

/** Places of the pairs that share a row, the best ones of each row that has several. */
function groupBy(
  pairs: readonly Weighed[],
  rowOf: (pair: Weighed) => number,
): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>();
  pairs.forEach((pair, at) => {
    if (pair.bits < LEAST_BITS) return;
    const row = rowOf(pair);
    const group = groups.get(row);
    if (group === undefined) groups.set(row, [at]);
    else group.push(at);
  });
  for (const [row, group] of groups) {
    if (group.length === 1) groups.delete(row);
    else
      groups.set(
        row,
        group
          .sort((x, y) => (pairs[y]?.bits ?? 0) - (pairs[x]?.bits ?? 0) || x - y)
          .slice(0, MOST_RIVALS),
      );
  }
  return groups;
}

/**
 * How likely two rows of one list are one person, whom that list has twice. How many it has twice is taken from some of the
 * rows that other rows contest.
 */
function findTwins(
  groups: ReadonlyMap<number, readonly number[]>,
  rowOf: (place: number) => number,
  side: Side,
  work: Work,
  fitted: Fitted,
): (x: number, y: number) => number {
  const { size, recordOf } = side.roster;
  /** Bits that two rows are one, but for how many such rows there are. */
  const weigh = (x: number, y: number): number => {
    if (recordOf[x] === recordOf[y]) return -Infinity;
    const compared = comparePair(side, Math.min(x, y), side, Math.max(x, y), work);
    return compared === null || isContradicted(compared)
      ? -Infinity
      : scoreBits(compared, fitted, work.model.weights) - fitted.prior;
  };
  const step = Math.max(1, Math.floor(groups.size / LOOKED_AT));
  const evidence: number[] = [];
  let turn = 0;
  for (const [one, other] of groups.values())
    if (turn++ % step === 0 && one !== undefined && other !== undefined)
      evidence.push(weigh(rowOf(one), rowOf(other)));
  const pairs = Math.max(1, (size * (size - 1)) / 2);
  let prior = 0;
  let twice = TWICE * size;
  const shareOf = (bits: number) => 1 / (1 + 2 ** -(bits + prior));
  for (let round = 0; round < ROUNDS; round++) {
    prior = Math.log2(Math.max(twice, TWICE) / pairs);
    const found = step * evidence.reduce((sum, bits) => sum + shareOf(bits), 0);
    twice = ((found + TWICE * STRENGTH) * size) / (size + STRENGTH);
  }
  return (x, y) => shareOf(weigh(x, y));
}
