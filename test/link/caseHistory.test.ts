import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { loadPeoplePack } from "../../src/flow/archive/people/peoplePack.ts";
import { historyOf } from "../../src/link/caseHistory.ts";
import type { CaseHistory, StageClaim } from "../../src/model/caseHistory.ts";
import type { Modality } from "../../src/model/claim.ts";

const { stages: STAGES } = loadPeoplePack();

/** A claim of a case: "sentenced-death 2024-05-01 @2024-05-03", "2024-01-01/2024-12-31"; without a day it is only reported. */
function said(words: string, modality: Modality = "happened"): StageClaim {
  const [stage = "", ...days] = words.split(" ");
  const day = days.find((part) => !part.startsWith("@")) ?? null;
  const reported = days.find((part) => part.startsWith("@"))?.slice(1) ?? null;
  return {
    claim: `c-${words}`,
    document: `d-${reported}`,
    stage,
    modality,
    earliest: day?.split("/")[0] ?? null,
    latest: day?.split("/").at(-1) ?? null,
    reported,
  };
}

/** The claim of an older version of a page. */
function ofOlder(claim: StageClaim, newer: string): StageClaim {
  return { ...claim, isWithdrawn: true, newer };
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
    "a release of which nobody knows when, told by another report, does not come after a dated sentence",
    [said("released"), said("sentenced-prison 2026-01-16 @2026-01-17")],
    "sentenced-prison 0",
  ],
  [
    "nor after one of which the day of the report is known",
    [said("released"), said("sentenced-prison @2026-01-17")],
    "sentenced-prison 0",
  ],
  [
    "a release without a day comes after what its own report tells",
    [said("arrested 2026-01-05"), said("released")],
    "released 0",
  ],
  [
    "what only an older version of a page says is stepped back by what its newest tells, whatever the days",
    [
      ofOlder(said("sentence-upheld @2025-10-01"), "d-2025-10-03"),
      said("sc-quashed 2025-09-30 @2025-10-03"),
    ],
    "sc-quashed 0",
  ],
  [
    "not by what another page tells",
    [
      ofOlder(said("sentence-upheld @2025-10-01"), "d-2025-10-02"),
      said("sc-quashed 2025-09-30 @2025-10-03"),
    ],
    "sentence-upheld 2",
  ],
  [
    "nor where another report says it too",
    [
      ofOlder(said("sentence-upheld @2025-10-01"), "d-2025-10-03"),
      said("sentence-upheld @2025-10-02"),
      said("sc-quashed 2025-09-30 @2025-10-03"),
    ],
    "sentence-upheld 2",
  ],
  [
    "nor where it leads to the gallows",
    [
      ofOlder(said("solitary-transfer @2025-10-01"), "d-2025-10-03"),
      said("sc-quashed 2025-09-30 @2025-10-03"),
    ],
    "solitary-transfer 4",
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
  [
    "an execution that is only feared or planned is a danger, never a death",
    [said("executed 2025-12-01 @2025-11-25", "at-risk"), said("executed @2025-11-25", "intended")],
    "at-risk 4",
  ],
  [
    "an execution that is doubted, possible or asked for is perhaps a danger",
    [
      said("executed 2025-12-01 @2025-11-25", "unclear"),
      said("at-risk @2025-11-25", "hypothetical"),
      said("executed-secret @2025-11-25", "called-to-stop"),
    ],
    "perhaps-at-risk 3",
  ],
  [
    "a death in custody that is feared is a danger",
    [said("died-in-custody @2025-11-25", "at-risk")],
    "life-in-danger 3",
  ],
  [
    "a death in custody that is rumoured leaves a danger",
    [said("died-in-custody @2025-11-25", "unclear")],
    "life-in-danger 3",
  ],
  [
    "a planned execution keeps its day set",
    [said("scheduled 2025-11-26 @2025-11-24", "intended")],
    "scheduled 5",
  ],
  [
    "a stay after the report of a planned execution steps it down, before the planned day",
    [said("executed 2025-11-30 @2025-11-20", "intended"), said("stayed 2025-11-25 @2025-11-25")],
    "stayed 3",
  ],
  [
    "a danger told again after a stay is there again",
    [
      said("at-risk @2025-11-20", "at-risk"),
      said("stayed 2025-11-25 @2025-11-25"),
      said("at-risk @2025-11-30", "at-risk"),
    ],
    "at-risk 4",
  ],
  [
    "a step back in a window that holds the standing step lowers nothing",
    [
      said("returned-to-ward 2025-01-01/2025-12-31 @2025-11-25"),
      said("last-visit 2025-11-20 @2025-11-25"),
    ],
    "last-visit 5",
  ],
  [
    "an undated return in the report of the last visit lowers nothing",
    [said("returned-to-ward @2025-11-25"), said("last-visit 2025-11-24 @2025-11-25")],
    "last-visit 5",
  ],
  [
    "a quashing that is recalled takes nobody off the list",
    [said("sc-quashed @2025-11-25"), said("scheduled 2025-11-24 @2025-11-24")],
    "scheduled 5",
  ],
  [
    "an undated pardon takes nobody off the list, a dated one does",
    [said("solitary-transfer 2025-11-20 @2025-11-21"), said("pardoned @2025-11-28")],
    "solitary-transfer 4",
  ],
  [
    "a dated pardon ends the danger",
    [said("solitary-transfer 2025-11-20 @2025-11-21"), said("pardoned 2025-11-28 @2025-11-28")],
    "pardoned 0",
  ],
  [
    "an undated stay as the news of a later report lowers the risk, on the list",
    [said("solitary-transfer 2025-11-20 @2025-11-21"), said("stayed @2025-11-28")],
    "stayed 3",
  ],
  [
    "a vague transfer does not swallow the second of two",
    [
      said("solitary-transfer 2024-01-05 @2024-01-06"),
      said("returned-to-ward 2024-02-01 @2024-02-02"),
      said("solitary-transfer 2025-11-20 @2025-11-21"),
      said("solitary-transfer 2024-01-01/2025-12-31 @2025-11-22"),
    ],
    "solitary-transfer 4",
  ],
  [
    "an undated transfer long after an old one is a new one",
    [
      said("solitary-transfer 2024-01-05 @2024-01-06"),
      said("returned-to-ward 2024-02-01 @2024-02-02"),
      said("solitary-transfer @2025-11-21"),
    ],
    "solitary-transfer 4",
  ],
];

