/**
 * In: a row and what its columns hold. Out: its record.
 * Never: joins or splits words but for a name of two columns or two scripts; keeps a value that makes no sense.
 */
import { foldForSearch } from "../base/foldForSearch.ts";
import { parseEdtf } from "../model/calendarDays.ts";
import type { ListDate, ListRecord } from "../model/listRecord.ts";
import { ageBetween } from "./ageBetween.ts";
import { tidyCell } from "./cells.ts";
import type { Column } from "./columns.ts";
import { DateColumn } from "./dateColumn.ts";
import type { TableRow } from "./findHeader.ts";
import type { NoteBook } from "./notes.ts";
import type { DateOrder } from "./numericDate.ts";
import { type Age, type AgeRead, OLDEST, parseAge } from "./parseAge.ts";
import { foldDigits, parseDate } from "./parseDate.ts";
import { scriptsOf, splitScripts } from "./scripts.ts";
import type { Field, SheetWords } from "./sheetWords.ts";

export type RowOptions = {
  readonly order: DateOrder | null;
  readonly lastDay: number;
  /** Takes a record, and the row it was read from. */
  readonly take: (record: ListRecord, row: TableRow) => void;
  /** Ids of the list so far. */
  readonly ids: Set<string>;
};

/** A record whose date and age may still come. */
type Draft = { -readonly [Key in keyof ListRecord]: ListRecord[Key] };
type Names = { latin: string | null; arabic: string | null };
type Birth = {
  readonly draft: Draft;
  readonly cell: string;
  readonly from: number;
  readonly to: number;
};

/** Cells of one column that were read before; lists repeat their cities. */
const REMEMBERED = 20_000;
const SAMPLES = 3;
/** "12. " before a name counts the rows. */
const NUMBERING = /^\p{Nd}{1,6} ?[.)\-–] ?(?=\p{L})/u;
/** Columns that are one name together, in this order. */
const NAME_PARTS: readonly (readonly Field[])[] = [
  ["first_name", "middle_name", "last_name"],
  ["first_name_fa", "middle_name_fa", "last_name_fa"],
];

/** Reads the rows under one header. */
export class RowReader {
  columns: readonly Column[];
  /** Rows that were read, and the number of the first. */
  rows = 0;
  firstRow = Number.POSITIVE_INFINITY;
  private readonly words: SheetWords;
  private readonly notes: NoteBook;
  private readonly options: RowOptions;
  /** Columns by what they hold; looked up many times a row. */
  private byField: Partial<Record<Field, readonly Column[]>> = {};
  private fields = 0;
  private dates: ReadonlyMap<number, DateColumn> = new Map();
  private dateAt: readonly (DateColumn | undefined)[] = [];
  /** Columns that hold a name, or a part of one; and those that are one name together. */
  private named: readonly Column[] = [];
  private whole: readonly Column[] = [];
  private parts: readonly (readonly Column[])[] = [];
  private readonly births: Birth[] = [];
  private readonly filled: number[] = [];
  private readonly samples: string[][] = [];
  private readonly cells: (Map<string, string | null> | undefined)[] = [];
  /** Of each column, the name that was made tidy last: a row asks for it more than once. */
  private readonly tidied: ({ readonly cell: string; readonly text: string } | undefined)[] = [];
  private readonly ages = new Map<string, AgeRead>();
  private readonly beginnings: ReadonlySet<string>;
  private readonly sexes = new Map<string, ListRecord["sex"]>();
  /** By the first two letters of a cell: whether it may say that nothing is known, and whether it may be a footer. */
  private readonly unknownStarts = new Map<string, boolean>();
  private readonly footerStarts = new Map<string, boolean>();

  constructor(columns: readonly Column[], words: SheetWords, notes: NoteBook, options: RowOptions) {
    this.words = words;
    this.notes = notes;
    this.options = options;
    this.beginnings = new Set([...words.unknown, ...words.nobody].map(beginningOf));
    this.columns = [];
    this.widen(columns);
  }

