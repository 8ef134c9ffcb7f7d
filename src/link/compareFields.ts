/**
 * In: two people of two lists. Out: for each field the level at which they agree, and how likely chance is to give it, in bits.
 * Never: says anything of a field that either side leaves out.
 */
import type { Frequencies } from "./frequencies.ts";
import { type Reckoned, reckon } from "./reckoned.ts";
import {
  AGE_FROM,
  AGE_TO,
  ALIVE_FROM,
  DAY_FROM,
  DAY_TO,
  NONE,
  PRISON,
  PROVINCE,
  PROVINCE2,
  type Roster,
  ROW,
  SEX,
  SWAPPED_GREGORIAN,
  SWAPPED_JALALI,
  TOWN,
  TOWN2,
} from "./roster.ts";

/** Levels of each field, best first. */
export const DATE_LEVELS = [
  "same day",
  "a day apart",
  "at most three days apart",
  "same day of another year, or day and month exchanged",
  "at most ten days apart",
  "at most a month apart",
  "at most a year apart",
  "further apart",
] as const;
export const AGE_LEVELS = [
  "same",
  "at most a year apart",
  "at most three years apart",
  "at most ten years apart",
  "further apart",
] as const;
export const SEX_LEVELS = ["same", "other"] as const;
export const PLACE_LEVELS = [
  "same town",
  "same province, another town",
  "same province",
  "another province",
] as const;
export const PRISON_LEVELS = ["same", "another"] as const;

export const MISSING = 255;

/** What the last comparison found; `chance` is log2 of the likelihood that a random pair agrees as well. */
export const compared = {
  date: MISSING,
  dateChance: 0,
  age: MISSING,
  ageChance: 0,
  sex: MISSING,
  sexChance: 0,
  place: MISSING,
  placeChance: 0,
  prison: MISSING,
  prisonChance: 0,
};

export type Side = { readonly roster: Roster; readonly frequencies: Frequencies };

export function compareFields(left: Side, a: number, right: Side, b: number): void {
  const A = left.roster.rows;
  const B = right.roster.rows;
  const [x, y] = [a * ROW, b * ROW];
  const bits = reckon(left, right);
  compareDates(left, A, x, right, B, y);
  compareAges(left, A, x, right, B, y);
  const sexA = A[x + SEX] ?? 0;
  const sexB = B[y + SEX] ?? 0;
  compared.sex = sexA === 0 || sexB === 0 ? MISSING : sexA === sexB ? 0 : 1;
  if (compared.sex !== MISSING) compared.sexChance = bits.ofSex(sexA, compared.sex === 0);
  comparePlaces(bits, A, x, B, y);
  const prisonA = A[x + PRISON] ?? 0;
  const prisonB = B[y + PRISON] ?? 0;
  compared.prison = prisonA === 0 || prisonB === 0 ? MISSING : prisonA === prisonB ? 0 : 1;
  if (compared.prison === 0)
    compared.prisonChance = Math.log2(
      Math.max(left.frequencies.ofPrison(prisonA), right.frequencies.ofPrison(prisonB)),
    );
  else compared.prisonChance = -0.1;
}

function compareDates(
  left: Side,
  A: Int32Array,
  x: number,
  right: Side,
  B: Int32Array,
  y: number,
): void {
  compared.date = MISSING;
  const fromA = A[x + DAY_FROM] ?? NONE;
  const fromB = B[y + DAY_FROM] ?? NONE;
  if (fromA === NONE || fromB === NONE) return;
  const toA = A[x + DAY_TO] ?? NONE;
  const toB = B[y + DAY_TO] ?? NONE;
  if (fromA !== toA || fromB !== toB) return compareSpans(left, fromA, toA, right, fromB, toB);
  const apart = Math.abs(fromA - fromB);
  let level = 7;
  if (apart === 0) level = 0;
  else if (apart === 1) level = 1;
  else if (apart <= 3) level = 2;
  else if (isSlip(A, x, fromA, B, y, fromB)) level = 3;
  else if (apart <= 10) level = 4;
  else if (apart <= 31) level = 5;
  else if (apart <= 366) level = 6;
  compared.date = level;
  compared.dateChance = Math.max(
    right.frequencies.nearDay(fromA, level),
    left.frequencies.nearDay(fromB, level),
  );
}

/** Whether one side tells a sign of life behind the day of death of the other. */
export function isAliveAfter(left: Side, a: number, right: Side, b: number): boolean {
  return livesAfter(left.roster, a, right.roster, b) || livesAfter(right.roster, b, left.roster, a);
}

function livesAfter(living: Roster, a: number, dead: Roster, b: number): boolean {
  const alive = living.rows[a * ROW + ALIVE_FROM] ?? NONE;
  if (alive === NONE) return false;
  const died = dead.rows[b * ROW + DAY_TO] ?? NONE;
  return died !== NONE && alive > died;
}

