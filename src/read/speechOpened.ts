/**
 * In: a sentence that ends a paragraph with a colon behind a saying ("She argues:", "The letter reads in part:").
 * Out: the speeches by which the paragraph below, and the lines of a list there, are what that speaker says.
 * A paragraph in quotation marks, whose own words say where it ends, is only that speaker's quotation.
 * Never: opens what is below a demand, or what somebody might say, is asked, or is only alleged to have said.
 */
import { plainSpeech } from "./changeSpeech.ts";
import type { SentenceReading, Speaker, Speech, SpeechContext } from "./speech.ts";
import { is, type Line, skipBack } from "./speechCues.ts";
import { carriedOver } from "./speechDateline.ts";
import { speakerFinal, subjectPhrase } from "./speechFinalSubject.ts";
import type { SpeechMemory } from "./speechMemory.ts";
import { speakerOf } from "./speechSpeaker.ts";
import { phraseBeginning } from "./speechPhrases.ts";
import { closesWith } from "./speechWords.ts";
import { firstPhrase, subjectBefore, verbStart } from "./speechSubject.ts";
import { TOKEN } from "./tokens.ts";
import { isOneOf } from "./wordSets.ts";

/** Items between the cue and the colon ("in part", "in a statement on Monday"). */
const BEHIND_CUE = 5;

/** Items between the cue and the colon, where words are announced ("raised concerns about four writers in the following words"). */
const BEHIND_WORDS = 10;

/** "in the following words:", "as follows:". */
function announces({ reading }: Line, { pack, tokens }: SpeechContext): boolean {
  const last = tokens.form[reading.sentence.to - 2] ?? "";
  return !pack.isVerbFinal && pack.wordsIn("ANNOUNCEDWORDS").has(last);
}

/** What the last paragraph's colon opens, sentence by sentence. */
export function openedSpeeches(
  line: Line,
  found: readonly Speech[],
  readings: readonly SentenceReading[],
  context: SpeechContext,
  memory: SpeechMemory,
): Speech[] {
  const { index, sentence } = line.reading;
  if (context.pack.isVerbFinal) return [];
  const next = readings[index + 1]?.sentence;
  if (context.tokens.form[sentence.to - 1] !== ":" || next === undefined) return [];
  if (next.block === sentence.block || isQuoted(next.from, context)) return [];
  const opener = openerOf(line, found, context, memory, false);
  if (opener === null) return [];
  const opened: Speech[] = [];
  for (let at = index + 1; at < readings.length; at++) {
    const reading = readings[at] as SentenceReading;
    const { from, block } = reading.sentence;
    if (block !== next.block && !(isListed(next.from, context) && isListed(from, context))) break;
    opened.push(carriedOver(opener, reading));
  }
  return opened;
}

/** Who says the quotation that opens the sentence below ("She wrote:", "Students chanting:", "He urged them:"), or null. */
export function quoteOpener(
  line: Line,
  found: readonly Speech[],
  readings: readonly SentenceReading[],
  context: SpeechContext,
  memory: SpeechMemory,
): Speech | null {
  const { index, sentence } = line.reading;
  const next = readings[index + 1]?.sentence;
  if (context.tokens.form[sentence.to - 1] !== ":" || next === undefined) return null;
  return isQuoted(next.from, context) ? openerOf(line, found, context, memory, true) : null;
}

/** Who says it, by the cue nearest to the colon; a demand or a chant opens only what stands in quotation marks. */
function openerOf(
  line: Line,
  found: readonly Speech[],
  context: SpeechContext,
  memory: SpeechMemory,
  isOfQuote: boolean,
): Speech | null {
  const { cues } = context;
  const colon = line.items.length - 1;
  let cue = -1;
  const reach = isOfQuote && announces(line, context) ? BEHIND_WORDS : BEHIND_CUE;
  for (let k = colon - 1; k >= Math.max(1, colon - 1 - reach) && cue < 0; k--) {
    if (is(line, k, cues.comma) || (!isOfQuote && is(line, k, cues.call))) return null;
    if (is(line, k, cues.say) || is(line, k, cues.inverse)) cue = k;
    else if (isOfQuote && (is(line, k, cues.chant) || is(line, k, cues.call))) cue = k;
    else if (reach === BEHIND_WORDS && is(line, k, cues.judge)) cue = k;
  }
  if (cue < 0) return isOfQuote ? paperOpener(line, context, memory) : null;
  const own = found.findLast((speech) => speech.cue?.[0] === line.items[cue]?.from);
  if (own !== undefined) return own.isInQuote || own.speaker.source === null ? null : own;
  const start = context.pack.isVerbFinal ? cue : verbStart(line, cue, cues);
  const before = skipBack(line, start - 1, cues.adverb);
  const isRelative =
    is(line, before, cues.relative) || is(line, before, context.classes.of("OFTHEM"));
  const isOfPaper = isOfQuote && isRelative && bringsPaper(line, before, context);
  if (!isOfPaper && (is(line, before, cues.relative) || is(line, before, cues.be))) return null;
  if (isOfQuote && is(line, cue, cues.ask) && !is(line, cue, cues.say)) return null;
  for (let at = start; at < cue; at++)
    if (is(line, at, cues.be) || is(line, at, cues.negation)) return null;
  for (let at = Math.max(0, cue - BEHIND_CUE); at < cue; at++)
    if (isUnsure(line, at, context)) return null;
  const speaker = isOfPaper
    ? issuerOf(line, before, context, memory)
    : speakerBefore(line, start, context, memory);
  if (speaker === null || speaker.source === null) return null;
  const item = line.items[cue];
  const { from, to } = line.reading.sentence;
  return plainSpeech({
    kind: "say",
    sentence: line.reading.index,
    speaker,
    cue: item === undefined ? null : [item.from, item.to],
    contents: [],
    whole: [from, to],
  });
}

