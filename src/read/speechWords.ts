/**
 * In: an item of several words. Out: of which class its first or last word is.
 * Never: holds a word of a language; classes come from the packs.
 */
import type { LanguagePack } from "./packRows.ts";
import type { Line } from "./speechCues.ts";
import type { Tokens } from "./tokens.ts";

type Words = { readonly tokens: Tokens; readonly pack: LanguagePack };

/** Whether one token, read alone, is of a class. */
export function isWordOf(token: number, members: Uint8Array, { tokens, pack }: Words): boolean {
  const entry = pack.lexicon.match(tokens, token, token + 1);
  return entry !== null && members[entry.set] === 1;
}

/** Whether the first word of item `at` is of a class. */
export function opensWith(line: Line, at: number, members: Uint8Array, words: Words): boolean {
  const item = line.items[at];
  return item !== undefined && isWordOf(item.from, members, words);
}

/** Whether the last word of item `at` is of a class ("compiled by"). */
export function closesWith(line: Line, at: number, members: Uint8Array, words: Words): boolean {
  const item = line.items[at];
  return item !== undefined && isWordOf(item.to - 1, members, words);
}

/** Whether a word has an ending that the pack lists for a class ("-ing"). */
export function hasEnding(form: string, name: string, pack: LanguagePack): boolean {
  for (const row of pack.suffixes) {
    if (row.class !== name || form.length <= row.suffix.length + 2) continue;
    if (form.endsWith(row.suffix)) return true;
  }
  return false;
}
