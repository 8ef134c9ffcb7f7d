import type { Quantity } from "../model/claim.ts";

/** What the words around a number do to it. */
export type Bound =
  | "exact"
  | "at-least"
  | "more-than"
  | "at-most"
  | "less-than"
  | "about"
  | "range"
  | "vague"; // "hundreds": an order of magnitude, no number is printed

/** The bounds that a number can be compared by. */
export type Interval = Pick<
  Quantity,
  "min" | "max" | "minExclusive" | "maxExclusive" | "approximate"
>;

/** Reads the bound off the interval, not off the words, so that it holds in every language. */
export function boundOf(quantity: Quantity): Bound {
  const { min, max, approximate } = quantity;
  if (isVague(quantity)) return "vague";
  if (min !== null && max !== null && min !== max) return "range";
  if (min !== null && max !== null) return approximate ? "about" : "exact";
  if (min !== null) return quantity.minExclusive ? "more-than" : "at-least";
  return quantity.maxExclusive ? "less-than" : "at-most";
}

/** The number without its qualifier: "at least 335", "over 335" and "335" all print 335. Null when none is printed. */
export function printedNumber(quantity: Quantity): string | null {
  const { min, max } = quantity;
  if (isVague(quantity)) return null;
  if (min !== null && max !== null && min !== max) return `${min}-${max}`;
  const number = min ?? max;
  return number === null ? null : String(number);
}

/** The printed number's size, for sorting and for asking whether a coincidence is likely. */
export function sizeOf(quantity: Quantity): number {
  return quantity.max ?? quantity.min ?? 0;
}

/** Whether one number could satisfy both; "about" is taken as within a tenth. Null when a bound is missing on all sides. */
export function canBothHold(left: Interval, right: Interval): boolean {
  const [a, b] = [widen(left), widen(right)];
  return isBelow(a, b) && isBelow(b, a);
}

/** Whether what `left` counts can be a part of what `right` counts: its lowest is no more than the other's highest. */
export function canBePart(left: Interval, right: Interval): boolean {
  return isBelow(widen(left), widen(right));
}

function isBelow(left: Interval, right: Interval): boolean {
  if (left.min === null || right.max === null) return true;
  return left.minExclusive || right.maxExclusive ? left.min < right.max : left.min <= right.max;
}

function widen(interval: Interval): Interval {
  if (!interval.approximate) return interval;
  return {
    ...interval,
    min: interval.min === null ? null : interval.min * 0.9,
    max: interval.max === null ? null : interval.max * 1.1,
  };
}

/** "hundreds", "many": open upwards, approximate, and no digit stands in the words. */
function isVague(quantity: Quantity): boolean {
  const { min, max, approximate, span } = quantity;
  if (min === null && max === null) return true;
  return approximate && min !== null && max === null && !/\p{Nd}/u.test(span.quote);
}
