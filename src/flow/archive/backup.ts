/** The stories of `sanad backup` and `sanad restore`: a whole archive as one file, and back. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { Failure } from "../../base/failure.ts";
import type { Archive } from "../../ledger/archive.ts";
import { type Lock, type Opener, readBackup, writeBackup } from "../../ledger/backupFile.ts";
import { backupLines } from "../../ledger/backupLines.ts";
import { KEYS_FILE, readKeyring } from "../../ledger/keyring.ts";
import { restoreArchive } from "../../ledger/restoreArchive.ts";
import { secretOf, type Surroundings } from "./session.ts";

export type { Lock };

/** Writes a backup of one state of the archive, whatever others enter meanwhile. */
export async function backupArchive(
  archive: Archive,
  file: string,
  lock: Lock,
  at: string,
): Promise<void> {
  if (existsSync(file))
    throw new Failure("conflict", `${file} is there already; nothing was written over it`);
  if (!existsSync(dirname(file)))
    throw new Failure("not-found", `There is no folder ${dirname(file)} to write the backup into`);
  const { workspace, signer, folder, database } = archive;
  const keyring = readKeyring(join(folder, KEYS_FILE));
  const head = {
    format: "sanad-backup/1",
    workspace,
    origin: signer.name,
    madeAt: at,
    keyring,
  } as const;
  await database
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute((one) => writeBackup(file, backupLines(archive, one, head), lock));
}

/** Makes the archive of a backup in an empty folder. */
export async function restoreBackup(
  file: string,
  folder: string,
  around: Surroundings,
  identity: string | null,
): Promise<Archive> {
  if (!existsSync(file)) throw new Failure("not-found", `There is no backup ${file}`);
  const secret = await secretOf(around, false);
  const opener: Opener = {
    passphrase:
      around.env["SANAD_BACKUP_PASSPHRASE"] ??
      (secret.kind === "passphrase" ? secret.passphrase : null),
    identity,
  };
  return restoreArchive(
    folder,
    readBackup(file, opener),
    secret,
    around.env["DATABASE_URL"] ?? null,
  );
}
