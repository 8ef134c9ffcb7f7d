/**
 * In: two ways of writing a name, as numbers of words. Out: what they say in bits, and which words answer each other.
 * Never: allocates; a bit is -log2 of how common what agrees is, less what the spelling costs.
 */
import type { NameWeights } from "./linkModel.ts";
import { KNOWN_DIFFERENT, type Vocabulary } from "./vocabulary.ts";

/**
 * How rare words are, as -log2 of the share of people who have them: everywhere, or where both people died in one event
 * among the dead of that event, if they share the word more often.
 */
export type Rarity = {
  everywhere: Float64Array;
  left: EventWords | null;
  right: EventWords | null;
};

/** The words of the dead of an event, with how many have each. */
export type EventWords = {
  readonly size: number;
  readonly words: Pick<ReadonlyMap<number, number>, "get">;
};

/** Rarity of a word made by joining two. */
const UNSEEN = 11;

function rarityOf(rarity: Rarity, word: number): number {
  const everywhere = rarity.everywhere[word] ?? UNSEEN;
  if (rarity.left === null && rarity.right === null) return everywhere;
  const share = Math.max(shareOf(rarity.left, word), shareOf(rarity.right, word));
  return share <= 0 ? everywhere : Math.min(everywhere, -Math.log2(share));
}

/** Less the one who is compared. */
function shareOf(event: EventWords | null, word: number): number {
  return event === null ? 0 : ((event.words.get(word) ?? 0) - 1) / (event.size + 3);
}

/** A way of writing a name: words from..to of a column. */
export type Form = { words: Int32Array; from: number; to: number };

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
  /** Each has a known given name that the other has not, and they share none: brothers, as far as names tell. */
  isOtherGiven: boolean;
  /**
   * The last words are left, and one is the other with an ending that makes another family's name of it, or they are of other
   * consonants and nothing but given names agrees.
   */
  isOtherFamily: boolean;
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

/** Given names further apart than this are two: kin are often named alike. */
const FIRST_REACH = 7.6;

/** Up to this cost a word is in the usual spelling of the other. */
const SPELLED_ALIKE = 1.2;

/** The most that given names say against another surname. */
const MOST_GIVEN = 3;

/** An agreement worth less than this is none. */
const LEAST_AGREEMENT = -2.5;

