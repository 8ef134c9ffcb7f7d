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

const SPEAKERS = [
  "A lawyer who has met the family",
  "An official who could not be named",
  "A witness who identified the victims",
  "A lawyer who represents three men",
  "A prisoner who was not hanged",
  "An activist who had been arrested in 2019",
  "Officials who would not be named",
  "The man who leads the group",
];
const SAYINGS = ["said", "said that", "says", "confirmed that", "told reporters", "announced that"];
const SAID = [
  ["five men were hanged in Karun", "execution", 5, ""],
  ["Karim Zand was hanged in Karun", "execution", 1, "Karim Zand"],
  ["seven people were shot dead in Karun", "killing", 7, ""],
  ["Omid Rad had been arrested", "arrest", 1, "Omid Rad"],
] as const;

test("who speaks behind a relative clause is not the one of whom is spoken", () => {
  const wrong: string[] = [];
  for (const speaker of SPEAKERS)
    for (const saying of SAYINGS)
      for (const [said, kind, count, names] of SAID) {
        const text = `${speaker} ${saying} ${said}.`;
        const claims = trace(text, "en", openPacks).map(({ claim }) => claim);
        const own = claims.findLast(
          (claim) => claim.kind === kind && claim.quantity?.min === count,
        );
        const told = own?.persons.filter(({ role }) => role === "victim").map(({ name }) => name);
        if (own?.modality !== "happened" || told?.join() !== names) wrong.push(text);
      }
  assert.deepEqual(wrong, []);
});
