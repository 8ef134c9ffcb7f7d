/**
 * In: an archive whose file of keys has ways of before and behind a change. Out: the file with those alone that the ledger has.
 * Never: needed to read: ways of both open meanwhile, and whoever cannot write the file leaves it to the next.
 */
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { type Archive, keysChanged } from "./archive.ts";
import type { Database, InTransaction } from "./database.ts";
import { KEYS_FILE, type Keyring, readKeyring, type Wrap, writeKeyring } from "./keyring.ts";

/**
 * A master key was to be replaced. Where the database has the next one its wraps become the ones, and those of the old go; else those of the
 * next do: whoever replaces it holds the head until it is there, so that the rotation was cut short before that.
 */
export async function settleKeyring(archive: Archive, hasNext: boolean): Promise<void> {
  const file = join(archive.folder, KEYS_FILE);
  if (readKeyring(file).next === undefined) return;
  await archive.database.transaction().execute(async (one) => {
    await lockKeys(one, archive);
    const { next, ...keyring } = readKeyring(file);
    if (next !== undefined) writeKeyring(file, hasNext ? { ...keyring, wraps: next } : keyring);
  });
}

/**
 * Ways were to change: the entry that says so decides whether they did. Whoever was about to enter it holds the head, so that it is
 * there or will never be. Answers whether they did; null where nothing is to be settled.
 */
export async function settleWays({
  database,
  workspace,
  folder,
}: Archive): Promise<boolean | null> {
  const file = join(folder, KEYS_FILE);
  if (readKeyring(file).change === undefined && draftsIn(folder).length === 0) return null;
  return database.transaction().execute(async (one) => {
    await sql`select 1 from ledger.heads where workspace = ${workspace} for update`.execute(one);
    // Whoever writes the file holds the head: a draft that is there now was left by somebody who was killed, with ways of before.
    for (const draft of draftsIn(folder)) rmSync(join(folder, draft), { force: true });
    const { change, ...keyring } = readKeyring(file);
    if (change === undefined) return null;
    const wraps = await waysEntered(one, workspace, change);
    writeKeyring(file, wraps === null ? keyring : { ...keyring, wraps });
    return wraps !== null;
  });
}

/** Files that a write of the keys was to become, by the number of the program that began it. */
function draftsIn(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => DRAFT.test(name));
}

const DRAFT = /^keys\.json\.\d+$/;

/** The ways that hold, whatever of the file was settled. */
export async function waysThatHold(
  { database, workspace }: Pick<Archive, "database" | "workspace">,
  { wraps, change }: Keyring,
): Promise<readonly Wrap[]> {
  if (change === undefined) return wraps;
  return (await waysEntered(database, workspace, change)) ?? wraps;
}

/** Ways behind a change; null where the ledger has not the entry that says so. */
async function waysEntered(
  one: Database,
  workspace: string,
  { entry, wraps }: NonNullable<Keyring["change"]>,
): Promise<readonly Wrap[] | null> {
  const { rows } = await sql`select 1 from ledger.entries
    where workspace = ${workspace} and id = ${entry}`.execute(one);
  return rows.length === 0 ? null : wraps;
}

/** Holds the head, as every writer does; throws `conflict` where the keys are others by now. */
async function lockKeys(one: InTransaction, { workspace, keys }: Archive): Promise<void> {
  const { rows } = await sql<{ keys: number }>`
    select keys from ledger.heads where workspace = ${workspace} for update`.execute(one);
  if (rows[0]?.keys !== keys.generation) throw keysChanged();
}
