/**
 * In: words and filters. Out: one page of the claims that fit, the strictest fit first and then the newest, and their number.
 * Never: forgets a filter on the next page; counts what it does not show.
 */
import { sql } from "kysely";
import { Failure } from "../base/failure.ts";
import type { Claim } from "../model/claim.ts";
import type { Correction } from "../model/correction.ts";
import type { Archive } from "./archive.ts";
import { type AsKnown, holdsAt, readUntil } from "./asKnown.ts";
import type { Database } from "./database.ts";
import { kindLexeme, type NameType } from "./claimRow.ts";
import { parseBody, parseCorrection } from "./claimText.ts";
import { ofPublisher } from "./publishers.ts";
import {
  all,
  type Among,
  byWords,
  type ClaimKey,
  type Condition,
  indexed,
  isHeld,
  LOOKED_THROUGH,
  lookThrough,
  newestOf,
  type Sample,
} from "./searchSample.ts";
import {
  type NamedWord,
  type PlaceWithin,
  nameQuery,
  type Wanted,
  widenWords,
} from "./searchWords.ts";

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
  /** A newer version of its page, where there is one. */
  readonly newer: string | null;
};

export type SearchFilter = {
  /** Empty: all claims that pass the filters. */
  readonly words: string;
  readonly kind: string | null;
  readonly modality: string | null;
  readonly person: string | null;
  readonly place: string | null;
  /** Places within that place, by which claims are found as well. */
  readonly within?: readonly PlaceWithin[];
  readonly source: string | null;
  /** Whose the reports are; `none`: nobody knows. */
  readonly publisher: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly status: string | null;
  readonly limit: number;
  /** Where the page before ended, as it was told; null is the first page. */
  readonly after: string | null;
  readonly asKnown: AsKnown;
};

