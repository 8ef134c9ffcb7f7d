/** What linking looks up and writes for some namings of many: keys by which they meet, pairs, who is whom. */
import { sql } from "kysely";
import type { Database, InTransaction } from "./database.ts";
import { personOf } from "./people.ts";
import { insertPairs, type KnownPair, type StoredPair } from "./namingPairs.ts";
import { insertPeople, IS_DOUBTED, type PersonRow } from "./peopleRows.ts";
import { LINKED_NOW } from "./viewTables.ts";

const ROWS = 5_000;

/** What a naming is found by: its keys, none where another one that says the same stands under them, and a digest of what it says. */
export type KeyRow = {
  readonly mention: string;
  readonly keys: readonly number[];
  readonly alike: string;
};

/** Writes the keys of namings in the place of those they had. */
export async function writeKeys(
  one: InTransaction,
  workspace: string,
  rows: readonly KeyRow[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS) {
    const some = rows.slice(from, from + ROWS);
    await sql`insert into view.link_keys (workspace, mention, keys, alike)
      select ${workspace}, mention, keys::int[], alike
      from unnest(${some.map(({ mention }) => mention)}::text[], ${some.map(({ keys }) => `{${keys.map(signed).join(",")}}`)}::text[],
        ${some.map(({ alike }) => alike)}::text[]) as one(mention, keys, alike)
      on conflict (workspace, mention) do update set keys = excluded.keys, alike = excluded.alike`.execute(
      one,
    );
  }
}

/** Namings that say what one of these does, or that have one of these digests, and whether they stand under keys for all that do. */
export async function findAlike(
  one: Database,
  workspace: string,
  { mentions, alike }: { readonly mentions: readonly string[]; readonly alike: readonly string[] },
): Promise<
  readonly { readonly mention: string; readonly alike: string; readonly isFirst: boolean }[]
> {
  const { rows } = await sql<{ mention: string; alike: string; isFirst: boolean }>`
    select mention, alike, cardinality(keys) > 0 as "isFirst" from view.link_keys
    where workspace = ${workspace} and alike in (
      select alike from view.link_keys where workspace = ${workspace} and mention = any(${mentions as string[]})
      union select unnest(${alike as string[]}::text[]))`.execute(one);
  return rows;
}

/** A key as the database holds it: it knows no unsigned numbers. */
function signed(key: number): number {
  return key | 0;
}

/** Under each of these keys the namings that stand there; where there are more than `most`, one more. */
export async function findByKeys(
  one: InTransaction,
  workspace: string,
  keys: Iterable<number>,
  most: number,
): Promise<ReadonlyMap<number, readonly string[]>> {
  const sought = [...new Set(keys)].map(signed);
  // The planner takes so many keys for a part of the table worth reading through. Asked for several at once, the index holds every row that
  // it finds against all of them.
  const { rows: plans } = await sql<{ whole: string }>`
    select current_setting('enable_seqscan') as whole, set_config('enable_seqscan', 'off', true)`.execute(
    one,
  );
  const { rows } = await sql<{ key: number; mentions: string[] }>`
    select key, array(select mention from view.link_keys
      where workspace = ${workspace} and keys && array[key] limit ${Number.isFinite(most) ? most + 1 : null}) as mentions
    from unnest(${sought}::int[]) as key`.execute(one);
  await sql`select set_config('enable_seqscan', ${plans[0]?.whole ?? "on"}, true)`.execute(one);
  return new Map(rows.map(({ key, mentions }) => [key >>> 0, mentions]));
}

/** Under each of these keys the first namings that stand there, by their ids. */
export async function findFirstByKeys(
  one: InTransaction,
  workspace: string,
  keys: Iterable<number>,
  first: number,
): Promise<ReadonlyMap<number, readonly string[]>> {
  const { rows } = await sql<{ key: number; mentions: string[] }>`
    select key, array(select mention from view.link_keys
      where workspace = ${workspace} and keys && array[key] order by mention collate "C" limit ${first}) as mentions
    from unnest(${[...new Set(keys)].map(signed)}::int[]) as key`.execute(one);
  return new Map(rows.map(({ key, mentions }) => [key >>> 0, mentions]));
}

/** Names of namings that stand under a key with more than `most` others, with how many do: the commonest first. */
export async function crowdedNames(
  one: Database,
  workspace: string,
  most: number,
): Promise<readonly { readonly name: string; readonly namings: number }[]> {
  const { rows } = await sql<{ name: string; namings: number }>`
    with crowded as (
      select array_agg(key) as keys from (
        select key from view.link_keys, unnest(keys) as key where workspace = ${workspace}
        group by key having count(*) > ${most}) as many)
    select m.folded as name, count(*) as namings
    from crowded, view.link_keys k
    join view.mentions m on m.workspace = k.workspace and m.mention = k.mention and m.valid_to is null
    where k.workspace = ${workspace} and k.keys && crowded.keys
    group by m.folded order by namings desc, name`.execute(one);
  return rows;
}

