/**
 * In: what a row captured. Out: the symbolic value its `op` makes of it.
 * Never: looks at a publication date, or at a word of any language.
 */
import type { Calendar } from "../model/calendarDays.ts";
import {
  calendarIn,
  GRAINS,
  PARTS,
  type Grain,
  type Part,
  type PeriodValue,
} from "./periodValue.ts";
import { unboxed } from "../base/unboxed.ts";

/** What the packs say of a word, and what its digits say of a number; a word may be several things. */
export type WordValue = {
  readonly month?: number;
  readonly calendar?: Calendar;
  readonly weekday?: number;
  readonly unit?: Grain;
  readonly number?: number;
  readonly ordinal?: number;
  readonly season?: number;
  readonly part?: Part;
  readonly shift?: number;
  /** How many digits the number was written with, leading zeros too. */
  readonly digits?: number;
  /** The parts of a number with dots in it ("20.02.1987"). */
  readonly dotted?: readonly number[];
};

/** One captured item: a word, or the value that a row of a lower level made. */
export type Captured = { readonly word: WordValue | null; readonly value: PeriodValue | null };

/** What a row has at hand: its captures and its fixed settings. */
export type ReadingArgs = {
  readonly captures: ReadonlyMap<string, Captured>;
  readonly set: ReadonlyMap<string, string | number | boolean>;
};

type Reader = (args: ReadingArgs) => PeriodValue | null;

/** Makes the value of a row; null where the captured parts cannot be read together. */
export function readValue(op: string, args: ReadingArgs): PeriodValue | null {
  return READERS[op]?.(args) ?? null;
}

/** Adds captured numbers; a hundred or thousand multiplies what stands before it. */
export function readNumber(op: string, args: ReadingArgs): WordValue | null {
  let total = 0;
  for (const { word } of args.captures.values()) {
    const part = word?.number ?? word?.ordinal;
    if (part === undefined) return null;
    const isUnit = part === 1000 || (part === 100 && total > 0);
    total = isUnit ? Math.max(1, total) * part : total + part;
  }
  const sum = unboxed(total);
  return op === "ordinal" ? { ordinal: sum } : { number: sum, digits: String(sum).length };
}

/** True where the packs may use this `op`. */
export function isReadingOp(op: string): boolean {
  return op in READERS || isNumberOp(op) || op === "none";
}

/** True for the ops that make a number, not a period. */
export function isNumberOp(op: string): boolean {
  return op === "sum" || op === "ordinal";
}

