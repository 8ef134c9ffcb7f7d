/** What two people would tell against each other if they were one: what a person must know before saying so. */
import { Failure } from "../../../base/failure.ts";
import type { Archive } from "../../../ledger/archive.ts";
import type { StoredMention } from "../../../ledger/people.ts";
import { findPerson, mentionsOfPerson, readPerson } from "../../../ledger/peopleRows.ts";
import type { CaseStep } from "../../../model/caseHistory.ts";
import { historyOfState } from "./linkPeople.ts";
import { loadPeoplePack } from "./peoplePack.ts";

/** Risk of one who is told to have died. */
const DEAD = 9;

export type Clash = {
  /** The death that one of them is told to have died, and when, if a day is told. */
  readonly death: CaseStep;
  /** What is told of the other that cannot hold with it. */
  readonly against: readonly CaseStep[];
};

/** The death of one and what is told of another that cannot hold with it; null where nothing is, or the same was told of one before. */
export async function clashOf(archive: Archive, ids: readonly string[]): Promise<Clash | null> {
  const people = await Promise.all(ids.map((id) => mentionsOf(archive, id)));
  const { stages } = loadPeoplePack();
  const { standsAt, risk, contradictions } = historyOfState(people.flat(), null, stages);
  if (standsAt === null || risk !== DEAD) return null;
  const known = new Set(
    people.flatMap((own) =>
      historyOfState(own, null, stages).contradictions.flatMap((step) => claimsOf(step)),
    ),
  );
  const against = contradictions.filter((step) =>
    claimsOf(step).some((claim) => !known.has(claim)),
  );
  return against.length === 0 ? null : { death: standsAt, against };
}

function claimsOf({ claims }: CaseStep): readonly string[] {
  return claims.map(({ document, claim }) => `${document} ${claim}`);
}

async function mentionsOf(archive: Archive, id: string): Promise<readonly StoredMention[]> {
  const person = await findPerson(archive, id);
  return person === null ? [] : mentionsOfPerson(archive, person);
}

/**
 * A life that was confirmed is not carried to another man's death, nor a death to a life: whoever says that two are one must confirm it of
 * both. Throws where one is confirmed to be alive and another is told, or confirmed, to be dead.
 */
export async function refuseCarriedState(
  archive: Archive,
  people: readonly string[],
): Promise<void> {
  const rows = await Promise.all(people.map((person) => readPerson(archive, person)));
  const known = rows.flatMap((row) => (row === null ? [] : [row]));
  const alive = known.find(({ state }) => state === "alive");
  const dead = known.find(
    ({ state, risk }) => state === "dead" || (risk === DEAD && state !== "alive"),
  );
  if (alive === undefined || dead === undefined) return;
  throw new Failure(
    "input-refused",
    `${alive.person} is confirmed to be alive, and ${dead.person} is reported or confirmed to be dead: confirm it of both before (sanad person ${dead.person} --state alive)`,
  );
}
