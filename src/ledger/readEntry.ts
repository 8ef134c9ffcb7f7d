/** In: where an entry stands in the ledger. Out: the entry, opened and checked. Never: an entry that its leaf does not tell of. */
import { type RawBuilder, sql } from "kysely";
import { Failure } from "../base/failure.ts";
import { type Archive, type KeyRow, openRecordKey } from "./archive.ts";
import type { DocumentCaptured, Entry, ReadingMade, ReportCorrected } from "./entryKinds.ts";
import { openEntry } from "./leaf.ts";

/** An entry as it is shown; one that was erased, or that is sealed, shows no body. */
export type ShownEntry = {
  readonly index: number;
  readonly id: string;
  readonly kind: string;
  readonly record: string;
  readonly on: string;
  readonly actor: string;
  readonly entry: Entry | null;
  /** Nothing opens it any more; where it does not show its body all the same, it is sealed. */
  readonly isErased: boolean;
};

/** The entry of an id, or null. */
export async function readEntry(archive: Archive, id: string): Promise<ShownEntry | null> {
  return (await readEntries(archive, sql`e.id = ${id}`))[0] ?? null;
}

/** A correction of a report that holds, or that was taken back. */
export type CorrectionEntry = {
  readonly index: number;
  readonly id: string;
  readonly body: ReportCorrected;
  /** The entry that took it back. */
  readonly undoneBy: string | null;
};

/** Corrections of a report, the first first; those that take one back stand at the one that they took. */
export async function readCorrections(
  archive: Archive,
  record: string,
): Promise<readonly CorrectionEntry[]> {
  const found = await readEntries(
    archive,
    sql`e.record = ${record} and e.kind = 'report-corrected'`,
  );
  const all = found.flatMap(({ index, id, entry }) =>
    entry?.kind === "report-corrected" ? [{ index, id, body: entry.body }] : [],
  );
  const undone = new Map(all.map(({ id, body }) => [body.undoes, id]));
  return all
    .filter(({ body }) => body.undoes === undefined)
    .map((one) => ({ ...one, undoneBy: undone.get(one.id) ?? null }));
}

/** The last reading of a record that was entered before an entry; null where there is none that opens. */
export async function readReadingBefore(
  archive: Archive,
  record: string,
  index: number,
): Promise<ReadingMade | null> {
  const [found] = await readEntries(
    archive,
    sql`e.index = (select max(r.index) from ledger.entries r where r.workspace = ${archive.workspace}
      and r.record = ${record} and r.kind = 'reading-made' and r.index < ${index})`,
  );
  return found?.entry?.kind === "reading-made" ? found.entry.body : null;
}

/** What corrections of reports put in, and which correction each takes back, by the ids of their entries. */
export async function readReportCorrections(
  archive: Archive,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly put: object; readonly undoes: string | undefined }>> {
  if (ids.length === 0) return new Map();
  const found = await readEntries(archive, sql`e.id = any(${ids as string[]})`);
  return new Map(
    found.flatMap(({ id, entry }) => {
      if (entry?.kind !== "report-corrected") return [];
      const { publisher, published, undoes } = entry.body;
      const put = {
        ...(publisher === undefined ? {} : { publisher }),
        ...(published === undefined ? {} : { published }),
      };
      return [[id, { put, undoes }] as const];
    }),
  );
}

/** The entry that took a decision back; null where it holds, or is none. */
export async function undoneBy(archive: Archive, id: string): Promise<string | null> {
  const { database, workspace } = archive;
  const { rows } = await sql<{ undone: string | null }>`
    select undone_by as undone from view.decisions where workspace = ${workspace} and entry = ${id}
    union select undone_by from view.link_decisions where workspace = ${workspace} and entry = ${id}
    union select undone_by from view.person_states where workspace = ${workspace} and entry = ${id}`.execute(
    database,
  );
  const undone = rows.find(({ undone: by }) => by !== null)?.undone ?? null;
  if (undone !== null) return undone;
  const entry = await readEntry(archive, id);
  if (entry?.kind !== "report-corrected") return null;
  const corrections = await readCorrections(archive, entry.record);
  return corrections.find((one) => one.id === id)?.undoneBy ?? null;
}

/** How a record's bytes came in, or null where it is no report or was erased. */
export async function readCapture(
  archive: Archive,
  record: string,
): Promise<
  (ShownEntry & { readonly entry: Extract<Entry, { kind: "document-captured" }> }) | null
> {
  const [found] = await readEntries(
    archive,
    sql`e.record = ${record} and e.kind = 'document-captured'`,
  );
  if (found?.entry?.kind !== "document-captured") return null;
  return { ...found, entry: found.entry };
}

/** How the bytes of records came in, by record; those that are no reports or were erased are missing. */
export async function readCaptures(
  archive: Archive,
  records: readonly string[],
): Promise<ReadonlyMap<string, DocumentCaptured>> {
  const found = await readEntries(
    archive,
    sql`e.record = any(${records}) and e.kind = 'document-captured'`,
  );
  return new Map(
    found.flatMap(({ record, entry }) =>
      entry?.kind === "document-captured" ? [[record, entry.body] as const] : [],
    ),
  );
}

/** The reading of an entry; throws `integrity` where the entry is another. */
export async function readReading(
  archive: Archive,
  index: number,
  document: string,
): Promise<{ readonly id: string; readonly body: ReadingMade }> {
  const [found] = await readEntries(archive, sql`e.index = ${index}`);
  if (found === undefined || found.entry === null)
    throw new Failure("not-found", `Entry ${index} was erased`);
  const { entry } = found;
  if (entry.kind !== "reading-made" || entry.body.document !== document)
    throw new Failure(
      "integrity",
      `Entry ${index} is not the reading of ${document}; sanad verify says more`,
    );
  return { id: found.id, body: entry.body };
}

async function readEntries(
  archive: Archive,
  where: RawBuilder<unknown>,
): Promise<readonly ShownEntry[]> {
  const { workspace, database } = archive;
  const { rows } = await sql<
    Omit<ShownEntry, "entry"> & {
      leaf: Uint8Array;
      sealed: Uint8Array | null;
    } & (KeyRow | { readonly class: null })
  >`
    select e.index, e.id, e.kind, e.record, e.leaf, e.sealed, l.leaf ->> 'on' as on, k.class, k.epoch, k.wrapped,
      coalesce(a.name, l.leaf ->> 'by') as actor
    from ledger.entries e cross join lateral (select convert_from(e.leaf, 'UTF8')::jsonb as leaf) l
    left join ledger.record_keys k on k.workspace = e.workspace and k.record = e.record
    left join view.actors a on a.workspace = e.workspace and a.actor = l.leaf ->> 'by'
    where e.workspace = ${workspace} and ${where} order by e.index`.execute(database);
  return rows.map((row) => {
    const { leaf, sealed, index, id, kind, record, on, actor } = row;
    // What is sealed is opened by its own way only, which asks for role, purpose and reason.
    const key = row.class === "searchable" ? openRecordKey(archive, row) : null;
    const entry = sealed !== null && key !== null ? openEntry(leaf, sealed, index, key) : null;
    const isErased = sealed === null || row.class === null;
    return { index, id, kind, record, on, actor, entry, isErased };
  });
}
