import assert from "node:assert/strict";
import { test } from "node:test";
import {
  addMonths,
  formatDay,
  fromDay,
  monthLength,
  parseEdtf,
  toDay,
  weekdayOf,
  type Calendar,
} from "../../src/model/calendarDays.ts";

const FIRST = Date.UTC(1900, 0, 1) / 86_400_000;
const LAST = Date.UTC(2100, 11, 31) / 86_400_000;

function intlDates(locale: string): (day: number) => string {
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    year: "numeric",
    month: "numeric",
    day: "numeric",
  });
  return (day) => {
    const parts = new Map(
      format.formatToParts(day * 86_400_000).map((part) => [part.type as string, part.value]),
    );
    return `${parts.get("year")}/${parts.get("month")}/${parts.get("day")}`;
  };
}

const CALENDARS: readonly (readonly [Calendar, string])[] = [
  ["gregorian", "en-u-ca-gregory"],
  ["jalali", "en-u-ca-persian"],
  ["hijri", "en-u-ca-islamic-civil"],
];
for (const [calendar, locale] of CALENDARS) {
  test(`toDay() and fromDay() agree with Intl on every day of 1900-2100, ${calendar}`, () => {
    const dateOf = intlDates(locale);
    let count = 0;
    for (let day = FIRST; day <= LAST; day++) {
      const date = fromDay(calendar, day);
      const written = `${date.year}/${date.month}/${date.day}`;
      if (written !== dateOf(day).replace(/ .*/, "")) assert.equal(written, dateOf(day));
      if (toDay(calendar, date) !== day) assert.equal(toDay(calendar, date), day);
      count++;
    }
    assert.equal(count, 73414);
  });
}

test("fromDay() and toDay() agree with Intl on every day of 1200-1500 of the Jalali calendar", () => {
  const dateOf = intlDates("en-u-ca-persian");
  const last = toDay("jalali", { year: 1501, month: 1, day: 1 });
  let count = 0;
  for (let day = toDay("jalali", { year: 1200, month: 1, day: 1 }); day < last; day++) {
    const date = fromDay("jalali", day);
    const written = `${date.year}/${date.month}/${date.day}`;
    if (written !== dateOf(day)) assert.equal(written, dateOf(day));
    if (toDay("jalali", date) !== day) assert.equal(toDay("jalali", date), day);
    count++;
  }
  assert.equal(count, 109938);
});

test("weekdayOf() agrees with the calendar", () => {
  for (let day = FIRST; day < FIRST + 1000; day++) {
    const expected = new Date(day * 86_400_000).getUTCDay();
    assert.equal(weekdayOf(day) % 7, expected);
  }
  assert.equal(weekdayOf(-20000), ((new Date(-20000 * 86_400_000).getUTCDay() + 6) % 7) + 1);
});

const LEAPS: readonly (readonly [Calendar, number, number, number])[] = [
  ["jalali", 1399, 12, 30],
  ["jalali", 1402, 12, 29],
  ["jalali", 1403, 12, 30],
  ["jalali", 1404, 12, 29],
  ["jalali", 1408, 12, 30],
  ["jalali", 1404, 6, 31],
  ["jalali", 1404, 7, 30],
  ["gregorian", 2024, 2, 29],
  ["gregorian", 1900, 2, 28],
  ["gregorian", 2000, 2, 29],
];
for (const [calendar, year, month, days] of LEAPS) {
  test(`monthLength() of ${calendar} ${year}/${month} is ${days}`, () => {
    assert.equal(monthLength(calendar, year, month), days);
  });
}

const MONTHS: readonly (readonly [string, number, string])[] = [
  ["2025-12-20", -16, "2024-08-20"],
  ["2024-03-31", -1, "2024-02-29"],
  ["2025-01-15", -1, "2024-12-15"],
  ["2025-01-31", 1, "2025-02-28"],
];
for (const [from, months, to] of MONTHS) {
  test(`addMonths() ${from} ${months} is ${to}`, () => {
    assert.equal(formatDay(addMonths(parseEdtf(from)?.from ?? 0, months, "gregorian")), to);
  });
}

const EDTF: readonly (readonly [string, string | null, string | null])[] = [
  ["2025-12-15", "2025-12-15", "2025-12-15"],
  ["2025-12", "2025-12-01", "2025-12-31"],
  ["2025", "2025-01-01", "2025-12-31"],
  ["2025-12-15T10:00Z", "2025-12-15", "2025-12-15"],
  ["2025-02-30", null, null],
  ["2025-13", null, null],
  ["0001-01-01", null, null],
  ["soon", null, null],
];
for (const [edtf, from, to] of EDTF) {
  test(`parseEdtf() ${edtf}`, () => {
    const range = parseEdtf(edtf);
    assert.equal(range && formatDay(range.from), from);
    assert.equal(range && formatDay(range.to), to);
  });
}
