/** Rows for figures that are not events: prices, shares, incomes, seats. */
import type { ClaimKind } from "../model/claim.ts";
import type { WordRow } from "./lexicon.ts";
import type { Pattern } from "./pattern.ts";

export type StatisticRow = {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly pattern: string;
  readonly words: readonly WordRow[];
  readonly example: string;
  /** The claim's words are the whole clause around the number. */
  readonly clause: boolean;
  readonly compiled: Pattern | null;
};

type RawStatistics = {
  words: WordRow[];
  rows: { id: string; kind: ClaimKind; pattern: string; example: string; clause?: boolean }[];
};

/** Checks the rows; the words go to the lexicon with the first row. */
export function compileStatistics(raw: unknown): StatisticRow[] {
  const { words, rows } = raw as RawStatistics;
  return rows.map((row, index) => ({
    ...row,
    clause: row.clause === true,
    words: index === 0 ? words : [],
    compiled: null,
  }));
}
