/** Between which days a step of a case lies, as far as its claims tell. */
import type { CaseStep, StageClaim } from "../model/caseHistory.ts";

/** First and last day on which it may have been; null where nothing tells. */
export type Window = { readonly from: string | null; readonly to: string | null };

/** The days of a step: of its narrowest words; without any, by the last report that tells it. */
export function windowOf({ claims }: CaseStep): Window {
  const dated = claims.filter(isDated);
  if (dated.length === 0)
    return {
      from: null,
      to: claims.some(({ reported }) => reported === null)
        ? null
        : lastOf(claims.map(({ reported }) => reported)),
    };
  const narrowest = Math.min(...dated.map(widthOf));
  const days = dated.filter((claim) => widthOf(claim) === narrowest).map(daysOf);
  return {
    from: firstOf(days.map(({ from }) => from)),
    to: lastOf(days.map(({ to }) => to)),
  };
}

/** Is one wholly after the other? */
export function isLater(one: Window, other: Window): boolean {
  return one.from !== null && other.to !== null && one.from > other.to;
}

export type Dated = StageClaim & { readonly latest: string };

export function isDated(claim: StageClaim): claim is Dated {
  return claim.latest !== null;
}

/** Milliseconds between the first and the last day. */
export function widthOf({ earliest, latest }: Dated): number {
  return timeOf(latest) - timeOf(earliest ?? latest);
}

/** What threatens on a day to come threatens on the day of the report. */
function daysOf({ earliest, latest, reported, modality }: Dated): {
  readonly from: string;
  readonly to: string;
} {
  const first = earliest ?? latest;
  if (modality === "happened" || modality === "ongoing" || reported === null)
    return { from: first, to: latest };
  return { from: first < reported ? first : reported, to: latest < reported ? latest : reported };
}

/** Milliseconds of each day that was asked for: those of one case are held against each other again and again. */
const times = new Map<string, number>();
const MOST_TIMES = 20_000;

/** Milliseconds of a day. */
export function timeOf(day: string): number {
  const known = times.get(day);
  if (known !== undefined) return known;
  if (times.size >= MOST_TIMES) times.clear();
  const time = Date.parse(day);
  times.set(day, time);
  return time;
}

export function firstOf(days: readonly (string | null)[]): string | null {
  return days.reduce(
    (best, day) => (day !== null && (best === null || day < best) ? day : best),
    null,
  );
}

export function lastOf(days: readonly (string | null)[]): string | null {
  return days.reduce(
    (best, day) => (day !== null && (best === null || day > best) ? day : best),
    null,
  );
}
