/** The story of a reply: what was matched → a file for those whose list it is, in their language. */
import { basename } from "node:path";
import { Failure } from "../../base/failure.ts";
import { levelOf } from "../../lists/notes.ts";
import { type Table, type TableCell, writeCsv, writeWorkbook } from "../../lists/writeTable.ts";
import type { ListRecord } from "../../model/listRecord.ts";
import type { LinkField, PairFound, Reason } from "../../model/pairFound.ts";
import { contradictionsOf, type Matched, onlyIn } from "./matchListFiles.ts";

/** What a reply calls things. */
export type ReplyWords = {
  readonly isRightToLeft: boolean;
  readonly sheets: Readonly<Record<"pairs" | "onlyA" | "onlyB" | "notes", string>>;
  readonly fields: Readonly<Record<ReplyField, string>>;
  readonly columns: Readonly<
    Record<
      "status" | "probability" | "standing" | "why" | "list" | "row" | "column" | "note" | "words",
      string
    >
  >;
  readonly status: (status: "same" | "contradicts" | "unsure" | "onlyA" | "onlyB") => string;
  readonly reason: (reason: Reason) => string;
  readonly noteMeans: (code: string) => string;
  readonly sex: (sex: "female" | "male") => string;
};

/** The fields of a record as a reply shows them. */
export const REPLY_FIELDS = [
  "id",
  "row",
  "name",
  "nameFa",
  "date",
  "day",
  "aliveOn",
  "age",
  "sex",
  "father",
  "city",
  "province",
  "prison",
  "charge",
] as const;
export type ReplyField = (typeof REPLY_FIELDS)[number];

/** What of a record each reason is about. */
const FIELDS_OF: Readonly<Record<LinkField, readonly ReplyField[]>> = {
  name: ["name", "nameFa"],
  date: ["date", "day"],
  age: ["age"],
  sex: ["sex"],
  place: ["city", "province"],
  father: ["father"],
  prison: ["prison"],
  charge: ["charge"],
  alive: ["date", "day", "aliveOn"],
  kin: [],
  rival: [],
};

/** A value of a record in words; empty where there is none. */
export function replyValue(
  record: ListRecord,
  field: ReplyField,
  sexWord: ReplyWords["sex"],
): string | number {
  if (field === "date") return record.date?.words ?? "";
  if (field === "day") return record.date === null ? "" : edtf(record.date);
  if (field === "aliveOn") return record.aliveOn?.words ?? "";
  if (field === "sex") return record.sex === null ? "" : sexWord(record.sex);
  if (field === "age") {
    if (record.age === null) return "";
    const { min, max } = record.age;
    return min === max ? min : `${min}–${max}`;
  }
  return record[field] ?? "";
}

/** A day or an interval as ISO 8601-2 writes it, for whoever sorts or compares. */
function edtf({ earliest, latest }: NonNullable<ListRecord["date"]>): string {
  return earliest === latest ? earliest : `${earliest}/${latest}`;
}

/** Makes the reply file; its kind is that of its name. */
export async function makeReply(
  matched: Matched,
  file: string,
  words: ReplyWords,
): Promise<Uint8Array> {
  const kind = /\.(csv|xlsx)$/i.exec(file)?.[1]?.toLowerCase();
  if (kind === undefined)
    throw new Failure(
      "input-refused",
      `A reply is a .csv or an .xlsx file, and ${file} is neither`,
    );
  const fields = REPLY_FIELDS.filter((field) =>
    [matched.a, matched.b].some((list) =>
      list?.records.some((record) => replyValue(record, field, words.sex) !== ""),
    ),
  );
  if (kind === "csv") return writeCsv(joinTables(matched, fields, words));
  const tables = [
    pairsTable(matched, fields, words),
    onlyTable(matched, "a", fields, words),
    ...(matched.b === null ? [] : [onlyTable(matched, "b", fields, words)]),
    notesTable(matched, words),
  ];
  return writeWorkbook(
    tables.filter(({ rows }, at) => at === 0 || rows.length > 0),
    words.isRightToLeft,
  );
}

