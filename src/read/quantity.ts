/**
 * In: tokens and a pack's number words. Out: each quantity with its bounds, measure and words.
 * Never: guesses a number that is not written; takes a year, an age, a law article or a time of day for a count.
 */
import { holdsNumber, readNumber } from "./numerals.ts";
import {
  type Bound,
  type Found,
  type Order,
  type Qualifier,
  type QuantityGrammar,
  type QuantityMeasure,
  type Range,
  type ReadQuantity,
  match,
} from "./quantityGrammar.ts";
import { isNeither, isNumbered, isRank, isTimeOfDay, isTopic } from "./quantityRefusals.ts";
import { isGlued } from "./sentences.ts";
import { TOKEN, type Tokens } from "./tokens.ts";

/** Reads the quantity that begins at a token, or null. "at least 19" begins at "at". Linear in what it takes. */
export function readQuantity(
  tokens: Tokens,
  at: number,
  limit: number,
  grammar: QuantityGrammar,
): ReadQuantity | null {
  if (tokens.kind[at] !== TOKEN.number && grammar.openers[tokens.word[at] ?? 0] !== 1) return null;
  if (isNumbered(tokens, at, grammar) || isRank(tokens, at, grammar)) return null;
  if (isTopic(tokens, at, grammar) || isNeither(tokens, at, grammar)) return null;
  const qualifier = match(grammar.qualifiers, tokens, at, limit);
  const begin = qualifier?.to ?? at;
  const bare = readBare(tokens, begin, limit, grammar);
  if (bare === null)
    return qualifier === null ? null : readQualifiedOrder(tokens, at, qualifier, limit, grammar);
  return finish(tokens, at, bare, qualifier?.row ?? null, qualifier?.to ?? at, limit, grammar);
}

type Bare = {
  readonly to: number;
  readonly low: number;
  readonly high: number;
  readonly isRange: boolean;
  readonly unit: string | null;
  readonly isFraction: boolean;
  readonly isYearShaped: boolean;
  readonly row: string;
};

function readQualifiedOrder(
  tokens: Tokens,
  at: number,
  qualifier: Found<Qualifier>,
  limit: number,
  grammar: QuantityGrammar,
): ReadQuantity | null {
  const order = match(grammar.orders, tokens, qualifier.to, limit);
  return order === null
    ? null
    : ofOrder(tokens, at, order, tokenWords(tokens, at, qualifier.to), limit, grammar);
}

function finish(
  tokens: Tokens,
  at: number,
  bare: Bare,
  qualifier: Qualifier | null,
  qualifierTo: number,
  limit: number,
  grammar: QuantityGrammar,
): ReadQuantity | null {
  if (bare.row.startsWith("order.")) {
    const order = match(grammar.orders, tokens, qualifierTo, limit);
    if (order === null) return null;
    return ofOrder(
      tokens,
      at,
      order,
      qualifier === null ? null : tokenWords(tokens, at, qualifierTo),
      limit,
      grammar,
    );
  }
  const trailing = qualifier === null ? matchTrailing(tokens, bare.to, limit, grammar) : null;
  let to = trailing?.to ?? bare.to;
  const active = qualifier ?? trailing?.row ?? null;
  const words =
    qualifier !== null
      ? tokenWords(tokens, at, qualifierTo)
      : trailing !== null
        ? tokenWords(tokens, bare.to, trailing.to)
        : bare.row === "range.between"
          ? tokenWords(tokens, at, at + 1)
          : null;
  let measure: QuantityMeasure = bare.isFraction ? "share" : bare.unit === null ? "count" : "money";
  let unit = bare.unit;
  const after = measureAfter(tokens, to, limit, grammar);
  if (after !== null && measure === "count") {
    measure = after.measure;
    unit = after.unit;
    to = after.to;
  }
  if (bare.row.startsWith("span.") && bare.unit !== null) measure = "duration";
  if (measure === "count" && isTimeOfDay(tokens, bare.to, limit, grammar)) return null;
  if (measure === "count" && active === null && bare.isYearShaped) measure = "bare-year";
  const { min, max, minExclusive, maxExclusive } = boundsOf(bare, active?.bound ?? "exact");
  return {
    from: at,
    to,
    min,
    max,
    minExclusive,
    maxExclusive,
    approximate: active?.approximate === true,
    qualifier: active === null || active.bound !== "exact" ? words : null,
    measure,
    unit,
    row: active?.id ?? bare.row,
  };
}

