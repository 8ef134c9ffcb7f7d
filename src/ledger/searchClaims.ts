/**
 * In: words and filters. Out: one page of the claims that fit, the strictest fit first and then the newest, and their number.
 * Never: forgets a filter on the next page; counts what it does not show.
 */
import { type RawBuilder, sql } from "kysely";
import { Failure } from "../base/failure.ts";
import type { Claim } from "../model/claim.ts";
import type { Correction } from "../model/correction.ts";
import type { Archive } from "./archive.ts";
import { type AsKnown, holdsAt } from "./asKnown.ts";
import type { NameType } from "./claimRow.ts";
import { parseBody, parseCorrection } from "./claimText.ts";
import { nameQuery, widenWords } from "./searchWords.ts";

export type FoundClaim = {
  readonly claim: string;
  readonly document: string;
  readonly status: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly body: Claim;
  readonly correction: Correction | null;
  /** The first report of the group of copies that its report belongs to; null where that copies none. */
  readonly copyOf: string | null;
  /** Reports that are one text with its report, that one too. */
  readonly copies: number;
};

export type SearchFilter = {
  /** Empty: all claims that pass the filters. */
  readonly words: string;
  readonly kind: string | null;
  readonly modality: string | null;
  readonly person: string | null;
  readonly place: string | null;
  readonly source: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly status: string | null;
  readonly limit: number;
  /** Where the page before ended, as it was told; null is the first page. */
  readonly after: string | null;
  readonly asKnown: AsKnown;
};

export type FoundPage = {
  readonly claims: readonly FoundClaim[];
  /** Hands the next page; null where this is the last. */
  readonly next: string | null;
  /** All that fit; counted up to a limit. */
  readonly count: number;
  readonly isCountWhole: boolean;
};

/** More than so many are told as "more than". */
const COUNTED = 10_000;

/** Searches; a page that begins after another one has the same count. */
export async function searchClaims(archive: Archive, filter: SearchFilter): Promise<FoundPage> {
  const [tiers, filters] = await Promise.all([
    widenWords(archive, filter.words),
    conditions(archive, filter),
  ]);
  const after = parseCursor(filter.after);
  const claims: (FoundClaim & Position)[] = [];
  const all: readonly (string | null)[] = tiers.length === 0 ? [null] : tiers;
  for (let tier = after?.tier ?? 0; tier < all.length; tier++) {
    const missing = filter.limit + 1 - claims.length;
    const parts = [
      ...filters,
      ...matching(all[tier] ?? null, tier === 0 ? null : (all[tier - 1] ?? null)),
      ...(after?.tier === tier ? [isAfter(after)] : []),
    ];
    claims.push(
      ...(await readPage(archive, parts, { tier, limit: missing, asKnown: filter.asKnown })),
    );
    if (claims.length > filter.limit) break;
  }
  const counted = await countAll(archive, filter, [
    ...filters,
    ...matching(all.at(-1) ?? null, null),
  ]);
  const page = claims.slice(0, filter.limit);
  const last = claims.length > filter.limit ? page.at(-1) : undefined;
  return {
    claims: page,
    next: last === undefined ? null : `${last.tier}.${last.reading}.${last.place}`,
    count: Math.min(counted, COUNTED),
    isCountWhole: counted <= COUNTED,
  };
}

type Condition = RawBuilder<unknown>;
/** Where a claim stands in the list: how strictly it fits, then its reading, then its place in it. */
type Position = { readonly tier: number; readonly reading: number; readonly place: number };

function matching(query: string | null, before: string | null): readonly Condition[] {
  if (query === null) return [];
  const fits = sql`c.words @@ ${query}::tsquery`;
  return before === null ? [fits] : [fits, sql`not c.words @@ ${before}::tsquery`];
}

function isAfter({ reading, place }: Position): Condition {
  return sql`c.reading <= ${reading} and (c.reading < ${reading} or c.place > ${place})`;
}

