/**
 * In: numbers, dates, quantities, windows. Out: how the page's language writes them.
 * Never: rounds a number away, or gives a Jalali month for a Gregorian one.
 */
import { fromDay } from "../model/calendarDays.ts";
import type { Period, Quantity } from "../model/claim.ts";
import { boundsOfDate, civilDate, type ClosedWindow, type Window } from "./days.ts";
import { boundOf } from "./quantities.ts";
import type { Language, Words } from "./words.ts";

/** How one language writes numbers and days. */
export type Format = {
  readonly number: (n: number) => string;
  readonly date: (edtf: string) => string;
  readonly window: (window: Window) => string;
  readonly month: (window: ClosedWindow) => string;
  readonly quantity: (quantity: Quantity) => string;
  readonly period: (period: Period) => string | null;
};

const DAY_MS = 86_400_000;
const SCALES = [
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
] as const;

/** Makes the writers of a language. Persian days stand in both calendars. */
export function makeFormat(language: Language, words: Words): Format {
  const number = makeNumber(language, words);
  const days = language === "fa" ? persianDays() : englishDays();
  const window = (value: Window): string => writeWindow(value, days, words);
  return {
    number,
    date: (edtf) => {
      const bounds = boundsOfDate(edtf);
      return bounds === null ? edtf : window(bounds);
    },
    window,
    month: (value) => days.span(value),
    quantity: (value) => writeQuantity(value, number, words),
    period: (period) => writePeriod(period, window),
  };
}

type Days = {
  /** A whole year, a whole month, a day, or from the first to the last. */
  readonly span: (window: ClosedWindow) => string;
  readonly day: (day: number) => string;
};

function writeWindow({ first, last }: Window, days: Days, words: Words): string {
  if (first !== null && last !== null) return days.span({ first, last });
  if (last !== null) return `${words.until(days.day(last))} (${words.openStart})`;
  if (first !== null) return `${words.from(days.day(first))} (${words.openEnd})`;
  return words.windowUnsaid;
}

function writePeriod(period: Period, window: (value: Window) => string): string | null {
  if (period.basis === "unresolved" || period.mode === "recurring" || period.mode === "vague") {
    return null;
  }
  const first = boundsOfDate(period.earliest)?.first ?? null;
  const last = boundsOfDate(period.latest)?.last ?? null;
  return first === null && last === null ? null : window({ first, last });
}

function writeQuantity(quantity: Quantity, number: (n: number) => string, words: Words): string {
  const write = (n: number): string => writeMeasured(n, quantity, number, words);
  const { min, max } = quantity;
  const bound = boundOf(quantity);
  const per = quantity.per === null ? "" : ` ${words.per[quantity.per]}`;
  if (bound === "vague") return min === null ? quantity.span.quote : words.orMore(write(min)) + per;
  if (bound === "range") return words.range(write(min ?? 0), write(max ?? 0)) + per;
  const n = write(min ?? max ?? 0);
  if (bound === "exact") return n + per;
  const upwards = bound === "less-than" || bound === "at-most";
  return (upwards && quantity.approximate ? words.nearly(n) : words.bounds[bound](n)) + per;
}

function writeMeasured(
  n: number,
  { measure, unit }: Quantity,
  number: (n: number) => string,
  words: Words,
): string {
  if (measure === "share") return words.percent(number(Math.round(n * 1000) / 10));
  return unit === "percent" ? words.percent(number(n)) : number(n);
}

function makeNumber(language: Language, words: Words): (n: number) => string {
  const plain = new Intl.NumberFormat(language === "fa" ? "fa-IR" : "en-GB", {
    maximumFractionDigits: 2,
  });
  return (n) => {
    for (const [scale, name] of SCALES) {
      const scaled = n / scale;
      if (scaled >= 1 && Number.isInteger(scaled * 100))
        return `${plain.format(scaled)} ${words[name]}`;
    }
    return plain.format(n);
  };
}

function englishDays(): Days {
  const write = writer("en-GB-u-ca-gregory");
  const day = (n: number): string => write(n, "day");
  const span = (window: ClosedWindow): string => {
    const { first, last } = window;
    if (first === last) return day(first);
    const whole = wholeUnit(window);
    if (whole !== null) return write(first, whole);
    if (wholeYears(window)) return `${write(first, "year")} – ${write(last, "year")}`;
    if (wholeMonths(window)) return `${write(first, "month")} – ${write(last, "month")}`;
    return `${day(first)} – ${day(last)}`;
  };
  return { span, day };
}

