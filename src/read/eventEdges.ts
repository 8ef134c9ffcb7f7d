/**
 * In: the core of an event. Out: how far its words reach to both sides.
 * Never: reaches into another clause.
 */
import { clauseEnd } from "./clause.ts";
import { skipLeft } from "./clauseOpenings.ts";
import type { EventContext } from "./event.ts";
import type { ClauseClasses } from "./clauseClasses.ts";
import { type Item, itemOf } from "./items.ts";

/** Takes in a leading adjunct of time or place that touches the event. */
export function leftEdge(items: readonly Item[], from: number, context: EventContext): number {
  const { classes } = context;
  let at = from;
  if (
    (classes.trigger[items[at]?.set ?? 0] === 1 && !context.pack.isVerbFinal) ||
    context.tables.nounStart[items[at]?.set ?? 0] === 1
  ) {
    while (
      at > 0 &&
      context.tables.determiner[itemOf(items, at - 1)?.set ?? 0] === 1 &&
      itemOf(items, at - 1)?.period === null
    )
      at--;
  }
  // "Karim's brother was hanged": whose brother.
  while (classes.possessive[itemOf(items, at - 1)?.set ?? 0] === 1 && isNamedItem(items[at - 2]))
    at -= 2;
  const before = skipLeft(items, at - 1, classes.adverb);
  const item = itemOf(items, before);
  if (
    item !== undefined &&
    classes.comma[item.set] === 1 &&
    classes.time[itemOf(items, before - 1)?.set ?? 0] === 1 &&
    before - 1 <= 1
  )
    at = before - 1;
  else if (item !== undefined && classes.time[item.set] === 1 && before <= 1) at = before;
  return at;
}

/** Takes in the adjuncts behind the event up to the end of its clause. */
export function rightEdge(items: readonly Item[], to: number, context: EventContext): number {
  const { classes } = context;
  if (context.pack.isVerbFinal) {
    if (classes.verbEnd[itemOf(items, to - 1)?.set ?? 0] === 1) return to;
    if (!items.some(({ set }, at) => at >= to && classes.verbEnd[set] === 1))
      return Math.max(to, clauseEnd(items, to, classes, 18));
  }
  const occurs =
    classes.occur[items[to]?.set ?? 0] === 1
      ? to + 1
      : classes.occur[items[to + 1]?.set ?? 0] === 1 && classes.aux[items[to]?.set ?? 0] === 1
        ? to + 2
        : to;
  if (occurs > to) return rightEdge(items, occurs, context);
  // "in the minister's town": what is owned belongs to its owner's words.
  const isOwner = classes.possessive[items[to]?.set ?? 0] === 1;
  const isLoose = isOwner || asksForMore(items[to - 1], context);
  if (isLoose && classes.quoteOpen[items[to]?.set ?? 0] === 1) {
    const end = quotedEnd(items, to, context);
    return end < 0 ? to : rightEdge(items, end, context);
  }
  let at = clauseEnd(items, to, classes, 18);
  if (isInsideAdjectives(items, at, context)) at = clauseEnd(items, at + 1, classes, 18);
  if (at > to && !isLoose) {
    const first = items[to] as Item;
    const opensAdjunct =
      classes.preposition[first.set] === 1 ||
      classes.time[first.set] === 1 ||
      classes.place[first.set] === 1 ||
      classes.adverb[first.set] === 1 ||
      classes.recurring[first.set] === 1;
    if (!opensAdjunct) return to;
  }
  const comma = items[at];
  if (
    comma !== undefined &&
    classes.comma[comma.set] === 1 &&
    classes.time[items[at + 1]?.set ?? 0] === 1
  )
    at += 2;
  at = placesEnd(items, at, classes);
  while (at > to && classes.preposition[itemOf(items, at - 1)?.set ?? 0] === 1) at--;
  // "was beaten and denied a lawyer": the next verb tells something else.
  while (!context.pack.isVerbFinal && classes.and[itemOf(items, at - 1)?.set ?? 0] === 1) at--;
  return at;
}

/** "in short, closed hearings": the comma at `at` parts adjectives of one noun. */
function isInsideAdjectives(
  items: readonly Item[],
  at: number,
  { classes, pack }: EventContext,
): boolean {
  const [lead, word, comma, next] = [at - 2, at - 1, at, at + 1].map((one) => itemOf(items, one));
  if (pack.isVerbFinal || lead === undefined || word === undefined || next === undefined)
    return false;
  if (comma === undefined || classes.comma[comma.set] !== 1) return false;
  if (classes.preposition[lead.set] !== 1 || classes.adjective[word.set] !== 1) return false;
  if (next.group !== null || next.name !== null || next.quantity !== null) return false;
  const { determiner, preposition, adverb, aux, cue, time, place, structural, trigger } = classes;
  return ![determiner, preposition, adverb, aux, cue, time, place, structural, trigger].some(
    (members) => members[next.set] === 1,
  );
}

/** "hanged for", "beaten by", "gathered outside": the last word holds what stands behind it. */
function asksForMore(item: Item | undefined, { classes, pack, tokens }: EventContext): boolean {
  if (item === undefined || pack.isVerbFinal) return false;
  const set = pack.lexicon.match(tokens, item.to - 1, item.to)?.set ?? 0;
  return classes.preposition[set] === 1 || classes.determiner[set] === 1;
}

/** Items of a quotation that a preposition holds ("hanged for “insulting the Prophet”"). */
const QUOTED_REACH = 10;

/** Item behind such a quotation, or -1: where it tells a place or a time of its own, it is the charge's and no word of the event. */
function quotedEnd(items: readonly Item[], to: number, { classes }: EventContext): number {
  for (let at = to + 1; at < Math.min(items.length, to + QUOTED_REACH); at++) {
    const { set } = items[at] as Item;
    if (classes.quoteClose[set] === 1) return at + 1;
    if (classes.place[set] === 1 || classes.time[set] === 1) return -1;
  }
  return -1;
}

function isNamedItem(item: Item | undefined): boolean {
  return item !== undefined && (item.group !== null || item.name !== null);
}

/** "in Karaj, Tabas and Qom": the end of a list of places whose first stands before `at`, or `at`. */
function placesEnd(items: readonly Item[], at: number, classes: ClauseClasses): number {
  const isPlace = (i: number): boolean => classes.place[items[i]?.set ?? 0] === 1;
  const is = (i: number, members: Uint8Array): boolean => members[items[i]?.set ?? 0] === 1;
  if (!isPlace(at - 1)) return at;
  let end = at;
  while (is(end, classes.comma) && isPlace(end + 1)) end += 2;
  if (is(end, classes.comma) && is(end + 1, classes.and)) end++;
  if (!is(end, classes.and) || !isPlace(end + 1)) return at;
  end += 2;
  const isClosed =
    items[end] === undefined ||
    is(end, classes.stop) ||
    is(end, classes.comma) ||
    is(end, classes.time) ||
    is(end, classes.preposition);
  return isClosed ? end : at;
}
