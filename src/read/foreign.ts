/**
 * In: the tokens and sentences of a document, and what the pack of its language says of its neighbours. Out: the
 * sentences in another script than the pack's, or in another language of the same script.
 * Never: takes a name, a hashtag or a quoted word inside a sentence for a sentence in another language.
 */
import type { Range } from "../base/span.ts";
import type { Sentence } from "./sentences.ts";
import { TOKEN, type Tokens } from "./tokens.ts";

/** How to tell a language from the others in a text. */
export type ForeignMarks = {
  /** The script that the pack's words are written in. */
  readonly script: number;
  /** 1 for each UTF-16 unit that the language lacks and its neighbours have; null where the pack names none. */
  readonly letters: Uint8Array | null;
  /** Words and beginnings of words that only the neighbours have, as written. */
  readonly words: ReadonlySet<string>;
  readonly prefixes: readonly string[];
};

/** The file foreign.json of a language's pack. */
export type ForeignFile = {
  readonly letters: string;
  readonly words: string;
  readonly prefixes: string;
};

/** Reads the marks of a language; `words` are some of its own, which tell its script. */
export function compileForeign(
  file: ForeignFile | undefined,
  words: readonly string[],
): ForeignMarks {
  const counts = new Map<number, number>();
  for (const word of words) addOne(counts, scriptOf(word.charCodeAt(0)));
  const letters = file === undefined ? null : new Uint8Array(0x10000);
  for (const letter of file?.letters ?? "")
    letters?.fill(1, letter.charCodeAt(0), letter.charCodeAt(0) + 1);
  return {
    script: mostOf(counts),
    letters,
    words: new Set(file?.words.split(" ")),
    prefixes: file?.prefixes.split(" ") ?? [],
  };
}

/** Indexes of the sentences in another script or language, in order. */
export function findForeign(
  tokens: Tokens,
  sentences: readonly Sentence[],
  marks: ForeignMarks,
): ReadonlySet<number> {
  const foreign = new Set<number>();
  for (const [index, sentence] of sentences.entries())
    if (isElsewhere(tokens, sentence, marks) || isNeighbour(tokens, sentence, marks))
      foreign.add(index);
  return foreign;
}

/** True where the text has words and none is in the pack's script. */
export function isAllForeign(tokens: Tokens, { script }: ForeignMarks): boolean {
  let words = 0;
  for (let at = 0; at < tokens.size; at++) {
    if (tokens.kind[at] !== TOKEN.word) continue;
    if (scriptAt(tokens, at) === script) return false;
    words++;
  }
  return words > 0;
}

/** The stretches of text that such sentences cover; those that follow each other are one. */
export function foreignStretches(
  tokens: Tokens,
  sentences: readonly Sentence[],
  foreign: ReadonlySet<number>,
): Range[] {
  const stretches: { start: number; end: number }[] = [];
  let last = -2;
  for (const index of foreign) {
    const sentence = sentences[index];
    if (sentence === undefined) continue;
    const start = tokens.start[sentence.from] ?? 0;
    const end = tokens.end[sentence.to - 1] ?? start;
    const open = stretches.at(-1);
    if (open !== undefined && index === last + 1) open.end = end;
    else stretches.push({ start, end });
    last = index;
  }
  return stretches;
}

/** Fewer words of another script are a name, a hashtag or the label of a link. */
const FEWEST_WORDS = 3;

function isElsewhere(tokens: Tokens, { from, to }: Sentence, { script }: ForeignMarks): boolean {
  let own = 0;
  let others = 0;
  for (let at = from; at < to; at++) {
    if (tokens.kind[at] !== TOKEN.word) continue;
    if (scriptAt(tokens, at) === script) own++;
    else others++;
  }
  return others >= FEWEST_WORDS && others > 3 * own;
}

/** A part of the words has letters, beginnings or forms that the language lacks. */
const FOREIGN_SHARE = 0.3;

function isNeighbour(tokens: Tokens, { from, to }: Sentence, marks: ForeignMarks): boolean {
  if (marks.letters === null) return false;
  let words = 0;
  let strange = 0;
  for (let at = from; at < to; at++) {
    if (tokens.kind[at] !== TOKEN.word) continue;
    words++;
    if (isStrange(tokens, at, marks)) strange++;
  }
  return strange >= 2 && strange >= FOREIGN_SHARE * words;
}

function isStrange(
  tokens: Tokens,
  at: number,
  { letters, words, prefixes }: ForeignMarks,
): boolean {
  const start = tokens.start[at] ?? 0;
  const end = tokens.end[at] ?? start;
  for (let unit = start; unit < end; unit++)
    if (letters?.[tokens.text.charCodeAt(unit)] === 1) return true;
  const word = tokens.text.slice(start, end);
  return (
    words.has(word) || prefixes.some((one) => word.startsWith(one) && word.length > one.length + 2)
  );
}

function scriptAt(tokens: Tokens, at: number): number {
  return scriptOf(tokens.text.charCodeAt(tokens.start[at] ?? 0));
}

/** First units of the blocks of scripts; Latin with its additions counts as one, so does Arabic. */
const BLOCKS = [
  0, 0x370, 0x400, 0x530, 0x590, 0x600, 0x700, 0x900, 0x1100, 0x1e00, 0x2e80, 0xfb50, 0xfefd,
];
const SAME_BLOCK: ReadonlyMap<number, number> = new Map([
  [0x1e00, 0],
  [0xfb50, 0x600],
]);

const SCRIPT_BY_UNIT: Uint8Array = BLOCKS.reduce((table, first, at) => {
  const block = BLOCKS.indexOf(SAME_BLOCK.get(first) ?? first);
  return table.fill(block, first, BLOCKS[at + 1] ?? 0x10000);
}, new Uint8Array(0x10000));

function scriptOf(unit: number): number {
  return SCRIPT_BY_UNIT[unit] ?? 0;
}

function addOne(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function mostOf(counts: ReadonlyMap<number, number>): number {
  let best = 0;
  for (const [script, count] of counts) if (count > (counts.get(best) ?? 0)) best = script;
  return best;
}
