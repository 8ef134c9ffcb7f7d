/** The word most like a mistyped one, or null when none is near (a third of its letters may differ). */
export function nearest(word: string, words: readonly string[]): string | null {
  return nearestOf(word, words, 1)[0] ?? null;
}

/** The words most like a mistyped one, the nearest first, each once. */
export function nearestOf(word: string, words: readonly string[], most: number): readonly string[] {
  const reach = Math.max(1, Math.ceil(word.length / 3));
  return [...new Set(words)]
    .filter((candidate) => Math.abs(candidate.length - word.length) <= reach)
    .map((candidate) => ({
      candidate,
      edits: countEdits(word.toLowerCase(), candidate.toLowerCase()),
    }))
    .filter(({ edits }) => edits <= reach)
    .sort((left, right) => left.edits - right.edits)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** `, did you mean "x"?` for a message, or nothing. */
export function suggest(word: string, words: readonly string[]): string {
  const found = nearest(word, words);
  return found === null ? "" : `; did you mean ${found}?`;
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
function countEdits(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const same = left[i - 1] === right[j - 1];
      const swapped = left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforeLast[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = row;
  }
  return last[right.length] ?? 0;
}
