import assert from "node:assert/strict";
import { test } from "node:test";
import { assign } from "../../scripts/score/assign.ts";
import type { GoldClaim } from "../../scripts/score/gold.ts";
import { findPersonFaults } from "../../scripts/score/personCauses.ts";
import { scoreCase } from "../../scripts/score/scoreCase.ts";
import { addScore, emptyTally, rates } from "../../scripts/score/tally.ts";
import type { Attribution, Claim, Quantity } from "../../src/model/claim.ts";

const TEXT =
  "Police said that at least 12 men were hanged in Kerman on Monday. Rights groups called on the court to halt the execution of Samad Farhani.";

const ASSIGNMENTS: readonly (readonly [number[][], (number | null)[]])[] = [
  [[], []],
  [[[0]], [null]],
  [[[1]], [0]],
  [
    [
      [3, 2],
      [2, 0],
    ],
    [1, 0],
  ],
  [
    [[1], [2]],
    [null, 0],
  ],
  [[[1, 2, 3]], [2]],
  [
    [
      [0.5, 0.6, 0],
      [0.5, 0.7, 0],
      [0, 0, 0],
    ],
    [0, 1, null],
  ],
];
for (const [weights, expected] of ASSIGNMENTS) {
  test(`assign(${JSON.stringify(weights)})`, () => assert.deepEqual(assign(weights), expected));
}

test("a claim read as the gold has it is right in every field", () => {
  const { matches, missed, extra } = scoreCase([gold({})], [read({})]);
  assert.deepEqual([matches.length, missed.length, extra.length], [1, 0, 0]);
  assert.deepEqual(matches[0]?.wrong, []);
  assert.deepEqual(matches[0]?.harm, []);
});

/** What is changed in the gold and in the reading, and what must then be wrong and harmful. */
const ROWS: readonly (readonly [string, Partial<GoldClaim>, Partial<Claim>, string[], string[]])[] =
  [
    ["another modality", { modality: "called-to-stop" }, {}, ["modality"], ["modality"]],
    ["a happened read as alleged", {}, { modality: "alleged" }, ["modality"], []],
    ["a number left out", {}, { quantity: null }, ["quantity"], []],
    ["a number that meets", {}, { quantity: quantity(12, 12) }, ["quantity"], []],
    ["a number that does not meet", {}, { quantity: quantity(2, 11) }, ["quantity"], ["quantity"]],
    ["no source", {}, { attribution: [] }, ["source"], []],
    ["another source", {}, { attribution: [link("Amnesty")] }, ["source"], ["source"]],
    [
      "an unnamed source",
      {},
      { attribution: [{ ...link("sources"), type: "unnamed" }] },
      ["source"],
      [],
    ],
    ["a source where the author speaks", author(), {}, ["source"], ["source"]],
    ["the fuller name of the source", {}, { attribution: [link("the Kerman police")] }, [], []],
    [
      "a chain that ends in the source",
      {},
      { attribution: [link("state media"), link("police")] },
      [],
      [],
    ],
    ["a period that no gold has", {}, { period: period("2025-12-01", null) }, ["period"], []],
    ["a period without days", {}, { period: period(null, null) }, [], []],
    ["a month for its days", monthly(), { period: period("2025-11", "2025-11") }, [], []],
    ["a person too many", {}, { persons: [person("Samad Farhani")] }, ["persons"], []],
    ["a person by initial", named("Samad Farhani"), { persons: [person("S. Farhani")] }, [], []],
    [
      "another person",
      named("Samad Farhani"),
      { persons: [person("Omid Farhani")] },
      ["persons"],
      [],
    ],
  ];
for (const [name, goldPart, readPart, wrong, harm] of ROWS) {
  test(`scoreCase() with ${name}`, () => {
    const { matches } = scoreCase([gold(goldPart)], [read(readPart)]);
    assert.equal(matches.length, 1);
    assert.deepEqual(matches[0]?.wrong, wrong);
    assert.deepEqual(matches[0]?.harm, harm);
  });
}

test("an execution that was only to be halted, read as happened, is harm beside a false alarm", () => {
  const call = gold({ kind: "call", modality: "called-to-stop", start: 66, end: 139 });
  const wrong = read({ span: at("the execution of Samad Farhani") });
  const { missed, extra } = scoreCase([call], [wrong]);
  assert.equal(missed.length, 1);
  assert.deepEqual(
    extra.map(({ harm }) => harm),
    [["modality"]],
  );
});

test("optional gold is neither missed nor punished", () => {
  const optional = gold({ optional: true });
  assert.deepEqual(counts(scoreCase([optional], [])), { gold: 0, read: 0, matched: 0 });
  assert.deepEqual(counts(scoreCase([optional], [read({})])), { gold: 0, read: 0, matched: 0 });
});

