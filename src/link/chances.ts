/**
 * In: shares of days and ages of a list. Out: how likely chance is to come as near to one as a level says, in bits.
 * Never: counts the same twice: a list has few days and ages, and its pairs are millions.
 */

/** Share of a list's people with a day, or an age, from..to. */
export type Shares = {
  readonly ofDays: (from: number, to: number) => number;
  readonly ofAges: (from: number, to: number) => number;
};

export type Chances = {
  readonly nearDay: (day: number, level: number) => number;
  readonly nearAges: (from: number, to: number, level: number) => number;
};

/** Days from `firstDay` on, so many, and ages below `ages` are kept. */
export function makeChances(shares: Shares, firstDay: number, days: number, ages: number): Chances {
  const ofDays: (Float64Array | undefined)[] = [];
  const ofAges: (Float64Array | undefined)[] = [];
  const tableOf = (tables: (Float64Array | undefined)[], level: number, size: number) =>
    (tables[level] ??= new Float64Array(size).fill(NaN));
  return {
    nearDay(day, level) {
      const at = day - firstDay;
      if (at < 0 || at >= days) return Math.log2(chanceOfDays(shares, day, level));
      const table = tableOf(ofDays, level, days);
      const known = table[at] ?? NaN;
      if (!Number.isNaN(known)) return known;
      const bits = Math.log2(chanceOfDays(shares, day, level));
      table[at] = bits;
      return bits;
    },
    nearAges(from, to, level) {
      if (from !== to || from < 0 || from >= ages)
        return Math.log2(chanceOfAges(shares, from, to, level));
      const table = tableOf(ofAges, level, ages);
      const known = table[from] ?? NaN;
      if (!Number.isNaN(known)) return known;
      const bits = Math.log2(chanceOfAges(shares, from, to, level));
      table[from] = bits;
      return bits;
    },
  };
}

function chanceAround(shares: Shares, day: number, inner: number, outer: number): number {
  return shares.ofDays(day - outer, day - inner) + shares.ofDays(day + inner, day + outer);
}

/** How likely a random person of a list is as near to a day as a level says. */
function chanceOfDays(shares: Shares, day: number, level: number): number {
  switch (level) {
    case 0:
      return shares.ofDays(day, day);
    case 1:
      return chanceAround(shares, day, 1, 1);
    case 2:
      return chanceAround(shares, day, 2, 3);
    case 3: {
      let chance = 0;
      for (let year = 1; year <= 10; year++) {
        const off = Math.round(year * 365.2425);
        chance += chanceAround(shares, day, off - 1, off + 1);
      }
      return chance;
    }
    case 4:
      return chanceAround(shares, day, 4, 10);
    case 5:
      return chanceAround(shares, day, 11, 31);
    case 6:
      return chanceAround(shares, day, 32, 366);
    default:
      return Math.max(0.05, 1 - shares.ofDays(day - 366, day + 366));
  }
}

const AGE_RINGS: readonly (readonly [number, number])[] = [
  [0, 0],
  [1, 1],
  [2, 3],
  [4, 10],
];

/** How likely a random person of a list is as near to an age as a level says. */
function chanceOfAges(shares: Shares, from: number, to: number, level: number): number {
  if (level === 0) return shares.ofAges(from, to);
  const ring = AGE_RINGS[level];
  if (ring === undefined) return Math.max(0.05, 1 - shares.ofAges(from - 10, to + 10));
  const [inner, outer] = ring;
  return shares.ofAges(from - outer, from - inner) + shares.ofAges(to + inner, to + outer);
}
