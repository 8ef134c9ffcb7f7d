import assert from "node:assert/strict";
import { test } from "node:test";
import type { Claim } from "../../src/model/claim.ts";
import { readClaims } from "../../src/read/readClaims.ts";
import { SILENT, TELLING } from "./killingRows.ts";
import { makeDocument, openPacks, packs } from "./reading.ts";

const KINDS: ReadonlySet<string> = new Set([
  "killing",
  "injury",
  "arrest",
  "enforced-disappearance",
  "destruction",
  "release",
]);

/** What a sentence tells of these kinds: "killing 14..; injury 30". */
function told(sentence: string): string {
  const { claims } = readClaims(makeDocument(sentence), openPacks);
  return claims
    .filter(({ kind }) => KINDS.has(kind))
    .map(brief)
    .sort()
    .join("; ");
}

function brief({ kind, quantity, modality }: Claim): string {
  const parts: string[] = [kind];
  if (quantity !== null) {
    const { min, max, minExclusive, maxExclusive } = quantity;
    const low = `${minExclusive ? ">" : ""}${min ?? ""}`;
    parts.push(min === max ? low : `${low}..${maxExclusive ? "<" : ""}${max ?? ""}`);
  }
  if (modality !== "happened") parts.push(modality);
  return parts.join(" ");
}

for (const [sentence, wanted] of TELLING) {
  test(`killings: ${sentence}`, () => assert.equal(told(sentence), wanted));
}

for (const sentence of SILENT) {
  test(`no killing: ${sentence}`, () => assert.equal(told(sentence), ""));
}

const report = (text: string): readonly Claim[] => readClaims(makeDocument(text), packs).claims;

test("killings: the suspect is never a victim", () => {
  const [claim] = report(
    "Daniel Okoro, 28, was found guilty of murdering Peter Lamb, police said.",
  ).filter(({ kind }) => kind === "killing");
  assert.equal(claim?.modality, "alleged");
  assert.deepEqual(
    claim?.persons.map(({ name, role }) => [name, role]),
    [
      ["Peter Lamb", "victim"],
      ["Daniel Okoro", "suspect"],
    ],
  );
});

test("killings: a part is tied to its whole", () => {
  const claims = report("The airstrike killed 20 people, nine of them children.");
  const whole = claims.find(({ quantity }) => quantity?.min === 20);
  const part = claims.find(({ quantity }) => quantity?.min === 9);
  assert.equal(part?.kind, "killing");
  assert.equal(part?.quantity?.subsetOf, whole?.id);
});

test("killings: the wound of somebody who was killed is the killing", () => {
  const claims = report(
    "Omid Tabari, 19, was shot in the chest as guests sat down to eat.\n\nOmid Tabari was killed in his own yard, police said.",
  );
  assert.deepEqual(
    claims
      .filter(({ kind }) => kind === "injury" || kind === "killing")
      .map(({ kind, persons }) => [kind, persons[0]?.name]),
    [
      ["killing", "Omid Tabari"],
      ["killing", "Omid Tabari"],
    ],
  );
});

test("killings: a wound stays a wound where nobody says that the person died", () => {
  const claims = report(
    "Omid Tabari, 19, was shot in the chest as guests sat down to eat, police said.",
  );
  assert.ok(
    claims.some(({ kind, persons }) => kind === "injury" && persons[0]?.role === "injured"),
  );
  assert.ok(!claims.some(({ kind }) => kind === "killing"));
});
