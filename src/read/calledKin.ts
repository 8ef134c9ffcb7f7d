/**
 * In: an event where verbs stand last, with the items before its trigger. Out: whose family was called for a last visit ("the family of A
 * were called": A is in danger).
 * Never: takes the family for those in danger.
 */
import type { DraftContext } from "./draftContext.ts";
import type { EventContext, ReadEvent } from "./event.ts";
import type { NameMatch } from "./findNames.ts";
import type { Item } from "./items.ts";
import { namesWithin } from "./nameScopes.ts";
import { isOneOf } from "./wordSets.ts";

/** Those whose kin was called; null where the event is no last visit or no kin of somebody named stands before it. */
export function ownersOfCalledKin(
  { kind, trigger }: ReadEvent,
  items: readonly Item[],
  context: DraftContext,
): readonly NameMatch[] | null {
  const { pack, classes, names } = context;
  if (!pack.isVerbFinal || kind !== "imminent-execution") return null;
  if (classes.of("LASTVISIT")[items[trigger]?.set ?? 0] !== 1) return null;
  for (let at = trigger - 1; at >= 0; at--) {
    const { group, from, to, set } = items[at] as Item;
    if (group?.row.includes("kin") === true) {
      const visited = visitedBehind(items, trigger, context);
      if (visited !== null) return visited;
      if (holds("MURDEREDW", from, (items[trigger] as Item).from, context)) return [];
      const own = namesWithin(names, [from, to]).filter(({ type }) => type === "person");
      const isJoined = classes.and[items[at + 1]?.set ?? 0] === 1;
      const isOther = holds("CALLEDBESIDEW", to, (items[trigger] as Item).from, context);
      const beside = isJoined && !isOther ? (items[at + 2]?.group?.persons ?? []) : [];
      return [...own, ...beside];
    }
    if (classes.told[set] === 1) return null;
  }
  return null;
}

/** "for the last visit |with B|", "|of the three convicts|": they are in danger, and not whose kin is called. */
function visitedBehind(
  items: readonly Item[],
  trigger: number,
  { classes }: DraftContext,
): readonly NameMatch[] | null {
  for (let at = trigger + 1; at < items.length; at++) {
    const { group, set } = items[at] as Item;
    if (classes.verbEnd[set] === 1) return null;
    if (group === null || group.type === "institution") continue;
    if (group.row.includes("kin") || group.row.includes("pronoun")) continue;
    return group.persons;
  }
  return null;
}

function holds(
  name: string,
  from: number,
  to: number,
  { pack, tokens }: Pick<EventContext, "pack" | "tokens">,
): boolean {
  const words = pack.wordsIn(name);
  for (let at = from; at < to; at++) if (isOneOf(tokens, at, words)) return true;
  return false;
}

/** "were not called for a last visit". */
export function isNotCalled(
  items: readonly Item[],
  trigger: number,
  { classes, pack, tokens }: EventContext,
): boolean {
  if (!pack.isVerbFinal || classes.of("LASTVISIT")[items[trigger]?.set ?? 0] !== 1) return false;
  const words = pack.wordsIn("NOTCALLEDW");
  const end = items.findIndex(({ set }, at) => at > trigger && classes.verbEnd[set] === 1);
  const { from, to } = items[end] ?? { from: 0, to: 0 };
  for (let at = from; at < to; at++) if (isOneOf(tokens, at, words)) return true;
  return false;
}

/** "The last visit of the two deputies |with the prisoners|": those who are visited are in danger, and not who visits them. */
export function isVisitor(
  items: readonly Item[],
  trigger: number,
  visitor: number,
  context: EventContext,
): boolean {
  const { pack, classes } = context;
  if (!pack.isVerbFinal || classes.of("LASTVISIT")[items[trigger]?.set ?? 0] !== 1) return false;
  const of = items[visitor];
  if (visitor < trigger || of === undefined) return false;
  if (of.group === null || of.group.persons.length > 0) return false;
  if (holds("VISITEDW", of.from, of.to, context)) return false;
  const next = items.slice(visitor + 1).find(({ group }) => group !== null);
  return next !== undefined && holds("VISITEDW", next.from, next.to, context);
}
