/** Who is called executed ("executed prisoner A") was; nobody who only stands beside the word was. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { openPacks, trace } from "./reading.ts";

const OTHERS = [
  "The executed prisoner's brother Omid Zand was arrested.",
  "The executed man's cellmate Omid Zand was freed.",
  "If executed, prisoner Omid Zand would be the third this year.",
  "Omid Zand, the father of an executed prisoner, was arrested.",
  "The lawyer for the executed men, Omid Zand, was jailed.",
  "Soon to be executed prisoner Omid Zand wrote a letter.",
  "An executed protester's widow, Omid Zand's sister, was freed.",
  "Lawyer for executed men Omid Zand was arrested.",
  "Judge of executed prisoners Omid Zand was promoted.",
];

test("nobody is executed by a word for somebody else", () => {
  const executed = OTHERS.filter((text) =>
    trace(text, "en", openPacks).some(
      ({ claim }) =>
        claim.kind === "execution" &&
        claim.modality === "happened" &&
        claim.persons.some(({ role }) => role === "victim"),
    ),
  );
  assert.deepEqual(executed, []);
});

test("who is called executed was, on a day that nothing says, whatever is denied", () => {
  const texts = [
    "Officials denied meeting the widow of executed prisoner Omid Zand.",
    "The widow of executed protester Omid Zand was arrested on Sunday.",
    "Agents held Karim Zand, executed prisoner Omid Zand's brother, on Sunday.",
  ];
  for (const text of texts) {
    const claims = trace(text, "en", openPacks).map(({ claim }) => claim);
    const told = claims.filter(({ kind }) => kind === "execution");
    assert.equal(told.length, 1, text);
    assert.equal(told[0]?.modality, "happened", text);
    assert.equal(told[0]?.period, null, text);
    assert.deepEqual(
      told[0]?.persons.map(({ name }) => name),
      ["Omid Zand"],
      text,
    );
  }
});
