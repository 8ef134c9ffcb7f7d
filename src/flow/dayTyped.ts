/**
 * In: a day as somebody types it: 2025-10-12, or 1404-07-20 of the Jalali calendar. Out: the Gregorian day.
 * Never: takes a Jalali year for one of the Middle Ages.
 */
import { jalaliToGregorian } from "../text/dates/jalali.ts";

/** Years of the Jalali calendar that a day of our time can have; such Gregorian years have no reports. */
const JALALI = { from: 1200, to: 1500 };

/** The day as YYYY-MM-DD, or null where it is none. */
export function dayTyped(text: string): string | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  if (year < JALALI.from || year > JALALI.to) return isDay(year, month, day) ? text : null;
  const found = jalaliToGregorian({ year, month, day });
  return found === null ? null : written(found.year, found.month, found.day);
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function written(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
