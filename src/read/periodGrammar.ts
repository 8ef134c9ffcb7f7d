/**
 * In: the packs' words, patterns and dated events. Out: one closed alphabet and, level by level, compiled rows.
 * Never: knows a word of a language; grows its alphabet after it was compiled.
 */
import { parseEdtf } from "./calendarDays.ts";
import {
  classesOf,
  compilePattern,
  neededClasses,
  openingOf,
  literalClass,
  parsePattern,
  type CaptureGroup,
  type PatternNode,
} from "./periodPattern.ts";
import { NUMBER_SHAPES, numberShape } from "./periodNumber.ts";
import { isNumberOp, isReadingOp, type WordValue } from "./periodReading.ts";
import type { PeriodMatch } from "./findPeriods.ts";
import { foldText } from "./tokens.ts";

/** A row ready to run: sticky over the string of signs. */
export type CompiledRow = {
  readonly id: string;
  readonly op: string;
  readonly set: ReadonlyMap<string, string | number | boolean>;
  readonly kind: PeriodMatch["kind"] | null;
  /** Sign of the item it makes. */
  readonly gives: number;
  /** False where the item is only a part for other rows. */
  readonly isPeriod: boolean;
  /** The value of a word of several tokens. */
  readonly word: WordValue | null;
  /** 1 for each sign that can be the second of a match; null where one item can be enough. */
  readonly second: Uint8Array | null;
  readonly groups: readonly CaptureGroup[];
  readonly test: RegExp;
  readonly exec: RegExp;
};

/** One date an event phrase may mean, and the publication days in which it means that. */
export type DatedEvent = {
  readonly id: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly validFrom: number;
  readonly validTo: number;
};

export type EventKey = {
  readonly country: string;
  /** The phrase means this in any report, not only in one about the country. */
  readonly isAnywhere: boolean;
  readonly dates: readonly DatedEvent[];
};

/** What a form is: its sign when written with a capital first letter and when not, and its values. */
export type WordEntry = {
  readonly sign: number;
  readonly capitalSign: number;
  readonly value: WordValue;
};

/** Words, rows and events, compiled once; see `compilePeriodGrammar`. */
export type PeriodGrammar = {
  readonly words: ReadonlyMap<string, WordEntry>;
  readonly numberSigns: readonly number[];
  readonly wordSign: number;
  readonly punctuationSign: number;
  /** For each level, the rows that can begin with a sign (index: sign - FIRST_SIGN). */
  readonly levels: readonly (readonly (readonly CompiledRow[] | undefined)[])[];
  /** For each sign, one bit for every level that has a row which needs it (index: sign - FIRST_SIGN). */
  readonly needs: Uint16Array;
  readonly events: ReadonlyMap<string, EventKey>;
};

export const FIRST_SIGN = 0x3400;

type WordRow = {
  id: string;
  class: string;
  words: string[];
  value: WordValue;
  letterCase: "upper" | "lower" | null;
};
type PatternRow = {
  id: string;
  level: number;
  tree: PatternNode;
  op: string;
  set: ReadonlyMap<string, string | number | boolean>;
  gives: string[];
  kind: PeriodMatch["kind"] | null;
  isPeriod: boolean;
  word: WordValue | null;
};

/** Compiles the raw JSON of the packs; throws TypeError naming the row that is malformed. */
export function compilePeriodGrammar(rows: {
  languages: readonly unknown[];
  calendars: readonly unknown[];
  events: readonly unknown[];
}): PeriodGrammar {
  const words: WordRow[] = [];
  const patterns: PatternRow[] = [];
  const events = new Map<string, EventKey>();
  const common = new Set<string>();
  for (const [index, pack] of [...rows.languages, ...rows.calendars].entries()) {
    const where = `period pack ${index}`;
    const body = asRecord(pack, where);
    const macros = readMacros(body["macros"], where);
    readCommon(body, common);
    for (const row of asList(body["words"] ?? [], where)) readWordRow(row, words, patterns);
    for (const row of asList(body["rows"] ?? [], where)) patterns.push(readPatternRow(row, macros));
  }
  for (const [index, pack] of rows.events.entries()) {
    const body = asRecord(pack, `events pack ${index}`);
    readCommon(body, common);
    readEvents(body, patterns, events);
  }
  return { ...compileRows(words, patterns, common), events };
}

