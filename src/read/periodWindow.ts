/**
 * In: a symbolic value and the day it is counted from. Out: the days it means.
 * Never: invents that day where it is not known; then the window is null.
 */
import { addMonths, fromDay, weekdayOf, type Calendar } from "./calendarDays.ts";
import type { PeriodGrammar } from "./periodGrammar.ts";
import type { PeriodNoteCode } from "./periodNotes.ts";
import {
  addUnits,
  dateDays,
  partOfDays,
  seasonDays,
  unitAround,
  yearRun,
  type Days,
} from "./periodUnits.ts";
import { calendarIn, type PeriodValue } from "./periodValue.ts";
import type { Period } from "../model/claim.ts";

/** Days from … to, null where open. */
export type Window = {
  readonly from: number | null;
  readonly to: number | null;
  readonly mode: Period["mode"];
};

/** What is handed down while a value is resolved, and what is learnt on the way. */
export type Resolution = {
  /** The day that relative words count from, or null where it is not known. */
  readonly now: number | null;
  readonly isFuture: boolean;
  readonly country: string | null;
  /** The time told before, that "that year" and "two days later" count from. */
  readonly antecedent: Days | null;
  readonly events: PeriodGrammar["events"];
  readonly notes: Set<PeriodNoteCode>;
  /** Set once a relative word, or an event of a country, decided the days. */
  readonly used: Set<"now" | "event" | "antecedent">;
};

type Of<Op extends PeriodValue["op"]> = Extract<PeriodValue, { op: Op }>;

/** The days a value means; null where they cannot be told. */
export function windowOf(value: PeriodValue, on: Resolution): Window | null {
  switch (value.op) {
    case "date":
      return whole(datedDays(value, on));
    case "weekday":
      return whole(weekdayDays(value, on));
    case "shift":
      return whole(shiftedDays(value, on));
    case "rolling":
      return rollingWindow(value, on);
    case "ago":
      return agoWindow(value, on);
    case "years":
      return whole(yearRun(value.calendar, value.from, value.to));
    case "season":
      return seasonWindow(value, on);
    case "named":
      return namedWindow(value, on);
    case "part":
      return partWindow(value, on);
    case "slice":
      return sliceWindow(value, on);
    case "nth":
      return nthWindow(value, on);
    case "some":
      return someWindow(value, on);
    case "unit":
      return unitWindow(value, on);
    case "ending":
      return endingWindow(value, on);
    case "parallel":
      return parallelWindow(value, on);
    case "context":
      return contextWindow(value, on);
    case "inside":
      return insideWindow(value, on);
    case "range":
      return rangeWindow(value, on);
    case "bound":
      return boundWindow(value, on);
    case "both":
      return bothWindow(value, on);
    case "list":
      return listWindow(value, on);
    case "event":
      return eventWindow(value, on);
    case "to-date":
      return untilNow(on, "all");
    case "recently":
    case "vague":
      return untilNow(on, "vague");
    case "duration":
      return { from: null, to: null, mode: "all" };
    case "recurring":
      return { from: null, to: null, mode: "recurring" };
  }
}

function whole(days: Days | null, mode: Period["mode"] = "all"): Window | null {
  return days === null ? null : { ...days, mode };
}

/** The day words count from; noted as used. */
function nowOf(on: Resolution): number | null {
  if (on.now === null) {
    on.notes.add("period-unresolved");
    return null;
  }
  on.used.add("now");
  return on.now;
}

function untilNow(on: Resolution, mode: Period["mode"]): Window | null {
  const now = nowOf(on);
  return now === null ? null : { from: null, to: now, mode };
}

