/**
 * In: the lines of a backup and an empty folder. Out: the archive that was backed up, its views made again, without what is
 * known to have been erased since. Never: writes over an archive; leaves half of one, in the folder or on a server.
 */
import { join, resolve } from "node:path";
import { sql } from "kysely";
import { Failure } from "../base/failure.ts";
import { appendWithin } from "./append.ts";
import type { Archive } from "./archive.ts";
import { type ArchiveFile, placeOf } from "./archiveFile.ts";
import {
  BACKUP_FORMATS,
  type BackupHead,
  type BackupLine,
  checkedLines,
  insertRow,
  notWhole,
} from "./backupLines.ts";
import { noteBackup, sizeSeen } from "./backups.ts";
import type { BlobStore } from "./blobStore.ts";
import { writeSealedBlob } from "./blobs.ts";
import { carryDecisions } from "./carryDecisions.ts";
import { type InTransaction, openAsApp, openAsOwner } from "./database.ts";
import { actorsNamed, destroyRecords, erasureOf, idsOf } from "./eraseRecord.ts";
import type { NewEntry } from "./entryKinds.ts";
import { type Erasures, isOwnList, writeErasures } from "./erasures.ts";
import { makeId } from "./ids.ts";
import {
  KEYS_FILE,
  parseKeyring,
  type Secret,
  unlockAny,
  type Unlocked,
  writeKeyring,
} from "./keyring.ts";
import { migrate } from "./migrate.ts";
import { assembleWithAny, type EvidencePlace, placeEvidence } from "./openArchive.ts";
import { rebuildViews } from "./rebuildViews.ts";
import { settleKeyring } from "./settleKeyring.ts";
import { refuseOtherArchives } from "./soleArchive.ts";
import { sweep } from "./sweep.ts";
import { followWithTiles } from "./tiles.ts";
import { type Making, takeFolder } from "./unfinished.ts";

export type RestoreOptions = {
  readonly url: string | null;
  readonly evidence: EvidencePlace;
  readonly at: string;
  /** What was erased after the backup was made, as far as a list knows. */
  readonly erasures: readonly Erasures[];
  /** Links everybody: which namings a decision is about is known only then. */
  readonly link: (archive: Archive, one: InTransaction) => Promise<void>;
  readonly step: (lines: number) => void;
};

/** What came of it; `erasedAgain` counts records that a list of erasures took out again. */
export type Restored = {
  readonly archive: Archive;
  readonly erasedAgain: number;
  /** Names of evidence that was missing already where the backup was made. */
  readonly missing: readonly string[];
};

/** Restores into a folder that is missing or empty; answers with the open archive. */
export async function restoreArchive(
  path: string,
  lines: AsyncIterable<string>,
  secret: Secret,
  options: RestoreOptions,
): Promise<Restored> {
  const folder = resolve(path);
  const place = placeOf(folder, options.url);
  options.step(0);
  const making = await takeFolder(folder, options.url, options.evidence);
  try {
    const loaded = await loadLines(folder, making, lines, secret, options);
    const { archive, isNext } = await assembleWithAny(folder, loaded.file, loaded.unlocked, {
      database: await openAsApp(place),
      blobs: loaded.blobs,
    });
    await settleKeyring(archive, isNext);
    // Nothing was told yet: a restored archive is whole or is not there.
    await sweep(archive, 0, { onFault: rethrow });
    await writeErasures(archive);
    await followWithTiles(archive);
    making.finish(loaded.file);
    return { archive, erasedAgain: loaded.erasedAgain, missing: loaded.missing };
  } catch (error) {
    await making.abandon();
    throw error;
  }
}

function rethrow(error: unknown): never {
  throw error;
}

type Loaded = {
  readonly blobs: BlobStore;
  readonly file: ArchiveFile;
  readonly unlocked: Unlocked;
  readonly erasedAgain: number;
  readonly missing: readonly string[];
};

