/**
 * In: a day as somebody types it: 2025-10-12, or 1404-07-20 of the Jalali calendar; with slashes, with digits of any script.
 * Out: the Gregorian day. Never: takes a Jalali year for one of the Middle Ages.
 */
import { foldForSearch } from "../base/foldForSearch.ts";
import { jalaliToGregorian } from "../text/dates/jalali.ts";

/** Years of the Jalali calendar that a day of our time can have; such Gregorian years have no reports. */
const JALALI = { from: 1200, to: 1500 };

/** The day as YYYY-MM-DD, or null where it is none. */
export function dayTyped(text: string): string | null {
  const ascii = text.trim().replaceAll(/\p{Nd}/gu, (digit) => foldForSearch(digit));
  const [, years = "", , months = "", days = ""] =
    /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/.exec(ascii) ?? [];
  if (years === "") return null;
  const [year, month, day] = [Number(years), Number(months), Number(days)];
  if (year < JALALI.from || year > JALALI.to)
    return isDay(year, month, day) ? written(year, month, day) : null;
  const found = jalaliToGregorian({ year, month, day });
  return found === null ? null : written(found.year, found.month, found.day);
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function written(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
