/**
 * In: how common names, days, ages and places are, as it was frozen. Out: what comparing needs of it.
 * Never: looks at the records that are compared; how common things are among them changes nothing.
 */
import type { Counts, FrozenModel, Numbered } from "../model/frozenModel.ts";
import {
  AGES,
  ALIKE,
  DAYS,
  type EventTally,
  type Frequencies,
  frequenciesOf,
  MOST_ALIKE,
  rarityOfCount,
  SPELLED_ALIKE,
  type Tallies,
} from "./frequencies.ts";
import type { LinkModel } from "./linkModel.ts";
import { fitNothing, sizesOf } from "./score.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** An archive of which nothing is known yet is taken to be so large: a common name is common from the first report on. */
const FIRST_SIZE = 100_000;

/** What holds before an archive was ever looked at: what the packs know. */
export function unfrozenModel({ weights }: LinkModel): FrozenModel {
  return {
    namings: 0,
    people: 0,
    forms: 0,
    words: [],
    days: [],
    ages: [],
    sexes: [1, 1, 1],
    towns: [],
    provinces: [],
    prisons: [],
    known: [0, 0, 0, 0, 0],
    events: [],
    fitted: fitNothing(sizesOf(FIRST_SIZE, FIRST_SIZE, true), weights),
    common: [],
  };
}

/** How common days, ages and places are; words of events by their number in a vocabulary. */
export function thawFrequencies(
  frozen: FrozenModel,
  vocabulary: Vocabulary,
  { places }: LinkModel,
): Frequencies {
  const [dated, aged, placed, inProvince, jailed] = frozen.known;
  const numbered = (counts: Counts): Map<number, number> =>
    new Map(counts.map(([name, count]) => [places.numberNamed(name), count]));
  const tallies: Tallies = {
    days: spread(frozen.days, DAYS + 1),
    ages: spread(frozen.ages, AGES + 1),
    sexes: frozen.sexes,
    towns: numbered(frozen.towns),
    provinces: numbered(frozen.provinces),
    prisons: numbered(frozen.prisons),
    dated,
    aged,
    placed,
    inProvince,
    jailed,
    events: thawEvents(frozen, vocabulary, numbered),
  };
  return frequenciesOf(tallies);
}

/**
 * Events by their day, each made when somebody who died on it is compared, of the words that the vocabulary has by then: a new
 * record asks for few of those that a large archive knows.
 */
function thawEvents(
  { events }: FrozenModel,
  vocabulary: Vocabulary,
  numbered: (counts: Counts) => Map<number, number>,
): Tallies["events"] {
  const frozenOn = new Map(events.map((event) => [event.day, event]));
  const thawed = new Map<number, EventTally>();
  return {
    get(day) {
      const known = thawed.get(day);
      const event = frozenOn.get(day);
      if (known !== undefined || event === undefined) return known;
      const words = event.words.flatMap(([text, count]): [number, number][] => {
        const word = vocabulary.find(text);
        return word === null ? [] : [[word, count]];
      });
      const made = { size: event.size, places: numbered(event.places), words: new Map(words) };
      thawed.set(day, made);
      return made;
    },
  };
}

function spread(counts: Numbered, size: number): Int32Array {
  const all = new Int32Array(size);
  for (const [at, count] of counts) all[at] = count;
  return all;
}

/**
 * How rare the words of a vocabulary are, in bits, by what was counted, with all their spellings, and by the pack; sets their
 * counts too.
 */
export function thawRarity(
  frozen: FrozenModel,
  vocabulary: Vocabulary,
  model: LinkModel,
): Float64Array {
  const { letters, spellings } = model;
  const groups = new Map(frozen.words);
  const size = vocabulary.size;
  const rarity = new Float64Array(size);
  for (let word = 0; word < size; word++) {
    const text = vocabulary.texts[word] ?? "";
    const skeleton = letters.skeletonOf(letters.soundsOf(text, letters.isPersian(text)));
    const group = groups.get(skeleton) ?? [];
    const own = group.find(([other]) => other === text)?.[1] ?? 0;
    let count = Math.max(1, own);
    for (const [other, times] of group.slice(0, MOST_ALIKE)) {
      if (other === text) continue;
      const isSpelling = vocabulary.cost(word, vocabulary.numberOf(other)) <= SPELLED_ALIKE;
      count += times * (isSpelling ? 1 : ALIKE);
    }
    vocabulary.counts[word] = own;
    rarity[word] = rarityOfCount(count, spellings.shareOf(text), frozen.forms);
  }
  return rarity;
}
