/**
 * In: pieces of work that stop after each of their stages. Out: what they come to.
 * The rules are some 10 MB of machine code and tables, more than a core has at hand: whoever does one stage for several texts before
 * the next stage fetches each part of them once instead of once a text.
 * Never: changes what a piece comes to by doing others beside it.
 */

/** Work that stops after each of its stages. */
export type Staged<T> = Generator<undefined, T, undefined>;

/** Does a piece of work to its end. */
export function finish<T>(work: Staged<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** Does pieces of work side by side, a stage of each in turn; what they come to is in their order. */
export function finishTogether<T>(works: readonly Staged<T>[]): readonly T[] {
  const done = new Map<Staged<T>, T>();
  while (done.size < works.length) {
    for (const work of works) {
      if (done.has(work)) continue;
      const step = work.next();
      if (step.done === true) done.set(work, step.value);
    }
  }
  return works.map((work) => done.get(work) as T);
}
