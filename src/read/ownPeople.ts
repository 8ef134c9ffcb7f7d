/**
 * In: a frame by which somebody did something to himself, where verbs stand last. Out: whether "self" only says whose people they are ("the
 * state hanged |its own prisoners|").
 * Never: takes one who stands alone before the verb for somebody else's.
 */
import type { EventContext } from "./event.ts";
import { type Item, itemOf } from "./items.ts";
import type { PatternMatch } from "./pattern.ts";
import { quantityOf } from "./eventParties.ts";
import { isOneOf } from "./wordSets.ts";

/** Somebody else stands before them as the subject, or several of them have a verb for one. */
export function hangsOwnPeople(
  items: readonly Item[],
  { to }: PatternMatch,
  victim: number,
  context: EventContext,
): boolean {
  const { classes, pack, tokens } = context;
  if (!pack.isVerbFinal || classes.of("GSELF")[items[victim + 1]?.set ?? 0] !== 1) return false;
  if (classes.object[items[victim + 2]?.set ?? 0] !== 1) return false;
  const group = itemOf(items, victim)?.group ?? null;
  if (group === null || group.persons.length > 0) return false;
  const verb = items[to - 1];
  const ending = tokens.form[(verb?.to ?? 1) - 1] ?? "";
  const isForOne = pack.wordsIn("FORONEW").has(ending);
  if (isForOne && (quantityOf(items[victim])?.min ?? 1) > 1) return true;
  return hasSubjectBefore(items, victim, context);
}

/** A body, a state or people before them in the clause, and not behind a preposition or "according to". */
function hasSubjectBefore(
  items: readonly Item[],
  victim: number,
  { classes, pack, tokens }: EventContext,
): boolean {
  const states = pack.wordsIn("OWNPEOPLEW");
  const prep = classes.of("PREP", "CUE.according");
  for (let at = victim - 1; at >= 0; at--) {
    const { set, group, from, to } = items[at] as Item;
    if (classes.verbEnd[set] === 1 || classes.that[set] === 1 || classes.colon[set] === 1)
      return false;
    const isState = isOneOf(tokens, from, states) || isOneOf(tokens, to - 1, states);
    if (group === null && !isState) continue;
    return prep[items[at - 1]?.set ?? 0] !== 1;
  }
  return false;
}

/** "|Three prisoners| of its own", where "own" stands behind them as the victim: they are meant. */
export function ownPeopleAt(
  items: readonly Item[],
  victim: number,
  { classes, pack }: EventContext,
): number {
  if (!pack.isVerbFinal || classes.of("GSELF")[items[victim]?.set ?? 0] !== 1) return victim;
  const before = items[victim - 1]?.group ?? null;
  return before === null || before.type === "institution" ? victim : victim - 1;
}
