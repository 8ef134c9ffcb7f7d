/**
 * In: people of one list. Out: what is said of each that may tell him from others, as one number, and which of these numbers
 * are two people for good.
 * Never: looks at names.
 */
import { compareFacts, type Work } from "./candidates.ts";
import type { Side } from "./compareFields.ts";
import type { Opposition } from "./opposition.ts";
import { PairTable } from "./pairTable.ts";
import { NONE, type Roster } from "./roster.ts";
import { isOpposed } from "./score.ts";

export function factsOfPeople(side: Side, work: Work): Opposition {
  /** The first person with the facts of each number. */
  const examples: number[] = [];
  const numbers = new Map<string, number>();
  const opposed = new PairTable();
  const areOpposed = (facts: number, others: number): boolean => {
    const [first, second] = [Math.min(facts, others), Math.max(facts, others)];
    const known = opposed.get(first, second);
    if (known >= 0) return known === 1;
    const [one, other] = [examples[facts - 1], examples[others - 1]];
    const compared =
      one === undefined || other === undefined
        ? null
        : compareFacts(side, Math.min(one, other), side, Math.max(one, other), work);
    const are = compared !== null && isOpposed(compared);
    opposed.set(first, second, are ? 1 : 0);
    return are;
  };
  return {
    areOpposed,
    factsOf(person) {
      const facts = factsOfPerson(side.roster, person);
      if (facts === null) return 0;
      const known = numbers.get(facts);
      if (known !== undefined) return known;
      numbers.set(facts, examples.push(person));
      return examples.length;
    },
  };
}

/** What is said of a person that may tell him from another, as one text; null where nothing is. */
function factsOfPerson(roster: Roster, person: number): string | null {
  const { dayFrom, dayTo, ageFrom, ageTo, sex, fatherStart, fatherWords } = roster;
  const { town, town2, province, province2 } = roster;
  const numbers = [dayFrom, dayTo, ageFrom, ageTo, sex, town, town2, province, province2].map(
    (column) => column[person] ?? 0,
  );
  const father = fatherWords
    .subarray(fatherStart[person] ?? 0, fatherStart[person + 1] ?? 0)
    .join(" ");
  const isSilent = numbers.every((one) => one === 0 || one === -1 || one === NONE);
  return isSilent && father === "" ? null : `${numbers.join(" ")} ${father}`;
}
