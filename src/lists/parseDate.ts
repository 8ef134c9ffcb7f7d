/**
 * In: the words of a cell. Out: the days that they leave open, or two numbers of which either may be the day.
 * Never: makes up a year; chooses between day and month; takes a date with words that it does not understand.
 */
import type { ListNoteCode } from "./notes.ts";
import {
  type DateRead,
  longYear,
  dateRead,
  type NumericDate,
  noDate,
  readNumbers,
  yearCalendar,
  spanOf,
} from "./numericDate.ts";
import { type DateItem, readDateItems } from "./dateItems.ts";
import type { Calendar, SheetWords } from "./sheetWords.ts";

/** Reads a date: "2022-11-04", "13 آبان ۱۴۰۱", "Nov 2022", "3–5 November 2022", "1401/8/13 (4 Nov 2022)". */
export function parseDate(text: string, words: SheetWords, hint: Calendar | null): DateRead {
  const plain = foldDigits(text);
  const numeric = readNumbers(plain, hint);
  if (numeric !== null) return numeric;
  if (plain.length > LONGEST) return noDate("list-date-unread");
  const found: DateRead[] = [];
  for (const part of plain.split(/[()[\]=|;؛\n]|\s\/\s/u)) {
    for (const side of splitAt(readDateItems(part, words), "same")) {
      const read = readPart(side, part, hint);
      if (read !== null) found.push(read);
    }
  }
  return found.reduce<DateRead | null>(combine, null) ?? noDate("list-date-unread");
}

/** Longer words are no date. */
const LONGEST = 120;

