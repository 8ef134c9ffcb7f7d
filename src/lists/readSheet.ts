/**
 * In: the markup of a sheet. Out: its rows, one by one, merged cells given to every row they cover.
 * Never: holds the whole table; gives the value of a merged cell to other columns.
 */
import { Buffer } from "node:buffer";
import { Failure } from "../base/failure.ts";
import { formatDay } from "../model/calendarDays.ts";
import type { ListReader } from "./listReader.ts";
import { SERIAL_ZERO } from "./numericDate.ts";
import { unescapeCell, walkXml, type Workbook } from "./workbook.ts";

/** The columns of a spreadsheet; a cell beyond is no cell. */
const MOST_COLUMNS = 16_384;
/** Days between the two ways of counting them. */
const DAYS_TO_1904 = 1462;

/** A merged cell: rows and columns, all counted from 0, ends included. */
type Merge = {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};

/** What was noticed on a sheet beside its rows. */
export type SheetFacts = {
  /** By column: cells that are dates of the spreadsheet. */
  readonly typed: ReadonlyMap<number, number>;
};

/** Reads the rows of a sheet into a list. */
export function readSheet(content: Uint8Array, book: Workbook, list: ListReader): SheetFacts {
  const rows = new SheetRows(book, list, new Merges(findMerges(content)));
  walkXml(content, {
    open: (name, attributes) => rows.open(name, attributes),
    text: (text) => rows.text(text),
    close: (name) => rows.close(name),
  });
  return { typed: rows.typed };
}

class SheetRows {
  readonly typed = new Map<number, number>();
  private readonly book: Workbook;
  private readonly list: ListReader;
  private readonly merges: Merges;
  private row = -1;
  private column = -1;
  private cells: string[] = [];
  private type = "";
  private style = 0;
  private value = "";
  private isValue = false;
  private isPhonetic = false;
  private hasHidden = false;

  constructor(book: Workbook, list: ListReader, merges: Merges) {
    this.book = book;
    this.list = list;
    this.merges = merges;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === "c") {
      this.column = columnOf(attributes["r"], this.column + 1);
      this.type = attributes["t"] ?? "n";
      this.style = Number(attributes["s"] ?? 0);
      this.value = "";
    } else if (name === "v" || name === "t") this.isValue = !this.isPhonetic;
    else if (name === "rPh") this.isPhonetic = true;
    else if (name === "row") {
      const number = Number(attributes["r"] ?? this.row + 2);
      this.row = Number.isSafeInteger(number) && number > this.row ? number - 1 : this.row + 1;
      this.column = -1;
      this.cells = [];
      if (attributes["hidden"] === "1" || attributes["hidden"] === "true") this.noteHidden();
    }
  }

  text(text: string): void {
    if (this.isValue) this.value += text;
  }

  close(name: string): void {
    if (name === "v" || name === "t") this.isValue = false;
    else if (name === "rPh") this.isPhonetic = false;
    else if (name === "c") this.put();
    else if (name === "row") this.give();
  }

  private put(): void {
    if (this.column < 0 || this.column >= MOST_COLUMNS || this.value === "") return;
    while (this.cells.length < this.column) this.cells.push("");
    this.cells[this.column] = this.textOf();
  }

  private textOf(): string {
    const { value, type, book } = this;
    if (type === "s") return book.strings[Number(value)] ?? "";
    if (type === "str" || type === "inlineStr") return unescapeCell(value);
    if (type === "b") return value === "1" ? "true" : "false";
    if (type === "e") {
      this.list.notes.add("list-cell-error", this.row + 1, null, value);
      return "";
    }
    if (type === "d") return value;
    return book.dateStyles[this.style] === true ? this.dateOf(value) : numberOf(value);
  }

  private dateOf(value: string): string {
    const serial = Math.floor(Number(value)) + (this.book.is1904 ? DAYS_TO_1904 : 0);
    if (!Number.isFinite(serial) || serial < 1 || serial > 2_958_465) return numberOf(value);
    this.typed.set(this.column, (this.typed.get(this.column) ?? 0) + 1);
    // Spreadsheets believe that there was a 29 February 1900.
    return formatDay(SERIAL_ZERO + serial + (serial < 60 ? 1 : 0));
  }

  private give(): void {
    const merged = this.merges.fill(this.row, this.cells);
    if (merged) this.list.notes.add("list-merged", this.row + 1, null, null);
    this.list.row(this.row + 1, this.cells, this.merges.isTitle(this.row, this.cells));
  }

  private noteHidden(): void {
    if (!this.hasHidden) this.list.notes.add("list-rows-hidden", this.row + 1, null, null);
    this.hasHidden = true;
  }
}

