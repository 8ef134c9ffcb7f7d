/**
 * In: a report that gives an outlet's or organisation's words ("HRANA: …", "X reports that …"). Out: the speech of a
 * line that opens with its name, and speeches by which the sentences that follow are the same source's.
 * Never: carries a source past another who speaks, from a paragraph in the middle of a report, or through a long one.
 */
import { changeSpeech, plainSpeech } from "./changeSpeech.ts";
import type { SentenceReading, Speech, SpeechContext } from "./speech.ts";
import { is, type Line, skipAhead } from "./speechCues.ts";
import { quotesIn } from "./speechContents.ts";
import { namedSpeaker, rangeOf } from "./speechNames.ts";
import type { ReadSpeech } from "./speechVerb.ts";
import { isWordOf } from "./speechWords.ts";
import { TOKEN } from "./tokens.ts";
import { isOneOf } from "./wordSets.ts";

/** `Agency: …`, `Agency, 5 May: …`, `Agency / …` at the beginning of a paragraph; what stands behind the mark is the agency's. */
export function labelSpeech(line: Line, k: number, context: SpeechContext): ReadSpeech | null {
  const { cues } = context;
  const { sentence, index } = line.reading;
  const at = isBodyNoun(line, context) ? 1 : 0;
  const label = line.items[at];
  const mark = line.items[k];
  if (label?.name?.type !== "organisation" || mark === undefined || !sentence.opensBlock)
    return null;
  if (skipAhead(line, at + 1, cues.comma, cues.time, cues.semicolon) !== k) return null;
  if (sentence.to - mark.to < FEWEST_TOKENS) return null;
  const content = [mark.to, sentence.to] as const;
  const speech: Speech = {
    kind: sentence.block === 0 || is(line, k + 1, cues.quoteOpen) ? "say" : "according",
    sentence: index,
    speaker: namedSpeaker(label.name, rangeOf(line, 0, at + 1), false),
    cue: [mark.from, mark.to],
    contents: [content],
    whole: [line.items[0]?.from ?? label.from, sentence.to],
    quotes: quotesIn([content], context),
    isDenial: false,
    isAuthor: false,
    isInQuote: false,
    date: null,
    isForeign: false,
    isCarried: false,
  };
  const phrase = { from: 0, to: at + 1, headFrom: 0, headTo: at + 1, aside: null };
  return { phrase, speech };
}

/** "The agency X: …": the noun for what X is. */
function isBodyNoun(line: Line, { pack, cues }: SpeechContext): boolean {
  const [first] = line.items;
  return (
    pack.isVerbFinal && first !== undefined && first.name === null && cues.orgNoun[first.set] === 1
  );
}

/** Fewer tokens behind the mark are another label ("Tasnim: 5 May"). */
const FEWEST_TOKENS = 4;

/** A source that goes on: it opened the report, or only this paragraph; a label resumes after others spoke. */
type Carrier = {
  readonly speech: Speech;
  readonly block: number;
  readonly isOpening: boolean;
  readonly isLabel: boolean;
  /** The block in which somebody else spoke last, or -1. */
  readonly mutedIn: number;
};

/** Tokens before the cue of a report that opens its sentence; one in the middle is the source of that sentence alone. */
const LEAD_TOKENS = 3;

/** Headline and sub-heading before the sentence that opens a report. */
const FIRST_SENTENCES = 3;
/** More sentences than this make a feature: its later paragraphs are its author's. */
const SHORT_REPORT = 16;

