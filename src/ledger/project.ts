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
type Projection<Kind extends EntryKind> = (
  one: InTransaction,
  workspace: string,
  entry: Of<Kind>,
) => Promise<void>;

const PROJECTIONS: { readonly [Kind in EntryKind]: Projection<Kind> } = {
  "archive-made": async () => undefined,
  "actor-named": nameActor,
  "document-captured": async () => undefined,
  "reading-made": showReading,
  "decision-made": showDecision,
  "decision-undone": showUndone,
};

/** Brings the views up to these entries. */
export async function projectEntries(
  one: InTransaction,
  workspace: string,
  entries: readonly Entry[],
): Promise<void> {
  for (const entry of entries) {
    const project = PROJECTIONS[entry.kind] as Projection<EntryKind>;
    await project(one, workspace, entry);
  }
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

async function showReading(
  one: InTransaction,
  workspace: string,
  entry: Of<"reading-made">,
): Promise<void> {
  const { body, index, record } = entry;
  await sql`update view.documents set valid_to = ${index}
    where workspace = ${workspace} and document = ${body.document} and valid_to is null`.execute(
    one,
  );
  const days = daysOf(body.published);
  await sql`insert into view.documents values (${workspace}, ${body.document}, ${record}, ${index}, null,
    ${body.capturedAt}, ${entry.by}, ${body.path}, ${body.previous}, ${body.title}, ${body.publisher}, ${body.published},
    ${days.from}, ${days.to}, ${body.language}, ${body.url}, ${body.text}, ${body.reader}, ${body.claims.length},
    ${FOLD_VERSION}, to_tsvector('simple', ${foldForSearch(`${body.title ?? ""} ${body.text}`)}))`.execute(
    one,
  );
  await closeClaims(one, workspace, body.document, index);
  await insertClaims(one, workspace, entry);
}

async function closeClaims(
  one: InTransaction,
  workspace: string,
  document: string,
  index: number,
): Promise<void> {
  const { rows } = await sql<{ claim: string; kind: string; status: string }>`
    update view.claims set valid_to = ${index}
    where workspace = ${workspace} and document = ${document} and valid_to is null
    returning claim, kind, status`.execute(one);
  if (rows.length === 0) return;
  await sql`update view.names set valid_to = ${index}
    where workspace = ${workspace} and claim = any(${rows.map(({ claim }) => claim)}) and valid_to is null`.execute(
    one,
  );
  for (const { kind, status } of rows) await count(one, workspace, kind, status, -1);
}

async function insertClaims(
  one: InTransaction,
  workspace: string,
  { body, index, record }: Of<"reading-made">,
): Promise<void> {
  const { claims } = body;
  if (claims.length === 0) return;
  const column = <T>(pick: (claim: Claim, at: number) => T): T[] => claims.map(pick);
  await sql`insert into view.claims
    select ${workspace}, claim, ${body.document}, ${record}, ${index}, null, place, kind, modality, tier, 'proposed',
      span_start, span_end, quote, min, max, measure, earliest::date, latest::date, body::jsonb, to_tsvector('simple', folded)
    from unnest(
      ${column(({ id }) => id)}::text[],
      ${column((_, at) => at)}::smallint[],
      ${column(({ kind }) => kind)}::text[],
      ${column(({ modality }) => modality)}::text[],
      ${column(({ tier }) => tier)}::text[],
      ${column(({ span }) => span.start)}::int[],
      ${column(({ span }) => span.end)}::int[],
      ${column(({ span }) => span.quote)}::text[],
      ${column(({ quantity }) => quantity?.min ?? null)}::float8[],
      ${column(({ quantity }) => quantity?.max ?? null)}::float8[],
      ${column(({ quantity }) => quantity?.measure ?? null)}::text[],
      ${column(({ period }) => dayOf(period?.earliest ?? null))}::text[],
      ${column(({ period }) => dayOf(period?.latest ?? null))}::text[],
      ${column((claim) => JSON.stringify(claim))}::text[],
      ${column((claim) => foldForSearch(wordsOf(claim)))}::text[]
    ) as one(claim, place, kind, modality, tier, span_start, span_end, quote, min, max, measure, earliest, latest, body, folded)`.execute(
    one,
  );
  await insertNames(one, workspace, record, claims);
  const kinds = new Map<string, number>();
  for (const { kind } of claims) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  for (const [kind, more] of kinds) await count(one, workspace, kind, "proposed", more);
}

async function insertNames(
  one: InTransaction,
  workspace: string,
  record: string,
  claims: readonly Claim[],
): Promise<void> {
  const names = claims.flatMap((claim) => [
    ...claim.persons.map(({ name, role }) => ({
      claim: claim.id,
      type: "person",
      role,
      name,
      id: null,
    })),
    ...claim.places.map(({ words, role, id }) => ({
      claim: claim.id,
      type: "place",
      role,
      name: words,
      id,
    })),
    ...claim.attribution.flatMap(({ source, type }) =>
      source === null
        ? []
        : [{ claim: claim.id, type: "source", role: type, name: source, id: null }],
    ),
  ]);
  if (names.length === 0) return;
  await sql`insert into view.names
    select ${workspace}, claim, ${record}, null, type, role, name, folded, id from unnest(
      ${names.map(({ claim }) => claim)}::text[],
      ${names.map(({ type }) => type)}::text[],
      ${names.map(({ role }) => role)}::text[],
      ${names.map(({ name }) => name)}::text[],
      ${names.map(({ name }) => foldForSearch(name))}::text[],
      ${names.map(({ id }) => id)}::text[]
    ) as one(claim, type, role, name, folded, id)`.execute(one);
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
  for (const { kind, before, now } of rows) {
    if (before === now) continue;
    await count(one, workspace, kind, before, -1);
    await count(one, workspace, kind, now, 1);
  }
}

async function count(
  one: InTransaction,
  workspace: string,
  kind: string,
  status: string,
  more: number,
): Promise<void> {
  await sql`insert into view.counts values (${workspace}, ${kind}, ${status}, ${more})
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
