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

/** Holds the head, as every writer does; throws `conflict` where the keys are others by now. */
async function lockKeys(one: InTransaction, { workspace, keys }: Archive): Promise<void> {
  const { rows } = await sql<{ keys: number }>`
    select keys from ledger.heads where workspace = ${workspace} for update`.execute(one);
  if (rows[0]?.keys !== keys.generation) throw keysChanged();
}
