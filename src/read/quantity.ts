/**
 * In: tokens and a pack's number words. Out: each quantity with its bounds, measure and words.
 * Never: guesses a number that is not written; takes a year, an age, a law article or a time of day for a count.
 */
import { formsOf } from "./lexicon.ts";
import { isGlued } from "./sentences.ts";
import { TOKEN, type Tokens } from "./tokens.ts";
import { flagForms } from "./vocabulary.ts";

type Bound = "min" | "above" | "below" | "max" | "about" | "exact";

/** What is counted or measured, before the claim gives it a unit of its own. */
export type QuantityMeasure =
  | "count"
  | "percent"
  | "share"
  | "money"
  | "amount"
  | "duration"
  | "bare-year";

/** A quantity as read from a token range. Null bounds are open. */
export type ReadQuantity = {
  readonly from: number;
  readonly to: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly minExclusive: boolean;
  readonly maxExclusive: boolean;
  readonly approximate: boolean;
  readonly qualifier: string | null;
  readonly measure: QuantityMeasure;
  readonly unit: string | null;
  readonly row: string;
};

type Phrase<T> = { readonly forms: readonly string[]; readonly row: T };
type Qualifier = { id: string; bound: Bound; approximate: boolean; glued: boolean };
type Order = { id: string; min: number; max: number | null; exact: boolean; needs: string | null };
type Range = { id: string; opens: string | null; joins: readonly string[] };

/** Compiled number words of one language. */
export type QuantityGrammar = {
  readonly numbers: ReadonlyMap<string, number>;
  readonly multipliers: ReadonlyMap<string, number>;
  readonly glued: ReadonlySet<string>;
  readonly joiners: ReadonlySet<string>;
  /** Every two parts of a number are joined ("twenty and five"), not only those behind a hundred. */
  readonly joinsAll: boolean;
  readonly hyphens: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  readonly orders: PhraseIndex<Order>;
  readonly fractions: PhraseIndex<{ id: string; value: number }>;
  readonly fractionFollowers: ReadonlySet<string>;
  /** Words before a fraction that make it one of several parts ("the latter half of 1988"). */
  readonly fractionParts: ReadonlySet<string>;
  readonly spans: PhraseIndex<{ id: string; value: number; unit: string | null }>;
  readonly qualifiers: PhraseIndex<Qualifier>;
  readonly trailing: PhraseIndex<Qualifier>;
  readonly ranges: readonly Range[];
  readonly outOf: PhraseIndex<true>;
  /** Words that qualify no number where they say what somebody is concerned with ("alarm over two arrests"), and what stands before. */
  readonly topics: {
    readonly words: ReadonlySet<string>;
    readonly after: ReadonlySet<string>;
    /** Verbs among `after` that may have people for their object. */
    readonly acts: ReadonlySet<string>;
    readonly unlessBehind: ReadonlySet<string>;
    readonly whom: ReadonlySet<string>;
  };
  readonly percent: PhraseIndex<true>;
  readonly signs: ReadonlyMap<string, string | null>;
  readonly currencyWords: PhraseIndex<string | null>;
  readonly amounts: PhraseIndex<true>;
  readonly durations: ReadonlySet<string>;
  readonly numberedBy: ReadonlySet<string>;
  readonly neither: Neither;
  readonly times: ReadonlySet<string>;
  /** Endings that make a number a rank ("470th"). */
  readonly ranks: ReadonlySet<string>;
  /** 1 for the number of each form that can begin a quantity: everything else is passed over at once. */
  readonly openers: Uint8Array;
};

/** Words for a number that also mean "neither" and "nor"; words behind them that are counted, and such as never are. */
type Neither = {
  readonly words: ReadonlySet<string>;
  readonly counts: ReadonlySet<string>;
  readonly never: ReadonlySet<string>;
  /** Words that are not counted behind a joiner ("and not prison"). */
  readonly nor: ReadonlySet<string>;
};

