/**
 * In: the rows of a table, one after the other. Out: a record for each row that holds a person, and notes on all that is doubted.
 * Never: drops a row without a note; fills in what a row does not say; lets one bad cell spoil its row.
 */
import { foldForSearch } from "../base/foldForSearch.ts";
import { toDay } from "../model/calendarDays.ts";
import type { ListRecord } from "../model/listRecord.ts";
import { tidyCell } from "./cells.ts";
import type { Column, ColumnChoice } from "./columns.ts";
import {
  chosenColumns,
  columnsOf,
  findHeader,
  HEADER_ROWS,
  isHeaderRow,
  type TableRow,
} from "./findHeader.ts";
import { NoteBook, type NoteGroup } from "./notes.ts";
import type { DateOrder } from "./numericDate.ts";
import { RowReader } from "./rowReader.ts";
import type { SheetWords } from "./sheetWords.ts";
import { type TallyRecord, TallyRows } from "./tallyRows.ts";

/** What a person says about a list, over what it says itself. */
export type ListOptions = {
  readonly choices: readonly ColumnChoice[];
  readonly order: DateOrder | null;
  /** The day on which the list is read, ISO: nothing in it can be later. */
  readonly today: string;
  /** Keep all rows as they stand, too. */
  readonly keepsCells?: boolean;
};

/** A column as it was read. */
export type ColumnRead = Column & {
  /** Rows that have something in it. */
  readonly filled: number;
  /** A few of its cells. */
  readonly samples: readonly string[];
};

/** Rows of a list that stand under one header. */
export type ListPart = { readonly from: number; readonly columns: readonly Column[] };

/** The columns by which a row was read. */
export function columnsOfRow(
  { parts, columns }: Pick<ListRead, "parts"> & { readonly columns: readonly Column[] },
  row: number,
): readonly Column[] {
  return parts.findLast(({ from }) => from <= row)?.columns ?? columns;
}

/** A list as it was read. */
export type ListRead = {
  readonly records: readonly ListRecord[];
  /** What the rows of a list of incidents or figures count, in the order of its records; none in a list of people. */
  readonly tallies: readonly TallyRecord[];
  /** Of several headers those by which most rows were read. */
  readonly columns: readonly ColumnRead[];
  /** The columns of each header that the list has, and the first row that was read by them. */
  readonly parts: readonly ListPart[];
  readonly notes: readonly NoteGroup[];
  /** All rows that are not empty, where they were asked for. */
  readonly cells: readonly TableRow[];
  /** Rows of the header, none where there is none. */
  readonly headerRows: readonly number[];
  /** Rows that are neither empty nor part of the header. */
  readonly rows: number;
  /** Somebody said which column is the status of the rows, or that none is. */
  readonly isStatusSaid: boolean;
};

/** Takes the rows of a table. */
export class ListReader {
  readonly notes = new NoteBook();
  private readonly words: SheetWords;
  private readonly options: ListOptions;
  private readonly waiting: TableRow[] = [];
  private readonly records: ListRecord[] = [];
  private readonly ids = new Set<string>();
  private reader: RowReader | null = null;
  private readonly done: RowReader[] = [];
  private readonly tallies: TallyRows[] = [];
  private readonly cells: TableRow[] = [];
  private rows = 0;
  private headerRows: readonly number[] = [];
  /** By its first cell what a row of it says, to know it where it stands again. */
  private headerKeys: ReadonlyMap<string, string> = new Map();

  constructor(words: SheetWords, options: ListOptions) {
    this.words = words;
    this.options = options;
  }

  /** Takes names of columns that the format itself gives, as the keys of JSON do, under those they are in; more may come later. */
  names(names: readonly string[], groups: readonly string[]): void {
    const columns = columnsOf(names, groups, this.words, this.options.choices);
    if (this.reader === null) this.begin(columns);
    else this.reader.widen(columns);
  }

  /** Takes a row; cells are as they stand in the file. A title is one cell across the row. */
  row(row: number, cells: readonly string[], isTitle = false): void {
    if (isEmpty(cells)) return;
    const next = { row, cells, isTitle };
    if (this.options.keepsCells === true) this.cells.push(next);
    if (this.reader !== null) return this.read(next, this.reader);
    this.waiting.push(next);
    if (this.waiting.length === HEADER_ROWS) this.settle();
  }

  /** How many columns are known to hold something of a person; 0 until a header was found. */
  get fields(): number {
    this.settle();
    return this.reader?.columns.filter(({ field }) => field !== null).length ?? 0;
  }

  /** The list; null where no row says which column holds names. `typed` cells of a column were real dates of a spreadsheet. */
  end(typed: ReadonlyMap<number, number> = new Map()): ListRead | null {
    this.settle();
    const { reader } = this;
    if (reader === null) return null;
    for (const one of [...this.done, reader]) one.end(typed);
    const tallies = this.tallies.flatMap((rows) => rows.end(typed));
    const readers = [...this.done, reader];
    const chief = readers.reduce((most, one) => (one.rows > most.rows ? one : most));
    const unused = readers.flatMap((one) =>
      one.columns.flatMap(({ header, field, index }) =>
        field === null && one.filledOf(index) > 0 ? [header] : [],
      ),
    );
    for (const header of new Set(unused)) this.notes.add("list-column-unused", null, header, null);
    for (const choice of this.options.choices)
      if (choice.column !== "-" && !readers.some((one) => isThere(choice, one)))
        this.notes.add("list-column-unknown", null, choice.column, null);
    return {
      records: this.records,
      tallies,
      columns: chief.columns.map((column) => ({
        ...column,
        filled: chief.filledOf(column.index),
        samples: chief.samplesOf(column.index),
      })),
      parts: readers.map((one) => ({ from: one.firstRow, columns: one.columns })),
      notes: this.notes.list(),
      cells: this.cells,
      headerRows: this.headerRows,
      rows: this.rows,
      isStatusSaid: this.options.choices.some(({ field }) => field === "status"),
    };
  }

