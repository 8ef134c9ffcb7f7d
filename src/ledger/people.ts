/** The namings of an archive, and what people decided about who is whom. */
import { type RawBuilder, sql } from "kysely";
import { canonicalJson, type Json } from "../base/canonicalJson.ts";
import { foldForSearch } from "../base/foldForSearch.ts";
import type { Claim } from "../model/claim.ts";
import { correctClaim, type Correction } from "../model/correction.ts";
import type { Mention } from "../model/mention.ts";
import { EVENT_KINDS } from "../model/telling.ts";
import type { Archive } from "./archive.ts";
import type { Database, InTransaction } from "./database.ts";
import type { EntryKind, LinkDecided } from "./entryKinds.ts";
import { LINKED_KINDS } from "./jobs.ts";
import { refuseOutdated } from "./outdated.ts";
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
  /** Which reader made it, where a newer version stands for its document; null else. */
  readonly outdated: string | null;
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

export type LinkState = {
  readonly upto: number;
  readonly model: string | null;
  readonly size: number;
  /** How many pairs were in doubt when it was linked; null where nobody counted. */
  readonly unsure: number | null;
};

/** How far the ledger was linked, and its size; holds the row until the transaction ends, so that one links at a time. */
export async function lockLinking(one: InTransaction, workspace: string): Promise<LinkState> {
  await sql`insert into view.link_state (workspace, upto, model) values (${workspace}, 0, '')
    on conflict do nothing`.execute(one);
  const { rows } = await sql<Omit<LinkState, "model"> & { model: string }>`
    select s.upto, s.model, s.unsure, h.size from view.link_state s join ledger.heads h using (workspace)
    where s.workspace = ${workspace} for update of s`.execute(one);
  // Whoever had the row before may have brought the archive up to another version.
  await refuseOutdated(one, workspace);
  const { upto = 0, model = "", size = 0, unsure = null } = rows[0] ?? {};
  return { upto, model: model === "" ? null : model, size, unsure };
}