type PhraseIndex<T> = ReadonlyMap<string, readonly Phrase<T>[]>;

type RawQuantities = {
  numbers: Record<string, number>;
  multipliers: Record<string, number>;
  glued: string[];
  joiners: string[];
  joinsAll?: boolean;
  hyphens: string[];
  articles: string[];
  orders: {
    id: string;
    words: string[];
    min: number;
    max?: number;
    exact?: boolean;
    needs?: string;
  }[];
  fractions: { id: string; words: string[]; value: [number, number] }[];
  fractionFollowers: string[];
  fractionParts: string[];
  spans: { id: string; words: string[]; value: number; unit?: string }[];
  qualifiers: { id: string; words: string[]; bound: Bound; approximate?: boolean }[];
  trailing: { id: string; words: string[]; bound: Bound; glued?: boolean }[];
  ranges: { id: string; opens: string | null; joins: string[] }[];
  outOf: { joins: string[] };
  percent: string[];
  currencies: { id: string; signs: string[]; words: string[]; unit: string | null }[];
  amounts: string[];
  durations: string[];
  numberedBy: string[];
  neither?: { words: string[]; counts: string[]; never: string[]; nor: string[] };
  times: string[];
  ranks?: string[];
  topics?: {
    words: string[];
    after: string[];
    acts?: { words: string[]; unlessBehind: string[]; whom: string[] };
  };
};

/** Compiles the number words of a language pack. */
export function compileQuantities(raw: RawQuantities): QuantityGrammar {
  const orders = index(raw.orders, (row) => ({
    id: row.id,
    min: row.min,
    max: row.max ?? null,
    exact: row.exact === true,
    needs: row.needs ?? null,
  }));
  const fractions = index(raw.fractions, (row) => ({
    id: row.id,
    value: row.value[0] / row.value[1],
  }));
  const spans = index(raw.spans, (row) => ({
    id: row.id,
    value: row.value,
    unit: row.unit ?? null,
  }));
  const qualifiers = index(raw.qualifiers, toQualifier);
  const signs = new Map(raw.currencies.flatMap((row) => row.signs.map((sign) => [sign, row.unit])));
  const openers = flagForms(
    Object.keys(raw.numbers),
    Object.keys(raw.multipliers),
    raw.articles,
    signs.keys(),
    raw.ranges.flatMap((row) => (row.opens === null ? [] : [row.opens])),
    ...[orders, fractions, spans, qualifiers].map((phrases) => phrases.keys()),
  );
  return {
    numbers: new Map(Object.entries(raw.numbers)),
    multipliers: new Map(Object.entries(raw.multipliers)),
    glued: new Set(raw.glued),
    joiners: new Set(raw.joiners),
    joinsAll: raw.joinsAll === true,
    hyphens: new Set(raw.hyphens),
    articles: new Set(raw.articles),
    orders,
    fractions,
    fractionFollowers: new Set(raw.fractionFollowers),
    fractionParts: new Set(raw.fractionParts),
    spans,
    qualifiers,
    trailing: index(raw.trailing, toQualifier),
    ranges: raw.ranges,
    outOf: index([{ words: raw.outOf.joins }], () => true as const),
    topics: {
      words: new Set(raw.topics?.words),
      after: new Set(raw.topics?.after),
      acts: new Set(raw.topics?.acts?.words),
      unlessBehind: new Set(raw.topics?.acts?.unlessBehind),
      whom: new Set(raw.topics?.acts?.whom),
    },
    percent: index([{ words: raw.percent }], () => true as const),
    signs,
    currencyWords: index(raw.currencies, (row) => row.unit),
    amounts: index([{ words: raw.amounts }], () => true as const),
    durations: new Set(raw.durations),
    numberedBy: new Set(raw.numberedBy),
    neither: {
      words: new Set(raw.neither?.words),
      counts: new Set(raw.neither?.counts),
      never: new Set(raw.neither?.never),
      nor: new Set(raw.neither?.nor),
    },
    times: new Set(raw.times),
    ranks: new Set(raw.ranks ?? []),
    openers,
  };
}

