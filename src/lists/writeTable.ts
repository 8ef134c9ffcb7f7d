/**
 * In: tables of words and numbers. Out: the bytes of a file that spreadsheets open.
 * Never: a cell that a spreadsheet would take for a formula.
 */
import Papa from "papaparse";
import writeXlsxFile, { type SheetData } from "write-excel-file/node";

export type TableCell = {
  readonly value: string | number | null;
  /** Stands out: the two sides contradict each other here. */
  readonly isMarked?: boolean;
};

/** A table with a header. */
export type Table = {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
};

/**
 * Writes a table as CSV: UTF-8 with the mark by which spreadsheets know it. Every cell stands in quotation marks: where a
 * spreadsheet parts cells at semicolons, or at any other sign, none of them begins a formula either.
 */
export function writeCsv({ header, rows }: Table): Uint8Array {
  const data = [
    header.map(disarm),
    ...rows.map((row) =>
      row.map(({ value }) => (typeof value === "string" ? disarm(value) : (value ?? ""))),
    ),
  ];
  return new TextEncoder().encode(`\uFEFF${Papa.unparse(data, { quotes: true })}\r\n`);
}

/** What begins a formula, in narrow and wide letters: in front of a cell, or behind a sign that may part cells. */
const FORMULA = /(^|[;,|\t\r\n])([\s"']*)(?=[=+\-@＝＋－＠])/g;

/** A text that no spreadsheet takes for a formula, wherever it parts the line. */
function disarm(text: string): string {
  return text.replace(FORMULA, "$1$2'");
}

/** Writes tables as the sheets of a workbook. */
export async function writeWorkbook(
  tables: readonly Table[],
  isRightToLeft: boolean,
): Promise<Uint8Array> {
  const sheets = tables.map(({ name, header, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    rightToLeft: isRightToLeft,
    columns: header.map((title, at) => ({ width: widthOf(title, rows, at) })),
    data: [
      header.map((value) => ({ value, fontWeight: "bold" as const, wrap: true })),
      ...rows.map((row) => row.map(cellOf)),
    ] satisfies SheetData,
  }));
  return writeXlsxFile(sheets).toBuffer();
}

const MARKED = "#f8d7da";
const LOOKED_AT = 200;
const WIDEST = 60;
/** A workbook with a longer cell is "repaired" by the program that opens it. */
const LONGEST = 32_767;

function cellOf({ value, isMarked }: TableCell) {
  if (value === null || value === "") return null;
  const shown =
    typeof value === "string" && value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value;
  return isMarked === true ? { value: shown, backgroundColor: MARKED } : { value: shown };
}

function widthOf(title: string, rows: Table["rows"], at: number): number {
  const longest = rows
    .slice(0, LOOKED_AT)
    .reduce((most, row) => Math.max(most, String(row[at]?.value ?? "").length), title.length);
  return Math.min(WIDEST, longest + 2);
}
