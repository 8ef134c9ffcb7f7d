/** An open archive: its folder, its database sessions and the keys in memory. */
import { sql } from "kysely";
import { makeSigner, type NoteSigner } from "../base/signedNote.ts";
import { Failure } from "../base/failure.ts";
import type { Database, InTransaction } from "./database.ts";
import { deriveKey, type Key, makeKey, open, seal } from "./seal.ts";

/** Searchable: needed in plain text for search. Sealed: witnesses, contacts, testimony; in no index, log or file in clear. */
export type RecordClass = "searchable" | "sealed";

export type Archive = {
  readonly folder: string;
  readonly workspace: string;
  readonly database: Database;
  readonly signer: NoteSigner;
  readonly keys: ArchiveKeys;
};

/** Keys derived from the master key; class keys by class and epoch. */
export type ArchiveKeys = {
  readonly master: Key;
  /** Names files of evidence and recognises bytes that came before. */
  readonly capture: Key;
  readonly classKeys: ReadonlyMap<string, Key>;
};

/** What signs checkpoints: derived from the master key, so that a backup of the keys is a backup of it too. */
export function signerOf(origin: string, master: Key): NoteSigner {
  return makeSigner(origin, deriveKey(master, "checkpoint"));
}

/** Reads the class keys of an archive. */
export async function readKeys(
  database: Database,
  workspace: string,
  master: Key,
): Promise<ArchiveKeys> {
  const { rows } = await sql<{ class: string; epoch: number; wrapped: Uint8Array }>`
    select class, epoch, wrapped from ledger.class_keys where workspace = ${workspace}`.execute(
    database,
  );
  const wrapping = deriveKey(master, "class-keys");
  const classKeys = new Map(
    rows.map(({ class: name, epoch, wrapped }) => [
      `${name} ${epoch}`,
      open(wrapping, wrapped, `${workspace}/${name}/${epoch}`),
    ]),
  );
  return { master, capture: deriveKey(master, "capture"), classKeys };
}

/** Makes the first key of each class. */
export async function makeClassKeys(
  one: InTransaction,
  workspace: string,
  master: Key,
): Promise<void> {
  const wrapping = deriveKey(master, "class-keys");
  for (const name of ["searchable", "sealed"] as const) {
    const wrapped = seal(wrapping, makeKey(), `${workspace}/${name}/1`);
    await sql`insert into ledger.class_keys values (${workspace}, ${name}, 1, ${wrapped})`.execute(
      one,
    );
  }
}

/** A record's key, as it is used and as it is kept. */
export type WrappedKey = {
  readonly key: Key;
  readonly class: RecordClass;
  readonly epoch: number;
  readonly wrapped: Uint8Array;
};

/** A new record's key, wrapped under the newest key of its class. */
export function wrapRecordKey(
  { keys, workspace }: Archive,
  record: string,
  name: RecordClass,
): WrappedKey {
  const epoch = newestEpoch(keys, name);
  const key = makeKey();
  return {
    key,
    class: name,
    epoch,
    wrapped: seal(classKey(keys, name, epoch), key, `${workspace}/${record}`),
  };
}

/** Keys of records; those that were erased are missing. */
export async function readRecordKeys(
  { database, workspace, keys }: Archive,
  records: readonly string[],
  within: Database = database,
): Promise<Map<string, Key>> {
  const { rows } = await sql<{
    record: string;
    class: RecordClass;
    epoch: number;
    wrapped: Uint8Array | null;
  }>`
    select record, class, epoch, wrapped from ledger.record_keys
    where workspace = ${workspace} and record = any(${records})`.execute(within);
  return new Map(
    rows.flatMap(({ record, class: name, epoch, wrapped }) =>
      wrapped === null
        ? []
        : [[record, open(classKey(keys, name, epoch), wrapped, `${workspace}/${record}`)] as const],
    ),
  );
}

function newestEpoch(keys: ArchiveKeys, name: RecordClass): number {
  const epochs = [...keys.classKeys.keys()].filter((key) => key.startsWith(`${name} `));
  return Math.max(...epochs.map((key) => Number(key.split(" ")[1])));
}

function classKey(keys: ArchiveKeys, name: string, epoch: number): Key {
  const key = keys.classKeys.get(`${name} ${epoch}`);
  if (key === undefined)
    throw new Failure("integrity", `The key of ${name} records, epoch ${epoch}, is missing`);
  return key;
}
