/**
 * In: namings of one name. Out: the same by person, as far as fathers and ages tell them apart, and those that tell neither.
 * Never: parts two over a year or two of age, which reports of one person differ by.
 */
import { heardName } from "./names.ts";
import type { Naming } from "./people.ts";

/** Ages of one person in two reports differ by less. */
const YEARS_APART = 10;

export type Namesakes = {
  /** One where nothing tells two apart. */
  readonly parts: readonly (readonly Naming[])[];
  /** Namings that may be of either; none where there is one part. */
  readonly open: readonly Naming[];
};

/** Parts namings of one name by what is said of father and age. */
export function partNamesakes(namings: readonly Naming[]): Namesakes {
  const parts: Naming[][] = [];
  const open: Naming[] = [];
  for (const naming of namings) {
    const { father, age } = naming.person;
    if (father === null && age === null) {
      open.push(naming);
      continue;
    }
    const own = parts.find((part) => part.every((other) => mayBeOne(naming, other)));
    if (own === undefined) parts.push([naming]);
    else own.push(naming);
  }
  return parts.length > 1 ? { parts, open } : { parts: [namings], open: [] };
}

function mayBeOne({ person: one }: Naming, { person: other }: Naming): boolean {
  if (one.father !== null && other.father !== null)
    return heardFather(one.father) === heardFather(other.father);
  return one.age === null || other.age === null || Math.abs(one.age - other.age) < YEARS_APART;
}

function heardFather(father: string): string {
  return heardName(`${father} ${father}`);
}