test("a claim of another kind or place is a miss and a false alarm", () => {
  assert.deepEqual(counts(scoreCase([gold({})], [read({ kind: "killing" })])), {
    gold: 1,
    read: 1,
    matched: 0,
  });
  const elsewhere = read({ span: at("the execution of Samad Farhani") });
  assert.deepEqual(counts(scoreCase([gold({})], [elsewhere])), { gold: 1, read: 1, matched: 0 });
});

test("rates() of 3 found among 4 gold and 6 read", () => {
  assert.deepEqual(rates(3, 4, 6), { precision: 0.5, recall: 0.75, f: 0.6 });
});

function counts(score: ReturnType<typeof scoreCase>) {
  const tally = emptyTally();
  addScore(tally, score, null);
  return { gold: tally.gold, read: tally.read, matched: tally.matched };
}

function at(quote: string) {
  const start = TEXT.indexOf(quote);
  assert.ok(start >= 0);
  return { start, end: start + quote.length, quote };
}

function gold(part: Partial<GoldClaim>): GoldClaim {
  const span = at("at least 12 men were hanged in Kerman on Monday");
  return {
    id: "g1",
    file: "a.txt",
    published: null,
    kind: "execution",
    ...span,
    quantity: { text: "at least 12", min: 12, max: null, approx: false },
    period: null,
    attribution: { source: "Police", type: "indirect" },
    modality: "happened",
    persons: [],
    ...part,
  };
}

function author(): Partial<GoldClaim> {
  return { attribution: { source: null, type: "author" } };
}

function monthly(): Partial<GoldClaim> {
  return { period: { from: "2025-11-01", to: "2025-11-30" } };
}

function named(name: string): Partial<GoldClaim> {
  return { persons: [{ name }] };
}

function quantity(min: number | null, max: number | null): Quantity {
  return {
    min,
    max,
    minExclusive: false,
    maxExclusive: false,
    approximate: false,
    qualifier: null,
    unit: "men",
    measure: "count",
    per: null,
    subsetOf: null,
    span: at("at least 12"),
  };
}

function link(source: string): Attribution {
  return { words: source, source, type: "indirect", cue: "said", span: at("Police") };
}

function period(earliest: string | null, latest: string | null) {
  return {
    earliest,
    latest,
    mode: "some",
    calendar: "gregorian",
    basis: "publication",
    span: at("on Monday"),
  } as const;
}

function person(name: string) {
  return {
    name,
    age: null,
    sex: null,
    father: null,
    role: "victim",
    span: at("Samad Farhani"),
  } as const;
}

function read(part: Partial<Claim>): Claim {
  return {
    id: "c1",
    document: {
      id: "d",
      path: null,
      sha256: "",
      title: null,
      publisher: null,
      published: null,
      language: "en",
    },
    kind: "execution",
    span: at("at least 12 men were hanged in Kerman on Monday"),
    quantity: quantity(12, null),
    period: null,
    places: [],
    attribution: [link("police")],
    modality: "happened",
    hedge: null,
    persons: [],
    charges: [],
    stage: null,
    official: null,
    tier: "counted",
    sameAs: [],
    notes: [],
    ...part,
  };
}

test("two empty fields are right, and nothing was said to be right about", () => {
  const tally = emptyTally();
  const empty = { quantity: null, period: null, persons: [] };
  addScore(tally, scoreCase([gold(empty)], [read({ ...empty, attribution: [] })]), null);
  assert.equal(tally.right.quantity, 1);
  assert.deepEqual(tally.said.quantity, { claims: 0, right: 0 });
  assert.deepEqual(tally.said.period, { claims: 0, right: 0 });
});

/** Persons of the gold, persons read, whom the reader names in the report, and what is said to be wrong. */
const PERSONS: readonly (readonly [string[], string[], string[], string[]])[] = [
  [["Samad Farhani at-risk"], ["Samad Farhani at-risk"], [], []],
  [["Samad Farhani at-risk"], ["Samad Farhani victim"], [], ["role"]],
  [["Ali Kerman at-risk"], [], ["Ali Kerman"], ["unattached"]],
  [["Samad Farhani at-risk"], [], [], ["not-found"]],
  [["Karim Rad at-risk"], [], ["Karim Rad"], ["elsewhere"]],
  [["Karim Rad speaker"], [], ["Karim Rad"], ["speaker"]],
  [[], ["Karim Rad victim"], ["Karim Rad"], ["no-person"]],
];
for (const [wanted, found, names, causes] of PERSONS) {
  test(`persons ${wanted.join()} read as ${found.join()}`, () => {
    const one = gold({ persons: wanted.map(personOf) });
    const { matches } = scoreCase([one], [read({ persons: found.map(personOf) })]);
    const faults = findPersonFaults(matches, [one], names);
    assert.deepEqual(
      faults.map(({ cause }) => cause),
      causes,
    );
  });
}

function personOf(words: string): Claim["persons"][number] {
  const [name, role] = words.split(/ (?=\S+$)/u);
  const span = { start: 0, end: 1, quote: "P" };
  return { name: name ?? "", role: role as "victim", age: null, sex: null, father: null, span };
}
