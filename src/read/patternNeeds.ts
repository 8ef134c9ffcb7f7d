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
  /** How many class sets meet the need of a number. */
  sizeOf(number: number): number;
  /** One bit for each number whose need some item of the string meets; valid until the next call. */
  metBy(items: string): Int32Array;
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
  /** For each class set, the bits of the needs it meets; made once all patterns are known. */
  let rows = new Int32Array(0);
  let met = new Int32Array(0);
  let last: string | null = null;
  const fill = (): void => {
    const words = (needs.size + 31) >> 5;
    rows = new Int32Array(size * words);
    met = new Int32Array(words);
    for (const [key, need] of needs) {
      const number = numbers.get(key) ?? 0;
      for (const id of need.flatMap(idsOf)) {
        const at = id * words + (number >> 5);
        rows[at] = (rows[at] ?? 0) | (1 << (number & 31));
      }
    }
  };
  return {
    numberOf(need) {
      const key = need.join(" ");
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const number = numbers.size;
      numbers.set(key, number);
      needs.set(key, need);
      sizes.push(new Set(need.flatMap(idsOf)).size);
      last = null;
      met = new Int32Array(0);
      return number;
    },
    sizeOf: (number) => sizes[number] ?? 0,
    metBy(items) {
      if (items === last) return met;
      if (met.length === 0) fill();
      met.fill(0);
      const words = met.length;
      for (let at = 0; at < items.length; at++) {
        const row = (items.charCodeAt(at) - base) * words;
        for (let word = 0; word < words; word++)
          met[word] = (met[word] ?? 0) | (rows[row + word] ?? 0);
      }
      last = items;
      return met;
    },
  };
}

/** Rows of which most cannot match a string at hand. */
export type RowSet<T> = {
  readonly rows: readonly T[];
  /** The rows that could match, in their order: all that they need is there. */
  matchable(items: string): readonly T[];
};

/** Makes a set of rows; `needsOf` gives the numbers of what a row needs. */
export function makeRowSet<T>(
  rows: readonly T[],
  needsOf: (row: T) => readonly number[],
  table: NeedTable,
): RowSet<T> {
  const masks = rows.map((row) => maskOf(needsOf(row)));
  // One bit of each row first: it lets nine of ten go, and a whole mask costs ten times as much.
  const rarest = rows.map((row) => {
    const byRarity = [...needsOf(row)].sort((a, b) => table.sizeOf(a) - table.sizeOf(b));
    return byRarity[0] ?? -1;
  });
  const words = Int32Array.from(rarest, (number) => Math.max(0, number) >> 5);
  const bits = Int32Array.from(rarest, (number) => (number < 0 ? 0 : 1 << (number & 31)));
  return {
    rows,
    matchable(items) {
      const met = table.metBy(items);
      const found: T[] = [];
      for (let at = 0; at < bits.length; at++) {
        const bit = bits[at] ?? 0;
        if (bit !== 0 && ((met[words[at] ?? 0] ?? 0) & bit) === 0) continue;
        const row = rows[at];
        if (row !== undefined && isMet(masks[at] ?? NO_MASK, met)) found.push(row);
      }
      return found;
    },
  };
}

const NO_MASK = new Int32Array(0);

/** The bits of some needs as `metBy` gives them. */
function maskOf(numbers: readonly number[]): Int32Array {
  const mask = new Int32Array((Math.max(-1, ...numbers) + 32) >> 5);
  for (const number of numbers) mask[number >> 5] = (mask[number >> 5] ?? 0) | (1 << (number & 31));
  return mask;
}

/** All bits of the mask are set. */
function isMet(mask: Int32Array, met: Int32Array): boolean {
  for (let word = 0; word < mask.length; word++) {
    const bits = mask[word] ?? 0;
    if (((met[word] ?? 0) & bits) !== bits) return false;
  }
  return true;
}
