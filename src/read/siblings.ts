/**
 * In: a noun such as "the two brothers", and those named before whom it may mean. Out: whether the report shows that these are such ("A and his
 * brother B", "A and B Karimi").
 * Never: takes two people of different families for brothers.
 */
import type { DraftContext } from "./draftContext.ts";
import type { Item } from "./items.ts";
import { holdsOneOf, isOneOf } from "./wordSets.ts";

/** Those named are brothers or sisters by their common surname, or by the noun that stands between them. */
export function areSiblings(
  reference: Item,
  { from, to, group }: Item,
  { pack, tokens }: Pick<DraftContext, "pack" | "tokens">,
): boolean {
  const siblings = pack.wordsIn("SIBLINGSW");
  if (!isOneOf(tokens, reference.to - 1, siblings)) return false;
  // "the two brothers of the judge", "the two brothers who killed a nurse": the words behind say which.
  if (isOneOf(tokens, reference.to, pack.wordsIn("SIBLINGSOFW"))) return false;
  const sibling = pack.wordsIn("SIBLINGW");
  if (holdsOneOf(tokens, from, to, sibling)) return true;
  const surnames = group?.persons.map(({ name }) => name.split(" ").at(-1)) ?? [];
  return surnames.length > 1 && new Set(surnames).size === 1;
}
