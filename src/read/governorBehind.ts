/**
 * In: an event's verb and what governs it by its meaning ("acquitted of", "accused of", "charged with", "asked to",
 * "nearly"). Out: the modality it gives.
 * Never: looks over the clause.
 */
import type { Modality } from "../model/claim.ts";
import type { EventContext } from "./event.ts";
import { type Item, itemOf } from "./items.ts";
import { isOneOf } from "./wordSets.ts";

/** A modality with the item that decided it. */
export type Governed = { readonly modality: Modality; readonly operator: Item };

/** Where an event stands in its sentence. */
export type EventPlace = {
  readonly start: number;
  readonly trigger: number;
  /** Item of the subject, or -1. */
  readonly subject: number;
};

/** How far before "that" the noun may stand which it hangs on, in items. */
export const CONTENT_REACH = 6;

/** How far before or behind an event a word that denies or confirms it may stand, in items. */
export const BEHIND_REACH = 12;

/** A mark or a relative word: what stands beyond is of another clause. */
export function endsContent({ set }: Item, { classes }: EventContext): boolean {
  return (
    classes.comma[set] === 1 ||
    classes.stop[set] === 1 ||
    classes.quoteOpen[set] === 1 ||
    classes.quoteClose[set] === 1 ||
    classes.relative[set] === 1
  );
}

/** "until he is hanged", "before they are executed": a present behind such a word has not come yet. */
export function stillToCome(
  items: readonly Item[],
  left: number,
  trigger: number,
  context: EventContext,
): Governed | null {
  // "before another Karim is hanged": the reader of names leaves "another" out.
  const skipped = isForm(itemOf(items, left - 1)?.from ?? -1, "ANOTHERW", context) ? 2 : 1;
  const before = itemOf(items, left - skipped);
  if (before === undefined || !isForm(before.to - 1, "PENDINGW", context)) return null;
  for (let at = left; at < trigger; at++) {
    const item = items[at] as Item;
    if (context.classes.aux[item.set] === 1 && isForm(item.from, "PRESENTBE", context))
      return { modality: "hypothetical", operator: before };
  }
  return null;
}

/** "a murder that he did not commit": told only to be denied. */
export function uncommitted(
  items: readonly Item[],
  trigger: number,
  context: EventContext,
): Governed | null {
  let denial: Item | null = null;
  for (let at = trigger + 1; at < Math.min(items.length, trigger + 7); at++) {
    const item = items[at] as Item;
    if (context.classes.comma[item.set] === 1 || context.classes.stop[item.set] === 1) return null;
    if (context.classes.negation[item.set] === 1) denial = item;
    else if (denial !== null && holdsWord(item, "COMMITW", context))
      return { modality: "negated", operator: denial };
  }
  return null;
}

/** "we expect the number of hangings to go up": what is expected, with its verb behind. */
export function supposedNoun(
  items: readonly Item[],
  left: number,
  trigger: number,
  context: EventContext,
): Governed | null {
  const { classes } = context;
  if (classes.nominal[items[trigger]?.set ?? 0] !== 1) return null;
  for (let at = left - 1; at >= Math.max(0, left - CONTENT_REACH); at--) {
    const item = items[at] as Item;
    if (endsContent(item, context)) return null;
    if (holdsWord(item, "EXPECTW", context)) return { modality: "hypothetical", operator: item };
  }
  return null;
}

/** "would bring the number of prisoners put to death to 40": the change itself is supposed. */
export function supposedTrend(
  items: readonly Item[],
  trigger: number,
  context: EventContext,
): Governed | null {
  const { classes, tables } = context;
  let isTrend = false;
  for (let at = trigger; at >= Math.max(0, trigger - BEHIND_REACH); at--) {
    const item = items[at] as Item;
    if (endsContent(item, context)) return null;
    if (tables.trend[item.set] === 1) isTrend = true;
    if (!isTrend) continue;
    if (classes.may[item.set] === 1) return { modality: "hypothetical", operator: item };
    if (classes.will[item.set] === 1) return { modality: "intended", operator: item };
  }
  return null;
}

