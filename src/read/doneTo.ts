/**
 * In: a name with a noun behind it before the mark of an object, where verbs stand last ("forces A a citizen OBJECT arrested").
 * Out: whether the one named is the object, and not the one who acts upon somebody without a name.
 * Never: takes a judge ("Judge A a citizen OBJECT sentenced") for the one concerned.
 */
import type { Item } from "./items.ts";
import type { ItemSets } from "./itemSets.ts";
import type { PatternMatch } from "./pattern.ts";

/** The verb is of several people, or a body that acts stands before with nothing but times and places between. */
export function isDoneTo(
  items: readonly Item[],
  { from, to }: PatternMatch,
  { isBeside, isBody, isHuman, isJoint, isVerbEnd, isVerbMany }: ItemSets,
): boolean {
  const set = (at: number): number => items[at]?.set ?? 0;
  // "Judge A": an office of his own; "A and B": both act; "the mother, 71, of A": she.
  if (isHuman[set(from - 1)] === 1 || isJoint[set(from - 1)] === 1) return false;
  const verb = items.findIndex((item, at) => at > to && isVerbEnd[item.set] === 1);
  if (verb >= 0 && isVerbMany[set(verb)] === 1) return true;
  let at = from - 1;
  while (at >= 0 && isBeside[set(at)] === 1) at--;
  return at >= 0 && isBody[set(at)] === 1;
}
