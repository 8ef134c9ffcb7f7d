/** Evidence that no entry names: it is written before the transaction that enters it, and that may be killed. */
import { sql } from "kysely";
import type { Archive } from "./archive.ts";
import type { ListedBlob } from "./blobStore.ts";
import type { Database } from "./database.ts";

/** Pieces of evidence that no row of the ledger names, such as an interrupted `add` leaves behind. */
export async function findOrphans(archive: Archive, one: Database): Promise<readonly string[]> {
  const orphans: string[] = [];
  for await (const { name } of listOrphans(archive, one)) orphans.push(name);
  return orphans;
}

async function* listOrphans(
  { blobs, workspace }: Archive,
  one: Database,
): AsyncGenerator<ListedBlob> {
  for await (const listed of blobs.list()) {
    const names = listed.map(({ name }) => name);
    const { rows } = await sql<{
      name: string;
    }>`select name from unnest(${names}::text[]) as f(name)
      where not exists (select 1 from ledger.blobs b where b.workspace = ${workspace} and b.name = f.name)`.execute(
      one,
    );
    const orphans = new Set(rows.map(({ name }) => name));
    yield* listed.filter(({ name }) => orphans.has(name));
  }
}

/** Younger ones may be of a report that is being added just now. */
const OLD_MS = 24 * 60 * 60 * 1000;

/** Where a piece of evidence lies in the archive's folder. */
export function pathOfEvidence(name: string): string {
  return `evidence/${name.slice(0, 2)}/${name.slice(2)}`;
}

/** Evidence of no entry, as paths: old enough to be nobody's, and what may still come to be somebody's. */
type Tidied = { readonly old: readonly string[]; readonly young: readonly string[] };

/** Takes away what was left behind a day ago or more; nobody has a key that opens it. */
export async function removeOrphans(archive: Archive, isDry = false): Promise<Tidied> {
  const now = Date.now();
  const [old, young]: [string[], string[]] = [[], []];
  for await (const { name, writtenMs } of listOrphans(archive, archive.database)) {
    const isOld = now - writtenMs >= OLD_MS;
    (isOld ? old : young).push(pathOfEvidence(name));
    if (isOld && !isDry) await archive.blobs.remove(name);
  }
  return { old, young };
}
