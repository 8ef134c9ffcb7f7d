import assert from "node:assert/strict";
import { test } from "node:test";
import { type Correction, correctClaim, roleWritten } from "../../src/model/correction.ts";
import { readClaims } from "../../src/read/readClaims.ts";
import { makeDocument, packs } from "../read/reading.ts";

const WRITTEN: readonly (readonly [written: string, name: string, role: string | null])[] = [
  ["Behnam Karimzad", "Behnam Karimzad", null],
  ["Behnam Karimzad (victim)", "Behnam Karimzad", "victim"],
  ["Behnam Karimzad (at-risk)", "Behnam Karimzad", "at-risk"],
  ["Karun Union (KU)", "Karun Union (KU)", null],
  ["(victim)", "(victim)", null],
];

for (const [written, name, role] of WRITTEN)
  test(`roleWritten() reads ${written}`, () =>
    assert.deepEqual(roleWritten(written), { name, role }));

test("correctClaim() makes whoever was sentenced the victim of an execution that was missed", () => {
  const { claims } = readClaims(
    makeDocument("Behnam Karimzad, 34, was sentenced to death in Karun, Arman Tabandeh said."),
    packs,
  );
  const read = claims.find(({ kind }) => kind === "death-sentence");
  assert.ok(read);
  const claim = { ...read, stage: "sentenced-death" };
  assert.deepEqual(
    claim.persons.map(({ role }) => role),
    ["convicted"],
  );
  const rolesAs = (correction: Correction) => {
    const { stage, persons } = correctClaim(claim, correction);
    return [stage, persons.map(({ role }) => role)];
  };
  assert.deepEqual(rolesAs({ kind: "execution" }), [null, ["victim"]]);
  const persons = ["Behnam Karimzad (convicted)"];
  assert.deepEqual(rolesAs({ kind: "execution", persons }), [null, ["convicted"]]);
  assert.deepEqual(rolesAs({ kind: "killing" }), [null, ["convicted"]], "the killer is no victim");
  assert.deepEqual(rolesAs({ number: null }), ["sentenced-death", ["convicted"]]);
  assert.deepEqual(rolesAs({ stage: "sc-upheld" }), ["sc-upheld", ["convicted"]]);
});

test("correctClaim() puts the role of a person right and keeps what was read of him", () => {
  const { claims } = readClaims(
    makeDocument("Behnam Karimzad, 34, was hanged in Karun on Monday, Arman Tabandeh said."),
    packs,
  );
  const claim = claims.find(({ kind }) => kind === "execution");
  assert.ok(claim);
  const persons = ["Behnam Karimzad (other)", "Dara Nikpour (victim)"];
  const corrected = correctClaim(claim, { persons }).persons;
  assert.deepEqual(
    corrected.map(({ name, age, role }) => [name, age, role]),
    [
      ["Behnam Karimzad", 34, "other"],
      ["Dara Nikpour", null, "victim"],
    ],
  );
});
