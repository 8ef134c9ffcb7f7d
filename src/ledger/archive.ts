/** An open archive: its folder, its database sessions and the keys in memory. */
import { sql } from "kysely";
import { findSignature, makeSigner, type NoteSigner, type SignedNote } from "../base/signedNote.ts";
import { Failure } from "../base/failure.ts";
import type { BlobStore } from "./blobStore.ts";
import type { Database, InTransaction } from "./database.ts";
import { type OwnKeys, readOwnKeys } from "./ownKeys.ts";
import { deriveKey, type Key, makeKey, open, seal } from "./seal.ts";

/** Searchable: needed in plain text for search. Sealed: witnesses, contacts, testimony; in no index, log or file in clear. */
export type RecordClass = "searchable" | "sealed";

export type Archive = {
  readonly folder: string;
  readonly workspace: string;
  readonly database: Database;
  /** Where its evidence is. */
  readonly blobs: BlobStore;
  readonly signer: NoteSigner;
  readonly keys: ArchiveKeys;
};

/** Keys in memory; class keys by class and epoch. */
export type ArchiveKeys = {
  readonly master: Key;
  /** Names files of evidence and recognises bytes that came before. */
  readonly capture: Key;
  readonly classKeys: ReadonlyMap<string, Key>;
  /** What signs, and what signed before. */
  readonly own: OwnKeys;
  /** How often the keys had changed when they were read. */
  readonly generation: number;
};

/** What signs checkpoints. */
export function signerOf(origin: string, { own }: ArchiveKeys): NoteSigner {
  return makeSigner(origin, own.seed);
}

/** Did the archive sign this note, with its present key or one that signed over to it? */
export function isOwnNote({ signer, keys }: Archive, note: SignedNote): boolean {
  return [signer, ...keys.own.past].some((key) => findSignature(note, key).isValid);
}

/** What opens the entries of an archive and their evidence, where that is all somebody does. */
export type Opening = Pick<Archive, "workspace" | "database" | "blobs"> & {
  readonly keys: ClassKeys;
};
export type ClassKeys = Pick<ArchiveKeys, "classKeys">;

/** Reads the keys of an archive; throws `integrity` where the master key is another. */
export async function readKeys(
  database: Database,
  workspace: string,
  origin: string,
  master: Key,
): Promise<ArchiveKeys> {
  // First: where the keys change meanwhile, the generation is the one before, and nothing is written with them.
  const heads = await sql<{ keys: number }>`
    select keys from ledger.heads where workspace = ${workspace}`.execute(database);
  const { rows } = await sql<{ class: string; epoch: number; wrapped: Uint8Array }>`
    select class, epoch, wrapped from ledger.class_keys where workspace = ${workspace}`.execute(
    database,
  );
  const wrapping = deriveKey(master, "class-keys");
  const classKeys = new Map(
    rows.map(({ class: name, epoch, wrapped }) => [
      `${name} ${epoch}`,
      open(wrapping, wrapped, placeOfClass(workspace, name, epoch)),
    ]),
  );
  const own = await readOwnKeys(database, workspace, origin, master);
  return {
    master,
    capture: own.capture,
    classKeys,
    own,
    generation: heads.rows[0]?.keys ?? 0,
  };
}

/** Keeps class keys under a master key, whatever they were kept under before. */
export async function storeClassKeys(
  one: InTransaction,
  workspace: string,
  classKeys: ReadonlyMap<string, Key>,
  master: Key,
): Promise<void> {
  const wrapping = deriveKey(master, "class-keys");
  for (const [key, value] of classKeys) {
    const [name = "", epoch = ""] = key.split(" ");
    const wrapped = seal(wrapping, value, placeOfClass(workspace, name, Number(epoch)));
    await sql`insert into ledger.class_keys values (${workspace}, ${name}, ${Number(epoch)}, ${wrapped})
      on conflict (workspace, class, epoch) do update set wrapped = excluded.wrapped`.execute(one);
  }
}

function placeOfClass(workspace: string, name: string, epoch: number): string {
  return `${workspace}/${name}/${epoch}`;
}

