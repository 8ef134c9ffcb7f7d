/** Views made again from the entries, where another version of the projection made them. */
import { sql } from "kysely";
import { type Archive, isNewer, keysChanged } from "./archive.ts";
import type { InTransaction } from "./database.ts";
import { ENTRY_KINDS, isEntryKind } from "./entryKinds.ts";
import { type Fault, makeFaultList } from "./faults.ts";
import { putJobsFor } from "./jobs.ts";
import { parseLeaf } from "./leaf.ts";
import { projectEntries } from "./project.ts";
import { PROJECTION } from "./projection.ts";
import { checkEntries } from "./verifyEntries.ts";
import { LINK_TABLES, VIEW_TABLES } from "./viewTables.ts";

/** Told how many entries are done, and null when all are. */
export type Rebuilding = (done: number | null) => void;

/** Makes the views again where they are not of this version, and answers with what is damaged; one program does it, the others wait. */
export async function ensureViews(archive: Archive, step?: Rebuilding): Promise<readonly Fault[]> {
  if (await isCurrent(archive, archive.database)) return [];
  const faults = await archive.database.transaction().execute(async (one) => {
    await sql`select 1 from ledger.heads where workspace = ${archive.workspace} for update`.execute(
      one,
    );
    return (await isCurrent(archive, one)) ? [] : rebuildViews(archive, one, step);
  });
  step?.(null);
  return faults;
}

/** Were the rows that are searched made as this version makes them? "unknown" is said of no archive that a program has opened. */
export async function whoMadeViews({
  database,
  workspace,
}: Archive): Promise<"this version" | "another" | "unknown"> {
  const { rows } = await sql<{ projection: number }>`
    select projection from view.state where workspace = ${workspace}`.execute(database);
  const [row] = rows;
  if (row === undefined) return "unknown";
  if (row.projection > PROJECTION) throw isNewer();
  return row.projection === PROJECTION ? "this version" : "another";
}

async function isCurrent({ workspace }: Archive, within: Archive["database"]): Promise<boolean> {
  const { rows } = await sql<{ projection: number }>`
    select projection from view.state where workspace = ${workspace}`.execute(within);
  const projection = rows[0]?.projection ?? 0;
  // Made again by an older version, they would be made again by the newer one, and so on at each command.
  if (projection > PROJECTION) throw isNewer();
  return projection === PROJECTION;
}

/**
 * Makes every view again from the entries. What of an entry does not open, since a bit of it or of its key is another one, is passed over and
 * answered with: one damaged record keeps nobody from the others.
 */
export async function rebuildViews(
  archive: Archive,
  one: InTransaction,
  step: Rebuilding = () => undefined,
): Promise<readonly Fault[]> {
  const { workspace } = archive;
  const size = await sizeToRebuild(archive, one);
  await refuseNewer(archive, one);
  for (const { name } of [...VIEW_TABLES, ...LINK_TABLES])
    await sql`delete from ${sql.raw(`view.${name}`)} where workspace = ${workspace}`.execute(one);
  const faults = makeFaultList();
  const looking = { isWanted: () => true, isAlone: false, faults };
  let done = 0;
  for await (const { entries, leaves } of checkEntries(
    archive,
    one,
    { from: 0, to: size },
    looking,
  )) {
    await projectEntries(one, workspace, entries);
    await putJobsFor(one, workspace, entries);
    step((done += leaves.length));
  }
  await sql`insert into view.state values (${workspace}, ${PROJECTION})
    on conflict (workspace) do update set projection = excluded.projection`.execute(one);
  return faults.listed;
}

/** Entries that stand in a row. Keys that somebody replaced meanwhile would make entries look damaged that are not: throws `conflict`. */
async function sizeToRebuild({ workspace, keys }: Archive, one: InTransaction): Promise<number> {
  const { rows } = await sql<{ keys: number; size: number }>`
    select keys, least(size, (select coalesce(max(index) + 1, 0) from ledger.entries where workspace = ${workspace})) as size
    from ledger.heads where workspace = ${workspace}`.execute(one);
  const [head] = rows;
  if (head !== undefined && head.keys !== keys.generation) throw keysChanged();
  return head?.size ?? 0;
}

/** Throws where a newer Sanad entered what this one cannot read: rows without it would be taken for all there are. */
async function refuseNewer({ workspace }: Archive, one: InTransaction): Promise<void> {
  const { rows } = await sql<{ kind: string; version: number; index: number; leaf: Uint8Array }>`
    select distinct on (kind, version) kind, version, index, leaf from ledger.entries
    where workspace = ${workspace} order by kind, version, index`.execute(one);
  for (const { kind, version, index, leaf } of rows)
    if (!isEntryKind(kind) || version > ENTRY_KINDS[kind].version)
      if (saysSo(leaf, index, kind, version)) throw isNewer();
}

/** Columns alone may be damaged. */
function saysSo(bytes: Uint8Array, index: number, kind: string, version: number): boolean {
  try {
    const leaf = parseLeaf(bytes, index);
    return leaf.kind === kind && leaf.version === version;
  } catch {
    return false;
  }
}
