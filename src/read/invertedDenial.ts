/**
 * In: the items before an event word. Out: the word that denies it from the head of its clause ("|Nor| have the two men been hanged").
 * Never: reaches over a verb that has its own subject, or over a clause.
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import { type Item, itemOf } from "./items.ts";

/** Items between the auxiliary that stands before its subject and the event word. */
const REACH = 9;

/** The denying word that opens the clause, with an auxiliary right behind it and the subject behind that; or null. */
export function invertedDenial(
  items: readonly Item[],
  trigger: number,
  classes: ClauseClasses,
): Item | null {
  const { negation, aux, stop, and, but, comma, relative, subordinator } = classes;
  for (let at = trigger - 1; at > 0 && at >= trigger - REACH; at--) {
    const item = items[at] as Item;
    if (stop[item.set] === 1 || relative[item.set] === 1 || subordinator[item.set] === 1)
      return null;
    const denying = items[at - 1] as Item;
    const opens = itemOf(items, at - 2)?.set ?? null;
    const isHead =
      opens === null || [stop, and, but, comma].some((members) => members[opens] === 1);
    if (negation[denying.set] !== 1 || aux[item.set] !== 1 || negation[item.set] === 1 || !isHead)
      continue;
    return items.slice(at + 1, trigger).some(({ group }) => group !== null) ? denying : null;
  }
  return null;
}
