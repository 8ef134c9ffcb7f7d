/**
 * The story of a list that enters an archive: the file is a document, and each of its rows one of its own, whose claim says what
 * the list is of. Nothing of the file is lost: rows that name nobody are in the file's text.
 */
import { Buffer } from "node:buffer";
import { basename, resolve } from "node:path";
import { sha256 } from "../../base/digest.ts";
import { Failure } from "../../base/failure.ts";
import { LIST_KINDS, type ListKind, makeRowClaim, writeRow } from "../../lists/rowReport.ts";
import { makeTallyClaims, TALLY_LISTS, type TallyList } from "../../lists/tallyReport.ts";
import type { Claim, ClaimDocument } from "../../model/claim.ts";
import type { Document } from "../../model/document.ts";
import type { InputHints } from "../readFiles.ts";
import type { ListFile } from "./readListFile.ts";

/** A list's file or one of its rows, as it is entered. */
export type ListReport = {
  readonly path: string;
  /** What is one thing through its versions: the file, or the row of that id. */
  readonly page: string;
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

/** The documents of a list: its file first, then each row that holds a person. */
export function* readListReports(
  list: ListFile,
  kind: ListKind | TallyList,
  hints: InputHints,
): Generator<ListReport> {
  const { path, columns, cells } = list;
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
  yield {
    path,
    page: file,
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
  const cellsByRow = new Map(cells.map(({ row, cells: own }) => [row, own]));
  for (const [at, record] of list.records.entries()) {
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
    const claims = isTallyList(kind)
      ? tally === undefined
        ? []
        : makeTallyClaims(record, tally, columns, written, kind, own)
      : [makeRowClaim(record, columns, written, kind, own)].filter((claim) => claim !== null);
    const page = `${file}#${record.id}`;
    yield {
      path: `${path}#${record.id}`,
      page,
      document,
      bytes,
      claims,
    };
  }
}
