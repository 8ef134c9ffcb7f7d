/**
 * In: the names of one list. Out: the house whose way of writing Latin letters the list clearly follows, or none.
 * Never: takes a list for one of a house because of a few words, or against words that it writes as most do.
 */
import type { LinkModel } from "./linkModel.ts";
import type { NameWords } from "./readName.ts";

/** No house: a list that writes as most do. */
export const NO_HOUSE = -1;

/** Words that only the house's reading makes known names: at least so many, and so many of those that it reads otherwise. */
const LEAST_WORDS = 3;
const LEAST_SHARE = 0.12;

export function findHouse(names: Iterable<NameWords>, { letters, spellings }: LinkModel): number {
  const speaksFor = letters.houses.map(() => 0);
  const readOtherwise = letters.houses.map(() => 0);
  const speaksAgainst = letters.houses.map(() => 0);
  for (const word of new Set([...names].flat())) {
    if (letters.isPersian(word)) continue;
    const plain = letters.skeletonOf(letters.soundsOf(word, false));
    const isKnown = spellings.isSkeleton(plain);
    for (const house of letters.houses.keys()) {
      const skeleton = letters.skeletonOf(letters.soundsOf(word, false, house));
      if (skeleton === plain) continue;
      readOtherwise[house] = (readOtherwise[house] ?? 0) + 1;
      if (isKnown) speaksAgainst[house] = (speaksAgainst[house] ?? 0) + 1;
      else if (spellings.isSkeleton(skeleton)) speaksFor[house] = (speaksFor[house] ?? 0) + 1;
    }
  }
  let best = NO_HOUSE;
  speaksFor.forEach((count, house) => {
    if (count < LEAST_WORDS || count <= (speaksAgainst[house] ?? 0)) return;
    if (count < LEAST_SHARE * (readOtherwise[house] ?? 0)) return;
    if (best === NO_HOUSE || count > (speaksFor[best] ?? 0)) best = house;
  });
  return best;
}
