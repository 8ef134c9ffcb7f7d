/**
 * In: the verb of an event in a sentence whose verbs stand last, and a word of surmise in its clause ("perhaps", "in all likelihood").
 * Out: that nobody holds it to be so.
 * Never: doubts a deed because only its cause, its manner or an aside is surmised ("was arrested, perhaps for his articles").
 */
import type { EventContext } from "./event.ts";
import type { Governed } from "./governorBehind.ts";
import { type Item, itemOf } from "./items.ts";
import { isOneOf } from "./wordSets.ts";

/** "|Perhaps| three men in Tabas have been killed": a guess. */
export function surmised(
  items: readonly Item[],
  trigger: number,
  context: EventContext,
): Governed | null {
  const { classes, pack } = context;
  const surmise = classes.of("SURMISE");
  if (!pack.isVerbFinal || !isVerb(items, trigger, context)) return null;
  let hasComma = false;
  for (let at = trigger - 1; at >= Math.max(0, trigger - CLAUSE_REACH); at--) {
    const item = items[at] as Item;
    if (surmise[item.set] === 1) {
      // "A, perhaps the youngest of them, was hanged": an aside.
      const isAside = hasComma && classes.comma[itemOf(items, at - 1)?.set ?? 0] === 1;
      return isAside || isOfCircumstance(items, at, context)
        ? null
        : { modality: "unclear", operator: item };
    }
    if (endsClause(items, at, context)) return null;
    hasComma ||= classes.comma[item.set] === 1;
  }
  return null;
}

/** Items of a clause before its verb. */
const CLAUSE_REACH = 24;

/** The deed is told by a verb, or by a noun or participle right before one. */
function isVerb(items: readonly Item[], trigger: number, { classes }: EventContext): boolean {
  const next = itemOf(items, trigger + 1)?.set ?? 0;
  const isNoun = classes.nominal[items[trigger]?.set ?? 0] === 1;
  return !isNoun || classes.verbEnd[next] === 1 || classes.passivePart[next] === 1;
}

/** A verb, a mark or "who" ends the clause to the left; so does "killed and |two men|", whose subject is another. */
function endsClause(items: readonly Item[], at: number, { classes }: EventContext): boolean {
  const { set } = items[at] as Item;
  const next = itemOf(items, at + 1);
  const isOther = next !== undefined && next.group !== null && next.group.type !== "institution";
  if (classes.and[set] === 1 && isOther)
    return classes.trigger[itemOf(items, at - 1)?.set ?? 0] === 1;
  return (
    classes.verbEnd[set] === 1 ||
    classes.stop[set] === 1 ||
    classes.relative[set] === 1 ||
    classes.colon[set] === 1 ||
    classes.quoteClose[set] === 1 ||
    classes.but[set] === 1
  );
}

/** "|perhaps| for his articles", "|perhaps| by the blow of a stick": only that is surmised. */
function isOfCircumstance(
  items: readonly Item[],
  at: number,
  { pack, tokens }: EventContext,
): boolean {
  const from = (items[at] as Item).to;
  const words = pack.wordsIn("SURMISEDW");
  return isOneOf(tokens, from, words) || isOneOf(tokens, from + 1, words);
}