export async function markLinked(
  one: InTransaction,
  workspace: string,
  {
    upto,
    model,
    unsure,
  }: { readonly upto: number; readonly model: string; readonly unsure: number },
): Promise<void> {
  await sql`update view.link_state set upto = ${upto}, model = ${model}, unsure = ${unsure}
    where workspace = ${workspace}`.execute(one);
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

/** Which kinds of entries from an index on may change who is whom. */
export async function unlinkedKinds(
  one: Database,
  workspace: string,
  upto: number,
): Promise<readonly EntryKind[]> {
  const { rows } = await sql<{ kind: EntryKind }>`select distinct kind from ledger.entries
    where workspace = ${workspace} and index >= ${upto} and kind = any(${LINKED_KINDS as string[]})`.execute(
    one,
  );
  return rows.map(({ kind }) => kind);
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
        claims: readonly [Claim, Correction | null, string][];
      }
    >`
      select d.document, d.record, d.valid_from, d.reader,
        coalesce((select jsonb_agg(jsonb_build_array(
            c.body::jsonb || jsonb_build_object('document', d.head::jsonb), c.correction::jsonb,
            c.status) order by c.place)
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
        claims: row.claims.flatMap(([body, correction, status]) => {
          if (status === "rejected") return [];
          const claim = correction === null ? body : correctClaim(body, correction);
          // What a person stands for counts, however weak the rule was that read it.
          return [status === "proposed" ? claim : { ...claim, tier: "counted" as const }];
        }),
        asRead: row.claims.map(([body]) => body),
      }));
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.document;
  }
}

export type NewMention = Omit<StoredMention, "published" | "newer" | "outdated">;

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

/** What is compared of a naming. */
export type ComparedMention = Pick<StoredMention, "mention" | "document"> & {
  readonly body: Pick<Mention, "record">;
};

/** Of namings what is compared alone: thousands are looked at for a hundred new ones, and what is claimed of them is long. */
export async function readCompared(
  one: Database,
  workspace: string,
  mentions: readonly string[],
): Promise<readonly ComparedMention[]> {
  const { rows } = await sql<ComparedMention>`
    select mention, document, jsonb_build_object('record', body -> 'record') as body from view.mentions
    where workspace = ${workspace} and mention = any(${mentions as string[]}) and valid_to is null`.execute(
    one,
  );
  return rows;
}

/** A naming by what it says, without its words: `said` is a digest, the same for all that say the same; whose it is now, if anybody's. */
export type LinkedNaming = Pick<StoredMention, "mention" | "document"> & {
  readonly said: string;
  readonly person: string | null;
};

/** Namings by what they say, and whose they are: of thousands that a few new ones are tied to nothing else is asked. */
export async function readLinkedNamings(
  one: Database,
  workspace: string,
  mentions: readonly string[],
): Promise<readonly LinkedNaming[]> {
  const { rows } = await sql<LinkedNaming>`
    select m.mention, m.document, coalesce(k.alike, m.mention) as said, l.person
    from unnest(${mentions as string[]}::text[]) as wanted(mention)
    join view.mentions m on m.workspace = ${workspace} and m.mention = wanted.mention and m.valid_to is null
    left join view.link_keys k on k.workspace = m.workspace and k.mention = m.mention
    left join view.links l on l.workspace = m.workspace and l.mention = m.mention and l.valid_to is null`.execute(
    one,
  );
  return rows;
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
    select m.mention, m.document, m.record, m.valid_from, d.published, s.newer,
      case when s.newer is not null then d.reader end as outdated, m.body
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

/**
 * What people decided that stands and acts: pairs in the order of the decisions, and namings confirmed to be one person. Where a
 * naming says somebody else now, it is nobody's by decision, and of it nothing is confirmed but a life. Of all, or of some namings.
 */
export async function readDecided(
  one: Database,
  workspace: string,
  some: readonly string[] | null = null,
): Promise<{
  readonly decisions: readonly StoredDecision[];
  readonly confirmed: readonly ConfirmedPerson[];
}> {
  const ids = some as string[] | null;
  const among = (table: string, column: string) =>
    sql`select entry from ${sql.table(`view.${table}`)} where workspace = ${workspace} and ${sql.ref(column)} = any(${ids})`;
  const decisions = await readDecisions(
    one,
    workspace,
    ids === null
      ? sql``
      : sql` and entry in (${among("link_decisions", "a")} union ${among("link_decisions", "b")})`,
  );
  const ofSome = ids === null ? sql`` : sql` and entry in (${among("person_states", "mention")})`;
  const { rows: confirmed } = await sql<ConfirmedPerson>`
    select entry, coalesce(first.index, s.index) as index, state,
      array_agg(mention order by mention) as mentions,
      coalesce(array_agg(mention order by mention) filter (where exists (select 1 from view.mentions m
        where m.workspace = ${workspace} and m.mention = s.mention and m.valid_to is null)), '{}') as present
    from view.person_states s
    left join lateral (select e.index from ledger.entries e
      where e.workspace = ${workspace} and e.id = s.body ->> 'carried') as first on true
    where s.workspace = ${workspace} and undone_by is null${ofSome} and (state = 'alive' or not exists (
      select 1 from view.stale o
      where o.workspace = ${workspace} and o.entry = s.entry and o.mention = s.mention and o.why = 'changed'))
    group by entry, state, first.index, s.index order by s.index`.execute(one);
  return { decisions, confirmed };
}

/** What people decided about events. */
export async function readDecidedEvents(
  one: Database,
  workspace: string,
): Promise<readonly StoredDecision[]> {
  return readDecisions(one, workspace, sql` and a like 'h-%'`);
}

async function readDecisions(
  one: Database,
  workspace: string,
  also: RawBuilder<unknown>,
): Promise<readonly StoredDecision[]> {
  const { rows } = await sql<StoredDecision>`
    select entry, record, a, b, verdict, body from view.link_decisions d
    where workspace = ${workspace} and undone_by is null${also} and not (verdict = 'same' and exists (
      select 1 from view.stale o where o.workspace = ${workspace} and o.entry = d.entry and o.why = 'changed'))
    order by index`.execute(one);
  return rows;
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