export function compareNames(
  a: Form,
  b: Form,
  vocabulary: Vocabulary,
  rarity: Rarity,
  weights: NameWeights,
  outcome: NameOutcome,
): void {
  const n = Math.min(a.to - a.from, MOST);
  const m = Math.min(b.to - b.from, MOST);
  findAgreements(a, b, n, m, vocabulary, rarity, weights);
  let usedA = 0;
  let usedB = 0;
  let bits = 0;
  let family = 0;
  let matched = 0;
  let exact = true;
  let variants = 0;
  let crossed = false;
  let areLastOne = false;
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
    /** Beyond both first words; or the last word of one that stands first in the other, where surnames stand first. */
    const isFirst = (maskA & maskB & 1) === 1;
    const isGiven = ((maskA | maskB) & 1) === 1 && maskA >> (n - 1) === 0 && maskB >> (m - 1) === 0;
    if (!isFirst && !isGiven) family += bestBits;
    if (((maskA >> (n - 1)) & (maskB >> (m - 1)) & 1) === 1) areLastOne = true;
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
  const shared = areOtherGiven(a, b, n, m, vocabulary) ? sharedGiven(a, b, n, m, vocabulary) : 0;
  const isOtherGiven = shared > 0;
  const conflicts = Math.max(Math.min(leftA, leftB), isOtherGiven ? 1 : 0);
  const extras = Math.max(leftA, leftB) - conflicts;
  bits -= shared;
  family += shared;
  if (conflicts > 0) {
    const isFirst = (restA & restB & 1) === 1;
    const isLast = ((restA >> (n - 1)) & (restB >> (m - 1)) & 1) === 1;
    bits += isOtherGiven
      ? weights.conflictGiven
      : isFirst
        ? weights.conflictFirst
        : isLast
          ? weights.conflictLast
          : weights.conflictMore;
    bits += (conflicts - 1) * weights.conflictMore;
  }
  /** Given names alone, however rare, do not make one of two who are surnamed otherwise. */
  const isSurnameUsed = ((usedA >> (n - 1)) & 1) === 1 || ((usedB >> (m - 1)) & 1) === 1;
  if (conflicts > 0 && !isSurnameUsed) bits = Math.min(bits, MOST_GIVEN);
  if (extras > 0) bits += weights.extraFirst + (extras - 1) * weights.extraMore;
  if (crossed) bits += areLastOne ? weights.exchanged : weights.crossed;
  if (Math.min(n, m) === 1) bits += weights.single;
  outcome.bits = bits;
  outcome.familyBits = family;
  outcome.matched = matched;
  outcome.variants = variants;
  outcome.conflicts = conflicts;
  outcome.extras = extras;
  outcome.exact = exact && conflicts === 0 && extras === 0;
  outcome.isOtherFamily =
    conflicts > 0 &&
    !isSurnameUsed &&
    (areEndedApart(a, n, b, m, vocabulary) || areOtherSurnames(a, n, b, m, vocabulary));
  const givenAlike = alikeGiven(a, n, b, m, vocabulary);
  outcome.isOtherGiven =
    givenAlike !== SHARED_GIVEN &&
    (givenAlike === OTHER_GIVEN ||
      (conflicts > 0 &&
        (areFirstKnown(a, n, b, m, vocabulary) ||
          (holdsGiven(a, n, restA, vocabulary) && holdsGiven(b, m, restB, vocabulary)))));
}

/** What two names can say at most, told by the consonants of their words alone: far less work than comparing them. */
export function mostOfNames(
  a: Form,
  b: Form,
  vocabulary: Vocabulary,
  everywhere: Float64Array,
  weights: NameWeights,
): number {
  const n = Math.min(a.to - a.from, MOST);
  const m = Math.min(b.to - b.from, MOST);
  const canJoin = n !== m || n > 2;
  let bits = 0;
  let usedB = 0;
  let isLeftA = false;
  const areLastParted = areParted(a, b, n, m, vocabulary);
  if (areLastParted) usedB |= 3 << (m - 2);
  for (let i = 0; i < n; i++) {
    const x = a.words[a.from + i] ?? 0;
    const common = everywhere[x] ?? UNSEEN;
    let most = -1;
    for (let j = 0; j < m; j++) {
      const y = b.words[b.from + j] ?? 0;
      if (vocabulary.isLetter(x, y)) most = Math.max(most, weights.initial, common);
      else if (!vocabulary.areFar(x, y))
        most = Math.max(most, Math.min(common, everywhere[y] ?? UNSEEN));
      else {
        const isJoined =
          canJoin &&
          ((j + 1 < m && vocabulary.mayJoin(x, y, b.words[b.from + j + 1] ?? 0)) ||
            (j > 0 && vocabulary.mayJoin(x, b.words[b.from + j - 1] ?? 0, y)) ||
            (i + 1 < n && vocabulary.mayJoin(y, x, a.words[a.from + i + 1] ?? 0)) ||
            (i > 0 && vocabulary.mayJoin(y, a.words[a.from + i - 1] ?? 0, x)));
        if (!isJoined) continue;
        most = Math.max(most, common);
      }
      usedB |= 1 << j;
    }
    if (most < 0 && areLastParted && i >= n - 2) most = common;
    if (most < 0) isLeftA = true;
    else bits += Math.min(most, weights.mostPerToken);
  }
  const isLeftB = usedB !== (1 << m) - 1;
  return isLeftA && isLeftB ? bits + weights.conflictMore : bits;
}

/**
 * Whether given names of two words are two: Mohammad Reza and Mohammad Amin, Mohammadreza and Mohammad Amin. Brothers are
 * named so, and share the other word for that.
 */
