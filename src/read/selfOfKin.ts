/**
 * In: a pronoun behind a relative of somebody ("A's father was hanged and she herself was jailed"). Out: whom it means.
 * Never: takes the relative for the one whose relative he is ("A's brother killed a man and he himself was hanged"), nor
 * somebody's judge or accomplice for his kin; looks beyond the sentence.
 */
import type { DraftContext } from "./draftContext.ts";
import type { NameMatch } from "./findNames.ts";
import type { Item } from "./items.ts";
import { isOneOf } from "./wordSets.ts";

/**
 * Whom "she herself" means behind the only relative of her sentence; null where it is "she" alone, who may be the
 * relative of whom something was told, and undefined where nothing says so.
 */
export function selfOfKin(
  item: Item,
  items: readonly Item[],
  { pack, tokens, classes }: DraftContext,
): NameMatch | null | undefined {
  if (!pack.isVerbFinal) return undefined;
  const kin = pack.wordsIn("KINOF");
  const before = items.slice(0, items.indexOf(item));
  if (before.some(({ group }) => (group?.persons.length ?? 0) > 0)) return undefined;
  const owned = before.filter(
    ({ from, group }) => group?.owners.length === 1 && isOneOf(tokens, from, kin),
  );
  const [relative] = owned;
  if (relative === undefined || owned.length > 1) return undefined;
  const between = before.slice(before.indexOf(relative) + 1);
  const isOne = isOneOf(tokens, relative.from, pack.wordsIn("KIN"));
  if (isOneOf(tokens, item.from - 1, pack.wordsIn("REFLEXIVE"))) {
    const passive = classes.of("PASSV");
    const isSuffered = between.some(
      ({ set }, at) => passive[set] === 1 && classes.trigger[between[at - 1]?.set ?? 0] === 1,
    );
    const isActive = between.some(({ set }) => classes.object[set] === 1);
    return isOne && isSuffered && !isActive ? (relative.group?.owners[0] ?? null) : null;
  }
  const isTold = between.some(({ set }) => classes.verbEnd[set] === 1);
  const isSaid = between.some(({ set }) => classes.relative[set] === 1);
  return isTold && isOne && !isSaid ? null : undefined;
}
