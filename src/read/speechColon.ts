/**
 * In: a colon behind a name, or a line of an interview or heading. Out: the speech of the one named before it.
 * Never: takes a label ("Note:", "Caption:") or a place ("Iran:") for a speaker.
 */
import type { Item } from "./items.ts";
import type { Speaker, Speech, SpeechContext, TokenRange } from "./speech.ts";
import { isDatedAct } from "./nameFragments.ts";
import { is, type Line } from "./speechCues.ts";
import { holdsVerb, quoteAt, quotesIn } from "./speechContents.ts";
import type { SpeechMemory } from "./speechMemory.ts";
import { speakerOf } from "./speechSpeaker.ts";
import type { NounPhrase } from "./nounPhrase.ts";
import { phraseBeginning } from "./speechPhrases.ts";
import type { ReadSpeech } from "./speechVerb.ts";
import { isWordOf } from "./speechWords.ts";
import { isOneOf } from "./wordSets.ts";

/** `X: "…"`, `X, a lawyer: "…"`, `Name: text` of an interview, `Spokesman: No leniency` of a heading. */
export function colonSpeech(
  line: Line,
  k: number,
  context: SpeechContext,
  memory: SpeechMemory,
): ReadSpeech | null {
  const { cues } = context;
  const closing = closingSpeech(line, k, context, memory);
  if (closing !== null || !is(line, k, cues.colon)) return closing;
  if (isDesk(line, k, context)) return null;
  const isQuote = is(line, k + 1, cues.quoteOpen);
  const body = bodyBefore(line, k, context);
  if (body !== null) return bodySpeech(line, k, body, context);
  const phrase = phraseBeginning(line, 0, cues);
  const office = officeBefore(line, k, phrase, context);
  if (office !== null) return bodySpeech(line, k, office, context);
  if (phrase === null || k > 14) return null;
  const end = phrase.aside !== null && phrase.to !== k ? phrase.aside[1] : phrase.to;
  // "The governor, pointing out that …, added:": the verb before the mark has its own speaker.
  if (context.pack.isVerbFinal && end === k && is(line, k - 1, cues.say)) return null;
  if (end !== k || !isSpeakerLike(line, phrase, context, isQuote)) return null;
  if (!isQuote && (isBareReport(line, phrase, context) || !isLineOfSpeech(line, k, context)))
    return null;
  if (!isQuote && isEntry(line, k, context)) return null;
  const speaker = speakerOf(line, phrase, context, memory, { isBehind: false, goesOn: false });
  const colon = line.items[k];
  if (speaker === null || colon === undefined) return null;
  const next = context.tokens.form[colon.to] ?? "";
  if (next === "" || isLabelOnly(line, k, context)) return null;
  const quote = isQuote ? quoteAt(colon.to, context) : null;
  const isWholeQuote = quote !== null && quote.to >= line.reading.sentence.to - 1;
  const content: TokenRange =
    quote !== null && isWholeQuote
      ? [quote.from, quote.to]
      : [colon.to, voiceEnd(line, k, context)];
  if (content[1] - content[0] < LEAST_TOKENS) return null;
  const whole: TokenRange = [line.items[phrase.from]?.from ?? content[0], content[1]];
  return { phrase, speech: speechAt(line, colon, speaker, content, whole, context) };
}

/** "Crime desk: a man was held": the part of the paper in which it stands. */
function isDesk(line: Line, k: number, { tokens, pack }: SpeechContext): boolean {
  const from = line.items[0]?.from ?? 0;
  const to = line.items[k]?.from ?? 0;
  if (to - from < 2 || to - from > DESK_WORDS) return false;
  const [first = "", second = ""] = tokens.form.slice(from, to);
  return pack.wordsIn("DESKW").has(first) && pack.wordsIn("DESKOFW").has(second);
}

/** Words that name a part of a paper. */
const DESK_WORDS = 4;

/**
 * "A source: …", "The union of writers: …", "The brother of A: …", "Communiqué of the council: …" where verbs stand last: a line that
 * opens with a noun for a body, a paper, somebody's kin or an unnamed source, and has no verb before the colon.
 */
