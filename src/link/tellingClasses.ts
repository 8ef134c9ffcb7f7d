/**
 * In: the tellings of events. Out: which of them say the same, so that however many reports tell of an event, what they say is
 * compared once.
 * Never: takes two tellings for one that differ in anything that is weighed.
 */
import type { PlacedTelling, TellingPlace } from "../model/telling.ts";
import { placesTold } from "./tellingPlaces.ts";

/** Tellings that say the same, with what is weighed of them ready to be compared. */
export type TellingClass = {
  readonly kind: PlacedTelling["kind"];
  /** Sorted by id; the first stands for all. */
  readonly members: readonly PlacedTelling[];
  readonly documents: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  readonly place: TellingPlace | null;
  /** All its places. */
  readonly places: readonly TellingPlace[];
  /** Milliseconds of the first and last day, or null where none is told. */
  readonly days: { readonly from: number; readonly to: number } | null;
  readonly numbers: { readonly min: number; readonly max: number } | null;
  /** Whether it names all whom it counts. */
  readonly namesAll: boolean;
  /** Whether it counts anybody. */
  readonly isCounted: boolean;
};

/** Groups tellings by what they say. */
export function classesOf(tellings: readonly PlacedTelling[]): readonly TellingClass[] {
  const groups = new Map<string, PlacedTelling[]>();
  for (const telling of tellings.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const own = saidBy(telling);
    const group = groups.get(own);
    if (group === undefined) groups.set(own, [telling]);
    else group.push(telling);
  }
  return [...groups.values()].map(makeClass);
}

/** What was made of a telling: gathering looks at the same ones again and again. */
const said = new WeakMap<PlacedTelling, string>();

export function saidBy(telling: PlacedTelling): string {
  const known = said.get(telling);
  if (known !== undefined) return known;
  const own = wordsOf(telling);
  said.set(telling, own);
  return own;
}

/** All that is weighed of a telling, as one text. */
function wordsOf(telling: PlacedTelling): string {
  const { kind, people, earliest, latest, numbers, isNameless = false } = telling;
  const range = rangeOf(numbers);
  return JSON.stringify([
    kind,
    people.toSorted(),
    earliest,
    latest,
    placesTold(telling).map(({ prison, city, province }) => [prison, city, province]),
    range === null ? null : [range.min, range.max],
    numbers.every(({ min }) => min <= people.length),
    isNameless,
  ]);
}

export function makeClass(members: readonly PlacedTelling[]): TellingClass {
  const [first] = members;
  if (first === undefined) throw new RangeError("A class of tellings has members");
  const { kind, people, earliest, latest, place, numbers, isNameless = false } = first;
  return {
    kind,
    members,
    documents: new Set(members.map(({ document }) => document)),
    people: new Set(people),
    place,
    places: placesTold(first),
    days:
      earliest === null || latest === null
        ? null
        : { from: Date.parse(earliest), to: Date.parse(latest) },
    numbers: rangeOf(numbers),
    namesAll: people.length > 0 && numbers.every(({ min }) => min <= people.length),
    isCounted: numbers.length > 0 || isNameless,
  };
}

function rangeOf(told: PlacedTelling["numbers"]): TellingClass["numbers"] {
  const numbers = told.filter(({ at }) => at === undefined);
  if (numbers.length === 0) return null;
  return {
    min: Math.min(...numbers.map(({ min }) => min)),
    max: Math.max(...numbers.map(({ max }) => max ?? Infinity)),
  };
}

/**
 * How far reports tell two classes apart: the share of those that tell the rarer one and the other beside it. One report of many
 * that tells one event twice says less than one that is alone in telling both.
 */
export function shareApart(a: TellingClass, b: TellingClass): number {
  const [few, many] = a.documents.size <= b.documents.size ? [a, b] : [b, a];
  let both = 0;
  for (const document of few.documents) if (many.documents.has(document)) both++;
  return both / few.documents.size;
}

/** The share of reports that tell two members of a class beside each other. */
export function shareTwice({ members, documents }: TellingClass): number {
  const twice = new Set<string>();
  const seen = new Set<string>();
  for (const { document } of members) (seen.has(document) ? twice : seen).add(document);
  return twice.size / documents.size;
}
