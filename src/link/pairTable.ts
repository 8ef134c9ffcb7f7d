/** A number for each pair of numbers, found by open addressing: a map of millions that allocates nothing to look up. */
export class PairTable {
  #size = 0;
  #mask = 0xffff;
  #firsts = new Int32Array(0x10000).fill(-1);
  #seconds = new Int32Array(0x10000);
  #values = new Float64Array(0x10000);

  /** The value of a pair, or -1. */
  get(first: number, second: number): number {
    let at = hashOf(first, second) & this.#mask;
    for (;;) {
      const found = this.#firsts[at] ?? -1;
      if (found === -1) return -1;
      if (found === first && this.#seconds[at] === second) return this.#values[at] ?? -1;
      at = (at + 1) & this.#mask;
    }
  }

  /** Keeps the value of a pair that is not there yet. */
  set(first: number, second: number, value: number): void {
    if (this.#size * 2 > this.#mask) this.#grow();
    this.#size++;
    let at = hashOf(first, second) & this.#mask;
    while ((this.#firsts[at] ?? -1) !== -1) at = (at + 1) & this.#mask;
    this.#firsts[at] = first;
    this.#seconds[at] = second;
    this.#values[at] = value;
  }

  #grow(): void {
    const firsts = this.#firsts;
    const seconds = this.#seconds;
    const values = this.#values;
    const length = firsts.length * 2;
    this.#mask = length - 1;
    this.#size = 0;
    this.#firsts = new Int32Array(length).fill(-1);
    this.#seconds = new Int32Array(length);
    this.#values = new Float64Array(length);
    for (let at = 0; at < firsts.length; at++) {
      const first = firsts[at] ?? -1;
      if (first !== -1) this.set(first, seconds[at] ?? 0, values[at] ?? 0);
    }
  }
}

function hashOf(first: number, second: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca77);
  return mixed ^ (mixed >>> 15);
}
