import assert from "node:assert/strict";
import { test } from "node:test";
import { findContradictions } from "../../src/brief/comparisons.ts";
import { groupFigures, isCount } from "../../src/brief/figures.ts";
import { renderBrief } from "../../src/brief/renderBrief.ts";
import { wordsEn } from "../../src/brief/wordsEn.ts";
import type { Reading } from "../../src/model/reading.ts";
import { atLeast, days, exactly, makeReading, type ClaimSpec } from "./makeReading.ts";

/** A made-up report whose text is its claims, a line each. */
function reportOf(claims: readonly ClaimSpec[], id = "a"): Reading {
  const parts = claims.flatMap(({ quote, period, persons = [], by }) => [
    quote,
    period?.words ?? "",
    ...persons.map(({ name }) => name),
    by?.source ?? "",
  ]);
  return makeReading({ id, text: parts.join("\n"), title: "Made up", claims });
}

const figuresOf = (...readings: readonly Reading[]) =>
  groupFigures(readings.flatMap((reading) => reading.claims).filter(isCount));
const pageOf = (...readings: readonly Reading[]) =>
  renderBrief(readings, { language: "en", references: [], organisations: [] });
const DAY = days("2021-03-05", "2021-03-05", "on 5 March");

test("findContradictions() holds a count against another, and never against one whom it counts", () => {
  const witnesses = {
    quote: "four were shot",
    kind: "killing",
    quantity: exactly(4, "four"),
    period: DAY,
    by: { source: "two witnesses" },
  } as const;
  const governor = {
    quote: "one was shot",
    kind: "killing",
    quantity: exactly(1, "one"),
    period: DAY,
    by: { source: "the governor" },
  } as const;
  const found = findContradictions(figuresOf(reportOf([witnesses, governor])));
  assert.deepEqual(
    found.map(({ a, b }) => [a.size, b.size]),
    [[4, 1]],
  );
  const named = { ...governor, persons: [{ name: "Navid Rostami" }] };
  assert.deepEqual(findContradictions(figuresOf(reportOf([witnesses, named]))), []);
  const page = pageOf(reportOf([witnesses, governor]));
  const glance = /<section id="glance".*?<\/section>/s.exec(page)?.[0] ?? "";
  assert.match(glance, /two witnesses.*the governor.*href="#compared"/s);
});

test("those of one charge are a part of all, and stand against no count of all", () => {
  const span = { start: 0, end: 5, quote: "drugs" };
  const all = { quote: "at least 112 were hanged", quantity: atLeast(112), period: DAY } as const;
  const some = {
    quote: "58 were hanged for drugs",
    quantity: exactly(58, "58"),
    period: DAY,
    charges: [{ words: "drugs", id: null, span }],
    by: { source: "Prison Watch" },
  };
  assert.deepEqual(findContradictions(figuresOf(reportOf([all], "a"), reportOf([some], "b"))), []);
});

test("a number that somebody denies is no number that several voices state", () => {
  const stated = {
    quote: "12 were hanged",
    quantity: exactly(12, "12"),
    period: DAY,
    by: { source: "Prison Watch" },
  } as const;
  const denied = {
    ...stated,
    quote: "that 12 were hanged is false",
    modality: "negated",
    by: { source: "the ministry" },
  } as const;
  const page = pageOf(reportOf([stated], "a"), reportOf([denied], "b"));
  assert.ok(page.includes(wordsEn.denied));
  assert.ok(!page.includes(wordsEn.severalVoices));
});

test("groupFigures() gives a figure the days of whoever says them", () => {
  const [undated, dated] = [
    { quote: "Three men hanged", quantity: exactly(3, "Three"), sameAs: [] },
    { quote: "the three were hanged", quantity: exactly(3, "three"), period: DAY, sameAs: ["a-1"] },
  ];
  const [figure, ...others] = figuresOf(reportOf([undated, dated] as readonly ClaimSpec[]));
  assert.deepEqual(others, []);
  assert.notEqual(figure?.window, null);
});

test("at a glance no kind pushes the others out", () => {
  const executions = Array.from({ length: 9 }, (_, index) => ({
    quote: `at least ${20 + index} were hanged`,
    quantity: atLeast(20 + index),
    period: days("2021-03-01", `2021-03-${10 + index}`, `by ${10 + index} March`),
  }));
  const killed = {
    quote: "15 were shot",
    kind: "killing",
    quantity: exactly(15, "15"),
  } as const;
  const page = pageOf(reportOf([...executions, killed]));
  const glance = /<ul class="glance">.*?<\/ul>/s.exec(page)?.[0] ?? "";
  assert.match(glance, />15</);
  assert.equal(glance.match(/<li>/g)?.length, 8);
});

test("at a glance the number of one prison does not stand beside the whole of which it is a part", () => {
  const period = days("2021-03-01", "2021-03-31", "in March");
  const prison = { words: "Karun", id: "ir/prison/karun", role: "prison" } as const;
  const executions = [
    { quote: "61 were hanged", quantity: exactly(61, "61"), period },
    { quote: "18 in Karun", quantity: exactly(18, "18"), period, places: [prison] },
  ];
  const glanceOf = (claims: readonly ClaimSpec[]): string =>
    /<ul class="glance">.*?<\/ul>/s.exec(pageOf(reportOf(claims)))?.[0] ?? "";
  const glance = glanceOf(executions);
  assert.match(glance, />61</);
  assert.doesNotMatch(glance, />18</);
  assert.match(glanceOf(executions.slice(1)), />18</, "alone it is the number there is");
});

test("what few want to see is folded, opens without a program and stands open on paper", () => {
  const many = Array.from({ length: 24 }, (_, index) => ({
    quote: `${30 + index} were hanged`,
    quantity: exactly(30 + index, `${30 + index}`),
    period: DAY,
  }));
  const page = pageOf(reportOf(many));
  assert.match(
    page,
    /<details><summary>4 more numbers<\/summary><table role="table" class="figures"[^>]*>/,
  );
  assert.match(page, /@media print\{.*details::details-content\{content-visibility:visible/s);
});