/** Puts rows and evidence back, makes the views, and erases again, all in one transaction. */
async function loadLines(
  folder: string,
  making: Making,
  lines: AsyncIterable<string>,
  secret: Secret,
  options: RestoreOptions,
): Promise<Loaded> {
  const place = placeOf(folder, options.url);
  const checked = checkedLines(lines);
  const first = await checked.next();
  const head = first.value as BackupHead | undefined;
  if (!BACKUP_FORMATS.some((format) => format === head?.format) || head === undefined)
    throw new Failure(
      "input-refused",
      "This is no backup of an archive, or a newer Sanad made it; name a file that sanad backup wrote",
    );
  const { workspace, origin } = head;
  const seat = makeId("s");
  const { file, blobs } = placeEvidence(
    folder,
    { format: 1, workspace, origin, database: place.kind, seat },
    options.evidence,
  );
  const keyring = parseKeyring(head.keyring);
  const unlocked = await unlockAny(keyring, secret);
  making.begin(file);
  writeKeyring(join(folder, KEYS_FILE), keyring);
  const owner = await openAsOwner(place);
  try {
    await migrate(owner);
    await refuseKnown(owner, workspace);
    const erasedAgain = await owner.transaction().execute(async (one) => {
      await refuseOtherArchives(one, workspace);
      let done = 1;
      const evidence = joinParts(blobs);
      for await (const line of checked as AsyncIterable<BackupLine>) {
        if ("table" in line) await insertRow(one, line, workspace);
        else await evidence.put(line);
        options.step((done += 1));
      }
      evidence.end();
      await sql`update ledger.heads set seat = ${seat} where workspace = ${workspace}`.execute(one);
      await noteOrigin(one, head);
      const { archive } = await assembleWithAny(folder, file, unlocked, { database: one, blobs });
      await rebuildViews(archive, one);
      return eraseAgain(one, archive, options);
    });
    return { blobs, file, unlocked, erasedAgain, missing: head.missing ?? [] };
  } finally {
    await owner.destroy();
  }
}

/** The file that an archive was made of holds all that is in it. */
async function noteOrigin(
  one: InTransaction,
  { workspace, id, madeAt }: BackupHead,
): Promise<void> {
  if (id === undefined) return;
  const size = await sizeSeen(one, workspace);
  await noteBackup({ database: one, workspace }, { id, day: madeAt.slice(0, 10), size });
}

/** Puts evidence back; parts follow each other until the file is whole. */
function joinParts(store: BlobStore) {
  let parts: Buffer[] = [];
  const end = (): void => {
    if (parts.length > 0) throw notWhole();
  };
  return {
    end,
    put: async ({
      blob,
      data,
      at,
      size,
    }: Extract<BackupLine, { readonly blob: string }>): Promise<void> => {
      const bytes = Buffer.from(data, "base64");
      const before = parts.reduce((sum, { length }) => sum + length, 0);
      if ((at ?? 0) !== before) throw notWhole();
      parts.push(bytes);
      if (before + bytes.length < (size ?? bytes.length)) return;
      await writeSealedBlob(store, blob, Buffer.concat(parts));
      parts = [];
    },
  };
}

/** What was erased after the backup was made is not in the archive that it makes. */
async function eraseAgain(
  one: InTransaction,
  archive: Archive,
  { erasures, at, link }: RestoreOptions,
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
  const gone = rows.map(({ record }) => record);
  const ids = await idsOf(one, workspace, gone);
  // Of somebody who worked here the name goes, which stands under the pseudonym.
  const actors = await actorsNamed(archive, one);
  const carried = await carryAgain(one, archive, gone, link);
  const how = { by: "a-archive", reason: "Erased before; a backup brought it back", at };
  await appendWithin(
    one,
    archive,
    [
      ...rows.map((row) =>
        erasureOf({ ...row, ids: ids.get(row.record) ?? [] }, actors.get(row.record) ?? null, how),
      ),
      ...carried,
    ],
    { at, expected: null, beside: () => destroyRecords(one, workspace, gone) },
  );
  return rows.length;
}

/** What people decided about the namings of other reports stays here, too, as it did where they were erased. */
async function carryAgain(
  one: InTransaction,
  archive: Archive,
  records: readonly string[],
  link: RestoreOptions["link"],
): Promise<readonly NewEntry[]> {
  const { workspace } = archive;
  const { rows } = await sql`
    select 1 from view.link_decisions where workspace = ${workspace} and record = any(${records as string[]})
    union all select 1 from view.person_states where workspace = ${workspace} and record = any(${records as string[]}) limit 1`.execute(
    one,
  );
  if (rows.length === 0) return [];
  await link(archive, one);
  return carryDecisions(archive, records);
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
