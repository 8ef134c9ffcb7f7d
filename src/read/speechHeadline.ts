/**
 * In: the speeches of a document. Out: speeches for quotations of the headline whose speaker the text names further down.
 * Safe only where the same words are quoted again with a speaker.
 * Never: guesses who is quoted in a headline.
 */
import type { Quote, Quotes } from "./quotes.ts";
import type { Speech } from "./speech.ts";
import { speechesAround } from "./speechIndex.ts";
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
  const sayings = indexSayings(speeches, tokens);
  return quotes.quotes.flatMap((quote) => {
    if (quote.depth > 0 || quote.to > end || isSaid(quote, speeches)) return [];
    const words = wordsOf(quote, tokens);
    const again = sayings
      .get(keyOf(words))
      ?.find((saying) => saysAgain(saying, quote, words))?.speech;
    if (again === undefined) return [];
    return [
      {
        kind: "quote" as const,
        sentence: Math.max(
          0,
          sentences.findIndex(({ from, to }) => from <= quote.from && quote.from < to),
        ),
        speaker: again.speaker,
        cue: null,
        contents: [[quote.from, quote.to] as const],
        whole: [quote.from, quote.to] as const,
        quotes: [quote],
        isDenial: false,
        isAuthor: false,
        isInQuote: false,
        date: null,
        isForeign: false,
        isCarried: false,
      },
    ];
  });
}

function isSaid(quote: Quote, speeches: readonly Speech[]): boolean {
  return speechesAround(quote.from, speeches).some(({ speaker }) => speaker.source !== null);
}

type Saying = { readonly speech: Speech; readonly from: number; readonly words: readonly string[] };

/** Quotations that have a speaker, by their first words: a long text has too many to try them all on each other. */
function indexSayings(
  speeches: readonly Speech[],
  tokens: Tokens,
): ReadonlyMap<string, readonly Saying[]> {
  const index = new Map<string, Saying[]>();
  for (const speech of speeches) {
    if (speech.speaker.source === null) continue;
    for (const quote of speech.quotes) {
      const words = wordsOf(quote, tokens);
      const saying = { speech, from: quote.from, words };
      const known = index.get(keyOf(words));
      if (known === undefined) index.set(keyOf(words), [saying]);
      else known.push(saying);
    }
  }
  return index;
}

/** The words that a saying must have in common with the headline at least; shorter ones share no key with it. */
function keyOf(words: readonly string[]): string {
  return words.length < LEAST_WORDS ? "" : words.slice(0, LEAST_WORDS).join(" ");
}

function saysAgain(saying: Saying, headline: Quote, words: readonly string[]): boolean {
  if (words.length < LEAST_WORDS || saying.from <= headline.from) return false;
  return words.every((word, i) => saying.words[i] === word);
}

function wordsOf(quote: Quote, tokens: Tokens): string[] {
  const words: string[] = [];
  for (let at = quote.from; at < quote.to; at++)
    if (tokens.kind[at] === TOKEN.word) words.push(tokens.form[at] ?? "");
  return words;
}
