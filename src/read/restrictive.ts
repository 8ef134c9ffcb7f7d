/**
 * In: a finite verb behind a relative clause without commas ("A man who feared he would be killed was hanged"). Out: its subject,
 * the head of that clause.
 * Never: passes over a verb that is itself what somebody says ("who denied five men were hanged").
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import { isAfterCue, isObject, isPrepositional, skipLeft } from "./clauseOpenings.ts";
import { type Item, itemOf } from "./items.ts";

/** Items that a relative clause without commas reaches back. */
const RELATIVE_REACH = 16;

/** Items between a head and its "who" ("a man from Karun who"). */
const HEAD_REACH = 4;

/** The head of the relative clause that ends right before the verb at `start`, or -1 where there is none or it is not certain. */
export function headOfRestrictive(
  items: readonly Item[],
  start: number,
  accepts: Uint8Array,
  classes: ClauseClasses,
): number {
  let aux = start;
  while (classes.adverb[itemOf(items, aux)?.set ?? 0] === 1) aux++;
  if (classes.finiteBe[itemOf(items, aux)?.set ?? 0] !== 1) return -1;
  const before = skipLeft(items, start - 1, classes.adverb);
  const last = itemOf(items, before);
  if (last === undefined || classes.cue[last.set] === 1) return -1;
  if (accepts[last.set] === 1 && !isObject(items, before, classes)) {
    const { set } = itemOf(items, before - 1) ?? last;
    // "A lawyer who has met the family says Karim was hanged": what follows a verb of saying is the subject of what is said.
    if (classes.says[set] === 1) return before;
    if (classes.cue[set] === 1 && hasVerbBehind(items, aux, classes)) return before;
    // "who was alleged to be a spy was hanged": what somebody is, is no subject.
    const isOfClause = classes.cue[set] === 1 || classes.be[set] === 1;
    if (!isOfClause && !isPrepositional(items, before, classes)) return -1;
  }
  const relative = relativeBefore(items, before, classes);
  return relative < 0 ? -1 : headBefore(items, relative, accepts, classes);
}

/** The "who" of a clause with a verb of its own that ends at `from`, or -1. */
function relativeBefore(items: readonly Item[], from: number, classes: ClauseClasses): number {
  let hasVerb = false;
  for (let at = from; at >= Math.max(0, from - RELATIVE_REACH); at--) {
    const { set, group, quantity, period, name } = items[at] as Item;
    if (
      classes.comma[set] === 1 ||
      classes.stop[set] === 1 ||
      classes.dash[set] === 1 ||
      classes.quoteOpen[set] === 1 ||
      classes.quoteClose[set] === 1 ||
      classes.but[set] === 1 ||
      (at === from && classes.and[set] === 1)
    )
      return -1;
    const isThat = classes.that[set] === 1;
    if ((classes.relative[set] === 1 || classes.whose[set] === 1) && !isThat)
      return hasVerb && classes.comma[itemOf(items, at - 1)?.set ?? 0] !== 1 ? at : -1;
    if (isThat && !isAfterCue(items, at, classes)) return -1;
    if (classes.cue[set] === 1 && !isOfRelative(items, at, classes)) return -1;
    if (classes.subordinator[set] === 1 && classes.preposition[set] !== 1) return -1;
    hasVerb ||=
      group === null &&
      name === null &&
      quantity === null &&
      period === null &&
      classes.adverb[set] !== 1 &&
      classes.preposition[set] !== 1 &&
      classes.determiner[set] !== 1;
  }
  return -1;
}

/** "who said", "who had denied": the cue is the verb of the relative clause itself, not of its head ("who was there said"). */
function isOfRelative(items: readonly Item[], cue: number, classes: ClauseClasses): boolean {
  let at = cue - 1;
  while (at > 0 && isAuxiliary(items[at] as Item, classes)) at--;
  const { set } = items[at] ?? { set: 0 };
  return classes.relative[set] === 1 || classes.whose[set] === 1;
}

function isAuxiliary({ set }: Item, classes: ClauseClasses): boolean {
  return classes.aux[set] === 1 || classes.adverb[set] === 1;
}

function headBefore(
  items: readonly Item[],
  relative: number,
  accepts: Uint8Array,
  classes: ClauseClasses,
): number {
  for (let at = relative - 1; at >= Math.max(0, relative - HEAD_REACH); at--) {
    const { set } = items[at] as Item;
    if (classes.comma[set] === 1 || classes.stop[set] === 1) return -1;
    if (accepts[set] === 1 && !isPrepositional(items, at, classes))
      return isObject(items, at, classes) ? -1 : at;
  }
  return -1;
}

/** Another finite verb before the clause ends: the one before it is inside of what is said. */
function hasVerbBehind(items: readonly Item[], aux: number, classes: ClauseClasses): boolean {
  for (let at = aux + 1; at < items.length; at++) {
    const { set } = items[at] as Item;
    if (classes.finiteBe[set] === 1) return true;
    if (
      classes.comma[set] === 1 ||
      classes.stop[set] === 1 ||
      classes.and[set] === 1 ||
      classes.relative[set] === 1 ||
      classes.that[set] === 1
    )
      return false;
  }
  return false;
}
