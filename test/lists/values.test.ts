import assert from "node:assert/strict";
import { test } from "node:test";
import { formatDay } from "../../src/model/calendarDays.ts";
import { parseAge } from "../../src/lists/parseAge.ts";
import { parseDate } from "../../src/lists/parseDate.ts";
import { splitScripts } from "../../src/lists/scripts.ts";
import { read, words } from "./lists.ts";

/** Cell → first and last day and calendar, "order" where it could be two days, or the note that says why there is none. */
const DATES: readonly (readonly [string, string])[] = [
  ["2022-11-04", "2022-11-04 gregorian"],
  ["2022/11/4", "2022-11-04 gregorian"],
  ["2022.11.04", "2022-11-04 gregorian"],
  ["2022-11-04T13:45:00Z", "2022-11-04 gregorian"],
  ["2022-11-04 13:45", "2022-11-04 gregorian"],
  ["20221104", "2022-11-04 gregorian"],
  ["4.11.2022", "2022-11-04 gregorian"],
  ["13/11/2022", "2022-11-13 gregorian"],
  ["11/13/2022", "2022-11-13 gregorian"],
  ["11/11/2022", "2022-11-11 gregorian"],
  ["04/11/2022", "order"],
  ["4-11-2022", "order"],
  ["44869", "2022-11-04 gregorian"],
  ["44869.5", "2022-11-04 gregorian"],
  ["2022", "2022-01-01 2022-12-31 gregorian"],
  ["2022-11", "2022-11-01 2022-11-30 gregorian"],
  ["11/2022", "2022-11-01 2022-11-30 gregorian"],
  ["Nov 2022", "2022-11-01 2022-11-30 gregorian"],
  ["November, 2022", "2022-11-01 2022-11-30 gregorian"],
  ["4 November 2022", "2022-11-04 gregorian"],
  ["November 4, 2022", "2022-11-04 gregorian"],
  ["Nov. 4th, 2022", "2022-11-04 gregorian"],
  ["4th of November 2022", "2022-11-04 gregorian"],
  ["Friday, 4 November 2022", "2022-11-04 gregorian"],
  ["4-Nov-22", "2022-11-04 gregorian"],
  ["4-Nov-88", "1988-11-04 gregorian"],
  ["early November 2022", "2022-11-01 2022-11-30 gregorian"],
  ["about 2022", "2022-01-01 2022-12-31 gregorian"],
  ["3-5 November 2022", "2022-11-03 2022-11-05 gregorian"],
  ["3 or 5 November 2022", "2022-11-03 2022-11-05 gregorian"],
  ["between 3 and 5 November 2022", "2022-11-03 2022-11-05 gregorian"],
  ["31 October - 2 November 2022", "2022-10-31 2022-11-02 gregorian"],
  ["4 November 2022 to 6 November 2022", "2022-11-04 2022-11-06 gregorian"],
  ["1401/8/13", "2022-11-04 jalali"],
  ["۱۴۰۱/۰۸/۱۳", "2022-11-04 jalali"],
  ["۱۴۰۱-۰۸-۱۳", "2022-11-04 jalali"],
  ["13/8/1401", "2022-11-04 jalali"],
  ["14010813", "2022-11-04 jalali"],
  ["13 آبان ۱۴۰۱", "2022-11-04 jalali"],
  ["۱۳ آبان‌ماه ۱۴۰۱", "2022-11-04 jalali"],
  ["جمعه ۱۳ آبان سال ۱۴۰۱", "2022-11-04 jalali"],
  ["آبان ۱۴۰۱", "2022-10-23 2022-11-21 jalali"],
  ["۱۴۰۱", "2022-03-21 2023-03-20 jalali"],
  ["اواخر آبان ۱۴۰۱", "2022-10-23 2022-11-21 jalali"],
  ["۱۳ آبان ۹۸", "2019-11-04 jalali"],
  ["13 Aban 1401", "2022-11-04 jalali"],
  ["۴ نوامبر ۲۰۲۲", "2022-11-04 gregorian"],
  ["9 Rabi al-Thani 1444", "2022-11-03 2022-11-05 hijri"],
  ["۹ ربیع‌الثانی ۱۴۴۴", "2022-11-03 2022-11-05 hijri"],
  ["1444/4/9", "2022-11-03 2022-11-05 hijri"],
  ["1401/8/13 (2022-11-04)", "2022-11-04 jalali"],
  ["13 Aban 1401 (November 4, 2022)", "2022-11-04 jalali"],
  ["۱۳ آبان ۱۴۰۱ برابر با ۴ نوامبر ۲۰۲۲", "2022-11-04 jalali"],
  ["04/11/2022 (1401/8/13)", "2022-11-04 jalali"],
  ["1401/8/13 (2022-12-04)", "list-date-conflict"],
  ["4 November 2022 (Friday)", "2022-11-04 gregorian"],
  ["4 November 2022 (buried)", "list-date-unread"],
  ["31/02/2022", "list-date-impossible"],
  ["31/02/26", "list-date-impossible"],
  ["45/67/26", "list-date-unread"],
  ["2022-13-04", "list-date-impossible"],
  ["30 February 2022", "list-date-impossible"],
  ["31 آذر ۱۴۰۱", "list-date-impossible"],
  ["13 آبان ۲۰۲۲", "list-date-impossible"],
  ["4 November 1401", "list-date-impossible"],
  ["04/11/22", "order"],
  ["98/08/25", "list-date-unread"],
  ["Nov 22", "list-date-unread"],
  ["4 November", "list-date-unread"],
  ["November", "list-date-unread"],
  ["17", "list-date-unread"],
  ["after 4 November 2022", "list-date-unread"],
  ["Shiraz", "list-date-unread"],
  ["0000-00-00", "list-date-impossible"],
  ["99999", "list-date-unread"],
];
for (const [text, expected] of DATES)
  test(`parseDate() of ${text}`, () => {
    assert.equal(show(text), expected);
  });

