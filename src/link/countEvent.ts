/**
 * In: the tellings of one event. Out: how many people it took, who of them is named, by how many voices which number is
 * told, and how the count came about.
 * Never: a number that nobody told and no names make; one voice twice; a name that adds to those who were counted without it.
 */
import { foldForSearch } from "../base/foldForSearch.ts";
import type {
  CountedEvent,
  CountReason,
  CountStep,
  EventCount,
  Origin,
  PlacedTelling,
} from "../model/telling.ts";
import { placesDiffer } from "./tellings.ts";

/** People of whom pairs may be one human being, as a person would have to decide. */
export type MayBeOne = (a: string, b: string) => boolean;

/** Counts an event; `mayBeOne` lowers the lowest count. */
export function countEvent(
  unordered: readonly PlacedTelling[],
  likely: MayBeOne = () => false,
): CountedEvent {
  const tellings = inArrival(unordered);
  const mayBeOne = notToldApart(tellings, likely);
  const origins = originsOf(tellings);
  const people = peopleOf(tellings);
  const [{ kind } = { kind: "killing" as const }] = tellings;
  const days = dayOf(tellings);
  return {
    kind,
    tellings,
    people,
    origins,
    ...days,
    count: countOf(
      people.length,
      new Apart(mayBeOne).add(people.map(({ person }) => person)).size,
      origins,
    ),
    place: placeOf(tellings),
    disputed: disputesOf(tellings, origins),
  };
}

function inArrival(tellings: readonly PlacedTelling[]): readonly PlacedTelling[] {
  return tellings.toSorted((a, b) => a.arrived - b.arrived || compare(a.id, b.id));
}

/** Whom one telling names beside each other are two. */
function notToldApart(tellings: readonly PlacedTelling[], mayBeOne: MayBeOne): MayBeOne {
  return (a, b) =>
    mayBeOne(a, b) && !tellings.some(({ people }) => people.includes(a) && people.includes(b));
}

type Interval = { readonly min: number; readonly max: number | null };

function countOf(named: number, surely: number, origins: readonly Origin[]): EventCount {
  const told = origins.flatMap(({ number }) => (number === null ? [] : [number]));
  if (told.length === 0) return { named, low: surely, best: named, high: named };
  return {
    named,
    low: Math.max(surely, Math.min(...told.map(({ min }) => min))),
    best: Math.max(named, likeliest(told)),
    high: Math.max(named, ...told.map(({ min, max }) => max ?? min)),
  };
}

/** The number that most origins tell or allow; of several the one that more tell outright, then the lower one. */
function likeliest(told: readonly Interval[]): number {
  const candidates = [...new Set(told.map(({ min, max }) => (min === 0 ? (max ?? 0) : min)))];
  const ranked = candidates
    .map((number) => ({
      number,
      allow: told.filter(({ min, max }) => min <= number && number <= (max ?? Infinity)).length,
      tell: told.filter(({ min, max }) => min === number && max === number).length,
    }))
    .sort((a, b) => b.allow - a.allow || b.tell - a.tell || a.number - b.number);
  return ranked[0]?.number ?? 0;
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

type Told = PlacedTelling["numbers"][number] | null;

/** What a report tells itself and a source that it names tells too is that source's ("Three hanged": "three were, X said"). */
function withoutRepeated(
  sources: readonly (readonly [source: string | null, number: Told])[],
): readonly (readonly [source: string | null, number: Told])[] {
  return sources.filter(
    ([source, own]) =>
      source !== null ||
      own === null ||
      !sources.some(([named, number]) => named !== null && number !== null && meet(own, number)),
  );
}

function meet(a: Interval, b: Interval): boolean {
  return a.min <= (b.max ?? Infinity) && b.min <= (a.max ?? Infinity);
}

type Voice = {
  readonly telling: PlacedTelling;
  readonly named: string | null;
  readonly number: PlacedTelling["numbers"][number] | null;
};

/** Voices: one source that all name, or one text. Of a voice that told several numbers the last one counts. */
export function originsOf(tellings: readonly PlacedTelling[]): readonly Origin[] {
  const voices = new Voices();
  for (const telling of tellings) voices.add(telling);
  return voices.origins();
}

/** Who speaks, as tellings come in; an origin is made anew only where another voice of it came. */
class Voices {
  readonly #parent = new Map<string, string>();
  readonly #groups = new Map<string, Voice[]>();
  readonly #made = new Map<string, Origin>();

  add(telling: PlacedTelling): void {
    for (const voice of voicesOf(telling)) {
      const key = this.#find(keyOf(voice));
      addTo(this.#groups, key, voice);
      this.#made.delete(key);
      if (telling.copies !== null) this.#join(key, this.#find(`text ${telling.copies}`));
    }
  }

  origins(): readonly Origin[] {
    const all = [...this.#groups].map(([key, voices]) => {
      const origin = this.#made.get(key) ?? makeOrigin(voices);
      this.#made.set(key, origin);
      return origin;
    });
    return all.sort(byDocuments);
  }

  #find(key: string): string {
    const up = this.#parent.get(key) ?? key;
    return up === key ? key : this.#find(up);
  }

  #join(one: string, other: string): void {
    const [a, b] = [one, other].sort();
    if (a === undefined || b === undefined || a === b) return;
    this.#parent.set(b, a);
    for (const voice of this.#groups.get(b) ?? []) addTo(this.#groups, a, voice);
    this.#groups.delete(b);
    this.#made.delete(a);
    this.#made.delete(b);
  }
}

