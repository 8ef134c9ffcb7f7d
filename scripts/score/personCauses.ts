import { comparePersons, personNames } from "./fields.ts";
import type { GoldClaim } from "./gold.ts";
import type { Match } from "./scoreCase.ts";

/** Why a name of the gold is not in the claim read for it, or one of the claim is not in the gold. */
export const PERSON_CAUSES = [
  "speaker", //   whose words they are is missing
  "not-found", // no name of the report is read as this person
  "elsewhere", // the claim's words do not say the name
  "unattached", // the claim's words say the name
  "no-person", // read as a person; the gold has nobody of that name
  "too-many", //  a person of the gold, not of this claim
  "role", //      the right person in another role
] as const;
export type PersonCause = (typeof PERSON_CAUSES)[number];

export type PersonFault = {
  readonly cause: PersonCause;
  readonly name: string;
  readonly match: Match;
};

/** What is wrong with the persons of the claims found. `found` are the persons whom the reader names in the report. */
export function findPersonFaults(
  matches: readonly Match[],
  gold: readonly GoldClaim[],
  found: readonly string[],
): PersonFault[] {
  const known = gold.flatMap((claim) => personNames(claim.persons));
  return matches.flatMap((match) => {
    const wanted = match.gold.persons.map((person) =>
      typeof person === "string" ? { name: person, role: null } : { role: null, ...person },
    );
    const read = match.read.persons;
    const missing = wanted.flatMap(({ name, role }) => {
      const same = read.find((other) => isSame(name, other.name));
      if (same !== undefined)
        return role === null || same.role === role
          ? []
          : [fault("role", `${name} ${String(role)} ≠ ${same.role}`)];
      if (role === "speaker") return [fault("speaker", name)];
      if (!found.some((other) => isSame(name, other))) return [fault("not-found", name)];
      const last = name.split(/\s/u).at(-1) ?? name;
      const said = `${match.gold.quote} ${match.read.span.quote}`.includes(last);
      return [fault(said ? "unattached" : "elsewhere", name)];
    });
    const added = read
      .filter((person) => !wanted.some(({ name }) => isSame(name, person.name)))
      .map(({ name, role }) =>
        fault(
          known.some((other) => isSame(name, other)) ? "too-many" : "no-person",
          `${name} ${role}`,
        ),
      );
    return [...missing, ...added];

    function fault(cause: PersonCause, name: string): PersonFault {
      return { cause, name, match };
    }
  });
}

function isSame(left: string, right: string): boolean {
  return comparePersons([left], [right]).both === 1;
}
