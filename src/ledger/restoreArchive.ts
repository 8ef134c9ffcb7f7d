/**
 * In: the lines of a backup and an empty folder. Out: the archive that was backed up, its views made again, without what is
 * known to have been erased since. Never: writes over an archive; leaves half of one, in the folder or on a server.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { sql } from "kysely";
import { Failure } from "../base/failure.ts";
import { appendWithin } from "./append.ts";
import type { Archive } from "./archive.ts";
import { type BackupHead, type BackupLine, checkedLines, insertRow } from "./backupLines.ts";
import { writeSealedBlob } from "./blobs.ts";
import { type InTransaction, openAsApp, openAsOwner, type Place } from "./database.ts";
import { writeWhole } from "./durable.ts";
import { destroyRecords, erasureOf } from "./eraseRecord.ts";
import { ERASURES_FILE, type Erasures, isOwnList, writeErasures } from "./erasures.ts";
import { makeId } from "./ids.ts";
import { KEYS_FILE, parseKeyring, type Secret, unlockAny, writeKeyring } from "./keyring.ts";
import { migrate } from "./migrate.ts";
import {
  type ArchiveFile,
  assembleArchive,
  assembleWithAny,
  FOLDER_MODE,
  isArchive,
  placeOf,
  writeArchiveFile,
} from "./openArchive.ts";
import { stopEmbedded } from "./postgres/startEmbedded.ts";
import { rebuildViews } from "./rebuildViews.ts";
import type { Key } from "./seal.ts";
import { sweep } from "./sweep.ts";

export type RestoreOptions = {
  readonly url: string | null;
  readonly at: string;
  /** What was erased after the backup was made, as far as a list knows. */
  readonly erasures: readonly Erasures[];
  readonly step: (lines: number) => void;
};

/** What came of it; `erasedAgain` counts records that a list of erasures took out again. */
export type Restored = { readonly archive: Archive; readonly erasedAgain: number };

/** Restores into a folder that is missing or empty; answers with the open archive. */
export async function restoreArchive(
  path: string,
  lines: AsyncIterable<string>,
  secret: Secret,
  options: RestoreOptions,
): Promise<Restored> {
  const folder = resolve(path);
  const place = placeOf(folder, options.url);
  mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
  if (isArchive(folder))
    throw new Failure(
      "conflict",
      `${folder} is an archive already; restore into another folder, nothing was changed`,
    );
  await clearUnfinished(folder, place);
  if (readdirSync(folder).length > 0)
    throw new Failure(
      "input-refused",
      `${folder} is not empty; name a folder that is, or that is not there yet`,
    );
  try {
    const loaded = await loadLines(folder, place, lines, secret, options);
    const archive = await assembleWithAny(
      folder,
      loaded.file,
      loaded.masters,
      await openAsApp(place),
    );
    await sweep(archive, 0);
    await writeErasures(archive);
    writeArchiveFile(folder, loaded.file);
    rmSync(join(folder, UNFINISHED), { force: true });
    return { archive, erasedAgain: loaded.erasedAgain };
  } catch (error) {
    // The folder was empty: what is in it now is this restore's own.
    await clearUnfinished(folder, place);
    throw error;
  }
}

/** Marks the folder of a restore that is not over, so that the next one clears what it left, in the database too. */
const UNFINISHED = "restore.unfinished.json";

type Unfinished = ArchiveFile & { readonly pid: number };

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Takes away what a restore that failed or was killed had made. */
async function clearUnfinished(folder: string, place: Place): Promise<void> {
  const marker = join(folder, UNFINISHED);
  if (!existsSync(marker)) return;
  const { workspace, seat = "", pid } = JSON.parse(readFileSync(marker, "utf8")) as Unfinished;
  if (pid !== process.pid && isAlive(pid))
    throw new Failure("conflict", `Another program is restoring into ${folder}`);
  if (place.kind === "server") await forgetArchive(place, workspace, seat);
  else if (existsSync(place.folder)) await stopEmbedded(place.folder);
  for (const name of [KEYS_FILE, ERASURES_FILE, "evidence", "database", UNFINISHED])
    rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 5 });
}

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

