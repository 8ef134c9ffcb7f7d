/**
 * In: a time in a sentence with an event. Out: whether it only describes a noun ("the 2022 protests").
 * Never: takes a time from the event whose own noun it describes.
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import type { ReadEvent } from "./event.ts";
import type { PeriodMatch } from "./findPeriods.ts";
import { type Item, itemOf } from "./items.ts";
import type { TieContext } from "./periodClauses.ts";
import { isOneOf, isPairOf } from "./wordSets.ts";

/** "put to death for a September 2002 ambush", "hanged over the 2022 protests": the time of the noun that it describes. */
export function isOfNoun(
  items: readonly Item[],
  index: number,
  event: ReadEvent,
  { classes, tokens, pack }: TieContext,
): boolean {
  const { period, from, to } = items[index] as Item;
  if (period === null || !isPlainDate(period)) return false;
  const next = items[index + 1];
  if (next === undefined || !isNounLike(next, classes)) return false;
  const article = pack.wordsIn("DEF");
  const isHeld = to - from > 2 && isOneOf(tokens, from + 1, article);
  const before = items[index - 1];
  const isDescribed = classes.determiner[before?.set ?? 0] === 1;
  if (!isHeld && !isDescribed) return false;
  const governor = isHeld ? tokens.form[from] : tokens.form[(before?.from ?? 0) - 1];
  // "hanged for his |role in| a 2010 bombing": what he is said to have done has its own year.
  const at = (isHeld ? from : (before?.from ?? 0) - 1) - 1;
  const isPart = !pack.isVerbFinal && isOneOf(tokens, at, pack.wordsIn("PARTINW"));
  if (!isPart && !pack.wordsIn("GROUNDPREP").has(governor ?? "")) return false;
  return !(index < event.trigger && isOfThatNoun(items, index, event, classes));
}

/**
 * "One of the protesters of December 2017 was hanged" where nothing opens the time: it is that of the noun before it, unless
 * a preposition of time or place holds that ("in the protests of 2022").
 */
export function isOfPeopleBefore(
  items: readonly Item[],
  index: number,
  { classes, tokens, pack }: TieContext,
): boolean {
  const { period, from } = items[index] as Item;
  if (period === null || period.value.op !== "date" || period.value.day !== null) return false;
  if (!isOneOf(tokens, from - 1, pack.wordsIn("TIMEDNOUNW"))) return false;
  // "The number of those executed in May rose to": of the count.
  const counts = pack.wordsIn("COUNTOFW");
  const opensCount = (item: Item | undefined): boolean =>
    item !== undefined && isOneOf(tokens, item.from, counts);
  if (opensCount(items[index - 1]) || opensCount(items[index - 2])) return false;
  const within = pack.wordsIn("WITHINW");
  const grounds = pack.wordsIn("WITHINGROUNDW");
  const parts = pack.wordsIn("WITHINPARTW");
  for (let at = index - 1; at >= Math.max(0, index - NOUN_REACH); at--) {
    const item = items[at] as Item;
    // "in connection with the protests of 2022", "for taking part in the protests of 2022": not in them.
    if (isOneOf(tokens, item.from, within))
      return isPairOf(tokens, item.from, grounds) || isOneOf(tokens, item.from - 1, parts);
    if (classes.comma[item.set] === 1 || classes.stop[item.set] === 1) return true;
  }
  return true;
}

/** "On 10 June A on a charge of murder |in 2019| hanged was", where verbs stand last: behind a day, the year in the charge is the charge's. */
export function isOfChargeBehindDay(
  items: readonly Item[],
  index: number,
  trigger: number,
  { classes, tokens, pack }: TieContext,
): boolean {
  const { period } = items[index] as Item;
  if (index > trigger || period?.value.op !== "date" || period.value.day !== null) return false;
  const charge = pack.wordsIn("CHARGEPREPW");
  // "for murder held |and in 2026| hanged": the time of the later deed.
  const isHeld = classes.preposition[itemOf(items, index - 1)?.set ?? 0] === 1;
  const isJoined = classes.and[itemOf(items, isHeld ? index - 2 : index - 1)?.set ?? 0] === 1;
  if (isJoined) return false;
  let isCharge = false;
  for (let at = index - 1; at >= 0; at--) {
    const item = items[at] as Item;
    if (classes.verbEnd[item.set] === 1 || classes.relative[item.set] === 1) return false;
    if (classes.stop[item.set] === 1) return false;
    if (classes.of("SHAREDP")[item.set] === 1 || isHeldAndMore(items, at, classes)) return false;
    if (charge.has(tokens.form.slice(item.from, item.to).join(" "))) isCharge = true;
    const before = item.period?.value;
    if (isCharge && before?.op === "date" && before.day !== null) return true;
  }
  return false;
}

/** "|held| and in Karaj hanged was": a participle that an auxiliary behind it serves too. */
function isHeldAndMore(items: readonly Item[], at: number, classes: ClauseClasses): boolean {
  const isPart = classes.of("T.part")[items[at]?.set ?? 0] === 1;
  return isPart && classes.and[items[at + 1]?.set ?? 0] === 1;
}

/** "A, held |in 2019|, hanged was", where verbs stand last: the time behind a participle without a verb is the participle's. */
export function isOfParticiple(
  items: readonly Item[],
  index: number,
  trigger: number,
  { classes }: TieContext,
): boolean {
  if (index > trigger) return false;
  const at = classes.preposition[items[index - 1]?.set ?? 0] === 1 ? index - 2 : index - 1;
  const isPart = classes.of("T.part")[items[at - 1]?.set ?? 0] === 1;
  return at > 0 && isPart && classes.passivePart[items[at]?.set ?? 0] === 1;
}

/** A date, or one that a preposition bounds ("by the August 2020 election"). */
function isPlainDate({ value }: PeriodMatch): boolean {
  return (
    value.op === "date" ||
    (value.op === "bound" && value.side === "until" && value.of.op === "date")
  );
}

/** The event is the noun itself, or stands in a clause with "that" about it. */
function isOfThatNoun(
  items: readonly Item[],
  index: number,
  event: ReadEvent,
  classes: ClauseClasses,
): boolean {
  if (event.trigger <= index + NOUN_REACH && classes.nominal[items[event.trigger]?.set ?? 0] === 1)
    return true;
  const where = classes.of("WHERE");
  const isRelative = (at: number): boolean => {
    const set = items[at]?.set ?? 0;
    return classes.relative[set] === 1 || where[set] === 1;
  };
  for (let at = index + 1; at < event.trigger; at++) {
    const set = items[at]?.set ?? 0;
    if (isRelative(at)) return true;
    if (classes.stop[set] === 1 || (classes.comma[set] === 1 && !isRelative(at + 1))) return false;
  }
  return false;
}

/** Items between a time and the noun that it describes. */
const NOUN_REACH = 4;

export function isNounLike({ set, period, quantity, name }: Item, classes: ClauseClasses): boolean {
  return (
    period === null &&
    quantity === null &&
    name?.type !== "person" &&
    NO_NOUN.every((key) => classes[key][set] !== 1)
  );
}

const NO_NOUN = [
  "preposition",
  "aux",
  "and",
  "comma",
  "stop",
  "relative",
  "subordinator",
  "finite",
  "told",
  "adverb",
  "open",
  "close",
  "quoteClose",
  "pronoun",
  "determiner",
] as const;
