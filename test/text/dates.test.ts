import assert from "node:assert/strict";
import { test } from "node:test";
import { jalaliToGregorian } from "../../src/text/dates/jalali.ts";
import { parseStamp } from "../../src/text/dates/parseStamp.ts";
import { findWrittenDate } from "../../src/text/dates/writtenDate.ts";

/** A date that is written in words or numbers; null is ambiguous, undefined is none. */
const WRITTEN: readonly [string, string | null | undefined][] = [
  ["4 October 2025", "2025-10-04"],
  ["October 4, 2025", "2025-10-04"],
  ["Oct. 4 2025", "2025-10-04"],
  ["Saturday, 4th of October 2025, 10:20", "2025-10-04"],
  ["2025-10-04", "2025-10-04"],
  ["2025/10/04", "2025-10-04"],
  ["04.10.2025", "2025-10-04"],
  ["21/05/2025", "2025-05-21"],
  ["05/21/2025", "2025-05-21"],
  ["04/10/2025", null],
  ["05/05/2025", "2025-05-05"],
  ["4. Oktober 2025", "2025-10-04"],
  ["4 octobre 2025", "2025-10-04"],
  ["4 de octubre de 2025", "2025-10-04"],
  ["4 Ekim 2025", "2025-10-04"],
  ["۱۴ مهر ۱۴۰۴", "2025-10-06"],
  ["۱۴ مهرماه ۱۴۰۴", "2025-10-06"],
  ["دوشنبه ۱۴ مهر ۱۴۰۴ - ۰۹:۲۰", "2025-10-06"],
  ["۱۴۰۴/۰۷/۱۴", "2025-10-06"],
  ["1404-07-14", "2025-10-06"],
  ["۴ اکتبر ۲۰۲۵", "2025-10-04"],
  ["٤ أكتوبر ٢٠٢٥", "2025-10-04"],
  ["4 تشرين الأول 2025", "2025-10-04"],
  ["30 February 2025", undefined],
  ["۳۱ مهر ۱۴۰۴", undefined],
  ["October 2025", undefined],
  ["in May", undefined],
  ["version 2.10.2025a", undefined],
  ["call 555-0101", undefined],
];

for (const [text, expected] of WRITTEN)
  test(`findWrittenDate() reads "${text}" as ${expected === null ? "ambiguous" : (expected ?? "none")}`, () =>
    assert.equal(findWrittenDate(text)?.value, expected));

/** The zone rule: a stamp's own offset stands; only UTC is moved to the zone asked for. */
const STAMPS: readonly [string, string, string | null][] = [
  ["2025-10-04", "UTC", "2025-10-04"],
  ["2025-10", "UTC", "2025-10"],
  ["2025", "UTC", "2025"],
  ["2025-10-04T01:30:00+03:30", "UTC", "2025-10-04"],
  ["2025-10-04T01:30:00", "Asia/Tehran", "2025-10-04"],
  ["2025-10-04T22:30:00Z", "UTC", "2025-10-04"],
  ["2025-10-04T22:30:00Z", "Asia/Tehran", "2025-10-05"],
  ["2025-10-04T22:30:00.000+00:00", "Asia/Tehran", "2025-10-05"],
  ["2025-10-04 22:30:00 +0000", "Asia/Tehran", "2025-10-05"],
  ["20251004", "UTC", "2025-10-04"],
  ["Sat, 04 Oct 2025 23:30:00 -0500", "UTC", "2025-10-04"],
  ["Sat, 04 Oct 2025 22:30:00 GMT", "Asia/Tehran", "2025-10-05"],
  ["October 4, 2025", "UTC", "2025-10-04"],
  ["2025-13-40", "UTC", null],
  ["2025-10-04T22:30:00Z", "Not/AZone", "2025-10-04"],
  ["yesterday", "UTC", null],
];

for (const [stamp, zone, expected] of STAMPS)
  test(`parseStamp() reads ${stamp} in ${zone} as ${expected ?? "none"}`, () =>
    assert.equal(parseStamp(stamp, zone), expected));

test("jalaliToGregorian() agrees with the calendar of the platform on every day of sixty years", () => {
  const format = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", {
    timeZone: "UTC",
    year: "numeric",
    month: "numeric",
    day: "numeric",
  });
  let days = 0;
  for (let at = Date.UTC(1975, 0, 1); at < Date.UTC(2035, 0, 1); at += 86_400_000) {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [String(type), value]));
    const read = jalaliToGregorian({
      year: Number(parts.get("year") ?? parts.get("relatedYear")),
      month: Number(parts.get("month")),
      day: Number(parts.get("day")),
    });
    const day = new Date(at);
    assert.deepEqual(read, {
      year: day.getUTCFullYear(),
      month: day.getUTCMonth() + 1,
      day: day.getUTCDate(),
    });
    days++;
  }
  assert.equal(days, 21_915);
});
