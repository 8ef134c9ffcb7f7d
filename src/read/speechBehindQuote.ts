/**
 * In: the speeches of a document. Out: the same, where a sentence of nothing but who spoke and to whom ("His mother told the Network.")
 * speaks the quotation right before it.
 * Never: takes a quotation across a paragraph; gives one to a sentence that says something itself.
 */
import { changeSpeech } from "./changeSpeech.ts";
import type { Item } from "./items.ts";
import type { Quote } from "./quotes.ts";
import type { SentenceReading, Speech, SpeechContext } from "./speech.ts";

/** `"He was beaten." His mother told the Network.` */
export function speakBehindQuotes(
  speeches: readonly Speech[],
  readings: readonly SentenceReading[],
  context: SpeechContext,
): readonly Speech[] {
  if (context.pack.isVerbFinal || context.quotes.quotes.length === 0) return speeches;
  return speeches.map((speech) => {
    const quote = isBareSaying(speech, readings, context)
      ? quoteBefore(speech, readings, context)
      : null;
    if (quote === null) return speech;
    return changeSpeech(speech, {
      contents: [[quote.from, quote.to]],
      quotes: [quote],
      whole: [quote.from, speech.whole[1]],
    });
  });
}

/** The speaker opens the sentence, and behind the cue stands nobody but whom it is said to, and when. */
function isBareSaying(
  { kind, cue, quotes, contents, sentence, whole }: Speech,
  readings: readonly SentenceReading[],
  { classes, cues }: SpeechContext,
): boolean {
  const reading = readings[sentence];
  if (kind !== "say" || cue === null || quotes.length > 0 || reading === undefined) return false;
  if (whole[0] !== reading.sentence.from) return false;
  // `"We mourn." Three were killed, police said.`: what stands before the cue is said.
  if (contents.some(([from, to]) => from < to && from < cue[0])) return false;
  const isAddressee = ({ set, group, name }: Item): boolean =>
    (group !== null && group.quantity === null) ||
    (name !== null && name.type !== "place") ||
    [classes.determiner, classes.time, classes.stop, cues.orgNoun].some(
      (members) => members[set] === 1,
    );
  return reading.items.filter(({ from }) => from >= cue[1]).every(isAddressee);
}

function quoteBefore(
  { sentence }: Speech,
  readings: readonly SentenceReading[],
  { quotes }: SpeechContext,
): Quote | null {
  const own = readings[sentence]?.sentence;
  const before = readings[sentence - 1]?.sentence;
  if (own === undefined || before === undefined || own.block !== before.block) return null;
  return (
    quotes.quotes.find(({ to, depth, isClosed }) => isClosed && depth === 0 && to === own.from) ??
    null
  );
}