const READERS: Readonly<Record<string, Reader>> = {
  date: readDate,
  numericDate: readNumericDate,
  dottedDate: readDottedDate,
  weekday: (args) => {
    const weekday = wordOf(args, "weekday")?.weekday;
    if (weekday === undefined) return null;
    return { op: "weekday", weekday, shift: shiftOf(args, args.set.get("plain") === true) };
  },
  shift: (args) => {
    const grain = grainOf(args);
    if (grain === null) return null;
    const amount = shiftOf(args, true) ?? 0;
    const weekday = wordOf(args, "weekday")?.weekday ?? null;
    return { op: "shift", grain, amount, calendar: calendarOf(args), weekday };
  },
  rolling: (args) => readStretch("rolling", args),
  ago: (args) => readStretch("ago", args),
  decade: (args) => {
    const number = numberOf(args, "number") ?? ordinalOf(args, "number");
    if (number === null) return null;
    const calendar = calendarOf(args);
    const yearOf = (short: number): number =>
      short >= 100 ? short : short + (calendar === "jalali" ? 1300 : 1900);
    const last = numberOf(args, "last") ?? number;
    return { op: "years", from: yearOf(number), to: yearOf(last) + 9, calendar };
  },
  century: (args) => {
    const number = ordinalOf(args, "number") ?? numberOf(args, "number");
    if (number === null) return null;
    const last = ordinalOf(args, "last") ?? numberOf(args, "last") ?? number;
    return { op: "years", from: number * 100 - 99, to: last * 100, calendar: calendarOf(args) };
  },
  season: (args) => {
    const season = wordOf(args, "season")?.season;
    if (season === undefined) return null;
    const shift = shiftOf(args, true) ?? 0;
    return {
      op: "season",
      season,
      year: numberOf(args, "year"),
      shift,
      calendar: calendarOf(args),
    };
  },
  named: (args) => {
    const of = valueOf(args, "of");
    return of === null ? null : { op: "named", shift: shiftOf(args, true) ?? 0, of };
  },
  part: (args) => {
    const part = wordOf(args, "part")?.part ?? partOf(args.set.get("part"));
    const of = valueOf(args, "of") ?? thisYear(calendarOf(args));
    return part === undefined ? null : { op: "part", part, of };
  },
  slice: (args) => {
    const length = args.captures.get("dur")?.value;
    const isLength = length?.op === "duration";
    const grain = isLength ? length.grain : grainOf(args);
    const of = valueOf(args, "of") ?? thisYear(calendarOf(args));
    const amount = (isLength ? length.amount : numberOf(args, "number")) ?? 1;
    if (grain === null) return null;
    return { op: "slice", grain, amount: args.set.get("fromEnd") === true ? -amount : amount, of };
  },
  nth: (args) => {
    const grain = grainOf(args);
    const n = ordinalOf(args, "n") ?? numberOf(args, "n");
    const of = valueOf(args, "of") ?? thisYear(calendarOf(args));
    return grain === null || n === null ? null : { op: "nth", grain, n, of };
  },
  some: (args) => {
    const of = valueOf(args, "of");
    return of === null ? null : { op: "some", ahead: args.set.get("ahead") === true, of };
  },
  ending: (args) => {
    const length = args.captures.get("dur")?.value;
    const of = valueOf(args, "of");
    const isLength = length?.op === "duration";
    const grain = isLength ? length.grain : grainOf(args);
    const amount = isLength ? length.amount : 1;
    return of === null || grain === null || amount === null
      ? null
      : { op: "ending", grain, amount, of };
  },
  parallel: (args) => {
    const of = valueOf(args, "of");
    return of === null ? null : { op: "parallel", grain: grainOf(args), of };
  },
  context: (args) => {
    const grain = grainOf(args);
    const amount = numberOf(args, "number") ?? 0;
    if (grain === null) return null;
    const orPublished = args.set.get("orPublished") === true;
    return {
      op: "context",
      grain,
      amount: signed(args, amount),
      ...(orPublished && { orPublished: calendarOf(args) }),
    };
  },
  again: () => ({ op: "context", grain: null, amount: 0 }),
  unit: (args) => {
    const of = valueOf(args, "of");
    const grain = grainOf(args);
    return of === null || grain === null ? null : { op: "unit", grain, of };
  },
  inside: (args) =>
    pair(args, "inner", "outer", (inner, outer) => ({ op: "inside", inner, outer })),
  range: (args) =>
    pair(args, "from", "to", (from, to) => ({
      op: "range",
      from,
      to,
      ...(args.set.get("within") === true && { isWithin: true }),
    })),
  both: (args) =>
    pair(args, "left", "right", (left, right) =>
      calendarIn(left) === calendarIn(right) ? null : { op: "both", left, right },
    ),
  list: (args) => {
    const items = [...args.captures.keys()].map((name) => valueOf(args, name));
    const known = items.filter((item) => item !== null);
    return known.length === items.length ? { op: "list", items: known } : null;
  },
  since: (args) => bound(args, "since"),
  until: (args) => bound(args, "until"),
  before: (args) => bound(args, "before"),
  after: (args) => bound(args, "after"),
  around: (args) => bound(args, "around"),
  same: (args) => {
    const value = valueOf(args, "of");
    const weekday = wordOf(args, "weekday")?.weekday;
    if (value?.op !== "date" || weekday === undefined) return value;
    return { ...value, weekday };
  },
  event: (args) => {
    const key = args.set.get("key");
    return typeof key === "string" ? { op: "event", key } : null;
  },
  toDate: () => ({ op: "to-date" }),
  recently: () => ({ op: "recently" }),
  vague: () => ({ op: "vague" }),
  duration: (args) => {
    const grain = grainOf(args);
    const amount = numberOf(args, "number");
    return grain === null ? null : { op: "duration", grain, amount };
  },
  recurring: (args) => {
    const weekday = wordOf(args, "weekday")?.weekday ?? null;
    const grain = weekday === null ? grainOf(args) : "week";
    const every = numberOf(args, "number") ?? 1;
    return grain === null ? null : { op: "recurring", grain, weekday, every };
  },
};

