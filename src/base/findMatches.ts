/** In: a text and searched words. Out: the places in the text that a search finds by them. */
import { foldForSearch } from "./foldForSearch.ts";
import { nameKey } from "./nameKey.ts";

export type Match = { readonly start: number; readonly end: number };

/** How like two spellings are, as pg_trgm counts it: shared runs of three letters over all of them. */
const LIKENESS = 0.4;
const WORD = /[\p{L}\p{M}\p{N}\u0640'’]+/gu;

/** Words of a text that begin with a searched word; of a name, also those that sound or are spelt nearly so. */
export function findMatches(text: string, searched: string, isName: boolean): readonly Match[] {
  const wanted = foldForSearch(searched)
    .split(" ")
    .filter((word) => word !== "");
  return [...text.matchAll(WORD)].flatMap((found) => {
    const words = foldForSearch(found[0]).split(" ");
    const isFound = wanted.some((want) => words.some((word) => isSame(word, want, isName)));
    return isFound ? [{ start: found.index, end: found.index + found[0].length }] : [];
  });
}

function isSame(word: string, want: string, isName: boolean): boolean {
  const stem = /^[a-z]{4,}s$/.test(want) ? want.slice(0, -1) : want;
  if (want.length < 3 ? word === want : word.startsWith(stem)) return true;
  if (!isName || word === "") return false;
  const key = nameKey(want);
  return (key !== "" && nameKey(word) === key) || likeness(word, want) >= LIKENESS;
}

/** pg_trgm's similarity of two words. */
function likeness(one: string, other: string): number {
  const [left, right] = [trigrams(one), trigrams(other)];
  const shared = [...left].filter((run) => right.has(run)).length;
  return shared / (left.size + right.size - shared);
}

function trigrams(word: string): ReadonlySet<string> {
  const padded = `  ${word} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}
