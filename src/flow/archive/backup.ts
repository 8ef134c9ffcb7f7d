/** The stories of `sanad backup` and `sanad restore`: a whole archive as one file, and back. */
import { serverOf } from "./serverOf.ts";
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { Failure } from "../../base/failure.ts";
import { type Archive, keysChanged, readKeys } from "../../ledger/archive.ts";
import {
  isEncrypted,
  isOpenedBy,
  type Lock,
  type Opener,
  readBackup,
  writeBackup,
} from "../../ledger/backupFile.ts";
import { backupLines, documentsOfEvidence, findMissing } from "../../ledger/backupLines.ts";
import { forgetBackup, noteBackup, refuseErasedSince, sizeSeen } from "../../ledger/backups.ts";
import type { InTransaction } from "../../ledger/database.ts";
import { type Erasures, readErasures } from "../../ledger/erasures.ts";
import { makeId } from "../../ledger/ids.ts";
import {
  type Keyring,
  KEYS_FILE,
  readKeyring,
  recipientsOf,
  type Secret,
} from "../../ledger/keyring.ts";
import { makeFaultList } from "../../ledger/faults.ts";
import { type Restored, restoreArchive } from "../../ledger/restoreArchive.ts";
import { checkEntries } from "../../ledger/verifyEntries.ts";
import { linkAllWithin } from "./people/linkPeople.ts";
import { evidenceOf, secretOf, type Surroundings } from "./session.ts";

export { missing as missingEvidence } from "../../ledger/blobStore.ts";
export { SHORTEST_PASSPHRASE } from "../../ledger/keyring.ts";
export type { Lock };

export type BackupOptions = {
  readonly step?: (lines: number) => void;
  /** Where given, evidence that cannot be read is left out, and its reports are told; else nothing is written then. */
  readonly onMissing?: ((pieces: number, documents: readonly string[]) => void) | undefined;
  /** Told how many entries, keys and pieces of evidence do not hold: they are in the file as they are here. */
  readonly onDamaged?: (things: number) => void;
};

/** Writes a backup of one state of the archive, whatever others enter meanwhile; answers with its random name. */
export async function backupArchive(
  archive: Archive,
  file: string,
  lock: Lock,
  at: string,
  { step = () => undefined, onMissing, onDamaged }: BackupOptions = {},
): Promise<string> {
  if (existsSync(file))
    throw new Failure("conflict", `${file} is there already; nothing was written over it`);
  if (!existsSync(dirname(file)))
    throw new Failure("not-found", `There is no folder ${dirname(file)} to write the backup into`);
  refuseWithin(file, archive.folder);
  const { workspace, signer, database } = archive;
  const id = makeId("b");
  step(0);
  await database
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (one) => {
      const keyring = await keyringOf(archive, one);
      const head = { workspace, origin: signer.name, madeAt: at, id, keyring };
      const own = lock.kind === "passphrase" ? { ...lock, recovery: recipientsOf(keyring) } : lock;
      const size = await sizeSeen(one, workspace);
      // Noted before anything is read, so that whoever erases meanwhile is told of it; what was erased before the note is looked for after.
      await noteBackup(archive, { id, day: at.slice(0, 10), size });
      try {
        const missing = onMissing === undefined ? [] : await findMissing(archive, one);
        const whole = missing.length === 0 ? head : { ...head, missing };
        let damaged = 0;
        const lines = backupLines(archive, one, whole, { step, onDamaged: () => (damaged += 1) });
        const documents = missing.length === 0 ? [] : await documentsOfEvidence(archive, missing);
        // Before the file has its name: whatever fails behind that must not let its note be forgotten.
        if (onDamaged !== undefined) damaged = await countDamaged(archive, one, Number(size));
        await writeBackup(file, lines, own, () => refuseErasedSince(archive, size));
        if (missing.length > 0) onMissing?.(missing.length, documents);
        if (damaged > 0) onDamaged?.(damaged);
      } catch (error) {
        // A note of a file that is not there misleads; one that is left behind by a killed program is harmless.
        await forgetBackup(archive, id).catch(() => undefined);
        throw error;
      }
    });
  return id;
}

