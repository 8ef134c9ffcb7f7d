/**
 * In: a list of people with its cells, and what it is of. Out: notes on the rows whose cells do not say so, by what becomes of them.
 * Never: repeats what reading the list noted.
 */
import type { Span } from "../base/span.ts";
import { tidyCell } from "./cells.ts";
import { columnsOfRow } from "./listReader.ts";
import { NoteBook, type NoteGroup } from "./notes.ts";
import { findRowDoubts, type ListOfCells } from "./rowDoubts.ts";
import type { ListKind } from "./rowReport.ts";
import { DEADLY, readRowStatus } from "./rowStatus.ts";
import type { SheetWords } from "./sheetWords.ts";

/** Notes on columns that look like a status, and on the rows whose status or other cells do not say what the list is of. */
export function statusNotes(
  list: ListOfCells,
  kind: ListKind,
  words: SheetWords,
): readonly NoteGroup[] {
  const notes = new NoteBook();
  const rows = new Map(list.cells.map(({ row, cells }) => [row, cells]));
  const doubts = findRowDoubts(list, kind, words);
  for (const { header } of doubts.ofStates) notes.add("list-column-states", null, header, null);
  for (const { row, name, nameFa } of list.records) {
    const columns = columnsOfRow(list, row);
    const spans = spansOf(rows.get(row) ?? []);
    const headerOf = (span: Span | null): string | null =>
      columns.find(({ index }) => span !== null && spans.get(index) === span)?.header ?? null;
    const { holds, told, span } = readRowStatus(columns, spans, kind, words);
    if (!holds && (name !== null || nameFa !== null)) {
      const code = told.length > 0 ? "list-row-status-told" : "list-row-status-silent";
      notes.add(code, row, headerOf(span), span?.quote ?? null);
    }
    const doubt = holds && DEADLY.has(kind) ? doubts.doubtOf(columns, spans) : null;
    if (doubt !== null) notes.add("list-row-lives-on", row, headerOf(doubt.span), doubt.span.quote);
  }
  return notes.list();
}

function spansOf(cells: readonly string[]): ReadonlyMap<number, Span> {
  return new Map(
    cells.flatMap((cell, index) => {
      const quote = tidyCell(cell);
      return quote === "" ? [] : [[index, { start: 0, end: quote.length, quote }] as const];
    }),
  );
}
