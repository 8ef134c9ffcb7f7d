/** Recognises bytes and pages that were captured before, by keyed hashes. */
import { sql } from "kysely";
import type { Archive } from "./archive.ts";
import type { InTransaction } from "./database.ts";
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
  const found: Captured[] = [];
  for (const [at, { page }] of captures.entries()) {
    const document = documents.get(at) ?? null;
    found.push({
      document,
      page: document === null && page !== null ? await findPage(archive, page) : null,
    });
  }
  return found;
}

async function findPage(archive: Archive, page: string): Promise<Captured["page"]> {
  const { rows } = await sql<{ document: string; kind: string | null; quote: string | null }>`
    select d.document, c.kind, c.quote from (
      select record from ledger.pages where workspace = ${archive.workspace} and mac = ${macOf(archive, page)}
      order by index desc limit 1
    ) as last join view.documents d on d.workspace = ${archive.workspace} and d.record = last.record and d.valid_to is null
    left join view.claims c on c.workspace = d.workspace and c.document = d.document and c.valid_to is null`.execute(
    archive.database,
  );
  const [first] = rows;
  if (first === undefined) return null;
  const claims = rows.flatMap(({ kind, quote }) =>
    kind === null || quote === null ? [] : [{ kind, quote }],
  );
  return { document: first.document, claims };
}

/** Remembers a report in the transaction that enters it. */
export async function rememberCapture(
  one: InTransaction,
  archive: Archive,
  capture: Capture,
  made: { readonly record: string; readonly blob: string; readonly bytes: number },
  index: number,
): Promise<void> {
  const { workspace } = archive;
  await sql`insert into ledger.captures values (${workspace}, ${macOf(archive, capture.digest)}, ${made.record})`.execute(
    one,
  );
  await sql`insert into ledger.blobs values (${workspace}, ${made.blob}, ${made.record}, ${made.bytes})`.execute(
    one,
  );
  if (capture.page !== null)
    await sql`insert into ledger.pages values (${workspace}, ${macOf(archive, capture.page)}, ${made.record}, ${index})`.execute(
      one,
    );
}

function macOf({ keys }: Archive, words: string): Uint8Array {
  return keyedHash(keys.capture, words);
}
