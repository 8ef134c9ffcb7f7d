/**
 * In: the rows of packs/lang/…/tallies.json. Out: the words of lists of incidents and figures: what is counted, and how exactly.
 * Never: holds a word of its own.
 */
import { foldForSearch } from "../base/foldForSearch.ts";
import type { ClaimKind } from "../model/claim.ts";

/** What a list can count. */
export const TALLY_KINDS = [
  "execution",
  "death-sentence",
  "imminent-execution",
  "killing",
  "death-in-custody",
  "injury",
  "arrest",
  "torture",
  "enforced-disappearance",
  "corporal-punishment",
  "release",
  "protest",
  "strike",
] as const satisfies readonly ClaimKind[];
export type TallyKind = (typeof TALLY_KINDS)[number];

/** What a column counts; `end` where it holds but one end of the number. */
export type CountMeaning = { readonly kind: TallyKind; readonly end: "min" | "max" | null };

/** What a word beside a number says of it; "join" stands between two of them. */
export type BoundWord = (typeof BOUNDS)[number];
const BOUNDS = ["min", "more", "max", "less", "nearly", "about", "exact", "join"] as const;

/** The words of lists that count, folded as `foldForSearch` folds. */
export type TallyWords = {
  /** Headers of columns that count one thing. */
  readonly headers: ReadonlyMap<string, CountMeaning>;
  readonly kinds: ReadonlyMap<string, TallyKind>;
  readonly bounds: ReadonlyMap<string, BoundWord>;
  readonly fillers: ReadonlySet<string>;
  /** What may stand behind a number in its cell: "12 people". */
  readonly units: ReadonlySet<string>;
};

/** Puts the words of all languages together. */
export function compileTallyWords(files: readonly unknown[]): TallyWords {
  const kinds = new Map<string, TallyKind>();
  const bounds = new Map<string, BoundWord>();
  const headers = new Map<string, CountMeaning>();
  for (const file of files) {
    const own: (readonly [string, TallyKind])[] = [];
    for (const row of rowsOf(file, "kinds")) {
      const kind = TALLY_KINDS.find((one) => one === row["claim"]);
      if (kind === undefined) throw new TypeError(`${String(row["id"])}: no kind that is counted`);
      for (const word of folded(row["words"])) own.push([word, kind]);
    }
    for (const row of rowsOf(file, "bounds")) {
      const bound = BOUNDS.find((one) => one === row["bound"]);
      if (bound === undefined) throw new TypeError(`${String(row["id"])}: no bound of a number`);
      for (const word of folded(row["words"])) bounds.set(word, bound);
    }
    for (const [word, kind] of own) {
      kinds.set(word, kind);
      headers.set(word, { kind, end: null });
      for (const bound of folded(rowsOf(file, "bounds").flatMap(({ words }) => words))) {
        const end = bounds.get(bound);
        if (end !== "min" && end !== "max") continue;
        headers.set(`${word} ${bound}`, { kind, end });
        headers.set(`${bound} ${word}`, { kind, end });
      }
    }
  }
  const all = (key: string): ReadonlySet<string> =>
    new Set(files.flatMap((file) => (isRow(file) ? folded(file[key]) : [])));
  return { headers, kinds, bounds, fillers: all("fillers"), units: all("units") };
}

/** What a cell says is counted; null where a word of it is not understood. */
export function readKind(cell: string, words: TallyWords): TallyKind | null {
  const folded = foldForSearch(cell);
  const plain = folded
    .split(" ")
    .filter((word) => !words.fillers.has(word))
    .join(" ");
  return words.kinds.get(folded) ?? words.kinds.get(plain) ?? null;
}

type Row = Readonly<Record<string, unknown>>;

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function rowsOf(content: unknown, key: string): readonly Row[] {
  const list = isRow(content) ? content[key] : undefined;
  return Array.isArray(list) ? list.filter(isRow) : [];
}

function folded(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return list.flatMap((word) => (typeof word === "string" ? [foldForSearch(word)] : []));
}
