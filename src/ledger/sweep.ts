/**
 * In: what erasures and changes of the keys left to be taken away. Out: files of evidence gone, PostgreSQL's own traces struck as far as its rights
 * go, the list of erasures written. Never: forgets what it could not finish: the next command goes on with it; leaves a step undone since another one
 * failed; throws where nobody asked for it: what is to be swept is behind an entry that stands.
 */
import { statfsSync } from "node:fs";
import { sql } from "kysely";
import { Failure } from "../base/failure.ts";
import { diskFull } from "../base/systemFailure.ts";
import type { Archive } from "./archive.ts";
import type { BlobStore } from "./blobStore.ts";
import { codeOf, type Database, openAsOwner, whereIs } from "./database.ts";
import { writeErasures } from "./erasures.ts";
import { asWhoLoggedIn, mayDo } from "./loginRights.ts";
import { removeOrphans } from "./orphans.ts";
import { rewrapRecords } from "./turnKeys.ts";

/** Told how many tables of how many are written anew. */
export type Striking = (done: number, all: number) => void;

/** What could not be reached; empty where everything was. */
export type SweepGap =
  | "evidence"
  | "list"
  | "readers"
  | "statistics"
  | "change-log"
  /** The database could not do it, such as where its disk is full. */
  | "traces"
  /** A record's key does not open: the class key that it is wrapped by stays. */
  | "class-keys";

export type SweepTold = {
  readonly striking?: Striking | undefined;
  /** Told why a step could not be done; the others are done all the same. */
  readonly onFault?: (error: unknown) => void;
};

/**
 * Takes away what is noted; answers with what it could not reach. Costs one query where nothing is. Whoever still reads what
 * was there before, such as a backup, keeps old rows alive: that is waited for, else the next command does it.
 */
export async function sweep(
  archive: Archive,
  waitMs: number,
  { striking = () => undefined, onFault = () => undefined }: SweepTold = {},
): Promise<readonly SweepGap[]> {
  const gaps = new Set<SweepGap>();
  const attempt = async (
    gap: SweepGap,
    step: () => Promise<readonly SweepGap[]>,
  ): Promise<void> => {
    try {
      for (const one of await step()) gaps.add(one);
    } catch (error) {
      gaps.add(gap);
      onFault(error);
    }
  };
  await attempt("traces", async () => {
    const notes = await readNotes(archive);
    if (notes.length === 0) return [];
    await attempt("evidence", async () => sweepEvidence(archive, notes, waitMs === 0));
    await attempt("list", async () => sweepList(archive, notes));
    return sweepTraces(archive, notes, waitMs, striking);
  });
  return [...gaps];
}

/**
 * A file that cannot be removed stays noted, and stands in the way of nothing else. A store elsewhere that is away is away for all of
 * them: who only opens the archive asks it once, and for one piece.
 */
async function sweepEvidence(
  archive: Archive,
  notes: readonly Note[],
  isOpening: boolean,
): Promise<readonly SweepGap[]> {
  const { blobs } = archive;
  const isElsewhere = blobs.url !== null;
  const named = namesOf(notes, "evidence");
  const removed: string[] = [];
  for (const name of named) {
    const failed = await failureOf(blobs, name, isOpening);
    if (failed === null) removed.push(name);
    // One that may not be removed stands in nobody's way; a store that is away is away for all.
    else if (isElsewhere && !(failed instanceof Failure && failed.code === "forbidden")) break;
  }
  await forget(archive, "evidence", removed);
  if (removed.length < named.length && isElsewhere) return ["evidence"];
  // Pieces that no entry names are nobody's: what is noted does not wait for them, nor for who is adding.
  if (namesOf(notes, "database").length > 0 && !(isOpening && isElsewhere))
    await removeOrphans(archive);
  return removed.length < named.length ? ["evidence"] : [];
}

/** It stays noted where its folder cannot be written; what is erased is gone all the same. */
async function sweepList(archive: Archive, notes: readonly Note[]): Promise<readonly SweepGap[]> {
  const named = namesOf(notes, "list");
  if (named.length === 0) return [];
  await writeErasures(archive);
  await forget(archive, "list", named);
  return [];
}

/** Keys and rows as they were before. */
async function sweepTraces(
  archive: Archive,
  notes: readonly Note[],
  waitMs: number,
  striking: Striking,
): Promise<readonly SweepGap[]> {
  const gaps: SweepGap[] = [];
  const erasures = namesOf(notes, "database");
  const noted = namesOf(notes, "part");
  if (erasures.length > 0) {
    // Keys of records that were copied elsewhere are worth nothing without the class key of then.
    const { unopened } = await rewrapRecords(archive, () => undefined);
    if (unopened > 0) gaps.push("class-keys");
  } else await forget(archive, "part", noted);
  // Wrapping anew lets keys go, too.
  const turns = namesOf(await readNotes(archive), "keys");
  if (erasures.length === 0 && turns.length === 0) return gaps;
  const where = erasures.length === 0 ? "keys" : partsOf(erasures, noted);
  gaps.push(
    ...(await sweepDatabase(archive, [...erasures, ...turns], { where, waitMs, striking })),
  );
  if (gaps.includes("readers")) return gaps;
  await forget(archive, "keys", turns);
  if (erasures.length === 0) return gaps;
  // The parts last: an erasure without them means all.
  await forget(archive, "database", erasures);
  await forget(archive, "part", noted);
  return gaps;
}

