/**
 * In: a time expression, and when and where its report was published. Out: the days it means, and what was doubted.
 * Never: takes an unknown publication date for today; gives days that the words do not say.
 */
import type { Note } from "../base/note.ts";
import { spanAt } from "../base/span.ts";
import type { Period } from "../model/claim.ts";
import { formatDay, parseEdtf } from "../model/calendarDays.ts";
import type { PeriodMatch } from "./findPeriods.ts";
import type { PeriodGrammar } from "./periodGrammar.ts";
import { periodNote, type PeriodNoteCode } from "./periodNotes.ts";
import type { Resolution, Told, Window } from "./periodResolution.ts";
import { runsOn, windowOf } from "./periodWindow.ts";
import { calendarIn } from "./periodValue.ts";
import type { Tokens } from "./tokens.ts";

/** What a time told before is, for words that count from it. */
type ToldPeriod = Pick<Period, "earliest" | "latest" | "basis"> & Partial<Pick<Period, "calendar">>;

export type PeriodContext = {
  readonly tokens: Tokens;
  /** EDTF day, month or year, or null where it is not known. */
  readonly published: string | null;
  /** Country whose dated events the text may mean; null: only those that mean one thing anywhere. */
  readonly country: string | null;
  /** The day of a speech or post that holds the words, where it is another than the publication. */
  readonly speech?: string | null;
  /** The clause speaks of what is to come, so that "on Monday" is the next one. */
  readonly future?: boolean;
  /** Finds the time told before in the text, for "that year" and "two days later". */
  readonly antecedent?: () => ToldPeriod | null;
  /** Finds the last date with its year right before, for a date without one. */
  readonly datedBefore?: () => ToldPeriod | null;
};

/**
 * Resolves a time expression. `mode` is "all" for named units, ranges and stretches over which a count is taken
 * ("in November", "since 2018", "the past 16 months"; a day is "all" too); "some" for a point somewhere inside
 * ("in recent days", "early October", "two weeks ago", "before X"); "recurring" for "daily"; "vague" for "for
 * years", "recently". A unit that holds the day of publication ends on that day. `basis` says what the days rest
 * on; the end of "since X" does not count. Durations and recurring times have no days.
 */
export function resolvePeriod(
  match: PeriodMatch,
  context: PeriodContext,
  grammar: PeriodGrammar,
): { period: Period; notes: Note[] } {
  const { tokens } = context;
  const start = tokens.start[match.from] ?? 0;
  const span = spanAt(tokens.text, start, tokens.end[match.to - 1] ?? start);
  const reference = context.speech ?? context.published;
  const known = reference === null ? null : parseEdtf(reference);
  const notes = new Set<PeriodNoteCode>();
  const used = new Set<"now" | "event" | "antecedent">();
  const at = (now: number | null): Window | null => {
    const isFuture = context.future === true;
    const on: Resolution = {
      now,
      isFuture,
      country: context.country,
      antecedent: () => daysOf(context.antecedent?.() ?? null),
      datedBefore: () => daysOf(context.datedBefore?.() ?? null),
      events: grammar.events,
      notes,
      used,
    };
    return clipped(match, windowOf(match.value, on), on);
  };
  let window = at(known?.from ?? null);
  if (known !== null && known.to !== known.from) {
    const last = at(known.to);
    if (!isSame(window, last)) notes.add("period-publication-imprecise");
    window = hull(window, last, match.kind === "point");
  }
  const period: Period = {
    earliest: edtfDay(window?.from ?? null),
    latest: edtfDay(window?.to ?? null),
    mode: window?.mode ?? modeWithout(match),
    calendar: calendarIn(match.value),
    basis: window === null ? "unresolved" : basisOf(used, context),
    span,
  };
  return { period, notes: [...notes].sort().map((code) => periodNote(code, span)) };
}

/** EDTF days have years of four digits; beyond them a bound is open. */
function edtfDay(day: number | null): string | null {
  const edtf = day === null ? null : formatDay(day);
  return edtf !== null && /^\d{4}-/.test(edtf) ? edtf : null;
}

/** A unit that is still running ends, for a report, on the day of the report. */
function clipped(match: PeriodMatch, window: Window | null, on: Resolution): Window | null {
  if (window === null || on.now === null || on.isFuture || !runsOn(match.value)) return window;
  if (window.from === null || window.to === null) return window;
  const isRunning = window.from <= on.now && on.now < window.to;
  return isRunning ? { ...window, to: on.now } : window;
}

function isSame(left: Window | null, right: Window | null): boolean {
  return left?.from === right?.from && left?.to === right?.to;
}

function hull(left: Window | null, right: Window | null, isPoint: boolean): Window | null {
  if (left === null || right === null) return null;
  const from = left.from === null || right.from === null ? null : Math.min(left.from, right.from);
  const to = left.to === null || right.to === null ? null : Math.max(left.to, right.to);
  const isMoved = left.from !== right.from || (isPoint && left.to !== right.to);
  return { from, to, mode: left.mode === "all" && isMoved ? "some" : left.mode };
}

function basisOf(
  used: ReadonlySet<"now" | "event" | "antecedent">,
  context: PeriodContext,
): Period["basis"] {
  if (used.has("event")) return "country-event";
  if (used.has("antecedent")) return context.antecedent?.()?.basis ?? "unresolved";
  if (!used.has("now")) return "explicit";
  return (context.speech ?? null) === null ? "publication" : "speech";
}

function daysOf(told: ToldPeriod | null): Told | null {
  const { earliest = null, latest = null, calendar = "gregorian" } = told ?? {};
  const from = earliest === null ? null : parseEdtf(earliest);
  const to = latest === null ? null : parseEdtf(latest);
  return from === null || to === null ? null : { from: from.from, to: to.to, calendar };
}

function modeWithout(match: PeriodMatch): Period["mode"] {
  return match.kind === "recurring" ? "recurring" : match.value.op === "vague" ? "vague" : "some";
}
