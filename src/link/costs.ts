/**
 * In: a table of what it costs, in bits, that one sound is written as another. Out: the cost of two words being spellings of one.
 * Never: allocates while it compares; looks further once a cost is past the limit.
 */

/** Costs by sound, `table[from * SOUNDS + to]`; sound 0 stands for nothing. */
export type CostTable = Float32Array;

/** Sounds are ASCII letters and signs. */
export const SOUNDS = 128;

/** Words longer than this are compared by their beginning. */
const LONGEST = 40;
const row = new Float32Array(LONGEST + 1);

/** Sounds of a word as codes. */
export function encodeSounds(sounds: string): Uint8Array {
  const codes = new Uint8Array(Math.min(sounds.length, LONGEST));
  for (let at = 0; at < codes.length; at++) codes[at] = sounds.charCodeAt(at) & 127;
  return codes;
}

/** Least cost of turning one word into the other, or Infinity when it is above the limit. */
export function costOf(table: CostTable, from: Uint8Array, to: Uint8Array, limit: number): number {
  const width = to.length;
  row[0] = 0;
  for (let j = 0; j < width; j++) row[j + 1] = (row[j] ?? 0) + (table[to[j] ?? 0] ?? 0);
  for (let i = 0; i < from.length; i++) {
    const base = (from[i] ?? 0) * SOUNDS;
    const dropped = table[base] ?? 0;
    let diagonal: number = row[0] ?? 0;
    let left: number = diagonal + dropped;
    row[0] = left;
    let least = left;
    for (let j = 0; j < width; j++) {
      const sound = to[j] ?? 0;
      const above = row[j + 1] ?? 0;
      let best = diagonal + (table[base + sound] ?? 0);
      if (above + dropped < best) best = above + dropped;
      const added = left + (table[sound] ?? 0);
      if (added < best) best = added;
      diagonal = above;
      left = best;
      row[j + 1] = best;
      if (best < least) least = best;
    }
    if (least > limit) return Infinity;
  }
  const cost = row[width] ?? 0;
  return cost > limit ? Infinity : cost;
}

/** Calls `visit` with the sounds that answer each other where two words are laid beside each other; 0 is nothing. */
export function alignSounds(
  table: CostTable,
  from: Uint8Array,
  to: Uint8Array,
  visit: (from: number, to: number) => void,
): void {
  const width = to.length + 1;
  const best = new Float32Array((from.length + 1) * width);
  const costAt = (i: number, j: number) => best[i * width + j] ?? 0;
  const swap = (i: number, j: number) =>
    costAt(i - 1, j - 1) + (table[(from[i - 1] ?? 0) * SOUNDS + (to[j - 1] ?? 0)] ?? 0);
  const drop = (i: number, j: number) =>
    costAt(i - 1, j) + (table[(from[i - 1] ?? 0) * SOUNDS] ?? 0);
  const put = (i: number, j: number) => costAt(i, j - 1) + (table[to[j - 1] ?? 0] ?? 0);
  for (let i = 0; i <= from.length; i++)
    for (let j = 0; j < width; j++) {
      if (i === 0 && j === 0) continue;
      best[i * width + j] = Math.min(
        i > 0 && j > 0 ? swap(i, j) : Infinity,
        i > 0 ? drop(i, j) : Infinity,
        j > 0 ? put(i, j) : Infinity,
      );
    }
  for (let i = from.length, j = to.length; i > 0 || j > 0; ) {
    const cost = costAt(i, j);
    if (i > 0 && j > 0 && cost === Math.fround(swap(i, j))) {
      visit(from[--i] ?? 0, to[--j] ?? 0);
    } else if (i > 0 && cost === Math.fround(drop(i, j))) visit(from[--i] ?? 0, 0);
    else if (j > 0) visit(0, to[--j] ?? 0);
    else return;
  }
}
