/**
 * In: the words over a column. Out: which field of a person the column holds.
 * Never: takes a column whose words say something else beside the field ("date of arrest" is no date of death).
 */
import { foldForSearch } from "../base/foldForSearch.ts";
import type { CountMeaning } from "./tallyWords.ts";
import type { DateOrder } from "./numericDate.ts";
import { scriptsOf, splitScripts } from "./scripts.ts";
import {
  type Calendar,
  type Field,
  type HeaderWord,
  type Hint,
  type SheetWords,
  tokenKey,
} from "./sheetWords.ts";

/** A column of a list. */
export type Column = {
  /** 0-based. */
  readonly index: number;
  /** As written; rows of a header joined. */
  readonly header: string;
  readonly field: Field | null;
  /** Of two columns for one field the lower is read first. */
  readonly rank: number;
  /** The calendar that the header names. */
  readonly calendar: Calendar | null;
  /** The order of day and month that the header gives, as in "Date (dd/mm/yyyy)". */
  readonly order: DateOrder | null;
  /** What a column of field "count" counts; null for every other one. */
  readonly count: CountMeaning | null;
};

/** A column's meaning as a person gave it: the header's words, its number from 1, or its letter in a spreadsheet; "-" is none. */
export type ColumnChoice = {
  readonly field: Field;
  readonly column: string;
  readonly count?: CountMeaning;
  /** Said earlier and kept beside the list: what is said now goes before it, where the list has that column. */
  readonly isRemembered?: boolean;
};

/** What a header means; null where it is not understood. */
export type HeaderMeaning = HeaderWord & { readonly calendar: Calendar | null };

/** Reads the words over a column. */
export function readHeader(text: string, words: SheetWords): HeaderMeaning | null {
  const whole = lookUp(text, words);
  if (whole !== null) return whole;
  const parts = partsOf(text);
  if (parts.length < 2) return null;
  const meanings = parts.map((part) => lookUp(part, words));
  const [first] = meanings.filter((meaning) => meaning !== null);
  if (first === undefined) return null;
  const agrees = parts.every((part, at) => {
    const meaning = meanings[at];
    if (meaning !== null && meaning !== undefined) return plainField(meaning) === plainField(first);
    return isTranslation(part, parts, meanings);
  });
  return agrees ? first : null;
}

