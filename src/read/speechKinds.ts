/**
 * In: a cue word in a line. Out: what kind of saying it makes there, or that it makes none.
 * Never: reads a noun ("the reports") or a number without a figure's word as a saying.
 */
import type { SpeechContext, SpeechKind } from "./speech.ts";
import { opensClause, opensContent } from "./speechContents.ts";
import { is, isPronoun, type Line, opensThat, skipAhead, skipBack } from "./speechCues.ts";
import { phraseBeginning } from "./speechPhrases.ts";
import { hasEnding, opensWith } from "./speechWords.ts";
import { isOneOf } from "./wordSets.ts";

/** What kind of saying the cue makes, or null. */
export function kindOf(line: Line, k: number, context: SpeechContext): SpeechKind | null {
  const { cues } = context;
  // "speaks of more than 160 people killed": the figure is what is said.
  if (is(line, k, cues.gave) && is(line, k, cues.judge) && isNumbered(line, k + 1)) return "record";
  if (is(line, k, cues.ask) && isAsking(line, k, context)) return "call";
  if (is(line, k, cues.want)) return isWanting(line, k, context) ? "call" : null;
  if (is(line, k, cues.call) && !(is(line, k, cues.say) && opensContent(line, k, context)))
    return "call";
  if (is(line, k, cues.judge) && !opensContent(line, k, context)) return "judge";
  if (is(line, k, cues.say) || is(line, k, cues.saying) || is(line, k, cues.that)) return "say";
  if (is(line, k, cues.judge)) return "say";
  if (is(line, k, cues.put) && !is(line, k, cues.say))
    return putsAt(line, k, context) ? "record" : null;
  if (is(line, k, cues.record)) {
    if (isFirstDeed(line, k, context)) return null;
    return opensContent(line, k, context) ? "say" : "record";
  }
  return is(line, k, cues.gave) && givesFigure(line, k, context) ? "record" : null;
}

/** "identified and arrested the man": the first of two deeds done to somebody, no record of the second. */
function isFirstDeed(line: Line, k: number, { cues, classes }: SpeechContext): boolean {
  if (!is(line, k + 1, cues.conjunction)) return false;
  const next = skipAhead(line, k + 2, cues.adverb);
  return is(line, next, classes.of("T.past")) && !is(line, next, cues.any);
}

/** "gave a toll of 59", "cited figures of 3,117 dead", "gave a lower count: 19 killed". */
function givesFigure(line: Line, k: number, { cues }: SpeechContext): boolean {
  for (let i = k + 1; i < Math.min(line.items.length, k + FIGURE_REACH); i++) {
    if (is(line, i, cues.comma) || is(line, i, cues.stop) || is(line, i, cues.aux)) return false;
    if (!is(line, i, cues.figure)) continue;
    const next = i + 1;
    return (
      is(line, next, cues.colon) ||
      ((is(line, next, cues.of) || is(line, next, cues.to) || is(line, next, cues.preposition)) &&
        isNumbered(line, next + 1))
    );
  }
  return false;
}

function isNumbered(line: Line, at: number): boolean {
  const item = line.items[at];
  return item !== undefined && (item.quantity !== null || item.group?.quantity != null);
}

/** Items between the verb and the word for its figure. */
const FIGURE_REACH = 8;

/** "are asked to": now, of whoever reads it. */
function isRequest(line: Line, k: number, context: SpeechContext): boolean {
  return is(line, k - 1, context.cues.beNow);
}

/** "puts inflation at 41 percent". */
function putsAt(line: Line, k: number, context: SpeechContext): boolean {
  for (let i = k + 1; i < Math.min(line.items.length, k + 14); i++) {
    if (opensWith(line, i, context.cues.atWord, context)) return true;
    if (is(line, i, context.cues.stop) || is(line, i, context.cues.comma)) return false;
  }
  return false;
}

/** "told officials to …", "asked for …", "warned the press not to …". */
function isAsking(line: Line, k: number, context: SpeechContext): boolean {
  const { cues } = context;
  const at = skipAhead(line, k + 1, cues.adverb);
  if (opensWith(line, at, cues.forWord, context)) return true;
  if (is(line, at, cues.to)) return isRequest(line, k, context);
  if (opensThat(line, at) && is(line, k, cues.call)) return true;
  const phrase = phraseBeginning(line, at, cues);
  if (phrase === null) return false;
  for (let i = phrase.headTo; i < Math.min(line.items.length, phrase.headTo + 7); i++) {
    if (is(line, i, cues.to) && !is(line, i, cues.preposition)) return true;
    // "asked the court not to carry out": one item with the verb.
    if (is(line, i - 1, cues.negation) && opensWith(line, i, cues.to, context)) return true;
    if (is(line, i, cues.to))
      return (
        is(line, i + 1, cues.baseVerb) ||
        is(line, i - 1, cues.negation) ||
        !is(line, i + 1, cues.determiner)
      );
    if (
      opensThat(line, i) ||
      is(line, i, cues.thatWord) ||
      is(line, i, cues.comma) ||
      is(line, i, cues.stop) ||
      is(line, i, cues.quoteOpen) ||
      is(line, i, cues.finite)
    )
      return false;
    if (is(line, i, cues.aux) && !is(line, i, cues.negation)) return false;
  }
  return false;
}

