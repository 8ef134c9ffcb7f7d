/**
 * In: pairs of namings with their probability, who is whom, and what people decided. Out: how many links are expected to be
 * wrong, and how many to be missed, by the model and by what people decided.
 * Never: takes pairs that people chose to look at for a sample of all without saying so; counts one link of a person twice.
 */
export type Interval = { readonly low: number; readonly high: number };

export type LinkErrors = {
  /** Links that are wrong, and people who are two and should be one. */
  readonly wrong: Interval;
  readonly missed: Interval;
  readonly people: { readonly low: number; readonly best: number; readonly high: number };
};

export type ErrorsByDecisions = LinkErrors & {
  /** Links and pairs of people where too little was decided, which go by the model. */
  readonly byModel: number;
};

export type LinkState = {
  readonly personOf: ReadonlyMap<string, string>;
  /** Pairs that people may be wrong about: none that somebody decided, none that one document tells apart. */
  readonly open: readonly Weighed[];
  /** Pairs that hold by a decision. */
  readonly joined: readonly (readonly [string, string])[];
};

type Weighed = { readonly a: string; readonly b: string; readonly probability: number };

/** What a person decided, and what the model had said of it. */
export type Judged = { readonly probability: number; readonly isSame: boolean };

/** 97.5 % quantile of the normal distribution. */
const Z = 1.96;
/** Lower ends of the bins in which decisions are counted. */
const BINS = [0, 0.3, 0.5, 0.7, 0.9, 0.99] as const;
/** Fewer decisions in a bin tell nothing. */
const ENOUGH = 5;

/** By the probabilities of the model: a Poisson binomial, by its mean and variance, and by what they may be wrong. */
export function errorsByModel(state: LinkState): LinkErrors {
  const { links, gaps } = linksAndGaps(state);
  return inPeople(state, sumOf(links.map((probability) => 1 - probability)), sumOf(gaps));
}

/** By what people decided, in bins of what the model had said: Wilson intervals; null where no bin has enough. */
export function errorsByDecisions(
  state: LinkState,
  judged: readonly Judged[],
): ErrorsByDecisions | null {
  const bins = BINS.map((from, at) => {
    const own = judged.filter(({ probability }) => binOf(probability) === at);
    return { from, own, share: wilson(own.filter(({ isSame }) => isSame).length, own.length) };
  });
  if (!bins.some(({ own }) => own.length >= ENOUGH)) return null;
  const { links, gaps } = linksAndGaps(state);
  const isTold = (probability: number): boolean =>
    (bins[binOf(probability)]?.own.length ?? 0) >= ENOUGH;
  const shareOf = (probability: number): Interval =>
    bins[binOf(probability)]?.share ?? { low: 0, high: 1 };
  const bySome = (all: readonly number[], isWrong: boolean): Interval => {
    const told = all.filter(isTold).map(shareOf);
    const low = told.reduce((sum, share) => sum + (isWrong ? 1 - share.high : share.low), 0);
    const high = told.reduce((sum, share) => sum + (isWrong ? 1 - share.low : share.high), 0);
    const rest = all.filter((probability) => !isTold(probability));
    const model = sumOf(isWrong ? rest.map((probability) => 1 - probability) : rest);
    return { low: Math.floor(low) + model.low, high: Math.ceil(high) + model.high };
  };
  return {
    ...inPeople(state, bySome(links, true), bySome(gaps, false)),
    byModel: [...links, ...gaps].filter((probability) => !isTold(probability)).length,
  };
}

function binOf(probability: number): number {
  return BINS.findLastIndex((from) => probability >= from);
}

/** Every wrong link makes one person more, every missed one a person less. */
function inPeople({ personOf }: LinkState, wrong: Interval, missed: Interval): LinkErrors {
  const best = new Set(personOf.values()).size;
  const low = Math.max(Math.min(best, 1), best - missed.high);
  return { wrong, missed, people: { low, best, high: best + wrong.high } };
}

/**
 * Of each person as few links as hold the namings together, and of people as few pairs as would make one of all who may be one, the
 * strongest first: three who are one are two links, or two people less.
 */
function linksAndGaps({ personOf, open, joined }: LinkState): {
  readonly links: readonly number[];
  readonly gaps: readonly number[];
} {
  const namings = new Joined();
  const people = new Joined();
  for (const [a, b] of joined) namings.join(a, b);
  const links: number[] = [];
  const gaps: number[] = [];
  for (const { a, b, probability } of open.toSorted((x, y) => y.probability - x.probability)) {
    const [one, other] = [personOf.get(a) ?? a, personOf.get(b) ?? b];
    if (one === other) {
      if (namings.join(a, b)) links.push(probability);
    } else if (people.join(one, other)) gaps.push(probability);
  }
  return { links, gaps };
}

/** What was joined so far. */
class Joined {
  readonly #parent = new Map<string, string>();

  #find(one: string): string {
    let at = one;
    for (let up = this.#parent.get(at); up !== undefined; up = this.#parent.get(at)) at = up;
    return at;
  }

  /** Joins two; false where they were one already. */
  join(a: string, b: string): boolean {
    const [x, y] = [this.#find(a), this.#find(b)];
    if (x !== y) this.#parent.set(y, x);
    return x !== y;
  }
}

/** What probabilities of the middle may be wrong by, all to one side; those near 0 and 1 by less. */
const CALIBRATED = 0.05;

/** How many of these come true: 95 %, and as many more or less as the probabilities themselves may be wrong by. */
function sumOf(probabilities: readonly number[]): Interval {
  const mean = probabilities.reduce((sum, one) => sum + one, 0);
  const variance = probabilities.reduce((sum, one) => sum + one * (1 - one), 0);
  const spread = Z * Math.sqrt(variance) + CALIBRATED * 4 * variance;
  return {
    low: Math.max(0, Math.floor(mean - spread)),
    high: Math.min(probabilities.length, Math.ceil(mean + spread)),
  };
}

/** Share of successes: 95 % (E. B. Wilson, Probable Inference, JASA 22, 1927). */
function wilson(successes: number, all: number): Interval {
  if (all === 0) return { low: 0, high: 1 };
  const share = successes / all;
  const middle = share + Z ** 2 / (2 * all);
  const spread = Z * Math.sqrt((share * (1 - share)) / all + Z ** 2 / (4 * all ** 2));
  const whole = 1 + Z ** 2 / all;
  return {
    low: Math.max(0, (middle - spread) / whole),
    high: Math.min(1, (middle + spread) / whole),
  };
}