/** Digits of every script as ASCII ones; nothing else changes. */
export function foldDigits(text: string): string {
  if (!/[٠-٩۰-۹]/u.test(text)) return text;
  return text.replace(/[٠-٩۰-۹]/gu, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/** One way of saying a date; null where a part says nothing, such as the day of the week in brackets. */
function readPart(all: readonly DateItem[], text: string, hint: Calendar | null): DateRead | null {
  const items = all.filter(({ kind }) => kind !== "filler");
  if (items.length === 0) return null;
  const isApproximate = items.some(({ kind }) => kind === "about");
  const exact = items.filter(({ kind }) => kind !== "about");
  const only = exact.every(({ kind }) => kind === "number" || kind === "dash");
  const read = only ? readNumbers(numbersOf(text), hint) : null;
  const found = read ?? readRange(exact) ?? readSingle(exact, null) ?? noDate("list-date-unread");
  if (found.kind === "none" || !isApproximate) return found;
  return { ...found, notes: [...found.notes, "list-date-approximate"] };
}

/** The numbers of a part with the strokes between them, without its words. */
function numbersOf(text: string): string {
  return text.replace(/[^\d/.٫-]+/gu, " ").trim();
}

/** "31 October to 2 November 2022": what the first day leaves out is said by the second. */
function readRange(items: readonly DateItem[]): DateRead | null {
  const joined = splitAt(items, "join");
  const dashed = joined.length === 2 ? joined : splitAt(items, "dash");
  if (dashed.length !== 2) return null;
  const [left = [], right = []] = dashed;
  const isTwoDates = joined.length === 2 || [left, right].every(hasMonth);
  if (!isTwoDates || right.length === 0) return null;
  const end = readSingle(right, null);
  if (end === null || end.kind !== "date") return null;
  const start = readSingle(left, right);
  if (start === null || start.kind !== "date" || start.calendar !== end.calendar) return null;
  if (start.from > end.to) return noDate("list-date-unread");
  return { ...start, to: end.to, notes: [...start.notes, ...end.notes] };
}

function hasMonth(items: readonly DateItem[]): boolean {
  return items.some(({ kind }) => kind === "month");
}

/** A day, some days of a month, a month or a year; `later` lends its month and year. */
function readSingle(
  items: readonly DateItem[],
  later: readonly DateItem[] | null,
): DateRead | null {
  if (items.some(({ kind }) => kind === "unknown" || kind === "join")) return null;
  const numbers = items.flatMap((item) => (item.kind === "number" ? [item] : []));
  const months = items.flatMap((item) => (item.kind === "month" ? [item] : []));
  const [month = monthOf(later)] = months;
  if (months.length > 1) return null;
  let year = numbers.find(({ digits }) => digits === 4)?.value ?? null;
  let days = numbers.filter(({ digits }) => digits <= 2);
  if (numbers.some(({ digits }) => digits === 3 || digits > 4)) return null;
  if (numbers.filter(({ digits }) => digits === 4).length > 1) return null;
  const notes: ListNoteCode[] = [];
  if (year === null && later !== null) year = yearOf(later);
  if (year === null && month !== null && days.length >= 2 && later === null) {
    const last = days.at(-1);
    year = last === undefined || last.digits !== 2 ? null : fullYear(last.value, month.calendar);
    days = days.slice(0, -1);
    notes.push("list-date-short-year");
  }
  if (year === null) return null;
  if (month === null) {
    const calendar = yearCalendar(year, null);
    return days.length > 0 || calendar === null ? null : dateRead(spanOf(calendar, year), calendar);
  }
  if (!fits(year, month.calendar)) return noDate("list-date-impossible");
  const [first, last = first, more] = days;
  if (more !== undefined) return null;
  const from = spanOf(month.calendar, year, month.month, first?.value);
  const to = spanOf(month.calendar, year, month.month, last?.value);
  if (from === null || to === null) return noDate("list-date-impossible");
  if (from.from > to.from) return null;
  return dateRead({ from: from.from, to: to.to }, month.calendar, notes);
}

function monthOf(items: readonly DateItem[] | null) {
  return items?.find((item) => item.kind === "month") ?? null;
}

function yearOf(items: readonly DateItem[]): number | null {
  for (const item of items) if (item.kind === "number" && item.digits === 4) return item.value;
  return null;
}

/** The year that "22" stands for: as spreadsheets hold it, and for the solar calendar the last hundred years. */
function fullYear(short: number, calendar: Calendar): number | null {
  if (calendar === "gregorian") return longYear(short);
  if (calendar === "jalali") return short <= 20 ? 1400 + short : 1300 + short;
  return null;
}

function fits(year: number, calendar: Calendar): boolean {
  return yearCalendar(year, calendar) === calendar;
}

function splitAt(
  items: readonly DateItem[],
  kind: DateItem["kind"],
): readonly (readonly DateItem[])[] {
  const parts: DateItem[][] = [[]];
  for (const item of items) {
    if (item.kind === kind) parts.push([]);
    else parts.at(-1)?.push(item);
  }
  return parts;
}

/** Two ways of saying one date agree, or there is none. A day beside each other is the night between them. */
function combine(left: DateRead | null, right: DateRead): DateRead {
  if (left === null) return right;
  if (left.kind === "none") return left;
  if (right.kind === "none") return right;
  if (left.kind === "order") return right.kind === "order" ? right : decide(left, right);
  if (right.kind === "order") return decide(right, left);
  const from = Math.max(left.from, right.from);
  const to = Math.min(left.to, right.to);
  const notes = [...left.notes, ...right.notes];
  if (from <= to) return { ...left, from, to, notes };
  if (from - to > 1) return noDate("list-date-conflict");
  return { ...left, from: to, to: from, notes: [...notes, "list-date-approximate"] };
}

/** The other calendar tells which of two numbers is the day. */
function decide(order: NumericDate, other: Extract<DateRead, { kind: "date" }>): DateRead {
  for (const [month, day] of [
    [order.second, order.first],
    [order.first, order.second],
  ] as const) {
    const span = spanOf("gregorian", order.year, month, day);
    if (span !== null && span.from <= other.to && span.to >= other.from)
      return { ...other, from: Math.max(span.from, other.from), to: Math.min(span.to, other.to) };
  }
  return noDate("list-date-conflict");
}
