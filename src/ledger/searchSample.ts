/**
 * In: words that claims must hold. Out: how often each stands among the newest claims, and conditions that ask the index of words
 * for the rare ones alone.
 * Never: leaves out a word: what the index is not asked for is looked up in the rows that it gave.
 */
import { type RawBuilder, sql } from "kysely";
import type { Archive } from "./archive.ts";
import { type AsKnown, holdsAt, readUntil } from "./asKnown.ts";
import type { InTransaction } from "./database.ts";
import type { Wanted } from "./searchWords.ts";

export type Condition = RawBuilder<unknown>;

/** Claims that are looked through, the newest first, before the index of words is asked. */
export const LOOKED_THROUGH = 2_000;

/** Whose newest claims are looked through: those of one kind where that is asked, for an index has them in their order. */
export type Among = {
  readonly workspace: string;
  readonly asKnown: AsKnown;
  readonly kind: string | null;
};

export type Sample = {
  /** Of the newest claims, how many fit all that is asked. */
  readonly fitting: number;
  /** Of the newest claims, how many hold each query. */
  readonly holding: ReadonlyMap<string, number>;
  /** All claims, or all of the kind that is asked for. */
  readonly total: number;
  /** Of the newest claims, the first that fit in the strictest way. */
  readonly strictest: readonly ClaimKey[];
};

/** Which row a claim is, and where it stands in a list. */
export type ClaimKey = {
  readonly claim: string;
  readonly document: string;
  readonly valid_from: number;
  readonly reading: number;
  readonly place: number;
};

/** Queries that all claims of a search hold, those that its first ones hold, and how many of these are wanted. */
type Looked = { readonly widest: Wanted; readonly strictest: Wanted; readonly limit: number };

/** Looks through the newest claims. */
export async function lookThrough(
  { database, workspace }: Archive,
  among: Among,
  conditions: readonly Condition[],
  { widest, strictest, limit }: Looked,
): Promise<Sample> {
  const held = widest.map((query, at) => ({ query, name: sql.id(`held${at}`) }));
  const { rows } = await sql<
    { readonly [Part in keyof ClaimKey]: ClaimKey[Part] | null } & {
      readonly fitting: number;
      readonly holding: readonly number[];
      readonly total: number;
    }
  >`
    with newest as materialized (
      select c.claim, c.document, c.valid_from, c.reading, c.place, ${all(conditions)} as passes,
        ${sql.join(held.map(({ query, name }) => sql`${isHeld(query)} as ${name}`))},
        ${all([sql`true`, ...strictest.map(isHeld)])} as strictest from ${newestOf(among)}
    ), counted as (
      select count(*) filter (where ${all([sql`passes`, ...held.map(({ name }) => name)])}) as fitting,
        array[${sql.join(held.map(({ name }) => sql`count(*) filter (where ${name})`))}]::int[] as holding,
        (select coalesce(sum(claims), 0)::bigint from view.counts
          where workspace = ${workspace} and (${among.kind}::text is null or kind = ${among.kind})) as total
      from newest
    ), first as (
      select claim, document, valid_from, reading, place from newest where passes and strictest
      order by reading desc, place limit ${limit}
    )
    select counted.*, first.* from counted left join first on true order by reading desc, place`.execute(
    database,
  );
  const { fitting = 0, holding = [], total = 0 } = rows[0] ?? {};
  return {
    fitting,
    holding: new Map(widest.map((query, at) => [query, holding[at] ?? 0])),
    total,
    strictest: rows.filter((row): row is ClaimKey & (typeof rows)[number] => row.claim !== null),
  };
}

/** The newest claims as `c`, so many of them, or the newest of those that further conditions leave. */
export function newestOf(
  { workspace, asKnown, kind }: Among,
  depth = LOOKED_THROUGH,
  further: readonly Condition[] = [],
): Condition {
  const ofKind = kind === null || asKnown !== null ? [] : [sql`c.kind = ${kind}`];
  const conditions = [
    sql`c.workspace = ${workspace}`,
    holdsAt("c", asKnown),
    ...readUntil(asKnown),
    ...ofKind,
    ...further,
  ];
  return sql`(select c.* from view.claims c where ${all(conditions)}
    order by c.reading desc, c.place limit ${depth}) c`;
}

/** All conditions at once. */
export function all(conditions: readonly Condition[]): Condition {
  return sql.join(conditions, sql` and `);
}

/** The index of words may be asked. */
function isIn(query: string): Condition {
  return sql`c.words @@ ${query}::tsquery`;
}

/** The same, by the function behind the operator, which no index answers for. */
export function isHeld(query: string): Condition {
  return sql`ts_match_vq(c.words, ${query}::tsquery)`;
}

/** Of a word that stands more often than in one claim of so many, the index would hand out too many. */
const OFTEN = 50;

/**
 * The index gathers all claims with a beginning of a word before it looks at the next word: it is asked for the beginnings that are
 * rare, or for all where none is. What is no beginning it passes over quickly.
 */
export function indexed(
  wanted: Wanted,
  { holding }: Pick<Sample, "holding">,
): readonly Condition[] {
  const isRare = (query: string): boolean =>
    !query.includes(":*") || (holding.get(query) ?? 0) < LOOKED_THROUGH / OFTEN;
  const hasRare = wanted.some((query) => holding.has(query) && isRare(query));
  const asked = hasRare ? wanted.filter(isRare) : wanted;
  const others = hasRare ? wanted.filter((query) => !isRare(query)) : [];
  return [isIn(asked.join(" & ")), ...others.map(isHeld)];
}

/** Asks with nothing but the indexes that give sets of rows. */
export async function byWords<T>(
  database: Archive["database"],
  ask: (one: InTransaction) => Promise<T>,
): Promise<T> {
  return database.transaction().execute(async (one) => {
    await sql`set local enable_seqscan = off; set local enable_indexscan = off`.execute(one);
    return ask(one);
  });
}
