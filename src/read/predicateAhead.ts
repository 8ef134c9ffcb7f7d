/**
 * In: a trigger where verbs stand last. Out: whether its verb belongs to an adjective further ahead ("A became |a seeker of| the freedom of
 * jailed workers": where "jailed" and "became" stand beside each other, nobody was jailed).
 * Never: looks beyond the verb of another clause.
 */
import type { EventContext } from "./event.ts";
import type { Item } from "./items.ts";
import { isOneOf } from "./wordSets.ts";

/** The trigger is a noun for people and a verb that an adjective ahead waits for. */
export function isVerbOfPredicate(
  items: readonly Item[],
  trigger: number,
  { pack, classes, tokens }: EventContext,
): boolean {
  const own = items[trigger];
  if (!pack.isVerbFinal || own === undefined || own.to - own.from < 2) return false;
  if (!isOneOf(tokens, own.from, pack.wordsIn("CAPTIVEH"))) return false;
  const predicates = pack.wordsIn("PREDICATEW");
  let isListed = false;
  for (let at = trigger - 1; at >= 0; at--) {
    const { set, from, group } = items[at] as Item;
    if (classes.verbEnd[set] === 1) return false;
    // "A, a defender of workers, was jailed", where no list of those who are asked for goes on.
    if (classes.comma[set] === 1 && !isListed) return false;
    if (group !== null && group.persons.length === 0) isListed = true;
    if (isOneOf(tokens, from, predicates)) return true;
  }
  return false;
}
