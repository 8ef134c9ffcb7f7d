/**
 * In: namings ready to be compared. Out: which of them are told apart for good by what they say, and what a pair weighs that
 * was not worth keeping.
 * Never: looks at more than the two namings and the frozen model.
 */
import { type Candidate, comparePair } from "./candidates.ts";
import type { MentionFacts } from "./clusterMentions.ts";
import type { PreparedRecords } from "./linkFrozen.ts";
import { factsOfPeople } from "./personFacts.ts";
import { bitsOfGroups, LEAST_OF_GROUPS } from "./score.ts";

export function factsOfMentions({ side, work, frozen, peopleOf }: PreparedRecords): MentionFacts {
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
          return compared === null ? [] : [bitsOfGroups(compared, frozen.fitted, weights)];
        }),
      );
      return Math.max(LEAST_OF_GROUPS, ...bits);
    },
  };
}
