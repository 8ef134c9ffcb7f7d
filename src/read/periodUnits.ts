/**
 * In: a day and a unit of a calendar. Out: the days of that unit, of its parts, and of stretches of units.
 * Never: knows what was written.
 */
import {
  addMonths,
  fromDay,
  monthLength,
  toDay,
  weekdayOf,
  type Calendar,
} from "../model/calendarDays.ts";
import type { Grain, Part } from "./periodValue.ts";
import { unboxed } from "../base/unboxed.ts";

/** Days from … to, both included. */
export type Days = { readonly from: number; readonly to: number };

/** The unit of a calendar that holds a day, moved by some units; weeks of the Jalali calendar begin on Saturday. */
export function unitAround(grain: Grain, day: number, moved: number, calendar: Calendar): Days {
  const amount = unboxed(moved);
  const { year, month } = fromDay(calendar, day);
  switch (grain) {
    case "minute":
    case "hour":
    case "day":
      return { from: day + amount, to: day + amount };
    case "week":
    case "weekend": {
      const start = weekStart(day, calendar) + 7 * amount;
      return grain === "week" ? { from: start, to: start + 6 } : { from: start + 5, to: start + 6 };
    }
    case "month":
      return monthRun(calendar, year, month - 1 + amount, 1);
    case "quarter":
    case "season":
      return monthRun(calendar, year, 3 * (Math.floor((month - 1) / 3) + amount), 3);
    case "half":
      return monthRun(calendar, year, 6 * (Math.floor((month - 1) / 6) + amount), 6);
    case "year":
      return yearRun(calendar, year + amount, year + amount);
    case "decade": {
      const first = (Math.floor(year / 10) + amount) * 10;
      return yearRun(calendar, first, first + 9);
    }
    case "century": {
      const first = (Math.floor((year - 1) / 100) + amount) * 100 + 1;
      return yearRun(calendar, first, first + 99);
    }
  }
}

/** A day some units later or, negative, earlier. */
export function addUnits(day: number, grain: Grain, amount: number, calendar: Calendar): number {
  const months = MONTHS_OF[grain];
  if (months !== undefined) return addMonths(day, unboxed(Math.round(months * amount)), calendar);
  if (grain === "week" || grain === "weekend") return day + unboxed(Math.round(7 * amount));
  if (grain === "day") return day + unboxed(Math.round(amount));
  const days = amount / (grain === "hour" ? 24 : 1440);
  return day + unboxed(days < 0 ? Math.floor(days) : Math.ceil(days));
}

const MONTHS_OF: Readonly<Partial<Record<Grain, number>>> = {
  month: 1,
  quarter: 3,
  season: 3,
  half: 6,
  year: 12,
  decade: 120,
  century: 1200,
};

/** Whole years from … to. */
export function yearRun(calendar: Calendar, from: number, to: number): Days {
  return {
    from: toDay(calendar, { year: from, month: 1, day: 1 }),
    to: toDay(calendar, { year: to + 1, month: 1, day: 1 }) - 1,
  };
}

/** Some months of a year; `index` counts months from 0 and may lie outside the year. */
export function monthRun(calendar: Calendar, year: number, index: number, count: number): Days {
  const start = year * 12 + index;
  const dayAt = (months: number): number =>
    toDay(calendar, {
      year: Math.floor(months / 12),
      month: (((months % 12) + 12) % 12) + 1,
      day: 1,
    });
  return { from: dayAt(start), to: dayAt(start + count) - 1 };
}

/** The days of a named date in one year; null where the calendar has no such day. */
export function dateDays(
  calendar: Calendar,
  year: number,
  month: number | null,
  days: { readonly first: number | null; readonly last: number | null },
): Days | null {
  if (month === null) return yearRun(calendar, year, year);
  if (days.first === null) return monthRun(calendar, year, month - 1, 1);
  const last = days.last ?? days.first;
  if (days.first < 1 || last > monthLength(calendar, year, month)) return null;
  return {
    from: toDay(calendar, { year, month, day: days.first }),
    to: toDay(calendar, { year, month, day: last }),
  };
}

/**
 * Thirds for early, middle and late; a sixth for start and end. A year or more is parted by months, less by days;
 * a single day stays whole.
 */
export function partOfDays(part: Part, days: Days, calendar: Calendar): Days {
  const length = days.to - days.from + 1;
  if (length < 3) return days;
  const isLong = length >= LONG;
  const size = isLong ? Math.round(length / MONTH_DAYS) : length;
  const at = (count: number): number =>
    isLong ? addMonths(days.from, count, calendar) : days.from + count;
  const third = Math.floor(size / 3);
  const sixth = Math.max(1, Math.floor(size / 6));
  switch (part) {
    case "early":
      return { from: days.from, to: at(third) - 1 };
    case "middle":
      return { from: at(third), to: at(2 * third) - 1 };
    case "late":
      return { from: at(2 * third), to: days.to };
    case "start":
      return { from: days.from, to: at(sixth) - 1 };
    case "end":
      return { from: at(size - sixth), to: days.to };
  }
}

const LONG = 300;
const MONTH_DAYS = 30.44;

/** Three months, spring first: from the new year in the Jalali calendar, from March in the Gregorian. */
export function seasonDays(calendar: Calendar, season: number, year: number): Days {
  return monthRun(calendar, year, 3 * (season - 1) + (calendar === "jalali" ? 0 : 2), 3);
}

function weekStart(day: number, calendar: Calendar): number {
  const index = calendar === "jalali" ? (weekdayOf(day) + 1) % 7 : weekdayOf(day) - 1;
  return day - index;
}
