/**
 * In: the tokens of one sentence. Out: its time expressions, each with its words and its symbolic value.
 * Never: resolves anything; takes a number for a year where no word of the row says so.
 */
import { FIRST_SIGN } from "./periodAlphabet.ts";
import type { CompiledRow, Level, PeriodGrammar } from "./periodGrammar.ts";
import { isDotted, numberShape } from "./periodNumber.ts";
import {
  isNumberOp,
  readNumber,
  readValue,
  type Captured,
  type WordValue,
} from "./periodReading.ts";
import type { Grain, PeriodKind, PeriodValue } from "./periodValue.ts";
import { parseDigits } from "./numerals.ts";
import { TOKEN, type Tokens } from "./tokens.ts";

/**
 * A time expression as written. "point" and "interval" can date an event; "duration" ("ten years in prison")
 * cannot; "recurring" is "daily", "every Tuesday".
 */
export type PeriodMatch = {
  /** Token range, end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly value: PeriodValue;
  readonly kind: PeriodKind;
  /** For rates: "a day", "each year". */
  readonly per: "day" | "week" | "month" | "year" | null;
  /** Id of the pack row that matched. */
  readonly row: string;
};

/** What a row made of some items. */
type Chunk = {
  readonly row: CompiledRow;
  readonly value: PeriodValue | null;
  readonly word: WordValue | null;
};

/**
 * Items of one level: tokens and, from level to level, the chunks made of them. A level takes at least one item for each chunk it
 * makes, so all levels write over one room.
 */
type Items = {
  signs: string;
  size: number;
  readonly codes: number[];
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly chunks: (Chunk | null)[];
};

/** Finds the time expressions of a sentence: ordered, not overlapping, the longest reading of each. */
export function findPeriods(
  tokens: Tokens,
  from: number,
  to: number,
  grammar: PeriodGrammar,
): PeriodMatch[] {
  if (to - from > room.from.length) room = makeRoom(2 * (to - from));
  const items = room;
  const needs = readSigns(items, tokens, from, to, grammar);
  if (needs === 0) return [];
  // What is met only grows: what a row took stays met, and a row that is tried in vain costs little.
  const met = grammar.table.metByUnits(items.codes, items.size);
  let open = needs;
  let isMade = false;
  for (let number = 0; number < grammar.levels.length; number++) {
    const level = grammar.levels[number];
    if (level === undefined || (open & (1 << number)) === 0) continue;
    const rows = level.rows.matchableBy(met);
    if (rows.length === 0) continue;
    // Most sentences come through all levels without an item being asked for.
    if (!isMade) makeItems(items, tokens, from, to);
    isMade = true;
    open |= runLevel(items, rows, level, tokens, grammar);
  }
  return isMade ? matchesOf(items) : [];
}

function matchesOf(items: Items): PeriodMatch[] {
  const matches: PeriodMatch[] = [];
  for (let at = 0; at < items.size; at++) {
    const chunk = items.chunks[at];
    if (!chunk?.row.isPeriod || chunk.value === null) continue;
    const { row, value } = chunk;
    const kind = row.kind ?? kindOf(value);
    const from = items.from[at] ?? 0;
    const to = items.to[at] ?? 0;
    matches.push({ from, to, value, kind, per: perOf(value), row: row.id });
  }
  return matches;
}

/** Room for the items of a sentence; made larger where one is longer. */
let room = makeRoom(1024);

function makeRoom(size: number): Items {
  return {
    signs: "",
    size: 0,
    codes: Array.from({ length: size }, () => 0),
    from: new Int32Array(size),
    to: new Int32Array(size),
    chunks: Array.from({ length: size }, () => null),
  };
}

