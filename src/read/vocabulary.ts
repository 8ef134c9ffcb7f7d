/**
 * In: every form that a row of the packs knows. Out: a number for it, so that tables answer by place instead of by word.
 * A word is looked up once, when its token is made; lexicon, names, times and numbers then read an array.
 * Never: grows while a text is read; gives two forms one number.
 */

/** The number of every form that no pack knows. */
export const UNKNOWN = 0;

const numbers = new Map<string, number>();
/** Each form at its number, so that all tokens of a form share one string; those taken at once are made when one is asked for. */
const forms: (string | null)[] = [""];
/** So many forms were taken at once: they are found in the table alone. */
let taken = 0;

/** The number of a form of the packs, given when it is first asked for. For use while packs are compiled. */
export function numberForm(form: string): number {
  const known = numberOfForm(form);
  if (known !== UNKNOWN) return known;
  const number = forms.length;
  numbers.set(form, number);
  forms.push(form);
  return number;
}

/** The number of a form of a text: UNKNOWN where no pack has it. */
export function numberOfForm(form: string): number {
  if (numbers.size > 0) {
    const known = numbers.get(form);
    if (known !== undefined) return known;
  }
  return taken === 0 ? UNKNOWN : numberOfTaken(form);
}

/** The form of a number. */
export function formOfNumber(number: number): string {
  return forms[number] ?? formInTable(number);
}

/**
 * The units of all forms behind each other; those of number n lie between `starts[n]` and `starts[n + 1]`. `slots` holds numbers by
 * the hash of their form; a form whose slot is taken stands in the next free one.
 */
type Table = {
  readonly units: Uint16Array;
  readonly starts: Int32Array;
  readonly slots: Int32Array;
};

/** The forms of the packs find room without a larger one being made. */
let table: Table = makeTable(1 << 16);
/** So many forms stand in the table; the others follow when a text is next read. */
let placed = 1;

/** All forms in the order of their numbers, as plain arrays: the next program takes them at once instead of one by one. */
export type Vocabulary = {
  readonly units: Uint16Array;
  readonly starts: Int32Array;
  readonly slots: Int32Array;
};

/** The forms that have a number so far. */
export function keepForms(): Vocabulary {
  placeForms();
  return {
    units: table.units.slice(0, table.starts[placed] ?? 0),
    starts: table.starts.slice(0, placed + 1),
    slots: table.slots.slice(),
  };
}

/** Takes forms that were kept with their numbers; false where some have numbers already, and then nothing is taken. */
export function takeForms({ units, starts, slots }: Vocabulary): boolean {
  if (forms.length > 1) return false;
  const made = makeTable(slots.length / 2);
  made.units.set(units);
  made.starts.set(starts);
  made.slots.set(slots);
  table = made;
  placed = taken = starts.length - 1;
  while (forms.length < taken) forms.push(null);
  return true;
}

function numberOfTaken(form: string): number {
  if (form.length > sought.length) return UNKNOWN;
  for (let at = 0; at < form.length; at++) sought[at] = form.charCodeAt(at);
  return table.slots[findSlot(table, sought, 0, form.length)] ?? UNKNOWN;
}

/** Room for the units of a form that is looked for; no row has a longer one. */
const sought = new Uint16Array(1 << 10);

function formInTable(number: number): string {
  if (number <= UNKNOWN || number >= taken) return "";
  const { units, starts } = table;
  const form = String.fromCharCode(...units.subarray(starts[number], starts[number + 1]));
  forms[number] = form;
  return form;
}

/** The number of a stretch of folded units: UNKNOWN where no pack has that form. No string is made for it. */
export function numberAt(units: Uint16Array, from: number, to: number): number {
  if (placed < forms.length) placeForms();
  return table.slots[findSlot(table, units, from, to)] ?? UNKNOWN;
}

/** Room for so many forms, and for sixteen units of each. */
function makeTable(room: number): Table {
  return {
    units: new Uint16Array(16 * room),
    starts: new Int32Array(room + 1),
    slots: new Int32Array(2 * room),
  };
}

function placeForms(): void {
  let end = table.starts[placed] ?? 0;
  for (; placed < forms.length; placed++) {
    const form = formOfNumber(placed);
    const { units, starts, slots } = table;
    if (2 * placed >= slots.length || end + form.length > units.length) {
      for (let number = 1; number < taken; number++) formOfNumber(number);
      table = makeTable(slots.length);
      placed = 0;
      end = 0;
      continue;
    }
    for (let at = 0; at < form.length; at++) units[end + at] = form.charCodeAt(at);
    slots[findSlot(table, units, end, end + form.length)] = placed;
    end += form.length;
    starts[placed + 1] = end;
  }
}

/** Where the number of a form stands, or would stand (hash of Fowler, Noll and Vo). */
function findSlot(known: Table, units: Uint16Array, from: number, to: number): number {
  const { slots } = known;
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (units[at] ?? 0), 0x01000193);
  const last = slots.length - 1;
  let slot = (hash ^ (hash >>> 15)) & last;
  for (let number = slots[slot] ?? UNKNOWN; number !== UNKNOWN; number = slots[slot] ?? UNKNOWN) {
    if (isForm(known, number, units, from, to)) return slot;
    slot = (slot + 1) & last;
  }
  return slot;
}

function isForm(
  known: Table,
  number: number,
  units: Uint16Array,
  from: number,
  to: number,
): boolean {
  const start = known.starts[number] ?? 0;
  if ((known.starts[number + 1] ?? 0) - start !== to - from) return false;
  for (let at = from; at < to; at++) if (known.units[start + at - from] !== units[at]) return false;
  return true;
}

/** A table by number that holds 1 for each of these forms. */
export function flagForms(...sets: readonly Iterable<string>[]): Uint8Array {
  const listed = sets.flatMap((forms) => [...forms].map(numberForm));
  const flags = new Uint8Array(Math.max(0, ...listed) + 1);
  for (const number of listed) flags[number] = 1;
  return flags;
}

/** Answers to one question about forms, by their number: 0 where nobody asked yet, 1 for no, 2 for yes. */
export type Answers = Uint8Array;

/** Asks about a form that may have been asked about before; of forms that no pack knows nothing is kept. */
export function askOnce<T>(
  answers: Answers,
  number: number,
  form: string,
  rows: T,
  ask: (form: string, rows: T) => boolean,
): boolean {
  if (number === UNKNOWN || number >= answers.length) return ask(form, rows);
  if (answers[number] === 0) answers[number] = ask(form, rows) ? 2 : 1;
  return answers[number] === 2;
}
