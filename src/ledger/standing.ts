/** How claims stand: as the last decision says that was not taken back. */
import { sql } from "kysely";
import type { Correction } from "../model/correction.ts";
import type { InTransaction } from "./database.ts";

export type Standing = {
  readonly status: "proposed" | "accepted" | "rejected" | "corrected";
  readonly correction: Correction | null;
};

export const UNDECIDED: Standing = { status: "proposed", correction: null };

/** Standings of those claims that somebody decided on. */
export async function readStanding(
  one: InTransaction,
  workspace: string,
  claims: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  const { rows } = await sql<Standing & { readonly claim: string }>`
    select distinct on (claim) claim, verdict as status, body -> 'correction' as correction from view.decisions
    where workspace = ${workspace} and claim = any(${claims}) and undone_by is null
    order by claim, index desc`.execute(one);
  return new Map(rows.map(({ claim, status, correction }) => [claim, { status, correction }]));
}
