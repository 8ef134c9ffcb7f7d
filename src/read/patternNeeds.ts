/**
 * In: the parts of a pattern in order. Out: what every match must hold; a string that lacks it is passed over unread.
 * Nine patterns of ten ask for a word that the sentence has not, which bits tell faster than a regular expression.
 * Never: asks for more than the pattern does.
 */

/** Names of classes: every match holds an item of one of them. */
export type Need = readonly string[];

/** Gathers needs while a pattern is read from left to right. */
export type NeedsReader = {
  /** An item that must be of a class; null for an item that may be anything. */
  item(className: string | null): void;
  open(): void;
  close(): void;
  alternative(): void;
  /** The item or bracket just read need not be there. */
  optional(): void;
  all(): readonly Need[];
};

/** One bracket: what its alternatives so far need, and how much of it the last item added. */
type Level = { done: Need[][]; current: Need[]; last: number };

/** `sizeOf` says how many class sets hold a class: of two needs the rarer tells more. */
export function makeNeedsReader(sizeOf: (className: string) => number): NeedsReader {
  let level: Level = { done: [], current: [], last: 0 };
  const outer: Level[] = [];
  const add = (needs: readonly Need[]): void => {
    level.current.push(...needs);
    level.last = needs.length;
  };
  return {
    item: (className) => add(className === null ? [] : [[className]]),
    open() {
      outer.push(level);
      level = { done: [], current: [], last: 0 };
    },
    close() {
      const needs = needsOf(level, sizeOf);
      level = outer.pop() ?? level;
      add(needs);
    },
    alternative() {
      level.done.push(level.current);
      level.current = [];
      level.last = 0;
    },
    optional() {
      level.current.length -= level.last;
      level.last = 0;
    },
    all: () => needsOf(level, sizeOf),
  };
}

/** Needs that several alternatives may give together; of more, each gives its rarest only. */
const MOST_JOINED = 12;

/** A match holds all needs of one alternative: so one of each choice that takes a need from every alternative. */
function needsOf({ done, current }: Level, sizeOf: (name: string) => number): readonly Need[] {
  if (done.length === 0) return current;
  return joinNeeds([...done, current], sizeOf);
}

/** What a match of one of several alternatives must hold, by what each of them needs. */
export function joinNeeds(
  alternatives: readonly (readonly Need[])[],
  sizeOf: (className: string) => number,
): readonly Need[] {
  if (alternatives.some((needs) => needs.length === 0)) return [];
  // Most choices are between single classes.
  if (alternatives.every((needs) => needs.length === 1))
    return [[...new Set(alternatives.flat(2))].sort()];
  const choices = alternatives.reduce((product, needs) => product * needs.length, 1);
  const kept =
    choices <= MOST_JOINED ? alternatives : alternatives.map((needs) => [rarest(needs, sizeOf)]);
  return kept
    .reduce<Need[]>(
      (all, needs) => all.flatMap((one) => needs.map((need) => [...one, ...need])),
      [[]],
    )
    .map((names) => [...new Set(names)].sort());
}

function rarest(needs: readonly Need[], sizeOf: (className: string) => number): Need {
  const size = (need: Need): number => need.reduce((sum, name) => sum + sizeOf(name), 0);
  return needs.reduce((best, need) => (size(need) < size(best) ? need : best));
}

/** Numbers needs, and tells which of them the items of a string meet. */
export type NeedTable = {
  /** Number of a need; equal needs share one. */
  numberOf(need: Need): number;
  /** How many class sets meet the need of a number; one with two of its classes counts twice. */
  sizeOf(number: number): number;
  /** One bit for each number whose need some item of the string meets; valid until the next call. */
  metBy(items: string): Int32Array;
  /** The same of the first units of an array. */
  metByUnits(units: readonly number[], size: number): Int32Array;
  /** Adds to what is met what one more item meets. */
  meetToo(unit: number): void;
};

/** Makes the table of an alphabet of so many class sets whose characters begin at `base`; `idsOf` gives those of a class. */
export function makeNeedTable(
  size: number,
  base: number,
  idsOf: (className: string) => readonly number[],
): NeedTable {
  const needs = new Map<string, Need>();
  const sizes: number[] = [];
  const numbers = new Map<string, number>();
  let meets: Meets | null = null;
  let met = new Int32Array(0);
  const begin = (): Meets => {
    if (meets === null) {
      meets = findMeets(size, [...needs.values()], idsOf);
      met = new Int32Array((needs.size + 31) >> 5);
    }
    // A loop: the arrays are short, and `fill` costs more than they do.
    for (let word = 0; word < met.length; word++) met[word] = 0;
    return meets;
  };
  return {
    numberOf(need) {
      const key = need.join(" ");
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const number = numbers.size;
      numbers.set(key, number);
      needs.set(key, need);
      sizes.push(need.reduce((sum, name) => sum + idsOf(name).length, 0));
      meets = null;
      return number;
    },
    sizeOf: (number) => sizes[number] ?? 0,
    metBy(items) {
      const known = begin();
      for (let at = 0; at < items.length; at++) addMet(met, known, items.charCodeAt(at) - base);
      return met;
    },
    metByUnits(units, count) {
      const known = begin();
      for (let at = 0; at < count; at++) addMet(met, known, (units[at] ?? 0) - base);
      return met;
    },
    meetToo(unit) {
      if (meets !== null) addMet(met, meets, unit - base);
    },
  };
}

