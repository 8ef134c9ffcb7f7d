import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { loadPeoplePack } from "../../src/flow/archive/people/peoplePack.ts";
import { mentionsOf, resolvePrisons, resolveRow } from "../../src/link/mentions.ts";
import {
  CLAIM_KINDS,
  type Claim,
  type ClaimKind,
  MODALITIES,
  type Modality,
  type PersonRole,
} from "../../src/model/claim.ts";

const { country, stages } = loadPeoplePack();
const { cases } = JSON.parse(readFileSync("packs/country/ir/stages.json", "utf8")) as {
  readonly cases: Readonly<Record<string, string | null>>;
};

/** Kinds that tell nothing of a case or of a danger to a life. */
const NO_CASE: readonly ClaimKind[] = [
  "injury",
  "torture",
  "corporal-punishment",
  "protest",
  "strike",
  "transnational-repression",
  "destruction",
  "statement",
  "call",
  "statistic",
  "other-abuse",
  "other",
];

test("every kind of claim with a victim has a stage that the pack knows", () => {
  for (const kind of CLAIM_KINDS) {
    assert.ok(kind in cases, `${kind} is not named`);
    const stage = cases[kind] ?? null;
    if (NO_CASE.includes(kind)) assert.equal(stage, null, kind);
    else assert.ok(stages.has(stage ?? ""), kind);
  }
});

test("what a stage counts as in doubt is a stage of no death, in modalities that there are", () => {
  for (const { id, as, risk } of stages.values())
    for (const [modality, other] of as) {
      assert.ok(MODALITIES.includes(modality));
      assert.notEqual(modality, "happened", id);
      assert.ok((stages.get(other)?.risk ?? 9) < 9, `${id} as ${other}`);
      assert.ok(risk < 9 || (stages.get(other)?.risk ?? 0) >= 3, `${id} as ${other} is a danger`);
    }
});

const SPAN = { start: 0, end: 5, quote: "Kaveh" };

function stageOf(
  kind: ClaimKind,
  stage: string | null,
  role: PersonRole = "victim",
  modality: Modality = "happened",
): string | null | undefined {
  return claimOf(kind, stage, role, modality)?.stage;
}

function claimOf(
  kind: ClaimKind,
  stage: string | null,
  role: PersonRole,
  modality: Modality,
  hedge: string | null = null,
) {
  const person = { name: "Kaveh Nikpour", age: null, sex: null, father: null, role, span: SPAN };
  const claim = {
    id: "c1",
    kind,
    stage,
    modality,
    hedge,
    persons: [person],
    period: null,
    places: [],
    charges: [],
  } as unknown as Claim;
  return mentionsOf([claim], country)[0]?.claims[0];
}

test("a death that is feared or rumoured is a doubt, one that is reported is a report", () => {
  const rows: readonly (readonly [string | null, Modality])[] = [
    [null, "happened"],
    ["reportedly", "happened"],
    ["said to", "happened"],
    ["feared to", "unclear"],
    ["Unconfirmed", "unclear"],
    ["possibly", "unclear"],
    ["به ادعای", "unclear"],
  ];
  for (const [hedge, expected] of rows)
    assert.equal(
      claimOf("execution", null, "victim", "happened", hedge)?.modality,
      expected,
      hedge ?? "",
    );
  assert.equal(claimOf("arrest", null, "victim", "happened", "feared")?.modality, "happened");
});

