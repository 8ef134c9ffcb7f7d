/**
 * In: words of two lists that are held to be one name, as sounds. Out: what it costs, in bits, that one sound is written as
 * another between these lists. Lists of one country's writers exchange vowels that those of another never touch.
 * Never: makes a letter dearer than is believed of all lists; lets a few words teach much.
 */
import { alignSounds, type CostTable, SOUNDS } from "./costs.ts";

export type Costs = Readonly<Record<"latin" | "persian" | "cross", CostTable>>;

/** Words that what is believed of all lists is worth. */
const STRENGTH = 12;
/** The least that another sound costs. */
const CHEAPEST = 1;
/** Pairs of words from which on lists teach at all. */
const LEAST_WORDS = 25;

export class LetterHabits {
  readonly #counts: Readonly<Record<keyof Costs, Float32Array>> = {
    latin: new Float32Array(SOUNDS * SOUNDS),
    persian: new Float32Array(SOUNDS * SOUNDS),
    cross: new Float32Array(SOUNDS * SOUNDS),
  };
  readonly #words = { latin: 0, persian: 0, cross: 0 };
  readonly #costs: Costs;

  constructor(costs: Costs) {
    this.#costs = costs;
  }

  /** Takes in two words; of words of two scripts the Persian one comes first. */
  add(kind: keyof Costs, from: Uint8Array, to: Uint8Array): void {
    const counts = this.#counts[kind];
    this.#words[kind]++;
    alignSounds(this.#costs[kind], from, to, (a, b) => {
      counts[a * SOUNDS + b] = (counts[a * SOUNDS + b] ?? 0) + 1;
      if (kind !== "cross" && a !== b) counts[b * SOUNDS + a] = (counts[b * SOUNDS + a] ?? 0) + 1;
    });
  }

  /** The costs between these lists; null where they have taught too little. */
  learn(): Costs | null {
    if (Math.max(...Object.values(this.#words)) < LEAST_WORDS) return null;
    return {
      latin: this.#learnOne("latin"),
      persian: this.#learnOne("persian"),
      cross: this.#learnOne("cross"),
    };
  }

  #learnOne(kind: keyof Costs): CostTable {
    const before = this.#costs[kind];
    if (this.#words[kind] < LEAST_WORDS) return before;
    const counts = this.#counts[kind];
    const table = Float32Array.from(before);
    const seenFrom = new Float32Array(SOUNDS);
    const seenTo = new Float32Array(SOUNDS);
    for (let from = 0; from < SOUNDS; from++)
      for (let to = 0; to < SOUNDS; to++) {
        const count = counts[from * SOUNDS + to] ?? 0;
        seenFrom[from] = (seenFrom[from] ?? 0) + count;
        seenTo[to] = (seenTo[to] ?? 0) + count;
      }
    for (let at = 0; at < table.length; at++) {
      const count = counts[at] ?? 0;
      const cost = before[at] ?? 0;
      if (count < 2 || cost <= CHEAPEST) continue;
      const from = Math.floor(at / SOUNDS);
      const seen = from === 0 ? (seenTo[at % SOUNDS] ?? 0) : (seenFrom[from] ?? 0);
      const learned = -Math.log2((count + STRENGTH * 2 ** -cost) / (seen + STRENGTH));
      table[at] = Math.max(CHEAPEST, Math.min(cost, Math.round(learned * 10) / 10));
    }
    return table;
  }
}
