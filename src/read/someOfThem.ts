/**
 * In: an event where verbs stand last, with the items before its trigger. Out: whether it tells of some of those told before ("one of
 * them was freed on Saturday", "some of them were").
 * Never: names for them the only one of the several whom the report named.
 */
import type { DraftContext } from "./draftContext.ts";
import type { ReadEvent } from "./event.ts";
import type { Item } from "./items.ts";

/** The clause counts out some of several, and does not say who they are. */
export function isOfSomeOfThem(
  { trigger }: ReadEvent,
  items: readonly Item[],
  { pack, classes, tokens }: DraftContext,
): boolean {
  if (!pack.isVerbFinal) return false;
  const ofThem = classes.of("OFTHEM");
  const some = pack.wordsIn("SOMEOFW");
  const one = pack.wordsIn("ONEALONEW");
  for (let at = trigger - 1; at >= 0; at--) {
    const { set, from, to, group, quantity } = items[at] as Item;
    if (classes.verbEnd[set] === 1 || classes.relative[set] === 1) return false;
    if ((group?.persons.length ?? 0) > 0) return false;
    const isCounted = ofThem[set] === 1 && items[at - 1]?.quantity != null;
    const words = tokens.form.slice(from, to).join(" ");
    const isBare = classes.preposition[items[at + 1]?.set ?? 0] !== 1;
    const isOne = quantity !== null && group === null && isBare && one.has(words);
    const before = tokens.form.slice(items[at - 1]?.from ?? from, from).join(" ");
    if (isCounted || isOne || (group?.type === "pronoun" && some.has(before))) return true;
  }
  return false;
}