  /** Takes columns that came to light later; those known stay what they are. */
  widen(columns: readonly Column[]): void {
    this.columns = columns.map((column, at) => this.columns[at] ?? column);
    const byField = new Map<Field, Column[]>();
    for (const column of this.columns) {
      if (column.field === null) continue;
      const own = byField.get(column.field) ?? [];
      byField.set(
        column.field,
        [...own, column].sort((a, b) => a.rank - b.rank),
      );
    }
    this.byField = Object.fromEntries(byField);
    this.fields = byField.size;
    const dated = (["date", "date_year", "date_month", "alive"] as const).flatMap(
      (field) => byField.get(field) ?? [],
    );
    this.dates = new Map(
      dated.map((column) => [
        column.index,
        this.dates.get(column.index) ??
          new DateColumn(column, this.words, this.notes, this.options),
      ]),
    );
    this.dateAt = this.columns.map(({ index }) => this.dates.get(index));
    this.named = this.columns.filter(({ field }) => field?.includes("name") === true);
    this.whole = [...(byField.get("name") ?? []), ...(byField.get("name_fa") ?? [])];
    this.parts = NAME_PARTS.map((fields) =>
      fields.flatMap((field) => byField.get(field)?.[0] ?? []),
    ).filter(({ length }) => length > 0);
  }

  get fieldCount(): number {
    return this.fields;
  }

  isNameColumn(index: number): boolean {
    return this.columns[index]?.field?.includes("name") === true;
  }

  filledOf(index: number): number {
    return this.filled[index] ?? 0;
  }

  samplesOf(index: number): readonly string[] {
    return this.samples[index] ?? [];
  }

  /** Reads a row that is not empty. */
  read(from: TableRow): void {
    const { row, cells } = from;
    if (this.rows === 0) this.firstRow = row;
    this.rows++;
    this.count(row, cells);
    const total = this.totalIn(cells);
    if (total !== null) {
      this.notes.add("list-row-footer", row, null, total);
      return;
    }
    const names = this.readNames(row, cells);
    const draft: Draft = {
      id: "",
      row,
      name: names.latin,
      nameFa: names.arabic,
      date: null,
      age: this.readAge(row, cells),
      sex: this.readSex(row, cells),
      city: this.text(this.byField.city, cells),
      province: this.text(this.byField.province, cells),
      father: this.text(this.byField.father, cells),
      charge: this.text(this.byField.charge, cells),
      prison: this.text(this.byField.prison, cells),
    };
    draft.date = this.readDate(row, cells, draft);
    this.readAlive(row, cells, draft);
    const isBorn = this.readBirth(row, cells, draft);
    // A list that counts names nobody.
    const isNamed = draft.name !== null || draft.nameFa !== null || this.words.tallies !== null;
    if (!isNamed && !isBorn && isBare(draft) && !this.hasDateCell(cells)) {
      this.notes.add("list-row-unread", row, null, null);
      return;
    }
    if (!isNamed) this.notes.add("list-row-nameless", row, null, null);
    draft.id = this.makeId(row, cells);
    this.options.take(draft, from);
  }

  /** Gives what waited for the rest of the list. */
  end(typed: ReadonlyMap<number, number>): void {
    for (const [index, column] of this.dates) column.end(typed.get(index) ?? 0);
    for (const birth of this.births) this.reckonAge(birth);
  }

