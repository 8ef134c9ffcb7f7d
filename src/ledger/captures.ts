/** Recognises bytes and pages that were captured before, by keyed hashes. */
import { sql } from "kysely";
import { sha256 } from "../base/digest.ts";
import type { Claim } from "../model/claim.ts";
import type { Archive } from "./archive.ts";
import type { InTransaction } from "./database.ts";
import type { Entry } from "./entryKinds.ts";
import { keyedHash } from "./seal.ts";

/** A report as it comes in: the digest of its bytes, and the address or file it stands for. */
export type Capture = { readonly digest: string; readonly page: string | null };

/** What the archive has of it: the document of the same bytes; the newest version of the same page. */
export type Captured = {
  readonly document: string | null;
  /** What these bytes are recognised by now, where their page said something else since they came; null else. */
  readonly returned: string | null;
  readonly page: {
    readonly document: string;
    readonly claims: readonly Claim[];
  } | null;
};

/** Looks several reports up. */
export async function findCaptured(
  archive: Archive,
  captures: readonly Capture[],
): Promise<Captured[]> {
  const macs = captures.map((capture) => macOf(archive, capture.digest));
  const { rows } = await sql<{ at: number; document: string; record: string }>`
    select one.at::int, d.document, c.record from unnest(${macs}::bytea[]) with ordinality as one(mac, at)
    join ledger.captures c on c.workspace = ${archive.workspace} and c.mac = one.mac
    join view.documents d on d.workspace = c.workspace and d.record = c.record and d.valid_to is null`.execute(
    archive.database,
  );
  const known = new Map(rows.map(({ at, document, record }) => [at - 1, { document, record }]));
  const returned = await findReturned(archive, captures, known);
  const pages = await findPages(
    archive,
    captures.map(({ page }, at) => (known.has(at) && !returned.has(at) ? null : page)),
  );
  return captures.map((_, at) => {
    const back = returned.get(at);
    return {
      document: back === undefined ? (known.get(at)?.document ?? null) : back.document,
      returned: back?.digest ?? null,
      page: pages.get(at) ?? null,
    };
  });
}

type Returned = { readonly document: string | null; readonly digest: string };

/**
 * Bytes that are known, of a page whose newest version is another one: the page says again what it said before, and that is a
 * version of its own, known by the one that it follows. Where that version is there already it is the document.
 */
async function findReturned(
  archive: Archive,
  captures: readonly Capture[],
  known: ReadonlyMap<number, { readonly record: string }>,
): Promise<ReadonlyMap<number, Returned>> {
  const asked = captures.flatMap(({ digest, page }, at) => {
    const record = known.get(at)?.record;
    return page === null || record === undefined ? [] : [{ at, digest, page, record }];
  });
  if (asked.length === 0) return new Map();
  const { workspace } = archive;
  const { rows } = await sql<{
    at: number;
    document: string;
    previous: string | null;
    record: string;
  }>`
    select one.at::int, d.document, d.previous, newest.record
    from unnest(${asked.map(({ page }) => macOf(archive, page))}::bytea[], ${asked.map(({ record }) => record)}::text[])
      with ordinality as one(mac, record, at)
    join lateral (select p.record from ledger.pages p where p.workspace = ${workspace} and p.mac = one.mac
      order by p.index desc limit 1) newest on newest.record <> one.record
    join view.documents d on d.workspace = ${workspace} and d.record = newest.record and d.valid_to is null
    where exists (select 1 from ledger.pages p
      where p.workspace = ${workspace} and p.mac = one.mac and p.record = one.record)`.execute(
    archive.database,
  );
  const newest = rows.flatMap(({ at, document, previous, record }) => {
    const one = asked[at - 1];
    if (one === undefined) return [];
    const digest = followed(one.digest, previous ?? "");
    return [{ ...one, document, newest: record, mac: macOf(archive, digest), own: digest }];
  });
  const there = await recordsOf(
    archive,
    newest.map(({ mac }) => mac),
  );
  return new Map(
    newest.map(({ at, document, digest, own, mac, newest: record }) => [
      at,
      there.get(Buffer.from(mac).toString("hex")) === record
        ? { document, digest: own }
        : { document: null, digest: followed(digest, document) },
    ]),
  );
}

/** The records of captures, by their keyed hashes in hexadecimal digits. */
async function recordsOf(
  { database, workspace }: Archive,
  macs: readonly Uint8Array[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ mac: string; record: string }>`
    select encode(mac, 'hex') as mac, record from ledger.captures
    where workspace = ${workspace} and mac = any(${macs}::bytea[])`.execute(database);
  return new Map(rows.map(({ mac, record }) => [mac, record]));
}

/** What bytes that came back are recognised by: themselves, and the version that they follow. */
function followed(digest: string, document: string): string {
  return sha256(Buffer.from(`${digest}\nafter ${document}`));
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
  const { rows } = await sql<{ document: string; body: string | null }>`
    select d.document, c.body::text as body from view.documents d
    left join view.claims c on c.workspace = d.workspace and c.document = d.document and c.valid_to is null
    where d.workspace = ${archive.workspace} and d.record = ${record} and d.valid_to is null`.execute(
    archive.database,
  );
  const [first] = rows;
  if (first === undefined) return null;
  const claims = rows.flatMap(({ body }) => (body === null ? [] : [JSON.parse(body) as Claim]));
  return { document: first.document, claims };
}

/** Who published documents, and when, as they stand. */
export async function readParticulars(
  { database, workspace }: Archive,
  documents: readonly string[],
): Promise<
  ReadonlyMap<string, { readonly publisher: string | null; readonly published: string | null }>
> {
  const { rows } = await sql<{
    document: string;
    publisher: string | null;
    published: string | null;
  }>`select document, publisher, published from view.documents
    where workspace = ${workspace} and valid_to is null and document = any(${documents as string[]})`.execute(
    database,
  );
  return new Map(rows.map(({ document, ...own }) => [document, own]));
}

/** Who published the newest document of a page; null where the page is new, or nobody is known. */
export async function publisherOfPage(archive: Archive, page: string): Promise<string | null> {
  const [found] = (await findPages(archive, [page])).values();
  if (found === undefined) return null;
  const own = await readParticulars(archive, [found.document]);
  return own.get(found.document)?.publisher ?? null;
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

/** What a page or bytes are found by. */
export function macOf({ keys }: Archive, words: string): Uint8Array {
  return keyedHash(keys.capture, words);
}
