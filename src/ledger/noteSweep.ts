/** What is to be taken away behind a transaction is noted in it: whoever is killed leaves it to the next command. */
import { sql } from "kysely";
import type { InTransaction } from "./database.ts";

/** Notes in the transaction of an erasure what is to be taken away behind it: evidence, and parts of tables that records stand in. */
export async function noteSweep(
  one: InTransaction,
  workspace: string,
  evidence: readonly string[],
  records: readonly string[],
): Promise<void> {
  // A report without a row in any part leaves a mark too: without one all parts would be written anew.
  await sql`insert into ledger.sweeps select ${workspace}, 'part', pg_current_xact_id()::text || ' ' || part from (
      select tableoid::regclass::text as part from view.claims where workspace = ${workspace} and record = any(${records})
      union select tableoid::regclass::text from view.documents where workspace = ${workspace} and record = any(${records})
      union select '-') as parts
    on conflict do nothing`.execute(one);
  await sql`insert into ledger.sweeps select ${workspace}, 'evidence', name from unnest(${evidence}::text[]) as e(name)
    union all values (${workspace}::uuid, 'database', pg_current_xact_id()::text), (${workspace}::uuid, 'list', '')
    on conflict do nothing`.execute(one);
}

/** Notes, in a transaction that wraps keys anew or destroys some, that no trace of them as they were may stay. */
export async function noteKeySweep(one: InTransaction, workspace: string): Promise<void> {
  await sql`insert into ledger.sweeps values (${workspace}, 'keys', pg_current_xact_id()::text)
    on conflict do nothing`.execute(one);
}