/** Forgets keys and pairs of namings: of those that went, and of those that are compared anew. */
export async function forgetPairs(
  one: InTransaction,
  workspace: string,
  mentions: readonly string[],
): Promise<void> {
  const ids = mentions as string[];
  await sql`delete from view.link_keys where workspace = ${workspace} and mention = any(${ids})`.execute(
    one,
  );
  await sql`delete from view.pairs where workspace = ${workspace} and a = any(${ids})`.execute(one);
  await sql`delete from view.pairs where workspace = ${workspace} and b = any(${ids})`.execute(one);
}

/** Forgets every key, as another model will make them. */
export async function forgetAllKeys(one: InTransaction, workspace: string): Promise<void> {
  await sql`delete from view.link_keys where workspace = ${workspace}`.execute(one);
}

/** Forgets all that was linked and stands, and how far that was; what stood once is left. */
export async function forgetLinked(one: InTransaction, workspace: string): Promise<void> {
  for (const { name, where } of LINKED_NOW)
    await sql`delete from ${sql.raw(`view.${name}`)} where workspace = ${workspace}${
      where === undefined ? sql`` : sql.raw(` and ${where}`)
    }`.execute(one);
}

/** How many namings the planner takes the archive to have. */
export async function plannedMentions(one: InTransaction): Promise<number> {
  const { rows } = await sql<{ rows: number }>`
    select greatest(0, reltuples)::float8 as rows from pg_class where oid = 'view.mentions'::regclass`.execute(
    one,
  );
  return rows[0]?.rows ?? 0;
}

/** Lets the planner know how much there is now; without it, questions about people go through all links for each pair. */
export async function countRows(one: InTransaction): Promise<void> {
  await sql`select view.count_links()`.execute(one);
}

/**
 * Asks for few rows of many by their keys alone: the planner, which takes a look at an index to cost what one at a disk does, would
 * read whole tables through for each of some hundred namings.
 */
export async function askByKeys<T>(one: InTransaction, ask: () => Promise<T>): Promise<T> {
  await setPlans(one, "off");
  const asked = await ask();
  await setPlans(one, "on");
  return asked;
}

async function setPlans(one: InTransaction, whole: "on" | "off"): Promise<void> {
  await sql`select set_config('enable_seqscan', ${whole}, true), set_config('enable_hashjoin', ${whole}, true),
    set_config('enable_mergejoin', ${whole}, true)`.execute(one);
}

/** Adds pairs beside those that are there. */
export async function addPairs(
  one: InTransaction,
  workspace: string,
  pairs: readonly StoredPair[],
): Promise<void> {
  for (let from = 0; from < pairs.length; from += ROWS)
    await insertPairs(one, workspace, pairs.slice(from, from + ROWS));
}

/**
 * Namings that are found by nothing yet, such as those who stood behind one that went, and namings that are of nobody, since something
 * they rested on changed. All namings are looked through; after a linking only erasures and decisions leave any.
 */
export async function unlinkedMentions(
  one: Database,
  workspace: string,
): Promise<{ readonly keyless: readonly string[]; readonly loose: readonly string[] }> {
  const { rows } = await sql<{ mention: string; isKeyless: boolean; isLoose: boolean }>`
    select m.mention, k.mention is null as "isKeyless", l.mention is null as "isLoose" from view.mentions m
    left join view.link_keys k on k.workspace = m.workspace and k.mention = m.mention
    left join view.links l on l.workspace = m.workspace and l.mention = m.mention and l.valid_to is null
    where m.workspace = ${workspace} and m.valid_to is null and (k.mention is null or l.mention is null)`.execute(
    one,
  );
  return {
    keyless: rows.filter(({ isKeyless }) => isKeyless).map(({ mention }) => mention),
    loose: rows.filter(({ isLoose }) => isLoose).map(({ mention }) => mention),
  };
}

/** Namings of people who are likely one confirmed to be alive, which they may be no more. */
export async function mentionsLikeLiving(
  one: Database,
  workspace: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ mention: string }>`
    select l.mention from view.people p
    join view.links l on l.workspace = p.workspace and l.person = p.person and l.valid_to is null
    where p.workspace = ${workspace} and (p.body ->> 'isLikeLiving') = 'true'`.execute(one);
  return rows.map(({ mention }) => mention);
}

/** Namings that are one person with these. */
export async function mentionsBeside(
  one: Database,
  workspace: string,
  mentions: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ mention: string }>`
    select mention from view.links where workspace = ${workspace} and valid_to is null and person in (
      select person from view.links
      where workspace = ${workspace} and valid_to is null and mention = any(${mentions as string[]}))`.execute(
    one,
  );
  return rows.map(({ mention }) => mention);
}

