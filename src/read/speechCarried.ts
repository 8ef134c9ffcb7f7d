/**
 * In: a sentence that is a quotation without a cue. Out: the speech that it goes on, or one whose speaker is unknown.
 * Never: carries a speaker past a paragraph in which nobody spoke.
 */
import { speakerAt } from "./changeSpeech.ts";
import type { Quote } from "./quotes.ts";
import type { SentenceReading, Speaker, Speech, SpeechContext } from "./speech.ts";
import { quoteAt } from "./speechContents.ts";
import type { Entity } from "./speechMemory.ts";
import { unknownSpeaker } from "./speechSpeaker.ts";
import { TOKEN } from "./tokens.ts";

/** The last speech of a document so far, with the block it stands in. */
export type LastSpeech = { readonly speech: Speech; readonly block: number };

/** Fewest words of a quotation that stands alone and is more than a name or a term. */
const FEWEST_WORDS = 3;

/** The speech of a quotation that stands alone in its sentence, or null; `opener` is the sentence before that ends with a colon. */
export function carriedSpeech(
  reading: SentenceReading,
  last: LastSpeech | null,
  near: Entity | null,
  opener: Speech | null,
  before: SentenceReading | undefined,
  context: SpeechContext,
): Speech | null {
  const { sentence, index } = reading;
  const quote = leadingQuote(reading, context);
  if (quote === null || quote.from < sentence.from || countWords(quote, context) < FEWEST_WORDS)
    return null;
  if (!isAlone(quote, reading, context)) return null;
  const speaker =
    opener?.speaker ??
    speakerOf(reading, last, isDead(near, before, context) ? null : near, quote, context);
  return {
    kind: "quote",
    sentence: index,
    speaker,
    cue: opener?.cue ?? null,
    contents: [[quote.from, quote.to]],
    whole: [quote.from, quote.to],
    quotes: [quote],
    isDenial: false,
    isAuthor: false,
    isInQuote: false,
    date: null,
    isForeign: false,
    isCarried: false,
  };
}

/** "A was shot dead in Karun. “We saw it all.”": whose death the sentence before tells did not say it. */
function isDead(
  near: Entity | null,
  before: SentenceReading | undefined,
  { pack, tokens }: SpeechContext,
): boolean {
  if (near === null || before === undefined || near.spoke || near.sentence !== before.index)
    return false;
  const [from] = near.speaker.range;
  const gallows = pack.wordsIn("GALLOWSW");
  return before.items.some(({ entry, from: at, to }) => {
    if (at >= from && tokens.form.slice(at, to).some((form) => gallows.has(form))) return true;
    const rows = entry === null || at < from ? [] : (pack.triggersByWords.get(entry.words) ?? []);
    return rows.some(({ row, form }) => DEADLY.has(row.kind) && DONE_TO.has(form));
  });
}

const DEADLY: ReadonlySet<string> = new Set(["killing", "execution", "death-in-custody"]);
/** Forms that tell of their subject, or of whom stands behind them. */
const DONE_TO: ReadonlySet<string> = new Set(["part", "past", "intr"]);

function speakerOf(
  reading: SentenceReading,
  last: LastSpeech | null,
  near: Entity | null,
  quote: Quote,
  context: SpeechContext,
): Speaker {
  const { sentence, index } = reading;
  const unknown = unknownSpeaker([quote.from, quote.from]);
  const isSpeakerNear =
    last !== null && sentence.block - last.block <= 2 && last.speech.sentence >= index - 6;
  const isNearer = near !== null && near.sentence === index - 1 && !sentence.opensBlock;
  if (
    isNearer &&
    near.type === "person" &&
    !near.isMany &&
    (last === null ||
      last.speech.sentence < near.sentence ||
      last.speech.speaker.source === near.speaker.source)
  ) {
    return speakerAt(near.speaker, [quote.from, quote.from]);
  }
  if (
    !isSpeakerNear ||
    last.speech.kind === "chant" ||
    last.speech.kind === "according" ||
    isBody(last.speech.speaker, context) ||
    last.speech.isAuthor
  )
    return unknown;
  // Nobody knows which of "activists" a paragraph of its own quotes; it may be whoever speaks next.
  if (
    sentence.block !== last.block &&
    last.speech.speaker.isUnnamed &&
    last.speech.speaker.isPlural
  )
    return unknown;
  if (sentence.block !== last.block && last.speech.quotes.length === 0)
    return sentence.block - last.block <= 2 && last.speech.sentence === index - 1
      ? last.speech.speaker
      : unknown;
  return last.speech.speaker;
}

/** "The court rejected it. “They told us nothing.”": a body that spoke in the words of the report is not who is quoted by themselves. */
function isBody(
  { name, range: [from, to] }: Speaker,
  { pack, tokens, classes }: SpeechContext,
): boolean {
  if (pack.isVerbFinal || to <= from) return false;
  if (name !== null) return name.type === "organisation";
  const head = pack.lexicon.match(tokens, to - 1, to);
  if (head === null) return false;
  return classes.of("INST", "PRONIT")[head.set] === 1 && classes.of("HUMAN")[head.set] !== 1;
}

function leadingQuote({ sentence }: SentenceReading, context: SpeechContext): Quote | null {
  const quote = quoteAt(sentence.from, context);
  return quote !== null && quote.from === sentence.from ? quote : null;
}

/** All of its sentences are the quotation's, but for a stray mark. */
function isAlone(quote: Quote, { sentence }: SentenceReading, context: SpeechContext): boolean {
  if (quote.to >= sentence.to - 2) return true;
  const end = context.tokens.form[quote.to - 2] ?? "";
  return (end === "." || end === "!" || end === "?") && quote.to - quote.from >= 5;
}

function countWords(quote: Quote, context: SpeechContext): number {
  let count = 0;
  for (let at = quote.from; at < quote.to; at++)
    if (context.tokens.kind[at] === TOKEN.word) count++;
  return count;
}
