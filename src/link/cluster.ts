/**
 * In: edges with bits between numbered records, and what may not be together. Out: which records are one person.
 * Never: depends on the order in which edges come; joins two groups whose members speak against each other on the whole.
 */
export type Edge = { readonly a: number; readonly b: number; readonly bits: number };

export type ClusterRules = {
  /** Edges that a person decided: these come first, whatever they weigh. */
  readonly must?: readonly (readonly [number, number])[];
  /** Pairs that a person decided are two. */
  readonly cannot?: readonly (readonly [number, number])[];
  /** List of each record that names nobody twice, or -1: two records of one such list are two people. */
  readonly certifiedList?: ArrayLike<number>;
  /** Ranks records of the same bits; as unchanging as the records themselves. */
  readonly rank?: ArrayLike<number>;
};

/** What two records weigh that no edge joins: their names or all else speak against it. */
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
  const { must = [], cannot = [], certifiedList, rank } = rules;
  const parent = Int32Array.from({ length: size }, (_, index) => index);
  const members = new Map<number, number[]>();
  const membersOf = (root: number) => members.get(root) ?? [root];
  const weights = new Map<number, number>();
  const keyOf = (a: number, b: number) => (a < b ? a * size + b : b * size + a);
  for (const edge of edges) weights.set(keyOf(edge.a, edge.b), edge.bits);
  const apart = new Map<number, Set<number>>();
  for (const [a, b] of cannot) {
    addTo(apart, a, b);
    addTo(apart, b, a);
  }
  const find = (start: number): number => {
    let at = start;
    while ((parent[at] ?? at) !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  const isForbidden = (left: readonly number[], right: readonly number[], checkLists: boolean) => {
    const lists = new Set<number>();
    if (certifiedList !== undefined && checkLists)
      for (const one of left)
        if ((certifiedList[one] ?? -1) >= 0) lists.add(certifiedList[one] ?? -1);
    return right.some(
      (other) =>
        (lists.size > 0 && lists.has(certifiedList?.[other] ?? -1)) ||
        (apart.size > 0 && left.some((one) => apart.get(one)?.has(other) === true)),
    );
  };
  const join = (x: number, y: number, left: readonly number[], right: readonly number[]) => {
    const root = Math.min(x, y);
    parent[Math.max(x, y)] = root;
    members.delete(Math.max(x, y));
    members.set(root, [...left, ...right]);
  };
  const refused: number[] = [];
  for (const [at, [a, b]] of must.entries()) {
    const x = find(a);
    const y = find(b);
    if (x === y) continue;
    const left = membersOf(x);
    const right = membersOf(y);
    if (isForbidden(left, right, false)) refused.push(at);
    else join(x, y, left, right);
  }
  const rankOf = (index: number) => rank?.[index] ?? index;
  const order = [...edges].sort(
    (one, other) =>
      other.bits - one.bits ||
      Math.min(rankOf(one.a), rankOf(one.b)) - Math.min(rankOf(other.a), rankOf(other.b)) ||
      Math.max(rankOf(one.a), rankOf(one.b)) - Math.max(rankOf(other.a), rankOf(other.b)),
  );
  for (const edge of order) {
    if (edge.bits <= 0) break;
    const x = find(edge.a);
    const y = find(edge.b);
    if (x === y) continue;
    const left = membersOf(x);
    const right = membersOf(y);
    if (isForbidden(left, right, true)) continue;
    if (left.length > 1 || right.length > 1) {
      let sum = 0;
      for (const one of left)
        for (const other of right) sum += weights.get(keyOf(one, other)) ?? NO_EDGE;
      if (sum <= 0) continue;
    }
    join(x, y, left, right);
  }
  return { of: Int32Array.from({ length: size }, (_, index) => find(index)), refused };
}

function addTo(map: Map<number, Set<number>>, key: number, value: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([value]));
  else known.add(value);
}
