/**
 * In: EDTF dates. Out: day numbers (1970-01-01 is 0) and how windows of days lie to each other.
 * Never: fills in a date that is open or unknown; it stays null.
 */
import type { Claim } from "../model/claim.ts";

/** A window of days, both ends included; null is open or unknown. */
export type Window = { readonly first: number | null; readonly last: number | null };
/** A window with both ends. */
export type ClosedWindow = { readonly first: number; readonly last: number };

export type WindowRelation =
  | "same"
  | "within"
  | "around"
  | "partly"
  | "apart"
  | "open" // one end of one of them is not said
  | "unknown"; // one of them has no window at all

/** First and last day of an EDTF date: "2025-11" is 1 to 30 November; null for what is no date. */
export function boundsOfDate(edtf: string | null): ClosedWindow | null {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?[~?%]?$/.exec(edtf ?? "");
  if (match === null) return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? null : Number(match[2]);
  const day = match[3] === undefined ? null : Number(match[3]);
  if (month === null) return { first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31) };
  if (month < 1 || month > 12 || day === 0 || (day ?? 1) > 31) return null;
  const next = month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
  if (day === null) return { first: dayNumber(year, month, 1), last: next - 1 };
  const at = dayNumber(year, month, day);
  return at < next ? { first: at, last: at } : null;
}

/** The window in which a claim's event lies; null where it has none that can be laid on a calendar. */
export function windowOf(claim: Pick<Claim, "period">): Window | null {
  const { period } = claim;
  if (period === null || period.basis === "unresolved") return null;
  if (period.mode === "recurring" || period.mode === "vague") return null;
  const first = boundsOfDate(period.earliest)?.first ?? null;
  const last = boundsOfDate(period.latest)?.last ?? null;
  return first === null && last === null ? null : { first, last };
}

/** A window with both ends, or null. */
export function closedWindow(window: Window | null): ClosedWindow | null {
  if (window === null || window.first === null || window.last === null) return null;
  return window.first <= window.last ? { first: window.first, last: window.last } : null;
}

/** How the first window lies to the second. */
export function relateWindows(left: Window | null, right: Window | null): WindowRelation {
  if (left === null || right === null) return "unknown";
  const [a, b] = [closedWindow(left), closedWindow(right)];
  if (a === null || b === null) return liesApart(left, right) ? "apart" : "open";
  if (a.first === b.first && a.last === b.last) return "same";
  if (a.last < b.first || b.last < a.first) return "apart";
  if (a.first >= b.first && a.last <= b.last) return "within";
  if (b.first >= a.first && b.last <= a.last) return "around";
  return "partly";
}

/** Days that two windows share, as a part of all days that either holds (0 to 1). */
export function shareOfDays(a: ClosedWindow, b: ClosedWindow): number {
  const shared = Math.min(a.last, b.last) - Math.max(a.first, b.first) + 1;
  const all = Math.max(a.last, b.last) - Math.min(a.first, b.first) + 1;
  return shared <= 0 ? 0 : shared / all;
}

/** The day's number. Gregorian calendar, after Howard Hinnant's days_from_civil. */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Year, month and day of a day number. */
export function civilDate(number: number): { year: number; month: number; day: number } {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

function liesApart(left: Window, right: Window): boolean {
  const before = (a: Window, b: Window): boolean =>
    a.last !== null && b.first !== null && a.last < b.first;
  return before(left, right) || before(right, left);
}
