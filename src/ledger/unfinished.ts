/**
 * A folder in which an archive is being made, anew or from a backup. Its mark is the first file there and the last to go, so
 * that whatever a program that was killed leaves is known as its own, and the next one clears it away.
 * Never: takes a folder that holds anything else; lets two programs make an archive in one folder.
 */
import { existsSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { Failure } from "../base/failure.ts";
import {
  type ArchiveFile,
  clusterFolder,
  FOLDER_MODE,
  isArchive,
  placeOf,
  writeArchiveFile,
} from "./archiveFile.ts";
import type { BlobStore } from "./blobStore.ts";
import { dropEmbedded, openAsOwner, type Place } from "./database.ts";
import { makeFolders, syncFolder, writeDurably, writeWhole } from "./durable.ts";
import { type Holder, isRunning, NOBODY, ownHolder, placeFile } from "./holder.ts";
import { migrate } from "./migrate.ts";
import { type EvidenceLogin, openStore } from "./s3Store.ts";
import { stopEmbedded } from "./postgres/startEmbedded.ts";

/** The mark: who is making an archive here, and archives of which rows may be in the database. */
type Mark = { readonly by: Holder; readonly archives: readonly ArchiveFile[] };

const MARK = "sanad.unfinished.json";

/** An archive in the making. */
export type Making = {
  /** To be called before anything of the archive is written. */
  readonly begin: (file: ArchiveFile) => void;
  /** The folder is an archive from here on. */
  readonly finish: (file: ArchiveFile) => void;
  /** Leaves nothing, in the folder or on a server. */
  readonly abandon: () => Promise<void>;
};

/** Takes a folder that is missing, empty, or holds what another making left; throws `conflict` where one goes on. */
export async function takeFolder(
  folder: string,
  url: string | null,
  { login }: { readonly login: EvidenceLogin | null },
): Promise<Making> {
  const place = placeOf(folder, url);
  const isNew = makeFolders(folder, FOLDER_MODE).length > 0;
  refuseArchive(folder);
  const left = await markFolder(folder);
  let archives = left?.archives ?? [];
  const mark = (by: Holder, files: readonly ArchiveFile[]): void => {
    archives = files;
    writeWhole(join(folder, MARK), encode(by, files));
  };
  const making: Making = {
    begin: (file) => mark(ownHolder(), [file]),
    finish: (file) => {
      writeArchiveFile(folder, file);
      removeMark(folder);
    },
    abandon: async () => {
      try {
        await clear(folder, { place, login, archives });
        removeMark(folder);
        if (isNew) removeEmpty(folder);
      } catch {
        // What made this one fail may stand in the way of clearing too; the next one does it. But nothing goes on running.
        await stopEmbedded(clusterFolder(folder), true).catch(() => false);
        letGo(() => mark(NOBODY, archives));
      }
    },
  };
  try {
    // Between the look and the mark another program may have come to its end.
    refuseArchive(folder);
    if (left !== null) await clearLeft(folder, { place, login, archives });
    mark(ownHolder(), []);
    return making;
  } catch (error) {
    if (left === null || isArchive(folder)) removeMark(folder);
    else letGo(() => mark(NOBODY, archives));
    throw error;
  }
}

/** A folder that was made for the archive; what somebody else put there meanwhile stays. */
function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    return;
  }
}

/** Where even that cannot be written, the mark names a program that will have ended. */
function letGo(mark: () => void): void {
  try {
    mark();
  } catch {
    return;
  }
}

function refuseArchive(folder: string): void {
  if (isArchive(folder))
    throw new Failure("conflict", `${folder} is an archive already; nothing was changed`);
}

/** Puts the mark there; answers with that of a program that died, and throws where it lives. */
async function markFolder(folder: string): Promise<Mark | null> {
  const path = join(folder, MARK);
  const left = readMark(path);
  if (left !== null && isRunning(left.by)) throw isBusy(folder);
  const others = readdirSync(folder).filter((name) => !name.startsWith(MARK));
  if (left === null && others.length > 0)
    throw new Failure(
      "input-refused",
      `${folder} is not empty; name a folder that is, or that is not there yet`,
    );
  const own = encode(ownHolder(), left?.archives ?? []);
  const draft = `${path}.${process.pid}`;
  writeDurably(draft, own);
  if (left === null) {
    placeNew(draft, path, folder);
    rmSync(draft);
  } else {
    renameSync(draft, path);
    // Of several that take the same leavings up the last one goes on.
    await wait(TURN_MS);
    if (!readFileSync(path).equals(own)) throw isBusy(folder);
  }
  syncFolder(folder);
  return left;
}

