import { sql } from "kysely";
import { Failure } from "../base/failure.ts";
import type { InTransaction } from "./database.ts";

/** Throws where a database holds another archive: the names of both would lie in the same tables, and one login reads them all. */
export async function refuseOtherArchives(one: InTransaction, workspace: string): Promise<void> {
  // Of two that are made at the same moment one waits here, and then sees the other.
  await sql`lock table ledger.heads in share row exclusive mode`.execute(one);
  const { rows } = await sql<{ origin: string }>`
    select origin from ledger.heads where workspace <> ${workspace} order by origin limit 1`.execute(
    one,
  );
  const [other] = rows;
  if (other !== undefined)
    throw new Failure(
      "conflict",
      `The database that DATABASE_URL names holds another archive already (${other.origin}), and whoever reads one would read both; make a database of its own for this one (createdb NAME)`,
    );
}
