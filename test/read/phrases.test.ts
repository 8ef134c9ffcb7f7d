import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { failingOf, type Failing, readPhrases } from "./phraseRows.ts";

/** Shares that were reached once. They only rise: a change that reads more raises them. */
const floors = JSON.parse(
  readFileSync(`${import.meta.dirname}/phrases/floor.json`, "utf8"),
) as Record<"told" | "negative", number>;

for (const are of ["told", "negative"] as const) {
  test(`readClaims() reads the standard sentences that are ${are} no worse than before`, (context) => {
    const phrases = readPhrases(are);
    assert.ok(phrases.length >= 100, `Found only ${phrases.length} sentences`);
    const failing = phrases.flatMap((phrase) => failingOf(phrase) ?? []);
    const share = (phrases.length - failing.length) / phrases.length;
    context.diagnostic(
      `${are}: ${phrases.length - failing.length} of ${phrases.length} (${share.toFixed(3)}, floor ${floors[are]})`,
    );
    assert.ok(
      share >= floors[are],
      `${share.toFixed(3)} is under the floor ${floors[are]}:\n${failing.map(format).join("\n")}`,
    );
  });
}

test("failingOf() finds fault with a sentence that tells another kind or number", () => {
  const phrase = {
    file: "en.tsv",
    kind: "execution",
    number: "3",
    modality: "",
    persons: [],
    sentence: "Two men were hanged in Tabas.",
  };
  assert.equal(failingOf(phrase)?.why, "number");
  assert.equal(failingOf({ ...phrase, kind: "release" })?.why, "missing");
  assert.equal(failingOf({ ...phrase, file: "en-negatives.tsv" })?.why, "told");
  assert.equal(failingOf({ ...phrase, number: "2" }), null);
});

function format({ why, phrase, read }: Failing): string {
  return `  ${why}: ${phrase.kind} ${phrase.number} ${phrase.sentence} => ${read}`;
}