function boundsOf(
  bare: Bare,
  bound: Bound,
): Pick<ReadQuantity, "min" | "max" | "minExclusive" | "maxExclusive"> {
  const { low, high } = bare;
  switch (bound) {
    case "min":
      return { min: low, max: null, minExclusive: false, maxExclusive: false };
    case "above":
      return { min: low, max: null, minExclusive: true, maxExclusive: false };
    case "below":
      return { min: null, max: high, minExclusive: false, maxExclusive: true };
    case "max":
      return { min: null, max: high, minExclusive: false, maxExclusive: false };
    case "about":
    case "exact":
      return { min: low, max: high, minExclusive: false, maxExclusive: false };
  }
}

function ofOrder(
  tokens: Tokens,
  at: number,
  order: Found<Order>,
  words: string | null,
  limit: number,
  grammar: QuantityGrammar,
): ReadQuantity | null {
  const { row } = order;
  if (row.needs !== null && !row.needs.has(tokens.form[order.to] ?? "")) return null;
  if (row.collects && readQuantity(tokens, order.to, limit, grammar) !== null) return null;
  const measure = grammar.durations.has(tokens.form[order.to] ?? "") ? "duration" : "count";
  return {
    from: at,
    to: order.to,
    min: row.min,
    max: row.max,
    minExclusive: false,
    maxExclusive: false,
    approximate: !row.exact,
    qualifier: words,
    measure,
    unit: null,
    row: row.id,
  };
}

/** A number, a range, a fraction, a sum of money or an order of magnitude, without its qualifier. */
function readBare(
  tokens: Tokens,
  at: number,
  limit: number,
  grammar: QuantityGrammar,
): Bare | null {
  const span = match(grammar.spans, tokens, at, limit);
  if (span !== null) {
    const { value, unit, id } = span.row;
    return {
      to: span.to,
      low: value,
      high: value,
      isRange: false,
      unit,
      isFraction: false,
      isYearShaped: false,
      row: id,
    };
  }
  const fraction = match(grammar.fractions, tokens, at, limit);
  if (fraction !== null && isFractionUse(tokens, fraction.to, at, grammar)) {
    const { value, id } = fraction.row;
    return {
      to: fraction.to,
      low: value,
      high: value,
      isRange: false,
      unit: null,
      isFraction: true,
      isYearShaped: false,
      row: id,
    };
  }
  for (const range of grammar.ranges) {
    const found = readRange(tokens, at, limit, range, grammar);
    if (found !== null) return found;
  }
  const order = match(grammar.orders, tokens, at, limit);
  const number = readNumber(tokens, at, limit, grammar);
  if (number !== null && (order === null || order.to <= number.to)) {
    const outOf = match(grammar.outOf, tokens, number.to, limit);
    if (outOf !== null && number.value <= 10) {
      const whole =
        readNumber(tokens, outOf.to, limit, grammar) ?? scaleAt(tokens, outOf.to, limit, grammar);
      if (
        whole !== null &&
        whole.value > number.value &&
        whole.value <= 1000 &&
        !whole.isYearShaped
      ) {
        const value = number.value / whole.value;
        return {
          to: whole.to,
          low: value,
          high: value,
          isRange: false,
          unit: null,
          isFraction: true,
          isYearShaped: false,
          row: "share.out-of",
        };
      }
    }
    return bareOf(number, number.to);
  }
  if (order === null) return readBracketed(tokens, at, limit, grammar);
  return {
    to: order.to,
    low: order.row.min,
    high: order.row.min,
    isRange: false,
    unit: null,
    isFraction: false,
    isYearShaped: false,
    row: order.row.id,
  };
}

