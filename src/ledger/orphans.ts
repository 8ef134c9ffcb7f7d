/** Evidence that no entry names: it is written before the transaction that enters it, and that may be killed. */
import { sql } from "kysely";
import type { Archive } from "./archive.ts";
import type { BlobStore, ListedBlob } from "./blobStore.ts";
import type { Database } from "./database.ts";
import { whileNobodyEnters } from "./enteringLock.ts";

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

/** Programs of before, which share no lock while they add, may still come to enter younger ones. */
const OLD_MS = 24 * 60 * 60 * 1000;

/** Where a piece of evidence lies: in the archive's folder, or at its address in a store elsewhere. */
export function pathOfEvidence({ url }: Pick<BlobStore, "url">, name: string): string {
  return `${url ?? "evidence"}/${name.slice(0, 2)}/${name.slice(2)}`;
}

/** Evidence of no entry, as paths: old enough to be nobody's, and what may still come to be somebody's. */
type Tidied = { readonly old: readonly string[]; readonly young: readonly string[] };

/** What `removeOrphans` would take away, and what it would leave. */
export async function lookForOrphans(archive: Archive): Promise<Tidied> {
  return eachOrphan(archive, async () => true);
}

/**
 * Takes away what was left behind a day ago or more; nobody has a key that opens it. Nothing is taken, and the answer is null, where
 * something is being added: how old a file is, is told by another clock than how long a program has run.
 */
export async function removeOrphans(archive: Archive): Promise<Tidied | null> {
  return whileNobodyEnters(archive, () =>
    eachOrphan(archive, async (name) => {
      // It may have come to be named since it was listed.
      if (await isNamed(archive, name)) return false;
      await archive.blobs.remove(name);
      return true;
    }),
  );
}

/** Shows each that is old; tells of those that are none when they are looked at again nothing. */
async function eachOrphan(
  archive: Archive,
  onOld: (name: string) => Promise<boolean>,
): Promise<Tidied> {
  const now = Date.now();
  const [old, young]: [string[], string[]] = [[], []];
  for await (const { name, writtenMs } of listOrphans(archive, archive.database)) {
    const path = pathOfEvidence(archive.blobs, name);
    if (now - writtenMs < OLD_MS) young.push(path);
    else if (await onOld(name)) old.push(path);
  }
  return { old, young };
}

async function isNamed({ database, workspace }: Archive, name: string): Promise<boolean> {
  const { rows } = await sql`select 1 from ledger.blobs
    where workspace = ${workspace} and name = ${name}`.execute(database);
  return rows.length > 0;
}
