/**
 * In: a stretch of the entries of one state of the database. Out: their leaf hashes, and whatever in them and in the evidence
 * they tell of does not hold. Never: looks beyond its stretch, so that stretches can be looked at side by side.
 */
import { sql } from "kysely";
import { HASH_BYTES } from "../base/merkle.ts";
import type { Opening } from "./archive.ts";
import type { InTransaction } from "./database.ts";
import type { ArchiveMade, Entry, KeysChanged } from "./entryKinds.ts";
import { type Fault, type FaultList, makeFaultList } from "./faults.ts";
import { checkEntries, checkEvidence } from "./verifyEntries.ts";

/** Entries from `from` until `to`. */
export type Stretch = { readonly from: number; readonly to: number };

/** What a stretch came to; plain data, so that another thread can tell of it. */
export type Looked = {
  /** Hashes of its leaves, one behind another, 32 bytes each. */
  readonly leaves: Uint8Array;
  /** Pieces of evidence, and entries whose sealed part was destroyed. */
  readonly evidence: number;
  readonly erased: number;
  /** Records whose sealed part is gone, each with an entry of it. */
  readonly emptied: readonly (readonly [string, number])[];
  /** Records that an entry tells to be erased. */
  readonly destroyed: readonly string[];
  readonly changes: readonly KeysChanged[];
  /** How the archive was made, where that is told here. */
  readonly made: ArchiveMade | null;
  readonly faults: readonly Fault[];
  readonly unlisted: number;
};

/** Looks at some stretches, and is ended when there are no more. */
export type Looking = {
  readonly look: (stretch: Stretch) => Promise<Looked>;
  /** Entries of a stretch. */
  readonly length: number;
  /** Stretches that may be asked for before the first is answered. */
  readonly ahead: number;
  readonly close: () => void;
};

/** Told the entries of each page, where somebody wants all of them opened. */
export type OnEntries = (entries: readonly Entry[], faults: FaultList) => Promise<void>;

/** Looks at the entries of a stretch and at their evidence. */
export async function lookAtEntries(
  archive: Opening,
  one: InTransaction,
  stretch: Stretch,
  onEntries: OnEntries | null = null,
): Promise<Looked> {
  const faults = makeFaultList();
  const leaves = new Uint8Array((stretch.to - stretch.from) * HASH_BYTES);
  const emptied = new Map<string, number>();
  const destroyed: string[] = [];
  const changes: KeysChanged[] = [];
  let made: ArchiveMade | null = null;
  let filled = 0;
  let evidence = 0;
  let erased = 0;
  const isWanted = (kind: string): boolean => onEntries !== null || LOOKED_INTO.has(kind);
  const isAlone = onEntries === null;
  for await (const page of checkEntries(archive, one, stretch, { isWanted, isAlone, faults })) {
    for (const leaf of page.leaves) {
      leaves.set(leaf, filled);
      filled += HASH_BYTES;
    }
    erased += page.erased;
    for (const [record, index] of page.emptied) emptied.set(record, index);
    const captured: Extract<Entry, { kind: "document-captured" }>[] = [];
    for (const entry of page.entries) {
      if (entry.kind === "archive-made") made ??= entry.body;
      if (entry.kind === "keys-changed") changes.push(entry.body);
      if (entry.kind === "record-erased") destroyed.push(entry.body.record);
      if (entry.kind === "document-captured") captured.push(entry);
    }
    evidence += captured.length;
    // Some at a time: a store elsewhere takes its time for each.
    for (let at = 0; at < captured.length; at += TOGETHER)
      await Promise.all(
        captured
          .slice(at, at + TOGETHER)
          .map((entry) => checkEvidence(archive, entry, page.keys.get(entry.record), faults)),
      );
    await onEntries?.(page.entries, faults);
  }
  return {
    leaves,
    evidence,
    erased,
    emptied: [...emptied],
    destroyed,
    changes,
    made,
    faults: faults.listed,
    unlisted: faults.unlisted(),
  };
}

/** Lets a transaction that has not begun to read see what the one that exported a snapshot sees. */
export async function takeSnapshot(one: InTransaction, snapshot: string): Promise<void> {
  // PostgreSQL takes no parameter here.
  if (!/^[0-9A-F-]+$/.test(snapshot)) throw new RangeError("This is no snapshot of PostgreSQL");
  await sql`set transaction snapshot ${sql.lit(snapshot)}`.execute(one);
}

/** Names what this transaction sees, for other sessions, as long as it lasts. */
export async function exportSnapshot(one: InTransaction): Promise<string> {
  const { rows } = await sql<{ name: string }>`select pg_export_snapshot() as name`.execute(one);
  return rows[0]?.name ?? "";
}

/** Entries that are looked at between two steps. */
export const STRETCH = 2000;
const TOGETHER = 16;

/** Bodies that say something about other things than themselves. */
const LOOKED_INTO: ReadonlySet<string> = new Set([
  "archive-made",
  "document-captured",
  "record-erased",
  "keys-changed",
]);