/** "Excerpts from the statement by the union:": a heading without a verb, and who made the paper. */
function paperOpener(line: Line, context: SpeechContext, memory: SpeechMemory): Speech | null {
  const { cues, pack } = context;
  if (pack.isVerbFinal) return null;
  const colon = line.items.length - 1;
  for (let at = 0; at < colon; at++) {
    const isVerb = is(line, at, cues.any) && !is(line, at, cues.noun);
    if (isVerb || is(line, at, cues.aux) || is(line, at, cues.comma)) return null;
  }
  const by = line.items.findIndex((_, at) => closesWith(line, at, cues.by, context));
  if (by < 1 || !bringsPaper(line, by, context)) return null;
  const phrase = phraseBeginning(line, by + 1, cues);
  const use = { isBehind: false, goesOn: false };
  const speaker = phrase === null ? null : speakerOf(line, phrase, context, memory, use);
  if (speaker === null || speaker.source === null || phrase?.to !== colon) return null;
  const { from, to } = line.reading.sentence;
  return plainSpeech({
    kind: "say",
    sentence: line.reading.index,
    speaker,
    cue: null,
    contents: [],
    whole: [from, to],
  });
}

/** "issued a statement, part of which reads:": a paper stands before the clause. */
function bringsPaper(line: Line, relative: number, { cues, pack }: SpeechContext): boolean {
  if (pack.isVerbFinal) return false;
  for (let at = relative - 1; at > 0; at--) if (is(line, at, cues.noun)) return true;
  return false;
}

/** "|The prisoners| issued a statement, part of which reads:". */
function issuerOf(
  line: Line,
  end: number,
  context: SpeechContext,
  memory: SpeechMemory,
): Speaker | null {
  const phrase = firstPhrase(line, end, context);
  const use = { isBehind: false, goesOn: false };
  return phrase === null ? null : speakerOf(line, phrase, context, memory, use);
}

/** "could say", "allegedly said", "the fake post said": no words of theirs. */
function isUnsure(line: Line, at: number, { classes, pack, tokens }: SpeechContext): boolean {
  if (is(line, at, classes.may) || is(line, at, classes.must) || is(line, at, classes.hedge))
    return true;
  const item = line.items[at];
  return item !== undefined && isOneOf(tokens, item.from, pack.wordsIn("FAKEW"));
}

function speakerBefore(
  line: Line,
  verb: number,
  context: SpeechContext,
  memory: SpeechMemory,
): Speaker | null {
  if (context.pack.isVerbFinal) {
    const phrase = subjectPhrase(line, 0, verb, context);
    return phrase === null ? null : speakerFinal(line, phrase, context, memory);
  }
  const phrase = subjectBefore(line, verb, context.cues);
  const use = { isBehind: false, goesOn: false };
  return phrase === null ? null : speakerOf(line, phrase, context, memory, use);
}

function isQuoted(token: number, { quotes }: SpeechContext): boolean {
  return (quotes.innermost[token] ?? -1) >= 0 || (quotes.innermost[token + 1] ?? -1) >= 0;
}

/** "– …", "1. …", "• …": a line of a list. */
function isListed(token: number, { tokens }: SpeechContext): boolean {
  return (
    tokens.kind[token] === TOKEN.punctuation ||
    (tokens.kind[token] === TOKEN.number && tokens.kind[token + 1] === TOKEN.punctuation)
  );
}
