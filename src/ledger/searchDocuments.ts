/**
 * In: words. Out: one page of the documents whose text holds all of them, the newest first, and their number.
 * A name may stand in a report outside of every claim: then only this finds it.
 */
import { sql } from "kysely";
import { Failure } from "../base/failure.ts";
import type { Archive } from "./archive.ts";
import { type AsKnown, holdsAt } from "./asKnown.ts";
import { wholeWords } from "./searchWords.ts";

export type FoundDocument = {
  readonly document: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly claims: number;
  readonly text: string;
};

export type DocumentPage = {
  readonly documents: readonly FoundDocument[];
  readonly next: string | null;
  readonly count: number;
  readonly isCountWhole: boolean;
};

const COUNTED = 1_000;

/** Documents that hold the words; all of them where none are given. */
export async function searchDocuments(
  archive: Archive,
  {
    words,
    limit,
    after,
    asKnown,
  }: {
    readonly words: string;
    readonly limit: number;
    readonly after: string | null;
    readonly asKnown: AsKnown;
  },
): Promise<DocumentPage> {
  if (after !== null && !/^\d{1,15}$/.test(after))
    throw new Failure(
      "input-refused",
      "--after takes what the page before ended with; leave it out for the first page",
    );
  const { database, workspace } = archive;
  const query = wholeWords(words);
  const fits = query === null ? sql`true` : sql`d.words @@ ${query}::tsquery`;
  const all = sql`d.workspace = ${workspace} and ${holdsAt("d", asKnown)} and ${fits}`;
  const page = after === null ? all : sql`${all} and d.valid_from < ${after}::bigint`;
  const { rows } = await sql<FoundDocument & { valid_from: number }>`
    select document, title, publisher, published, claims, text, valid_from from view.documents d
    where ${page} order by valid_from desc limit ${limit + 1}`.execute(database);
  const counted = await sql<{ count: number }>`select count(*) as count from (
    select 1 from view.documents d where ${all} limit ${COUNTED + 1}) as counted`.execute(database);
  const count = counted.rows[0]?.count ?? 0;
  const documents = rows.slice(0, limit);
  return {
    documents,
    next: rows.length > limit ? String(documents.at(-1)?.valid_from ?? "") : null,
    count: Math.min(count, COUNTED),
    isCountWhole: count <= COUNTED,
  };
}