function datedDays(value: Of<"date">, on: Resolution): Days | null {
  if (value.calendar === "hijri") on.notes.add("period-hijri-approximate");
  if (value.isAmbiguous) on.notes.add("period-order-ambiguous");
  const { calendar, isShort } = value;
  const year = value.year === null || !isShort ? value.year : fullYear(value.year, calendar, on);
  const days = year === null ? inferredDays(value, on) : daysIn(value, year);
  if (days === null) {
    if (year !== null) on.notes.add("period-impossible");
    return null;
  }
  if (value.weekday !== null && weekdayOf(days.from) !== value.weekday)
    on.notes.add("weekday-disagrees");
  if (value.calendar !== "hijri") return days;
  return { from: days.from - 1, to: days.to + 1 };
}

function daysIn(value: Of<"date">, year: number): Days | null {
  const days = { first: value.day, last: value.lastDay };
  return dateDays(value.calendar, year, value.month, days);
}

/** The last such date that is not in the future, or the next one that is not in the past. */
function inferredDays(value: Of<"date">, on: Resolution): Days | null {
  const now = nowOf(on);
  if (now === null) return null;
  const { year, month } = fromDay(value.calendar, now);
  if (value.month === null) {
    for (let back = 0; back <= 2; back++) {
      const count = year * 12 + month - 1 + (on.isFuture ? back : -back);
      const at = { year: Math.floor(count / 12), month: (count % 12) + 1 };
      const days = daysIn({ ...value, month: at.month }, at.year);
      if (days !== null && (on.isFuture ? days.to >= now : days.from <= now)) return days;
    }
    return null;
  }
  for (let back = 0; back <= LEAP_GAP; back++) {
    const days = daysIn(value, on.isFuture ? year + back : year - back);
    if (days === null || (on.isFuture ? days.to < now : days.from > now)) continue;
    on.notes.add("period-year-inferred");
    return days;
  }
  on.notes.add("period-impossible");
  return null;
}

/** Most years between two leap days. */
const LEAP_GAP = 8;

/** A year of two digits is the last such year up to the publication. */
function fullYear(year: number, calendar: Calendar, on: Resolution): number {
  if (year >= 100) return year;
  on.notes.add("period-century-inferred");
  const late = year + (calendar === "gregorian" ? 2000 : 1400);
  const limit = on.now === null ? null : fromDay(calendar, on.now).year;
  const isLate = limit === null ? year < SHORT_LIMIT : late <= limit;
  return isLate ? late : late - 100;
}

/** Two-digit years from here on are of the last century where no publication date says better. */
const SHORT_LIMIT = 30;

function weekdayDays(value: Of<"weekday">, on: Resolution): Days | null {
  const now = nowOf(on);
  if (now === null) return null;
  const back = (weekdayOf(now) - value.weekday + 7) % 7;
  const shift = value.shift === 0 && on.isFuture ? null : value.shift;
  if (shift === 0) return day(now - back);
  if (shift === null)
    return day(on.isFuture ? now + ((7 - back) % 7) : now + value.weekday - weekdayOf(now));
  return day(shift < 0 ? now - (back === 0 ? 7 : back) : now + (7 - back));
}

function shiftedDays(value: Of<"shift">, on: Resolution): Days | null {
  const now = nowOf(on);
  if (now === null) return null;
  const { grain, calendar } = value;
  if (grain === "weekend" && value.amount === 0 && !on.isFuture) {
    const days = unitAround(grain, now, 0, calendar);
    return days.from <= now ? days : unitAround(grain, now, -1, calendar);
  }
  const days = unitAround(grain, now, value.amount, calendar);
  if (value.weekday === null) return days;
  for (let at = days.from; at <= days.to; at++) if (weekdayOf(at) === value.weekday) return day(at);
  return null;
}

/** How many units "a few", "recent" can mean at most. */
const FEW = 7;

function rollingWindow(value: Of<"rolling">, on: Resolution): Window | null {
  const now = nowOf(on);
  if (now === null) return null;
  const mode = value.amount === null ? "some" : "all";
  const amount = value.amount ?? FEW;
  const other = addUnits(now, value.grain, value.ahead ? amount : -amount, value.calendar);
  return value.ahead ? { from: now, to: other, mode } : { from: other, to: now, mode };
}

