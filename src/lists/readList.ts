/**
 * In: the bytes of a list (CSV, XLSX, JSON) of people, or of what is counted, what its columns mean where a person said so. Out: its records and notes.
 * Never: throws on what a cell holds; reads half of a file in silence.
 */
import { decodeBytes } from "../base/decodeBytes.ts";
import { Failure } from "../base/failure.ts";
import { columnName, type TableRow } from "./findHeader.ts";
import { type ListOptions, type ListRead, ListReader } from "./listReader.ts";
import { readCsv } from "./readCsv.ts";
import { readJsonList } from "./readJsonList.ts";
import { readSheet } from "./readSheet.ts";
import type { SheetWords } from "./sheetWords.ts";
import { tidyCell } from "./cells.ts";
import { unpackWorkbook } from "./unpackWorkbook.ts";
import { readWorkbook, type SheetRef, type Workbook } from "./workbook.ts";

export type ReadListOptions = ListOptions & {
  /** The sheet to read of a workbook; null takes the first that is a list of people. */
  readonly sheet: string | null;
  /** The file is called a workbook (.xlsx): text in it is none. */
  readonly isCalledWorkbook?: boolean;
};

/** A list, and where it stood. */
export type List = ListRead & {
  readonly format: "csv" | "xlsx" | "json";
  readonly sheet: string | null;
  /** The other sheets of a workbook. */
  readonly otherSheets: readonly string[];
};

/** As for reports: larger ones fit into no backup. */
export const LIST_LIMIT = 256 * 1024 * 1024;

/** Reads a list of people, or with the words for it one of incidents or figures. */
export function readList(bytes: Uint8Array, words: SheetWords, options: ReadListOptions): List {
  if (bytes.length === 0) throw new Failure("input-refused", "The file is empty");
  const refusal = REFUSED.find(({ starts }) => starts.every((byte, at) => bytes[at] === byte));
  if (refusal !== undefined) throw new Failure("input-refused", refusal.message);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readBook(bytes, words, options);
  const { text, doubts } = decodeBytes(bytes);
  const isMarkup = /^\s*<(?:!doctype|html|\?xml|table|style|meta|div)\b/i.test(text.slice(0, 500));
  if (options.isCalledWorkbook === true && !isMarkup)
    throw new Failure(
      "input-refused",
      "The file is called .xlsx but is no workbook; save the sheet again as .xlsx, or call a text file .csv",
    );
  if (text.includes("\u0000"))
    throw new Failure("input-refused", "The file is no list; give .csv, .xlsx, .jsonl or .json");
  if (isMarkup)
    throw new Failure(
      "input-refused",
      "The file is a web page or markup; open it in a spreadsheet and save the table as .xlsx or .csv",
    );
  const list = new ListReader(words, options);
  if (doubts.includes("charset-guessed")) list.notes.add("list-charset-guessed", null, null, null);
  if (doubts.includes("invalid-utf8")) list.notes.add("list-charset-damaged", null, null, null);
  const isJson = /^\s*[[{]/.test(text);
  if (isJson) readJsonList(text, list);
  else readCsv(text, list);
  const read = list.end() ?? refuseHeader(list, words);
  return { ...read, format: isJson ? "json" : "csv", sheet: null, otherSheets: [] };
}

const REFUSED: readonly { readonly starts: readonly number[]; readonly message: string }[] = [
  {
    starts: [0xd0, 0xcf, 0x11, 0xe0],
    message: "The file is a workbook of an old kind or locked with a password; save it as .xlsx",
  },
  {
    starts: [0x25, 0x50, 0x44, 0x46],
    message: "The file is a PDF; give the table as .csv or .xlsx",
  },
  { starts: [0x1f, 0x8b], message: "The file is compressed; unpack it first" },
];

function readBook(bytes: Uint8Array, words: SheetWords, options: ReadListOptions): List {
  const book = readWorkbook(bytes);
  const { sheet } = options;
  const visible = book.sheets.filter(({ isHidden }) => !isHidden);
  const wanted =
    sheet === null
      ? [...visible, ...book.sheets.filter(({ isHidden }) => isHidden)]
      : book.sheets.filter(({ name }) => name === sheet);
  if (wanted.length === 0) {
    const names = book.sheets.map(({ name }) => name).join(", ");
    throw new Failure("input-refused", `The workbook has no such sheet; it has ${names}`);
  }
  let first: { readonly list: ListReader; readonly name: string } | null = null;
  // A part that several names lead to is one sheet.
  const sheets = [...new Map(wanted.map((one) => [one.part.toLowerCase(), one])).values()];
  for (const one of sheets.slice(0, MOST_SHEETS)) {
    const list = new ListReader(words, options);
    const { typed } = readPart(bytes, one, book, list);
    const others = book.sheets.filter(({ name }) => name !== one.name).map(({ name }) => name);
    if (others.length > 0) list.notes.add("list-other-sheets", null, null, others.join(", "));
    const read = list.end(typed);
    if (read !== null) return { ...read, format: "xlsx", sheet: one.name, otherSheets: others };
    first ??= { list, name: one.name };
  }
  return refuseHeader(first?.list ?? null, words, first?.name ?? null);
}

/** A workbook is searched for its list in so many sheets. */
const MOST_SHEETS = 50;

function readPart(bytes: Uint8Array, { part }: SheetRef, book: Workbook, list: ListReader) {
  const wanted = part.toLowerCase();
  const [content] = unpackWorkbook(bytes, (name) => name.toLowerCase() === wanted).values();
  return content === undefined ? { typed: new Map() } : readSheet(content, book, list);
}

/** Says what stands in the first row, so that a person can say which column is which. */
function refuseHeader(
  list: ListReader | null,
  { tallies }: SheetWords,
  sheet: string | null = null,
): never {
  const first = fullest(list?.firstRows ?? []);
  if (first === null) throw new Failure("input-refused", "The list is empty");
  const columns = first.cells
    .map((cell, at) => ({ cell: tidyCell(cell), name: columnName(at) }))
    .filter(({ cell }) => cell !== "")
    .slice(0, SHOWN_COLUMNS);
  const shown = columns.map(({ name }) => name).join(", ");
  if (tallies !== null)
    throw new Failure(
      "input-refused",
      sheet === null
        ? `No column is known to hold numbers; row ${first.row} has columns ${shown}. Say which with --map killing=A or --map killing="its header"`
        : `No column is known to hold numbers; row ${first.row} of the sheet ${sheet} has columns ${shown}. Say which with --map killing=A or --map killing="its header"`,
    );
  throw new Failure(
    "input-refused",
    sheet === null
      ? `No column is known to hold names; row ${first.row} has columns ${shown}. Say which with --map name=A or --map name="its header"`
      : `No column is known to hold names; row ${first.row} of the sheet ${sheet} has columns ${shown}. Say which with --map name=A or --map name="its header"`,
  );
}

const SHOWN_COLUMNS = 26;

/** The first of those with the most cells that are filled: a title above a header has one. */
function fullest(rows: readonly TableRow[]): TableRow | null {
  const filled = ({ cells }: TableRow): number => cells.filter((cell) => cell.trim() !== "").length;
  return rows.reduce<TableRow | null>(
    (best, row) => (best === null || filled(row) > filled(best) ? row : best),
    null,
  );
}
