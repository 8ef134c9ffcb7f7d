/**
 * In: a line of a list, or a labelled sentence. Out: its label and its number, when it is a row of a breakdown.
 * Never: takes a price, a score, an age or a row number for a count of people; reads two numbers into one row.
 */
import type { NameMatch } from "./findNames.ts";
import type { PeriodMatch } from "./findPeriods.ts";
import type { Item } from "./items.ts";
import {
  countIn,
  has,
  hasVerb,
  isPersonItem,
  isPlaceItem,
  type ListContext,
  timeIn,
} from "./listContext.ts";
import { holdsPhrase } from "./listGrammar.ts";
import type { Line } from "./listLines.ts";
import { longestPhrase } from "./name/phraseTrie.ts";
import type { ReadQuantity } from "./quantityGrammar.ts";

export type Figure = {
  readonly line: Line;
  readonly count: ReadQuantity;
  /** Index of the number's item. */
  readonly at: number;
  /** Item range of label and number. */
  readonly from: number;
  readonly to: number;
  readonly unit: Item | null;
  readonly places: readonly NameMatch[];
  readonly period: PeriodMatch | null;
  /** The label is a place, a time, a charge or a kind of people. */
  readonly isKnown: boolean;
  readonly isTotal: boolean;
};

const LONGEST_ROW = 26;
const LONGEST_LABEL = 12;

/** Reads items `from` … `to` of a line as label and number ("Kerman: 45", "36 – drug offences"), or null. */
export function readFigure(
  line: Line,
  from: number,
  to: number,
  context: ListContext,
): Figure | null {
  const { items } = line;
  if (to - from > LONGEST_ROW || to <= from) return null;
  const at = numberAt(items, from, to, context);
  if (at < 0) return null;
  const item = items[at] as Item;
  const count = countIn(item);
  if (count === null) return null;
  const own = items.slice(from, to);
  if (holdsOther(own, context) || hasVerb(own, context) || own.some(isPersonItem)) return null;
  if (at > from) {
    const label = labelEnd(items, from, at, context);
    if (label <= from || label - from > LONGEST_LABEL) return null;
    const end = tailEnd(items, at + 1, to, context);
    return end === null ? null : figureOf(line, count, at, from, end, [from, label], context);
  }
  const label = leadingCount(items, at, to, context);
  return label === null ? null : figureOf(line, count, at, from, label[1], label, context);
}

/** Money, amounts and percentages outside brackets are no counts of people. */
function holdsOther(items: readonly Item[], context: ListContext): boolean {
  const { classes } = context;
  let depth = 0;
  for (const item of items) {
    if (has(item, classes.open)) depth++;
    else if (has(item, classes.close)) depth--;
    else if (has(item, classes.comma) || has(item, classes.of("SEMI"))) {
      if (depth === 0 && has(item, classes.comma)) return false;
    } else if (depth === 0 && has(item, classes.of("MONEY", "AMOUNT", "PERCENT"))) return true;
  }
  return false;
}

/** The one count outside brackets and subsets, or -1. */
function numberAt(items: readonly Item[], from: number, to: number, context: ListContext): number {
  const { classes } = context;
  let found = -1;
  let depth = 0;
  for (let at = from; at < to; at++) {
    const item = items[at] as Item;
    if (has(item, classes.including) || (found >= 0 && has(item, classes.relative))) break;
    if (has(item, classes.open)) depth++;
    else if (has(item, classes.close)) depth = Math.max(0, depth - 1);
    if (depth > 0 || countIn(item) === null) continue;
    if (found >= 0 && isLabelYear(items, from, found, context)) found = at;
    else if (found >= 0) return -1;
    else found = at;
  }
  return found;
}

/** "2021 – 327": the first number is the label. */
function isLabelYear(
  items: readonly Item[],
  from: number,
  at: number,
  context: ListContext,
): boolean {
  return at === from && timeIn(items[at], context) !== null;
}

/** Where the label ends that stands before the number: at a colon, dash, comma or bar, or right at the number. */
function labelEnd(items: readonly Item[], from: number, at: number, context: ListContext): number {
  const { classes } = context;
  let end = at;
  while (end > from && isBreak(items[end - 1] as Item, context)) end--;
  if (
    end === at &&
    !items
      .slice(from, at)
      .every(
        (item) =>
          isPlaceItem(item) ||
          has(item, classes.lower) ||
          has(item, classes.open) ||
          has(item, classes.close) ||
          has(item, classes.determiner) ||
          timeIn(item, context) !== null ||
          item.name !== null,
      )
  )
    return from;
  for (let i = from; i < end; i++)
    if (has(items[i], classes.colon) || has(items[i], classes.dot)) return from;
  return end;
}

