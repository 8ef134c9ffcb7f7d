/**
 * In: the items of a sentence and the place of a number without a verb. Out: the words that belong to it, what it
 * counts, when.
 * Never: crosses a mark, another number's start or a new clause.
 */
import type { Draft } from "./draft.ts";
import type { EllipsisRow } from "./ellipsisGrammar.ts";
import type { EllipsisContext, Plain } from "./ellipsisMemory.ts";
import { type Item, itemOf } from "./items.ts";
import { has, timeIn } from "./listContext.ts";
import type { PatternMatch } from "./pattern.ts";
import type { ReadQuantity } from "./quantityGrammar.ts";
import { countOf, toQuantity } from "./quantityOf.ts";
import type { TokenRange } from "./speech.ts";

/** The characters of a draft's words. */
export function spanOf(topic: Draft, context: EllipsisContext): { start: number; end: number } {
  const { tokens } = context;
  return { start: tokens.start[topic.range[0]] ?? 0, end: tokens.end[topic.range[1] - 1] ?? 0 };
}

/** The tokens that belong to a number without a verb. */
export function rangeOf(
  match: PatternMatch,
  at: number,
  sentence: Plain,
  context: EllipsisContext,
): TokenRange {
  const { items } = sentence;
  let start = match.parts["c"] === undefined ? match.from : at;
  while (
    start < at &&
    (has(items[start], context.classes.comma) ||
      has(items[start], context.classes.dash) ||
      has(items[start], context.classes.and) ||
      has(items[start], context.classes.stop))
  )
    start++;
  const end = Math.max(
    match.to > at ? Math.min(match.to, items.length) : at + 1,
    clauseStop(items, at + 1, context),
  );
  const last = trimmedEnd(items, end, at, context);
  return [items[start]?.from ?? 0, itemOf(items, last - 1)?.to ?? 0];
}

/** The end without the marks and joints that stand last. */
export function trimmedEnd(
  items: readonly Item[],
  end: number,
  at: number,
  context: EllipsisContext,
): number {
  const { classes } = context;
  let last = end;
  while (
    last > at + 1 &&
    (has(itemOf(items, last - 1), classes.comma) ||
      has(itemOf(items, last - 1), classes.stop) ||
      has(itemOf(items, last - 1), classes.and) ||
      has(itemOf(items, last - 1), classes.dash))
  )
    last--;
  return last;
}

/** Where the words that belong to a number end: at a mark, another number's start, or a new clause. */
export function clauseStop(items: readonly Item[], from: number, context: EllipsisContext): number {
  const { classes } = context;
  for (let at = from; at < items.length; at++) {
    const item = items[at] as Item;
    if (has(item, classes.stop) || has(item, classes.quoteClose) || has(item, classes.quoteOpen))
      return at;
    if (has(item, classes.comma) && !isDashed(items, at, context)) return at;
    if (
      has(item, classes.close) &&
      !has(items[from], classes.open) &&
      !opensBefore(items, from, at, context)
    )
      return at;
    if ((has(item, classes.and) || has(item, classes.but)) && startsAnother(items, at + 1, context))
      return at;
    if (has(item, classes.dash) && !(at - from <= 2)) return at;
    if (at > from && has(item, classes.subordinator) && !has(item, classes.preposition)) return at;
  }
  return items.length;
}

/** "– 1,188, to be exact – were": a comma between dashes. */
function isDashed(items: readonly Item[], at: number, context: EllipsisContext): boolean {
  let before = false;
  for (let i = at - 1; i >= Math.max(0, at - 5); i--)
    if (has(items[i], context.classes.dash)) before = true;
  if (!before) return false;
  for (let i = at + 1; i < Math.min(items.length, at + 6); i++)
    if (has(items[i], context.classes.dash)) return true;
  return false;
}

function opensBefore(
  items: readonly Item[],
  from: number,
  at: number,
  context: EllipsisContext,
): boolean {
  for (let i = from; i < at; i++) if (has(items[i], context.classes.open)) return true;
  return false;
}

function startsAnother(items: readonly Item[], at: number, context: EllipsisContext): boolean {
  for (let i = at; i < Math.min(items.length, at + 3); i++) {
    const item = items[i] as Item;
    if (
      item.quantity !== null ||
      has(item, context.classes.aux) ||
      has(item, context.classes.cue) ||
      has(item, context.classes.pronoun)
    )
      return true;
  }
  return false;
}

/** The number of the place; a count in brackets or dashes behind a share says it exactly. */
export function quantityAt(
  items: readonly Item[],
  at: number,
  row: EllipsisRow,
  match: PatternMatch,
  context: EllipsisContext,
): Draft["quantity"] {
  const { tokens } = context;
  const number = items[at] as Item;
  const read = number.quantity;
  const head = items[(match.parts["h"]?.[1] ?? 0) - 1];
  if (read === null)
    return countOf(1, number, tokens, head === undefined ? null : words(head, context));
  const exact =
    read.measure === "share" || read.measure === "percent" ? exactBehind(items, at, context) : null;
  const recurring =
    row.out === "rate" ? (items[match.parts["r"]?.[0] ?? -1]?.period?.per ?? null) : null;
  if (row.out === "rate" && recurring === null) return null;
  // "from several hundred a year to 30 in 2018": what it was before.
  const behind = items[match.parts["r"]?.[1] ?? -1];
  if (row.out === "rate" && behind !== undefined && has(behind, context.classes.to)) return null;
  return toQuantity(exact ?? read, tokens, unitBehind(items, at, context), recurring);
}

function exactBehind(
  items: readonly Item[],
  at: number,
  context: EllipsisContext,
): ReadQuantity | null {
  const { classes } = context;
  for (let i = at + 1; i < Math.min(items.length, at + 4); i++) {
    const open = items[i];
    if (!has(open, classes.open) && !has(open, classes.dash)) continue;
    const read = items[i + 1]?.quantity ?? null;
    return read?.measure === "count" ? read : null;
  }
  return null;
}

/** The words for the people counted, right behind the number, or null. */
export function unitBehind(
  items: readonly Item[],
  at: number,
  context: EllipsisContext,
): string | null {
  const next = items[at + 1];
  return next !== undefined && has(next, context.classes.of("HUMAN")) ? words(next, context) : null;
}

/** The words of an item as written. */
export function words(item: Item, context: EllipsisContext): string {
  const { tokens } = context;
  return tokens.text.slice(tokens.start[item.from], tokens.end[item.to - 1]);
}

/** A time inside the words of the claim, or the one that the row names. */
export function periodIn(
  items: readonly Item[],
  match: PatternMatch,
  at: number,
  range: TokenRange,
  context: EllipsisContext,
): Draft["period"] {
  const named = match.parts["p"];
  const inside = items.flatMap((item, index) => {
    const isNamed = named !== undefined && index >= named[0] && index < named[1];
    const isInside = item.from >= range[0] && item.to <= range[1] && index !== at;
    return isNamed || isInside ? [item] : [];
  });
  for (const item of inside) {
    const period = timeIn(item, context);
    if (period !== null) return period;
  }
  return null;
}
