/** Chance that comes out the same for the same seed (mulberry32). */
export type Chance = {
  readonly next: () => number;
  readonly below: (limit: number) => number;
  readonly is: (share: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  /** One of the values, as often as its weight says. */
  readonly weighted: <T>(from: readonly (readonly [T, number])[]) => T;
};

export function makeChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    is: (share) => next() < share,
    pick(from) {
      const value = from[below(from.length)];
      if (value === undefined) throw new RangeError("Nothing to pick from");
      return value;
    },
    weighted(from) {
      let at = next() * from.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of from) if ((at -= weight) < 0) return value;
      const last = from.at(-1);
      if (last === undefined) throw new RangeError("Nothing to pick from");
      return last[0];
    },
  };
}
