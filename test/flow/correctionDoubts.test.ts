import assert from "node:assert/strict";
import { test } from "node:test";
import { type Doubted, doubtsOfCorrection } from "../../src/flow/archive/correctionDoubts.ts";
import type { TypedCorrection } from "../../src/flow/archive/correct.ts";
import { knownPlaces } from "../../src/flow/archive/people/peoplePack.ts";
import type { Claim } from "../../src/model/claim.ts";
import { correctClaim, type Correction } from "../../src/model/correction.ts";

const SPAN = { start: 0, end: 4, quote: "hang" };
const CLAIM = {
  id: "c-1",
  kind: "execution",
  modality: "happened",
  span: SPAN,
  quantity: null,
  period: null,
  places: [],
  persons: [
    { name: "Barzan Torkashi", age: null, sex: null, father: null, role: "victim", span: SPAN },
  ],
  attribution: [
    { type: "indirect", words: "HRW", source: "Lantern Monitor", cue: null, span: SPAN },
  ],
} as unknown as Claim;
const TEXT =
  "Barzan Torkashi and Nalin Karkani were hanged in Old Quarry, the Lantern Monitor said.";

/** What is typed, the correction it makes, and the doubts: kind, name, the nearest. */
const CASES: readonly (readonly [
  string,
  TypedCorrection,
  Correction,
  readonly (readonly [string, string, string | null])[],
])[] = [
  [
    "a place that nobody knows",
    { place: "Nowhereville" },
    { places: ["Nowhereville"] },
    [["place", "Nowhereville", null]],
  ],
  ["a place misspelt", { place: "Rahst" }, { places: ["Rahst"] }, [["place", "Rahst", "Rasht"]]],
  [
    "places that are known",
    { place: "Rasht; Evin Prison; رشت" },
    { places: ["Rasht", "Evin Prison", "رشت"] },
    [],
  ],
  ["a place of the report alone", { place: "Old Quarry" }, { places: ["Old Quarry"] }, []],
  ["a person of the report", { person: "Nalin Karkani" }, { persons: ["Nalin Karkani"] }, []],
  [
    "a person misspelt",
    { person: "Barzan Torkasi" },
    { persons: ["Barzan Torkasi"] },
    [["person", "Barzan Torkasi", "Barzan Torkashi"]],
  ],
  [
    "a source that the report does not name",
    { source: "The Beacon" },
    { source: "The Beacon" },
    [["source", "The Beacon", null]],
  ],
  ["no source", { source: "none" }, { source: "" }, []],
  [
    "a day to come",
    { from: "2031-01-01" },
    { period: { earliest: "2031-01-01", latest: null } },
    [["day", "2031-01-01", null]],
  ],
  [
    "a day to come of what is feared",
    { from: "2031-01-01" },
    { period: { earliest: "2031-01-01", latest: null }, modality: "at-risk" },
    [],
  ],
];
for (const [name, typed, correction, expected] of CASES)
  test(`doubtsOfCorrection(): ${name}`, () => {
    const { isPlace, names } = knownPlaces();
    const asked: Doubted = {
      typed,
      now: correctClaim(CLAIM, correction),
      text: TEXT,
      claims: [CLAIM],
      isPlace,
      places: names,
      today: "2026-11-21",
    };
    assert.deepEqual(
      doubtsOfCorrection(asked).map((doubt) => [
        doubt.kind,
        doubt.name,
        "near" in doubt ? (doubt.near[0] ?? null) : null,
      ]),
      expected,
    );
  });
