/**
 * In: the people of a roster. Out: who stands under a key.
 * Never: compares; a key under which too many stand is left to the finer keys beside it.
 */
import { makeInt32s, makeUint32s } from "./columns.ts";
import { keys, readKeys } from "./blockKeys.ts";
import type { Roster } from "./roster.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** People sorted by key; `startOf` gives where a key's people begin in `people`, `endOf` where they end. */
export type KeyIndex = {
  readonly keys: Uint32Array;
  readonly people: Int32Array;
  /** Where the keys with the same upper bits begin, and how far these are shifted. */
  readonly starts: Int32Array;
  readonly shift: number;
};

type Sorted = { readonly keys: Uint32Array; readonly people: Int32Array };

/** Upper bits by which keys are looked up: so many that few keys share them, since each look beyond them waits for memory. */
const LEAST_UPPER = 16;
const MOST_UPPER = 22;

export function indexKeys(roster: Roster, vocabulary: Vocabulary): KeyIndex {
  let allKeys = makeUint32s(roster.size * 16 + 1024);
  let allPeople = makeInt32s(allKeys.length);
  let length = 0;
  for (let person = 0; person < roster.size; person++) {
    readKeys(roster, person, vocabulary, false);
    if (length + keys.count > allKeys.length) {
      allKeys = larger(allKeys, makeUint32s(allKeys.length * 2));
      allPeople = larger(allPeople, makeInt32s(allPeople.length * 2));
    }
    for (let at = 0; at < keys.count; at++) {
      allKeys[length] = keys.values[at] ?? 0;
      allPeople[length++] = person;
    }
  }
  return sortKeys(allKeys.subarray(0, length), allPeople.subarray(0, length));
}

function larger<T extends Uint32Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Sorts by counting, the lower half of the bits and then the upper one. */
function sortKeys(keysIn: Uint32Array, peopleIn: Int32Array): KeyIndex {
  const length = keysIn.length;
  let from: Sorted = { keys: keysIn, people: peopleIn };
  let to: Sorted = { keys: makeUint32s(length), people: makeInt32s(length) };
  for (const shift of [0, 16]) {
    const places = new Int32Array(0x10001);
    for (let at = 0; at < length; at++) {
      const next = (((from.keys[at] ?? 0) >>> shift) & 0xffff) + 1;
      places[next] = (places[next] ?? 0) + 1;
    }
    for (let at = 1; at < places.length; at++)
      places[at] = (places[at] ?? 0) + (places[at - 1] ?? 0);
    for (let at = 0; at < length; at++) {
      const key = from.keys[at] ?? 0;
      const bucket = (key >>> shift) & 0xffff;
      const place = places[bucket] ?? 0;
      places[bucket] = place + 1;
      to.keys[place] = key;
      to.people[place] = from.people[at] ?? 0;
    }
    [from, to] = [to, from];
  }
  const upper = Math.max(LEAST_UPPER, Math.min(MOST_UPPER, Math.floor(Math.log2(length + 1)) - 1));
  const shift = 32 - upper;
  const starts = makeInt32s((1 << upper) + 1).fill(length);
  for (let at = length - 1; at >= 0; at--) starts[(from.keys[at] ?? 0) >>> shift] = at;
  for (let at = starts.length - 2; at >= 0; at--)
    starts[at] = Math.min(starts[at] ?? length, starts[at + 1] ?? length);
  return { ...from, starts, shift };
}

/** Who shares a key with the person whose keys were read last; filled anew by each call of findSharing. */
export const sharing = { people: new Int32Array(4096) };

/** Of each key, where the keys with the same upper bits begin and end. */
const lows = new Int32Array(keys.values.length);
const highs = new Int32Array(keys.values.length);

/**
 * Finds who shares one of the keys that were read last, each once, and answers how many they are: of a key under which more stand than
 * `telling`, or of a weak one `weak`, nobody. `seen` holds for each person who found him last. All keys are looked up before
 * any person is read, so that memory is waited for together.
 */
export function findSharing(
  index: KeyIndex,
  telling: number,
  weak: number,
  seen: Int32Array,
  looking: number,
  isSameList: boolean,
): number {
  const { starts, shift } = index;
  const { count, values, isWeak } = keys;
  for (let at = 0; at < count; at++) {
    const upper = (values[at] ?? 0) >>> shift;
    lows[at] = starts[upper] ?? 0;
    highs[at] = starts[upper + 1] ?? 0;
  }
  for (let at = 0; at < count; at++)
    lows[at] = search(index, values[at] ?? 0, lows[at] ?? 0, highs[at] ?? 0);
  let found = 0;
  for (let at = 0; at < count; at++) {
    const start = lows[at] ?? -1;
    if (start < 0) continue;
    const key = values[at] ?? 0;
    const most = isWeak[at] === 1 ? weak : telling;
    // Most keys have one person, which the next place tells.
    if (index.keys[start + 1] === key && index.keys[start + most] === key) continue;
    for (let place = start; index.keys[place] === key; place++) {
      const person = index.people[place] ?? 0;
      if (seen[person] === looking || (isSameList && person <= looking)) continue;
      seen[person] = looking;
      if (found === sharing.people.length)
        sharing.people = larger(sharing.people, new Int32Array(found * 2));
      sharing.people[found++] = person;
    }
  }
  return found;
}

/** Place of the first person under a key, or -1. */
function search(index: KeyIndex, key: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((index.keys[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return index.keys[low] === key ? low : -1;
}
