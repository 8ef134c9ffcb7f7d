/**
 * A backup as lines of JSON: a head, the rows of the ledger's tables, the evidence, and a last line with the number of lines
 * and the digest of all before it, so that one that was cut short or changed is seen. Views are not in it: they are made again.
 */
import { createHash } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import { Failure } from "../base/failure.ts";
import { type Archive, readRecordKeys } from "./archive.ts";
import { refuseErasedSince, sizeSeen } from "./backups.ts";
import { isSealedBlob } from "./blobs.ts";
import type { InTransaction } from "./database.ts";
import type { Keyring } from "./keyring.ts";

/** The first has evidence in one line each, the first two no backups that were made before; an older Sanad knows what it cannot read. */
export const BACKUP_FORMATS = ["sanad-backup/1", "sanad-backup/2", "sanad-backup/3"] as const;
type BackupFormat = (typeof BACKUP_FORMATS)[number];

/** First line. Holds no secret: the keys in it are wrapped. */
export type BackupHead = {
  readonly format: BackupFormat;
  readonly workspace: string;
  readonly origin: string;
  readonly madeAt: string;
  /** Random name, by which an erasure tells that this backup still holds what it destroyed. */
  readonly id?: string;
  readonly keyring: Keyring;
  /** Names of evidence that could not be read where the backup was made, and is not in it. */
  readonly missing?: readonly string[];
};

/** One row, or a file or part of one, in order; bytes are base64. */
export type BackupLine =
  | { readonly table: string; readonly row: Readonly<Record<string, unknown>> }
  | {
      readonly blob: string;
      readonly data: string;
      /** Where the part begins and how long the file is; a file without them is whole. */
      readonly at?: number;
      readonly size?: number;
    };

/** Bytes of evidence in one line: a string has an end, and base64 has four letters for three. */
const PART_BYTES = 48 * 2 ** 20;

/** What a column has that a backup of an earlier version does not know. */
type Table = {
  readonly name: string;
  readonly order: string;
  readonly defaults?: Readonly<Record<string, unknown>>;
};

/** Tables in the order in which they are put back. */
export const TABLES: readonly Table[] = [
  { name: "heads", order: "workspace", defaults: { keys: 1 } },
  { name: "class_keys", order: "class, epoch" },
  { name: "own_keys", order: "name, number" },
  { name: "record_keys", order: "record" },
  { name: "entries", order: "index" },
  { name: "nodes", order: "level, index" },
  { name: "captures", order: "mac" },
  { name: "pages", order: "mac, index" },
  { name: "blobs", order: "name" },
  { name: "backups", order: "id" },
];

const ROWS_AT_A_TIME = 500;
const NAMES_AT_A_TIME = 5_000;

type LineOptions = {
  readonly step: (lines: number) => void;
  readonly bytes?: number;
  /** Told of evidence that does not open: it stands in the backup as it is. */
  readonly onDamaged?: (name: string) => void;
};

/** A piece of evidence and the record whose key seals it. */
type Piece = { readonly name: string; readonly record: string };

/** Lines of a backup, as one state of the database has them. */
export async function* backupLines(
  archive: Archive,
  one: InTransaction,
  head: Omit<BackupHead, "format">,
  { step, bytes: partBytes = PART_BYTES, onDamaged = () => undefined }: LineOptions,
): AsyncGenerator<string> {
  const hash = createHash("sha256");
  let lines = 0;
  const line = (value: unknown): string => {
    const text = `${JSON.stringify(value)}\n`;
    hash.update(text);
    lines += 1;
    step(lines);
    return text;
  };
  yield line({ format: "sanad-backup/3", ...head } satisfies BackupHead);
  const own = sql`where workspace = ${sql.lit(archive.workspace)}`;
  for (const { name, order } of TABLES) {
    const query = sql`select to_jsonb(t) as value from ${sql.raw(`ledger.${name}`)} t ${own} order by ${sql.raw(order)}`;
    for await (const row of readRows<Record<string, unknown>>(one, query, ROWS_AT_A_TIME))
      yield line({ table: name, row });
  }
  for await (const { name, bytes } of readPieces(archive, one, head.missing ?? [], onDamaged)) {
    const size = bytes.length;
    for (let at = 0; at === 0 || at < size; at += partBytes) {
      const data = bytes.subarray(at, at + partBytes).toString("base64");
      yield line(size > partBytes ? { blob: name, data, at, size } : { blob: name, data });
    }
  }
  yield `${JSON.stringify({ end: { lines, sha256: hash.digest("hex") } })}\n`;
}

