/** Holds the tree that the entries make against the stored hashes, the head, its signature, and an older checkpoint. */
import { sql } from "kysely";
import { type Checkpoint, parseCheckpoint } from "../base/checkpoint.ts";
import { Failure } from "../base/failure.ts";
import { type Hash, isSameHash, type MerkleRange, rootOfRange } from "../base/merkle.ts";
import { findSignature, parseNote } from "../base/signedNote.ts";
import { type Archive, isOwnNote, keysChanged } from "./archive.ts";
import type { InTransaction } from "./database.ts";
import type { FaultList } from "./faults.ts";
import { readOrNull } from "./savepoint.ts";

/** Hashes of full subtrees as they are stored, beside those that the entries make (by `level/index`). */
export async function checkNodes(
  { workspace }: Archive,
  one: InTransaction,
  made: ReadonlyMap<string, Hash>,
  faults: FaultList,
): Promise<void> {
  const found = await readOrNull(one, () =>
    sql<{ name: string; hash: Uint8Array }>`
    select level || '/' || index as name, hash from ledger.nodes where workspace = ${workspace}`.execute(
      one,
    ),
  );
  if (found === null) {
    faults.add("tree", "the database cannot read it");
    return;
  }
  const stored = new Map(found.rows.map(({ name, hash }) => [name, hash]));
  for (const name of new Set([...made.keys(), ...stored.keys()])) {
    const [own, kept] = [made.get(name), stored.get(name)];
    if (own === undefined || kept === undefined || !isSameHash(own, kept))
      faults.add(`tree ${name}`, "is not what the entries below it make");
  }
}

/** The head as it is stored. */
export type Head = {
  readonly origin: string;
  readonly size: number;
  readonly peaks: readonly Uint8Array[];
  readonly checkpoint: string | null;
  readonly keys: number;
};

/** Where the rows of the entries end, and how many lie outside what the head tells. */
export type Ends = { readonly stored: number; readonly below: number; readonly beyond: number };

/** Reads the head, and where the entries end whatever it says. */
export async function readHead(
  { workspace, keys }: Archive,
  one: InTransaction,
): Promise<{ readonly head: Head | null; readonly ends: Ends | null }> {
  const heads = await readOrNull(one, () =>
    sql<Head>`select origin, size, peaks, checkpoint, keys from ledger.heads where workspace = ${workspace}`.execute(
      one,
    ),
  );
  const head = heads?.rows[0] ?? null;
  if (head !== null && head.keys > keys.generation) throw keysChanged();
  const size = head?.size ?? 0;
  const ends = await readOrNull(one, () =>
    sql<Ends>`select coalesce(max(index) + 1, 0) as stored, count(*) filter (where index < 0) as below,
      count(*) filter (where index >= ${size}) as beyond
    from ledger.entries where workspace = ${workspace} and (index < 0 or index >= ${size - 1})`.execute(
      one,
    ),
  );
  return { head, ends: ends?.rows[0] ?? null };
}

/** Does the head say what the entries make, signed by the archive's key? */
export function checkHead(
  archive: Archive,
  head: Head | null,
  range: MerkleRange,
  faults: FaultList,
): void {
  const { size } = range;
  if (head?.size !== size)
    faults.add("head", `says ${head?.size ?? "no"} entries where there are ${size}`);
  const hasPeaks =
    head?.peaks.length === range.peaks.length &&
    head.peaks.every((peak, at) => isSameHash(peak, range.peaks[at] as Hash));
  if (head !== null && !hasPeaks) faults.add("head", "its hashes are not those of the entries");
  if (head !== null && head.origin !== archive.signer.name)
    faults.add("head", "names another log than the archive's folder");
  const note = parseNote(head?.checkpoint ?? "");
  const checkpoint = note === null ? null : parseCheckpoint(note.text);
  if (note === null || checkpoint === null) {
    faults.add("checkpoint", "is missing");
    return;
  }
  if (checkpoint.origin !== archive.signer.name || !findSignature(note, archive.signer).isValid)
    faults.add("checkpoint", "is not signed by this archive's key");
  if (checkpoint.size !== size || !isSameHash(checkpoint.root, rootOfRange(range)))
    faults.add("checkpoint", `signs another tree than that of the ${size} entries`);
}

/** An older checkpoint that somebody handed in; refused where it is none, or of another archive. */
export function readSince(archive: Archive, text: string, faults: FaultList): Checkpoint {
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
    faults.add("handed-in checkpoint", "is not signed by this archive's key");
  return old;
}
