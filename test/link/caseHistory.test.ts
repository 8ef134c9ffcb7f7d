import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { historyOf } from "../../src/link/caseHistory.ts";
import type { CaseHistory, Stage, StageClaim } from "../../src/model/caseHistory.ts";
import type { Modality } from "../../src/model/claim.ts";

const rows = JSON.parse(readFileSync("packs/country/ir/stages.json", "utf8")) as {
  readonly items: readonly (Omit<Stage, "reverses"> & { readonly reverses?: boolean })[];
};
const STAGES: ReadonlyMap<string, Stage> = new Map(
  rows.items.map((row) => [row.id, { ...row, reverses: row.reverses ?? false }]),
);

/** A claim of a case: "sentenced-death 2024-05-01 @2024-05-03"; without a day it is only reported. */
function said(words: string, modality: Modality = "happened"): StageClaim {
  const [stage = "", ...days] = words.split(" ");
  const day = days.find((part) => !part.startsWith("@")) ?? null;
  const reported = days.find((part) => part.startsWith("@"))?.slice(1) ?? null;
  return {
    claim: `c-${words}`,
    document: `d-${reported}`,
    stage,
    modality,
    earliest: day,
    latest: day,
    reported,
  };
}

function standsAt({ standsAt, risk }: CaseHistory): string {
  return `${standsAt?.stage} ${risk}`;
}

const CASES: readonly (readonly [string, readonly StageClaim[], string])[] = [
  [
    "a case stands at its last stage",
    [said("arrested 2024-01-05 @2024-01-06"), said("sentenced-death 2024-05-01 @2024-05-03")],
    "sentenced-death 1",
  ],
  [
    "a stay steps the risk down",
    [
      said("solitary-transfer 2024-06-01 @2024-06-02"),
      said("returned-to-ward 2024-06-05 @2024-06-06"),
    ],
    "returned-to-ward 3",
  ],
  [
    "a renewed transfer steps it up again",
    [
      said("solitary-transfer 2024-06-01 @2024-06-02"),
      said("returned-to-ward 2024-06-05 @2024-06-06"),
      said("solitary-transfer 2024-07-10 @2024-07-11"),
    ],
    "solitary-transfer 4",
  ],
  [
    "the past told again lowers no risk",
    [
      said("solitary-transfer 2024-06-01 @2024-06-02"),
      said("sentenced-death @2024-06-20"),
      said("arrested @2024-06-20"),
    ],
    "solitary-transfer 4",
  ],
  [
    "what is denied moves no case",
    [said("sentenced-death 2024-05-01 @2024-05-03"), said("executed @2024-05-04", "negated")],
    "sentenced-death 1",
  ],
  [
    "what is only asked for moves no case",
    [said("sentenced-death 2024-05-01 @2024-05-03"), said("pardoned @2024-05-04", "called-for")],
    "sentenced-death 1",
  ],
  [
    "an old sentence in the report of an execution comes before it",
    [said("executed 2024-11-11 @2024-11-13"), said("sentenced-death @2024-11-13")],
    "executed 9",
  ],
];

for (const [name, claims, expected] of CASES)
  test(name, () => {
    assert.equal(standsAt(historyOf(claims, STAGES)), expected);
  });

test("the order in which reports arrive changes nothing", () => {
  for (const [, claims] of CASES)
    fc.assert(
      fc.property(fc.shuffledSubarray([...claims], { minLength: claims.length }), (shuffled) => {
        const one = historyOf(claims, STAGES);
        const other = historyOf(shuffled, STAGES);
        assert.deepEqual(
          other.steps.map(({ stage, latest }) => [stage, latest]),
          one.steps.map(({ stage, latest }) => [stage, latest]),
        );
        assert.equal(standsAt(other), standsAt(one));
      }),
      { numRuns: 20 },
    );
});

test("a life after a reported death is a contradiction, and does not undo it", () => {
  const history = historyOf(
    [said("executed 2024-11-11 @2024-11-13"), said("released 2025-02-01 @2025-02-02")],
    STAGES,
  );
  assert.equal(standsAt(history), "executed 9");
  assert.deepEqual(
    history.contradictions.map(({ stage }) => stage),
    ["released"],
  );
});

test("reports of one stage that are days apart are one step, those months apart are two", () => {
  const { steps } = historyOf(
    [
      said("executed 2024-11-11 @2024-11-13"),
      said("executed 2024-11-12 @2024-11-14"),
      said("solitary-transfer 2024-03-01 @2024-03-02"),
      said("solitary-transfer 2024-11-09 @2024-11-10"),
    ],
    STAGES,
  );
  assert.deepEqual(
    steps.map(({ stage, claims }) => `${stage} ${claims.length}`),
    ["solitary-transfer 1", "solitary-transfer 1", "executed 2"],
  );
});
