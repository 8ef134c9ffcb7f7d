/**
 * In: an execution or killing that its clause only dreads, orders or averts ("within hours of being", "save him from",
 * "taken to the place and brought back"). Out: the modality that this gives.
 * Never: takes a death for done because its noun or participle stands there; denies one that another clause only stands beside.
 */
import type { EventContext } from "./event.ts";
import { quantityOf } from "./eventParties.ts";
import { behindSaying, supposedBehindAsides } from "./governorAside.ts";
import {
  type EventPlace,
  type Governed,
  endsContent,
  holdsWord,
  isForm,
  isWord,
} from "./governorBehind.ts";
import { possibleDeath } from "./governorChance.ts";
import { type Item, itemOf } from "./items.ts";
import { TOKEN } from "./tokens.ts";

/** What a clause that dreads, orders or averts a death makes of it, or null. */
export function dreadedDeath(
  items: readonly Item[],
  place: EventPlace,
  context: EventContext,
): Governed | null {
  const { start, trigger, subject } = place;
  const death = items[trigger];
  if (context.pack.isVerbFinal || death === undefined) return null;
  if (!holdsWord(death, "PUTTODEATHW", context)) return null;
  const left = subject >= 0 ? Math.min(start, subject) : start;
  return (
    dreadedGerund(items, trigger, context) ??
    bidden(items, left, place, context) ??
    savedFrom(items, trigger, context) ??
    stillAhead(items, left, trigger, context) ??
    worriedAbout(items, trigger, context) ??
    worryBehind(items, trigger, context) ??
    behindSaying(items, trigger, context) ??
    supposedBehindAsides(items, trigger, context) ??
    possibleDeath(items, trigger, context) ??
    deniedNews(items, left, trigger, context) ??
    turnedBack(items, trigger, context) ??
    livesOn(items, trigger, context)
  );
}

/** "within hours of being hanged", "wrote about being hanged", "a stay before being hanged": talk of it, no telling. */
function dreadedGerund(
  items: readonly Item[],
  trigger: number,
  context: EventContext,
): Governed | null {
  let at = trigger - 1;
  while (at >= 0 && context.classes.adverb[items[at]?.set ?? 0] === 1) at--;
  const being = items[at];
  const link = items[at - 1];
  if (being === undefined || link === undefined || !isWord(being, "BEINGW", context)) return null;
  if (isForm(link.to - 1, "GERUNDLINK", context)) return { modality: "unclear", operator: link };
  if (!isForm(link.to - 1, "PENDINGW", context)) return null;
  const reprieve = itemOf(items, at - 2);
  return reprieve !== undefined && isReprieve(reprieve, context)
    ? { modality: "unclear", operator: reprieve }
    : null;
}

/** "The judge ordered three men hanged", "they want to see him hanged": bidden, where nothing says that it was done. */
function bidden(
  items: readonly Item[],
  left: number,
  { start, trigger }: EventPlace,
  context: EventContext,
): Governed | null {
  const verb = itemOf(items, left - 1);
  if (verb === undefined || left >= start) return null;
  const { classes } = context;
  const before = itemOf(items, left - 2)?.set ?? 0;
  if (classes.quantity[before] === 1 || classes.determiner[before] === 1) return null;
  if (items.slice(left, start + 1).some(({ set }) => classes.aux[set] === 1)) return null;
  if (isWord(verb, "BIDV", context)) {
    const isDone = items.some(({ set }, at) => at > trigger && classes.of("CARRIED")[set] === 1);
    if (!isDone) return { modality: "intended", operator: verb };
  }
  return classes.of("CUE.want")[verb.set] === 1 ? { modality: "called-for", operator: verb } : null;
}

/** "efforts to save three men from execution". */
function savedFrom(
  items: readonly Item[],
  trigger: number,
  context: EventContext,
): Governed | null {
  const from = itemOf(items, trigger - 1);
  if (from === undefined || !isForm(from.to - 1, "ORIGIN", context)) return null;
  for (let at = trigger - 2; at >= Math.max(0, trigger - SAVED_REACH); at--) {
    const item = items[at] as Item;
    if (endsContent(item, context)) return null;
    if (holdsWord(item, "SAVEW", context)) return { modality: "called-to-stop", operator: item };
  }
  return null;
}