/** "two days ago" is a day; weeks, months and years ago are the unit round that day, on some day of it. */
function agoWindow(value: Of<"ago">, on: Resolution): Window | null {
  const now = nowOf(on);
  if (now === null) return null;
  const { grain, calendar } = value;
  const sign = value.ahead ? 1 : -1;
  if (value.amount === null) {
    const near = addUnits(now, grain, sign * (grain === "day" ? 1 : 2), calendar);
    const far = addUnits(now, grain, sign * FEW, calendar);
    return { from: Math.min(near, far), to: Math.max(near, far), mode: "some" };
  }
  const point = addUnits(now, grain, sign * value.amount, calendar);
  if (grain === "day") return { from: point, to: point, mode: "all" };
  if (grain === "hour" || grain === "minute")
    return { from: Math.min(point, now), to: Math.max(point, now), mode: "some" };
  const days =
    grain === "week" ? { from: point - 3, to: point + 3 } : unitAround(grain, point, 0, calendar);
  return {
    from: value.ahead ? Math.max(days.from, now) : days.from,
    to: value.ahead ? days.to : Math.min(days.to, now),
    mode: "some",
  };
}

function seasonWindow(value: Of<"season">, on: Resolution): Window | null {
  const { calendar, season } = value;
  const mode = calendar === "jalali" ? "all" : "some";
  if (value.year !== null) {
    const year = fullYear(value.year, calendar, on);
    const days = seasonDays(calendar, season, year);
    const isWinter = calendar !== "jalali" && season === 4;
    return { ...days, from: isWinter ? yearRun(calendar, year, year).from : days.from, mode };
  }
  const now = nowOf(on);
  if (now === null) return null;
  const { year } = fromDay(calendar, now);
  const isAhead = on.isFuture || value.shift > 0;
  for (const step of isAhead ? [-1, 0, 1] : [0, -1, -2]) {
    const days = seasonDays(calendar, season, year + step);
    const isIn = days.from <= now && now <= days.to;
    if (isIn && value.shift !== 0) continue;
    if (isIn || (isAhead ? days.from > now : days.to < now)) return { ...days, mode };
  }
  return null;
}

/** "last June" is the last one that is over; "next June" the first to come. */
function namedWindow(value: Of<"named">, on: Resolution): Window | null {
  const { of, shift } = value;
  const window = windowOf(of, shift > 0 ? { ...on, isFuture: true } : on);
  if (window === null || shift === 0 || on.now === null) return window;
  if (of.op !== "date" || of.year !== null) return window;
  const isNow =
    window.from !== null && window.to !== null && window.from <= on.now && on.now <= window.to;
  if (!isNow) return window;
  const { year } = fromDay(of.calendar, window.from ?? on.now);
  return whole(daysIn(of, year + Math.sign(shift)));
}

function partWindow(value: Of<"part">, on: Resolution): Window | null {
  const of = windowOf(value.of, on);
  if (of === null || of.from === null || of.to === null) return of;
  const days = partOfDays(value.part, { from: of.from, to: of.to }, calendarIn(value.of));
  return { ...days, mode: of.from === of.to ? "all" : "some" };
}

function sliceWindow(value: Of<"slice">, on: Resolution): Window | null {
  const of = windowOf(value.of, on);
  if (of === null || of.from === null || of.to === null) return null;
  const calendar = calendarIn(value.of);
  if (value.amount >= 0) {
    const to = addUnits(of.from, value.grain, value.amount, calendar) - 1;
    return { from: of.from, to: Math.max(of.from, Math.min(to, of.to)), mode: "all" };
  }
  const from = addUnits(of.to + 1, value.grain, value.amount, calendar);
  return { from: Math.min(of.to, Math.max(from, of.from)), to: of.to, mode: "all" };
}