/** "to have him released", "let them kill us", "expel the envoy", "to become the first man put to death": brought about or bidden, not told. */
export function causedOrBidden(
  items: readonly Item[],
  left: number,
  { start, trigger, subject }: EventPlace,
  context: EventContext,
): Governed | null {
  const { tables, classes } = context;
  const verb = items[trigger] as Item;
  const isBase =
    tables.base[verb.set] === 1 &&
    tables.tensed[verb.set] !== 1 &&
    classes.preposition[items[trigger + 1]?.set ?? 0] !== 1;
  const before = itemOf(items, left - 1);
  if (isBase) {
    const own = items[subject];
    if (own === undefined)
      return isBidden(items, start, context) ? { modality: "unclear", operator: verb } : null;
    return isWord(own, "OBJECTW", context) ? { modality: "unclear", operator: own } : null;
  }
  if (
    before === undefined ||
    tables.participle[verb.set] !== 1 ||
    classes.aux[items[start]?.set ?? 0] === 1
  )
    return null;
  const earlier = itemOf(items, left - 2);
  const causing = itemOf(items, start - 2);
  if (
    causing !== undefined &&
    isWord(causing, "CAUSEW", context) &&
    isForm(causing.from - 1, "TO", context)
  )
    return { modality: "unclear", operator: causing };
  if (
    isWord(before, "CAUSEW", context) &&
    earlier !== undefined &&
    isForm(earlier.to - 1, "TO", context)
  )
    return { modality: "unclear", operator: before };
  // "may have him hanged", "will have them arrested".
  const modal = before.to - before.from > 1 ? before : earlier;
  const isModal = (one: Item) =>
    classes.may[one.set] === 1 || classes.will[one.set] === 1 || classes.must[one.set] === 1;
  if (isForm(before.to - 1, "CAUSEW", context) && modal !== undefined && isModal(modal))
    return { modality: "unclear", operator: before };
  if (!isForm(before.to - 1, "BECOMEW", context) || earlier === undefined) return null;
  return classes.wantOp[earlier.set] === 1 ||
    classes.will[earlier.set] === 1 ||
    classes.may[earlier.set] === 1
    ? { modality: "intended", operator: earlier }
    : null;
}

/** A verb without a subject at the head of a sentence, a quotation or what stands behind a colon. */
function isBidden(items: readonly Item[], start: number, { classes }: EventContext): boolean {
  const before = itemOf(items, start - 1);
  return (
    before === undefined || classes.colon[before.set] === 1 || classes.quoteOpen[before.set] === 1
  );
}

/** "“Executing him, after such a trial, |would be| unconscionable”", "|is| a crime": a deed that is the subject of what only may be. */
export function deedAsSubject(
  items: readonly Item[],
  { trigger, subject }: EventPlace,
  context: EventContext,
): Governed | null {
  const { classes } = context;
  const isHead =
    subject < 0 &&
    classes.gerund[items[trigger]?.set ?? 0] === 1 &&
    isBidden(items, trigger, context);
  if (!isHead || context.pack.isVerbFinal) return null;
  for (let at = trigger + 1; at < Math.min(items.length, trigger + SUBJECT_REACH); at++) {
    const item = items[at] as Item;
    if (classes.stop[item.set] === 1 || classes.quoteClose[item.set] === 1) return null;
    if (classes.may[item.set] === 1) return { modality: "hypothetical", operator: item };
    if (classes.will[item.set] === 1) return { modality: "intended", operator: item };
    if (classes.aux[item.set] !== 1) continue;
    return isForm(item.from, "PRESENTBE", context) ? { modality: "unclear", operator: item } : null;
  }
  return null;
}

/** Items between a deed that is a subject and its verb. */
const SUBJECT_REACH = 36;

/** "the failed execution of A", "a botched hanging": it was tried; whether it was done in the end is not said. */
export function failedDeed(
  items: readonly Item[],
  trigger: number,
  context: EventContext,
): Governed | null {
  if (context.classes.nominal[items[trigger]?.set ?? 0] !== 1) return null;
  for (let at = trigger - 1; at >= Math.max(0, trigger - FAILED_REACH); at--) {
    const item = items[at] as Item;
    if (isWord(item, "FAILEDADJW", context)) return { modality: "unclear", operator: item };
    if (context.classes.determiner[item.set] === 1 || !isModifier(item, context)) return null;
  }
  return null;
}

/** Items between such an adjective and its noun. */
const FAILED_REACH = 3;

/** "was nearly executed": it did not come to it. */
export function missed(
  items: readonly Item[],
  trigger: number,
  context: EventContext,
): Governed | null {
  const before = itemOf(items, trigger - 1);
  return before !== undefined && isWord(before, "NEARLYW", context)
    ? { modality: "negated", operator: before }
    : null;
}

/** "cleared of murdering his wife": that she was murdered by somebody is not what the verdict says. */
export function acquitted(
  items: readonly Item[],
  trigger: number,
  context: EventContext,
): Governed | null {
  for (let at = trigger - 1; at >= Math.max(0, trigger - 3); at--) {
    const item = items[at] as Item;
    if (endsContent(item, context)) return null;
    if (holdsWord(item, "ACQUITW", context)) return { modality: "alleged", operator: item };
  }
  return null;
}

