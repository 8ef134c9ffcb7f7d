/** Which rows of a list are meant: those that are new to an archive, or those that a person names. */
import { Failure } from "../../base/failure.ts";
import type { ListRecord } from "../../model/listRecord.ts";
import type { PairFound } from "../../model/pairFound.ts";

/** A row of a list that is to be imported, and the people of the archive whom it may name. */
export type ChosenRow = { readonly record: ListRecord; readonly near: readonly PairFound[] };

/** The word for all rows that are near to nobody. */
const NEW = "new";

/** Rows as "new", or as ids and row numbers ("7,12-15", "b-3"); throws where one is not in the list. */
export function chooseRows(
  words: string,
  records: readonly ListRecord[],
  pairs: readonly PairFound[],
): readonly ChosenRow[] {
  const near = new Map<string, PairFound[]>();
  for (const pair of pairs) near.set(pair.a, [...(near.get(pair.a) ?? []), pair]);
  const chosen =
    words === NEW ? records.filter(({ id }) => !near.has(id)) : recordsNamed(words, records);
  return chosen.map((record) => ({ record, near: near.get(record.id) ?? [] }));
}

function recordsNamed(words: string, records: readonly ListRecord[]): readonly ListRecord[] {
  const found = words
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "")
    .flatMap((word) => {
      const rows = rowsOf(word, records);
      if (rows.length > 0) return rows;
      throw new Failure(
        "input-refused",
        `--import ${word}: the list has no such row with a person; give new, ids of rows or their numbers, such as 7,12-15`,
      );
    });
  return records.filter((record) => found.includes(record));
}

/** An id goes before a number: a list's own ids are often numbers. */
function rowsOf(word: string, records: readonly ListRecord[]): readonly ListRecord[] {
  const byId = records.filter(({ id }) => id === word);
  if (byId.length > 0) return byId;
  const [, from, to = from] = /^(\d+)(?:-(\d+))?$/.exec(word) ?? [];
  if (from === undefined) return [];
  return records.filter(({ row }) => row >= Number(from) && row <= Number(to));
}
