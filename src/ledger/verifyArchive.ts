/**
 * In: an archive. Out: everything in it that does not agree, by name.
 * Never: repairs anything; says more than it looked at: integrity is not truth.
 */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import { parseCheckpoint } from "../base/checkpoint.ts";
import { Failure } from "../base/failure.ts";
import {
  appendLeaves,
  EMPTY_RANGE,
  type Hash,
  hashLeaf,
  isConsistent,
  isSameHash,
  nodesOfLeaves,
  proveConsistency,
  rootOfRange,
} from "../base/merkle.ts";
import { findSignature, parseNote } from "../base/signedNote.ts";
import { type Archive, isOwnNote, readRecordKeys } from "./archive.ts";
import { readBlob } from "./blobs.ts";
import type { Entry } from "./entryKinds.ts";
import { openEntry, parseLeaf } from "./leaf.ts";
import { TILE_LEVELS } from "./nodes.ts";
import type { Key } from "./seal.ts";

/** One thing that does not agree. */
export type Fault = { readonly where: string; readonly what: string };

export type Verdict = {
  readonly entries: number;
  readonly evidence: number;
  /** Entries whose sealed part was destroyed by erasure. */
  readonly erased: number;
  readonly faults: readonly Fault[];
  /** What an outside checkpoint said, where one was handed in. */
  readonly since: { readonly size: number; readonly holds: boolean } | null;
};

/** Entries looked at together. */
const PAGE = 2_000;

/** Checks every entry, the tree, the checkpoint, all evidence, and that nothing before an older checkpoint changed. */
export async function verifyArchive(
  archive: Archive,
  options: { readonly since: string | null; readonly step: (done: number) => void },
): Promise<Verdict> {
  const faults: Fault[] = [];
  const leaves: Hash[] = [];
  let range = EMPTY_RANGE;
  const nodes = new Map<string, Hash>();
  const missing = new Map<string, number>();
  const destroyed = new Set<string>();
  let evidence = 0;
  let erased = 0;
  for (let from = 0; ; ) {
    const rows = await readRows(archive, from);
    if (rows.length === 0) break;
    const keys = await readRecordKeys(archive, [...new Set(rows.map(({ record }) => record))]);
    for (const row of rows) {
      const at = from++;
      if (row.index !== at) {
        faults.push({ where: `entry ${at}`, what: "is missing" });
        from = row.index + 1;
      }
      leaves.push(hashLeaf(row.leaf));
      const entry = checkEntry(row, keys, faults);
      if (row.sealed === null) {
        erased += 1;
        missing.set(row.record, row.index);
      }
      if (entry?.kind === "record-erased") destroyed.add(entry.body.record);
      if (entry?.kind !== "document-captured") continue;
      evidence += 1;
      checkEvidence(archive, entry, keys.get(entry.record), faults);
    }
    range = appendLeaves(range, leaves.slice(range.size), (level, index, hash) => {
      if (level % TILE_LEVELS === 0) nodes.set(`${level}/${index}`, hash);
    });
    options.step(leaves.length);
  }
  for (const [record, index] of missing)
    if (!destroyed.has(record))
      faults.push({
        where: `entry ${index}`,
        what: "its sealed part is gone, and no entry says that it was erased",
      });
  await checkNodes(archive, nodes, faults);
  await checkHead(archive, range.size, rootOfRange(range), faults);
  const since = options.since === null ? null : checkSince(archive, options.since, leaves, faults);
  return { entries: leaves.length, evidence, erased, faults, since };
}

type Row = {
  readonly index: number;
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly record: string;
  readonly leaf: Uint8Array;
  readonly sealed: Uint8Array | null;
};

async function readRows({ database, workspace }: Archive, from: number): Promise<readonly Row[]> {
  const { rows } =
    await sql<Row>`select index, id, kind, version, record, leaf, sealed from ledger.entries
    where workspace = ${workspace} and index >= ${from} order by index limit ${PAGE}`.execute(
      database,
    );
  return rows;
}

