/**
 * In: pairs of two lists with their odds. Out: their odds where of several rows of one list only one can be the person, or
 * where those rows are themselves one person.
 * Never: forces one to one: rows that are one person in their own list stay together.
 */
import { makeFloat64s, makeInt32s } from "./columns.ts";
import { comparePair, makeComparer, orderByName, type Work } from "./candidates.ts";
import type { Side } from "./compareFields.ts";
import { CLEARLY } from "./opposition.ts";
import { PairTable } from "./pairTable.ts";
import { factsOfPeople } from "./personFacts.ts";
import { isContradicted, scoreBits, type Fitted } from "./score.ts";
import {
  type Contested,
  type PlacesByRow,
  placesByRow,
  type WeighedPairs,
} from "./weighedPairs.ts";

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
/** Bits against two rows being one from which on they are held to be two. */
const NEVER = 10;
/** A rival that takes less than this share of the odds is left out. */
const LEAST_SHARE = 0.02;

/** Bits below which a pair is lost, whatever else contests it. */
const LOST = -7;

/** Odds of each pair among those that share a row with it. */
export function weighRivals(
  pairs: WeighedPairs,
  left: Side,
  right: Side,
  work: Work,
  fitted: Fitted,
): Contested {
  const { length } = pairs;
  const wholes = pairs.bits.slice(0, length).map((bits) => 2 ** Math.min(bits, MOST_BITS));
  const taken = makeFloat64s(length);
  const most = makeFloat64s(length);
  const rivals = makeInt32s(length).fill(-1);
  const mayTake = (own: number, other: number): boolean => {
    const whole = wholes[own] ?? 0;
    const isLost = whole < (1 + (taken[own] ?? 0)) * 2 ** LOST;
    return !isLost && (wholes[other] ?? 0) >= LEAST_SHARE * (1 + whole);
  };
  const take = (own: number, other: number, twins: number) => {
    const weight = (wholes[other] ?? 0) * (1 - twins);
    taken[own] = (taken[own] ?? 0) + weight;
    if (weight <= (most[own] ?? 0)) return;
    most[own] = weight;
    rivals[own] = other;
  };
  const meet = (
    { starts, places }: PlacesByRow,
    order: Int32Array,
    others: Int32Array,
    areTwins: (x: number, y: number) => number,
  ) => {
    for (const row of order) {
      const first = starts[row] ?? 0;
      const end = starts[row + 1] ?? 0;
      for (let at = first; at < Math.min(end, first + MOST_RIVALS); at++)
        for (let place = at + 1; place < end; place++) {
          const [one = 0, other = 0] = [places[at], places[place]];
          // Of those behind the best ones none takes anything.
          const isTaken = place < first + MOST_RIVALS && mayTake(one, other);
          const takes = mayTake(other, one);
          if (!takes && !isTaken) continue;
          const twins = areTwins(others[one] ?? 0, others[other] ?? 0);
          if (takes) take(other, one, twins);
          if (isTaken) take(one, other, twins);
        }
    }
  };
  const byA = placesByRow(pairs, pairs.a, left.roster.size, LEAST_BITS);
  const orderOf = ({ roster }: Side) => orderByName(roster, work.vocabulary);
  meet(byA, orderOf(left), pairs.b, findTwins(byA, pairs.b, right, work, fitted));
  const byB = placesByRow(pairs, pairs.b, right.roster.size, LEAST_BITS);
  meet(byB, orderOf(right), pairs.a, findTwins(byB, pairs.a, left, work, fitted));
  const bits = wholes.map((whole, at) => Math.log2(whole / (1 + (taken[at] ?? 0))));
  const rivalBits = bits.map((own, at) => own - Math.min(pairs.bits[at] ?? 0, MOST_BITS));
  return { bits, rivalBits, rivals };
}

/**
 * Pairs of one list with itself: who fits two who are told apart for good is the same as neither, unless he is much likelier
 * to be the one.
 */
