import type { StoredMention } from "../../../ledger/people.ts";
import type { ListRecord } from "../../../model/listRecord.ts";

/** A person as a row: of each value the first that a report gives, ages as wide as they are told. */
export function joinRecords(
  person: string,
  row: number,
  mentions: readonly StoredMention[],
): ListRecord {
  const records = mentions.map(({ body }) => body.record);
  const first = <T>(pick: (record: ListRecord) => T | null): T | null => {
    for (const record of records) {
      const value = pick(record);
      if (value !== null) return value;
    }
    return null;
  };
  const ages = records.flatMap(({ age }) => (age === null ? [] : [age]));
  return {
    id: person,
    row,
    name: first(({ name }) => name),
    nameFa: first(({ nameFa }) => nameFa),
    date: first(({ date }) => date),
    age:
      ages.length === 0
        ? null
        : {
            min: Math.min(...ages.map(({ min }) => min)),
            max: Math.max(...ages.map(({ max }) => max)),
          },
    sex: first(({ sex }) => sex),
    city: first(({ city }) => city),
    province: first(({ province }) => province),
    father: first(({ father }) => father),
    charge: first(({ charge }) => charge),
    prison: first(({ prison }) => prison),
  };
}