function readDate(args: ReadingArgs): PeriodValue | null {
  const monthWord = wordOf(args, "month");
  const fixed = args.set.get("month");
  const month = monthWord?.month ?? (typeof fixed === "number" ? fixed : null);
  const calendar = wordOf(args, "era")?.calendar ?? monthWord?.calendar ?? calendarOf(args);
  const day = numberOf(args, "day") ?? ordinalOf(args, "day");
  const lastDay = numberOf(args, "lastDay") ?? ordinalOf(args, "lastDay");
  const year = numberOf(args, "year");
  if (month === null && year === null && day === null) return null;
  if (day !== null && (day < 1 || day > 31 || (month === null && year !== null))) return null;
  if (lastDay !== null && (day === null || lastDay <= day || lastDay > 31)) return null;
  const weekday = wordOf(args, "weekday")?.weekday ?? null;
  const isShort = (wordOf(args, "year")?.digits ?? 4) < 3;
  return {
    op: "date",
    calendar,
    year,
    month,
    day,
    lastDay,
    weekday,
    isShort,
    isAmbiguous: false,
  };
}

/** Two numbers and a year; `order` is "dmy", "mdy" or "ymd". A year below 1700 is Jalali. */
function readNumericDate(args: ReadingArgs): PeriodValue | null {
  const year = numberOf(args, "year");
  const first = numberOf(args, "first");
  const second = numberOf(args, "second");
  if (year === null || first === null || second === null) return null;
  const order = args.set.get("order");
  const isShort = (wordOf(args, "year")?.digits ?? 4) < 3;
  const fixed = args.set.has("calendar") ? calendarOf(args) : null;
  const stated = wordOf(args, "era")?.calendar ?? fixed;
  // "03/05/12" could begin with a day; a year of two digits stands first only where it can be no day.
  if ((order === "ymd" || fixed === "jalali") && isShort && year <= 31) return null;
  return numericDate([first, second, year], String(order ?? "dmy"), isShort, stated);
}

function readDottedDate(args: ReadingArgs): PeriodValue | null {
  const [first = 0, second = 0, third = 0] = wordOf(args, "date")?.dotted ?? [];
  if (first > 31) return numericDate([second, third, first], "ymd", false, null);
  const isShort = third < 100;
  const stated = isShort && third > 31 && args.set.has("calendar") ? calendarOf(args) : null;
  return numericDate([first, second, third], "dmy", isShort, stated);
}

function numericDate(
  [first, second, year]: readonly [number, number, number],
  order: string,
  isShort: boolean,
  stated: Calendar | null,
): PeriodValue | null {
  const isMonthFirst = order !== "dmy" || (second > 12 && first <= 12);
  const [day, month] = isMonthFirst ? [second, first] : [first, second];
  if (day < 1 || day > 31 || month < 1 || month > 12) return null;
  const calendar = stated ?? (year < 1700 && !isShort ? "jalali" : "gregorian");
  const isCalendarOpen = isShort && stated !== null && order === "dmy";
  const isAmbiguous = order === "dmy" && day <= 12 && day !== month && calendar === "gregorian";
  return {
    op: "date",
    calendar,
    year,
    month,
    day,
    lastDay: null,
    weekday: null,
    isShort,
    isAmbiguous,
    ...(isCalendarOpen && { isCalendarOpen }),
  };
}

