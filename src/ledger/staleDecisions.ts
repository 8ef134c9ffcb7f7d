/**
 * In: what people decided about namings, and the namings as they stand. Out: the decisions whose naming changed or went.
 * Never: holds a naming for changed since it says more than before, or since the packs know more places.
 */
import { type RawBuilder, sql } from "kysely";
import { foldForSearch } from "../base/foldForSearch.ts";
import type { Mention } from "../model/mention.ts";
import type { Archive } from "./archive.ts";
import type { InTransaction } from "./database.ts";
import { isOfEvents } from "./events.ts";
import { readMentions } from "./people.ts";
import { keyedHash } from "./seal.ts";

/** A decision about somebody that does not, or may not, hold any more. */
export type StaleDecision = {
  readonly entry: string;
  readonly verdict: string;
  readonly mentions: readonly string[];
  /** The naming says something else, or is there no more. */
  readonly why: "changed" | "went";
};

/** What tells a person from a namesake; a day of death only where it is one day. */
const TOLD_BY = {
  age: ({ age }) => (age === null ? null : String(age.min)),
  father: ({ father }) => (father === null ? null : foldForSearch(father)),
  day: ({ date }) => (date === null || date.earliest !== date.latest ? null : date.earliest),
} satisfies Record<string, (record: Mention["record"]) => string | null>;

const FIELDS = ["age", "father", "day"] as const;

/** What a naming says of who it is, a keyed digest for each field: what a decision is bound to. */
export function seenOf({ keys }: Archive, mention: string, { record }: Mention): string {
  return FIELDS.map((field) => {
    const value = TOLD_BY[field](record);
    if (value === null) return `${field}:`;
    const bytes = keyedHash(keys.own.names.mentions, `${mention} ${field} ${value}`);
    return `${field}:${Buffer.from(bytes.subarray(0, 9)).toString("base64url")}`;
  }).join(" ");
}

/** Does a naming say another age, father or day than when it was decided about? Decisions of before tell it by no field. */
function isOther(archive: Archive, seen: string, mention: string, body: Mention): boolean {
  if (!seen.includes(":")) return false;
  const now = seenOf(archive, mention, body).split(" ");
  return seen.split(" ").some((field, at) => {
    const other = now[at] ?? "";
    return !field.endsWith(":") && !other.endsWith(":") && field !== other;
  });
}

/**
 * Looks at every decision that stands and that no later one replaced, or at those about some namings, and writes down which are stale;
 * answers with all that are, the first first.
 */
export async function findStale(
  archive: Archive,
  one: InTransaction,
  mentions: readonly string[] | null = null,
): Promise<readonly StaleDecision[]> {
  const { workspace } = archive;
  const about = (await decidedAbout(one, workspace, mentions)).filter(
    ({ mention }) => !isOfEvents(mention),
  );
  const ids = [...new Set(about.map(({ mention }) => mention))];
  const known = new Map(
    (await readMentions(one, workspace, ids)).map(({ mention, body }) => [mention, body]),
  );
  const stale = about.flatMap(({ entry, mention, seen }): StaleRow[] => {
    const body = known.get(mention);
    if (body === undefined) return [{ entry, mention, why: "went" }];
    return isOther(archive, seen, mention, body) ? [{ entry, mention, why: "changed" }] : [];
  });
  await writeStale(one, workspace, mentions, stale);
  return readStale(one, workspace);
}

type Decided = { readonly entry: string; readonly mention: string; readonly seen: string };

/** Each naming of decisions that stand, with what it said when it was decided about. */
async function decidedAbout(
  one: InTransaction,
  workspace: string,
  mentions: readonly string[] | null,
): Promise<readonly Decided[]> {
  const ids = mentions as string[] | null;
  const decided = (which: RawBuilder<unknown>) => sql`
    select d.entry, named.mention, coalesce(d.body -> 'seen' ->> named.at, '') as seen
    from view.link_decisions d cross join lateral (values (d.a, 0), (d.b, 1)) as named(mention, at)
    where d.workspace = ${workspace} and d.undone_by is null${which} and not exists (
      select 1 from view.link_decisions l where l.workspace = d.workspace and l.undone_by is null and l.index > d.index
        and ((l.a = d.a and l.b = d.b) or (l.a = d.b and l.b = d.a)))`;
  const stated = ids === null ? sql`` : sql` and s.mention = any(${ids})`;
  const { rows } = await sql<Decided>`
    select * from (${
      ids === null
        ? decided(sql``)
        : sql`${decided(sql` and d.a = any(${ids})`)} union ${decided(sql` and d.b = any(${ids})`)}`
    }) as pairs where ${ids === null ? sql`true` : sql`mention = any(${ids})`}
    union all
    select s.entry, s.mention, coalesce(s.body -> 'seen' ->> s.mention, '')
    from view.person_states s where s.workspace = ${workspace} and s.undone_by is null${stated} and not exists (
      select 1 from view.person_states l where l.workspace = s.workspace and l.undone_by is null and l.index > s.index
        and l.mention = s.mention)
    order by entry, mention`.execute(one);
  return rows;
}

type StaleRow = Pick<StaleDecision, "entry" | "why"> & { readonly mention: string };

function staleKey({ entry, mention, why }: StaleRow): string {
  return `${entry} ${mention} ${why}`;
}

async function writeStale(
  one: InTransaction,
  workspace: string,
  mentions: readonly string[] | null,
  stale: readonly StaleRow[],
): Promise<void> {
  const rows = [...new Map(stale.map((row) => [staleKey(row), row])).values()];
  const among = mentions === null ? sql`` : sql` and mention = any(${mentions as string[]})`;
  const { rows: before } = await sql<StaleRow>`
    select entry, mention, why from view.stale where workspace = ${workspace}${among}`.execute(one);
  const known = new Set(before.map(staleKey));
  if (known.size === rows.length && rows.every((row) => known.has(staleKey(row)))) return;
  await sql`delete from view.stale where workspace = ${workspace}${among}`.execute(one);
  if (rows.length === 0) return;
  await sql`insert into view.stale select ${workspace}, entry, mention, why from unnest(
    ${rows.map(({ entry }) => entry)}::text[], ${rows.map(({ mention }) => mention)}::text[],
    ${rows.map(({ why }) => why)}::text[]) as one(entry, mention, why)`.execute(one);
}

/** Every decision that is written down as stale. */
async function readStale(one: InTransaction, workspace: string): Promise<readonly StaleDecision[]> {
  const { rows } = await sql<StaleDecision>`
    select o.entry, coalesce(
        (select min(d.verdict) from view.link_decisions d where d.workspace = o.workspace and d.entry = o.entry),
        (select min(s.state) from view.person_states s where s.workspace = o.workspace and s.entry = o.entry)) as verdict,
      array_agg(o.mention order by o.mention) as mentions, o.why
    from view.stale o where o.workspace = ${workspace}
    group by o.workspace, o.entry, o.why order by o.entry, o.why`.execute(one);
  return rows;
}
