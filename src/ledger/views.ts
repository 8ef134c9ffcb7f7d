/** What the views show of one document or one claim, as it stands or as it stood at an entry. */
import { type RawBuilder, sql } from "kysely";
import type { Claim } from "../model/claim.ts";
import type { Correction } from "../model/correction.ts";
import type { Archive } from "./archive.ts";
import { type AsKnown, holdsAt } from "./asKnown.ts";
import { parseBody, parseCorrection } from "./claimText.ts";
import { readReasons } from "./reasons.ts";

export type ShownDocument = {
  readonly document: string;
  readonly record: string;
  readonly captured_at: string;
  readonly captured_by: string;
  readonly path: string | null;
  readonly previous: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly language: string | null;
  readonly url: string | null;
  readonly text: string;
  readonly reader: string;
  readonly claims: number;
  /** Index of the entry it stands on. */
  readonly valid_from: number;
};

/** A document as it stands or stood, or null. */
export async function showDocument(
  { database, workspace }: Archive,
  id: string,
  asKnown: AsKnown = null,
): Promise<ShownDocument | null> {
  const { rows } =
    await sql<ShownDocument>`select document, record, captured_at::text, captured_by, path, previous, title, publisher,
    published, language, url, text, reader, claims, valid_from from view.documents d
    where workspace = ${workspace} and document = ${id} and ${holdsAt("d", asKnown)}`.execute(
      database,
    );
  return rows[0] ?? null;
}

/** Newer versions of the same page, the first first. */
export async function newerVersions(
  { database, workspace }: Archive,
  document: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ document: string }>`
    with recursive newer(document, step) as (
      select distinct document, 1 from view.documents where workspace = ${workspace} and previous = ${document}
      union all select d.document, newer.step + 1 from newer join view.documents d
        on d.workspace = ${workspace} and d.previous = newer.document and d.valid_to is null where newer.step < 1000
    ) select document from newer order by step, document`.execute(database);
  return rows.map((row) => row.document);
}

/** Documents read at a time. */
const PAGE = 100;

/** All documents as they stand, in the order of their ids. */
export async function* listDocuments({
  database,
  workspace,
}: Archive): AsyncGenerator<ShownDocument> {
  for (let after = ""; ; ) {
    const { rows } =
      await sql<ShownDocument>`select document, record, captured_at::text, captured_by, path, previous, title, publisher,
      published, language, url, text, reader, claims, valid_from from view.documents
      where workspace = ${workspace} and valid_to is null and document > ${after} order by document limit ${PAGE}`.execute(
        database,
      );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.document;
  }
}

export type ShownClaim = {
  readonly claim: string;
  readonly document: string;
  readonly record: string;
  /** Index of the entry of its reading. */
  readonly reading: number;
  readonly status: string;
  /** As it was read. */
  readonly body: Claim;
  /** What a person put right, where that stands. */
  readonly correction: Correction | null;
};

/** A claim as it stands or stood, or null. */
export async function showClaim(
  { database, workspace }: Archive,
  id: string,
  asKnown: AsKnown = null,
): Promise<ShownClaim | null> {
  const rows = await readClaimRows(
    database,
    sql`c.workspace = ${workspace} and c.claim = ${id} and ${holdsAt("c", asKnown)}`,
    // Its document is not known yet: looked up by itself, for every way to join the parts of both tables is planned else.
    sql`lateral (select d.head from view.documents d where d.workspace = c.workspace and d.document = c.document
      and d.valid_from = c.reading offset 0) d on true`,
  );
  return rows[0] ?? null;
}

/** Claims of a document in the order of the text. */
export async function claimsOf(
  { database, workspace }: Archive,
  document: string,
  asKnown: AsKnown = null,
): Promise<readonly ShownClaim[]> {
  return readClaimRows(
    database,
    sql`c.workspace = ${workspace} and c.document = ${document} and ${holdsAt("c", asKnown)}`,
  );
}

