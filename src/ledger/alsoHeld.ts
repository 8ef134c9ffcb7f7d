/**
 * In: records that are to be erased. Out: reports of their own that hold the same words and stay: each is erased by its own id.
 * Never: takes any of them along unasked.
 */
import { type RawBuilder, sql } from "kysely";
import type { Archive } from "./archive.ts";
import { macOf } from "./captures.ts";
import type { DocumentCaptured } from "./entryKinds.ts";
import { OF_LIST } from "./ofList.ts";
import { readCaptures } from "./readEntry.ts";

/** Ids of documents, and pseudonyms. */
export type AlsoHeld = {
  /** Other versions of the same pages. */
  readonly otherVersions: readonly string[];
  /** Lists of which a row is erased, in all their versions: text and evidence of each are the whole file. */
  readonly lists: readonly string[];
  /** Rows of a list that is erased. */
  readonly rows: readonly string[];
  /** Reports that are one text with an erased one. */
  readonly copies: readonly string[];
  /** Other pseudonyms of the same name, where a pseudonym's name is erased. */
  readonly pseudonyms: readonly string[];
};

/** Looks for them. */
export async function findAlsoHeld(
  archive: Archive,
  records: readonly string[],
  actor: string | null,
): Promise<AlsoHeld> {
  const otherVersions = await findVersions(archive, records);
  const told = new Set(otherVersions);
  const captures = await capturesOf(archive, await recordsOfLists(archive, records));
  const same = await findSameOfLists(archive, records);
  // The same row may stand in other lists, of other publishers or in other files.
  const elsewhere = await capturesOf(
    archive,
    same.map(({ record }) => record),
  );
  const lists = await findLists(archive, records, [...captures, ...elsewhere]);
  const copies = [...(await findCopies(archive, records)), ...same.map(({ document }) => document)];
  for (const id of lists) told.add(id);
  return {
    otherVersions,
    lists: lists.filter((id) => !otherVersions.includes(id)),
    rows: await findRows(archive, records, captures),
    copies: [...new Set(copies)].filter((id) => !told.has(id)).sort(),
    pseudonyms: actor === null ? [] : await findPseudonyms(archive, actor),
  };
}

async function capturesOf(
  archive: Archive,
  records: readonly string[],
): Promise<readonly DocumentCaptured[]> {
  return [...(await readCaptures(archive, records)).values()];
}

async function findPseudonyms(
  { database, workspace }: Archive,
  actor: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ actor: string }>`
    select other.actor from view.actors one
    join view.actors other on other.workspace = one.workspace and other.actor <> one.actor
      and lower(trim(other.name)) = lower(trim(one.name))
    where one.workspace = ${workspace} and one.actor = ${actor} order by 1`.execute(database);
  return rows.map((row) => row.actor);
}

async function findVersions(
  { database, workspace }: Archive,
  records: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ document: string }>`
    select distinct d.document from ledger.pages p
    join ledger.pages q on q.workspace = p.workspace and q.mac = p.mac and q.record <> all(${records})
    join view.documents d on d.workspace = q.workspace and d.record = q.record and d.valid_to is null
    where p.workspace = ${workspace} and p.record = any(${records}) order by 1`.execute(database);
  return rows.map(({ document }) => document);
}

/** Those of the records whose columns were read: lists and their rows. */
async function recordsOfLists(
  { database, workspace }: Archive,
  records: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ record: string }>`
    select distinct record from view.documents
    where workspace = ${workspace} and record = any(${records}) and reader like ${`%${OF_LIST}`}`.execute(
    database,
  );
  return rows.map(({ record }) => record);
}

