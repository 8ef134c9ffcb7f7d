/**
 * In: a publisher as somebody types it. Out: the names under which the archive's reports have them.
 * A name that holds all the words is meant so; only where none does, those that sound so or are spelt nearly so.
 */
import { type RawBuilder, sql } from "kysely";
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
  if (name.trim().toLowerCase() === NONE) return [sql`${headOf("d")} is null`];
  const named = await findPublishers(archive, name);
  return [
    sql`${headOf("d")} = any(${[...new Set(named.map(firstLetters))]}::text[])
    and d.publisher = any(${named as string[]}::text[])`,
  ];
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
    with recursive each(head) as (
      select min(${headOf("d")}) from view.documents d where d.workspace = ${workspace}
      union all
      select (select min(${headOf("d")}) from view.documents d where d.workspace = ${workspace} and ${headOf("d")} > each.head)
      from each where each.head is not null
    ) select head as publisher from each where length(head) < ${INDEXED}::integer
    union
    select d.publisher from each join view.documents d on d.workspace = ${workspace} and ${headOf("d")} = each.head
      where length(each.head) = ${INDEXED}::integer`.execute(database);
  return rows.map(({ publisher }) => publisher);
}

/** So many letters of a publisher are in the index (migrations/0181_publishers.sql). */
const INDEXED = 200;

/** As the index has it: the planner takes no parameter for the number. */
function headOf(table: string): RawBuilder<unknown> {
  return sql.raw(`left(${table}.publisher, ${INDEXED})`);
}

/** As PostgreSQL counts letters: by code points. */
function firstLetters(publisher: string): string {
  return Array.from(publisher).slice(0, INDEXED).join("");
}
