/** Shapes in which a number without a verb of its own goes on telling of those who were counted before. */
import type { WordRow } from "./lexicon.ts";
import type { Pattern } from "./pattern.ts";

/**
 * part: of those counted before; part-of: of those whom the row's head names; own: another figure of the same kind;
 * account: what a time had of them; rate: so many a day; kin: the kind of the participle behind it; doubted: left out because unconfirmed; bare: a
 * subject that is only a number; named: a name (part `n`) of one to whom the same was done; fate: one (part `n` or `q`) of whom the
 * words say that the same befell him; among: names (part `n`) of some of those counted in the sentence before.
 */
export const ELLIPSIS_OUTS = [
  "part",
  "part-of",
  "own",
  "account",
  "rate",
  "kin",
  "doubted",
  "bare",
  "named",
  "fate",
  "among",
] as const;
export type EllipsisOut = (typeof ELLIPSIS_OUTS)[number];

export type EllipsisRow = {
  readonly id: string;
  readonly out: EllipsisOut;
  readonly pattern: string;
  readonly example: string;
  /** More names must follow, the last joined, with nothing said of them. */
  readonly listed?: boolean;
};
export type Ellipsis = { readonly row: EllipsisRow; readonly pattern: Pattern };

type RawEllipsis = {
  words: { id: string; class: string; words: string[] }[];
  macros: Record<string, string>;
  rows: { id: string; out: string; pattern: string; example: string; listed?: boolean }[];
};

export type RawRows = {
  readonly words: readonly WordRow[];
  readonly macros: ReadonlyMap<string, string>;
  readonly rows: readonly EllipsisRow[];
};

/**
 * Checks the rows of a language; a language without them reads no ellipses.
 * @throws TypeError naming the row that is malformed.
 */
export function readEllipsisRows(raw: unknown): RawRows {
  const { words, macros, rows } = (raw ?? { words: [], macros: {}, rows: [] }) as RawEllipsis;
  return {
    words,
    macros: new Map(Object.entries(macros)),
    rows: rows.map((row) => {
      const out = ELLIPSIS_OUTS.find((name) => name === row.out);
      if (out === undefined) throw new TypeError(`Ellipsis row ${row.id} has no known out`);
      return { ...row, out };
    }),
  };
}

/**
 * Words that only these rows list keep the class that their shape gives them, so that other patterns read them as before.
 */
export function wordsBeside(
  raw: RawRows,
  literals: readonly WordRow[],
  known: ReadonlySet<string>,
  shape: string,
): WordRow[] {
  const all = [...raw.words, ...literals];
  const plain = [...new Set(all.flatMap((row) => row.words))].filter(
    (word) => !known.has(word) && !word.includes(" "),
  );
  return plain.length === 0 ? all : [...all, { id: "ellipsis.shape", class: shape, words: plain }];
}
