/**
 * In: a publisher as somebody types it. Out: the names under which the archive's reports have them.
 * A name that holds all the words is meant so; only where none does, those that sound so or are spelt nearly so.
 */
import { sql } from "kysely";
import { Failure } from "../base/failure.ts";
import { findMatches } from "../base/findMatches.ts";
import { foldForSearch } from "../base/foldForSearch.ts";
import type { Archive } from "./archive.ts";
import { wordsIn } from "./claimRow.ts";
import type { Condition } from "./searchSample.ts";

/** Stands for reports of which nobody knows whose they are. */
const NONE = "none";

/** What holds of the rows of documents (`d`) that are of a publisher; nothing where none is asked for. */
export async function ofPublisher(
  archive: Archive,
  name: string | null,
): Promise<readonly Condition[]> {
  if (name === null) return [];
  if (name.trim().toLowerCase() === NONE) return [sql`d.publisher is null`];
  return [sql`d.publisher = any(${await findPublishers(archive, name)}::text[])`];
}

async function findPublishers(archive: Archive, name: string): Promise<readonly string[]> {
  const words = wordsIn(foldForSearch(name));
  if (words.length === 0)
    throw new Failure("input-refused", "--publisher needs a name, or none where it is unknown");
  const all = await listPublishers(archive);
  const holding = (isName: boolean): readonly string[] =>
    all.filter((one) => words.every((word) => findMatches(one, word, isName).length > 0));
  const exact = holding(false);
  return exact.length > 0 ? exact : holding(true);
}

/** Each publisher once, by jumps through the index: they are few and the reports many. */
async function listPublishers({ database, workspace }: Archive): Promise<readonly string[]> {
  const { rows } = await sql<{ publisher: string }>`
    with recursive each(publisher) as (
      select min(publisher) from view.documents where workspace = ${workspace}
      union all
      select (select min(d.publisher) from view.documents d where d.workspace = ${workspace} and d.publisher > each.publisher)
      from each where each.publisher is not null
    ) select publisher from each where publisher is not null`.execute(database);
  return rows.map(({ publisher }) => publisher);
}
