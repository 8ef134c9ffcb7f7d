import { foldForSearch } from "../base/foldForSearch.ts";
import type { Calendar, DateWord, SheetWords } from "./sheetWords.ts";

/** A word, number or dash of a date. */
export type DateItem =
  | { readonly kind: "number"; readonly value: number; readonly digits: number }
  | { readonly kind: "month"; readonly calendar: Calendar; readonly month: number }
  | { readonly kind: DateWord | "dash" | "unknown" };

/** So many words may make one: "Dhu al Hijjah", "زیر نظر". */
const LONGEST = 4;

/** Looks up the words of a date, the longest first. */
export function readDateItems(text: string, words: SheetWords): readonly DateItem[] {
  const tokens = [...text.matchAll(/\d+|[\p{L}\p{M}'’ʿʾ\u200c]+|[–—-]/gu)].map(([token]) => token);
  const items: DateItem[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] ?? "";
    if (/^\d/.test(token)) {
      items.push({ kind: "number", value: Number(token), digits: token.length });
      at++;
    } else if (/^[–—-]$/.test(token)) {
      const isInWord = isLetters(tokens[at - 1]) && isLetters(tokens[at + 1]);
      if (!isInWord) items.push({ kind: "dash" });
      at++;
    } else {
      const { size, item } = longest(tokens, at, words);
      items.push(item);
      at += size;
    }
  }
  return items;
}

function longest(
  tokens: readonly string[],
  at: number,
  words: SheetWords,
): { readonly size: number; readonly item: DateItem } {
  for (let size = Math.min(LONGEST * 2, tokens.length - at); size > 0; size--) {
    const run = tokens.slice(at, at + size);
    // "al-Awwal" is written with a dash in it; a number or a dash behind ends the words.
    if (!isLetters(run.at(-1)) || run.some((token) => /^\d/.test(token))) continue;
    const folded = foldForSearch(run.join(" "));
    const month = words.months.get(folded);
    if (month !== undefined) return { size, item: { kind: "month", ...month } };
    const kind = words.dateWords.get(folded);
    if (kind !== undefined) return { size, item: { kind } };
  }
  return { size: 1, item: { kind: "unknown" } };
}

function isLetters(token: string | undefined): boolean {
  return token !== undefined && /^\p{L}/u.test(token);
}
