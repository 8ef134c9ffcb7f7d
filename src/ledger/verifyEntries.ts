/**
 * In: the entries of one state of the database, a page at a time. Out: their leaf hashes in order, and each entry that
 * does not hold, by name. Never: ends at a bad row; keeps more than a page in memory.
 */
import { sql } from "kysely";
import { sha256 as digestOf } from "../base/digest.ts";
import { Failure } from "../base/failure.ts";
import { type Hash, hashLeaf } from "../base/merkle.ts";
import { type Opening, readRecordKeys } from "./archive.ts";
import { readBlob } from "./blobs.ts";
import type { InTransaction } from "./database.ts";
import { type Entry, isEntryKind } from "./entryKinds.ts";
import { type FaultList, makeFaultList } from "./faults.ts";
import { openBody, parseEntry, parseLeaf } from "./leaf.ts";
import { readOrNull } from "./savepoint.ts";
import type { Key } from "./seal.ts";

/** What a page of entries came to. */
export type CheckedPage = {
  /** One for each index of the page; of an entry that is missing, a hash that nothing has. */
  readonly leaves: readonly Hash[];
  /** Entries that hold, of the kinds that were asked for. */
  readonly entries: readonly Entry[];
  readonly keys: ReadonlyMap<string, Key>;
  /** Entries whose sealed part is gone, by record. */
  readonly emptied: ReadonlyMap<string, number>;
  readonly erased: number;
};

/** Entries looked at together. */
const PAGE = 400;

type Row = {
  readonly index: number;
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly record: string;
  readonly leaf: Uint8Array;
  readonly sealed: Uint8Array | null;
};

/** Stands for the leaf of an entry that is not there; no root over it is ever right. */
const NO_LEAF: Hash = new Uint8Array(32);

/** Checks the entries from `first` until `end`, page by page. */
export async function* checkEntries(
  archive: Opening,
  one: InTransaction,
  { from: first, to: end }: { readonly from: number; readonly to: number },
  { isWanted, isAlone, faults }: Checking,
): AsyncGenerator<CheckedPage> {
  const read = (from: number): Promise<ReadPage> | null => {
    if (from >= end) return null;
    const page = readPage(archive, one, from, Math.min(from + PAGE, end));
    // Where an earlier page fails, nobody waits for this one any more.
    page.catch(() => undefined);
    return page;
  };
  let from = first;
  for (let next = read(from); next !== null; ) {
    const page = await next;
    from += PAGE;
    if (isAlone) next = read(from);
    yield checkPage(page, isWanted, faults);
    if (!isAlone) next = read(from);
  }
}

type Checking = {
  readonly isWanted: (kind: string) => boolean;
  /** Nobody else asks anything within the transaction: the next page is read while this one is checked. */
  readonly isAlone: boolean;
  readonly faults: FaultList;
};

/** Rows and keys of a page, and what reading them found. */
type ReadPage = {
  readonly from: number;
  readonly to: number;
  readonly rows: Rows;
  readonly keys: ReadonlyMap<string, Key>;
  readonly faults: FaultList;
};

async function readPage(
  archive: Opening,
  one: InTransaction,
  from: number,
  to: number,
): Promise<ReadPage> {
  const faults = makeFaultList();
  const rows = await readRows(archive, one, from, to, faults);
  const records = new Set([...rows.values()].map(({ record }) => record));
  const keys = await readKeys(archive, one, [...records], faults);
  return { from, to, rows, keys, faults };
}

type Rows = ReadonlyMap<number, Row>;

function checkPage(
  { from, to, rows, keys, faults: found }: ReadPage,
  isWanted: (kind: string) => boolean,
  faults: FaultList,
): CheckedPage {
  faults.addAll(found.listed, found.unlisted());
  const leaves: Hash[] = [];
  const entries: Entry[] = [];
  const emptied = new Map<string, number>();
  let erased = 0;
  for (let index = from; index < to; index++) {
    const row = rows.get(index);
    leaves.push(row === undefined ? NO_LEAF : hashLeaf(row.leaf));
    if (row === undefined) continue;
    const entry = checkEntry(row, keys.get(row.record), isWanted, faults);
    if (entry !== null) entries.push(entry);
    if (row.sealed !== null) continue;
    erased += 1;
    emptied.set(row.record, index);
  }
  return { leaves, entries, keys, emptied, erased };
}

