/**
 * In: the view of a document. Out: names in scripts without capitals that marks and words around them tell, whatever lists know.
 * Safe signs: a word of naming before ("named …"), quotation marks, an age or a father behind, an initial for a surname.
 * Never: takes a quoted word for a name without one of these; reaches over a word that ends names.
 */
import { TOKEN } from "../tokens.ts";
import { isOneOf } from "../wordSets.ts";
import { has, type NameView } from "./nameView.ts";
import { isCloseTo } from "./uncasedWords.ts";
import { WORD } from "./wordClass.ts";

/** A name as told by its surroundings: token range of all its words. */
export type ToldName = { readonly from: number; readonly to: number };

/** More words than this are no name. */
const MOST_WORDS = 4;

/** The name that begins at a token, or null; `limit` is the end of the sentence. */
export function toldName(view: NameView, at: number, limit: number): ToldName | null {
  const initial = initialEnd(view, at, limit);
  if (initial > at) return { from: at, to: initial };
  if (!isNameWord(view, at) || (at > 0 && isCloseTo(view, at))) return null;
  const office = beforeOffice(view, at, limit);
  if (office > at) return { from: at, to: office };
  const end = wordsEnd(view, at, limit);
  const words = countWords(view, at, end);
  if (words === 0 || words > MOST_WORDS) return null;
  if (isQuoted(view, at, end) && isTold(view, at, end))
    return words > 1 || isListed(view, at) || isNamed(view, at - 1) ? { from: at, to: end } : null;
  if (words < 2) return null;
  const isGiven = has(view, at, WORD.given | WORD.part);
  const isBounded = isPart(view.tokens.form[end] ?? "");
  if (isNamed(view, at) && words <= 3 && (isGiven || isBounded)) return { from: at, to: end };
  if (words > 3 || !(opensPart(view, at) || followsWord(view, at))) return null;
  if (!opensPart(view, at)) return hasOffice(view, at, end) ? { from: at, to: end } : null;
  const isKnown = isDetailed(view, end) || (isGiven && isBounded && isListed(view, at));
  return isKnown || hasOffice(view, at, end) ? { from: at, to: end } : null;
}

/** A word that is no name's stands before: "in the words of". */
function followsWord(view: NameView, at: number): boolean {
  const before = view.tokens.form[at - 1] ?? "";
  return view.grammar.uncased.stops.has(before) || has(view, at - 1, WORD.common);
}

/** "…, rapporteur of …": two words or three that are no others, and behind their comma what somebody is. */
function hasOffice(view: NameView, from: number, end: number): boolean {
  const { form } = view.tokens;
  if (form[end] !== "," || !isOneOf(view.tokens, end + 1, view.grammar.uncased.officesBehind))
    return false;
  for (let at = from; at < end; at++)
    if (has(view, at, WORD.common | WORD.people | WORD.title) || view.phraseAt.has(at))
      return false;
  return true;
}

/** "Colonel A B, deputy of", "Colonel A B head of": a given name and a word between a rank and an office; where they end. */
function beforeOffice(view: NameView, at: number, limit: number): number {
  const { kind } = view.tokens;
  const end = at + 2;
  if (end >= limit || !has(view, at, WORD.given) || !has(view, at - 1, WORD.title)) return at;
  if (kind[at + 1] !== TOKEN.word || isCloseTo(view, at + 1) || isCloseTo(view, end)) return at;
  if (isOneOf(view.tokens, at + 1, view.grammar.uncased.stops) || has(view, at + 1, WORD.title))
    return at;
  const isOffice =
    has(view, end, WORD.official) || isOneOf(view.tokens, end, view.grammar.uncased.officeWords);
  return isOffice ? end : at;
}

/** "Hassan - Kh", "Mansour. B": a given name and the first letter of a surname. */
function initialEnd(view: NameView, at: number, limit: number): number {
  const { tokens } = view;
  if (!has(view, at, WORD.given | WORD.part) && !isLetter(view, at)) return at;
  const sign = tokens.form[at + 1] ?? "";
  if (!INITIAL_SIGNS.has(sign) || at + 2 >= limit || !isLetter(view, at + 2)) return at;
  return ownsDot(view, at + 3, limit) && sign === "." ? at + 4 : at + 3;
}

/** "م. ر." keeps its last dot where the sentence goes on behind it. */
function ownsDot({ tokens }: NameView, at: number, limit: number): boolean {
  if (tokens.form[at] !== "." || at + 1 >= limit) return false;
  return CLOSING.has(tokens.form[at + 1] ?? "") || tokens.kind[at + 1] === TOKEN.word;
}

const INITIAL_SIGNS: ReadonlySet<string> = new Set([".", "-"]);

function isLetter(view: NameView, at: number): boolean {
  return (
    view.tokens.kind[at] === TOKEN.word &&
    (view.tokens.form[at] ?? "").length === 1 &&
    !isOneOf(view.tokens, at, view.grammar.uncased.letterWords)
  );
}

function isNameWord(view: NameView, at: number): boolean {
  const { kind } = view.tokens;
  if (kind[at] !== TOKEN.word || isCloseTo(view, at)) return false;
  if (isOneOf(view.tokens, at, view.grammar.uncased.stops)) return has(view, at, WORD.given);
  return (
    !has(view, at, WORD.title | WORD.people | WORD.common) ||
    has(view, at, WORD.given | WORD.surname)
  );
}

