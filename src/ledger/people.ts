/** The people of an archive: namings, pairs of namings, who is whom, and what people decided about it. */
import { type RawBuilder, sql } from "kysely";
import { canonicalJson, type Json } from "../base/canonicalJson.ts";
import { foldForSearch } from "../base/foldForSearch.ts";
import { nameKey } from "../base/nameKey.ts";
import type { Claim } from "../model/claim.ts";
import { correctClaim, type Correction } from "../model/correction.ts";
import type { Mention } from "../model/mention.ts";
import { EVENT_KINDS } from "../model/telling.ts";
import type { Archive } from "./archive.ts";
import type { Database, InTransaction } from "./database.ts";
import type { LinkDecided } from "./entryKinds.ts";
import { LINKED_KINDS } from "./jobs.ts";
import type { Named } from "./ownKeys.ts";
import { keyedHash } from "./seal.ts";

/** A naming as it stands in the archive. */
export type StoredMention = {
  readonly mention: string;
  readonly document: string;
  readonly record: string;
  /** Index of the entry it stands on. */
  readonly valid_from: number;
  readonly published: string | null;
  /** The version of the same page that stands for its document, or null. */
  readonly newer: string | null;
  readonly body: Mention;
};

const LETTERS = "23456789bcdfghjkmnpqrstvwxz";

/** Id of a naming: the same in every reading, and nothing to whoever has no key. */
export function mentionId(archive: Archive, document: string, key: string): string {
  return `m-${keyedId(archive, "mentions", `${document}\n${key}`)}`;
}

/** Letters of an id that is a keyed hash of what it is of. */
export function keyedId({ keys }: Archive, named: Named, of: string): string {
  const bytes = keyedHash(keys.own.names[named], of);
  return [...bytes.subarray(0, 12)].map((byte) => LETTERS[byte % LETTERS.length]).join("");
}

/** The person who is named after a naming. */
export function personOf(mention: string): string {
  return `p-${mention.slice(2)}`;
}

/** The naming that a person is named after. */
export function mentionOf(person: string): string {
  return `m-${person.slice(2)}`;
}

/** How far the ledger was linked, and its size; holds the row until the transaction ends, so that one links at a time. */
export async function lockLinking(
  one: InTransaction,
  workspace: string,
): Promise<{ readonly upto: number; readonly model: string | null; readonly size: number }> {
  await sql`insert into view.link_state values (${workspace}, 0, '') on conflict do nothing`.execute(
    one,
  );
  const { rows } = await sql<{ upto: number; model: string; size: number }>`
    select s.upto, s.model, h.size from view.link_state s join ledger.heads h using (workspace)
    where s.workspace = ${workspace} for update of s`.execute(one);
  const { upto = 0, model = "", size = 0 } = rows[0] ?? {};
  return { upto, model: model === "" ? null : model, size };
}

export async function markLinked(
  one: InTransaction,
  workspace: string,
  { upto, model }: { readonly upto: number; readonly model: string },
): Promise<void> {
  await sql`update view.link_state set upto = ${upto}, model = ${model} where workspace = ${workspace}`.execute(
    one,
  );
}

export type ChangedDocument = {
  readonly document: string;
  readonly record: string;
  readonly valid_from: number;
  readonly reader: string;
  /** As people decided about them, without those that were rejected. */
  readonly claims: readonly Claim[];
  /** All of them, as the reader made them. */
  readonly asRead: readonly Claim[];
};

/** How many entries from an index on may change who is whom. */
export async function countUnlinked(
  one: Database,
  workspace: string,
  upto: number,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ledger.entries
    where workspace = ${workspace} and index >= ${upto} and kind = any(${LINKED_KINDS as string[]})`.execute(
    one,
  );
  return rows[0]?.count ?? 0;
}

/** How many documents there are to read namings off. */
export async function countDocuments(one: Database, workspace: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from view.documents
    where workspace = ${workspace} and valid_to is null`.execute(one);
  return rows[0]?.count ?? 0;
}

/** Documents at a time. */
const PAGE = 500;

