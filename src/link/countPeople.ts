/**
 * In: people, each once. Out: how common names, days, ages and places are among them, as one value that a ledger can hold.
 * Never: holds a word that fewer than three people have: a rare name would tell who is in the archive.
 */
import type { Counts, FrozenModel, Numbered } from "../model/frozenModel.ts";
import type { ListRecord } from "../model/listRecord.ts";
import { tallyRoster } from "./frequencies.ts";
import type { LinkModel } from "./linkModel.ts";
import { makeRoster } from "./roster.ts";
import { fitNothing, sizesOf } from "./score.ts";
import { Vocabulary } from "./vocabulary.ts";

/** Fewer have a word, or a place that no pack knows, than could be told apart. */
const LEAST = 3;

/** How common everything is among people, each of whom stands there once; `namings` is how many records they were made of. */
export function countPeople(
  people: readonly ListRecord[],
  namings: number,
  model: LinkModel,
): FrozenModel {
  const vocabulary = new Vocabulary(model);
  const roster = makeRoster(people, vocabulary, model, false);
  const tallies = tallyRoster(roster);
  const placed = (counts: Iterable<readonly [number, number]>): Counts =>
    enough([...counts].map(([number, count]) => [model.places.nameOf(number), count] as const));
  const { dated, aged, placed: inTown, inProvince, jailed } = tallies;
  return {
    namings,
    people: roster.size,
    forms: roster.wordStart.length - 1,
    words: wordsBySound(vocabulary, model),
    days: filled(tallies.days),
    ages: filled(tallies.ages),
    sexes: tallies.sexes,
    towns: placed(tallies.towns),
    provinces: placed(tallies.provinces),
    prisons: placed(tallies.prisons),
    known: [dated, aged, inTown, inProvince, jailed],
    events: [...tallies.events]
      .sort(([a], [b]) => a - b)
      .map(([day, { size, places, words }]) => ({
        day,
        size,
        places: placed(places),
        words: enough(
          [...words].map(([word, count]) => [vocabulary.texts[word] ?? "", count] as const),
        ),
      })),
    fitted: fitNothing(sizesOf(namings, namings, true), model.weights),
    common: [],
  };
}

/** Words that enough people have, those of one skeleton together, the commonest first. */
function wordsBySound(vocabulary: Vocabulary, { letters }: LinkModel): FrozenModel["words"] {
  const groups = new Map<string, [string, number][]>();
  for (const [text, count] of enough(
    vocabulary.counts.map((times, word) => [vocabulary.texts[word] ?? "", times] as const),
  )) {
    const skeleton = letters.skeletonOf(letters.soundsOf(text, letters.isPersian(text)));
    groups.set(skeleton, [...(groups.get(skeleton) ?? []), [text, count]]);
  }
  return [...groups]
    .map(([skeleton, words]) => [skeleton, words.sort((a, b) => b[1] - a[1])] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function enough(counts: Counts): Counts {
  return counts
    .filter(([name, count]) => name !== "" && count >= LEAST)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Counts that are not nothing, by their place. */
function filled(counts: Int32Array): Numbered {
  return Array.from(counts, (count, at) => [at, count] as const).filter(([, count]) => count > 0);
}
