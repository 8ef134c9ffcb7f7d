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
  Quantity,
} from "../model/claim.ts";
import type { ListRecord } from "../model/listRecord.ts";
import { tidyCell } from "./cells.ts";
import { type Column, kindOf } from "./columns.ts";
import type { RowDoubts } from "./rowDoubts.ts";
import { DEADLY, readRowStatus } from "./rowStatus.ts";
import type { Field, SheetWords } from "./sheetWords.ts";

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
  readonly words: SheetWords;
  /** What columns that were not understood say against it. */
  readonly doubtOf: RowDoubts["doubtOf"];
};

const ROLES: Readonly<Partial<Record<ClaimKind, PersonRole>>> = {
  "death-sentence": "convicted",
  "imminent-execution": "at-risk",
  injury: "injured",
  stay: "at-risk",
  clemency: "convicted",
};

/**
 * The claims of a row: what its list is of, happened to its people, and what its status tells. A row without a name counts one; none
 * where it does not tell the day and the place, or may be something else than a row of somebody.
 */
export function makeRowClaims(
  record: ListRecord,
  columns: readonly Column[],
  written: RowText,
  reading: RowReading,
  document: ClaimDocument,
): readonly Claim[] {
  const { spans } = written;
  const status = readRowStatus(columns, spans, reading.kind, reading.words);
  const own = makeRowClaim(record, columns, written, reading, document);
  if (own === null) return [];
  // A bare "Date" in a list of deaths is that of the death that the row tells; any other is of what the list is of.
  const isDeaths = DEADLY.has(reading.kind);
  const isDated = columns.some(({ field, rank }) => field === "date" && rank === ANY_DATE);
  const told = status.told.map(
    ({ kind, modality, stage, span }): Claim => ({
      ...own,
      kind,
      modality,
      stage,
      period: isDeaths && isDated && DEADLY.has(kind) ? own.period : null,
      persons: own.persons.map((person) => ({ ...person, role: ROLES[kind] ?? "victim" })),
      charges: [],
      tier: "counted",
      notes: status.holds ? [] : [{ code: "list-row-status-told", level: "doubt", span }],
    }),
  );
  const life = told.some(({ stage }) => stage === LIFE)
    ? null
    : signOfLife(own, record, columns, spans, reading);
  const claims = [
    ...(status.holds ? [{ ...own, stage: status.stage }] : []),
    ...told,
    ...(life === null ? [] : [life]),
  ];
  return claims.map((claim, at) => ({ ...claim, id: `${document.id}#${at + 1}` }));
}

/** That somebody lives, as a stage of the case and as the note of the claim. */
const LIFE = "alive";

/**
 * A cell that says that the person lives, or a sign of life behind the day of death of the same row: held against what others tell, and
 * counted nowhere.
 */
function signOfLife(
  own: Claim,
  record: ListRecord,
  columns: readonly Column[],
  spans: ReadonlyMap<number, Span>,
  { kind, doubtOf }: RowReading,
): Claim | null {
  if (!DEADLY.has(kind) || own.persons.length !== 1) return null;
  const cell = doubtOf(columns, spans);
  const day = columns.find(({ field, index }) => field === "alive" && spans.has(index));
  const span =
    cell?.isLife === true ? cell.span : lifeAfter(record, spans.get(day?.index ?? -1) ?? null);
  if (span === null) return null;
  const isNow = cell?.isLife === true;
  const { aliveOn } = record;
  return {
    ...own,
    kind: "other",
    stage: LIFE,
    modality: isNow ? "ongoing" : "happened",
    quantity: null,
    period:
      isNow || aliveOn === undefined
        ? null
        : {
            earliest: aliveOn.earliest,
            latest: aliveOn.latest,
            mode: aliveOn.earliest === aliveOn.latest ? "all" : "some",
            calendar: aliveOn.calendar,
            basis: "explicit",
            span,
          },
    places: [],
    charges: [],
    persons: own.persons.map((person) => ({ ...person, role: "victim" })),
    tier: "shown",
    notes: [{ code: "list-row-lives-on", level: "doubt", span }],
  };
}

/** The rank of a column that is only called "Date". */
const ANY_DATE = 3;

function makeRowClaim(
  record: ListRecord,
  columns: readonly Column[],
  { text, spans }: RowText,
  { kind, namesIn, doubtOf }: RowReading,
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
  const isNameless = name === null || named === null;
  if (isNameless && !isToldWithoutName(record, named, columns, spans)) return null;
  const whole: Span = { start: 0, end: text.length, quote: text };
  const names = isNameless ? [] : namesIn(name);
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
      span: named ?? whole,
    }),
  );
  const status = DEADLY.has(kind)
    ? (doubtOf(columns, spans)?.span ?? lifeAfter(record, spanOf("alive")))
    : null;
  return {
    id: `${document.id}#1`,
    document,
    kind,
    span: whole,
    quantity: isNameless ? { ...ONE, span: named ?? whole } : null,
    period: periodOf(record, dateSpan(record, columns, spans)),
    places: placesOf(record, spanOf),
    attribution: [],
    modality: (status !== null
      ? "unclear"
      : kind === "imminent-execution"
        ? "at-risk"
        : "happened") satisfies Modality,
    hedge: null,
    persons,
    charges: chargesOf(record, spanOf("charge")),
    stage: null,
    official: null,
    tier: status === null ? "counted" : "shown",
    sameAs: [],
    notes: [
      ...(isNameless ? [{ code: NAMELESS, level: "doubt" as const, span: named ?? whole }] : []),
      ...(status === null
        ? []
        : [{ code: "list-row-lives-on", level: "doubt" as const, span: status }]),
    ],
  };
}

/** The note on a row, and on its claim, that names nobody. */
export const NAMELESS = "list-row-nameless";

const ONE = {
  min: 1,
  max: 1,
  minExclusive: false,
  maxExclusive: false,
  approximate: false,
  qualifier: null,
  unit: null,
  measure: "count",
  per: null,
  subsetOf: null,
} as const satisfies Omit<Quantity, "span">;

/**
 * Whether a row without a name tells of somebody: it says where and on which day. Where its name is not called unknown, but left out, it has
 * no cell that was not understood: a sum, a remark, another number.
 */
function isToldWithoutName(
  { date, city, province, prison }: ListRecord,
  named: Span | null,
  columns: readonly Column[],
  spans: ReadonlyMap<number, Span>,
): boolean {
  if (date === null || date.earliest !== date.latest) return false;
  if ((city ?? province ?? prison) === null) return false;
  const known = new Set(columns.flatMap(({ field, index }) => (field === null ? [] : [index])));
  return named !== null || [...spans.keys()].every((index) => known.has(index));
}

/** The cell of a sign of life behind the death that the same row tells. */
function lifeAfter({ date, aliveOn }: ListRecord, span: Span | null): Span | null {
  return date !== null && aliveOn !== undefined && aliveOn.earliest > date.latest ? span : null;
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