/** No filter at all. */
export const ANY: Omit<SearchFilter, "words" | "limit" | "after" | "asKnown"> = {
  kind: null,
  modality: null,
  person: null,
  place: null,
  source: null,
  publisher: null,
  from: null,
  to: null,
  status: null,
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

/** Searches; a page that begins after another one has the same count. */
export async function searchClaims(archive: Archive, asked: SearchFilter): Promise<FoundPage> {
  const [tiers, named, reports] = await Promise.all([
    widenWords(archive, asked.words),
    wantedNames(archive, asked),
    ofPublisher(archive, asked.publisher),
  ]);
  const filter: Filter = { ...asked, reports };
  const after = parseCursor(filter.after);
  const hasWords = tiers.length > 0 || named.length > 0;
  const found = hasWords
    ? await findClaims(archive, filter, { tiers, named }, after)
    : await listClaims(archive, filter, after);
  const page = found.claims.slice(0, filter.limit);
  const last = found.claims.length > filter.limit ? page.at(-1) : undefined;
  return {
    claims: page,
    next: last === undefined ? null : `${last.tier}.${last.reading}.${last.place}`,
    // A sum of the summary rows is whole, whatever it is.
    count: isSummed(filter) ? found.count : Math.min(found.count, COUNTED),
    isCountWhole: isSummed(filter) || found.count <= COUNTED,
  };
}

/** What is asked, and what must hold of the reports (`d`) that claims stand in. */
type Filter = SearchFilter & { readonly reports: readonly Condition[] };

/** Where a claim stands in the list: how strictly it fits, then its reading, then its place in it. */
type Position = { readonly tier: number; readonly reading: number; readonly place: number };
/** Claims of a page, with one more where others follow; their number is told up to a limit. */
type Found = { readonly claims: readonly (FoundClaim & Position)[]; readonly count: number };
/** The words that are wanted from the strictest to the widest, and those of names beside them. */
type WantedWords = { readonly tiers: readonly Wanted[]; readonly names: Wanted };

async function wantedNames(
  archive: Archive,
  filter: Pick<SearchFilter, "person" | "place" | "source" | "within">,
): Promise<readonly NamedWord[]> {
  const names: readonly (readonly [NameType, string | null])[] = [
    ["person", filter.person],
    ["place", filter.place],
    ["source", filter.source],
  ];
  const named = await Promise.all(
    names.map(async ([type, name]) => {
      if (name === null) return [];
      return nameQuery(archive, type, name, type === "place" ? filter.within : []);
    }),
  );
  return named.flat();
}

/** What is asked of the rows themselves; the kind so that no index answers for it, where the index of words does. */
function conditionsOf(
  { workspace }: Archive,
  { kind, modality, status, from, to, asKnown, reports }: Omit<Filter, keyof Named | keyof Paged>,
  hasWords: boolean,
): readonly Condition[] {
  const isKind = hasWords ? sql`c.kind is not distinct from ${kind}` : sql`c.kind = ${kind}`;
  return [
    sql`c.workspace = ${workspace}`,
    holdsAt("c", asKnown),
    ...readUntil(asKnown),
    ...(kind === null ? [] : [isKind]),
    ...(modality === null ? [] : [sql`c.modality = ${modality}`]),
    ...(status === null ? [] : [sql`c.status = ${status}`]),
    ...(from === null ? [] : [sql`c.latest >= ${from}::date`]),
    ...(to === null ? [] : [sql`c.earliest <= ${to}::date`]),
    ...(reports.length === 0
      ? []
      : [
          sql`(c.document, c.reading) in (select d.document, d.valid_from from view.documents d
            where ${all([sql`d.workspace = ${workspace}`, ...reports])})`,
        ]),
  ];
}

type Named = Pick<SearchFilter, "words" | "person" | "place" | "source" | "publisher">;
type Paged = Pick<SearchFilter, "limit" | "after">;

/** What holds of a report (`d`) that has a claim which passes these filters; nothing where none is asked for. */
export async function havingClaims(
  archive: Archive,
  asked: Pick<
    SearchFilter,
    "kind" | "modality" | "status" | "person" | "place" | "within" | "source" | "asKnown"
  >,
): Promise<readonly Condition[]> {
  const { kind, modality, status, person, place, source } = asked;
  if (![kind, modality, status, person, place, source].some(isGiven)) return [];
  const names = await wantedNames(archive, asked);
  const own = conditionsOf(archive, { ...asked, from: null, to: null, reports: [] }, false);
  const uses = names.map((word) => word.uses);
  const isRare = names.length > 0 && uses.every((one) => one !== null && one <= FEW);
  // Those of a seldom name are found by the index of words; of a frequent one the newest reports have some.
  if (isRare)
    return [
      sql`(d.document, d.valid_from) in (select c.document, c.reading from view.claims c
        where ${all([
          ...own,
          ...indexed(
            names.map(({ query }) => query),
            { holding: new Map() },
          ),
        ])})`,
    ];
  return [
    sql`exists (select 1 from view.claims c where ${all([
      sql`c.document = d.document and c.reading = d.valid_from`,
      ...own,
      ...names.map(({ query }) => isHeld(query)),
    ])})`,
  ];
}

/** Without words: the newest first, as indexes hold them. */
async function listClaims(
  archive: Archive,
  filter: Filter,
  after: Position | null,
): Promise<Found> {
  const conditions = conditionsOf(archive, filter, false);
  const few =
    filter.to === null ? null : await listFewUntil(archive, filter, filter.to, conditions, after);
  if (few !== null) return few;
  const [claims, count] = await Promise.all([
    readClaims(
      archive,
      filter.asKnown,
      sql`select c.claim, c.document, c.valid_from, c.reading, c.place, 0 as tier from view.claims c
        where ${all([...conditions, ...behind(after)])}
        order by c.reading desc, c.place limit ${filter.limit + 1}`,
    ),
    isSummed(filter)
      ? sumCounts(archive, filter)
      : ((await countOfReports(archive, filter)) ??
        countUpTo(archive.database, conditions, filter.from ?? filter.to)),
  ]);
  return { claims, count };
}

/**
 * Where few claims begin so early, those; else null. The newest of them stand anywhere among the newest of all, so they are gathered by
 * the index of days first.
 */
async function listFewUntil(
  archive: Archive,
  filter: Filter,
  to: string,
  conditions: readonly Condition[],
  after: Position | null,
): Promise<Found | null> {
  if (filter.asKnown !== null) return null;
  const { rows } = await sql<{ claim: string; valid_from: number }>`
    select c.claim, c.valid_from from view.claims c
    where c.workspace = ${archive.workspace} and c.valid_to is null and c.earliest <= ${to}::date
    order by c.earliest limit ${COUNTED + 1}`.execute(archive.database);
  if (rows.length > COUNTED) return null;
  const begun = sql`(c.claim, c.valid_from) in (select * from unnest(
    ${rows.map(({ claim }) => claim)}::text[], ${rows.map((row) => row.valid_from)}::bigint[]))`;
  const fitting = [...conditions, begun];
  const [claims, count] = await Promise.all([
    readClaims(
      archive,
      null,
      sql`select c.claim, c.document, c.valid_from, c.reading, c.place, 0 as tier from view.claims c
        where ${all([...fitting, ...behind(after)])}
        order by c.reading desc, c.place limit ${filter.limit + 1}`,
    ),
    countUpTo(archive.database, fitting),
  ]);
  return { claims, count };
}

/** Where reports alone are asked for: as many claims as their readings have; null where something else is asked, or most have none. */
async function countOfReports(
  { database, workspace }: Archive,
  { reports, kind, modality, status, from, to, asKnown }: Filter,
): Promise<number | null> {
  const others = [kind, modality, status, from, to];
  if (reports.length === 0 || asKnown !== null || others.some(isGiven)) return null;
  const { rows } = await sql<{ documents: number; claims: number }>`
    select count(*) as documents, coalesce(sum(claims), 0)::bigint as claims from (
      select d.claims from view.documents d
      where ${all([sql`d.workspace = ${workspace} and d.valid_to is null`, ...reports])}
      limit ${COUNTED + 1}) as newest`.execute(database);
  const { documents = 0, claims = 0 } = rows[0] ?? {};
  return documents <= COUNTED || claims > COUNTED ? claims : null;
}

/**
 * A frequent word stands among the newest claims often enough to fill a page; a rare one is found by the index of words.
 * PostgreSQL cannot tell them apart by itself: it knows little of how often the beginning of a word stands.
 */
async function findClaims(
  archive: Archive,
  filter: Filter,
  { tiers, named }: { readonly tiers: readonly Wanted[]; readonly named: readonly NamedWord[] },
  after: Position | null,
): Promise<Found> {
  const wanted = { tiers, names: named.map(({ query }) => query) };
  const widest = [...(tiers.at(-1) ?? []), ...wanted.names];
  const conditions = conditionsOf(archive, filter, true);
  const among = { workspace: archive.workspace, asKnown: filter.asKnown, kind: filter.kind };
  const kind = filter.kind === null ? [] : [`'${kindLexeme(filter.kind)}'`];
  const asked = { archive, filter, wanted, among, kind, conditions, after };
  const guessed = tiers.length > 0 ? null : await guessFew(archive, filter, named);
  const few =
    guessed === null ? null : await findAll({ ...asked, sample: guessed }, MOST_OF_FEW + 1);
  if (few !== null && few.count <= MOST_OF_FEW) return few;
  const strictest = [...(tiers[0] ?? []), ...wanted.names];
  const limit = after === null ? filter.limit + 1 : 0;
  const sample = await lookThrough(archive, among, conditions, { widest, strictest, limit });
  const depth = depthFor(filter.limit, sample);
  const one = { ...asked, sample };
  if (sample.strictest.length > filter.limit) return tellSample(one);
  return depth === null ? findAll(one) : findAmongMany({ ...one, depth });
}

/**
 * A name that is used seldom is not looked for among the newest. What the spellings do not tell, such as a name in another script
 * that sounds so, makes the guess too low: whoever asks by it has to bound what it finds.
 */
async function guessFew(
  { database, workspace }: Archive,
  { kind, asKnown }: SearchFilter,
  named: readonly NamedWord[],
): Promise<Sample | null> {
  const uses = named.map((word) => word.uses);
  if (asKnown !== null || !uses.every((one) => one !== null)) return null;
  const { rows } = await sql<{ total: number; claims: number }>`
    select coalesce(sum(claims) filter (where ${kind}::text is null or kind = ${kind}), 0)::bigint as total,
      coalesce(sum(claims), 0)::bigint as claims from view.counts where workspace = ${workspace}`.execute(
    database,
  );
  const { total = 0, claims = 0 } = rows[0] ?? {};
  const share = LOOKED_THROUGH / Math.max(1, claims);
  const fitting = Math.min(...uses) * share;
  if ((total * fitting) / LOOKED_THROUGH > FEW) return null;
  const holding = new Map(named.map(({ query }, at) => [query, (uses[at] ?? 0) * share]));
  return { fitting, holding, total, strictest: [] };
}

/** So many are found by the index of words sooner than the newest claims are looked through; and where a guess was wrong, so many. */
const FEW = 2 * COUNTED;
const MOST_OF_FEW = 2 * FEW;

/** The newest claims filled the page already. */
async function tellSample(search: Search): Promise<Found> {
  const { archive, filter, sample } = search;
  const [claims, count] = await Promise.all([
    readKeys(
      archive,
      filter.asKnown,
      sample.strictest.map((key) => ({ ...key, tier: 0 })),
    ),
    countWanted(search),
  ]);
  return { claims, count };
}

/**
 * Among how many of the newest claims a page stands, going by the sample. Null where all that fit are found sooner: where they are
 * about as many as are counted anyway, or stand too far apart.
 */
function depthFor(limit: number, { fitting, total }: Sample): number | null {
  if (fitting > limit) return LOOKED_THROUGH;
  const depth = Math.ceil((SURELY * LOOKED_THROUGH * (limit + 1)) / Math.max(1, fitting));
  const isMany = (total * fitting) / LOOKED_THROUGH > FEW;
  return isMany && depth <= DEEPEST ? depth : null;
}

/** By how much more than the sample promises. */
const SURELY = 1.5;
const DEEPEST = 16_000;

type Search = {
  readonly archive: Archive;
  readonly filter: Filter;
  readonly wanted: WantedWords;
  readonly among: Among;
  readonly sample: Sample;
  /** The kind, as the index of words has it. */
  readonly kind: Wanted;
  readonly conditions: readonly Condition[];
  readonly after: Position | null;
};

/**
 * All that fit with the tier of each, in one look at the index of words; the page is the first of them. Where they are `most` or
 * more, it is some page of some of them.
 */
async function findAll(search: Search, most: number | null = null): Promise<Found> {
  const { archive, filter, wanted, sample, after } = search;
  const { tiers, names } = wanted;
  const last = Math.max(0, tiers.length - 1);
  const stricter = tiers
    .slice(0, last)
    .map((words, tier) => sql`when ${all(words.map(isHeld))} then ${tier}::int`);
  const tier =
    stricter.length === 0 ? sql`0` : sql`case ${sql.join(stricter, sql` `)} else ${last}::int end`;
  const words = indexed([...(tiers[last] ?? []), ...names, ...search.kind], sample);
  type Key = ClaimKey & Position;
  const { rows } = await byWords(archive.database, async (one) =>
    sql<{ readonly [Part in keyof Key]: Key[Part] | null } & { readonly hits: number }>`
      with hits as materialized (
        select c.claim, c.document, c.valid_from, c.reading, c.place, ${tier} as tier from view.claims c
        where ${all([...words, ...search.conditions])} limit ${most}
      ), page as (
        select * from hits c where ${all([sql`true`, ...behindTier(after)])}
        order by tier, reading desc, place limit ${filter.limit + 1}
      )
      select page.*, counted.hits from (select count(*) as hits from hits) counted left join page on true
      order by tier, reading desc, place`.execute(one),
  );
  const keys = rows.filter((row): row is Key & { hits: number } => row.claim !== null);
  const claims = await readKeys(archive, filter.asKnown, keys);
  return { claims, count: rows[0]?.hits ?? 0 };
}

/** Tier by tier: those among the newest, or by the index of words where there they are too few. */
async function findAmongMany(search: Search & { readonly depth: number }): Promise<Found> {
  const { archive, filter, wanted, among, sample, conditions, after, depth } = search;
  const { tiers, names } = wanted;
  // Beside the page, which needs to know it only where it is not filled.
  const counting = countWanted(search);
  counting.catch(() => undefined);
  const claims: (FoundClaim & Position)[] = [];
  for (let tier = after?.tier ?? 0; tier < Math.max(1, tiers.length); tier++) {
    const words = [...(tiers[tier] ?? []), ...names, ...search.kind];
    const missing = filter.limit + 1 - claims.length;
    const own = [
      ...conditions,
      ...(tier === 0 ? [] : [sql`not (${all((tiers[tier - 1] ?? []).map(isHeld))})`]),
      ...(after?.tier === tier ? behind(after) : []),
    ];
    const pageOf = (rows: Condition): Condition => sql`
      select c.claim, c.document, c.valid_from, c.reading, c.place, ${tier}::int as tier from ${rows}
      order by c.reading desc, c.place limit ${missing}`;
    const newest = await readClaims(
      archive,
      filter.asKnown,
      pageOf(
        sql`${newestOf(among, depth, after?.tier === tier ? behind(after) : [])} where ${all([...own, ...words.map(isHeld)])}`,
      ),
    );
    const found =
      newest.length === missing
        ? newest
        : await byWords(archive.database, async (one) =>
            readClaims(
              archive,
              filter.asKnown,
              pageOf(sql`view.claims c where ${all([...own, ...indexed(words, sample)])}`),
              one,
            ),
          );
    claims.push(...found);
    // Wider words are asked only where there is something left to find.
    if (claims.length > filter.limit || (after === null && claims.length >= (await counting)))
      break;
  }
  return { claims, count: await counting };
}

/** How many fit, by the rows themselves where many do, else by the index of words. */
async function countWanted(search: Search): Promise<number> {
  const { archive, wanted, sample, conditions } = search;
  const widest = [...(wanted.tiers.at(-1) ?? []), ...wanted.names];
  return sample.fitting >= LOOKED_THROUGH / 10
    ? countUpTo(archive.database, [...conditions, ...widest.map(isHeld)])
    : byWords(archive.database, async (one) =>
        countUpTo(one, [...conditions, ...indexed([...widest, ...search.kind], sample)]),
      );
}

function behind(after: Position | null): readonly Condition[] {
  if (after === null) return [];
  const { reading, place } = after;
  return [sql`c.reading <= ${reading} and (c.reading < ${reading} or c.place > ${place})`];
}

function behindTier(after: Position | null): readonly Condition[] {
  if (after === null) return [];
  return [sql`(c.tier > ${after.tier} or c.tier = ${after.tier} and ${all(behind(after))})`];
}

/** The claims of keys that were found, in the order of the list. */
async function readKeys(
  archive: Archive,
  asKnown: AsKnown,
  keys: readonly (ClaimKey & Position)[],
): Promise<readonly (FoundClaim & Position)[]> {
  if (keys.length === 0) return [];
  const column = (name: keyof ClaimKey | "tier"): Condition => sql`${keys.map((key) => key[name])}`;
  return readClaims(
    archive,
    asKnown,
    sql`select * from unnest(${column("claim")}::text[], ${column("document")}::text[], ${column("valid_from")}::bigint[],
      ${column("reading")}::bigint[], ${column("place")}::smallint[], ${column("tier")}::int[])
      as c(claim, document, valid_from, reading, place, tier)`,
  );
}

/** The claims of some keys, in the order of the list. */
async function readClaims(
  { database, workspace }: Archive,
  asKnown: AsKnown,
  keys: Condition,
  within: Database = database,
): Promise<readonly (FoundClaim & Position)[]> {
  type Row = Omit<FoundClaim, "body" | "correction"> &
    Position & {
      readonly body: string;
      readonly correction: string | null;
      readonly head: string | null;
    };
  const known = asKnown ?? Number.MAX_SAFE_INTEGER;
  // Keys carry their document, which tells PostgreSQL the one part that holds a claim; newer versions are asked for once.
  // `offset 0`: each table is looked up by the key alone. Else every way to join parts of tables is planned, which takes
  // longer than all that is read.
  const { rows } = await sql<Row>`
    select c.claim, p.document, c.status, c.body, c.correction, p.reading, p.place, p.tier,
      d.title, d.publisher, d.published, d.head, s.copies as "copyOf", v.versions[1] as newer,
      -- Versions of one page are no copies of each other.
      (select count(*)::int from (
        select coalesce(s.copies, p.document) as document union
        select o.document from view.sketches o where o.workspace = ${workspace}
          and o.copies = coalesce(s.copies, p.document) and o.valid_from <= ${known}) as same
        where same.document is distinct from d.previous and same.document <> all(coalesce(v.later, '{}'))) as copies
    from (${keys}) p
    cross join lateral (select * from view.claims c where c.workspace = ${workspace} and c.document = p.document
      and c.claim = p.claim and c.valid_from = p.valid_from offset 0) c
    cross join lateral (select * from view.documents d where d.workspace = ${workspace} and d.document = p.document
      and d.valid_from = p.reading offset 0) d
    left join lateral (select s.copies from view.sketches s
      where s.workspace = ${workspace} and s.document = p.document offset 0) s on true
    cross join lateral (select array_agg(n.document order by n.valid_from desc) filter (where n.valid_from <= ${known}) as versions,
      array_agg(n.document) as later from view.documents n where n.workspace = ${workspace} and n.previous = p.document) v
    order by p.tier, p.reading desc, p.place`.execute(within);
  return rows.map(({ body, correction, head, ...row }) => ({
    ...row,
    body: parseBody(body, head),
    correction: parseCorrection(correction),
  }));
}

async function sumCounts(
  { database, workspace }: Archive,
  { kind, status }: Pick<SearchFilter, "kind" | "status">,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select coalesce(sum(claims), 0)::bigint as count from view.counts
    where workspace = ${workspace} and (${kind}::text is null or kind = ${kind})
      and (${status}::text is null or status = ${status})`.execute(database);
  return rows[0]?.count ?? 0;
}

/**
 * How many claims fit, counted up to one more than is told. Where days are asked for, the latest beginning first: most claims last
 * few days, so those that reach into the days asked for stand at that end of the index.
 */
async function countUpTo(
  within: Database,
  conditions: readonly Condition[],
  day: string | null = null,
): Promise<number> {
  const dated = day === null ? sql`` : sql`and c.earliest is not null order by c.earliest desc`;
  const { rows } = await sql<{ count: number }>`select count(*) as count from (
    select 1 from view.claims c where ${all(conditions)} ${dated} limit ${COUNTED + 1}) as counted`.execute(
    within,
  );
  return rows[0]?.count ?? 0;
}

/** Filters that the summary rows know. */
function isSummed({
  words,
  asKnown,
  person,
  place,
  source,
  publisher,
  modality,
  from,
  to,
}: SearchFilter): boolean {
  return (
    words.trim() === "" &&
    asKnown === null &&
    ![person, place, source, publisher, modality, from, to].some(isGiven)
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
