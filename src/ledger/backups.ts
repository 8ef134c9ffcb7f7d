/**
 * In: backups that are made of an archive, and archives that are made of backups. Out: which files hold what an erasure destroys.
 * Never: learns of a copy of such a file; docs/erasure.md says what that means.
 */
import { sql } from "kysely";
import { Failure } from "../base/failure.ts";
import type { Archive } from "./archive.ts";
import type { Database, InTransaction } from "./database.ts";

/** A backup by the random name that stands in its file, with the day on which it was made and how many entries it holds. */
export type BackupNote = { readonly id: string; readonly day: string; readonly size: string };

type Notes = Pick<Archive, "database" | "workspace">;

/** How many entries the transaction sees. */
export async function sizeSeen(one: InTransaction, workspace: string): Promise<string> {
  const { rows } = await sql<{ size: string }>`
    select size::text as size from ledger.heads where workspace = ${workspace}`.execute(one);
  return rows[0]?.size ?? "0";
}

/**
 * Notes that a backup holds the first `size` entries, so that an erasure can tell which hold what it destroys; a restored archive knows of the
 * one that it came from. Not in the transaction that reads the backup: that sees one state, in which nothing can be written that refers to
 * a head that went on since.
 */
export async function noteBackup(
  { database, workspace }: Notes,
  { id, day, size }: BackupNote,
): Promise<void> {
  await sql`insert into ledger.backups (workspace, id, made_on, size)
    values (${workspace}, ${id}, ${day}::date, ${size}::bigint) on conflict do nothing`.execute(
    database,
  );
}

/** Of a file that never got its name nobody is told. */
export async function forgetBackup({ database, workspace }: Notes, id: string): Promise<void> {
  await sql`delete from ledger.backups where workspace = ${workspace} and id = ${id}`.execute(
    database,
  );
}

/** Throws where something was erased since a backup saw so many entries: it holds what nobody may promise to be gone. */
export async function refuseErasedSince(
  { database, workspace }: Notes,
  size: string,
): Promise<void> {
  const { rows } = await sql`select 1 from ledger.entries
    where workspace = ${workspace} and index >= ${size}::bigint and kind = 'record-erased' limit 1`.execute(
    database,
  );
  if (rows.length > 0)
    throw new Failure(
      "conflict",
      "Something was erased while the backup was written, and it would still hold it; nothing was kept, start it again",
    );
}

/** Backups that hold something of these records. */
export async function backupsHolding(
  one: Database,
  workspace: string,
  records: readonly string[],
): Promise<readonly { readonly id: string; readonly madeOn: string }[]> {
  const { rows } = await sql<{ id: string; madeOn: string }>`
    select id, made_on as "madeOn" from ledger.backups where workspace = ${workspace}
      and size > (select min(index) from ledger.entries where workspace = ${workspace} and record = any(${records as string[]}))
    order by made_on, id`.execute(one);
  return rows;
}