  private count(row: number, cells: readonly string[]): void {
    const { columns } = this;
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at] ?? "";
      if (cell === "" || cell.trim() === "") continue;
      this.filled[at] = (this.filled[at] ?? 0) + 1;
      const samples = (this.samples[at] ??= []);
      if (samples.length < SAMPLES && !samples.includes(cell)) samples.push(tidyCell(cell));
      if (at >= columns.length) this.notes.add("list-row-long", row, null, tidyCell(cell));
    }
  }

  /** The words of the first column of a field, or null. */
  private text(columns: readonly Column[] | undefined, cells: readonly string[]): string | null {
    const column = columns?.[0];
    return column === undefined ? null : this.value(column, cells);
  }

  /** The words of a cell, or null where they say that nothing is known. */
  value({ index }: Column, cells: readonly string[]): string | null {
    const cell = cells[index] ?? "";
    if (cell === "") return null;
    const known = (this.cells[index] ??= new Map<string, string | null>());
    const before = known.get(cell);
    if (before !== undefined) return before;
    const value = this.tell(cell);
    if (known.size < REMEMBERED) known.set(cell, value);
    return value;
  }

  private tell(cell: string): string | null {
    const text = tidyCell(cell);
    return this.isUnknown(text) ? null : text;
  }

  /** "-", "n/a", "نامعلوم": nothing is said. */
  private isUnknown(text: string): boolean {
    if (!/[\p{L}\p{N}]/u.test(text)) return true;
    if (!this.mayBeUnknown(text)) return false;
    const folded = foldForSearch(text);
    return this.words.unknown.has(folded);
  }

  /** Only what begins like one of those words is folded, which takes long. */
  private mayBeUnknown(text: string): boolean {
    return text.length <= LONGEST_UNKNOWN && this.beginsUnknown(text);
  }

  private beginsUnknown(text: string): boolean {
    return keep(this.unknownStarts, text.slice(0, 2), (start) =>
      this.beginnings.has(beginningOf(start)),
    );
  }

  private mayBeFooter(text: string): boolean {
    if (text.length > LONGEST_UNKNOWN) return false;
    return keep(this.footerStarts, text.slice(0, 2), (start) => {
      const folded = foldForSearch(start);
      const isWord = folded.length === 2 && !/\d/.test(folded);
      return !isWord || [...this.words.footers].some((footer) => footer.startsWith(folded));
    });
  }

  private readNames(row: number, cells: readonly string[]): Names {
    const names: Names = { latin: null, arabic: null };
    for (const { index, header } of this.whole)
      this.addName(names, this.nameOf(index, cells), row, header);
    for (const columns of this.parts) {
      const [one] = columns;
      if (one === undefined) continue;
      const parts = columns.flatMap(({ index }) => this.nameOf(index, cells) ?? []);
      this.addName(names, this.nameIn(tidyCell(parts.join(" "))), row, one.header);
    }
    return names;
  }

  /** Puts a name where its script belongs; one that is there already stays. */
  private addName(names: Names, text: string | null, row: number, header: string): void {
    if (text === null) return;
    const script = scriptsOf(text);
    if (script === "none") return;
    const halves =
      script === "both"
        ? splitScripts(text)
        : { latin: script === "latin" ? text : "", arabic: script === "arabic" ? text : "" };
    if (halves === null) this.notes.add("list-name-scripts", row, header, text);
    const { latin, arabic } = halves ?? { latin: text, arabic: "" };
    const isSecond =
      (latin !== "" && names.latin !== null && names.latin !== latin) ||
      (arabic !== "" && names.arabic !== null && names.arabic !== arabic);
    if (isSecond) this.notes.add("list-name-second", row, header, text);
    if (latin !== "") names.latin ??= latin;
    if (arabic !== "") names.arabic ??= arabic;
  }

  private nameOf(index: number, cells: readonly string[]): string | null {
    const cell = cells[index] ?? "";
    return cell === "" ? null : this.nameIn(this.tidy(index, cell));
  }

  private nameIn(tidied: string): string | null {
    const text = tidied.replace(NUMBERING, "");
    if (text === "" || !/[\p{L}\p{N}]/u.test(text)) return null;
    if (!this.beginsUnknown(text)) return text;
    const folded = foldForSearch(text);
    return this.words.unknown.has(folded) || this.isNobody(folded) ? null : text;
  }

  private tidy(index: number, cell: string): string {
    const before = this.tidied[index];
    if (before?.cell === cell) return before.text;
    const text = tidyCell(cell);
    this.tidied[index] = { cell, text };
    return text;
  }

  /** "Total 9", «جمع کل» where a name stands, with a number of its own perhaps; where every column counts, it is told elsewhere. */
  private totalIn(cells: readonly string[]): string | null {
    if (this.words.tallies !== null) return null;
    for (const { index } of this.named) {
      const cell = this.tidy(index, cells[index] ?? "");
      if (cell === "" || !this.mayBeFooter(cell)) continue;
      const words = foldForSearch(cell).replaceAll(/\d+/g, " ").trim().split(/\s+/);
      if (this.words.footers.has(words.join(" "))) return cell;
    }
    return null;
  }

  /** "Unidentified", whatever stands behind it ("unidentified Afghan worker"); "unknown" with a sex or a number ("unknown 2"). */
  private isNobody(folded: string): boolean {
    const { nobody, unknown, sexes } = this.words;
    const words = folded.split(" ");
    const [first = "", ...rest] = words;
    if (words.some((_, at) => at < MOST_OF_NOBODY && nobody.has(words.slice(0, at + 1).join(" "))))
      return true;
    const isNamed = rest.some((word) => !sexes.has(word) && !/^\d+$/.test(word));
    return !isNamed && unknown.has(first);
  }

  private readDate(row: number, cells: readonly string[], draft: Draft): ListDate | null {
    const give = (date: ListDate): void => {
      draft.date ??= date;
    };
    let found: { readonly date: ListDate; readonly rank: number } | null = null;
    for (const column of this.byField.date ?? NO_COLUMNS) {
      if (found !== null && column.rank > found.rank) break;
      const cell = this.value(column, cells);
      const date =
        cell === null ? null : (this.dateAt[column.index]?.take(cell, row, give) ?? null);
      if (date === null) continue;
      if (found === null) found = { date, rank: column.rank };
      else {
        const both = meet(found.date, date);
        if (both === null) {
          this.notes.add("list-date-conflict", row, column.header, cell);
          return null;
        }
        found = { date: both, rank: column.rank };
      }
    }
    return found?.date ?? this.readDateParts(row, cells, give);
  }

  /** The last sign of life: of several columns the latest day. */
  private readAlive(row: number, cells: readonly string[], draft: Draft): void {
    const give = (date: ListDate): void => {
      if (draft.aliveOn === undefined || draft.aliveOn.earliest < date.earliest)
        draft.aliveOn = date;
    };
    for (const column of this.byField.alive ?? NO_COLUMNS) {
      const cell = this.value(column, cells);
      const date =
        cell === null ? null : (this.dateAt[column.index]?.take(cell, row, give) ?? null);
      if (date !== null) give(date);
    }
  }

  /** A year, a month and a day in columns of their own; where there is none for the year, the month's cells may hold it. */
  private readDateParts(
    row: number,
    cells: readonly string[],
    give: (date: ListDate) => void,
  ): ListDate | null {
    const column = this.byField.date_year?.[0];
    if (column === undefined) return this.readMonth(row, cells, give);
    const year = this.text(this.byField.date_year, cells);
    if (year === null) return null;
    const month = this.text(this.byField.date_month, cells);
    const day = month === null ? null : this.text(this.byField.date_day, cells);
    const parts = [day, month, year].flatMap((part) => (part === null ? [] : [foldDigits(part)]));
    const isNumeric = parts.every((part) => /^\d+$/.test(part));
    const words = isNumeric ? parts.reverse().join("-") : parts.join(" ");
    return this.dateAt[column.index]?.take(words, row, give) ?? null;
  }

  /** "2026-01" or "دی ۱۴۰۴" below "Month"; a month whose year stands nowhere is no date, and a note says so. */
  private readMonth(
    row: number,
    cells: readonly string[],
    give: (date: ListDate) => void,
  ): ListDate | null {
    const [column] = this.byField.date_month ?? NO_COLUMNS;
    const cell = column === undefined ? null : this.value(column, cells);
    if (column === undefined || cell === null) return null;
    // Beside a date it is part of that, and tells nothing of its own.
    const isPart = this.byField.date !== undefined && !/\d{4}/.test(foldDigits(cell));
    return isPart ? null : (this.dateAt[column.index]?.take(cell, row, give) ?? null);
  }

  private hasDateCell(cells: readonly string[]): boolean {
    return [...this.dates.keys()].some((index) => (cells[index] ?? "").trim() !== "");
  }

  private readAge(row: number, cells: readonly string[]): Age | null {
    const column = this.byField.age?.[0];
    const cell = column === undefined ? null : this.value(column, cells);
    if (column !== undefined && cell !== null) {
      let read = this.ages.get(cell);
      if (read === undefined) {
        read = parseAge(cell, this.words);
        if (this.ages.size < REMEMBERED) this.ages.set(cell, read);
      }
      if (read.note !== null) this.notes.add(read.note, row, column.header, cell);
      if (read.age !== null) return read.age;
    }
    return this.readAgeBounds(row, cells);
  }

  private readAgeBounds(row: number, cells: readonly string[]): Age | null {
    if (this.byField.age_min === undefined && this.byField.age_max === undefined) return null;
    const ends = (["age_min", "age_max"] as const).map((field) => {
      const column = this.byField[field]?.[0];
      const cell = column === undefined ? null : this.value(column, cells);
      return column === undefined || cell === null ? null : { column, cell };
    });
    const [low, high] = ends.map((end) => {
      if (end === null) return null;
      const { age, note } = parseAge(end.cell, this.words);
      if (note !== null) this.notes.add(note, row, end.column.header, end.cell);
      return age;
    });
    if ((low ?? null) === null && (high ?? null) === null) return null;
    const min = low?.min ?? 0;
    const max = high?.max ?? OLDEST;
    if (min <= max) return { min, max };
    this.notes.add(
      "list-age-impossible",
      row,
      ends[0]?.column.header ?? null,
      ends[0]?.cell ?? null,
    );
    return null;
  }

  private readSex(row: number, cells: readonly string[]): ListRecord["sex"] {
    const column = this.byField.sex?.[0];
    const cell = column === undefined ? null : this.value(column, cells);
    if (column === undefined || cell === null) return null;
    const sex = keep(this.sexes, cell, () => this.words.sexes.get(foldForSearch(cell)) ?? null);
    if (sex === null) this.notes.add("list-sex-unread", row, column.header, cell);
    return sex;
  }

  /** Remembers a birth until the date is known; true where the cell holds one. */
  private readBirth(row: number, cells: readonly string[], draft: Draft): boolean {
    const column = this.byField.birth?.[0];
    const cell = column === undefined ? null : this.value(column, cells);
    if (column === undefined || cell === null) return false;
    const read = parseDate(cell, this.words, column.calendar);
    if (read.kind === "none") this.notes.add(read.note, row, column.header, cell);
    if (read.kind === "order") {
      const span = parseEdtf(String(read.year));
      if (span !== null) this.births.push({ draft, cell, ...span });
    }
    if (read.kind === "date") this.births.push({ draft, cell, from: read.from, to: read.to });
    return true;
  }

  private reckonAge({ draft, cell, from, to }: Birth): void {
    const header = this.byField.birth?.[0]?.header ?? null;
    const { date, row } = draft;
    if (date === null) {
      if (draft.age === null) this.notes.add("list-birth-alone", row, header, cell);
      return;
    }
    const age = ageBetween({ from, to }, date);
    if (age === null) this.notes.add("list-age-impossible", row, header, cell);
    else if (draft.age === null) draft.age = age;
    else if (age.min > draft.age.max + 1 || age.max < draft.age.min - 1)
      this.notes.add("list-age-conflict", row, header, cell);
  }

  private makeId(row: number, cells: readonly string[]): string {
    const { ids } = this.options;
    const column = this.byField.id?.[0];
    const cell = column === undefined ? "" : (cells[column.index] ?? "");
    const own = cell === "" ? null : this.tell(cell);
    if (own === null && column !== undefined)
      this.notes.add("list-id-missing", row, column.header, null);
    let id = own ?? `row-${row}`;
    if (ids.has(id) && own !== null) {
      this.notes.add("list-id-repeated", row, column?.header ?? null, own);
      id = `${own}#${row}`;
    }
    while (ids.has(id)) id = `${id}#${row}`;
    ids.add(id);
    return id;
  }
}