test("a claim's words say its stage nearer, never less danger or more than its kind", () => {
  const rows: readonly (readonly [ClaimKind, string | null, string | null, PersonRole?])[] = [
    ["imminent-execution", null, "at-risk", "at-risk"],
    ["imminent-execution", "last-visit", "last-visit", "at-risk"],
    ["imminent-execution", "interrogation", "at-risk", "at-risk"],
    ["imminent-execution", "returned-to-ward", "at-risk", "at-risk"],
    ["imminent-execution", "executed", "at-risk", "at-risk"],
    ["stay", null, "stayed", "at-risk"],
    ["stay", "returned-to-ward", "returned-to-ward", "at-risk"],
    ["stay", "executed", "stayed", "at-risk"],
    ["clemency", "pardoned", "pardoned", "at-risk"],
    ["clemency", null, "spared", "at-risk"],
    ["execution", "executed-secret", "executed-secret"],
    ["killing", null, "killed"],
    ["killing", null, null, "suspect"],
    ["killing", null, null, "convicted"],
    ["execution", null, "perhaps-at-risk", "convicted"],
    ["other-abuse", "burial-denied", "burial-denied"],
    ["torture", null, null],
  ];
  for (const [kind, said, expected, role] of rows)
    assert.equal(stageOf(kind, said, role), expected, `${kind} ${said} ${role}`);
  assert.equal(stageOf("killing", null, "suspect", "alleged"), null, "who is accused of it");
  for (const modality of ["called-to-stop", "called-for"] as const)
    assert.equal(
      stageOf("call", null, "at-risk", modality),
      "at-risk",
      "as the history reads it: whose execution somebody asks to halt is perhaps in danger of it",
    );
  assert.equal(stageOf("call", null, "convicted", "called-to-stop"), null);
  assert.equal(
    stageOf("killing", null, "at-risk", "at-risk"),
    "killed",
    "a threat, as the history reads it",
  );
});

const PRISONS: readonly (readonly [words: string, role: "prison" | "event", id: string | null])[] =
  [
    ["Shiraz Prison", "prison", "ir/city/shiraz"],
    ["زندان شیراز", "prison", "ir/city/shiraz"],
    ["Nowhere Prison", "prison", null],
    ["Central Prison", "prison", null],
    ["Shiraz Street", "event", null],
  ];
for (const [words, role, id] of PRISONS)
  test(`resolvePrisons() of ${words}`, () => {
    const place = { words, id: null, role, span: { ...SPAN, quote: words } };
    const [found] = resolvePrisons({ places: [place] } as unknown as Claim, country).places;
    assert.equal(found?.id, id);
  });

const ROWS: readonly (readonly [cell: string, id: string | null])[] = [
  ["زندان عادل‌آباد شیراز", "ir/prison/adelabad"],
  ["عادل آباد شيراز", "ir/prison/adelabad"],
  ["زندان وكيل‌آباد مشهد", "ir/prison/vakilabad"],
  ["Vakilabad prison, Mashhad", "ir/prison/vakilabad"],
  ["Shiraz, Adelabad", "ir/prison/adelabad"],
  ["Ghezel-Hesar (Karaj)", "ir/prison/ghezel-hesar"],
  ["ندامتگاه قزل‌حصار", "ir/prison/ghezel-hesar"],
  ["زندان مركزي اصفهان", "ir/prison/dastgerd"],
  ["زندان تبریز", "ir/city/tabriz"],
  ["Jail of the Navy, Tabriz", "ir/city/tabriz"],
  // Where the packs do not have it, a town that is part of a name, and what is no prison.
  ["زندان وکیل‌آباد تهران", null],
  ["Vakilabad prison, Tehran", null],
  ["Evin, Mashhad", null],
  ["Nezam", null],
  ["Mashhadi ward", null],
  ["زندان گل‌آباد", null],
];
for (const [cell, id] of ROWS)
  test(`resolveRow() of ${cell} below "Prison"`, () => {
    const place = { words: cell, id: null, role: "prison", span: { ...SPAN, quote: cell } };
    const claim = { places: [place], charges: [] } as unknown as Claim;
    assert.equal(resolveRow(claim, country).places[0]?.id, id);
  });

test("resolveRow() leaves a prison that is not known in the town of its own column", () => {
  const places = [
    { words: "Shiraz", id: null, role: "event", span: SPAN },
    { words: "Jail of the Navy, Tabriz", id: null, role: "prison", span: SPAN },
  ];
  const claim = { places, charges: [] } as unknown as Claim;
  assert.deepEqual(
    resolveRow(claim, country).places.map(({ id }) => id),
    ["ir/city/shiraz", null],
  );
});