function bodyBefore(line: Line, k: number, context: SpeechContext): TokenRange | null {
  const { cues, pack } = context;
  const isSeveral = k >= 2 || (line.items[0]?.to ?? 0) - (line.items[0]?.from ?? 0) > 1;
  if (!pack.isVerbFinal || !opensReport(line) || !isSeveral || k > BODY_ITEMS) return null;
  const isPaper = is(line, 0, cues.noun);
  const first = isPaper || is(line, 0, cues.quantity) ? 1 : 0;
  const from = line.items[first]?.from ?? 0;
  const isBodyWord =
    isWordOf(from, cues.orgNoun, context) ||
    isWordOf(from, cues.unnamed, context) ||
    isOneOf(context.tokens, from, pack.wordsIn("KINOF")) ||
    isWordOf(line.items[k - 1]?.from ?? 0, cues.unnamed, context);
  if (!isBodyWord || !isBare(line, k, context)) return null;
  return [line.items[isPaper ? 1 : 0]?.from ?? 0, line.items[k]?.from ?? 0];
}

/** "The head of the justice of the county X: …": an office whose whole title no phrase reaches. */
function officeBefore(
  line: Line,
  k: number,
  phrase: NounPhrase | null,
  context: SpeechContext,
): TokenRange | null {
  if (!context.pack.isVerbFinal || !opensReport(line) || k > BODY_ITEMS || phrase?.to === k)
    return null;
  if (!isOffice(line, 0, context) || !isBare(line, k, context)) return null;
  return [line.items[0]?.from ?? 0, line.items[k]?.from ?? 0];
}

/** The headline, or the lead below one. */
function opensReport({ reading: { index, sentence } }: Line): boolean {
  return index === 0 || (index <= LEAD_INDEX && sentence.opensBlock);
}

/** Headline and sub-heading before the lead. */
const LEAD_INDEX = 2;

/** Nobody by name, and nothing that tells, stands before the mark. */
function isBare(line: Line, k: number, { cues }: SpeechContext): boolean {
  const telling = [cues.any, cues.comma, cues.time, cues.trigger, cues.quoteOpen, cues.preposition];
  return line.items
    .slice(0, k)
    .every(
      ({ group, name }, i) =>
        (group?.persons.length ?? 0) === 0 &&
        name?.type !== "person" &&
        !telling.some((kind) => is(line, i, kind)),
    );
}

/** Items of a body before its colon. */
const BODY_ITEMS = 6;

function bodySpeech(
  line: Line,
  k: number,
  range: TokenRange,
  context: SpeechContext,
): ReadSpeech | null {
  const { tokens } = context;
  const colon = line.items[k];
  if (colon === undefined || isLabelOnly(line, k, context)) return null;
  const content: TokenRange = [colon.to, voiceEnd(line, k, context)];
  if (content[1] - content[0] < LEAST_TOKENS) return null;
  const source = tokens.text.slice(tokens.start[range[0]], tokens.end[range[1] - 1]);
  const isUnnamed = isWordOf(range[1] - 1, context.cues.unnamed, context);
  const speaker = { range, source, name: null, isNamed: !isUnnamed, isUnnamed, isPlural: false };
  return {
    phrase: null,
    speech: speechAt(line, colon, speaker, content, [range[0], content[1]], context),
  };
}

/** "A: Arrested on 8 January 2001": a line about A. */
function isEntry(line: Line, k: number, { pack, tokens }: SpeechContext): boolean {
  const first = tokens.form[line.items[k + 1]?.from ?? -1] ?? "";
  return pack.wordsIn("ENTRYACTW").has(first) && isDatedAct(line.items, k + 1, tokens);
}

/** Fewer tokens behind the mark are another label. */
const LEAST_TOKENS = 3;

/** `Gunmen kill ten in village: police`: the source that closes a title. */
function closingSpeech(
  line: Line,
  k: number,
  context: SpeechContext,
  memory: SpeechMemory,
): ReadSpeech | null {
  const { cues, pack } = context;
  const mark = line.items[k];
  if (pack.isVerbFinal || line.reading.index > 0 || k < 3 || mark === undefined) return null;
  const phrase = phraseBeginning(line, k + 1, cues);
  if (phrase === null || phrase.to < line.items.length || phrase.to - k > CLOSING_REACH)
    return null;
  if (!isBody(line, phrase, context) || !holdsVerb(line, 0, k, context)) return null;
  const speaker = speakerOf(line, phrase, context, memory, { isBehind: true, goesOn: false });
  if (speaker === null) return null;
  const { from } = line.reading.sentence;
  const whole: TokenRange = [from, line.items[phrase.to - 1]?.to ?? mark.to];
  return { phrase, speech: speechAt(line, mark, speaker, [from, mark.from], whole, context) };
}

