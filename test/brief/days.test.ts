import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  boundsOfDate,
  civilDate,
  dayNumber,
  relateWindows,
  shareOfDays,
  windowOf,
  type Window,
} from "../../src/brief/days.ts";

const window = (first: string | null, last: string | null): Window => ({
  first: boundsOfDate(first)?.first ?? null,
  last: boundsOfDate(last)?.last ?? null,
});

const DATES: readonly (readonly [string | null, string | null])[] = [
  ["2025-11-01", "2025-11-01 2025-11-01"],
  ["2025-11", "2025-11-01 2025-11-30"],
  ["2024-02", "2024-02-01 2024-02-29"],
  ["1900-02", "1900-02-01 1900-02-28"],
  ["2025", "2025-01-01 2025-12-31"],
  ["2025-11-31", null],
  ["2025-13", null],
  ["2025-00-10", null],
  ["last week", null],
  ["", null],
  [null, null],
];
for (const [edtf, expected] of DATES) {
  test(`boundsOfDate() reads ${JSON.stringify(edtf)}`, () => {
    const bounds = boundsOfDate(edtf);
    const written = bounds === null ? null : `${iso(bounds.first)} ${iso(bounds.last)}`;
    assert.equal(written, expected);
  });
}

test("dayNumber() and civilDate() undo each other and agree with the epoch", () => {
  assert.equal(dayNumber(1970, 1, 1), 0);
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => {
      const { year, month, day: of } = civilDate(day);
      assert.equal(dayNumber(year, month, of), day);
    }),
  );
});

const RELATIONS: readonly (readonly [Window | null, Window | null, string])[] = [
  [window("2025-11", "2025-11"), window("2025-11-01", "2025-11-30"), "same"],
  [window("2025-11-05", "2025-11-09"), window("2025-11", "2025-11"), "within"],
  [window("2025", "2025"), window("2025-11", "2025-11"), "around"],
  [window("2025-10-20", "2025-11-10"), window("2025-11", "2025-11"), "partly"],
  [window("2025-10", "2025-10"), window("2025-11", "2025-11"), "apart"],
  [window(null, "2025-11-10"), window("2025-11", "2025-11"), "open"],
  [window(null, "2025-10-10"), window("2025-11", "2025-11"), "apart"],
  [null, window("2025-11", "2025-11"), "unknown"],
];
for (const [left, right, expected] of RELATIONS) {
  test(`relateWindows() finds ${JSON.stringify([left, right])} ${expected}`, () => {
    assert.equal(relateWindows(left, right), expected);
  });
}

test("relateWindows() answers the other way round when its windows are exchanged", () => {
  const turned: Readonly<Record<string, string>> = { within: "around", around: "within" };
  for (const [left, right] of RELATIONS) {
    const there = relateWindows(left, right);
    assert.equal(relateWindows(right, left), turned[there] ?? there);
  }
});

test("shareOfDays() is 1 for the same days, 0 for none, and half for half", () => {
  const november = { first: 0, last: 29 };
  assert.equal(shareOfDays(november, november), 1);
  assert.equal(shareOfDays(november, { first: 30, last: 40 }), 0);
  assert.equal(shareOfDays(november, { first: 0, last: 59 }), 0.5);
});

const span = { start: 0, end: 0, quote: "" };
const PERIODS = [
  { mode: "recurring", basis: "publication" },
  { mode: "vague", basis: "publication" },
  { mode: "all", basis: "unresolved" },
] as const;
for (const period of PERIODS) {
  test(`windowOf() has no window for a ${period.mode} period that is ${period.basis}`, () => {
    const given = {
      ...period,
      earliest: "2025-11-01",
      latest: "2025-11-30",
      calendar: "gregorian" as const,
      span,
    };
    assert.equal(windowOf({ period: given }), null);
  });
}

function iso(day: number): string {
  const { year, month, day: of } = civilDate(day);
  return `${year}-${String(month).padStart(2, "0")}-${String(of).padStart(2, "0")}`;
}
