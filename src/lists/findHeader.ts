/**
 * In: the first rows of a table. Out: where its header stands, and what each column holds.
 * Never: takes a row for a header in which nothing says where names are, or numbers in a list that counts; guesses from what
 * the cells hold.
 */
import { foldForSearch } from "../base/foldForSearch.ts";
import {
  type Column,
  type ColumnChoice,
  type HeaderMeaning,
  orderOf,
  kindOf,
  readHeader,
  readHeaderOfTwo,
} from "./columns.ts";
import { tidyCell } from "./cells.ts";
import { scriptsOf } from "./scripts.ts";
import { type Field, type SheetWords, tokenKey } from "./sheetWords.ts";
import type { CountMeaning } from "./tallyWords.ts";

/** A row of a table: its number in the file, from 1, and its cells. */
export type TableRow = {
  readonly row: number;
  readonly cells: readonly string[];
  /** One cell across the whole row. */
  readonly isTitle?: boolean;
};

/** A header: rows above it, its own, and its columns. */
export type Header = {
  /** How many of the rows that were looked at stand above it. */
  readonly above: number;
  /** How many it takes itself; 0 where the columns were named by number only. */
  readonly size: number;
  readonly columns: readonly Column[];
  /** Of its rows, those that say the same once more. */
  readonly repeated?: number;
  /** No word of it is known. */
  readonly isGuess?: boolean;
};

/** The header is looked for in so many rows. */
export const HEADER_ROWS = 40;

/** Finds the header; null where no row names a column of what the list is about. */
export function findHeader(
  rows: readonly TableRow[],
  words: SheetWords,
  choices: readonly ColumnChoice[],
): Header | null {
  let best: (Header & { readonly score: number }) | null = null;
  for (const [at, row] of rows.entries()) {
    const next = rows[at + 1];
    const single = columnsOf(row.cells, null, words, choices);
    const candidates = [{ columns: single, size: 1 }];
    if (next !== undefined && isSecondRow(row.cells, next.cells, words))
      candidates.push({ columns: columnsOf(next.cells, row.cells, words, choices), size: 2 });
    const known = [row, next].map((one) => saysSomething(one?.cells ?? [], words, choices));
    for (const { columns, size } of candidates) {
      if (size === 1 && isOfValues(row.cells, columns)) continue;
      const score = known.slice(0, size).some(Boolean) ? scoreOf(columns, words) : 0;
      if (score > 0 && (best === null || score > best.score))
        best = { above: at, size, columns, score };
    }
  }
  if (best !== null) return withTranslation(best, rows, words);
  return headless(rows, words, choices);
}

/** "Rahim Karvani;35;…;executed": a row of values, one of which is a word for a column, too. */
function isOfValues(cells: readonly string[], columns: readonly Column[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  const known = columns.filter(({ field }) => field !== null).length;
  return known < 2 && filled.length > 2 && filled.some((cell) => /^\s*\p{Nd}+\s*$/u.test(cell));
}

/** A row of headers, one of them of what the list is about: a header on a new page, or that of another table. */
export function isHeaderRow(cells: readonly string[], words: SheetWords): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  if (filled.some((cell) => /^\s*\p{Nd}+\s*$/u.test(cell))) return false;
  const known = filled.flatMap((cell) => readHeader(cell, words) ?? []);
  const hasSubject = known.some(({ field }) => subjectOf(words).includes(field));
  return hasSubject && known.length >= 2 && known.length * 3 >= filled.length * 2;
}

/** The header said again: every column that is understood has words that mean the same. */
function isSameHeader(
  cells: readonly string[],
  columns: readonly Column[],
  words: SheetWords,
): boolean {
  let same = 0;
  for (const { index, field } of columns) {
    const cell = (cells[index] ?? "").trim();
    if (field === null || cell === "") continue;
    const meaning = readHeader(cell, words);
    if (meaning === null || kindOf(meaning.field) !== kindOf(field)) return false;
    same++;
  }
  return same >= 1;
}

/** A row below a header belongs to it if it says more about its columns; below "Name" stands no name then. */
function isSecondRow(
  groups: readonly string[],
  leaves: readonly string[],
  words: SheetWords,
): boolean {
  const filled = leaves.flatMap((cell, at) => (cell.trim() === "" ? [] : [at]));
  let group = "";
  const isKnown = leaves.map((cell, at) => {
    group = (groups[at] ?? "").trim() || group;
    return cell.trim() !== "" && readHeaderOfTwo(group, cell.trim(), words) !== null;
  });
  const isUnderField = (at: number): boolean =>
    readHeader((groups[at] ?? "").trim(), words) !== null;
  const known = filled.filter((at) => isKnown[at]);
  return (
    known.length >= 2 &&
    known.length * 2 >= filled.length &&
    filled.every((at) => isKnown[at] || !isUnderField(at))
  );
}

