/** A day of a calendar. */
export type Day = { readonly year: number; readonly month: number; readonly day: number };

/**
 * Turns a day of the Solar Hijri (Jalali) calendar into the Gregorian one, or null when there is no such
 * day. The leap years are those of the 2820-year-free arithmetic of K. Borkowski, right for 1200-1600.
 */
export function jalaliToGregorian({ year, month, day }: Day): Day | null {
  if (year < 1200 || year > 1600 || month < 1 || month > 12 || day < 1) return null;
  if (day > daysInJalaliMonth(year, month)) return null;
  const dayOfYear = month <= 7 ? (month - 1) * 31 + day : 186 + (month - 7) * 30 + day;
  const newYear = Date.UTC(year + 621, 2, marchDayOfNewYear(year));
  const found = new Date(newYear + (dayOfYear - 1) * DAY_MS);
  return { year: found.getUTCFullYear(), month: found.getUTCMonth() + 1, day: found.getUTCDate() };
}

const DAY_MS = 86_400_000;

function daysInJalaliMonth(year: number, month: number): number {
  if (month <= 6) return 31;
  if (month <= 11) return 30;
  return isJalaliLeap(year) ? 30 : 29;
}

function isJalaliLeap(year: number): boolean {
  const here = Date.UTC(year + 621, 2, marchDayOfNewYear(year));
  const next = Date.UTC(year + 622, 2, marchDayOfNewYear(year + 1));
  return next - here === 366 * DAY_MS;
}

/** Years in which the 33-year cycle of leap days skips a beat (Borkowski 1996), as far as 1600 needs. */
const BREAKS = [1111, 1181, 1210, 1635] as const;

/** The day of March on which a Jalali year begins. */
function marchDayOfNewYear(year: number): number {
  let leaps = -14;
  let start = -61;
  for (const next of [9, 38, 199, 426, 686, 756, 818, ...BREAKS]) {
    const length = next - start;
    if (year < next) {
      const into = year - start;
      leaps += Math.floor(into / 33) * 8 + Math.floor(((into % 33) + 3) / 4);
      if (length % 33 === 4 && length - into === 4) leaps += 1;
      break;
    }
    leaps += Math.floor(length / 33) * 8 + Math.floor((length % 33) / 4);
    start = next;
  }
  const gregorian = year + 621;
  const gregorianLeaps =
    Math.floor(gregorian / 4) - Math.floor(((Math.floor(gregorian / 100) + 1) * 3) / 4) - 150;
  return 20 + leaps - gregorianLeaps;
}