/** A whole number without the exponent and the tail that programs give it; other numbers as they stand. */
function numberOf(value: string): string {
  if (/^-?\d{1,15}$/.test(value)) return value;
  const number = Number(value);
  return Number.isFinite(number) && value.trim() !== "" ? String(number) : value;
}

/** "BC12" is column 54; a cell without its place follows the one before. */
function columnOf(reference: string | undefined, next: number): number {
  if (reference === undefined) return next;
  let column = 0;
  for (let at = 0; at < reference.length && at < 4; at++) {
    const letter = reference.charCodeAt(at) & ~0x20;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column === 0 ? next : column - 1;
}

/** Merged cells stand behind the rows; they are few, so the end of the sheet is looked at first. */
function findMerges(content: Uint8Array): readonly Merge[] {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const start = bytes.lastIndexOf("mergeCells");
  if (start < 0) return [];
  const from = bytes.indexOf("</sheetData", 0);
  const tail = bytes.subarray(Math.max(0, from));
  const merges: Merge[] = [];
  walkXml(tail, {
    open: (name, { ref = "" }) => {
      if (name !== "mergeCell") return;
      const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(ref);
      if (found === null) return;
      if (merges.length === MOST_MERGES)
        throw new Failure("input-refused", "The sheet has too many merged cells; save it as .csv");
      merges.push({
        left: columnOf(found[1], 0),
        top: Number(found[2]) - 1,
        right: columnOf(found[3], 0),
        bottom: Number(found[4]) - 1,
      });
    },
  });
  return merges;
}

const MOST_MERGES = 200_000;

/** Merged cells that reach down at once, one a column: no list has more. */
const MOST_OPEN = 1000;

/** A cell over so many columns is the title of what is below it. */
const TITLE_COLUMNS = 3;

/** Merged cells as the rows pass by. */
class Merges {
  private readonly byTop: ReadonlyMap<number, readonly Merge[]>;
  /** Rows with a cell over several columns. */
  private readonly wide: ReadonlySet<number>;
  private open: { readonly merge: Merge; readonly value: string }[] = [];

  constructor(merges: readonly Merge[]) {
    this.wide = new Set(
      merges.filter(({ left, right }) => right - left + 1 >= TITLE_COLUMNS).map(({ top }) => top),
    );
    const byTop = new Map<number, Merge[]>();
    for (const merge of merges) {
      if (merge.bottom === merge.top) continue;
      const own = byTop.get(merge.top);
      if (own === undefined) byTop.set(merge.top, [merge]);
      else own.push(merge);
    }
    this.byTop = byTop;
  }

  /** True for a row that is nothing but one cell over several columns. */
  isTitle(row: number, cells: readonly string[]): boolean {
    return this.wide.has(row) && cells.filter((cell) => cell.trim() !== "").length === 1;
  }

  /** Gives a row the values of the merged cells that cover it from above; true where there were any. */
  fill(row: number, cells: string[]): boolean {
    this.open = this.open.filter(({ merge }) => merge.bottom >= row);
    let isFilled = false;
    for (const { merge, value } of this.open) {
      if (value === "" || merge.top === row || (cells[merge.left] ?? "") !== "") continue;
      while (cells.length < merge.left) cells.push("");
      cells[merge.left] = value;
      isFilled = true;
    }
    for (const merge of this.byTop.get(row) ?? [])
      if (this.open.length < MOST_OPEN) this.open.push({ merge, value: cells[merge.left] ?? "" });
    return isFilled;
  }
}
