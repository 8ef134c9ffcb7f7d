/**
 * In: namings of one name. Out: the same by person, as far as fathers, and ages at death, tell them apart; and those that tell neither.
 * Never: parts two over a few years of age, or a man told of at seventeen and at twenty-nine; depends on the order of the reports.
 */
import { foldName, heardName } from "./names.ts";
import type { Naming } from "./people.ts";

/** Ages at one death in two reports differ by less. */
const YEARS_APART = 10;

export type Namesakes = {
  /** One where nothing tells two apart. */
  readonly parts: readonly (readonly Naming[])[];
  /** Namings that may be of either; none where there is one part. */
  readonly open: readonly Naming[];
};

/** Parts namings of one name; `isDeath` says of which the age is that of the dying. */
export function partNamesakes(
  namings: readonly Naming[],
  isDeath: (naming: Naming) => boolean,
): Namesakes {
  const byFather = partBy(namings, ({ person: { father } }) =>
    father === null ? null : heardName(`${father} ${father}`),
  );
  if (byFather.parts.length > 1 && !isShortened(namings)) return byFather;
  const ageOf = (naming: Naming): number | null => (isDeath(naming) ? naming.person.age : null);
  const bounds = boundsOf(namings.flatMap((naming) => ageOf(naming) ?? []));
  const byAge = partBy(namings, (naming) => {
    const age = ageOf(naming);
    return age === null ? null : String(bounds.filter((bound) => bound <= age).length);
  });
  return byAge.parts.length > 1 ? byAge : { parts: [namings], open: [] };
}

/** "son of Mohammad Ali", "son of Ali": one father may be both. */
function isShortened(namings: readonly Naming[]): boolean {
  const fathers = new Set(namings.flatMap(({ person: { father } }) => father ?? []));
  const words = [...fathers].map((father) => foldName(father).split(" "));
  return words.some((one) =>
    words.some((other) => other.length > one.length && one.every((word) => other.includes(word))),
  );
}

/** Ages that are far above the next lower one. */
function boundsOf(ages: readonly number[]): readonly number[] {
  const sorted = ages.toSorted((one, other) => one - other);
  return sorted.filter((age, at) => at > 0 && age - (sorted[at - 1] ?? age) >= YEARS_APART);
}

function partBy(namings: readonly Naming[], keyOf: (naming: Naming) => string | null): Namesakes {
  const parts = new Map<string, Naming[]>();
  const open: Naming[] = [];
  for (const naming of namings) {
    const key = keyOf(naming);
    const known = key === null ? open : parts.get(key);
    if (known !== undefined) known.push(naming);
    else if (key !== null) parts.set(key, [naming]);
  }
  return { parts: [...parts.values()], open };
}