/** What was made of a text, kept as long as few different ones come. */
function keep<T>(known: Map<string, T>, text: string, make: (text: string) => T): T {
  const before = known.get(text);
  if (before !== undefined) return before;
  const made = make(text);
  if (known.size < REMEMBERED) known.set(text, made);
  return made;
}

const LONGEST_UNKNOWN = 32;
/** Words that call somebody nobody. */
const MOST_OF_NOBODY = 4;
const NO_COLUMNS: readonly Column[] = [];

/** The first two letters, as far as keyboards agree on them; a mark is a space. */
function beginningOf(text: string): string {
  const second = text.charAt(1);
  const start = text.charAt(0) + (/[\p{L}\p{N}]/u.test(second) ? second : " ");
  return start.toLowerCase().replace("ي", "ی").replace("ك", "ک");
}

function isBare({ date, age, sex, city, province, father, charge, prison }: Draft): boolean {
  return [date, age, sex, city, province, father, charge, prison].every((value) => value === null);
}

/** The days on which two dates agree; null where they do not. A day apart is the night between them. */
function meet(left: ListDate, right: ListDate): ListDate | null {
  const earliest = left.earliest > right.earliest ? left.earliest : right.earliest;
  const latest = left.latest < right.latest ? left.latest : right.latest;
  if (earliest <= latest) return { ...left, earliest, latest };
  const gap = (parseEdtf(earliest)?.from ?? 0) - (parseEdtf(latest)?.from ?? 0);
  return gap === 1 ? { ...left, earliest: latest, latest: earliest } : null;
}