/** "convicted of killing five people and seriously injuring four": the second deed of the same charge. */
export function accusedToo(
  items: readonly Item[],
  trigger: number,
  context: EventContext,
): Governed | null {
  const { classes } = context;
  if (classes.gerund[items[trigger]?.set ?? 0] !== 1) return null;
  let at = trigger - 1;
  while (at >= 0 && classes.adverb[items[at]?.set ?? 0] === 1) at--;
  const joint = items[at]?.set ?? 0;
  if (classes.and[joint] !== 1 && classes.comma[joint] !== 1) return null;
  let isGerund = false;
  for (at--; at >= Math.max(0, trigger - CHARGE_REACH); at--) {
    const item = items[at] as Item;
    if (classes.stop[item.set] === 1 || classes.relative[item.set] === 1) return null;
    if (classes.gerund[item.set] === 1) isGerund = true;
    else if (isGerund && classes.accuseOp[item.set] === 1)
      return { modality: "alleged", operator: item };
  }
  return null;
}

/** "convicted in 1996 of killing a guard": the time of the verdict stands between it and the deed. */
export function chargedApart(
  items: readonly Item[],
  trigger: number,
  context: EventContext,
): Governed | null {
  const { classes } = context;
  if (classes.nominal[items[trigger]?.set ?? 0] !== 1) return null;
  let isLed = false;
  for (let at = trigger - 1; at >= Math.max(0, trigger - CHARGE_GAP); at--) {
    const item = items[at] as Item;
    if (isLed && holdsWord(item, "CHARGEDV", context))
      return { modality: "alleged", operator: item };
    if (classes.comma[item.set] === 1) return chargedBeforeAside(items, at, context);
    if (classes.preposition[item.set] === 1) isLed ||= classes.of_[item.set] === 1;
    else if (
      classes.time[item.set] !== 1 &&
      item.quantity?.measure !== "bare-year" &&
      classes.place[item.set] !== 1 &&
      classes.organisation[item.set] !== 1 &&
      classes.adverb[item.set] !== 1 &&
      classes.determiner[item.set] !== 1 &&
      (isLed || classes.adjective[item.set] !== 1)
    )
      return null;
  }
  return null;
}

/** "accused of having taken part|, as a guard in Karun,| in the murder of": the aside stands between the part taken and the deed. */
function chargedBeforeAside(
  items: readonly Item[],
  comma: number,
  context: EventContext,
): Governed | null {
  const { classes } = context;
  if (classes.preposition[itemOf(items, comma + 1)?.set ?? 0] !== 1) return null;
  let at = comma - 1;
  while (at > comma - ASIDE_REACH && classes.comma[itemOf(items, at)?.set ?? 0] !== 1) at--;
  let hasPart = false;
  for (const last = at; at > last - PART_REACH; at--) {
    const item = itemOf(items, at - 1);
    if (item === undefined || endsContent(item, context)) return null;
    hasPart ||= holdsWord(item, "PARTAKENW", context);
    if (hasPart && holdsWord(item, "CHARGEDV", context))
      return { modality: "alleged", operator: item };
  }
  return null;
}

/** Items of the aside. */
const ASIDE_REACH = 16;
/** Items from the charge to the part taken. */
const PART_REACH = 7;

/** Items between a verdict and the deed. */
const CHARGE_GAP = 7;

/** Items that a charge of several deeds can have. */
const CHARGE_REACH = 16;

/** "They wanted him hanged": a wish, where no auxiliary says that it was done. */
export function wantedDone(
  items: readonly Item[],
  left: number,
  start: number,
  context: EventContext,
): Governed | null {
  const verb = itemOf(items, left - 1);
  if (context.pack.isVerbFinal || verb === undefined || left >= start) return null;
  const { classes } = context;
  const before = itemOf(items, left - 2)?.set ?? 0;
  // "two wanted men": the word describes them.
  const isAttribute = classes.quantity[before] === 1 || classes.determiner[before] === 1;
  if (isAttribute || !isWord(verb, "WANTV", context)) return null;
  if (items.slice(left, start + 1).some(({ set }) => classes.aux[set] === 1)) return null;
  return { modality: "called-for", operator: verb };
}

