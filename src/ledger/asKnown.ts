/** Which rows of a view are looked at: those that hold now, or those that held at an entry. */
import { type RawBuilder, sql } from "kysely";
import { Failure } from "../base/failure.ts";
import type { Archive } from "./archive.ts";

/** Index of the last entry that is known; null is now. */
export type AsKnown = number | null;

/** The condition on the rows of a table alias that holds them to what was known. */
export function holdsAt(alias: string, at: AsKnown): RawBuilder<boolean> {
  const name = sql.raw(alias);
  return at === null
    ? sql`${name}.valid_to is null`
    : sql`${name}.valid_from <= ${at} and (${name}.valid_to is null or ${name}.valid_to > ${at})`;
}

/** What is implied for claims (`c`), by the index in whose order they are listed: none stands before its reading. */
export function readUntil(at: AsKnown): readonly RawBuilder<boolean>[] {
  return at === null ? [] : [sql`c.reading <= ${at}`];
}

/** The last entry that was known on a day, or that an entry's id or index names; on `today` all that there is. */
export async function findAsKnown(
  archive: Archive,
  given: string,
  today: string | null = null,
): Promise<number> {
  if (/^\d{4}-\d{2}-\d{2}$/.test(given)) return lastOn(archive, given, given === today);
  const { rows } = await sql<{ index: number }>`select index from ledger.entries
    where workspace = ${archive.workspace}
      and ${/^\d{1,15}$/.test(given) ? sql`index = ${given}::bigint` : sql`id = ${given}`}`.execute(
    archive.database,
  );
  const [row] = rows;
  if (row === undefined)
    throw new Failure(
      "not-found",
      `There is no entry ${given}; sanad log lists them, and a day such as 2025-12-15 is fine too`,
    );
  return row.index;
}

/**
 * Days of entries only grow but where a clock was wrong. Whatever it was, what is there today is known today; of an earlier day it is the
 * last entry of that day or before, up to where a clock went ahead.
 */
async function lastOn(
  { database, workspace }: Archive,
  day: string,
  isToday: boolean,
): Promise<number> {
  const { rows } = await sql<{ size: number }>`
    select size from ledger.heads where workspace = ${workspace}`.execute(database);
  const size = rows[0]?.size ?? 0;
  const isBy = async (index: number): Promise<boolean> => {
    const found = await sql<{ on: string }>`select convert_from(leaf, 'UTF8')::jsonb ->> 'on' as on
      from ledger.entries where workspace = ${workspace} and index = ${index}`.execute(database);
    return (found.rows[0]?.on ?? "") <= day;
  };
  if (size > 0 && isToday) return size - 1;
  let [from, to] = [0, size];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (await isBy(middle)) from = middle + 1;
    else to = middle;
  }
  if (from === 0) throw new Failure("not-found", `On ${day} the archive had no entry yet`);
  return from - 1;
}
