/** In: a folder and a secret. Out: a new archive there, or the one that is there, open. */
import { randomUUID } from "node:crypto";
import { statfsSync } from "node:fs";
import { join, resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { sql } from "kysely";
import { Failure } from "../base/failure.ts";
import { diskFull } from "../base/systemFailure.ts";
import { appendEntries } from "./append.ts";
import { type Archive, firstClassKeys, readKeys, signerOf, storeClassKeys } from "./archive.ts";
import { type ArchiveFile, placeOf, readArchiveFile } from "./archiveFile.ts";
import type { BlobStore } from "./blobStore.ts";
import {
  checkLetters,
  type Database,
  noSuchArchive,
  openAsApp,
  openAsOwner,
  type Place,
} from "./database.ts";
import { makeId } from "./ids.ts";
import {
  damaged,
  type DailySecret,
  KEYS_FILE,
  type Keyring,
  makeKeyring,
  readKeyring,
  type Secret,
  unlockAny,
  type Unlocked,
  writeKeyring,
} from "./keyring.ts";
import { makeOwnKeys, storeOwnKeys } from "./ownKeys.ts";
import { isMigrated, migrate } from "./migrate.ts";
import { ensureViews, type Rebuilding } from "./rebuildViews.ts";
import type { Key } from "./seal.ts";
import { type EvidenceLogin, openStore, placeBelow } from "./s3Store.ts";
import { settleKeyring, settleWays } from "./settleKeyring.ts";
import { refuseOtherArchives } from "./soleArchive.ts";
import { type Making, takeFolder } from "./unfinished.ts";

/** Where the evidence of a new archive is to be, and as whom it is brought there. */
export type EvidencePlace = { readonly base: string | null; readonly login: EvidenceLogin | null };

export type MakeOptions = {
  readonly url: string | null;
  readonly at: string;
  readonly origin: string | null;
  readonly evidence: EvidencePlace;
};

type OpenOptions = {
  readonly rebuilding?: Rebuilding | undefined;
  /** Rows that another version made are left as they are: who verifies must not make them again before looking. */
  readonly isVerifying?: boolean;
  readonly login?: EvidenceLogin | null;
  /** Told why the file of keys still has ways of before a change beside those that hold. */
  readonly onUnsettled?: ((error: unknown) => void) | undefined;
  /** Told where rows that are searched were made again, and damaged entries could not be. */
  readonly onDamaged?: (() => void) | undefined;
};

/** The file of an archive with the place of its evidence, and that place. Each making has one of its own. */
export function placeEvidence(
  folder: string,
  file: ArchiveFile,
  { base, login }: EvidencePlace,
): { readonly file: ArchiveFile; readonly blobs: BlobStore } {
  if (base === null) return { file, blobs: openStore(folder, null, null) };
  const evidence = placeBelow(base, file.seat ?? "");
  return { file: { ...file, evidence }, blobs: openStore(folder, evidence, login) };
}

/** Makes an archive in a folder that is missing or empty, or where another attempt was cut short; else leaves nothing. */
export async function makeArchive(
  path: string,
  secrets: readonly DailySecret[],
  options: MakeOptions,
): Promise<Archive> {
  const folder = resolve(path);
  const making = await takeFolder(folder, options.url, options.evidence);
  try {
    return await makeIn(folder, making, secrets, options);
  } catch (error) {
    const told = isFull(folder) ? diskFull(error) : error;
    await making.abandon();
    throw told;
  }
}

/** A database that ran out of space says only that it ended. */
function isFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < LEAST_BYTES;
}

/** Less is left where a database could not be made. */
const LEAST_BYTES = 16 * 2 ** 20;

