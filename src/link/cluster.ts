/**
 * In: edges with bits between numbered records, and what may not be together. Out: which records are one person.
 * Never: depends on the order in which edges come; joins two groups whose members speak against each other on the whole, or
 * two that are told apart for good, through a third that would fit either.
 *
 * Agglomeration by descending weight under cannot-links, each union only where the average weight between two groups is
 * positive (average linkage: Murtagh & Contreras, WIREs Data Mining 2, 2012; must- and cannot-links: Wagstaff et al. 2001).
 */
import { CLEARLY, findTorn, likesOf, NO_OPPOSITION, type Opposition, Sides } from "./opposition.ts";

export type Edge = { readonly a: number; readonly b: number; readonly bits: number };

export type ClusterRules = {
  /** Edges that a person decided: these come first, whatever they weigh. */
  readonly must?: readonly (readonly [number, number])[];
  /** Pairs that a person decided are two. */
  readonly cannot?: readonly (readonly [number, number])[];
  /** Pairs that a person left open: no edge joins them, a decision may. */
  readonly open?: readonly (readonly [number, number])[];
  /** Records that a person confirmed: no edge joins anybody to their cluster, a decision may. */
  readonly closed?: readonly number[];
  /** List of each record that names nobody twice, or -1: two records of one such list are two people. */
  readonly certifiedList?: ArrayLike<number>;
  /** Ranks records of the same bits; as unchanging as the records themselves. */
  readonly rank?: ArrayLike<number>;
  /** Which records are told apart for good by what they say; no edge joins them, a decision may. */
  readonly opposition?: Opposition;
  /** What two records weigh that no edge joins. */
  readonly weigh?: (a: number, b: number) => number;
};

/** What two records weigh that no edge joins, where nobody measured it: their names or all else speak against it. */
const NO_EDGE = -6;

export type Clusters = {
  /** The cluster of each record, named by its first member. */
  readonly of: Int32Array;
  /** Places in `must` of decisions that go against those before them. */
  readonly refused: readonly number[];
};

export function clusterEdges(
  size: number,
  edges: readonly Edge[],
  rules: ClusterRules = {},
): Clusters {
  const { must = [], cannot = [], open = [], closed = [], certifiedList, rank } = rules;
  const { opposition = NO_OPPOSITION, weigh = () => NO_EDGE } = rules;
  const parent = Int32Array.from({ length: size }, (_, index) => index);
  const members = new Map<number, number[]>();
  const membersOf = (root: number) => members.get(root) ?? [root];
  const weights = new Map<number, number>();
  const keyOf = (a: number, b: number) => (a < b ? a * size + b : b * size + a);
  for (const edge of edges) weights.set(keyOf(edge.a, edge.b), edge.bits);
  const apart = mapPairs(cannot);
  const left = mapPairs([...cannot, ...open]);
  const find = (start: number): number => {
    let at = start;
    while ((parent[at] ?? at) !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  const areIn = (pairs: Pairs, ones: readonly number[], others: readonly number[]) =>
    pairs.size > 0 &&
    others.some((other) => ones.some((one) => pairs.get(one)?.has(other) === true));
  const shareList = (ones: readonly number[], others: readonly number[]) => {
    if (certifiedList === undefined) return false;
    const lists = new Set(ones.map((one) => certifiedList[one] ?? -1).filter((list) => list >= 0));
    return others.some((other) => lists.has(certifiedList[other] ?? -1));
  };
  const join = (x: number, y: number, ones: readonly number[], others: readonly number[]) => {
    const root = Math.min(x, y);
    parent[Math.max(x, y)] = root;
    members.delete(Math.max(x, y));
    members.set(root, [...ones, ...others]);
    sides.join(x, y, root);
  };
  const sides = new Sides(opposition);
  const refused: number[] = [];
  for (const [at, [a, b]] of must.entries()) {
    const x = find(a);
    const y = find(b);
    if (x === y) continue;
    if (areIn(apart, membersOf(x), membersOf(y))) refused.push(at);
    else join(x, y, membersOf(x), membersOf(y));
  }
  sides.settle();
  const shut = new Set(closed.map(find));
  const rankOf = (index: number) => rank?.[index] ?? index;
  const order = edges
    .filter(({ bits }) => bits > 0)
    .sort(
      (one, other) =>
        other.bits - one.bits ||
        Math.min(rankOf(one.a), rankOf(one.b)) - Math.min(rankOf(other.a), rankOf(other.b)) ||
        Math.max(rankOf(one.a), rankOf(one.b)) - Math.max(rankOf(other.a), rankOf(other.b)),
    );
  const likes = likesOf(order);
  /** Whether a record fits a group that is told apart from `other` as well as it fits `other`. */
  const isTorn = (record: number, bits: number, own: number, other: number): boolean =>
    sides.has(other) &&
    (likes.get(record) ?? []).some((like) => {
      if (like.bits < bits - CLEARLY) return false;
      const third = find(like.to);
      return (
        third !== own &&
        third !== other &&
        sides.areOpposed(third, other) &&
        !areIn(apart, membersOf(own), membersOf(third)) &&
        !shareList(membersOf(own), membersOf(third))
      );
    });
  // Whoever fits two that are told apart waits until all others are together.
  const waits = opposition === NO_OPPOSITION ? new Set() : findTorn(likes, opposition);
  const isLate = (edge: Edge): boolean => waits.has(edge.a) || waits.has(edge.b);
  for (const edge of [...order.filter((one) => !isLate(one)), ...order.filter(isLate)]) {
    const x = find(edge.a);
    const y = find(edge.b);
    if (x === y) continue;
    if (shut.has(x) || shut.has(y)) continue;
    const ones = membersOf(x);
    const others = membersOf(y);
    if (areIn(left, ones, others) || shareList(ones, others)) continue;
    if (sides.areOpposed(x, y)) continue;
    if (isTorn(edge.a, edge.bits, x, y) || isTorn(edge.b, edge.bits, y, x)) continue;
    if (ones.length > 1 || others.length > 1) {
      let sum = 0;
      for (const one of ones)
        for (const other of others) sum += weights.get(keyOf(one, other)) ?? weigh(one, other);
      if (sum <= 0) continue;
    }
    join(x, y, ones, others);
  }
  return { of: Int32Array.from({ length: size }, (_, index) => find(index)), refused };
}

type Pairs = ReadonlyMap<number, ReadonlySet<number>>;

/** Each side of every pair with its other sides. */
function mapPairs(pairs: readonly (readonly [number, number])[]): Pairs {
  const map = new Map<number, Set<number>>();
  for (const [a, b] of pairs) {
    addTo(map, a, b);
    addTo(map, b, a);
  }
  return map;
}

function addTo(map: Map<number, Set<number>>, key: number, value: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([value]));
  else known.add(value);
}