function areOtherGiven(a: Form, b: Form, n: number, m: number, vocabulary: Vocabulary): boolean {
  if (n < 3 && m < 3) return false;
  const isLeftA = holdsGiven(a, n, aligned.restA, vocabulary);
  const isLeftB = holdsGiven(b, m, aligned.restB, vocabulary);
  if (!isLeftA && !isLeftB) return false;
  if (isLeftA && isLeftB) return true;
  for (let at = 0; at < aligned.count; at++) {
    const maskA = aligned.a[at] ?? 0;
    const maskB = aligned.b[at] ?? 0;
    if (aligned.exact[at] === 1 || maskA >> (n - 1) !== 0 || maskB >> (m - 1) !== 0) continue;
    const x = a.words[a.from + 31 - Math.clz32(maskA)] ?? 0;
    const y = b.words[b.from + 31 - Math.clz32(maskB)] ?? 0;
    // The longer word holds another given name than the one that is left on the other side.
    const { texts } = vocabulary;
    const isLongerA = (texts[x]?.length ?? 0) > (texts[y]?.length ?? 0);
    if (isLongerA === isLeftB && vocabulary.isPart(x, y)) return true;
  }
  return false;
}

/** Whether one of the words that are left before the last one is known as a given name. */
function holdsGiven(form: Form, count: number, rest: number, vocabulary: Vocabulary): boolean {
  for (let at = 0; at < count - 1; at++)
    if (((rest >> at) & 1) === 1 && vocabulary.isGiven[form.words[form.from + at] ?? 0] === true)
      return true;
  return false;
}

/** What given names before the last words that answer each other are. */
const NO_GIVEN = 0;
const SHARED_GIVEN = 1;
/** Two known names that pass for spellings of one: Jamal and Jamil, Vahid and Vahideh. */
const OTHER_GIVEN = 2;

function alikeGiven(a: Form, n: number, b: Form, m: number, vocabulary: Vocabulary): number {
  const { isGiven } = vocabulary;
  let found = NO_GIVEN;
  for (let at = 0; at < aligned.count; at++) {
    const maskA = aligned.a[at] ?? 0;
    const maskB = aligned.b[at] ?? 0;
    if (maskA >> (n - 1) !== 0 || maskB >> (m - 1) !== 0) continue;
    const x = a.words[a.from + 31 - Math.clz32(maskA)] ?? 0;
    const y = b.words[b.from + 31 - Math.clz32(maskB)] ?? 0;
    if (isGiven[x] !== true && isGiven[y] !== true) continue;
    const areSingle = maskA === (maskA & -maskA) && maskB === (maskB & -maskB);
    const areTwo =
      aligned.exact[at] === 0 && areSingle && isGiven[x] === true && isGiven[y] === true;
    if (!areTwo || vocabulary.isPart(x, y) || vocabulary.areNicknames(x, y)) return SHARED_GIVEN;
    found = OTHER_GIVEN;
  }
  return found;
}

/** Whether both first words are left, and known as names. */
function areFirstKnown(
  a: Form,
  n: number,
  b: Form,
  m: number,
  { isGiven, isKnown }: Vocabulary,
): boolean {
  if (n < 2 || m < 2 || (aligned.restA & aligned.restB & 1) === 0) return false;
  const [x, y] = [a.words[a.from] ?? 0, b.words[b.from] ?? 0];
  return (
    (isGiven[x] === true || isKnown[x] === true) && (isGiven[y] === true || isKnown[y] === true)
  );
}

/** Whether the last words are names of two families by their endings. */
function areEndedApart(a: Form, n: number, b: Form, m: number, vocabulary: Vocabulary): boolean {
  if (n < 2 || m < 2) return false;
  return vocabulary.areOtherFamilies(a.words[a.from + n - 1] ?? 0, b.words[b.from + m - 1] ?? 0);
}

