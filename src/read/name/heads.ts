/**
 * In: the words of a run. Out: the head word that says what the run is ("Ministry", "Prize", "Square").
 * Never: takes a surname behind a given name for a head ("Danielle Hill").
 */
import { CASE, type NameView, has, previousToken } from "./nameView.ts";
import { HEADS, NAME_BITS, WORD } from "./wordClass.ts";

/** "Lake Urmia", "Hurricane Otis": a head that stands first. */
export function isOpener(view: NameView, at: number, next: number): boolean {
  return view.grammar.openers.has(view.tokens.form[at] ?? "") && !has(view, next, WORD.title);
}

/** The word that says what the run is; a surname after a given name ("Danielle Hill") says nothing. */
export function findHead(view: NameView, words: readonly number[]): number | null {
  const isPerson = looksPerson(view, words) && !isWay(view, words);
  for (const bits of [WORD.prisonHead, WORD.organisationHead, WORD.placeHead, WORD.eventHead]) {
    for (let index = words.length - 1; index >= 0; index--) {
      const at = words[index] ?? 0;
      if (!has(view, at, bits)) continue;
      if (isPerson && has(view, at, WORD.surname | WORD.given)) continue;
      if (has(view, at, WORD.given) && !has(view, at, WORD.common)) continue;
      if (bits === WORD.eventHead && index < words.length - 1) continue;
      return index;
    }
  }
  const first = words[0] ?? 0;
  if (words.length > 1 && isOpener(view, first, words[1] ?? 0) && has(view, first, HEADS)) return 0;
  return words.length > 1 &&
    has(view, first, WORD.organisationOpener) &&
    !has(view, first, NAME_BITS)
    ? 0
    : null;
}

/** "on Vali Asr Lane", "of Laleh Park": a place word behind a place preposition. */
function isWay(view: NameView, words: readonly number[]): boolean {
  const last = words.at(-1) ?? 0;
  if (!has(view, last, WORD.placeHead)) return false;
  const before = previousToken(view, words[0] ?? 0);
  return before >= 0 && has(view, before, WORD.placeBefore);
}

function looksPerson(view: NameView, words: readonly number[]): boolean {
  const first = words[0] ?? 0;
  const last = words.at(-1) ?? 0;
  if (words.length < 2 || words.length > 4) return false;
  const isGiven = has(view, first, WORD.given) || view.letterCase[first] === CASE.initial;
  return isGiven && has(view, last, WORD.surname | WORD.given | WORD.part);
}