/** Documents that entries from an index on are about, with the claims that name somebody or tell of a death. */
export async function* changedDocuments(
  one: Database,
  workspace: string,
  since: number,
): AsyncGenerator<readonly ChangedDocument[]> {
  for (let after = ""; ; ) {
    const { rows } = await sql<
      Omit<ChangedDocument, "claims" | "asRead"> & {
        claims: readonly [Claim, Correction | null, boolean][];
      }
    >`
      select d.document, d.record, d.valid_from, d.reader,
        coalesce((select jsonb_agg(jsonb_build_array(
            c.body::jsonb || jsonb_build_object('document', d.head::jsonb), c.correction::jsonb,
            c.status = 'rejected') order by c.place)
          from view.claims c
          where c.workspace = d.workspace and c.document = d.document and c.valid_to is null
            and (c.body not like '%"persons":[]%' or c.correction like '%"persons":%' or c.kind = any(${EVENT_KINDS as unknown as string[]}))), '[]') as claims
      from view.documents d
      where d.workspace = ${workspace} and d.valid_to is null and d.document > ${after} and exists (
        select 1 from ledger.entries e
        where e.workspace = ${workspace} and e.record = d.record and e.index >= ${since})
      order by d.document limit ${PAGE}`.execute(one);
    if (rows.length > 0)
      yield rows.map((row) => ({
        ...row,
        claims: row.claims.flatMap(([body, correction, isRejected]) => {
          if (isRejected) return [];
          return [correction === null ? body : correctClaim(body, correction)];
        }),
        asRead: row.claims.map(([body]) => body),
      }));
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.document;
  }
}

export type NewMention = Omit<StoredMention, "published" | "newer">;

/** Puts the namings of documents in the place of those they had; answers with the ids that are new or other now. */
export async function replaceMentions(
  one: InTransaction,
  workspace: string,
  documents: readonly string[],
  mentions: readonly NewMention[],
): Promise<{ readonly changed: readonly string[]; readonly gone: readonly string[] }> {
  const { rows: before } = await sql<{ mention: string; body: Mention }>`
    select mention, body from view.mentions
    where workspace = ${workspace} and document = any(${documents as string[]}) and valid_to is null`.execute(
    one,
  );
  const now = new Map(mentions.map((row) => [row.mention, row]));
  const bodies = new Map(
    before.map(({ mention, body }) => [mention, canonicalJson(body as unknown as Json)]),
  );
  const changed = mentions.filter(
    ({ mention, body }) => bodies.get(mention) !== canonicalJson(body as unknown as Json),
  );
  const gone = before.map(({ mention }) => mention).filter((mention) => !now.has(mention));
  const ended = [...gone, ...changed.map(({ mention }) => mention)];
  const until = mentions.reduce((last, { valid_from }) => Math.max(last, valid_from), 0);
  await sql`update view.mentions set valid_to = greatest(valid_from, ${until}::bigint)
    where workspace = ${workspace} and mention = any(${ended}) and valid_to is null`.execute(one);
  await sql`insert into view.mentions
    select ${workspace}, mention, document, record, valid_from, null, name, folded, body::jsonb from unnest(
      ${changed.map(({ mention }) => mention)}::text[],
      ${changed.map(({ document }) => document)}::text[],
      ${changed.map(({ record }) => record)}::text[],
      ${changed.map(({ valid_from }) => valid_from)}::bigint[],
      ${changed.map(({ body }) => body.names[0] ?? "")}::text[],
      ${changed.map(({ body }) => foldForSearch(body.names.join(" ")))}::text[],
      ${changed.map(({ body }) => JSON.stringify(body))}::text[]
    ) as one(mention, document, record, valid_from, name, folded, body)
    on conflict (workspace, mention, valid_from) do update set body = excluded.body, name = excluded.name,
      folded = excluded.folded, valid_to = null`.execute(one);
  return { changed: changed.map(({ mention }) => mention), gone };
}

/** Every naming as it stands, with when its document was published. */
export async function readMentions(
  one: Database,
  workspace: string,
  mentions: readonly string[] | null = null,
): Promise<readonly StoredMention[]> {
  const from =
    mentions === null
      ? sql`view.mentions m`
      : sql`unnest(${mentions as string[]}::text[]) as wanted(mention) join view.mentions m using (mention)`;
  const { rows } = await sql<StoredMention>`
    select m.mention, m.document, m.record, m.valid_from, d.published, s.newer, m.body
    from ${from}
    join view.documents d on d.workspace = m.workspace and d.document = m.document and d.valid_to is null
    left join view.superseded s on s.workspace = m.workspace and s.document = m.document
    where m.workspace = ${workspace} and m.valid_to is null
    order by m.valid_from, m.mention`.execute(one);
  return rows.map((row) => ({ ...row, published: lastDayOf(row.published) }));
}

