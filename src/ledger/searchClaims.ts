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
import type { InTransaction } from "./database.ts";
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
const COUNTED = 1_000;
/** Claims that are looked through, the newest first, before the index of words is asked. */
const LOOKED_THROUGH = 2_000;

/** Searches; a page that begins after another one has the same count. */
export async function searchClaims(archive: Archive, filter: SearchFilter): Promise<FoundPage> {
  const [tiers, filters] = await Promise.all([
    widenWords(archive, filter.words),
    conditions(archive, filter),
  ]);
  const after = parseCursor(filter.after);
  const claims: (FoundClaim & Position)[] = [];
  const all: readonly (string | null)[] = tiers.length === 0 ? [null] : tiers;
  const hasWords = tiers.length > 0 || [filter.person, filter.place, filter.source].some(isGiven);
  const counted = await countAll(archive, filter, {
    hasWords,
    parts: [...filters, ...matching(all.at(-1) ?? null, null)],
  });
  for (let tier = after?.tier ?? 0; tier < all.length; tier++) {
    const missing = filter.limit + 1 - claims.length;
    const asked = {
      tier,
      limit: missing,
      hasWords,
      from: after?.tier === tier ? [isAfter(after)] : [],
      fits: [
        ...filters,
        ...matching(all[tier] ?? null, tier === 0 ? null : (all[tier - 1] ?? null)),
      ],
    };
    claims.push(...(await readPage(archive, filter.asKnown, asked)));
    // Wider words are asked only where there is something left to find.
    if (claims.length > filter.limit || (after === null && claims.length >= counted)) break;
  }
  const page = claims.slice(0, filter.limit);
  const last = claims.length > filter.limit ? page.at(-1) : undefined;
  return {
    claims: page,
    next: last === undefined ? null : `${last.tier}.${last.reading}.${last.place}`,
    // A sum of the summary rows is whole, whatever it is.
    count: isSummed(filter) ? counted : Math.min(counted, COUNTED),
    isCountWhole: isSummed(filter) || counted <= COUNTED,
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
    ...named.flatMap((query) => (query === null ? [] : matching(query, null))),
    ...(filter.kind === null ? [] : [sql`c.kind = ${filter.kind}`]),
    ...(filter.modality === null ? [] : [sql`c.modality = ${filter.modality}`]),
    ...(filter.status === null ? [] : [sql`c.status = ${filter.status}`]),
    ...(filter.from === null ? [] : [sql`c.latest >= ${filter.from}::date`]),
    ...(filter.to === null ? [] : [sql`c.earliest <= ${filter.to}::date`]),
  ];
}

type Asked = {
  readonly tier: number;
  readonly limit: number;
  readonly hasWords: boolean;
  readonly from: readonly Condition[];
  readonly fits: readonly Condition[];
};

/**
 * A frequent word stands among the newest claims often enough to fill a page; a rare one is found by the index of words.
 * PostgreSQL cannot tell them apart by itself: it knows little of how often the beginning of a word stands.
 */
async function readPage(
  { database, workspace }: Archive,
  asKnown: AsKnown,
  { tier, limit, hasWords, from, fits }: Asked,
): Promise<readonly (FoundClaim & Position)[]> {
  type Row = Omit<FoundClaim, "body" | "correction"> &
    Position & {
      readonly body: string;
      readonly correction: string | null;
      readonly head: string | null;
    };
  const known = asKnown ?? Number.MAX_SAFE_INTEGER;
  const own = [sql`c.workspace = ${workspace}`, holdsAt("c", asKnown), ...from];
  const pageOf = (rows: RawBuilder<unknown>) => sql<Row>`
    select p.*, ${tier}::int as tier, d.title, d.publisher, d.published, d.head, s.copies as "copyOf",
      1 + (select count(*)::int from view.sketches o where o.workspace = ${workspace}
        and o.copies = coalesce(s.copies, p.document) and o.valid_from <= ${known}) as copies from (
      select c.claim, c.document, c.status, c.body, c.correction, c.reading, c.place from ${rows}
      order by c.reading desc, c.place limit ${limit}
    ) p join view.documents d on d.workspace = ${workspace} and d.document = p.document and d.valid_from = p.reading
    left join view.sketches s on s.workspace = ${workspace} and s.document = p.document
    order by p.reading desc, p.place`;
  const all = pageOf(sql`view.claims c where ${sql.join([...own, ...fits], sql` and `)}`);
  const newest = pageOf(sql`(select c.* from view.claims c where ${sql.join(own, sql` and `)}
    order by c.reading desc, c.place limit ${LOOKED_THROUGH}) c where ${sql.join(fits, sql` and `)}`);
  const among = hasWords ? (await newest.execute(database)).rows : [];
  const rows = !hasWords
    ? (await all.execute(database)).rows
    : among.length === limit
      ? among
      : (await byWords(database, async (one) => all.execute(one))).rows;
  return rows.map(({ body, correction, head, ...row }) => ({
    ...row,
    body: parseBody(body, head),
    correction: parseCorrection(correction),
  }));
}

/** Asks with nothing but the indexes that give sets of rows. */
async function byWords<T>(
  database: Archive["database"],
  ask: (one: InTransaction) => Promise<T>,
): Promise<T> {
  return database.transaction().execute(async (one) => {
    await sql`select set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true)`.execute(
      one,
    );
    return ask(one);
  });
}

async function countAll(
  { database, workspace }: Archive,
  filter: SearchFilter,
  { parts, hasWords }: { readonly parts: readonly Condition[]; readonly hasWords: boolean },
): Promise<number> {
  const { kind, status, asKnown } = filter;
  type Count = { readonly count: number };
  if (isSummed(filter)) {
    const { rows } =
      await sql<Count>`select coalesce(sum(claims), 0)::bigint as count from view.counts
      where workspace = ${workspace} and (${kind}::text is null or kind = ${kind})
        and (${status}::text is null or status = ${status})`.execute(database);
    return rows[0]?.count ?? 0;
  }
  const counting = sql<Count>`select count(*) as count from (
    select 1 from view.claims c where c.workspace = ${workspace} and ${holdsAt("c", asKnown)} and ${sql.join([sql`true`, ...parts], sql` and `)}
    limit ${COUNTED + 1}) as counted`;
  const isFrequent = !hasWords || (await isOften(database, workspace, asKnown, parts));
  const { rows } = isFrequent
    ? await counting.execute(database)
    : await byWords(database, async (one) => counting.execute(one));
  return rows[0]?.count ?? 0;
}

/** Does a tenth of the newest claims fit? Then so many are soon counted, and the index of words would hand out too many. */
async function isOften(
  database: Archive["database"],
  workspace: string,
  asKnown: AsKnown,
  parts: readonly Condition[],
): Promise<boolean> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from (
    select c.* from view.claims c where c.workspace = ${workspace} and ${holdsAt("c", asKnown)}
    order by c.reading desc, c.place limit ${LOOKED_THROUGH}) c where ${sql.join([sql`true`, ...parts], sql` and `)}`.execute(
    database,
  );
  return (rows[0]?.count ?? 0) >= LOOKED_THROUGH / 10;
}

/** Filters that the summary rows know. */
function isSummed({
  words,
  asKnown,
  person,
  place,
  source,
  modality,
  from,
  to,
}: SearchFilter): boolean {
  return (
    words.trim() === "" &&
    asKnown === null &&
    ![person, place, source, modality, from, to].some(isGiven)
  );
}

function isGiven(value: string | null): boolean {
  return value !== null;
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
