/**
 * In: the tellings of one event. Out: how many people it took, who of them is named, by how many voices which number is
 * told, and how the count came about.
 * Never: a number that nobody told and no names make; one voice twice; a name that adds to those who were counted without it.
 */
import type {
  CountedEvent,
  CountReason,
  CountStep,
  EventCount,
  Interval,
  Origin,
  PlacedTelling,
} from "../model/telling.ts";
import { allDiffer, placesTold, rankOf } from "./tellingPlaces.ts";
import { meet, originsOf, partsOf, Voices } from "./voices.ts";

/** People of whom pairs may be one human being, as a person would have to decide. */
export type MayBeOne = (a: string, b: string) => boolean;

/** What lowers the lowest count: people who may be one, and of whose death something is told that cannot hold with it. */
export type CountDoubts = {
  readonly mayBeOne?: MayBeOne;
  readonly isDoubted?: (person: string) => boolean;
};

const NOBODY = (): boolean => false;

/** Counts an event. */
export function countEvent(
  unordered: readonly PlacedTelling[],
  { mayBeOne: likely = NOBODY, isDoubted = NOBODY }: CountDoubts = {},
): CountedEvent {
  const tellings = inArrival(unordered);
  const mayBeOne = notToldApart(tellings, likely);
  const origins = originsOf(tellings);
  const { places } = partsOf(tellings);
  const people = peopleOf(tellings);
  const [{ kind } = { kind: "killing" as const }] = tellings;
  const days = dayOf(tellings);
  const [doubted, sure] = parted(
    people.map(({ person }) => person),
    isDoubted,
  );
  const listed = new Listed(mayBeOne, isDoubted);
  for (const telling of tellings) listed.add(telling);
  const alive = new Set(tellings.flatMap((telling) => telling.alive ?? []));
  const count = countOf(
    {
      named: people.length,
      listed: listed.most.all,
      surely: Math.max(new Apart(mayBeOne).add(sure).size, listed.most.surely),
      doubted: doubted.length + alive.size,
      isBeside: isBareBeside(tellings),
    },
    origins,
  );
  return {
    kind,
    tellings,
    people,
    origins,
    ...days,
    count,
    isAtLeast: isAtLeast(count, origins),
    place: places[0] ?? placeOf(tellings),
    places,
    disputed: [
      ...disputesOf(tellings, origins, places.length > 0),
      // Who was told to be one of those who died, and lives, makes their number doubtful.
      ...(doubted.length > 0 || (alive.size > 0 && count.low < count.best)
        ? (["denied"] as const)
        : []),
    ],
  };
}

function parted(
  people: readonly string[],
  isDoubted: (person: string) => boolean,
): readonly [readonly string[], readonly string[]] {
  return [people.filter(isDoubted), people.filter((person) => !isDoubted(person))];
}

function inArrival(tellings: readonly PlacedTelling[]): readonly PlacedTelling[] {
  return tellings.toSorted((a, b) => a.arrived - b.arrived || compare(a.id, b.id));
}

/** Whom one telling names beside each other are two. */
function notToldApart(tellings: readonly PlacedTelling[], mayBeOne: MayBeOne): MayBeOne {
  return (a, b) =>
    mayBeOne(a, b) && !tellings.some(({ people }) => people.includes(a) && people.includes(b));
}

/** How many are named; with those whom a list has without a name; of whom that is sure, each once; of whom it is denied. */
type Named = {
  readonly named: number;
  readonly listed: number;
  readonly surely: number;
  readonly doubted: number;
  /** Whether somebody without a name may be another one. */
  readonly isBeside: boolean;
};

/** Of those who are told one by one: "one was shot dead" and the only one who is named are likely one, and may be two. */
function isBareBeside(tellings: readonly PlacedTelling[]): boolean {
  if (tellings[0]?.kind !== "killing") return false;
  const isBare = ({ people, numbers }: PlacedTelling): boolean =>
    people.length === 0 &&
    numbers.length > 0 &&
    numbers.every(({ min, max }) => min === 1 && max === 1);
  const isNamed = ({ people, numbers }: PlacedTelling): boolean =>
    people.length > 0 && numbers.length === 0;
  return (
    tellings.some(isBare) &&
    tellings.some(isNamed) &&
    tellings.every((telling) => isBare(telling) || isNamed(telling))
  );
}

