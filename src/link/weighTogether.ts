/**
 * In: two large lists, and threads beside this one that read the same memory. Out: their pairs, weighed by all of them.
 * Never: gives other pairs, or another order, than one thread alone; waits for a thread that is gone.
 */
import { shareColumn } from "./columns.ts";
import { makeWeigher, type Needed, orderByName, type Work } from "./candidates.ts";
import type { Side } from "./compareFields.ts";
import { countFrequencies } from "./frequencies.ts";
import type { KeyIndex } from "./keyIndex.ts";
import type { Costs } from "./letterHabits.ts";
import type { LinkModel } from "./linkModel.ts";
import type { Roster } from "./roster.ts";
import type { Fitted } from "./score.ts";
import { Vocabulary } from "./vocabulary.ts";
import { WeighedPairs } from "./weighedPairs.ts";

/** Two lists in memory that threads share; words by their numbers, each with the house that it was read by. */
export type SharedLists = {
  readonly left: Roster;
  readonly right: Roster;
  readonly index: KeyIndex;
  /** In which order people of the left list are looked for. */
  readonly order: Int32Array;
  readonly texts: readonly string[];
  readonly houses: readonly number[];
  readonly counts: readonly number[];
  /** The house that words are read by which come up while names are compared. */
  readonly house: number;
};

/** How their pairs are weighed, and whose turn it is: the number of the next part, and how many parts threads have weighed. */
export type SharedWork = {
  readonly rarity: Float64Array;
  readonly costs: Costs | null;
  readonly calibration: LinkModel["weights"]["calibration"];
  readonly start: Fitted;
  readonly needed: Needed;
  readonly turns: Int32Array;
};

export const NEXT_PART = 0;
export const PARTS_WEIGHED = 1;

/** Pairs of some people of the left list. */
export type WeighedPart = Pick<WeighedPairs, "length" | "a" | "b" | "bits"> & {
  readonly part: number;
};

/** Threads that weigh with this one. */
export type Threads = {
  /** People of the list that is looked through from which on threads pay for their start. */
  readonly from: number;
  /** Hands the lists over, so that threads make ready while this one learns. */
  readonly begin: (lists: SharedLists) => void;
  readonly weigh: (work: SharedWork) => void;
  /** A part that a thread weighed; waits for one that is under way. Null when none has come for long. */
  readonly take: () => WeighedPart | null;
  readonly end: () => void;
};

/** People of the left list who are looked for in one go. */
const PART = 2048;

function partsOf({ size }: Roster): number {
  return Math.ceil(size / PART);
}

/** Two sides with their columns where threads can read them. */
export function shareSides(left: Side, right: Side): readonly [Side, Side] {
  return [
    { ...left, roster: shareRoster(left.roster) },
    { ...right, roster: shareRoster(right.roster) },
  ];
}

export function shareIndex({ keys, people, starts, shift }: KeyIndex): KeyIndex {
  return {
    keys: shareColumn(keys),
    people: shareColumn(people),
    starts: shareColumn(starts),
    shift,
  };
}

function shareRoster(roster: Roster): Roster {
  return {
    size: roster.size,
    records: roster.records,
    recordOf: shareColumn(roster.recordOf),
    formStart: shareColumn(roster.formStart),
    wordStart: shareColumn(roster.wordStart),
    words: shareColumn(roster.words),
    isPersian: shareColumn(roster.isPersian),
    fatherStart: shareColumn(roster.fatherStart),
    fatherWords: shareColumn(roster.fatherWords),
    dayFrom: shareColumn(roster.dayFrom),
    dayTo: shareColumn(roster.dayTo),
    ageFrom: shareColumn(roster.ageFrom),
    ageTo: shareColumn(roster.ageTo),
    sex: shareColumn(roster.sex),
    town: shareColumn(roster.town),
    town2: shareColumn(roster.town2),
    province: shareColumn(roster.province),
    province2: shareColumn(roster.province2),
    prison: shareColumn(roster.prison),
    charge: shareColumn(roster.charge),
    rows: shareColumn(roster.rows),
  };
}

/** What threads need of two lists whose columns are shared. */
export function describeLists(
  left: Side,
  right: Side,
  index: KeyIndex,
  vocabulary: Vocabulary,
): SharedLists {
  return {
    left: { ...left.roster, records: [] },
    right: { ...right.roster, records: [] },
    index,
    order: shareColumn(orderByName(left.roster, vocabulary)),
    texts: vocabulary.texts.slice(),
    houses: vocabulary.houses.slice(),
    counts: vocabulary.counts.slice(),
    house: vocabulary.house,
  };
}

/** Weighs all pairs, with threads that were begun on the same lists. */
export function weighTogether(
  [left, right]: readonly [Side, Side],
  { index, order }: Pick<SharedLists, "index" | "order">,
  work: Work,
  costs: Costs | null,
  needed: Needed,
  threads: Threads,
  onPerson: (person: number) => void,
): WeighedPairs {
  const turns = new Int32Array(new SharedArrayBuffer(8));
  const { rarity, start, model } = work;
  const { calibration } = model.weights;
  threads.weigh({ rarity: shareColumn(rarity), costs, calibration, start, needed, turns });
  const parts = new Map<number, Pick<WeighedPairs, "length" | "a" | "b" | "bits">>();
  const weigh = makeWeigher(left, right, index, work, needed);
  const count = partsOf(left.roster);
  const range = (part: number) => ({ from: part * PART, to: endOf(part, left.roster), order });
  for (let part = takeTurn(turns); part < count; part = takeTurn(turns))
    parts.set(part, weigh({ ...range(part), onPerson }));
  while (parts.size < count) {
    const weighed = threads.take();
    if (weighed === null) break;
    parts.set(weighed.part, weighed);
  }
  const all = new WeighedPairs();
  for (let part = 0; part < count; part++) all.addAll(parts.get(part) ?? weigh(range(part)));
  return all.sortByA(left.roster.size);
}

function takeTurn(turns: Int32Array): number {
  return Atomics.add(turns, NEXT_PART, 1);
}

function endOf(part: number, { size }: Roster): number {
  return Math.min(size, (part + 1) * PART);
}

/** What a thread does: it takes its turn at parts until none is left, and gives each away. */
export function makeHelper(
  { left, right, index, order, texts, houses, counts, house }: SharedLists,
  model: LinkModel,
): (work: SharedWork, give: (part: WeighedPart) => void) => void {
  const vocabulary = new Vocabulary(model);
  for (const [at, text] of texts.entries()) {
    vocabulary.house = houses[at] ?? vocabulary.house;
    const number = vocabulary.numberOf(text);
    vocabulary.counts[number] = counts[at] ?? 0;
  }
  vocabulary.house = house;
  const sideOf = (roster: Roster): Side => ({ roster, frequencies: countFrequencies(roster) });
  const [own, other] = [sideOf(left), sideOf(right)];
  return ({ rarity, costs, calibration, start, needed, turns }, give) => {
    vocabulary.useCosts(costs);
    const weights = { ...model.weights, calibration };
    const work: Work = { model: { ...model, weights }, start, vocabulary, rarity };
    const weigh = makeWeigher(own, other, index, work, needed);
    const count = partsOf(left);
    for (let part = takeTurn(turns); part < count; part = takeTurn(turns)) {
      const { length, a, b, bits } = weigh({ from: part * PART, to: endOf(part, left), order });
      give({ part, length, a, b, bits });
      Atomics.add(turns, PARTS_WEIGHED, 1);
      Atomics.notify(turns, PARTS_WEIGHED);
    }
  };
}
