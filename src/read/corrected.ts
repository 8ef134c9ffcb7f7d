/**
 * In: a denied event and what stands behind it. Out: where its day is only corrected: "was not hanged on Monday but on Wednesday".
 * Never: tells what is denied altogether ("was not hanged but freed").
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import type { Item } from "./items.ts";

/** Items behind the verb up to "but". */
const BUT_REACH = 9;

/** The item of "but" behind which the right day stands, or -1. */
export function correctionBehind(
  items: readonly Item[],
  trigger: number,
  classes: ClauseClasses,
): number {
  let holdsWrong = false;
  for (let at = trigger + 1; at < Math.min(items.length, trigger + BUT_REACH); at++) {
    const { set } = items[at] as Item;
    if (classes.but[set] === 1) return holdsWrong && endsInWhen(items, at + 1, classes) ? at : -1;
    if (classes.stop[set] === 1 || classes.aux[set] === 1) return -1;
    holdsWrong ||= items[at]?.period != null;
  }
  return -1;
}

/** "on Wednesday.": nothing but that. */
function endsInWhen(items: readonly Item[], from: number, classes: ClauseClasses): boolean {
  let at = from;
  while (classes.preposition[items[at]?.set ?? 0] === 1) at++;
  const item = items[at];
  if (item === undefined || item.period === null) return false;
  const next = items[at + 1];
  return next === undefined || classes.stop[next.set] === 1 || classes.comma[next.set] === 1;
}
