/**
 * The list of what was erased, as a file: random ids of records, with a keyed hash over them. It tells nobody anything, may
 * lie beside backups, and a backup that was made before an erasure loses the record again when it is restored with it.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { canonicalJson } from "../base/canonicalJson.ts";
import { Failure } from "../base/failure.ts";
import { type Archive, readRecordKeys } from "./archive.ts";
import type { Database } from "./database.ts";
import { writeWhole } from "./durable.ts";
import { openEntry } from "./leaf.ts";
import { deriveKey, type Key, keyedHash } from "./seal.ts";

export type Erasures = {
  readonly format: "sanad-erasures/1";
  readonly origin: string;
  readonly records: readonly string[];
  /** HMAC of the lines above under a key of the archive, base64. */
  readonly mac: string;
};

export const ERASURES_FILE = "erasures.json";

/** Records whose erasure is entered; where such an entry does not open, also all whose key is destroyed. */
export async function erasedRecords(
  archive: Archive,
  within: Database = archive.database,
): Promise<readonly string[]> {
  const { rows } = await sql<{
    index: number;
    record: string;
    leaf: Uint8Array;
    sealed: Uint8Array | null;
  }>`
    select index, record, leaf, sealed from ledger.entries
    where workspace = ${archive.workspace} and kind = 'record-erased' order by index`.execute(
    within,
  );
  const unopened: string[] = [];
  const keys = await readRecordKeys(
    archive,
    [...new Set(rows.map(({ record }) => record))],
    within,
    (record) => unopened.push(record),
  );
  const told = rows.flatMap(({ index, record, leaf, sealed }) => {
    const key = keys.get(record);
    if (key === undefined || sealed === null) return [];
    try {
      const entry = openEntry(leaf, sealed, index, key);
      return entry.kind === "record-erased" ? [entry.body.record] : [];
    } catch {
      unopened.push(record);
      return [];
    }
  });
  if (unopened.length === 0) return told;
  const destroyed = await sql<{ record: string }>`select record from ledger.record_keys
    where workspace = ${archive.workspace} and wrapped is null order by record`.execute(within);
  return [...new Set([...told, ...destroyed.rows.map(({ record }) => record)])];
}

/** Writes the list into the archive's folder; answers with it. */
export async function writeErasures(archive: Archive): Promise<Erasures> {
  const list = makeErasures(archive, await erasedRecords(archive));
  writeWhole(join(archive.folder, ERASURES_FILE), Buffer.from(formatErasures(list)));
  return list;
}

/** Writes the list again where somebody took it away: beside a backup it is what keeps from the archive what was erased since. */
export async function restoreList(archive: Archive): Promise<void> {
  const { folder, database, workspace } = archive;
  if (existsSync(join(folder, ERASURES_FILE))) return;
  const { rows } =
    await sql`select 1 from view.erased where workspace = ${workspace} limit 1`.execute(database);
  if (rows.length > 0) await writeErasures(archive);
}

/** The list as a file holds it. */
export function formatErasures(list: Erasures): string {
  return `${JSON.stringify(list, null, 2)}\n`;
}

function makeErasures({ keys, signer }: Archive, records: readonly string[]): Erasures {
  const said = { format: "sanad-erasures/1", origin: signer.name, records } as const;
  return { ...said, mac: macOf(keys.capture, said) };
}

/** Reads a list, or that of an archive's folder; null where there is none. Throws `input-refused` where it is no list. */
export function readErasures(path: string): Erasures | null {
  const file = existsSync(join(path, ERASURES_FILE)) ? join(path, ERASURES_FILE) : path;
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) throw refuse();
    return null;
  }
  if (!isErasures(value)) throw refuse();
  return value;
}

/** Was the list made by the archive with this key? */
export function isOwnList(capture: Key, { mac, ...said }: Erasures): boolean {
  return macOf(capture, said) === mac;
}

function macOf(capture: Key, { format, origin, records }: Omit<Erasures, "mac">): string {
  const text = canonicalJson({ format, origin, records });
  return Buffer.from(keyedHash(deriveKey(capture, "erasures"), text)).toString("base64");
}

function isErasures(value: unknown): value is Erasures {
  if (typeof value !== "object" || value === null) return false;
  const { format, origin, records, mac } = value as Readonly<Record<string, unknown>>;
  return (
    format === "sanad-erasures/1" &&
    typeof origin === "string" &&
    typeof mac === "string" &&
    Array.isArray(records) &&
    records.every((record) => typeof record === "string")
  );
}

function refuse(): Failure {
  return new Failure(
    "input-refused",
    "This is no list of erasures; it is the file erasures.json in the archive's folder",
  );
}
