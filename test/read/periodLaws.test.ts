import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { parseEdtf } from "../../src/model/calendarDays.ts";
import { findPeriods } from "../../src/read/findPeriods.ts";
import { compilePeriodGrammar } from "../../src/read/periodGrammar.ts";
import { PERIOD_NOTES } from "../../src/read/periodNotes.ts";
import { resolvePeriod } from "../../src/read/resolvePeriod.ts";
import { tokenize } from "../../src/read/tokens.ts";

type Pack = { readonly words?: readonly { readonly words: readonly string[] }[] };
const readPack = (path: string): Pack =>
  JSON.parse(readFileSync(`${import.meta.dirname}/../../packs/${path}`, "utf8")) as Pack;
const en = readPack("lang/en/periods.json");
const fa = readPack("lang/fa/periods.json");
const calendar = readPack("country/ir/calendar.json");
const events = readPack("country/ir/events.json");
const grammar = compilePeriodGrammar({
  languages: [en, fa],
  calendars: [calendar],
  events: [events],
});

const GLUE = [
  "of",
  "in",
  "the",
  "and",
  "to",
  "from",
  "between",
  "since",
  "until",
  "last",
  "next",
  "ago",
];
const SIGNS = [",", "-", "/", "(", ")", ".", ":", "'", "|"];
const FIGURES = [
  "0",
  "1",
  "7",
  "12",
  "30",
  "31",
  "88",
  "99",
  "1404",
  "1988",
  "2025",
  "04",
  "1,500",
  "2.5",
];
const known = [en, fa, calendar].flatMap((pack) => (pack.words ?? []).flatMap((row) => row.words));
const piece = fc.oneof(
  fc.constantFrom(...known.map((word) => word.charAt(0).toUpperCase() + word.slice(1))),
  fc.constantFrom(...known),
  fc.constantFrom(...GLUE, "تا", "از", "سال", "گذشته", "و"),
  fc.constantFrom(...SIGNS),
  fc.constantFrom(...FIGURES),
);
const sentence = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(" "));
const published = fc.oneof(
  fc.constantFrom(null, "2025", "2025-02", "2024-02-29", "not a date", "0001-01-01", "9999-12-31"),
  fc
    .date({ min: new Date("1900-01-01"), max: new Date("2100-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
);
const CODES: ReadonlySet<string> = new Set(PERIOD_NOTES.map((note) => note.code));

function checkText(text: string, on: string | null, future: boolean): void {
  const tokens = tokenize(text);
  const matches = findPeriods(tokens, 0, tokens.size, grammar);
  let end = 0;
  for (const match of matches) {
    assert.ok(match.from >= end && match.to > match.from && match.to <= tokens.size);
    end = match.to;
    const context = { tokens, published: on, country: "ir", future };
    const { period, notes } = resolvePeriod(match, context, grammar);
    assert.equal(text.slice(period.span.start, period.span.end), period.span.quote);
    for (const note of notes) assert.ok(CODES.has(note.code));
    const earliest = period.earliest === null ? null : parseEdtf(period.earliest);
    const latest = period.latest === null ? null : parseEdtf(period.latest);
    if (earliest !== null && latest !== null) {
      assert.ok(earliest.from <= latest.to, `${period.span.quote} on ${on}`);
    }
    if (on === null) assert.ok(!["publication", "speech"].includes(period.basis));
    if (period.basis === "unresolved") assert.equal(period.earliest ?? period.latest, null);
    const again = resolvePeriod(match, context, grammar);
    assert.deepEqual(again, { period, notes });
  }
}

test("findPeriods() and resolvePeriod() hold their laws on random time words", () => {
  fc.assert(fc.property(sentence, published, fc.boolean(), checkText), { numRuns: 800, seed: 7 });
});

test("findPeriods() and resolvePeriod() hold their laws on any text", () => {
  const text = fc.oneof(fc.string({ maxLength: 80 }), fc.string({ unit: "binary", maxLength: 80 }));
  fc.assert(fc.property(text, published, fc.boolean(), checkText), { numRuns: 500, seed: 7 });
});

test("a range inside a text finds the same as the range alone", () => {
  fc.assert(
    fc.property(sentence, sentence, (left, right) => {
      const tokens = tokenize(`${left} \n ${right}`);
      const from = tokenize(left).size + 1;
      const alone = findPeriods(tokenize(right), 0, tokenize(right).size, grammar);
      const inside = findPeriods(tokens, from, tokens.size, grammar);
      assert.deepEqual(
        inside.map((match) => [match.from - from, match.to - from, match.row]),
        alone.map((match) => [match.from, match.to, match.row]),
      );
    }),
    { numRuns: 500, seed: 7 },
  );
});

/** One long line each: the worst that rows of their kind can meet. */
const WORST: readonly (readonly [string, string])[] = [
  ["since gaps", "since a b c d e f g h i "],
  ["numbers", "12 / 12 / 12 - 31 "],
  ["months", "October 4 - 5 , 6 and "],
  ["ranges", "from 2018 to 2025 - "],
  ["parts", "early the end of the first half of "],
  ["number words", "یک هزار و سیصد و نود و نه و "],
  ["weekdays", "Monday , Tuesday and "],
  ["dayparts", "the early hours of the night of "],
];
for (const [name, piece] of WORST) {
  test(`findPeriods() takes time in step with the length of the text: ${name}`, () => {
    const time = (count: number): number => {
      const tokens = tokenize(piece.repeat(count));
      const started = process.cpuUsage().user;
      findPeriods(tokens, 0, tokens.size, grammar);
      return process.cpuUsage().user - started;
    };
    time(500);
    const small = Math.min(time(1000), time(1000), time(1000));
    const large = Math.min(time(8000), time(8000));
    assert.ok(large < 30 * small + 40_000, `${small} µs grew to ${large} µs for 8 times the text`);
  });
}

const MALFORMED: readonly (readonly [string, unknown, RegExp])[] = [
  ["no object", null, /object/],
  ["rows that are no list", { rows: {} }, /list/],
  ["a row without id", { rows: [{ op: "date" }] }, /id/],
  ["an unknown op", { rows: [{ id: "a.row", level: 1, op: "dance", pattern: "x" }] }, /a\.row/],
  [
    "an unreadable pattern",
    { rows: [{ id: "a.row", level: 1, op: "date", pattern: "( x" }] },
    /a\.row/,
  ],
  [
    "an unbounded repeat",
    { rows: [{ id: "a.row", level: 1, op: "date", pattern: "x{0,99}" }] },
    /a\.row/,
  ],
  [
    "a pattern that is always there",
    { rows: [{ id: "a.row", level: 1, op: "date", pattern: "x?" }] },
    /a\.row/,
  ],
  ["no level", { rows: [{ id: "a.row", op: "date", pattern: "x" }] }, /a\.row/],
  [
    "an unknown kind",
    { rows: [{ id: "a.row", level: 1, op: "date", kind: "odd", pattern: "x" }] },
    /a\.row/,
  ],
  [
    "a setting that is no value",
    { rows: [{ id: "a.row", level: 1, op: "date", set: { a: [] }, pattern: "x" }] },
    /a\.row/,
  ],
  ["a word row without words", { words: [{ id: "a.word", class: "NUM", words: [] }] }, /a\.word/],
  [
    "a word with an unknown value",
    { words: [{ id: "a.word", class: "NUM", words: ["x"], value: { odd: 1 } }] },
    /a\.word/,
  ],
  [
    "a class in small letters",
    { words: [{ id: "a.word", class: "num", words: ["x"] }] },
    /a\.word/,
  ],
];
for (const [name, pack, message] of MALFORMED) {
  test(`compilePeriodGrammar() refuses ${name}`, () => {
    const compile = (): unknown =>
      compilePeriodGrammar({ languages: [pack], calendars: [], events: [] });
    assert.throws(compile, (error) => error instanceof TypeError && message.test(error.message));
  });
}

test("compilePeriodGrammar() refuses two values of a word that disagree", () => {
  const words = [1, 2].map((month) => ({
    id: `a.${month}`,
    class: "MONTH",
    words: ["x"],
    value: { month },
  }));
  assert.throws(
    () => compilePeriodGrammar({ languages: [{ words }], calendars: [], events: [] }),
    /a\.2/,
  );
});

test("compilePeriodGrammar() refuses an event whose date cannot be read", () => {
  const event = { id: "a.event", phrases: { en: ["the x"] }, dates: [{ id: "a", from: "soon" }] };
  assert.throws(
    () =>
      compilePeriodGrammar({
        languages: [],
        calendars: [],
        events: [{ country: "xx", events: [event] }],
      }),
    /a\.event/,
  );
});
