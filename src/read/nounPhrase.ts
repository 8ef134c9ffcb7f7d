/**
 * In: a line and a place in it. Out: where the noun phrase there begins and ends.
 * Never: says who speaks.
 */
import { hasEnding } from "./speechWords.ts";
import {
  type CueClasses,
  is,
  isClosed,
  isPronoun,
  type Line,
  opensThat,
  skipAhead,
  skipBack,
} from "./speechCues.ts";

/** A noun phrase in items: all of it, and its head without what is said of it. */
export type NounPhrase = {
  readonly from: number;
  readonly to: number;
  readonly headFrom: number;
  readonly headTo: number;
  /** What stands beside it between commas ("X, a lawyer,"), or null. */
  readonly aside: readonly [number, number] | null;
};

/** A phrase with other ends. Every field is named, so that all phrases have one shape. */
export function changePhrase(phrase: NounPhrase, changes: Partial<NounPhrase>): NounPhrase {
  const { aside } = changes;
  return {
    from: changes.from ?? phrase.from,
    to: changes.to ?? phrase.to,
    headFrom: changes.headFrom ?? phrase.headFrom,
    headTo: changes.headTo ?? phrase.headTo,
    aside: aside === undefined ? phrase.aside : aside,
  };
}

/** Where the run of nouns and their modifiers that ends before `to` begins, or -1 when no noun ends there. */
export function chunkStart(line: Line, to: number, cues: CueClasses): number {
  const last = to - 1;
  if (last < 0 || !isHead(line, last, cues)) return -1;
  if (isPronoun(line, last)) return last;
  let at = last;
  while (at > 0) {
    const before = at - 1;
    if (is(line, at, cues.determiner) || opensPhrase(line, at)) break;
    // "a claim that his widow rejects": the word opens a clause of its own.
    if (opensThat(line, at) && !line.pack.isVerbFinal) break;
    if (is(line, before, cues.possessive) || is(line, before, cues.hyphen)) {
      at = Math.max(0, before - 1);
      continue;
    }
    if (is(line, before, cues.participle) && is(line, before - 1, cues.hyphen)) {
      at = Math.max(0, before - 2);
      continue;
    }
    if (is(line, before, cues.determiner) || is(line, before, cues.quantity)) {
      at = before;
      continue;
    }
    if (is(line, before, cues.adverb) && is(line, before - 1, cues.possessive)) {
      at = Math.max(0, before - 2);
      continue;
    }
    if (!is(line, before, cues.plain) || isPronoun(line, before) || endsInComma(line, before))
      break;
    if (is(line, at, cues.name) && is(line, before, cues.noun)) break;
    if (
      is(line, before, cues.preposition) ||
      is(line, before, cues.aux) ||
      is(line, before, cues.time)
    )
      break;
    if (
      is(line, before, cues.any) &&
      !is(line, before, cues.noun) &&
      !is(line, before - 1, cues.determiner)
    )
      break;
    if (
      is(line, before, cues.participle) &&
      !is(line, before - 1, cues.determiner) &&
      before > 0 &&
      !isMark(line, before - 1, cues) &&
      !isModifierPlace(line, before - 1, cues)
    )
      break;
    at = before;
  }
  return at;
}

/** "the town's only working hospital": between an owner or article and its noun a participle is no verb. */
function isModifierPlace(line: Line, at: number, cues: CueClasses): boolean {
  const first = skipBack(line, at, cues.adverb, cues.adjective, cues.name, cues.place);
  return is(line, first, cues.possessive) || (first < at && is(line, first, cues.determiner));
}

/** `X, a former mayor,`: a group that has its closing comma in it. */
export function endsInComma(line: Line, at: number): boolean {
  const item = line.items[at];
  return item?.group != null && COMMAS.has(line.tokens.form[item.to - 1] ?? "");
}

const COMMAS: ReadonlySet<string> = new Set([","]);

/** A group that begins with a word of its own ("the lawyer") takes nothing before it. */
function opensPhrase(line: Line, at: number): boolean {
  return isClosed(line, at);
}

function isHead(line: Line, at: number, cues: CueClasses): boolean {
  if (isPronoun(line, at)) return !is(line, at, cues.thatWord);
  if (is(line, at, cues.aux) || is(line, at, cues.preposition) || is(line, at, cues.time))
    return false;
  if (is(line, at, cues.those) || (is(line, at, cues.determiner) && is(line, at, cues.unnamed)))
    return true;
  if (is(line, at, cues.adverb) || is(line, at, cues.determiner)) return false;
  if (is(line, at, cues.finite) && !is(line, at, cues.noun)) return false;
  if (is(line, at, cues.participle) && !is(line, at, cues.noun))
    return is(line, at - 1, cues.determiner);
  return is(line, at, cues.plain);
}

/** A word that no row lists behind a whole noun phrase ("the film came"): more likely its verb than its head. */
function isVerbLike(line: Line, at: number, cues: CueClasses): boolean {
  const item = line.items[at];
  return (
    item !== undefined &&
    item.entry === null &&
    item.name === null &&
    item.group === null &&
    !is(line, at, cues.possessive)
  );
}

/** End of the run of modifiers and nouns that begins at `at`, or -1. */
export function chunkEnd(line: Line, at: number, cues: CueClasses): number {
  if (isPronoun(line, at)) return at + 1;
  let i = skipAhead(line, at, cues.determiner, cues.quantity);
  const first = i;
  while (i < line.items.length) {
    if (is(line, i, cues.possessive) || is(line, i, cues.hyphen)) {
      i++;
      continue;
    }
    if (
      !is(line, i, cues.plain) ||
      is(line, i, cues.preposition) ||
      is(line, i, cues.aux) ||
      is(line, i, cues.time)
    )
      break;
    if (
      i > first &&
      (isPronoun(line, i) || (line.items[i]?.group?.type === "noun" && opensPhrase(line, i)))
    )
      break;
    if (i > first && (line.items[i]?.group?.type === "counted" || opensThat(line, i))) break;
    if (
      i > first &&
      is(line, i, cues.any) &&
      (!is(line, i, cues.noun) || is(line, i - 1, cues.name) || is(line, i - 1, cues.group))
    )
      break;
    if (
      i > first &&
      (is(line, i - 1, cues.group) || is(line, i - 1, cues.name)) &&
      isVerbLike(line, i, cues)
    )
      break;
    // "The group |issued a| report": what has an object is no part of the name.
    if (i > first && opensObject(line, i, cues)) break;
    // "The Makran Network named three of the dead": a verb behind a name.
    if (i > first && is(line, i - 1, cues.name) && is(line, i, cues.identifies)) break;
    if (i > first && is(line, i, cues.participle) && !is(line, i - 1, cues.hyphen)) break;
    i++;
  }
  return i > first ? i : -1;
}

export function isMark(line: Line, at: number, cues: CueClasses): boolean {
  return (
    is(line, at, cues.comma) ||
    is(line, at, cues.stop) ||
    is(line, at, cues.dash) ||
    is(line, at, cues.quoteClose) ||
    is(line, at, cues.quoteOpen) ||
    is(line, at, cues.subordinator) ||
    is(line, at, cues.conjunction)
  );
}

/** "|issued| a report": a word that ends as a verb of the past does, with an article behind it. */
function opensObject(line: Line, at: number, cues: CueClasses): boolean {
  const { items, tokens, pack } = line;
  const item = items[at];
  if (pack.isVerbFinal || item === undefined || item.group !== null || item.name !== null)
    return false;
  return hasEnding(tokens.form[item.to - 1] ?? "", "ED", pack) && is(line, at + 1, cues.determiner);
}
