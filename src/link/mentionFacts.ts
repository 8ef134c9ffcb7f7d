/**
 * In: namings ready to be compared. Out: which of them are told apart for good by what they say, and what a pair weighs that
 * was not worth keeping.
 * Never: looks at more than the two namings and the frozen model.
 */
import { type Candidate, comparePair } from "./candidates.ts";
import type { MentionFacts } from "./clusterMentions.ts";
import type { PreparedRecords } from "./linkFrozen.ts";
import { NONE, type Roster } from "./roster.ts";
import { calibratedBits, isOpposed } from "./score.ts";

/** No pair that was not kept weighs more or less than this: names that are not alike at all, or fields that all contradict. */
const MOST = 0;
const LEAST = -12;

/** `same` is the probability from which on two are one person: what weighs nothing. */
export function factsOfMentions(
  { side, work, frozen, peopleOf }: PreparedRecords,
  same: number,
): MentionFacts {
  const { roster } = side;
  const { weights } = work.model;
  const compare = (one: number, other: number): Candidate | null =>
    comparePair(side, Math.min(one, other), side, Math.max(one, other), work);
  /** The first person with the facts of each number. */
  const examples: number[] = [];
  const numbers = new Map<string, number>();
  const opposed = new Map<string, boolean>();
  const areOpposed = (facts: number, others: number): boolean => {
    const key = facts < others ? `${facts} ${others}` : `${others} ${facts}`;
    const known = opposed.get(key);
    if (known !== undefined) return known;
    const [one, other] = [examples[facts - 1], examples[others - 1]];
    const compared = one === undefined || other === undefined ? null : compare(one, other);
    const are = compared !== null && isOpposed(compared);
    opposed.set(key, are);
    return are;
  };
  return {
    areOpposed,
    factsOf(mention) {
      const [person, ...others] = peopleOf.get(mention) ?? [];
      if (person === undefined || others.length > 0) return 0;
      const facts = factsOfPerson(roster, person);
      if (facts === null) return 0;
      const known = numbers.get(facts);
      if (known !== undefined) return known;
      numbers.set(facts, examples.push(person));
      return examples.length;
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

/** What is said of a person that may tell him from another, as one text; null where nothing is. */
function factsOfPerson(roster: Roster, person: number): string | null {
  const { dayFrom, dayTo, ageFrom, ageTo, sex, fathers } = roster;
  const { town, town2, province, province2 } = roster;
  const numbers = [dayFrom, dayTo, ageFrom, ageTo, sex, town, town2, province, province2].map(
    (column) => column[person] ?? 0,
  );
  const father = fathers[person]?.join(" ") ?? "";
  const isSilent = numbers.every((one) => one === 0 || one === -1 || one === NONE);
  return isSilent && father === "" ? null : `${numbers.join(" ")} ${father}`;
}
