/** Precision, recall and F1 of pairs, "id of a\tid of b". */
export type PairScore = {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly right: number;
  readonly said: number;
  readonly all: number;
};

export function scorePairs(said: Iterable<string>, truth: ReadonlySet<string>): PairScore {
  let right = 0;
  let count = 0;
  for (const pair of said) {
    count++;
    if (truth.has(pair)) right++;
  }
  const precision = count === 0 ? 1 : right / count;
  const recall = truth.size === 0 ? 1 : right / truth.size;
  return {
    precision,
    recall,
    f1: (2 * right) / (count + truth.size || 1),
    right,
    said: count,
    all: truth.size,
  };
}

type Ranked = { readonly probability: number; readonly isTrue: boolean };

/** Best F1 over all thresholds, where it lies, and the recall that is left at a precision of .99. */
export function sweep(ranked: readonly Ranked[], all: number) {
  const sorted = [...ranked].sort((x, y) => y.probability - x.probability);
  let right = 0;
  let best = { f1: 0, at: 1 };
  let recallAt99 = 0;
  sorted.forEach(({ probability, isTrue }, index) => {
    if (isTrue) right++;
    if (sorted[index + 1]?.probability === probability) return;
    const f1 = (2 * right) / (index + 1 + all);
    if (f1 > best.f1) best = { f1, at: probability };
    if (right / (index + 1) >= 0.99) recallAt99 = right / all;
  });
  return { ...best, recallAt99 };
}

export const BINS = [0, 0.05, 0.2, 0.4, 0.6, 0.8, 0.95, 0.99, 1.0001];

/** How many pairs of each bin there are, what they are held to be on average, and what they are. */
export function calibrate(ranked: readonly Ranked[]) {
  return BINS.slice(1).map((to, at) => {
    const from = BINS[at] ?? 0;
    const within = ranked.filter((one) => one.probability >= from && one.probability < to);
    const share = (sum: number) => (within.length === 0 ? NaN : sum / within.length);
    return {
      from,
      count: within.length,
      held: share(within.reduce((sum, one) => sum + one.probability, 0)),
      are: share(within.filter((one) => one.isTrue).length),
    };
  });
}
