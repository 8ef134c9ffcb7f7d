/**
 * In: numbered records, which of them say the same, edges between them. Out: groups that can be joined, and edges between
 * what is said, however often it is said.
 * Never: decides who is joined.
 */
import type { Edge } from "./cluster.ts";
import { PairTable } from "./pairTable.ts";

/** Each record with others that something holds against it. */
export type Pairs = ReadonlyMap<number, ReadonlySet<number>>;

/** Records that say the same, each such set known by its first record; where such records are one person, they weigh as one. */
export class Copies {
  readonly #alike: ArrayLike<number> | undefined;
  readonly #members = new Map<number, number[]>();
  /** Where the weight of two that are said stands: there may be millions. */
  readonly #places = new PairTable();
  readonly #weights: Float64Array;
  /** Edges between what is said; between records themselves where copies may be several people. */
  readonly edges: readonly Edge[];

  constructor(size: number, edges: readonly Edge[], alike?: ArrayLike<number>) {
    this.#alike = alike;
    this.#weights = new Float64Array(edges.length);
    /** Whether an edge is the first between what its ends say. */
    const isFirst = new Uint8Array(edges.length);
    for (let at = 0; at < edges.length; at++) {
      const { a, b, bits } = edges[at] ?? NO_EDGE;
      const [words, others] = [this.wordsOf(a), this.wordsOf(b)];
      const [low, high] = words < others ? [words, others] : [others, words];
      const before = this.#places.get(low, high);
      if (before < 0) {
        this.#places.set(low, high, at);
        isFirst[at] = 1;
      }
      this.#weights[before < 0 ? at : before] = bits;
    }
    if (alike !== undefined)
      for (let record = 0; record < size; record++) {
        const words = this.wordsOf(record);
        const known = this.#members.get(words);
        if (known === undefined) this.#members.set(words, [record]);
        else known.push(record);
      }
    this.edges = alike === undefined ? edges : this.#edgesOfWords(edges, isFirst);
  }

  /** Edges between what is said, each once; between records where those that say the same may be several people. */
  #edgesOfWords(edges: readonly Edge[], isFirst: Uint8Array): readonly Edge[] {
    const kept: Edge[] = [];
    for (let at = 0; at < edges.length; at++) {
      const edge = edges[at] ?? NO_EDGE;
      const [a, b] = [this.wordsOf(edge.a), this.wordsOf(edge.b)];
      if (!this.#areOne(a) || !this.#areOne(b)) kept.push(edge);
      else if (isFirst[at] === 1)
        kept.push(a === edge.a && b === edge.b ? edge : { a, b, bits: edge.bits });
    }
    return kept;
  }

  /** The first record that says the same. */
  wordsOf(record: number): number {
    return this.#alike?.[record] ?? record;
  }

  weightOf(words: number, others: number): number | undefined {
    const at = this.#places.get(Math.min(words, others), Math.max(words, others));
    return at < 0 ? undefined : this.#weights[at];
  }

  /** Whether any records are known to say the same. */
  get areSome(): boolean {
    return this.#alike !== undefined;
  }

  /** The records that an end of an edge speaks for. */
  speaksFor(record: number): readonly number[] {
    const members = this.#members.get(record);
    return members !== undefined && this.#areOne(record) ? members : [record];
  }

  /** Whether all records that say this are one person as far as their words tell. */
  #areOne(words: number): boolean {
    return (this.#members.get(words)?.length ?? 1) === 1 || (this.weightOf(words, words) ?? -1) > 0;
  }
}

const NO_EDGE: Edge = { a: 0, b: 0, bits: 0 };

/** What a group says, each once, in the order in which it came; the number stays as long as the group grows. */
type Said = { readonly number: number; readonly words: number[]; readonly has: Set<number> | null };

/** Records put together, each group known by its first member. */
export class Groups {
  readonly #parent: Int32Array;
  readonly #copies: Copies;
  readonly #lists: ArrayLike<number> | undefined;
  readonly #members = new Map<number, number[]>();
  readonly #words = new Map<number, Said>();
  readonly #listsOf = new Map<number, Set<number>>();
  readonly #sums = new Map<number, { ones: number; others: number; sum: number }>();
  readonly #size: number;