/** Pairs, the two sides of each field beside each other. */
function pairsTable(matched: Matched, fields: readonly ReplyField[], words: ReplyWords): Table {
  const a = byId(matched.a.records);
  const b = matched.b === null ? a : byId(matched.b.records);
  return {
    name: words.sheets.pairs,
    header: pairsHeader(matched, fields, words),
    rows: matched.pairs.map((pair) => [
      {
        value: words.status(contradictionsOf(pair).length > 0 ? "contradicts" : pair.decision),
      },
      { value: pair.probability },
      ...standingCell(matched, pair.b),
      ...sideBySide(a.get(pair.a) ?? null, b.get(pair.b) ?? null, fields, words, pair.why),
      { value: whyOf(pair, words) },
    ]),
  };
}

/** The ids say which list is A and which is B. */
function pairsHeader(
  { a, b }: Matched,
  fields: readonly ReplyField[],
  words: ReplyWords,
): readonly string[] {
  const titles = fields.flatMap((field) =>
    [a, b ?? a].map((list, at) => {
      const title = `${words.fields[field]} ${at === 0 ? "A" : "B"}`;
      return field === "id" ? `${title}: ${basename(list.path)}` : title;
    }),
  );
  const { status, probability, standing, why } = words.columns;
  return [status, probability, ...(b?.standing === undefined ? [] : [standing]), ...titles, why];
}

/** How the person of an archive stands there; no cell where two lists are compared. */
function standingCell({ b }: Matched, id: string | null): readonly TableCell[] {
  if (b?.standing === undefined) return [];
  return [{ value: id === null ? "" : (b.standing.get(id) ?? "") }];
}

function sideBySide(
  a: ListRecord | null,
  b: ListRecord | null,
  fields: readonly ReplyField[],
  words: ReplyWords,
  why: readonly Reason[],
): readonly TableCell[] {
  const against = new Set(
    why.filter(({ bits }) => bits < 0).flatMap(({ field }) => FIELDS_OF[field]),
  );
  return fields.flatMap((field) =>
    [a, b].map((record) => ({
      value: record === null ? "" : replyValue(record, field, words.sex),
      isMarked: against.has(field),
    })),
  );
}

function whyOf({ why }: PairFound, words: ReplyWords): string {
  return why.map((reason) => words.reason(reason)).join("; ");
}

function onlyTable(
  matched: Matched,
  side: "a" | "b",
  fields: readonly ReplyField[],
  words: ReplyWords,
): Table {
  const hasStanding = side === "b" && matched.b?.standing !== undefined;
  return {
    name: side === "a" ? words.sheets.onlyA : words.sheets.onlyB,
    header: [
      ...fields.map((field) => words.fields[field]),
      ...(hasStanding ? [words.columns.standing] : []),
    ],
    rows: onlyIn(matched, side).map((record) => [
      ...fields.map((field) => ({ value: replyValue(record, field, words.sex) })),
      ...(hasStanding ? standingCell(matched, record.id) : []),
    ]),
  };
}

/** One table for formats that have but one: pairs, then what is in one list only. */
function joinTables(matched: Matched, fields: readonly ReplyField[], words: ReplyWords): Table {
  const pairs = pairsTable(matched, fields, words);
  const sides = matched.b === null ? (["a"] as const) : (["a", "b"] as const);
  const only = sides.flatMap((side) =>
    onlyIn(matched, side).map((record) => [
      { value: words.status(side === "a" ? "onlyA" : "onlyB") },
      { value: null },
      ...standingCell(matched, side === "b" ? record.id : null),
      ...sideBySide(side === "a" ? record : null, side === "b" ? record : null, fields, words, []),
      { value: "" },
    ]),
  );
  return { ...pairs, rows: [...pairs.rows, ...only] };
}

function notesTable({ a, b }: Matched, words: ReplyWords): Table {
  const { list, row, column, note, words: there } = words.columns;
  return {
    name: words.sheets.notes,
    header: [list, row, column, there, note],
    rows: [a, ...(b === null ? [] : [b])].flatMap(({ path, notes }) =>
      notes
        .filter(({ code }) => levelOf(code) !== "info")
        .flatMap(({ first }) => first)
        .map(({ row: at, column: header, words: said, code }) =>
          [path, at, header, said, words.noteMeans(code)].map((value) => ({ value })),
        ),
    ),
  };
}

function byId(records: readonly ListRecord[]): ReadonlyMap<string, ListRecord> {
  return new Map(records.map((record) => [record.id, record]));
}