/**
 * How much of either date of the pair that was compared last looks like a mistake, as log2: mistakes agree with nothing and
 * say nothing.
 */
export function compareMistakes(left: Side, a: number, right: Side, b: number): number {
  if (compared.date === MISSING || compared.date < 3) return NO_MISTAKE;
  const dayA = exactDayOf(left.roster.rows, a * ROW);
  const dayB = exactDayOf(right.roster.rows, b * ROW);
  return dayA === NONE || dayB === NONE ? NO_MISTAKE : reckon(left, right).mistake(dayA, dayB);
}

/** The day of a person of whom it is known, by the row. */
export function exactDayOf(rows: Int32Array, row: number): number {
  const from = rows[row + DAY_FROM] ?? NONE;
  return from === rows[row + DAY_TO] ? from : NONE;
}

const NO_MISTAKE = -20;

/** A wrong year, or day and month exchanged in either calendar. */
function isSlip(
  A: Int32Array,
  x: number,
  dayA: number,
  B: Int32Array,
  y: number,
  dayB: number,
): boolean {
  const apart = Math.abs(dayA - dayB);
  const years = Math.round(apart / 365.2425);
  if (years > 0 && years <= 10 && Math.abs(apart - years * 365.2425) <= 1.6) return true;
  return (
    A[x + SWAPPED_GREGORIAN] === dayB ||
    B[y + SWAPPED_GREGORIAN] === dayA ||
    A[x + SWAPPED_JALALI] === dayB ||
    B[y + SWAPPED_JALALI] === dayA
  );
}

/** Of a date that is known to a month or a year only it counts whether the other may be the same. */
function compareSpans(
  left: Side,
  fromA: number,
  toA: number,
  right: Side,
  fromB: number,
  toB: number,
): void {
  const apart = Math.max(0, fromA - toB, fromB - toA);
  compared.date =
    apart === 0 ? 0 : apart <= 3 ? 2 : apart <= 10 ? 4 : apart <= 31 ? 5 : apart <= 366 ? 6 : 7;
  const chance =
    apart === 0
      ? Math.log2(
          Math.max(right.frequencies.ofDays(fromA, toA), left.frequencies.ofDays(fromB, toB)),
        )
      : Math.max(
          right.frequencies.nearDay(fromA, compared.date),
          left.frequencies.nearDay(fromB, compared.date),
        );
  compared.dateChance = Math.min(MOST_OF_SPANS, chance);
}

/** log2 of the share of people by chance that spans of days are held to at most. */
const MOST_OF_SPANS = Math.log2(0.9);

function compareAges(
  left: Side,
  A: Int32Array,
  x: number,
  right: Side,
  B: Int32Array,
  y: number,
): void {
  const fromA = A[x + AGE_FROM] ?? -1;
  const fromB = B[y + AGE_FROM] ?? -1;
  compared.age = MISSING;
  if (fromA < 0 || fromB < 0) return;
  const toA = A[x + AGE_TO] ?? fromA;
  const toB = B[y + AGE_TO] ?? fromB;
  const apart = Math.max(0, fromA - toB, fromB - toA);
  compared.age = apart === 0 ? 0 : apart === 1 ? 1 : apart <= 3 ? 2 : apart <= 10 ? 3 : 4;
  compared.ageChance = Math.max(
    right.frequencies.nearAges(fromA, toA, compared.age),
    left.frequencies.nearAges(fromB, toB, compared.age),
  );
}

function comparePlaces(bits: Reckoned, A: Int32Array, x: number, B: Int32Array, y: number): void {
  compared.place = MISSING;
  const day = exactDayOf(A, x) === exactDayOf(B, y) ? exactDayOf(A, x) : NONE;
  const town = commonOf(A[x + TOWN], A[x + TOWN2], B[y + TOWN], B[y + TOWN2]);
  if (town !== 0) {
    compared.place = 0;
    compared.placeChance = bits.ofTown(town, day);
    return;
  }
  const hasTowns = (A[x + TOWN] ?? 0) !== 0 && (B[y + TOWN] ?? 0) !== 0;
  const hasProvinces = (A[x + PROVINCE] ?? 0) !== 0 && (B[y + PROVINCE] ?? 0) !== 0;
  if (!hasProvinces) return;
  const province = commonOf(A[x + PROVINCE], A[x + PROVINCE2], B[y + PROVINCE], B[y + PROVINCE2]);
  if (province === 0) {
    compared.place = 3;
    compared.placeChance = -0.2;
    return;
  }
  compared.place = hasTowns ? 1 : 2;
  compared.placeChance = bits.ofProvince(province, day);
}

/** What both sides name, or 0. */
function commonOf(a = 0, a2 = 0, b = 0, b2 = 0): number {
  if (a !== 0 && (a === b || a === b2)) return a;
  return a2 !== 0 && (a2 === b || a2 === b2) ? a2 : 0;
}
