/**
 * In: a deed behind "from" and those who are kept from it ("urged the court to |stop| the state |from| hanging A"). Out: the
 * modality that this gives.
 * Never: takes a deed for prevented that somebody failed to prevent ("could not stop the state from hanging A").
 */
import type { EventContext } from "./event.ts";
import { type Governed, isForm } from "./governorBehind.ts";
import { type Item, itemOf } from "./items.ts";
import { hasEnding } from "./speechWords.ts";

/** What somebody who is kept from a deed makes of it; null where nobody is, or where it was done all the same. */
export function keptFrom(
  items: readonly Item[],
  trigger: number,
  context: EventContext,
): Governed | null {
  if (context.pack.isVerbFinal) return null;
  const from = fromBefore(items, trigger, context);
  const at = from < 0 ? -1 : keepingVerb(items, from, context);
  const verb = items[at];
  if (verb === undefined) return null;
  const to = itemOf(items, at - 1);
  const isInfinitive = to !== undefined && context.classes.to[to.set] === 1;
  const before = isInfinitive ? at - 1 : at;
  const failure = failureBefore(items, before, context);
  if (failure !== "none")
    return failure === "open" ? { modality: "hypothetical", operator: verb } : null;
  if (isInfinitive || at === 0) return { modality: "called-to-stop", operator: verb };
  return isForm(verb.from, "KEPTW", context)
    ? { modality: "negated", operator: verb }
    : { modality: "hypothetical", operator: verb };
}

/** The "from" before a deed: "from hanging", "from ever hanging", "from carrying out the execution of"; or -1. */
function fromBefore(items: readonly Item[], trigger: number, context: EventContext): number {
  const { classes } = context;
  const isNoun = classes.nominal[items[trigger]?.set ?? 0] === 1;
  for (let at = trigger - 1; at >= Math.max(0, trigger - (isNoun ? NOUN_REACH : 2)); at--) {
    const item = items[at] as Item;
    if (isForm(item.to - 1, "ORIGIN", context)) {
      const next = items[at + 1];
      const isAdverb = next !== undefined && classes.adverb[next.set] === 1;
      const deed = isAdverb ? items[at + 2] : next;
      if (deed === undefined || !isGerund(deed, context)) return -1;
      // "from mourning the killing of": that one was done.
      const isOwn = !isNoun || items[trigger] === deed;
      return isOwn || isForm(deed.from, "DOINGW", context) ? at : -1;
    }
    const ends = [classes.stop, classes.comma, classes.aux, classes.that, classes.and];
    if (ends.some((members) => members[item.set] === 1)) return -1;
  }
  return -1;
}

function isGerund({ from, set }: Item, { classes, tokens, pack }: EventContext): boolean {
  return classes.gerund[set] === 1 || hasEnding(tokens.form[from] ?? "", "ING", pack);
}

/** Items from a deed's noun back to "from". */
const NOUN_REACH = 6;

/** The verb of keeping, right before "from" or before those who are kept from it; or -1. */
function keepingVerb(items: readonly Item[], from: number, context: EventContext): number {
  const { classes } = context;
  const own = items[from] as Item;
  // "barred from" may be one item.
  if (own.to - own.from > 1 && isKeeping(own, context)) return from;
  for (let at = from - 1; at >= Math.max(0, from - KEPT_REACH); at--) {
    const item = items[at] as Item;
    if (item.group === null && item.name === null && isKeeping(item, context)) return at;
    const ends = [classes.stop, classes.comma, classes.aux, classes.that, classes.trigger];
    if (item.group === null && ends.some((members) => members[item.set] === 1)) return -1;
  }
  return -1;
}

function isKeeping(item: Item, context: EventContext): boolean {
  return isForm(item.from, "KEEPFROMW", context) || isForm(item.from, "KEPTW", context);
}

/** Items of those who are kept from a deed. */
const KEPT_REACH = 8;

/** "could not", "failed to", "did nothing to": it was done; "nothing will", "cannot": it may be. */
function failureBefore(
  items: readonly Item[],
  verb: number,
  context: EventContext,
): "none" | "done" | "open" {
  const { classes } = context;
  let isFailed = false;
  let isOpen = false;
  for (let at = verb - 1; at >= Math.max(0, verb - FAIL_REACH); at--) {
    const item = items[at] as Item;
    if (classes.stop[item.set] === 1 || classes.comma[item.set] === 1) break;
    if (classes.negation[item.set] === 1 || isForm(item.to - 1, "FAILEDTOW", context))
      isFailed = true;
    if (item.group?.isNobody === true || isForm(item.from, "FAILEDTOW", context)) isFailed = true;
    if (classes.will[item.set] === 1 || isForm(item.from, "CANNOTW", context)) isOpen = true;
  }
  return isFailed ? (isOpen ? "open" : "done") : isOpen ? "open" : "none";
}

/** Items before a verb of keeping that deny it. */
const FAIL_REACH = 4;
