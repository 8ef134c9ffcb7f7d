/**
 * In: namings, pairs of them with their weight, and what people decided. Out: who is one person with whom.
 * Never: joins what somebody held apart; joins anything by itself to one whom somebody confirmed; depends on the order
 * in which namings came.
 */
import { clusterEdges, type ClusterRules, type Edge } from "./cluster.ts";

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
  /** Namings of one person in two versions of a page: one, unless somebody decides otherwise. */
  readonly versions?: readonly (readonly [string, string])[];
  /** Namings that somebody confirmed to be one person: bound together, and closed to the machine. */
  readonly confirmed: readonly (readonly string[])[];
  /** Two namings of one document are two people, whoever else is like both; only a decision joins them. */
  readonly documentOf?: ReadonlyMap<string, string>;
  /** What each naming says, as one text: those that say the same weigh as one, however many they are. */
  readonly wordsOf?: ReadonlyMap<string, string>;
  /** What namings say beside their names, and what a pair weighs that none of `pairs` is. */
  readonly facts?: MentionFacts;
};

/** Facts of a naming as one number (0: none), and which of these tell two people apart for good. */
export type MentionFacts = {
  readonly factsOf: (mention: string) => number;
  readonly areOpposed: (facts: number, others: number) => boolean;
  readonly weigh: (a: string, b: string) => number;
};

export type Clusters = {
  /** Groups of namings, each sorted, in the order of their first. */
  readonly groups: readonly (readonly string[])[];
  /** Decisions and confirmations that other decisions speak against: "same" between two whom "different" holds apart. */
  readonly contradicted: readonly PairDecision[];
};

/** Groups namings into people. */
export function clusterMentions(input: ClusterInput): Clusters {
  const mentions = [...new Set(input.mentions)].sort(compare);
  const numberOf = new Map(mentions.map((mention, number) => [mention, number]));
  const numbered = <T extends { readonly a: string; readonly b: string }>(pairs: readonly T[]) =>
    pairs.flatMap((pair) => {
      const [a, b] = [numberOf.get(pair.a), numberOf.get(pair.b)];
      return a === undefined || b === undefined || a === b ? [] : [{ pair, a, b }];
    });
  const last = numbered(lastDecisions(input.decisions));
  const ofVerdict = (verdict: PairDecision["verdict"]) =>
    last.filter(({ pair }) => pair.verdict === verdict);
  const between = ({ a, b }: { readonly a: number; readonly b: number }) => [a, b] as const;
  const confirmed = input.confirmed.map((group) =>
    group.flatMap((mention) => numberOf.get(mention) ?? []),
  );
  const same = ofVerdict("same");
  const bound = confirmed.flatMap(([first = 0, ...others]) =>
    others.map((one) => [first, one] as const),
  );
  const versions = numbered((input.versions ?? []).map(([a, b]) => ({ a, b }))).map(between);
  const { of, refused } = clusterEdges(mentions.length, numberPairs(input.pairs, numberOf), {
    must: [...same.map(between), ...bound, ...versions],
    cannot: ofVerdict("different").map(between),
    open: ofVerdict("unsure").map(between),
    closed: confirmed.flat(),
    ...(input.documentOf === undefined
      ? {}
      : { certifiedList: numberDocuments(mentions, input.documentOf) }),
    ...(input.wordsOf === undefined ? {} : { alike: firstAlike(mentions, input.wordsOf) }),
    ...(input.facts === undefined ? {} : numberFacts(mentions, input.facts)),
  });
  const groups = new Map<number, string[]>();
  mentions.forEach((mention, number) => {
    const cluster = of[number] ?? number;
    const group = groups.get(cluster);
    if (group === undefined) groups.set(cluster, [mention]);
    else group.push(mention);
  });
  return {
    groups: [...groups.values()],
    contradicted: refused.flatMap((at): readonly PairDecision[] => {
      const decided = same[at]?.pair;
      if (decided !== undefined) return [decided];
      const [a = -1, b = -1] = bound[at - same.length] ?? [];
      const [one, other] = [mentions[a], mentions[b]];
      return one === undefined || other === undefined
        ? []
        : [{ a: one, b: other, verdict: "same" }];
    }),
  };
}

/** Pairs between namings that there are: of a crowd there are a hundred thousand. */
function numberPairs(
  pairs: readonly WeighedPair[],
  numberOf: ReadonlyMap<string, number>,
): readonly Edge[] {
  const edges: Edge[] = [];
  for (const pair of pairs) {
    const [a, b] = [numberOf.get(pair.a), numberOf.get(pair.b)];
    if (a !== undefined && b !== undefined && a !== b) edges.push({ a, b, bits: pair.bits });
  }
  return edges;
}

/** What namings say, by their numbers. */
function numberFacts(
  mentions: readonly string[],
  { factsOf, areOpposed, weigh }: MentionFacts,
): Pick<ClusterRules, "opposition" | "weigh"> {
  const facts = mentions.map(factsOf);
  return {
    // Where nobody tells any, nobody is told apart by them.
    ...(facts.every((one) => one === 0)
      ? {}
      : { opposition: { factsOf: (number) => facts[number] ?? 0, areOpposed } }),
    weigh: (a, b) => weigh(mentions[a] ?? "", mentions[b] ?? ""),
  };
}

/** Of each naming the first one that says the same. */
function firstAlike(
  mentions: readonly string[],
  wordsOf: ReadonlyMap<string, string>,
): readonly number[] {
  const firsts = new Map<string, number>();
  return mentions.map((mention, number) => {
    const words = wordsOf.get(mention) ?? mention;
    const first = firsts.get(words) ?? number;
    firsts.set(words, first);
    return first;
  });
}

/** The document of each naming as a number. */
function numberDocuments(
  mentions: readonly string[],
  documentOf: ReadonlyMap<string, string>,
): readonly number[] {
  const numbers = new Map<string, number>();
  return mentions.map((mention) => {
    const document = documentOf.get(mention) ?? mention;
    const number = numbers.get(document) ?? numbers.size;
    numbers.set(document, number);
    return number;
  });
}

/** Of several decisions about one pair the last. */
function lastDecisions(decisions: readonly PairDecision[]): readonly PairDecision[] {
  return [...new Map(decisions.map((one) => [pairKey(one.a, one.b), one])).values()].sort((x, y) =>
    compare(pairKey(x.a, x.b), pairKey(y.a, y.b)),
  );
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
