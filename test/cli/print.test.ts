import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { nearest } from "../../src/flow/nearest.ts";
import {
  formatBounds,
  formatChain,
  formatPeriod,
  formatPerson,
  formatQuantity,
} from "../../src/cli/print/formatValues.ts";
import { faultLines } from "../../src/cli/print/faultLines.ts";
import { makePaint } from "../../src/cli/print/paint.ts";
import { printTestimonies } from "../../src/cli/print/printConsent.ts";
import { matchedNames } from "../../src/cli/print/printFound.ts";
import { printLog } from "../../src/cli/print/printLog.ts";
import { cliWordsEn } from "../../src/cli/words/cliWordsEn.ts";
import { cliWordsFa } from "../../src/cli/words/cliWordsFa.ts";
import type { FoundClaim, LogLine } from "../../src/flow/archive/look.ts";
import type { ListedTestimony } from "../../src/flow/archive/testimony.ts";
import { onScreen, shorten, widthOf, wrap } from "../../src/cli/print/screenText.ts";
import type { Attribution, Period, Quantity } from "../../src/model/claim.ts";

const SPAN = { start: 0, end: 1, quote: "x" };
const QUANTITY: Quantity = {
  min: 19,
  max: null,
  minExclusive: false,
  maxExclusive: false,
  approximate: false,
  qualifier: null,
  unit: "prisoners",
  measure: "count",
  per: null,
  subsetOf: null,
  span: SPAN,
};

const QUANTITIES: readonly (readonly [Partial<Quantity>, string])[] = [
  [{ qualifier: "at least" }, "≥ 19 prisoners (“at least”)"],
  [{ max: 19 }, "19 prisoners"],
  [{ min: 50, minExclusive: true, qualifier: "more than" }, "> 50 prisoners (“more than”)"],
  [{ min: null, max: 24, maxExclusive: true, approximate: true }, "≈ < 24 prisoners"],
  [{ min: 11, max: 13 }, "11–13 prisoners"],
  [
    { min: 30e6, max: 40e6, unit: "litres", measure: "rate", per: "day" },
    "30,000,000–40,000,000 litres per day",
  ],
  [{ min: 50, max: 50, unit: "percent", measure: "rate" }, "50%"],
  [
    { min: 2 / 3, max: 2 / 3, unit: "the population", measure: "share" },
    "0.666667 (share) the population",
  ],
  [{ min: 4, max: 4, unit: "women", subsetOf: "c1" }, "4 women, part of claim c1"],
];
for (const [part, expected] of QUANTITIES) {
  test(`formatQuantity() prints ${expected}`, () => {
    assert.equal(
      formatQuantity({ ...QUANTITY, ...part }, (id) => `claim ${id}`),
      expected,
    );
  });
}

test("formatBounds() of an unknown number is a question mark", () => {
  assert.equal(formatBounds({ ...QUANTITY, min: null }), "?");
});

const PERIODS: readonly (readonly [Partial<Period>, string])[] = [
  [{ earliest: "2025-11-01", latest: "2025-11-30" }, "2025-11-01 – 2025-11-30 (“x”)"],
  [
    { earliest: "2025-11-01", latest: "2025-11-01", calendar: "jalali" },
    "2025-11-01 (“x”, jalali)",
  ],
  [{ earliest: "2025-11-01" }, "since 2025-11-01 (“x”)"],
  [{ latest: "2025-11-01" }, "until 2025-11-01 (“x”)"],
  [{ basis: "unresolved" }, "“x” (unresolved)"],
  [{ mode: "recurring" }, "“x” (recurring)"],
];
for (const [part, expected] of PERIODS) {
  test(`formatPeriod() prints ${expected}`, () => {
    const period: Period = {
      earliest: null,
      latest: null,
      mode: "all",
      calendar: "gregorian",
      basis: "explicit",
      span: SPAN,
      ...part,
    };
    assert.equal(formatPeriod(period), expected);
  });
}

test("formatChain() goes from the author inward and keeps the words beside the full name", () => {
  const link: Attribution = {
    words: "the group",
    source: "Lantern Rights Monitor",
    type: "indirect",
    cue: "said",
    span: SPAN,
  };
  assert.equal(formatChain([]), "the author");
  assert.equal(
    formatChain([link, { ...link, words: "a source", source: null, type: "unnamed", cue: null }]),
    "Lantern Rights Monitor as “the group” (indirect, “said”) → a source (unnamed)",
  );
});

test("formatPerson() isolates a right-to-left name", () => {
  const person = {
    name: "کاوه",
    age: 34,
    sex: null,
    father: null,
    role: "victim",
    span: SPAN,
  } as const;
  assert.equal(formatPerson(person), "\u2068کاوه\u2069, 34 (victim)");
});

test("onScreen() drops what could steer a terminal or turn a line around", () => {
  assert.equal(onScreen("a\u001B[31mb\u202Ec\u009Bd\r\ne\u2069"), "a[31mbcd e");
});

test("wrap() leaves no blank at a line's end, where columns stand apart by two", () => {
  const text = "2025-06-09    Executed  d-aaaaaaaaaaaa, d-bbbbbbbbbbbb  (not a step)";
  for (let width = 12; width < 70; width++)
    for (const line of wrap(text, width)) assert.equal(line, line.trimEnd(), String(width));
});

test("wrap() keeps every word and never goes over the width (law)", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc
          .string({ unit: "grapheme-ascii", minLength: 1, maxLength: 30 })
          .map((word) => word.replaceAll(/\s/g, "x")),
      ),
      fc.integer({ min: 10, max: 60 }),
      (words, width) => {
        const lines = wrap(words.join(" "), width);
        assert.equal(lines.join("").replaceAll(" ", ""), words.join(""));
        for (const line of lines) assert.ok(widthOf(line) <= width);
      },
    ),
  );
});

