/** Views made again from the entries, where another version of the projection made them. */
import { sql } from "kysely";
import { type Archive, isNewer, readRecordKeys } from "./archive.ts";
import type { InTransaction } from "./database.ts";
import { putJobsFor } from "./jobs.ts";
import { openEntry } from "./leaf.ts";
import { PROJECTION, projectEntries } from "./project.ts";
import { LINK_TABLES, VIEW_TABLES } from "./viewTables.ts";

const PAGE = 500;

/** Told how many entries are done, and null when all are. */
export type Rebuilding = (done: number | null) => void;

/** Makes the views again where they are not of this version; one program does it, the others wait. */
export async function ensureViews(archive: Archive, step?: Rebuilding): Promise<void> {
  if (await isCurrent(archive, archive.database)) return;
  await archive.database.transaction().execute(async (one) => {
    await sql`select 1 from ledger.heads where workspace = ${archive.workspace} for update`.execute(
      one,
    );
    if (!(await isCurrent(archive, one))) await rebuildViews(archive, one, step);
  });
  step?.(null);
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

/** Makes every view again from the entries. */
export async function rebuildViews(
  archive: Archive,
  one: InTransaction,
  step: Rebuilding = () => undefined,
): Promise<void> {
  const { workspace } = archive;
  for (const { name } of [...VIEW_TABLES, ...LINK_TABLES])
    await sql`delete from ${sql.raw(`view.${name}`)} where workspace = ${workspace}`.execute(one);
  for (let from = 0; ; from += PAGE) {
    const { rows } = await sql<{
      index: number;
      record: string;
      leaf: Uint8Array;
      sealed: Uint8Array | null;
    }>`
      select index, record, leaf, sealed from ledger.entries
      where workspace = ${workspace} and index >= ${from} and index < ${from + PAGE} order by index`.execute(
      one,
    );
    if (rows.length === 0) break;
    const keys = await readRecordKeys(archive, [...new Set(rows.map(({ record }) => record))], one);
    const entries = rows.flatMap(({ index, record, leaf, sealed }) => {
      const key = keys.get(record);
      return sealed === null || key === undefined ? [] : [openEntry(leaf, sealed, index, key)];
    });
    await projectEntries(one, workspace, entries);
    await putJobsFor(one, workspace, entries);
    step(from + rows.length);
  }
  await sql`insert into view.state values (${workspace}, ${PROJECTION})
    on conflict (workspace) do update set projection = excluded.projection`.execute(one);
}