/** The evidence but for what is missing, each piece opened with its record's key, as far as that opens itself. */
async function* readPieces(
  archive: Archive,
  one: InTransaction,
  missing: readonly string[],
  onDamaged: (name: string) => void,
): AsyncGenerator<{ readonly name: string; readonly bytes: Buffer }> {
  const left = new Set(missing);
  for (let after: string | undefined = ""; after !== undefined; ) {
    const { rows: page }: { rows: Piece[] } = await sql<Piece>`select name, record from ledger.blobs
      where workspace = ${archive.workspace} and name > ${after} order by name limit ${PIECES_AT_A_TIME}`.execute(
      one,
    );
    after = page.at(-1)?.name;
    const records = [...new Set(page.map(({ record }) => record))];
    const keys = await readRecordKeys(archive, records, one, () => undefined);
    for (const { name, record } of page) {
      if (left.has(name)) continue;
      const key = keys.get(record);
      const isWhole = (bytes: Buffer): boolean =>
        key === undefined || isSealedBlob(key, bytes, name);
      let bytes = await readEvidence(archive, one, name);
      // What came over a network may be whole the second time.
      if (!isWhole(bytes)) bytes = await readEvidence(archive, one, name);
      if (!isWhole(bytes)) onDamaged(name);
      yield { name, bytes };
    }
  }
}

const PIECES_AT_A_TIME = 500;

async function readEvidence(archive: Archive, one: InTransaction, name: string): Promise<Buffer> {
  try {
    return Buffer.from(await archive.blobs.read(name));
  } catch (error) {
    if (!isGone(error)) throw error;
    await refuseErasedSince(archive, await sizeSeen(one, archive.workspace));
    throw new Failure(
      "integrity",
      `Evidence ${name.slice(0, 12)} is missing, and no backup was written; sanad verify says of which report. sanad backup --without-missing saves the rest`,
      { cause: error },
    );
  }
}

/** It is not there, or the disk does not give it. A store that does not answer is another matter. */
function isGone(error: unknown): boolean {
  const isMissing = error instanceof Failure && error.code === "not-found";
  return isMissing || (error instanceof Error && "code" in error && error.code === "EIO");
}

/** Names of the evidence that cannot be read, of all that one state of the database names. */
export async function findMissing(
  { workspace, blobs }: Archive,
  one: InTransaction,
): Promise<readonly string[]> {
  const query = sql`select name as value from ledger.blobs where workspace = ${sql.lit(workspace)} order by name`;
  const missing: string[] = [];
  for await (const name of readRows<string>(one, query, NAMES_AT_A_TIME)) {
    const isThere = await blobs.read(name).then(
      () => true,
      (error: unknown) => {
        if (isGone(error)) return false;
        throw error;
      },
    );
    if (!isThere) missing.push(name);
  }
  return missing;
}

/** The documents whose evidence these are. */
export async function documentsOfEvidence(
  { database, workspace }: Archive,
  names: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ document: string }>`
    select distinct d.document from ledger.blobs b
    join view.documents d on d.workspace = b.workspace and d.record = b.record and d.valid_to is null
    where b.workspace = ${workspace} and b.name = any(${names as string[]}) order by 1`.execute(
    database,
  );
  return rows.map(({ document }) => document);
}

/** Rows of a query, some at a time, in the order of an index however many there are. */
async function* readRows<Value>(
  one: InTransaction,
  query: RawBuilder<unknown>,
  together: number,
): AsyncGenerator<Value> {
  await sql`declare lines no scroll cursor for ${query}`.execute(one);
  for (;;) {
    const { rows } = await sql<{
      value: Value;
    }>`fetch ${sql.raw(String(together))} from lines`.execute(one);
    for (const { value } of rows) yield value;
    if (rows.length < together) break;
  }
  await sql`close lines`.execute(one);
}

/** Reads lines back and checks them; throws `integrity` where the backup is not whole. The head comes first. */
export async function* checkedLines(
  lines: AsyncIterable<string>,
): AsyncGenerator<BackupHead | BackupLine> {
  const hash = createHash("sha256");
  let count = 0;
  let isEnded = false;
  for await (const text of lines) {
    if (isEnded) throw notWhole();
    const value = parse(text);
    if (value.end !== undefined) {
      if (value.end.lines !== count || value.end.sha256 !== hash.digest("hex")) throw notWhole();
      isEnded = true;
      continue;
    }
    hash.update(`${text}\n`);
    count += 1;
    yield value as unknown as BackupHead | BackupLine;
  }
  if (!isEnded) throw notWhole();
}

/** Puts a row back; the tables are those of this file, so no name comes from the backup. */
export async function insertRow(
  one: InTransaction,
  line: Extract<BackupLine, { readonly table: string }>,
  workspace: string,
): Promise<void> {
  const table = TABLES.find(({ name }) => name === line.table);
  // A row of another archive would be written into that one.
  if (table === undefined || line.row["workspace"] !== workspace) throw notWhole();
  const name = sql.raw(`ledger.${table.name}`);
  await sql`insert into ${name} select * from jsonb_populate_record(null::${name}, ${JSON.stringify({ ...table.defaults, ...line.row })}::jsonb)`.execute(
    one,
  );
}

function parse(text: string): {
  readonly end?: { readonly lines: number; readonly sha256: string };
} {
  try {
    return JSON.parse(text) as { end?: { lines: number; sha256: string } };
  } catch (error) {
    throw notWhole(error);
  }
}

/** What a backup is refused with that was cut short or changed. */
export function notWhole(cause?: unknown): Failure {
  const message = "This backup is not whole: it was cut short or changed; nothing was restored";
  return new Failure("integrity", message, { cause });
}
