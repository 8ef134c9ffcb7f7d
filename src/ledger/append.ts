/**
 * In: entries. Out: the same in the ledger, in one transaction with the views they change and a signed checkpoint.
 * Never: half of them; over a ledger that moved on since the caller looked.
 */
import { sql } from "kysely";
import { canonicalJson, canonicalObject, type Json } from "../base/canonicalJson.ts";
import { formatCheckpoint, parseCheckpoint } from "../base/checkpoint.ts";
import { Failure } from "../base/failure.ts";
import {
  appendLeaves,
  hashLeaf,
  isSameHash,
  type MerkleRange,
  rootOfRange,
} from "../base/merkle.ts";
import { findSignature, formatNote, parseNote, signNote } from "../base/signedNote.ts";
import {
  type Archive,
  keysChanged,
  readRecordKeys,
  type WrappedKey,
  wrapRecordKey,
} from "./archive.ts";
import { codeOf, type InTransaction } from "./database.ts";
import type { Entry, NewEntry } from "./entryKinds.ts";
import { makeId } from "./ids.ts";
import { putJobsFor } from "./jobs.ts";
import { type SealedEntry, sealEntry } from "./leaf.ts";
import { TILE_LEVELS } from "./nodes.ts";
import { refuseOutdated } from "./outdated.ts";
import { projectEntries } from "./project.ts";
import type { WrittenReadings } from "./projectReadings.ts";
import type { Key } from "./seal.ts";
import { followWithTiles } from "./tiles.ts";

export type AppendOptions = {
  /** Instant of the appending, ISO; leaves carry its day. */
  readonly at: string;
  /** Size the ledger must have; null: whatever it has. */
  readonly expected: number | null;
  /** Keys of the records that begin with these entries, where the caller sealed evidence under them already. */
  readonly keys?: ReadonlyMap<string, WrappedKey>;
  /** Readings among them that are written out already. */
  readonly written?: WrittenReadings;
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
  const appended = await unlessDeadlocked(() =>
    archive.database.transaction().execute((one) => appendWithin(one, archive, entries, options)),
  );
  await followWithTiles(archive);
  return appended;
}

/** Who links people waits for the head at the end, and may hold what this one waits for: nothing was entered, and it is done again. */
async function unlessDeadlocked<T>(enter: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++)
    try {
      return await enter();
    } catch (error) {
      if (codeOf(error) !== DEADLOCK || tries === MOST_TRIES) throw error;
    }
}

const DEADLOCK = "40P01";
const MOST_TRIES = 5;

/**
 * Appends what is made of the ledger as nobody else can change it meanwhile, so that what the entries rest on still holds where
 * they stand; `look` may refuse. For what a person waits for: other writers queue until it is entered.
 */
export async function appendAsSeen(
  archive: Archive,
  look: (seen: Archive) => Promise<readonly NewEntry[]>,
  options: Omit<AppendOptions, "expected">,
): Promise<readonly Entry[]> {
  const appended = await unlessDeadlocked(() =>
    archive.database.transaction().execute(async (one) => {
      await lockHead(one, archive, null);
      const entries = await look({ ...archive, database: one });
      return entries.length === 0
        ? []
        : appendWithin(one, archive, entries, { ...options, expected: null });
    }),
  );
  await followWithTiles(archive);
  return appended;
}

/** Appends entries in a transaction that does more. */
export async function appendWithin(
  one: InTransaction,
  archive: Archive,
  entries: readonly NewEntry[],
  options: AppendOptions,
): Promise<readonly Entry[]> {
  const records = [...new Set(entries.map(({ record }) => record))];
  // The head first: whoever holds it is the only writer, so that no key is taken that an erasure is destroying.
  const head = await lockHead(one, archive, options.expected);
  const known = await readRecordKeys(archive, records, one);
  await refuseErased(one, archive, records, known);
  const made = records
    .filter((record) => !known.has(record))
    .map((record) => ({
      record,
      ...(options.keys?.get(record) ?? wrapRecordKey(archive, record, "searchable")),
    }));
  const keys = new Map([...known, ...made.map(({ record, key }) => [record, key] as const)]);
  const { written = new Map() } = options;
  const on = options.at.slice(0, 10);
  const texts = entries.map((entry) => bodyText(entry, written));
  const sealed = entries.map((entry, at) =>
    sealEntry(entry, texts[at] ?? "", makeId("e"), on, keys.get(entry.record) as Key),
  );
  await growTree(one, archive, head, sealed);
  const first = head.size;
  await insertKeys(one, archive.workspace, made);
  await insertEntries(one, archive.workspace, first, sealed);
  const stored = entries.map(
    (entry, at) =>
      ({
        ...entry,
        // The body as it was sealed: views made again from the entries must be the same to the letter.
        body: isWritten(entry, written) ? entry.body : (JSON.parse(texts[at] ?? "") as unknown),
        index: first + at,
        id: (sealed[at] as SealedEntry).leaf.id,
        on,
      }) as Entry,
  );
  await options.beside?.(one, stored);
  await projectEntries(one, archive.workspace, stored, written);
  await putJobsFor(one, archive.workspace, stored);
  return stored;
}

