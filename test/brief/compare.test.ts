import assert from "node:assert/strict";
import { test } from "node:test";
import {
  areFarApart,
  compareQuantities,
  comparableOf,
  type Comparison,
} from "../../src/brief/compare.ts";
import type { NumberedClaim } from "../../src/brief/figures.ts";
import { atLeast, days, exactly, makeReading, moreThan, type ClaimSpec } from "./makeReading.ts";

type Spec = Omit<ClaimSpec, "quote">;
const MARCH = days("2021-03-01", "2021-03-31", "in March");
const APRIL = days("2021-04-01", "2021-04-30", "in April");
const YEAR = days("2021-01-01", "2021-12-31", "in 2021");
const base: Spec = { quantity: exactly(40), period: MARCH, places: [{ words: "Land", id: "zz" }] };

function claim(spec: Spec, id: string): NumberedClaim {
  const [made] = makeReading({
    id,
    text: "x",
    claims: [{ quote: "x", ...base, ...spec }],
  }).claims;
  if (made === undefined || made.quantity === null) throw new RangeError("no number");
  return { ...made, quantity: made.quantity };
}

function compare(left: Spec, right: Spec, oneReport = false): Comparison {
  return compareQuantities(
    comparableOf(claim(left, "a")),
    comparableOf(claim(right, oneReport ? "a" : "b")),
  );
}

const ROWS: readonly (readonly [string, Spec, Spec, string, readonly string[], boolean | null])[] =
  [
    ["equal numbers", {}, {}, "comparable", [], true],
    ["different numbers", {}, { quantity: exactly(50) }, "comparable", [], false],
    ["a floor below", { quantity: atLeast(35) }, {}, "comparable", ["bound"], true],
    ["a floor above", { quantity: atLeast(45) }, {}, "comparable", ["bound"], false],
    ["more than the same", { quantity: moreThan(40) }, {}, "comparable", ["bound"], false],
    [
      "about, a little off",
      { quantity: { ...exactly(42), approximate: true } },
      {},
      "comparable",
      ["approximate"],
      true,
    ],
    ["another act", { kind: "killing" }, {}, "not-comparable", ["kind"], null],
    ["another window", { period: APRIL }, {}, "not-comparable", ["window-apart"], null],
    [
      "an overlapping window",
      { period: days("2021-03-10", "2021-04-10", "lately") },
      {},
      "not-comparable",
      ["window-partly"],
      null,
    ],
    [
      "a month in its year",
      {},
      { period: YEAR, quantity: exactly(400) },
      "bound-only",
      ["window-within"],
      true,
    ],
    [
      "a month above its year",
      {},
      { period: YEAR, quantity: exactly(30) },
      "bound-only",
      ["window-within"],
      false,
    ],
    [
      "a year around its month",
      { period: YEAR, quantity: exactly(400) },
      {},
      "bound-only",
      ["window-around"],
      true,
    ],
    [
      "a month that is not said",
      { period: { ...MARCH, basis: "unresolved" } },
      {},
      "cannot-tell",
      ["window-unknown"],
      null,
    ],
    [
      "an open start",
      { period: days(null, "2021-03-31", "to date") },
      {},
      "cannot-tell",
      ["window-open"],
      null,
    ],
    [
      "an order of magnitude",
      { quantity: { words: "dozens", min: 24, approximate: true } },
      {},
      "cannot-tell",
      ["vague"],
      null,
    ],
    [
      "women beside people",
      { quantity: { ...exactly(4), unit: "women" } },
      { quantity: { ...exactly(40), unit: "people" } },
      "cannot-tell",
      ["group"],
      null,
    ],
    [
      "prisoners beside people",
      { quantity: { ...exactly(40), unit: "prisoners" } },
      { quantity: { ...exactly(40), unit: "people" } },
      "comparable",
      [],
      true,
    ],
    [
      "a part beside the whole",
      { quantity: { ...exactly(4), unit: "people", subsetOf: "b-1" } },
      {},
      "not-comparable",
      ["part"],
      null,
    ],
    ["a plan beside a deed", { modality: "intended" }, {}, "not-comparable", ["modality"], null],
    ["what goes on beside a deed", { modality: "ongoing" }, {}, "comparable", [], true],
    [
      "a rate beside a count",
      { quantity: { ...exactly(40), measure: "rate", per: "day" } },
      {},
      "not-comparable",
      ["measure"],
      null,
    ],
    [
      "another place",
      { places: [{ words: "Elsewhere", id: "yy" }] },
      {},
      "not-comparable",
      ["place-apart"],
      null,
    ],
    [
      "a prison in the country",
      { places: [{ words: "Gate", id: "zz/prison/gate" }] },
      {},
      "not-comparable",
      ["place-within"],
      null,
    ],
    [
      "a prison and its country",
      {
        places: [
          { words: "Gate", id: "zz/prison/gate" },
          { words: "Land", id: "zz" },
        ],
      },
      {},
      "not-comparable",
      ["place-within"],
      null,
    ],
    ["no place said", { places: [] }, {}, "comparable", ["place-unknown"], true],
    [
      "the place a person comes from",
      { places: [{ words: "Elsewhere", id: "yy", role: "origin" }] },
      {},
      "comparable",
      ["place-unknown"],
      true,
    ],
    [
      "another calendar",
      { period: { ...days("2021-03-21", "2021-04-20", "in Farvardin"), calendar: "jalali" } },
      {},
      "not-comparable",
      ["window-partly", "calendar"],
      null,
    ],
  ];
