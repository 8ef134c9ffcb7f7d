/**
 * In: two sides whose people are compared. Out: what chance gives them both, in bits, by place, sex and day.
 * Never: reckons the same twice: pairs are many; sexes, days and towns are few.
 */
import type { Side } from "./compareFields.ts";
import { DAYS, FIRST_DAY } from "./frequencies.ts";
import { NONE } from "./roster.ts";

/** What chance gives two sides. */
export type Reckoned = {
  /** Bits of a sex of the left side being that of somebody of the right one, or another. */
  readonly ofSex: (sex: number, isSame: boolean) => number;
  readonly ofTown: (town: number, day: number) => number;
  readonly ofProvince: (province: number, day: number) => number;
  /**
   * How much likelier days are as mistakes than as days of their list: where a list has nobody else but mistakes,
   * a day far from the other one says nothing against the pair.
   */
  readonly mistake: (dayA: number, dayB: number) => number;
};

let last: { readonly left: Side; readonly right: Side; readonly reckoned: Reckoned } | null = null;

/** What chance gives two sides; of those that were asked for last it is at hand. */
export function reckon(left: Side, right: Side): Reckoned {
  if (last !== null && last.left === left && last.right === right) return last.reckoned;
  last = { left, right, reckoned: makeReckoned(left, right) };
  return last.reckoned;
}

function makeReckoned(left: Side, right: Side): Reckoned {
  const sexes = new Float64Array(8).fill(NaN);
  const towns = new Float64Array(PLACES).fill(NaN);
  const provinces = new Float64Array(PLACES).fill(NaN);
  const ofA = keepDays((day) => mistakeIn(left, right, day));
  const ofB = keepDays((day) => mistakeIn(right, left, day));
  const keep = (known: Float64Array, at: number, make: () => number): number => {
    if (at < 0 || at >= known.length) return make();
    const before = known[at] ?? NaN;
    if (!Number.isNaN(before)) return before;
    const made = make();
    known[at] = made;
    return made;
  };
  const townOn = (town: number, day: number): number =>
    Math.log2(Math.max(left.frequencies.ofTown(town, day), right.frequencies.ofTown(town, day)));
  const provinceOn = (province: number, day: number): number =>
    Math.log2(
      Math.max(
        left.frequencies.ofProvince(province, day),
        right.frequencies.ofProvince(province, day),
      ),
    );
  return {
    ofSex: (sex, isSame) =>
      keep(sexes, sex * 2 + (isSame ? 1 : 0), () => {
        const share = right.frequencies.ofSex(sex);
        return Math.log2(isSame ? share : 1 - share);
      }),
    ofTown: (town, day) =>
      day === NONE ? keep(towns, town, () => townOn(town, NONE)) : townOn(town, day),
    ofProvince: (province, day) =>
      day === NONE
        ? keep(provinces, province, () => provinceOn(province, NONE))
        : provinceOn(province, day),
    mistake: (dayA, dayB) => Math.log2(ofA(dayA) + ofB(dayB)),
  };
}

/** Places of the packs have numbers below this. */
const PLACES = 4096;

/** Days that are kept together. */
const PAGE = 256;

function keepDays(make: (day: number) => number): (day: number) => number {
  const pages: (Float64Array | undefined)[] = Array.from({ length: Math.ceil(DAYS / PAGE) });
  return (day) => {
    const at = day - FIRST_DAY;
    if (at < 0 || at >= DAYS) return make(day);
    const page = (pages[Math.floor(at / PAGE)] ??= new Float64Array(PAGE).fill(NaN));
    const before = page[at % PAGE] ?? NaN;
    if (!Number.isNaN(before)) return before;
    const made = make(day);
    page[at % PAGE] = made;
    return made;
  };
}

/** Half a window in which days are counted together. */
const AROUND = 15;
/** Mistakes that are no slip of the year are spread over about so many days. */
const SPREAD = 1500;

function mistakeIn(own: Side, other: Side, day: number): number {
  let slips = 0;
  for (const years of [-2, -1, 1, 2]) {
    const middle = day + Math.round(years * 365.2425);
    slips += other.frequencies.ofDays(middle - AROUND, middle + AROUND) / 4;
  }
  const scattered = (2 * AROUND + 1) / SPREAD;
  const share = (slips + scattered) / 2 / own.frequencies.ofDays(day - AROUND, day + AROUND);
  return Math.min(1, share);
}
