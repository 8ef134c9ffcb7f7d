/**
 * In: the raw JSON of the packs. Out: their words, patterns and dated events, checked.
 * Never: lets a malformed row pass; the error names it.
 */
import { parseEdtf } from "../model/calendarDays.ts";
import {
  literalClass,
  openingOf,
  parsePattern,
  type PatternNode,
  type PatternOpening,
} from "./periodPattern.ts";
import { isNumberOp, isReadingOp, type WordValue } from "./periodReading.ts";
import type { PeriodKind } from "./periodValue.ts";
import { foldText } from "./tokens.ts";

/** The parsed JSON files, as they are. */
export type RawPeriodPacks = {
  readonly languages: readonly unknown[];
  readonly calendars: readonly unknown[];
  readonly events: readonly unknown[];
};

/** What the packs hold, read. */
export type PeriodPacks = {
  readonly words: readonly WordRow[];
  readonly patterns: readonly PatternRow[];
  /** Classes that stand in most sentences. */
  readonly common: ReadonlySet<string>;
  readonly events: ReadonlyMap<string, EventKey>;
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

/** A word or list of words of one class. */
export type WordRow = {
  id: string;
  class: string;
  words: string[];
  value: WordValue;
  letterCase: "upper" | "lower" | null;
};
/** A row as the packs give it, its pattern read. */
export type PatternRow = {
  id: string;
  level: number;
  tree: PatternNode;
  opening: PatternOpening;
  op: string;
  set: ReadonlyMap<string, string | number | boolean>;
  gives: string[];
  kind: PeriodKind | null;
  isPeriod: boolean;
  word: WordValue | null;
};

/** Reads the packs; throws TypeError naming the row that is malformed. */
export function readPeriodPacks(rows: RawPeriodPacks): PeriodPacks {
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
  return { words, patterns, common, events };
}

/** Words and classes that stand in most sentences, so that their presence tells nothing. */
function readCommon(pack: Record<string, unknown>, common: Set<string>): void {
  for (const name of asList(pack["common"] ?? [], "a list of common words")) {
    const text = asText(name, "a list of common words");
    common.add(/^[A-Z]/.test(text) ? text : literalClass(foldText(text)));
  }
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
    const base = { id, level: 0, tree, opening: openingOf(tree), op: "word", set: new Map() };
    const gives = ["WORD", name];
    patterns.push({ ...base, gives, kind: null, isPeriod: false, word: value });
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

const KINDS: readonly PeriodKind[] = ["point", "interval", "duration", "recurring", "age-like"];

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
  const { tree, opening } = readTree(asText(body["pattern"], `row ${id}`), macros, id);
  const set = new Map<string, string | number | boolean>();
  for (const [key, value] of Object.entries(asRecord(body["set"] ?? {}, `row ${id}`))) {
    if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean")
      throw new TypeError(`Row ${id} has a setting that cannot be read: ${key}`);
    set.set(key, value);
  }
  const isPeriod = body["part"] !== true && op !== "none" && !isNumberOp(op);
  return { id, level, tree, opening, op, set, gives, kind, isPeriod, word: null };
}

function readTree(
  pattern: string,
  macros: ReadonlyMap<string, string>,
  id: string,
): { readonly tree: PatternNode; readonly opening: PatternOpening } {
  let tree: PatternNode;
  try {
    tree = parsePattern(foldPattern(pattern), macros);
  } catch (cause) {
    throw new TypeError(`Row ${id} has a pattern that cannot be read`, { cause });
  }
  const opening = openingOf(tree);
  if (opening.isEmpty) throw new TypeError(`Row ${id} can match nothing at all`);
  return { tree, opening };
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
        const read = readTree(asText(phrase, `event ${id}`), new Map(), id);
        const set = new Map([["key", id]]);
        const base = { id, level: 1, ...read, op: "event", set, gives: ["EVENT"], kind: null };
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