/** Items of a source that closes a title. */
const CLOSING_REACH = 5;

function speechAt(
  line: Line,
  mark: Item,
  speaker: Speaker,
  content: TokenRange,
  whole: TokenRange,
  context: SpeechContext,
): Speech {
  return {
    kind: "say",
    sentence: line.reading.index,
    speaker,
    cue: [mark.from, mark.to],
    contents: [content],
    whole,
    quotes: quotesIn([content], context),
    isDenial: false,
    isAuthor: false,
    isInQuote: false,
    date: null,
    isForeign: false,
    isCarried: false,
  };
}

/** In a title with two voices ("Army: 12 killed; villagers say …") the first ends at the semicolon. */
function voiceEnd(line: Line, k: number, { cues }: SpeechContext): number {
  const { sentence, index } = line.reading;
  if (index > 0) return sentence.to;
  const part = line.items.findIndex((_, i) => i > k && is(line, i, cues.semicolon));
  const speaks = line.items.some((_, i) => i > part && is(line, i, cues.any));
  return part > k && speaks ? (line.items[part]?.from ?? sentence.to) : sentence.to;
}

/** A word of office, an institution or an organisation. */
function isBody(line: Line, phrase: NounPhrase, context: SpeechContext): boolean {
  const last = line.items[phrase.headTo - 1];
  return (
    last !== undefined &&
    (last.group?.type === "institution" ||
      last.name?.type === "organisation" ||
      isWordOf(last.to - 1, context.cues.office, context))
  );
}

/** A person, an organisation, or a word of office alone. */
function isSpeakerLike(
  line: Line,
  phrase: NounPhrase,
  context: SpeechContext,
  isQuote: boolean,
): boolean {
  const { cues } = context;
  const last = line.items[phrase.headTo - 1];
  if (last === undefined) return false;
  if (context.pack.isVerbFinal && isOffice(line, phrase.headFrom, context)) return true;
  if (is(line, phrase.headTo - 1, cues.place)) return false;
  if (last.name?.type === "person" || (last.group !== null && last.group.persons.length === 1))
    return true;
  if (line.reading.index === 0 && !context.pack.isVerbFinal && isBody(line, phrase, context))
    return true;
  if (last.name?.type === "organisation") return isQuote;
  if (isQuote && last.group !== null && last.group.type !== "pronoun") return true;
  return !context.pack.isVerbFinal && isWordOf(last.to - 1, cues.office, context);
}

/** "Monthly Report:": the word for a report without an article says what stands below, not who says it. */
function isBareReport(line: Line, phrase: NounPhrase, { cues, pack }: SpeechContext): boolean {
  if (pack.isVerbFinal || !is(line, phrase.headTo - 1, cues.noun)) return false;
  for (let at = phrase.from; at < phrase.headTo; at++)
    if (is(line, at, cues.determiner) || line.items[at]?.name != null) return false;
  return true;
}

/** "The prosecutor of X": where nouns stand in front of what is said of them, the office opens the phrase. */
function isOffice(line: Line, at: number, context: SpeechContext): boolean {
  return isWordOf(line.items[at]?.from ?? 0, context.cues.office, context);
}

/** A list of entries behind a label ("Sources: police, courts"). */
function isLabelOnly(line: Line, k: number, { cues, classes, pack }: SpeechContext): boolean {
  if (!is(line, k + 2, cues.comma) || is(line, k + 1, cues.quoteOpen)) return false;
  // "The union: A, a teacher, was arrested".
  return !(pack.isVerbFinal && line.items.some((_, at) => at > k && is(line, at, classes.verbEnd)));
}

/** The first line of its block, without another cue in front: an answer of an interview, or a heading. */
function isLineOfSpeech(line: Line, k: number, context: SpeechContext): boolean {
  const { sentence } = line.reading;
  if (!sentence.opensBlock || line.items.length - k < 4) return false;
  for (let i = k + 1; i < line.items.length; i++) {
    if (line.reading.index === 0 && is(line, i, context.cues.semicolon)) return true;
    if (is(line, i, context.cues.any) && is(line, i, context.cues.inverse)) return false;
  }
  return true;
}
