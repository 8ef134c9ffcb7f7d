import assert from "node:assert/strict";
import { test } from "node:test";
import { dayTyped } from "../../src/flow/dayTyped.ts";

const DAYS: readonly (readonly [typed: string, day: string | null])[] = [
  ["2025-10-12", "2025-10-12"],
  ["1404-07-20", "2025-10-12"],
  ["1403-12-30", "2025-03-20"],
  ["1404-12-30", null],
  ["2025-02-30", null],
  ["1404-13-01", null],
  ["12 October", null],
  ["۱۴۰۴/۰۷/۲۰", "2025-10-12"],
  ["1404/7/20", "2025-10-12"],
  ["٢٠٢٥-١٠-١٢", "2025-10-12"],
  [" 2025/1/2 ", "2025-01-02"],
  ["1404/07-20", null],
  ["1404-7", null],
  ["0000-01-01", null],
  ["1404-07-20x", null],
];

for (const [typed, day] of DAYS)
  test(`dayTyped() reads ${typed}`, () => assert.equal(dayTyped(typed), day));
