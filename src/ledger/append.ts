/**
 * In: entries. Out: the same in the ledger, in one transaction with the views they change and a signed checkpoint.
 * Never: half of them; over a ledger that moved on since the caller looked.
 */
import { sql } from "kysely";
import { formatCheckpoint } from "../base/checkpoint.ts";
import { Failure } from "../base/failure.ts";
import { appendLeaves, hashLeaf, rootOfRange } from "../base/merkle.ts";
import { formatNote, signNote } from "../base/signedNote.ts";
import { type Archive, readRecordKeys, type WrappedKey, wrapRecordKey } from "./archive.ts";
import type { InTransaction } from "./database.ts";
import type { Entry, NewEntry } from "./entryKinds.ts";
import { makeId } from "./ids.ts";
import { type SealedEntry, sealEntry } from "./leaf.ts";
import { TILE_LEVELS } from "./nodes.ts";
import { projectEntries } from "./project.ts";
import type { Key } from "./seal.ts";

export type AppendOptions = {
  /** Instant of the appending, ISO; leaves carry its day. */
  readonly at: string;
  /** Size the ledger must have; null: whatever it has. */
  readonly expected: number | null;
  /** Keys of the records that begin with these entries, where the caller sealed evidence under them already. */
  readonly keys?: ReadonlyMap<string, WrappedKey>;
  /** Runs in the same transaction, before the entries are seen. */
  readonly beside?: (one: InTransaction, entries: readonly Entry[]) => Promise<void>;
};

/** Appends entries; answers with them as they stand in the ledger. Throws `conflict` where the size is another. */
export async function appendEntries(
  archive: Archive,
  entries: readonly NewEntry[],
  options: AppendOptions,
): Promise<readonly Entry[]> {
  if (entries.length === 0) return [];
  const records = [...new Set(entries.map(({ record }) => record))];
  const known = await readRecordKeys(archive, records);
  const made = records
    .filter((record) => !known.has(record))
    .map((record) => ({
      record,
      ...(options.keys?.get(record) ?? wrapRecordKey(archive, record, "searchable")),
    }));
  const keys = new Map([...known, ...made.map(({ record, key }) => [record, key] as const)]);
  const sealed = entries.map((entry) =>
    sealEntry(entry, makeId("e"), options.at.slice(0, 10), keys.get(entry.record) as Key),
  );
  return archive.database.transaction().execute(async (one) => {
    const first = await growTree(one, archive, sealed, options.expected);
    for (const { record, class: name, epoch, wrapped } of made)
      await sql`insert into ledger.record_keys values
        (${archive.workspace}, ${record}, ${name}, ${epoch}, ${wrapped})`.execute(one);
    await insertEntries(one, archive.workspace, first, sealed);
    const stored = entries.map(
      (entry, at) =>
        ({
          ...entry,
          index: first + at,
          id: (sealed[at] as SealedEntry).leaf.id,
          on: options.at.slice(0, 10),
        }) as Entry,
    );
    await options.beside?.(one, stored);
    await projectEntries(one, archive.workspace, stored);
    return stored;
  });
}

/** Locks the head, so that writers queue, and moves it on; answers with the index of the first new entry. */
async function growTree(
  one: InTransaction,
  { workspace, signer }: Archive,
  sealed: readonly SealedEntry[],
  expected: number | null,
): Promise<number> {
  const { rows } = await sql<{ size: number; peaks: Uint8Array[] }>`
    select size, peaks from ledger.heads where workspace = ${workspace} for update`.execute(one);
  const [head] = rows;
  if (head === undefined) throw new Failure("not-found", "The database holds no such archive");
  if (expected !== null && head.size !== expected)
    throw new Failure(
      "conflict",
      `The ledger has ${head.size} entries, not ${expected}; nothing was written`,
    );
  const nodes: { level: number; index: number; hash: Uint8Array }[] = [];
  const grown = appendLeaves(
    head,
    sealed.map(({ bytes }) => hashLeaf(bytes)),
    (level, index, hash) => {
      if (level % TILE_LEVELS === 0) nodes.push({ level, index, hash });
    },
  );
  await insertNodes(one, workspace, nodes);
  const text = formatCheckpoint({
    origin: signer.name,
    size: grown.size,
    root: rootOfRange(grown),
  });
  const checkpoint = formatNote({ text, signatures: [signNote(text, signer)] });
  await sql`update ledger.heads set size = ${grown.size}, peaks = ${grown.peaks as Uint8Array[]}, checkpoint = ${checkpoint}
    where workspace = ${workspace}`.execute(one);
  return head.size;
}

async function insertNodes(
  one: InTransaction,
  workspace: string,
  nodes: readonly { readonly level: number; readonly index: number; readonly hash: Uint8Array }[],
): Promise<void> {
  if (nodes.length === 0) return;
  await sql`insert into ledger.nodes select ${workspace}, level, index, hash from unnest(
    ${nodes.map(({ level }) => level)}::smallint[], ${nodes.map(({ index }) => index)}::bigint[],
    ${nodes.map(({ hash }) => hash)}::bytea[]
  ) as one(level, index, hash)`.execute(one);
}

async function insertEntries(
  one: InTransaction,
  workspace: string,
  first: number,
  sealed: readonly SealedEntry[],
): Promise<void> {
  const column = <T>(pick: (entry: SealedEntry) => T): T[] => sealed.map(pick);
  await sql`insert into ledger.entries (workspace, index, id, kind, version, record, leaf, sealed)
    select ${workspace}, ${first}::bigint + at - 1, id, kind, version, record, leaf, sealed
    from unnest(
      ${column(({ leaf }) => leaf.id)}::text[],
      ${column(({ leaf }) => leaf.kind)}::text[],
      ${column(({ leaf }) => leaf.version)}::smallint[],
      ${column(({ leaf }) => leaf.record)}::text[],
      ${column(({ bytes }) => bytes)}::bytea[],
      ${column((entry) => entry.sealed)}::bytea[]
    ) with ordinality as one(id, kind, version, record, leaf, sealed, at)`.execute(one);
}
