/** The story of `sanad rebuild`: everything that can be made again is, from the entries. */
import { sql } from "kysely";
import type { Archive } from "../../ledger/archive.ts";
import { openAsOwner, whereIs } from "../../ledger/database.ts";
import { rebuildViews } from "../../ledger/rebuildViews.ts";
import { LINK_TABLES, VIEW_TABLES } from "../../ledger/viewTables.ts";

/** How many entries there are, and how many things in them are damaged, so that what they say is not searched. */
export type Rebuilt = { readonly entries: number; readonly damaged: number };

/** Makes every row that is searched anew; others see the old ones until all are there. */
export async function rebuild(archive: Archive, step: (done: number) => void): Promise<Rebuilt> {
  const { database, workspace } = archive;
  let entries = 0;
  const faults = await database.transaction().execute(async (one) => {
    // Whoever holds the head is the only writer: an entry that came meanwhile would be shown twice, or not at all.
    await sql`select 1 from ledger.heads where workspace = ${workspace} for update`.execute(one);
    return rebuildViews(archive, one, (done) => step((entries = done ?? entries)));
  });
  await giveBack(archive);
  return { entries, damaged: faults.length };
}

/** The rows of before leave the files, and the planner learns what the new ones are like. */
async function giveBack({ database }: Archive): Promise<void> {
  const owner = await openAsOwner(whereIs(database));
  try {
    for (const { name } of [...VIEW_TABLES, ...LINK_TABLES])
      await sql.raw(`vacuum (full, analyze) view.${name}`).execute(owner);
  } finally {
    await owner.destroy();
  }
}
