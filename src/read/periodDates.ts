/**
 * In: a date, weekday, season, event or stretch as written, and the day it is counted from. Out: its days.
 * Never: invents that day where it is not known; then there are no days.
 */
import { fromDay, weekdayOf, type Calendar } from "../model/calendarDays.ts";
import { day, nowOf, whole, type Of, type Resolution, type Window } from "./periodResolution.ts";
import { addUnits, dateDays, seasonDays, unitAround, yearRun, type Days } from "./periodUnits.ts";

export function datedDays(value: Of<"date">, on: Resolution): Days | null {
  if (value.calendar === "hijri") on.notes.add("period-hijri-approximate");
  if (value.isAmbiguous) on.notes.add("period-order-ambiguous");
  if (value.isCalendarOpen === true) on.notes.add("period-calendar-ambiguous");
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

export function daysIn(value: Of<"date">, year: number): Days | null {
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
      const here = year * 12 + month - 1;
      const count = on.isFuture ? here + back : here - back;
      const at = { year: Math.floor(count / 12), month: (count % 12) + 1 };
      const days = daysIn({ ...value, month: at.month }, at.year);
      if (days !== null && (on.isFuture ? days.to >= now : days.from <= now)) return days;
    }
    return null;
  }
  const near: Days[] = [];
  for (let back = 0; back <= LEAP_GAP && near.length < WEEKDAY_YEARS; back++) {
    const days = daysIn(value, on.isFuture ? year + back : year - back);
    if (days !== null && (on.isFuture ? days.to >= now : days.from <= now)) near.push(days);
  }
  const found =
    near.find((days) => isOnWeekday(value, days)) ?? weekdayAcross(value, now, on) ?? near[0];
  if (found !== undefined) {
    on.notes.add("period-year-inferred");
    if (on.isFuture) return lapsed(value, found, now) ?? found;
    return goingOn(value, found, now, on) ?? found;
  }
  on.notes.add("period-impossible");
  return null;
}

/** "Hours before his scheduled execution on 4 November", told on the 9th: no day is set most of a year ahead without its year. */
function lapsed(value: Of<"date">, found: Days, now: number): Days | null {
  if (value.day === null || found.from - now < FAR_AHEAD) return null;
  const days = daysIn(value, fromDay(value.calendar, found.from).year - 1);
  return days !== null && days.to < now && now - days.to <= LATELY ? days : null;
}

const FAR_AHEAD = 270;
const LATELY = 60;

/**
 * "On 28 September 2022 he treated protesters. He was arrested on 1 October": soon after the date told right before, where the last
 * such day lies so far back that a report of it would have said the year.
 */
function goingOn(value: Of<"date">, found: Days, now: number, on: Resolution): Days | null {
  if (on.isFuture || value.weekday !== null || now - found.to < SAID_WITHOUT_YEAR) return null;
  const told = on.datedBefore();
  if (told === null || told.to >= found.from) return null;
  const { year } = fromDay(value.calendar, told.from);
  for (const at of [year, year + 1]) {
    const days = daysIn(value, at);
    if (days !== null && days.from >= told.from)
      return days.from - told.to <= GOES_ON && days.from < found.from ? days : null;
  }
  return null;
}

/** Days back up to which a report leaves the year out without a thought. */
const SAID_WITHOUT_YEAR = 120;
/** Days after a date within which the next one needs no year of its own. */
const GOES_ON = 183;

/** So many years a weekday may choose from; further away it is a slip of the writer. */
const WEEKDAY_YEARS = 2;

/**
 * Where a weekday is written and no near year fits, the date across today that does ("Monday, 28 June", told
 * afterwards), at most half a year away.
 */
function weekdayAcross(value: Of<"date">, now: number, on: Resolution): Days | null {
  if (value.weekday === null) return null;
  const { year } = fromDay(value.calendar, now);
  for (const across of on.isFuture ? [year, year - 1] : [year, year + 1]) {
    const days = daysIn(value, across);
    const isNear = days !== null && Math.abs(days.from - now) <= HALF_YEAR;
    if (isNear && isOnWeekday(value, days)) return days;
  }
  return null;
}

const HALF_YEAR = 183;

function isOnWeekday({ weekday }: Of<"date">, days: Days): boolean {
  return weekday === null || weekdayOf(days.from) === weekday;
}

/** Most years between two leap days. */
export const LEAP_GAP = 8;

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

export function weekdayDays(value: Of<"weekday">, on: Resolution): Days | null {
  const now = nowOf(on);
  if (now === null) return null;
  const back = (weekdayOf(now) - value.weekday + 7) % 7;
  const shift = value.shift === 0 && on.isFuture ? null : value.shift;
  if (shift === 0) return day(now - back);
  if (shift === null)
    return day(on.isFuture ? now + ((7 - back) % 7) : now + value.weekday - weekdayOf(now));
  return day(shift < 0 ? now - (back === 0 ? 7 : back) : now + (7 - back));
}

