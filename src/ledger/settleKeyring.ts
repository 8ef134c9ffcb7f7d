import { join } from "node:path";
import { sql } from "kysely";
import { type Archive, keysChanged } from "./archive.ts";
import type { InTransaction } from "./database.ts";
import { KEYS_FILE, readKeyring, writeKeyring } from "./keyring.ts";

/** The database has the next master key: its wraps become the ones, and those of the old go. */
export async function settleKeyring(archive: Archive): Promise<void> {
  await archive.database.transaction().execute(async (one) => {
    await lockKeys(one, archive);
    const file = join(archive.folder, KEYS_FILE);
    const { next, ...keyring } = readKeyring(file);
    if (next !== undefined) writeKeyring(file, { ...keyring, wraps: next });
  });
}

/**
 * Ways were to change: the entry that says so decides whether they did. Whoever was about to enter it holds the head, so that it is
 * there or will never be.
 */
export async function settleWays({ database, workspace, folder }: Archive): Promise<void> {
  const file = join(folder, KEYS_FILE);
  if (readKeyring(file).change === undefined) return;
  await database.transaction().execute(async (one) => {
    await sql`select 1 from ledger.heads where workspace = ${workspace} for update`.execute(one);
    const { change, ...keyring } = readKeyring(file);
    if (change === undefined) return;
    const { rows } = await sql`select 1 from ledger.entries
      where workspace = ${workspace} and id = ${change.entry}`.execute(one);
    writeKeyring(file, rows.length === 0 ? keyring : { ...keyring, wraps: change.wraps });
  });
}

/** Holds the head, as every writer does; throws `conflict` where the keys are others by now. */
async function lockKeys(one: InTransaction, { workspace, keys }: Archive): Promise<void> {
  const { rows } = await sql<{ keys: number }>`
    select keys from ledger.heads where workspace = ${workspace} for update`.execute(one);
  if (rows[0]?.keys !== keys.generation) throw keysChanged();
}
