/**
 * In: a death told by its noun, of which a clause only says how likely it is ("the execution of A is unlikely before the new year").
 * Out: the modality that this gives.
 * Never: takes a death for a chance because what may follow of it is likely ("is likely to inflame tensions").
 */
import type { EventContext } from "./event.ts";
import { type Governed, isForm } from "./governorBehind.ts";
import type { Item } from "./items.ts";
import { isOneOf, isPairOf } from "./wordSets.ts";

/** "The execution of A |is unlikely|", "|remains possible| on Sunday", "|is in doubt|", "|the likelihood of| the execution": it has not happened. */
export function possibleDeath(
  items: readonly Item[],
  trigger: number,
  context: EventContext,
): Governed | null {
  const { classes, pack } = context;
  if (pack.isVerbFinal || classes.nominal[items[trigger]?.set ?? 0] !== 1) return null;
  const head = headBefore(items, trigger, context);
  if (head !== undefined)
    // "the |reason for| the execution remains uncertain": not the execution.
    return isForm(head.to - 1, "LIKELIHOODW", context)
      ? { modality: "hypothetical", operator: head }
      : null;
  const at = verbBehind(items, trigger, context);
  const verb = items[at];
  if (verb === undefined) return null;
  const open = { modality: "hypothetical", operator: verb } as const;
  if (isForm(verb.to - 1, "AWAITSW", context) || isInDoubt(items, at, context)) return open;
  const chance = chanceBehind(items, at, context);
  if (chance < 0) return null;
  const isUnsure = isForm(items[chance]?.from ?? -1, "UNSUREW", context);
  // "was inevitable", "became possible" may be said of one that was.
  if (isForm(verb.to - 1, "PASTSTATEW", context) && !isUnsure) return null;
  return isLeftOpen(items, chance + 1, isUnsure, context) ? open : null;
}

/** "The killing of A was only |a matter of time|", "more arrests are a question of time": foreseen, of whatever kind. */
export function matterOfTime(
  items: readonly Item[],
  trigger: number,
  context: EventContext,
): Governed | null {
  const { classes, pack, tokens } = context;
  if (pack.isVerbFinal || classes.nominal[items[trigger]?.set ?? 0] !== 1) return null;
  const at = verbBehind(items, trigger, context);
  const verb = items[at];
  // "After the execution of A, more arrests are a matter of time".
  const isApart = items.slice(trigger, at).some(({ set }) => classes.comma[set] === 1);
  if (verb === undefined || isApart) return null;
  const matter = pack.wordsIn("MATTERW");
  const times = pack.wordsIn("TIMEW");
  for (let token = verb.to; token < verb.to + MATTER_REACH; token++)
    if (isPairOf(tokens, token, matter))
      return isOneOf(tokens, token + 2, times)
        ? { modality: "hypothetical", operator: verb }
        : null;
  return null;
}

/** Tokens between "is" and "matter of time". */
const MATTER_REACH = 4;

/** "|the likelihood| of the execution": the noun that the death belongs to; "reason for" is one item. */
function headBefore(
  items: readonly Item[],
  trigger: number,
  context: EventContext,
): Item | undefined {
  const before = context.classes.of("DET", "POSSP");
  let at = trigger - 1;
  while (at > 0 && before[items[at]?.set ?? 0] === 1) at--;
  const link = items[at];
  if (link === undefined || at < 0 || !isForm(link.to - 1, "OFFORW", context)) return undefined;
  return link.to - link.from > 1 ? link : items[at - 1];
}

/** "is |in doubt|", "is |on hold|", "is still |pending|", "is only |a matter of| days". */
function isInDoubt(items: readonly Item[], verb: number, context: EventContext): boolean {
  const { classes } = context;
  for (let at = verb; at <= verb + CHANCE_REACH; at++) {
    const item = items[at];
    if (item === undefined || item.period !== null) return false;
    if (isForm(item.to - 1, "INDOUBTW", context)) return true;
    if (classes.comma[item.set] === 1 || classes.stop[item.set] === 1) return false;
  }
  return false;
}

/** The verb that says how it stands with the death, past asides; or -1. */
function verbBehind(items: readonly Item[], trigger: number, context: EventContext): number {
  const { classes } = context;
  for (let at = trigger + 1; at < Math.min(items.length, trigger + NOUN_REACH); at++) {
    const item = items[at] as Item;
    if (classes.stop[item.set] === 1) return -1;
    // "has become" is one item, and so is "is in doubt".
    if (
      STATES.some((name) => isForm(item.from, name, context) || isForm(item.to - 1, name, context))
    )
      return at;
    if (classes.relative[item.set] === 1) {
      // ", who is 31,": the verb is that of whom it befalls.
      const comma = items.findIndex(({ set }, one) => one > at && classes.comma[set] === 1);
      if (comma < 0) return -1;
      at = comma;
    } else if (classes.aux[item.set] === 1) return -1;
  }
  return -1;
}

/** "is", "was", "remains", "has become", "awaits". */
const STATES = ["PRESENTBE", "PASTSTATEW", "LINKVERBW", "AWAITSW"] as const;

/** The word for how likely it is, behind its verb; or -1. */
function chanceBehind(items: readonly Item[], verb: number, context: EventContext): number {
  const { classes } = context;
  const ends = [classes.comma, classes.stop, classes.preposition, classes.cue, classes.conjunction];
  for (let at = verb + 1; at <= verb + CHANCE_REACH; at++) {
    const item = items[at];
    if (item === undefined || item.period !== null) return -1;
    if (isForm(item.from, "POSSIBLEW", context) || isForm(item.from, "UNSUREW", context)) return at;
    if (ends.some((members) => members[item.set] === 1)) return -1;
  }
  return -1;
}

/** Is nothing said of what comes of it? "likely |to inflame|", "likely |a reprisal|" may be said of one that was. */
function isLeftOpen(
  items: readonly Item[],
  at: number,
  isUnsure: boolean,
  context: EventContext,
): boolean {
  const { classes } = context;
  const item = items[at];
  if (item === undefined || item.period !== null) return true;
  const own = [classes.stop, classes.comma, classes.conjunction, classes.of("BUT", "SUBORD")];
  if (own.some((members) => members[item.set] === 1)) return true;
  // "possible |at any moment|"; a "possible |crime|" and "impossible |to| verify" are said of one that was.
  if (!isUnsure)
    return (
      classes.adverb[item.set] === 1 ||
      classes.preposition[item.set] === 1 ||
      isForm(item.from, "ATW", context)
    );
  if (classes.adverb[item.set] === 1) return items[at + 1] === undefined;
  // "likely in retaliation" tells why it was; "likely within days" does not.
  return classes.preposition[item.set] === 1 && (items[at + 1]?.period ?? null) !== null;
}

/** Items from a death to its verb, and from that to the word. */
const NOUN_REACH = 16;
const CHANCE_REACH = 4;
