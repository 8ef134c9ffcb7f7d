/**
 * In: two ways of writing a name, as numbers of words. Out: what they say in bits, and which words answer each other.
 * Never: allocates; a bit is -log2 of how common what agrees is, less what the spelling costs.
 */
import type { NameWeights } from "./linkModel.ts";
import { KNOWN_DIFFERENT, type Vocabulary } from "./vocabulary.ts";

/** How common the words are, as -log2 of the share of people who have them. */
export type Rarity = (word: number) => number;

export type NameOutcome = {
  bits: number;
  /** The part of them that kin share too: agreement beyond the first word. */
  familyBits: number;
  matched: number;
  /** Words that agree in another spelling. */
  variants: number;
  conflicts: number;
  extras: number;
  exact: boolean;
};

const MOST = 8;
const PAIRS = MOST * MOST * 3;
const pairBits = new Float64Array(PAIRS);
const pairA = new Int32Array(PAIRS);
const pairB = new Int32Array(PAIRS);
const pairExact = new Uint8Array(PAIRS);

/** Words of both sides that answer each other in the last comparison: masks of places among the words. */
export const aligned = {
  count: 0,
  a: new Int32Array(MOST),
  b: new Int32Array(MOST),
  bits: new Float64Array(MOST),
  exact: new Uint8Array(MOST),
  restA: 0,
  restB: 0,
};

/** Up to this cost a word is in the usual spelling of the other. */
const SPELLED_ALIKE = 1.2;

/** An agreement worth less than this is none. */
const LEAST_AGREEMENT = -2.5;

export function compareNames(
  a: Int32Array,
  b: Int32Array,
  vocabulary: Vocabulary,
  rarity: Rarity,
  weights: NameWeights,
  outcome: NameOutcome,
): void {
  const n = Math.min(a.length, MOST);
  const m = Math.min(b.length, MOST);
  const found = findAgreements(a, b, n, m, vocabulary, rarity, weights);
  let usedA = 0;
  let usedB = 0;
  let bits = 0;
  let family = 0;
  let matched = 0;
  let exact = true;
  let variants = 0;
  let crossed = false;
  aligned.count = 0;
  for (;;) {
    let best = -1;
    let bestBits = LEAST_AGREEMENT;
    for (let at = 0; at < found; at++) {
      const value = pairBits[at] ?? 0;
      if (
        value > bestBits &&
        ((pairA[at] ?? 0) & usedA) === 0 &&
        ((pairB[at] ?? 0) & usedB) === 0
      ) {
        best = at;
        bestBits = value;
      }
    }
    if (best < 0) break;
    const maskA = pairA[best] ?? 0;
    const maskB = pairB[best] ?? 0;
    for (let at = 0; at < aligned.count; at++)
      if (maskA > (aligned.a[at] ?? 0) !== maskB > (aligned.b[at] ?? 0)) crossed = true;
    aligned.a[aligned.count] = maskA;
    aligned.b[aligned.count] = maskB;
    aligned.bits[aligned.count] = bestBits;
    aligned.exact[aligned.count] = pairExact[best] ?? 0;
    aligned.count++;
    usedA |= maskA;
    usedB |= maskB;
    bits += bestBits;
    if ((maskA & 1) === 0 && (maskB & 1) === 0) family += bestBits;
    if (pairExact[best] === 0) {
      exact = false;
      variants++;
    }
    matched += maskA === (maskA & -maskA) && maskB === (maskB & -maskB) ? 1 : 2;
  }
  const restA = ((1 << n) - 1) & ~usedA;
  const restB = ((1 << m) - 1) & ~usedB;
  aligned.restA = restA;
  aligned.restB = restB;
  const leftA = countBits(restA);
  const leftB = countBits(restB);
  const conflicts = Math.min(leftA, leftB);
  const extras = Math.max(leftA, leftB) - conflicts;
  if (conflicts > 0) {
    const isFirst = (restA & restB & 1) === 1;
    const isLast = ((restA >> (n - 1)) & (restB >> (m - 1)) & 1) === 1;
    bits += isFirst ? weights.conflictFirst : isLast ? weights.conflictLast : weights.conflictMore;
    bits += (conflicts - 1) * weights.conflictMore;
  }
  if (extras > 0) bits += weights.extraFirst + (extras - 1) * weights.extraMore;
  if (crossed) bits += weights.crossed;
  if (Math.min(n, m) === 1) bits += weights.single;
  outcome.bits = bits;
  outcome.familyBits = family;
  outcome.matched = matched;
  outcome.variants = variants;
  outcome.conflicts = conflicts;
  outcome.extras = extras;
  outcome.exact = exact && conflicts === 0 && extras === 0;
}

function findAgreements(
  a: Int32Array,
  b: Int32Array,
  n: number,
  m: number,
  vocabulary: Vocabulary,
  rarity: Rarity,
  weights: NameWeights,
): number {
  let found = 0;
  const add = (cost: number, common: number, maskA: number, maskB: number) => {
    if (cost >= KNOWN_DIFFERENT || found === PAIRS) return;
    const isSpelledAlike = cost <= SPELLED_ALIKE;
    pairBits[found] =
      Math.min(common, weights.mostPerToken) +
      (isSpelledAlike ? weights.exact : weights.variant) -
      cost;
    pairA[found] = maskA;
    pairB[found] = maskB;
    pairExact[found] = isSpelledAlike ? 1 : 0;
    found++;
  };
  for (let i = 0; i < n; i++) {
    const x = a[i] ?? 0;
    const rarityX = rarity(x);
    for (let j = 0; j < m; j++) {
      const y = b[j] ?? 0;
      add(vocabulary.cost(x, y), Math.min(rarityX, rarity(y)), 1 << i, 1 << j);
      if (n === m && n < 3) continue;
      if (j + 1 < m) {
        const next = b[j + 1] ?? 0;
        const cost = vocabulary.cost(x, vocabulary.join(y, next));
        if (cost < KNOWN_DIFFERENT)
          add(cost, Math.min(rarityX, rarity(y) + rarity(next)), 1 << i, 3 << j);
      }
      if (i + 1 < n) {
        const next = a[i + 1] ?? 0;
        const cost = vocabulary.cost(vocabulary.join(x, next), y);
        if (cost < KNOWN_DIFFERENT)
          add(cost, Math.min(rarityX + rarity(next), rarity(y)), 3 << i, 1 << j);
      }
    }
  }
  return found;
}

function countBits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