/** Namings of others that a pair or a decision ties to these: one step. Pairs within a person tie nobody else. */
export async function tiedMentions(
  one: Database,
  workspace: string,
  mentions: readonly string[],
  same: number,
): Promise<readonly string[]> {
  const ids = mentions as string[];
  const { rows } = await sql<{ mention: string }>`
    select b as mention from view.pairs
      where workspace = ${workspace} and a = any(${ids}) and not together and probability >= ${same}
    union select a from view.pairs
      where workspace = ${workspace} and b = any(${ids}) and not together and probability >= ${same}
    union select b from view.link_decisions
      where workspace = ${workspace} and a = any(${ids}) and verdict = 'same' and undone_by is null
    union select a from view.link_decisions
      where workspace = ${workspace} and b = any(${ids}) and verdict = 'same' and undone_by is null
    union select s.mention from view.person_states s where s.workspace = ${workspace} and s.undone_by is null and s.entry in (
      select entry from view.person_states where workspace = ${workspace} and undone_by is null and mention = any(${ids}))`.execute(
    one,
  );
  return rows.map(({ mention }) => mention);
}

/** What writing people changed: whose links did, and of whom something else is told or searched than before. */
export type PeopleWritten = {
  /** Namings that are somebody else's than before, or new, or nobody's. */
  readonly moved: readonly string[];
  /** People that are new, lost a naming, or go by other names or another state. */
  readonly others: ReadonlySet<string>;
};

/** Puts people in the place of those that some namings were of; links that stay as they were are left alone. */
export async function writeSomePeople(
  one: InTransaction,
  workspace: string,
  index: number,
  {
    mentions,
    people,
    groups,
    pairs,
  }: {
    readonly mentions: readonly string[];
    readonly people: readonly PersonRow[];
    /** Namings by the person that they are, of others too. */
    readonly groups: readonly (readonly string[])[];
    /** All pairs between the namings of these. */
    readonly pairs: readonly KnownPair[];
  },
): Promise<PeopleWritten & { readonly linked: number }> {
  const all = mentions as string[];
  const links = people.flatMap(({ person, mentions: own }) =>
    own.map((mention) => ({ mention, person })),
  );
  // Nobody knows yet how many there are: row by row, a first linking of a large archive would take minutes.
  const isLarge = links.length > ROWS;
  if (isLarge) await sql`set local enable_nestloop = off`.execute(one);
  const now = sql`unnest(${links.map(({ mention }) => mention)}::text[], ${links.map(({ person }) => person)}::text[])
    as now(mention, person)`;
  const ended = await sql<{ mention: string; person: string }>`
    update view.links l set valid_to = greatest(l.valid_from, ${index}::bigint)
    where l.workspace = ${workspace} and l.mention = any(${all}) and l.valid_to is null
      and l.mention || ' ' || l.person <> all(${links.map(({ mention, person }) => `${mention} ${person}`)}::text[])
    returning l.mention, l.person`.execute(one);
  const linked = await sql<{ mention: string }>`insert into view.links
    select ${workspace}, now.mention, now.person, ${index}, null from ${now}
    left join view.links l on l.workspace = ${workspace} and l.mention = now.mention and l.valid_to is null
    where l.mention is null
    on conflict (workspace, mention, valid_from) do update set person = excluded.person, valid_to = null
    returning mention`.execute(one);
  await markTogether(one, workspace, groups, pairs);
  if (isLarge) await sql`set local enable_nestloop = on`.execute(one);
  // A person is named after one of the namings: whoever was made of these goes by one of these names.
  const before = await sql<{
    person: string;
    folded: string;
    state: string | null;
    doubted: boolean;
  }>`
    delete from view.people p where workspace = ${workspace} and person = any(${all.map(personOf)})
    returning person, folded, state, ${IS_DOUBTED} as doubted`.execute(one);
  for (let from = 0; from < people.length; from += ROWS)
    await insertPeople(one, workspace, people.slice(from, from + ROWS));
  const told = new Map(before.rows.map((row) => [row.person, row]));
  const isOther = ({ person, folded, state, doubted }: PersonRow): boolean => {
    const known = told.get(person);
    return known?.folded !== folded || known.state !== state || known.doubted !== doubted;
  };
  return {
    moved: [...new Set([...ended.rows, ...linked.rows].map(({ mention }) => mention))],
    linked: linked.rows.length,
    others: new Set([...people.filter(isOther), ...ended.rows].map(({ person }) => person)),
  };
}

/** Marks the pairs whose namings are of one person now, and those that are no more. */
async function markTogether(
  one: InTransaction,
  workspace: string,
  groups: readonly (readonly string[])[],
  pairs: readonly KnownPair[],
): Promise<void> {
  const groupOf = new Map(groups.flatMap((group, at) => group.map((mention) => [mention, at])));
  const turned = pairs.filter(
    ({ a, b, together }) => (groupOf.get(a) === groupOf.get(b)) !== together,
  );
  for (let from = 0; from < turned.length; from += ROWS) {
    const some = turned.slice(from, from + ROWS);
    await sql`update view.pairs p set together = not p.together
      from unnest(${some.map(({ a }) => a)}::text[], ${some.map(({ b }) => b)}::text[]) as turned(a, b)
      where p.workspace = ${workspace} and p.a = turned.a and p.b = turned.b`.execute(one);
  }
}