/** Items between "save" and "from". */
const SAVED_REACH = 5;

/** "Hours before the execution of three men, a stay was granted": only where the sentence tells of the reprieve. */
function stillAhead(
  items: readonly Item[],
  left: number,
  trigger: number,
  context: EventContext,
): Governed | null {
  if (context.classes.nominal[items[trigger]?.set ?? 0] !== 1) return null;
  const link = itemOf(items, left - 1);
  if (link === undefined) return null;
  const span = link.to - link.from > 1 ? link : itemOf(items, left - 2);
  const isBefore =
    isForm(link.to - 1, "PENDINGW", context) && span !== undefined && isSpan(span, context);
  if (!isBefore && !holdsWord(link, "AHEADW", context)) return null;
  const isReprieved = items.some((item, at) => at > trigger && isReprieve(item, context));
  return isReprieved ? { modality: "unclear", operator: link } : null;
}

/**
 * "Concerns have been raised about the unjust execution of A": dreaded, unless the words tell of several deaths or of a day
 * ("concern about the execution of nine men").
 */
function worriedAbout(
  items: readonly Item[],
  trigger: number,
  context: EventContext,
): Governed | null {
  const { classes } = context;
  if (classes.nominal[items[trigger]?.set ?? 0] !== 1) return null;
  // "concerns about the secret executions of A and B": several deaths are told.
  if (isForm((items[trigger]?.to ?? 0) - 1, "DEATHSW", context)) return null;
  let at = trigger - 1;
  while (at >= 0 && !endsContent(items[at] as Item, context)) {
    if (isForm((items[at] as Item).to - 1, "WORRYLINKW", context)) break;
    const { set, from } = items[at] as Item;
    // "concerned for her safety |after| the execution of her brother".
    const isOther = classes.preposition[set] === 1 || trigger - at > SAVED_REACH;
    if (isOther || isForm(from, "TOLDOFW", context)) return null;
    at--;
  }
  for (let back = at - 1; back >= Math.max(0, at - WORRY_REACH); back--) {
    const item = items[back] as Item;
    if (endsContent(item, context)) return null;
    if (!holdsWord(item, "WORRYW", context)) continue;
    return isTold(items, trigger, context) ? null : { modality: "hypothetical", operator: item };
  }
  return null;
}

/** "A's execution |has always worried| him", "A's execution |is a worry|": dreaded as long as it is told of the present. */
function worryBehind(
  items: readonly Item[],
  trigger: number,
  context: EventContext,
): Governed | null {
  const { classes, tokens } = context;
  const death = items[trigger] as Item;
  if (classes.nominal[death.set] !== 1 || isForm(death.to - 1, "DEATHSW", context)) return null;
  if (!isForm(death.to - 1, "EXECUTIONW", context)) return null;
  let isPresent = false;
  for (let at = trigger + 1; at < Math.min(items.length, trigger + WORRY_REACH); at++) {
    const item = items[at] as Item;
    if (endsContent(item, context) || classes.of("COMMA", "TIME")[item.set] === 1) return null;
    // "A's execution worries him", "has |always| worried him": "has worried the UN" is said of one that was.
    if (classes.of("BE")[item.set] === 1) return null;
    if (isForm(item.from, "ALWAYSW", context)) isPresent = true;
    else if (classes.of("HAVE")[item.set] === 1) continue;
    else if (holdsWord(item, "WORRYW", context)) {
      const isNow = isPresent || isForm(item.from, "WORRYNOWW", context);
      const isDread = isNow && !isTold(items, trigger, context);
      return isDread ? { modality: "hypothetical", operator: item } : null;
    } else if (classes.trigger[item.set] === 1 || classes.cue[item.set] === 1) return null;
    else if (tokens.kind[item.from] !== TOKEN.word) return null;
  }
  return null;
}

/** Items between "concerns" and "about". */
const WORRY_REACH = 8;

