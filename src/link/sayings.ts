/**
 * In: what reports say of one person. Out: the few ways of saying who it is that a row of a list is compared with.
 * Never: makes one age of two that speak against each other.
 */
import { foldForSearch } from "../base/foldForSearch.ts";
import type { ListRecord } from "../model/listRecord.ts";

/** Names of one person that rows are compared with: the commonest. */
const MOST_NAMES = 4;

/** What reports say of one person under each name; where they tell several ages or days, each of these too. */
export function sayingsOf(namings: readonly ListRecord[], record: ListRecord): readonly Saying[] {
  const names = namesOf(namings, record);
  const others = <T extends "age" | "date">(field: T): readonly Saying[] => {
    const told = new Map(
      namings.flatMap((one) => {
        const value = one[field];
        const text = JSON.stringify(value === null || "min" in value ? value : daysOf(value));
        return value === null ? [] : [[text, { [field]: value }] as const];
      }),
    );
    return [...told].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, said]) => said);
  };
  const [ages, dates] = [others("age"), others("date")];
  return [
    ...names,
    ...(ages.length > 1 ? ages.slice(0, MOST_VALUES) : []),
    ...(dates.length > 1 ? dates.slice(0, MOST_VALUES) : []),
  ];
}

type Saying = Partial<Pick<ListRecord, "name" | "nameFa" | "age" | "date">>;

/** Ages, and days, of one person that rows are compared with. */
const MOST_VALUES = 8;

function daysOf({ earliest, latest }: NonNullable<ListRecord["date"]>): readonly string[] {
  return [earliest, latest];
}

/** From the least to the highest age that is told. */
export function spanOf(namings: readonly ListRecord[]): ListRecord["age"] {
  return namings.reduce<ListRecord["age"]>((span, { age }) => {
    if (span === null || age === null) return span ?? age;
    return { min: Math.min(span.min, age.min), max: Math.max(span.max, age.max) };
  }, null);
}

/** The commonest names of one person, a Latin and a Persian one together. */
function namesOf(
  namings: readonly ListRecord[],
  { name, nameFa }: ListRecord,
): readonly Pick<ListRecord, "name" | "nameFa">[] {
  const latin = commonest(namings.map((one) => one.name));
  const persian = commonest(namings.map((one) => one.nameFa));
  const count = Math.max(1, latin.length, persian.length);
  return Array.from({ length: Math.min(MOST_NAMES, count) }, (_, at) => ({
    name: latin[at] ?? name,
    nameFa: persian[at] ?? nameFa,
  }));
}

/** Names that are not one but for capitals and marks, the commonest first. */
function commonest(names: readonly (string | null)[]): readonly string[] {
  const counts = new Map<string, { readonly name: string; times: number }>();
  for (const name of names) {
    if (name === null) continue;
    const folded = foldForSearch(name);
    const known = counts.get(folded);
    if (known === undefined) counts.set(folded, { name, times: 1 });
    else known.times++;
  }
  return [...counts]
    .sort(([x, one], [y, other]) => other.times - one.times || (x < y ? -1 : 1))
    .map(([, { name }]) => name);
}
