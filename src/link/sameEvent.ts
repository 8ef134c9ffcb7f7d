/**
 * In: what documents tell of events, with who their people are, and what people decided. Out: the tellings of each event.
 * Never: joins what somebody held apart; joins two prisons or two days without a person in common; depends on the order in
 * which documents came.
 */
import type { PlacedTelling } from "../model/telling.ts";
import { bareOnes, isByHimself } from "./bareOnes.ts";
import { clusterMentions, type PairDecision, type WeighedPair } from "./clusterMentions.ts";
import { classesOf, shareApart, shareTwice, type TellingClass } from "./tellingClasses.ts";
import { areBound, isWide, spansOf } from "./spans.ts";
import { allDiffer } from "./tellingPlaces.ts";

/** What speaks for two tellings being of one event, in bits. */
const BITS = {
  /** Each person in common, up to two: nobody dies twice. */
  person: 9,
  /** The same people and nobody else. */
  samePeople: 12,
  /** Several places that are told together, and who tells of one of them. */
  oneSpan: 40,
  sameDay: 4,
  daysOverlap: 2,
  nextDay: -3,
  fewDays: -5,
  furtherDays: -8,
  samePrison: 5,
  sameCity: 3,
  /** One tells the province alone, and on the same day as exact a number of two or more. */
  sameProvince: 1,
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
  /** Whoever wrote it told them apart; so much where all reports do that tell the rarer. */
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
  const classes = classesOf(tellings);
  const spans = spansOf(classes);
  const classOf = new Map<string, TellingClass>();
  for (const one of classes) for (const { id } of one.members) classOf.set(id, one);
  return clusterMentions({
    mentions: tellings.map(({ id }) => id),
    pairs: weighClasses(classes, spans).flatMap(pairsOfClasses),
    decisions,
    confirmed: [],
    wordsOf: new Map(classes.flatMap(wordsOfMembers)),
    facts: {
      factsOf: () => 0,
      areOpposed: () => false,
      // Who tells neither day nor place says nothing against anybody.
      weigh(a, b) {
        const [one, other] = [classOf.get(a), classOf.get(b)];
        return one === undefined || other === undefined || one === other
          ? 0
          : Math.min(0, sumUp(one, other, spans));
      },
    },
  });
}

/** What the members of a class say, as one text; where reports tell them apart, each says its own. */
function wordsOfMembers(one: TellingClass, at: number): readonly (readonly [string, string])[] {
  return one.members.map(({ id }) => [id, speaksAsOne(one) ? `class ${at}` : id] as const);
}

/** Whether few reports tell two of its members beside each other. */
function speaksAsOne(one: TellingClass): boolean {
  const known = asOne.get(one);
  if (known !== undefined) return known;
  const own = one.documents.size > 1 && shareTwice(one) < MOST_TWICE;
  asOne.set(one, own);
  return own;
}

/** It is asked of each member, and of each pair. */
const asOne = new WeakMap<TellingClass, boolean>();

/** Share of reports that tell two tellings alike, from which on these are two. */
const MOST_TWICE = 0.5;

/**
 * A pair of classes as pairs of tellings: the first of each speaks for all, where they speak as one. What speaks against two classes is
 * weighed where it is asked.
 */
function pairsOfClasses({ one, other, bits }: ClassPair): readonly WeighedPair[] {
  if (one !== other && bits <= 0) return NO_PAIRS;
  if (one.members.length === 1 && other.members.length === 1) {
    const [[a], [b]] = [one.members, other.members];
    return a === undefined || b === undefined ? NO_PAIRS : [{ a: a.id, b: b.id, bits }];
  }
  const speaking = (all: TellingClass) =>
    speaksAsOne(all) ? all.members.slice(0, 1) : all.members;
  if (one === other && speaksAsOne(one)) {
    const [a, b] = one.members;
    return a === undefined || b === undefined ? [] : [{ a: a.id, b: b.id, bits }];
  }
  return speaking(one).flatMap((a, at) =>
    (one === other ? one.members.slice(at + 1) : speaking(other)).map((b) => ({
      a: a.id,
      b: b.id,
      bits: one === other ? bits + weighDocument(one, a, b) : bits,
    })),
  );
}

