import { splitPlainWords, TOKEN, type Tokens, tokenize } from "../tokens.ts";
import { isGlued } from "../sentences.ts";
import { numberForm, UNKNOWN } from "../vocabulary.ts";

/** Phrases as a tree of the numbers of folded words; hyphens are left out of the words and skipped in the text. */
export type PhraseNode<T> = { next: Map<number, PhraseNode<T>> | null; value: T | null };

/** Makes an empty tree. */
export function makeTrie<T>(): PhraseNode<T> {
  return { next: null, value: null };
}

/** Adds a phrase; the first value given to a phrase stays, unless `gives` lets it go. Returns its first word. */
export function addPhrase<T>(
  root: PhraseNode<T>,
  phrase: string,
  value: T,
  gives: (was: T) => boolean = () => false,
): string | null {
  const words = phraseWords(phrase);
  let node = root;
  for (const word of words.map(numberForm)) {
    node.next ??= new Map();
    let child = node.next.get(word);
    if (child === undefined) {
      child = { next: null, value: null };
      node.next.set(word, child);
    }
    node = child;
  }
  if (node === root) return null;
  if (node.value === null || gives(node.value)) node.value = value;
  return words[0] ?? null;
}

/** Letters and single spaces: no need to tokenize. */
const PLAIN = /^[a-z]+(?: [a-z]+)*$/i;

/** The folded words of a phrase, hyphens left out. */
export function phraseWords(phrase: string): string[] {
  if (PLAIN.test(phrase)) return phrase.toLowerCase().split(" ");
  return splitPlainWords(phrase) ?? tokenize(phrase).form.filter((form) => !LEFT_OUT.has(form));
}

const LEFT_OUT: ReadonlySet<string> = new Set(["-", "\n"]);

/** The longest phrase that begins at token `at` and ends before `to`; null where there is none. */
export function longestPhrase<T>(
  root: PhraseNode<T>,
  tokens: Tokens,
  at: number,
  to: number,
): { readonly to: number; readonly value: T } | null {
  let node: PhraseNode<T> | undefined = root;
  let best: { to: number; value: T } | null = null;
  for (let index = at; index < to; index++) {
    if (index > at && isSkipped(tokens, index)) continue;
    node = node.next?.get(tokens.word[index] ?? UNKNOWN);
    if (node === undefined) break;
    if (node.value !== null) best = { to: index + 1, value: node.value };
  }
  return best;
}

function isSkipped(tokens: Tokens, at: number): boolean {
  if (tokens.kind[at] === TOKEN.newline) return true;
  return tokens.form[at] === "-" && isGlued(tokens, at);
}
