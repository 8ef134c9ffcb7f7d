/**
 * In: what documents tell of events, with who their people are, and what people decided. Out: the tellings of each event.
 * Never: joins what somebody held apart; joins two prisons or two days without a person in common; depends on the order in
 * which documents came.
 */
import type { PlacedTelling } from "../model/telling.ts";
import { clusterMentions, type PairDecision, type WeighedPair } from "./clusterMentions.ts";
import { placesDiffer } from "./tellings.ts";

/** What speaks for two tellings being of one event, in bits. */
const BITS = {
  /** Each person in common, up to two: nobody dies twice. */
  person: 9,
  /** The same people and nobody else. */
  samePeople: 12,
  sameDay: 4,
  daysOverlap: 2,
  nextDay: -3,
  fewDays: -5,
  furtherDays: -8,
  samePrison: 5,
  sameCity: 3,
  otherPlace: -8,
  /** Three or more dead, the same number told. */
  sameNumber: 2,
  numbersFit: 0,
  otherNumber: -1,
  /** Another number on another day, and nobody in common. */
  otherNumberAndDay: -12,
  /** Both name all of theirs, and nobody in common. */
  otherPeople: -2,
  otherPeopleAndDay: -12,
  /** Whoever wrote it told them apart. */
  sameDocument: -20,
} as const;
/** Days that reports of one event may be apart where nobody is named in common. */
export const DAYS_APART = 3;
const MOST_PEOPLE = 2;
const DAY = 86_400_000;

/** Groups tellings into events; each group sorted, in the order of their first. */
export function groupTellings(
  tellings: readonly PlacedTelling[],
  decisions: readonly PairDecision[],
): ReturnType<typeof clusterMentions> {
  const byId = new Map(tellings.map((telling) => [telling.id, telling]));
  return clusterMentions({
    mentions: tellings.map(({ id }) => id),
    pairs: weighPairs(tellings),
    decisions,
    confirmed: [],
    facts: {
      factsOf: () => 0,
      areOpposed: () => false,
      // Who tells neither day nor place says nothing against anybody.
      weigh(a, b) {
        const [one, other] = [byId.get(a), byId.get(b)];
        return one === undefined || other === undefined ? 0 : Math.min(0, sumUp(one, other));
      },
    },
  });
}

/** Those of some tellings that may be of one event with one of others: by a pair that speaks for it. */
export function tellingsTied(
  tellings: readonly PlacedTelling[],
  to: ReadonlySet<string>,
): readonly string[] {
  const tied = new Set<string>();
  for (const { a, b, bits } of weighPairs(tellings))
    if (bits > 0 && to.has(a) !== to.has(b)) tied.add(to.has(a) ? b : a);
  return [...tied];
}

/** Two of two events that so little speaks against are in doubt. */
const DOUBTFUL = -6;

/**
 * Of two events that may be one the nearest two tellings of different reports, those first of which a decision tells most;
 * none about which somebody decided.
 */
export function eventsInDoubt(
  tellings: readonly PlacedTelling[],
  eventOf: ReadonlyMap<string, string>,
  decisions: readonly PairDecision[],
): readonly WeighedPair[] {
  const settled = new Set(
    decisions.map(({ a, b }) => keyOf(eventOf.get(a) ?? a, eventOf.get(b) ?? b)),
  );
  const documentOf = new Map(tellings.map(({ id, document }) => [id, document]));
  const nearest = new Map<string, WeighedPair>();
  for (const pair of weighPairs(tellings)) {
    const [one, other] = [eventOf.get(pair.a), eventOf.get(pair.b)];
    if (one === undefined || other === undefined || one === other || pair.bits < DOUBTFUL) continue;
    if (documentOf.get(pair.a) === documentOf.get(pair.b)) continue;
    const key = keyOf(one, other);
    const before = nearest.get(key);
    if (!settled.has(key) && (before === undefined || before.bits < pair.bits))
      nearest.set(key, pair);
  }
  return [...nearest.values()].sort(
    (x, y) => Math.abs(x.bits) - Math.abs(y.bits) || (x.a + x.b < y.a + y.b ? -1 : 1),
  );
}

function keyOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** Pairs that share a person, or a place within some days, with what speaks for them. */
function weighPairs(tellings: readonly PlacedTelling[]): readonly WeighedPair[] {
  const sorted = tellings.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const pairs = new Map<string, WeighedPair>();
  const weigh = (one: PlacedTelling, other: PlacedTelling): void => {
    if (one.id === other.id) return;
    const [a, b] = one.id < other.id ? [one, other] : [other, one];
    const key = `${a.id} ${b.id}`;
    if (pairs.has(key)) return;
    const bits = weighTellings(a, b);
    if (bits !== null) pairs.set(key, { a: a.id, b: b.id, bits });
  };
  for (const block of blocksOf(sorted, peopleKeys))
    for (const [at, one] of block.entries())
      for (const other of block.slice(0, at)) weigh(one, other);
  for (const block of blocksOf(sorted, placeKeys)) {
    const dated = block.toSorted((a, b) => timeOf(a.earliest) - timeOf(b.earliest));
    for (const [at, one] of dated.entries())
      for (let to = at + 1; to < dated.length; to++) {
        const other = dated[to] as PlacedTelling;
        if (timeOf(other.earliest) - timeOf(one.latest) > DAYS_APART * DAY) break;
        weigh(one, other);
      }
  }
  return [...pairs.values()];
}

