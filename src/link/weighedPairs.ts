import { makeFloat64s, makeInt32s } from "./columns.ts";
/**
 * In: pairs of people with their odds. Out: the same in columns, a few bytes a pair: there may be millions.
 * Never: holds what a pair was weighed by; that is compared again when somebody asks.
 */

/** Pairs by place: a person of each side, and calibrated bits. */
export class WeighedPairs {
  length = 0;
  a: Int32Array = new Int32Array(1024);
  b: Int32Array = new Int32Array(1024);
  bits: Float64Array = new Float64Array(1024);

  add(a: number, b: number, bits: number): void {
    if (this.length === this.a.length) this.#grow();
    this.a[this.length] = a;
    this.b[this.length] = b;
    this.bits[this.length++] = bits;
  }

  /** Adds pairs that others weighed. */
  addAll({ length, a, b, bits }: Pick<WeighedPairs, "length" | "a" | "b" | "bits">): void {
    while (this.length + length > this.a.length) this.#grow();
    this.a.set(a.subarray(0, length), this.length);
    this.b.set(b.subarray(0, length), this.length);
    this.bits.set(bits.subarray(0, length), this.length);
    this.length += length;
  }

  /** The same pairs by their left sides; those of one person stay in their order. */
  sortByA(size: number): WeighedPairs {
    const next = makeInt32s(size + 1);
    for (let at = 0; at < this.length; at++) {
      const behind = (this.a[at] ?? 0) + 1;
      next[behind] = (next[behind] ?? 0) + 1;
    }
    for (let person = 0; person < size; person++)
      next[person + 1] = (next[person + 1] ?? 0) + (next[person] ?? 0);
    const sorted = new WeighedPairs();
    sorted.a = makeInt32s(this.length);
    sorted.b = makeInt32s(this.length);
    sorted.bits = makeFloat64s(this.length);
    sorted.length = this.length;
    for (let at = 0; at < this.length; at++) {
      const a = this.a[at] ?? 0;
      const place = next[a] ?? 0;
      next[a] = place + 1;
      sorted.a[place] = a;
      sorted.b[place] = this.b[at] ?? 0;
      sorted.bits[place] = this.bits[at] ?? 0;
    }
    return sorted;
  }

  #grow(): void {
    const [a, b, bits] = [this.a, this.b, this.bits];
    const room = Math.max(1024, a.length * 2);
    this.a = makeInt32s(room);
    this.b = makeInt32s(room);
    this.bits = makeFloat64s(room);
    this.a.set(a);
    this.b.set(b);
    this.bits.set(bits);
  }
}

/** Pairs after others contested them, by their places. */
export type Contested = {
  readonly bits: Float64Array;
  /** What other rows take from each pair, 0 or less, and the place of the pair that takes most, or -1. */
  readonly rivalBits: Float64Array;
  readonly rivals: Int32Array;
};

/** Pairs that nobody contests. */
export function leaveUncontested({ bits, length }: WeighedPairs): Contested {
  return {
    bits,
    rivalBits: makeFloat64s(length),
    rivals: makeInt32s(length).fill(-1),
  };
}

/** Places of pairs by one of their sides: those of a person are places[starts[person]] to places[starts[person + 1]]. */
export type PlacesByRow = { readonly starts: Int32Array; readonly places: Int32Array };

/** Places of the pairs of each person who has several, the best ones first; pairs below `least` bits have none. */
export function placesByRow(
  { length, bits }: WeighedPairs,
  rows: Int32Array,
  size: number,
  least: number,
): PlacesByRow {
  const starts = makeInt32s(size + 1);
  const isKept = (at: number) => (bits[at] ?? -Infinity) >= least;
  for (let at = 0; at < length; at++)
    if (isKept(at)) starts[(rows[at] ?? 0) + 1] = (starts[(rows[at] ?? 0) + 1] ?? 0) + 1;
  for (let row = 0; row < size; row++)
    starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
  const places = makeInt32s(starts[size] ?? 0);
  const next = starts.slice();
  for (let at = 0; at < length; at++) {
    if (!isKept(at)) continue;
    const row = rows[at] ?? 0;
    const place = next[row] ?? 0;
    places[place] = at;
    next[row] = place + 1;
  }
  for (let row = 0; row < size; row++) {
    const own = places.subarray(starts[row] ?? 0, starts[row + 1] ?? 0);
    if (own.length > 1) own.sort((x, y) => (bits[y] ?? 0) - (bits[x] ?? 0) || x - y);
  }
  return { starts, places };
}
