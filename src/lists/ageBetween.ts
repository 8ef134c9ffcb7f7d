import { fromDay, parseEdtf } from "../model/calendarDays.ts";
import type { ListDate } from "../model/listRecord.ts";
import type { Span } from "./numericDate.ts";
import { type Age, OLDEST } from "./parseAge.ts";

/** The ages that a birth and a date leave open; null where nobody can be of that age. */
export function ageBetween(birth: Span, date: ListDate): Age | null {
  const earliest = parseEdtf(date.earliest);
  const latest = parseEdtf(date.latest);
  if (earliest === null || latest === null) return null;
  const max = yearsFrom(birth.from, latest.to);
  const min = Math.max(0, yearsFrom(birth.to, earliest.from));
  return max < 0 || min > OLDEST ? null : { min, max };
}

/** Whole years from one day to another. */
function yearsFrom(start: number, end: number): number {
  const from = fromDay("gregorian", start);
  const to = fromDay("gregorian", end);
  const isBefore = to.month < from.month || (to.month === from.month && to.day < from.day);
  return to.year - from.year - (isBefore ? 1 : 0);
}
