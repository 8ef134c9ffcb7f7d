/**
 * In: a pronoun and the person it seems to mean. Out: whether that is the one to whom it was done, in a sentence on who did it.
 * Never: speaks of what is told elsewhere.
 */
import type { ClaimKind } from "../model/claim.ts";
import type { DraftContext } from "./draftContext.ts";
import type { ReadEvent } from "./event.ts";
import type { NameMatch } from "./findNames.ts";
import type { Item } from "./items.ts";

/** What a court does to who did it. */
const OF_CONVICTED: ReadonlySet<ClaimKind> = new Set([
  "arrest",
  "death-sentence",
  "imminent-execution",
  "corporal-punishment",
  "clemency",
  "release",
]);

/** "convicted a guard of the murder of |A|, and sentenced |him|": not A, whoever the guard is. */
export function isWronged(
  { kind }: ReadEvent,
  { from: pronoun }: Item,
  found: NameMatch,
  items: readonly Item[],
  { pack, tokens }: DraftContext,
): boolean {
  const start = items[0]?.from ?? 0;
  const name = Math.min(found.from, found.titleFrom);
  if (pack.isVerbFinal || !OF_CONVICTED.has(kind) || name < start || found.to > pronoun)
    return false;
  const { form } = tokens;
  const [accusing, wrongs] = [pack.wordsIn("CONVICTW"), pack.wordsIn("WRONGINGW")];
  for (let at = name - 1; at >= start; at--) {
    if (!wrongs.has(form[at] ?? "")) continue;
    // Up to the accusation nobody else is told of.
    return form.slice(start, at).some((one) => accusing.has(one));
  }
  return false;
}
