/**
 * In: a colon behind a name, or a line of an interview or heading. Out: the speech of the one named before it.
 * Never: takes a label ("Note:", "Caption:") or a place ("Iran:") for a speaker.
 */
import type { SpeechContext, TokenRange } from "./speech.ts";
import { is, type Line } from "./speechCues.ts";
import { quoteAt, quotesIn } from "./speechContents.ts";
import type { SpeechMemory } from "./speechMemory.ts";
import { speakerOf } from "./speechSpeaker.ts";
import { type NounPhrase, phraseBeginning } from "./speechSubject.ts";
import type { ReadSpeech } from "./speechVerb.ts";
import { isWordOf } from "./speechWords.ts";

/** `X: "…"`, `X, a lawyer: "…"`, `Name: text` of an interview, `Spokesman: No leniency` of a heading. */
export function colonSpeech(
  line: Line,
  k: number,
  context: SpeechContext,
  memory: SpeechMemory,
): ReadSpeech | null {
  const { cues } = context;
  const isQuote = is(line, k + 1, cues.quoteOpen);
  const phrase = phraseBeginning(line, 0, cues);
  if (phrase === null || k > 14) return null;
  const end = phrase.aside !== null && phrase.to !== k ? phrase.aside[1] : phrase.to;
  if (end !== k || !isSpeakerLike(line, phrase, context, isQuote)) return null;
  if (!isQuote && (isBareReport(line, phrase, context) || !isLineOfSpeech(line, k, context)))
    return null;
  const speaker = speakerOf(line, phrase, context, memory, { isBehind: false, goesOn: false });
  const colon = line.items[k];
  if (speaker === null || colon === undefined) return null;
  const next = context.tokens.form[colon.to] ?? "";
  if (next === "" || isLabelOnly(line, k, context)) return null;
  const quote = isQuote ? quoteAt(colon.to, context) : null;
  const isWholeQuote = quote !== null && quote.to >= line.reading.sentence.to - 1;
  const content: TokenRange =
    quote !== null && isWholeQuote ? [quote.from, quote.to] : [colon.to, line.reading.sentence.to];
  if (content[1] - content[0] < 4) return null;
  return {
    phrase,
    speech: {
      kind: "say",
      sentence: line.reading.index,
      speaker,
      cue: [colon.from, colon.to],
      contents: [content],
      whole: [line.items[phrase.from]?.from ?? content[0], content[1]],
      quotes: quotesIn([content], context),
      isDenial: false,
      isAuthor: false,
      isInQuote: false,
      date: null,
      isForeign: false,
      isCarried: false,
    },
  };
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
function isLabelOnly(line: Line, k: number, context: SpeechContext): boolean {
  return is(line, k + 2, context.cues.comma) && !is(line, k + 1, context.cues.quoteOpen);
}

/** The first line of its block, without another cue in front: an answer of an interview, or a heading. */
function isLineOfSpeech(line: Line, k: number, context: SpeechContext): boolean {
  const { sentence } = line.reading;
  if (!sentence.opensBlock || line.items.length - k < 4) return false;
  for (let i = k + 1; i < line.items.length; i++)
    if (is(line, i, context.cues.any) && is(line, i, context.cues.inverse)) return false;
  return true;
}