/** Words and classes that stand in most sentences, so that their presence tells nothing. */
function readCommon(pack: Record<string, unknown>, common: Set<string>): void {
  for (const name of asList(pack["common"] ?? [], "a list of common words")) {
    const text = asText(name, "a list of common words");
    common.add(/^[A-Z]/.test(text) ? text : literalClass(foldText(text)));
  }
}

function compileRows(
  words: readonly WordRow[],
  patterns: readonly PatternRow[],
  common: ReadonlySet<string>,
): Omit<PeriodGrammar, "events"> {
  const alphabet = makeAlphabet();
  const forms = collectForms(words, patterns);
  const entries = new Map<string, WordEntry>();
  for (const [form, { lower, upper, value }] of forms) {
    const own = ownClasses(form);
    const sign = alphabet.sign([...own, ...lower]);
    entries.set(form, { sign, capitalSign: alphabet.sign([...own, ...upper]), value });
  }
  const numberSigns = NUMBER_SHAPES.map((classes) => alphabet.sign(["WORD", ...classes]));
  const wordSign = alphabet.sign(["WORD"]);
  const punctuationSign = alphabet.sign(["SIGN"]);
  const gives = patterns.map((row) => alphabet.sign(row.gives));
  const top = Math.max(0, ...patterns.map((row) => row.level));
  const levels = Array.from({ length: top + 1 }, (): CompiledRow[][] => []);
  for (const [index, row] of patterns.entries()) {
    const opening = openingOf(row.tree);
    const second = opening.isSingle ? null : new Uint8Array(alphabet.size());
    for (const sign of [...opening.second].flatMap(alphabet.members))
      if (second !== null) second[sign - FIRST_SIGN] = 1;
    const compiled = compileRow(row, gives[index] ?? wordSign, second, alphabet.signsOf);
    const byFirst = levels[row.level] ?? [];
    for (const name of opening.first) {
      for (const sign of alphabet.members(name)) {
        const bucket = (byFirst[sign - FIRST_SIGN] ??= []);
        if (bucket.at(-1) !== compiled) bucket.push(compiled);
      }
    }
  }
  const needs = new Uint16Array(alphabet.size());
  for (const row of patterns) {
    const needed = neededClasses(row.tree, (name) => common.has(name)) ?? openingOf(row.tree).first;
    for (const name of needed) {
      for (const sign of alphabet.members(name)) {
        const index = sign - FIRST_SIGN;
        needs[index] = (needs[index] ?? 0) | (1 << row.level);
      }
    }
  }
  return { words: entries, numberSigns, wordSign, punctuationSign, levels, needs };
}

function ownClasses(form: string): readonly string[] {
  if (/^\d+$/.test(form)) return ["WORD", ...(NUMBER_SHAPES[numberShape(form)] ?? [])];
  return /[\p{L}\p{N}]/u.test(form) ? ["WORD"] : ["SIGN"];
}

