/**
 * In: a word of chanting in a line with a quotation behind it. Out: the speech of those who chant or hold the sign.
 * Never: makes a chant without its quoted words.
 */
import type { Quote } from "./quotes.ts";
import type { Speaker, SpeechContext, TokenRange } from "./speech.ts";
import type { Item } from "./items.ts";
import { is, type Line, skipAhead, skipBack } from "./speechCues.ts";
import { quoteAt } from "./speechContents.ts";
import type { SpeechMemory } from "./speechMemory.ts";
import { speakerOf, unknownSpeaker } from "./speechSpeaker.ts";
import type { NounPhrase } from "./nounPhrase.ts";
import { phraseBeginning } from "./speechPhrases.ts";
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
  // "Bread for all, our only slogan" and "…": a word that is chanted itself chants nothing.
  const around = quoteAt(cueItem.from, context);
  const quote = first < 0 ? null : quoteAt(first, context);
  if (around !== null && around !== quote) return null;
  if (first < 0 && around === null) return heardSpeech(line, k, context, memory);
  if (quote === null || quote.from < cueItem.from) return null;
  let end = quote.to;
  for (const other of quotes.quotes) {
    if (
      other.depth === 0 &&
      other.from >= end &&
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
  // "Students marched through Karun, chanting “…”": the chanting has words of its own.
  const isApart =
    phrase !== null && !context.pack.isVerbFinal && phrase.to < verbStart(line, k, cues);
  const from =
    phrase === null || isApart
      ? cueItem.from
      : Math.min(line.items[phrase.from]?.from ?? cueItem.from, cueItem.from);
  const told = { content: [quote.from, end], whole: [from, end], quote } as const;
  return chantOf(line, cueItem, speaker, told);
}

/** What is chanted, by whom, with the words that say so. */
function chantOf(
  line: Line,
  { from, to }: Item,
  speaker: Speaker | null,
  told: { readonly content: TokenRange; readonly whole: TokenRange; readonly quote: Quote },
): ReadSpeech {
  return {
    phrase: null,
    speech: {
      kind: "chant",
      sentence: line.reading.index,
      speaker: speaker ?? unknownSpeaker([from, to]),
      cue: [from, to],
      contents: [told.content],
      whole: told.whole,
      quotes: [told.quote],
      isDenial: false,
      isAuthor: false,
      isInQuote: false,
      date: null,
      isForeign: false,
      isCarried: false,
    },
  };
}

/** `"…" and "…" were among the slogans shouted by pensioners`: what was chanted stands before the word for it. */
function heardSpeech(
  line: Line,
  k: number,
  context: SpeechContext,
  memory: SpeechMemory,
): ReadSpeech | null {
  const { cues, quotes, pack } = context;
  const cueItem = line.items[k] as Item;
  if (pack.isVerbFinal || !is(line, k, cues.chantNoun)) return null;
  const be = skipBack(line, k - 1, cues.determiner, cues.preposition, cues.adverb);
  const close = skipBack(line, be, cues.aux, cues.adverb);
  if (close === be || !is(line, close, cues.quoteClose)) return null;
  const end = line.items[close]?.to ?? 0;
  const last = quotes.quotes.find(({ depth, to }) => depth === 0 && to === end);
  if (last === undefined) return null;
  let start = last.from;
  for (const other of [...quotes.quotes].reverse())
    if (other.depth === 0 && other.to <= start && start - other.to <= 2) start = other.from;
  const by = skipAhead(line, k + 1, cues.finite, cues.participle, cues.chant, cues.adverb);
  const phrase = is(line, by, cues.by) ? phraseBeginning(line, by + 1, cues) : null;
  const speaker =
    phrase === null
      ? null
      : speakerOf(line, phrase, context, memory, { isBehind: true, goesOn: false });
  return chantOf(line, cueItem, speaker, {
    content: [start, end],
    whole: [start, line.items[(phrase?.to ?? k + 1) - 1]?.to ?? cueItem.to],
    quote: last,
  });
}

function chanters(line: Line, k: number, context: SpeechContext): NounPhrase | null {
  const { cues } = context;
  const before = (): NounPhrase | null =>
    subjectBefore(line, witnessedStart(line, k, context), cues);
  if (!is(line, k, cues.chantNoun)) return before() ?? firstPhrase(line, k, context);
  // "Students chanting “…”" of a heading is no noun as "the chanting" is.
  const first = firstPhrase(line, k, context);
  const isWitnessed = witnessedStart(line, k, context) < verbStart(line, k, cues);
  if (isWitnessed) return before() ?? first;
  if (first === null) return is(line, k, cues.participle) ? before() : null;
  return isGathering(line, first, context) ? null : first;
}

/** "could be heard chanting", "were seen shouting": where the verb group begins. */
function witnessedStart(line: Line, k: number, { cues, pack, tokens }: SpeechContext): number {
  const start = verbStart(line, k, cues);
  const form = tokens.form[line.items[start - 1]?.from ?? -1] ?? "";
  if (pack.isVerbFinal || !pack.wordsIn("WITNESSEDW").has(form)) return start;
  return verbStart(line, start - 1, cues);
}

/** "The protests have turned political, with chants of …": a gathering says nothing itself. */
function isGathering(line: Line, phrase: NounPhrase, { classes, pack }: SpeechContext): boolean {
  const head = line.items[phrase.headTo - 1];
  return !pack.isVerbFinal && head?.group == null && classes.of("PROTESTW")[head?.set ?? 0] === 1;
}
