/**
 * In: the core of an event. Out: how far its words reach to both sides.
 * Never: reaches into another clause.
 */
import { clauseEnd } from "./clause.ts";
import { skipLeft } from "./clauseOpenings.ts";
import type { EventContext } from "./event.ts";
import { type Item, itemOf } from "./items.ts";

/** Takes in a leading adjunct of time or place that touches the event. */
export function leftEdge(items: readonly Item[], from: number, context: EventContext): number {
  const { classes } = context;
  let at = from;
  if (
    (classes.trigger[items[at]?.set ?? 0] === 1 && !context.pack.isVerbFinal) ||
    context.tables.nounStart[items[at]?.set ?? 0] === 1
  ) {
    while (
      at > 0 &&
      context.tables.determiner[itemOf(items, at - 1)?.set ?? 0] === 1 &&
      itemOf(items, at - 1)?.period === null
    )
      at--;
  }
  const before = skipLeft(items, at - 1, classes.adverb);
  const item = itemOf(items, before);
  if (
    item !== undefined &&
    classes.comma[item.set] === 1 &&
    classes.time[itemOf(items, before - 1)?.set ?? 0] === 1 &&
    before - 1 <= 1
  )
    at = before - 1;
  else if (item !== undefined && classes.time[item.set] === 1 && before <= 1) at = before;
  return at;
}

/** Takes in the adjuncts behind the event up to the end of its clause. */
export function rightEdge(items: readonly Item[], to: number, context: EventContext): number {
  const { classes } = context;
  if (context.pack.isVerbFinal) {
    if (classes.verbEnd[itemOf(items, to - 1)?.set ?? 0] === 1) return to;
    if (!items.some(({ set }, at) => at >= to && classes.verbEnd[set] === 1))
      return Math.max(to, clauseEnd(items, to, classes, 18));
  }
  const occurs =
    classes.occur[items[to]?.set ?? 0] === 1
      ? to + 1
      : classes.occur[items[to + 1]?.set ?? 0] === 1 && classes.aux[items[to]?.set ?? 0] === 1
        ? to + 2
        : to;
  if (occurs > to) return rightEdge(items, occurs, context);
  const end = clauseEnd(items, to, classes, 18);
  let at = end;
  if (at > to) {
    const first = items[to] as Item;
    const opensAdjunct =
      classes.preposition[first.set] === 1 ||
      classes.time[first.set] === 1 ||
      classes.place[first.set] === 1 ||
      classes.adverb[first.set] === 1 ||
      classes.recurring[first.set] === 1;
    if (!opensAdjunct) return to;
  }
  const comma = items[at];
  if (
    comma !== undefined &&
    classes.comma[comma.set] === 1 &&
    classes.time[items[at + 1]?.set ?? 0] === 1
  )
    at += 2;
  while (at > to && classes.preposition[itemOf(items, at - 1)?.set ?? 0] === 1) at--;
  return at;
}