const NO_PAIRS: readonly WeighedPair[] = [];

/** What two alike tellings weigh less for standing in one report. */
function weighDocument({ days, place }: TellingClass, a: PlacedTelling, b: PlacedTelling): number {
  return days !== null && place !== null && a.document === b.document ? BITS.sameDocument : 0;
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
  const nearest = new Map<string, WeighedPair>();
  const classes = classesOf(tellings);
  for (const { one, other, bits } of weighClasses(classes, spansOf(classes))) {
    if (bits < DOUBTFUL) continue;
    for (const [x, a] of firstsOfEvents(one, eventOf))
      for (const [y, b] of firstsOfEvents(other, eventOf)) {
        const key = keyOf(x, y);
        if (x === y || a.document === b.document || settled.has(key)) continue;
        const before = nearest.get(key);
        if (before === undefined || before.bits < bits)
          nearest.set(key, a.id < b.id ? { a: a.id, b: b.id, bits } : { a: b.id, b: a.id, bits });
      }
  }
  return [...nearest.values()].sort(
    (x, y) => Math.abs(x.bits) - Math.abs(y.bits) || (x.a + x.b < y.a + y.b ? -1 : 1),
  );
}

function keyOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** Of each event that members of a class are of the first of them. */
function firstsOfEvents(
  { members }: TellingClass,
  eventOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, PlacedTelling> {
  const firsts = new Map<string, PlacedTelling>();
  for (const telling of members) {
    const event = eventOf.get(telling.id);
    if (event !== undefined && !firsts.has(event)) firsts.set(event, telling);
  }
  return firsts;
}

/** Two classes, or one with itself, and what speaks for their being of one event. */
type ClassPair = {
  readonly one: TellingClass;
  readonly other: TellingClass;
  readonly bits: number;
};

/** Pairs that share a person, or a place within some days, with what speaks for them. */
function weighClasses(classes: readonly TellingClass[], spans: Spans): readonly ClassPair[] {
  const pairs: ClassPair[] = [];
  const seen = new Set<number>();
  const weigh = (at: number, to: number): void => {
    const [first, second] = at < to ? [at, to] : [to, at];
    const key = first * classes.length + second;
    const [one, other] = [classes[first], classes[second]];
    if (one === undefined || other === undefined || seen.has(key)) return;
    seen.add(key);
    const bits = weighNear(one, other, spans);
    if (bits !== null) pairs.push({ one, other, bits });
  };
  classes.forEach(({ members }, at) => {
    if (members.length > 1) weigh(at, at);
  });
  for (const [at, to] of bareOnes(classes)) weigh(at, to);
  for (const block of blocksOf(classes, peopleKeys))
    for (const [place, at] of block.entries())
      for (let to = 0; to < place; to++) weigh(block[to] ?? at, at);
  const provinceKeys = provinceKeysOf(classes);
  for (const block of blocksOf(classes, (one) => [...placeKeys(one), ...provinceKeys(one)])) {
    const from = (at: number): number => classes[at]?.days?.from ?? 0;
    const dated = block.toSorted((a, b) => from(a) - from(b));
    for (const [place, at] of dated.entries()) {
      const until = untilOf(classes[at]?.days ?? null);
      for (let to = place + 1; to < dated.length; to++) {
        const other = dated[to] ?? at;
        if (from(other) > until) break;
        weigh(at, other);
      }
    }
  }
  return pairs;
}

/** The last day on which another one may begin that is told of the same place. */
function untilOf(days: TellingClass["days"]): number {
  return (days?.to ?? 0) + DAYS_APART * DAY;
}

/** Whether two that are told of one place are too many days apart. */
export function areFarApart({ days: a }: TellingClass, { days: b }: TellingClass): boolean {
  if (a === null || b === null) return false;
  return a.from <= b.from ? b.from > untilOf(a) : a.from > untilOf(b);
}

/** Places in a list of classes that share a key. */
function blocksOf(
  classes: readonly TellingClass[],
  keysOf: (telling: TellingClass) => readonly string[],
): readonly (readonly number[])[] {
  const blocks = new Map<string, number[]>();
  classes.forEach((one, at) => {
    for (const key of keysOf(one)) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [at]);
      else block.push(at);
    }
  });
  return [...blocks.values()].filter(({ length }) => length > 1);
}

