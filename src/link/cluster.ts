/**
 * In: edges with bits between numbered records, and what may not be together. Out: which records are one person.
 * Never: depends on the order in which edges come; joins two groups whose members speak against each other on the whole, or
 * two that are told apart for good, through a third that would fit either.
 *
 * Agglomeration by descending weight under cannot-links, each union only where the average weight between two groups is
 * positive (average linkage: Murtagh & Contreras, WIREs Data Mining 2, 2012; must- and cannot-links: Wagstaff et al. 2001).
 */
import { Copies, Groups, type Pairs } from "./clusterGroups.ts";
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
  /** Of each record the first one that says the same: they weigh as one, however many they are. */
  readonly alike?: ArrayLike<number>;
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
  const copies = new Copies(size, edges, rules.alike);
  const groups = new Groups(size, copies, certifiedList);
  const { find } = groups;
  const apart = mapPairs(cannot);
  const left = mapPairs([...cannot, ...open]);
  const sides = new Sides(opposition);
  const join = (x: number, y: number): void => sides.join(x, y, groups.join(x, y));
  const refused: number[] = [];
  for (const [at, [a, b]] of must.entries()) {
    const x = find(a);
    const y = find(b);
    if (x === y) continue;
    if (groups.areTied(apart, x, y)) refused.push(at);
    else join(x, y);
  }
  sides.settle();
  const shut = new Set(closed.map(find));
  const rankOf = (index: number) => rank?.[index] ?? index;
  const order = copies.edges
    .filter(({ bits }) => bits > 0)
    .sort(
      (one, other) =>
        other.bits - one.bits ||
        Math.min(rankOf(one.a), rankOf(one.b)) - Math.min(rankOf(other.a), rankOf(other.b)) ||
        Math.max(rankOf(one.a), rankOf(one.b)) - Math.max(rankOf(other.a), rankOf(other.b)),
    );
  const likes = opposition === NO_OPPOSITION ? NO_LIKES : likesOf(order);
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
        !groups.areTied(apart, own, third) &&
        !groups.shareList(own, third)
      );
    });
  /** Two of one list that names nobody twice are not tried. */
  const areListed = (one: number, other: number): boolean =>
    (certifiedList?.[one] ?? -1) >= 0 && certifiedList?.[one] === certifiedList?.[other];
  /** What two groups say of each other on the whole; copies speak once. */
  const speakFor = (x: number, y: number): boolean => {
    if (groups.wordsOf(x).length === 1 && groups.wordsOf(y).length === 1) return true;
    return groups.sumBetween(x, y, weighWords) > 0;
  };
  const weighWords = (one: number, other: number): number =>
    copies.weightOf(one, other) ?? weigh(one, other);
  const tryToJoin = ({ a, b, bits }: Edge, x: number, y: number): boolean => {
    if (x === y) return true;
    if (shut.has(x) || shut.has(y)) return false;
    if (groups.areTied(left, x, y) || groups.shareList(x, y) || sides.areOpposed(x, y))
      return false;
    if (isTorn(a, bits, x, y) || isTorn(b, bits, y, x) || !speakFor(x, y)) return false;
    join(x, y);
    return true;
  };
  // Whoever fits two that are told apart waits until all others are together.
  const waits = opposition === NO_OPPOSITION ? new Set() : findTorn(likes, opposition);
  const isLate = (edge: Edge): boolean => waits.has(edge.a) || waits.has(edge.b);
  const inTurn =
    waits.size === 0 ? order : [...order.filter((one) => !isLate(one)), ...order.filter(isLate)];
  for (const edge of inTurn) {
    if (!copies.areSome && edge.a !== edge.b) {
      tryToJoin(edge, find(edge.a), find(edge.b));
      continue;
    }
    const ones = copies.speaksFor(edge.a);
    if (edge.a === edge.b) {
      for (const [at, one] of ones.entries())
        ones.some(
          (other, place) =>
            place < at && !areListed(one, other) && tryToJoin(edge, find(one), find(other)),
        );
      continue;
    }
    const others = copies.speaksFor(edge.b);
    for (const x of new Set(ones.map(find)))
      for (const y of new Set(others.map(find))) tryToJoin(edge, find(x), find(y));
  }
  return { of: Int32Array.from({ length: size }, (_, index) => find(index)), refused };
}

const NO_LIKES: ReturnType<typeof likesOf> = new Map();

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
