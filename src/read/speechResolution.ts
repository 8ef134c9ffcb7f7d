/**
 * In: a line of a resolution, whose verb has no subject of its own ("4. Condemns the execution of …").
 * Out: the speech of the body that opens the resolution ("The European Parliament,").
 * Never: takes a heading for such a line where no body opens it and no mark numbers it.
 */
import type { SentenceReading, Speaker, SpeechContext } from "./speech.ts";
import { is, type Line, lineOf } from "./speechCues.ts";
import { kindOf } from "./speechKinds.ts";
import type { SpeechMemory } from "./speechMemory.ts";
import { speakerOf, unknownSpeaker } from "./speechSpeaker.ts";
import { phraseBeginning } from "./speechPhrases.ts";
import { placed } from "./speechInverse.ts";
import type { ReadSpeech } from "./speechVerb.ts";
import { TOKEN } from "./tokens.ts";

/** Sentences back in which the body can stand. */
const BODY_REACH = 60;

/** The speech of the cue at item `k`, where nothing but marks and adverbs stands before it. */
export function resolutionSpeech(
  line: Line,
  k: number,
  readings: readonly SentenceReading[],
  context: SpeechContext,
  memory: SpeechMemory,
): ReadSpeech | null {
  const { cues } = context;
  if (context.pack.isVerbFinal || !is(line, k, cues.resolves)) return null;
  const kind = kindOf(line, k, context);
  if (kind === null || kind === "record" || !opensLine(line, k, readings, context)) return null;
  const body = bodyBefore(line.reading.index, readings, context, memory);
  if (body === null && !isMarked(line, readings, context)) return null;
  const at = line.items[k]?.from ?? 0;
  return placed(line, k, kind, body ?? unknownSpeaker([at, at]), null, context, true);
}

/** Marks, numbers and adverbs alone stand before the cue in its paragraph. */
function opensLine(
  line: Line,
  k: number,
  readings: readonly SentenceReading[],
  context: SpeechContext,
): boolean {
  const { cues } = context;
  for (let at = 0; at < k; at++) {
    const item = line.items[at];
    if (item === undefined) return false;
    const isSign = context.tokens.kind[item.from] !== TOKEN.word;
    if (!isSign && !is(line, at, cues.adverb) && item.to - item.from > 1) return false;
    if (!isSign && !is(line, at, cues.adverb) && !isShort(item.from, context)) return false;
  }
  return line.reading.sentence.opensBlock || isMarked(line, readings, context);
}

function isShort(token: number, { tokens }: SpeechContext): boolean {
  return (tokens.form[token] ?? "").length <= 2;
}

/** The line, or the sentence that is only its mark, begins with a sign or number. */
function isMarked(
  line: Line,
  readings: readonly SentenceReading[],
  { tokens }: SpeechContext,
): boolean {
  const { sentence, index } = line.reading;
  if (tokens.kind[sentence.from] !== TOKEN.word) return true;
  const before = readings[index - 1]?.sentence;
  return before !== undefined && before.block === sentence.block && before.to - before.from <= 2;
}

/** "The European Parliament,": a line of its own. */
function bodyBefore(
  index: number,
  readings: readonly SentenceReading[],
  context: SpeechContext,
  memory: SpeechMemory,
): Speaker | null {
  for (let at = index - 1; at >= Math.max(0, index - BODY_REACH); at--) {
    const reading = readings[at];
    if (reading === undefined || reading.items.length > 4) continue;
    if (context.tokens.form[reading.sentence.to - 1] !== ",") continue;
    const line = lineOf(at, readings, context);
    const phrase = line === null ? null : phraseBeginning(line, 0, context.cues);
    if (line === null || phrase === null || phrase.to < line.items.length - 1) continue;
    const speaker = speakerOf(line, phrase, context, memory, { isBehind: false, goesOn: false });
    if (speaker !== null && speaker.source !== null) return speaker;
  }
  return null;
}
