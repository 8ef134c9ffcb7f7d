import assert from "node:assert/strict";
import { test } from "node:test";
import { openPacks, trace } from "./reading.ts";

/**
 * Ways to say who those are of whom a report tells, by what was done to them: in the sentence behind it, and alone. Those named
 * must be victims, and no event may be told twice. All people are invented.
 */
type Act = {
  readonly kind: string;
  readonly told: string;
  readonly part: string;
  readonly noun: string;
};

const ACTS: readonly Act[] = [
  {
    kind: "execution",
    told: "Two men were hanged in Karun prison on Monday.",
    part: "executed in Karun",
    noun: "executed men",
  },
  {
    kind: "killing",
    told: "Two men were killed in Karun on Friday.",
    part: "killed in Karun",
    noun: "slain men",
  },
  {
    kind: "arrest",
    told: "Two men were arrested in Karun on Friday.",
    part: "arrested in Karun",
    noun: "arrested men",
  },
  {
    kind: "injury",
    told: "Two men were wounded in a shooting in Karun.",
    part: "wounded in Karun",
    noun: "wounded men",
  },
];
const NAMES = [
  "Omid Zand and Ali Saberi",
  "Omid Zand, 41, and Ali Saberi, 29",
  "Omid Zand (41) and Ali Saberi (29)",
];
const AFTER = [
  "They were identified as N.",
  "The two were named as N.",
  "Their names are N.",
  "Their identities have been confirmed as N.",
  "The group has identified the two as N.",
  "Relatives identified them as N.",
  "They have been identified by Hengaw as N.",
];
const ALONE = [
  "The {noun} were identified as N.",
  "The {noun} were named by the group as N.",
  "State media named the {noun} as N.",
  "The two men {part} were identified as N.",
  "The {noun} are N.",
  "N were identified as the {noun}.",
  "The identities of the two men {part} have been established as N.",
];

function readAll(told: (act: Act) => string, ways: readonly string[]): [number, string[]] {
  const wrong: string[] = [];
  let all = 0;
  for (const act of ACTS)
    for (const way of ways)
      for (const names of NAMES) {
        all++;
        const filled = way.replace("{noun}", act.noun).replace("{part}", act.part);
        const text = told(act) + filled.replace(/\bN\b/, names);
        const own = trace(text, "en", openPacks).flatMap(({ claim }) =>
          claim.kind === act.kind && claim.tier === "counted" ? [claim] : [],
        );
        const found = new Set(own.flatMap(({ persons }) => persons.map(({ name }) => name)));
        const loose = own.filter(({ sameAs }) => sameAs.length === 0).length;
        if (found.size !== 2 || (own.length > 1 && loose > 0)) wrong.push(text);
      }
  return [all, wrong];
}

test("readClaims() finds who those are of whom the sentence before tells", () => {
  const [all, wrong] = readAll(({ told }) => `${told} `, [...AFTER, ...ALONE]);
  assert.ok(wrong.length <= all * 0.03, wrong.join("\n"));
});

test("readClaims() finds who those are of whom no other sentence tells", () => {
  const [all, wrong] = readAll(() => "", ALONE);
  assert.ok(wrong.length <= all * 0.1, wrong.join("\n"));
});
