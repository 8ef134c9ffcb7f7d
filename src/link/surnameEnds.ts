/**
 * In: the pack's endings of surnames. Out: what a word is without its ending, and which ending it is.
 * Never: knows an ending of any language; cuts a word down to fewer letters than a name has.
 */

/** Spellings of one ending; `after` are letters that the shorter name may end with instead. */
export type EndRow = {
  readonly id: string;
  readonly latin: string;
  readonly persian: string;
  readonly after?: string;
};

export type SurnameEnd = {
  readonly id: string;
  /** The word without the ending, each way it may be written alone. */
  readonly stems: readonly string[];
};

const LEAST_LEFT = 3;

/** Finds the longest ending of a folded word. */
export function compileSurnameEnds(rows: readonly EndRow[]): (word: string) => SurnameEnd | null {
  const byEnd = new Map<string, EndRow>();
  for (const row of rows)
    for (const end of `${row.latin} ${row.persian}`.split(" ")) byEnd.set(end, row);
  const longest = Math.max(0, ...[...byEnd.keys()].map((end) => end.length));
  return (word) => {
    for (let length = Math.min(longest, word.length - LEAST_LEFT); length > 0; length--) {
      const row = byEnd.get(word.slice(-length));
      if (row === undefined) continue;
      const stem = word.slice(0, -length);
      const others = row.after?.split(" ").map((letter) => stem + letter) ?? [];
      return { id: row.id, stems: [stem, ...others] };
    }
    return null;
  };
}
