/**
 * In: a date of the Gregorian, Jalali or Hijri calendar. Out: its day number (days since 1970-01-01), and back.
 * Never: reads a clock or a time zone.
 */
import type { Period } from "./claim.ts";
import { unboxed } from "../base/unboxed.ts";

export type Calendar = Period["calendar"];

/** A civil date; `month` and `day` count from 1. */
export type CivilDate = { readonly year: number; readonly month: number; readonly day: number };

/** Julian day number of 1970-01-01. */
const UNIX_EPOCH = 2440588;
const JALALI_EPOCH = 1948320;
const HIJRI_EPOCH = 1948440;

/** Day number of a date. The day of the month is not checked; see `monthLength`. */
export function toDay(calendar: Calendar, date: CivilDate): number {
  return unboxed(countDays(calendar, date));
}

function countDays(calendar: Calendar, { year, month, day }: CivilDate): number {
  if (calendar === "jalali") return jalaliYearStart(year) + jalaliMonthStart(month) + day - 1;
  if (calendar === "hijri") return hijriYearStart(year) + Math.ceil(29.5 * (month - 1)) + day - 1;
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The date of a day number. */
export function fromDay(calendar: Calendar, number: number): CivilDate {
  const dayNumber = unboxed(number);
  if (calendar === "gregorian") return fromGregorianDay(dayNumber);
  const startOf = calendar === "jalali" ? jalaliYearStart : hijriYearStart;
  const meanYear = calendar === "jalali" ? 365.2424 : 354.3667;
  let year = Math.floor((dayNumber - startOf(1)) / meanYear) + 2;
  while (startOf(year) > dayNumber) year--;
  let month = 12;
  while (toDay(calendar, { year, month, day: 1 }) > dayNumber) month--;
  return { year, month, day: dayNumber - toDay(calendar, { year, month, day: 1 }) + 1 };
}

/** Days in a month. */
export function monthLength(calendar: Calendar, year: number, month: number): number {
  if (calendar === "gregorian") {
    const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    if (month === 2) return isLeap ? 29 : 28;
    return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  }
  const isLast = month === 12;
  const next = { year: isLast ? year + 1 : year, month: isLast ? 1 : month + 1, day: 1 };
  return toDay(calendar, next) - toDay(calendar, { year, month, day: 1 });
}

/** Monday 1 … Sunday 7, as in ISO 8601. */
export function weekdayOf(dayNumber: number): number {
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1;
}

/** A day number as EDTF: "2025-11-01". */
export function formatDay(dayNumber: number): string {
  const { year, month, day } = fromGregorianDay(dayNumber);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** First and last day of an EDTF date of day, month or year precision; null for anything else. */
export function parseEdtf(edtf: string): { readonly from: number; readonly to: number } | null {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T~?%].*)?$/.exec(edtf);
  if (found === null) return null;
  const year = Number(found[1]);
  if (year < FIRST_YEAR) return null;
  const month = found[2] === undefined ? null : Number(found[2]);
  const day = found[3] === undefined ? null : Number(found[3]);
  if (month === null) {
    const from = toDay("gregorian", { year, month: 1, day: 1 });
    return { from, to: toDay("gregorian", { year: year + 1, month: 1, day: 1 }) - 1 };
  }
  if (month < 1 || month > 12) return null;
  const length = monthLength("gregorian", year, month);
  const from = toDay("gregorian", { year, month, day: day ?? 1 });
  if (day === null) return { from, to: from + length - 1 };
  return day < 1 || day > length ? null : { from, to: from };
}

/** No report is older; "0001-01-01" is a date that a machine made up. */
const FIRST_YEAR = 1000;

/** A day some months later or earlier; the end of a shorter month stands for a day it lacks. */
export function addMonths(dayNumber: number, months: number, calendar: Calendar): number {
  const { year, month, day } = fromDay(calendar, dayNumber);
  const count = year * 12 + month - 1 + months;
  const inYear = Math.floor(count / 12);
  const inMonth = (((count % 12) + 12) % 12) + 1;
  const inDay = Math.min(day, monthLength(calendar, inYear, inMonth));
  return toDay(calendar, { year: inYear, month: inMonth, day: inDay });
}

function fromGregorianDay(dayNumber: number): CivilDate {
  const shifted = dayNumber + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const index = Math.floor((5 * dayOfYear + 2) / 153);
  const month = index < 10 ? index + 3 : index - 9;
  return {
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * index + 2) / 5) + 1,
  };
}

/** The 33-year rule: eight leap years in 33, right for the official calendar from 1178 to 1501. */
function jalaliYearStart(year: number): number {
  return JALALI_EPOCH - UNIX_EPOCH + 365 * (year - 1) + Math.floor((8 * year + 21) / 33);
}

function jalaliMonthStart(month: number): number {
  return month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6;
}

/** The tabular (civil) calendar: within a day or two of the sighted one. */
function hijriYearStart(year: number): number {
  return HIJRI_EPOCH - UNIX_EPOCH + 354 * (year - 1) + Math.floor((3 + 11 * year) / 30);
}
