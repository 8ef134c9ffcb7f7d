/**
 * In: the lines of a backup and an empty folder. Out: the archive that was backed up, its views made again.
 * Never: writes over an archive; leaves half of one that calls itself whole.
 */
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { sql } from "kysely";
import { Failure } from "../base/failure.ts";
import type { Archive } from "./archive.ts";
import { type BackupHead, type BackupLine, checkedLines, insertRow } from "./backupLines.ts";
import { writeSealedBlob } from "./blobs.ts";
import { openAsApp, openAsOwner } from "./database.ts";
import { KEYS_FILE, parseKeyring, type Secret, unlockAny, writeKeyring } from "./keyring.ts";
import { migrate } from "./migrate.ts";
import {
  assembleWithAny,
  clusterFolder,
  FOLDER_MODE,
  isArchive,
  placeOf,
  writeArchiveFile,
} from "./openArchive.ts";
import { stopEmbedded } from "./postgres/startEmbedded.ts";
import { ensureViews } from "./rebuildViews.ts";
import type { Key } from "./seal.ts";

/** Restores into a folder that is missing or empty; answers with the open archive. */
export async function restoreArchive(
  path: string,
  lines: AsyncIterable<string>,
  secret: Secret,
  url: string | null,
): Promise<Archive> {
  const folder = resolve(path);
  mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
  if (isArchive(folder))
    throw new Failure(
      "conflict",
      `${folder} is an archive already; restore into another folder, nothing was changed`,
    );
  if (readdirSync(folder).length > 0)
    throw new Failure(
      "input-refused",
      `${folder} is not empty; name a folder that is, or that is not there yet`,
    );
  try {
    const { head, masters } = await loadLines(folder, lines, secret, url);
    const file = { format: 1, workspace: head.workspace, origin: head.origin } as const;
    const archive = await assembleWithAny(
      folder,
      file,
      masters,
      await openAsApp(placeOf(folder, url)),
    );
    await ensureViews(archive);
    writeArchiveFile(folder, file);
    return archive;
  } catch (error) {
    // The folder was empty: what is in it now is this restore's own.
    await stopEmbedded(clusterFolder(folder));
    for (const name of readdirSync(folder))
      rmSync(join(folder, name), { recursive: true, force: true });
    throw error;
  }
}

async function loadLines(
  folder: string,
  lines: AsyncIterable<string>,
  secret: Secret,
  url: string | null,
): Promise<{ head: BackupHead; masters: readonly Key[] }> {
  const checked = checkedLines(lines);
  const first = await checked.next();
  const head = first.value as BackupHead | undefined;
  if (head?.format !== "sanad-backup/1")
    throw new Failure("input-refused", "This is no backup of an archive, or a newer Sanad made it");
  const keyring = parseKeyring(head.keyring);
  const masters = await unlockAny(keyring, secret);
  writeKeyring(join(folder, KEYS_FILE), keyring);
  const owner = await openAsOwner(placeOf(folder, url));
  try {
    await migrate(owner);
    await refuseKnown(owner, head.workspace);
    await owner.transaction().execute(async (one) => {
      for await (const line of checked as AsyncIterable<BackupLine>) {
        if ("table" in line) await insertRow(one, line, head.workspace);
        else writeSealedBlob(folder, line.blob, Buffer.from(line.data, "base64"));
      }
    });
  } finally {
    await owner.destroy();
  }
  return { head, masters };
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