function compileRow(
  row: PatternRow,
  gives: number,
  second: Uint8Array | null,
  signsOf: (name: string) => string,
): CompiledRow {
  const { id, op, set, kind, isPeriod, word } = row;
  try {
    const { source, groups } = compilePattern(row.tree, signsOf);
    const plain = source.replaceAll(/\(\?<[A-Za-z]+_\d+>/g, "(?:");
    const base = { id, op, set, kind, gives, isPeriod, word, second, groups };
    return { ...base, test: new RegExp(plain, "y"), exec: new RegExp(source, "dy") };
  } catch (cause) {
    throw new TypeError(`Row ${id} cannot be compiled`, { cause });
  }
}

type Alphabet = {
  readonly size: () => number;
  readonly sign: (classes: readonly string[]) => number;
  readonly members: (name: string) => readonly number[];
  readonly signsOf: (name: string) => string;
};

function makeAlphabet(): Alphabet {
  const signByKey = new Map<string, number>();
  const membersByClass = new Map<string, number[]>();
  const sign = (classes: readonly string[]): number => {
    const sorted = [...new Set(classes)].sort();
    const key = sorted.join(" ");
    const old = signByKey.get(key);
    if (old !== undefined) return old;
    const made = FIRST_SIGN + signByKey.size;
    signByKey.set(key, made);
    for (const name of sorted) {
      const known = membersByClass.get(name);
      if (known === undefined) membersByClass.set(name, [made]);
      else known.push(made);
    }
    return made;
  };
  const members = (name: string): readonly number[] => membersByClass.get(name) ?? [];
  /** A class that only another pack fills is empty without it, and matches nothing. */
  const signsOf = (name: string): string => `[${ranges(members(name)).join("")}]`;
  return { size: () => signByKey.size, sign, members, signsOf };
}

/** Neighbouring signs as ranges of a RegExp character class; signs come in rising order. */
function ranges(signs: readonly number[]): string[] {
  const made: string[] = [];
  let from = 0;
  for (let at = 1; at <= signs.length; at++) {
    if (signs[at] === (signs[at - 1] ?? 0) + 1) continue;
    const first = escapeSign(signs[from] ?? 0);
    made.push(at - from > 1 ? `${first}-${escapeSign(signs[at - 1] ?? 0)}` : first);
    from = at;
  }
  return made;
}

function escapeSign(sign: number): string {
  return `\\u${sign.toString(16)}`;
}

type FormClasses = { lower: Set<string>; upper: Set<string>; value: WordValue };

function collectForms(
  words: readonly WordRow[],
  patterns: readonly PatternRow[],
): Map<string, FormClasses> {
  const forms = new Map<string, FormClasses>();
  const formOf = (form: string): FormClasses => {
    const known = forms.get(form);
    if (known !== undefined) return known;
    const made = { lower: new Set<string>(), upper: new Set<string>(), value: {} };
    forms.set(form, made);
    return made;
  };
  for (const row of words) {
    for (const word of row.words) {
      const form = formOf(foldText(word));
      if (row.letterCase !== "upper") form.lower.add(row.class);
      if (row.letterCase !== "lower") form.upper.add(row.class);
      form.value = mergeValues(form.value, row.value, row.id);
    }
  }
  for (const row of patterns) {
    for (const name of classesOf(row.tree)) {
      if (!name.startsWith("=")) continue;
      formOf(foldText(name.slice(1))).lower.add(literalClass(name.slice(1)));
      formOf(foldText(name.slice(1))).upper.add(literalClass(name.slice(1)));
    }
  }
  return forms;
}

function mergeValues(left: WordValue, right: WordValue, id: string): WordValue {
  for (const [key, value] of Object.entries(right)) {
    const known = Object.entries(left).find(([name]) => name === key)?.[1];
    if (known !== undefined && known !== value)
      throw new TypeError(`Row ${id} gives a word a second ${key}`);
  }
  return { ...left, ...right };
}

/** A word of several tokens becomes a pattern of the lowest level that joins them. */
function readWordRow(row: unknown, words: WordRow[], patterns: PatternRow[]): void {
  const body = asRecord(row, "a word row");
  const id = asText(body["id"], "a word row's id");
  const name = asText(body["class"], `row ${id}`);
  if (!/^[A-Z][A-Z0-9_]*$/.test(name)) throw new TypeError(`Row ${id} has no readable class`);
  const value = readWordValue(body["value"] ?? {}, id);
  const letterCase = body["case"] === "upper" || body["case"] === "lower" ? body["case"] : null;
  const all = asList(body["words"], `row ${id}`).map((word) => asText(word, `row ${id}`));
  if (all.length === 0) throw new TypeError(`Row ${id} has no words`);
  const single = all.filter((word) => !word.includes(" "));
  words.push({ id, class: name, words: single, value, letterCase });
  for (const word of all.filter((each) => each.includes(" "))) {
    const tree = parsePattern(foldText(word), new Map());
    const base = { id, level: 0, tree, op: "word", set: new Map(), gives: ["WORD", name] };
    patterns.push({ ...base, kind: null, isPeriod: false, word: value });
  }
}

const WORD_KEYS = ["month", "weekday", "number", "ordinal", "season", "shift", "digits"];
const WORD_NAMES = ["calendar", "unit", "part"];

function readWordValue(value: unknown, id: string): WordValue {
  const body = asRecord(value, `row ${id}`);
  for (const [key, part] of Object.entries(body)) {
    const isRight = WORD_KEYS.includes(key)
      ? typeof part === "number"
      : WORD_NAMES.includes(key) && typeof part === "string";
    if (!isRight) throw new TypeError(`Row ${id} has a value that cannot be read: ${key}`);
  }
  return body as WordValue;
}

const KINDS: readonly PeriodMatch["kind"][] = [
  "point",
  "interval",
  "duration",
  "recurring",
  "age-like",
];

function readPatternRow(row: unknown, macros: ReadonlyMap<string, string>): PatternRow {
  const body = asRecord(row, "a pattern row");
  const id = asText(body["id"], "a pattern row's id");
  const level = body["level"];
  if (typeof level !== "number" || level < 0 || level > 9 || !Number.isInteger(level))
    throw new TypeError(`Row ${id} has no level from 0 to 9`);
  const op = asText(body["op"], `row ${id}`);
  if (!isReadingOp(op)) throw new TypeError(`Row ${id} has an unknown op`);
  const gives = asText(body["gives"] ?? "TIME", `row ${id}`).split(" ");
  const kind = KINDS.find((each) => each === body["kind"]) ?? null;
  if (body["kind"] !== undefined && kind === null) throw new TypeError(`Row ${id}: unknown kind`);
  const tree = readTree(asText(body["pattern"], `row ${id}`), macros, id);
  const set = new Map<string, string | number | boolean>();
  for (const [key, value] of Object.entries(asRecord(body["set"] ?? {}, `row ${id}`))) {
    if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean")
      throw new TypeError(`Row ${id} has a setting that cannot be read: ${key}`);
    set.set(key, value);
  }
  const isPeriod = body["part"] !== true && op !== "none" && !isNumberOp(op);
  return { id, level, tree, op, set, gives, kind, isPeriod, word: null };
}

function readTree(pattern: string, macros: ReadonlyMap<string, string>, id: string): PatternNode {
  let tree: PatternNode;
  try {
    tree = parsePattern(foldPattern(pattern), macros);
  } catch (cause) {
    throw new TypeError(`Row ${id} has a pattern that cannot be read`, { cause });
  }
  if (openingOf(tree).isEmpty) throw new TypeError(`Row ${id} can match nothing at all`);
  return tree;
}

/** Folds the words of a pattern; class names keep their capitals. */
function foldPattern(pattern: string): string {
  return pattern
    .split(/(\s+)/)
    .map((part) => (/[A-Z]/.test(part) ? part : foldText(part)))
    .join("");
}

function readMacros(value: unknown, where: string): ReadonlyMap<string, string> {
  const body = asRecord(value ?? {}, where);
  return new Map(
    Object.entries(body).map(([name, text]) => [name, `( ${foldPattern(asText(text, where))} )`]),
  );
}

function readEvents(
  pack: Record<string, unknown>,
  patterns: PatternRow[],
  events: Map<string, EventKey>,
): void {
  const country = asText(pack["country"], "an events pack");
  for (const row of asList(pack["events"], "an events pack")) {
    const body = asRecord(row, "an event");
    const id = asText(body["id"], "an event's id");
    if (events.has(id)) throw new TypeError(`Event ${id} stands twice`);
    const dates = asList(body["dates"], `event ${id}`).map((date) => readDated(date, id));
    if (dates.length === 0) throw new TypeError(`Event ${id} has no dates`);
    events.set(id, { country, isAnywhere: body["anywhere"] === true, dates });
    for (const phrases of Object.values(asRecord(body["phrases"], `event ${id}`))) {
      for (const phrase of asList(phrases, `event ${id}`)) {
        const tree = readTree(asText(phrase, `event ${id}`), new Map(), id);
        const set = new Map([["key", id]]);
        const base = { id, level: 1, tree, op: "event", set, gives: ["EVENT"], kind: null };
        patterns.push({ ...base, isPeriod: false, word: null });
      }
    }
  }
}

function readDated(value: unknown, id: string): DatedEvent {
  const body = asRecord(value, `event ${id}`);
  const dayOf = (key: string, side: "from" | "to"): number | null => {
    if (body[key] === null || body[key] === undefined) return null;
    const range = parseEdtf(asText(body[key], `event ${id}`));
    if (range === null) throw new TypeError(`Event ${id} has a date that cannot be read: ${key}`);
    return range[side];
  };
  return {
    id: asText(body["id"], `event ${id}`),
    from: dayOf("from", "from"),
    to: dayOf("to", "to"),
    validFrom: dayOf("validFrom", "from") ?? Number.NEGATIVE_INFINITY,
    validTo: dayOf("validTo", "to") ?? Number.POSITIVE_INFINITY,
  };
}

function asRecord(value: unknown, where: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new TypeError(`Expected an object in ${where}`);
  return value as Record<string, unknown>;
}

function asList(value: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError(`Expected a list in ${where}`);
  return value;
}

function asText(value: unknown, where: string): string {
  if (typeof value !== "string" || value === "") throw new TypeError(`Expected text in ${where}`);
  return value;
}