/** Of the list that has most here: whom it names, and its rows without a name. */
class Listed {
  readonly #lists = new Map<string, { people: Set<string>; sure: Apart; nameless: number }>();
  readonly #mayBeOne: MayBeOne;
  readonly #isDoubted: (person: string) => boolean;

  constructor(mayBeOne: MayBeOne, isDoubted: (person: string) => boolean) {
    this.#mayBeOne = mayBeOne;
    this.#isDoubted = isDoubted;
  }

  add({ list, isNameless = false, people }: PlacedTelling): this {
    if (list === undefined) return this;
    const own = this.#lists.get(list) ?? {
      people: new Set(),
      sure: new Apart(this.#mayBeOne),
      nameless: 0,
    };
    this.#lists.set(list, own);
    const fresh = people.filter((person) => !own.people.has(person));
    for (const person of fresh) own.people.add(person);
    own.sure.add(fresh.filter((person) => !this.#isDoubted(person)));
    if (isNameless) own.nameless++;
    return this;
  }

  /** All, and those of whom it is sure; none where the list names everybody. */
  get most(): { readonly all: number; readonly surely: number } {
    const some = [...this.#lists.values()].filter(({ nameless }) => nameless > 0);
    return {
      all: Math.max(0, ...some.map(({ people, nameless }) => people.size + nameless)),
      surely: Math.max(0, ...some.map(({ sure, nameless }) => sure.size + nameless)),
    };
  }
}

/** How many: of all its places together where somebody tells that, else of each place as many as are told of it. */
function countOf(
  { named, listed, surely, doubted, isBeside }: Named,
  origins: readonly Origin[],
): EventCount {
  const least = Math.max(named, listed);
  const whole = tellersOf(origins, ({ number, others }) => [number, ...others]);
  const scopes = [
    ...new Set(origins.flatMap(({ parts: own }) => own.map(({ place }) => place))),
  ].sort(compare);
  const parts = scopes.map((place) => ({
    places: place.split(" "),
    told: tellersOf(origins, ({ parts: own }) => own.filter((part) => part.place === place)),
  }));
  if (whole.length === 0 && parts.length === 0)
    return { named, low: surely, best: least, high: least };
  const sum = (of: (told: readonly Teller[]) => number): number => sumOfParts(parts, of);
  return {
    named,
    // Whoever was told to be one of them and may live is taken off what is told as well.
    low: Math.max(surely, (whole.length === 0 ? sum(leastOf) : leastOf(whole)) - doubted),
    best: Math.max(least, likeliest(whole), sum(likeliest)),
    high: Math.max(least + (isBeside ? 1 : 0), mostOf(whole), sum(mostOf)),
  };
}

type Part = { readonly places: readonly string[]; readonly told: readonly Teller[] };

/** Each place as it is told by itself; where several are told together and more, so many more. */
function sumOfParts(parts: readonly Part[], of: (told: readonly Teller[]) => number): number {
  const single = new Map(
    parts.flatMap(({ places, told }) =>
      places.length === 1 ? [[places[0], of(told)] as const] : [],
    ),
  );
  const more = parts.flatMap(({ places, told }) => {
    if (places.length === 1) return [];
    return [of(told) - places.reduce((sum, place) => sum + (single.get(place) ?? 0), 0)];
  });
  return [...single.values()].reduce((sum, one) => sum + one, 0) + Math.max(0, ...more);
}

/** Does no voice tell that many or more with an end? */
function isAtLeast({ high }: EventCount, origins: readonly Origin[]): boolean {
  const told = origins.flatMap(({ number, others, parts }) => [number, ...others, ...parts]);
  const open = told.filter((one) => one !== null && one.max === null);
  return open.length > 0 && !told.some((one) => one !== null && (one.max ?? 0) >= high);
}

/** What one voice tells of one thing, the number it tells first of all first. */
type Teller = { readonly numbers: readonly Interval[]; readonly isQuoted: boolean };

function tellersOf(
  origins: readonly Origin[],
  pick: (origin: Origin) => readonly (Interval | null)[],
): readonly Teller[] {
  return origins.flatMap((origin): Teller[] => {
    const numbers = pick(origin).filter((number) => number !== null);
    return numbers.length === 0 ? [] : [{ numbers, isQuoted: origin.isQuoted }];
  });
}

function leastOf(told: readonly Teller[]): number {
  return Math.min(...told.flatMap(({ numbers }) => numbers.map(({ min }) => min)));
}

function mostOf(told: readonly Teller[]): number {
  return Math.max(0, ...told.flatMap(({ numbers }) => numbers.map(({ min, max }) => max ?? min)));
}

/**
 * The number that most voices tell or allow; of several the one that more tell outright, then the one that more tell before
 * another one, then what reports tell in their own name before what they quote, then the lower one.
 */
function likeliest(told: readonly Teller[]): number {
  const outright = ({ min, max }: Interval): number => (min === 0 ? (max ?? 0) : min);
  const candidates = new Set(told.flatMap(({ numbers }) => numbers.map(outright)));
  const ranked = [...candidates]
    .map((number) => ({
      number,
      allow: told.filter(({ numbers }) => numbers.some((one) => allows(one, number))).length,
      tell: told.filter(({ numbers }) => numbers.some((one) => outright(one) === number)).length,
      first: told.filter(({ numbers: [one] }) => one !== undefined && outright(one) === number),
    }))
    .sort(
      (a, b) =>
        b.allow - a.allow ||
        b.tell - a.tell ||
        b.first.length - a.first.length ||
        ownOf(b.first) - ownOf(a.first) ||
        a.number - b.number,
    );
  return ranked[0]?.number ?? 0;
}

function allows({ min, max }: Interval, number: number): boolean {
  return min <= number && number <= (max ?? Infinity);
}

function ownOf(told: readonly Teller[]): number {
  return told.filter(({ isQuoted }) => !isQuoted).length;
}

/** People as they come, those who may be one together: how many there are at least. */
class Apart {
  #groups: (readonly string[])[] = [];
  readonly #mayBeOne: MayBeOne;

  constructor(mayBeOne: MayBeOne) {
    this.#mayBeOne = mayBeOne;
  }

  get size(): number {
    return this.#groups.length;
  }

  add(people: readonly string[]): this {
    for (const person of people) {
      const near = this.#groups.filter((group) =>
        group.some((other) => this.#mayBeOne(person, other)),
      );
      if (near.length > 0) this.#groups = this.#groups.filter((group) => !near.includes(group));
      this.#groups.push([person, ...near.flat()]);
    }
    return this;
  }
}

/** People by how many tellings name them. */
function peopleOf(tellings: readonly PlacedTelling[]): CountedEvent["people"] {
  const by = new Map<string, string[]>();
  for (const { id, people } of tellings) for (const person of people) addTo(by, person, id);
  return [...by]
    .map(([person, own]) => ({ person, tellings: own }))
    .sort((a, b) => b.tellings.length - a.tellings.length || compare(a.person, b.person));
}

/** The day that most tell, of several the narrowest. */
function dayOf(tellings: readonly PlacedTelling[]): {
  readonly earliest: string | null;
  readonly latest: string | null;
} {
  const days = tellings.flatMap(({ earliest, latest }) =>
    earliest === null || latest === null ? [] : [{ earliest, latest }],
  );
  const best = commonest(days, ({ earliest, latest }) => `${earliest} ${latest}`, widthOf);
  return best ?? { earliest: null, latest: null };
}

function widthOf({ earliest, latest }: { earliest: string; latest: string }): number {
  return Date.parse(latest) - Date.parse(earliest);
}

/** The place that most tell, of several the narrowest. */
function placeOf(tellings: readonly PlacedTelling[]): CountedEvent["place"] {
  const places = tellings.flatMap(({ place }) => (place === null ? [] : [place]));
  const narrowest = Math.min(...places.map(rankOf));
  return commonest(
    places.filter((place) => rankOf(place) === narrowest),
    ({ id }) => id,
    rankOf,
  );
}

function commonest<T>(
  values: readonly T[],
  keyOf: (value: T) => string,
  costOf: (value: T) => number,
): T | null {
  const counts = new Map<string, { value: T; times: number }>();
  for (const value of values) {
    const known = counts.get(keyOf(value));
    if (known === undefined) counts.set(keyOf(value), { value, times: 1 });
    else known.times++;
  }
  const ranked = [...counts].sort(
    ([one, a], [other, b]) =>
      b.times - a.times || costOf(a.value) - costOf(b.value) || compare(one, other),
  );
  return ranked[0]?.[1].value ?? null;
}

function disputesOf(
  tellings: readonly PlacedTelling[],
  origins: readonly Origin[],
  hasParts: boolean,
): CountedEvent["disputed"] {
  const whole = origins.flatMap(({ number, others }) =>
    number === null ? [] : [number, ...others],
  );
  const parts = origins.flatMap((origin) => origin.parts);
  const isNumber =
    areAgainst(whole) ||
    parts.some(({ place }) => areAgainst(parts.filter((part) => part.place === place)));
  const days = (end: "earliest" | "latest") => tellings.flatMap((one) => one[end] ?? []).sort();
  const isDay = (days("earliest").at(-1) ?? "") > (days("latest")[0] ?? "9999");
  const places = [...new Map(tellings.map((one) => [one.place?.id, placesTold(one)])).values()];
  // Of an event in several places who tells of one of them tells nothing against the others.
  const isPlace = !hasParts && places.some((a) => places.some((b) => allDiffer(a, b)));
  return [
    ...(isNumber ? (["number"] as const) : []),
    ...(isDay ? (["day"] as const) : []),
    ...(isPlace ? (["place"] as const) : []),
  ];
}

function areAgainst(numbers: readonly Interval[]): boolean {
  return numbers.some((a) => numbers.some((b) => !meet(a, b)));
}

/** How the count went as reports arrived. */
export function courseOf(
  unordered: readonly PlacedTelling[],
  { mayBeOne: likely = NOBODY, isDoubted = NOBODY }: CountDoubts = {},
): readonly CountStep[] {
  const tellings = inArrival(unordered);
  const mayBeOne = notToldApart(tellings, likely);
  const known = new Set<string>();
  let before: CountStep["count"] | null = null;
  let voices = 0;
  const told = new Voices(partsOf(tellings).partOf);
  const listed = new Listed(mayBeOne, isDoubted);
  const surely = new Apart(mayBeOne);
  const alive = new Set<string>();
  return tellings.map((telling, at) => {
    for (const person of telling.alive ?? []) alive.add(person);
    const named = telling.people.filter((person) => !known.has(person));
    for (const person of named) known.add(person);
    told.add(telling);
    const origins = told.origins();
    const [doubted, sure] = parted([...known], isDoubted);
    const { all, surely: least } = listed.add(telling).most;
    const count = countOf(
      {
        named: known.size,
        listed: all,
        surely: Math.max(surely.add(named.filter((person) => sure.includes(person))).size, least),
        doubted: doubted.length + alive.size,
        isBeside: isBareBeside(tellings.slice(0, at + 1)),
      },
      origins,
    );
    const step: CountStep = {
      telling: telling.id,
      document: telling.document,
      numbers: numbersIn(telling),
      named,
      count,
      because: reasonOf(before, count, named.length, origins.length > voices, origins),
    };
    before = count;
    voices = origins.length;
    return step;
  });
}

/** What a report tells of the whole, each number once; a row without a name tells of one. */
function numbersIn({ numbers, isNameless }: PlacedTelling): readonly Interval[] {
  if (isNameless === true) return [{ min: 1, max: 1 }];
  const whole = numbers.filter(({ at }) => at === undefined);
  return [...new Map(whole.map(({ min, max }) => [`${min} ${max}`, { min, max }])).values()];
}

function reasonOf(
  before: EventCount | null,
  now: EventCount,
  named: number,
  isAnother: boolean,
  origins: readonly Origin[],
): CountReason {
  if (before === null) return "first report";
  if (now.best > before.best)
    return now.best === now.named && named > 0 ? "more named than told" : "a higher number";
  if (now.best < before.best) {
    const telling = (best: number): number =>
      origins.filter(({ number, others }) =>
        [number, ...others].some((one) => one?.min === best && one.max === best),
      ).length;
    const [more, less] = [telling(before.best), telling(now.best)];
    if (more === 0) return "no more origins say more";
    return less > more ? "more origins say less" : "as many origins say less";
  }
  if (named > 0) return "names fill places";
  return isAnother ? "another origin" : "the same origin";
}

function addTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
