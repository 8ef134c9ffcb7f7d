/**
 * In: the noun of an event that stands in a list of nouns. Out: the accusation or report that the list stands under.
 * Never: takes a clause behind a comma ("Amid reports of torture, executions rose") for a part of the list.
 */
import type { EventContext } from "./event.ts";
import type { Governed } from "./governorBehind.ts";
import { type Item, itemOf } from "./items.ts";

/** Items between a list's operator and one of its nouns. */
const LIST_REACH = 18;

/** "reports of torture, forced confessions and restrictions on lawyers": what opens the list holds for each of its nouns. */
export function listedUnder(
  items: readonly Item[],
  start: number,
  trigger: number,
  context: EventContext,
): Governed | null {
  const { classes, tables, pack } = context;
  const noun = items[trigger];
  if (pack.isVerbFinal || noun === undefined || !isJoint(items, start - 1, trigger, context))
    return null;
  const nouns = classes.of("T.noun", "DENIALOF", "REPRESSN");
  for (let at = start - 1; at >= Math.max(0, start - LIST_REACH); at--) {
    const item = items[at] as Item;
    const { set } = item;
    if (classes.accuseOp[set] === 1) return { modality: "alleged", operator: item };
    const isOfList =
      classes.comma[set] === 1 ||
      classes.and[set] === 1 ||
      classes.determiner[set] === 1 ||
      tables.modifier[set] === 1 ||
      nouns[set] === 1;
    if (!isOfList) return null;
  }
  return null;
}

/** "and" before the noun, or a comma before it and another mark of the list behind it. */
function isJoint(
  items: readonly Item[],
  before: number,
  trigger: number,
  { classes }: EventContext,
): boolean {
  const joint = itemOf(items, before)?.set ?? 0;
  if (classes.and[joint] === 1) return !opensClause(items, before, trigger, classes);
  const next = itemOf(items, trigger + 1)?.set ?? 0;
  return classes.comma[joint] === 1 && (classes.comma[next] === 1 || classes.and[next] === 1);
}

/** "reports of arrests, and the killing of two was confirmed": behind a comma a verb of its own makes it a clause. */
function opensClause(
  items: readonly Item[],
  and: number,
  trigger: number,
  classes: EventContext["classes"],
): boolean {
  if (classes.comma[itemOf(items, and - 1)?.set ?? 0] !== 1) return false;
  for (let at = trigger + 1; at < Math.min(items.length, trigger + CLAUSE_REACH); at++) {
    const set = items[at]?.set ?? 0;
    if (classes.aux[set] === 1) return true;
    if (classes.comma[set] === 1 || classes.stop[set] === 1) return false;
  }
  return false;
}

const CLAUSE_REACH = 9;
