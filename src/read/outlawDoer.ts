/**
 * In: a deed in a sentence whose verbs stand last. Out: whether outlaws did it: those whom the clause begins with, or whom a word for
 * "by" stands before.
 * Never: takes a member of such a group to whom it is done, or a charge of belonging to one, for who did it.
 */
import type { EventContext } from "./event.ts";
import { isForm } from "./governorBehind.ts";
import type { Item } from "./items.ts";

/** "|Gunmen| a man hanged", "a man |by gunmen| was hanged": no state and no court did it. */
export function isOutlawsDeed(
  items: readonly Item[],
  trigger: number,
  victims: readonly number[],
  context: EventContext,
): boolean {
  if (!context.pack.isVerbFinal) return false;
  const start = clauseStart(items, trigger, context);
  const end = Math.min(trigger, ...victims);
  const first = subjectFirst(items, start, end, context);
  if (first !== null && isOutlaws(first.from, context)) return true;
  if (first === null && isManAndOwn(items[end], context)) return true;
  const by = items.findIndex(
    ({ to }, at) => at >= start && at < trigger && isForm(to - 1, "DOERPREPW", context),
  );
  return by >= 0 && isOutlaws(items[by]?.to ?? 0, context);
}

/** Index of the first item of the clause that a verb ends. */
function clauseStart(items: readonly Item[], trigger: number, { classes }: EventContext): number {
  for (let at = trigger - 1; at >= 0; at--) {
    const { set } = items[at] as Item;
    const ends = [classes.verbEnd, classes.stop, classes.quoteOpen, classes.colon];
    if (ends.some((members) => members[set] === 1)) return at + 1;
  }
  return 0;
}

/** What the clause begins with, behind times, adverbs and places; null where that is already whom it is done to. */
function subjectFirst(
  items: readonly Item[],
  start: number,
  end: number,
  { classes }: EventContext,
): Item | null {
  for (let at = start; at < end; at++) {
    const item = items[at] as Item;
    if (classes.preposition[item.set] === 1) {
      at++;
      continue;
    }
    const isPassed =
      item.period !== null ||
      item.name?.type === "place" ||
      classes.adverb[item.set] === 1 ||
      classes.and[item.set] === 1 ||
      classes.comma[item.set] === 1 ||
      classes.relative[item.set] === 1;
    const isDoneTo = classes.object[items[at + 1]?.set ?? 0] === 1;
    if (!isPassed) return isDoneTo ? null : item;
  }
  return null;
}

/** "A man his wife", read as one group. */
function isManAndOwn(item: Item | undefined, context: EventContext): boolean {
  if (item === undefined || item.to - item.from < 2) return false;
  return isForm(item.from, "OUTLAWW", context) && isForm(item.to - 1, "OWNKINW", context);
}

/** "gunmen", "|the group| A", "|people| unknown". */
function isOutlaws(token: number, context: EventContext): boolean {
  if (isForm(token, "OUTLAWW", context)) return true;
  if (!isForm(token, "OUTLAWHEADW", context)) return false;
  return isForm(token + 1, "OUTLAWW", context) || isForm(token + 1, "OUTLAWADJW", context);
}
