/**
 * In: entries that hold, in order. Out: every row that is searched or recognises reports, held against the same row made
 * again from the entries; differences by table, key and column. Never: changes a row that is searched; names what a row says.
 */
import { sql } from "kysely";
import type { Archive } from "./archive.ts";
import { rememberAgain } from "./captures.ts";
import type { InTransaction } from "./database.ts";
import { DERIVED_TABLES, elsewhere } from "./elsewhere.ts";
import type { Entry } from "./entryKinds.ts";
import type { FaultList } from "./faults.ts";
import { projectEntries } from "./project.ts";
import { inSavepoint, readOrNull } from "./savepoint.ts";
import type { DerivedTable } from "./viewTables.ts";

/** What was compared, and what lies in the folder of evidence that no entry knows of. */
export type DeepVerdict = { readonly rows: number; readonly orphans: readonly string[] };

/** Makes derived rows of a page of entries; an entry that nothing can be made of is named. */
export async function deriveAgain(
  archive: Archive,
  one: InTransaction,
  entries: readonly Entry[],
  faults: FaultList,
): Promise<void> {
  const there = one.withPlugin(elsewhere());
  const derive = async (): Promise<void> => {
    await projectEntries(there, archive.workspace, entries);
    await rememberAgain(there, archive, entries);
    await takeOldPages(archive, one, entries);
  };
  await inSavepoint(one, derive, async (error) => {
    const [only] = entries;
    if (only === undefined || !isOfRow(error)) throw error;
    if (entries.length === 1) faults.add(`entry ${only.index}`, "no row can be made of it");
    else for (const entry of entries) await deriveAgain(archive, one, [entry], faults);
  });
}

/** Captures of the first version do not tell their page: its row is taken as it is. */
async function takeOldPages(
  { workspace }: Archive,
  one: InTransaction,
  entries: readonly Entry[],
): Promise<void> {
  const records = entries.flatMap((entry) =>
    entry.kind === "document-captured" && entry.body.page === undefined ? [entry.record] : [],
  );
  if (records.length === 0) return;
  await sql`insert into pg_temp.pages select * from ledger.pages
    where workspace = ${workspace} and record = any(${records})`.execute(one);
}

/** An error of the data, the program or a constraint; a server that went away is none. */
function isOfRow(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return true;
  return typeof error.code === "string" && /^(2[0-9A-Z]|42|54)/.test(error.code);
}

/** Compares all derived tables; answers with the number of rows looked at. */
export async function compareDerived(
  { workspace }: Archive,
  one: InTransaction,
  faults: FaultList,
): Promise<number> {
  let rows = 0;
  for (const table of DERIVED_TABLES) {
    const counted = await readOrNull(one, () => compareTable(workspace, one, table, faults));
    if (counted === null) faults.add(`table ${table.name}`, "the database cannot read it");
    rows += counted ?? 0;
  }
  return rows;
}

type Difference = {
  readonly key: readonly string[];
  readonly isKept: boolean;
  readonly isMade: boolean;
  readonly columns: readonly string[];
};

async function compareTable(
  workspace: string,
  one: InTransaction,
  table: DerivedTable,
  faults: FaultList,
): Promise<number> {
  const key = table.key.map((column) => {
    const value = `coalesce(kept.${column}::text, made.${column}::text)`;
    return table.hidden?.includes(column) === true ? `left(md5(${value}), 12)` : value;
  });
  const on = table.key.map((column) => `kept.${column} = made.${column}`).join(" and ");
  const [first = ""] = table.key;
  const also = table.where === undefined ? sql`` : sql` and ${sql.raw(table.where)}`;
  // `row(…)` compares column by column, whichever table the row type is of.
  const { rows } = await sql<Difference>`
    select array[${sql.raw(key.join(", "))}] as key,
      kept.${sql.raw(first)} is not null as "isKept", made.${sql.raw(first)} is not null as "isMade",
      array(select k.key from jsonb_each(to_jsonb(kept)) k join jsonb_each(to_jsonb(made)) m using (key)
        where k.value is distinct from m.value order by 1) as columns
    from (select * from ${sql.raw(`${table.schema}.${table.name}`)} where workspace = ${workspace}${also}) kept
    full join (select * from ${sql.raw(`pg_temp.${table.name}`)} where workspace = ${workspace}${also}) made on ${sql.raw(on)}
    where row(kept.*) is distinct from row(made.*) order by 1`.execute(one);
  for (const { key: names, isKept, isMade, columns } of rows)
    faults.add(
      `row ${table.name} ${names.map(shorten).join(" ")}`,
      isKept && isMade
        ? `is not what the entries make of it: ${columns.join(", ")}`
        : isKept
          ? "is made by no entry"
          : "is missing, and the entries make it",
    );
  const { rows: counted } = await sql<{ count: number }>`
    select count(*) as count from ${sql.raw(`${table.schema}.${table.name}`)} where workspace = ${workspace}`.execute(
    one,
  );
  return counted[0]?.count ?? 0;
}

/** Keyed hashes are long, and their beginning tells them apart. */
function shorten(name: string): string {
  return /^(\\x)?[0-9a-f]{64}$/.test(name) ? name.replace("\\x", "").slice(0, 12) : name;
}
