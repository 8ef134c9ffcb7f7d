/**
 * In: two people of two lists. Out: for each field the level at which they agree, and how likely chance is to give it, in bits.
 * Never: says anything of a field that either side leaves out.
 */
import { exactDay, type Frequencies } from "./frequencies.ts";
import { NONE, type Roster } from "./roster.ts";

/** Levels of each field, best first. */
export const DATE_LEVELS = [
  "same day",
  "a day apart",
  "three days apart",
  "same day of another year, or day and month exchanged",
  "ten days apart",
  "a month apart",
  "a year apart",
  "further apart",
] as const;
export const AGE_LEVELS = [
  "same",
  "a year apart",
  "three years apart",
  "ten years apart",
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
  compareDates(left, a, right, b);
  compareAges(left, a, right, b);
  const sexA = left.roster.sex[a] ?? 0;
  const sexB = right.roster.sex[b] ?? 0;
  compared.sex = sexA === 0 || sexB === 0 ? MISSING : sexA === sexB ? 0 : 1;
  if (compared.sex !== MISSING) {
    const share = right.frequencies.ofSex(sexA);
    compared.sexChance = Math.log2(compared.sex === 0 ? share : 1 - share);
  }
  comparePlaces(left, a, right, b);
  const prisonA = left.roster.prison[a] ?? 0;
  const prisonB = right.roster.prison[b] ?? 0;
  compared.prison = prisonA === 0 || prisonB === 0 ? MISSING : prisonA === prisonB ? 0 : 1;
  if (compared.prison === 0)
    compared.prisonChance = Math.log2(
      Math.max(left.frequencies.ofPrison(prisonA), right.frequencies.ofPrison(prisonB)),
    );
  else compared.prisonChance = -0.1;
}

function compareDates(left: Side, a: number, right: Side, b: number): void {
  compared.date = MISSING;
  const fromA = left.roster.dayFrom[a] ?? NONE;
  const fromB = right.roster.dayFrom[b] ?? NONE;
  if (fromA === NONE || fromB === NONE) return;
  const toA = left.roster.dayTo[a] ?? NONE;
  const toB = right.roster.dayTo[b] ?? NONE;
  if (fromA !== toA || fromB !== toB) return compareSpans(left, fromA, toA, right, fromB, toB);
  const apart = Math.abs(fromA - fromB);
  let level = 7;
  if (apart === 0) level = 0;
  else if (apart === 1) level = 1;
  else if (apart <= 3) level = 2;
  else if (isSlip(left.roster, a, fromA, right.roster, b, fromB)) level = 3;
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
  const alive = living.aliveFrom[a] ?? NONE;
  const died = dead.dayTo[b] ?? NONE;
  return alive !== NONE && died !== NONE && alive > died;
}

/**
 * How much of either date of the pair that was compared last looks like a mistake, as log2: mistakes agree with nothing and
 * say nothing.
 */
export function compareMistakes(left: Side, a: number, right: Side, b: number): number {
  if (compared.date === MISSING || compared.date < 3) return NO_MISTAKE;
  const dayA = exactDay(left.roster, a);
  const dayB = exactDay(right.roster, b);
  return dayA === NONE || dayB === NONE ? NO_MISTAKE : mistakeOf(left, dayA, right, dayB);
}

const NO_MISTAKE = -20;

/** A wrong year, or day and month exchanged in either calendar. */
function isSlip(
  rosterA: Roster,
  a: number,
  dayA: number,
  rosterB: Roster,
  b: number,
  dayB: number,
): boolean {
  const apart = Math.abs(dayA - dayB);
  const years = Math.round(apart / 365.2425);
  if (years > 0 && years <= 10 && Math.abs(apart - years * 365.2425) <= 1.6) return true;
  return (
    rosterA.swappedGregorian[a] === dayB ||
    rosterB.swappedGregorian[b] === dayA ||
    rosterA.swappedJalali[a] === dayB ||
    rosterB.swappedJalali[b] === dayA
  );
}

