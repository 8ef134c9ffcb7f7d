/**
 * In: a name with a noun behind it before the mark of an object, where verbs stand last ("forces A a citizen OBJECT arrested").
 * Out: whether the one named is the object, and not the one who acts upon somebody without a name.
 * Never: takes a judge ("Judge A a citizen OBJECT sentenced") for the one concerned, nor whose order, complaint or murder a
 * noun before the name tells of ("by order of A a citizen OBJECT they arrested").
 */
import type { Item } from "./items.ts";
import type { ItemSets } from "./itemSets.ts";
import type { PatternMatch } from "./pattern.ts";

/** A body that acts stands before with nothing but times and places between; or several act and nothing else stands before. */
export function isDoneTo(
  items: readonly Item[],
  { from, to }: PatternMatch,
  {
    isBeside,
    isBody,
    isHuman,
    isJoint,
    isPlain,
    isPlaceOrTime,
    isPreposition,
    isVerbEnd,
    isVerbMany,
  }: ItemSets,
): boolean {
  const set = (at: number): number => items[at]?.set ?? 0;
  // "Judge A": an office of his own; "A and B": both act; "the mother, 71, of A": she.
  if (isHuman[set(from - 1)] === 1 || isJoint[set(from - 1)] === 1) return false;
  let at = from - 1;
  while (at >= 0) {
    if (isPlaceOrTime[set(at)] === 1 && isPreposition[set(at - 1)] === 1) at -= 2;
    else if (isBeside[set(at)] === 1) at--;
    // "The office of a town no list knows".
    else if (isPlain[set(at)] === 1 && isBody[set(at - 1)] === 1) at--;
    else break;
  }
  if (at >= 0) return isBody[set(at)] === 1;
  return isVerbOfMany(items, to + 1, { isVerbEnd, isVerbMany });
}

/** The next verb from an item on is one of several. */
export function isVerbOfMany(
  items: readonly Item[],
  from: number,
  { isVerbEnd, isVerbMany }: Pick<ItemSets, "isVerbEnd" | "isVerbMany">,
): boolean {
  const verb = items.findIndex((item, at) => at >= from && isVerbEnd[item.set] === 1);
  return isVerbMany[items[verb]?.set ?? 0] === 1;
}