for (const [name, claims, expected] of CASES)
  test(name, () => {
    assert.equal(standsAt(historyOf(claims, STAGES)), expected);
  });

/** A sentence on its way through the courts, told by a report a step. */
const COURTS = [
  said("arrested 2024-01-05 @2024-01-06"),
  said("sentenced-death 2024-03-01 @2024-03-02"),
  said("sc-upheld 2024-05-01 @2024-05-03"),
  said("sc-quashed 2024-07-01 @2024-07-02", "negated"),
  said("retrial-granted 2024-07-10 @2024-07-12"),
  said("sentenced-death 2024-10-01 @2024-10-02"),
  said("sentence-upheld 2024-12-01 @2024-12-02"),
  said("commuted 2025-02-01 @2025-02-03"),
];
/** Where the case stands after each of them. */
const STANDS = [
  "arrested 0",
  "sentenced-death 1",
  "sc-upheld 2",
  "sc-quashed 0",
  "retrial-granted 1",
  "sentenced-death 1",
  "sentence-upheld 2",
  "commuted 0",
];

test("an overturned sentence is a step of its own, and a new sentence another one, whichever is reported first", () => {
  for (const [at, expected] of STANDS.entries()) {
    const told = COURTS.slice(0, at + 1);
    for (const claims of [told, told.toReversed()])
      assert.equal(standsAt(historyOf(claims, STAGES)), expected);
    const { steps } = historyOf(told, STAGES);
    assert.equal(steps.length, at + 1);
    assert.deepEqual(
      steps.map(({ stage }) => stage),
      told.map(({ stage }) => stage),
    );
  }
  fc.assert(
    fc.property(fc.shuffledSubarray(COURTS, { minLength: COURTS.length }), (claims) => {
      assert.deepEqual(historyOf(claims, STAGES), historyOf(COURTS, STAGES));
    }),
    { numRuns: 30 },
  );
});

test("without a day a sentence that is told after it was overturned may be a new one", () => {
  const quashed = [
    said("sentenced-death 2024-03-01 @2024-03-02"),
    said("sc-quashed 2024-07-01 @2024-07-02", "negated"),
  ];
  const again = historyOf([...quashed, said("sentenced-death @2024-10-02")], STAGES);
  assert.equal(standsAt(again), "sentenced-death 1");
  const headline = [...quashed, said("sentenced-death @2024-07-02")];
  assert.equal(standsAt(historyOf(headline, STAGES)), "sc-quashed 0", "the report of it tells it");
  const anew = historyOf([...headline, said("sentenced-death @2024-10-02")], STAGES);
  assert.equal(standsAt(anew), "sentenced-death 1", "a report that does not, later");
  const before = historyOf([...quashed, said("sentenced-death @2024-06-02")], STAGES);
  assert.equal(standsAt(before), "sc-quashed 0");
  const both = [said("sentenced-death @2024-07-02"), said("sc-quashed @2024-07-02", "negated")];
  assert.equal(standsAt(historyOf(both, STAGES)), "sc-quashed 0", "one report tells both");
});

