/** Linking takes its time: what was erased since it began to read must not come back by what it writes. */
import { sql } from "kysely";
import type { InTransaction } from "./database.ts";
import { noteSweep } from "./noteSweep.ts";
import { hideMentions } from "./projectPeople.ts";

/**
 * Takes out what this transaction put in of records that were erased since the ledger had this size, and lets nobody erase until it ends.
 * The note for who strikes traces comes with it: these rows stood in the files.
 */
export async function hideErasedSince(
  one: InTransaction,
  workspace: string,
  size: number,
): Promise<void> {
  // Whoever erases holds the head: he is done, and seen, or waits and sees what is written here.
  await sql`select 1 from ledger.heads where workspace = ${workspace} for share`.execute(one);
  const { rows } = await sql<{ record: string; index: number }>`
    select e.record, min(e.index) as index from view.erased e
    where e.workspace = ${workspace} and e.index >= ${size} and (
      exists (select 1 from view.mentions m where m.workspace = e.workspace and m.record = e.record)
      or exists (select 1 from view.tellings t where t.workspace = e.workspace and t.record = e.record))
    group by e.record order by e.record`.execute(one);
  if (rows.length === 0) return;
  for (const { record, index } of rows) await hideMentions(one, workspace, record, index);
  await noteSweep(
    one,
    workspace,
    [],
    rows.map(({ record }) => record),
  );
}
