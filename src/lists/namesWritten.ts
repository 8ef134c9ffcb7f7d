/**
 * In: a cell with several names, and the words of each of its people. Out: the names as the cell writes them.
 * Never: turns a name round, or gives one of two the words of the other where he has his own.
 */
import { foldForSearch } from "../base/foldForSearch.ts";

/** Words that are one in a name and two in a cell, or the other way round. */
const MOST_JOINED = 3;

/** "Vali Barahoui & Ali Barahoui": each name in its own order, a surname that stands once for both. */
export function namesWritten(
  cell: string,
  people: readonly (readonly string[])[],
): readonly string[] {
  const parts = cell.split(/[\s,،;&+/|]+/u).filter((part) => foldForSearch(part) !== "");
  let from = 0;
  return people.map((words) => {
    const written: string[] = [];
    let last = from;
    for (let at = 0; at < words.length; ) {
      const found = findRun(parts, from, words.slice(at)) ?? findRun(parts, 0, words.slice(at));
      written.push(...(found === null ? [words[at] ?? ""] : parts.slice(found.start, found.end)));
      at += found?.words ?? 1;
      last = Math.max(last, found?.end ?? 0);
    }
    from = last;
    return written.join(" ");
  });
}

type Run = { readonly start: number; readonly end: number; readonly words: number };

/** The first parts from a place on that are the first of these words, however they are joined. */
function findRun(parts: readonly string[], from: number, words: readonly string[]): Run | null {
  for (let start = from; start < parts.length; start++)
    for (let size = 1; size <= Math.min(MOST_JOINED, parts.length - start); size++) {
      const glued = foldForSearch(parts.slice(start, start + size).join(" ")).replaceAll(" ", "");
      for (let count = 1; count <= Math.min(MOST_JOINED, words.length); count++)
        if (words.slice(0, count).join("") === glued)
          return { start, end: start + size, words: count };
    }
  return null;
}