function checkEntry(
  row: Row,
  key: Key | undefined,
  isWanted: (kind: string) => boolean,
  faults: FaultList,
): Entry | null {
  const where = `entry ${row.index}`;
  try {
    const leaf = parseLeaf(row.leaf, row.index);
    const isRow =
      leaf.id === row.id &&
      leaf.kind === row.kind &&
      leaf.version === row.version &&
      leaf.record === row.record;
    if (!isRow) faults.add(where, "its columns are not those of its leaf");
    if (row.sealed === null || key === undefined) {
      if (row.sealed !== null || key !== undefined)
        faults.add(where, "only one of its key and its sealed part is there");
      return null;
    }
    const body = openBody(leaf, row.sealed, row.index, key);
    if (isEntryKind(leaf.kind) && !isWanted(leaf.kind)) return null;
    return parseEntry(leaf, body, row.index);
  } catch (error) {
    // Whatever a row makes of the program, it is that row's fault and no reason not to look at the others.
    faults.add(where, error instanceof Failure ? error.message : "it cannot be read");
    return null;
  }
}

/** Rows of a page; what the database itself cannot read is narrowed down to single entries and named. */
async function readRows(
  archive: Opening,
  one: InTransaction,
  from: number,
  to: number,
  faults: FaultList,
): Promise<Rows> {
  const { rows, unreadable } = await readRange(archive, one, from, to);
  for (const index of unreadable) faults.add(`entry ${index}`, "the database cannot read it");
  const found = new Map(rows.map((row) => [row.index, row]));
  const skipped = new Set(unreadable);
  for (let index = from; index < to; index++)
    if (!found.has(index) && !skipped.has(index)) faults.add(`entry ${index}`, "is missing");
  return found;
}

type Range = { readonly rows: readonly Row[]; readonly unreadable: readonly number[] };

async function readRange(
  archive: Opening,
  one: InTransaction,
  from: number,
  to: number,
): Promise<Range> {
  const rows = await readOrNull(one, async () => {
    const found =
      await sql<Row>`select index, id, kind, version, record, leaf, sealed from ledger.entries
      where workspace = ${archive.workspace} and index >= ${from} and index < ${to} order by index`.execute(
        one,
      );
    return found.rows;
  });
  if (rows !== null) return { rows, unreadable: [] };
  if (to - from === 1) return { rows: [], unreadable: [from] };
  const middle = Math.floor((from + to) / 2);
  const left = await readRange(archive, one, from, middle);
  const right = await readRange(archive, one, middle, to);
  return {
    rows: [...left.rows, ...right.rows],
    unreadable: [...left.unreadable, ...right.unreadable],
  };
}

/** Keys of a page; those that the database cannot read, or that do not open, are named. */
async function readKeys(
  archive: Opening,
  one: InTransaction,
  records: readonly string[],
  faults: FaultList,
): Promise<ReadonlyMap<string, Key>> {
  const tell = (record: string, why: string): void => faults.add(`key of ${record}`, why);
  const keys = await readOrNull(one, () => readRecordKeys(archive, records, one, tell));
  if (keys !== null) return keys;
  const [only] = records;
  if (records.length === 1 && only !== undefined) {
    tell(only, "the database cannot read it");
    return new Map();
  }
  const middle = Math.floor(records.length / 2);
  return new Map([
    ...(await readKeys(archive, one, records.slice(0, middle), faults)),
    ...(await readKeys(archive, one, records.slice(middle), faults)),
  ]);
}

/** Before the document in the place of a fault. */
export const EVIDENCE_OF = "evidence of ";

/** Does the evidence of a capture have the digest that was entered? */
export async function checkEvidence(
  { blobs }: Opening,
  entry: Extract<Entry, { kind: "document-captured" }>,
  key: Key | undefined,
  faults: FaultList,
): Promise<void> {
  const { blob, sha256, document } = entry.body;
  if (key === undefined) return;
  const where = `${EVIDENCE_OF}${document}`;
  try {
    const digest = digestOf(await readBlob(blobs, key, blob));
    if (digest !== sha256) faults.add(where, "its bytes have another digest than was entered");
  } catch (error) {
    // A store that does not answer, or to others, has lost nothing.
    if (error instanceof Failure && AWAY.has(error.code)) throw error;
    faults.add(where, error instanceof Failure ? error.message : "it cannot be read");
  }
}

const AWAY: ReadonlySet<string> = new Set(["unavailable", "forbidden"]);
