/**
 * In: entries in order. Out: rows of the views. The same rows, whether entries come one by one or all again.
 * Never: looks at anything but the entry and the views; reads a clock.
 */
import { sql } from "kysely";
import { FOLD_VERSION, foldForSearch } from "../base/foldForSearch.ts";
import type { Claim } from "../model/claim.ts";
import type { InTransaction } from "./database.ts";
import type { DecisionMade, Entry, EntryKind } from "./entryKinds.ts";

type Of<Kind extends EntryKind> = Extract<Entry, { kind: Kind }>;
/** Projects entries of one kind that stand next to each other. */
type Projection<Kind extends EntryKind> = (
  one: InTransaction,
  workspace: string,
  entries: readonly Of<Kind>[],
) => Promise<void>;

const PROJECTIONS: { readonly [Kind in EntryKind]: Projection<Kind> } = {
  "archive-made": async () => undefined,
  "actor-named": eachOf(nameActor),
  "document-captured": async () => undefined,
  "reading-made": showReadings,
  "decision-made": eachOf(showDecision),
  "decision-undone": eachOf(showUndone),
  "record-erased": eachOf(hideRecord),
  "keys-changed": async () => undefined,
};

/** Kinds that show nothing: what stands on both sides of them may be projected together. */
const SILENT: ReadonlySet<EntryKind> = new Set([
  "archive-made",
  "document-captured",
  "keys-changed",
]);

/** Brings the views up to these entries. */
export async function projectEntries(
  one: InTransaction,
  workspace: string,
  entries: readonly Entry[],
): Promise<void> {
  const shown = entries.filter(({ kind }) => !SILENT.has(kind));
  for (let at = 0; at < shown.length; ) {
    const { kind } = shown[at] as Entry;
    const run = shown.slice(at, endOfRun(shown, at));
    await (PROJECTIONS[kind] as Projection<EntryKind>)(one, workspace, run);
    at += run.length;
  }
}

/** Two readings of one document never stand in one run. */
function endOfRun(entries: readonly Entry[], from: number): number {
  const seen = new Set<string>();
  let to = from;
  for (; to < entries.length; to++) {
    const entry = entries[to] as Entry;
    if (entry.kind !== entries[from]?.kind) break;
    if (entry.kind === "reading-made" && seen.has(entry.body.document)) break;
    if (entry.kind === "reading-made") seen.add(entry.body.document);
  }
  return to;
}

function eachOf<Kind extends EntryKind>(
  project: (one: InTransaction, workspace: string, entry: Of<Kind>) => Promise<void>,
): Projection<Kind> {
  return async (one, workspace, entries) => {
    for (const entry of entries) await project(one, workspace, entry);
  };
}

async function nameActor(
  one: InTransaction,
  workspace: string,
  { body }: Of<"actor-named">,
): Promise<void> {
  await sql`insert into view.actors values (${workspace}, ${body.actor}, ${body.name}, ${body.role})
    on conflict (workspace, actor) do update set name = excluded.name, role = excluded.role`.execute(
    one,
  );
}

type Readings = readonly Of<"reading-made">[];
type Counts = Map<string, { readonly kind: string; readonly status: string; more: number }>;

async function showReadings(
  one: InTransaction,
  workspace: string,
  entries: Readings,
): Promise<void> {
  const counts: Counts = new Map();
  await closeDocuments(one, workspace, entries, counts);
  await insertDocuments(one, workspace, entries);
  await insertClaims(one, workspace, entries);
  await insertNames(one, workspace, entries);
  for (const { body } of entries)
    for (const { kind } of body.claims) addCount(counts, kind, "proposed", 1);
  await writeCounts(one, workspace, counts);
  await keepDecisions(one, workspace, entries);
}

/** A claim that a new reading found again stands as people decided before. */
async function keepDecisions(
  one: InTransaction,
  workspace: string,
  entries: Readings,
): Promise<void> {
  const claims = entries.flatMap(({ body }) => body.claims.map(({ id }) => id));
  const { rows } = await sql<{ claim: string }>`select distinct claim from view.decisions
    where workspace = ${workspace} and claim = any(${claims})`.execute(one);
  for (const { claim } of rows) await setStatus(one, workspace, claim);
}

/** What an earlier reading of these documents showed holds until the new one. */
async function closeDocuments(
  one: InTransaction,
  workspace: string,
  entries: Readings,
  counts: Counts,
): Promise<void> {
  const documents = entries.map(({ body }) => body.document);
  const indexes = entries.map(({ index }) => index);
  const ended = sql`unnest(${documents}::text[], ${indexes}::bigint[]) as ended(document, index)`;
  const { numAffectedRows = 0n } =
    await sql`update view.documents d set valid_to = ended.index from ${ended}
    where d.workspace = ${workspace} and d.document = ended.document and d.valid_to is null`.execute(
      one,
    );
  if (numAffectedRows === 0n) return;
  const { rows } = await sql<{ claim: string; kind: string; status: string; index: number }>`
    update view.claims c set valid_to = ended.index from ${ended}
    where c.workspace = ${workspace} and c.document = ended.document and c.valid_to is null
    returning c.claim, c.kind, c.status, ended.index`.execute(one);
  await sql`update view.names n set valid_to = ended.index
    from unnest(${rows.map(({ claim }) => claim)}::text[], ${rows.map(({ index }) => index)}::bigint[]) as ended(claim, index)
    where n.workspace = ${workspace} and n.claim = ended.claim and n.valid_to is null`.execute(one);
  for (const { kind, status } of rows) addCount(counts, kind, status, -1);
}