function readStretch(op: "rolling" | "ago", args: ReadingArgs): PeriodValue | null {
  const grain = grainOf(args);
  if (grain === null) return null;
  const number = numberOf(args, "number");
  const more = args.set.get("add");
  const amount = number === null || typeof more !== "number" ? number : number + more;
  const ahead = args.set.get("ahead") === true;
  return { op, grain, amount, ahead, calendar: calendarOf(args) };
}

function pair(
  args: ReadingArgs,
  left: string,
  right: string,
  make: (left: PeriodValue, right: PeriodValue) => PeriodValue | null,
): PeriodValue | null {
  const from = valueOf(args, left);
  const to = valueOf(args, right);
  return from === null || to === null ? null : make(from, to);
}

function bound(
  args: ReadingArgs,
  side: "since" | "until" | "before" | "after" | "around",
): PeriodValue | null {
  const of = valueOf(args, "of");
  return of === null ? null : { op: "bound", side, of };
}

/** A captured value; a bare month, weekday or year stands for its date. */
function valueOf(args: ReadingArgs, name: string): PeriodValue | null {
  const captured = args.captures.get(name);
  if (captured === undefined) return null;
  if (captured.value !== null) return captured.value;
  const word = captured.word;
  if (word?.month !== undefined)
    return bareDate(word.calendar ?? "gregorian", null, word.month, false);
  if (word?.weekday !== undefined) return { op: "weekday", weekday: word.weekday, shift: 0 };
  if (word?.number === undefined) return null;
  const isShort = (word.digits ?? 4) < 3;
  return bareDate(calendarOf(args), unboxed(word.number), null, isShort);
}

function bareDate(
  calendar: Calendar,
  year: number | null,
  month: number | null,
  isShort: boolean,
): PeriodValue {
  return {
    op: "date",
    calendar,
    year,
    month,
    day: null,
    lastDay: null,
    weekday: null,
    isShort,
    isAmbiguous: false,
  };
}

function thisYear(calendar: Calendar): PeriodValue {
  return { op: "shift", grain: "year", amount: 0, calendar, weekday: null };
}

function signed(args: ReadingArgs, amount: number): number {
  return unboxed(args.set.get("back") === true ? -amount : amount);
}

function wordOf(args: ReadingArgs, name: string): WordValue | null {
  return args.captures.get(name)?.word ?? null;
}

function numberOf(args: ReadingArgs, name: string): number | null {
  const set = args.set.get(name);
  const number = wordOf(args, name)?.number ?? set;
  return typeof number === "number" ? unboxed(number) : null;
}

function ordinalOf(args: ReadingArgs, name: string): number | null {
  const ordinal = wordOf(args, name)?.ordinal;
  return ordinal === undefined ? null : unboxed(ordinal);
}

function grainOf(args: ReadingArgs): Grain | null {
  const unit = wordOf(args, "unit")?.unit;
  if (unit !== undefined) return unit;
  const set = args.set.get("grain");
  return GRAINS.find((grain) => grain === set) ?? null;
}

function partOf(name: string | number | boolean | undefined): Part | undefined {
  return PARTS.find((part) => part === name);
}

/** The captured shift word; where none is captured, the row's own, 0 for a plain reading, null for none. */
function shiftOf(args: ReadingArgs, isPlain: boolean): number | null {
  const set = args.set.get("shift");
  return wordOf(args, "shift")?.shift ?? (typeof set === "number" ? set : isPlain ? 0 : null);
}

/** The calendar a row or its era word names; "auto" tells it from the size of the year. */
function calendarOf(args: ReadingArgs): Calendar {
  const era = wordOf(args, "era")?.calendar;
  if (era !== undefined) return era;
  if (args.set.get("calendar") === "auto") {
    const year = ["year", "from", "to", "first", "second", "last"]
      .map((name) => wordOf(args, name)?.number)
      .find((number) => number !== undefined);
    return year !== undefined && year >= 1700 ? "gregorian" : "jalali";
  }
  const set = args.set.get("calendar");
  return set === "jalali" || set === "hijri" ? set : "gregorian";
}