/** Things in the entries, their keys among them, that do not hold: whoever keeps this file alone should know. */
async function countDamaged(archive: Archive, one: InTransaction, size: number): Promise<number> {
  const faults = makeFaultList();
  const looking = { isWanted: () => false, isAlone: true, faults };
  const pages = checkEntries(archive, one, { from: 0, to: size }, looking);
  for await (const page of pages) void page;
  return faults.listed.length + faults.unlisted();
}

/** Throws where a backup would lie in the archive's own folder. */
export function refuseWithin(file: string, folder: string): void {
  if (existsSync(dirname(file)) && isWithin(file, folder))
    throw new Failure(
      "input-refused",
      `${file} lies in the folder of the archive that it is to save: what takes the one takes the other; name a file on another disk`,
    );
}

/** Does a file lie in a folder, whatever links lead there? */
function isWithin(file: string, folder: string): boolean {
  const way = relative(realpathSync(folder), realpathSync(dirname(file)));
  return way === "" || !(way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way));
}

/** The wrapped keys that open what the transaction sees; throws `conflict` where they are being replaced. */
async function keyringOf(
  { folder, workspace, keys, signer }: Archive,
  one: InTransaction,
): Promise<Keyring> {
  const file = join(folder, KEYS_FILE);
  const before = readKeyring(file);
  // The first question to the database is what settles which state of it the transaction sees.
  const seen = await readKeys(one, workspace, signer.name, keys.master).catch((error: unknown) => {
    throw error instanceof Failure && error.code === "integrity" ? keysChanged() : error;
  });
  const isSame = isDeepStrictEqual(readKeyring(file), before);
  if (!isSame || seen.generation !== keys.generation) throw keysChanged();
  return before;
}

/** Makes the archive of a backup in an empty folder, without what lists of erasures name. */
export async function restoreBackup(
  file: string,
  folder: string,
  around: Surroundings,
  {
    identity = null,
    erasures = null,
    step = () => undefined,
    putAway = null,
  }: {
    readonly identity?: string | null;
    /** A list of erasures, or the folder of an archive that has one. */
    readonly erasures?: string | null;
    readonly step?: (lines: number) => void;
    /** Recovery words or shares, in place of both passphrases. */
    readonly putAway?: Secret | null;
  } = {},
): Promise<Restored & { readonly hasList: boolean }> {
  if (!existsSync(file)) throw new Failure("not-found", `There is no backup ${file}`);
  const opener = await openerOf(file, around, identity, putAway);
  const secret = putAway ?? (await secretOf(around, false));
  const lists = findErasures(file, erasures);
  const restored = await restoreArchive(folder, readBackup(file, opener), secret, {
    url: serverOf(around.env),
    evidence: evidenceOf(around),
    at: around.now(),
    erasures: lists,
    link: linkAllWithin,
    step,
  });
  return { ...restored, hasList: lists.length > 0 };
}

/** The backup's own passphrase is another than the archive's, unless a setting says so. */
async function openerOf(
  file: string,
  { env, ask }: Surroundings,
  identity: string | null,
  putAway: Secret | null,
): Promise<Opener> {
  if (identity !== null || !isEncrypted(file)) return { passphrase: null, identity };
  const seed = putAway !== null && "seed" in putAway ? putAway.seed : null;
  const bySeed = { passphrase: null, identity: null, seed };
  // A backup from before the words were made has a passphrase alone.
  if (seed !== null && (await isOpenedBy(file, bySeed))) return bySeed;
  const given = env["SANAD_BACKUP_PASSPHRASE"];
  if (given !== undefined) return { passphrase: given, identity: null };
  if (ask !== null)
    return { passphrase: await ask("Passphrase of the backup: ", true), identity: null };
  const own = env["SANAD_PASSPHRASE"];
  if (own !== undefined) return { passphrase: own, identity: null };
  throw new Failure(
    "forbidden",
    "The backup is encrypted and nobody can be asked; set SANAD_BACKUP_PASSPHRASE or give --identity",
  );
}

/** The list that is named, and those that lie beside the backup. */
function findErasures(file: string, named: string | null): readonly Erasures[] {
  const beside = readdirSync(dirname(file))
    .filter((name) => name.endsWith("erasures.json"))
    .flatMap((name) => readErasures(join(dirname(file), name)) ?? []);
  if (named === null) return beside;
  const list = readErasures(named);
  if (list === null) throw new Failure("not-found", `There is no list of erasures ${named}`);
  return [...beside, list];
}