test("widthOf() counts no marks, joiners, isolates or colours", () => {
  assert.equal(widthOf("\u2068مَی\u200Cخوا\u2069"), 5);
  assert.equal(widthOf(makePaint(true)("red", "abc")), 3);
  assert.equal(widthOf("漢字"), 4);
});

test("shorten() ends in an ellipsis within the width", () => {
  assert.equal(shorten("a long title", 8), "a long…");
  assert.equal(shorten("short", 8), "short");
});

test("makePaint() without colour leaves the text plain", () => {
  assert.equal(makePaint(false)("red", "abc"), "abc");
});

const WORDS = ["read", "brief", "text", "doctor", "help"];
for (const [typed, expected] of [
  ["raed", "read"],
  ["breif", "brief"],
  ["Read", "read"],
  ["doc", null],
  ["publish", null],
  ["txt", "text"],
] as const) {
  test(`nearest() to ${typed} is ${expected}`, () => assert.equal(nearest(typed, WORDS), expected));
}

test("faultLines() tells of rows of one kind three, behind what they rest on", () => {
  const what = "is made by no entry";
  const rows = [1, 2, 3, 4, 5].map((band) => ({ where: `row bands ${band} d-1`, what }));
  const faults = [
    ...rows,
    { where: "row claims c-1", what },
    { where: "entry 2", what: "is missing" },
  ];
  const lines = faultLines(faults, cliWordsEn);
  assert.equal(lines.length, 6);
  assert.match(lines[0] ?? "", /entry 2: is missing/);
  assert.match(lines[4] ?? "", /and 2 more/);
  assert.match(lines[5] ?? "", /row claims c-1/);
});

const LOG: readonly LogLine[] = [
  { kind: "document-captured", about: "d-222222222222", verdict: null },
  {
    kind: "decision-made",
    about: "c-222222222222",
    verdict: "corrected",
    fields: ["number", "places"],
  },
  { kind: "decision-undone", about: "c-222222222222", verdict: "accepted", isUndoing: true },
  { kind: "report-corrected", about: null, fields: ["publisher"], isUndoing: true },
  { kind: "record-erased", about: null, actor: "a-archive" },
].map((one, at) => ({
  index: at + 8,
  id: `e-${String(at).repeat(12)}`,
  record: "r-222222222222",
  on: "2026-01-02",
  actor: "Mina",
  verdict: null,
  reason: null,
  fields: [],
  isUndoing: false,
  ...one,
}));

for (const words of [cliWordsEn, cliWordsFa]) {
  test(`columns of the log and of testimonies stand below each other (${words.language})`, () => {
    const lines = printLog(LOG, false, words).trimEnd().split("\n");
    const starts = lines.map((line) => widthOf(line.slice(0, line.search(/e-\d{12}/))));
    assert.equal(new Set(starts).size, 1, lines.join("\n"));
    assert.match(
      lines[1] ?? "",
      words === cliWordsEn ? /corrected \(number, where\)/ : /شمار، مکان/,
    );
    assert.match(lines[2] ?? "", words === cliWordsEn ? /accepted: taken back/ : /پس گرفته شد/);
    assert.match(lines[3] ?? "", words === cliWordsEn ? /\(publisher\): taken back/ : /ناشر/);
    assert.match(lines[4] ?? "", /sanad restore/);
    const list = ["2026-11-01", "2025-01-01", null].map((until, at) => ({
      testimony: `t-${String(at).repeat(12)}`,
      witness: `s-${String(at).repeat(12)}`,
      consent: { purposes: ["read" as const], until, given: "in writing" },
      state: (["withdrawn", "expired", "withdrawn"] as const)[at] ?? "holds",
      openings: { count: 5 },
    }));
    const told = printTestimonies(list as unknown as readonly ListedTestimony[], words)
      .split("\n")
      .slice(0, 3);
    const opened = told.map((line) => widthOf(line.slice(0, line.search(/opened|۵ بار/))));
    assert.equal(new Set(opened).size, 1, told.join("\n"));
  });
}

test("one is told as one", () => {
  const { addEnd, looked, someMissing, wrotePage, restored, compared } = cliWordsEn;
  const told = [
    addEnd({ added: 0, same: 1, claims: 1, uncounted: 0 }, 0),
    looked({ entries: 1, evidence: 1, erased: 1 }),
    restored({ entries: 1, evidence: 1 }, "here", 1),
    compared(1),
    someMissing(1),
    wrotePage("a.html", 1, 1, 1),
  ];
  for (const line of told)
    assert.doesNotMatch(
      line,
      /\b1 (?:entries|pieces|claims|reports|rows|needed parts|were)\b/,
      line,
    );
  assert.match(addEnd({ added: 0, same: 2, claims: 0, uncounted: 0 }, 0), /2 were/);
});

const SPELT: readonly (readonly [searched: string, name: string, isTold: boolean])[] = [
  ["مهدوی پور", "Mahdavipur", true],
  ["Mahdavi pur", "مهدوی‌پور", true],
  ["Mahdavipur", "Sina Mahdavi Pour", true],
  ["Farhani", "فراهانی", true],
  ["Karimi", "Noorani", false],
  ["Reza Noorani", "Samad Delavar", false],
];
for (const [searched, name, isTold] of SPELT) {
  test(`a claim found by ${searched} ${isTold ? "tells" : "does not tell"} that it names ${name}`, () => {
    const body = {
      persons: [{ name }],
      places: [],
      attribution: [],
      span: { quote: "A man was held." },
    };
    const told = matchedNames({ body } as unknown as FoundClaim, searched);
    assert.deepEqual(told, isTold ? [name] : []);
  });
}
