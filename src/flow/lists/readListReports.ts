/**
 * The story of a list that enters an archive: the file is a document, and each of its rows one of its own, whose claim says what
 * the list is of. Nothing of the file is lost: rows that name nobody are in the file's text.
 */
import { Buffer } from "node:buffer";
import { basename, resolve } from "node:path";
import { sha256 } from "../../base/digest.ts";
import { canonicalJson } from "../../base/canonicalJson.ts";
import { Failure } from "../../base/failure.ts";
import { resolveRow } from "../../link/mentions.ts";
import { makeNameReader } from "../../link/readName.ts";
import { namesWritten } from "../../lists/namesWritten.ts";
import { columnsOfRow } from "../../lists/listReader.ts";
import {
  LIST_KINDS,
  type ListKind,
  makeRowClaims,
  NAMELESS,
  writeRow,
} from "../../lists/rowReport.ts";
import { findRowDoubts } from "../../lists/rowDoubts.ts";
import { NoteBook, type NoteGroup } from "../../lists/notes.ts";
import { statusNotes } from "../../lists/statusNotes.ts";
import { makeTallyClaims, TALLY_LISTS, type TallyList } from "../../lists/tallyReport.ts";
import type { Claim, ClaimDocument } from "../../model/claim.ts";
import type { Document } from "../../model/document.ts";
import type { ListRecord } from "../../model/listRecord.ts";
import { loadPeoplePack } from "../archive/people/peoplePack.ts";
import type { InputHints } from "../readFiles.ts";
import { loadSheetWords } from "./loadSheetWords.ts";
import type { ListFile } from "./readListFile.ts";

/** A list's file or one of its rows, as it is entered. */
export type ListReport = {
  readonly path: string;
  /** What is one thing through its versions: the file, or a row of it. */
  readonly page: string | null;
  /** What it is recognised by when it comes again: of which list it is, of what kind, and which of two alike. */
  readonly recognised: string;
  readonly document: Document;
  readonly bytes: Uint8Array;
  readonly claims: readonly Claim[];
};

/** What a list is of, as a person says it: what happened to its people, or that it counts. */
export function listKind(word: string): ListKind | TallyList {
  const found = [...LIST_KINDS, ...TALLY_LISTS].find((kind) => kind === word);
  if (found !== undefined) return found;
  throw new Failure(
    "input-refused",
    `--list must be incidents or figures, or for people one of ${LIST_KINDS.join(", ")}`,
  );
}

/** A list of incidents or figures. */
export function isTallyList(kind: ListKind | TallyList): kind is TallyList {
  return kind === "incidents" || kind === "figures";
}

/** Refuses numbers of which nothing says what they count. */
export function refuseUncounted({ path, columns }: ListFile): void {
  const has = (field: string): boolean => columns.some((column) => column.field === field);
  if (has("count") || has("kind")) return;
  throw new Failure(
    "input-refused",
    `${path}: no column says what its numbers count; say it with --map, such as --map execution="Number"`,
  );
}

/** The list with notes on the rows whose status does not say what the list is of; it must keep its cells. */
export function withStatusNotes(list: ListFile, kind: ListKind | TallyList): ListFile {
  if (isTallyList(kind)) return list;
  const own = [...statusNotes(list, kind, loadSheetWords()), ...nowhereNotes(list, kind)];
  return { ...list, notes: [...own, ...list.notes] };
}

/** Notes on the rows without a name that count nobody, since nothing says of which event. */
function nowhereNotes(list: ListFile, kind: ListKind): readonly NoteGroup[] {
  const notes = new NoteBook();
  const { country } = loadPeoplePack();
  const reading = { kind, namesIn: () => [], words: loadSheetWords(), doubtOf: () => null };
  const cells = new Map(list.cells.map(({ row, cells: own }) => [row, own]));
  for (const record of list.records) {
    if (record.name !== null || record.nameFa !== null) continue;
    const columns = columnsOfRow(list, record.row);
    const written = writeRow(columns, cells.get(record.row) ?? []);
    const claims = makeRowClaims(record, columns, written, reading, NO_DOCUMENT);
    const places = claims.flatMap((claim) => resolveRow(claim, country).places);
    if (places.every(({ id }) => id === null))
      notes.add("list-row-nowhere", record.row, null, null);
  }
  return notes.list();
}

const NO_DOCUMENT: ClaimDocument = {
  id: "",
  path: null,
  sha256: "",
  title: null,
  publisher: null,
  published: null,
  language: null,
};

/** Rows of a list whose status does not say what the list is of: how many tell what it says, and how many tell nothing. */
export function countStatuses({ notes }: ListFile): {
  readonly told: number;
  readonly silent: number;
} {
  const count = (wanted: string): number =>
    notes.reduce((sum, group) => sum + (group.code === wanted ? group.count : 0), 0);
  return { told: count("list-row-status-told"), silent: count("list-row-status-silent") };
}

