/**
 * In: namings, pairs of them with their weight, and what people decided. Out: who is one person with whom.
 * Never: joins what somebody held apart; joins anything by itself to one whom somebody confirmed; depends on the order
 * in which namings came.
 *
 * Agglomeration by descending weight under cannot-links, each union only where the average weight between the two
 * groups stays positive (average linkage; Murtagh & Contreras 2012).
 */

/** Two namings, and how many bits speak for their being one person (log2 of the odds). */
export type WeighedPair = { readonly a: string; readonly b: string; readonly bits: number };

export type PairDecision = {
  readonly a: string;
  readonly b: string;
  readonly verdict: "same" | "different" | "unsure";
};

export type ClusterInput = {
  readonly mentions: readonly string[];
  readonly pairs: readonly WeighedPair[];
  /** In the order in which they were taken; of two about one pair the last one holds. */
  readonly decisions: readonly PairDecision[];
  /** Namings that somebody confirmed to be one person: bound together, and closed to the machine. */
  readonly confirmed: readonly (readonly string[])[];
};

export type Clusters = {
  /** Groups of namings, each sorted, in the order of their first. */
  readonly groups: readonly (readonly string[])[];
  /** Decisions that other decisions speak against: "same" between two whom "different" holds apart. */
  readonly contradicted: readonly PairDecision[];
};

/** What a pair that was never near enough to be weighed says, in bits. */
const NEVER_WEIGHED = -4;
/** Bits from which the machine joins two by itself: from here on more likely one than two. */
const JOINS_FROM = 0;

/** Groups namings into people. */
export function clusterMentions(input: ClusterInput): Clusters {
  const forest = new Forest(input.mentions);
  const last = lastDecisions(input.decisions);
  const apart = last.filter(({ verdict }) => verdict === "different");
  for (const { a, b } of apart) forest.holdApart(a, b);
  const contradicted = last.filter(({ a, b, verdict }) => verdict === "same" && !forest.bind(a, b));
  for (const group of input.confirmed) {
    const [first, ...others] = group.filter((mention) => forest.has(mention));
    if (first === undefined) continue;
    for (const other of others) forest.bind(first, other);
    forest.close(first);
  }
  for (const { a, b, verdict } of last) if (verdict === "unsure") forest.leave(a, b);
  joinByWeight(forest, input.pairs);
  return { groups: forest.groups(), contradicted };
}

/** Of several decisions about one pair the last. */
function lastDecisions(decisions: readonly PairDecision[]): readonly PairDecision[] {
  return [...new Map(decisions.map((one) => [pairKey(one.a, one.b), one])).values()].sort((x, y) =>
    compare(pairKey(x.a, x.b), pairKey(y.a, y.b)),
  );
}

function joinByWeight(forest: Forest, pairs: readonly WeighedPair[]): void {
  const weights = new Map(pairs.map(({ a, b, bits }) => [pairKey(a, b), bits]));
  const sorted = pairs
    .filter(({ a, b, bits }) => bits > JOINS_FROM && forest.has(a) && forest.has(b))
    .sort((x, y) => y.bits - x.bits || compare(pairKey(x.a, x.b), pairKey(y.a, y.b)));
  for (const { a, b } of sorted) {
    if (!forest.mayJoin(a, b)) continue;
    const [left, right] = [forest.groupOf(a), forest.groupOf(b)];
    let sum = 0;
    for (const one of left)
      for (const other of right) sum += weights.get(pairKey(one, other)) ?? NEVER_WEIGHED;
    if (sum > 0) forest.join(a, b);
  }
}

/** Groups that grow, with those that must not meet. */
class Forest {
  readonly #groupByMention: Map<string, Group>;

  constructor(mentions: readonly string[]) {
    this.#groupByMention = new Map(
      [...mentions]
        .sort(compare)
        .map((mention) => [
          mention,
          { members: [mention], apart: new Set<string>(), left: new Set<string>(), closed: false },
        ]),
    );
  }

  has(mention: string): boolean {
    return this.#groupByMention.has(mention);
  }

  groupOf(mention: string): readonly string[] {
    return this.#groupByMention.get(mention)?.members ?? [];
  }

  holdApart(a: string, b: string): void {
    this.#groupByMention.get(a)?.apart.add(b);
    this.#groupByMention.get(b)?.apart.add(a);
  }

  /** Nobody decided yet: the machine does not either. */
  leave(a: string, b: string): void {
    const group = this.#groupByMention.get(a);
    if (group === undefined || group === this.#groupByMention.get(b)) return;
    group.left.add(b);
    this.#groupByMention.get(b)?.left.add(a);
  }

  close(mention: string): void {
    const group = this.#groupByMention.get(mention);
    if (group !== undefined) group.closed = true;
  }

  /** Joins because somebody said so; answers false where somebody else holds the two apart. */
  bind(a: string, b: string): boolean {
    if (!this.has(a) || !this.has(b)) return true;
    if (this.#areApart(a, b, "apart")) return false;
    this.join(a, b);
    return true;
  }

  /** May the machine join them? */
  mayJoin(a: string, b: string): boolean {
    const [one, other] = [this.#groupByMention.get(a), this.#groupByMention.get(b)];
    if (one === undefined || other === undefined || one === other) return false;
    if (one.closed || other.closed) return false;
    return !this.#areApart(a, b, "apart") && !this.#areApart(a, b, "left");
  }

  join(a: string, b: string): void {
    const [one, other] = [this.#groupByMention.get(a), this.#groupByMention.get(b)];
    if (one === undefined || other === undefined || one === other) return;
    const joined: Group = {
      members: [...one.members, ...other.members].sort(compare),
      apart: new Set([...one.apart, ...other.apart]),
      left: new Set([...one.left, ...other.left]),
      closed: one.closed || other.closed,
    };
    for (const mention of joined.members) this.#groupByMention.set(mention, joined);
  }

  groups(): readonly (readonly string[])[] {
    return [...new Set(this.#groupByMention.values())].map(({ members }) => members);
  }

  #areApart(a: string, b: string, kind: "apart" | "left"): boolean {
    const [one, other] = [this.#groupByMention.get(a), this.#groupByMention.get(b)];
    if (one === undefined || other === undefined) return false;
    const [fewer, more] =
      one[kind].size < other[kind].size ? ([one, other] as const) : ([other, one] as const);
    for (const mention of fewer[kind]) if (this.#groupByMention.get(mention) === more) return true;
    // Of two groups one may know of the other only from its side.
    for (const mention of more[kind]) if (this.#groupByMention.get(mention) === fewer) return true;
    return false;
  }
}

type Group = {
  readonly members: readonly string[];
  readonly apart: Set<string>;
  readonly left: Set<string>;
  closed: boolean;
};

function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
