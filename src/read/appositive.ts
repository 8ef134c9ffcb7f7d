/**
 * In: an item among those concerned. Out: whether it only says what the one named before it was ("among the dead was A, |a cameraman|").
 * Never: drops somebody joined by "and", or one of a list of nouns.
 */
import type { EventContext } from "./event.ts";
import { itemOf, type Item } from "./items.ts";

/** The noun stands behind one name and a comma, and nothing joins it to more people. */
export function isAppositive(
  items: readonly Item[],
  at: number,
  { classes, pack }: EventContext,
): boolean {
  const own = items[at]?.group;
  if (pack.isVerbFinal || own?.type !== "noun" || !own.isIndefinite) return false;
  if (classes.comma[itemOf(items, at - 1)?.set ?? 0] !== 1) return false;
  if (itemOf(items, at - 2)?.group?.persons.length !== 1) return false;
  if (classes.and[itemOf(items, at - 3)?.set ?? 0] === 1) return false;
  // "A, a teacher who was 17, and his cousin": more people follow.
  return !items.slice(at + 1).some(({ set }) => classes.and[set] === 1);
}