export function peopleKeys({ kind, people }: TellingClass): readonly string[] {
  return [...people].map((person) => `${kind} ${person}`);
}

/** One who is killed in a town is no event with others there; those who are counted together are, and all in one prison. */
export function placeKeys(one: TellingClass): readonly string[] {
  return isByHimself(one) ? [] : everyPlace(one);
}

/** Every prison and town of which one is told. */
export function everyPlace({ kind, places, days }: TellingClass): readonly string[] {
  if (days === null) return [];
  const names = places.flatMap(({ prison, city }) => [prison, city]);
  return [...new Set(names)].flatMap((name) => (name === null ? [] : [`${kind} ${name}`]));
}

/** The provinces of those who are counted where somebody tells nothing nearer. */
function provinceKeysOf(
  classes: readonly TellingClass[],
): (one: TellingClass) => readonly string[] {
  const wide = new Set(classes.filter(isOfProvince).flatMap((one) => provinceKey(one) ?? []));
  return (one) => {
    const key = provinceKey(one);
    return key !== null && wide.has(key) ? [key] : [];
  };
}

/** The province of those who are counted in one place. */
export function provinceKey(one: TellingClass): string | null {
  const { kind, days, places, isCounted, people } = one;
  const [place] = places;
  if (place?.province == null || days === null || places.length > 1) return null;
  return isCounted || people.size > 1 ? `${kind} ${place.province}` : null;
}

export function isOfProvince({ places: [place, ...more] }: TellingClass): boolean {
  return place !== undefined && more.length === 0 && place.prison === null && place.city === null;
}

/** Of a province alone, and of a place in it, on one day: as many people, two or more, of whom not both name others. */
function weighProvince(a: TellingClass, b: TellingClass): number {
  if (!isOfProvince(a) && !isOfProvince(b)) return 0;
  const [[one], [other]] = [a.places, b.places];
  const isOneDay = a.days?.from === b.days?.from && a.days?.to === b.days?.to;
  const number = exactOf(a);
  if (one?.province == null || one.province !== other?.province || !isOneDay) return 0;
  if (number === null || number < 2 || number !== exactOf(b)) return 0;
  const areNamedApart = a.people.size > 0 && b.people.size > 0 && countShared(a, b) === 0;
  return areNamedApart || a.places.length > 1 || b.places.length > 1 ? 0 : BITS.sameProvince;
}

function exactOf({ numbers, people }: TellingClass): number | null {
  if (numbers === null) return people.size;
  return numbers.min === numbers.max ? numbers.min : null;
}

/** The span that tellings of several places, and of one of these, are of. */
type Spans = ReturnType<typeof spansOf>;

/** Which spans there are is known once all tellings are gathered. */
export const NO_SPANS: Spans = new Map();

/**
 * What speaks for two of which anything brings both together, a person, or a day and a place; null of others. Whoever tells of several
 * places is brought together with these and no others.
 */
export function weighNear(a: TellingClass, b: TellingClass, spans: Spans): number | null {
  if (countShared(a, b) > 0) return sumUp(a, b, spans);
  if (isWide(a) || isWide(b)) {
    const areNear = areOfOneSpan(a, b, spans) || (spans.size === 0 && areBound(a, b));
    return areNear ? sumUp(a, b, spans) : null;
  }
  if (a.days === null || b.days === null || weighPlaces(a, b) <= 0) return null;
  return sumUp(a, b, spans);
}

