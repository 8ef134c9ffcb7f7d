/** In: namings or tellings that were looked at. Out: whether one of them went, or somebody decided about one since. */
import { sql } from "kysely";
import type { Archive } from "./archive.ts";

/** One that is there no more, and the entry of a decision about one that was entered, or taken back, at this size of the ledger or later. */
export async function decidedSince(
  { database, workspace }: Archive,
  about: readonly string[],
  size: number,
): Promise<{ readonly gone: string | null; readonly decided: string | null }> {
  const ids = about as string[];
  const { rows: gone } = await sql<{ id: string }>`
    select id from unnest(${ids}::text[]) as one(id)
    where not exists (select from view.mentions m
        where m.workspace = ${workspace} and m.mention = one.id and m.valid_to is null)
      and not exists (select from view.tellings t where t.workspace = ${workspace} and t.telling = one.id)
    limit 1`.execute(database);
  const { rows: decided } = await sql<{ entry: string }>`
    with about as (
      select entry, index, undone_by from view.link_decisions where workspace = ${workspace} and a = any(${ids})
      union select entry, index, undone_by from view.link_decisions where workspace = ${workspace} and b = any(${ids})
      union select entry, index, undone_by from view.person_states where workspace = ${workspace} and mention = any(${ids})
    )
    select entry from about where index >= ${size} or exists (select from ledger.entries e
      where e.workspace = ${workspace} and e.id = about.undone_by and e.index >= ${size})
    order by index desc limit 1`.execute(database);
  return { gone: gone[0]?.id ?? null, decided: decided[0]?.entry ?? null };
}
