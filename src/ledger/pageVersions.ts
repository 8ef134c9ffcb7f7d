/** Versions of pages, as linking looks at them: which documents a later version of their page stands for. */
import { sql } from "kysely";
import type { PageVersion } from "../model/pageVersion.ts";
import type { Database, InTransaction } from "./database.ts";

/** Every page that has several versions, with whom each version names; the oldest version first. */
export async function readPages(
  one: Database,
  workspace: string,
  ofList: string,
): Promise<readonly (readonly PageVersion[])[]> {
  const { rows } = await sql<{
    page: string;
    document: string;
    isRow: boolean;
    namings: Readonly<Record<string, string>>;
  }>`
    select encode(p.mac, 'hex') as page, d.document, right(d.reader, length(${ofList}::text)) = ${ofList} as "isRow",
      coalesce((select jsonb_object_agg(m.body ->> 'key', m.mention) from view.mentions m
        where m.workspace = d.workspace and m.document = d.document and m.valid_to is null), '{}') as namings
    from ledger.pages p
    join view.documents d on d.workspace = p.workspace and d.record = p.record and d.valid_to is null
    where p.workspace = ${workspace} and p.mac in (
      select mac from ledger.pages where workspace = ${workspace} group by mac having count(*) > 1)
    order by p.mac, p.index, d.document`.execute(one);
  const pages = new Map<string, PageVersion[]>();
  for (const { page, document, isRow, namings } of rows) {
    const version = { document, isRow, namings: new Map(Object.entries(namings)) };
    const own = pages.get(page);
    if (own === undefined) pages.set(page, [version]);
    else own.push(version);
  }
  return [...pages.values()];
}

/** Writes down which documents others stand for; answers with those for which that is new or over. */
export async function writeSuperseded(
  one: InTransaction,
  workspace: string,
  newer: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  const { rows: before } = await sql<{ document: string; newer: string }>`
    select document, newer from view.superseded where workspace = ${workspace}`.execute(one);
  const known = new Map(before.map(({ document, newer: by }) => [document, by]));
  const gone = [...known.keys()].filter((document) => known.get(document) !== newer.get(document));
  const come = [...newer].filter(([document, by]) => known.get(document) !== by);
  if (gone.length > 0)
    await sql`delete from view.superseded where workspace = ${workspace} and document = any(${gone})`.execute(
      one,
    );
  if (come.length > 0)
    await sql`insert into view.superseded select ${workspace}, document, newer from unnest(
      ${come.map(([document]) => document)}::text[], ${come.map(([, by]) => by)}::text[]) as now(document, newer)`.execute(
      one,
    );
  return [...new Set([...gone, ...come.map(([document]) => document)])];
}

/** Namings of documents. */
export async function mentionsOfDocuments(
  one: Database,
  workspace: string,
  documents: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ mention: string }>`select mention from view.mentions
    where workspace = ${workspace} and valid_to is null and document = any(${documents as string[]})`.execute(
    one,
  );
  return rows.map(({ mention }) => mention);
}
