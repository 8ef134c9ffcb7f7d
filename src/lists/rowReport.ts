/**
 * In: a row of a list of people, what its columns hold, and what its list is of. Out: the row as frozen text, and the claim
 * that it makes. Never: a word that is not a cell's; a claim whose words are not in the text.
 */
import type { Span } from "../base/span.ts";
import type {
  Charge,
  Claim,
  ClaimDocument,
  ClaimKind,
  Modality,
  Period,
  Person,
  PersonRole,
  Place,
} from "../model/claim.ts";
import type { ListRecord } from "../model/listRecord.ts";
import { tidyCell } from "./cells.ts";
import { type Column, kindOf } from "./columns.ts";
import { lifeAfter, readStatus, type RowStatus, type StatusWords } from "./rowStatus.ts";
import type { Field } from "./sheetWords.ts";

/** What a list can be of: what its rows say happened to their people. */
export const LIST_KINDS = [
  "execution",
  "death-sentence",
  "imminent-execution",
  "killing",
  "death-in-custody",
  "arrest",
  "torture",
  "enforced-disappearance",
  "injury",
  "release",
] as const satisfies readonly ClaimKind[];
export type ListKind = (typeof LIST_KINDS)[number];

/** A row as text: a column a line, "Header: cell", and where each cell stands. */
export type RowText = { readonly text: string; readonly spans: ReadonlyMap<number, Span> };

/** Writes a row as text. Columns that were not understood are there too. */
export function writeRow(columns: readonly Column[], cells: readonly string[]): RowText {
  const spans = new Map<number, Span>();
  let text = "";
  const count = Math.max(columns.length, cells.length);
  for (let index = 0; index < count; index++) {
    const quote = tidyCell(cells[index] ?? "");
    if (quote === "") continue;
    const header = columns[index]?.header ?? "";
    text += `${text === "" ? "" : "\n"}${header === "" ? "" : `${header}: `}`;
    spans.set(index, { start: text.length, end: text.length + quote.length, quote });
    text += quote;
  }
  return { text, spans };
}

/** What a list is of, and how the names in a cell are told from each other. */
export type RowReading = {
  readonly kind: ListKind;
  readonly namesIn: (cell: string) => readonly string[];
  readonly statuses: StatusWords;
};

/** Kinds of which a row makes somebody dead. */
const DEADLY: ReadonlySet<ListKind> = new Set(["execution", "killing", "death-in-custody"]);

const ROLES: Readonly<Partial<Record<ClaimKind, PersonRole>>> = {
  "death-sentence": "convicted",
  "imminent-execution": "at-risk",
  injury: "injured",
};

/**
 * The claim of a row: what its list is of, happened to its people; where its status tells of something else, that, and it does not
 * count. Null where the row names nobody.
 */
export function makeRowClaim(
  record: ListRecord,
  columns: readonly Column[],
  { text, spans }: RowText,
  { kind: listKind, namesIn, statuses }: RowReading,
  document: ClaimDocument,
): Claim | null {
  const name = record.name ?? record.nameFa;
  const spanOf = (field: string): Span | null => {
    for (const column of columns) {
      const span = spans.get(column.index);
      if (column.field !== null && isFor(column.field, field) && span !== undefined) return span;
    }
    return null;
  };
  const named = spanOf("name");
  if (name === null || named === null) return null;
  const status = DEADLY.has(listKind)
    ? (readStatus(columns, spans, listKind, statuses) ?? lifeAfter(record, spanOf("alive")))
    : null;
  const kind = status?.kind ?? listKind;
  const names = namesIn(name);
  // Of two in one cell nobody knows whose the other cells are.
  const isOne = names.length === 1;
  const persons = names.map(
    (each): Person => ({
      name: each,
      age:
        isOne && record.age !== null && record.age.min === record.age.max ? record.age.min : null,
      ...(isOne && record.age !== null && record.age.min !== record.age.max
        ? { ages: record.age }
        : {}),
      sex: isOne ? record.sex : null,
      father: isOne ? record.father : null,
      role: ROLES[kind] ?? "victim",
      span: named,
    }),
  );
  return {
    id: `${document.id}#1`,
    document,
    kind,
    span: { start: 0, end: text.length, quote: text },
    quantity: null,
    period: periodOf(record, dateSpan(record, columns, spans)),
    places: placesOf(record, spanOf),
    attribution: [],
    modality: modalityOf(listKind, status),
    hedge: null,
    persons,
    charges: chargesOf(record, spanOf("charge")),
    stage: null,
    official: null,
    tier: status === null ? "counted" : "shown",
    sameAs: [],
    notes: status === null ? [] : [noteOf(status)],
  };
}

function modalityOf(kind: ListKind, status: RowStatus | null): Modality {
  if (status !== null) return status.kind === null ? "unclear" : "happened";
  return kind === "imminent-execution" ? "at-risk" : "happened";
}

function noteOf({ span, kind }: RowStatus): Claim["notes"][number] {
  const code = kind === null ? "list-row-lives-on" : "list-row-tells-otherwise";
  return { code, level: "doubt", span };
}

function isFor(own: Field, wanted: string): boolean {
  return own === wanted || (wanted === "name" && kindOf(own) === "name");
}

/** Of several date columns, the one whose words were read. */
export function dateSpan(
  { date }: ListRecord,
  columns: readonly Column[],
  spans: ReadonlyMap<number, Span>,
): Span | null {
  if (date === null) return null;
  const dated = columns.flatMap(({ field, index }) => {
    const span = spans.get(index);
    return field !== null && kindOf(field) === "date" && span !== undefined ? [{ span }] : [];
  });
  return (dated.find(({ span }) => span.quote === date.words) ?? dated[0])?.span ?? null;
}

function periodOf({ date }: ListRecord, span: Span | null): Period | null {
  if (date === null || span === null) return null;
  const { earliest, latest, calendar } = date;
  const mode = earliest === latest ? "all" : "some";
  return { earliest, latest, mode, calendar, basis: "explicit", span };
}

/** Where a row says it was. */
export function placesOf(
  record: ListRecord,
  spanOf: (field: string) => Span | null,
): readonly Place[] {
  return (["city", "province", "prison"] as const).flatMap((field) => {
    const span = spanOf(field);
    const words = record[field];
    if (span === null || words === null) return [];
    return [{ words, id: null, role: field === "prison" ? "prison" : "event", span }];
  });
}

function chargesOf({ charge }: ListRecord, span: Span | null): readonly Charge[] {
  return charge === null || span === null ? [] : [{ words: charge, id: null, span }];
}
