/**
 * In: what several reports say of one person. Out: one record of him or her.
 * Never: lets how often a thing is copied change the record.
 */
import { canonicalJson } from "../base/canonicalJson.ts";
import type { ListRecord } from "../model/listRecord.ts";
import { wordsOf } from "./copies.ts";

/** Of each value the one that most reports give, those that say all the same counted once. */
export function joinRecords(id: string, row: number, records: readonly ListRecord[]): ListRecord {
  const [first] = records;
  if (first !== undefined && records.length === 1) return { ...first, id, row };
  const distinct = [...new Map(records.map((record) => [wordsOf(record), record])).values()];
  const commonest = <T extends string | NonNullable<ListRecord["date" | "age"]>>(
    pick: (record: ListRecord) => T | null,
  ): T | null => {
    const counts = new Map<string, { readonly value: T; times: number }>();
    for (const record of distinct) {
      const value = pick(record);
      if (value === null) continue;
      const text = canonicalJson(value);
      const known = counts.get(text);
      if (known === undefined) counts.set(text, { value, times: 1 });
      else known.times++;
    }
    const sorted = [...counts].sort(
      ([x, one], [y, other]) => other.times - one.times || (x < y ? -1 : 1),
    );
    return sorted[0]?.[1].value ?? null;
  };
  const alive = records.flatMap(({ aliveOn }) => aliveOn ?? []);
  const [last] = alive.toSorted((a, b) => (a.earliest > b.earliest ? -1 : 1));
  return {
    id,
    row,
    ...(last === undefined ? {} : { aliveOn: last }),
    name: commonest(({ name }) => name),
    nameFa: commonest(({ nameFa }) => nameFa),
    date: commonest(({ date }) => date),
    age: commonest(({ age }) => age),
    sex: commonest(({ sex }) => sex),
    city: commonest(({ city }) => city),
    province: commonest(({ province }) => province),
    father: commonest(({ father }) => father),
    charge: commonest(({ charge }) => charge),
    prison: commonest(({ prison }) => prison),
  };
}