test("a report that tells a death and its stop without a day leaves both to a person, unless another one tells the death", () => {
  const both = [
    said("executed 2024-10-03 @2024-10-04"),
    said("stayed @2024-10-04"),
    said("returned-to-ward @2024-10-04"),
  ];
  const history = historyOf(both, STAGES);
  assert.equal(standsAt(history), "executed 9");
  assert.deepEqual(
    history.contradictions.map(({ stage }) => stage),
    ["returned-to-ward", "stayed"],
  );
  const other = [...both, said("executed 2024-10-03 @2024-10-05")];
  assert.deepEqual(historyOf(other, STAGES).contradictions, []);
  const before = [said("executed 2024-10-03 @2024-10-04"), said("stayed 2024-08-01 @2024-10-04")];
  assert.deepEqual(historyOf(before, STAGES).contradictions, []);
});

test("who tells after a death that the execution was stopped before it, and not the death, speaks against it", () => {
  const death = said("executed 2024-10-03 @2024-10-06");
  const told = (words: string) =>
    historyOf([death, said(words)], STAGES).contradictions.map(({ stage }) => stage);
  assert.deepEqual(told("returned-to-ward 2024-10-02 @2024-10-04"), ["returned-to-ward"]);
  assert.deepEqual(told("returned-to-ward 2024-10-02 @2024-10-02"), []);
  assert.deepEqual(told("sc-quashed 2024-06-02 @2024-10-04"), []);
});

test("a killing that somebody is accused of puts nobody in danger", () => {
  for (const stage of ["killed", "killed-protest", "died-in-custody"]) {
    const { risk, steps } = historyOf([said(`${stage} 2022-10-01 @2025-10-06`, "alleged")], STAGES);
    assert.deepEqual([risk, steps.length], [null, 1], stage);
  }
  assert.equal(
    standsAt(historyOf([said("killed @2025-10-06", "at-risk")], STAGES)),
    "life-in-danger 3",
  );
});

test("a death that a later report denies is left to a person; one that was denied before it is not", () => {
  const death = said("executed 2024-10-03 @2024-10-04");
  const told = (words: string) =>
    historyOf([death, said(words, "negated")], STAGES).contradictions.map(({ stage }) => stage);
  assert.deepEqual(told("executed @2024-10-06"), ["executed"]);
  assert.deepEqual(told("executed @2024-10-04"), ["executed"], "the same report");
  assert.deepEqual(told("executed"), ["executed"], "nobody knows when");
  assert.deepEqual(told("executed @2024-09-20"), []);
  assert.deepEqual(told("sentenced-death @2024-10-06"), []);
});