async function readClaimRows(
  database: Archive["database"],
  where: RawBuilder<unknown>,
  head = sql`view.documents d on d.workspace = c.workspace and d.document = c.document and d.valid_from = c.reading`,
): Promise<readonly ShownClaim[]> {
  type Row = Omit<ShownClaim, "body" | "correction"> & {
    readonly body: string;
    readonly correction: string | null;
    readonly head: string | null;
  };
  const { rows } = await sql<Row>`
    select c.claim, c.document, c.record, c.reading, c.status, c.body, c.correction, d.head from view.claims c
    left join ${head} where ${where} order by c.place`.execute(database);
  return rows.map(({ body, correction, head, ...row }) => ({
    ...row,
    body: parseBody(body, head),
    correction: parseCorrection(correction),
  }));
}

export type ShownDecision = {
  readonly entry: string;
  readonly verdict: string;
  readonly actor: string;
  readonly decided_at: string;
  readonly undone_by: string | null;
  readonly body: { readonly reason: string; readonly correction: Correction | null };
};

/** Decisions about a claim, the first first. */
export async function decisionsOf(
  archive: Archive,
  claim: string,
  asKnown: AsKnown = null,
): Promise<readonly ShownDecision[]> {
  const { database, workspace } = archive;
  type Row = Omit<ShownDecision, "body"> & { readonly body: Omit<ShownDecision["body"], "reason"> };
  const { rows } = await sql<Row>`
    select d.entry, d.verdict, coalesce(a.name, d.actor) as actor, d.decided_at::text, d.body,
      case when ${asKnown}::bigint is null or d.undone_at <= ${asKnown} then d.undone_by end as undone_by
    from view.decisions d left join view.actors a on a.workspace = d.workspace and a.actor = d.actor
    where d.workspace = ${workspace} and d.claim = ${claim} and (${asKnown}::bigint is null or d.index <= ${asKnown})
    order by d.index`.execute(database);
  const reasons = await readReasons(
    archive,
    rows.map(({ entry }) => entry),
  );
  return rows.map(({ body, ...row }) => ({
    ...row,
    body: { ...body, reason: reasons.get(row.entry) ?? "" },
  }));
}

/** How many claims of each kind stand in which state. */
export async function countClaims({
  database,
  workspace,
}: Archive): Promise<readonly { kind: string; status: string; claims: number }[]> {
  const { rows } = await sql<{ kind: string; status: string; claims: number }>`
    select kind, status, claims from view.counts where workspace = ${workspace} and claims > 0 order by kind, status`.execute(
    database,
  );
  return rows;
}

/** Pseudonym of whoever is named so, or null. */
export async function findActor(
  { database, workspace }: Archive,
  name: string,
): Promise<string | null> {
  const { rows } = await sql<{ actor: string }>`
    select actor from view.actors where workspace = ${workspace} and name = ${name} limit 1`.execute(
    database,
  );
  return rows[0]?.actor ?? null;
}

/** Whether somebody works here under that pseudonym. */
export async function isActor({ database, workspace }: Archive, actor: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from view.actors where workspace = ${workspace} and actor = ${actor} limit 1`.execute(
    database,
  );
  return rows.length > 0;
}

/** The role somebody works in. */
export async function roleOf({ database, workspace }: Archive, actor: string): Promise<string> {
  const { rows } = await sql<{ role: string }>`
    select role from view.actors where workspace = ${workspace} and actor = ${actor}`.execute(
    database,
  );
  return rows[0]?.role ?? "not said";
}

/** How many entries the ledger has. */
export async function readSize({ database, workspace }: Archive): Promise<number> {
  const { rows } = await sql<{ size: number }>`
    select size from ledger.heads where workspace = ${workspace}`.execute(database);
  return rows[0]?.size ?? 0;
}

/** The signed head. */
export async function readCheckpoint({ database, workspace }: Archive): Promise<string> {
  const { rows } = await sql<{ checkpoint: string | null }>`
    select checkpoint from ledger.heads where workspace = ${workspace}`.execute(database);
  return rows[0]?.checkpoint ?? "";
}
