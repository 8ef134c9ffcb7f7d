/**
 * In: an event where verbs stand last, with the items before its trigger. Out: whose family was called for a last visit ("the family of A
 * were called": A is in danger).
 * Never: takes the family for those in danger.
 */
import type { DraftContext } from "./draftContext.ts";
import type { ReadEvent } from "./event.ts";
import type { NameMatch } from "./findNames.ts";
import type { Item } from "./items.ts";
import { namesWithin } from "./nameScopes.ts";

/** Those whose kin was called; nobody where the event is no last visit or no kin of somebody named stands before it. */
export function ownersOfCalledKin(
  { kind, trigger }: ReadEvent,
  items: readonly Item[],
  { pack, classes, names }: DraftContext,
): readonly NameMatch[] {
  if (!pack.isVerbFinal || kind !== "imminent-execution") return [];
  if (classes.of("LASTVISIT")[items[trigger]?.set ?? 0] !== 1) return [];
  for (let at = trigger - 1; at >= 0; at--) {
    const { group, from, to, set } = items[at] as Item;
    if (group?.row.includes("kin") === true) {
      const own = namesWithin(names, [from, to]).filter(({ type }) => type === "person");
      const isJoined = classes.and[items[at + 1]?.set ?? 0] === 1;
      const beside = isJoined ? (items[at + 2]?.group?.persons ?? []) : [];
      return [...own, ...beside];
    }
    if (classes.told[set] === 1) return [];
  }
  return [];
}
