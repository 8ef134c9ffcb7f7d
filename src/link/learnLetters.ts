/**
 * In: two lists. Out: what letters cost between them, learned from names that are one person's beyond doubt.
 * Never: learns from a pair that only its name holds together in another spelling.
 */
import { findCandidates, type Candidate, type Work } from "./candidates.ts";
import type { Side } from "./compareFields.ts";
import { aligned, compareNames, type Form, type NameOutcome } from "./compareNames.ts";
import type { KeyIndex } from "./keyIndex.ts";
import { type Costs, LetterHabits } from "./letterHabits.ts";
import { calibratedBits, fit, type Fitted, sizesOf, sizesOfPart } from "./score.ts";

/** So many people of the left list are looked at. */
const LOOKED_AT = 3000;
const ROUNDS = 2;
/** Bits that a pair must have. */
const CERTAIN = 5;
export function learnLetters(left: Side, right: Side, index: KeyIndex, work: Work): Costs | null {
  const { vocabulary, model } = work;
  const step = Math.max(1, Math.floor(left.roster.size / LOOKED_AT));
  const sizes = sizesOfPart(sizesOf(left.roster.size, right.roster.size, false), step);
  let costs: Costs | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    vocabulary.useCosts(costs);
    const candidates = findCandidates(left, right, index, work, { step });
    const fitted = fit(candidates, sizes, model.weights);
    costs = learnOnce(candidates, fitted, left, right, work);
    if (costs === null) break;
  }
  vocabulary.useCosts(null);
  return costs;
}

function learnOnce(
  candidates: readonly Candidate[],
  fitted: Fitted,
  left: Side,
  right: Side,
  work: Work,
): Costs | null {
  const habits = new LetterHabits(work.model.costs);
  const seen = new Set<number>();
  const rarity = { everywhere: work.rarity, left: null, right: null };
  for (const candidate of candidates) {
    if (calibratedBits(candidate, fitted, work.model.weights) < CERTAIN) continue;
    for (const [a, b] of formsOf(left, candidate.a, right, candidate.b)) {
      compareNames(a, b, work.vocabulary, rarity, work.model.weights.name, outcome);
      if (outcome.matched === 0) continue;
      for (let at = 0; at < aligned.count; at++)
        teach(wordAt(a, aligned.a[at] ?? 0), wordAt(b, aligned.b[at] ?? 0), habits, seen, work);
      const x = wordAt(a, aligned.restA);
      const y = wordAt(b, aligned.restB);
      const { skeletonIds } = work.vocabulary;
      if (x >= 0 && y >= 0 && skeletonIds[x] === skeletonIds[y]) teach(x, y, habits, seen, work);
    }
  }
  return habits.learn();
}

const outcome: NameOutcome = {
  bits: 0,
  familyBits: 0,
  matched: 0,
  variants: 0,
  conflicts: 0,
  extras: 0,
  exact: false,
  isOtherGiven: false,
  isOtherFamily: false,
};

/** Each pair of words teaches once, however many have it. */
function teach(a: number, b: number, habits: LetterHabits, seen: Set<number>, work: Work): void {
  if (a < 0 || b < 0) return;
  const { vocabulary } = work;
  const isPersianA = vocabulary.isPersian[a] === true;
  const isPersianB = vocabulary.isPersian[b] === true;
  const [from, to] = isPersianB && !isPersianA ? [b, a] : [a, b];
  const key = from * 0x4000000 + to;
  if (seen.has(key)) return;
  seen.add(key);
  const kind = isPersianA !== isPersianB ? "cross" : isPersianA ? "persian" : "latin";
  habits.add(kind, vocabulary.soundsOf(from), vocabulary.soundsOf(to));
}

/** The word of a mask of one, or -1. */
function wordAt(form: Form, mask: number): number {
  if (mask === 0 || (mask & (mask - 1)) !== 0) return -1;
  return form.words[form.from + 31 - Math.clz32(mask)] ?? -1;
}

/** Ways of writing the names of two people that may be compared. */
function* formsOf(left: Side, a: number, right: Side, b: number): Generator<readonly [Form, Form]> {
  for (const x of formsOfOne(left, a)) for (const y of formsOfOne(right, b)) yield [x, y];
}

function* formsOfOne({ roster }: Side, person: number): Generator<Form> {
  for (let f = roster.formStart[person] ?? 0; f < (roster.formStart[person + 1] ?? 0); f++)
    yield { words: roster.words, from: roster.wordStart[f] ?? 0, to: roster.wordStart[f + 1] ?? 0 };
}
