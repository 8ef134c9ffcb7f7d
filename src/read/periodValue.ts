/** What a time expression says before it is resolved: symbolic, without any publication date. */
import type { Calendar } from "../model/calendarDays.ts";

export const GRAINS = [
  "minute",
  "hour",
  "day",
  "week",
  "weekend",
  "month",
  "quarter",
  "season",
  "half",
  "year",
  "decade",
  "century",
] as const;
export type Grain = (typeof GRAINS)[number];

/** What a time expression can do: points and intervals date an event, durations and recurring times do not. */
export type PeriodKind = "point" | "interval" | "duration" | "recurring" | "age-like";

export const PARTS = ["early", "middle", "late", "start", "end"] as const;
export type Part = (typeof PARTS)[number];

/**
 * - `date`: a named day, month or year; null parts are not said. `lastDay` ends a run ("3-5 October").
 * - `weekday`: shift -1 "last Monday", 0 "Monday", 1 "next Monday", null "this Monday".
 * - `shift`: a calendar unit counted from now ("last week" -1, "today" 0); `weekday` a day in it.
 * - `rolling`: a stretch that ends or begins now ("past 16 months"); amount null is "a few", "recent".
 * - `ago`: a point so far back (or ahead); `bound`: since, until, before, after, around a value.
 * - `slice`: the first (or, negative, last) units of a value; `nth`: one unit of it, counted from its start or end.
 * - `some`: somewhere in a unit, up to now or (ahead) from now ("earlier this week"); `unit`: the unit round a day.
 * - `ending`: a stretch up to the end of a value ("the twelve months to June").
 * - `parallel`: "the same period last year": the time told before, or the year so far, moved into a value; with a grain its unit
 *   ("the same month of 2023").
 * - `context`: a unit counted from the time told before it ("that year" 0, "two days later" 2); without a grain that very time.
 * - `years`: whole years from … to ("the 1980s").
 * - `named`: a month or date said with "last" (-1) or "next" (1).
 * - `inside`: a value narrowed by a wider one ("June last year").
 * - `both`: one time said twice ("14 Mehr (6 October)").
 */
export type PeriodValue =
  | {
      readonly op: "date";
      readonly calendar: Calendar;
      readonly year: number | null;
      readonly month: number | null;
      readonly day: number | null;
      readonly lastDay: number | null;
      readonly weekday: number | null;
      /** The year was written with two digits. */
      readonly isShort: boolean;
      /** Day and month, as numbers, may be the other way round. */
      readonly isAmbiguous: boolean;
      /** A year of two digits that another calendar has too. */
      readonly isCalendarOpen?: true;
    }
  | { readonly op: "weekday"; readonly weekday: number; readonly shift: number | null }
  | {
      readonly op: "shift";
      readonly grain: Grain;
      readonly amount: number;
      readonly calendar: Calendar;
      readonly weekday: number | null;
    }
  | {
      readonly op: "rolling";
      readonly grain: Grain;
      readonly amount: number | null;
      readonly ahead: boolean;
      readonly calendar: Calendar;
    }
  | {
      readonly op: "ago";
      readonly grain: Grain;
      readonly amount: number | null;
      readonly ahead: boolean;
      readonly calendar: Calendar;
    }
  | {
      readonly op: "years";
      readonly from: number;
      readonly to: number;
      readonly calendar: Calendar;
    }
  | {
      readonly op: "season";
      readonly season: number;
      readonly year: number | null;
      readonly shift: number;
      readonly calendar: Calendar;
    }
  | { readonly op: "named"; readonly shift: number; readonly of: PeriodValue }
  | { readonly op: "part"; readonly part: Part; readonly of: PeriodValue }
  | {
      readonly op: "slice";
      readonly grain: Grain;
      readonly amount: number;
      readonly of: PeriodValue;
    }
  | { readonly op: "nth"; readonly grain: Grain; readonly n: number; readonly of: PeriodValue }
  | { readonly op: "some"; readonly ahead: boolean; readonly of: PeriodValue }
  | { readonly op: "unit"; readonly grain: Grain; readonly of: PeriodValue }
  | {
      readonly op: "ending";
      readonly grain: Grain;
      readonly amount: number;
      readonly of: PeriodValue;
    }
  | { readonly op: "parallel"; readonly grain: Grain | null; readonly of: PeriodValue }
  | {
      readonly op: "context";
      readonly grain: Grain | null;
      readonly amount: number;
      /** Counted from the report's own day, in this calendar, where no such time was told before ("the day before" in news is yesterday). */
      readonly orPublished?: Calendar;
    }
  | { readonly op: "inside"; readonly inner: PeriodValue; readonly outer: PeriodValue }
  | {
      readonly op: "range";
      readonly from: PeriodValue;
      readonly to: PeriodValue;
      /** "In 2023 until October": the end lies in the year that the beginning names. */
      readonly isWithin?: boolean;
    }
  | {
      readonly op: "bound";
      readonly side: "since" | "until" | "before" | "after" | "around";
      readonly of: PeriodValue;
    }
  | { readonly op: "both"; readonly left: PeriodValue; readonly right: PeriodValue }
  | { readonly op: "list"; readonly items: readonly PeriodValue[] }
  | { readonly op: "event"; readonly key: string }
  | { readonly op: "to-date" }
  | { readonly op: "recently" }
  | { readonly op: "vague" }
  | { readonly op: "duration"; readonly grain: Grain; readonly amount: number | null }
  | {
      readonly op: "recurring";
      readonly grain: Grain;
      readonly weekday: number | null;
      /** "every two days" is 2. */
      readonly every: number;
    };

/** The calendar a value is written in; the first that is named. */
export function calendarIn(value: PeriodValue): Calendar {
  if ("calendar" in value) return value.calendar;
  if ("of" in value) return calendarIn(value.of);
  if (value.op === "inside") return calendarIn(value.inner);
  if (value.op === "both") return calendarIn(value.left);
  if (value.op === "list" && value.items[0] !== undefined) return calendarIn(value.items[0]);
  if (value.op !== "range") return "gregorian";
  const from = calendarIn(value.from);
  return from === "gregorian" ? calendarIn(value.to) : from;
}
