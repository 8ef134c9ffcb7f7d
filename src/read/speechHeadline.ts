/**
 * In: the speeches of a document. Out: speeches for quotations of the headline whose speaker the text names further down.
 * Safe only where the same words are quoted again with a speaker.
 * Never: guesses who is quoted in a headline.
 */
import type { Quote, Quotes } from "./quotes.ts";
import type { Speech } from "./speech.ts";
import type { Sentence } from "./sentences.ts";
import { TOKEN, type Tokens } from "./tokens.ts";

/** Fewer words are a term, not a sentence that somebody said. */
const LEAST_WORDS = 3;

/** Finds the speaker of each quotation in the first block among those who are quoted with the same words below. */
export function headlineSpeeches(
  speeches: readonly Speech[],
  quotes: Quotes,
  sentences: readonly Sentence[],
  tokens: Tokens,
): Speech[] {
  const end = sentences.findLast(({ block }) => block === sentences[0]?.block)?.to ?? 0;
  return quotes.quotes.flatMap((quote) => {
    if (quote.depth > 0 || quote.to > end || isSaid(quote, speeches)) return [];
    const words = wordsOf(quote, tokens);
    const again = words.length < LEAST_WORDS ? undefined : speeches.find((speech) => saysAgain(speech, quote, words, tokens));
    if (again === undefined) return [];
    return [
      {
        kind: "quote" as const,
        sentence: Math.max(0, sentences.findIndex(({ from, to }) => from <= quote.from && quote.from < to)),
        speaker: again.speaker,
        cue: null,
        contents: [[quote.from, quote.to] as const],
        whole: [quote.from, quote.to] as const,
        quotes: [quote],
        isDenial: false,
        isAuthor: false,
        isInQuote: false,
        date: null,
      },
    ];
  });
}

function isSaid(quote: Quote, speeches: readonly Speech[]): boolean {
  return speeches.some(
    ({ contents, speaker }) => speaker.source !== null && contents.some(([from, to]) => from <= quote.from && quote.from < to),
  );
}

function saysAgain(speech: Speech, headline: Quote, words: readonly string[], tokens: Tokens): boolean {
  if (speech.speaker.source === null) return false;
  return speech.quotes.some((quote) => {
    if (quote.from <= headline.from) return false;
    const said = wordsOf(quote, tokens);
    return words.every((word, i) => said[i] === word);
  });
}

function wordsOf(quote: Quote, tokens: Tokens): string[] {
  const words: string[] = [];
  for (let at = quote.from; at < quote.to; at++) if (tokens.kind[at] === TOKEN.word) words.push(tokens.form[at] ?? "");
  return words;
}
