/**
 * In: the tellings of one event. Out: who tells which number of it, each voice once.
 * Never: one voice twice; a number that is left out because another one stands beside it.
 */
import { foldForSearch } from "../base/foldForSearch.ts";
import type { Interval, Origin, PlacedTelling, TellingPlace } from "../model/telling.ts";
import { allDiffer, placesTold, spotsOf } from "./tellingPlaces.ts";

/** Of which of several places of an event a number is, ids with spaces between; null where it is of the whole. */
export type PartOf = (telling: PlacedTelling, at?: string) => string | null;

/** Who tells only of one of the places that another one tells of together tells of a part. */
export function partsOf(tellings: readonly PlacedTelling[]): {
  readonly places: readonly TellingPlace[];
  readonly partOf: PartOf;
} {
  const wide = tellings.flatMap(({ places }) => (places === undefined ? [] : [places]));
  const spots = spotsOf(wide.flat());
  /** Those of its places that some are; null where they are all, or one of them can be several. */
  const scopeOf = (told: readonly TellingPlace[]): string | null => {
    const near = told.map((place) => spots.filter((spot) => !allDiffer([spot], [place])));
    if (near.length === 0 || near.some(({ length }) => length !== 1)) return null;
    const ids = new Set(near.flat().map(({ id }) => id));
    return ids.size === spots.length ? null : [...ids].sort(compare).join(" ");
  };
  return {
    places: spots.length > 1 ? spots : [],
    partOf(telling, at) {
      if (spots.length < 2) return null;
      const told = placesTold(telling);
      return scopeOf(at === undefined ? told : told.filter(({ id }) => id === at));
    },
  };
}

/** Do two numbers go together, as far as they are told? */
export function meet(a: Interval, b: Interval): boolean {
  return a.min <= (b.max ?? Infinity) && b.min <= (a.max ?? Infinity);
}

/** Who is told of by how many voices: one source that all name, or one text. */
export function originsOf(tellings: readonly PlacedTelling[]): readonly Origin[] {
  const voices = new Voices(partsOf(tellings).partOf);
  for (const telling of tellings) voices.add(telling);
  return voices.origins();
}

/** What one telling says by one voice. */
type Voice = {
  readonly telling: PlacedTelling;
  /** A source by its name. */
  readonly named: string | null;
  /** Words for a source without a name. */
  readonly words: string | null;
  /** Whether it contradicts what its report tells by others. */
  readonly isAside: boolean;
  /** Whether its report tells another number itself. */
  readonly isQuoted: boolean;
  readonly told: readonly Told[];
};

/** A number of the whole (`part` is null) or of one of its places. */
type Told = Interval & { readonly part: string | null };

/** Who speaks, as tellings come in; an origin is made anew only where another voice of it came. */
export class Voices {
  readonly #partOf: PartOf;
  readonly #parent = new Map<string, string>();
  readonly #groups = new Map<string, Voice[]>();
  readonly #made = new Map<string, Origin>();

  constructor(partOf: PartOf) {
    this.#partOf = partOf;
  }

