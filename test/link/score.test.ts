import assert from "node:assert/strict";
import { test } from "node:test";
import { loadRows } from "../../src/flow/loadPacks.ts";
import { matchLists } from "../../src/link/matchLists.ts";
import { makeLists } from "./made/makeLists.ts";
import { SCENARIOS } from "./made/scenario.ts";
import { STRANGE } from "./made/strange/cases.ts";
import { MORE_STRANGE } from "./made/strange/moreCases.ts";
import { makeStrange } from "./made/strange/makeStrange.ts";
import { calibrate, scorePairs } from "./made/scorePairs.ts";
import { linkModel } from "./records.ts";

/** F1 of the decision "same" on made-up lists; it only rises. npm run score:link prints more. */
const FLOORS: Readonly<Record<string, number>> = {
  "two scripts": 0.97,
  "Latin mass event": 0.955,
  "Persian against Latin": 0.962,
  small: 0.95,
};

const rows = loadRows();
const ofAll: { readonly probability: number; readonly isTrue: boolean }[] = [];
for (const scenario of SCENARIOS)
  test(`matchLists() reaches its floor on made-up lists: ${scenario.name}`, () => {
    const { a, b, truth } = makeLists(scenario, rows);
    const pairs = matchLists(a, b, linkModel);
    const key = (pair: { readonly a: string; readonly b: string }) => `${pair.a}\t${pair.b}`;
    const score = scorePairs(pairs.filter((pair) => pair.decision === "same").map(key), truth);
    const floor = FLOORS[scenario.name] ?? 1;
    assert.ok(score.f1 >= floor, `F1 ${score.f1.toFixed(4)}, floor ${floor}`);
    const ranked = pairs.map((pair) => ({
      probability: pair.probability,
      isTrue: truth.has(key(pair)),
    }));
    ofAll.push(...ranked);
    for (const { from, count, held, are } of calibrate(ranked))
      if (count >= 200 && from >= 0.5) assert.ok(Math.abs(held - are) < 0.05, `from ${from}`);
  });

test("the probabilities of matchLists() hold within .05 on all made-up lists together", () => {
  const bins = calibrate(ofAll).filter(({ count }) => count >= 60);
  assert.ok(bins.length >= 6, `${bins.length} bins`);
  for (const { from, held, are } of bins)
    assert.ok(Math.abs(held - are) <= 0.05, `from ${from}: ${held} ${are}`);
});

/** Of lists of another make: their mean F1, and what the worst of them reaches. */
const STRANGE_MEAN = 0.985;
/** And of lists of crowds and of other habits. */
const MORE_MEAN = 0.97;
const STRANGE_WORST = 0.9;

test("matchLists() reaches its floor on lists of another make, and its probabilities hold there", () => {
  const ranked: { readonly probability: number; readonly isTrue: boolean }[] = [];
  const scores = STRANGE.flatMap((one) => {
    const { a, b, truth } = makeStrange(one, rows);
    const pairs = matchLists(a, b, linkModel);
    const key = (pair: { readonly a: string; readonly b: string }) => `${pair.a}\t${pair.b}`;
    for (const pair of pairs)
      ranked.push({ probability: pair.probability, isTrue: truth.has(key(pair)) });
    const said = pairs.filter((pair) => pair.decision === "same").map(key);
    if (truth.size === 0) assert.ok(said.length <= 2, one.name);
    return truth.size === 0 ? [] : [{ name: one.name, f1: scorePairs(said, truth).f1 }];
  });
  for (const { name, f1 } of scores) assert.ok(f1 >= STRANGE_WORST, `${name}: ${f1.toFixed(4)}`);
  const mean = scores.reduce((sum, { f1 }) => sum + f1, 0) / scores.length;
  assert.ok(mean >= STRANGE_MEAN, `mean F1 ${mean.toFixed(4)}`);
  for (const { from, count, held, are } of calibrate(ranked))
    if (count >= 150) assert.ok(Math.abs(held - are) < 0.06, `from ${from}: ${held} ${are}`);
});

test("matchLists() reaches its floor on crowds and lists of other habits", () => {
  const scores = MORE_STRANGE.map((one) => {
    const { a, b, truth } = makeStrange(one, rows);
    const said = matchLists(a, b, linkModel).filter((pair) => pair.decision === "same");
    return scorePairs(
      said.map((pair) => `${pair.a}\t${pair.b}`),
      truth,
    ).f1;
  });
  const mean = scores.reduce((sum, f1) => sum + f1, 0) / scores.length;
  assert.ok(mean >= MORE_MEAN, `mean F1 ${mean.toFixed(4)}`);
});

test("matchLists() tells no pair of next to no probability", () => {
  const [scenario] = SCENARIOS;
  assert.ok(scenario);
  const { a, b } = makeLists(scenario, rows);
  const least = Math.min(...matchLists(a, b, linkModel).map(({ probability }) => probability));
  assert.ok(least >= 0.02, `${least}`);
});

test("matchLists() finds next to nothing in lists of other people", () => {
  const [scenario] = SCENARIOS;
  assert.ok(scenario);
  const { a, b, truth } = makeLists(scenario, rows);
  const known = new Set([...truth].map((pair) => pair.split("\t")[0]));
  const others = a.filter((record) => !known.has(record.id));
  const wrong = matchLists(others, b, linkModel).filter((pair) => pair.decision === "same");
  assert.ok(wrong.length <= 3, `${wrong.length}`);
});
