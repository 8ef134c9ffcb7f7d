/**
 * In: the end of an organisation's name. Out: its end with the "of …", "for …", "and …" that belong to it.
 * Never: takes in a person.
 */
import { isGlued } from "../sentences.ts";
import { TOKEN } from "../tokens.ts";
import { CASE, type NameView, has, nextToken, isCue } from "./nameView.ts";
import { WORD } from "./wordClass.ts";

/** "Ministry of Culture and Islamic Guidance", "Center for Human Rights in Iran (CHRI)". */
export function extendOrganisation(
  view: NameView,
  end: number,
  limit: number,
  head: number,
): number {
  let to = end;
  let hasOf = false;
  const isOpener = has(view, head, WORD.organisationOpener);
  for (let round = 0; round < 4; round++) {
    let at = to;
    let connector = -1;
    while (at < limit && at - to < 3 && isCue(view, at, "connector")) {
      if (connector < 0 || isCue(view, connector, "definite")) connector = at;
      at = nextToken(view, at);
    }
    if (at === to || at >= limit || (view.letterCase[at] ?? 0) === CASE.none) break;
    if (has(view, at, WORD.calendar)) break;
    if (isCue(view, to - 1, "connector") && isCue(view, connector, "definite")) {
      // "World Coalition Against the Death Penalty": the connector itself is capitalised.
    } else if (isCue(view, connector, "of") || isCue(view, connector, "for")) {
      if (!isOpener && isCue(view, connector, "for")) break;
    } else if (isCue(view, connector, "and")) {
      if (!hasOf || at > nextToken(view, connector) || opensAnother(view, at)) break;
    } else if (isCue(view, connector, "in")) {
      if (!hasOf || view.phraseAt.get(at)?.id?.includes("/country/") !== true) break;
    } else if (!isOpener || hasOf || isCue(view, connector, "definite")) break;
    hasOf = true;
    to = Math.max(at + 1, view.phraseEnd[at] ?? 0);
    while (to < limit && isInsideName(view, to)) to++;
  }
  return to;
}

/** A person or another organisation begins behind "and". */
function opensAnother(view: NameView, at: number): boolean {
  if (has(view, at, WORD.given) && !has(view, at, WORD.common)) return true;
  if (view.phraseAt.get(at)?.kind === "organisation") return true;
  const next = nextToken(view, at);
  return (
    view.letterCase[next] !== CASE.none &&
    has(view, next, WORD.organisationHead) &&
    !has(view, next, WORD.modifier)
  );
}

function isInsideName(view: NameView, at: number): boolean {
  if ((view.letterCase[at] ?? 0) !== CASE.none) return true;
  if (view.tokens.kind[at] === TOKEN.possessive) {
    return has(view, at - 1, WORD.common) && (view.letterCase[at + 1] ?? 0) !== CASE.none;
  }
  if (view.tokens.form[at] !== "-" || !isGlued(view.tokens, at)) return false;
  return (view.letterCase[at + 1] ?? 0) !== CASE.none && isGlued(view.tokens, at + 1);
}