/** Whether the last words are of other consonants, and nothing but given names answers each other. */
function areOtherSurnames(a: Form, n: number, b: Form, m: number, vocabulary: Vocabulary): boolean {
  if (n < 2 || m < 2) return false;
  const [x, y] = [a.words[a.from + n - 1] ?? 0, b.words[b.from + m - 1] ?? 0];
  if (vocabulary.isLetter(x, y) || !vocabulary.areFar(x, y)) return false;
  for (let at = 0; at < aligned.count; at++) {
    const [maskA, maskB] = [aligned.a[at] ?? 0, aligned.b[at] ?? 0];
    if ((maskA & maskB & 1) === 1) continue;
    const word = a.words[a.from + 31 - Math.clz32(maskA)] ?? 0;
    const other = b.words[b.from + 31 - Math.clz32(maskB)] ?? 0;
    if (vocabulary.isGiven[word] !== true && vocabulary.isGiven[other] !== true) return false;
  }
  return true;
}

/** Bits of the given names before the last words that answer each other. */
function sharedGiven(a: Form, b: Form, n: number, m: number, vocabulary: Vocabulary): number {
  let bits = 0;
  for (let at = 0; at < aligned.count; at++) {
    const maskA = aligned.a[at] ?? 0;
    const maskB = aligned.b[at] ?? 0;
    if (maskA >> (n - 1) !== 0 || maskB >> (m - 1) !== 0) continue;
    const x = a.words[a.from + 31 - Math.clz32(maskA)] ?? 0;
    const y = b.words[b.from + 31 - Math.clz32(maskB)] ?? 0;
    if (vocabulary.isGiven[x] === true || vocabulary.isGiven[y] === true)
      bits += Math.max(0, aligned.bits[at] ?? 0);
  }
  return bits;
}

function findAgreements(
  a: Form,
  b: Form,
  n: number,
  m: number,
  vocabulary: Vocabulary,
  rarity: Rarity,
  weights: NameWeights,
): void {
  found = 0;
  findPartedElsewhere(a, b, n, m, vocabulary, rarity, weights);
  const canJoin = n !== m || n > 2;
  for (let i = 0; i < n; i++) {
    const x = a.words[a.from + i] ?? 0;
    for (let j = 0; j < m; j++) {
      const y = b.words[b.from + j] ?? 0;
      if (vocabulary.isInitial(x, y)) {
        addPair(weights.initial, 1 << i, 1 << j, true);
        continue;
      }
      const cost = vocabulary.cost(x, y);
      if (cost < (i === 0 && j === 0 ? FIRST_REACH : KNOWN_DIFFERENT)) {
        const common = Math.min(rarityOf(rarity, x), rarityOf(rarity, y));
        const other = cost > SPELLED_ALIKE ? anotherName(vocabulary, x, y, cost) : 0;
        addAgreement(cost, common - other, 1 << i, 1 << j, weights);
      }
      if (!canJoin) continue;
      if (j + 1 < m && mayBeJoined(x, y, b.words[b.from + j + 1] ?? 0, vocabulary)) {
        const next = b.words[b.from + j + 1] ?? 0;
        const joined = vocabulary.cost(x, vocabulary.join(y, next));
        if (joined < KNOWN_DIFFERENT) {
          const both = rarityOf(rarity, y) + rarityOf(rarity, next);
          addAgreement(joined, Math.min(rarityOf(rarity, x), both), 1 << i, 3 << j, weights);
        }
      }
      if (i + 1 < n && mayBeJoined(y, x, a.words[a.from + i + 1] ?? 0, vocabulary)) {
        const next = a.words[a.from + i + 1] ?? 0;
        const joined = vocabulary.cost(vocabulary.join(x, next), y);
        if (joined < KNOWN_DIFFERENT) {
          const both = rarityOf(rarity, x) + rarityOf(rarity, next);
          addAgreement(joined, Math.min(both, rarityOf(rarity, y)), 3 << i, 1 << j, weights);
        }
      }
    }
  }
}

