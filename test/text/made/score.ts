import type { MadePage } from "./furniture.ts";

/** How much of what was found is right, how much of what is right was found, and both in one. */
export type Score = { readonly precision: number; readonly recall: number; readonly f1: number };

/** Scores bags of runs of `size` words; a page shorter than a run is one run. */
export function scoreText(page: MadePage, found: string, size: number): Score {
  const expected = runsOf(wordsOf(page.truth.join(" ")), size);
  let rest = ` ${wordsOf(found).join(" ")} `;
  for (const part of page.optional ?? []) {
    const words = ` ${wordsOf(part).join(" ")} `;
    if (!` ${wordsOf(page.truth.join(" ")).join(" ")} `.includes(words))
      rest = rest.replace(words, " ");
  }
  const given = runsOf(rest.split(" ").filter(Boolean), size);
  let both = 0;
  for (const [run, count] of expected) both += Math.min(count, given.get(run) ?? 0);
  const [precision, recall] = [both / Math.max(1, sum(given)), both / Math.max(1, sum(expected))];
  return {
    precision,
    recall,
    f1: both === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

/** Lower-case words; a letter of Chinese or Japanese is a word. */
export function wordsOf(text: string): string[] {
  return (
    text
      .replace(/&amp;/g, "&")
      .toLowerCase()
      .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu) ?? []
  );
}

function runsOf(words: readonly string[], size: number): Map<string, number> {
  const counts = new Map<string, number>();
  const length = Math.min(size, words.length);
  for (let at = 0; at + length <= words.length && length > 0; at++) {
    const run = words.slice(at, at + length).join(" ");
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}
