/**
 * In: the sentences of a document. Out: what its author asks for: "must" and "should", and imperatives.
 * Never: takes a guess ("must be dead by now") or a rule of law ("defendants must be tried") for a demand of the author.
 */
import { itemOf } from "./items.ts";
import { changeDraft, type Draft } from "./draft.ts";
import type { DraftContext } from "./draftContext.ts";
import { speechesOver } from "./makeDrafts.ts";
import { blank, otherPersons, trimmed } from "./speechDrafts.ts";
import { callModality } from "./speechCalls.ts";
import { chunkStart } from "./nounPhrase.ts";
import { phraseEnding } from "./speechPhrases.ts";
import {
  type CueClasses,
  cuesOf,
  is,
  isClosed,
  isPronoun,
  isVerbal,
  type Line,
  lineOf,
  skipAhead,
  skipBack,
} from "./speechCues.ts";
import { leadSpeeches, listedDemands } from "./speechListed.ts";
import type { SentenceReading, Speech, TokenRange } from "./speech.ts";
import { isCapital } from "./sentences.ts";
import { closesWith, opensWith } from "./speechWords.ts";
import { isOneOf } from "./wordSets.ts";

/** The author's demands. */
export function draftDemands(context: DraftContext): Draft[] {
  const cues = cuesOf(context.classes);
  const listed = listedDemands(context);
  return context.readings.flatMap((reading) => {
    const line = listed.get(reading.index);
    if (line !== undefined) {
      const start = reading.items[line.from]?.from ?? reading.sentence.from;
      const range = trimmed([start, reading.sentence.to], context);
      return [demandDraft(range, start, leadSpeeches(line.lead, context), reading, context)];
    }
    if (
      !reading.items.some((item) => cues.must[item.set] === 1) &&
      !opensImperative(reading, cues) &&
      !holdsCall(reading, cues)
    )
      return [];
    const items = lineOf(reading.index, context.readings, context);
    if (items === null) return [];
    const ranges = demandsOf(items, cues, context);
    return ranges.flatMap(({ range, anchor }) => {
      const speeches = speechesOver(anchor, context.speeches);
      if (speeches.some((speech) => !leavesDemand(speech, reading))) return [];
      return [demandDraft(range, anchor, speeches, reading, context)];
    });
  });
}

/** Words of another under which a demand is a call of its own. */
function leavesDemand(speech: Speech, reading: SentenceReading): boolean {
  return speech.kind === "post" || speech.isCarried === true || isLongQuote(speech, reading);
}

/** A quotation of several sentences: what one of them demands is a call beside the statement. */
function isLongQuote({ quotes }: Speech, { sentence }: SentenceReading): boolean {
  return quotes.some(({ from, to }) => from < sentence.from - 1 || to > sentence.to + 1);
}

function demandDraft(
  range: TokenRange,
  anchor: number,
  speeches: readonly Speech[],
  reading: SentenceReading,
  context: DraftContext,
): Draft {
  return changeDraft(blank("call", range, reading.index), {
    anchor,
    speeches,
    modality: callModality(range, reading.index, context),
    persons: otherPersons(range, context),
    rows: ["call.author"],
  });
}

/** Whether a quotation as a whole is a demand: "must", "do not", or what a body "should" do; what somebody "should" be is an opinion. */
export function isQuotedDemand(
  range: TokenRange,
  sentence: number,
  context: DraftContext,
): boolean {
  const reading = context.readings[sentence];
  if (reading === undefined || range[1] > reading.sentence.to + 1) return false;
  const cues = cuesOf(context.classes);
  const line = lineOf(sentence, context.readings, context);
  if (line === null) return false;
  return line.items.some((item, i) => {
    if (item.from < range[0] || item.to > range[1]) return false;
    if (item.from <= range[0] + 1 && isFirstCall(line, i, cues)) return true;
    if (opensWith(line, i, cues.mustWord, context)) return isMust(line, i, cues);
    if (is(line, i, cues.must) && isBodyBefore(line, i, cues)) return isMust(line, i, cues);
    if (
      is(line, i, cues.must) &&
      is(line, i + 1, cues.be) &&
      opensWith(line, i, cues.haveWord, context)
    )
      return isMust(line, i, cues);
    return (
      item.from <= range[0] + 1 &&
      (is(line, i, cues.prohibit) || (is(line, i, cues.baseVerb) && is(line, i + 1, cues.negation)))
    );
  });
}

/** "The government should investigate": what a body should do is asked of it; what a man should be is an opinion. */
function isBodyBefore(line: Line, must: number, cues: CueClasses): boolean {
  const item = line.items[skipBack(line, must - 1, cues.adverb)];
  if (item === undefined) return false;
  const type = item.name?.type;
  return item.group?.type === "institution" || type === "organisation" || type === "place";
}

type Demand = { readonly range: TokenRange; readonly anchor: number };

