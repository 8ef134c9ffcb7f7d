import { monthLength, toDay } from "../model/calendarDays.ts";
import type { ListNoteCode } from "./notes.ts";
import type { Calendar } from "./sheetWords.ts";

/** First and last day, as day numbers. */
export type Span = { readonly from: number; readonly to: number };

/** Two numbers and a year of which either may be the day. */
export type NumericDate = {
  readonly kind: "order";
  readonly first: number;
  readonly second: number;
  readonly year: number;
  /** The year has two digits: that it is one of these years must be said by the header, or by a person. */
  readonly isShort: boolean;
  readonly notes: readonly ListNoteCode[];
};

/** What a cell says of a date. */
export type DateRead =
  | (Span & {
      readonly kind: "date";
      readonly calendar: Calendar;
      readonly notes: readonly ListNoteCode[];
      /** Which number came first, where the two tell the order of the whole column. */
      readonly order?: DateOrder;
    })
  | NumericDate
  | { readonly kind: "none"; readonly note: ListNoteCode };

export type DateOrder = "dmy" | "mdy";

/** A date that was read. */
export function dateRead(
  span: Span | null,
  calendar: Calendar,
  notes: readonly ListNoteCode[] = [],
): DateRead {
  return span === null
    ? noDate("list-date-impossible")
    : { kind: "date", ...span, calendar, notes };
}

/** No date, and why. */
export function noDate(note: ListNoteCode): DateRead {
  return { kind: "none", note };
}

/**
 * The calendar of a year of four digits. Solar years of these lists end before 1421, the year 2042; what is between them and
 * 1500 is a lunar year. Null where no calendar has it in living memory.
 */
export function yearCalendar(year: number, hint: Calendar | null): Calendar | null {
  if (year >= 1850 && year <= 2100) return "gregorian";
  if (year < 1250 || year > 1500) return null;
  return year > LAST_SOLAR || hint === "hijri" ? "hijri" : "jalali";
}

const LAST_SOLAR = 1420;

/** A day, month or year in days; null where there is none such. The lunar calendar is sighted: a day to either side. */
export function spanOf(
  calendar: Calendar,
  year: number,
  month?: number,
  day?: number,
): Span | null {
  if (month === undefined) {
    const from = toDay(calendar, { year, month: 1, day: 1 });
    return widen(calendar, from, toDay(calendar, { year: year + 1, month: 1, day: 1 }) - 1);
  }
  if (month < 1 || month > 12) return null;
  const length = monthLength(calendar, year, month);
  const limit = calendar === "hijri" ? 30 : length;
  if (day !== undefined && (day < 1 || day > limit)) return null;
  const from = toDay(calendar, { year, month, day: day ?? 1 });
  return widen(calendar, from, day === undefined ? from + length - 1 : from);
}

function widen(calendar: Calendar, from: number, to: number): Span {
  return calendar === "hijri" ? { from: from - 1, to: to + 1 } : { from, to };
}

const TIME = String.raw`(?:[T\s,،]+\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:Z|[+-]\d\d:?\d\d|[ap]\.?m\.?)?)?`;
const YEAR_FIRST = new RegExp(
  String.raw`^(\d{4})\s*([-/.٫])\s*(\d{1,2})(?:\s*\2\s*(\d{1,2})${TIME})?$`,
  "iu",
);
const YEAR_LAST = new RegExp(
  String.raw`^(\d{1,2})\s*([-/.٫])\s*(\d{1,2})\s*\2\s*(\d{4})${TIME}$`,
  "iu",
);
const SHORT = new RegExp(String.raw`^(\d{1,2})\s*([-/])\s*(\d{1,2})\s*\2\s*(\d{2})${TIME}$`, "iu");
const MONTH_YEAR = /^(\d{1,2})\s*[-/.٫]\s*(\d{4})$/u;

/** Reads a date that is nothing but numbers; null where there is more. */
export function readNumbers(text: string, hint: Calendar | null): DateRead | null {
  const first = YEAR_FIRST.exec(text);
  if (first !== null) return fromParts(Number(first[1]), Number(first[3]), partOf(first[4]), hint);
  const last = YEAR_LAST.exec(text);
  if (last !== null)
    return fromUnordered(Number(last[1]), Number(last[3]), Number(last[4]), last[2] ?? "", hint);
  const short = SHORT.exec(text);
  if (short !== null) return fromShort(Number(short[1]), Number(short[3]), Number(short[4]));
  const month = MONTH_YEAR.exec(text);
  if (month !== null) return fromParts(Number(month[2]), Number(month[1]), undefined, hint);
  if (/^\d{4}$/.test(text)) return fromParts(Number(text), undefined, undefined, hint);
  if (/^\d{8}$/.test(text))
    return fromParts(
      Number(text.slice(0, 4)),
      Number(text.slice(4, 6)),
      Number(text.slice(6)),
      hint,
    );
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return fromSerial(Math.floor(Number(text)));
  return null;
}

/** Day 0 of spreadsheets, 1899-12-30, as a day number; right from March 1900 on. */
export const SERIAL_ZERO = -25569;

function fromSerial(serial: number): DateRead {
  if (serial < 10_000 || serial > 80_000) return noDate("list-date-unread");
  const day = SERIAL_ZERO + serial;
  return dateRead({ from: day, to: day }, "gregorian", ["list-date-serial"]);
}

/** A date of separate columns, or of numbers whose order is known. */
export function fromParts(
  year: number,
  month: number | undefined,
  day: number | undefined,
  hint: Calendar | null,
): DateRead {
  const calendar = yearCalendar(year, hint);
  if (calendar === null) return noDate("list-date-impossible");
  const isGuessed = calendar === "hijri" && hint !== "hijri";
  return dateRead(
    spanOf(calendar, year, month, day),
    calendar,
    isGuessed ? ["list-date-calendar"] : [],
  );
}

/** Day first with points; with strokes only where one of the numbers must be the day. Only Gregorian dates are written month first. */
function fromUnordered(
  first: number,
  second: number,
  year: number,
  mark: string,
  hint: Calendar | null,
): DateRead {
  const dayFirst = fromParts(year, second, first, hint);
  if (yearCalendar(year, hint) !== "gregorian" || mark === "." || first === second) return dayFirst;
  const monthFirst = fromParts(year, first, second, hint);
  if (dayFirst.kind === "date" && monthFirst.kind === "date")
    return { kind: "order", first, second, year, isShort: false, notes: [] };
  if (dayFirst.kind === "date") return { ...dayFirst, order: "dmy" };
  return monthFirst.kind === "date" ? { ...monthFirst, order: "mdy" } : monthFirst;
}

/** "9/30/22": a date only where its order is said. */
function fromShort(first: number, second: number, short: number): DateRead {
  const year = longYear(short);
  const isDate = [
    spanOf("gregorian", year, first, second),
    spanOf("gregorian", year, second, first),
  ];
  if (isDate.every((span) => span === null))
    return noDate(isDayAndMonth(first, second) ? "list-date-impossible" : "list-date-unread");
  const notes = ["list-date-short-year"] as const;
  return { kind: "order", first, second, year, isShort: true, notes };
}

/** 31/02 is written as a day and a month, though there is no such day; 45/67 is not. */
function isDayAndMonth(first: number, second: number): boolean {
  const [low, high] = [Math.min(first, second), Math.max(first, second)];
  return low >= 1 && low <= 12 && high <= 31;
}

/** The year of our calendar that two digits stand for, as spreadsheets have it. */
export function longYear(short: number): number {
  return short < 30 ? 2000 + short : 1900 + short;
}

function partOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}
