/**
 * In: an ambiguous or unknown name. Out: whether the words beside it say that it is a place.
 * Never: decides by the name.
 */
import { namesPlace } from "./context.ts";
import { CASE, type NameView, has, nextToken, previousToken, isCue } from "./nameView.ts";
import { WORD } from "./wordClass.ts";
import { isStrange } from "./wordShape.ts";

/** An ambiguous name is a place behind a place preposition or beside a place word. */
export function isPlaceUse(view: NameView, from: number, end: number): boolean {
  const before = previousToken(view, from);
  if (before >= 0 && (has(view, before, WORD.placeBefore) || isCue(view, before, "placeAfter")))
    return true;
  if (has(view, end, WORD.placeHead | WORD.prisonHead)) return true;
  if (before > 0 && view.tokens.form[before] === "," && has(view, before - 1, WORD.placeHead))
    return true;
  const comma = view.tokens.form[end] === "," ? nextToken(view, end) : -1;
  return comma > 0 && view.phraseAt.get(comma)?.kind === "place";
}

/** "in Helena-West Helena, Arkansas": a name behind "in" with the place that holds it behind a comma. */
export function isTownIn(view: NameView, from: number, to: number): boolean {
  const before = previousToken(view, from);
  if (before < 0 || !isCue(view, before, "locative") || view.tokens.form[to] !== ",") return false;
  return view.phraseAt.get(nextToken(view, to))?.kind === "place";
}

/** "in Ntsiha", "Kwamjilari village", "a village called Kabula": an unknown name that only a place can be. */
export function isPlaceCued(
  view: NameView,
  from: number,
  to: number,
  core: readonly number[],
): boolean {
  if (!core.every((at) => isStrange(view, at)) || view.isHeading[view.sentenceOf[from] ?? 0] === 1)
    return false;
  if (view.letterCase[to] === CASE.none && has(view, to, WORD.placeHead)) return true;
  const before = previousToken(view, from);
  if (before < 0 || view.sentenceOf[before] !== view.sentenceOf[from]) return false;
  if (has(view, before, WORD.named)) return namesPlace(view, before);
  if (isCue(view, before, "of")) return has(view, previousToken(view, before), WORD.area);
  return isCue(view, before, "locative");
}