/** The lists that rows stand in: a row is named after its list's page, or after its path where it came in by a pipe. */
async function findLists(
  archive: Archive,
  records: readonly string[],
  captures: readonly DocumentCaptured[],
): Promise<readonly string[]> {
  const { database, workspace } = archive;
  const pages = captures.flatMap(({ page }) => beginnings(page ?? null));
  const paths = captures.flatMap(({ page, path }) => (page == null ? beginnings(path) : []));
  const macs = [...new Set(pages)].map((page) => macOf(archive, page));
  const { rows } = await sql<{ document: string }>`
    select distinct document from view.documents d
    where ${stayingOfLists(workspace, records)}
      and (path = any(${paths}::text[]) or record in (${recordsOfPages(workspace, macs)}))
    order by 1`.execute(database);
  return rows.map(({ document }) => document);
}

/** Records that are versions of pages. */
function recordsOfPages(workspace: string, macs: readonly Uint8Array[]): RawBuilder<unknown> {
  return sql`select record from ledger.pages where workspace = ${workspace} and mac = any(${macs}::bytea[])`;
}

/** Lists and rows of lists that stand now and are not of these records. */
function stayingOfLists(workspace: string, records: readonly string[]): RawBuilder<unknown> {
  return sql`workspace = ${workspace} and valid_to is null and record <> all(${records})
    and reader like ${`%${OF_LIST}`}`;
}

/** What stands before each mark between a list and its row; names of files and rows may hold the mark, too. */
function beginnings(name: string | null): readonly string[] {
  const parts = name?.split("#") ?? [];
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join("#"));
}

/** Rows of the lists among captures. */
async function findRows(
  archive: Archive,
  records: readonly string[],
  captures: readonly DocumentCaptured[],
): Promise<readonly string[]> {
  const { database, workspace } = archive;
  const macs = captures.flatMap(({ page }) => (page == null ? [] : [macOf(archive, page)]));
  // A row stands under the path that its list had when it came in, which an earlier version may have.
  const { rows } = await sql<{ document: string; record: string }>`
    with paths as (
      select path from view.documents where workspace = ${workspace} and path is not null and record in (
        ${recordsOfPages(workspace, macs)})
      union select path from unnest(${captures.map(({ path }) => path)}::text[]) as own(path) where path is not null)
    select distinct document, record from view.documents d
    where ${stayingOfLists(workspace, records)}
      and exists (select 1 from paths where starts_with(d.path, paths.path || '#')) order by 1`.execute(
    database,
  );
  const found = await readCaptures(
    archive,
    rows.map(({ record }) => record),
  );
  return rows.flatMap(({ document, record }) => {
    const own = found.get(record);
    return own !== undefined && captures.some((list) => isRowOf(own, list)) ? [document] : [];
  });
}

function isRowOf(row: DocumentCaptured, list: DocumentCaptured): boolean {
  if (row.page == null || list.page == null)
    return (row.page ?? null) === (list.page ?? null) && isBelow(row.path, list.path);
  return isBelow(row.page, list.page);
}

function isBelow(row: string | null, list: string | null): boolean {
  return row !== null && list !== null && row.startsWith(`${list}#`);
}

async function findCopies(
  { database, workspace }: Archive,
  records: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ document: string }>`
    select distinct o.document from view.sketches s
    join view.sketches o on o.workspace = s.workspace and o.record <> all(${records})
      and (o.copies = coalesce(s.copies, s.document) or o.document = s.copies)
    where s.workspace = ${workspace} and s.record = any(${records}) order by 1`.execute(database);
  return rows.map(({ document }) => document);
}

/** Lists, and rows of lists, that say the same to the letter: none of these is compared with others when it comes in. */
async function findSameOfLists(
  { database, workspace }: Archive,
  records: readonly string[],
): Promise<readonly { readonly document: string; readonly record: string }[]> {
  const { rows } = await sql<{ document: string; record: string }>`
    select distinct o.document, o.record from view.documents s
    join view.documents o on o.workspace = s.workspace and o.valid_to is null and o.record <> all(${records})
      and o.text = s.text and o.reader like ${`%${OF_LIST}`}
    where s.workspace = ${workspace} and s.record = any(${records}) and s.valid_to is null and s.text <> ''
      and s.reader like ${`%${OF_LIST}`} order by 1`.execute(database);
  return rows;
}