/** The last day of an EDTF day, month or year: a report was there by then. */
function lastDayOf(edtf: string | null): string | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(edtf ?? "") ?? [];
  if (year === undefined) return null;
  if (day !== undefined) return edtf;
  if (month === undefined) return `${year}-12-31`;
  return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
}

export type StoredPair = {
  readonly a: string;
  readonly b: string;
  readonly probability: number;
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
  await sql`insert into view.pairs (workspace, a, b, probability, why)
    select ${workspace}, a, b, probability, '[]' from unnest(
      ${rows.map(({ a }) => a)}::text[], ${rows.map(({ b }) => b)}::text[],
      ${rows.map(({ probability }) => probability)}::float8[]
    ) as one(a, b, probability)`.execute(one);
}

const ROWS = 5_000;

/**
 * What people decided that stands and acts: pairs in the order of the decisions, and namings confirmed to be one person. Where a
 * naming says somebody else now, it is nobody's by decision, and of it nothing is confirmed but a life.
 */
export async function readDecided(
  one: Database,
  workspace: string,
): Promise<{
  readonly decisions: readonly StoredDecision[];
  readonly confirmed: readonly ConfirmedPerson[];
}> {
  const isChanged = (entry: string) => sql`exists (select 1 from view.stale o
    where o.workspace = ${workspace} and o.entry = ${sql.ref(entry)} and o.why = 'changed')`;
  const decisions =
    await sql<StoredDecision>`select entry, record, a, b, verdict, body from view.link_decisions d
    where workspace = ${workspace} and undone_by is null and not (verdict = 'same' and ${isChanged("d.entry")})
    order by index`.execute(one);
  const confirmed = await sql<ConfirmedPerson>`
    select entry, coalesce(first.index, s.index) as index, state,
      array_agg(mention order by mention) as mentions,
      coalesce(array_agg(mention order by mention) filter (where exists (select 1 from view.mentions m
        where m.workspace = ${workspace} and m.mention = s.mention and m.valid_to is null)), '{}') as present
    from view.person_states s
    left join lateral (select e.index from ledger.entries e
      where e.workspace = ${workspace} and e.id = s.body ->> 'carried') as first on true
    where s.workspace = ${workspace} and undone_by is null and (state = 'alive' or not exists (select 1 from view.stale o
      where o.workspace = ${workspace} and o.entry = s.entry and o.mention = s.mention and o.why = 'changed'))
    group by entry, state, first.index, s.index order by s.index`.execute(one);
  return { decisions: decisions.rows, confirmed: confirmed.rows };
}

export type StoredDecision = {
  readonly entry: string;
  /** The same for all that was decided at once. */
  readonly record: string;
  readonly a: string;
  readonly b: string;
  readonly verdict: "same" | "different" | "unsure";
  readonly body: LinkDecided;
};

export type ConfirmedPerson = {
  readonly entry: string;
  /** Of the entry in which it was confirmed first. */
  readonly index: number;
  readonly state: "alive" | "dead" | "unknown";
  readonly mentions: readonly string[];
  /** Those of them that there are still. */
  readonly present: readonly string[];
};

/** A group of namings as it is written down: who, and what lists show of him or her. */
export type PersonRow = {
  readonly person: string;
  readonly mentions: readonly string[];
  readonly name: string;
  /** Every name, folded for search. */
  readonly folded: string;
  readonly documents: number;
  readonly stage: string | null;
  readonly risk: number | null;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly state: string | null;
  readonly body: Json;
};

/** Adds rows of people. */
export async function insertPeople(
  one: InTransaction,
  workspace: string,
  people: readonly PersonRow[],
): Promise<void> {
  await sql`insert into view.people
    select ${workspace}, person, name, folded, mentions, documents, stage, risk, first_day::date, last_day::date, state, body::jsonb
    from unnest(
      ${people.map(({ person }) => person)}::text[],
      ${people.map(({ name }) => name)}::text[],
      ${people.map(({ folded }) => folded)}::text[],
      ${people.map((row) => row.mentions.length)}::int[],
      ${people.map(({ documents }) => documents)}::int[],
      ${people.map(({ stage }) => stage)}::text[],
      ${people.map(({ risk }) => risk)}::smallint[],
      ${people.map(({ firstDay }) => firstDay)}::text[],
      ${people.map(({ lastDay }) => lastDay)}::text[],
      ${people.map(({ state }) => state)}::text[],
      ${people.map(({ body }) => JSON.stringify(body))}::text[]
    ) as one(person, name, folded, mentions, documents, stage, risk, first_day, last_day, state, body)`.execute(
    one,
  );
}

