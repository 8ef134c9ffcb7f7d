/**
 * In: the rows of a list of incidents or figures. Out: what each of them counts, for which days, and who says it.
 * Never: counts a cell that is empty, zero or not understood; joins two cells.
 */
import type { ListDate, ListRecord } from "../model/listRecord.ts";
import type { Column } from "./columns.ts";
import { DateColumn } from "./dateColumn.ts";
import type { TableRow } from "./findHeader.ts";
import type { NoteBook } from "./notes.ts";
import type { DateOrder } from "./numericDate.ts";
import { type Count, parseCount, qualify } from "./parseCount.ts";
import type { RowReader } from "./rowReader.ts";
import type { Field, SheetWords } from "./sheetWords.ts";
import { readKind, type TallyKind, type TallyWords } from "./tallyWords.ts";

/** Something a row counts; `columns` are those whose cells say so, `count` null where only that it happened is said. */
export type Tally = {
  readonly kind: TallyKind;
  readonly count: Count | null;
  readonly columns: readonly number[];
};

/** What a row counts; first and last day where they stand in columns of their own. */
export type TallyRecord = {
  readonly id: string;
  readonly tallies: readonly Tally[];
  readonly window: Window | null;
};

/** From one date to another; null where an end is not said. */
export type Window = { readonly from: ListDate | null; readonly to: ListDate | null };

type Reading = { readonly reader: RowReader; readonly cells: readonly string[] };
/** A record whose dates may still come, and its row. */
type Draft = Omit<TallyRecord, "window"> & {
  readonly window: { -readonly [Key in keyof Window]: Window[Key] };
  readonly row: number;
};

/** Reads what rows count, beside what a `RowReader` reads of them. */
export class TallyRows {
  private readonly words: SheetWords;
  private readonly tallyWords: TallyWords;
  private readonly notes: NoteBook;
  private readonly options: { readonly order: DateOrder | null; readonly lastDay: number };
  private readonly dates = new Map<number, DateColumn>();
  private readonly drafts: Draft[] = [];

  constructor(
    words: SheetWords,
    tallyWords: TallyWords,
    notes: NoteBook,
    options: TallyRows["options"],
  ) {
    this.words = words;
    this.tallyWords = tallyWords;
    this.notes = notes;
    this.options = options;
  }

  /** Reads one row. */
  read({ id }: ListRecord, { row, cells }: TableRow, reader: RowReader): void {
    const reading = { reader, cells };
    const window: Draft["window"] = { from: null, to: null };
    for (const end of ["from", "to"] as const) {
      const column = columnOf(reading, `date_${end}`);
      if (column === null) continue;
      window[end] = this.dateColumn(column).take(cellOf(reading, column), row, (date) => {
        window[end] = date;
      });
    }
    this.drafts.push({ id, row, tallies: this.tallies(row, reading), window });
  }

  /** All rows, when the whole list was seen. */
  end(typed: ReadonlyMap<number, number>): readonly TallyRecord[] {
    for (const [index, column] of this.dates) column.end(typed.get(index) ?? 0);
    return this.drafts.map(({ id, row, tallies, window }) => {
      const { from, to } = window;
      const isReversed = from !== null && to !== null && from.earliest > to.latest;
      if (isReversed) this.notes.add("list-window-order", row, null, null);
      const isKnown = !isReversed && (from !== null || to !== null);
      return { id, tallies, window: isKnown ? { from, to } : null };
    });
  }

  private tallies(row: number, reading: Reading): readonly Tally[] {
    const counted = this.countColumns(row, reading);
    const kindColumn = columnOf(reading, "kind");
    if (kindColumn === null) return counted;
    const cell = cellOf(reading, kindColumn);
    const kind = readKind(cell, this.tallyWords);
    if (kind === null) {
      this.notes.add("list-kind-unread", row, kindColumn.header, cell);
      return counted;
    }
    if (counted.some((tally) => tally.kind === kind)) return counted;
    const number = this.number(row, reading);
    if (number === "none") return counted;
    const { count, columns } = number;
    return [{ kind, count, columns: [kindColumn.index, ...columns] }, ...counted];
  }

