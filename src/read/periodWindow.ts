/**
 * In: a symbolic value and the day it is counted from. Out: the days it means.
 * Never: invents that day where it is not known; then the window is null.
 */
import { addMonths, fromDay, weekdayOf } from "../model/calendarDays.ts";
import {
  agoWindow,
  contextWindow,
  datedDays,
  dateWithin,
  daysIn,
  eventWindow,
  rollingWindow,
  seasonWindow,
  shiftedDays,
  weekdayDays,
  yearSoFar,
} from "./periodDates.ts";
import { day, untilNow, whole, type Of, type Resolution, type Window } from "./periodResolution.ts";
import { addUnits, partOfDays, unitAround, yearRun, type Days } from "./periodUnits.ts";
import { calendarIn, type PeriodValue } from "./periodValue.ts";

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
  return { from: days.from, to: days.to, mode: of.from === of.to ? "all" : "some" };
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
function parallelWindow({ of, grain }: Of<"parallel">, on: Resolution): Window | null {
  const year = windowOf(of, on);
  if (year === null || year.from === null || year.to === null) return null;
  const calendar = calendarIn(of);
  const start = unitAround("year", year.from, 0, calendar).from;
  const told = on.antecedent() ?? (grain === null ? yearSoFar(calendar, on) : null);
  if (told === null) return whole({ from: year.from, to: year.to }, "some");
  const back = 12 * (fromDay(calendar, told.from).year - fromDay(calendar, start).year);
  const from = addMonths(told.from, -back, calendar);
  if (grain !== null) return whole(unitAround(grain, from, 0, calendar));
  const isMonthEnd = fromDay(calendar, told.to + 1).day === 1;
  const to = isMonthEnd
    ? addMonths(told.to + 1, -back, calendar) - 1
    : addMonths(told.to, -back, calendar);
  return whole({ from, to });
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

function rangeWindow(value: Of<"range">, on: Resolution): Window | null {
  const [first, last] = shareYear(value.from, endOf(value));
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

/** "from the beginning of 2023 to the end of October", "in 2023 until October": the month is of that year. */
function endOf({ from, to, isWithin }: Of<"range">): PeriodValue {
  const opens = from.op === "part" && from.part === "start" ? from.of : null;
  const whole = isWithin === true ? from : opens;
  if (whole?.op !== "date" || whole.year === null || whole.month !== null) return to;
  const { year, isShort, calendar } = whole;
  const dated = (value: PeriodValue): PeriodValue => {
    if (value.op === "part") return { ...value, of: dated(value.of) };
    if (value.op !== "date" || value.year !== null || value.calendar !== calendar) return value;
    return { ...value, year, isShort };
  };
  return dated(to);
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
    const near = Math.floor(from.year / 100) * 100 + to.year;
    const year = near < from.year ? near + 100 : near;
    // "in 2021-12" is a month, or a slip: it names no year of the next century.
    return year - from.year > MOST_YEARS ? [from, from] : [from, { ...to, year, isShort: false }];
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
  const one = closed(left);
  const other = closed(right);
  if (one === null || other === null) return false;
  const [small, large] = one.to - one.from <= other.to - other.from ? [one, other] : [other, one];
  return small.from >= large.from && small.to <= large.to;
}

/** Both bounds, or null where one is open. */
function closed(window: Window | null): Days | null {
  if (window === null || window.from === null || window.to === null) return null;
  return { from: window.from, to: window.to };
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

/** True where a unit that holds the day it is counted from has run only so far. */
export function runsOn(value: PeriodValue): boolean {
  return value.op === "some" ? !value.ahead : RUNNING.has(value.op);
}

const RUNNING: ReadonlySet<PeriodValue["op"]> = new Set([
  "date",
  "shift",
  "years",
  "season",
  "slice",
  "nth",
  "named",
  "part",
  "unit",
  "inside",
  "both",
]);

/** Years that a span with a short end ("1998-03") covers at most. */
const MOST_YEARS = 50;