/** "eight in every |hundred|": a scale without a number before it. */
function scaleAt(
  tokens: Tokens,
  at: number,
  limit: number,
  { multipliers }: QuantityGrammar,
): { readonly to: number; readonly value: number; readonly isYearShaped: boolean } | null {
  const value = at < limit ? (multipliers.get(tokens.form[at] ?? "") ?? 0) : 0;
  return value >= LEAST_SCALE ? { to: at + 1, value, isYearShaped: false } : null;
}

/** "dozen" is a scale too, and so are the letters behind a sum; parts are told of a hundred or a thousand. */
const LEAST_SCALE = 100;

/** "at least (19) prisoners": a number alone in brackets behind the word that bounds it. */
function readBracketed(
  tokens: Tokens,
  at: number,
  limit: number,
  grammar: QuantityGrammar,
): Bare | null {
  if (!holdsNumber(tokens, at, limit)) return null;
  const inner = readNumber(tokens, at + 1, at + 2, grammar);
  if (inner === null) return null;
  return bareOf(inner, at + 3);
}

/** One number by itself, up to a token. */
function bareOf(
  { value, unit, isYearShaped }: NonNullable<ReturnType<typeof readNumber>>,
  to: number,
): Bare {
  return {
    to,
    low: value,
    high: value,
    isRange: false,
    unit,
    isFraction: false,
    isYearShaped,
    row: "number",
  };
}

function isFractionUse(tokens: Tokens, to: number, at: number, grammar: QuantityGrammar): boolean {
  if (grammar.fractionParts.has(tokens.form[at - 1] ?? "")) return false;
  if (grammar.fractionFollowers.has(tokens.form[to] ?? "")) return true;
  return to - at > 1 && grammar.hyphens.has(tokens.form[to - 2] ?? "");
}

function readRange(
  tokens: Tokens,
  at: number,
  limit: number,
  range: Range,
  grammar: QuantityGrammar,
): Bare | null {
  if (range.opens !== null && tokens.form[at] !== range.opens) return null;
  const low = readNumber(tokens, range.opens === null ? at : at + 1, limit, grammar);
  if (low === null || low.to >= limit || !range.joins.includes(tokens.form[low.to] ?? ""))
    return null;
  const high = readNumber(tokens, low.to + 1, limit, grammar);
  if (high === null || (low.isYearShaped && high.isYearShaped)) return null;
  const shared =
    low.value < 1000 && high.multiplier > 1 && low.multiplier === 1 ? high.multiplier : 1;
  const lowValue = low.value * shared;
  if (lowValue >= high.value) return null;
  return {
    to: high.to,
    low: lowValue,
    high: high.value,
    isRange: true,
    unit: low.unit ?? high.unit,
    isFraction: false,
    isYearShaped: false,
    row: range.id,
  };
}

function matchTrailing(
  tokens: Tokens,
  at: number,
  limit: number,
  grammar: QuantityGrammar,
): Found<Qualifier> | null {
  const found = match(grammar.trailing, tokens, at, limit);
  return found !== null && (!found.row.glued || isGlued(tokens, at)) ? found : null;
}

function measureAfter(
  tokens: Tokens,
  at: number,
  limit: number,
  grammar: QuantityGrammar,
): { measure: QuantityMeasure; unit: string | null; to: number } | null {
  if (at >= limit) return null;
  const percent = match(grammar.percent, tokens, at, limit);
  if (percent !== null) return { measure: "percent", unit: "percent", to: percent.to };
  const money = match(grammar.currencyWords, tokens, at, limit);
  if (money !== null) {
    return { measure: "money", unit: money.row ?? tokenWords(tokens, at, money.to), to: money.to };
  }
  const next = grammar.hyphens.has(tokens.form[at] ?? "") && isGlued(tokens, at) ? at + 1 : at;
  const amount = match(grammar.amounts, tokens, next, limit);
  if (amount !== null)
    return { measure: "amount", unit: tokenWords(tokens, next, amount.to), to: amount.to };
  if (grammar.durations.has(tokens.form[next] ?? "")) {
    return { measure: "duration", unit: tokenWords(tokens, next, next + 1), to: next + 1 };
  }
  return null;
}

function tokenWords(tokens: Tokens, from: number, to: number): string {
  return tokens.text.slice(tokens.start[from], tokens.end[to - 1]);
}
