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
  const object = items.slice(at + 1, joint);
  return object.length > 0 && object.every((item) => isOfNoun(item, classes));
}

/**
 * "denied the charges |and| was hanged", "denied a lawyer |and| hanged": the token at which what is denied ends, from the item behind the
 * verb on; or Infinity.
 */
export function endOfDenied(items: readonly Item[], from: number, classes: ClauseClasses): number {
  const { aux, trigger, nominal, gerund, and } = classes;
  const is = (at: number, members: Uint8Array): boolean => members[items[at]?.set ?? 0] === 1;
  const joint = items.findIndex((_, at) => at > from && is(at, and));
  if (joint < 0 || !items.slice(from, joint).every((item) => isOfNoun(item, classes)))
    return Infinity;
  const next = joint + 1;
  const isDeed = is(next, trigger) && !is(next, nominal) && !is(next, gerund);
  return isDeed || is(next, aux) ? (items[joint]?.from ?? Infinity) : Infinity;
}

/** A noun and what belongs to it, no clause and no deed. */
function isOfNoun({ set, group }: Item, classes: ClauseClasses): boolean {
  const { that, aux, finite, trigger, gerund, relative, stop, cue } = classes;
  if (group?.type === "pronoun") return false;
  return ![that, aux, finite, trigger, gerund, relative, stop, cue].some(
    (members) => members[set] === 1,
  );
}