function nthWindow(value: Of<"nth">, on: Resolution): Window | null {
  const of = windowOf(value.of, on);
  if (of === null || of.from === null || of.to === null) return null;
  const days = nthDays(value, { from: of.from, to: of.to });
  const isImplied = value.of.op === "shift" && value.of.grain === "year" && value.of.amount === 0;
  if (!isImplied || on.now === null || on.isFuture || days.from <= on.now) return whole(days);
  const back = windowOf({ ...value, of: { ...value.of, amount: -1 } as PeriodValue }, on);
  return back;
}

function nthDays({ grain, n, of }: Of<"nth">, days: Days): Days {
  const calendar = calendarIn(of);
  if (grain === "half" && days.to - days.from < SHORT_HALF) {
    const middle = days.from + Math.ceil((days.to - days.from + 1) / 2);
    return n === 1 ? { from: days.from, to: middle - 1 } : { from: middle, to: days.to };
  }
  if (n > 0) {
    const from = addUnits(days.from, grain, n - 1, calendar);
    const to = addUnits(days.from, grain, n, calendar) - 1;
    return { from: Math.min(from, days.to), to: Math.max(from, Math.min(to, days.to)) };
  }
  const to = addUnits(days.to + 1, grain, n + 1, calendar) - 1;
  return { from: Math.max(days.from, addUnits(days.to + 1, grain, n, calendar)), to };
}

function someWindow({ ahead, of }: Of<"some">, on: Resolution): Window | null {
  const window = windowOf(of, on);
  if (window === null) return null;
  const from = ahead && on.now !== null && (window.from ?? on.now) < on.now ? on.now : window.from;
  return { from, to: window.to, mode: "some" };
}

function endingWindow({ grain, amount, of }: Of<"ending">, on: Resolution): Window | null {
  const window = windowOf(of, on);
  if (window === null || window.to === null) return null;
  return whole({ from: addUnits(window.to + 1, grain, -amount, calendarIn(of)), to: window.to });
}

/** Without a time told before, the year up to the publication is what is compared. */
function parallelWindow({ of }: Of<"parallel">, on: Resolution): Window | null {
  const year = windowOf(of, on);
  if (year === null || year.from === null || year.to === null) return null;
  const calendar = calendarIn(of);
  const start = unitAround("year", year.from, 0, calendar).from;
  const told = on.antecedent ?? yearSoFar(calendar, on);
  if (told === null) return whole({ from: year.from, to: year.to }, "some");
  const back = 12 * (fromDay(calendar, told.from).year - fromDay(calendar, start).year);
  const isMonthEnd = fromDay(calendar, told.to + 1).day === 1;
  const to = isMonthEnd
    ? addMonths(told.to + 1, -back, calendar) - 1
    : addMonths(told.to, -back, calendar);
  return whole({ from: addMonths(told.from, -back, calendar), to });
}

function yearSoFar(calendar: Calendar, on: Resolution): Days | null {
  const now = nowOf(on);
  return now === null ? null : { from: unitAround("year", now, 0, calendar).from, to: now };
}

function contextWindow({ grain, amount }: Of<"context">, on: Resolution): Window | null {
  if (on.antecedent === null) {
    on.notes.add("period-antecedent-unknown");
    return null;
  }
  on.used.add("antecedent");
  const start = amount > 0 ? on.antecedent.to : on.antecedent.from;
  if (grain === "hour" || grain === "minute")
    return { from: start, to: addUnits(start, grain, amount, "gregorian"), mode: "some" };
  return whole(unitAround(grain, start, amount, "gregorian"));
}

function unitWindow({ grain, of }: Of<"unit">, on: Resolution): Window | null {
  const window = windowOf(of, on);
  if (window === null || window.from === null) return null;
  return whole(unitAround(grain, window.from, 0, calendarIn(of)));
}

/** Halves of less than this are halves by days, not by months. */
const SHORT_HALF = 300;

