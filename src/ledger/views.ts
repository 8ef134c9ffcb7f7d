/** What the views show: lists, one document, one claim, the log. Every list has a page and a next one. */
import { sql } from "kysely";
import { Failure } from "../base/failure.ts";
import { foldForSearch } from "../base/foldForSearch.ts";
import type { Claim } from "../model/claim.ts";
import type { Archive } from "./archive.ts";
import type { InTransaction } from "./database.ts";

export type FoundClaim = {
  readonly claim: string;
  readonly document: string;
  readonly kind: string;
  readonly status: string;
  readonly quote: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly body: Claim;
};

export type SearchFilter = {
  readonly words: string;
  readonly kind: string | null;
  readonly source: string | null;
  readonly place: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly status: string | null;
  readonly limit: number;
};

/** How like a name must be to be offered (pg_trgm's word similarity). */
const LIKENESS = 0.5;
/** So many matches are weighed, the newest first; a search that has more is narrowed by its filters. */
const WEIGHED = 2_000;

/** Claims whose words, persons, places or sources fit; the best first. */
export async function searchClaims(
  { database, workspace }: Archive,
  filter: SearchFilter,
): Promise<readonly FoundClaim[]> {
  const folded = foldForSearch(filter.words);
  const query = queryOf(folded);
  const where = [
    filter.kind === null ? null : sql`c.kind = ${filter.kind}`,
    filter.status === null ? null : sql`c.status = ${filter.status}`,
    filter.from === null ? null : sql`c.latest >= ${filter.from}::date`,
    filter.to === null ? null : sql`c.earliest <= ${filter.to}::date`,
    filter.source === null ? null : named("source", filter.source, workspace),
    filter.place === null ? null : named("place", filter.place, workspace),
  ].filter((part) => part !== null);
  const also = where.length === 0 ? sql`` : sql` and ${sql.join(where, sql` and `)}`;
  const { rows } = await sql<FoundClaim>`
    with hits as (
      (select c.claim, 1.0 as score from view.claims c
        where c.workspace = ${workspace} and c.valid_to is null and c.words @@ to_tsquery('simple', ${query})${also}
        order by c.valid_from desc, c.place limit ${WEIGHED})
      union all
      (select n.claim, word_similarity(${folded}, n.folded) as score from view.names n
        join view.claims c on c.workspace = n.workspace and c.claim = n.claim and c.valid_to is null
        where n.workspace = ${workspace} and n.valid_to is null and n.type <> 'source' and ${folded} <% n.folded${also}
        order by score desc limit ${WEIGHED})
    ), best as (select claim, max(score) as score from hits group by claim)
    select c.claim, c.document, c.kind, c.status, c.quote, d.title, d.publisher, d.published, c.body
    from best join view.claims c on c.workspace = ${workspace} and c.claim = best.claim and c.valid_to is null
    join view.documents d on d.workspace = ${workspace} and d.document = c.document and d.valid_to is null
    where best.score >= ${LIKENESS}
    order by best.score desc, c.valid_from desc, c.place limit ${filter.limit}`.execute(database);
  return rows;
}

function named(type: string, name: string, workspace: string) {
  return sql`exists (select 1 from view.names n where n.workspace = ${workspace} and n.claim = c.claim
    and n.valid_to is null and n.type = ${type} and n.folded like ${`%${foldForSearch(name)}%`})`;
}

/** Every word must be there, as its beginning; a plural finds the singular. */
function queryOf(folded: string): string {
  const words = folded.split(" ").filter((word) => word !== "");
  return words
    .map((word) => `${/^[a-z]{4,}s$/.test(word) ? word.slice(0, -1) : word}:*`)
    .join(" & ");
}

export type ShownDocument = {
  readonly document: string;
  readonly record: string;
  readonly captured_at: string;
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

/** A document as it stands, or null. */
export async function showDocument(
  { database, workspace }: Archive,
  id: string,
): Promise<ShownDocument | null> {
  const { rows } =
    await sql<ShownDocument>`select document, record, captured_at::text, path, previous, title, publisher, published,
    language, url, text, reader, claims, valid_from from view.documents
    where workspace = ${workspace} and document = ${id} and valid_to is null`.execute(database);
  return rows[0] ?? null;
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
      await sql<ShownDocument>`select document, record, captured_at::text, path, previous, title, publisher,
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
  readonly status: string;
  readonly body: Claim;
};

/** A claim as it stands, or null. */
export async function showClaim(
  { database, workspace }: Archive,
  id: string,
): Promise<ShownClaim | null> {
  const { rows } =
    await sql<ShownClaim>`select claim, document, record, status, body from view.claims
    where workspace = ${workspace} and claim = ${id} and valid_to is null`.execute(database);
  return rows[0] ?? null;
}

/** Throws `conflict` where a claim went while somebody decided on it. */
export async function checkStands(
  one: InTransaction,
  { workspace }: Archive,
  id: string,
): Promise<void> {
  const { rows } = await sql`select 1 from view.claims
    where workspace = ${workspace} and claim = ${id} and valid_to is null`.execute(one);
  if (rows.length === 0)
    throw new Failure("conflict", `The claim ${id} went meanwhile; look at its document again`);
}

/** Claims of a document in the order of the text. */
export async function claimsOf(
  { database, workspace }: Archive,
  document: string,
): Promise<readonly ShownClaim[]> {
  const { rows } =
    await sql<ShownClaim>`select claim, document, record, status, body from view.claims
    where workspace = ${workspace} and document = ${document} and valid_to is null order by place`.execute(
      database,
    );
  return rows;
}

export type ShownDecision = {
  readonly entry: string;
  readonly verdict: string;
  readonly actor: string;
  readonly decided_at: string;
  readonly undone_by: string | null;
  readonly body: { readonly reason: string };
};

/** Decisions about a claim, the first first. */
export async function decisionsOf(
  { database, workspace }: Archive,
  claim: string,
): Promise<readonly ShownDecision[]> {
  const { rows } = await sql<ShownDecision>`
    select d.entry, d.verdict, coalesce(a.name, d.actor) as actor, d.decided_at::text, d.undone_by, d.body
    from view.decisions d left join view.actors a on a.workspace = d.workspace and a.actor = d.actor
    where d.workspace = ${workspace} and d.claim = ${claim} order by d.index`.execute(database);
  return rows;
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

export type LogLine = {
  readonly index: number;
  readonly id: string;
  readonly kind: string;
  readonly record: string;
  readonly on: string;
  readonly actor: string;
};

/** The newest entries, those of one record where it is named. */
export async function readLog(
  { database, workspace }: Archive,
  {
    limit,
    before,
    record,
  }: { readonly limit: number; readonly before: number | null; readonly record: string | null },
): Promise<readonly LogLine[]> {
  const { rows } = await sql<LogLine>`
    select e.index, e.id, e.kind, e.record, l.leaf ->> 'on' as on, coalesce(a.name, l.leaf ->> 'by') as actor
    from ledger.entries e cross join lateral (select convert_from(e.leaf, 'UTF8')::jsonb as leaf) l
    left join view.actors a on a.workspace = e.workspace and a.actor = l.leaf ->> 'by'
    where e.workspace = ${workspace} and (${before}::bigint is null or e.index < ${before})
      and (${record}::text is null or e.record = ${record})
    order by e.index desc limit ${limit}`.execute(database);
  return rows;
}

/** The signed head. */
export async function readCheckpoint({ database, workspace }: Archive): Promise<string> {
  const { rows } = await sql<{ checkpoint: string | null }>`
    select checkpoint from ledger.heads where workspace = ${workspace}`.execute(database);
  return rows[0]?.checkpoint ?? "";
}
