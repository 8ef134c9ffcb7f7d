/** The first sign; tables are indexed by sign - FIRST_SIGN. */
export const FIRST_SIGN = 0x3400;

/** Signs for sets of word classes: one set, one sign, so that a pattern over classes is a RegExp over signs. */
export type Alphabet = {
  readonly size: () => number;
  readonly sign: (classes: readonly string[]) => number;
  readonly members: (name: string) => readonly number[];
  readonly signsOf: (name: string) => string;
  /** The places of each class's signs in tables. */
  readonly idsByClass: () => ReadonlyMap<string, readonly number[]>;
};

/** An empty alphabet; it grows while a grammar is compiled and never after. */
export function makeAlphabet(): Alphabet {
  const signByKey = new Map<string, number>();
  const membersByClass = new Map<string, number[]>();
  const sign = (classes: readonly string[]): number => {
    const sorted = [...new Set(classes)].sort();
    const key = sorted.join(" ");
    const old = signByKey.get(key);
    if (old !== undefined) return old;
    const made = FIRST_SIGN + signByKey.size;
    signByKey.set(key, made);
    for (const name of sorted) {
      const known = membersByClass.get(name);
      if (known === undefined) membersByClass.set(name, [made]);
      else known.push(made);
    }
    return made;
  };
  const members = (name: string): readonly number[] => membersByClass.get(name) ?? [];
  /** A class that only another pack fills is empty without it, and matches nothing. */
  const signsOf = (name: string): string => `[${ranges(members(name)).join("")}]`;
  const idsByClass = (): ReadonlyMap<string, readonly number[]> =>
    new Map(
      [...membersByClass].map(([name, signs]) => [name, signs.map((one) => one - FIRST_SIGN)]),
    );
  return { size: () => signByKey.size, sign, members, signsOf, idsByClass };
}

/** Neighbouring signs as ranges of a RegExp character class; signs come in rising order. */
function ranges(signs: readonly number[]): string[] {
  const made: string[] = [];
  let from = 0;
  for (let at = 1; at <= signs.length; at++) {
    if (signs[at] === (signs[at - 1] ?? 0) + 1) continue;
    const first = escapeSign(signs[from] ?? 0);
    made.push(at - from > 1 ? `${first}-${escapeSign(signs[at - 1] ?? 0)}` : first);
    from = at;
  }
  return made;
}

function escapeSign(sign: number): string {
  return `\\u${sign.toString(16)}`;
}