  add(telling: PlacedTelling): void {
    for (const voice of voicesOf(telling, this.#partOf)) {
      const key = this.#find(keyOf(voice));
      addTo(this.#groups, key, voice);
      this.#made.delete(key);
      // Copies of a text say by one voice what they say themselves.
      if (telling.copies !== null && voice.named === null && !voice.isAside)
        this.#join(key, this.#find(`text ${telling.copies}`));
    }
  }

  /** Voices, those of most reports first. */
  origins(): readonly Origin[] {
    const all = [...this.#groups].map(([key, voices]) => {
      const origin = this.#made.get(key) ?? makeOrigin(voices);
      this.#made.set(key, origin);
      return { origin, voices };
    });
    return withoutCopied(all).toSorted(byDocuments);
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

type Heard = { readonly origin: Origin; readonly voices: readonly Voice[] };

/** A copy that tells itself what its text names a source for elsewhere is no voice beside that source. */
function withoutCopied(all: readonly Heard[]): readonly Origin[] {
  const sourcesOf = new Map<string, Set<Heard>>();
  for (const heard of all)
    for (const { named, telling } of heard.voices)
      if (named !== null && telling.copies !== null) {
        const known = sourcesOf.get(telling.copies) ?? new Set();
        sourcesOf.set(telling.copies, known.add(heard));
      }
  if (sourcesOf.size === 0) return all.map(({ origin }) => origin);
  const also = new Map<Heard, readonly string[]>();
  const left = all.filter((heard) => {
    const [first] = heard.voices;
    if (first === undefined || first.isAside || first.named !== null) return true;
    const texts = new Set(heard.voices.map(({ telling }) => telling.copies));
    const [source] = [...(sourcesOf.get(first.telling.copies ?? "") ?? [])].filter(
      (one) =>
        [...texts].every((text) => text !== null && sourcesOf.get(text)?.has(one)) &&
        !areAgainst(one.origin, heard.origin),
    );
    if (source === undefined) return true;
    also.set(source, [...(also.get(source) ?? []), ...heard.origin.documents]);
    return false;
  });
  return left.map((heard) => {
    const documents = [...new Set([...heard.origin.documents, ...(also.get(heard) ?? [])])];
    if (documents.length === heard.origin.documents.length) return heard.origin;
    return {
      ...heard.origin,
      documents: documents.sort(compare),
      by: heard.origin.by ?? "one text",
    };
  });
}

function areAgainst({ number: a }: Origin, { number: b }: Origin): boolean {
  return a !== null && b !== null && !meet(a, b);
}

/** Those who speak in one telling: the report itself, whom it names, and who contradicts it without a name. */
function voicesOf(telling: PlacedTelling, partOf: PartOf): readonly Voice[] {
  const { numbers, source } = telling;
  const sayings = new Map<string, { named: string | null; words: string | null; told: Told[] }>();
  if (numbers.length === 0) sayings.set(`s ${source}`, { named: source, words: null, told: [] });
  for (const { source: named, by: words = null, at, min, max } of numbers) {
    const key = named !== null ? `s ${named}` : words !== null ? `w ${words}` : "own";
    const known = sayings.get(key) ?? { named, words, told: [] };
    sayings.set(key, known);
    known.told.push({ min, max, part: partOf(telling, at) });
  }
  const all = [...sayings.values()];
  const own = all.filter(({ named }) => named === null);
  // Who is told of without a name and says nothing else than the report speaks for it.
  const [chief = null] = own.toSorted(
    (a, b) => Number(a.words !== null) - Number(b.words !== null),
  );
  const voices: Voice[] = all
    .filter(({ named }) => named !== null)
    .map((one) => ({ telling, ...one, isAside: false, isQuoted: false }));
  if (chief === null) return voices;
  const apart = own.filter((one) => one !== chief && contradicts(one.told, chief.told));
  const together = own.filter((one) => !apart.includes(one)).flatMap(({ told }) => told);
  const said: Voice = { telling, ...chief, told: together, isAside: false, isQuoted: false };
  const isOwn = chief.words === null && chief.told.length > 0;
  const heard = apart.map((one): Voice => ({ telling, ...one, isAside: true, isQuoted: isOwn }));
  // What a report tells itself and a source that it names tells too is that source's ("Three hanged": "three were, X said").
  const isSources =
    together.length > 0 &&
    voices.some(({ told }) => told.length > 0 && !contradicts(together, told));
  const named = voices.map((one) => ({ ...one, isQuoted: isOwn && !isSources }));
  return [...(isSources ? [] : [said]), ...named, ...heard];
}

/** Is one number that one of them tells of the same against all that the other tells of it? */
function contradicts(one: readonly Told[], other: readonly Told[]): boolean {
  return one.some((a) => {
    const same = other.filter(({ part }) => part === a.part);
    return same.length > 0 && !same.some((b) => meet(a, b));
  });
}

function keyOf({ telling, named, words, isAside }: Voice): string {
  if (named !== null) return `source ${foldForSearch(named)}`;
  const own =
    telling.publisher === null
      ? `document ${telling.document}`
      : `publisher ${foldForSearch(telling.publisher)}`;
  return isAside
    ? `${telling.copies === null ? own : `text ${telling.copies}`} by ${foldForSearch(words ?? "")}`
    : own;
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
  const words = new Set(sorted.map((voice) => voice.words));
  const [only = null] = words.size === 1 ? words : [];
  const publisher = sorted.find(({ telling }) => telling.publisher !== null)?.telling.publisher;
  // Of a voice that told several numbers the last report counts; of those of one day nobody knows which that is.
  const lastOf = (part: string | null): readonly Interval[] => {
    const telling = sorted.flatMap(({ telling: { published }, told }) => {
      const own = told.filter((one) => one.part === part);
      return own.length === 0 ? [] : [{ published, own }];
    });
    const last = telling.filter(({ published }) => published === telling.at(-1)?.published);
    const numbers = last.flatMap(({ own }) => own);
    return chiefFirst(last.length < 2 ? numbers : numbers.toSorted((a, b) => a.min - b.min));
  };
  const [number = null, ...others] = lastOf(null);
  const parts = new Set(sorted.flatMap(({ told }) => told.flatMap(({ part }) => part ?? [])));
  return {
    name: named ?? only ?? publisher ?? null,
    documents,
    by:
      documents.length === 1
        ? null
        : texts.size === 1
          ? "one text"
          : named === null
            ? "one publisher"
            : "one source",
    number,
    others,
    parts: [...parts].sort(compare).flatMap((place) => {
      const [first] = lastOf(place);
      return first === undefined ? [] : [{ place, ...first }];
    }),
    isQuoted: sorted.every((voice) => voice.isQuoted),
  };
}

/** Of the numbers of one report that which most of them allow, of several the nearest, then the first; and those against it. */
function chiefFirst(told: readonly Interval[]): readonly Interval[] {
  const numbers = told.map(({ min, max }) => ({ min, max }));
  const width = ({ min, max }: Interval): number => (max ?? Infinity) - min;
  const allowed = (one: Interval): number => numbers.filter((other) => meet(one, other)).length;
  const [chief] = numbers.toSorted(
    (a, b) => allowed(b) - allowed(a) || compareNumbers(width(a), width(b)),
  );
  if (chief === undefined) return [];
  const against = numbers.filter((one) => !meet(one, chief));
  const byNumber = new Map(against.map((one) => [`${one.min} ${one.max}`, one]));
  return [chief, ...byNumber.values()];
}

function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function byDocuments(a: Origin, b: Origin): number {
  return (
    b.documents.length - a.documents.length ||
    compare(a.documents[0] ?? "", b.documents[0] ?? "") ||
    Number(a.isQuoted) - Number(b.isQuoted) ||
    compare(a.name ?? "", b.name ?? "")
  );
}

function addTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
