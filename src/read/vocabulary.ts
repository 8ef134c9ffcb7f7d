/**
 * In: every form that a row of the packs knows. Out: a number for it, so that tables answer by place instead of by word.
 * A word is looked up once, when its token is made; lexicon, names, times and numbers then read an array.
 * Never: grows while a text is read; gives two forms one number.
 */

/** The number of every form that no pack knows. */
export const UNKNOWN = 0;

const numbers = new Map<string, number>();

/** The number of a form of the packs, given when it is first asked for. For use while packs are compiled. */
export function numberForm(form: string): number {
  const known = numbers.get(form);
  if (known !== undefined) return known;
  const number = numbers.size + 1;
  numbers.set(form, number);
  return number;
}

/** The number of a form of a text: UNKNOWN where no pack has it. */
export function numberOfForm(form: string): number {
  return numbers.get(form) ?? UNKNOWN;
}

/** A table by number that holds 1 for each of these forms. */
export function flagForms(...sets: readonly Iterable<string>[]): Uint8Array {
  const listed = sets.flatMap((forms) => [...forms].map(numberForm));
  const flags = new Uint8Array(Math.max(0, ...listed) + 1);
  for (const number of listed) flags[number] = 1;
  return flags;
}
