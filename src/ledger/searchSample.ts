/**
 * In: words that claims must hold. Out: how often each stands among the newest claims, and conditions that ask the index of words
 * for the rare ones alone.
 * Never: leaves out a word: what the index is not asked for is looked up in the rows that it gave.
 */
import { type RawBuilder, sql } from "kysely";
import type { Archive } from "./archive.ts";
import { type AsKnown, holdsAt } from "./asKnown.ts";
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
};

/** Looks through the newest claims. */
export async function lookThrough(
  { database }: Archive,
  among: Among,
  conditions: readonly Condition[],
  wanted: Wanted,
): Promise<Sample> {
  const { rows } = await sql<{ fitting: number; holding: readonly number[] }>`
    select count(*) filter (where ${all([...conditions, ...wanted.map(isHeld)])}) as fitting,
      array[${sql.join(wanted.map((query) => sql`count(*) filter (where ${isHeld(query)})`))}]::int[] as holding
    from ${newestOf(among)}`.execute(database);
  const { fitting = 0, holding = [] } = rows[0] ?? {};
  return { fitting, holding: new Map(wanted.map((query, at) => [query, holding[at] ?? 0])) };
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
export function indexed(wanted: Wanted, { holding }: Sample): readonly Condition[] {
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
    await sql`select set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true)`.execute(
      one,
    );
    return ask(one);
  });
}
