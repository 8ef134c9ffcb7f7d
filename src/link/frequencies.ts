/**
 * In: the people of a list. Out: how likely it is that somebody of it, drawn at random, has a day, an age, a place, a word.
 * Never: says that what was never seen cannot be.
 */
import { makeFloat64s, makeInt32s } from "./columns.ts";
import { type Chances, makeChances } from "./chances.ts";
import type { EventWords } from "./compareNames.ts";
import type { LinkModel } from "./linkModel.ts";
import { NONE, type Roster } from "./roster.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Days before and after these are not told apart: 1900 to 2100. */
export const FIRST_DAY = -25_567;
export const DAYS = 73_000;
export const AGES = 131;
/** Days over which dates are held to be spread before any is seen. */
const SPREAD = 3650;
/** A day with at least so many dead is an event, in which places and surnames are shared. */
const EVENT = 8;

export type Frequencies = Chances & {
  /** Share of dated people with a day from..to. */
  readonly ofDays: (from: number, to: number) => number;
  readonly ofTown: (town: number, day: number) => number;
  readonly ofProvince: (province: number, day: number) => number;
  readonly ofPrison: (prison: number) => number;
  readonly ofSex: (sex: number) => number;
  /** The dead of an event, if the day is one. */
  readonly eventOn: (day: number) => EventWords | null;
};

/** Counts of a list, from which shares are taken. Days before `FIRST_DAY` and ages beyond the last are counted at the ends. */
export type Tallies = {
  readonly days: Int32Array;
  readonly ages: Int32Array;
  /** Unknown, female, male; none of them nothing. */
  readonly sexes: readonly number[];
  readonly towns: ReadonlyMap<number, number>;
  readonly provinces: ReadonlyMap<number, number>;
  readonly prisons: ReadonlyMap<number, number>;
  readonly dated: number;
  readonly aged: number;
  readonly placed: number;
  readonly inProvince: number;
  readonly jailed: number;
  /** Events by their day. */
  readonly events: Pick<ReadonlyMap<number, EventTally>, "get">;
};

/** Counts of a list of which all events are known. */
export type Tallied = Omit<Tallies, "events"> & {
  readonly events: Tallies["events"] & Iterable<readonly [number, EventTally]>;
};

export function countFrequencies(roster: Roster): Frequencies {
  return frequenciesOf(tallyRoster(roster));
}

export function tallyRoster(roster: Roster): Tallied {
  const days = new Int32Array(DAYS + 1);
  const ages = new Int32Array(AGES + 1);
  const sexes = [1, 1, 1];
  const towns = new Map<number, number>();
  const provinces = new Map<number, number>();
  const prisons = new Map<number, number>();
  let dated = 0;
  let aged = 0;
  let placed = 0;
  let inProvince = 0;
  let jailed = 0;
  for (let person = 0; person < roster.size; person++) {
    const day = exactDay(roster, person);
    if (day !== NONE) {
      const at = Math.min(Math.max(day - FIRST_DAY, 0), DAYS - 1);
      days[at + 1] = (days[at + 1] ?? 0) + 1;
      dated++;
    }
    const age = roster.ageFrom[person] ?? -1;
    if (age >= 0) {
      ages[Math.min(age, AGES - 1) + 1] = (ages[Math.min(age, AGES - 1) + 1] ?? 0) + 1;
      aged++;
    }
    const sex = roster.sex[person] ?? 0;
    sexes[sex] = (sexes[sex] ?? 0) + 1;
    for (const town of [roster.town[person] ?? 0, roster.town2[person] ?? 0])
      if (town !== 0) count(towns, town);
    for (const province of [roster.province[person] ?? 0, roster.province2[person] ?? 0])
      if (province !== 0) count(provinces, province);
    if ((roster.town[person] ?? 0) !== 0) placed++;
    if ((roster.province[person] ?? 0) !== 0) inProvince++;
    if ((roster.prison[person] ?? 0) !== 0) {
      count(prisons, roster.prison[person] ?? 0);
      jailed++;
    }
  }
  const events = countEvents(roster, days);
  return {
    days,
    ages,
    sexes,
    towns,
    provinces,
    prisons,
    dated,
    aged,
    placed,
    inProvince,
    jailed,
    events,
  };
}

