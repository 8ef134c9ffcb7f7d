/**
 * In: the parts of a pattern in order. Out: what every match must hold; a string that lacks it is passed over unread.
 * Nine patterns of ten ask for a word that the sentence has not, which bits tell faster than a regular expression.
 * Never: asks for more than the pattern does.
 */

/** Membership over class sets: every match holds an item that is a member. */
export type Need = Uint8Array;

/** Gathers needs while a pattern is read from left to right. */
export type NeedsReader = {
  /** An item that must be a member; null for an item that may be anything. */
  item(members: Need | null): void;
  open(): void;
  close(): void;
  alternative(): void;
  /** The item or bracket just read need not be there. */
  optional(): void;
  all(): readonly Need[];
};

/** One bracket: what its alternatives so far need, and what the last item added. */
type Level = { done: Need[][]; current: Need[]; last: number };

export function makeNeedsReader(): NeedsReader {
  let level: Level = { done: [], current: [], last: 0 };
  const outer: Level[] = [];
  const add = (needs: readonly Need[]): void => {
    level.current.push(...needs);
    level.last = needs.length;
  };
  return {
    item: (members) => add(members === null ? [] : [members]),
    open() {
      outer.push(level);
      level = { done: [], current: [], last: 0 };
    },
    close() {
      const needs = needsOf(level);
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
    all: () => needsOf(level),
  };
}

/** Of several alternatives a match holds the rarest need of one: their union is needed. */
function needsOf({ done, current }: Level): readonly Need[] {
  if (done.length === 0) return current;
  const rarest: Need[] = [];
  for (const needs of [...done, current]) {
    const [first] = [...needs].sort((a, b) => countOf(a) - countOf(b));
    if (first === undefined) return [];
    rarest.push(first);
  }
  return [rarest.reduce((a, b) => a.map((isMember, id) => isMember | (b[id] ?? 0)))];
}

function countOf(members: Need): number {
  return members.reduce((sum, isMember) => sum + isMember, 0);
}

/** Numbers needs, and tells which of them the items of a string meet. */
export type NeedTable = {
  /** Number of a need; equal needs share one. */
  numberOf(need: Need): number;
  /** One bit for each number whose need some item of the string meets; valid until the next call. */
  metBy(items: string): Int32Array;
};

/** Makes the table of an alphabet whose ids begin at character `base`. */
export function makeNeedTable(size: number, base: number): NeedTable {
  const numbers = new Map<string, number>();
  const needs: Need[] = [];
  /** For each class set, the bits of the needs it meets; made once all patterns are known. */
  let rows = new Int32Array(0);
  let met = new Int32Array(0);
  let last: string | null = null;
  const fill = (): void => {
    const words = (needs.length + 31) >> 5;
    rows = new Int32Array(size * words);
    met = new Int32Array(words);
    needs.forEach((members, number) => {
      members.forEach((isMember, id) => {
        const at = id * words + (number >> 5);
        if (isMember === 1) rows[at] = (rows[at] ?? 0) | (1 << (number & 31));
      });
    });
  };
  return {
    numberOf(need) {
      const key = need.join("");
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, needs.length);
      needs.push(need);
      last = null;
      met = new Int32Array(0);
      return needs.length - 1;
    },
    metBy(items) {
      if (items === last) return met;
      if (met.length === 0) fill();
      met.fill(0);
      const words = met.length;
      for (let at = 0; at < items.length; at++) {
        const row = (items.charCodeAt(at) - base) * words;
        for (let word = 0; word < words; word++) met[word] = (met[word] ?? 0) | (rows[row + word] ?? 0);
      }
      last = items;
      return met;
    },
  };
}

/** The bits of some needs as `metBy` gives them. */
export function maskOf(numbers: readonly number[]): Int32Array {
  const mask = new Int32Array((Math.max(-1, ...numbers) + 32) >> 5);
  for (const number of numbers) mask[number >> 5] = (mask[number >> 5] ?? 0) | (1 << (number & 31));
  return mask;
}

/** All bits of the mask are set. */
export function isMet(mask: Int32Array, met: Int32Array): boolean {
  for (let word = 0; word < mask.length; word++) {
    const bits = mask[word] ?? 0;
    if (((met[word] ?? 0) & bits) !== bits) return false;
  }
  return true;
}