  /** The columns that each count one thing; those for its two ends are put together. */
  private countColumns(row: number, reading: Reading): readonly Tally[] {
    const byKind = new Map<TallyKind, { [End in "only" | "min" | "max"]?: Column }>();
    for (const column of reading.reader.columns) {
      if (column.count === null || cellOf(reading, column) === "") continue;
      const own = byKind.get(column.count.kind) ?? {};
      byKind.set(column.count.kind, own);
      own[column.count.end ?? "only"] ??= column;
    }
    return [...byKind].flatMap(([kind, { only, min, max }]) => {
      const read = this.interval(row, reading, only ?? null, min ?? null, max ?? null);
      return read === "none" ? [] : [{ kind, ...read }];
    });
  }

  /** The number of a row whose kind stands in another column. */
  private number(row: number, reading: Reading): Read | "none" {
    const [only, min, max] = (["number", "number_min", "number_max"] as const).map((field) =>
      columnOf(reading, field),
    );
    const read = this.interval(row, reading, only ?? null, min ?? null, max ?? null);
    const column = columnOf(reading, "qualifier");
    if (read === "none" || read.count === null || column === null) return read;
    const cell = cellOf(reading, column);
    const count = qualify(read.count, cell, this.tallyWords);
    if (count === null) this.notes.add("list-number-unread", row, column.header, cell);
    // A number whose qualifying words are not understood could be anything.
    return { count, columns: [column.index, ...read.columns] };
  }

  /** "none" where nothing is counted: no cell, or a zero. */
  private interval(
    row: number,
    reading: Reading,
    only: Column | null,
    min: Column | null,
    max: Column | null,
  ): Read | "none" {
    if (only === null && (min !== null || max !== null)) return this.ends(row, reading, min, max);
    if (only === null) return { count: null, columns: [] };
    const count = this.count(row, reading, only);
    return isNothing(count) ? "none" : { count, columns: [only.index] };
  }

  private ends(row: number, reading: Reading, min: Column | null, max: Column | null) {
    const [low, high] = [min, max].map((column) =>
      column === null ? null : this.count(row, reading, column),
    );
    const columns = [min, max].flatMap((column) => (column === null ? [] : [column.index]));
    if (isNothing(high ?? null)) return "none";
    const from = low?.min ?? null;
    const to = high?.max ?? null;
    const isRead = (from !== null || to !== null) && (from === null || to === null || from <= to);
    if (!isRead && low !== null && high !== null)
      this.notes.add("list-number-unread", row, max?.header ?? null, null);
    const count: Count | null = isRead
      ? { ...PLAIN, min: from === 0 ? null : from, max: to }
      : null;
    return { count, columns };
  }

  private count(row: number, reading: Reading, column: Column): Count | null {
    const cell = cellOf(reading, column);
    const count = parseCount(cell, this.tallyWords);
    if (count === null) this.notes.add("list-number-unread", row, column.header, cell);
    return count;
  }

  private dateColumn(column: Column): DateColumn {
    const known = this.dates.get(column.index);
    if (known !== undefined) return known;
    const made = new DateColumn(column, this.words, this.notes, this.options);
    this.dates.set(column.index, made);
    return made;
  }
}

type Read = { readonly count: Count | null; readonly columns: readonly number[] };

const PLAIN = { minExclusive: false, maxExclusive: false, approximate: false, qualifier: null };

function isNothing(count: Count | null): boolean {
  return count !== null && count.max === 0;
}

/** The first column of a field with something in it. */
function columnOf(reading: Reading, field: Field): Column | null {
  return (
    reading.reader.columns
      .filter((column) => column.field === field)
      .sort((left, right) => left.rank - right.rank)
      .find((column) => cellOf(reading, column) !== "") ?? null
  );
}

/** A cell's words; empty where they say that nothing is known. */
function cellOf({ reader, cells }: Reading, column: Column): string {
  return reader.value(column, cells) ?? "";
}
