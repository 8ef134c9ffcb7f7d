/**
 * In: every form that a row of the packs knows. Out: a number for it, so that tables answer by place instead of by word.
 * A word is looked up once, when its token is made; lexicon, names, times and numbers then read an array.
 * Never: grows while a text is read; gives two forms one number.
 */

/** The number of every form that no pack knows. */
export const UNKNOWN = 0;

/** Each form at its number, so that all tokens of a form share one string. */
const forms: string[] = [""];
/** The units of all forms behind each other; those of a number end where the next one's begin. */
let pool = new Uint16Array(1 << 14);
let starts = new Int32Array(1 << 12);
/** Numbers by the hash of their form; a form whose slot is taken stands in the next free one. */
let slots = new Int32Array(1 << 12);

/** The number of a form of the packs, given when it is first asked for. For use while packs are compiled. */
export function numberForm(form: string): number {
  const { length } = form;
  const units = unitsOf(form);
  const slot = findSlot(units, 0, length);
  const known = slots[slot] ?? UNKNOWN;
  if (known !== UNKNOWN) return known;
  const number = forms.length;
  const start = starts[number] ?? 0;
  if (start + length > pool.length) pool = grown(pool, new Uint16Array(2 * (start + length)));
  if (number + 1 >= starts.length) starts = grown(starts, new Int32Array(2 * starts.length));
  for (let at = 0; at < length; at++) pool[start + at] = units[at] ?? 0;
  starts[number + 1] = start + length;
  forms.push(form);
  slots[slot] = number;
  if (2 * forms.length > slots.length) growSlots();
  return number;
}

/** The number of a stretch of folded units: UNKNOWN where no pack has that form. No string is made for it. */
export function numberAt(units: Uint16Array, from: number, to: number): number {
  return slots[findSlot(units, from, to)] ?? UNKNOWN;
}

/** The number of a form of a text: UNKNOWN where no pack has it. */
export function numberOfForm(form: string): number {
  return numberAt(unitsOf(form), 0, form.length);
}

/** The form of a number. */
export function formOfNumber(number: number): string {
  return forms[number] ?? "";
}

/** The units of a form, at the front of an array that the next call fills anew. */
function unitsOf(form: string): Uint16Array {
  if (form.length > scratch.length) scratch = new Uint16Array(2 * form.length);
  for (let at = 0; at < form.length; at++) scratch[at] = form.charCodeAt(at);
  return scratch;
}

let scratch = new Uint16Array(64);

function grown<Table extends Uint16Array | Int32Array>(table: Table, larger: Table): Table {
  larger.set(table);
  return larger;
}

function growSlots(): void {
  slots = new Int32Array(2 * slots.length);
  for (let number = 1; number < forms.length; number++)
    slots[findSlot(pool, starts[number] ?? 0, starts[number + 1] ?? 0)] = number;
}

/** Where the number of a form stands, or would stand (hash of Fowler, Noll and Vo). */
function findSlot(units: Uint16Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (units[at] ?? 0), 0x01000193);
  const last = slots.length - 1;
  let slot = (hash ^ (hash >>> 15)) & last;
  for (let number = slots[slot]; number !== UNKNOWN; number = slots[slot]) {
    if (isForm(number ?? UNKNOWN, units, from, to)) return slot;
    slot = (slot + 1) & last;
  }
  return slot;
}

function isForm(number: number, units: Uint16Array, from: number, to: number): boolean {
  const start = starts[number] ?? 0;
  if ((starts[number + 1] ?? 0) - start !== to - from) return false;
  for (let at = from; at < to; at++) if (pool[start + at - from] !== units[at]) return false;
  return true;
}

/** A table by number that holds 1 for each of these forms. */
export function flagForms(...sets: readonly Iterable<string>[]): Uint8Array {
  const listed = sets.flatMap((forms) => [...forms].map(numberForm));
  const flags = new Uint8Array(Math.max(0, ...listed) + 1);
  for (const number of listed) flags[number] = 1;
  return flags;
}