/** Whether words that somebody says demand something. */
export function isDemand(range: TokenRange, sentence: number, context: DraftContext): boolean {
  const reading = context.readings[sentence];
  if (reading === undefined || range[1] > reading.sentence.to + 1) return false;
  const cues = cuesOf(context.classes);
  const line = lineOf(sentence, context.readings, context);
  if (line === null) return false;
  for (let i = 0; i < line.items.length; i++) {
    const item = line.items[i];
    if (item === undefined || item.from < range[0] || item.to > range[1]) continue;
    if (isMust(line, i, cues) || isFirstCall(line, i, cues)) return true;
    if (item.from <= range[0] + 1 && isImperative(line, i, cues)) return true;
  }
  return false;
}

function demandsOf(line: Line, cues: CueClasses, context: DraftContext): Demand[] {
  const found: Demand[] = [];
  for (let k = 1; k < line.items.length; k++) {
    if (!isMust(line, k, cues)) continue;
    const before = skipBack(line, k - 1, cues.adverb, cues.aux);
    const phrase = phraseEnding(line, beforeAside(line, before, cues) + 1, cues);
    if (phrase === null) continue;
    const start = line.items[phrase.from];
    const item = line.items[k];
    if (start === undefined || item === undefined) continue;
    found.push({ range: trimmed([start.from, endOf(line, k, cues)], context), anchor: item.from });
    k = line.items.length;
  }
  if (found.length > 0) return found;
  const asking = line.items.findIndex((_, i) => isFirstCall(line, i, cues));
  const asker = itemOf(line.items, asking);
  if (asker !== undefined)
    return [{ range: trimmed([asker.from, endOf(line, asking, cues)], context), anchor: asker.to }];
  const at = openingOf(line, cues);
  const first = line.items[at];
  const colon = line.items.findIndex((_, i) => is(line, i, cues.colon));
  const bidden = colon > 0 ? skipPlease(line, colon + 1) : -1;
  const behind = itemOf(line.items, bidden);
  if (behind !== undefined && isTitledCall(line, bidden, cues))
    found.push({
      range: trimmed([behind.from, line.reading.sentence.to], context),
      anchor: behind.from,
    });
  else if (behind !== undefined && isImperative(line, bidden, cues))
    found.push({
      range: trimmed([first?.from ?? behind.from, line.reading.sentence.to], context),
      anchor: behind.from,
    });
  else if (first !== undefined && isImperative(line, at, cues))
    found.push({
      range: trimmed([first.from, line.reading.sentence.to], context),
      anchor: first.from,
    });
  return found;
}

/** "Journalists: |please| stop". */
function skipPlease(line: Line, at: number): number {
  return opensWord(line, at, "PLEASEW") ? at + 1 : at;
}

/** "Iran: |Halt Execution| of Protesters", "Karun: Release Detained Teachers": a title that bids, without a verb that tells. */
function isTitledCall(line: Line, at: number, cues: CueClasses): boolean {
  const { items, tokens, pack } = line;
  const verb = items[at];
  const next = items[at + 1];
  if (verb === undefined || next === undefined || pack.isVerbFinal) return false;
  if (!opensWord(line, at, "TITLECALLW") || !isCapital(tokens, next.from)) return false;
  if (is(line, at + 1, cues.preposition) || is(line, at + 1, cues.of)) return false;
  if (tokens.form[line.reading.sentence.to - 1] === ".") return false;
  // "Egypt: Free Elections Demanded", "Karun: Release Expected".
  if (is(line, items.length - 1, cues.participle)) return false;
  return !items.some((_, i) => i > at && (is(line, i, cues.aux) || is(line, i, cues.any)));
}

/** "Fundamental rights, including that of assembly, must be respected": the item before what stands between commas. */
function beforeAside(line: Line, at: number, cues: CueClasses): number {
  if (!is(line, at, cues.comma)) return at;
  for (let open = at - 1; open >= Math.max(1, at - ASIDE_REACH); open--) {
    if (is(line, open, cues.stop) || is(line, open, cues.aux)) return at;
    if (is(line, open, cues.comma)) return open - 1;
  }
  return at;
}

const ASIDE_REACH = 14;

/** To the end of the sentence, or to the semicolon. */
function endOf(line: Line, k: number, cues: CueClasses): number {
  for (let i = k; i < line.items.length; i++)
    if (is(line, i, cues.semicolon)) return line.items[i]?.from ?? 0;
  return line.reading.sentence.to;
}

/** "must", "should" before a verb of its own, with somebody or something that is to do it. */
function isMust(line: Line, k: number, cues: CueClasses): boolean {
  if (!is(line, k, cues.must)) return false;
  const before = beforeAside(line, skipBack(line, k - 1, cues.adverb), cues);
  if (
    before < 0 ||
    is(line, before, cues.first) ||
    is(line, before, cues.relative) ||
    is(line, before, cues.subordinator)
  )
    return false;
  if (chunkStart(line, before + 1, cues) < 0 && !isPronoun(line, before)) return false;
  const next = skipAhead(line, k + 1, cues.adverb, cues.negation);
  if (isNoting(line, next, cues)) return false;
  return (
    !is(line, next, cues.must) && !is(line, next, cues.haveWord) && !is(line, next, cues.served)
  );
}

