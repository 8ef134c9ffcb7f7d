/**
 * In: the words of a cell. Out: the ages that they leave open, in whole years.
 * Never: makes an age of a year of birth; takes 0 for an age (it is what programs write for "none").
 */
import { foldForSearch } from "../base/foldForSearch.ts";
import type { ListNoteCode } from "./notes.ts";
import type { SheetWords } from "./sheetWords.ts";

export type Age = { readonly min: number; readonly max: number };

/** An age, or why there is none; an age may carry a note, too. */
export type AgeRead = { readonly age: Age | null; readonly note: ListNoteCode | null };

/** "About 30" is held to be true of these. */
const ABOUT = 2;
export const OLDEST = 120;

const UNREAD: AgeRead = { age: null, note: "list-age-unread" };
const IMPOSSIBLE: AgeRead = { age: null, note: "list-age-impossible" };

/** Reads an age: "17", "about 30", "20-25", "17 years old", "30s", "mid-30s", "under 18". */
export function parseAge(text: string, words: SheetWords): AgeRead {
  if (/^\d{1,3}$/.test(text)) return exact(Number(text));
  const plain = text
    .normalize("NFKC")
    .replace(/(\d)\s*\+/gu, "$1 over ")
    .replace(/[~≈]/g, "about ");
  if (/^-\s*\d/.test(plain)) return IMPOSSIBLE;
  const tokens = foldForSearch(plain.replace(/(\d)[.٫](\d)/gu, "$1x$2"))
    .replace(/(\d)x(\d)/gu, "$1.$2")
    .replace(/(\d)([\p{L}])/gu, "$1 $2")
    .replace(/([\p{L}])(\d)/gu, "$1 $2")
    .split(" ");
  return readTokens(tokens, words);
}

function readTokens(tokens: readonly string[], words: SheetWords): AgeRead {
  const numbers: number[] = [];
  const kinds = new Set<string>();
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] ?? "";
    if (/^\d+(?:\.\d+)?$/.test(token)) {
      numbers.push(Number(token));
      at++;
      continue;
    }
    let size = Math.min(3, tokens.length - at);
    while (size > 0 && kindOf(tokens.slice(at, at + size).join(" "), words) === null) size--;
    const kind = kindOf(tokens.slice(at, at + size).join(" "), words);
    if (kind === null) return UNREAD;
    kinds.add(kind);
    at += size;
  }
  const [first, second] = numbers;
  if (first === undefined || numbers.length > 2) return UNREAD;
  if (numbers.some((number) => number > OLDEST)) return IMPOSSIBLE;
  if (kinds.has("months")) return monthsOld(numbers, kinds);
  const low = Math.floor(first);
  if (second !== undefined) {
    if (second < first || kinds.has("under") || kinds.has("over")) return UNREAD;
    return { age: { min: low, max: Math.floor(second) }, note: null };
  }
  if (kinds.has("decade"))
    return low % 10 === 0 && low > 0
      ? { age: partOfDecade(low, kinds), note: "list-age-approximate" }
      : UNREAD;
  if (["early", "mid", "late"].some((part) => kinds.has(part))) return UNREAD;
  if (kinds.has("under"))
    return low === 0 ? UNREAD : { age: { min: 0, max: low - 1 }, note: "list-age-approximate" };
  if (kinds.has("over")) return { age: { min: low, max: OLDEST }, note: "list-age-approximate" };
  if (kinds.has("about"))
    return low === 0
      ? IMPOSSIBLE
      : {
          age: { min: Math.max(0, low - ABOUT), max: low + ABOUT },
          note: "list-age-approximate",
        };
  return exact(low);
}

/** "30s", and its beginning, middle or end. */
function partOfDecade(low: number, kinds: ReadonlySet<string>): Age {
  if (kinds.has("early")) return { min: low, max: low + 4 };
  if (kinds.has("mid")) return { min: low + 3, max: low + 7 };
  return kinds.has("late") ? { min: low + 5, max: low + 9 } : { min: low, max: low + 9 };
}

function exact(years: number): AgeRead {
  return years < 1 || years > OLDEST ? IMPOSSIBLE : { age: { min: years, max: years }, note: null };
}

/** Months, weeks and days, alone: an infant. "2 years and 3 months" is two. */
function monthsOld(numbers: readonly number[], kinds: ReadonlySet<string>): AgeRead {
  const [first = 0, second] = numbers;
  if (second !== undefined) return kinds.has("years") ? exact(Math.floor(first)) : UNREAD;
  if (kinds.has("years")) return UNREAD;
  return first > 36 ? UNREAD : { age: { min: 0, max: Math.floor(first / 12) }, note: null };
}

function kindOf(words: string, known: SheetWords): string | null {
  return known.ageWords.get(words) ?? (known.decades.has(words) ? "decade" : null);
}
