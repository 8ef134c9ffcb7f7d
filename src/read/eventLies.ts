/**
 * In: an event that "that" hangs on a claim or report. Out: whether somebody calls that claim a lie behind it.
 * Never: takes a lie told in the event itself ("hanged for spreading lies") for what is said of the claim.
 */
import type { EventContext } from "./event.ts";
import type { Governed } from "./governorBehind.ts";
import { type Item, itemOf } from "./items.ts";
import { isOneOf } from "./wordSets.ts";

/** Items behind the event within which the claim is judged. */
const LIE_REACH = 12;

/** "claims that 41 men were hanged were 'pure lies'", "called reports that two were hanged fabrications". */
export function calledLie(
  items: readonly Item[],
  opener: number,
  trigger: number,
  context: EventContext,
): Governed | null {
  const { classes } = context;
  const named = nounBefore(items, opener, context);
  if (named < 0) return null;
  const isNamed =
    holds(items[named], "NAMINGV", context) || holds(items[named - 1], "NAMINGV", context);
  for (let at = trigger + 1; at < Math.min(items.length, trigger + LIE_REACH); at++) {
    const item = items[at] as Item;
    if (classes.stop[item.set] === 1 || classes.but[item.set] === 1) return null;
    if (!holds(item, "LIEW", context)) continue;
    const judge = judgeBefore(items, at, context);
    const before = itemOf(items, judge)?.set ?? 0;
    const isSaid = classes.of("BE")[before] === 1;
    const isCalled =
      isNamed && (judge < at - 1 || classes.time[before] === 1 || isAs(items[judge], context));
    return isSaid || isCalled ? { modality: "negated", operator: item } : null;
  }
  return null;
}

/** "The minister dismissed the execution of A as a lie": no noun for a claim stands between. */
export function dismissedAsLie(
  items: readonly Item[],
  trigger: number,
  context: EventContext,
): Governed | null {
  const { classes, pack } = context;
  if (pack.isVerbFinal || classes.nominal[items[trigger]?.set ?? 0] !== 1) return null;
  let verb = trigger - 1;
  while (verb > 0 && classes.determiner[items[verb]?.set ?? 0] === 1) verb--;
  const isDismissed = ["NAMINGV", "REBUTW"].some((name) => holds(items[verb], name, context));
  if (!isDismissed) return describedAsLie(items, verb, context);
  for (let at = trigger + 1; at < Math.min(items.length, trigger + LIE_REACH); at++) {
    const item = items[at] as Item;
    const ends = [classes.stop, classes.but, classes.and, classes.comma];
    if (ends.some((members) => members[item.set] === 1)) return null;
    if (!holds(item, "LIEW", context)) continue;
    const judge = judgeBefore(items, at, context);
    return judge < at - 1 || isAs(items[judge], context)
      ? { modality: "negated", operator: item }
      : null;
  }
  return null;
}

/** "described as a |lie| the execution of A": what it is called stands before it. */
function describedAsLie(
  items: readonly Item[],
  lie: number,
  context: EventContext,
): Governed | null {
  const word = items[lie];
  if (word === undefined || !["LIEW", "DOUBTN"].some((name) => holds(word, name, context)))
    return null;
  const as = judgeBefore(items, lie, context);
  return isAs(items[as], context) ? { modality: "negated", operator: word } : null;
}

/** The noun that the content hangs on, or -1. */
function nounBefore(items: readonly Item[], opener: number, context: EventContext): number {
  for (let at = opener; at >= Math.max(0, opener - 2); at--)
    if (["CLAIMN", "REPORTN", "DOUBTN"].some((name) => holds(items[at], name, context))) return at;
  return -1;
}

/** The item before the judging words and their quotation marks. */
function judgeBefore(
  items: readonly Item[],
  at: number,
  { classes, tables }: EventContext,
): number {
  let i = at - 1;
  while (i > 0) {
    const set = items[i]?.set ?? 0;
    const isOwn =
      classes.quoteOpen[set] === 1 ||
      classes.adverb[set] === 1 ||
      classes.determiner[set] === 1 ||
      tables.modifier[set] === 1;
    if (!isOwn || classes.of("BE")[set] === 1) break;
    i--;
  }
  return i;
}

function isAs(item: Item | undefined, { pack, tokens }: EventContext): boolean {
  return item !== undefined && isOneOf(tokens, item.to - 1, pack.wordsIn("NAMINGAS"));
}

function holds(item: Item | undefined, name: string, { pack, tokens }: EventContext): boolean {
  if (item === undefined) return false;
  const words = pack.wordsIn(name);
  for (let at = item.from; at < item.to; at++) if (isOneOf(tokens, at, words)) return true;
  return false;
}