/** Shares of counts. */
export function frequenciesOf(tallies: Tallies): Frequencies {
  const { sexes, towns, provinces, prisons, events } = tallies;
  const { dated, aged, placed, inProvince, jailed } = tallies;
  const [days, ages] = [sumUp(tallies.days), sumUp(tallies.ages)];
  const between = (sums: Int32Array, from: number, to: number) =>
    (sums[Math.min(Math.max(to + 1, 0), sums.length - 1)] ?? 0) -
    (sums[Math.min(Math.max(from, 0), sums.length - 1)] ?? 0);
  const seen = tallies.days.reduce((sum, people) => (people > 0 ? sum + 1 : sum), 0);
  const lone = {
    days: othersThan(dated, seen, 30),
    towns: othersThan(placed, towns.size, 20),
    provinces: othersThan(inProvince, provinces.size, 15),
    prisons: othersThan(jailed, prisons.size, 20),
  };
  const ofDays = (from: number, to: number): number =>
    (between(days, from - FIRST_DAY, to - FIRST_DAY) + lone.days * (0.01 + (to - from) / SPREAD)) /
    (dated + lone.days);
  const ofAges = (from: number, to: number): number =>
    (between(ages, from, to) + AGED * usualShare(from, to)) / (aged + AGED);
  return {
    ofDays,
    ...makeChances({ ofDays, ofAges }, FIRST_DAY, DAYS, AGES),
    ofTown(town, day) {
      const share = ((towns.get(town) ?? 0) + lone.towns / 40) / (placed + lone.towns);
      const event = events.get(day);
      if (event === undefined) return share;
      return Math.max(share, ((event.places.get(town) ?? 0) + 5 * share) / (event.size + 5));
    },
    ofProvince(province, day) {
      const share =
        ((provinces.get(province) ?? 0) + lone.provinces / 30) / (inProvince + lone.provinces);
      const event = events.get(day);
      if (event === undefined) return share;
      return Math.max(share, ((event.places.get(province) ?? 0) + 5 * share) / (event.size + 5));
    },
    ofPrison: (prison) =>
      ((prisons.get(prison) ?? 0) + lone.prisons / 40) / (jailed + lone.prisons),
    ofSex: (sex) => (sexes[sex] ?? 1) / ((sexes[1] ?? 1) + (sexes[2] ?? 1)),
    eventOn: (day) => events.get(day) ?? null,
  };
}

/**
 * How many people with days or towns of their own are expected beside those that were seen: `most` before any is seen, few
 * where all share one, after Ewens: of n people about x ln(1 + n / x) are different.
 */
function othersThan(people: number, different: number, most: number): number {
  const [all, own] = [people + 4, different + 3.6];
  let [low, high] = [0.1, most];
  for (let round = 0; round < 20; round++) {
    const middle = (low + high) / 2;
    if (middle * Math.log1p(all / middle) < own) low = middle;
    else high = middle;
  }
  return high;
}

/** Ages before any is seen weigh as much as those of so many people. */
const AGED = 50;
/** Share of those who die by force that are so old, by decades. */
const USUAL = [0.02, 0.16, 0.34, 0.25, 0.12, 0.06, 0.03, 0.015, 0.005];

function usualShare(from: number, to: number): number {
  let share = 0;
  for (let age = Math.max(0, from); age <= to && age < AGES; age++)
    share += (USUAL[Math.floor(age / 10)] ?? LEAST_USUAL) / 10;
  return share;
}

const LEAST_USUAL = 0.002;

