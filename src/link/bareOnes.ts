/**
 * In: tellings of killings. Out: who tells of one without a name, and who names the only one of that town and day.
 * Never: gives one who is told without a name to one of two who are named, or to anybody where others are counted too.
 */
import type { TellingClass } from "./tellingClasses.ts";

/**
 * Pairs of places in a list of classes: one killed in a town on a day, and the only one who is told of there besides.
 */
export function bareOnes(classes: readonly TellingClass[]): readonly (readonly [number, number])[] {
  const bare = new Map<string, number[]>();
  const named = new Map<string, number[]>();
  for (const [at, one] of classes.entries()) {
    const spot = spotOf(one);
    if (spot === null) continue;
    if (isBare(one)) addTo(bare, spot, at);
    else if (isNamedAlone(one)) addTo(named, spot, at);
  }
  if (bare.size === 0) return [];
  const crowds = classes.filter(isOfOthers);
  return [...bare].flatMap(([spot, ones]) => {
    const others = named.get(spot) ?? [];
    const people = new Set(others.flatMap((at) => [...(classes[at]?.people ?? [])]));
    const [first] = ones.flatMap((at) => classes[at] ?? []);
    const isAlone =
      people.size === 1 && !crowds.some((one) => first !== undefined && areThere(one, first));
    return isAlone ? ones.flatMap((one) => others.map((other) => [one, other] as const)) : [];
  });
}

/** Counts killed people, or names several: where it does, nobody is the only one. */
export function isOfOthers(one: TellingClass): boolean {
  return one.kind === "killing" && (one.isCounted || one.people.size > 1) && !isBare(one);
}

/** Of the town and the day of one who is told of without a name. */
export function areThere({ places, days }: TellingClass, bare: TellingClass): boolean {
  const isThen =
    days !== null && bare.days !== null && days.from <= bare.days.to && bare.days.from <= days.to;
  return isThen && places.some(({ city }) => city === bare.places[0]?.city);
}

/** One who was killed in a town is no event with others there. */
export function isByHimself({ kind, isCounted }: TellingClass): boolean {
  return kind === "killing" && !isCounted;
}

/** Who is told of by himself, by his name. */
export function isNamedAlone(one: TellingClass): boolean {
  return isByHimself(one) && one.people.size === 1;
}

/** "One was shot dead", and no name. */
export function isBare({ kind, numbers, people }: TellingClass): boolean {
  return kind === "killing" && people.size === 0 && numbers?.min === 1 && numbers.max === 1;
}

/** The town and the day, where both are told and nothing else beside them. */
export function spotOf({ places: [place, ...more], days }: TellingClass): string | null {
  if (place?.city == null || more.length > 0 || days === null || days.from !== days.to) return null;
  return `${place.city} ${days.from}`;
}

function addTo(map: Map<string, number[]>, key: string, value: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