test("a prison sentence says more than an arrest", () => {
  const jailed = [
    said("arrested 2024-01-05 @2024-01-06"),
    said("sentenced-prison 2024-03-01 @2024-03-02"),
  ];
  assert.equal(standsAt(historyOf(jailed, STAGES)), "sentenced-prison 0");
  const released = [...jailed, said("released 2024-09-01 @2024-09-02")];
  assert.equal(standsAt(historyOf(released, STAGES)), "released 0");
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

test("a step back that may be older is told as perhaps, and the risk is kept", () => {
  const { perhaps } = historyOf(
    [said("sc-quashed @2025-11-25"), said("scheduled 2025-11-24 @2025-11-24")],
    STAGES,
  );
  assert.deepEqual(
    perhaps.map(({ stage }) => stage),
    ["sc-quashed"],
  );
});

test("a danger told well after a reported death, by a report that does not tell it, is a contradiction", () => {
  const of = (...claims: readonly StageClaim[]) =>
    historyOf([said("executed 2025-11-20 @2025-11-21"), ...claims], STAGES).contradictions.length;
  assert.equal(of(said("at-risk @2025-12-05", "at-risk")), 1);
  assert.equal(of(said("at-risk @2025-11-21", "at-risk")), 0, "the report of the death itself");
  assert.equal(of(said("at-risk @2025-11-22", "at-risk")), 0, "a report that did not know yet");
  assert.equal(of(said("solitary-transfer 2025-11-24 @2025-11-24")), 1);
});

test("a death that another report only alleges, on another day, is no sign of life", () => {
  const of = (...claims: readonly StageClaim[]) =>
    historyOf([said("executed 2025-11-20 @2025-11-21"), ...claims], STAGES).contradictions.length;
  assert.equal(of(said("executed 2025-11-22 @2025-11-23", "alleged")), 0);
  assert.equal(of(said("executed @2025-12-20", "called-to-stop")), 0);
  assert.equal(of(said("executed 2025-11-26 @2025-11-23", "intended")), 1, "said to be alive then");
});

test("of one who is confirmed alive no reported death moves the case", () => {
  const claims = [
    said("sentenced-death 2024-05-01 @2024-05-03"),
    said("executed 2024-11-11 @2024-11-13"),
  ];
  const history = historyOf(claims, STAGES, { isAlive: true });
  assert.equal(standsAt(history), "sentenced-death 1");
  assert.equal(history.steps.length, 2, "what was reported stays to be seen");
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

const EXECUTED = said("executed 2025-06-10 @2025-06-11");

/** What is told beside an execution on 10 June, and whether it is held against it. */
const SIGNS: readonly (readonly [why: string, claim: StageClaim, isAgainst: boolean])[] = [
  ["alive, as of a later report", said("alive @2025-06-12", "ongoing"), true],
  ["alive, nobody knows when", said("alive", "ongoing"), true],
  ["alive, as of a report of before", said("alive @2025-06-09", "ongoing"), false],
  ["alive, as of the day itself", said("alive @2025-06-10", "ongoing"), true],
  ["alive, in the report of the death", said("alive @2025-06-11", "ongoing"), true],
  ["phoned on a later day", said("alive 2025-06-12 @2025-06-13"), true],
  ["phoned on a day that may be before", said("alive 2025-06-01/2025-06-30 @2025-06-13"), true],
  ["phoned on a day before", said("alive 2025-06-08 @2025-06-13"), false],
  ["phoned, told without a day in the report of the death", said("alive @2025-06-11"), false],
  ["phoned, told without a day later", said("alive @2025-06-13"), true],
  ["phoned, told before", said("alive @2025-06-01"), false],
  ["perhaps alive", said("alive @2025-06-12", "hypothetical"), false],
  ["not alive", said("alive @2025-06-12", "negated"), false],
  ["held now, as a report of weeks later tells", said("arrested @2025-06-28", "ongoing"), true],
  ["held now, as a report of the next day tells", said("arrested @2025-06-11", "ongoing"), false],
  ["was arrested, as a report of weeks later tells", said("arrested @2025-06-28"), false],
  ["released on a later day", said("released 2025-06-12 @2025-06-13"), true],
  [
    "released in that month, by another report",
    said("released 2025-06-01/2025-06-30 @2025-06-13"),
    true,
  ],
  ["released before", said("released 2025-06-01 @2025-06-13"), false],
  ["released, nobody knows when", said("released"), true],
  [
    "quashed in that month: the usual course",
    said("sc-quashed 2025-06-01/2025-06-30 @2025-06-13"),
    false,
  ],
];

for (const [why, claim, isAgainst] of SIGNS)
  test(`${isAgainst ? "speaks" : "does not speak"} against an execution: ${why}`, () => {
    const history = historyOf([EXECUTED, claim], STAGES);
    assert.equal(standsAt(history), "executed 9");
    assert.equal(history.contradictions.length, isAgainst ? 1 : 0);
    assert.deepEqual(historyOf([EXECUTED, claim], STAGES, { isAlive: true }).contradictions, []);
  });

/** What is told beside an execution that a report of 20 June tells without a day. */
const BESIDE_UNDATED: typeof SIGNS = [
  ["alive, as of a report three days before", said("alive @2025-06-17", "ongoing"), true],
  ["alive, as of a later report", said("alive @2025-06-22", "ongoing"), true],
  ["phoned three days before", said("alive 2025-06-17 @2025-06-18"), true],
  ["alive, as of a report a year before", said("alive @2024-06-17", "ongoing"), false],
  ["phoned a year before", said("alive 2024-06-17 @2024-06-18"), false],
  ["perhaps alive", said("alive @2025-06-17", "hypothetical"), false],
  [
    "alive before, as the report of the death tells it",
    said("alive 2025-06-17 @2025-06-20"),
    false,
  ],
];

for (const [why, claim, isAgainst] of BESIDE_UNDATED)
  test(`${isAgainst ? "speaks" : "does not speak"} against an execution without a day: ${why}`, () => {
    for (const claims of [
      [said("executed @2025-06-20"), claim],
      [claim, said("executed @2025-06-20")],
    ]) {
      const history = historyOf(claims, STAGES);
      assert.equal(standsAt(history), "executed 9");
      assert.equal(history.contradictions.length, isAgainst ? 1 : 0);
    }
  });

test("a sign of life ends no danger, and moves nobody who is told nothing else of", () => {
  const danger = said("solitary-transfer 2025-06-01 @2025-06-02");
  const alive = said("alive 2025-06-05 @2025-06-05", "ongoing");
  assert.equal(standsAt(historyOf([danger, alive], STAGES)), "solitary-transfer 4");
  assert.equal(standsAt(historyOf([alive], STAGES)), "alive 0");
});
