/**
 * In: tokens at a bracket that opens. Out: the number that stands in it as a count ("a total of (24) people").
 * Never: takes a number that repeats the one before it ("five (5) men"), the sign of a paragraph or a note ("Section 3
 * (1)", "the men (2) were"), or a point of a list ("(1) torture; (2) arrests") for a count.
 */
import type { ItemSets } from "./itemSets.ts";
import type { Item } from "./items.ts";
import { holdsNumber } from "./numerals.ts";
import type { LanguagePack } from "./packRows.ts";
import { readQuantity } from "./quantity.ts";
import type { QuantityGrammar, ReadQuantity } from "./quantityGrammar.ts";
import { isCapital, isGlued } from "./sentences.ts";
import { TOKEN, type Tokens } from "./tokens.ts";

/** Below this a number in brackets at the head of a clause may be the sign of a point of a list. */
const LIST_SIGNS = 20;

/** Words within which a small number has its people. */
const PEOPLE_REACH = 4;

/** The count in the brackets at a token, or null. `last` is the item before it. */
export function bracketedCount(
  tokens: Tokens,
  at: number,
  limit: number,
  last: Item | undefined,
  pack: LanguagePack,
  sets: ItemSets,
): ReadQuantity | null {
  if (!holdsNumber(tokens, at, limit) || isGlued(tokens, at)) return null;
  const behind = at + 3;
  if (tokens.kind[behind] !== TOKEN.word || isGlued(tokens, behind)) return null;
  if (last !== undefined && (last.quantity !== null || sets.isHuman[last.set] === 1)) return null;
  const read = readQuantity(tokens, at + 1, at + 2, pack.quantities);
  if (read === null || !isFree(tokens, at, last, pack.quantities)) return null;
  if ((read.min ?? 0) < LIST_SIGNS && !countsPeople(tokens, behind, limit, pack, sets)) return null;
  return { ...read, from: at, to: behind, measure: "count" };
}

/** What stands before leaves the number a count of its own. */
function isFree(
  tokens: Tokens,
  at: number,
  last: Item | undefined,
  grammar: QuantityGrammar,
): boolean {
  if (last === undefined || tokens.kind[at - 1] === TOKEN.punctuation)
    return parseInt(tokens.form[at + 1] ?? "", 10) >= LIST_SIGNS;
  if (tokens.kind[at - 1] !== TOKEN.word || grammar.numbers.has(tokens.form[at - 1] ?? ""))
    return false;
  return !isCapital(tokens, at - 1) || opens(tokens, at);
}

/** "(2) fallen heroes": who is counted stands in the words behind. */
function countsPeople(
  tokens: Tokens,
  from: number,
  limit: number,
  { lexicon }: LanguagePack,
  { isHuman, isOf }: ItemSets,
): boolean {
  for (let at = from; at < Math.min(limit, from + PEOPLE_REACH); at++) {
    if (tokens.kind[at] !== TOKEN.word) return false;
    const entry = lexicon.match(tokens, at, at + 1);
    if (entry !== null && isHuman[entry.set] === 1) return true;
    if (entry !== null && isOf[entry.set] === 1) return false;
  }
  return false;
}

/** "five (5) men": where a bracket ends that says the number before it again, or −1. */
export function repeatedEnd(tokens: Tokens, { to, min, max }: ReadQuantity, limit: number): number {
  if (!holdsNumber(tokens, to, limit)) return -1;
  const value = Number((tokens.form[to + 1] ?? "").replaceAll(",", ""));
  return value === min || value === max ? to + 3 : -1;
}

/** The word before the bracket opens its sentence ("These (2) men"). */
function opens(tokens: Tokens, at: number): boolean {
  return at < 2 || tokens.kind[at - 2] === TOKEN.newline || tokens.form[at - 2] === ".";
}