function voicesOf(telling: PlacedTelling): readonly Voice[] {
  const { numbers, source } = telling;
  const sources = new Map(
    (numbers.length === 0 ? [{ source, min: 0, max: null, claim: "" }] : numbers).map(
      (number) => [number.source, numbers.length === 0 ? null : number] as const,
    ),
  );
  return withoutRepeated([...sources]).map(([named, number]) => ({ telling, named, number }));
}

function keyOf({ telling, named }: Voice): string {
  if (named !== null) return `source ${foldForSearch(named)}`;
  return telling.publisher === null
    ? `document ${telling.document}`
    : `publisher ${foldForSearch(telling.publisher)}`;
}

function makeOrigin(voices: readonly Voice[]): Origin {
  const sorted = voices.toSorted(
    (a, b) =>
      compare(a.telling.published ?? "", b.telling.published ?? "") ||
      compare(a.telling.id, b.telling.id),
  );
  const documents = [...new Set(sorted.map(({ telling }) => telling.document))].sort(compare);
  const named = sorted.find((voice) => voice.named !== null)?.named ?? null;
  const texts = new Set(sorted.map(({ telling }) => telling.copies ?? telling.document));
  const last = sorted.findLast(({ number }) => number !== null)?.number ?? null;
  return {
    name:
      named ?? sorted.find(({ telling }) => telling.publisher !== null)?.telling.publisher ?? null,
    documents,
    by:
      documents.length === 1
        ? null
        : texts.size === 1
          ? "one text"
          : named === null
            ? "one publisher"
            : "one source",
    number: last === null ? null : { min: last.min, max: last.max },
  };
}

function byDocuments(a: Origin, b: Origin): number {
  return (
    b.documents.length - a.documents.length || compare(a.documents[0] ?? "", b.documents[0] ?? "")
  );
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
  const rank = ({ prison, city }: (typeof places)[number]): number =>
    prison !== null ? 0 : city !== null ? 1 : 2;
  const narrowest = Math.min(...places.map(rank));
  return commonest(
    places.filter((place) => rank(place) === narrowest),
    ({ id }) => id,
    rank,
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
): CountedEvent["disputed"] {
  const numbers = origins.flatMap(({ number }) => (number === null ? [] : [number]));
  const isNumber = numbers.some((a) => numbers.some((b) => a.min > (b.max ?? Infinity)));
  const days = (end: "earliest" | "latest") => tellings.flatMap((one) => one[end] ?? []).sort();
  const isDay = (days("earliest").at(-1) ?? "") > (days("latest")[0] ?? "9999");
  const places = [...new Map(tellings.map(({ place }) => [place?.id, place])).values()];
  const isPlace = places.some((a) => places.some((b) => placesDiffer(a, b)));
  return [
    ...(isNumber ? (["number"] as const) : []),
    ...(isDay ? (["day"] as const) : []),
    ...(isPlace ? (["place"] as const) : []),
  ];
}

/** How the count went as reports arrived. */
export function courseOf(
  unordered: readonly PlacedTelling[],
  likely: MayBeOne = () => false,
): readonly CountStep[] {
  const tellings = inArrival(unordered);
  const mayBeOne = notToldApart(tellings, likely);
  const known = new Set<string>();
  let before: CountStep["count"] | null = null;
  let voices = 0;
  const told = new Voices();
  const surely = new Apart(mayBeOne);
  return tellings.map((telling) => {
    const named = telling.people.filter((person) => !known.has(person));
    for (const person of named) known.add(person);
    told.add(telling);
    const origins = told.origins();
    const count = countOf(known.size, surely.add(named).size, origins);
    const step: CountStep = {
      telling: telling.id,
      document: telling.document,
      number: lastNumber(telling),
      named,
      count,
      because: reasonOf(before, count, named.length, origins.length > voices, origins),
    };
    before = count;
    voices = origins.length;
    return step;
  });
}

function lastNumber({ numbers }: PlacedTelling): CountStep["number"] {
  const last = numbers.at(-1);
  return last === undefined ? null : { min: last.min, max: last.max };
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
      origins.filter(({ number }) => number?.min === best && number.max === best).length;
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
