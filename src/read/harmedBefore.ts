/**
 * In: "that led to |their| death" behind a clause, where verbs stand last. Out: whom the pronoun means, where the clause says what somebody
 * did to others ("ten officers shot at two men, which led to their death": the two).
 * Never: takes those who shoot for those who are shot, or counts them.
 */
import type { DraftContext } from "./draftContext.ts";
import type { ReadEvent } from "./event.ts";
import type { Item } from "./items.ts";

/** Those whom the deed was done to; null where nobody can say; undefined where no such clause stands before. */
export function harmedBefore(
  { from, trigger }: ReadEvent,
  victim: Item,
  items: readonly Item[],
  context: DraftContext,
): Item | null | undefined {
  const { classes, pack } = context;
  if (!pack.isVerbFinal || victim.group?.type !== "pronoun") return undefined;
  if (items.indexOf(victim) < trigger) return undefined;
  let that = from - 1;
  while (classes.adverb[items[that]?.set ?? 0] === 1) that--;
  if (classes.relative[items[that]?.set ?? 0] !== 1) return undefined;
  if (isPassive(items, that - 1, context)) return undefined;
  let start = that;
  while (start > 0 && classes.stop[items[start - 1]?.set ?? 0] !== 1) start--;
  const clause = items.slice(start, that);
  const hit = clause.filter((item) => isAimedAt(item, items, context));
  const [doer] = clause.filter(({ group }) => group !== null);
  const first = hit[0];
  const isArmed = doer !== undefined && doer !== first && holdsArmed(doer, clause, context);
  if (first === undefined) return isArmed ? null : undefined;
  return isArmed && hit.length === 1 && first.group?.type !== "pronoun" ? first : null;
}

/** "were held", not "went in". */
function isPassive(items: readonly Item[], at: number, { classes }: DraftContext): boolean {
  const isPart = classes.of("T.part")[items[at - 1]?.set ?? 0] === 1;
  return isPart && classes.of("PASSV")[items[at]?.set ?? 0] === 1;
}

/** "at two men", "at the car of these two", "two men" before the mark of an object. */
function isAimedAt(
  item: Item,
  items: readonly Item[],
  { classes, pack, tokens }: DraftContext,
): boolean {
  const { group } = item;
  if (group === null || group.type === "institution") return false;
  const at = items.indexOf(item);
  if (classes.object[items[at + 1]?.set ?? 0] === 1) return true;
  const towards = pack.wordsIn("TOWARDSW");
  return items
    .slice(Math.max(0, at - TARGET_REACH), at)
    .some(({ from, to }) => towards.has(tokens.form.slice(from, to).join(" ")));
}

/** Items from "towards" to those who are aimed at ("towards the car of |these two|"). */
const TARGET_REACH = 2;

/** "ten |officers|", "dozens of the |soldiers|": by the noun of those told of, or right behind it. */
function holdsArmed(doer: Item, clause: readonly Item[], { pack, tokens }: DraftContext): boolean {
  const armed = pack.wordsIn("ARMEDW");
  const end = clause[clause.indexOf(doer) + ARMED_REACH]?.to ?? doer.to;
  for (let at = doer.from; at < end; at++) if (armed.has(tokens.form[at] ?? "")) return true;
  return false;
}

/** Items behind a number in which those are named whom it counts ("dozens |of the military forces|"). */
const ARMED_REACH = 3;
