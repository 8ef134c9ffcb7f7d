/** What the archive shows of its people: decisions about them, others they may be, words that name them. */
import { sql } from "kysely";
import type { Archive } from "./archive.ts";
import type { StoredMention } from "./people.ts";
import { areKin } from "./namingPairs.ts";
import { readReasons } from "./reasons.ts";

export type PersonDecision = {
  readonly entry: string;
  /** A verdict about a pair, or a state of a person. */
  readonly verdict: string;
  readonly of: readonly string[];
  readonly actor: string;
  readonly at: string;
  readonly reason: string;
  readonly isUndone: boolean;
  /** The namings are no longer what they were when it was decided. */
  readonly isStale: boolean;
};

export type Perhaps = {
  readonly person: string;
  readonly name: string;
  readonly probability: number;
};

/** Decisions about any of these namings or tellings, the first first. */
export async function decisionsAbout(
  archive: Archive,
  namings: readonly string[],
): Promise<readonly PersonDecision[]> {
  const { database, workspace } = archive;
  const ids = namings as string[];
  const { rows } = await sql<Omit<PersonDecision, "reason">>`
    select min(d.entry) as entry, d.verdict, array_agg(distinct named.mention order by named.mention) as of,
      coalesce(n.name, d.actor) as actor, d.decided_at::text as at,
      bool_and(d.undone_by is not null) as "isUndone", bool_or((m.mention is null and t.telling is null) or o.entry is not null) as "isStale"
    from view.link_decisions d
    cross join lateral (values (d.a), (d.b)) as named(mention)
    left join view.mentions m on m.workspace = d.workspace and m.mention = named.mention and m.valid_to is null
    left join view.tellings t on t.workspace = d.workspace and t.telling = named.mention
    left join view.stale o on o.workspace = d.workspace and o.entry = d.entry and o.mention = named.mention
    left join view.actors n on n.workspace = d.workspace and n.actor = d.actor
    where d.workspace = ${workspace} and d.record in (
      select record from view.link_decisions where workspace = ${workspace} and (a = any(${ids}) or b = any(${ids})))
    group by d.record, d.verdict, n.name, d.actor, d.decided_at
    union all
    select s.entry, s.state, array_agg(s.mention order by s.mention), coalesce(n.name, s.actor), s.stated_at::text,
      s.undone_by is not null, bool_or(o.entry is not null)
    from view.person_states s
    left join view.stale o on o.workspace = s.workspace and o.entry = s.entry and o.mention = s.mention
    left join view.actors n on n.workspace = s.workspace and n.actor = s.actor
    where s.workspace = ${workspace} and s.entry in (
      select entry from view.person_states where workspace = ${workspace} and mention = any(${ids}))
    group by s.entry, s.state, n.name, s.actor, s.stated_at, s.body, s.undone_by
    order by at`.execute(database);
  const reasons = await readReasons(
    archive,
    rows.map(({ entry }) => entry),
  );
  return rows.map((row) => ({ ...row, reason: reasons.get(row.entry) ?? "" }));
}

/** How many others are named beside a person. */
const MOST_PERHAPS = 5;

/** Others whom a pair ties to these namings, the likeliest first; of nobody whom a person decided to be somebody else. */
export async function findPerhaps(
  { database, workspace }: Archive,
  person: string,
  mentions: readonly StoredMention[],
): Promise<readonly Perhaps[]> {
  const ids = mentions.map(({ mention }) => mention);
  const { rows } = await sql<Perhaps>`
    with near as (
      select b as mention, probability, ${person}::text as own from view.pairs where workspace = ${workspace} and a = any(${ids}) and not together
      union all select a, probability, ${person}::text from view.pairs where workspace = ${workspace} and b = any(${ids}) and not together
    )
    select l.person, p.name, max(near.probability) as probability from near
    join view.links l on l.workspace = ${workspace} and l.mention = near.mention and l.valid_to is null
    join view.people p on p.workspace = ${workspace} and p.person = l.person
    where l.person <> ${person} and not ${areKin(workspace, "near.own", "l.person")}
      and not exists (
        select 1 from view.link_decisions d join view.links o on o.workspace = d.workspace and o.valid_to is null
          and o.mention = case when d.a = any(${ids}) then d.b else d.a end
        where d.workspace = ${workspace} and d.verdict = 'different' and d.undone_by is null
          and (d.a = any(${ids}) or d.b = any(${ids})) and o.person = l.person)
    group by l.person, p.name order by probability desc, l.person limit ${MOST_PERHAPS}`.execute(
    database,
  );
  return rows;
}

/** What some claims of a document say, with what lists tell of the document. */
export type ToldIn = {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly claims: readonly { readonly claim: string; readonly quote: string }[];
};

const NOTHING_TOLD: ToldIn = { title: null, publisher: null, published: null, claims: [] };

/** What claims of documents say, in the order of the text; all in two looks, however many there are. */
export async function readToldIn(
  { database, workspace }: Archive,
  wanted: readonly { readonly document: string; readonly claims: readonly string[] }[],
): Promise<readonly ToldIn[]> {
  const documents = [...new Set(wanted.map(({ document }) => document))];
  const [heads, quotes] = await Promise.all([
    sql<Omit<ToldIn, "claims"> & { document: string }>`
      select document, title, publisher, published from view.documents
      where workspace = ${workspace} and document = any(${documents}) and valid_to is null`.execute(
      database,
    ),
    sql<{ document: string; claim: string; quote: string }>`
      select document, claim, body::jsonb -> 'span' ->> 'quote' as quote from view.claims
      where workspace = ${workspace} and document = any(${documents}) and valid_to is null
        and claim = any(${wanted.flatMap(({ claims }) => claims)})
      order by document, place`.execute(database),
  ]);
  const headOf = new Map(heads.rows.map(({ document, ...head }) => [document, head]));
  const quotesOf = new Map<string, { readonly claim: string; readonly quote: string }[]>();
  for (const { document, claim, quote } of quotes.rows) {
    const own = quotesOf.get(document);
    if (own === undefined) quotesOf.set(document, [{ claim, quote }]);
    else own.push({ claim, quote });
  }
  return wanted.map(({ document, claims }) => {
    const own = new Set(claims);
    return {
      ...NOTHING_TOLD,
      ...headOf.get(document),
      claims: (quotesOf.get(document) ?? []).filter(({ claim }) => own.has(claim)),
    };
  });
}

/** The decisions that were entered at once with one that stands, itself among them; none where it does not stand. */
export async function decidedTogether(
  { database, workspace }: Archive,
  entry: string,
): Promise<readonly { readonly entry: string; readonly record: string }[]> {
  const { rows } = await sql<{ entry: string; record: string }>`
    with standing as (
      select entry, record from view.link_decisions where workspace = ${workspace} and undone_by is null
      union select entry, record from view.person_states where workspace = ${workspace} and undone_by is null
    )
    select entry, record from standing
    where record in (select record from standing where entry = ${entry}) order by entry`.execute(
    database,
  );
  return rows;
}

/** Records of decisions about people whom a record names. */
export async function decisionRecordsOf(
  { database, workspace }: Archive,
  record: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ record: string }>`
    with named as (
      select mention from view.mentions where workspace = ${workspace} and record = ${record}
      union select telling from view.tellings where workspace = ${workspace} and record = ${record})
    select record from view.link_decisions
      where workspace = ${workspace} and (a in (select mention from named) or b in (select mention from named))
    union select record from view.person_states
      where workspace = ${workspace} and mention in (select mention from named)`.execute(database);
  return rows.map((row) => row.record);
}