/** What the columns under a header row hold. */
export function columnsOf(
  cells: readonly string[],
  groups: readonly string[] | null,
  words: SheetWords,
  choices: readonly ColumnChoice[],
): readonly Column[] {
  const width = Math.max(cells.length, groups?.length ?? 0);
  const read: { header: string; leaf: string; meaning: HeaderMeaning | null }[] = [];
  let group = "";
  for (let index = 0; index < width; index++) {
    const leaf = (cells[index] ?? "").trim();
    group = (groups?.[index] ?? "").trim() || group;
    const isBeside = groups !== null && endsBefore(groups, index, group, leaf, words);
    if (isBeside) group = "";
    const header = groups === null || group === leaf ? leaf : `${group} ${leaf}`.trim();
    const meaning =
      groups === null || isBeside ? readHeader(leaf, words) : readHeaderOfTwo(group, leaf, words);
    read.push({ header: tidyCell(header), leaf: leaf === "" ? group : leaf, meaning });
  }
  const columns = read.map(
    ({ header, meaning }, index): Column => ({
      index,
      header: header === "" ? columnName(index) : header,
      field: header === "" ? null : (meaning?.field ?? null),
      rank: meaning?.rank ?? 1,
      calendar: meaning?.calendar ?? null,
      order: orderOf(header),
      count: header === "" ? null : (meaning?.count ?? null),
    }),
  );
  const leaves = read.map(({ leaf }) => leaf);
  return choose(asFirstNames(columns, leaves, words), choices);
}

/** "Date" over "Gregorian" and an empty cell over "City": a column that says no more about what stands over it is beside it. */
function endsBefore(
  groups: readonly string[],
  index: number,
  group: string,
  leaf: string,
  words: SheetWords,
): boolean {
  if (group === "" || leaf === "" || (groups[index] ?? "").trim() !== "") return false;
  const over = readHeader(group, words)?.field ?? null;
  if (over === null || !NOWHERE.has(over)) return false;
  return readHeaderOfTwo(group, leaf, words) === null && readHeader(leaf, words) !== null;
}

/** Fields that have no place, day or number of their own. */
const NOWHERE: ReadonlySet<Field> = new Set(["name", "name_fa", "date", "age", "sex"]);

