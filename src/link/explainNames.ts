/**
 * In: two people. Out: which ways of writing their names are closest, and which words of them answer each other.
 * Never: adds words up otherwise than the scoring does.
 */
import type { TokenPair } from "../model/pairFound.ts";
import { rarityOn, type Work } from "./candidates.ts";
import type { Side } from "./compareFields.ts";
import { aligned, compareNames, type Form, type NameOutcome } from "./compareNames.ts";

export type NamesExplained = {
  readonly level: NameLevel;
  readonly isPersian: boolean;
  readonly tokens: readonly TokenPair[];
};

/** How two names agree, best first. */
export const NAME_LEVELS = [
  "exact",
  "other spelling",
  "initials fit",
  "more words",
  "part differs",
  "unlike",
] as const;
export type NameLevel = (typeof NAME_LEVELS)[number];

export function explainNames(
  left: Side,
  a: number,
  right: Side,
  b: number,
  work: Work,
): NamesExplained {
  const { vocabulary, model } = work;
  const rarity = rarityOn(left, a, right, b, work);
  const outcome: NameOutcome = { ...NOTHING };
  let best: {
    readonly wordsA: Int32Array;
    readonly wordsB: Int32Array;
    readonly rank: number;
  } | null = null;
  for (const wordsA of formsOf(left, a))
    for (const wordsB of formsOf(right, b)) {
      const isPersianA = vocabulary.isPersian[wordsA[0] ?? 0] ?? false;
      const isPersianB = vocabulary.isPersian[wordsB[0] ?? 0] ?? false;
      compareNames(formOf(wordsA), formOf(wordsB), vocabulary, rarity, model.weights.name, outcome);
      /** Names of one script are compared rather than names of two. */
      const rank = outcome.bits + (isPersianA === isPersianB ? SAME_SCRIPT : 0);
      if (best === null || rank > best.rank) best = { wordsA, wordsB, rank };
    }
  if (best === null) return { level: "unlike", isPersian: false, tokens: [] };
  const { wordsA, wordsB } = best;
  compareNames(formOf(wordsA), formOf(wordsB), vocabulary, rarity, model.weights.name, outcome);
  const textOf = (words: Int32Array, mask: number) =>
    Array.from(words)
      .filter((_, at) => (mask & (1 << at)) !== 0)
      .map((word) => vocabulary.texts[word] ?? "")
      .join(" ");
  const tokens: TokenPair[] = [];
  const isPersianA = vocabulary.isPersian[wordsA[0] ?? 0] ?? false;
  const isAcross = isPersianA !== (vocabulary.isPersian[wordsB[0] ?? 0] ?? false);
  for (let at = 0; at < aligned.count; at++) {
    const ofA = textOf(wordsA, aligned.a[at] ?? 0);
    const ofB = textOf(wordsB, aligned.b[at] ?? 0);
    const isExact = aligned.exact[at] === 1 && (isAcross || ofA === ofB);
    const level = isInitial(ofA, ofB) ? "initial" : isExact ? "exact" : "variant";
    tokens.push({ a: ofA, b: ofB, level, bits: round(aligned.bits[at] ?? 0) });
  }
  const matched = tokens.reduce((sum, token) => sum + token.bits, 0);
  const restA = textOf(wordsA, aligned.restA);
  const restB = textOf(wordsB, aligned.restB);
  if (restA !== "" || restB !== "")
    tokens.push({
      a: restA === "" ? null : restA,
      b: restB === "" ? null : restB,
      level: restA !== "" && restB !== "" ? "conflict" : "extra",
      bits: round(outcome.bits - matched),
    });
  return {
    level: levelOf(outcome, tokens),
    isPersian: isPersianA,
    tokens,
  };
}

const SAME_SCRIPT = 1000;
const NOTHING: NameOutcome = {
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

function formOf(words: Int32Array): Form {
  return { words, from: 0, to: words.length };
}

function formsOf({ roster }: Side, person: number): readonly Int32Array[] {
  const forms: Int32Array[] = [];
  for (let f = roster.formStart[person] ?? 0; f < (roster.formStart[person + 1] ?? 0); f++)
    forms.push(roster.words.subarray(roster.wordStart[f] ?? 0, roster.wordStart[f + 1] ?? 0));
  return forms;
}

function levelOf(outcome: NameOutcome, tokens: readonly TokenPair[]): NameLevel {
  if (outcome.matched === 0) return "unlike";
  if (outcome.conflicts > 0) return "part differs";
  if (outcome.extras > 0) return "more words";
  if (tokens.some((token) => token.level === "initial")) return "initials fit";
  return tokens.some((token) => token.level === "variant") ? "other spelling" : "exact";
}

/** One letter for a word. */
function isInitial(a: string, b: string): boolean {
  return (a.length === 1) !== (b.length === 1);
}

function round(bits: number): number {
  return Math.round(bits * 10) / 10;
}
