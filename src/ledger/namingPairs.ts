/** Pairs of namings that may be one person, as they were compared, and which of them nobody decided about. */
import { type RawBuilder, sql } from "kysely";
import type { Archive } from "./archive.ts";
import type { Database, InTransaction } from "./database.ts";

export type StoredPair = {
  readonly a: string;
  readonly b: string;
  readonly probability: number;
  /** How much of what both say goes against their being one. */
  readonly contrary: number;
};

/** Puts all pairs in the place of those that were found before. */
export async function replacePairs(
  one: InTransaction,
  workspace: string,
  pairs: readonly StoredPair[],
): Promise<void> {
  await sql`delete from view.pairs where workspace = ${workspace}`.execute(one);
  for (let from = 0; from < pairs.length; from += ROWS)
    await insertPairs(one, workspace, pairs.slice(from, from + ROWS));
}

/** Reasons are not kept: they follow from the two namings and the model, and are told when somebody asks. */
export async function insertPairs(
  one: InTransaction,
  workspace: string,
  pairs: readonly StoredPair[],
): Promise<void> {
  const rows = pairs.map((pair) => (pair.a < pair.b ? pair : { ...pair, a: pair.b, b: pair.a }));
  await sql`insert into view.pairs (workspace, a, b, probability, contrary, why)
    select ${workspace}, a, b, probability, contrary, '[]' from unnest(
      ${rows.map(({ a }) => a)}::text[], ${rows.map(({ b }) => b)}::text[],
      ${rows.map(({ probability }) => probability)}::float8[], ${rows.map(({ contrary }) => contrary)}::smallint[]
    ) as one(a, b, probability, contrary)`.execute(one);
}

/** Marks which pairs are of one person, as namings are linked now. */
export async function markPairs(
  one: InTransaction,
  workspace: string,
  pairs: readonly StoredPair[],
): Promise<void> {
  await sql`update view.pairs p set together = true
    from unnest(${pairs.map(({ a }) => a)}::text[], ${pairs.map(({ b }) => b)}::text[]) as old(a, b)
    join view.links x on x.workspace = ${workspace} and x.mention = old.a and x.valid_to is null
    join view.links y on y.workspace = ${workspace} and y.mention = old.b and y.valid_to is null
    where p.workspace = ${workspace} and p.a = old.a and p.b = old.b and x.person = y.person`.execute(
    one,
  );
}

const ROWS = 5_000;

/** A pair as it stands: with whether its namings are held to be one person. */
export type KnownPair = StoredPair & { readonly together: boolean };

/** Pairs between namings. */
export async function readPairs(
  { database, workspace }: Pick<Archive, "database" | "workspace">,
  mentions: readonly string[],
): Promise<readonly KnownPair[]> {
  const ids = mentions as string[];
  const { rows } = await sql<KnownPair>`select a, b, probability, contrary, together from view.pairs
    where workspace = ${workspace} and a = any(${ids}) and b = any(${ids})
    order by probability desc, a, b`.execute(database);
  return rows;
}

/**
 * Which of some people have namings that are alike, without being one person. Namings and pairs are asked for by themselves and put
 * together here: while everything is linked for the first time the database knows nothing yet of how many there are, and joined
 * them for minutes.
 */
export async function peopleAlike(
  { database, workspace }: Pick<Archive, "database" | "workspace">,
  people: readonly string[],
): Promise<readonly { readonly a: string; readonly b: string }[]> {
  const namings = await namingsOf({ database, workspace }, people);
  const { rows } = await sql<{ a: string; b: string }>`select a, b from view.pairs
    where workspace = ${workspace} and not together and a = any(${[...namings.keys()]})`.execute(
    database,
  );
  const alike = new Map<string, { readonly a: string; readonly b: string }>();
  for (const pair of rows) {
    const [a, b] = [namings.get(pair.a), namings.get(pair.b)];
    if (a !== undefined && b !== undefined && a !== b) alike.set(`${a} ${b}`, { a, b });
  }
  return [...alike.values()];
}

/** The namings of some people, each with whose it is. */
async function namingsOf(
  { database, workspace }: Pick<Archive, "database" | "workspace">,
  people: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ mention: string; person: string }>`
    select mention, person from view.links
    where workspace = ${workspace} and valid_to is null and person = any(${people as string[]})`.execute(
    database,
  );
  return new Map(rows.map(({ mention, person }) => [mention, person]));
}

/** That a report calls two people relatives: nobody needs to be asked whether they are one. */
export const areKin = (workspace: string, x: string, y: string) => sql`exists (
  select 1 from view.links kx
  join view.mentions km on km.workspace = kx.workspace and km.mention = kx.mention and km.valid_to is null
  cross join lateral jsonb_array_elements(coalesce(km.body -> 'kin', '[]')) as tie
  join view.links ky on ky.workspace = kx.workspace and ky.mention = tie ->> 'naming' and ky.valid_to is null
  where kx.workspace = ${workspace} and kx.valid_to is null and kx.person = ${sql.raw(x)} and ky.person = ${sql.raw(y)})`;

/**
 * Of two people who may be one the nearest pair of namings, where nobody decided about it. Relatives are looked up once for all:
 * asked pair by pair, the question takes minutes where a few thousand namings are alike.
 */
