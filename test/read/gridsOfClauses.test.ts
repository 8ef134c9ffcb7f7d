import assert from "node:assert/strict";
import { test } from "node:test";
import { openPacks, trace } from "./reading.ts";

/** What a relative clause says of somebody is not said of what befell them. All people are invented. */
const ACTS = [
  ["execution", "hanged", "The authorities hanged"],
  ["killing", "shot dead", "Gunmen shot dead"],
  ["arrest", "arrested", "Police arrested"],
  ["death-sentence", "sentenced to death", null],
  ["injury", "wounded", "Gunmen wounded"],
] as const;

const CLAUSES = [
  "who denied murder",
  "who denied the charge",
  "who had refused to leave",
  "who tried to flee",
  "who was not armed",
  "who may have been drunk",
  "who was due to marry in May",
  "who called for calm",
  "who urged the crowd to stop",
  "who was alleged to be a spy",
  "who insists he is innocent",
  "who feared he would be killed",
  "who never returned home",
  "who had said he was beaten",
  "who failed to stop at a checkpoint",
  "whose lawyer denied the charges",
  "who should have been in school",
  "who rejected the accusation",
  "who pleaded not guilty",
];

test("what somebody denied, tried or feared takes nothing from what was done to them", () => {
  const wrong: string[] = [];
  const check = (text: string, kind: string): void => {
    const claims = trace(text, "en", openPacks).map(({ claim }) => claim);
    const own = claims.find((claim) => claim.kind === kind);
    if (own?.modality !== "happened" || own.attribution.length > 0)
      wrong.push(`${text} => ${own?.modality} by ${own?.attribution.at(-1)?.words}`);
  };
  for (const [kind, verb, deed] of ACTS)
    for (const clause of CLAUSES) {
      check(`A man, ${clause}, was ${verb} in Karun on Monday.`, kind);
      check(`A man ${clause} was ${verb} in Karun on Monday.`, kind);
      check(`Behnam Karimzad, ${clause}, was ${verb} in Karun on Monday.`, kind);
      if (deed !== null) check(`${deed} a man ${clause}.`, kind);
    }
  assert.deepEqual(wrong, []);
});
