/**
 * In: the text of a table whose cells are parted by commas, semicolons, tabs or strokes. Out: its rows, one by one.
 * Never: lets a quotation mark that is not closed swallow the rows below it.
 */
import Papa from "papaparse";
import type { ListReader } from "./listReader.ts";

const MARKS = [",", ";", "\t", "|"] as const;
/** Rows looked at to find the mark between cells. */
const LOOKED_AT = 200;
/** After so many open quotation marks, all of them are letters. */
const MOST_OPEN = 200;
/** A cell of more lines has probably swallowed rows. */
const MANY_LINES = 60;

/** Reads the rows of a table into a list. */
export function readCsv(text: string, list: ListReader): void {
  const table = withoutSeparatorLine(oneLineEnd(text));
  const delimiter = findDelimiter(table);
  const state = { row: table.skipped };
  let rest = table.text;
  let open = 0;
  while (rest !== "") {
    const part = { ...table, text: rest, delimiter, hasQuotes: open < MOST_OPEN };
    const stoppedAt = readRows(part, list, state);
    if (stoppedAt === null) return;
    // The row as it stands, up to the end of its line; then on as before.
    open++;
    const end = rest.indexOf("\n", stoppedAt);
    const line = end < 0 ? rest.slice(stoppedAt) : rest.slice(stoppedAt, end);
    state.row++;
    list.notes.add("list-quote-open", state.row, null, null);
    list.row(state.row, line.split(delimiter).map(withoutQuote));
    rest = end < 0 ? "" : rest.slice(end + 1);
  }
}

type LineEnd = "\n" | "\r\n";
type Lines = { readonly text: string; readonly newline: LineEnd };

/** Reads rows; answers with the place of a row whose quotation mark is never closed, or null at the end. */
function readRows(
  {
    text,
    newline,
    delimiter,
    hasQuotes,
  }: Lines & { readonly delimiter: string; readonly hasQuotes: boolean },
  list: ListReader,
  state: { row: number },
): number | null {
  let start = 0;
  let stoppedAt: number | null = null;
  Papa.parse<string[]>(text, {
    delimiter,
    newline,
    quoteChar: hasQuotes ? '"' : NO_QUOTE,
    step: ({ data, errors, meta }, parser) => {
      if (errors.length > 0 && isSwallowing(data, errors)) {
        stoppedAt = start;
        parser.abort();
        return;
      }
      start = meta.cursor;
      state.row++;
      if (data.some((cell) => cell.length > MANY_LINES && isManyLines(cell)))
        list.notes.add("list-cell-long", state.row, null, null);
      list.row(state.row, data);
    },
  });
  return stoppedAt;
}

/** A quotation mark that is never closed, or one closed by the first mark of a row below. */
function isSwallowing(cells: readonly string[], errors: readonly Papa.ParseError[]): boolean {
  if (errors.some(({ code }) => code === "MissingQuotes")) return true;
  const isInvalid = errors.some(({ code }) => code === "InvalidQuotes");
  return isInvalid && cells.some((cell) => cell.includes("\n"));
}

/** A character that no text holds. */
const NO_QUOTE = "\uFFFF";

function isManyLines(cell: string): boolean {
  let lines = 0;
  for (let at = cell.indexOf("\n"); at >= 0 && lines <= MANY_LINES; at = cell.indexOf("\n", at + 1))
    lines++;
  return lines > MANY_LINES;
}

function withoutQuote(cell: string): string {
  return cell.startsWith('"') ? cell.replace(/^"(.*?)"?$/s, "$1").replaceAll('""', '"') : cell;
}

/** Files of more than one kind of line ends are made one of; a copy of a large text is not free, so others are left alone. */
function oneLineEnd(text: string): Lines {
  const returns = countOf(text, "\r");
  if (returns === 0) return { text, newline: "\n" };
  const both = countOf(text, "\r\n");
  if (returns === both && both === countOf(text, "\n")) return { text, newline: "\r\n" };
  return { text: text.replaceAll("\r\n", "\n").replaceAll("\r", "\n"), newline: "\n" };
}

function countOf(text: string, mark: string): number {
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) count++;
  return count;
}

/** Spreadsheets write "sep=;" above a table. */
function withoutSeparatorLine({ text, newline }: Lines): Lines & { readonly skipped: number } {
  const found = /^sep=.\r?\n/.exec(text);
  const skipped = found === null ? 0 : 1;
  return { text: found === null ? text : text.slice(found[0].length), newline, skipped };
}

/** The mark that parts most rows into the same number of cells, the more cells the better; a comma where none does. */
function findDelimiter({ text, newline }: Lines): string {
  let best: { readonly mark: string; readonly score: number } = { mark: ",", score: 0 };
  for (const mark of MARKS) {
    const { data, errors } = Papa.parse<string[]>(text.slice(0, LOOKED_AT_TEXT), {
      delimiter: mark,
      newline,
      preview: LOOKED_AT,
    });
    const sizes = data.filter((row) => row.some((cell) => cell.trim() !== "")).map(countCells);
    // Where the mark is wrong, quotation marks stand inside of cells.
    const trust = errors.some(({ type }) => type === "Quotes") ? 0.5 : 1;
    const counts = new Map<number, number>();
    for (const size of sizes) if (size > 1) counts.set(size, (counts.get(size) ?? 0) + 1);
    for (const [size, count] of counts) {
      const score = (count / Math.max(1, sizes.length)) * Math.log2(size + 1) * trust;
      if (score > best.score) best = { mark, score };
    }
  }
  return best.mark;
}

const LOOKED_AT_TEXT = 1 << 18;

function countCells(row: readonly string[]): number {
  return row.length;
}
