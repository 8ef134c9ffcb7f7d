/**
 * In: a verb behind a comma, and the nearest people before it. Out: the doer of the whole list of verbs, where those people are the object of
 * its first ("Two men |approached A| in the street, beat him and fled": the two men).
 * Never: takes an object away from the verb that stands right before it.
 */
import type { EventContext } from "./event.ts";
import { itemOf, type Item } from "./items.ts";
import { isOneOf } from "./wordSets.ts";

/** Item of the doer; null where the nearest people are the subject themselves. */
export function doerOfListed(
  items: readonly Item[],
  subject: number,
  start: number,
  { classes, tables, tokens, pack }: EventContext,
): number | null {
  const last = itemOf(items, start - 1);
  if (subject < 2 || last === undefined) return null;
  // "A, a guard,": the item may hold the comma that closes it.
  const isClosed = classes.comma[last.set] === 1 || tokens.form[last.to - 1] === ",";
  const commas = items.slice(subject, start).filter(({ set }) => classes.comma[set] === 1);
  if (!isClosed || commas.length > 2) return null;
  const verb = items[subject - 1] as Item;
  const isDone = isOneOf(tokens, verb.to - 1, pack.wordsIn("APPROACHEDW"));
  let doer = subject - 2;
  while (classes.adverb[itemOf(items, doer)?.set ?? 0] === 1) doer--;
  const before = itemOf(items, doer);
  return isDone && before !== undefined && tables.agent[before.set] === 1 ? doer : null;
}
