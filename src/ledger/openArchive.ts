/** In: a folder and a secret. Out: a new archive there, or the one that is there, open. */
import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { sql } from "kysely";
import { Failure } from "../base/failure.ts";
import { appendEntries } from "./append.ts";
import { type Archive, firstClassKeys, readKeys, signerOf, storeClassKeys } from "./archive.ts";
import {
  checkLetters,
  type Database,
  noSuchArchive,
  openAsApp,
  openAsOwner,
  type Place,
} from "./database.ts";
import { writeWhole } from "./durable.ts";
import { makeId } from "./ids.ts";
import {
  type DailySecret,
  KEYS_FILE,
  makeKeyring,
  readKeyring,
  type Secret,
  unlockAny,
  writeKeyring,
} from "./keyring.ts";
import { makeOwnKeys, storeOwnKeys } from "./ownKeys.ts";
import { asWhoLoggedIn, mayDo } from "./loginRights.ts";
import { isMigrated, migrate } from "./migrate.ts";
import { ensureViews, type Rebuilding } from "./rebuildViews.ts";
import type { Key } from "./seal.ts";
import { settleKeyring } from "./settleKeyring.ts";

/** What the folder of an archive says of itself; holds no secret. */
export type ArchiveFile = {
  readonly format: 1;
  readonly workspace: string;
  readonly origin: string;
  /** Where its database is, and the random name that the database knows this folder by. */
  readonly database?: Place["kind"];
  readonly seat?: string;
};

/** Names of an archive's own files. */
const ARCHIVE_FILE = "sanad.archive.json";
const LOCK_FILE = "init.lock";

/** Is the folder an archive? */
export function isArchive(folder: string): boolean {
  return existsSync(join(folder, ARCHIVE_FILE));
}

/** The folder's own file; throws `not-found` where there is none. */
export function readArchiveFile(folder: string): ArchiveFile {
  if (!isArchive(folder))
    throw new Failure("not-found", `There is no archive in ${folder}; sanad init makes one`);
  return JSON.parse(readFileSync(join(folder, ARCHIVE_FILE), "utf8")) as ArchiveFile;
}

/** Makes an archive in a folder that is missing or empty. The file that marks it is written last. */
export async function makeArchive(
  path: string,
  secrets: readonly DailySecret[],
  options: { readonly url: string | null; readonly at: string; readonly origin: string | null },
): Promise<Archive> {
  const folder = resolve(path);
  mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
  const others = readdirSync(folder).filter((name) => !OWN_NAMES.has(name));
  if (others.length > 0)
    throw new Failure(
      "input-refused",
      `${folder} is not empty; name a folder that is, or that is not there yet`,
    );
  const release = takeFolder(folder);
  try {
    if (isArchive(folder))
      throw new Failure("conflict", `${folder} is an archive already; nothing was changed`);
    return await makeIn(folder, secrets, options);
  } finally {
    release();
  }
}

/** Two programs that made an archive in one folder would make one that nobody can open. */
function takeFolder(folder: string): () => void {
  const lock = join(folder, LOCK_FILE);
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx", mode: 0o600 });
  } catch (error) {
    throw new Failure(
      "conflict",
      `Another program is making an archive in ${folder}; if none is, remove ${LOCK_FILE} there`,
      { cause: error },
    );
  }
  return () => rmSync(lock, { force: true });
}

async function makeIn(
  folder: string,
  secrets: readonly DailySecret[],
  options: { readonly url: string | null; readonly at: string; readonly origin: string | null },
): Promise<Archive> {
  const workspace = randomUUID();
  const seat = makeId("s");
  const origin = options.origin ?? `sanad.invalid/${workspace.slice(0, 8)}`;
  const { keyring, master } = await makeKeyring(workspace, secrets, options.at.slice(0, 10));
  writeKeyring(join(folder, KEYS_FILE), keyring);
  const place = placeOf(folder, options.url);
  const owner = await openAsOwner(place);
  try {
    await migrate(owner);
    await owner.transaction().execute(async (one) => {
      await sql`insert into ledger.heads (workspace, origin, seat) values (${workspace}, ${origin}, ${seat})`.execute(
        one,
      );
      await storeClassKeys(one, workspace, firstClassKeys(), master);
      await storeOwnKeys(one, workspace, origin, makeOwnKeys(), master);
    });
  } finally {
    await owner.destroy();
  }
  const archive = await assembleArchive(
    folder,
    { workspace, origin },
    master,
    await openAsApp(place),
  );
  await appendEntries(
    archive,
    [
      {
        kind: "archive-made",
        record: makeId("r"),
        by: "a-archive",
        body: { origin, madeAt: options.at },
      },
    ],
    { at: options.at, expected: 0 },
  );
  await ensureViews(archive);
  await checkLetters(archive.database);
  writeArchiveFile(folder, { format: 1, workspace, origin, database: place.kind, seat });
  return archive;
}