/** The speeches by which sentences without a speaker are the words of the source named before. */
export function carryDatelines(
  readings: readonly SentenceReading[],
  speeches: readonly Speech[],
  context: SpeechContext,
): Speech[] {
  const bySentence = new Map<number, Speech[]>();
  const posts = speeches.filter(({ kind }) => kind === "post");
  for (const speech of speeches) {
    const own = bySentence.get(speech.sentence);
    if (own === undefined) bySentence.set(speech.sentence, [speech]);
    else own.push(speech);
  }
  const voices = context.cues.according;
  const same = context.cues.sameReport;
  const carried: Speech[] = [];
  let carrier: Carrier | null = null;
  let source: Speech | null = null;
  for (const reading of readings) {
    const { sentence, index } = reading;
    const own = bySentence.get(index) ?? [];
    if (isAdded(reading, context)) carrier = null;
    const next =
      nextParagraph(own, source, reading, readings, context) ??
      carrierIn(own, reading, readings, context);
    const isSame = own.length === 0 && reading.items.some(({ set }) => same[set] === 1);
    source = own.findLast((one) => isSource(one, context)) ?? source;
    if (isSame && source === null) source = publisherBefore(reading, readings, context);
    const reach = isSame ? SAME_REACH : own.length === 0 && isPart(reading, context) ? 1 : 0;
    if (next !== null) carrier = next;
    else if (reach > 0 && source !== null && index - source.sentence <= reach) {
      carried.push(carriedOver(source, reading));
      // "By this report A was held. He …": the rest of its paragraph.
      const isAhead = same[reading.items[0]?.set ?? 0] === 1;
      const isOfBody =
        source.speaker.name?.type === "organisation" || isBody(source.speaker, context);
      if (isSame && isAhead && isOfBody) carrier ??= restOf(source, reading);
    } else if (carrier !== null) {
      const isVoiced = own.length > 0 || reading.items.some(({ set }) => voices[set] === 1);
      carrier = goOn(carrier, own, isVoiced, reading);
      const isHeard = carrier?.mutedIn !== sentence.block && !isVoiced;
      if (carrier !== null && isHeard && !isWithin(sentence.from, posts))
        carried.push(carriedOver(carrier.speech, reading));
    }
  }
  return carried;
}

function restOf(speech: Speech, { sentence }: SentenceReading): Carrier {
  return { speech, block: sentence.block, isOpening: false, isLabel: false, mutedIn: -1 };
}

/** "X has published its report. By this report, A": the body that opens the sentence before, where that tells of a paper made public. */
function publisherBefore(
  { index }: SentenceReading,
  readings: readonly SentenceReading[],
  context: SpeechContext,
): Speech | null {
  const { cues, pack, tokens } = context;
  const before = readings[index - 1];
  const opening = before?.items[0];
  const published = pack.wordsIn("PUBLISHEDW");
  if (before === undefined || opening?.name?.type !== "organisation") return null;
  const isPaper = before.items.some(({ set }) => cues.noun[set] === 1);
  const isPublished = before.items.some(({ from }) => isOneOf(tokens, from, published));
  if (!isPaper || !isPublished) return null;
  const range = [before.sentence.from, before.sentence.to] as const;
  return plainSpeech(
    {
      kind: "according",
      sentence: before.index,
      speaker: namedSpeaker(opening.name, [opening.from, opening.to], false),
      cue: null,
      contents: [range],
      whole: range,
    },
    true,
  );
}

/** "Of this number, two …": a part of the figure before is told by who told that. */
function isPart({ items }: SentenceReading, { cues, pack }: SpeechContext): boolean {
  const first = items[0];
  return pack.isVerbFinal && first !== undefined && cues.partOf[first.set] === 1;
}

/** "It should be said that": from here on the report's editor speaks, until somebody is named. */
function isAdded({ items }: SentenceReading, { cues }: SpeechContext): boolean {
  return items.slice(0, 2).some(({ set }) => cues.added[set] === 1);
}

/** Sentences back in which the source of "this report" can be named. */
const SAME_REACH = 8;

/** An outlet or office whose report it can be. */
function isSource({ kind, speaker, isAuthor, isInQuote }: Speech, context: SpeechContext): boolean {
  if (isAuthor || isInQuote || speaker.source === null) return false;
  if (speaker.isUnnamed && !isBody(speaker, context)) return false;
  return speaker.name?.type !== "person" && kind !== "quote" && kind !== "chant";
}

/** "The website X": a body with a name that no list knows. */
function isBody({ range: [from, to] }: Speech["speaker"], context: SpeechContext): boolean {
  const { pack, cues } = context;
  return (
    pack.isVerbFinal &&
    to > from + 1 &&
    isWordOf(from, cues.orgNoun, context) &&
    !isWordOf(from, cues.unnamed, context)
  );
}