/** A header said twice: "Name / نام", "Age (years)". */
function partsOf(text: string): readonly string[] {
  const parts = text.split(/[/|\n()（）[\]–—-]+/).filter((part) => /[\p{L}\p{N}#]/u.test(part));
  if (parts.length > 1) return parts;
  const halves = scriptsOf(text) === "both" ? splitScripts(text) : null;
  return halves === null ? parts : [halves.latin, halves.arabic];
}

/** The order that a header spells out in the letters of spreadsheets. */
export function orderOf(header: string): DateOrder | null {
  if (/\bd{1,2}\W{0,3}m{1,3}\W{0,3}y{1,4}\b/i.test(header)) return "dmy";
  return /\bm{1,3}\W{0,3}d{1,2}\W{0,3}y{1,4}\b/i.test(header) ? "mdy" : null;
}

/** Reads a header of two rows: what stands over several columns, and what stands over this one. */
export function readHeaderOfTwo(
  group: string,
  leaf: string,
  words: SheetWords,
): HeaderMeaning | null {
  if (leaf === "") return readHeader(group, words);
  if (group === "" || leaf === group) return readHeader(leaf, words);
  const both = lookUp(`${group} ${leaf}`, words);
  if (both !== null) return both;
  const own = readHeader(leaf, words);
  const over = readHeader(group, words);
  // "Birth" over "City" is another city; "Particulars" over "Age" is an age all the same.
  const isOfOneKind = own !== null && over !== null && kindOf(own.field) === kindOf(over.field);
  return own !== null && (isOfOneKind || SAFE_BELOW.has(own.field)) ? own : null;
}

/** Fields that stand below each other in a header: "Place" over "City", "Date" over "Year". */
export function kindOf(field: Field): string {
  if (field === "city" || field === "province") return "place";
  if (field.includes("name")) return "name";
  return field.replace(/_.*$/, "");
}

const SAFE_BELOW: ReadonlySet<Field> = new Set<Field>([
  "id",
  "name",
  "name_fa",
  "first_name",
  "middle_name",
  "last_name",
  "first_name_fa",
  "middle_name_fa",
  "last_name_fa",
  "age",
  "sex",
  "father",
  "charge",
  "prison",
  "number",
  "number_min",
  "number_max",
  "kind",
  "source",
  "count",
]);

function lookUp(text: string, words: SheetWords): HeaderMeaning | null {
  const folded = foldForSearch(text);
  if (folded === "") return meaningOf(words.headers.get(text.trim()), null, []);
  const exact = words.headers.get(folded);
  const tokens = folded.split(" ");
  if (exact !== undefined) return meaningOf(exact, text, []);
  const { rest, hints } = takeHints(tokens, words);
  const direct =
    words.headers.get(rest.join(" ")) ??
    words.headersByTokens.get(tokenKey(rest, words)) ??
    words.headersByTokens.get(tokenKey(tokens, words)) ??
    words.headersGlued.get(tokens.join("")) ??
    ofDeed(rest, words);
  return meaningOf(direct, text, hints);
}

/** "City of execution" is a city, «استان محل اعدام» a province: beside where and when, what the list is of says no more. */
function ofDeed(tokens: readonly string[], words: SheetWords): HeaderWord | undefined {
  const rest: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    let size = Math.min(3, tokens.length - at);
    while (size > 0 && !words.deeds.has(tokens.slice(at, at + size).join(" "))) size--;
    if (size === 0) rest.push(tokens[at] ?? "");
    at += Math.max(1, size);
  }
  if (rest.length === tokens.length || rest.length === 0) return undefined;
  const meaning =
    words.headers.get(rest.join(" ")) ?? words.headersByTokens.get(tokenKey(rest, words));
  if (meaning === undefined || !OF_DEED.has(meaning.field)) return undefined;
  return { ...meaning, rank: Math.min(meaning.rank, RANK_OF_DEED) };
}

/** Fields that are of what the list is of, where a header says so; a day is told by words of its own ("day of the murder" is none). */
const OF_DEED: ReadonlySet<Field> = new Set(["city", "province", "prison"]);
/** "Place of death" goes before "Place", and "City" before either. */
const RANK_OF_DEED = 2;

function takeHints(
  tokens: readonly string[],
  words: SheetWords,
): { readonly rest: readonly string[]; readonly hints: readonly Hint[] } {
  const rest: string[] = [];
  const hints: Hint[] = [];
  for (let at = 0; at < tokens.length; ) {
    let size = Math.min(3, tokens.length - at);
    while (size > 0 && !words.hints.has(tokens.slice(at, at + size).join(" "))) size--;
    const hint = words.hints.get(tokens.slice(at, at + size).join(" "));
    if (hint === undefined) rest.push(tokens[at] ?? "");
    else hints.push(hint);
    at += Math.max(1, size);
  }
  return { rest, hints };
}

function meaningOf(
  word: HeaderWord | undefined,
  text: string | null,
  hints: readonly Hint[],
): HeaderMeaning | null {
  if (word === undefined) return null;
  const isPersian = hints.includes("fa") || (text !== null && scriptsOf(text) === "arabic");
  const field = isPersian && !hints.includes("latin") ? inPersian(word.field, hints) : word.field;
  const calendar = hints.find((hint) => hint !== "fa" && hint !== "latin") ?? null;
  return { ...word, field, calendar: calendar as Calendar | null };
}

/** A name over which Persian stands is given by its own script; a part of a name goes with parts of that script. */
function inPersian(field: Field, hints: readonly Hint[]): Field {
  if (field === "first_name") return "first_name_fa";
  if (field === "middle_name") return "middle_name_fa";
  if (field === "last_name") return "last_name_fa";
  return field === "name" && hints.includes("fa") ? "name_fa" : field;
}

function plainField({ field }: HeaderMeaning): string {
  return field.replace(/_fa$/, "");
}

/** Words of another script than those that were understood, or nothing but fillers. */
function isTranslation(
  part: string,
  parts: readonly string[],
  meanings: readonly (HeaderMeaning | null)[],
): boolean {
  const script = scriptsOf(part);
  return parts.some((other, at) => meanings[at] !== null && scriptsOf(other) !== script);
}