  /** The first rows as they stand, for a person who must say what the columns are. */
  get firstRows(): readonly TableRow[] {
    return this.waiting.slice(0, 5);
  }

  private settle(): void {
    if (this.reader !== null) return;
    const header = findHeader(this.waiting, this.words, this.options.choices);
    if (header === null) return;
    for (const { row, cells } of this.waiting.slice(0, header.above))
      this.notes.add("list-row-above-header", row, null, firstOf(cells));
    if (header.isGuess === true)
      this.notes.add("list-header-guessed", this.waiting[header.above]?.row ?? null, null, null);
    const end = header.above + header.size;
    for (const { row } of this.waiting.slice(end - (header.repeated ?? 0), end))
      this.notes.add("list-header-repeated", row, null, null);
    const own = this.waiting.slice(header.above, end);
    this.headerRows = own.map(({ row }) => row);
    this.headerKeys = new Map(own.map(({ cells }) => [firstOf(cells).trim(), keyOf(cells)]));
    const rows = this.waiting.splice(0);
    this.begin(header.columns);
    for (const row of rows.slice(end)) if (this.reader !== null) this.read(row, this.reader);
  }

  private begin(columns: readonly Column[]): void {
    if (this.reader !== null) this.done.push(this.reader);
    const { words, notes, ids } = this;
    const dates = { order: this.options.order, lastDay: lastDayOf(this.options.today) };
    const tallies =
      words.tallies === null ? null : new TallyRows(words, words.tallies, notes, dates);
    if (tallies !== null) this.tallies.push(tallies);
    const reader: RowReader = new RowReader(columns, words, notes, {
      ...dates,
      ids,
      take: (record, from) => {
        this.records.push(record);
        tallies?.read(record, from, reader);
      },
    });
    this.reader = reader;
  }

  private read(row: TableRow, reader: RowReader): void {
    if (this.headerKeys.get(firstOf(row.cells).trim()) === keyOf(row.cells))
      return this.notes.add("list-header-repeated", row.row, null, null);
    if (this.headerRows.length > 0 && this.isHeader(row.cells))
      return this.changeHeader(row, reader);
    this.rows++;
    if (this.isFooter(row, reader)) return;
    reader.read(row);
  }

  /** Looked up whole and quickly; only a row that begins like a header is looked at more closely. */
  private isHeader(cells: readonly string[]): boolean {
    const first = firstOf(cells).trim().toLowerCase();
    const isLike = this.words.headers.has(first) || first === this.firstHeader();
    return isLike && isHeaderRow(cells, this.words);
  }

  private firstHeader(): string {
    return this.reader?.columns[0]?.header.toLowerCase() ?? "";
  }

  private changeHeader({ row, cells }: TableRow, reader: RowReader): void {
    const columns = columnsOf(cells, null, this.words, this.options.choices);
    const isSame = columns.every(
      ({ field, index }) => field === null || field === reader.columns[index]?.field,
    );
    this.notes.add(isSame ? "list-header-repeated" : "list-header-changed", row, null, null);
    if (!isSame) this.begin(columns);
  }

  private isFooter({ row, cells, isTitle }: TableRow, reader: RowReader): boolean {
    const filled = countFilled(cells, MOST_OF_FOOTER + 1);
    // Where every column counts, so does the row of totals.
    if (filled > MOST_OF_FOOTER && this.words.tallies === null) return false;
    const at = cells.findIndex((cell) => cell.trim() !== "");
    const first = cells[at] ?? "";
    if (this.isFooterWord(first)) {
      this.notes.add("list-row-footer", row, null, tidyCell(first));
      return true;
    }
    const isAlone = filled === 1 && !reader.isNameColumn(at) && reader.fieldCount > 1;
    if (isTitle !== true && !isAlone) return false;
    this.notes.add("list-row-title", row, null, tidyCell(first));
    return true;
  }

  private isFooterWord(text: string): boolean {
    const [, words = "", rest = ""] = FOOTER.exec(text) ?? [];
    const folded = foldForSearch(words);
    if (this.words.footers.has(folded)) return true;
    return rest !== "" && this.words.footers.has(folded.split(" ")[0] ?? "");
  }
}

/** Words, and a colon or a number behind them. */
const FOOTER = /^\s*([\p{L}\p{M}\s\u200c]{1,60})((?:[:：=(]|\p{Nd}).*)?$/su;
const MOST_OF_FOOTER = 3;

function isThere(choice: ColumnChoice, { columns }: RowReader): boolean {
  return chosenColumns(columns, choice).some((index) => index < columns.length);
}

function isEmpty(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== "" && cell.trim() !== "") return false;
  return true;
}

/** Cells with something in them, as far as it matters. */
function countFilled(cells: readonly string[], most: number): number {
  let filled = 0;
  for (const cell of cells) if (cell !== "" && cell.trim() !== "" && ++filled >= most) break;
  return filled;
}

function keyOf(cells: readonly string[]): string {
  return cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "")
    .join("\n");
}

function firstOf(cells: readonly string[]): string {
  return cells.find((cell) => cell.trim() !== "") ?? "";
}

/** A day later than today, somewhere on earth. */
function lastDayOf(today: string): number {
  const [year = 2100, month = 1, day = 1] = today.slice(0, 10).split("-").map(Number);
  return toDay("gregorian", { year, month, day }) + 1;
}
