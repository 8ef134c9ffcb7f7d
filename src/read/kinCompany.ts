/**
 * In: an event whose verb stands last. Out: how many of somebody's family it happened to with him ("|along with his wife| was held").
 * Never: counts whom a clause, another verb or an "and" parts from the event, or a family that nobody counted.
 */
import type { ClaimKind, Quantity } from "../model/claim.ts";
import type { DraftContext } from "./draftContext.ts";
import type { ReadEvent } from "./event.ts";
import { type Item, itemOf } from "./items.ts";
import { countOf } from "./quantityOf.ts";
import { isOneOf } from "./wordSets.ts";

/** What is done to several together. */
const SHARED: ReadonlySet<ClaimKind> = new Set([
  "execution",
  "killing",
  "arrest",
  "release",
  "enforced-disappearance",
]);

/** The count with the one of the family beside; as it is where nobody is, null where it is open who was. */
export function countWithKin(
  counted: Quantity | null,
  event: ReadEvent,
  items: readonly Item[],
  context: DraftContext,
): Quantity | null {
  const { pack, classes, tokens } = context;
  if (!pack.isVerbFinal || counted === null || !SHARED.has(event.kind)) return counted;
  if (counted.min !== 1 || counted.max !== 1 || event.modality === "negated") return counted;
  const first = Math.max(-1, ...event.victims) + 1;
  if (first === 0 || first > event.trigger) return counted;
  for (let at = first; at < event.trigger; at++) {
    const item = items[at] as Item;
    const parts = [classes.verbEnd, classes.relative, classes.and, classes.stop];
    if (parts.some((members) => members[item.set] === 1)) return counted;
    const phrase = tokens.form.slice(item.from, item.to).join(" ");
    if (!pack.wordsIn("ALONGWITHW").has(phrase)) continue;
    const kin = itemOf(items, at + 1);
    if (kin === undefined || !isOneOf(tokens, kin.from, pack.wordsIn("KINHISW"))) return counted;
    const behind = items.slice(at + 2, event.trigger);
    const isParted = behind.some(({ set }) => parts.some((members) => members[set] === 1));
    const isPlain = kin.to - kin.from === 1 && (kin.group?.persons.length ?? 0) === 0;
    if (isParted || !isPlain || (behind[0]?.group?.persons.length ?? 0) > 0) return null;
    return countOf(2, kin, tokens, null);
  }
  return counted;
}
