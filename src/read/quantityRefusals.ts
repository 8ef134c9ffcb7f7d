/**
 * In: the first word of what looks like a number. Out: whether it is none ("the 470th person", "concern about three
 * men", "neither Arman nor Bahram", a law's article, a time of day).
 * Never: looks beyond the clause.
 */
import type { QuantityGrammar } from "./quantityGrammar.ts";
import { isGlued } from "./sentences.ts";
import { TOKEN, type Tokens } from "./tokens.ts";

/** "the 470th person": a number with a rank's ending counts nobody. */
export function isRank(
  { form, start, end, kind }: Tokens,
  at: number,
  { ranks }: QuantityGrammar,
): boolean {
  return kind[at] === TOKEN.number && start[at + 1] === end[at] && ranks.has(form[at + 1] ?? "");
}

/** "concern about three men", "jailed over three murders"; "arrested over 20 people" is a number. */
export function isTopic({ form }: Tokens, at: number, { topics }: QuantityGrammar): boolean {
  const before = form[at - 1] ?? "";
  if (!topics.words.has(form[at] ?? "") || !topics.after.has(before)) return false;
  if (!topics.acts.has(before) || topics.unlessBehind.has(form[at - 2] ?? "")) return true;
  return !topics.whom.has(form[at + 2] ?? "") && !topics.whom.has(form[at + 3] ?? "");
}

/**
 * "neither Arman nor Bahram": the word stands there twice, behind a joiner or before a clause of its own, and what
 * follows is nothing that is counted. "Nine persons in one town and nine in the other" are counts.
 */
export function isNeither({ form }: Tokens, at: number, grammar: QuantityGrammar): boolean {
  const { words, counts, never, nor } = grammar.neither;
  const word = form[at] ?? "";
  const next = form[at + 1] ?? "";
  if (!words.has(word) || counts.has(next)) return false;
  if (never.has(next)) return true;
  const before = form[at - 1] ?? "";
  if (nor.has(next) && (grammar.joiners.has(before) || before === ",")) return true;
  const isPair = (first: number, second: number): boolean =>
    form[second] === word &&
    grammar.joiners.has(form[second - 1] ?? "") &&
    !counts.has(form[second + 1] ?? "") &&
    !counts.has(form[first + 1] ?? "") &&
    form[first + 1] !== form[second + 1];
  for (let i = at + 2; i < Math.min(form.length, at + NEITHER_REACH); i++) {
    if (form[i] === ".") break;
    if (isPair(at, i)) return true;
  }
  for (let i = at - 2; i >= Math.max(0, at - NEITHER_REACH); i--)
    if (form[i] === word && isPair(i, at)) return true;
  return false;
}

const NEITHER_REACH = 16;

/** "10:30", "7 p.m.", "1/2", "4-2" scores and the like. */
export function isTimeOfDay(
  tokens: Tokens,
  to: number,
  limit: number,
  grammar: QuantityGrammar,
): boolean {
  if (to >= limit) return false;
  const form = tokens.form[to] ?? "";
  if (grammar.times.has(form)) return true;
  return (
    (form === ":" || form === "/") && isGlued(tokens, to) && tokens.kind[to + 1] === TOKEN.number
  );
}

/** "Article 279", "Branch 15", "No. 5", "10:30" seen from its second half, "#5". */
export function isNumbered(tokens: Tokens, at: number, grammar: QuantityGrammar): boolean {
  if (tokens.kind[at] !== TOKEN.number || at === 0) return false;
  let before = tokens.form[at - 1] ?? "";
  const isDated = before === "/" && tokens.kind[at - 2] === TOKEN.word;
  if (isGlued(tokens, at) && !isDated && (before === ":" || before === "/" || before === "#"))
    return true;
  if (before === "." && isGlued(tokens, at - 1)) before = tokens.form[at - 2] ?? "";
  // "the emergency line |110|": two words that no number of people follows.
  const both = `${tokens.form[at - 2] ?? ""} ${before}`;
  return grammar.numberedBy.has(before) || grammar.numberedBy.has(both);
}
