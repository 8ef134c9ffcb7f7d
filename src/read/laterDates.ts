/**
 * In: a time that counts on from what was told before, or a date without its year, that stand side by side ("three weeks later, on
 * 30 March"). Out: the date, and from where its year is counted.
 * Never: joins a date of another clause, or one that stands apart.
 */
import type { Note } from "../base/note.ts";
import { parseEdtf } from "../model/calendarDays.ts";
import type { Period } from "../model/claim.ts";
import type { ClauseClasses } from "./clauseClasses.ts";
import type { PeriodMatch } from "./findPeriods.ts";
import type { Item } from "./items.ts";
import { isLater } from "./laterTimes.ts";

/** A day that was told with how much later it was. */
export type LaterDate = { readonly later: PeriodMatch; readonly date: PeriodMatch };

/** The two of which `match` is one, or null. */
export function laterDateOf(
  match: PeriodMatch,
  items: readonly Item[],
  { comma }: ClauseClasses,
): LaterDate | null {
  const at = items.findIndex(({ period }) => period?.from === match.from);
  if (at < 0) return null;
  const step = isLater(match) ? 1 : isDate(match) ? -1 : 0;
  if (step === 0) return null;
  const skipped = comma[items[at + step]?.set ?? 0] === 1 ? 2 * step : step;
  const other = items[at + skipped]?.period ?? null;
  if (other === null) return null;
  if (step === 1) return isDate(other) ? { later: match, date: other } : null;
  return isLater(other) ? { later: other, date: match } : null;
}

type Resolved = { period: Period; notes: Note[] };

/** The days of such a date: where it leaves out its year, those that lie nearest to the time counted. */
export function resolveLaterDate(
  { later, date }: LaterDate,
  resolve: (match: PeriodMatch, from?: { published: string; future: boolean }) => Resolved,
): Resolved {
  const counted = resolve(later).period.latest;
  if (counted === null || isDated(date)) return resolve(date);
  const before = resolve(date, { published: counted, future: false });
  const [day, end] = [before.period.latest, counted].map((edtf) => parseEdtf(edtf ?? ""));
  const isBehind = day != null && end != null && end.to - day.to > HALF_YEAR;
  return isBehind ? resolve(date, { published: counted, future: true }) : before;
}

const HALF_YEAR = 183;

function isDated({ value }: PeriodMatch): boolean {
  return value.op === "date" && value.year !== null;
}

function isDate({ value }: PeriodMatch): boolean {
  return value.op === "date" && value.day !== null && value.month !== null;
}
