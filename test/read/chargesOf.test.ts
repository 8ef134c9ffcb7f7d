import assert from "node:assert/strict";
import { test } from "node:test";
import { trace } from "./reading.ts";

/** Sentences in which several are charged, and the charges of each claim that is read. */
const SENTENCES: readonly (readonly [string, readonly (readonly string[])[]])[] = [
  ["34 men were hanged for drug offences and 22 for murder.", [["drug offences"], ["murder"]]],
  ["Two men were hanged for murder and drug offences in Karun.", [["murder", "drug offences"]]],
  ["Two men were hanged in Karun after they were convicted of murder.", [["murder"]]],
];

test("of those who are told of in one sentence each has the charges of his own words", () => {
  for (const [sentence, expected] of SENTENCES) {
    const charges = trace(sentence).map(({ claim }) => claim.charges.map(({ words }) => words));
    assert.deepEqual(charges, expected, sentence);
  }
});
