/**
 * In: a pack's words of number. Out: what the reader of numbers asks of a token, by its word.
 * Never: reads a text.
 */
import { formsOf } from "./lexicon.ts";
import type { Tokens } from "./tokens.ts";
import { flagForms } from "./vocabulary.ts";

export type Bound = "min" | "above" | "below" | "max" | "about" | "exact";

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
export type Qualifier = { id: string; bound: Bound; approximate: boolean; glued: boolean };
export type Order = {
  id: string;
  min: number;
  max: number | null;
  exact: boolean;
  needs: ReadonlySet<string> | null;
  /** "A group of" gives way to a number behind it. */
  collects: boolean;
};
export type Range = { id: string; opens: string | null; joins: readonly string[] };

/** Compiled number words of one language. */
export type QuantityGrammar = {
  readonly numbers: ReadonlyMap<string, number>;
  readonly multipliers: ReadonlyMap<string, number>;
  readonly glued: ReadonlySet<string>;
  readonly joiners: ReadonlySet<string>;
  /** Every two parts of a number are joined ("twenty and five"), not only those behind a hundred. */
  readonly joinsAll: boolean;
  /** What a multiplier counts where no number stands before it ("a thousand people" in a language without articles). */
  readonly thousandOf: ReadonlySet<string>;
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
  thousandOf?: string[];
  hyphens: string[];
  articles: string[];
  orders: {
    id: string;
    words: string[];
    min: number;
    max?: number;
    exact?: boolean;
    needs?: string;
    collects?: boolean;
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
    needs: row.needs === undefined ? null : new Set(row.needs.split("|")),
    collects: row.collects === true,
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
    thousandOf: new Set(raw.thousandOf ?? []),
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

export type Found<T> = { readonly row: T; readonly to: number };

/** The longest phrase of an index that begins at a token, or null. */
export function match<T>(
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
