/**
 * In: a word of chanting in a line with a quotation behind it. Out: the speech of those who chant or hold the sign.
 * Never: makes a chant without its quoted words.
 */
import type { SpeechContext, TokenRange } from "./speech.ts";
import { is, type Line } from "./speechCues.ts";
import { quoteAt } from "./speechContents.ts";
import type { SpeechMemory } from "./speechMemory.ts";
import { speakerOf, unknownSpeaker } from "./speechSpeaker.ts";
import type { NounPhrase } from "./nounPhrase.ts";
import { firstPhrase, subjectBefore, verbStart } from "./speechSubject.ts";
import type { ReadSpeech } from "./speechVerb.ts";

/** How many tokens may stand between the word and the quotation. */
const REACH = 14;

/** `Students chanted "…"`, `a banner reading "…"`. */
export function chantSpeech(
  line: Line,
  k: number,
  context: SpeechContext,
  memory: SpeechMemory,
): ReadSpeech | null {
  const { cues, quotes } = context;
  const cueItem = line.items[k];
  if (cueItem === undefined) return null;
  let first = -1;
  for (
    let i = k + 1;
    i < line.items.length && (line.items[i]?.from ?? 0) - cueItem.to <= REACH;
    i++
  ) {
    if (is(line, i, cues.any) && i > k + 1 && is(line, i, cues.say)) return null;
    if (is(line, i, cues.quoteOpen)) {
      first = line.items[i]?.from ?? -1;
      break;
    }
  }
  const quote = first < 0 ? null : quoteAt(first, context);
  if (quote === null || quote.from < cueItem.from) return null;
  let end = quote.to;
  for (const other of quotes.quotes) {
    if (
      other.depth === 0 &&
      other.from > end &&
      other.from - end <= 3 &&
      other.from < line.reading.sentence.to
    )
      end = other.to;
  }
  const phrase = chanters(line, k, context);
  const speaker =
    phrase === null
      ? null
      : speakerOf(line, phrase, context, memory, { isBehind: false, goesOn: false });
  const from =
    phrase === null
      ? cueItem.from
      : Math.min(line.items[phrase.from]?.from ?? cueItem.from, cueItem.from);
  const content: TokenRange = [quote.from, end];
  return {
    phrase: null,
    speech: {
      kind: "chant",
      sentence: line.reading.index,
      speaker: speaker ?? unknownSpeaker([cueItem.from, cueItem.to]),
      cue: [cueItem.from, cueItem.to],
      contents: [content],
      whole: [from, end],
      quotes: [quote],
      isDenial: false,
      isAuthor: false,
      isInQuote: false,
      date: null,
      isForeign: false,
      isCarried: false,
    },
  };
}

function chanters(line: Line, k: number, context: SpeechContext): NounPhrase | null {
  const { cues } = context;
  const before = (): NounPhrase | null => subjectBefore(line, verbStart(line, k, cues), cues);
  if (!is(line, k, cues.chantNoun)) return before() ?? firstPhrase(line, k, context);
  // "Students chanting “…”" of a heading is no noun as "the chanting" is.
  return firstPhrase(line, k, context) ?? (is(line, k, cues.participle) ? before() : null);
}