  constructor(size: number, copies: Copies, lists: ArrayLike<number> | undefined) {
    this.#parent = Int32Array.from({ length: size }, (_, index) => index);
    this.#copies = copies;
    this.#lists = lists;
    this.#size = size;
  }

  readonly find = (start: number): number => {
    const parent = this.#parent;
    let at = start;
    while ((parent[at] ?? at) !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };

  /** What the members of a group say, each once. */
  wordsOf(root: number): readonly number[] {
    return this.#saidBy(root).words;
  }

  /**
   * What two groups say of each other, all in all. A sum is kept and goes on from where it stood: a group grows at its end, and
   * is asked about again and again.
   */
  sumBetween(x: number, y: number, weigh: (words: number, others: number) => number): number {
    const [a, b] = [this.#saidBy(x), this.#saidBy(y)];
    const [one, other] = a.number < b.number ? [a, b] : [b, a];
    const key = one.number * this.#size + other.number;
    const known = this.#sums.get(key) ?? { ones: 0, others: 0, sum: 0 };
    const [those, end] = [other.words, other.words.length];
    for (let at = 0; at < one.words.length; at++) {
      const words = one.words[at] ?? 0;
      for (let to = at < known.ones ? known.others : 0; to < end; to++)
        known.sum += weigh(words, those[to] ?? words);
    }
    known.ones = one.words.length;
    known.others = other.words.length;
    this.#sums.set(key, known);
    return known.sum;
  }

  #saidBy(root: number): Said {
    const known = this.#words.get(root);
    if (known !== undefined) return known;
    const words = this.#copies.wordsOf(root);
    // Where no two say the same, what two groups say is never the same.
    return { number: root, words: [words], has: this.#copies.areSome ? new Set([words]) : null };
  }

  /** Whether a pair holds between members of two groups. */
  areTied(pairs: Pairs, x: number, y: number): boolean {
    if (pairs.size === 0) return false;
    const [few, root] = this.#sizeOf(x) <= this.#sizeOf(y) ? [x, y] : [y, x];
    for (const one of this.#membersOf(few))
      for (const other of pairs.get(one) ?? []) if (this.find(other) === root) return true;
    return false;
  }

  /** Whether two groups have members of one list that names nobody twice. */
  shareList(x: number, y: number): boolean {
    if (this.#lists === undefined) return false;
    const [few, many] = this.#sizeOf(x) <= this.#sizeOf(y) ? [x, y] : [y, x];
    const lists = this.#listsIn(many);
    for (const list of this.#listsIn(few)) if (lists.has(list)) return true;
    return false;
  }

  /** Joins two groups; answers with the name of the new one. */
  join(x: number, y: number): number {
    const root = Math.min(x, y);
    const other = Math.max(x, y);
    const [large, small] = this.#sizeOf(x) < this.#sizeOf(y) ? [y, x] : [x, y];
    const members = this.#membersOf(large);
    for (const one of this.#membersOf(small)) members.push(one);
    const [one, another] = [this.#saidBy(x), this.#saidBy(y)];
    const [more, less] = one.words.length < another.words.length ? [another, one] : [one, another];
    for (const words of less.words) {
      if (more.has?.has(words) === true) continue;
      more.has?.add(words);
      more.words.push(words);
    }
    if (this.#lists !== undefined) {
      const lists = this.#listsIn(large);
      for (const list of this.#listsIn(small)) lists.add(list);
      this.#listsOf.delete(other);
      this.#listsOf.set(root, lists);
    }
    for (const kept of [this.#members, this.#words]) kept.delete(other);
    this.#members.set(root, members);
    this.#words.set(root, more);
    this.#parent[other] = root;
    return root;
  }

  #sizeOf(root: number): number {
    return this.#members.get(root)?.length ?? 1;
  }

  #membersOf(root: number): number[] {
    return this.#members.get(root) ?? [root];
  }

  #listsIn(root: number): Set<number> {
    const known = this.#listsOf.get(root);
    if (known !== undefined) return known;
    const list = this.#lists?.[root] ?? -1;
    return new Set(list < 0 ? [] : [list]);
  }
}