/** Each count with all before it. */
function sumUp(counts: Int32Array): Int32Array {
  const sums = Int32Array.from(counts);
  for (let at = 1; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (sums[at - 1] ?? 0);
  return sums;
}

/** How many of the dead of an event have each word or place. */
export type EventTally = {
  readonly size: number;
  readonly places: Counted;
  readonly words: Counted;
};

export type Counted = Pick<ReadonlyMap<number, number>, "get"> &
  Iterable<readonly [number, number]>;

/** Events by their day: there may be as many as days, of a few words each, so that all of them stand in a few columns. */
class Events {
  readonly #known: (EventTally | undefined)[];
  readonly #days: Int32Array;
  readonly #sizes: Int32Array;
  readonly #places: Columns;
  readonly #words: Columns;

  constructor(days: Int32Array, sizes: Int32Array, places: Columns, words: Columns) {
    this.#known = Array.from({ length: sizes.length });
    this.#days = days;
    this.#sizes = sizes;
    this.#places = places;
    this.#words = words;
  }

  get(day: number): EventTally | undefined {
    const at = day - FIRST_DAY;
    const event = this.#days[at] ?? -1;
    if (event < 0) return undefined;
    const known = this.#known[event];
    if (known !== undefined) return known;
    const made = {
      size: this.#sizes[event] ?? 0,
      places: new CountedRun(this.#places, event),
      words: new CountedRun(this.#words, event),
    };
    this.#known[event] = made;
    return made;
  }

  *[Symbol.iterator](): IterableIterator<readonly [number, EventTally]> {
    for (let at = 0; at < this.#days.length; at++) {
      const event = this.get(at + FIRST_DAY);
      if (event !== undefined) yield [at + FIRST_DAY, event];
    }
  }
}

/** What events count: of each the keys from starts[event] on, in order, with how many have each. */
type Columns = {
  readonly starts: Int32Array;
  readonly keys: Int32Array;
  readonly counts: Int32Array;
};

/** What one event counts. */
class CountedRun implements Counted {
  readonly #columns: Columns;
  readonly #from: number;
  readonly #to: number;

  constructor(columns: Columns, event: number) {
    this.#columns = columns;
    this.#from = columns.starts[event] ?? 0;
    this.#to = columns.starts[event + 1] ?? 0;
  }

  get(key: number): number | undefined {
    const { keys, counts } = this.#columns;
    let [low, high] = [this.#from, this.#to];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((keys[middle] ?? 0) < key) low = middle + 1;
      else high = middle;
    }
    return low < this.#to && keys[low] === key ? counts[low] : undefined;
  }

  *[Symbol.iterator](): IterableIterator<readonly [number, number]> {
    const { keys, counts } = this.#columns;
    for (let at = this.#from; at < this.#to; at++) yield [keys[at] ?? 0, counts[at] ?? 0];
  }
}

function countEvents(roster: Roster, days: Int32Array): Events {
  const eventOn = new Int32Array(DAYS).fill(-1);
  const sizes: number[] = [];
  for (let at = 0; at < DAYS; at++)
    if ((days[at + 1] ?? 0) >= EVENT) eventOn[at] = sizes.push(days[at + 1] ?? 0) - 1;
  const places = new Run(sizes.length);
  const words = new Run(sizes.length);
  for (let person = 0; person < roster.size; person++) {
    const day = exactDay(roster, person);
    const event = day === NONE ? -1 : (eventOn[day - FIRST_DAY] ?? -1);
    if (event < 0) continue;
    for (const place of [roster.town, roster.town2, roster.province, roster.province2])
      if ((place[person] ?? 0) !== 0) places.add(event, place[person] ?? 0);
    const form = roster.formStart[person] ?? 0;
    const end = roster.wordStart[roster.formStart[person + 1] ?? 0] ?? 0;
    for (let at = roster.wordStart[form] ?? 0; at < end; at++)
      words.add(event, roster.words[at] ?? 0);
  }
  return new Events(eventOn, Int32Array.from(sizes), places.count(), words.count());
}

/** Keys of events as they come, and then how often each of them came. */
class Run {
  readonly #events: number;
  #both: Float64Array = new Float64Array(1024);
  #length = 0;

  constructor(events: number) {
    this.#events = events;
  }

  add(event: number, key: number): void {
    if (this.#length === this.#both.length) {
      const larger = makeFloat64s(this.#length * 2);
      larger.set(this.#both);
      this.#both = larger;
    }
    this.#both[this.#length++] = event * KEYS + key;
  }

  count(): Columns {
    const both = this.#both.subarray(0, this.#length).sort();
    const starts = new Int32Array(this.#events + 1);
    const keys = makeInt32s(both.length);
    const counts = makeInt32s(both.length);
    let length = 0;
    for (let at = 0; at < both.length; at++) {
      const one = both[at] ?? 0;
      if (at > 0 && both[at - 1] === one) {
        counts[length - 1] = (counts[length - 1] ?? 0) + 1;
        continue;
      }
      const event = Math.floor(one / KEYS);
      keys[length] = one - event * KEYS;
      counts[length++] = 1;
      starts[event + 1] = length;
    }
    for (let event = 1; event <= this.#events; event++)
      starts[event] = Math.max(starts[event] ?? 0, starts[event - 1] ?? 0);
    return { starts, keys: keys.slice(0, length), counts: counts.slice(0, length) };
  }
}

/** Words and places are numbers below this. */
const KEYS = 2 ** 31;

/** The day of a person of whom it is known, else NONE. */
export function exactDay(roster: Roster, person: number): number {
  const from = roster.dayFrom[person] ?? NONE;
  return from === roster.dayTo[person] ? from : NONE;
}

function count(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** How rare each word is in the names of the lists and of the pack together, in bits; with all its spellings. */
export function measureRarity(
  vocabulary: Vocabulary,
  rosters: readonly Roster[],
  model: LinkModel,
): Float64Array {
  /** A person written in two scripts is counted twice, as the words are. */
  const people = rosters.reduce((sum, { wordStart }) => sum + wordStart.length - 1, 0);
  const counts = countAlike(vocabulary);
  const rarity = makeFloat64s(vocabulary.size);
  for (let word = 0; word < rarity.length; word++) {
    const known = model.spellings.shareOf(vocabulary.texts[word] ?? "");
    rarity[word] = rarityOfCount(counts[word] ?? 0, known, people);
  }
  return rarity;
}

/** How rare a word is that stands so often in the names of so many people, in bits; `known` is its share elsewhere. */
export function rarityOfCount(count: number, known: number, people: number): number {
  /** Less the one who is compared. */
  const others = Math.max(0, count - 1);
  const own = (others + PACK_PEOPLE * known) / (people + PACK_PEOPLE);
  /** What these lists have more often than is known of others, but for what chance may have given them. */
  const here = people === 0 ? 0 : Math.max(0, others - Math.sqrt(others)) / people;
  return -Math.log2(Math.min(0.5, Math.max(own, here)));
}

/** How often each word stands in the lists, with those that are spellings of it. */
function countAlike(vocabulary: Vocabulary): Float64Array {
  const size = vocabulary.size;
  const groups = new Map<number, number[]>();
  for (let word = 0; word < size; word++) {
    if ((vocabulary.counts[word] ?? 0) === 0) continue;
    const skeleton = vocabulary.skeletonIds[word] ?? 0;
    const group = groups.get(skeleton);
    if (group === undefined) groups.set(skeleton, [word]);
    else group.push(word);
  }
  const counts = Float64Array.from(vocabulary.counts);
  const countOf = (word: number) => vocabulary.counts[word] ?? 0;
  for (const group of groups.values()) {
    if (group.length === 1) continue;
    const common = [...group].sort((x, y) => countOf(y) - countOf(x) || x - y).slice(0, MOST_ALIKE);
    for (const word of group)
      for (const other of common)
        if (other !== word)
          counts[word] =
            (counts[word] ?? 0) +
            countOf(other) * (vocabulary.cost(word, other) <= SPELLED_ALIKE ? 1 : ALIKE);
  }
  return counts;
}

/** The pack's counts weigh as much as a list of so many. */
const PACK_PEOPLE = 1500;
/** Bits up to which a word is held to be a spelling of another when they are counted. */
export const SPELLED_ALIKE = 5;
/** Other words of the same skeleton count by this share: some are the same name, some are not. */
export const ALIKE = 0.2;
/** The commonest words of a skeleton that others are counted with. */
export const MOST_ALIKE = 24;