function checkEntry(row: Row, keys: ReadonlyMap<string, Key>, faults: Fault[]): Entry | null {
  const where = `entry ${row.index}`;
  try {
    const leaf = parseLeaf(row.leaf, row.index);
    const isRow =
      leaf.id === row.id &&
      leaf.kind === row.kind &&
      leaf.version === row.version &&
      leaf.record === row.record;
    if (!isRow) faults.push({ where, what: "its columns are not those of its leaf" });
    const key = keys.get(row.record);
    if (row.sealed === null || key === undefined) {
      if (row.sealed !== null || key !== undefined)
        faults.push({ where, what: "only one of its key and its sealed part is there" });
      return null;
    }
    return openEntry(row.leaf, row.sealed, row.index, key);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    faults.push({ where, what: error.message });
    return null;
  }
}

function checkEvidence(
  { folder }: Archive,
  entry: Extract<Entry, { kind: "document-captured" }>,
  key: Key | undefined,
  faults: Fault[],
): void {
  const { blob, sha256, document } = entry.body;
  if (key === undefined) return;
  try {
    const digest = createHash("sha256")
      .update(readBlob(folder, key, blob))
      .digest("hex");
    if (digest === sha256) return;
    faults.push({
      where: `evidence of ${document}`,
      what: "its bytes have another digest than was entered",
    });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    faults.push({ where: `evidence of ${document}`, what: error.message });
  }
}

async function checkNodes(
  { database, workspace }: Archive,
  nodes: ReadonlyMap<string, Hash>,
  faults: Fault[],
): Promise<void> {
  const { rows } = await sql<{ name: string; hash: Uint8Array }>`
    select level || '/' || index as name, hash from ledger.nodes where workspace = ${workspace}`.execute(
    database,
  );
  const stored = new Map(rows.map(({ name, hash }) => [name, hash]));
  for (const name of new Set([...nodes.keys(), ...stored.keys()])) {
    const [made, kept] = [nodes.get(name), stored.get(name)];
    if (made === undefined || kept === undefined || !isSameHash(made, kept))
      faults.push({ where: `tree ${name}`, what: "is not what the entries below it make" });
  }
}

async function checkHead(
  archive: Archive,
  size: number,
  root: Hash,
  faults: Fault[],
): Promise<void> {
  const { rows } = await sql<{ size: number; checkpoint: string | null }>`
    select size, checkpoint from ledger.heads where workspace = ${archive.workspace}`.execute(
    archive.database,
  );
  const [head] = rows;
  if (head?.size !== size)
    faults.push({
      where: "head",
      what: `says ${head?.size ?? "no"} entries where there are ${size}`,
    });
  const note = parseNote(head?.checkpoint ?? "");
  const checkpoint = note === null ? null : parseCheckpoint(note.text);
  if (note === null || checkpoint === null) {
    faults.push({ where: "checkpoint", what: "is missing" });
    return;
  }
  if (!findSignature(note, archive.signer).isValid)
    faults.push({ where: "checkpoint", what: "is not signed by this archive's key" });
  if (checkpoint.size !== size || !isSameHash(checkpoint.root, root))
    faults.push({
      where: "checkpoint",
      what: `signs another tree than that of the ${size} entries`,
    });
}

/** Does the ledger begin with the entries that an older checkpoint signed? */
function checkSince(
  archive: Archive,
  text: string,
  leaves: readonly Hash[],
  faults: Fault[],
): Verdict["since"] {
  const note = parseNote(text);
  const old = note === null ? null : parseCheckpoint(note.text);
  if (note === null || old === null)
    throw new Failure(
      "input-refused",
      "This is no checkpoint; hand in the whole text that sanad checkpoint printed",
    );
  if (old.origin !== archive.signer.name)
    throw new Failure("input-refused", `This checkpoint is of another archive, ${old.origin}`);
  if (!isOwnNote(archive, note))
    faults.push({ where: "handed-in checkpoint", what: "is not signed by this archive's key" });
  const nodes = nodesOfLeaves(leaves);
  const root = rootOfRange(appendLeaves(EMPTY_RANGE, leaves));
  const holds =
    old.size <= leaves.length &&
    (old.size === 0 ||
      isConsistent(
        old.size,
        old.root,
        leaves.length,
        root,
        proveConsistency(old.size, leaves.length, nodes),
      ));
  if (!holds)
    faults.push({
      where: "handed-in checkpoint",
      what: `the ledger does not begin with the ${old.size} entries that it signed`,
    });
  return { size: old.size, holds };
}