/** Letters of a document that are searched as its text; its claims are searched whichever place they have. */
const SEARCHED = 250_000;

async function insertDocuments(
  one: InTransaction,
  workspace: string,
  entries: Readings,
): Promise<void> {
  const column = <T>(pick: (entry: Of<"reading-made">) => T): T[] => entries.map(pick);
  await sql`insert into view.documents
    select ${workspace}, document, record, valid_from, null, captured_at, captured_by, path, previous, title, publisher,
      published, published_from::date, published_to::date, language, url, body, reader, claims, ${FOLD_VERSION},
      to_tsvector('simple', folded)
    from unnest(
      ${column(({ body }) => body.document)}::text[],
      ${column(({ record }) => record)}::text[],
      ${column(({ index }) => index)}::bigint[],
      ${column(({ body }) => body.capturedAt)}::timestamptz[],
      ${column(({ by }) => by)}::text[],
      ${column(({ body }) => body.path)}::text[],
      ${column(({ body }) => body.previous)}::text[],
      ${column(({ body }) => body.title)}::text[],
      ${column(({ body }) => body.publisher)}::text[],
      ${column(({ body }) => body.published)}::text[],
      ${column(({ body }) => daysOf(body.published).from)}::text[],
      ${column(({ body }) => daysOf(body.published).to)}::text[],
      ${column(({ body }) => body.language)}::text[],
      ${column(({ body }) => body.url)}::text[],
      ${column(({ body }) => body.text)}::text[],
      ${column(({ body }) => body.reader)}::text[],
      ${column(({ body }) => body.claims.length)}::int[],
      ${column(({ body }) => foldForSearch(`${body.title ?? ""} ${body.text}`).slice(0, SEARCHED))}::text[]
    ) as one(document, record, valid_from, captured_at, captured_by, path, previous, title, publisher, published,
      published_from, published_to, language, url, body, reader, claims, folded)`.execute(one);
}

async function insertClaims(
  one: InTransaction,
  workspace: string,
  entries: Readings,
): Promise<void> {
  const claims = entries.flatMap(({ body, record, index }) =>
    body.claims.map((claim, at) => ({ claim, at, document: body.document, record, index })),
  );
  if (claims.length === 0) return;
  const column = <T>(pick: (row: (typeof claims)[number]) => T): T[] => claims.map(pick);
  await sql`insert into view.claims
    select ${workspace}, claim, document, record, index, null, place, kind, modality, tier, 'proposed',
      span_start, span_end, quote, min, max, measure, earliest::date, latest::date, body::jsonb, to_tsvector('simple', folded)
    from unnest(
      ${column(({ claim }) => claim.id)}::text[],
      ${column(({ document }) => document)}::text[],
      ${column(({ record }) => record)}::text[],
      ${column(({ index }) => index)}::bigint[],
      ${column(({ at }) => at)}::smallint[],
      ${column(({ claim }) => claim.kind)}::text[],
      ${column(({ claim }) => claim.modality)}::text[],
      ${column(({ claim }) => claim.tier)}::text[],
      ${column(({ claim }) => claim.span.start)}::int[],
      ${column(({ claim }) => claim.span.end)}::int[],
      ${column(({ claim }) => claim.span.quote)}::text[],
      ${column(({ claim }) => claim.quantity?.min ?? null)}::float8[],
      ${column(({ claim }) => claim.quantity?.max ?? null)}::float8[],
      ${column(({ claim }) => claim.quantity?.measure ?? null)}::text[],
      ${column(({ claim }) => dayOf(claim.period?.earliest ?? null))}::text[],
      ${column(({ claim }) => dayOf(claim.period?.latest ?? null))}::text[],
      ${column(({ claim }) => JSON.stringify(claim))}::text[],
      ${column(({ claim }) => foldForSearch(wordsOf(claim)))}::text[]
    ) as one(claim, document, record, index, place, kind, modality, tier, span_start, span_end, quote, min, max, measure,
      earliest, latest, body, folded)`.execute(one);
}

async function insertNames(
  one: InTransaction,
  workspace: string,
  entries: Readings,
): Promise<void> {
  const names = entries.flatMap(({ body, record }) =>
    body.claims.flatMap((claim) =>
      namesIn(claim).map((name) => ({ ...name, claim: claim.id, record })),
    ),
  );
  if (names.length === 0) return;
  await sql`insert into view.names
    select ${workspace}, claim, record, null, type, role, name, folded, id from unnest(
      ${names.map(({ claim }) => claim)}::text[],
      ${names.map(({ record }) => record)}::text[],
      ${names.map(({ type }) => type)}::text[],
      ${names.map(({ role }) => role)}::text[],
      ${names.map(({ name }) => name)}::text[],
      ${names.map(({ name }) => foldForSearch(name))}::text[],
      ${names.map(({ id }) => id)}::text[]
    ) as one(claim, record, type, role, name, folded, id)`.execute(one);
}