export type FoundPerson = Omit<PersonRow, "mentions" | "folded"> & { readonly mentions: number };

export type PeopleFilter = {
  /** Words of a name, or null for everybody. */
  readonly words: string | null;
  readonly stage: string | null;
  /** This risk or more, the dead aside; of whom later signs of life are told is not aside. */
  readonly riskFrom: number | null;
  readonly state: string | null;
  readonly limit: number;
};

const PERSON_COLUMNS = sql`person, name, mentions, documents, stage, risk, first_day::text as "firstDay",
  last_day::text as "lastDay", state, body`;

/** Finds the sounds of words among those of names, in any script: a condition a word, since the index answers for no list of them. */
function keysOf(folded: string): readonly RawBuilder<unknown>[] {
  return folded
    .split(" ")
    .map((word) => `% =${nameKey(word).replaceAll(/[%_\\]/g, "\\$&")} %`)
    .map((pattern) => sql`folded like ${pattern}`);
}

/** Names as they are searched: their words, and the sounds of these. */
export function searchedNames(names: readonly string[]): string {
  const words = [...new Set(foldForSearch(names.join(" ")).split(" "))];
  const keys = [...new Set(words.map((word) => `=${nameKey(word)}`))];
  return `${words.join(" ")} ${keys.join(" ")} `;
}

/** People as they stand, those at the highest risk first and the dead last; with words, those whose names are most like them. */
export async function listPeople(
  { database, workspace }: Archive,
  filter: PeopleFilter,
): Promise<readonly FoundPerson[]> {
  const folded = foldForSearch(filter.words ?? "");
  const where = [
    folded === "" ? null : sql`(${folded} <% folded or (${sql.join(keysOf(folded), sql` and `)}))`,
    filter.stage === null ? null : sql`stage = ${filter.stage}`,
    // A death that a later sign of life speaks against takes nobody off the list; one that a person confirmed does.
    filter.riskFrom === null
      ? null
      : sql`risk >= ${filter.riskFrom} and state is distinct from 'dead'
          and (risk < 9 or body ->> 'contradictions' <> '0')`,
    filter.state === null ? null : sql`state = ${filter.state}`,
  ].filter((part) => part !== null);
  const also = where.length === 0 ? sql`` : sql` and ${sql.join(where, sql` and `)}`;
  const order =
    folded === ""
      ? sql`nullif(risk, 9) desc nulls last, last_day desc nulls last, name, person`
      : sql`word_similarity(${folded}, folded) desc, person`;
  const { rows } = await sql<FoundPerson>`select ${PERSON_COLUMNS} from view.people
    where workspace = ${workspace}${also} order by ${order} limit ${filter.limit}`.execute(
    database,
  );
  return rows;
}

/** Numbers over all people: as linked last. */
export async function countPeople(
  one: Database,
  workspace: string,
): Promise<{ readonly people: number; readonly mentions: number; readonly events: number }> {
  const { rows } = await sql<{ people: number; mentions: number; events: number }>`
    select (select count(*) from view.people where workspace = ${workspace}) as people,
      (select count(*) from view.events where workspace = ${workspace}) as events,
      (select count(*) from view.mentions where workspace = ${workspace} and valid_to is null) as mentions`.execute(
    one,
  );
  return rows[0] ?? { people: 0, mentions: 0, events: 0 };
}

/** Who a person or naming is now, by any id that he or she ever had; or null. */
export async function findPerson(
  { database, workspace }: Archive,
  id: string,
): Promise<string | null> {
  const mention = id.startsWith("p-") ? mentionOf(id) : id;
  const { rows } = await sql<{ person: string }>`select person from view.links
    where workspace = ${workspace} and mention = ${mention} and valid_to is null`.execute(database);
  return rows[0]?.person ?? null;
}

/** The person of every naming, or of some. */
export async function readLinks(
  { database, workspace }: Pick<Archive, "database" | "workspace">,
  mentions: readonly string[] | null = null,
): Promise<ReadonlyMap<string, string>> {
  const some = mentions === null ? sql`` : sql` and mention = any(${mentions as string[]})`;
  const { rows } = await sql<{ mention: string; person: string }>`
    select mention, person from view.links where workspace = ${workspace} and valid_to is null${some}`.execute(
    database,
  );
  return new Map(rows.map(({ mention, person }) => [mention, person]));
}

