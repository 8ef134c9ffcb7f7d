/**
 * In: records. Out: which of them say the same, word for word.
 * Never: says that they are one person: two may have all in common that is told of them.
 */
import type { ListRecord } from "../model/listRecord.ts";

/** All that a record says, as one text; of a day whatever words and calendar told it. */
export function wordsOf({ id: _id, row: _row, date, aliveOn, ...said }: ListRecord): string {
  const days = date === null ? null : [date.earliest, date.latest];
  return JSON.stringify(aliveOn === undefined ? [days, said] : [days, said, aliveOn.earliest]);
}

/** Records that say the same, in the order of the first of each. */
export function groupCopies(records: readonly ListRecord[]): readonly (readonly ListRecord[])[] {
  const groups = new Map<string, ListRecord[]>();
  for (const record of records) {
    const words = wordsOf(record);
    const group = groups.get(words);
    if (group === undefined) groups.set(words, [record]);
    else group.push(record);
  }
  return [...groups.values()];
}

/**
 * Records without those that say what two others do: a second one tells how alike records of one person are, a fiftieth only
 * that he is famous.
 */
export function withoutCopies(records: readonly ListRecord[]): readonly ListRecord[] {
  return groupCopies(records).flatMap((group) => group.slice(0, 2));
}
