/** Rows of decisions, and the claims as they stand by them; what an erasure takes out of all views. */
import { sql } from "kysely";
import { claimColumns } from "./claimColumns.ts";
import { claimRow } from "./claimRow.ts";
import { parseBody, parseCorrection, writeCorrection } from "./claimText.ts";
import { hideCopies } from "./copies.ts";
import { hideModel } from "./linkModels.ts";
import type { InTransaction } from "./database.ts";
import type { Entry, EntryKind } from "./entryKinds.ts";
import { insertClaims } from "./projectReadings.ts";
import { withoutReason } from "./reasons.ts";
import { readStanding, type Standing, UNDECIDED } from "./standing.ts";
import { Tally } from "./viewCounts.ts";
import { hideMentions } from "./projectPeople.ts";

type Of<Kind extends EntryKind> = Extract<Entry, { kind: Kind }>;

export async function showDecision(
  one: InTransaction,
  workspace: string,
  { body, index, id, by, record }: Of<"decision-made">,
): Promise<void> {
  await sql`insert into view.decisions values (${workspace}, ${id}, ${index}, ${body.claim}, ${record},
    ${body.verdict}, ${by}, ${body.decidedAt}, null, null, null, ${JSON.stringify(withoutReason(body))})`.execute(
    one,
  );
  await setStanding(one, workspace, body.claim, index);
}

export async function showUndone(
  one: InTransaction,
  workspace: string,
  { body, id, index }: Of<"decision-undone">,
): Promise<void> {
  const { rows } = await sql<{ claim: string }>`
    update view.decisions set undone_by = ${id}, undone_at = ${index}, undoing = ${JSON.stringify(withoutReason(body))}
    where workspace = ${workspace} and entry = ${body.decision} returning claim`.execute(one);
  for (const { claim } of rows) await setStanding(one, workspace, claim, index);
}

type ClaimRow = {
  readonly document: string;
  readonly record: string;
  readonly reading: number;
  readonly place: number;
  readonly kind: string;
  readonly status: string;
  readonly body: string;
};

/** Closes the row of a claim at an entry and opens one that stands as people decided. */
async function setStanding(
  one: InTransaction,
  workspace: string,
  claim: string,
  index: number,
): Promise<void> {
  const standing: Standing = (await readStanding(one, workspace, [claim])).get(claim) ?? UNDECIDED;
  const { rows } = await sql<ClaimRow>`
    update view.claims set valid_to = ${index} where workspace = ${workspace} and claim = ${claim} and valid_to is null
      and (status, correction) is distinct from (${standing.status}::text, ${writeCorrection(standing.correction)}::text)
    returning document, record, reading, place, kind, status, body`.execute(one);
  const tally = new Tally();
  for (const { kind, status, body, place, ...row } of rows) {
    tally.dropClaim(kind, status);
    const columns = claimColumns([{ claim: parseBody(body), place, standing, body }]);
    await insertClaims(one, workspace, [{ ...row, from: index, columns }], tally);
  }
  await tally.write(one, workspace);
}

/** Nothing of an erased record stays in the views. */
export async function hideRecord(
  one: InTransaction,
  workspace: string,
  { body: { record, actor = null, ids = [] }, index, id }: Of<"record-erased">,
): Promise<void> {
  await sql`insert into view.erased select ${workspace}, one.id, ${record}, ${id}, ${index}
    from unnest(${ids as string[]}::text[]) as one(id)`.execute(one);
  await hideMentions(one, workspace, record, index);
  await sql`delete from view.actors where workspace = ${workspace} and actor = ${actor}`.execute(
    one,
  );
  const { rows } = await sql<{
    kind: string;
    status: string;
    isShown: boolean;
    body: string;
    correction: string | null;
  }>`
    delete from view.claims where workspace = ${workspace} and record = ${record}
    returning kind, status, valid_to is null as "isShown", body, correction`.execute(one);
  for (const name of ["documents", "decisions"])
    await sql`delete from ${sql.raw(`view.${name}`)} where workspace = ${workspace} and record = ${record}`.execute(
      one,
    );
  await hideCopies(one, workspace, record);
  await hideModel(one, workspace, record);
  const tally = new Tally();
  for (const { kind, status, isShown, body, correction } of rows) {
    if (isShown) tally.dropClaim(kind, status);
    tally.dropForms(claimRow(parseBody(body), parseCorrection(correction)).forms);
  }
  await tally.write(one, workspace);
}