function isBreak(item: Item, context: ListContext): boolean {
  const { classes } = context;
  return (
    has(item, classes.colon) ||
    has(item, classes.dash) ||
    has(item, classes.comma) ||
    has(item, classes.of("SEMI"))
  );
}

/** Where the words of the number end; null when what follows shows that it counts other things. */
function tailEnd(
  items: readonly Item[],
  from: number,
  to: number,
  context: ListContext,
): number | null {
  const { classes, tokens, grammar } = context;
  const next = items[from];
  if (next === undefined || from >= to) return from;
  if (has(next, classes.comma)) return subsetEnd(items, from, to, context);
  if (isEnd(next, context)) return from;
  if (has(next, classes.including) || has(next, classes.relative))
    return subsetEnd(items, from, to, context);
  const reported = longestPhrase(grammar.reported, tokens, next.from, items[to - 1]?.to ?? next.to);
  if (reported !== null || has(next, classes.of("HUMAN", "ADJ", "T.part"))) {
    let end = from;
    while (end < to && !isEnd(items[end] as Item, context) && !has(items[end], classes.comma))
      end++;
    return subsetEnd(items, end, to, context);
  }
  return null;
}

function isEnd(item: Item, context: ListContext): boolean {
  const { classes } = context;
  return (
    has(item, classes.dot) ||
    has(item, classes.open) ||
    has(item, classes.of("SEMI")) ||
    has(item, classes.dash) ||
    has(item, classes.comma)
  );
}

/** Takes in ", including a woman", ", of whom three were Kurds". */
function subsetEnd(items: readonly Item[], from: number, to: number, context: ListContext): number {
  const { classes } = context;
  const at = has(items[from], classes.comma) ? from + 1 : from;
  if (at >= to || !(has(items[at], classes.including) || has(items[at], classes.relative)))
    return from;
  let end = at;
  while (end < to && !has(items[end], classes.dot) && !has(items[end], classes.of("SEMI"))) end++;
  return end;
}

/** "36 – drug offences", "12 in Kerman", "4 women": the label behind the number. */
function leadingCount(
  items: readonly Item[],
  at: number,
  to: number,
  context: ListContext,
): readonly [number, number] | null {
  const { classes } = context;
  let from = at + 1;
  const first = items[from];
  if (first === undefined || from >= to) return null;
  const isBroken = isBreak(first, context) && !has(first, classes.comma);
  const isTied = has(first, classes.preposition) || has(first, classes.of("HUMAN"));
  if (!isBroken && !isTied) return null;
  if (isBroken) from++;
  let end = from;
  while (
    end < to &&
    !has(items[end], classes.dot) &&
    !has(items[end], classes.of("SEMI")) &&
    !has(items[end], classes.comma)
  )
    end++;
  return end > from && end - from <= LONGEST_LABEL ? [from, end] : null;
}

function figureOf(
  line: Line,
  count: ReadQuantity,
  at: number,
  from: number,
  to: number,
  label: readonly [number, number],
  context: ListContext,
): Figure {
  const { items } = line;
  const { classes, grammar, tokens } = context;
  const part = items.slice(label[0], label[1]);
  const places = part.filter(isPlaceItem).map((item) => item.name);
  const period = part.flatMap((item) => timeIn(item, context) ?? [])[0] ?? null;
  const labelFrom = items[label[0]]?.from ?? line.from;
  const labelTo = items[label[1] - 1]?.to ?? labelFrom;
  const isOther =
    holdsPhrase(grammar.rests, tokens, labelFrom, labelTo) ||
    part.some((item) => has(item, classes.of("HUMAN")));
  const isKnown =
    places.length > 0 || period !== null || isOther || context.holdsCharge(labelFrom, labelTo);
  const next = items[at + 1];
  const unit =
    next !== undefined && at + 1 < to && has(next, classes.of("HUMAN", "LOWER")) ? next : null;
  const start = tokens.form[items[from]?.from ?? 0] === "|" ? from + 1 : from;
  return {
    line,
    count,
    at,
    from: start,
    to,
    unit,
    places,
    period,
    isKnown,
    isTotal: longestPhrase(grammar.totals, tokens, labelFrom, labelTo)?.to === labelTo,
  };
}
