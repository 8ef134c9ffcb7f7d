/**
 * In: an event, and a time or place of its sentence. Out: how dear it is to tie them.
 * Never: counts words; a mark of a clause, another act or another time between makes a tie dearer.
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import type { ReadEvent } from "./event.ts";
import type { Item } from "./items.ts";
import { isSameHour, kindsOf, type TieContext } from "./periodClauses.ts";
import type { TokenRange } from "./speech.ts";
import { isOneOf } from "./wordSets.ts";

/** Beyond this cost a time belongs to something else in the sentence. */
export const PERIOD_REACH = 26;

/** Cost of tying item `index` to the event: items between, dearer across clause marks and other triggers. */
export function costBetween(
  items: readonly Item[],
  index: number,
  event: ReadEvent,
  classes: ClauseClasses,
): number {
  if (index >= event.from && index < event.to) return Math.abs(index - event.trigger) / 10;
  const [low, high] = index < event.from ? [index + 1, event.from] : [event.to, index];
  let cost = index === 0 || (index === 1 && classes.comma[items[2]?.set ?? 0] === 1) ? 0 : 1;
  for (let i = low; i < high; i++) {
    const { set } = items[i] as Item;
    cost += 1;
    // "the 45 executions reported in July": a month of which they were reported is that in which they took place.
    if (i === event.to && i + 1 === index && isMonthReported(items, i, classes)) continue;
    if (classes.trigger[set] === 1) cost += index < event.from && low <= 2 ? 1 : 7;
    if (classes.stop[set] === 1) cost += i === low && index < 3 ? 8 : 14;
    else if (classes.but[set] === 1) cost += 8;
    else if (classes.conditional[set] === 1) cost += 10;
    else if (classes.and[set] === 1) cost += 4;
    else if (classes.subordinator[set] === 1 || classes.relative[set] === 1) cost += 5;
    else if (classes.quoteOpen[set] === 1 || classes.quoteClose[set] === 1) cost += 8;
    else if (classes.cue[set] === 1) cost += index > event.trigger ? 8 : 4;
    else if (classes.comma[set] === 1) cost += 1;
  }
  return cost;
}

/** "the 45 executions |reported in July|". */
export function isMonthReported(
  items: readonly Item[],
  cue: number,
  classes: ClauseClasses,
): boolean {
  return (
    classes.cue[items[cue]?.set ?? 0] === 1 &&
    classes.nominal[items[cue - 1]?.set ?? 0] === 1 &&
    items[cue + 1]?.period?.kind === "interval"
  );
}

/** "nine were killed and 31 injured in May": what stands behind a pair of acts is said of both. */
export function costAcrossPair(
  items: readonly Item[],
  index: number,
  event: ReadEvent,
  classes: ClauseClasses,
  pack: TieContext["pack"] | null = null,
): number {
  if (index < event.to) return PERIOD_REACH;
  let at = event.to;
  if (classes.comma[items[at]?.set ?? 0] === 1) at++;
  const joins = items[at]?.set ?? 0;
  if (classes.and[joins] !== 1 && classes.of("WITHW")[joins] !== 1) return PERIOD_REACH;
  for (at++; at < index; at++) {
    const set = items[at]?.set ?? 0;
    if (classes.trigger[set] === 1) break;
    const isSubject =
      classes.group[set] === 1 ||
      classes.anyGroup[set] === 1 ||
      classes.aux[set] === 1 ||
      classes.adverb[set] === 1 ||
      (items[at] as Item).quantity !== null;
    if (!isSubject) return PERIOD_REACH;
  }
  if (at >= index) return PERIOD_REACH;
  // "died on the scene, and the suspect was arrested on 16 January": two hours.
  const isHarm = event.kind === "killing" || event.kind === "injury";
  if (
    isHarm &&
    pack !== null &&
    !kindsOf(items[at], pack).some((kind) => isSameHour(kind, event.kind))
  )
    return PERIOD_REACH;
  return costBetween(items, index, { ...event, from: at, to: at + 1, trigger: at }, classes);
}

/** "20 were killed in Baran, 23 in Teyrab and three in Dasht during protests on Thursday": said of all places. */
export function costAcrossPlaces(
  items: readonly Item[],
  index: number,
  event: ReadEvent,
  classes: ClauseClasses,
): number {
  let parts = 0;
  for (let at = event.to; at < index; at++) {
    const { set, quantity } = items[at] as Item;
    if (quantity?.measure === "count") parts++;
    else if (
      classes.place[set] !== 1 &&
      classes.preposition[set] !== 1 &&
      classes.comma[set] !== 1 &&
      classes.and[set] !== 1 &&
      classes.adjective[set] !== 1 &&
      classes.nominal[set] !== 1
    )
      return PERIOD_REACH;
  }
  return index >= event.to && parts > 0 ? PLACES : PERIOD_REACH;
}

/** Cost of a time behind a list of places. */
const PLACES = 10;

/** "Also Wednesday, the Observatory said …": the time of what is told, as was that before. */
export function isAlso(
  items: readonly Item[],
  index: number,
  { pack, tokens, classes }: TieContext,
): boolean {
  return (
    (index === 1 || (index === 2 && classes.preposition[items[1]?.set ?? 0] === 1)) &&
    classes.comma[items[index + 1]?.set ?? 0] === 1 &&
    isOneOf(tokens, items[0]?.from ?? 0, pack.wordsIn("ALSOW"))
  );
}

/** Items between a time and the cue of a saying, dearer across what parts clauses. */
export function costFromCue(
  items: readonly Item[],
  index: number,
  [from, to]: TokenRange,
  classes: ClauseClasses,
): number {
  const item = items[index] as Item;
  const isBefore = item.from < from;
  let cost = 0;
  for (let i = index + (isBefore ? 1 : -1); i >= 0 && i < items.length; i += isBefore ? 1 : -1) {
    const { set, from: at, to: end } = items[i] as Item;
    if (isBefore ? at >= from : end <= to) break;
    cost += 1;
    if (classes.stop[set] === 1 || classes.but[set] === 1 || classes.cue[set] === 1) cost += 12;
    else if (classes.trigger[set] === 1 || classes.subordinator[set] === 1) cost += 6;
    else if (classes.and[set] === 1 || classes.relative[set] === 1) cost += 4;
  }
  return cost;
}
