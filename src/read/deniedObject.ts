/**
 * In: a verb of denying before an event of the same clause. Out: whether its object ends before the event ("was denied a lawyer and hanged",
 * "denied the charge and was hanged"), so that it says nothing of it.
 * Never: takes back a denial that a clause or a gerund hangs on ("denied he was beaten and killed", "denied torture and killings").
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import { type Item, itemOf } from "./items.ts";

/** The denial at an item is of something else than the event at the trigger, which stands behind "and". */
export function isOfOtherObject(
  items: readonly Item[],
  at: number,
  trigger: number,
  classes: ClauseClasses,
): boolean {
  if (classes.negOp[items[at]?.set ?? 0] !== 1 || classes.nominal[items[trigger]?.set ?? 0] === 1)
    return false;
  let joint = trigger - 1;
  while (classes.aux[items[joint]?.set ?? 0] === 1 || classes.adverb[items[joint]?.set ?? 0] === 1)
    joint--;
  if (classes.and[itemOf(items, joint)?.set ?? 0] !== 1) return false;
  return joint > at + 1 && areNouns(items, at + 1, joint, classes);
}

/**
 * "denied the charges |and| was hanged", "denied a lawyer |and| hanged": the token at which what is denied ends, from the item behind the
 * verb on; or Infinity.
 */
export function endOfDenied(items: readonly Item[], from: number, classes: ClauseClasses): number {
  const { aux, trigger, nominal, gerund, and } = classes;
  const is = (at: number, members: Uint8Array): boolean => members[items[at]?.set ?? 0] === 1;
  const joint = items.findIndex((_, at) => at > from && is(at, and));
  if (joint < 0 || !areNouns(items, from, joint, classes)) return Infinity;
  const next = joint + 1;
  const isDeed = is(next, trigger) && !is(next, nominal) && !is(next, gerund);
  return isDeed || is(next, aux) ? (items[joint]?.from ?? Infinity) : Infinity;
}

/** Nouns and what belongs to them, no clause and no verb; of deeds only such as nouns ("the massacre", "the beating"). */
function areNouns(
  items: readonly Item[],
  from: number,
  to: number,
  classes: ClauseClasses,
): boolean {
  const { that, aux, finite, trigger, nominal, gerund, relative, stop, cue, determiner } = classes;
  for (let at = from; at < to; at++) {
    const { set, group } = items[at] as Item;
    if (group?.type === "pronoun") return false;
    if ([that, aux, relative, stop].some((members) => members[set] === 1)) return false;
    const isNoun =
      (nominal[set] === 1 && gerund[set] !== 1) ||
      determiner[itemOf(items, at - 1)?.set ?? 0] === 1;
    if (!isNoun && [finite, trigger, gerund, cue].some((members) => members[set] === 1))
      return false;
  }
  return true;
}