/** "June last year", "Monday last week": the inner date is the one that lies in the outer time. */
function insideWindow({ inner, outer: written }: Of<"inside">, on: Resolution): Window | null {
  const outer = written.op === "shift" ? { ...written, calendar: calendarIn(inner) } : written;
  const frame = windowOf(outer, on);
  if (frame === null || frame.from === null || frame.to === null) return windowOf(inner, on);
  const bounds = { from: frame.from, to: frame.to };
  if (inner.op === "date" && inner.year === null) {
    const days = dateWithin(inner, bounds);
    if (days !== null) return whole(days);
  }
  if (inner.op === "weekday") {
    for (let at = bounds.from; at <= bounds.to; at++)
      if (weekdayOf(at) === inner.weekday) return whole(day(at));
  }
  if (inner.op === "part") {
    const of = insideWindow({ op: "inside", inner: inner.of, outer }, on);
    if (of !== null && of.from !== null && of.to !== null)
      return whole(
        partOfDays(inner.part, { from: of.from, to: of.to }, calendarIn(inner.of)),
        "some",
      );
  }
  if (inner.op === "season") {
    const { year } = fromDay(inner.calendar, bounds.from);
    return windowOf({ ...inner, year }, on);
  }
  const own = windowOf(inner, on);
  if (own === null || own.from === null || own.to === null) return frame;
  const from = Math.max(own.from, bounds.from);
  const to = Math.min(own.to, bounds.to);
  return from <= to ? { from, to, mode: own.mode } : frame;
}

function dateWithin(value: Of<"date">, bounds: Days): Days | null {
  const first = fromDay(value.calendar, bounds.from).year;
  const last = fromDay(value.calendar, bounds.to).year;
  for (let year = first; year <= Math.min(last, first + LEAP_GAP); year++) {
    const days = daysIn(value, year);
    if (days !== null && days.from <= bounds.to && days.to >= bounds.from) return days;
  }
  return null;
}

function rangeWindow(value: Of<"range">, on: Resolution): Window | null {
  const [first, last] = shareYear(value.from, value.to);
  const to = windowOf(last, on);
  let from = windowOf(first, on);
  if (from === null || to === null) return null;
  if (from.from !== null && to.to !== null && from.from > to.to && first.op === "date") {
    const limit: Resolution = { ...on, now: to.to, isFuture: false };
    from =
      first.year === null || value.from !== first
        ? windowOf({ ...first, year: null }, limit)
        : from;
  }
  if (from === null) return null;
  if (from.from !== null && to.to !== null && from.from > to.to) {
    on.notes.add("period-impossible");
    return null;
  }
  return { from: from.from, to: to.to, mode: "all" };
}

/** "from March to June 2025": the year said last is that of both; "2018-19": so is the century. */
function shareYear(from: PeriodValue, to: PeriodValue): readonly [PeriodValue, PeriodValue] {
  if (from.op === "part") {
    const [of, last] = shareYear(from.of, to);
    return [{ ...from, of }, last];
  }
  if (from.op !== "date") return [from, to];
  if (to.op === "part") {
    const [first, of] = shareYear(from, to.of);
    return [first, { ...to, of }];
  }
  if (to.op !== "date" || from.calendar !== to.calendar) return [from, to];
  if (to.isShort && !from.isShort && from.year !== null && to.year !== null) {
    const year = Math.floor(from.year / 100) * 100 + to.year;
    return [from, { ...to, year: year < from.year ? year + 100 : year, isShort: false }];
  }
  if (from.year === null && to.year !== null)
    return [{ ...from, year: to.year, isShort: to.isShort }, to];
  return [from, to];
}

