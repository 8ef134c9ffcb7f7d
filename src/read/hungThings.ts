/**
 * In: a trigger where verbs stand last. Out: whether what it takes is no living person: an effigy that is hanged, a carpet on its loom, a
 * body that leaves the prison; or whether somebody hanged one of their own family, which no court did.
 * Never: looks beyond the verb of another clause.
 */
import type { ClaimKind } from "../model/claim.ts";
import type { EventContext } from "./event.ts";
import type { Item } from "./items.ts";
import { isOneOf } from "./wordSets.ts";

/** An execution of what cannot be executed, or a release of one who is dead. */
export function isOfNobodyAlive(
  items: readonly Item[],
  trigger: number,
  kind: ClaimKind,
  context: EventContext,
): boolean {
  if (!context.pack.isVerbFinal) return false;
  if (kind === "execution") return isHungThing(items, trigger, context);
  return kind === "release" && isReleasedDead(items, trigger, context);
}

/** "They hanged |an effigy of A|", "he hanged |his own wife|": what stands right before the mark of the object. */
function isHungThing(items: readonly Item[], trigger: number, context: EventContext): boolean {
  const { classes, pack, tokens } = context;
  const effigies = pack.wordsIn("EFFIGYW");
  const makers = pack.wordsIn("EFFIGYMAKERW");
  const things = isOnLoom(items[trigger], context) ? pack.wordsIn("LOOMTHINGW") : null;
  const prep = classes.of("PREP");
  let hasObject = false;
  for (let at = trigger - 1; at >= 0; at--) {
    const { set, from, to, group } = items[at] as Item;
    if (classes.verbEnd[set] === 1 || classes.comma[set] === 1) return false;
    if (classes.object[set] === 1) {
      hasObject = true;
      continue;
    }
    if (!hasObject) continue;
    if (prep[set] === 1) return false;
    for (let token = from; token < to; token++) {
      const form = tokens.form[token] ?? "";
      if (things?.has(form) === true) return true;
      const isBehindPrep = token === from && prep[items[at - 1]?.set ?? 0] === 1;
      // "The |sculptor| A".
      if (isOneOf(tokens, token + 1, makers)) continue;
      if (effigies.has(form)) return !isBehindPrep;
    }
    if (group !== null && isOwnKin(items, at, context)) return true;
  }
  return false;
}

/** The verb that weavers and butchers use, too. */
function isOnLoom(item: Item | undefined, { pack, tokens }: EventContext): boolean {
  const verbs = pack.wordsIn("LOOMVERBW");
  for (let at = item?.from ?? 0; at < (item?.to ?? 0); at++)
    if (isOneOf(tokens, at, verbs)) return true;
  return false;
}

/** "His own wife". */
function isOwnKin(items: readonly Item[], at: number, { pack, tokens }: EventContext): boolean {
  const { from, to } = items[at] as Item;
  const kin = pack.wordsIn("HOUSEKINW");
  for (let token = from; token < to; token++) {
    if (!isOneOf(tokens, token, kin)) continue;
    return isOneOf(tokens, token + 1, pack.wordsIn("SELFW"));
  }
  return false;
}

/** "|The body of| A was let out of prison", "A left prison |by death|". */
function isReleasedDead(
  items: readonly Item[],
  trigger: number,
  { classes, pack, tokens }: EventContext,
): boolean {
  const remains = pack.wordsIn("REMAINSW");
  const prep = classes.of("PREP");
  const deaths = pack.wordsIn("BYDEATHW");
  for (let at = trigger - 1; at >= 0; at--) {
    const { set, from, to } = items[at] as Item;
    if (classes.verbEnd[set] === 1) return false;
    const isBehindPrep = prep[items[at - 1]?.set ?? 0] === 1;
    for (let token = from; token < to; token++) {
      const form = tokens.form[token] ?? "";
      if (remains.has(form) && !isBehindPrep) return true;
      if (deaths.has(form) && isOneOf(tokens, token - 1, pack.wordsIn("BYDEATHPREPW"))) return true;
    }
  }
  return false;
}