export function shiftedDays(value: Of<"shift">, on: Resolution): Days | null {
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

export function rollingWindow(value: Of<"rolling">, on: Resolution): Window | null {
  const now = nowOf(on);
  if (now === null) return null;
  const mode = value.amount === null ? "some" : "all";
  const amount = value.amount ?? FEW;
  const other = addUnits(now, value.grain, value.ahead ? amount : -amount, value.calendar);
  return value.ahead ? { from: now, to: other, mode } : { from: other, to: now, mode };
}

/** "two days ago" is a day; weeks, months and years ago are the unit round that day, on some day of it. */
export function agoWindow(value: Of<"ago">, on: Resolution): Window | null {
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

export function seasonWindow(value: Of<"season">, on: Resolution): Window | null {
  const { calendar, season } = value;
  const mode = calendar === "jalali" ? "all" : "some";
  if (value.year !== null) {
    const year = fullYear(value.year, calendar, on);
    const days = seasonDays(calendar, season, year);
    const isWinter = calendar !== "jalali" && season === 4;
    const from = isWinter ? yearRun(calendar, year, year).from : days.from;
    return { from, to: days.to, mode };
  }
  const now = nowOf(on);
  if (now === null) return null;
  const { year } = fromDay(calendar, now);
  const isAhead = on.isFuture || value.shift > 0;
  for (const step of isAhead ? [-1, 0, 1] : [0, -1, -2]) {
    const days = seasonDays(calendar, season, year + step);
    const isIn = days.from <= now && now <= days.to;
    if (isIn && value.shift !== 0) continue;
    if (isIn || (isAhead ? days.from > now : days.to < now))
      return { from: days.from, to: days.to, mode };
  }
  return null;
}

export function dateWithin(value: Of<"date">, bounds: Days): Days | null {
  if (value.month === null && value.day !== null) {
    const { year, month } = fromDay(value.calendar, bounds.from);
    return daysIn({ ...value, month }, year);
  }
  const first = fromDay(value.calendar, bounds.from).year;
  const last = fromDay(value.calendar, bounds.to).year;
  for (let year = first; year <= Math.min(last, first + LEAP_GAP); year++) {
    const days = daysIn(value, year);
    if (days !== null && days.from <= bounds.to && days.to >= bounds.from) return days;
  }
  return null;
}

export function yearSoFar(calendar: Calendar, on: Resolution): Days | null {
  const now = nowOf(on);
  return now === null ? null : { from: unitAround("year", now, 0, calendar).from, to: now };
}

export function contextWindow(
  { grain, amount, orPublished }: Of<"context">,
  on: Resolution,
): Window | null {
  const told = on.antecedent();
  // "Last year … this month": a year told before is no month that is taken up.
  const isTooLong = orPublished !== undefined && told !== null && isLonger(told, grain);
  const antecedent = isTooLong ? null : told;
  // "The year after" with no time before it: of what is told, nobody knows which; of what is to come, the next one.
  const isOpen = amount > 0 && !on.isFuture;
  const now = antecedent === null && orPublished !== undefined && !isOpen ? nowOf(on) : null;
  if (now !== null && grain !== null) {
    const own = unitAround(grain, now, amount, orPublished ?? "gregorian");
    return whole(amount === 0 && !on.isFuture ? { ...own, to: Math.min(own.to, now) } : own);
  }
  if (antecedent === null) {
    on.notes.add("period-antecedent-unknown");
    return null;
  }
  on.used.add("antecedent");
  if (grain === null) return { from: antecedent.from, to: antecedent.to, mode: "all" };
  const start = amount > 0 ? antecedent.to : antecedent.from;
  if (grain === "hour" || grain === "minute")
    return { from: start, to: addUnits(start, grain, amount, "gregorian"), mode: "some" };
  if (amount === 0 && isOneUnit(antecedent, grain)) return whole(antecedent);
  const isWeek = grain === "week" && orPublished !== undefined;
  const calendar = isWeek ? orPublished : calendarAfter(antecedent);
  const found = unitAround(grain, start, amount, calendar);
  // What is told has happened: a day after the report's own is counted from the wrong one.
  if (on.now !== null && !on.isFuture && found.from > on.now) {
    on.notes.add("period-antecedent-unknown");
    return null;
  }
  return whole(found);
}

/** A feast of the lunar year ("Ramadan") is named in reports that count by other years. */
function calendarAfter({ calendar }: { readonly calendar?: Calendar }): Calendar {
  return calendar === undefined || calendar === "hijri" ? "gregorian" : calendar;
}

function isLonger({ from, to }: Days, grain: Of<"context">["grain"]): boolean {
  return grain === "month" && to - from + 1 > 31;
}

/** "in that week" behind a week, "in that month" behind a month: the very days told before. */
function isOneUnit({ from, to }: Days, grain: Of<"context">["grain"]): boolean {
  const length = to - from + 1;
  if (grain === "week") return length === 7;
  if (grain === "month") return length >= 28 && length <= 31;
  return grain === "year" && length >= 354 && length <= 366;
}

/** The date that a phrase had when the report was published; a text of an earlier year means an earlier one. */
export function eventWindow({ key }: Of<"event">, on: Resolution): Window | null {
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