function addMet(met: Int32Array, { from, words, bits }: Meets, id: number): void {
  const end = from[id + 1] ?? 0;
  for (let k = from[id] ?? 0; k < end; k++) {
    const word = words[k] ?? 0;
    met[word] = (met[word] ?? 0) | (bits[k] ?? 0);
  }
}

/** Which needs each class set meets: `words[k]` and `bits[k]` for k of `from[id]` up to `from[id + 1]`; most sets meet few. */
type Meets = {
  readonly from: Int32Array;
  readonly words: Int32Array;
  readonly bits: Int32Array;
};

function findMeets(
  size: number,
  needs: readonly Need[],
  idsOf: (className: string) => readonly number[],
): Meets {
  const eachMet = (meet: (id: number, word: number, bit: number) => void): void => {
    for (const [number, need] of needs.entries())
      for (const name of need)
        for (const id of idsOf(name)) meet(id, number >> 5, 1 << (number & 31));
  };
  // Numbers come in order, so what a set meets of one word stands behind each other.
  const from = new Int32Array(size + 1);
  const last = new Int32Array(size).fill(-1);
  eachMet((id, word) => {
    if (last[id] !== word) from[id + 1] = (from[id + 1] ?? 0) + 1;
    last[id] = word;
  });
  for (let id = 0; id < size; id++) from[id + 1] = (from[id + 1] ?? 0) + (from[id] ?? 0);
  const words = new Int32Array(from[size] ?? 0);
  const bits = new Int32Array(from[size] ?? 0);
  const ends = from.slice();
  last.fill(-1);
  eachMet((id, word, bit) => {
    if (last[id] !== word) ends[id] = (ends[id] ?? 0) + 1;
    last[id] = word;
    const at = (ends[id] ?? 0) - 1;
    words[at] = word;
    bits[at] = (bits[at] ?? 0) | bit;
  });
  return { from, words, bits };
}

/** Rows of which most cannot match a string at hand. */
export type RowSet<T> = {
  readonly rows: readonly T[];
  /** The rows that could match, in their order: all that they need is there. */
  matchable(items: string): readonly T[];
  /** The same by what the table of the set says is met. */
  matchableBy(met: Int32Array): readonly T[];
};

/**
 * Makes a set of rows; `needsOf` gives the numbers of what a row needs. Rows are looked up by the rarest of their needs: of hundreds
 * of rows a handful is left to look at.
 */
export function makeRowSet<T>(
  rows: readonly T[],
  needsOf: (row: T) => readonly Need[],
  table: NeedTable,
): RowSet<T> {
  const byRarest = new Map<number, number[]>();
  const open: number[] = [];
  const others: (readonly number[])[] = [];
  for (const [index, row] of rows.entries()) {
    const [rarest, ...rest] = needsOf(row)
      .map((need) => table.numberOf(need))
      .sort((a, b) => table.sizeOf(a) - table.sizeOf(b));
    others.push(rest);
    if (rarest === undefined) open.push(index);
    else byRarest.set(rarest, [...(byRarest.get(rarest) ?? []), index]);
  }
  const sought = maskOf([...byRarest.keys()]);
  const lists = Array.from({ length: 32 * sought.length }, (_, need) => byRarest.get(need) ?? []);
  const always = maskOf(open);
  const openRows = rows.filter((_, index) => open.includes(index));
  const words = (rows.length + 31) >> 5;
  /** One bit for each row that can match, so that they come out in their order. */
  const can = new Int32Array(words);
  const matchableBy = (met: Int32Array): readonly T[] => {
    let isAny = false;
    for (let word = 0; word < sought.length; word++) {
      let bits = (met[word] ?? 0) & (sought[word] ?? 0);
      for (; bits !== 0; bits &= bits - 1) {
        const list = lists[(word << 5) + lowestBit(bits)] ?? [];
        for (let k = 0; k < list.length; k++) {
          const index = list[k] ?? 0;
          if (!isMet(others[index] ?? [], met)) continue;
          if (!isAny) for (let at = 0; at < words; at++) can[at] = always[at] ?? 0;
          isAny = true;
          can[index >> 5] = (can[index >> 5] ?? 0) | (1 << (index & 31));
        }
      }
    }
    // Of most sets no row can match.
    return isAny ? rowsOf(rows, can) : openRows;
  };
  return { rows, matchable: (items) => matchableBy(table.metBy(items)), matchableBy };
}

function rowsOf<T>(rows: readonly T[], bitByRow: Int32Array): readonly T[] {
  const found: T[] = [];
  for (let word = 0; word < bitByRow.length; word++) {
    for (let bits = bitByRow[word] ?? 0; bits !== 0; bits &= bits - 1) {
      const row = rows[(word << 5) + lowestBit(bits)];
      if (row !== undefined) found.push(row);
    }
  }
  return found;
}

function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

/** One bit for each of some numbers. */
function maskOf(numbers: readonly number[]): Int32Array {
  const mask = new Int32Array((Math.max(-1, ...numbers) + 32) >> 5);
  for (const number of numbers) mask[number >> 5] = (mask[number >> 5] ?? 0) | (1 << (number & 31));
  return mask;
}

function isMet(needs: readonly number[], met: Int32Array): boolean {
  for (let k = 0; k < needs.length; k++) {
    const need = needs[k] ?? 0;
    if (((met[need >> 5] ?? 0) & (1 << (need & 31))) === 0) return false;
  }
  return true;
}
