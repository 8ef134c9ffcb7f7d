/**
 * In: tokens of a run. Out: what their shape and company say: initials, hyphens, particles, acronyms.
 * Never: looks further than the words beside it.
 */
import { isGlued } from "../sentences.ts";
import { TOKEN } from "../tokens.ts";
import { CASE, type NameView, has } from "./nameView.ts";
import { HEADS, WORD } from "./wordClass.ts";

/** First word of a sentence, or of a quotation. */
export function opensSentence(view: NameView, at: number): boolean {
  const sentence = view.sentences[view.sentenceOf[at] ?? -1];
  if (sentence === undefined) return true;
  for (let before = at - 1; before >= sentence.from; before--) {
    if (view.tokens.kind[before] === TOKEN.newline) continue;
    if (view.tokens.kind[before] !== TOKEN.punctuation && view.tokens.kind[before] !== TOKEN.number)
      return false;
    const form = view.tokens.form[before] ?? "";
    if (form === "“" || form === '"' || form === "‘" || form === ":" || form === "•") return true;
    if (form === "," || form === ")" || form === "(") return false;
  }
  return true;
}

/** Part of a double name ("Zamani-Nejad"): never cut off. */
export function isHyphened(view: NameView, at: number): boolean {
  const { tokens } = view;
  if (tokens.form[at - 1] === "-" && isGlued(tokens, at) && isGlued(tokens, at - 1)) {
    return view.letterCase[at - 2] !== CASE.allCaps || has(view, at - 2, WORD.given);
  }
  return (
    tokens.form[at + 1] === "-" &&
    isGlued(tokens, at + 1) &&
    (view.letterCase[at + 2] ?? 0) !== CASE.none
  );
}

/** A particle between two words of a run ("Ludovic de Saint-Clair"). */
export function hasParticle(view: NameView, left: number, right: number): boolean {
  for (let at = left + 1; at < right; at++) {
    if (view.letterCase[at] === CASE.none && has(view, at, WORD.particle | WORD.gluedParticle))
      return true;
  }
  return false;
}

/** A short word all in capitals, outside headings ("NCRI"). */
export function isAcronym(view: NameView, at: number): boolean {
  if (view.letterCase[at] !== CASE.allCaps || view.isHeading[view.sentenceOf[at] ?? 0] === 1)
    return false;
  const length = (view.tokens.end[at] ?? 0) - (view.tokens.start[at] ?? 0);
  return length >= 2 && length <= 7 && !has(view, at, WORD.given | WORD.suffix);
}

/** "HiLux", "PhillyVoice"; but not "McAdam", "DiLoreto", "O'Neil". */
export function hasInnerCapital(view: NameView, at: number): boolean {
  const start = view.tokens.start[at] ?? 0;
  const end = view.tokens.end[at] ?? 0;
  for (let offset = start + 4; offset < end; offset++) {
    const code = view.tokens.text.charCodeAt(offset);
    if (code >= 0x41 && code <= 0x5a) return view.letterCase[at] === CASE.capital;
  }
  return false;
}

/** No word of the language and nothing that the gazetteers know. */
export function isStrange(view: NameView, at: number): boolean {
  return (
    !has(view, at, WORD.common | WORD.notName | WORD.people | HEADS) && view.phraseEnd[at] === 0
  );
}
