/**
 * In: the noun of an event in a sentence that lists abuses ("Human rights issues included torture; arbitrary detention; …").
 * Out: whether it heads a part of that list: there it tells that the thing happens, without number and without name.
 * Never: takes what a law, a charge or a fear lists for what happens.
 */
import type { EventContext } from "./event.ts";
import type { Item } from "./items.ts";

/** Items between the word for abuses and the word that opens their list ("human rights problems reported in May included"). */
const HEAD_REACH = 8;

/** Words that describe a noun of the list, in items. */
const DESCRIBED = 6;

/** "The charges included torture, rape and murder": what the list opens with tells of none of them. */
export function isListedCharge(
  items: readonly Item[],
  trigger: number,
  { classes, pack }: EventContext,
): boolean {
  if (pack.isVerbFinal) return false;
  const opens = classes.of("INCLUDEV");
  for (let at = trigger - 1; at >= Math.max(1, trigger - CHARGE_REACH); at--) {
    const set = items[at]?.set ?? 0;
    if (opens[set] === 1) return classes.of("CHARGEHEAD")[items[at - 1]?.set ?? 0] === 1;
    if (classes.aux[set] === 1) return false;
  }
  return false;
}

/** Items between a noun of the list and the word that opens it. */
const CHARGE_REACH = 12;

const openings = new WeakMap<readonly Item[], number>();

/** The noun heads a part of a list of abuses. */
export function isCatalogued(
  items: readonly Item[],
  trigger: number,
  context: EventContext,
): boolean {
  const opening = openingOf(items, context);
  if (opening < 0 || trigger <= opening) return false;
  const { classes, tables } = context;
  const nouns = classes.of("T.noun");
  for (let at = trigger - 1; at >= Math.max(opening, trigger - DESCRIBED); at--) {
    const set = items[at]?.set ?? 0;
    if (at === opening || classes.comma[set] === 1 || classes.of("SEMI")[set] === 1) return true;
    const isDescribing =
      tables.modifier[set] === 1 ||
      classes.and[set] === 1 ||
      classes.determiner[set] === 1 ||
      classes.adverb[set] === 1 ||
      classes.quantity[set] === 1 ||
      classes.accuseOp[set] === 1 ||
      nouns[set] === 1;
    if (!isDescribing) return false;
  }
  return false;
}

/** Item of the word that opens the list ("included"), or -1. */
function openingOf(items: readonly Item[], context: EventContext): number {
  const known = openings.get(items);
  if (known !== undefined) return known;
  const opening = findOpening(items, context);
  openings.set(items, opening);
  return opening;
}

function findOpening(items: readonly Item[], { classes, pack }: EventContext): number {
  if (pack.isVerbFinal) return -1;
  const opens = classes.of("INCLUDEV");
  const heads = classes.of("ABUSEHEAD");
  const formed = classes.of("ED", "ACCT");
  for (let at = 1; at < items.length; at++) {
    const set = items[at]?.set ?? 0;
    if (opens[set] !== 1) continue;
    for (let head = at - 1; head >= Math.max(0, at - HEAD_REACH); head--) {
      const before = items[head]?.set ?? 0;
      if (heads[before] === 1) return at;
      // "issues discussed at the meeting included torture": a topic.
      if (classes.comma[before] === 1 || classes.negation[before] === 1) break;
      if (formed[before] === 1) break;
    }
  }
  return -1;
}
