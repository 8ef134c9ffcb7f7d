import type { ReplyWords } from "../../flow/lists/makeReply.ts";
import type { SideCounts } from "../../flow/lists/matchListFiles.ts";
import type { Field } from "../../flow/lists/readListFile.ts";
import type { Reason } from "../../model/pairFound.ts";
import type { CliWords } from "./cliWords.ts";
import { many } from "./many.ts";

/** What `sanad match` says. */
export type MatchWords = ReplyWords & {
  readonly progress: (done: number, all: number) => string;
  readonly reading: (file: string) => string;
  readonly decision: (decision: "same" | "unsure") => string;
  /** Which fields the two sides tell otherwise. */
  readonly contradicts: (fields: readonly Reason["field"][]) => string;
  readonly archive: string;
  readonly why: string;
  readonly onlyRows: Readonly<Record<keyof SideCounts, string>>;
  readonly sides: readonly [string, string];
  readonly pairsFound: (same: number, unsure: number, isOneList: boolean) => string;
  readonly more: (count: number) => string;
  readonly imported: (added: number, same: number, rows: number) => string;
  readonly importNear: (row: string, person: string, percent: number) => string;
  readonly noPairs: string;
  readonly notesOf: (file: string) => string;
  readonly noteRows: (count: number, rows: readonly string[], isMore: boolean) => string;
  readonly inColumns: (columns: string, count: number) => string;
  readonly wrote: (file: string) => string;
  readonly remembered: (file: string) => string;
  readonly usesRemembered: (file: string) => string;
  readonly listHead: (
    format: string,
    sheet: string | null,
    rows: number,
    records: number,
    header: readonly number[],
  ) => string;
  readonly checkColumns: readonly [column: string, field: string, filled: string, samples: string];
  readonly unused: string;
  readonly fieldName: (field: Field) => string;
  readonly firstRecords: string;
};

/** The English of `sanad match`. */
export function matchWordsEn(words: CliWords): MatchWords {
  return {
    isRightToLeft: false,
    sheets: { pairs: "Pairs", onlyA: "Only in A", onlyB: "Only in B", notes: "Notes" },
    fields: {
      id: "id",
      row: "row",
      name: "name",
      nameFa: "name (Persian)",
      date: "date",
      day: "day (ISO)",
      aliveOn: "last sign of life",
      age: "age",
      sex: "sex",
      father: "father",
      city: "city",
      province: "province",
      prison: "prison",
      charge: "charge",
    },
    columns: {
      status: "status",
      probability: "probability",
      standing: "in the archive",
      why: "why",
      list: "list",
      row: "row",
      column: "column",
      note: "note",
      words: "what stands there",
    },
    status: (status) => STATUS[status],
    reason: reasonEn,
    noteMeans: words.noteMeans,
    sex: (sex) => sex,
    progress: (done, all) => `comparing: ${done} of ${all}`,
    reading: (file) => `reading ${file}`,
    decision: (decision) => decision,
    contradicts: (fields) => `they differ in ${fields.map((field) => FIELDS[field]).join(", ")}`,
    archive: "the archive",
    why: "why",
    onlyRows: { records: "records", same: "same", unsure: "unsure", only: "only here" },
    sides: ["A", "B"],
    pairsFound: (same, unsure, isOneList) =>
      isOneList
        ? `${pairs(same)} of one person in this list, ${unsure} unsure`
        : `${pairs(same)} of one person, ${unsure} unsure`,
    more: (count) =>
      `… and ${count} more pairs: --limit shows more, -o reply.xlsx or --json has all`,
    imported: (added, same, rows) =>
      `${added} of ${many(rows, "row")} with a person imported${same === 0 ? "" : `, ${same} ${same === 1 ? "was" : "were"} there already`}; the others stay outside`,
    importNear: (row, person, percent) =>
      `${row} may be ${person} (${percent} %): linked, or left to sanad review`,
    noPairs: "No record of one list looks like one of the other.",
    notesOf: (file) => `Notes on ${file}`,
    noteRows: (count, rows, isMore) =>
      rows.length === 0
        ? ""
        : `${count === 1 ? "row" : `${count} rows:`} ${rows.join(", ")}${isMore ? ", …" : ""}`,
    inColumns: (columns, count) => `${count === 1 ? "column" : "columns"} ${columns}`,
    wrote: (file) => `Wrote ${file}`,
    remembered: (file) => `Remembered the columns in ${file}`,
    usesRemembered: (file) => `Columns as remembered in ${file}`,
    listHead: (format, sheet, rows, records, header) =>
      `${format.toUpperCase()}${sheet === null ? "" : `, sheet ${sheet}`}: ${many(rows, "row")}, ${many(records, "record")}${header.length === 0 ? "" : `; header in ${header.length === 1 ? "row" : "rows"} ${header.join(", ")}`}`,
    checkColumns: ["column", "read as", "filled", "for example"],
    unused: "not read",
    fieldName: (field) => field,
    firstRecords: "First records",
  };
}

const STATUS = {
  same: "same",
  contradicts: "same, but told otherwise",
  unsure: "unsure",
  onlyA: "only in A",
  onlyB: "only in B",
} as const;

function pairs(count: number): string {
  return `${count} ${count === 1 ? "pair" : "pairs"}`;
}

const FIELDS: Readonly<Record<Reason["field"], string>> = {
  name: "name",
  date: "date",
  age: "age",
  sex: "sex",
  place: "place",
  father: "father",
  prison: "prison",
  charge: "charge",
  alive: "life",
  kin: "kin",
  rival: "another row",
};

/** "date: a day apart (+3.1)". */
function reasonEn({ field, level, bits }: Reason): string {
  return `${FIELDS[field]}: ${level} (${signed(bits)})`;
}

/** A number of bits with its sign. */
export function signed(bits: number): string {
  return bits < 0 ? `−${Math.abs(bits)}` : `+${bits}`;
}
