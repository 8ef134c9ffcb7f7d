/** Recognises bytes and pages that were captured before, by keyed hashes. */
import { sql } from "kysely";
import type { Archive } from "./archive.ts";
import type { InTransaction } from "./database.ts";
import type { Entry } from "./entryKinds.ts";
import { keyedHash } from "./seal.ts";

/** A report as it comes in: the digest of its bytes, and the address or file it stands for. */
export type Capture = { readonly digest: string; readonly page: string | null };

/** What the archive has of it: the document of the same bytes; the newest version of the same page. */
export type Captured = {
  readonly document: string | null;
  readonly page: {
    readonly document: string;
    readonly claims: readonly { readonly kind: string; readonly quote: string }[];
  } | null;
};

/** Looks several reports up. */
export async function findCaptured(
  archive: Archive,
  captures: readonly Capture[],
): Promise<Captured[]> {
  const macs = captures.map((capture) => macOf(archive, capture.digest));
  const { rows } = await sql<{ at: number; document: string }>`
    select one.at::int, d.document from unnest(${macs}::bytea[]) with ordinality as one(mac, at)
    join ledger.captures c on c.workspace = ${archive.workspace} and c.mac = one.mac
    join view.documents d on d.workspace = c.workspace and d.record = c.record and d.valid_to is null`.execute(
    archive.database,
  );
  const documents = new Map(rows.map(({ at, document }) => [at - 1, document]));
  const pages = await findPages(
    archive,
    captures.map(({ page }, at) => (documents.has(at) ? null : page)),
  );
  return captures.map((_, at) => ({
    document: documents.get(at) ?? null,
    page: pages.get(at) ?? null,
  }));
}

/** The newest version of each page, by its place; most pages are new, which one look at their index tells of all. */
async function findPages(
  archive: Archive,
  pages: readonly (string | null)[],
): Promise<ReadonlyMap<number, NonNullable<Captured["page"]>>> {
  const macs = pages.map((page) => (page === null ? null : macOf(archive, page)));
  const { rows } = await sql<{ at: number; record: string }>`
    select distinct on (one.at) one.at::int, p.record from unnest(${macs}::bytea[]) with ordinality as one(mac, at)
    join ledger.pages p on p.workspace = ${archive.workspace} and p.mac = one.mac
    order by one.at, p.index desc`.execute(archive.database);
  const found = new Map<number, NonNullable<Captured["page"]>>();
  for (const { at, record } of rows) {
    const page = await readPage(archive, record);
    if (page !== null) found.set(at - 1, page);
  }
  return found;
}

async function readPage(archive: Archive, record: string): Promise<Captured["page"]> {
  const { rows } = await sql<{ document: string; kind: string | null; quote: string | null }>`
    select d.document, c.kind, c.body::jsonb #>> '{span,quote}' as quote from view.documents d
    left join view.claims c on c.workspace = d.workspace and c.document = d.document and c.valid_to is null
    where d.workspace = ${archive.workspace} and d.record = ${record} and d.valid_to is null`.execute(
    archive.database,
  );
  const [first] = rows;
  if (first === undefined) return null;
  const claims = rows.flatMap(({ kind, quote }) =>
    kind === null || quote === null ? [] : [{ kind, quote }],
  );
  return { document: first.document, claims };
}

/** A report that was entered: its capture, its record, its evidence and the index of its capture. */
export type Remembered = {
  readonly capture: Capture;
  readonly record: string;
  readonly blob: string;
  readonly bytes: number;
  readonly index: number;
};

/** Remembers reports in the transaction that enters them. */
export async function rememberCaptures(
  one: InTransaction,
  archive: Archive,
  reports: readonly Remembered[],
): Promise<void> {
  const { workspace } = archive;
  const records = reports.map(({ record }) => record);
  await sql`insert into ledger.captures select ${workspace}, mac, record from unnest(
    ${reports.map(({ capture }) => macOf(archive, capture.digest))}::bytea[], ${records}::text[]
  ) as one(mac, record)`.execute(one);
  await sql`insert into ledger.blobs select ${workspace}, name, record, bytes from unnest(
    ${reports.map(({ blob }) => blob)}::text[], ${records}::text[], ${reports.map(({ bytes }) => bytes)}::bigint[]
  ) as one(name, record, bytes)`.execute(one);
  const pages = reports.flatMap(({ capture: { page }, record, index }) =>
    page === null ? [] : [{ mac: macOf(archive, page), record, index }],
  );
  await sql`insert into ledger.pages select ${workspace}, mac, record, index from unnest(
    ${pages.map(({ mac }) => mac)}::bytea[], ${pages.map(({ record }) => record)}::text[],
    ${pages.map(({ index }) => index)}::bigint[]
  ) as one(mac, record, index)`.execute(one);
}

/** Remembers again, elsewhere, what entries tell of reports. Captures of the first version do not tell their page. */
export async function rememberAgain(
  one: InTransaction,
  archive: Archive,
  entries: readonly Entry[],
): Promise<void> {
  const captured = entries.filter((entry) => entry.kind === "document-captured");
  if (captured.length === 0) return;
  await rememberCaptures(
    one,
    archive,
    captured.map(({ body, record, index }) => ({
      capture: { digest: body.digest ?? body.sha256, page: body.page ?? null },
      record,
      blob: body.blob,
      bytes: body.bytes,
      index,
    })),
  );
}

function macOf({ keys }: Archive, words: string): Uint8Array {
  return keyedHash(keys.capture, words);
}
