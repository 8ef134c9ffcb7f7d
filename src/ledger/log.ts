/** Entries as lists: the newest of the ledger, or those that one claim or document rests on. */
import { type RawBuilder, sql } from "kysely";
import type { Archive } from "./archive.ts";
import { ENTRY_KINDS, isEntryKind } from "./entryKinds.ts";
import { readReportCorrections } from "./readEntry.ts";
import { readReasons } from "./reasons.ts";

export type LogLine = {
  readonly index: number;
  readonly id: string;
  readonly kind: string;
  readonly record: string;
  readonly on: string;
  readonly actor: string;
  /** The document or claim that it is about; null where it is about neither, or where that was erased. */
  readonly about: string | null;
  /** What was decided or taken back, and why. */
  readonly verdict: string | null;
  /** Of a correction, what was put right. */
  readonly fields: readonly string[];
  /** It takes a decision or correction back. */
  readonly isUndoing: boolean;
  readonly reason: string | null;
};

/** The newest entries, from before one of them. */
export async function readLog(
  archive: Archive,
  { limit, before }: { readonly limit: number; readonly before: number | null },
): Promise<readonly LogLine[]> {
  const where = before === null ? sql`true` : sql`e.index < ${before}`;
  const lines = await readLines(archive, sql`${where} order by e.index desc limit ${limit}`);
  return lines.toReversed();
}

/** Every entry that a claim or document rests on or that decided about it, the first first. */
export async function readHistory(
  archive: Archive,
  { record, claim }: { readonly record: string; readonly claim: string | null },
): Promise<readonly LogLine[]> {
  const lines = await readLines(
    archive,
    sql`(e.record = ${record} or e.id in (
      select entry from view.erased where workspace = ${archive.workspace} and record = ${record})) order by e.index`,
  );
  return lines.filter(
    ({ about }) => claim === null || about === null || !isClaim(about) || about === claim,
  );
}

/** What became of an id that was known once. */
export type Erasure = {
  readonly id: string;
  readonly record: string;
  readonly entry: string;
  readonly on: string;
  readonly actor: string;
  readonly role: string;
};

/** The erasure that took an id out, or null. */
export async function readErasure(
  { database, workspace }: Archive,
  id: string,
): Promise<Erasure | null> {
  const { rows } = await sql<Erasure>`
    select x.id, x.record, x.entry, l.leaf ->> 'on' as on, coalesce(a.name, l.leaf ->> 'by') as actor,
      coalesce(a.role, 'not said') as role
    from view.erased x join ledger.entries e on e.workspace = x.workspace and e.index = x.index
    cross join lateral (select convert_from(e.leaf, 'UTF8')::jsonb as leaf) l
    left join view.actors a on a.workspace = x.workspace and a.actor = l.leaf ->> 'by'
    where x.workspace = ${workspace} and x.id = ${id} order by x.index desc limit 1`.execute(
    database,
  );
  return rows[0] ?? null;
}

function isClaim(id: string): boolean {
  return id.startsWith("c-");
}

/** Undoings tell what they took back. */
async function readLines(archive: Archive, rest: RawBuilder<unknown>): Promise<readonly LogLine[]> {
  const { database, workspace } = archive;
  type Row = Omit<LogLine, "reason" | "fields" | "isUndoing"> & {
    readonly correction: object | null;
  };
  const { rows } = await sql<Row>`
    with lines as materialized (
      select e.index, e.id, e.kind, e.record, convert_from(e.leaf, 'UTF8')::jsonb as leaf
      from ledger.entries e where e.workspace = ${workspace} and ${rest}
    )
    select l.index, l.id, l.kind, l.record, l.leaf ->> 'on' as on, coalesce(a.name, l.leaf ->> 'by') as actor,
      coalesce(made.claim, undone.claim, document.document, gone.id) as about,
      coalesce(made.verdict, undone.verdict) as verdict,
      case when made.verdict = 'corrected' then made.body -> 'correction' end as correction
    from lines l
    left join view.actors a on a.workspace = ${workspace} and a.actor = l.leaf ->> 'by'
    left join view.decisions made on made.workspace = ${workspace} and made.entry = l.id
    left join view.decisions undone on undone.workspace = ${workspace} and undone.undone_by = l.id
    left join lateral (select d.document from view.documents d where d.workspace = ${workspace} and d.record = l.record
      and l.kind in ('document-captured', 'reading-made', 'report-corrected') limit 1) document on true
    left join lateral (select x.id from view.erased x where x.workspace = ${workspace} and x.entry = l.id
      order by x.id like 'd-%' desc, x.id limit 1) gone on true
    order by l.index`.execute(database);
  const reasons = await readReasons(
    archive,
    rows
      .filter(({ kind }) => isEntryKind(kind) && ENTRY_KINDS[kind].needs.includes("reason"))
      .map(({ id }) => id),
  );
  const reports = await readReportCorrections(
    archive,
    rows.filter(({ kind }) => kind === "report-corrected").map(({ id }) => id),
  );
  return rows.map(({ correction, ...row }) => {
    const report = reports.get(row.id);
    return {
      ...row,
      fields: Object.keys(correction ?? report?.put ?? {}),
      isUndoing:
        (row.kind === "decision-undone" && row.verdict !== null) || report?.undoes !== undefined,
      reason: reasons.get(row.id) ?? null,
    };
  });
}