/** Marks a folder as an archive: written last, whole or not at all. */
export function writeArchiveFile(folder: string, file: ArchiveFile): void {
  writeWhole(join(folder, ARCHIVE_FILE), Buffer.from(`${JSON.stringify(file, null, 2)}\n`));
}

/** Opens an archive, bringing its database up to this version; `rebuilding` is told of entries whose rows are made again. */
export async function openArchive(
  path: string,
  secret: Secret,
  url: string | null,
  rebuilding?: Rebuilding,
): Promise<Archive> {
  const folder = resolve(path);
  const file = readArchiveFile(folder);
  const masters = await unlockAny(readKeyring(join(folder, KEYS_FILE)), secret);
  const place = placeOf(folder, url);
  refuseOtherKind(file, place);
  let database = await openAsApp(place);
  if (!(await isMigrated(database))) {
    await database.destroy();
    const owner = await openAsOwner(place);
    try {
      await migrate(owner);
    } finally {
      await owner.destroy();
    }
    database = await openAsApp(place);
  }
  try {
    await checkSeat(database, file, place);
    const archive = await assembleWithAny(folder, file, masters, database);
    await ensureViews(archive, rebuilding);
    return archive;
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

/** A folder without its server would begin a database of its own, and one with it would pass over what it has. */
function refuseOtherKind({ database }: ArchiveFile, place: Place): void {
  if (database === undefined || database === place.kind) return;
  throw new Failure(
    "not-found",
    database === "server"
      ? "This archive's database is on a server; set DATABASE_URL to it"
      : "This archive's database is in its folder; unset DATABASE_URL",
  );
}

/** Evidence and keys of one folder and the entries of another would make an archive that nobody can read. */
async function checkSeat(
  database: Database,
  { workspace, seat }: ArchiveFile,
  place: Place,
): Promise<void> {
  const { rows } = await sql<{ seat: string | null }>`
    select seat from ledger.heads where workspace = ${workspace}`.execute(database);
  const [head] = rows;
  if (head === undefined) throw noSuchArchive(place);
  if (seat !== undefined && head.seat !== seat)
    throw new Failure(
      "conflict",
      "The database holds this archive for another folder, such as one that was restored; name the database that belongs to this folder",
    );
  if (place.kind === "server") await checkLetters(database);
}

/** Ends the sessions; the embedded server stops by itself some time later. */
export async function closeArchive({ database }: Archive): Promise<void> {
  await database.destroy();
}

/** Has the database let go of keys as they were wrapped before. */
export async function sweepKeys(folder: string, url: string | null): Promise<void> {
  const owner = await openAsOwner(placeOf(folder, url));
  try {
    for (const table of ["record_keys", "class_keys", "own_keys"])
      await sql.raw(`vacuum full ledger.${table}`).execute(owner);
    await owner.connection().execute((one) => asWhoLoggedIn(one, () => mayDo(checkpoint(one))));
  } finally {
    await owner.destroy();
  }
}

function checkpoint(one: Database): () => Promise<void> {
  return async () => void (await sql.raw("checkpoint").execute(one));
}

/** Folder of the embedded database of an archive. */
export function clusterFolder(folder: string): string {
  return join(folder, "database");
}

/** An archive of its parts. */
export async function assembleArchive(
  folder: string,
  { workspace, origin }: Omit<ArchiveFile, "format">,
  master: Key,
  database: Database,
): Promise<Archive> {
  const keys = await readKeys(database, workspace, origin, master);
  return { folder, workspace, database, keys, signer: signerOf(origin, keys) };
}

/** While a master key is replaced the file has two, and the database says which of them holds. */
export async function assembleWithAny(
  folder: string,
  file: Omit<ArchiveFile, "format">,
  masters: readonly Key[],
  database: Database,
): Promise<Archive> {
  for (const [at, master] of masters.entries()) {
    try {
      const archive = await assembleArchive(folder, file, master, database);
      if (at > 0) await settleKeyring(archive);
      return archive;
    } catch (error) {
      const isOther = error instanceof Failure && error.code === "integrity";
      if (!isOther || at === masters.length - 1) throw error;
    }
  }
  throw new RangeError("An archive is opened with one master key at least");
}

/** Where an archive's database is. */
export function placeOf(folder: string, url: string | null): Place {
  return url === null
    ? { kind: "embedded", folder: clusterFolder(folder) }
    : { kind: "server", url };
}

/** Under root the database's user must pass through the folder; what lies in it stays closed to others. */
export const FOLDER_MODE = process.getuid?.() === 0 ? 0o711 : 0o700;

/** What an init that was cut short leaves behind; the next one begins anew over it. */
const OWN_NAMES: ReadonlySet<string> = new Set([KEYS_FILE, LOCK_FILE, "database"]);