function blocksOf(
  tellings: readonly PlacedTelling[],
  keysOf: (telling: PlacedTelling) => readonly string[],
): readonly (readonly PlacedTelling[])[] {
  const blocks = new Map<string, PlacedTelling[]>();
  for (const telling of tellings)
    for (const key of keysOf(telling)) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [telling]);
      else block.push(telling);
    }
  return [...blocks.values()].filter(({ length }) => length > 1);
}

function peopleKeys({ kind, people }: PlacedTelling): readonly string[] {
  return people.map((person) => `${kind} ${person}`);
}

/** One who is killed in a town is no event with others there; those who are counted together are, and all in one prison. */
function placeKeys(telling: PlacedTelling): readonly string[] {
  const { kind, place, earliest, numbers } = telling;
  if (place === null || earliest === null) return [];
  if (kind === "killing" && numbers.length === 0) return [];
  return [place.prison, place.city].flatMap((name) => (name === null ? [] : [`${kind} ${name}`]));
}

/** log2 of the odds that two tellings are of one event; null where nothing brings them together. */
function weighTellings(a: PlacedTelling, b: PlacedTelling): number | null {
  const shared = a.people.some((person) => b.people.includes(person));
  if (!shared && (weighDays(a, b).bits === 0 || weighPlaces(a, b) <= 0)) return null;
  return sumUp(a, b);
}

/** What all that two tellings say weighs. */
function sumUp(a: PlacedTelling, b: PlacedTelling): number {
  const shared = a.people.filter((person) => b.people.includes(person)).length;
  const days = weighDays(a, b);
  const place = weighPlaces(a, b);
  return (
    Math.min(shared, MOST_PEOPLE) * BITS.person +
    (shared > 0 && shared === a.people.length && shared === b.people.length ? BITS.samePeople : 0) +
    days.bits +
    place +
    weighNumbers(a, b, days.isSame || shared > 0) +
    weighNames(a, b, shared, days.isSame) +
    (a.document === b.document && isPlaced(a) && isPlaced(b) ? BITS.sameDocument : 0)
  );
}

function isPlaced({ earliest, place }: PlacedTelling): boolean {
  return earliest !== null && place !== null;
}

function weighDays(a: PlacedTelling, b: PlacedTelling): { bits: number; isSame: boolean } {
  if (a.earliest === null || b.earliest === null) return { bits: 0, isSame: true };
  const gap =
    Math.max(timeOf(a.earliest), timeOf(b.earliest)) - Math.min(timeOf(a.latest), timeOf(b.latest));
  const isExact = a.earliest === b.earliest && a.latest === b.latest && a.earliest === a.latest;
  if (gap <= 0) return { bits: isExact ? BITS.sameDay : BITS.daysOverlap, isSame: true };
  if (gap <= DAY) return { bits: BITS.nextDay, isSame: false };
  return { bits: gap <= DAYS_APART * DAY ? BITS.fewDays : BITS.furtherDays, isSame: false };
}

function weighPlaces({ place: a }: PlacedTelling, { place: b }: PlacedTelling): number {
  if (a === null || b === null) return 0;
  if (placesDiffer(a, b)) return BITS.otherPlace;
  if (a.prison !== null && a.prison === b.prison) return BITS.samePrison;
  return a.city !== null && a.city === b.city ? BITS.sameCity : 0;
}

function weighNumbers(a: PlacedTelling, b: PlacedTelling, isMild: boolean): number {
  const [x, y] = [rangeOf(a), rangeOf(b)];
  if (x === null || y === null) return BITS.numbersFit;
  if (x.min > y.max || y.min > x.max) return isMild ? BITS.otherNumber : BITS.otherNumberAndDay;
  const isExact = x.min === x.max && y.min === y.max;
  return isExact && x.min > 2 ? BITS.sameNumber : BITS.numbersFit;
}

function rangeOf({ numbers }: PlacedTelling): { min: number; max: number } | null {
  if (numbers.length === 0) return null;
  return {
    min: Math.min(...numbers.map(({ min }) => min)),
    max: Math.max(...numbers.map(({ max }) => max ?? Infinity)),
  };
}

/** Who names all of his and nobody of the other's tells of others, on one day perhaps of one event. */
function weighNames(
  a: PlacedTelling,
  b: PlacedTelling,
  shared: number,
  isSameDay: boolean,
): number {
  const namesAll = ({ people, numbers }: PlacedTelling): boolean =>
    people.length > 0 && numbers.every(({ min }) => min <= people.length);
  if (shared > 0 || !namesAll(a) || !namesAll(b)) return 0;
  return isSameDay ? BITS.otherPeople : BITS.otherPeopleAndDay;
}

function timeOf(day: string | null): number {
  return Date.parse(day ?? "");
}