/** "wants the case moved", "would like it to cover": somebody else is to do it. */
function isWanting(line: Line, k: number, context: SpeechContext): boolean {
  const { cues } = context;
  if (is(line, k - 1, cues.negation) || isPronounObject(line, k, context)) return false;
  return !is(line, k + 1, cues.to) && phraseBeginning(line, k + 1, cues) !== null;
}

/** "wanted her phone": what is wanted is no deed. */
function isPronounObject(line: Line, k: number, context: SpeechContext): boolean {
  const phrase = phraseBeginning(line, k + 1, context.cues);
  return (
    phrase !== null &&
    phrase.to >= line.items.length - 1 &&
    hasEnding(context.tokens.form[line.items[k]?.from ?? 0] ?? "", "ED", context.pack)
  );
}

/** "declared |a state of emergency|": nothing is said. */
function isProclaimed(
  line: Line,
  k: number,
  { cues, classes, pack, tokens }: SpeechContext,
): boolean {
  if (pack.isVerbFinal || !isOneOf(tokens, line.items[k]?.from ?? -1, pack.wordsIn("DECLAREW")))
    return false;
  const next = is(line, k + 1, cues.determiner) ? k + 2 : k + 1;
  return is(line, next, classes.of("CURFEWN"));
}

/** "the fourth |accused|, A, was jailed": a noun. */
function isAccusedOne(
  line: Line,
  k: number,
  { cues, classes, pack, tokens }: SpeechContext,
): boolean {
  const form = tokens.form[line.items[k]?.from ?? -1] ?? "";
  if (pack.isVerbFinal || !pack.wordsIn("ACCUSEDN").has(form)) return false;
  if (!is(line, k - 1, classes.of("ORDW")) || !is(line, k - 2, cues.determiner)) return false;
  return is(line, k + 1, cues.comma) || is(line, k + 1, classes.aux);
}

/** "the reports", "a claim", "his report of": a noun, no verb. */
export function isNoun(line: Line, k: number, context: SpeechContext): boolean {
  if (isProclaimed(line, k, context) || isAccusedOne(line, k, context)) return true;
  const { cues } = context;
  if (isOwnWork(line, k, context)) return true;
  if (!is(line, k, cues.noun)) return false;
  const before = skipBack(line, k - 1, cues.adverb);
  if (before < 0) return true;
  // "media reports also said", "rights advocates gathered in": the verb stands behind.
  const next = skipAhead(line, k + 1, cues.adverb);
  if (is(line, next, cues.core) || is(line, next, context.classes.finite)) return true;
  if (isInsideNoun(line, before, context) || isObjectOf(line, before, context)) return true;
  // "received credible reports that": an adjective between.
  const isAdjective = context.classes.adjective[line.items[before]?.set ?? 0] === 1;
  if (isAdjective && !context.pack.isVerbFinal && isObjectOf(line, before - 1, context))
    return true;
  if (
    is(line, before, cues.determiner) ||
    is(line, before, cues.preposition) ||
    is(line, before, cues.quantity) ||
    is(line, before, cues.possessive)
  )
    return true;
  if (
    isPronoun(line, before) ||
    is(line, before, cues.name) ||
    is(line, before, cues.group) ||
    is(line, before, cues.aux)
  )
    return false;
  if (
    is(line, before, cues.comma) ||
    is(line, before, cues.conjunction) ||
    is(line, before, cues.relative)
  )
    return false;
  return !opensContent(line, k, context) && !opensClause(line, k + 1, context);
}

/** "held for |his critical reporting|", "their warning": what somebody does, and no word of what it said. */
function isOwnWork(line: Line, k: number, { cues, classes, pack, tokens }: SpeechContext): boolean {
  if (pack.isVerbFinal || !is(line, k, cues.saying) || is(line, k + 1, cues.quoteOpen))
    return false;
  const first = line.items[k]?.from ?? 0;
  const last = line.items[k - 1];
  const isDescribed = last !== undefined && classes.adjective[last.set] === 1;
  const owner = tokens.form[isDescribed ? last.from - 1 : first - 1] ?? "";
  return pack.wordsIn("POSSP").has(owner);
}

/** "received reports": the object of a verb that no row lists. */
function isObjectOf(line: Line, at: number, context: SpeechContext): boolean {
  const { cues } = context;
  const verb = line.items[at];
  return (
    verb !== undefined &&
    verb.group === null &&
    verb.name === null &&
    hasEnding(context.tokens.form[verb.to - 1] ?? "", "ED", context.pack) &&
    !is(line, at, cues.any)
  );
}

/** "its late reply": an article stands before, with only modifiers between. */
function isInsideNoun(line: Line, from: number, context: SpeechContext): boolean {
  const { cues } = context;
  for (let i = from; i >= 0 && i > from - 4; i--) {
    if (is(line, i, cues.preposition)) return i < from;
    if (is(line, i, cues.determiner)) return i < from && !isMarked(line, from + 2, context);
    if (
      is(line, i, cues.name) ||
      is(line, i, cues.group) ||
      is(line, i, cues.noun) ||
      !is(line, i, cues.plain)
    )
      return false;
  }
  return false;
}

/** "that", a colon or a quotation right behind. */
function isMarked(line: Line, at: number, context: SpeechContext): boolean {
  const { cues } = context;
  return opensThat(line, at) || is(line, at, cues.quoteOpen) || is(line, at, cues.colon);
}