async function makeIn(
  folder: string,
  making: Making,
  secrets: readonly DailySecret[],
  options: MakeOptions,
): Promise<Archive> {
  const workspace = randomUUID();
  const seat = makeId("s");
  const origin = options.origin ?? `sanad.invalid/${workspace.slice(0, 8)}`;
  const place = placeOf(folder, options.url);
  const { file, blobs } = placeEvidence(
    folder,
    { format: 1, workspace, origin, database: place.kind, seat },
    options.evidence,
  );
  const { keyring, master } = await makeKeyring(workspace, secrets, options.at.slice(0, 10));
  making.begin(file);
  await tryStore(blobs);
  writeKeyring(join(folder, KEYS_FILE), keyring);
  const owner = await openAsOwner(place);
  try {
    await migrate(owner);
    await owner.transaction().execute(async (one) => {
      await refuseOtherArchives(one, workspace);
      await sql`insert into ledger.heads (workspace, origin, seat) values (${workspace}, ${origin}, ${seat})`.execute(
        one,
      );
      await storeClassKeys(one, workspace, firstClassKeys(), master);
      await storeOwnKeys(one, workspace, origin, makeOwnKeys(), master);
    });
  } finally {
    await owner.destroy();
  }
  const database = await openAsApp(place);
  try {
    const archive = await assembleArchive(folder, file, master, { database, blobs });
    const body = { origin, madeAt: options.at, ways: keyring.wraps.map(({ id }) => id) };
    await appendEntries(
      archive,
      [{ kind: "archive-made", record: makeId("r"), by: "a-archive", body }],
      { at: options.at, expected: 0 },
    );
    await ensureViews(archive);
    await checkLetters(database);
    making.finish(file);
    return archive;
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

/** Whoever may not write to a store learns it before anything is captured. */
async function tryStore({ url, write, remove }: BlobStore): Promise<void> {
  if (url === null) return;
  await write(NO_BLOB, () => Buffer.from("Sanad may write here"));
  await remove(NO_BLOB);
}

const NO_BLOB = "0".repeat(64);

/** Opens an archive, bringing its database up to this version; `rebuilding` is told of entries whose rows are made again. */
export async function openArchive(
  path: string,
  secret: Secret,
  url: string | null,
  options: OpenOptions = {},
): Promise<Archive> {
  const folder = resolve(path);
  for (let tries = 1; ; tries++) {
    const keyring = readKeyring(join(folder, KEYS_FILE));
    try {
      return await openWithRing(folder, keyring, secret, url, options);
    } catch (error) {
      // Somebody replaced the keys between the look at the file and that at the database: what did not open is no damage.
      const isDamage = error instanceof Failure && error.code === "integrity";
      if (!isDamage || tries === MOST_TRIES) throw error;
      if (isDeepStrictEqual(readKeyring(join(folder, KEYS_FILE)), keyring)) throw error;
    }
  }
}

const MOST_TRIES = 4;

async function openWithRing(
  folder: string,
  keyring: Keyring,
  secret: Secret,
  url: string | null,
  { rebuilding, isVerifying = false, login = null, onUnsettled, onDamaged }: OpenOptions,
): Promise<Archive> {
  const file = readArchiveFile(folder);
  const blobs = openStore(folder, file.evidence ?? null, login);
  // Its name is a part of what is sealed: with another one no secret opens, and each would be told to be wrong.
  if (keyring.archive !== file.workspace) throw damaged(join(folder, KEYS_FILE), null);
  const unlocked = await unlockAny(keyring, secret);
  const place = placeOf(folder, url);
  refuseOtherKind(file, place);
  const database = await openMigrated(place);
  try {
    await checkSeat(database, file, place);
    const { archive, isNext } = await assembleWithAny(folder, file, unlocked, { database, blobs });
    await settleKeys(archive, isNext, onUnsettled);
    if (!isVerifying && (await ensureViews(archive, rebuilding)).length > 0) onDamaged?.();
    return archive;
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

/** Opens sessions with a database that is of this version; where it cannot be, none stays open. */
async function openMigrated(place: Place): Promise<Database> {
  const database = await openAsApp(place);
  try {
    if (await isMigrated(database)) return database;
  } catch (error) {
    await database.destroy();
    throw error;
  }
  await database.destroy();
  const owner = await openAsOwner(place);
  try {
    await migrate(owner);
  } finally {
    await owner.destroy();
  }
  return openAsApp(place);
}

/** Ways of both sides of a change open the archive: whoever cannot settle it, since the disk is full, goes on and leaves it to the next. */
async function settleKeys(
  archive: Archive,
  isNext: boolean,
  onUnsettled: (error: unknown) => void = () => undefined,
): Promise<void> {
  try {
    await settleKeyring(archive, isNext);
    await settleWays(archive);
  } catch (error) {
    // Where somebody changes the keys just now, that one settles it.
    if (!(error instanceof Failure && error.code === "conflict")) onUnsettled(error);
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

/** An archive of its parts. */
export async function assembleArchive(
  folder: string,
  { workspace, origin }: Omit<ArchiveFile, "format">,
  master: Key,
  { database, blobs }: Pick<Archive, "database" | "blobs">,
): Promise<Archive> {
  const keys = await readKeys(database, workspace, origin, master);
  return { folder, workspace, database, blobs, keys, signer: signerOf(origin, keys) };
}

/** While a master key is replaced the file has two, and the database says which of them holds: is it the next? */
export async function assembleWithAny(
  folder: string,
  file: Omit<ArchiveFile, "format">,
  { masters, refused }: Unlocked,
  parts: Pick<Archive, "database" | "blobs">,
): Promise<{ readonly archive: Archive; readonly isNext: boolean }> {
  for (const [at, { master, isNext }] of masters.entries()) {
    try {
      return { archive: await assembleArchive(folder, file, master, parts), isNext };
    } catch (error) {
      const isOther = error instanceof Failure && error.code === "integrity";
      // A next key that the database does not have is none: what counts is why the ways of before did not open.
      if (!isOther || at === masters.length - 1) throw isOther ? (refused ?? error) : error;
    }
  }
  throw new RangeError("An archive is opened with one master key at least");
}
