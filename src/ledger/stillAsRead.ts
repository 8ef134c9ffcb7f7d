/** In: readings that were looked at. Out: those that nobody has changed since. Never: one that a person put right or decided on meanwhile. */
import { sql } from "kysely";
import type { Archive } from "./archive.ts";

/** A reading, and the size of the ledger before it was asked what was decided about its claims. */
export type LookedAt = {
  readonly document: string;
  /** Index of its entry. */
  readonly reading: number;
  readonly size: number;
};

/** Documents whose reading stands as it was looked at, and about whose claims nothing was decided or taken back since. */
export async function stillAsRead(
  { database, workspace }: Archive,
  looked: readonly LookedAt[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ document: string }>`
    select l.document from unnest(${looked.map(({ document }) => document)}::text[],
      ${looked.map(({ reading }) => reading)}::bigint[], ${looked.map(({ size }) => size)}::bigint[]
    ) as l(document, reading, size)
    join view.documents d on d.workspace = ${workspace} and d.document = l.document and d.valid_to is null
      and d.valid_from = l.reading
    where not exists (
      select from view.claims c join view.decisions x on x.workspace = c.workspace and x.claim = c.claim
      where c.workspace = ${workspace} and c.document = l.document and c.valid_to is null
        and (x.index >= l.size or x.undone_at >= l.size)
    )`.execute(database);
  return new Set(rows.map(({ document }) => document));
}