async function conditions(archive: Archive, filter: SearchFilter): Promise<readonly Condition[]> {
  const names: readonly (readonly [NameType, string | null])[] = [
    ["person", filter.person],
    ["place", filter.place],
    ["source", filter.source],
  ];
  const named = await Promise.all(
    names.map(async ([type, name]) => (name === null ? null : nameQuery(archive, type, name))),
  );
  return [
    sql`c.workspace = ${archive.workspace}`,
    holdsAt("c", filter.asKnown),
    ...named.flatMap((query) => (query === null ? [] : matching(query, null))),
    ...(filter.kind === null ? [] : [sql`c.kind = ${filter.kind}`]),
    ...(filter.modality === null ? [] : [sql`c.modality = ${filter.modality}`]),
    ...(filter.status === null ? [] : [sql`c.status = ${filter.status}`]),
    ...(filter.from === null ? [] : [sql`c.latest >= ${filter.from}::date`]),
    ...(filter.to === null ? [] : [sql`c.earliest <= ${filter.to}::date`]),
  ];
}

async function readPage(
  { database, workspace }: Archive,
  parts: readonly Condition[],
  {
    tier,
    limit,
    asKnown,
  }: { readonly tier: number; readonly limit: number; readonly asKnown: AsKnown },
): Promise<readonly (FoundClaim & Position)[]> {
  type Row = Omit<FoundClaim, "body" | "correction"> &
    Position & {
      readonly body: string;
      readonly correction: string | null;
      readonly head: string | null;
    };
  const last = asKnown ?? Number.MAX_SAFE_INTEGER;
  const { rows } = await sql<Row>`
    select p.*, ${tier}::int as tier, d.title, d.publisher, d.published, d.head, s.copies as "copyOf",
      1 + (select count(*)::int from view.sketches o where o.workspace = ${workspace}
        and o.copies = coalesce(s.copies, p.document) and o.valid_from <= ${last}) as copies from (
      select c.claim, c.document, c.status, c.body, c.correction, c.reading, c.place from view.claims c
      where ${sql.join(parts, sql` and `)} order by c.reading desc, c.place limit ${limit}
    ) p join view.documents d on d.workspace = ${workspace} and d.document = p.document and d.valid_from = p.reading
    left join view.sketches s on s.workspace = ${workspace} and s.document = p.document
    order by p.reading desc, p.place`.execute(database);
  return rows.map(({ body, correction, head, ...row }) => ({
    ...row,
    body: parseBody(body, head),
    correction: parseCorrection(correction),
  }));
}

async function countAll(
  { database, workspace }: Archive,
  filter: SearchFilter,
  parts: readonly Condition[],
): Promise<number> {
  const { kind, status, asKnown, words, modality, person, place, source, from, to } = filter;
  const others = [modality, person, place, source, from, to].filter((value) => value !== null);
  const { rows } =
    words.trim() === "" && others.length === 0 && asKnown === null
      ? await sql<{
          count: number;
        }>`select coalesce(sum(claims), 0)::bigint as count from view.counts
          where workspace = ${workspace} and (${kind}::text is null or kind = ${kind})
            and (${status}::text is null or status = ${status})`.execute(database)
      : await sql<{ count: number }>`select count(*) as count from (
          select 1 from view.claims c where ${sql.join(parts, sql` and `)} limit ${COUNTED + 1}) as counted`.execute(
          database,
        );
  return rows[0]?.count ?? 0;
}

function parseCursor(text: string | null): Position | null {
  if (text === null) return null;
  const [, tier, reading, place] = /^([0-2])\.(\d{1,15})\.(\d{1,5})$/.exec(text) ?? [];
  if (tier === undefined)
    throw new Failure(
      "input-refused",
      "--after takes what the page before ended with; leave it out for the first page",
    );
  return { tier: Number(tier), reading: Number(reading), place: Number(place) };
}
