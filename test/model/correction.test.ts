import assert from "node:assert/strict";
import { test } from "node:test";
import { correctClaim, roleWritten } from "../../src/model/correction.ts";
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
