/** Reports that are one text: candidates by their bands, groups as they are shown. */
import { sql } from "kysely";
import type { Archive } from "./archive.ts";
import { type AsKnown, holdsAt } from "./asKnown.ts";
import type { InTransaction } from "./database.ts";
import type { Entry } from "./entryKinds.ts";

/** A report that shares bands with a new one. */
export type Candidate = {
  readonly document: string;
  /** The group it belongs to: its own id where it copies none. */
  readonly group: string;
  readonly bands: readonly number[];
};

/** Reports that share a band with one of several new ones. */
export async function findCandidates(
  { database, workspace }: Archive,
  bands: readonly number[],
  version: number,
): Promise<readonly Candidate[]> {
  const { rows } = await sql<Candidate>`
    select f.document, coalesce(s.copies, f.document) as group, f.bands from (
      select b.document, array_agg(b.band) as bands from unnest(${`{${bands.join(",")}}`}::int[]) as asked(band)
      cross join lateral (select document, band from view.bands
        where workspace = ${workspace} and band = asked.band limit ${MOST_OF_ONE_BAND}) b
      group by b.document order by count(*) desc, b.document limit ${MOST_CANDIDATES}
    ) f join view.sketches s on s.workspace = ${workspace} and s.document = f.document and s.version = ${version}
    order by cardinality(f.bands) desc, f.document`.execute(database);
  return rows;
}

/** A band that more reports share is a boilerplate's. */
const MOST_OF_ONE_BAND = 200;
const MOST_CANDIDATES = 2_000;

/** Texts of documents by their ids. */
export async function readTexts(
  { database, workspace }: Archive,
  documents: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ document: string; text: string }>`
    select document, text from view.documents
    where workspace = ${workspace} and document = any(${documents}) and valid_to is null`.execute(
    database,
  );
  return new Map(rows.map(({ document, text }) => [document, text]));
}

/** Texts of the newest documents. */
export async function newestTexts(
  { database, workspace }: Archive,
  limit: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{ text: string }>`select text from view.documents
    where workspace = ${workspace} and valid_to is null order by valid_from desc limit ${limit}`.execute(
    database,
  );
  return rows.map(({ text }) => text);
}

/** The other reports of a document's group, the first first, with what this one was found to be like. */
export type Copies = {
  readonly alike: string | null;
  readonly share: number | null;
  readonly others: readonly {
    readonly document: string;
    readonly publisher: string | null;
    readonly published: string | null;
  }[];
};

/** The group of a document as it is or was known. */
export async function readCopies(
  { database, workspace }: Archive,
  document: string,
  asKnown: AsKnown = null,
): Promise<Copies> {
  const { rows } = await sql<{
    document: string;
    alike: string | null;
    share: number | null;
    publisher: string | null;
    published: string | null;
  }>`
    with own as (select coalesce(copies, document) as name from view.sketches
      where workspace = ${workspace} and document = ${document})
    select s.document, s.alike, s.share, d.publisher, d.published from own
    join view.sketches s on s.workspace = ${workspace} and (s.copies = own.name or s.document = own.name)
    join view.documents d on d.workspace = s.workspace and d.document = s.document and ${holdsAt("d", asKnown)}
    order by s.valid_from`.execute(database);
  const own = rows.find((row) => row.document === document);
  return {
    alike: own?.alike ?? null,
    share: own?.share ?? null,
    others: rows
      .filter((row) => row.document !== document)
      .map(({ document: id, publisher, published }) => ({ document: id, publisher, published })),
  };
}

type Captured = Extract<Entry, { kind: "document-captured" }>;

/** Rows of captures whose texts were compared. */
export async function showCopies(
  one: InTransaction,
  workspace: string,
  entries: readonly Captured[],
): Promise<void> {
  const rows = entries.flatMap(({ body: { document, likeness }, record, index }) =>
    likeness === undefined ? [] : [{ document, record, index, ...likeness }],
  );
  if (rows.length === 0) return;
  const column = <T>(pick: (row: (typeof rows)[number]) => T): T[] => rows.map(pick);
  await sql`insert into view.sketches
    select ${workspace}, document, record, index, version, bands::int[], copies, alike, share from unnest(
      ${column(({ document }) => document)}::text[], ${column(({ record }) => record)}::text[],
      ${column(({ index }) => index)}::bigint[], ${column(({ version }) => version)}::smallint[],
      ${column(({ bands }) => `{${bands.join(",")}}`)}::text[], ${column(({ copy }) => copy?.group ?? null)}::text[],
      ${column(({ copy }) => copy?.document ?? null)}::text[], ${column(({ copy }) => copy?.share ?? null)}::float8[]
    ) as one(document, record, index, version, bands, copies, alike, share)`.execute(one);
  const pairs = rows.flatMap(({ document, bands }) => bands.map((band) => ({ document, band })));
  await sql`insert into view.bands select ${workspace}, band, document from unnest(
    ${pairs.map(({ band }) => band)}::int[], ${pairs.map(({ document }) => document)}::text[]
  ) as one(band, document) on conflict do nothing`.execute(one);
}

/** Takes the rows of an erased record out. */
export async function hideCopies(
  one: InTransaction,
  workspace: string,
  record: string,
): Promise<void> {
  await sql`with gone as (
      delete from view.sketches where workspace = ${workspace} and record = ${record} returning document, bands
    ) delete from view.bands b using gone
    where b.workspace = ${workspace} and b.document = gone.document and b.band = any(gone.bands)`.execute(
    one,
  );
}
