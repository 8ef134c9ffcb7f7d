/** The story of `sanad erase`: a record's keys and evidence are destroyed; that it was there stays provable. */
import { eraseRecord, findRecord } from "../../ledger/eraseRecord.ts";
import { decisionRecordsOf } from "../../ledger/peopleViews.ts";
import { sweepDatabase } from "../../ledger/openArchive.ts";
import type { Session } from "./session.ts";
import { eraseTestimony } from "./testimony.ts";

/** Erases the record that an id belongs to; answers with the number of entries that can no longer be opened. */
export async function erase(
  { archive, actor }: Session,
  id: string,
  {
    reason,
    at,
    url,
  }: { readonly reason: string; readonly at: string; readonly url: string | null },
): Promise<number> {
  const entries = id.startsWith("t-")
    ? await eraseTestimony({ archive, actor }, id, { reason, at })
    : await eraseReport({ archive, actor }, id, { reason, at });
  await sweepDatabase(archive.folder, url);
  return entries;
}

/** What was decided about people whom the report names may tell of them: it goes too. */
async function eraseReport(
  { archive, actor }: Session,
  id: string,
  { reason, at }: { readonly reason: string; readonly at: string },
): Promise<number> {
  const record = await findRecord(archive, id);
  const decided = await decisionRecordsOf(archive, record);
  let entries = 0;
  for (const one of [record, ...decided])
    entries += await eraseRecord(archive, one, { by: actor, reason, at });
  return entries;
}