/** The source that a sentence begins to give the words of. */
function carrierIn(
  own: readonly Speech[],
  { sentence, index, items }: SentenceReading,
  readings: readonly SentenceReading[],
  context: SpeechContext,
): Carrier | null {
  const { cues, tokens } = context;
  const spoken = own.at(-1);
  if (spoken !== undefined && isOpenSaying(spoken, sentence.to, context))
    return { speech: spoken, block: sentence.block, isOpening: false, isLabel: false, mutedIn: -1 };
  const speech = own.find(({ kind, cue }) => kind === "according" && cue !== null);
  const others = own.filter(({ kind }) => kind !== "according" && kind !== "cited");
  if (speech?.cue == null || others.length > 0) return null;
  if (speech.speaker.source === null || speech.speaker.name?.type === "person") return null;
  const [at] = speech.cue;
  const cueItem = items.find((item) => item.from === at);
  const isMark = tokens.kind[at] === TOKEN.punctuation;
  const isLabel = cueItem !== undefined && at > speech.whole[0] && isMark;
  const isReport =
    cueItem !== undefined &&
    cues.dateline[cueItem.set] === 1 &&
    (!context.pack.isVerbFinal || at <= sentence.from + LEAD_TOKENS);
  if (!isReport && !isLabel) return null;
  const blocks =
    index > FIRST_SENTENCES
      ? Infinity
      : readings.slice(0, index).filter((one) => one.sentence.opensBlock).length;
  return {
    speech,
    block: sentence.block,
    isOpening:
      sentence.opensBlock &&
      blocks <= 1 &&
      readings.length <= SHORT_REPORT &&
      !readings.slice(0, index).some((one) => endsInStop(one, context)),
    isLabel: !isReport,
    mutedIn: -1,
  };
}

/** "In the statement it says:" at the end of a paragraph: the next one is what it says. */
function nextParagraph(
  own: readonly Speech[],
  source: Speech | null,
  { sentence, index, items }: SentenceReading,
  readings: readonly SentenceReading[],
  { tokens, cues }: SpeechContext,
): Carrier | null {
  if (tokens.form[sentence.to - 1] !== ":") return null;
  const block = readings[index + 1]?.sentence.block ?? sentence.block;
  const last = items.at(-2);
  if (block === sentence.block || last === undefined) return null;
  const isPaper = cues.comes[last.set] === 1;
  const speech = isPaper ? source : own.find(({ cue }) => cue !== null && cue[1] === last.to);
  if (speech == null || speech.speaker.source === null || speech.isInQuote) return null;
  return { speech, block, isOpening: false, isLabel: false, mutedIn: -1 };
}

/** A lead that the author tells before the report is named, where a headline has no full stop. */
function endsInStop({ sentence }: SentenceReading, { tokens }: SpeechContext): boolean {
  return tokens.form[sentence.to - 1] === ".";
}

/** "He said: A." without quotation marks goes on to the end of its paragraph: "B." is his, too. */
function isOpenSaying(
  { kind, cue, contents, quotes, speaker, isInQuote }: Speech,
  end: number,
  { tokens }: SpeechContext,
): boolean {
  const [content] = contents;
  if (kind !== "say" || cue === null || content === undefined || quotes.length > 0) return false;
  if (isInQuote || speaker.source === null || content[1] < end - 1) return false;
  return tokens.form[content[0] - 1] === ":" && content[0] >= cue[1];
}

/** The carrier behind one more sentence: silent where another speaks, gone where its paragraph or its turn is over. */
function goOn(
  carrier: Carrier,
  own: readonly Speech[],
  isVoiced: boolean,
  { sentence }: SentenceReading,
): Carrier | null {
  if (sentence.block !== carrier.block && !carrier.isOpening) return null;
  if (!isVoiced) return carrier;
  if (
    own.length > 0 &&
    own.every(({ speaker }) => speaker.source === carrier.speech.speaker.source)
  )
    return carrier;
  return carrier.isLabel ? { ...carrier, mutedIn: sentence.block } : null;
}

function isWithin(token: number, posts: readonly Speech[]): boolean {
  return posts.some(({ whole: [from, to] }) => from <= token && token < to);
}

/** A sentence that is told by the speaker of another. */
export function carriedOver(speech: Speech, { sentence, index }: SentenceReading): Speech {
  const range = [sentence.from, sentence.to] as const;
  return changeSpeech(speech, {
    kind: "according",
    sentence: index,
    cue: null,
    contents: [range],
    whole: range,
    quotes: [],
    isCarried: true,
  });
}
