/**
 * In: what happened, up to its last word. Out: how far its clause goes on: when, where, for how long, who they were, under which circumstances.
 * Never: reaches over a full stop, into a quotation or to the verb of another clause.
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import type { DraftContext } from "./draftContext.ts";
import { type Item, itemOf } from "./items.ts";
import { isOneOf } from "./wordSets.ts";

/** Item behind the last of the clause that goes on at `end`. */
export function tailEnd(items: readonly Item[], end: number, context: DraftContext): number {
  const { classes } = context;
  // "in three prisons": the number is not the last word.
  const isCounting =
    itemOf(items, end - 1)?.quantity != null && endsInPlace(items, end + 1, context);
  let at = isCounting ? end + 1 : end;
  for (let steps = 0; steps < STEPS; steps++) {
    const next = describedEnd(items, adjunctEnd(items, at, classes), context);
    const placed = placesEnd(items, next, context);
    if (placed === at) return at;
    at = placed;
  }
  return at;
}

/** Adjuncts one behind the other. */
const STEPS = 6;

/** "after several hours", "for 23 years", "a short time later": one adjunct, or a time. */
function adjunctEnd(items: readonly Item[], from: number, classes: ClauseClasses): number {
  const first = items[from];
  if (first === undefined) return from;
  if (isTime(first, classes)) return from + 1;
  if (classes.adverb[first.set] === 1 && isTime(items[from + 1], classes)) return from + 2;
  if (classes.preposition[first.set] !== 1 || classes.by[first.set] === 1) return from;
  const to = nounEnd(items, from + 1, classes);
  // "in the city where", "of those who": what follows is said of another.
  return to > from + 1 && !opensVerb(items[to], classes) ? to : from;
}

function isTime(item: Item | undefined, classes: ClauseClasses): boolean {
  if (item === undefined) return false;
  const { time, recurring } = classes;
  const lasting = classes.of("DURATION", "QTYDUR");
  return item.period !== null || [time, recurring, lasting].some((of) => of[item.set] === 1);
}

/** A verb, an auxiliary or a word that opens a clause stands here: the noun before it is its own subject. */
function opensVerb(item: Item | undefined, classes: ClauseClasses): boolean {
  if (item === undefined) return false;
  const { aux, verb, verbal, cue, relative, where } = classes;
  return [aux, verb, verbal, cue, relative, where].some((of) => of[item.set] === 1);
}

/** Item behind a noun phrase without a verb, or `from`. */
function nounEnd(items: readonly Item[], from: number, classes: ClauseClasses): number {
  let at = from;
  while (at < items.length && isNominal(items[at] as Item, classes)) at++;
  return at;
}

function isNominal(item: Item, classes: ClauseClasses): boolean {
  const { set, group, name } = item;
  const { stop, dash, open, close, quoteOpen, quoteClose, comma, and, but, aux, cue, relative } =
    classes;
  const { where, verbal, subordinator, preposition, of_, by, to } = classes;
  if ([stop, dash, open, close, quoteOpen, quoteClose, comma, and, but].some((of) => of[set] === 1))
    return false;
  if (group !== null || name !== null) return true;
  if (isTime(item, classes)) return true;
  if (preposition[set] === 1) return of_[set] === 1 && by[set] !== 1 && to[set] !== 1;
  return ![aux, cue, relative, where, verbal, subordinator].some((of) => of[set] === 1);
}

/** "two men convicted of spying", "a prisoner lying on a stretcher": who those are to whom it was done. */
function describedEnd(
  items: readonly Item[],
  from: number,
  { classes, pack, tokens }: DraftContext,
): number {
  const first = items[from];
  const whom = itemOf(items, from - 1);
  if (first === undefined || whom === undefined || whom.group === null) return from;
  if (classes.anyGroup[whom.set] !== 1) return from;
  if (!isOneOf(tokens, first.from, pack.wordsIn("CHARGEDW"))) return from;
  for (let at = from + 1; at < Math.min(items.length, from + DESCRIBED); at++) {
    const { set } = items[at] as Item;
    const { stop, comma, dash, and, but, quoteOpen, cue, aux } = classes;
    if (quoteOpen[set] === 1) return from;
    if ([stop, comma, dash, and, but].some((of) => of[set] === 1)) return at;
    if (cue[set] === 1 || aux[set] === 1) return from;
  }
  return Math.min(items.length, from + DESCRIBED);
}

/** Items up to which it is told who somebody is. */
const DESCRIBED = 20;

/** "in Karaj, the port of Anzali and five other cities": places listed behind the first. */
function placesEnd(items: readonly Item[], end: number, context: DraftContext): number {
  const { classes } = context;
  if (!endsInPlace(items, end, context)) return end;
  let at = end;
  let isClosed = false;
  for (let steps = 0; steps < PLACES && !isClosed; steps++) {
    const isComma = classes.comma[items[at]?.set ?? 0] === 1;
    const joint = isComma ? at + 1 : at;
    isClosed = classes.and[items[joint]?.set ?? 0] === 1;
    if (!isComma && !isClosed) break;
    const to = placeEnd(items, isClosed ? joint + 1 : joint, context);
    if (to < 0) return end;
    at = to;
  }
  return isClosed ? at : end;
}

/** Places of one list. */
const PLACES = 16;

function endsInPlace(
  items: readonly Item[],
  end: number,
  { classes, pack, tokens }: DraftContext,
): boolean {
  const last = itemOf(items, end - 1);
  if (last === undefined) return false;
  return classes.place[last.set] === 1 || isOneOf(tokens, last.to - 1, pack.wordsIn("PLACEN"));
}

/** Item behind one place of a list ("the port of Anzali", "dozens of smaller towns"), or -1. */
function placeEnd(items: readonly Item[], from: number, context: DraftContext): number {
  const { classes } = context;
  const opening = classes.preposition[items[from]?.set ?? 0] === 1 ? from + 1 : from;
  const to = nounEnd(items, opening, classes);
  // "Tehran, Ahvaz, Dorud and other cities": a name alone between others is a place as they are.
  const only = itemOf(items, opening);
  const isName =
    only !== undefined && to === opening + 1 && classes.of("CAP", "NAME")[only.set] === 1;
  if (isName) return to;
  for (let at = to; at > opening; at--)
    if (endsInPlace(items, at, context)) return opensVerb(items[to], classes) ? -1 : at;
  return -1;
}
