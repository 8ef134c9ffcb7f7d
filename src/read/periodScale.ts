/**
 * In: a time in a sentence. Out: whether it only says how far back something is compared ("the highest since 2015", "more than
 * last year").
 * Never: takes a time from an event that has no measure beside it.
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import { type Item, itemOf } from "./items.ts";
import type { LanguagePack } from "./packRows.ts";
import type { Tokens } from "./tokens.ts";
import { isOneOf } from "./wordSets.ts";

type Words = {
  readonly tokens: Tokens;
  readonly pack: Pick<LanguagePack, "wordsIn">;
  readonly classes: ClauseClasses;
};

/** Items between the measure and its time ("the largest crackdown on the media since 2009"). */
const REACH = 8;

/** "the highest figure since 2015", "a record in recent years", "imprisoned more people than last year". */
export function isOfScale(items: readonly Item[], index: number, words: Words): boolean {
  const { tokens, pack } = words;
  const item = items[index];
  if (item === undefined || opensWhen(items, index, words.classes)) return false;
  const formBefore = wordOf(itemOf(items, index - 1), tokens);
  const formTwice = wordOf(itemOf(items, index - 2), tokens);
  const than = pack.wordsIn("THANW");
  if (than.has(formBefore) || than.has(formTwice)) return true;
  const since = pack.wordsIn("SINCEW");
  const isBack = isOneOf(tokens, item.from, since) || since.has(formBefore);
  // "in recent years", "in decades": how far the comparison reaches, not when.
  if (!isBack && !pack.wordsIn("BACKSPANW").has(wordOf(item, tokens))) return false;
  return hasMeasure(items, index, words);
}

/** "the worst since November, when 14 were massacred": the clause behind tells of that very time. */
function opensWhen(items: readonly Item[], index: number, classes: ClauseClasses): boolean {
  const next = items[index + 1]?.set ?? 0;
  const behind = classes.comma[next] === 1 ? (items[index + 2]?.set ?? 0) : next;
  return classes.subordinator[behind] === 1 || classes.relative[behind] === 1;
}

function hasMeasure(
  items: readonly Item[],
  index: number,
  { tokens, pack, classes }: Words,
): boolean {
  const measures = pack.wordsIn("SCALEW");
  for (let at = index - 1; at >= Math.max(0, index - REACH); at--) {
    const item = items[at] as Item;
    for (let token = item.from; token < item.to; token++)
      if (isOneOf(tokens, token, measures)) return true;
    if (classes.comma[item.set] === 1 || classes.stop[item.set] === 1) return false;
    if (classes.aux[item.set] === 1) return false;
  }
  return false;
}

function wordOf(item: Item | undefined, tokens: Tokens): string {
  return item === undefined ? "" : (tokens.form[item.to - 1] ?? "");
}