const openPairs = (workspace: string, some: readonly string[] | null = null) => sql`
  with kin as materialized (
    select distinct kx.person as one, ky.person as other
    from view.mentions km
    cross join lateral jsonb_array_elements(km.body -> 'kin') as tie
    join view.links kx on kx.workspace = km.workspace and kx.mention = km.mention and kx.valid_to is null
    join view.links ky on ky.workspace = km.workspace and ky.mention = tie ->> 'naming' and ky.valid_to is null
    where km.workspace = ${workspace} and km.valid_to is null and jsonb_typeof(km.body -> 'kin') = 'array')
  select distinct on (least(x.person, y.person), greatest(x.person, y.person)) p.a, p.b, p.probability, p.contrary, p.together
  from ${pairsAbout(workspace, some, sql`not together`)} p
  join view.links x on x.workspace = p.workspace and x.mention = p.a and x.valid_to is null
  join view.links y on y.workspace = p.workspace and y.mention = p.b and y.valid_to is null
  where p.workspace = ${workspace} and not p.together and x.person <> y.person and not exists (
    select 1 from kin where kin.one = x.person and kin.other = y.person) and not exists (
    select 1 from view.link_decisions d where d.workspace = p.workspace and d.undone_by is null
      and ((d.a = p.a and d.b = p.b) or (d.a = p.b and d.b = p.a))
      and not exists (select 1 from view.stale o
        where o.workspace = d.workspace and o.entry = d.entry and o.mention in (d.a, d.b) and o.why = 'changed'))
  order by least(x.person, y.person), greatest(x.person, y.person), p.probability desc, p.a, p.b`;

/** All pairs, or those of which some naming is one of these, asked for from either side. */
function pairsAbout(
  workspace: string,
  some: readonly string[] | null,
  which: RawBuilder<unknown>,
): RawBuilder<unknown> {
  if (some === null) return sql`view.pairs`;
  const of = (side: "a" | "b") => sql`
    select * from view.pairs where workspace = ${workspace} and ${sql.ref(side)} = any(${some as string[]}) and ${which}`;
  return sql`(${of("a")} union ${of("b")})`;
}

/** From so probable on nothing that goes against it is asked about; and from so probable on only where two things do. */
const SURE = 0.9995;
const LIKELY = 0.9;

/**
 * Of each person whom the machine made of namings that contradict each other the least probable pair of these, where nobody said that
 * the two are one, or each of them one with a third. What people said is gathered once, and whose the second naming is is looked up by
 * the naming: by the person all of his would be looked through for each pair.
 */
const contraryPairs = (workspace: string, some: readonly string[] | null = null) => sql`
  with said as materialized (
    select a as one, b as other from view.link_decisions
    where workspace = ${workspace} and verdict = 'same' and undone_by is null
    union select b, a from view.link_decisions
    where workspace = ${workspace} and verdict = 'same' and undone_by is null)
  select distinct on (x.person) p.a, p.b, p.probability, p.contrary, p.together
  from ${pairsAbout(workspace, some, sql`together and contrary > 0`)} p
  join view.links x on x.workspace = p.workspace and x.mention = p.a and x.valid_to is null
  join view.links y on y.workspace = p.workspace and y.mention = p.b and y.valid_to is null
  where p.workspace = ${workspace} and p.together and p.contrary > 0 and x.person || '' = y.person || ''
    and (p.probability < ${LIKELY} or (p.contrary > 1 and p.probability < ${SURE}))
    and not exists (select 1 from said where said.one = p.a and (said.other = p.b
      or exists (select 1 from said as third where third.one = p.b and third.other = said.other)))
  order by x.person, p.probability, p.a, p.b`;

/** Two namings that the machine holds to be one person although they contradict each other: of all people, or of some. */
export async function readJoinedContrary(
  { database, workspace }: Archive,
  people: readonly string[] | null = null,
): Promise<readonly (KnownPair & { readonly person: string })[]> {
  const namings =
    people === null ? null : [...(await namingsOf({ database, workspace }, people)).keys()];
  const { rows } = await sql<KnownPair & { readonly person: string }>`
    select joined.*, own.person from (${contraryPairs(workspace, namings)}) as joined
    join view.links own on own.workspace = ${workspace} and own.mention = joined.a and own.valid_to is null`.execute(
    database,
  );
  return rows;
}

/** Pairs of people in doubt, the most useful first: the nearer to even odds, the more a decision tells. */
export async function readOpenPairs(
  { database, workspace }: Archive,
  limit: number,
): Promise<readonly KnownPair[]> {
  const { rows } = await sql<KnownPair>`
    select * from (select * from (${openPairs(workspace)}) as open
      union all select * from (${contraryPairs(workspace)}) as joined) as asked
    order by abs(probability - 0.5), a, b limit ${limit}`.execute(database);
  return rows;
}

/**
 * How many pairs are in doubt: of two people who may be one, and of one who may be two. Of all, or of people who are made of some namings:
 * then of all the namings of each.
 */
export async function countOpenPairs(
  one: Database,
  workspace: string,
  some: readonly string[] | null = null,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from (${openPairs(workspace, some)}) as open)
      + (select count(*) from (${contraryPairs(workspace, some)}) as joined) as count`.execute(one);
  return rows[0]?.count ?? 0;
}
