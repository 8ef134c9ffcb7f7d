/**
 * In: the cells of date columns, row by row. Out: the date of each row, when the whole column was seen.
 * Never: takes day and month in an order that no date of the column shows.
 */
import { formatDay } from "../model/calendarDays.ts";
import type { ListDate } from "../model/listRecord.ts";
import type { Column } from "./columns.ts";
import type { NoteBook } from "./notes.ts";
import { type DateOrder, type DateRead, type NumericDate, spanOf } from "./numericDate.ts";
import { parseDate } from "./parseDate.ts";
import type { Calendar, SheetWords } from "./sheetWords.ts";

/** A cell is looked up once; lists repeat their dates. */
const REMEMBERED = 50_000;
/** No list of people is about a day before this one, 1850-01-01. */
const FIRST_DAY = -43829;

/** Where a date that can be read in two ways belongs. */
type Waiting = {
  readonly row: number;
  readonly words: string;
  readonly date: NumericDate;
  readonly give: (date: ListDate) => void;
};

/** A date after today, until it is known whether the list or the clock is wrong. */
type Future = {
  readonly row: number;
  readonly date: ListDate;
  readonly give: (date: ListDate) => void;
};

/** So many dates in the future, and this share of all, tell of a clock that is wrong. */
const MANY_FUTURE = 3;
const SHARE_OF_FUTURE = 0.1;

/** What a cell says, and its date, once it was made. */
type Known = { readonly read: DateRead; date: ListDate | null };

/** A column of dates. */
export class DateColumn {
  readonly header: string;
  private readonly calendar: Calendar | null;
  private readonly words: SheetWords;
  private readonly notes: NoteBook;
  /** As a person or the header says it. */
  private readonly order: DateOrder | null;
  /** The last day that can be in a list of today. */
  private readonly lastDay: number;
  private readonly known = new Map<string, Known>();
  private readonly seen = { dmy: 0, mdy: 0 };
  private readonly waiting: Waiting[] = [];
  private readonly future: Future[] = [];
  private dates = 0;

  constructor(
    column: Pick<Column, "header" | "calendar" | "order">,
    words: SheetWords,
    notes: NoteBook,
    options: { readonly order: DateOrder | null; readonly lastDay: number },
  ) {
    this.header = column.header;
    this.calendar = column.calendar;
    this.words = words;
    this.notes = notes;
    this.order = options.order ?? column.order;
    this.lastDay = options.lastDay;
  }

  /** Reads a cell. What could be two days is given later, through `give`. */
  take(cell: string, row: number, give: (date: ListDate) => void): ListDate | null {
    const known = this.parse(cell);
    const { read } = known;
    if (read.kind === "none") return this.refuse(read.note, row, cell);
    if (read.kind === "order") {
      this.waiting.push({ row, words: cell, date: read, give });
      return null;
    }
    if (read.order !== undefined) this.seen[read.order]++;
    if (read.from < FIRST_DAY) return this.refuse("list-date-impossible", row, cell);
    for (const note of read.notes) this.notes.add(note, row, this.header, cell);
    return this.unlessFuture(row, make(known, cell, read, read.calendar), read.from, give);
  }

  private unlessFuture(
    row: number,
    date: ListDate,
    from: number,
    give: (date: ListDate) => void,
  ): ListDate | null {
    this.dates++;
    if (from <= this.lastDay) return date;
    this.future.push({ row, date, give });
    return null;
  }

  /** Gives the dates that waited for the rest of the column. `typed` of its cells are dates of a spreadsheet. */
  end(typed: number): void {
    const { dmy, mdy } = this.seen;
    if (typed > 0 && dmy + mdy + this.waiting.length > 0)
      this.notes.add("list-date-mixed", null, this.header, null);
    this.giveOrdered(dmy > 0 && mdy === 0 ? "dmy" : mdy > 0 && dmy === 0 ? "mdy" : null);
    this.giveFuture();
  }

  private giveOrdered(inferred: DateOrder | null): void {
    const isInferred = this.waiting.some(({ date }) => !date.isShort);
    if (this.order === null && inferred !== null && isInferred)
      this.notes.add("list-date-order-inferred", null, this.header, null);
    const isMixed = this.seen.dmy > 0 && this.seen.mdy > 0;
    const refusal = isMixed ? "list-date-order-mixed" : "list-date-order";
    for (const { row, words, date, give } of this.waiting) {
      const order = this.order ?? (date.isShort ? null : inferred);
      if (order === null) {
        this.notes.add(refusal, row, this.header, words);
        continue;
      }
      const span =
        order === "dmy"
          ? spanOf("gregorian", date.year, date.second, date.first)
          : spanOf("gregorian", date.year, date.first, date.second);
      if (span === null) {
        this.notes.add("list-date-impossible", row, this.header, words);
        continue;
      }
      for (const note of date.notes) this.notes.add(note, row, this.header, words);
      const made = make(this.parse(words), words, span, "gregorian");
      const now = this.unlessFuture(row, made, span.from, give);
      if (now !== null) give(now);
    }
  }

  /** A few dates in the future are slips of the list; many are a slip of the machine's clock. */
  private giveFuture(): void {
    const { length } = this.future;
    const isClock = length > MANY_FUTURE && length > SHARE_OF_FUTURE * this.dates;
    if (isClock) this.notes.add("list-clock-doubted", null, this.header, null);
    for (const { row, date, give } of this.future) {
      if (isClock) give(date);
      else this.notes.add("list-date-impossible", row, this.header, date.words);
    }
  }

  private parse(cell: string): Known {
    const before = this.known.get(cell);
    if (before !== undefined) return before;
    const known = { read: parseDate(cell, this.words, this.calendar), date: null };
    if (this.known.size < REMEMBERED) this.known.set(cell, known);
    return known;
  }

  private refuse(note: Parameters<NoteBook["add"]>[0], row: number, words: string): null {
    this.notes.add(note, row, this.header, words);
    return null;
  }
}

function make(
  known: Known,
  words: string,
  { from, to }: { readonly from: number; readonly to: number },
  calendar: Calendar,
): ListDate {
  if (known.date !== null) return known.date;
  const earliest = formatDay(from);
  known.date = { earliest, latest: from === to ? earliest : formatDay(to), calendar, words };
  return known.date;
}
