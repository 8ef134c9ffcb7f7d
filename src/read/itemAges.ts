/**
 * In: a token that may begin an age ("34", "34-year-old", "in her fifties"). Out: where it ends, or whether it is one.
 * Never: takes a count for an age.
 */
import type { ItemSets } from "./itemSets.ts";
import type { LanguagePack } from "./packRows.ts";
import type { ReadQuantity } from "./quantityGrammar.ts";
import { TOKEN, type Tokens } from "./tokens.ts";
import { isOneOf } from "./wordSets.ts";

/** "a boy, 16, was …", "(25)": a small bare number between marks is an age. */
export function isBareAge(tokens: Tokens, quantity: ReadQuantity, pack: LanguagePack): boolean {
  const { from, to } = quantity;
  if (to - from !== 1 || tokens.kind[from] !== TOKEN.number || quantity.measure !== "count")
    return false;
  if ((quantity.max ?? 0) < 1 || (quantity.max ?? 0) > MAX_AGE) return false;
  const before = tokens.form[from - 1];
  const after = tokens.form[to];
  return (
    (before === "," && (after === "," || after === ";" || after === ".")) ||
    (before === "(" && after === ")") ||
    // "Iraj and Milad, both 27, were …"
    (after === "," && pack.wordsIn("BOTHAGED").has(before ?? ""))
  );
}

const MAX_AGE = 110;

/** "aged 14 and 17", "aged between 24 and 36", "of 17" behind a singular person: where the age ends, or `at`. */
export function agedEnd(tokens: Tokens, at: number, limit: number, pack: LanguagePack): number {
  const form = tokens.form[at] ?? "";
  const isAged = pack.agedWords.has(form);
  if (
    !isAged &&
    !(
      pack.ageLinks.has(form) &&
      isPersonBefore(tokens, at, pack) &&
      isAgeNumber(tokens, at + 1) &&
      !opensNoun(tokens, at + 2, limit, pack)
    )
  )
    return at;
  let end = at + 1;
  let last = at;
  while (end < limit) {
    if (isAgeNumber(tokens, end)) last = end;
    else if (!pack.ageFillers.has(tokens.form[end] ?? "")) break;
    end++;
  }
  return last > at ? last + 1 : at;
}

function isAgeNumber(tokens: Tokens, at: number): boolean {
  return (
    tokens.kind[at] === TOKEN.number &&
    Number(tokens.form[at]) > 0 &&
    Number(tokens.form[at]) <= MAX_AGE
  );
}

/** "in her late 30s", "in their twenties": where the age ends, or `at`. */
export function decadeEnd(tokens: Tokens, at: number, limit: number, pack: LanguagePack): number {
  const { opens, whose, parts, ends, words } = pack.ageDecades;
  if (!opens.has(tokens.form[at] ?? "") || !whose.has(tokens.form[at + 1] ?? "")) return at;
  let end = at + 2;
  while (end < limit && parts.has(tokens.form[end] ?? "")) end++;
  if (end < limit && words.has(tokens.form[end] ?? "")) return end + 1;
  const isDecade =
    isAgeNumber(tokens, end) && end + 1 < limit && ends.has(tokens.form[end + 1] ?? "");
  return isDecade ? end + 2 : at;
}

/** A word that is no verb goes on: "a family of 5 people", not "a girl of 17 killed". */
function opensNoun(tokens: Tokens, at: number, limit: number, pack: LanguagePack): boolean {
  if (tokens.kind[at] !== TOKEN.word || at >= limit) return false;
  const entry = pack.lexicon.match(tokens, at, limit);
  return (
    entry?.classes.some((name) => name === "BE" || name === "HAVE" || name.startsWith("T.p")) !==
    true
  );
}

function isPersonBefore(tokens: Tokens, at: number, pack: LanguagePack): boolean {
  const entry = at > 0 ? pack.lexicon.match(tokens, at - 1, at) : null;
  const head = tokens.form[at - 1] ?? "";
  return (
    entry?.classes.includes("HUMAN") === true &&
    !pack.plurals.suffixes.some((suffix) => head.endsWith(suffix))
  );
}

/** "no person under 18 was …": a bound behind a person is an age. */
export function isAgeBound(
  tokens: Tokens,
  { from, to, measure, min, max }: ReadQuantity,
  pack: LanguagePack,
): boolean {
  const bound = max ?? min ?? 0;
  if (measure === "count" && to - from > 1 && bound > 0 && bound <= MAX_AGE)
    if (isSaidOfEach(tokens, from, to, pack)) return true;
  return (
    measure === "count" &&
    (max ?? 0) <= MAX_AGE &&
    max !== null &&
    to - from === 2 &&
    isOneOf(tokens, from, pack.wordsIn("AGEBOUND")) &&
    isPersonBefore(tokens, from, pack)
  );
}

/** "The men, |all| under 30, were", "(|most of them| over 60)": a bound between marks behind a word for each of those told of. */
function isSaidOfEach(tokens: Tokens, from: number, to: number, pack: LanguagePack): boolean {
  const marks = pack.wordsIn("AGEMARK");
  const each = pack.wordsIn("EACHAGED");
  if (!isOneOf(tokens, from - 1, each) || !isOneOf(tokens, to, marks)) return false;
  for (let at = from - 2; at >= Math.max(0, from - EACH_REACH); at--) {
    if (isOneOf(tokens, at, marks)) return true;
    if (!isOneOf(tokens, at, each) && !pack.ageLinks.has(tokens.form[at] ?? "")) return false;
  }
  return from < EACH_REACH;
}

/** Tokens between a mark and the bound ("|,| most of them |under|"). */
const EACH_REACH = 5;

/** "25-year-old", "25 years old": where the age ends, or 0. */
export function ageEnd(tokens: Tokens, at: number, limit: number, sets: ItemSets): number {
  const next = tokens.form[at] === "-" ? at + 1 : at;
  if (next >= limit) return 0;
  return sets.ageWords.has(tokens.form[next] ?? "") ? next + 1 : 0;
}