/** Half a window in which days are counted together. */
const AROUND = 15;
/** Mistakes that are no slip of the year are spread over about so many days. */
const SPREAD = 1500;

/**
 * How much likelier days are as mistakes than as days of their list: where a list has nobody else but mistakes,
 * a day far from the other one says nothing against the pair.
 */
function mistakeOf(left: Side, dayA: number, right: Side, dayB: number): number {
  if (reckoned.left !== left || reckoned.right !== right)
    reckoned = { left, right, ofA: new Map(), ofB: new Map() };
  return Math.log2(
    keepDay(reckoned.ofA, dayA, left, right) + keepDay(reckoned.ofB, dayB, right, left),
  );
}

/** Shares of mistakes among the days of the two sides that were compared last: pairs are many, and days few. */
type Reckoned = {
  readonly left: Side | null;
  readonly right: Side | null;
  readonly ofA: Map<number, number>;
  readonly ofB: Map<number, number>;
};

let reckoned: Reckoned = { left: null, right: null, ofA: new Map(), ofB: new Map() };

function keepDay(known: Map<number, number>, day: number, own: Side, other: Side): number {
  const before = known.get(day);
  if (before !== undefined) return before;
  const share = Math.min(1, mistakeIn(own, other, day));
  known.set(day, share);
  return share;
}

function mistakeIn(own: Side, other: Side, day: number): number {
  let slips = 0;
  for (const years of [-2, -1, 1, 2]) {
    const middle = day + Math.round(years * 365.2425);
    slips += other.frequencies.ofDays(middle - AROUND, middle + AROUND) / 4;
  }
  const scattered = (2 * AROUND + 1) / SPREAD;
  return (slips + scattered) / 2 / own.frequencies.ofDays(day - AROUND, day + AROUND);
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

function compareAges(left: Side, a: number, right: Side, b: number): void {
  const fromA = left.roster.ageFrom[a] ?? -1;
  const fromB = right.roster.ageFrom[b] ?? -1;
  compared.age = MISSING;
  if (fromA < 0 || fromB < 0) return;
  const toA = left.roster.ageTo[a] ?? fromA;
  const toB = right.roster.ageTo[b] ?? fromB;
  const apart = Math.max(0, fromA - toB, fromB - toA);
  compared.age = apart === 0 ? 0 : apart === 1 ? 1 : apart <= 3 ? 2 : apart <= 10 ? 3 : 4;
  compared.ageChance = Math.max(
    right.frequencies.nearAges(fromA, toA, compared.age),
    left.frequencies.nearAges(fromB, toB, compared.age),
  );
}

function comparePlaces(left: Side, a: number, right: Side, b: number): void {
  compared.place = MISSING;
  const { roster: A } = left;
  const { roster: B } = right;
  const day = exactDay(A, a) === exactDay(B, b) ? exactDay(A, a) : NONE;
  const town = commonOf(A.town[a], A.town2[a], B.town[b], B.town2[b]);
  if (town !== 0) {
    compared.place = 0;
    compared.placeChance = Math.log2(
      Math.max(left.frequencies.ofTown(town, day), right.frequencies.ofTown(town, day)),
    );
    return;
  }
  const hasTowns = (A.town[a] ?? 0) !== 0 && (B.town[b] ?? 0) !== 0;
  const hasProvinces = (A.province[a] ?? 0) !== 0 && (B.province[b] ?? 0) !== 0;
  if (!hasProvinces) return;
  const province = commonOf(A.province[a], A.province2[a], B.province[b], B.province2[b]);
  if (province === 0) {
    compared.place = 3;
    compared.placeChance = -0.2;
    return;
  }
  compared.place = hasTowns ? 1 : 2;
  compared.placeChance = Math.log2(
    Math.max(
      left.frequencies.ofProvince(province, day),
      right.frequencies.ofProvince(province, day),
    ),
  );
}

/** What both sides name, or 0. */
function commonOf(a = 0, a2 = 0, b = 0, b2 = 0): number {
  if (a !== 0 && (a === b || a === b2)) return a;
  return a2 !== 0 && (a2 === b || a2 === b2) ? a2 : 0;
}
