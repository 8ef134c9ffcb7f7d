import assert from "node:assert/strict";
import { test } from "node:test";
import type { ClaimKind } from "../../src/model/claim.ts";
import { trace } from "./reading.ts";

/** Where the words of a claim end: a comma between adjectives of one noun ends nothing, any other does. */
const ROWS: readonly (readonly [kind: ClaimKind, text: string, words: string])[] = [
  [
    "death-sentence",
    "Two men were sentenced to death in short, closed hearings on Monday.",
    "Two men were sentenced to death in short, closed hearings on Monday",
  ],
  [
    "death-sentence",
    "Death sentences are issued in rushed, opaque trials where basic safeguards are denied.",
    "Death sentences are issued in rushed, opaque trials",
  ],
  ["execution", "Two men were hanged in public, police said.", "Two men were hanged in public"],
  [
    "execution",
    "Two men were hanged in secret, officials told the agency.",
    "Two men were hanged in secret",
  ],
  ["execution", "Two men were hanged in public, without a trial.", "Two men were hanged in public"],
];

for (const [kind, text, words] of ROWS)
  test(`the words of the ${kind} in "${text}"`, () => {
    const found = trace(text).filter(({ claim }) => claim.kind === kind);
    assert.deepEqual(
      found.map(({ claim }) => claim.span.quote),
      [words],
    );
  });