function isWritten(entry: NewEntry, written: WrittenReadings): boolean {
  return entry.kind === "reading-made" && written.has(entry.body.document);
}

/** The body of an entry as it is sealed; claims that are written out are not looked at again. */
function bodyText({ kind, body }: NewEntry, written: WrittenReadings): string {
  const reading = kind === "reading-made" ? written.get(body.document) : undefined;
  if (reading === undefined) return canonicalJson(body as unknown as Json);
  const texts: Record<string, string> = {};
  for (const key of Object.keys(body) as (keyof typeof body)[])
    texts[key] = key === "claims" ? reading.claims : canonicalJson(body[key] as unknown as Json);
  return canonicalObject(texts);
}

/** Locks the head, so that writers queue, and holds it against the checkpoint that was signed over it. */
async function lockHead(
  one: InTransaction,
  { workspace, signer, keys }: Archive,
  expected: number | null,
): Promise<MerkleRange> {
  const { rows } = await sql<{
    size: number;
    peaks: Uint8Array[];
    checkpoint: string | null;
    keys: number;
  }>`
    select size, peaks, checkpoint, keys from ledger.heads where workspace = ${workspace} for update`.execute(
    one,
  );
  const [head] = rows;
  if (head === undefined) throw new Failure("not-found", "The database holds no such archive");
  if (head.keys !== keys.generation) throw keysChanged();
  await refuseOutdated(one, workspace);
  if (expected !== null && head.size !== expected)
    throw new Failure(
      "conflict",
      `The ledger has ${head.size} entries, not ${expected}; nothing was written`,
    );
  if (head.size === 0 && head.checkpoint === null) return head;
  const note = parseNote(head.checkpoint ?? "");
  const signed = note === null ? null : parseCheckpoint(note.text);
  const holds =
    note !== null &&
    signed !== null &&
    signed.size === head.size &&
    isSameHash(signed.root, rootOfRange(head)) &&
    findSignature(note, signer).isValid;
  if (!holds)
    throw new Failure(
      "integrity",
      "The head of the ledger is not what its checkpoint signed; nothing was written. sanad verify says more",
    );
  return head;
}

/** A record whose key was destroyed takes nothing more. */
async function refuseErased(
  one: InTransaction,
  { workspace }: Archive,
  records: readonly string[],
  known: ReadonlyMap<string, Key>,
): Promise<void> {
  const missing = records.filter((record) => !known.has(record));
  const { rows } = await sql`select 1 from ledger.record_keys
    where workspace = ${workspace} and record = any(${missing}) limit 1`.execute(one);
  if (rows.length > 0)
    throw new Failure("conflict", "What this is about was erased meanwhile; nothing was written");
}

/** Moves the head on over sealed entries and signs it. */
async function growTree(
  one: InTransaction,
  { workspace, signer }: Archive,
  head: MerkleRange,
  sealed: readonly SealedEntry[],
): Promise<void> {
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

async function insertKeys(
  one: InTransaction,
  workspace: string,
  made: readonly (WrappedKey & { readonly record: string })[],
): Promise<void> {
  if (made.length === 0) return;
  await sql`insert into ledger.record_keys select ${workspace}, record, class, epoch, wrapped from unnest(
    ${made.map(({ record }) => record)}::text[], ${made.map((key) => key.class)}::text[],
    ${made.map(({ epoch }) => epoch)}::int[], ${made.map(({ wrapped }) => wrapped)}::bytea[]
  ) as one(record, class, epoch, wrapped)`.execute(one);
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
