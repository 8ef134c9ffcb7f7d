/**
 * In: word rows of the packs. Out: the longest entry that starts at a token, with its set of classes.
 * Never: holds a word of its own.
 */
import { isPlainPhrase, splitPlainWords, type Tokens, tokenize } from "./tokens.ts";
import { numberForm, UNKNOWN } from "./vocabulary.ts";

/** Words of one class, as a pack row gives them. */
export type WordRow = {
  readonly id: string;
  readonly class: string;
  readonly words: readonly string[];
};

/** What the lexicon knows of a word or phrase. */
export type Entry = {
  readonly words: string;
  readonly classes: readonly string[];
  /** Ids of the rows that list it. */
  readonly rows: readonly string[];
  /** Id of its class set in the alphabet; set by `setIds`. */
  readonly set: number;
};

/** `next` by the number of the form that follows. */
type Node = { next: Map<number, Node> | null; entry: Entry | null };

export type Lexicon = {
  /** Longest entry from token `at` that ends before `limit`; its length in tokens is in `length`. */
  match(tokens: Tokens, at: number, limit: number): Entry | null;
  /** Tokens that the last match took. */
  readonly length: () => number;
  readonly entries: readonly Entry[];
};

/** Gathers the rows into entries: one per word, with every class it has. */
export function gatherEntries(
  rows: readonly WordRow[],
): Map<string, { classes: Set<string>; rows: Set<string> }> {
  const byWords = new Map<string, { classes: Set<string>; rows: Set<string> }>();
  for (const row of rows) {
    for (const words of row.words)
      for (const key of keysOf(words)) {
        const entry = byWords.get(key) ?? { classes: new Set(), rows: new Set() };
        entry.classes.add(row.class);
        entry.rows.add(row.id);
        byWords.set(key, entry);
      }
  }
  return byWords;
}

/**
 * The forms a phrase is looked up by; a joiner between its parts may be a space or be left out in texts: all of them, or the
 * last alone, where a keyboard writes endings to their verbs.
 */
export function keysOf(words: string): string[] {
  if (isPlainPhrase(words)) return [words];
  const last = words.lastIndexOf(JOINER);
  // A phrase of plain words is its own key.
  const isKey = last < 0 && splitPlainWords(words) !== null;
  const key = isKey ? words : formsOf(words).join(" ");
  if (last < 0) return [key];
  const keys = [key, formsOf(words.replaceAll(JOINER, "")).join(" ")];
  if (words.indexOf(JOINER) < last)
    keys.push(formsOf(words.slice(0, last) + words.slice(last + 1)).join(" "));
  return keys;
}

const JOINER = "\u200c";

/** The token forms of a phrase, as the tokenizer makes them; most phrases of the packs are plain words, which it only splits. */
export function formsOf(words: string): readonly string[] {
  return splitPlainWords(words) ?? tokenize(words).form;
}

/** Entries as a tree of the numbers of forms; `openings` is the first floor, by number. */
export type EntryTree = {
  readonly openings: readonly (Node | null)[];
  readonly entries: readonly Entry[];
};

/** Builds the tree of a lexicon; `setOf` gives the alphabet's id of a set of classes, which is found in `sets`. */
export function growLexicon(
  byWords: ReadonlyMap<string, { classes: ReadonlySet<string>; rows: ReadonlySet<string> }>,
  setOf: (classes: readonly string[]) => number,
  sets: readonly (readonly string[])[],
): EntryTree {
  const rowLists = new Map<string, readonly string[]>();
  const root: Node = { next: new Map(), entry: null };
  const entries: Entry[] = [];
  for (const [words, { classes, rows }] of byWords) {
    let node = root;
    for (const form of words.split(" ")) {
      const number = numberForm(form);
      node.next ??= new Map();
      let child = node.next.get(number);
      if (child === undefined) {
        child = { next: null, entry: null };
        node.next.set(number, child);
      }
      node = child;
    }
    const set = setOf([...classes]);
    const list = rowLists.get([...rows].join(" ")) ?? [...rows];
    rowLists.set(list.join(" "), list);
    const entry = { words, classes: sets[set] ?? [], rows: list, set };
    node.entry = entry;
    entries.push(entry);
  }
  return { openings: byNumber(root.next ?? new Map()), entries };
}

/** The lexicon of a tree. */
export function makeLexicon({ openings, entries }: EntryTree): Lexicon {
  let length = 0;
  return {
    entries,
    length: () => length,
    match(tokens, at, limit) {
      const { word } = tokens;
      let best: Entry | null = null;
      let node = at < limit ? openings[word[at] ?? UNKNOWN] : null;
      for (let next = at + 1; node != null; next++) {
        if (node.entry !== null) {
          best = node.entry;
          length = next - at;
        }
        if (node.next === null || next >= limit) break;
        node = node.next.get(word[next] ?? UNKNOWN);
      }
      return best;
    },
  };
}

function byNumber(nodes: ReadonlyMap<number, Node>): readonly (Node | null)[] {
  const size = [...nodes.keys()].reduce((most, number) => Math.max(most, number), 0) + 1;
  const table = Array.from({ length: size }, (): Node | null => null);
  for (const [number, node] of nodes) table[number] = node;
  return table;
}