/** "a petition for the president's pardon": what is asked for has not been given. */
export function requested(
  items: readonly Item[],
  left: number,
  trigger: number,
  context: EventContext,
): Governed | null {
  if (context.classes.nominal[items[trigger]?.set ?? 0] !== 1) return null;
  const at = items[left]?.group === null ? left : left - 1;
  for (let i = Math.max(0, left - 2); i <= at; i++) {
    const item = items[i] as Item;
    const next = items[i + 1];
    if (!holdsWord(item, "REQUESTW", context)) continue;
    if (
      isForm(item.to - 1, "PURPOSE", context) ||
      (next !== undefined && isForm(next.to - 1, "PURPOSE", context))
    )
      return { modality: "hypothetical", operator: item };
  }
  return null;
}

/** "debated the execution of two men", "a plan for the execution of 20": an unlisted verb or aim may bring its object about, prevent it or wish for it. */
export function unknownVerb(
  items: readonly Item[],
  trigger: number,
  context: EventContext,
): Governed | null {
  const { classes, tables } = context;
  if (classes.nominal[items[trigger]?.set ?? 0] !== 1) return null;
  let at = trigger;
  while (at > 0 && isModifier(items[at - 1] as Item, context)) at--;
  const opener = itemOf(items, at - 1);
  const near = itemOf(items, at - 2);
  if (opener === undefined || near === undefined || tables.opensNoun[opener.set] !== 1) return null;
  const apart = adjunctBefore(items, at - 2, context);
  const verb = apart < 0 ? near : (items[apart] as Item);
  // "delayed by two weeks the execution of A": nothing says that it was done after all.
  const isHalted = (item: Item): boolean =>
    classes.stopOp[item.set] === 1 ||
    classes.of("HALTED", "SUSPV")[item.set] === 1 ||
    holdsWord(item, "SIGNEDOFFW", context);
  if (apart >= 0 && isHalted(verb)) return { modality: "unclear", operator: verb };
  if (holdsWord(verb, "SUMMONW", context) && verb.group === null)
    return { modality: "intended", operator: verb };
  const isOpen =
    verb.entry === null ? classes.finite[verb.set] === 1 : classes.asking[verb.set] === 1;
  if (isOpen) return { modality: "unclear", operator: verb };
  const aim = items[at - 3];
  return aim !== undefined && isForm(verb.to - 1, "PURPOSE", context) && isAim(aim, context)
    ? { modality: "unclear", operator: verb }
    : null;
}

/** "debated |on Monday| the execution of A", "halted |at the last minute| the": item of the verb before what says when or for how long, or -1. */
function adjunctBefore(items: readonly Item[], last: number, context: EventContext): number {
  const { classes, pack, tables } = context;
  if (pack.isVerbFinal) return -1;
  let at = last;
  while (at > Math.max(0, last - ADJUNCT_REACH) && isOfTime(items[at] as Item, context)) at--;
  if (at < last && classes.preposition[items[at]?.set ?? 0] === 1) at--;
  const verb = items[at];
  if (at === last || verb === undefined || verb.group !== null || verb.name !== null) return -1;
  return tables.opensNoun[verb.set] !== 1 && classes.comma[verb.set] !== 1 ? at : -1;
}

function isOfTime({ set, quantity, period, group }: Item, { classes }: EventContext): boolean {
  if (group !== null) return false;
  return classes.time[set] === 1 || period !== null || quantity?.measure === "duration";
}

/** Items that say when, between a verb and its object. */
const ADJUNCT_REACH = 3;

/** A noun that is no person, place or organisation ("a plan for", "the way for"). */
function isAim(item: Item, { classes, tables }: EventContext): boolean {
  return (
    item.group === null &&
    item.name === null &&
    (tables.bareNoun[item.set] === 1 || tables.thing[item.set] === 1) &&
    classes.finite[item.set] !== 1
  );
}

/** A word that may stand between an article and its noun. */
export function isModifier(item: Item, { classes, tables }: EventContext): boolean {
  return (
    tables.opensNoun[item.set] !== 1 && classes.adjective[item.set] === 1 && item.group === null
  );
}

/** The item is one word, which is in a set of the pack. */
export function isWord(item: Item, name: string, context: EventContext): boolean {
  return item.to - item.from === 1 && isForm(item.from, name, context);
}

/** A word of the item is in a set of the pack; of a group its last one. */
export function holdsWord(item: Item, name: string, context: EventContext): boolean {
  if (item.group !== null) return isForm(item.to - 1, name, context);
  for (let at = item.from; at < item.to; at++) if (isForm(at, name, context)) return true;
  return false;
}

/** A token is in a set of the pack. */
export function isForm(token: number, name: string, { tokens, pack }: EventContext): boolean {
  return isOneOf(tokens, token, pack.wordsIn(name));
}