/** The signs of all tokens but line breaks, which are no items; tells the levels that have rows which need one of them. */
function readSigns(
  items: Items,
  tokens: Tokens,
  from: number,
  to: number,
  grammar: PeriodGrammar,
): number {
  let size = 0;
  let needs = 0;
  for (let at = from; at < to; at++) {
    if (tokens.kind[at] === TOKEN.newline) continue;
    const sign = signAt(tokens, at, grammar);
    items.codes[size++] = sign;
    needs |= grammar.needs[sign - FIRST_SIGN] ?? 0;
  }
  items.size = size;
  return needs;
}

function makeItems(items: Items, tokens: Tokens, from: number, to: number): void {
  let size = 0;
  for (let at = from; at < to; at++) {
    if (tokens.kind[at] === TOKEN.newline) continue;
    items.from[size] = at;
    items.to[size] = at + 1;
    items.chunks[size++] = null;
  }
  items.signs = fromCodes(items.codes, size);
}

function signAt(tokens: Tokens, at: number, grammar: PeriodGrammar): number {
  const kind = tokens.kind[at];
  const entry = grammar.words[tokens.word[at] ?? 0];
  if (entry != null) {
    if (entry.sign === entry.capitalSign) return entry.sign;
    return isUpper(tokens.text.charCodeAt(tokens.start[at] ?? 0)) ? entry.capitalSign : entry.sign;
  }
  if (kind === TOKEN.number)
    return grammar.numberSigns[numberShape(tokens.form[at] ?? "")] ?? grammar.wordSign;
  return kind === TOKEN.punctuation ? grammar.punctuationSign : grammar.wordSign;
}