function areOfOneSpan(a: TellingClass, b: TellingClass, spans: Spans): boolean {
  const span = spans.get(a);
  return span !== undefined && spans.get(b) === span;
}

function countShared(a: TellingClass, b: TellingClass): number {
  const [few, many] = a.people.size <= b.people.size ? [a.people, b.people] : [b.people, a.people];
  let shared = 0;
  for (const person of few) if (many.has(person)) shared++;
  return shared;
}

/** What all that two say weighs; of two places of one event, which are told apart by nature, what they say otherwise. */
export function sumUp(a: TellingClass, b: TellingClass, spans: Spans): number {
  const isSpan = areOfOneSpan(a, b, spans);
  if (isSpan && (isWide(a) || isWide(b))) return BITS.oneSpan;
  const areTogether = isSpan && allDiffer(a.places, b.places);
  const shared = countShared(a, b);
  const days = weighDays(a, b);
  const isSameDay = days >= 0;
  return (
    Math.min(shared, MOST_PEOPLE) * BITS.person +
    (shared > 0 && shared === a.people.size && shared === b.people.size ? BITS.samePeople : 0) +
    days +
    (areTogether
      ? 0
      : weighPlaces(a, b) +
        weighNumbers(a, b, isSameDay || shared > 0) +
        weighNames(a, b, shared, isSameDay) +
        weighDocuments(a, b))
  );
}

/** Reports that tell both, each with day and place. */
function weighDocuments(a: TellingClass, b: TellingClass): number {
  if (a.days === null || a.place === null || b.days === null || b.place === null) return 0;
  if (a === b) return 0;
  return BITS.sameDocument * shareApart(a, b);
}

/** Below nothing where both tell days, and not one that could be the same. */
function weighDays({ days: a }: TellingClass, { days: b }: TellingClass): number {
  if (a === null || b === null) return 0;
  const gap = Math.max(a.from, b.from) - Math.min(a.to, b.to);
  const isExact = a.from === b.from && a.to === b.to && a.from === a.to;
  if (gap <= 0) return isExact ? BITS.sameDay : BITS.daysOverlap;
  if (gap <= DAY) return BITS.nextDay;
  return gap <= DAYS_APART * DAY ? BITS.fewDays : BITS.furtherDays;
}

/** The places of both that are nearest to each other. */
function weighPlaces(a: TellingClass, b: TellingClass): number {
  const [{ places: these }, { places: those }] = [a, b];
  if (these.length === 0 || those.length === 0) return 0;
  if (allDiffer(these, those)) return BITS.otherPlace;
  let areOfCity = false;
  for (const { prison, city } of these)
    for (const other of those) {
      if (prison !== null && other.prison === prison) return BITS.samePrison;
      if (city !== null && other.city === city) areOfCity = true;
    }
  return areOfCity ? BITS.sameCity : weighProvince(a, b);
}

function weighNumbers(a: TellingClass, b: TellingClass, isMild: boolean): number {
  const [{ numbers: x }, { numbers: y }] = [a, b];
  if (x === null || y === null) return BITS.numbersFit;
  // Of several places together as many died as in one of them, or more.
  if (a.places.length < b.places.length && x.min <= y.max) return BITS.numbersFit;
  if (b.places.length < a.places.length && y.min <= x.max) return BITS.numbersFit;
  if (x.min > y.max || y.min > x.max) return isMild ? BITS.otherNumber : BITS.otherNumberAndDay;
  const isExact = x.min === x.max && y.min === y.max;
  return isExact && x.min > 2 ? BITS.sameNumber : BITS.numbersFit;
}

/** Who names all of his and nobody of the other's tells of others, on one day perhaps of one event. */
function weighNames(a: TellingClass, b: TellingClass, shared: number, isSameDay: boolean): number {
  if (shared > 0 || !a.namesAll || !b.namesAll) return 0;
  return isSameDay ? BITS.otherPeople : BITS.otherPeopleAndDay;
}
