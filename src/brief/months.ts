/**
 * In: claims with windows. Out: how many claims speak of each month, surely or possibly.
 * Never: counts events or people (one claim is one mention), or puts a longer window into one month.
 */
import { fromDay, monthLength, toDay } from "../model/calendarDays.ts";
import type { Claim } from "../model/claim.ts";
import { closedWindow, windowOf, type ClosedWindow } from "./days.ts";

/** In whose months a page counts: Jalali ones in the Persian page, as its reports do. */
export type MonthCalendar = "gregorian" | "jalali";

/** Claims that lie in the month for sure, and those whose window only reaches into it. */
export type Tally = { readonly sure: readonly Claim[]; readonly possible: readonly Claim[] };

/** A month of the time line; `skipped` is how many months without any dated claim lie before it. */
export type Month = {
  readonly year: number;
  readonly month: number;
  readonly window: ClosedWindow;
  readonly skipped: number;
  readonly tallies: readonly Tally[];
};

/** The time line and the claims that have no place in it. */
export type TimeLine = {
  readonly months: readonly Month[];
  readonly unplaced: readonly (readonly Claim[])[];
};

/** Longer windows say too little of a month to stand in it. */
const LONGEST_PLACED_DAYS = 92;

/** Lays several series of claims on the same months. */
export function makeTimeLine(
  series: readonly (readonly Claim[])[],
  calendar: MonthCalendar,
): TimeLine {
  const placed = series.map((claims) => claims.filter((claim) => placeOf(claim) !== null));
  const unplaced = series.map((claims) => claims.filter((claim) => placeOf(claim) === null));
  const numbers = new Set(
    placed.flat().flatMap((claim) => {
      const window = placeOf(claim);
      return window === null ? [] : monthsOf(window, calendar);
    }),
  );
  const months: Month[] = [];
  let before: number | null = null;
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const skipped: number = before === null ? 0 : number - before - 1;
    months.push({ ...makeMonth(number, placed, calendar), skipped });
    before = number;
  }
  return { months, unplaced };
}

function placeOf(claim: Claim): ClosedWindow | null {
  const window = closedWindow(windowOf(claim));
  if (window === null || window.last - window.first + 1 > LONGEST_PLACED_DAYS) return null;
  return window;
}

function makeMonth(
  number: number,
  series: readonly (readonly Claim[])[],
  calendar: MonthCalendar,
): Omit<Month, "skipped"> {
  const [year, month] = [Math.floor(number / 12), (number % 12) + 1];
  const first = toDay(calendar, { year, month, day: 1 });
  const window = { first, last: first + monthLength(calendar, year, month) - 1 };
  const tallies = series.map((claims) => {
    const here = claims.filter((claim) => {
      const placed = placeOf(claim);
      return placed !== null && placed.first <= window.last && placed.last >= window.first;
    });
    const isSure = (claim: Claim): boolean => {
      const placed = placeOf(claim);
      return placed !== null && placed.first >= window.first && placed.last <= window.last;
    };
    return { sure: here.filter(isSure), possible: here.filter((claim) => !isSure(claim)) };
  });
  return { year, month, window, tallies };
}

function monthsOf(window: ClosedWindow, calendar: MonthCalendar): readonly number[] {
  const [first, last] = [fromDay(calendar, window.first), fromDay(calendar, window.last)];
  const from = first.year * 12 + first.month - 1;
  const to = last.year * 12 + last.month - 1;
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
