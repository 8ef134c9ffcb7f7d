import assert from "node:assert/strict";
import { test } from "node:test";
import type { ClaimKind } from "../../src/model/claim.ts";
import { trace } from "./reading.ts";

/** Who did what to whom, in every combination: a participle before a role and a name is the verb where a doer stands before it. */
const DOERS = [
  "Iran",
  "Authorities",
  "The authorities",
  "The regime",
  "The judiciary",
  "Iranian authorities",
  "Security forces",
  "The government",
];
const DEEDS: readonly (readonly [verb: string, kind: ClaimKind])[] = [
  ["executed", "execution"],
  ["hanged", "execution"],
  ["jailed", "arrest"],
  ["imprisoned", "arrest"],
  ["detained", "arrest"],
  ["arrested", "arrest"],
  ["killed", "killing"],
];
const ROLES = [
  "political prisoner",
  "Kurdish political prisoner",
  "activist",
  "journalist",
  "student",
  "dissident",
  "protester",
  "labour activist",
  "28-year-old protester",
];

test("who did what to a person with a role is told, whatever the doer, the deed and the role", () => {
  const lost = DOERS.flatMap((doer) =>
    DEEDS.flatMap(([verb, kind]) =>
      ROLES.flatMap((role) => {
        const text = `${doer} ${verb} ${role} Behnam Karimzad on Monday.`;
        const isTold = trace(text).some(
          ({ claim }) =>
            claim.kind === kind &&
            claim.modality === "happened" &&
            claim.persons.some(
              ({ name, role: as }) =>
                name === "Behnam Karimzad" && (as === "victim" || as === "convicted"),
            ),
        );
        return isTold ? [] : [text];
      }),
    ),
  );
  assert.deepEqual(lost, []);
});

/** There the participle describes the one who is named, and nobody did it now. */
const DESCRIBED = [
  "The mother of executed political prisoner Behnam Karimzad was arrested.",
  "The family of executed protester Behnam Karimzad was summoned.",
  "Police summoned the mother of executed dissident Behnam Karimzad on Monday.",
  "A letter from imprisoned journalist Behnam Karimzad was published on Monday.",
];

test("a participle that describes somebody tells no deed of the day", () => {
  for (const text of DESCRIBED) {
    const told = trace(text).filter(
      ({ claim }) =>
        (claim.kind === "execution" || claim.kind === "arrest") &&
        claim.period !== null &&
        claim.persons.some(({ role }) => role === "victim"),
    );
    assert.deepEqual(told, [], text);
  }
});