/** The class keys with a new one of each class, which records made from now on are wrapped by. */
export function withNextEpoch(keys: ArchiveKeys): ReadonlyMap<string, Key> {
  const next = CLASSES.map(
    (name) => [`${name} ${newestEpoch(keys, name) + 1}`, makeKey()] as const,
  );
  return new Map([...keys.classKeys, ...next]);
}

/** The first key of each class. */
export function firstClassKeys(): ReadonlyMap<string, Key> {
  return new Map(CLASSES.map((name) => [`${name} 1`, makeKey()] as const));
}

export const CLASSES: readonly RecordClass[] = ["searchable", "sealed"];

/** A record's key, as it is used and as it is kept. */
export type WrappedKey = {
  readonly key: Key;
  readonly class: RecordClass;
  readonly epoch: number;
  readonly wrapped: Uint8Array;
};

/** A new record's key, wrapped under the newest key of its class. */
export function wrapRecordKey(archive: Archive, record: string, name: RecordClass): WrappedKey {
  return rewrapRecordKey(archive, record, name, makeKey());
}

/** A record's key under the newest key of its class. */
export function rewrapRecordKey(
  { keys, workspace }: Archive,
  record: string,
  name: RecordClass,
  key: Key,
): WrappedKey {
  const epoch = newestEpoch(keys, name);
  const wrapped = seal(classKey(keys, name, epoch), key, `${workspace}/${record}`);
  return { key, class: name, epoch, wrapped };
}

/** Keys of records; those that were erased are missing. One that does not open is told of, else thrown. */
export async function readRecordKeys(
  { database, workspace, keys }: Pick<Opening, "database" | "workspace" | "keys">,
  records: readonly string[],
  within: Database = database,
  onFault: ((record: string, why: string) => void) | null = null,
): Promise<Map<string, Key>> {
  const { rows } = await sql<KeyRow>`
    select record, class, epoch, wrapped from ledger.record_keys
    where workspace = ${workspace} and record = any(${records})`.execute(within);
  const found = new Map<string, Key>();
  for (const row of rows) {
    try {
      const key = openRecordKey({ workspace, keys }, row);
      if (key !== null) found.set(row.record, key);
    } catch (error) {
      if (onFault === null || !(error instanceof Failure)) throw error;
      const missing = noKey(row.class, row.epoch);
      // Who looks for faults has seen that the keys are those it read.
      onFault(row.record, error.code === "integrity" ? error.message : missing.message);
    }
  }
  return found;
}

/** A record's key as it is kept. */
export type KeyRow = {
  readonly record: string;
  readonly class: RecordClass;
  readonly epoch: number;
  readonly wrapped: Uint8Array | null;
};

/** A record's key; null where it was destroyed. Throws `integrity` where it does not open. */
export function openRecordKey(
  { workspace, keys }: Pick<Opening, "workspace" | "keys">,
  { record, class: name, epoch, wrapped }: KeyRow,
): Key | null {
  return wrapped === null
    ? null
    : open(classKey(keys, name, epoch), wrapped, `${workspace}/${record}`);
}

/** The epoch whose key new records of a class are wrapped by. */
export function newestEpoch(keys: ClassKeys, name: RecordClass): number {
  const epochs = [...keys.classKeys.keys()].filter((key) => key.startsWith(`${name} `));
  return Math.max(...epochs.map((key) => Number(key.split(" ")[1])));
}

/** Another Sanad went on with the archive in a way that this one does not know. */
export function isNewer(): Failure {
  return new Failure("unavailable", "This archive was used by a newer Sanad; update it");
}

/** Somebody replaced the keys after this program had read them. */
export function keysChanged(): Failure {
  return new Failure(
    "conflict",
    "The keys of the archive were replaced meanwhile; start the command again",
  );
}

function classKey(keys: ClassKeys, name: string, epoch: number): Key {
  const key = keys.classKeys.get(`${name} ${epoch}`);
  if (key !== undefined) return key;
  if (epoch > newestEpoch(keys, name as RecordClass)) throw keysChanged();
  throw noKey(name, epoch);
}

function noKey(name: string, epoch: number): Failure {
  return new Failure("integrity", `The key of ${name} records, epoch ${epoch}, is missing`);
}