/** The Jalali date first, as its readers count; a whole month or year of the other calendar by its own name. */
function persianDays(): Days {
  const gregorian = writer("fa-IR-u-ca-gregory");
  const jalali = writer("fa-IR-u-ca-persian");
  const day = (n: number): string => `${jalali(n, "day")} (${gregorian(n, "day")})`;
  const span = (window: ClosedWindow): string => {
    const { first, last } = window;
    if (first === last) return day(first);
    const inJalali = persianRange("fa-IR-u-ca-persian", window);
    const own = wholeJalaliUnit(window);
    const whole = wholeUnit(window);
    if (own === null && whole !== null) return `${gregorian(first, whole)} (${inJalali})`;
    const named = own === null ? inJalali : jalali(first, own);
    return `${named} (${persianRange("fa-IR-u-ca-gregory", window)})`;
  };
  return { span, day };
}

/** From one day to another; the month and year that both share are said once. */
function persianRange(locale: string, { first, last }: ClosedWindow): string {
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  const partsOf = (n: number): Readonly<Record<"day" | "month" | "year", string>> => {
    const parts = format.formatToParts(n * DAY_MS);
    const wordOf = (type: string): string => parts.find((part) => part.type === type)?.value ?? "";
    return { day: wordOf("day"), month: wordOf("month"), year: wordOf("year") };
  };
  const [from, to] = [partsOf(first), partsOf(last)];
  const isSameYear = from.year === to.year;
  const month = isSameYear && from.month === to.month ? "" : ` ${from.month}`;
  const year = isSameYear ? "" : ` ${from.year}`;
  return `${from.day}${month}${year} تا ${to.day} ${to.month} ${to.year}`;
}

type Unit = "day" | "month" | "year";

function writer(locale: string): (day: number, unit: Unit) => string {
  const zone = { timeZone: "UTC" } as const;
  const formats = {
    day: new Intl.DateTimeFormat(locale, {
      ...zone,
      day: "numeric",
      month: "long",
      year: "numeric",
    }),
    month: new Intl.DateTimeFormat(locale, { ...zone, month: "long", year: "numeric" }),
    year: new Intl.DateTimeFormat(locale, { ...zone, year: "numeric" }),
  };
  return (day, unit) =>
    unit === "month" ? monthFirst(formats.month, day) : formats[unit].format(day * DAY_MS);
}

/** The month, then its year: Intl puts the year of the Persian calendar first. */
function monthFirst(format: Intl.DateTimeFormat, day: number): string {
  const parts = format.formatToParts(day * DAY_MS);
  const wordOf = (type: string): string => parts.find((part) => part.type === type)?.value ?? "";
  return `${wordOf("month")} ${wordOf("year")}`;
}

function wholeUnit(window: ClosedWindow): "month" | "year" | null {
  const [from, to] = [civilDate(window.first), civilDate(window.last + 1)];
  if (from.day !== 1 || to.day !== 1) return null;
  if (from.month === 1 && to.month === 1 && to.year === from.year + 1) return "year";
  const next = from.month === 12 ? 1 : from.month + 1;
  const sameYear = to.year === from.year + (from.month === 12 ? 1 : 0);
  return to.month === next && sameYear ? "month" : null;
}

/** A whole month or year of the Jalali calendar has its own name. */
function wholeJalaliUnit({ first, last }: ClosedWindow): "month" | "year" | null {
  const [from, to] = [fromDay("jalali", first), fromDay("jalali", last + 1)];
  if (from.day !== 1 || to.day !== 1) return null;
  const months = (to.year - from.year) * 12 + to.month - from.month;
  if (months === 1) return "month";
  return months === 12 && from.month === 1 ? "year" : null;
}

function wholeYears(window: ClosedWindow): boolean {
  const [from, to] = [civilDate(window.first), civilDate(window.last + 1)];
  return from.day === 1 && from.month === 1 && to.day === 1 && to.month === 1;
}

function wholeMonths(window: ClosedWindow): boolean {
  return civilDate(window.first).day === 1 && civilDate(window.last + 1).day === 1;
}
