/** Evidence that no entry names: a file is written before the transaction that enters it, and that may be killed. */
import { existsSync, opendirSync, statSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import type { Archive } from "./archive.ts";
import { removeBlob } from "./blobs.ts";
import type { Database } from "./database.ts";

/** Files of evidence that no row of the ledger names, such as an interrupted `add` leaves behind. */
export async function findOrphans(
  { folder, workspace }: Archive,
  one: Database,
): Promise<readonly string[]> {
  const root = join(folder, "evidence");
  const orphans: string[] = [];
  for (const part of namesIn(root)) {
    const files = namesIn(join(root, part)).map((name) => `${part}${name}`);
    const { rows } = await sql<{
      name: string;
    }>`select name from unnest(${files}::text[]) as f(name)
      where not exists (select 1 from ledger.blobs b where b.workspace = ${workspace} and b.name = f.name)`.execute(
      one,
    );
    orphans.push(...rows.map(({ name }) => name));
  }
  return orphans;
}

function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names: string[] = [];
  const open = opendirSync(folder);
  try {
    for (let next = open.readSync(); next !== null; next = open.readSync()) names.push(next.name);
  } finally {
    open.closeSync();
  }
  return names.sort();
}

/** Younger ones may be of a report that is being added just now. */
const OLD_MS = 24 * 60 * 60 * 1000;

/** Takes away what was left behind a day ago or more; nobody has a key that opens it. */
export async function removeOrphans(archive: Archive): Promise<void> {
  const now = Date.now();
  for (const name of await findOrphans(archive, archive.database)) {
    const path = join(archive.folder, "evidence", name.slice(0, 2), name.slice(2));
    const file = statSync(path, { throwIfNoEntry: false });
    if (file !== undefined && now - file.mtimeMs >= OLD_MS) removeBlob(archive.folder, name);
  }
}
