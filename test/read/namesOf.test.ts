import assert from "node:assert/strict";
import { test } from "node:test";
import { trace } from "./reading.ts";

/** Two sentences, the kind of the first, and who is its victim: names behind a number are theirs only where nothing says whose. */
const ROWS: readonly (readonly [text: string, kind: string, victims: string])[] = [
  [
    "Twelve prisoners were hanged on Monday. The names of three could be confirmed: Behnam Karimzad, Arman Tabandeh and Dara Nikpour.",
    "execution",
    "Behnam Karimzad, Arman Tabandeh, Dara Nikpour",
  ],
  [
    "Twelve prisoners were hanged on Monday. The names of three of those pardoned could be confirmed: Behnam Karimzad, Arman Tabandeh and Dara Nikpour.",
    "execution",
    "",
  ],
  [
    "Twelve prisoners were hanged on Monday. The identities of three of the guards were published: Behnam Karimzad, Arman Tabandeh and Dara Nikpour.",
    "execution",
    "",
  ],
  [
    "Five protesters were killed on Monday. The names of two of the wounded are known: Behnam Karimzad and Arman Tabandeh.",
    "killing",
    "",
  ],
  [
    "Five men were hanged. The names of two judges were published: Behnam Karimzad and Arman Tabandeh.",
    "execution",
    "",
  ],
  [
    "Three prisoners were hanged. Two of the prisoners were Behnam Karimzad and Arman Tabandeh.",
    "execution",
    "Behnam Karimzad, Arman Tabandeh",
  ],
  [
    "Three prisoners were hanged. Two of the prisoners were Behnam Karimzad and Arman Tabandeh, who were spared.",
    "execution",
    "",
  ],
  [
    "Three men were hanged. Two of the women were Mina Karimzad and Leila Tabandeh.",
    "execution",
    "",
  ],
  [
    "Three women were hanged. Two of the women were Mina Karimzad and Leila Tabandeh.",
    "execution",
    "Mina Karimzad, Leila Tabandeh",
  ],
];

for (const [text, kind, victims] of ROWS)
  test(`whose names they are: ${text}`, () => {
    const claim = trace(text).find((one) => one.claim.kind === kind)?.claim;
    assert.equal(claim?.persons.map(({ name }) => name).join(", "), victims);
  });