export function weighOpposed(pairs: WeighedPairs, side: Side, work: Work): Contested {
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
  const bitsAt = (place: number) => pairs.bits[place] ?? -Infinity;
  for (let at = 0; at < pairs.length; at++) {
    if (bitsAt(at) <= most) continue;
    const [a = 0, b = 0] = [pairs.a[at], pairs.b[at]];
    meet(a, b, at);
    meet(b, a, at);
  }
  const rivalOf = (person: number, other: number, bits: number): number => {
    const facts = factsOf(other);
    if (facts === 0) return -1;
    for (const [others, place] of factsAt.get(person) ?? [])
      if (others !== facts && bitsAt(place) >= bits - CLEARLY && areOpposed(facts, others))
        return place;
    return -1;
  };
  const rivals = makeInt32s(pairs.length).fill(-1);
  const rivalBits = makeFloat64s(pairs.length);
  const bits = pairs.bits.slice(0, pairs.length);
  for (let at = 0; at < pairs.length; at++) {
    const own = bitsAt(at);
    if (own <= most) continue;
    const [a = 0, b = 0] = [pairs.a[at], pairs.b[at]];
    const first = rivalOf(a, b, own);
    const rival = first >= 0 ? first : rivalOf(b, a, own);
    if (rival < 0) continue;
    rivals[at] = rival;
    bits[at] = most;
    rivalBits[at] = most - own;
  }
  return { bits, rivalBits, rivals };
}

/** By so much less than the same is a pair that another takes; sets of facts around one person that are looked at. */
const LEAST_LESS = 0.1;
const MOST_FACTS = 40;

/** Odds are not told apart beyond this. */
const MOST_BITS = 40;

/**
 * How likely two rows of one list are one person, whom that list has twice. How many it has twice is taken from some of the
 * rows that other rows contest.
 */
function findTwins(
  { starts, places }: PlacesByRow,
  others: Int32Array,
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
  let contested = 0;
  for (let row = 0; row + 1 < starts.length; row++)
    if ((starts[row + 1] ?? 0) - (starts[row] ?? 0) > 1) contested++;
  const step = Math.max(1, Math.floor(contested / LOOKED_AT));
  const evidence: number[] = [];
  let turn = 0;
  for (let row = 0; row + 1 < starts.length; row++) {
    const first = starts[row] ?? 0;
    if ((starts[row + 1] ?? 0) - first > 1 && turn++ % step === 0)
      evidence.push(weigh(others[places[first] ?? 0] ?? 0, others[places[first + 1] ?? 0] ?? 0));
  }
  const pairs = Math.max(1, (size * (size - 1)) / 2);
  let prior = 0;
  let twice = TWICE * size;
  const shareOf = (bits: number) => 1 / (1 + 2 ** -(bits + prior));
  for (let round = 0; round < ROUNDS; round++) {
    prior = Math.log2(Math.max(twice, TWICE) / pairs);
    const found = step * evidence.reduce((sum, bits) => sum + shareOf(bits), 0);
    twice = ((found + TWICE * STRENGTH) * size) / (size + STRENGTH);
  }
  const least = fitted.prior - prior - NEVER;
  const needed = { fitted, least: work.model.weights.calibration.slope * least };
  /** Two rows of a common name contest each other for many rows of the other list. */
  const shares = new PairTable();
  const compare = makeComparer(side, work, needed);
  return (x, y) => {
    if (recordOf[x] === recordOf[y]) return 0;
    const [first, second] = [Math.min(x, y), Math.max(x, y)];
    const known = shares.get(first, second);
    if (known >= 0) return known;
    const compared = compare(first, second);
    const share =
      compared === null || isContradicted(compared)
        ? 0
        : shareOf(scoreBits(compared, fitted, work.model.weights) - fitted.prior);
    shares.set(first, second, share);
    return share;
  };
}
