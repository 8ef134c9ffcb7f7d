/**
 * In: words and filters. Out: one page of the documents that hold and pass all of them, the newest first, and their number.
 * A name may stand in a report outside of every claim: then only this finds it.
 */
import { sql } from "kysely";
import { Failure } from "../base/failure.ts";
import type { Archive } from "./archive.ts";
import { holdsAt } from "./asKnown.ts";
import { ofPublisher } from "./publishers.ts";
import { havingClaims, type SearchFilter } from "./searchClaims.ts";
import { all, type Condition } from "./searchSample.ts";
import { wholeWords } from "./searchWords.ts";

export type FoundDocument = {
  readonly document: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  /** As it was named when it came in. */
  readonly path: string | null;
  readonly url: string | null;
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

/** Of that day or later; a year or month that the day lies in may be. As the index of days answers for it. */
function publishedFrom(day: string): readonly Condition[] {
  return [
    sql`(d.published collate "C" >= ${day} or d.published in (${day.slice(0, 4)}, ${day.slice(0, 7)}))`,
  ];
}

/** Behind a day its hours may stand. */
function publishedUntil(day: string): readonly Condition[] {
  return [sql`d.published collate "C" < ${`${day}~`}`, sql`left(d.published, 10) <= ${day}`];
}

/**
 * Documents that hold the words and pass the filters; all of them where nothing is asked. Days are those of publication (a month or
 * year is all of its days); what is asked of claims must hold of one of theirs.
 */
export async function searchDocuments(
  archive: Archive,
  filter: SearchFilter,
  /** The words are looked for in the names of the files that the reports came in, in place of their texts. */
  isByFile = false,
): Promise<DocumentPage> {
  const { words, limit, after, asKnown, from, to } = filter;
  if (after !== null && !/^\d{1,15}$/.test(after))
    throw new Failure(
      "input-refused",
      "--after takes what the page before ended with; leave it out for the first page",
    );
  const { database, workspace } = archive;
  const query = wholeWords(words);
  const [reports, claims] = await Promise.all([
    ofPublisher(archive, filter.publisher),
    havingClaims(archive, filter),
  ]);
  const fits = all([
    sql`d.workspace = ${workspace} and ${holdsAt("d", asKnown)}`,
    ...(isByFile
      ? [sql`strpos(lower(d.path), lower(${words}::text)) > 0`]
      : query === null
        ? []
        : [sql`d.words @@ ${query}::tsquery`]),
    ...(from === null ? [] : publishedFrom(from)),
    ...(to === null ? [] : publishedUntil(to)),
    ...reports,
    ...claims,
  ]);
  const page = after === null ? fits : sql`${fits} and d.valid_from < ${after}::bigint`;
  const { rows } = await sql<FoundDocument & { valid_from: number }>`
    select document, title, publisher, published, path, url, claims, text, valid_from from view.documents d
    where ${page} order by valid_from desc limit ${limit + 1}`.execute(database);
  const counted = await sql<{ count: number }>`select count(*) as count from (
    select 1 from view.documents d where ${fits} limit ${COUNTED + 1}) as counted`.execute(
    database,
  );
  const count = counted.rows[0]?.count ?? 0;
  const documents = rows.slice(0, limit);
  return {
    documents,
    next: rows.length > limit ? String(documents.at(-1)?.valid_from ?? "") : null,
    count: Math.min(count, COUNTED),
    isCountWhole: count <= COUNTED,
  };
}