function namesIn({ persons, places, attribution }: Claim) {
  return [
    ...persons.map(({ name, role }) => ({ type: "person", role, name, id: null })),
    ...places.map(({ words, role, id }) => ({ type: "place", role, name: words, id })),
    ...attribution.flatMap(({ source, type }) =>
      source === null ? [] : [{ type: "source", role: type, name: source, id: null }],
    ),
  ];
}

async function showDecision(
  one: InTransaction,
  workspace: string,
  { body, index, id, by, record }: Of<"decision-made">,
): Promise<void> {
  await sql`insert into view.decisions values (${workspace}, ${id}, ${index}, ${body.claim}, ${record},
    ${body.verdict}, ${by}, ${body.decidedAt}, null, ${JSON.stringify(body)})`.execute(one);
  await setStatus(one, workspace, body.claim);
}

async function showUndone(
  one: InTransaction,
  workspace: string,
  { body, id }: Of<"decision-undone">,
): Promise<void> {
  const { rows } = await sql<{ claim: string }>`
    update view.decisions set undone_by = ${id} where workspace = ${workspace} and entry = ${body.decision}
    returning claim`.execute(one);
  for (const { claim } of rows) await setStatus(one, workspace, claim);
}

/** Nothing of an erased record stays in the views. */
async function hideRecord(
  one: InTransaction,
  workspace: string,
  { body }: Of<"record-erased">,
): Promise<void> {
  const { rows } = await sql<{ kind: string; status: string; isShown: boolean }>`
    delete from view.claims where workspace = ${workspace} and record = ${body.record}
    returning kind, status, valid_to is null as "isShown"`.execute(one);
  await sql`delete from view.documents where workspace = ${workspace} and record = ${body.record}`.execute(
    one,
  );
  await sql`delete from view.names where workspace = ${workspace} and record = ${body.record}`.execute(
    one,
  );
  await sql`delete from view.decisions where workspace = ${workspace} and record = ${body.record}`.execute(
    one,
  );
  const counts: Counts = new Map();
  for (const { kind, status, isShown } of rows) if (isShown) addCount(counts, kind, status, -1);
  await writeCounts(one, workspace, counts);
}

/** A claim stands as the last decision says that was not undone. */
async function setStatus(one: InTransaction, workspace: string, claim: string): Promise<void> {
  const { rows } = await sql<{
    kind: string;
    before: string;
    now: DecisionMade["verdict"] | "proposed";
  }>`
    with last as (
      select verdict from view.decisions
      where workspace = ${workspace} and claim = ${claim} and undone_by is null order by index desc limit 1
    ), before as (
      select kind, status from view.claims
      where workspace = ${workspace} and claim = ${claim} and valid_to is null for update
    )
    update view.claims set status = coalesce((select verdict from last), 'proposed') from before
    where workspace = ${workspace} and claim = ${claim} and valid_to is null
    returning before.kind, before.status as before, view.claims.status as now`.execute(one);
  const counts: Counts = new Map();
  for (const { kind, before, now } of rows) {
    addCount(counts, kind, before, -1);
    addCount(counts, kind, now, 1);
  }
  await writeCounts(one, workspace, counts);
}

function addCount(counts: Counts, kind: string, status: string, more: number): void {
  const key = `${kind} ${status}`;
  const row = counts.get(key) ?? { kind, status, more: 0 };
  row.more += more;
  counts.set(key, row);
}

/** In the order of their keys, so that two writers never wait for each other in a circle. */
async function writeCounts(one: InTransaction, workspace: string, counts: Counts): Promise<void> {
  const rows = [...counts.values()].filter(({ more }) => more !== 0);
  if (rows.length === 0) return;
  await sql`insert into view.counts select ${workspace}, kind, status, more from unnest(
      ${rows.map(({ kind }) => kind)}::text[], ${rows.map(({ status }) => status)}::text[], ${rows.map(({ more }) => more)}::bigint[]
    ) as one(kind, status, more) order by kind, status
    on conflict (workspace, kind, status) do update set claims = view.counts.claims + excluded.claims`.execute(
    one,
  );
}

function wordsOf({ span, persons, places, attribution }: Claim): string {
  const names = [
    ...persons.map(({ name }) => name),
    ...places.map(({ words }) => words),
    ...attribution.map(({ source, words }) => source ?? words),
  ];
  return [span.quote, ...names].join(" ");
}

/** EDTF of a day, month or year as its first and last day. */
function daysOf(edtf: string | null): { readonly from: string | null; readonly to: string | null } {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(edtf ?? "") ?? [];
  if (year === undefined) return { from: null, to: null };
  if (day !== undefined) return { from: edtf, to: edtf };
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return { from: `${year}-${month}-01`, to: `${year}-${month}-${last}` };
}

function dayOf(edtf: string | null): string | null {
  return edtf !== null && /^\d{4}-\d{2}-\d{2}$/.test(edtf) ? edtf : null;
}
