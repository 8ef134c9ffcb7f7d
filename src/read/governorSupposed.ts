/**
 * In: an event told only to say how many, or the how-manieth, there would be. Out: the modality that this gives.
 * Never: takes a count for supposed whose own verb is told ("the number of those executed rose").
 */
import type { EventContext } from "./event.ts";
import { endsContent, type Governed, isForm } from "./governorBehind.ts";
import { type Item, itemOf } from "./items.ts";
import { holdsOneOf, isOneOf } from "./wordSets.ts";

/** "the |number| of prisoners executed this year |would| be 30": counted only if it comes to it. */
export function supposedCount(
  items: readonly Item[],
  trigger: number,
  context: EventContext,
): Governed | null {
  const { classes, pack, tokens } = context;
  if (pack.isVerbFinal) return null;
  const counts = pack.wordsIn("COUNTNOUNW");
  let at = trigger - 1;
  for (; at > trigger - COUNT_REACH; at--) {
    const item = itemOf(items, at);
    if (item === undefined || endsContent(item, context)) return null;
    if (classes.aux[item.set] === 1 || classes.cue[item.set] === 1) return null;
    if (holdsOneOf(tokens, item.from, item.to, counts)) break;
  }
  if (at === trigger - COUNT_REACH) return null;
  for (let i = trigger + 1; i < Math.min(items.length, trigger + VERB_REACH); i++) {
    const item = items[i] as Item;
    const isMay = classes.may[item.set] === 1 && item.period === null;
    if (isMay || classes.will[item.set] === 1) {
      if (!comesTo(items, i, isMay, context)) return null;
      return { modality: isMay ? "hypothetical" : "intended", operator: item };
    }
    const isWithin = [classes.preposition, classes.adverb, classes.determiner, classes.place];
    const isNamed = item.period !== null || item.group !== null || item.name !== null;
    if (!isNamed && !isWithin.some((members) => members[item.set] === 1)) return null;
  }
  return null;
}

/**
 * "would |be 30|", "could |reach 12|", "will |be the highest|": a count that is not yet. "Will never be known", "will be published"
 * and "could be as high as 30" tell of one that is.
 */
function comesTo(
  items: readonly Item[],
  modal: number,
  isMay: boolean,
  { classes, pack, tokens }: EventContext,
): boolean {
  const operator = items[modal] as Item;
  const isWould = isOneOf(tokens, operator.from, pack.wordsIn("WOULDW"));
  let at = modal + 1;
  while (classes.adverb[itemOf(items, at)?.set ?? 0] === 1) at++;
  const verb = itemOf(items, at);
  if (verb === undefined || classes.negation[verb.set] === 1) return false;
  const be = classes.of("BE", "BEEN");
  const isBe = be[verb.set] === 1;
  if (isBe && isMay && !isWould) return false;
  let next = itemOf(items, at + 1);
  if (!isBe && next !== undefined && classes.to[next.set] === 1) next = itemOf(items, at + 2);
  if (next === undefined) return false;
  const isCount = (next.quantity ?? next.group?.quantity ?? null) !== null;
  return isCount || isOneOf(tokens, next.from, pack.wordsIn("DEF"));
}

/** Items from the noun that counts to the deed. */
const COUNT_REACH = 7;
/** Items from the deed to the verb of the count. */
const VERB_REACH = 9;

/** "he |would be the twelfth| protester executed since May": the rank of what has not come. */
export function supposedRank(
  items: readonly Item[],
  trigger: number,
  { classes, pack, tokens }: EventContext,
): Governed | null {
  if (pack.isVerbFinal) return null;
  const ranks = pack.wordsIn("SUPPOSEDRANKW");
  let hasRank = false;
  for (let at = trigger - 1; at > Math.max(0, trigger - RANK_REACH); at--) {
    const item = items[at] as Item;
    if (classes.comma[item.set] === 1 || classes.stop[item.set] === 1) return null;
    hasRank ||= holdsOneOf(tokens, item.from, item.to, ranks);
    if (classes.aux[item.set] !== 1) continue;
    const modal =
      classes.may[item.set] === 1 || classes.will[item.set] === 1 ? item : itemOf(items, at - 1);
    if (!hasRank || modal === undefined) return null;
    if (classes.may[modal.set] === 1) return { modality: "hypothetical", operator: modal };
    return classes.will[modal.set] === 1 ? { modality: "intended", operator: modal } : null;
  }
  return null;
}

/** Items from "would be" to the deed. */
const RANK_REACH = 8;

/** "said |that executing prisoners| after such trials |has a cost|": a deed that is the subject of what holds of any such. */
export function deedInGeneral(
  items: readonly Item[],
  trigger: number,
  context: EventContext,
): Governed | null {
  const { classes, pack } = context;
  const opener = itemOf(items, trigger - 1);
  if (pack.isVerbFinal || opener === undefined || classes.gerund[items[trigger]?.set ?? 0] !== 1)
    return null;
  if (!isForm(opener.to - 1, "THATW", context) || opener.group !== null) return null;
  for (let at = trigger + 1; at < Math.min(items.length, trigger + VERB_REACH); at++) {
    const item = items[at] as Item;
    if (endsContent(item, context)) return null;
    if (isForm(item.from, "PRESENTBE", context) || isForm(item.from, "PRESENTHAVE", context))
      return { modality: "unclear", operator: item };
    if (classes.aux[item.set] === 1) return null;
  }
  return null;
}