/** How a column without a header is called: as spreadsheets do. */
export function columnName(index: number): string {
  let name = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** The columns that a choice names, by words, number or letter. */
export function chosenColumns(
  columns: readonly { readonly index: number; readonly header: string }[],
  { column }: Pick<ColumnChoice, "column">,
): readonly number[] {
  const byWords = namedByWords(columns, { column });
  if (byWords.length > 0) return byWords;
  if (/^\d{1,5}$/.test(column)) return Number(column) > 0 ? [Number(column) - 1] : [];
  const letter = column.toUpperCase();
  return columns.filter(({ index }) => columnName(index) === letter).map(({ index }) => index);
}

function namedByWords(
  columns: readonly { readonly index: number; readonly header: string }[],
  { column }: Pick<ColumnChoice, "column">,
): readonly number[] {
  const folded = foldForSearch(column) || column.trim();
  return columns
    .filter(({ header }) => header !== "" && (foldForSearch(header) || header.trim()) === folded)
    .map(({ index }) => index);
}

/** What a person chose goes before what the header says. */
function choose(columns: readonly Column[], choices: readonly ColumnChoice[]): readonly Column[] {
  if (choices.length === 0) return columns;
  const chosen = new Map<number, ColumnChoice>();
  const fields = new Set<string>();
  const said = new Set<string>();
  for (const choice of choices) {
    if (choice.isRemembered === true && said.has(choiceName(choice))) continue;
    if (choice.column === "-") fields.add(choiceName(choice));
    for (const index of chosenColumns(columns, choice)) {
      if (choice.isRemembered === true && chosen.has(index)) continue;
      chosen.set(index, choice);
      fields.add(choiceName(choice));
    }
    if (choice.isRemembered !== true && fields.has(choiceName(choice)))
      said.add(choiceName(choice));
  }
  return columns.map((column) => {
    const choice = chosen.get(column.index);
    if (choice !== undefined)
      return { ...column, field: choice.field, count: choice.count ?? null, rank: 0 };
    const isReplaced = fields.has(choiceName(column));
    return isReplaced ? { ...column, field: null, count: null } : column;
  });
}

/** What a column means, as `--map` calls it: a field, or what is counted and which end of it. */
export function choiceName({
  field,
  count,
}: {
  readonly field: Field | null;
  readonly count?: CountMeaning | null;
}): string {
  if (count === undefined || count === null) return field ?? "";
  return count.end === null ? count.kind : `${count.kind}_${count.end}`;
}

/** "Name" beside "Surname" is a first name; "Full name" is not. */
function asFirstNames(
  columns: readonly Column[],
  leaves: readonly string[],
  words: SheetWords,
): readonly Column[] {
  const has = (field: Field): boolean => columns.some((column) => column.field === field);
  return columns.map((column, at) => {
    const tokens = foldForSearch(leaves[at] ?? "").split(" ");
    if (column.field !== "name" || tokenKey(tokens, words).includes(" ")) return column;
    const isPersian = scriptsOf(leaves[at] ?? "") === "arabic";
    const [first, last] = isPersian
      ? (["first_name_fa", "last_name_fa"] as const)
      : (["first_name", "last_name"] as const);
    return has(last) && !has(first) ? { ...column, field: first } : column;
  });
}

const NAMES: readonly Field[] = [
  "name",
  "name_fa",
  "first_name",
  "middle_name",
  "last_name",
  "first_name_fa",
  "middle_name_fa",
  "last_name_fa",
];

/** In a list that counts, one of these says that a row is its header. */
const COUNTED: readonly Field[] = ["count", "number", "number_min", "number_max", "kind"];

/** The fields of which a list has one: what it is about. */
function subjectOf({ tallies }: Pick<SheetWords, "tallies">): readonly Field[] {
  return tallies === null ? NAMES : COUNTED;
}

/** How much of a header a row is: fields that are named; nothing without what the list is about. */
function scoreOf(columns: readonly Column[], words: SheetWords): number {
  const names = new Set(columns.map(choiceName).filter((name) => name !== ""));
  const hasSubject = columns.some(
    ({ field }) => field !== null && subjectOf(words).includes(field),
  );
  return hasSubject ? names.size : 0;
}

/** A second row with the same in another language belongs to the header. */
function withTranslation(
  { above, size, columns }: Header,
  rows: readonly TableRow[],
  words: SheetWords,
): Header {
  let end = above + size;
  while (end < rows.length && isSameHeader(rows[end]?.cells ?? [], columns, words)) end++;
  return { above, size: end - above, repeated: end - above - size, columns };
}

/** A column's number or letter, which a cell of the list may be, too. */
const PLACE = /^(?:\d{1,5}|[A-Za-z]{1,2})$/;

/** True where a cell is a word for a column, of the packs or of a person. */
function saysSomething(
  cells: readonly string[],
  words: SheetWords,
  choices: readonly ColumnChoice[],
): boolean {
  const bare = cells.map((header, index) => ({ header: tidyCell(header), index }));
  return (
    cells.some((cell) => readHeader(cell.trim(), words) !== null) ||
    choices.some((choice) => !PLACE.test(choice.column) && namedByWords(bare, choice).length > 0)
  );
}

/** Rows before a table: one cell each, such as what the list is called, over a table of more columns than two. */
function titlesAbove(rows: readonly TableRow[]): number {
  const filled = rows.map(({ cells }) => cells.filter((cell) => cell.trim() !== "").length);
  if (Math.max(0, ...filled) < LEAST_OF_TABLE) return 0;
  return Math.max(
    0,
    rows.findIndex(({ isTitle }, at) => isTitle !== true && (filled[at] ?? 0) > 1),
  );
}

const LEAST_OF_TABLE = 3;

/** A table whose columns a person named by number or letter: its first row is a header unless there are numbers in it. */
function headless(
  rows: readonly TableRow[],
  words: SheetWords,
  choices: readonly ColumnChoice[],
): Header | null {
  const titles = titlesAbove(rows);
  // Above rows of values there is no title that could be told from one of them.
  const above = rows[titles]?.cells.some((cell) => /\p{Nd}/u.test(cell)) === true ? 0 : titles;
  const first = rows[above];
  if (first === undefined) return null;
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const isHeader = !first.cells.some((cell) => /\p{Nd}/u.test(cell));
  const names = Array.from({ length: width }, (_, at) => (isHeader ? (first.cells[at] ?? "") : ""));
  const columns = columnsOf(names, null, words, choices);
  return scoreOf(columns, words) > 0
    ? { above, size: isHeader ? 1 : 0, columns, isGuess: isHeader }
    : null;
}