/** A day or several people behind the noun: what is told so has happened. */
function isTold(items: readonly Item[], trigger: number, context: EventContext): boolean {
  const { classes } = context;
  for (let at = trigger + 1; at < items.length; at++) {
    const item = items[at] as Item;
    if (endsContent(item, context)) return false;
    if (classes.time[item.set] === 1 || (quantityOf(item)?.min ?? 1) > 1) return true;
  }
  return false;
}

/** "hours", "three days". */
function isSpan(item: Item, context: EventContext): boolean {
  return (
    context.classes.of("DURATION", "QTYDUR")[item.set] === 1 || holdsWord(item, "SPANW", context)
  );
}

/** "News of the execution of three men was denied": what is denied is that it happened. */
function deniedNews(
  items: readonly Item[],
  left: number,
  trigger: number,
  context: EventContext,
): Governed | null {
  const { classes } = context;
  if (classes.nominal[items[trigger]?.set ?? 0] !== 1) return null;
  const isNews = [left - 1, left - 2].some((at) => {
    const item = itemOf(items, at);
    return item !== undefined && holdsWord(item, "REPORTN", context);
  });
  if (!isNews) return null;
  for (let at = trigger + 1; at < Math.min(items.length, trigger + BACK_REACH); at++) {
    const item = items[at] as Item;
    if (endsContent(item, context) || classes.and[item.set] === 1) return null;
    const isPassive = classes.aux[items[at - 1]?.set ?? 0] === 1;
    if (isPassive && holdsWord(item, "REBUTW", context))
      return { modality: "negated", operator: item };
    // "was never denied" denies nothing.
    if (classes.negation[item.set] === 1) return null;
  }
  return null;
}

/** "was taken to the gallows but not hanged", "led to the gallows and brought back". */
function turnedBack(
  items: readonly Item[],
  trigger: number,
  context: EventContext,
): Governed | null {
  const { classes, pack, tokens } = context;
  const death = items[trigger] as Item;
  const last = tokens.form[death.to - 1] ?? "";
  if (!pack.wordsIn("SCAFFOLDW").has(last) || !holdsWord(death, "LEDW", context)) return null;
  // "was twice taken to the gallows": nobody dies twice.
  for (let at = Math.max(0, trigger - 3); at < Math.min(items.length, trigger + 4); at++)
    if (holdsWord(items[at] as Item, "OFTENW", context))
      return { modality: "unclear", operator: items[at] as Item };
  for (let at = trigger + 1; at < Math.min(items.length, trigger + BACK_REACH); at++) {
    const item = items[at] as Item;
    if (endsContent(item, context)) return null;
    const isBack = classes.of("RETURNV")[item.set] === 1 || isReprieve(item, context);
    if (isBack || holdsWord(item, "DELAYW", context))
      return { modality: "unclear", operator: item };
    const next = items[at + 1];
    const isNot = classes.negation[item.set] === 1 && next !== undefined;
    if (isNot && holdsWord(next, "PUTTODEATHW", context))
      return { modality: "unclear", operator: item };
  }
  return null;
}

/** "had been executed, |though he is free|", "although she lives abroad": what stands against the death. */
function livesOn(items: readonly Item[], trigger: number, context: EventContext): Governed | null {
  const { classes } = context;
  const reach = Math.min(items.length - 2, trigger + BACK_REACH);
  for (let at = trigger + 1; at < reach; at++) {
    const item = items[at] as Item;
    if (classes.stop[item.set] === 1) return null;
    if (!isForm(item.to - 1, "CONCESSIVEW", context)) continue;
    if (items[at + 1]?.group?.type !== "pronoun") return null;
    const rest = items.slice(at + 2, at + 2 + LIVES_REACH);
    const isAlive = rest.some((one) => holdsWord(one, "LIVESW", context));
    const isDenied = rest.some(({ set }) => classes.negation[set] === 1);
    return isAlive && !isDenied ? { modality: "unclear", operator: item } : null;
  }
  return null;
}

/** Items from "though he" to the word that says that he lives. */
const LIVES_REACH = 4;

/** Items behind a death in which its clause may take it back. */
const BACK_REACH = 14;

function isReprieve(item: Item, { classes }: EventContext): boolean {
  return ["STAYN", "PARDONN", "SPAREV", "HALTED", "FORGAVEW"].some(
    (name) => classes.of(name)[item.set] === 1,
  );
}
