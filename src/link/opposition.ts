/**
 * In: what records say that tells people apart (age, father, sex, place, day), as one number. Out: which groups of them are two
 * people for good, and who fits two such groups.
 * Never: holds apart what a person put together: of one whom people joined, facts that oppose each other tell nobody apart.
 */
import type { Edge } from "./cluster.ts";

export type Opposition = {
  /** The facts of a record as one number, the same for the same facts; 0 where it tells none. */
  readonly factsOf: (record: number) => number;
  readonly areOpposed: (facts: number, others: number) => boolean;
};

export const NO_OPPOSITION: Opposition = { factsOf: () => 0, areOpposed: () => false };

/** A record is of one group rather than another where it is likelier by so many bits. */
export const CLEARLY = 3;

/** Facts of groups, each named by its root. */
export class Sides {
  readonly #opposition: Opposition;
  readonly #facts = new Map<number, readonly number[]>();

  constructor(opposition: Opposition) {
    this.#opposition = opposition;
  }

  #factsOf(root: number): readonly number[] {
    const known = this.#facts.get(root);
    if (known !== undefined) return known;
    const own = this.#opposition.factsOf(root);
    return own === 0 ? [] : [own];
  }

  has(root: number): boolean {
    return this.#factsOf(root).length > 0;
  }

  areOpposed(x: number, y: number): boolean {
    const others = this.#factsOf(y);
    return (
      others.length > 0 &&
      this.#factsOf(x).some((one) =>
        others.some((other) => one !== other && this.#opposition.areOpposed(one, other)),
      )
    );
  }

  join(x: number, y: number, root: number): void {
    if (this.#opposition === NO_OPPOSITION) return;
    const all = [...new Set([...this.#factsOf(x), ...this.#factsOf(y)])];
    this.#facts.delete(x);
    this.#facts.delete(y);
    this.#facts.set(root, all);
  }

  /** What was joined so far was joined by people: facts of one group that oppose each other are forgotten. */
  settle(): void {
    for (const [root, facts] of this.#facts)
      this.#facts.set(
        root,
        facts.filter(
          (one) => !facts.some((other) => one !== other && this.#opposition.areOpposed(one, other)),
        ),
      );
  }
}

/** Whom each record is like, the likest first. */
type Likes = ReadonlyMap<number, readonly { readonly to: number; readonly bits: number }[]>;

/** Of edges by descending weight those that speak for one person, from either end. */
export function likesOf(order: readonly Edge[]): Likes {
  const likes = new Map<number, { to: number; bits: number }[]>();
  const add = (from: number, to: number, bits: number) => {
    const known = likes.get(from);
    if (known === undefined) likes.set(from, [{ to, bits }]);
    else known.push({ to, bits });
  };
  for (const { a, b, bits } of order) {
    if (bits <= 0) continue;
    add(a, b, bits);
    add(b, a, bits);
  }
  return likes;
}

/** Records that are like two others which are told apart. */
export function findTorn(likes: Likes, { factsOf, areOpposed }: Opposition): Set<number> {
  const torn = new Set<number>();
  for (const [record, others] of likes) {
    const facts = [...new Set(others.map(({ to }) => factsOf(to)))].filter((one) => one !== 0);
    const isTorn = facts.some((one, at) =>
      facts.slice(at + 1).some((other) => areOpposed(one, other)),
    );
    if (isTorn) torn.add(record);
  }
  return torn;
}
