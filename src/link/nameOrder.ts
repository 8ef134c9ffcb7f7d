/**
 * In: names of one list, as words. Out: whether the list writes surnames first, and its names with the given name first.
 * Never: turns a name round in a list that is not clearly so.
 */
import type { LinkModel } from "./linkModel.ts";
import type { NameWords } from "./readName.ts";

/** Names that must speak for surnames first, and how many times as many as speak against. */
const LEAST = 4;
const TIMES = 2;

/** Whether most names of a list that hold a known given name hold it at their end. */
export function isSurnameFirst(names: Iterable<NameWords>, given: LinkModel["given"]): boolean {
  let last = 0;
  let first = 0;
  for (const words of names) {
    if (words.length < 2) continue;
    const isFirst = given.has(words[0] ?? "");
    const isLast = given.has(words.at(-1) ?? "");
    if (isFirst && !isLast) first++;
    if (isLast && !isFirst) last++;
  }
  return last >= LEAST && last >= first * TIMES;
}

/** A name of a list that writes surnames first, with the given name first. */
export function turnName(words: NameWords, given: LinkModel["given"]): NameWords {
  if (words.length < 2) return words;
  const isGiven = (at: number) => given.has(words[at] ?? "");
  if (isGiven(0) && !isGiven(words.length - 1)) return words;
  let from = words.length;
  while (from > 1 && isGiven(from - 1)) from--;
  if (from === words.length) from = 1;
  return [...words.slice(from), ...words.slice(0, from)];
}