type Loaded = {
  readonly file: ArchiveFile;
  readonly masters: readonly Key[];
  readonly erasedAgain: number;
};

/** Puts rows and evidence back, makes the views, and erases again, all in one transaction. */
async function loadLines(
  folder: string,
  place: Place,
  lines: AsyncIterable<string>,
  secret: Secret,
  options: RestoreOptions,
): Promise<Loaded> {
  const checked = checkedLines(lines);
  const first = await checked.next();
  const head = first.value as BackupHead | undefined;
  if (head?.format !== "sanad-backup/1")
    throw new Failure("input-refused", "This is no backup of an archive, or a newer Sanad made it");
  const { workspace, origin } = head;
  const seat = makeId("s");
  const file: ArchiveFile = { format: 1, workspace, origin, database: place.kind, seat };
  const keyring = parseKeyring(head.keyring);
  const masters = await unlockAny(keyring, secret);
  writeWhole(join(folder, UNFINISHED), Buffer.from(JSON.stringify({ ...file, pid: process.pid })));
  writeKeyring(join(folder, KEYS_FILE), keyring);
  const owner = await openAsOwner(place);
  try {
    await migrate(owner);
    await refuseKnown(owner, workspace);
    const erasedAgain = await owner.transaction().execute(async (one) => {
      let done = 1;
      for await (const line of checked as AsyncIterable<BackupLine>) {
        if ("table" in line) await insertRow(one, line, workspace);
        else writeSealedBlob(folder, line.blob, Buffer.from(line.data, "base64"));
        options.step((done += 1));
      }
      await sql`update ledger.heads set seat = ${seat} where workspace = ${workspace}`.execute(one);
      const archive = await assembleWithin(one, folder, file, masters);
      await rebuildViews(archive, one);
      return eraseAgain(one, archive, options);
    });
    return { file, masters, erasedAgain };
  } finally {
    await owner.destroy();
  }
}

/** The archive as it stands inside the transaction that makes it. */
async function assembleWithin(
  one: InTransaction,
  folder: string,
  file: ArchiveFile,
  masters: readonly Key[],
): Promise<Archive> {
  for (const [at, master] of masters.entries()) {
    try {
      return await assembleArchive(folder, file, master, one);
    } catch (error) {
      if (at === masters.length - 1) throw error;
    }
  }
  throw new RangeError("An archive is opened with one master key at least");
}

/** What was erased after the backup was made is not in the archive that it makes. */
async function eraseAgain(
  one: InTransaction,
  archive: Archive,
  { erasures, at }: RestoreOptions,
): Promise<number> {
  const { workspace, keys, signer } = archive;
  const own = erasures.filter(({ origin }) => origin === signer.name);
  if (own.some((list) => !isOwnList(keys.capture, list)))
    throw new Failure(
      "integrity",
      "The list of erasures was not made by this archive; nothing was restored",
    );
  const records = [...new Set(own.flatMap((list) => list.records))];
  const { rows } = await sql<{ record: string; entries: number }>`
    select e.record, count(*)::int as entries from ledger.entries e
    join ledger.record_keys k on k.workspace = e.workspace and k.record = e.record and k.wrapped is not null
    where e.workspace = ${workspace} and e.record = any(${records}) and e.sealed is not null
    group by e.record order by e.record`.execute(one);
  if (rows.length === 0) return 0;
  const how = { by: "a-archive", reason: "Erased before; a backup brought it back", at };
  await appendWithin(
    one,
    archive,
    rows.map((row) => erasureOf(row, null, how)),
    {
      at,
      expected: null,
      beside: () =>
        destroyRecords(
          one,
          workspace,
          rows.map(({ record }) => record),
        ),
    },
  );
  return rows.length;
}

/** On a server the archive may be there already, perhaps newer. */
async function refuseKnown(owner: Archive["database"], workspace: string): Promise<void> {
  const { rows } = await sql<{
    size: number;
  }>`select size from ledger.heads where workspace = ${workspace}`.execute(owner);
  const [known] = rows;
  if (known !== undefined)
    throw new Failure(
      "conflict",
      `The database has this archive already, with ${known.size} entries; nothing was changed`,
    );
}
