import assert from "node:assert/strict";
import { test } from "node:test";
import { trace } from "./reading.ts";

/** The executions that each text tells, with the number of the whole that each is a part of; 0 for none. */
const ROWS: readonly (readonly [text: string, told: readonly (readonly [number, number])[]])[] = [
  [
    "At least 112 people were executed in September. Of those, 58 were executed on drug-related charges.",
    [
      [112, 0],
      [58, 112],
    ],
  ],
  [
    "At least 112 people were executed in September. The Karun Centre recorded 64 executions in the month. Of the 112, 58 were executed for murder.",
    [
      [112, 0],
      [64, 0],
      [58, 112],
    ],
  ],
  ["Six people were arrested in Karaj. Of those, two were hanged on Monday.", [[2, 0]]],
  [
    "At least 112 people were executed in September. 300 people were sentenced to death. Of those, 58 were executed.",
    [
      [112, 0],
      [58, 0],
    ],
  ],
  [
    "At least 12 people were executed in May. Of those, 58 were executed for murder.",
    [
      [12, 0],
      [58, 0],
    ],
  ],
];

for (const [text, told] of ROWS)
  test(`parts of those told before: ${text}`, () => {
    const claims = trace(text)
      .map(({ claim }) => claim)
      .filter(({ kind }) => kind === "execution");
    const least = new Map(claims.map(({ id, quantity }) => [id, quantity?.min ?? 0]));
    assert.deepEqual(
      claims.map(({ quantity }) => [quantity?.min, least.get(quantity?.subsetOf ?? "") ?? 0]),
      told,
    );
  });
