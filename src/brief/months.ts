/**
 * In: claims with windows. Out: how many claims speak of each month, surely or possibly.
 * Never: counts events or people (one claim is one mention), or puts a longer window into one month.
 */
import type { Claim } from "../model/claim.ts";
import { civilDate, closedWindow, dayNumber, windowOf, type ClosedWindow } from "./days.ts";

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
export function makeTimeLine(series: readonly (readonly Claim[])[]): TimeLine {
  const placed = series.map((claims) => claims.filter((claim) => placeOf(claim) !== null));
  const unplaced = series.map((claims) => claims.filter((claim) => placeOf(claim) === null));
  const numbers = new Set(
    placed.flat().flatMap((claim) => {
      const window = placeOf(claim);
      return window === null ? [] : monthsOf(window);
    }),
  );
  const months: Month[] = [];
  let before: number | null = null;
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const skipped: number = before === null ? 0 : number - before - 1;
    months.push({ ...makeMonth(number, placed), skipped });
    before = number;
  }
  return { months, unplaced };
}

function placeOf(claim: Claim): ClosedWindow | null {
  const window = closedWindow(windowOf(claim));
  if (window === null || window.last - window.first + 1 > LONGEST_PLACED_DAYS) return null;
  return window;
}

function makeMonth(number: number, series: readonly (readonly Claim[])[]): Omit<Month, "skipped"> {
  const [year, month] = [Math.floor(number / 12), (number % 12) + 1];
  const next = number + 1;
  const window = {
    first: dayNumber(year, month, 1),
    last: dayNumber(Math.floor(next / 12), (next % 12) + 1, 1) - 1,
  };
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

function monthsOf(window: ClosedWindow): readonly number[] {
  const [first, last] = [civilDate(window.first), civilDate(window.last)];
  const from = first.year * 12 + first.month - 1;
  const to = last.year * 12 + last.month - 1;
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