function show(text: string): string {
  const read = parseDate(text, words, null);
  if (read.kind !== "date") return read.kind === "none" ? read.note : "order";
  const days = [...new Set([formatDay(read.from), formatDay(read.to)])];
  return [...days, read.calendar].join(" ");
}

test("parseDate() follows the calendar that a header names", () => {
  const read = parseDate("1401/8/13", words, "hijri");
  assert.equal(read.kind === "date" ? read.calendar : null, "hijri");
});

/** Cell → ages, or the note that says why there is none. */
const AGES: readonly (readonly [string, string])[] = [
  ["17", "17"],
  ["۱۷", "17"],
  ["17.0", "17"],
  ["17 years old", "17"],
  ["17-year-old", "17"],
  ["17yo", "17"],
  ["aged 17", "17"],
  ["۱۷ ساله", "17"],
  ["۱۷ سال", "17"],
  ["20-25", "20-25"],
  ["20 – 25", "20-25"],
  ["20 to 25", "20-25"],
  ["between 20 and 25", "20-25"],
  ["۲۰ تا ۲۵ سال", "20-25"],
  ["about 30", "28-32"],
  ["~30", "28-32"],
  ["حدود ۳۰", "28-32"],
  ["30s", "30-39"],
  ["mid-30s", "33-37"],
  ["early 20s", "20-24"],
  ["in his late forties", "list-age-unread"],
  ["in her late 40s", "45-49"],
  ["mid 34", "list-age-unread"],
  ["under 18", "0-17"],
  ["زیر ۱۸ سال", "0-17"],
  ["60+", "60-120"],
  ["over 60", "60-120"],
  ["6 months", "0"],
  ["۶ ماهه", "0"],
  ["2 years and 3 months", "2"],
  ["0", "list-age-impossible"],
  ["150", "list-age-impossible"],
  ["-5", "list-age-impossible"],
  ["1380", "list-age-impossible"],
  ["2001", "list-age-impossible"],
  ["25-20", "list-age-unread"],
  ["child", "list-age-unread"],
  ["17 wounds", "list-age-unread"],
  ["20, 25, 30", "list-age-unread"],
];
for (const [text, expected] of AGES)
  test(`parseAge() of ${text}`, () => {
    const { age, note } = parseAge(text, words);
    const shown =
      age === null ? note : age.min === age.max ? `${age.min}` : `${age.min}-${age.max}`;
    assert.equal(shown, expected);
  });

/** A name in two scripts → its halves. */
const NAMES: readonly (readonly [string, readonly [string, string] | null])[] = [
  ["Arman Delavarian آرمان دلاوریان", ["Arman Delavarian", "آرمان دلاوریان"]],
  ["آرمان دلاوریان / Arman Delavarian", ["Arman Delavarian", "آرمان دلاوریان"]],
  ["Arman Delavarian (آرمان دلاوریان)", ["Arman Delavarian", "آرمان دلاوریان"]],
  ["آرمان دلاوریان (Arman Delavarian)", ["Arman Delavarian", "آرمان دلاوریان"]],
  ["Arman (Kia) Delavarian – آرمان", ["Arman (Kia) Delavarian", "آرمان"]],
  ["ماه‌دخت Mahdokht", ["Mahdokht", "ماه‌دخت"]],
  ["Arman آرمان Delavarian", null],
  ["آرمان Arman دلاوریان Delavarian", null],
];
for (const [text, expected] of NAMES)
  test(`splitScripts() of ${text}`, () => {
    const halves = splitScripts(text);
    assert.deepEqual(halves === null ? null : [halves.latin, halves.arabic], expected);
  });

/** Columns that tell when somebody heard of a man, not that he lived; with the family, him or a call in them they do. */
for (const heading of [
  "last contact",
  "date of last contact",
  "last communication",
  "last seen",
  "date last seen",
  "last visit",
  "date of last visit",
  "last letter",
  "last heard from",
  "آخرین تماس",
  "تاریخ آخرین تماس",
  "آخرین ملاقات",
  "آخرین دیدار",
  "آخرین نامه",
])
  test(`readList() takes "${heading}" for no sign of life, and for no date of death`, () => {
    const { records } = read(`name,age,${heading}\nHormoz Delavarian,31,2024-06-03\n`);
    assert.deepEqual(
      records.map(({ name, date, aliveOn }) => [name, date, aliveOn]),
      [["Hormoz Delavarian", null, undefined]],
    );
  });
for (const heading of [
  "last contact with family",
  "last seen alive",
  "last call home",
  "last letter from him",
  "proof of life",
  "آخرین تماس تلفنی",
  "آخرین تماس با خانواده",
  "آخرین نامه او",
])
  test(`readList() takes "${heading}" for a sign of life`, () => {
    const [record] = read(`name,age,${heading}\nHormoz Delavarian,31,2024-06-03\n`).records;
    assert.equal(record?.aliveOn?.earliest, "2024-06-03");
  });

test("readList() reads the last sign of life beside the death, of several the latest", () => {
  const { records } = read(
    "name,date of execution,last phone call,last family visit,اخرین ملاقات با خانواده\nHormoz Delavarian,2024-05-12,3 June 2024,20/5/2024,\nKaveh Torkashi,,,,۱۴۰۳/۲/۱\nNalin Karvani,2024-05-12,,,\n",
  );
  assert.deepEqual(
    records.map(({ date, aliveOn }) => [date?.earliest, aliveOn?.earliest]),
    [
      ["2024-05-12", "2024-06-03"],
      [undefined, "2024-04-20"],
      ["2024-05-12", undefined],
    ],
  );
});
