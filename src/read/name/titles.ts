/**
 * In: a run, or what stands in front of it. Out: the title there and what it says of the person.
 * Never: takes a title that is part of another name ("Justice Department", "Imam Khomeini Hospital").
 */
import { isGlued } from "../sentences.ts";
import { TOKEN } from "../tokens.ts";
import { CASE, type NameView, has, isCue, previousToken } from "./nameView.ts";
import { HEADS, NAME_BITS, WORD } from "./wordClass.ts";
import { isHyphened } from "./wordShape.ts";

/** What stands in front of a name: where it begins and what it says. */
export type Lead = {
  readonly from: number;
  readonly isOfficial: boolean;
  readonly sex: "female" | "male" | null;
  readonly weight: number;
};

/** The title inside a run: its last title word with a name after it, and the first word that belongs to it. */
export function findTitle(
  view: NameView,
  words: readonly number[],
): { first: number; last: number } | null {
  for (let index = words.length - 2; index >= 0; index--) {
    const at = words[index] ?? 0;
    if (!has(view, at, WORD.title)) continue;
    if (!isTitleUse(view, words, index)) continue;
    let first = index;
    while (first > 0 && isTitleWord(view, words[first - 1] ?? 0)) first--;
    return { first, last: index };
  }
  return null;
}

/** "Lord Farnfield": without the title the name is none. */
export function isTitleInName(view: NameView, at: number): boolean {
  return view.grammar.titlesInName.has(view.tokens.form[at] ?? "");
}

/** Titles and roles directly in front: "former president", "Judge", "the activist". */
export function readLead(view: NameView, at: number, isTitled: boolean, nameFrom: number): Lead {
  let from = at;
  let isOfficial = false;
  let sex: Lead["sex"] = null;
  let weight = 0;
  const take = (word: number): void => {
    if (has(view, word, WORD.official) || isOfficialPair(view, word)) isOfficial = true;
    if (has(view, word, WORD.female)) sex = "female";
    if (has(view, word, WORD.male)) sex = "male";
    if (!has(view, word, WORD.title)) return;
    weight = Math.max(weight, has(view, word, WORD.personal | WORD.kin) ? 4 : 3);
  };
  if (isTitled) for (let word = at; word < Math.max(nameFrom, at + 1); word++) take(word);
  let hasHead = isTitled;
  let before = previousToken(view, at);
  let pending = from;
  while (before >= 0 && view.sentenceOf[before] === view.sentenceOf[at]) {
    const form = view.tokens.form[before] ?? "";
    const isMark =
      (form === "." || (form === "-" && !isLongDash(view, before))) && isGlued(view.tokens, before);
    const isLead =
      has(view, before, WORD.title | WORD.modifier | WORD.people) &&
      !(has(view, before, WORD.capitalTitle) && view.letterCase[before] === CASE.none);
    if (!isMark && !isLead) break;
    if (isLead && !hasHead && !has(view, before, WORD.title)) break;
    if (isLead && (endsOrganisation(view, before, pending) || isDeed(view, before))) break;
    if (isLead) {
      hasHead = true;
      take(before);
      pending = before;
    }
    before = previousToken(view, before);
  }
  from = hasHead ? Math.min(pending, from) : from;
  return { from, isOfficial, sex, weight };
}

/** "Iran executed dissident Karim Zand": what somebody did, where "the family of executed dissident Karim Zand" describes him. */
function isDeed(view: NameView, at: number): boolean {
  if (!has(view, at, WORD.fate) || has(view, at, WORD.title)) return false;
  const before = previousToken(view, at);
  if (before < 0 || view.sentenceOf[before] !== view.sentenceOf[at]) return false;
  if (view.tokens.kind[before] !== TOKEN.word || has(view, before, WORD.said)) return false;
  return !isCue(view, before, "describing");
}

/** "Teachers Union spokesman Karim Zand": the capitalised word before a role in lower case closes another name. */
function endsOrganisation(view: NameView, at: number, role: number): boolean {
  const before = previousToken(view, at);
  return (
    has(view, at, WORD.organisationHead) &&
    view.letterCase[at] !== CASE.none &&
    view.letterCase[role] === CASE.none &&
    before >= 0 &&
    view.letterCase[before] !== CASE.none
  );
}

/** "six prisoners—Omid Lotfi and": no hyphen, whatever space is left out. */
function isLongDash({ tokens }: NameView, at: number): boolean {
  return LONG_DASHES.has(tokens.text[tokens.start[at] ?? 0] ?? "");
}

const LONG_DASHES: ReadonlySet<string> = new Set(["—", "–"]);

/** "Judge Karimi" is a title; "Justice Department", "Imam Khomeini Hospital" and "Martin King Smith" are not. */
function isTitleUse(view: NameView, words: readonly number[], index: number): boolean {
  if ((view.phraseEnd[words[index] ?? 0] ?? 0) > (words[index + 1] ?? 0)) return false;
  const isJoined = index > 0 && isHyphened(view, words[index] ?? 0);
  if (isJoined && !has(view, words[index - 1] ?? 0, WORD.title)) return false;
  for (let next = index + 1; next < words.length; next++) {
    const at = words[next] ?? 0;
    if (has(view, at, HEADS) && !has(view, at, WORD.surname | WORD.given)) return false;
    if (has(view, at, HEADS) && next === words.length - 1 && next > index + 1) {
      if (!has(view, words[index + 1] ?? 0, WORD.given)) return false;
    }
  }
  const next = words[index + 1] ?? 0;
  if (has(view, next, WORD.title | WORD.modifier) && !has(view, next, NAME_BITS)) return false;
  const isPlain =
    has(view, next, WORD.notName | WORD.people) && view.letterCase[next] !== CASE.initial;
  if (isPlain && !has(view, next, NAME_BITS)) return false;
  if (
    has(view, next, WORD.common) &&
    !has(view, next, NAME_BITS) &&
    !isCourtesyAt(view, words[index] ?? 0)
  ) {
    const after = words[index + 2];
    if (after === undefined || has(view, after, WORD.common)) return false;
  }
  const at = words[index] ?? 0;
  if (
    index > 0 &&
    has(view, at, WORD.given | WORD.surname) &&
    has(view, words[index - 1] ?? 0, WORD.given)
  ) {
    return false;
  }
  if (has(view, at, WORD.plural) && (view.letterCase[at] ?? 0) === CASE.none) return true;
  return true;
}

/** "Mr Withers": behind a courtesy title a capitalised word is a name, whatever it means in lower case. */
export function isCourtesyAt(view: NameView, at: number): boolean {
  return has(view, at, WORD.personal) && has(view, at, WORD.capitalTitle);
}

function isTitleWord(view: NameView, at: number): boolean {
  return has(view, at, WORD.title | WORD.modifier | WORD.people);
}

/** "District Attorney": an office only together. */
function isOfficialPair(view: NameView, at: number): boolean {
  const before = previousToken(view, at);
  const pair = `${view.tokens.form[before] ?? ""} ${view.tokens.form[at] ?? ""}`;
  return view.grammar.officialPairs.has(pair);
}
