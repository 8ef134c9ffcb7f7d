/**
 * In: namings ready to be compared. Out: which of them are told apart for good by what they say, and what a pair weighs that
 * was not worth keeping.
 * Never: looks at more than the two namings and the frozen model.
 */
import { type Candidate, comparePair } from "./candidates.ts";
import type { MentionFacts } from "./clusterMentions.ts";
import type { PreparedRecords } from "./linkFrozen.ts";
import { factsOfPeople } from "./personFacts.ts";
import { calibratedBits } from "./score.ts";

/** No pair that was not kept weighs more or less than this: names that are not alike at all, or fields that all contradict. */
const MOST = 0;
const LEAST = -12;

/** `same` is the probability from which on two are one person: what weighs nothing. */
export function factsOfMentions(
  { side, work, frozen, peopleOf }: PreparedRecords,
  same: number,
): MentionFacts {
  const { weights } = work.model;
  const compare = (one: number, other: number): Candidate | null =>
    comparePair(side, Math.min(one, other), side, Math.max(one, other), work);
  const facts = factsOfPeople(side, work);
  return {
    areOpposed: facts.areOpposed,
    factsOf(mention) {
      const [person, ...others] = peopleOf.get(mention) ?? [];
      return person === undefined || others.length > 0 ? 0 : facts.factsOf(person);
    },
    weigh(a, b) {
      const bits = (peopleOf.get(a) ?? []).flatMap((one) =>
        (peopleOf.get(b) ?? []).flatMap((other) => {
          const compared = compare(one, other);
          return compared === null ? [] : [calibratedBits(compared, frozen.fitted, weights)];
        }),
      );
      if (bits.length === 0) return LEAST;
      return Math.max(LEAST, Math.min(MOST, Math.max(...bits) - Math.log2(same / (1 - same))));
    },
  };
}
