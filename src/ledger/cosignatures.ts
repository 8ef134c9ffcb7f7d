/**
 * Cosigners: others who saw a checkpoint, held it against the one they saw before, and signed it with their time
 * (https://c2sp.org/tlog-cosignature). Whom this archive trusts, and what they signed, are entries.
 */
import { sql } from "kysely";
import { type Checkpoint, parseCheckpoint } from "../base/checkpoint.ts";
import { Failure } from "../base/failure.ts";
import { type Hash, isSameHash, proveConsistency, rootOf } from "../base/merkle.ts";
import {
  findSignature,
  type NoteKey,
  parseKey,
  parseNote,
  type SignedNote,
} from "../base/signedNote.ts";
import { type Archive, isOwnNote, readRecordKeys } from "./archive.ts";
import type { Entry } from "./entryKinds.ts";
import { openEntry } from "./leaf.ts";
import { withNodes } from "./nodes.ts";
import { readSize } from "./views.ts";

/** A trusted cosigner and the newest checkpoint of this archive that they signed. */
export type Cosigner = {
  readonly name: string;
  readonly key: string;
  readonly seen: { readonly size: number; readonly at: string; readonly note: string } | null;
};

/** The cosigners that are trusted now, in the order in which they came. */
export async function readCosigners(archive: Archive): Promise<readonly Cosigner[]> {
  const cosigners = new Map<string, Cosigner>();
  for (const entry of await readEntries(archive)) {
    if (entry.kind === "cosigner-trusted") {
      const { key, isTrusted } = entry.body;
      if (isTrusted) cosigners.set(key, { name: nameOf(key), key, seen: null });
      else cosigners.delete(key);
    }
    if (entry.kind !== "checkpoint-cosigned") continue;
    const { key, size, seenAt, note } = entry.body;
    const known = cosigners.get(key);
    if (known !== undefined && size >= (known.seen?.size ?? 0))
      cosigners.set(key, { ...known, seen: { size, at: seenAt, note } });
  }
  return [...cosigners.values()];
}

/** A checkpoint of this archive that others signed, read and held against the ledger. */
export type Cosigned = {
  readonly note: SignedNote;
  readonly checkpoint: Checkpoint;
  /** Trusted cosigners whose signature it bears, with the time they vouch for. */
  readonly by: readonly { readonly key: string; readonly name: string; readonly at: string }[];
};

/** Reads a cosigned checkpoint; throws `input-refused` where it is none of this archive's, or nobody trusted signed it. */
export async function readCosigned(
  archive: Archive,
  text: string,
  trusted: readonly Cosigner[],
): Promise<Cosigned> {
  const note = parseNote(text);
  const checkpoint = note === null ? null : parseCheckpoint(note.text);
  if (note === null || checkpoint === null)
    throw new Failure("input-refused", "This is no checkpoint; hand in what sanad cosign printed");
  if (checkpoint.origin !== archive.signer.name)
    throw new Failure(
      "input-refused",
      `This checkpoint is of another archive, ${checkpoint.origin}`,
    );
  if (!isOwnNote(archive, note))
    throw new Failure("input-refused", "This checkpoint was not signed by this archive");
  const by = trusted.flatMap(({ key, name }) => {
    const { isValid, seconds } = findSignature(note, keyOf(key));
    return isValid && seconds !== null ? [{ key, name, at: timeOf(seconds) }] : [];
  });
  if (by.length === 0)
    throw new Failure(
      "input-refused",
      "No trusted cosigner signed this checkpoint; sanad checkpoint --trust KEY names one",
    );
  if (!(await beginsWith(archive, checkpoint)))
    throw new Failure(
      "integrity",
      `The ledger does not begin with the ${checkpoint.size} entries that this checkpoint signed; keep both`,
    );
  return { note, checkpoint, by };
}

/** Does the ledger begin with the tree that a checkpoint signed? */
export async function beginsWith(archive: Archive, { size, root }: Checkpoint): Promise<boolean> {
  const head = await readSize(archive);
  if (size > head) return false;
  return isSameHash(await withNodes(archive, (nodes) => rootOf(0, size, nodes)), root);
}

/** The proof that the tree of now begins with the one of an earlier size. */
export async function consistencyProof(
  archive: Archive,
  oldSize: number,
): Promise<readonly Hash[]> {
  const size = await readSize(archive);
  if (oldSize > size)
    throw new Failure("input-refused", `The ledger has ${size} entries, fewer than ${oldSize}`);
  if (oldSize === 0) return [];
  return withNodes(archive, (nodes) => proveConsistency(oldSize, size, nodes));
}

/** A cosigner's key as it is written down; throws `input-refused` where it is none. */
export function readCosignerKey(text: string): NoteKey {
  const key = parseKey(text);
  if (key === null || key.type !== COSIGNER)
    throw new Failure(
      "input-refused",
      "This is no key of a cosigner; it looks like cosigner.example+1a2b3c4d+BA…",
    );
  return key;
}

const COSIGNER = 4;

function keyOf(text: string): NoteKey {
  const key = parseKey(text);
  if (key === null) throw new Failure("integrity", "An entry names a cosigner's key that is none");
  return key;
}

function nameOf(key: string): string {
  return keyOf(key).name;
}

function timeOf(seconds: number): string {
  const time = new Date(seconds * 1000);
  return Number.isNaN(time.getTime()) ? "" : time.toISOString();
}

async function readEntries(archive: Archive): Promise<readonly Entry[]> {
  const { rows } = await sql<{
    index: number;
    record: string;
    leaf: Uint8Array;
    sealed: Uint8Array | null;
  }>`select index, record, leaf, sealed from ledger.entries where workspace = ${archive.workspace}
    and kind in ('cosigner-trusted', 'checkpoint-cosigned') order by index`.execute(
    archive.database,
  );
  const keys = await readRecordKeys(archive, [...new Set(rows.map(({ record }) => record))]);
  return rows.flatMap(({ index, record, leaf, sealed }) => {
    const key = keys.get(record);
    return sealed === null || key === undefined ? [] : [openEntry(leaf, sealed, index, key)];
  });
}
