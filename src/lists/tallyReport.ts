/**
 * In: a row of a list of incidents or figures, and what it counts. Out: a claim for each thing that it counts.
 * Never: a claim of a cell that counts nothing; a number without the words of its cell.
 */
import type { Span } from "../base/span.ts";
import type { Attribution, Claim, ClaimDocument, Period, Quantity } from "../model/claim.ts";
import type { ListRecord } from "../model/listRecord.ts";
import type { Column } from "./columns.ts";
import { dateSpan, placesOf, type RowText } from "./rowReport.ts";
import type { Tally, TallyRecord } from "./tallyRows.ts";

/** What a list that counts is of: events, each with those who suffered them; or numbers over a time. */
export const TALLY_LISTS = ["incidents", "figures"] as const;
export type TallyList = (typeof TALLY_LISTS)[number];

/** The claims of a row, in the order of its columns. */
export function makeTallyClaims(
  record: ListRecord,
  row: TallyRecord,
  columns: readonly Column[],
  { text, spans }: RowText,
  list: TallyList,
  document: ClaimDocument,
): readonly Claim[] {
  const spanOf = (field: string): Span | null => {
    const own = columns.find((column) => column.field === field && spans.has(column.index));
    return own === undefined ? null : (spans.get(own.index) ?? null);
  };
  const isOnly = row.tallies.length === 1;
  return row.tallies.map((tally, at): Claim => {
    const cell = numberSpan(tally, columns, spans);
    return {
      id: `${document.id}#${at + 1}`,
      document,
      kind: tally.kind,
      span:
        isOnly || cell === null ? { start: 0, end: text.length, quote: text } : lineOf(cell, text),
      quantity: quantityOf(tally, cell),
      period: periodOf(record, row, columns, spans, spanOf, list),
      places: placesOf(record, spanOf),
      attribution: sourceOf(spanOf("source")),
      modality: tally.kind === "imminent-execution" ? "at-risk" : "happened",
      hedge: null,
      persons: [],
      charges: [],
      stage: null,
      official: null,
      tier: "counted",
      sameAs: [],
      notes: [],
    };
  });
}

/** Where the number stands: its own cell, else that of what happened. */
function numberSpan(
  { columns: indices }: Tally,
  columns: readonly Column[],
  spans: ReadonlyMap<number, Span>,
): Span | null {
  const counted = indices.filter((index) => {
    const field = columns[index]?.field;
    return field === "count" || field?.startsWith("number") === true;
  });
  return spans.get(counted[0] ?? indices[0] ?? -1) ?? null;
}

/** A line of the row's text, with its header. */
function lineOf({ start, end }: Span, text: string): Span {
  const from = text.lastIndexOf("\n", start) + 1;
  return { start: from, end, quote: text.slice(from, end) };
}

function quantityOf({ count }: Tally, span: Span | null): Quantity | null {
  if (count === null || span === null) return null;
  return { ...count, unit: null, measure: "count", per: null, subsetOf: null, span };
}

/** An incident was at some time within the days of its date; a figure is of all of them. */
function periodOf(
  record: ListRecord,
  { window }: TallyRecord,
  columns: readonly Column[],
  spans: ReadonlyMap<number, Span>,
  spanOf: (field: string) => Span | null,
  list: TallyList,
): Period | null {
  const from = window?.from ?? null;
  const to = window?.to ?? null;
  const span =
    window === null
      ? dateSpan(record, columns, spans)
      : (spanOf(from === null ? "date_to" : "date_from") ?? spanOf("date_to"));
  const first = window === null ? record.date : (from ?? to);
  if (span === null || first === null) return null;
  const earliest = window === null ? first.earliest : (from?.earliest ?? null);
  const latest = window === null ? first.latest : (to?.latest ?? null);
  const mode = list === "figures" || earliest === latest ? "all" : "some";
  return { earliest, latest, mode, calendar: first.calendar, basis: "explicit", span };
}

function sourceOf(span: Span | null): readonly Attribution[] {
  if (span === null) return [];
  return [{ words: span.quote, source: span.quote, type: "indirect", cue: null, span }];
}
