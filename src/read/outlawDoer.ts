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
  const { object } = context.classes;
  const isActive = items.some(({ set }, at) => at >= start && at < trigger && object[set] === 1);
  if (isActive && first !== null && isOutlaws(first.from, context)) return true;
  if (isActive && first === null && isManAndOwn(items[end], context)) return true;
  const by = items.findIndex(
    ({ to }, at) => at >= start && at < trigger && isForm(to - 1, "DOERPREPW", context),
  );
  if (by < 0 || !isOutlaws(items[by]?.to ?? 0, context)) return false;
  // "By gunmen held and in prison hanged": theirs is the first deed.
  const { and } = context.classes;
  return !items.some(({ set }, at) => at > by && at < trigger && and[set] === 1);
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
      at = behindPreposition(items, at, end, classes);
      if (at < 0) return null;
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

/** Last item of "in A", or the comma that ends "after the attack of A,"; -1 where it is open what the preposition leads to. */
function behindPreposition(
  items: readonly Item[],
  at: number,
  end: number,
  { comma }: EventContext["classes"],
): number {
  const next = items[at + 1];
  if (next?.period != null || next?.name?.type === "place" || next?.name?.type === "prison")
    return at + 1;
  for (let close = at + 1; close < end; close++)
    if (comma[items[close]?.set ?? 0] === 1) return close;
  return -1;
}

/** "gunmen", "|the group| A", "|people| unknown". */
function isOutlaws(token: number, context: EventContext): boolean {
  if (isForm(token, "OUTLAWW", context)) return true;
  if (!isForm(token, "OUTLAWHEADW", context)) return false;
  return isForm(token + 1, "OUTLAWW", context) || isForm(token + 1, "OUTLAWADJW", context);
}