function toQualifier(row: {
  id: string;
  bound: Bound;
  approximate?: boolean;
  glued?: boolean;
}): Qualifier {
  return {
    id: row.id,
    bound: row.bound,
    approximate: row.approximate === true,
    glued: row.glued === true,
  };
}

function index<R extends { words: readonly string[] }, T>(
  rows: readonly R[],
  make: (row: R) => T,
): PhraseIndex<T> {
  const byFirst = new Map<string, Phrase<T>[]>();
  for (const row of rows) {
    for (const words of row.words) {
      const forms = formsOf(words);
      const list = byFirst.get(forms[0] ?? "") ?? [];
      list.push({ forms, row: make(row) });
      byFirst.set(forms[0] ?? "", list);
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.forms.length - a.forms.length);
  return byFirst;
}

type Found<T> = { readonly row: T; readonly to: number };

function match<T>(
  phrases: PhraseIndex<T>,
  tokens: Tokens,
  at: number,
  limit: number,
): Found<T> | null {
  const list = phrases.get(tokens.form[at] ?? "");
  if (list === undefined) return null;
  for (const { forms, row } of list) {
    if (at + forms.length > limit) continue;
    let same = true;
    for (let i = 1; same && i < forms.length; i++) same = tokens.form[at + i] === forms[i];
    if (same) return { row, to: at + forms.length };
  }
  return null;
}

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

/** "the 470th person": a number with a rank's ending counts nobody. */
function isRank(
  { form, start, end, kind }: Tokens,
  at: number,
  { ranks }: QuantityGrammar,
): boolean {
  return kind[at] === TOKEN.number && start[at + 1] === end[at] && ranks.has(form[at + 1] ?? "");
}

/** "concern about three men", "jailed over three murders"; "arrested over 20 people" is a number. */
function isTopic({ form }: Tokens, at: number, { topics }: QuantityGrammar): boolean {
  const before = form[at - 1] ?? "";
  if (!topics.words.has(form[at] ?? "") || !topics.after.has(before)) return false;
  if (!topics.acts.has(before) || topics.unlessBehind.has(form[at - 2] ?? "")) return true;
  return !topics.whom.has(form[at + 2] ?? "") && !topics.whom.has(form[at + 3] ?? "");
}

/**
 * "neither Arman nor Bahram": the word stands there twice, behind a joiner or before a clause of its own, and what
 * follows is nothing that is counted. "Nine persons in one town and nine in the other" are counts.
 */
function isNeither({ form }: Tokens, at: number, grammar: QuantityGrammar): boolean {
  const { words, counts, never, nor } = grammar.neither;
  const word = form[at] ?? "";
  const next = form[at + 1] ?? "";
  if (!words.has(word) || counts.has(next)) return false;
  if (never.has(next)) return true;
  const before = form[at - 1] ?? "";
  if (nor.has(next) && (grammar.joiners.has(before) || before === "," || before === "،"))
    return true;
  const isPair = (first: number, second: number): boolean =>
    form[second] === word &&
    grammar.joiners.has(form[second - 1] ?? "") &&
    !counts.has(form[second + 1] ?? "") &&
    !counts.has(form[first + 1] ?? "") &&
    form[first + 1] !== form[second + 1];
  for (let i = at + 2; i < Math.min(form.length, at + NEITHER_REACH); i++) {
    if (form[i] === ".") break;
    if (isPair(at, i)) return true;
  }
  for (let i = at - 2; i >= Math.max(0, at - NEITHER_REACH); i--)
    if (form[i] === word && isPair(i, at)) return true;
  return false;
}

const NEITHER_REACH = 16;

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
    : ofOrder(tokens, at, order, tokenWords(tokens, at, qualifier.to), grammar);
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
  grammar: QuantityGrammar,
): ReadQuantity | null {
  const { row } = order;
  if (row.needs !== null && tokens.form[order.to] !== row.needs) return null;
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
      const whole = readNumber(tokens, outOf.to, limit, grammar);
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
    const { value, to, unit, isYearShaped } = number;
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
  if (order === null) return null;
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

type ReadNumber = {
  readonly to: number;
  readonly value: number;
  readonly multiplier: number;
  readonly unit: string | null;
  readonly isYearShaped: boolean;
};

/** "2,500", "two dozen", "one hundred and twenty", "$80 billion", "a dozen", "twenty-five". */
function readNumber(
  tokens: Tokens,
  from: number,
  limit: number,
  grammar: QuantityGrammar,
): ReadNumber | null {
  let at = from;
  let unit: string | null = null;
  const sign = grammar.signs.get(tokens.form[at] ?? "");
  if (sign !== undefined) {
    unit = sign;
    at++;
    if (tokens.kind[at] !== TOKEN.number) return null;
  }
  let total = 0;
  let current = 0;
  let multiplier = 1;
  let isAny = false;
  let isYearShaped = false;
  if (at < limit && tokens.kind[at] === TOKEN.number) {
    const words = tokens.form[at] ?? "";
    current = parseDigits(words);
    if (Number.isNaN(current)) return null;
    isYearShaped = /^(?:1[3-9]|20)\d\d$/.test(words);
    isAny = true;
    at++;
  } else if (
    grammar.articles.has(tokens.form[at] ?? "") &&
    at + 1 < limit &&
    grammar.multipliers.has(tokens.form[at + 1] ?? "") &&
    !grammar.glued.has(tokens.form[at + 1] ?? "")
  ) {
    current = 1;
    isAny = true;
    at++;
  }
  let isLastHundred = false;
  const opening = grammar.multipliers.get(tokens.form[at] ?? "") ?? 0;
  if (!isAny && opening >= 1000 && isThousandAlone(tokens, at, limit, grammar)) {
    total = opening;
    multiplier = opening;
    isAny = true;
    at++;
  }
  for (; at < limit; at++) {
    const word = tokens.form[at] ?? "";
    const value = grammar.numbers.get(word);
    const factor = grammar.multipliers.get(word);
    if (value !== undefined && tokens.kind[at] === TOKEN.word) {
      if (
        isAny &&
        !isLastHundred &&
        current % 100 !== 0 &&
        !(current % 10 === 0 && current % 100 >= 20 && value < 10)
      )
        break;
      if (isAny && tokens.kind[at - 1] === TOKEN.number) break;
      current += value;
      isAny = true;
      isLastHundred = false;
      if (value >= 1000) {
        total += current;
        current = 0;
        multiplier = 1000;
      }
    } else if (isAny && factor !== undefined && (!grammar.glued.has(word) || isGlued(tokens, at))) {
      current *= factor;
      multiplier *= factor;
      isLastHundred = factor === 100;
      if (factor >= 1000) {
        total += current;
        current = 0;
      }
      isYearShaped = false;
    } else if (
      isAny &&
      grammar.hyphens.has(word) &&
      isGlued(tokens, at) &&
      isSmallNumber(tokens, at + 1, limit, grammar)
    ) {
    } else if (
      isAny &&
      (isLastHundred || multiplier >= 1000 || canJoin(tokens, at, current, grammar)) &&
      grammar.joiners.has(word) &&
      isSmallNumber(tokens, at + 1, limit, grammar)
    ) {
      isLastHundred = true;
    } else if (
      current === 0 &&
      isDigitPart(tokens, at, limit, grammar, factorBefore(tokens, at, grammar))
    ) {
      current = parseDigits(tokens.form[at + 1] ?? "");
      isLastHundred = false;
      at++;
    } else break;
  }
  return isAny ? { to: at, value: total + current, multiplier, unit, isYearShaped } : null;
}

/** "2 thousand and 986", "1 million and 200 thousand": digits of a lower place behind a multiplier. */
function isDigitPart(
  tokens: Tokens,
  at: number,
  limit: number,
  { joinsAll, joiners, multipliers }: QuantityGrammar,
  factor: number,
): boolean {
  if (!joinsAll || factor < 1000 || !joiners.has(tokens.form[at] ?? "")) return false;
  if (at + 1 >= limit || tokens.kind[at + 1] !== TOKEN.number) return false;
  const value = parseDigits(tokens.form[at + 1] ?? "");
  return value * (multipliers.get(tokens.form[at + 2] ?? "") ?? 1) < factor;
}

/** "Three thousand and 117": the thousands may be one word with their number. */
function factorBefore(
  tokens: Tokens,
  at: number,
  { multipliers, numbers }: QuantityGrammar,
): number {
  const form = tokens.form[at - 1] ?? "";
  const whole = numbers.get(form) ?? 1;
  return multipliers.get(form) ?? (whole >= 1000 ? 1000 : 1);
}

/** "Bist o panj" (20 and 5), "sisad o bist" (300 and 20): the next part is smaller than any place that is taken. */
function canJoin(
  tokens: Tokens,
  at: number,
  current: number,
  { numbers, joinsAll }: QuantityGrammar,
): boolean {
  const next = numbers.get(tokens.form[at + 1] ?? "");
  if (!joinsAll || next === undefined || tokens.kind[at - 1] !== TOKEN.word) return false;
  const place = current % 100 === 0 ? 100 : current % 10 === 0 ? 10 : 1;
  return next < place;
}

/** A number word under a hundred, as it follows in "twenty-five" or "a hundred and five". */
/** "A thousand and three hundred" where no word for one stands before it. */
function isThousandAlone(
  tokens: Tokens,
  at: number,
  limit: number,
  grammar: QuantityGrammar,
): boolean {
  if (!grammar.joinsAll || !grammar.joiners.has(tokens.form[at + 1] ?? "")) return false;
  return isSmallNumber(tokens, at + 2, limit, grammar) || tokens.kind[at + 2] === TOKEN.number;
}

function isSmallNumber(
  tokens: Tokens,
  at: number,
  limit: number,
  grammar: QuantityGrammar,
): boolean {
  return at < limit && grammar.numbers.has(tokens.form[at] ?? "");
}

/** The number of a token of digits, with or without signs between them. */
export function parseDigits(words: string): number {
  const number = Number(words);
  // Most numbers are digits alone.
  return Number.isNaN(number) ? Number(words.replace(/[,٬،]/g, "").replace("٫", ".")) : number;
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

/** "10:30", "7 p.m.", "1/2", "4-2" scores and the like. */
function isTimeOfDay(tokens: Tokens, to: number, limit: number, grammar: QuantityGrammar): boolean {
  if (to >= limit) return false;
  const form = tokens.form[to] ?? "";
  if (grammar.times.has(form)) return true;
  return (
    (form === ":" || form === "/") && isGlued(tokens, to) && tokens.kind[to + 1] === TOKEN.number
  );
}

/** "Article 279", "Branch 15", "No. 5", "10:30" seen from its second half, "#5". */
function isNumbered(tokens: Tokens, at: number, grammar: QuantityGrammar): boolean {
  if (tokens.kind[at] !== TOKEN.number || at === 0) return false;
  let before = tokens.form[at - 1] ?? "";
  const isDated = before === "/" && tokens.kind[at - 2] === TOKEN.word;
  if (isGlued(tokens, at) && !isDated && (before === ":" || before === "/" || before === "#"))
    return true;
  if (before === "." && isGlued(tokens, at - 1)) before = tokens.form[at - 2] ?? "";
  return grammar.numberedBy.has(before);
}

function tokenWords(tokens: Tokens, from: number, to: number): string {
  return tokens.text.slice(tokens.start[from], tokens.end[to - 1]);
}
