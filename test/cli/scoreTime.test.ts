import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { reasonOf } from "../../scripts/scoreTime/reasons.ts";
import { isKept, scoreTimes } from "../../scripts/scoreTime/scoreTimes.ts";
import { compilePeriodGrammar } from "../../src/read/periodGrammar.ts";

const REASONS: readonly (readonly [string, boolean])[] = [
  ["ساعت ۴ صبح", false],
  ["۱۲:۳۰", false],
  ["۳۴ سالگی", false],
  ["۱۳۹۸", false],
  ["روز", false],
  ["صبح دوشنبه", true],
  ["سال ۱۳۹۸", true],
  ["دو ساعت", true],
  ["۱۲ خرداد", true],
];
for (const [words, isCovered] of REASONS)
  test(`reasonOf() ${isCovered ? "leaves" : "takes out"} "${words}"`, () =>
    assert.equal(reasonOf(words) === null, isCovered));

test("scoreTimes() counts what is found, missed, left out and not marked", () => {
  const readPack = (path: string): unknown =>
    JSON.parse(readFileSync(`${import.meta.dirname}/../../packs/${path}`, "utf8"));
  const grammar = compilePeriodGrammar({
    languages: [readPack("lang/fa/periods.json")],
    calendars: [readPack("country/ir/calendar.json")],
    events: [],
  });
  const score = scoreTimes(
    [
      { text: "در سال ۱۴۰۱ آمد", spans: [[0, 11]] },
      { text: "او ساعت ۴ رفت", spans: [[3, 9]] },
      { text: "هفته گذشته آمد", spans: [] },
      { text: "روز به روز بیشتر", spans: [[0, 10]] },
    ],
    grammar,
  );
  assert.deepEqual(
    [score.covered, score.found, score.exact, score.read, score.missed.length, score.extra.length],
    [2, 1, 1, 2, 1, 1],
  );
  assert.equal([...score.reasons.values()].length, 1);
});

test("isKept() is the same each time and keeps a part", () => {
  const kept = Array.from({ length: 300 }, (_, at) => isKept(`row ${at}`)).filter(Boolean).length;
  assert.ok(kept > 60 && kept < 140);
});
