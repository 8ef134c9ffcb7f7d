/**
 * In: a clause of a language whose verbs end their clauses. Out: whether it sets somebody apart to whom it did not happen ("all of them
 * but A were hanged", "everyone was freed except A").
 * Never: looks into another clause; takes "apart from this, three were hanged" for such a one.
 */
import type { EventContext } from "./event.ts";
import type { Item } from "./items.ts";
import { isOneOf } from "./wordSets.ts";

/** Items behind the verb within which the exception may follow it. */
const BEHIND = 3;

/** Whether whom the event concerns cannot be said, because its clause leaves somebody out. */
export function leavesSomebodyOut(
  items: readonly Item[],
  trigger: number,
  victims: readonly number[],
  context: EventContext,
): boolean {
  if (!context.pack.isVerbFinal) return false;
  const { classes } = context;
  const except = classes.of("EXCEPTW");
  const ends = (at: number): boolean => {
    const set = items[at]?.set ?? 0;
    return classes.stop[set] === 1 || classes.verbEnd[set] === 1;
  };
  let isOfAll = false;
  for (let at = trigger - 1; at >= 0 && !ends(at); at--) {
    isOfAll ||= isAll(items[at], context);
    if (except[items[at]?.set ?? 0] !== 1) continue;
    isOfAll ||= items.slice(0, at).some((item) => isAll(item, context));
    if (!isOfAll && !isSomebody(items[at + 1], context)) return false;
    // "Apart from A, three others were hanged": they stand behind on their own.
    return isOfAll || victims.length === 0 || victims.some((one) => one <= at + 1);
  }
  for (let at = trigger + 1; at <= trigger + BEHIND && at < items.length; at++) {
    if (classes.stop[items[at]?.set ?? 0] === 1) return false;
    if (except[items[at]?.set ?? 0] === 1) return isSomebody(items[at + 1], context);
  }
  return false;
}

function isAll(item: Item | undefined, { tokens, pack }: EventContext): boolean {
  return item !== undefined && isOneOf(tokens, item.from, pack.wordsIn("EVERYBODY"));
}

/** A name, a number or people; a thing, a day or a town leaves nobody out. */
function isSomebody(item: Item | undefined, { classes }: EventContext): boolean {
  if (item === undefined) return false;
  if (item.group !== null || item.quantity !== null || item.name?.type === "person") return true;
  return classes.of("HUMAN")[item.set] === 1;
}
