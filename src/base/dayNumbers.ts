/** In: ISO days. Out: numbers of days since 1970-01-01, and the other day that swapped digits would make. */

/** Day number of "2022-11-03"; "2022-11" and "2022" are their first day, or with `last` their last. NaN when it is none. */
export function dayNumber(iso: string, last = false): number {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(iso);
  if (found === null) return NaN;
  const year = Number(found[1]);
  if (found[2] === undefined) return last ? dayOf(year + 1, 1, 1) - 1 : dayOf(year, 1, 1);
  const month = Number(found[2]);
  if (found[3] !== undefined) return dayOf(year, month, Number(found[3]));
  return last ? dayOf(year, month + 1, 1) - 1 : dayOf(year, month, 1);
}

function dayOf(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000);
}

/** The day whose month and day are exchanged, in the Gregorian calendar; NaN when there is none or it is the same. */
export function swappedGregorian(day: number): number {
  const date = new Date(day * 86_400_000);
  const month = date.getUTCMonth() + 1;
  const inMonth = date.getUTCDate();
  return inMonth > 12 || inMonth === month ? NaN : dayOf(date.getUTCFullYear(), inMonth, month);
}

/** As swappedGregorian, of a solar year that begins at the March equinox: six months of 31 days, then of 30. */
export function swappedJalali(day: number): number {
  const start = yearStart(day);
  const ofYear = day - start;
  const month = ofYear < 186 ? Math.floor(ofYear / 31) + 1 : Math.floor((ofYear - 186) / 30) + 7;
  const inMonth = ofYear < 186 ? (ofYear % 31) + 1 : ((ofYear - 186) % 30) + 1;
  if (inMonth > 12 || inMonth === month) return NaN;
  return start + (inMonth <= 7 ? (inMonth - 1) * 31 : 186 + (inMonth - 7) * 30) + month - 1;
}

/** First day of the solar year of a day, by the 33-year cycle (right from 1925 to 2088). */
function yearStart(day: number): number {
  let year = Math.floor((day + 286) / 365.2424) + 1348;
  while (startOf(year + 1) <= day) year++;
  while (startOf(year) > day) year--;
  return startOf(year);
}

/** 1 Farvardin 1349 is day 79: 21 March 1970. */
function startOf(year: number): number {
  return 79 + (year - 1349) * 365 + leapsBefore(year) - leapsBefore(1349);
}

/** Leap years before a year: 1, 5, 9, 13, 17, 22, 26 and 30 of each cycle of 33. */
function leapsBefore(year: number): number {
  const cycle = Math.floor(year / 33);
  const inCycle = year - cycle * 33;
  let leaps = cycle * 8;
  for (const leap of [1, 5, 9, 13, 17, 22, 26, 30]) if (leap < inCycle) leaps++;
  return leaps;
}