/** The page that a list's file is, while it is one publisher's. */
export function pageOfList(path: string): string | null {
  return path === "-" ? null : resolve(path);
}

/** The documents of a list: its file first, then each row that holds a person; or some rows alone. */
export function* readListReports(
  list: ListFile,
  kind: ListKind | TallyList,
  hints: InputHints,
  only: ReadonlySet<number> | null = null,
  /** Whose list stands under the file's own name; another's stands beside it. */
  owner: string | null = null,
): Generator<ListReport> {
  const { path, cells } = list;
  const file = path === "-" ? "standard input" : resolve(path);
  const head = {
    path: path === "-" ? null : path,
    author: null,
    publisher: hints.publisher === undefined ? null : { value: hints.publisher, by: "given" },
    published: hints.published === undefined ? null : { value: hints.published, by: "given" },
    language: hints.language === undefined ? null : { value: hints.language, by: "given" },
    url: null,
    notes: [],
  };
  const name = basename(path === "-" ? "list" : path);
  const title = (words: string) => ({ value: words, by: "file" });
  const whole = cells.map(({ cells: row }) => row.join("\t")).join("\n");
  const isPiped = path === "-";
  const isOthers = owner !== null && hints.publisher !== undefined && hints.publisher !== owner;
  const page = isOthers ? `${file}\nof ${hints.publisher}` : file;
  const source = canonicalJson({ file, kind, publisher: hints.publisher ?? null });
  if (only === null)
    yield {
      path,
      page: isPiped ? null : page,
      recognised: `${source}\n${sha256(list.bytes)}`,
      bytes: list.bytes,
      claims: [],
      document: {
        ...head,
        id: sha256(list.bytes).slice(0, 16),
        sha256: sha256(list.bytes),
        text: whole,
        title: title(name),
      },
    };
  const seen = new Map<string, number>();
  const namesIn = makePeopleReader();
  const words = loadSheetWords();
  const doubtOf = isTallyList(kind) ? () => null : findRowDoubts(list, kind, words).doubtOf;
  const { country } = loadPeoplePack();
  const cellsByRow = new Map(cells.map(({ row, cells: own }) => [row, own]));
  for (const [at, record] of list.records.entries()) {
    const columns = columnsOfRow(list, record.row);
    const written = writeRow(columns, cellsByRow.get(record.row) ?? []);
    const bytes = Buffer.from(written.text);
    const document: Document = {
      ...head,
      id: `${name}#${record.id}`,
      sha256: sha256(bytes),
      text: written.text,
      title: title(`${name}, ${record.id}`),
    };
    const own: ClaimDocument = {
      id: document.id,
      path: document.path,
      sha256: document.sha256,
      title: document.title?.value ?? null,
      publisher: document.publisher?.value ?? null,
      published: document.published?.value ?? null,
      language: document.language?.value ?? null,
    };
    const tally = list.tallies[at];
    const made = isTallyList(kind)
      ? tally === undefined
        ? []
        : makeTallyClaims(record, tally, columns, written, kind, own)
      : makeRowClaims(record, columns, written, { kind, namesIn, words, doubtOf }, own);
    // A place that the packs know is found by all its names, as that of a report is.
    const claims = made.map((claim) => resolveRow(claim, country));
    // A row without an id of its own is known by what it says: rows that are put in above it change nothing.
    const nth = (seen.get(document.sha256) ?? 0) + 1;
    seen.set(document.sha256, nth);
    const row = hasOwnId(record) ? record.id : `=${document.sha256} ${nth}`;
    if (only !== null && !only.has(record.row)) continue;
    // A status that tells otherwise is part of it: rows that were entered without it are put right.
    const isNamed = (record.name ?? record.nameFa) !== null && !isTallyList(kind);
    const isHeld =
      claims.length > 0 &&
      claims.every(({ kind: one, tier }) => one === kind && tier === "counted");
    const isNameless = claims.some(({ notes }) => notes.some(({ code }) => code === NAMELESS));
    const told = isNameless ? "\nnameless" : isNamed && !isHeld ? "\nstatus" : "";
    yield {
      path: `${path}#${record.id}`,
      page: isPiped ? null : `${page}#${row}`,
      recognised: `${source}\n${row}\n${document.sha256}${told}`,
      document,
      bytes,
      claims,
    };
  }
}

/** Did the list give the row its id, or did its place? */
function hasOwnId({ id, row }: ListRecord): boolean {
  return id !== `row-${row}` && !id.endsWith(`#${row}`);
}

/** The names of the people in a cell, each as far as the cell writes it: "A and B" is two people. */
function makePeopleReader(): (cell: string) => readonly string[] {
  const read = makeNameReader(loadPeoplePack().model);
  return (cell) => {
    const people = read(cell);
    if (people.length < 2) return [cell];
    return namesWritten(
      cell,
      people.map(({ forms: [words = []] }) => words),
    );
  };
}