/** "It should be noted that …": a way to say it. */
function isNoting(line: Line, at: number, cues: CueClasses): boolean {
  const item = line.items[at + 1];
  return (
    is(line, at, cues.be) &&
    item !== undefined &&
    isOneOf(line.tokens, item.to - 1, line.pack.wordsIn("NOTEDW"))
  );
}

/** "We call on the world to act", "I urge you": the author asks in the first person; "it is time for Europe to act". */
function isFirstCall(line: Line, at: number, cues: CueClasses): boolean {
  if (is(line, at, cues.timeTo)) return isTimeToAct(line, at, cues);
  if (!is(line, at, cues.first) || is(line, at, cues.objective)) return false;
  // "We, the undersigned organisations, urge": the words between the commas say who we are.
  let from = at + 1;
  if (is(line, from, cues.comma) && is(line, from + 1, cues.determiner)) {
    let close = from + 1;
    while (close < Math.min(line.items.length, from + ASIDE_REACH) && !is(line, close, cues.comma))
      close++;
    if (is(line, close, cues.comma)) from = close + 1;
  }
  // "we continue to urge", "we must again call on".
  for (let i = from; i < Math.min(line.items.length, from + 4); i++) {
    if (is(line, i, cues.call)) return true;
    const isBetween = is(line, i, cues.adverb) || is(line, i, cues.goesOn) || is(line, i, cues.to);
    if (!isBetween || is(line, i, cues.negation)) return false;
  }
  return false;
}

/** How far behind "the time has come for" the verb may stand that says for what. */
const TIME_REACH = 10;

/** "for Iran to join", "to end it", "that governments act": not "for prayers". */
function isTimeToAct(line: Line, at: number, cues: CueClasses): boolean {
  const next = skipAhead(line, at + 1, cues.adverb);
  if (is(line, next, cues.thatWord)) return true;
  const item = line.items[next];
  if (is(line, next, cues.place) || (item?.group ?? null) !== null) return true;
  if (is(line, next, cues.determiner) && !closesWith(line, at, cues.forWord, line)) return true;
  for (let i = next; i < Math.min(line.items.length, at + TIME_REACH); i++) {
    if (is(line, i, cues.comma) || is(line, i, cues.stop)) return false;
    if (is(line, i, cues.to)) return is(line, i + 1, cues.baseVerb) || i > next;
  }
  return false;
}

function holdsCall(reading: SentenceReading, cues: CueClasses): boolean {
  return reading.items.some((item) => cues.call[item.set] === 1 || cues.timeTo[item.set] === 1);
}

function opensImperative(reading: SentenceReading, cues: CueClasses): boolean {
  return reading.items.some(
    (item, i) =>
      (cues.baseVerb[item.set] === 1 || cues.prohibit[item.set] === 1) &&
      (i < 3 || cues.prohibit[item.set] === 1 || cues.colon[reading.items[i - 1]?.set ?? 0] === 1),
  );
}

function openingOf(line: Line, cues: CueClasses): number {
  return skipAhead(line, 0, cues.stop, cues.dash, cues.open, cues.close);
}

/** "- urging them to release her": what the letters that a list asks for are to say. */
function isListedCall(line: Line, at: number, cues: CueClasses): boolean {
  const item = line.items[at];
  if (item === undefined || !is(line, at, cues.call) || !is(line, at - 1, cues.dash)) return false;
  return isOneOf(line.tokens, item.from, line.pack.wordsIn("CALLINGW"));
}

function opensWord({ items, tokens, pack }: Line, at: number, name: string): boolean {
  return isOneOf(tokens, items[at]?.from ?? -1, pack.wordsIn(name));
}

/** "Cancel the trip", "Do not say", "Urge them to …", "Let the mission in". */
function isImperative(line: Line, at: number, cues: CueClasses): boolean {
  const first = is(line, at, cues.quoteOpen) ? at + 1 : at;
  const isNegated =
    is(line, first, cues.prohibit) ||
    (is(line, first, cues.baseVerb) && is(line, first + 1, cues.negation));
  if (isNegated) return true;
  if (isListedCall(line, first, cues)) return true;
  if (!is(line, first, cues.baseVerb)) return false;
  const next = skipAhead(line, first + 1, cues.adverb);
  // "Let me say", "let me not dwell on it".
  const own = skipAhead(line, next + 1, cues.adverb, cues.negation);
  if (is(line, next, cues.first) && is(line, own, cues.baseVerb)) return false;
  if (opensWord(line, next, "SELFOBJW") || opensWord(line, first, "NOTICEW")) return false;
  if (is(line, first, cues.stopsIt) && isVerbal(line, next)) return true;
  if (is(line, first, cues.aux)) return false;
  if (is(line, next, cues.determiner) && !is(line, next, cues.of)) return true;
  if (isClosed(line, next) || isPronoun(line, next)) return true;
  return (
    is(line, first, cues.call) &&
    (is(line, next, cues.plain) || is(line, next, cues.thatWord) || is(line, next, cues.determiner))
  );
}