/** The people of some namings, with those of their namings that are among them. */
export async function personsOfNamings(
  { database, workspace }: Pick<Archive, "database" | "workspace">,
  mentions: readonly string[],
): Promise<
  readonly {
    readonly person: string;
    readonly name: string;
    readonly state: string | null;
    readonly folded: string;
    readonly mentions: readonly string[];
  }[]
> {
  const { rows } = await sql<{
    person: string;
    name: string;
    state: string | null;
    folded: string;
    mentions: string[];
  }>`
    select p.person, p.name, p.state, p.folded, array_agg(l.mention order by l.mention) as mentions
    from view.links l join view.people p on p.workspace = l.workspace and p.person = l.person
    where l.workspace = ${workspace} and l.valid_to is null and l.mention = any(${mentions as string[]})
    group by p.person, p.name, p.state, p.folded order by p.person`.execute(database);
  return rows;
}

/** A person as linked last. */
export async function readPerson(
  { database, workspace }: Pick<Archive, "database" | "workspace">,
  person: string,
): Promise<FoundPerson | null> {
  const { rows } = await sql<FoundPerson>`select ${PERSON_COLUMNS} from view.people
    where workspace = ${workspace} and person = ${person}`.execute(database);
  return rows[0] ?? null;
}

/** Namings of a person as they stand. */
export async function mentionsOfPerson(
  { database, workspace }: Archive,
  person: string,
): Promise<readonly StoredMention[]> {
  const { rows } = await sql<{ mention: string }>`select mention from view.links
    where workspace = ${workspace} and person = ${person} and valid_to is null`.execute(database);
  return readMentions(
    database,
    workspace,
    rows.map(({ mention }) => mention),
  );
}

/** A pair as it stands: with whether its namings are held to be one person. */
export type KnownPair = StoredPair & { readonly together: boolean };

/** Pairs between namings: all, or those of different people. */
export async function readPairs(
  { database, workspace }: Pick<Archive, "database" | "workspace">,
  mentions: readonly string[],
  which: "all" | "apart" = "all",
): Promise<readonly KnownPair[]> {
  const ids = mentions as string[];
  const apart = which === "apart" ? sql` and not together` : sql``;
  const { rows } = await sql<KnownPair>`select a, b, probability, together from view.pairs
    where workspace = ${workspace} and a = any(${ids}) and b = any(${ids})${apart}
    order by probability desc, a, b`.execute(database);
  return rows;
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
const openPairs = (workspace: string) => sql`
  with kin as materialized (
    select distinct kx.person as one, ky.person as other
    from view.mentions km
    cross join lateral jsonb_array_elements(km.body -> 'kin') as tie
    join view.links kx on kx.workspace = km.workspace and kx.mention = km.mention and kx.valid_to is null
    join view.links ky on ky.workspace = km.workspace and ky.mention = tie ->> 'naming' and ky.valid_to is null
    where km.workspace = ${workspace} and km.valid_to is null and jsonb_typeof(km.body -> 'kin') = 'array')
  select distinct on (least(x.person, y.person), greatest(x.person, y.person)) p.a, p.b, p.probability
  from view.pairs p
  join view.links x on x.workspace = p.workspace and x.mention = p.a and x.valid_to is null
  join view.links y on y.workspace = p.workspace and y.mention = p.b and y.valid_to is null
  where p.workspace = ${workspace} and not p.together and x.person <> y.person and not exists (
    select 1 from kin where kin.one = x.person and kin.other = y.person) and not exists (
    select 1 from view.link_decisions d where d.workspace = p.workspace and d.undone_by is null
      and ((d.a = p.a and d.b = p.b) or (d.a = p.b and d.b = p.a))
      and not exists (select 1 from view.stale o
        where o.workspace = d.workspace and o.entry = d.entry and o.why = 'changed'))
  order by least(x.person, y.person), greatest(x.person, y.person), p.probability desc, p.a, p.b`;

/** Pairs of people in doubt, the most useful first: the nearer to even odds, the more a decision tells. */
export async function readOpenPairs(
  { database, workspace }: Archive,
  limit: number,
): Promise<readonly StoredPair[]> {
  const { rows } = await sql<StoredPair>`select * from (${openPairs(workspace)}) as open
    order by abs(probability - 0.5), a, b limit ${limit}`.execute(database);
  return rows;
}

/** How many pairs of people are in doubt. */
export async function countOpenPairs(one: Database, workspace: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (${openPairs(workspace)}) as open`.execute(one);
  return rows[0]?.count ?? 0;
}
