import assert from "node:assert/strict";
import { test } from "node:test";
import { errorsByDecisions, errorsByModel, type LinkState } from "../../src/link/linkErrors.ts";

const PAIR = (a: string, b: string, probability: number) => ({ a, b, probability });

/** One person of three namings, one of one, and a pair of people in doubt. */
const STATE: LinkState = {
  personOf: new Map([
    ["1", "p"],
    ["2", "p"],
    ["3", "p"],
    ["4", "q"],
  ]),
  open: [
    PAIR("1", "2", 0.9),
    PAIR("2", "3", 0.9),
    PAIR("1", "3", 0.6),
    PAIR("3", "4", 0.2),
    PAIR("2", "4", 0.3),
  ],
  joined: [],
};

test("errors by the model count each link and each two people once", () => {
  const { wrong, missed, people } = errorsByModel(STATE);
  assert.deepEqual(
    [wrong, missed, people],
    [
      { low: 0, high: 2 },
      { low: 0, high: 1 },
      { low: 1, best: 2, high: 4 },
    ],
  );
  const decided = errorsByModel({ ...STATE, joined: [["1", "2"]] });
  assert.equal(decided.wrong.high, 1, "what a person joined is not expected to be wrong");
});

test("errors by decisions need enough of them, and say what goes by the model", () => {
  assert.equal(errorsByDecisions(STATE, [{ probability: 0.95, isSame: true }]), null);
  const judged = Array.from({ length: 40 }, (_, at) => ({ probability: 0.95, isSame: at > 0 }));
  const errors = errorsByDecisions(STATE, judged) ?? assert.fail("Nothing is told");
  // 1 of 40 wrong: 0.4 to 12.9 % of two links.
  assert.deepEqual([errors.wrong, errors.byModel], [{ low: 0, high: 1 }, 1]);
  const half = judged.map((one, at) => ({ ...one, isSame: at % 2 === 0 }));
  assert.deepEqual(errorsByDecisions(STATE, half)?.wrong, { low: 0, high: 2 });
});