/** Bounds keep the day they name: "after 5 October" may be that day, for a count says no more. */
function boundWindow({ side, of }: Of<"bound">, on: Resolution): Window | null {
  const window = windowOf(of, on);
  if (window === null) return null;
  switch (side) {
    case "since":
      if (of.op === "part" && of.part === "middle" && window.from !== null && window.to !== null)
        return {
          ...window,
          from: Math.floor((window.from + window.to) / 2),
          to: on.now,
          mode: "all",
        };
      return {
        from: window.from,
        to: on.now !== null && (window.from ?? 0) <= on.now ? on.now : null,
        mode: "all",
      };
    case "until":
      return { from: null, to: window.to, mode: "all" };
    case "before":
      return { from: null, to: window.from, mode: "some" };
    case "after":
      return { from: window.to, to: null, mode: "some" };
    case "around": {
      const room = Math.max(3, Math.floor(((window.to ?? 0) - (window.from ?? 0) + 1) / 2));
      const from = window.from === null ? null : window.from - room;
      return { from, to: window.to === null ? null : window.to + room, mode: "some" };
    }
  }
}

/** One time in two calendars: the one that has a year gives it to the other. */
function bothWindow({ left, right }: Of<"both">, on: Resolution): Window | null {
  const isBare = left.op === "date" && left.year === null;
  const isOtherBare = right.op === "date" && right.year === null;
  const other = windowOf(isBare || !isOtherBare ? right : left, on);
  if (other === null || other.from === null || other.to === null) return windowOf(left, on);
  const near = { from: other.from - NEAR, to: other.to + NEAR };
  const first = isBare ? whole(dateWithin(left, near)) : isOtherBare ? other : windowOf(left, on);
  const second = isBare ? other : isOtherBare ? whole(dateWithin(right, near)) : other;
  if (!agree(first, second)) on.notes.add("calendars-disagree");
  return first ?? windowOf(left, on);
}

const NEAR = 20;

/** Equal, or one inside the other where one of them is the coarser unit. */
function agree(left: Window | null, right: Window | null): boolean {
  if (left?.from == null || left.to === null || right?.from == null || right.to === null)
    return false;
  const [small, large] =
    left.to - left.from <= right.to - right.from ? [left, right] : [right, left];
  return (small.from ?? 0) >= (large.from ?? 0) && (small.to ?? 0) <= (large.to ?? 0);
}

function listWindow({ items }: Of<"list">, on: Resolution): Window | null {
  const last = items.at(-1);
  if (last === undefined) return null;
  const windows = items.map((item) => windowOf(shareYear(item, last)[0], on));
  let from: number | null = null;
  let to: number | null = null;
  for (const window of windows) {
    if (window === null || window.from === null || window.to === null) return null;
    from = from === null ? window.from : Math.min(from, window.from);
    to = to === null ? window.to : Math.max(to, window.to);
  }
  return { from, to, mode: "all" };
}

/** The date that a phrase had when the report was published; a text of an earlier year means an earlier one. */
function eventWindow({ key }: Of<"event">, on: Resolution): Window | null {
  const event = on.events.get(key);
  const isHere = event !== undefined && (event.isAnywhere || event.country === on.country);
  const known = isHere ? event.dates : [];
  const valid = known.filter(
    (date) => on.now !== null && date.validFrom <= on.now && on.now <= date.validTo,
  );
  const found = on.now === null && known.length === 1 ? known[0] : valid[0];
  if (found === undefined) {
    on.notes.add(on.now === null && known.length > 0 ? "period-unresolved" : "event-not-known");
    return null;
  }
  on.used.add("event");
  return { from: found.from, to: found.to ?? on.now, mode: "all" };
}

/** True where a unit that holds the day it is counted from has run only so far. */
export function runsOn(value: PeriodValue): boolean {
  switch (value.op) {
    case "date":
    case "shift":
    case "years":
    case "season":
    case "slice":
    case "nth":
    case "named":
    case "part":
    case "unit":
    case "inside":
    case "both":
      return true;
    case "some":
      return !value.ahead;
    default:
      return false;
  }
}

function day(at: number): Days {
  return { from: at, to: at };
}