const TURN_MS = 50;

/** The mark with all its bytes, where there is none; whoever has put it there takes drafts of others away. */
function placeNew(draft: string, path: string, folder: string): void {
  let isPlaced = false;
  try {
    isPlaced = placeFile(draft, path);
  } catch (error) {
    if (existsSync(draft)) throw error;
  }
  if (!isPlaced) throw isBusy(folder);
}

function isBusy(folder: string): Failure {
  return new Failure("conflict", `Another program is making an archive in ${folder}`);
}

function encode(by: Holder, archives: readonly ArchiveFile[]): Buffer {
  return Buffer.from(JSON.stringify({ by, archives } satisfies Mark));
}

/** A mark that is cut short was written where files are not placed whole, by a program that died at it. */
function readMark(path: string): Mark | null {
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Mark;
  } catch {
    return { by: NOBODY, archives: [] };
  }
}

function removeMark(folder: string): void {
  for (const name of readdirSync(folder))
    if (name.startsWith(MARK)) rmSync(join(folder, name), { force: true });
  syncFolder(folder);
}

/** What a making that was killed left. Its database may be starting still: it is emptied, not pulled away. */
async function clearLeft(folder: string, left: Left): Promise<void> {
  const { place } = left;
  const isEmptied =
    place.kind === "embedded" && existsSync(place.folder) && (await isDropped(place.folder));
  await clear(folder, left, isEmptied);
}

/** A database that another version made, or that is damaged, cannot be emptied. */
async function isDropped(database: string): Promise<boolean> {
  return dropEmbedded(database).then(
    () => true,
    () => false,
  );
}

/** Takes away all that a making writes but its mark; it began in an empty folder. */
async function clear(
  folder: string,
  { place, login, archives }: Left,
  keepsDatabase = false,
): Promise<void> {
  for (const { evidence } of archives)
    if (evidence !== undefined) await removeAll(openStore(folder, evidence, login));
  for (const { workspace, seat = "", database: kind } of archives)
    if (place.kind === "server" && kind === "server") await forgetArchive(place, workspace, seat);
  const database = clusterFolder(folder);
  if (!keepsDatabase && existsSync(database)) await stopEmbedded(database, true);
  for (const name of readdirSync(folder))
    if (OWN_NAMES.test(name) && !(keepsDatabase && name === basename(database)))
      rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 5 });
}

/** What a making began, and what reaches it. */
type Left = {
  readonly place: Place;
  readonly login: EvidenceLogin | null;
  readonly archives: readonly ArchiveFile[];
};

async function removeAll(store: BlobStore): Promise<void> {
  for await (const blobs of store.list()) for (const { name } of blobs) await store.remove(name);
}

/** Files and folders of an archive, with drafts of those that are written whole. */
const OWN_NAMES =
  /^(sanad\.archive\.json|keys\.json|erasures\.json)(\.\d+)?$|^(database|evidence|tiles)$/;

/** Takes an archive out of a database, if it is there for this folder. */
async function forgetArchive(place: Place, workspace: string, seat: string): Promise<void> {
  const owner = await openAsOwner(place);
  try {
    await migrate(owner);
    await owner.transaction().execute(async (one) => {
      const { rows } = await sql`select 1 from ledger.heads
        where workspace = ${workspace} and seat = ${seat} for update`.execute(one);
      if (rows.length === 0) return;
      // Entries are only ever added; but these nobody was ever told of.
      await sql`alter table ledger.entries disable trigger user`.execute(one);
      const { rows: tables } = await sql<{ name: string }>`
        select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and n.nspname in ('ledger', 'view') and c.relname <> 'heads'`.execute(
        one,
      );
      for (const { name } of tables)
        await sql`delete from ${sql.raw(name)} where workspace = ${workspace}`.execute(one);
      await sql`delete from ledger.heads where workspace = ${workspace}`.execute(one);
      await sql`alter table ledger.entries enable trigger user`.execute(one);
    });
  } finally {
    await owner.destroy();
  }
}