type Note = { readonly what: string; readonly name: string };

async function readNotes({ database, workspace }: Archive): Promise<readonly Note[]> {
  const { rows } = await sql<Note>`
    select what, name from ledger.sweeps where workspace = ${workspace}`.execute(database);
  return rows;
}

function namesOf(notes: readonly Note[], wanted: string): string[] {
  return notes.flatMap(({ what, name }) => (what === wanted ? [name] : []));
}

/** Parts that these erasures took something out of; null where one of them does not say. */
function partsOf(
  erasures: readonly string[],
  noted: readonly string[],
): ReadonlySet<string> | null {
  const pairs = noted.map((name) => name.split(" "));
  const known = new Set(pairs.map(([xact]) => xact));
  if (erasures.some((xact) => !known.has(xact))) return null;
  return new Set(pairs.map(([, part = ""]) => part));
}

/** Why a piece could not be removed; null where it was. */
async function failureOf(store: BlobStore, name: string, isQuick: boolean): Promise<unknown> {
  return store.remove(name, isQuick).then(
    () => null,
    (error: unknown) => error ?? new Error("unknown"),
  );
}

/** Evidence that was erased and whose file is there still. */
export async function readLeftEvidence(
  { workspace, blobs }: Archive,
  one: Database,
): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from ledger.sweeps where workspace = ${workspace} and what = 'evidence' order by name`.execute(
    one,
  );
  const left: string[] = [];
  for (const { name } of rows) if (await blobs.has(name)) left.push(name);
  return left;
}

async function forget(
  { database, workspace }: Archive,
  what: string,
  names: readonly string[],
): Promise<void> {
  await sql`delete from ledger.sweeps
    where workspace = ${workspace} and what = ${what} and name = any(${names})`.execute(database);
}

/** Any number; only one program strikes traces at a time. */
const LOCK = 7_236_422;
const LOOK_EVERY_MS = 250;

/** Tables of keys alone; else all in which erased rows stood, of the parts of tables only those named, or all of them. */
type Where = "keys" | ReadonlySet<string> | null;

type Sweeping = {
  readonly where: Where;
  readonly waitMs: number;
  readonly striking: Striking;
};

/** Rewrites what the rows of before stood in, and moves the log of changes on. Rights that are missing leave a gap. */
async function sweepDatabase(
  { database }: Archive,
  changes: readonly string[],
  { where, waitMs, striking }: Sweeping,
): Promise<readonly SweepGap[]> {
  const place = whereIs(database);
  // Where the next piece of the log of changes finds no room, PostgreSQL stops: what is there would not even be searched any more.
  if (place.kind === "embedded" && freeBytes(place.folder) < leastRoom) throw noRoom();
  const pool = await openAsOwner(place);
  try {
    return await pool.connection().execute(async (owner) => {
      const { rows } = await sql<{ isFree: boolean }>`
        select pg_try_advisory_lock(${LOCK}) as "isFree"`.execute(owner);
      if (rows[0]?.isFree !== true) return ["readers"];
      const areGone = (ms: number): Promise<boolean> =>
        asWhoLoggedIn(owner, () => areReadersGone(owner, changes, ms));
      if (!(await areGone(waitMs))) return ["readers"];
      // Whoever asks of a table stands behind who waits to write it anew: that wait is short.
      const lockMs = Math.min(LONGEST_LOCK_MS, Math.max(SHORTEST_LOCK_MS, waitMs / 4));
      await sql`select set_config('lock_timeout', ${`${Math.ceil(lockMs)}ms`}, false)`.execute(
        owner,
      );
      return strikeTraces(owner, where, { striking, areGone: async () => areGone(0) });
    });
  } finally {
    await pool.destroy();
  }
}

const SHORTEST_LOCK_MS = 500;
const LONGEST_LOCK_MS = 5_000;

/** Two pieces of the log of changes, of 16 MB each. */
let leastRoom = 32 * 2 ** 20;

/** For tests, which have room enough. */
export function setLeastRoom(bytes: number): number {
  const before = leastRoom;
  leastRoom = bytes;
  return before;
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function noRoom(): Failure {
  return diskFull(Object.assign(new Error("No room to strike traces"), { code: "ENOSPC" }));
}

/**
 * Whether nobody can see what was there before these changes. What a session of another user of the server does is not shown to
 * everybody, but that it holds rows is. So do prepared transactions, and copies of the server that are fed by it.
 */
async function areReadersGone(
  owner: Database,
  changes: readonly string[],
  waitMs: number,
): Promise<boolean> {
  for (let waited = 0; waited <= waitMs; waited += LOOK_EVERY_MS) {
    const { rows } = await sql`
      with newest as (select min(age(xact::xid8::xid)) as age
        from unnest(${changes}::text[]) as e(xact)),
      held as (
        select greatest(age(backend_xmin), age(backend_xid)) as age from pg_stat_activity
        where pid <> pg_backend_pid() and datname = current_database() and usesysid is not null
          and coalesce(backend_type, 'client backend') in ('client backend', 'walsender')
        union all select age(transaction) from pg_prepared_xacts where database = current_database()
        union all select age(xmin) from pg_replication_slots
      )
      select 1 from held, newest where held.age >= newest.age limit 1`.execute(owner);
    if (rows.length === 0) return true;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return false;
}

const KEY_TABLES: ReadonlySet<string> = new Set([
  "ledger.record_keys",
  "ledger.class_keys",
  "ledger.own_keys",
]);

/** Somebody has a table open and did not let it go in time. */
const LOCKED = "55P03";

/**
 * A server that uses files of the change log again keeps what stood in them until it comes to them: it is brought there. Moving on to the
 * next file fills the one before with zeros, and does nothing where nothing was written.
 */
async function overwriteRecycled(owner: Database): Promise<void> {
  const { rows: settings } = await sql<{ wal_recycle: string }>`show wal_recycle`.execute(owner);
  if (settings[0]?.wal_recycle !== "on") return;
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from pg_ls_waldir()
    where name ~ '^[0-9A-F]{24}$' and name > pg_walfile_name(pg_current_wal_lsn())`.execute(owner);
  for (let left = (rows[0]?.count ?? 0) + 1; left > 0; left--)
    await sql`select pg_logical_emit_message(false, 'sanad', ''), pg_switch_wal()`.execute(owner);
  await sql.raw("checkpoint").execute(owner);
}

