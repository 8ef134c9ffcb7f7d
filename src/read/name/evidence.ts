/**
 * In: the words that could be a person's name. Out: what speaks for a person, added up in points.
 * Never: decides; lets one list decide alone where words beside it speak against it.
 */
import { contextWeight } from "./context.ts";
import { endingWeight } from "./nameShape.ts";
import { CASE, type NameView, has } from "./nameView.ts";
import { ageBefore, isOriginOfAged, readPersonDetail } from "./personDetail.ts";
import { type Lead, isTitleInName } from "./titles.ts";
import { HEADS, NAME_BITS, WORD } from "./wordClass.ts";
import { hasInnerCapital, hasParticle, isAcronym, isHyphened, isStrange } from "./wordShape.ts";

/** A run of several words with less evidence is no person. */
export const PERSON_MIN = 2;

/** One word by itself needs more. */
export const SINGLE_MIN = 3.5;

/** Adds up what speaks for a person and against one. */
export function weigh(
  view: NameView,
  core: readonly number[],
  to: number,
  limit: number,
  lead: Lead,
): number {
  const first = core[0] ?? 0;
  const last = core.at(-1) ?? 0;
  const inHeading = view.isHeading[view.sentenceOf[first] ?? 0] === 1;
  let weight = lead.weight;
  weight += firstWeight(view, first);
  if (core.length > 1) weight += Math.max(lastWeight(view, last), hyphenWeight(view, core));
  else weight += singleWeight(view, first);
  for (const at of core) weight += wordWeight(view, at, first);
  if (core.length > 1) weight += strangeWeight(view, core);
  if (core.length > 1 && isAcronym(view, last) && view.letterCase[first] === CASE.capital)
    weight -= 3;
  for (let index = 1; index < core.length; index++) {
    if (!hasParticle(view, core[index - 1] ?? 0, core[index] ?? 0)) continue;
    weight += particleWeight(view, core, index);
  }
  if (core.length > 5) weight -= 2;
  const detail = readPersonDetail(view, to, limit);
  if (detail.age !== null || detail.ages !== null || detail.father !== null) weight += 4;
  if (isOriginOfAged(view, lead.from)) weight -= 4;
  else if (ageBefore(view, lead.from) !== null) weight += 4;
  if (!inHeading) weight += contextWeight(view, lead.from, to, limit, core);
  else weight -= 1;
  return weight;
}

/** "al-", "van der" speak for a person; "de la" only behind a word known from names. */
function particleWeight(view: NameView, core: readonly number[], index: number): number {
  const isKnown = has(view, core[0] ?? 0, NAME_BITS);
  const particle = (core[index - 1] ?? 0) + 1;
  const isGluedKind = has(view, particle, WORD.gluedParticle) || view.tokens.form[particle] === "-";
  if (!isKnown && !isGluedKind) return -1.5;
  let weight = 1.5;
  if (!isKnown) return weight;
  for (const at of core) {
    if (view.phraseEnd[at] === at + 1 && !has(view, at, NAME_BITS)) weight += 2;
  }
  return weight;
}

/** Two to four words that nothing knows are a person more often than not, unless they open or look like something else. */
function strangeWeight(view: NameView, core: readonly number[]): number {
  const isAllStrange = core.every((at) => isStrange(view, at));
  const ends = [core[0] ?? 0, core.at(-1) ?? 0];
  if (ends.some((at) => view.grammar.placeFirst.has(view.tokens.form[at] ?? ""))) return -1.5;
  if (!isAllStrange || core.length > 4) return 0.5;
  return core.some((at) => hasInnerCapital(view, at)) ? 0.5 : 2;
}

function firstWeight(view: NameView, at: number): number {
  if (has(view, at, WORD.honorific)) return 3;
  if (has(view, at, WORD.given))
    return has(view, at, WORD.common | WORD.ambiguousPlace) ? 1.5 : 2.5;
  if (view.letterCase[at] === CASE.initial) return 1;
  return has(view, at, WORD.part) ? 1.5 : 0;
}

/** "Vidal-Quadrino": either half may be the surname that is known. */
function hyphenWeight(view: NameView, core: readonly number[]): number {
  const before = core[core.length - 2] ?? 0;
  const last = core.at(-1) ?? 0;
  if (core.length < 3 || view.tokens.form[last - 1] !== "-") return 0;
  return Math.max(1, lastWeight(view, before));
}

/** One word by itself: a surname that is nothing else is enough. */
function singleWeight(view: NameView, at: number): number {
  if (has(view, at, WORD.common | WORD.ambiguousPlace | WORD.calendar) || view.phraseEnd[at] !== 0)
    return 0;
  if (has(view, at, WORD.given)) return 1;
  if (view.letterCase[at] === CASE.initial)
    return view.tokens.form[at]?.includes(".") === true ? 0.5 : -1;
  if (has(view, at, WORD.surname) && !has(view, at, WORD.given)) return SINGLE_MIN;
  return has(view, at, WORD.part) ? 0 : Math.min(1, lastWeight(view, at));
}

function lastWeight(view: NameView, at: number): number {
  if (view.letterCase[at] === CASE.initial) return 2;
  if (has(view, at, WORD.surname)) return has(view, at, WORD.common) ? 1.5 : 2;
  if (has(view, at, WORD.part | WORD.given)) return 1.5;
  if (has(view, at, WORD.common)) return 0;
  return endingWeight(view.grammar, view.tokens.form[at] ?? "");
}

function wordWeight(view: NameView, at: number, first: number): number {
  if (has(view, at, NAME_BITS | WORD.suffix) || view.letterCase[at] === CASE.initial) return 0;
  if ((isHyphened(view, at) && at !== first) || isTitleInName(view, at)) return 0;
  if (has(view, at, WORD.notName)) return -4;
  if (has(view, at, HEADS)) return -4;
  if (has(view, at, WORD.people)) return -1;
  if (has(view, at, WORD.common)) return at === first ? -3 : -2;
  return view.phraseEnd[at] !== 0 ? -2 : 0;
}