/** Where the run of words that could be a name ends: a word that stops names stops only behind the first. */
function wordsEnd(view: NameView, at: number, limit: number): number {
  let end = at + 1;
  while (
    end < limit &&
    view.tokens.kind[end] === TOKEN.word &&
    !isOneOf(view.tokens, end, view.grammar.uncased.stops) &&
    !isOneOf(view.tokens, end, view.grammar.uncased.fatherCues) &&
    !has(view, end, WORD.title)
  )
    end++;
  return end;
}

/** Words with a joiner between them are one. */
function countWords(view: NameView, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (at === from || !isCloseTo(view, at)) count++;
  return count;
}

const OPENING: ReadonlySet<string> = new Set(["«", '"', "“", "("]);
const CLOSING: ReadonlySet<string> = new Set(["»", '"', "”", ")"]);
const PART_SIGNS: ReadonlySet<string> = new Set([
  ",",
  "؛",
  ".",
  ":",
  "»",
  "«",
  '"',
  "”",
  "(",
  ")",
  "-",
  "\n",
]);

function isPart(form: string): boolean {
  return PART_SIGNS.has(form) || form === "";
}

/** The words stand between quotation marks, alone or in a list. */
function isQuoted(view: NameView, at: number, end: number): boolean {
  const before = view.tokens.form[at - 1] ?? "";
  const after = view.tokens.form[end] ?? "";
  const opens = OPENING.has(before) || isListed(view, at);
  return (
    opens && (CLOSING.has(after) || after === "," || isJoint(view, end)) && quoteBefore(view, at)
  );
}

function quoteBefore(view: NameView, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - QUOTE_REACH); i--) {
    const form = view.tokens.form[i] ?? "";
    if (form === "«" || form === "“" || (form === '"' && i === at - 1)) return true;
    if (form === "»" || form === "”") return false;
  }
  return false;
}

const QUOTE_REACH = 24;

function isJoint(view: NameView, at: number): boolean {
  return view.grammar.cues.separator.has(view.tokens.form[at] ?? "");
}

/** Another name of the same list stands right before. */
function isListed(view: NameView, at: number): boolean {
  const before = view.tokens.form[at - 1] ?? "";
  return (
    before === "," ||
    (isJoint(view, at - 1) && !isOneOf(view.tokens, at - 2, view.grammar.uncased.stops))
  );
}

/** A word of naming stands before the quotation, or an age or a father behind it. */
function isTold(view: NameView, at: number, end: number): boolean {
  if (isDetailed(view, CLOSING.has(view.tokens.form[end] ?? "") ? end + 1 : end)) return true;
  let open = at - 1;
  while (
    open > 0 &&
    open > at - QUOTE_REACH &&
    view.tokens.form[open] !== "«" &&
    view.tokens.form[open] !== "“" &&
    !(open === at - 1 && view.tokens.form[open] === '"')
  )
    open--;
  if (isNamed(view, open)) return true;
  if (has(view, open - 1, WORD.title) && !view.phraseAt.has(at)) return true;
  return isBesideName(view, open, end);
}

/** Another quotation of the list opens with a given name: "«A B», «C D» and «E F»". */
function isBesideName(view: NameView, open: number, end: number): boolean {
  const { form } = view.tokens;
  const isJoined = (at: number): boolean => form[at] === "," || isJoint(view, at);
  const next =
    CLOSING.has(form[end] ?? "") && isJoined(end + 1) && OPENING.has(form[end + 2] ?? "")
      ? end + 3
      : -1;
  if (next > 0 && has(view, next, WORD.given | WORD.part)) return true;
  if (!isJoined(open - 1) || !CLOSING.has(form[open - 2] ?? "")) return false;
  let from = open - 3;
  while (from > 0 && from > open - MOST_WORDS * 3 && !OPENING.has(form[from] ?? "")) from--;
  return has(view, from + 1, WORD.given | WORD.part) || isBesideName(view, from, open - 2);
}

function isNamed(view: NameView, at: number): boolean {
  const { form } = view.tokens;
  const before = form[at - 1] === ":" ? at - 2 : at - 1;
  if (isOneOf(view.tokens, before, view.grammar.uncased.namedCues)) return true;
  return (
    isCloseTo(view, before) && isOneOf(view.tokens, before - 1, view.grammar.uncased.namedCues)
  );
}

/** Nothing that could belong to the name stands before it. */
function opensPart(view: NameView, at: number): boolean {
  const before = view.tokens.form[at - 1];
  return (
    before === undefined || isPart(before) || isJoint(view, at - 1) || has(view, at - 1, WORD.title)
  );
}

/** An age or a father's name stands behind. */
function isDetailed(view: NameView, end: number): boolean {
  const { form, kind } = view.tokens;
  const at = form[end] === "," || form[end] === "(" ? end + 1 : end;
  if (isOneOf(view.tokens, at, view.grammar.uncased.fatherCues)) return true;
  if (form[end] === "," && has(view, at, WORD.title) && !has(view, at, WORD.official)) return true;
  return kind[at] === TOKEN.number && isOneOf(view.tokens, at + 1, view.grammar.uncased.ageCues);
}
