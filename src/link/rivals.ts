/**
 * In: pairs of two lists with their odds. Out: their odds where of several rows of one list only one can be the person, or
 * where those rows are themselves one person.
 * Never: forces one to one: rows that are one person in their own list stay together.
 */
import { type Candidate, comparePair, type Work } from "./candidates.ts";
import type { Side } from "./compareFields.ts";
import { isContradicted, scoreBits, type Fitted } from "./score.ts";

export type Weighed = { readonly candidate: Candidate; readonly bits: number };

export type Contested = Weighed & {
  /** What other rows take from the pair, 0 or less, and the place among the pairs of the one that takes most. */
  readonly rivalBits: number;
  readonly rival: number | null;
};

/** Other pairs of a row that are looked at, the best ones. */
const MOST_RIVALS = 8;
/** A pair that less than this speaks for takes nothing from another. */
const LEAST_BITS = -4;
/** Share of a list's rows that are expected to stand in it twice, and how many rows that expectation is worth. */
const TWICE = 0.01;
const STRENGTH = 100;
const ROUNDS = 4;

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
  const areTwinsInB = findTwins(byA.values(), rowB, right, work, fitted);
  const areTwinsInA = findTwins(byB.values(), rowA, left, work, fitted);
  return pairs.map((pair, at): Contested => {
    const own = 2 ** Math.min(pair.bits, MOST_BITS);
    let taken = 0;
    let most = 0;
    let rival: number | null = null;
    const meet = (others: readonly number[], shareOf: (other: Weighed) => number) => {
      for (const place of others) {
        const other = pairs[place];
        if (place === at || other === undefined) continue;
        const weight = 2 ** Math.min(other.bits, MOST_BITS) * (1 - shareOf(other));
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

/** How likely two rows of one list are one person, whom that list has twice; by the rows' numbers. */
function findTwins(
  groups: Iterable<readonly number[]>,
  rowOf: (place: number) => number,
  side: Side,
  work: Work,
  fitted: Fitted,
): (x: number, y: number) => number {
  const { size, recordOf } = side.roster;
  const keyOf = (x: number, y: number) => (x < y ? x * size + y : y * size + x);
  const evidence = new Map<number, number>();
  for (const group of groups)
    for (const one of group)
      for (const other of group) {
        const [x, y] = [rowOf(one), rowOf(other)];
        if (x >= y || evidence.has(keyOf(x, y)) || recordOf[x] === recordOf[y]) continue;
        const compared = comparePair(side, x, side, y, work);
        evidence.set(
          keyOf(x, y),
          compared === null || isContradicted(compared)
            ? -Infinity
            : scoreBits(compared, fitted, work.model.weights) - fitted.prior,
        );
      }
  const pairs = Math.max(1, (size * (size - 1)) / 2);
  let prior = 0;
  let twice = TWICE * size;
  const shareOf = (bits: number) => 1 / (1 + 2 ** -(bits + prior));
  for (let round = 0; round < ROUNDS; round++) {
    prior = Math.log2(Math.max(twice, TWICE) / pairs);
    let found = 0;
    for (const bits of evidence.values()) found += shareOf(bits);
    twice = ((found + TWICE * STRENGTH) * size) / (size + STRENGTH);
  }
  return (x, y) => shareOf(evidence.get(keyOf(x, y)) ?? -Infinity);
}