function mayBeJoined(whole: number, a: number, b: number, vocabulary: Vocabulary): boolean {
  return vocabulary.mayJoin(whole, a, b) && !vocabulary.areFarJoined(whole, a, b);
}

/** "Karimpour-Azar" and «کریم‌پورآذر»: surnames of two words that are parted elsewhere. */
function findPartedElsewhere(
  a: Form,
  b: Form,
  n: number,
  m: number,
  vocabulary: Vocabulary,
  rarity: Rarity,
  weights: NameWeights,
): void {
  if (!areParted(a, b, n, m, vocabulary)) return;
  const [w, x] = [a.words[a.from + n - 2] ?? 0, a.words[a.from + n - 1] ?? 0];
  const [y, z] = [b.words[b.from + m - 2] ?? 0, b.words[b.from + m - 1] ?? 0];
  // Words that answer each other as they stand are parted in one way.
  if (vocabulary.cost(w, y) < FIRST_REACH || vocabulary.cost(x, z) < FIRST_REACH) return;
  const [whole, other] = [vocabulary.join(w, x), vocabulary.join(y, z)];
  const cost = vocabulary.cost(whole, other);
  if (cost >= KNOWN_DIFFERENT || vocabulary.areOtherFamilies(whole, other)) return;
  const common = Math.min(
    rarityOf(rarity, w) + rarityOf(rarity, x),
    rarityOf(rarity, y) + rarityOf(rarity, z),
  );
  addAgreement(cost, common, 3 << (n - 2), 3 << (m - 2), weights);
}

/** Whether the last two words of both may be one surname, behind a name of their own. */
function areParted(a: Form, b: Form, n: number, m: number, vocabulary: Vocabulary): boolean {
  return (
    n > 2 &&
    m > 2 &&
    vocabulary.mayPartElsewhere(
      a.words[a.from + n - 2] ?? 0,
      a.words[a.from + n - 1] ?? 0,
      b.words[b.from + m - 2] ?? 0,
      b.words[b.from + m - 1] ?? 0,
    )
  );
}

/** How many pairs of words agree so far. */
let found = 0;

function addAgreement(
  cost: number,
  common: number,
  maskA: number,
  maskB: number,
  weights: NameWeights,
): void {
  const isAlike = cost <= SPELLED_ALIKE;
  const spelled = (isAlike ? weights.exact : weights.variant) - slipBits(cost - weights.slip);
  addPair(Math.min(common, weights.mostPerToken) + spelled, maskA, maskB, isAlike);
}

/** What a slip takes: next to nothing below the cost at which a word is as likely another name, a bit a bit above it. */
function slipBits(above: number): number {
  return slips[Math.round(above * 10) + SLIPS_BELOW] ?? above;
}

/** In tenths of a bit, as costs are. */
const SLIPS_BELOW = 100;
const slips = Float64Array.from({ length: 300 }, (_, at) =>
  Math.log2(1 + 2 ** ((at - SLIPS_BELOW) / 10)),
);

function addPair(bits: number, maskA: number, maskB: number, isExact: boolean): void {
  if (found === PAIRS) return;
  pairBits[found] = bits;
  pairA[found] = maskA;
  pairB[found] = maskB;
  pairExact[found++] = isExact ? 1 : 0;
}

/**
 * Bits that speak for a word being another name than the one it is like: it stands in the lists more often than slips of
 * the commoner one would make it.
 */
function anotherName(vocabulary: Vocabulary, x: number, y: number, cost: number): number {
  const countX = vocabulary.counts[x] ?? 0;
  const countY = vocabulary.counts[y] ?? 0;
  const rarer = Math.min(countX, countY);
  if (rarer <= 1) return 0;
  const slips = 1 + Math.max(countX, countY) * 2 ** (OFTEN - cost);
  return Math.log2(1 + (rarer - 1) / slips);
}

/** A slip of this cost is made in every word of its kind. */
const OFTEN = 2;

function countBits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
