/**
 * In: an archive that was opened some time ago. Out: whether a newer Sanad brought it further since.
 * Never: lets rows of two versions stand side by side, which nothing would tell apart later.
 */
import { sql } from "kysely";
import { Failure } from "../base/failure.ts";
import type { InTransaction } from "./database.ts";
import { readMigrations } from "./migrate.ts";
import { PROJECTION } from "./projection.ts";

/** Throws `conflict` where another version made the rows anew, or changed the tables, since this program looked. */
export async function refuseOutdated(one: InTransaction, workspace: string): Promise<void> {
  const { rows } = await sql<{ projection: number | null; files: number }>`select
    (select projection from view.state where workspace = ${workspace}) as projection,
    (select count(*) from public.sanad_migrations) as files`.execute(one);
  const { projection = null, files = 0 } = rows[0] ?? {};
  ownFiles ??= readMigrations().length;
  // Where nobody made them yet, whoever makes the archive will.
  const isOwn = projection === null || projection === PROJECTION;
  if (isOwn && files <= ownFiles) return;
  throw new Failure(
    "conflict",
    "Another version of Sanad brought this archive up to itself meanwhile, and nothing was written; start the command again with that version",
  );
}

let ownFiles: number | null = null;