for (const [why, left, right, verdict, reasons, both] of ROWS) {
  test(`compareQuantities() with ${why}: ${verdict}`, () => {
    assert.deepEqual(compare(left, right), { verdict, reasons, canBothHold: both });
  });
}

test("compareQuantities() gives the same verdict with its sides exchanged", () => {
  for (const [, left, right] of ROWS) {
    const [there, back] = [compare(left, right), compare(right, left)];
    assert.deepEqual([there.verdict, there.canBothHold], [back.verdict, back.canBothHold]);
  }
});

test("compareQuantities() holds no speaker against himself within one report", () => {
  const { verdict, reasons } = compare({ quantity: atLeast(41) }, { quantity: exactly(11) }, true);
  assert.deepEqual([verdict, reasons], ["cannot-tell", ["same-voice"]]);
});

test("compareQuantities() compares two speakers of one report", () => {
  const two = compare(
    { by: { source: "police" } },
    { by: { source: "a doctor" }, quantity: exactly(60) },
    true,
  );
  assert.deepEqual([two.verdict, two.canBothHold], ["comparable", false]);
});

test("areFarApart() lets a pair stand that differs in one way only", () => {
  assert.equal(areFarApart(compare({ kind: "killing" }, {})), false);
  assert.equal(areFarApart(compare({ kind: "killing", period: APRIL }, {})), true);
});

test("compareQuantities() leaves undecided what may be of another country, where nobody says of which", () => {
  const here = (countries: readonly string[] | null) =>
    comparableOf(claim({ places: [] }, "a"), countries);
  const there = comparableOf(claim({ places: [{ words: "Land", id: "zz" }] }, "b"), ["zz"]);
  const verdictOf = (countries: readonly string[] | null) => {
    const { verdict, reasons } = compareQuantities(here(countries), there);
    return [verdict, ...reasons];
  };
  assert.deepEqual(verdictOf(["zz"]), ["comparable", "place-unknown"]);
  assert.deepEqual(verdictOf(["yy"]), ["not-comparable", "place-apart"]);
  assert.deepEqual(verdictOf([]), ["cannot-tell", "country-unknown"]);
  assert.deepEqual(verdictOf(null), ["comparable", "place-unknown"]);
});