/** Tables in which an erased row stood in clear, or with its wrapped key. Sealed bodies are nothing without the key. */
async function strikeTraces(
  owner: Database,
  where: Where,
  { striking, areGone }: { readonly striking: Striking; readonly areGone: () => Promise<boolean> },
): Promise<readonly SweepGap[]> {
  const gaps: SweepGap[] = [];
  const { rows } = await sql<{ name: string; kind: "r" | "p"; isPart: boolean }>`
    select c.oid::regclass::text as name, c.relkind as kind, c.relispartition as "isPart"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and (n.nspname = 'view' or n.nspname = 'ledger' and c.relname not in ('entries', 'nodes'))
    order by 1`.execute(owner);
  const struck = rows.filter(({ name, isPart }) =>
    where === "keys" ? KEY_TABLES.has(name) : !isPart || where === null || where.has(name),
  );
  // What counts all parts together counts what was erased, too.
  const counted = struck.map(({ name }) => name);
  const tables = struck.flatMap(({ name, kind }) => (kind === "r" ? [name] : []));
  const asServer = (work: () => Promise<void>): Promise<boolean> =>
    asWhoLoggedIn(owner, () => mayDo(work));
  const statistics = await asServer(async () => {
    // Values of columns stand there too, and of a table that is empty by now analysing would leave them.
    // Of what an index computes they stand under the index.
    await sql`delete from pg_catalog.pg_statistic where starelid in (
      select oid from pg_class where oid::regclass::text = any(${counted})
      union select indexrelid from pg_index where indrelid::regclass::text = any(${counted}))`.execute(
      owner,
    );
  });
  // One that cannot be written anew, since there is no room for it or since somebody has it open, keeps nobody from the others.
  const failed: unknown[] = [];
  let isHeld = false;
  const unlessHeld = (error: unknown): void => {
    if (codeOf(error) !== LOCKED) throw error;
    isHeld = true;
  };
  for (const [done, name] of tables.entries()) {
    striking(done, tables.length);
    // Written anew while somebody sees what was there before, a table keeps it.
    if (!(await areGone())) return ["readers"];
    await sql
      .raw(`vacuum (full, analyze) ${name}`)
      .execute(owner)
      .catch(unlessHeld)
      .catch((error: unknown) => failed.push(error));
  }
  if (where !== "keys") await sql.raw("vacuum ledger.entries").execute(owner).catch(unlessHeld);
  striking(tables.length, tables.length);
  const cleared =
    statistics &&
    (await asServer(async () => {
      await sql.raw("vacuum full pg_catalog.pg_statistic").execute(owner).catch(unlessHeld);
    }));
  if (!cleared) gaps.push("statistics");
  const moved = await asServer(async () => {
    await sql.raw("checkpoint").execute(owner);
    await sql.raw("select pg_switch_wal()").execute(owner);
    // The log before this one is taken out of the folder, not used again (wal_recycle).
    await sql.raw("checkpoint").execute(owner);
    await overwriteRecycled(owner);
  });
  if (isHeld) gaps.push("readers");
  if (failed.length > 0) throw failed[0];
  if (!moved) gaps.push("change-log");
  return gaps;
}
