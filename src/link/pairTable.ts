import { makeFloat64s } from "./columns.ts";

/**
 * A number for each pair of numbers below 2^26, found by open addressing: a map of millions that allocates nothing to look
 * up. Key and value stand side by side, so that a look costs one line of the processor's cache.
 */
export class PairTable {
  #size = 0;
  #mask = 0xffff;
  #slots: Float64Array = new Float64Array(0x20000).fill(-1);

  /** The value of a pair, or -1. */
  get(first: number, second: number): number {
    const key = first * 0x4000000 + second;
    let at = hashOf(first, second) & this.#mask;
    for (;;) {
      const found = this.#slots[at * 2] ?? -1;
      if (found === key) return this.#slots[at * 2 + 1] ?? -1;
      if (found === -1) return -1;
      at = (at + 1) & this.#mask;
    }
  }

  /** Keeps the value of a pair that is not there yet. */
  set(first: number, second: number, value: number): void {
    if (this.#size * 2 > this.#mask) this.#grow();
    this.#size++;
    let at = hashOf(first, second) & this.#mask;
    while ((this.#slots[at * 2] ?? -1) !== -1) at = (at + 1) & this.#mask;
    this.#slots[at * 2] = first * 0x4000000 + second;
    this.#slots[at * 2 + 1] = value;
  }

  #grow(): void {
    const before = this.#slots;
    this.#mask = before.length - 1;
    this.#size = 0;
    this.#slots = makeFloat64s(before.length * 2).fill(-1);
    for (let at = 0; at < before.length; at += 2) {
      const key = before[at] ?? -1;
      if (key === -1) continue;
      const first = Math.floor(key / 0x4000000);
      this.set(first, key - first * 0x4000000, before[at + 1] ?? 0);
    }
  }
}

function hashOf(first: number, second: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca77);
  return mixed ^ (mixed >>> 15);
}