function isUpper(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

/** Makes the chunks of a level; tells the levels that have rows which need one of them. */
function runLevel(
  items: Items,
  rows: readonly CompiledRow[],
  level: Level,
  tokens: Tokens,
  grammar: PeriodGrammar,
): number {
  const { signs, codes, from, to, chunks } = items;
  let needs = 0;
  let size = 0;
  let isMade = false;
  for (let at = 0; at < signs.length; size++) {
    const chunk = chunkAt(items, at, rows, level, tokens, grammar);
    from[size] = from[at] ?? 0;
    to[size] = to[chunk === null ? at : chunk.end - 1] ?? 0;
    chunks[size] = chunk === null ? (chunks[at] ?? null) : chunk.chunk;
    codes[size] = chunk === null ? (codes[at] ?? 0) : chunk.chunk.row.gives;
    at = chunk === null ? at + 1 : chunk.end;
    if (chunk === null) continue;
    isMade = true;
    const { gives } = chunk.chunk.row;
    needs |= grammar.needs[gives - FIRST_SIGN] ?? 0;
    grammar.table.meetToo(gives);
  }
  if (!isMade) return 0;
  items.size = size;
  items.signs = fromCodes(codes, size);
  return needs;
}

/** What the longest row that can be read makes of the items at a place, and where it ends. */
function chunkAt(
  items: Items,
  at: number,
  rows: readonly CompiledRow[],
  level: Level,
  tokens: Tokens,
  grammar: PeriodGrammar,
): { readonly chunk: Chunk; readonly end: number } | null {
  if (level.opens[(items.codes[at] ?? 0) - FIRST_SIGN] !== 1) return null;
  let found = longest(rows, items.signs, at, null);
  for (let tries = 0; found !== null && tries <= MOST_TRIES; tries++) {
    const chunk = makeChunk(found, items, at, tokens, grammar);
    if (chunk !== null) return { chunk, end: found.end };
    found = longest(rows, items.signs, at, found);
  }
  return null;
}

type Found = { readonly row: CompiledRow; readonly end: number };

/** Shorter rows tried where the longest captures what cannot be read ("7-5 October"). */
const MOST_TRIES = 4;

/** The longest row at an item, or the longest after `last`; of two as long, the one that stands first in the pack. */
function longest(
  rows: readonly CompiledRow[],
  signs: string,
  at: number,
  last: Found | null,
): Found | null {
  let best: CompiledRow | null = null;
  let end = at;
  let isPast = last === null;
  const first = signs.charCodeAt(at) - FIRST_SIGN;
  const next = at + 1 < signs.length ? signs.charCodeAt(at + 1) - FIRST_SIGN : -1;
  for (const row of rows) {
    if (row.first[first] !== 1 || (row.second !== null && row.second[next] !== 1)) continue;
    if (row === last?.row) isPast = true;
    const pattern = row.test();
    pattern.lastIndex = at;
    if (!pattern.test(signs) || pattern.lastIndex <= end || row === last?.row) continue;
    const to = pattern.lastIndex;
    if (last !== null && (to > last.end || (to === last.end && !isPast))) continue;
    best = row;
    end = to;
  }
  return best === null ? null : { row: best, end };
}

function makeChunk(
  { row }: Found,
  items: Items,
  at: number,
  tokens: Tokens,
  grammar: PeriodGrammar,
): Chunk | null {
  if (row.op === "none") return { row, value: null, word: null };
  if (row.word !== null) return { row, value: null, word: row.word };
  const pattern = row.exec();
  pattern.lastIndex = at;
  const found = pattern.exec(items.signs)?.indices;
  const captures = new Map<string, Captured>();
  for (const [number, name] of row.groups.entries()) {
    const index = found?.[number + 1]?.[0];
    if (index !== undefined) captures.set(name, capturedAt(items, index, tokens, grammar));
  }
  const args = { captures, set: row.set };
  if (isNumberOp(row.op)) {
    const word = readNumber(row.op, args);
    return word === null ? null : { row, value: null, word };
  }
  const value = readValue(row.op, args);
  return value === null ? null : { row, value, word: null };
}

function capturedAt(items: Items, index: number, tokens: Tokens, grammar: PeriodGrammar): Captured {
  const chunk = items.chunks[index];
  if (chunk) return { word: chunk.word, value: chunk.value };
  const at = items.from[index] ?? 0;
  const form = tokens.form[at] ?? "";
  if (tokens.kind[at] !== TOKEN.number)
    return { word: grammar.words[tokens.word[at] ?? 0]?.value ?? null, value: null };
  if (isDotted(form)) return { word: { dotted: form.split(".").map(Number) }, value: null };
  const number = parseDigits(form);
  return { word: { number, digits: form.length }, value: null };
}

/** A day is a point, anything longer an interval. */
function kindOf(value: PeriodValue): PeriodKind {
  if (value.op === "duration" || value.op === "recurring") return value.op;
  return isDay(value) ? "point" : "interval";
}

function isDay(value: PeriodValue): boolean {
  if (value.op === "date") return value.day !== null && value.lastDay === null;
  if (value.op === "weekday") return true;
  if (value.op === "shift") return value.grain === "day" || value.weekday !== null;
  if (value.op === "ago") return value.amount !== null && isFine(value.grain);
  if (value.op === "context") return value.grain === "day";
  if (value.op === "inside") return isDay(value.inner);
  if (value.op === "both") return isDay(value.left);
  return (value.op === "part" || value.op === "named") && isDay(value.of);
}

function isFine(grain: Grain): boolean {
  return grain === "day" || grain === "hour" || grain === "minute";
}

function perOf(value: PeriodValue): PeriodMatch["per"] {
  if (value.op !== "recurring" || value.every !== 1) return null;
  const { grain } = value;
  return grain === "day" || grain === "week" || grain === "month" || grain === "year"
    ? grain
    : null;
}

const MOST_CODES = 8192;

/** Long sentences in pieces: a call takes only so many arguments. */
function fromCodes(codes: readonly number[], size: number): string {
  if (size <= MOST_CODES) return String.fromCharCode(...codes.slice(0, size));
  let text = "";
  for (let at = 0; at < size; at += MOST_CODES)
    text += String.fromCharCode(...codes.slice(at, Math.min(size, at + MOST_CODES)));
  return text;
}
