/** From what was read of a number to the Quantity of the claim's JSON. */
import { spanAt } from "../base/span.ts";
import type { Quantity } from "../model/claim.ts";
import type { Item } from "./items.ts";
import type { ReadQuantity } from "./quantityGrammar.ts";
import type { Tokens } from "./tokens.ts";

/** The claim's quantity from a number as read; `unit` are the words for what is counted. */
export function toQuantity(
  read: ReadQuantity,
  tokens: Tokens,
  unit: string | null,
  per: Quantity["per"],
): Quantity {
  const start = tokens.start[read.from] ?? 0;
  const end = tokens.end[read.to - 1] ?? start;
  return {
    min: read.min,
    max: read.max,
    minExclusive: read.minExclusive,
    maxExclusive: read.maxExclusive,
    approximate: read.approximate,
    qualifier: read.qualifier,
    unit: read.unit ?? unit,
    measure: measureOf(read, per),
    per,
    subsetOf: null,
    span: spanAt(tokens.text, start, end),
  };
}

function measureOf(read: ReadQuantity, per: Quantity["per"]): Quantity["measure"] {
  switch (read.measure) {
    case "percent":
      return "rate";
    case "share":
      return "share";
    case "money":
    case "amount":
    case "duration":
      return "amount";
    case "count":
    case "bare-year":
      return per === null ? "count" : "rate";
  }
}

/** A count of those who are named or spoken of one by one; its span is the words that name them. */
export function countOf(count: number, words: Item, tokens: Tokens, unit: string | null): Quantity {
  const start = tokens.start[words.from] ?? 0;
  const end = tokens.end[words.to - 1] ?? start;
  return {
    min: count,
    max: count,
    minExclusive: false,
    maxExclusive: false,
    approximate: false,
    qualifier: null,
    unit,
    measure: "count",
    per: null,
    subsetOf: null,
    span: spanAt(tokens.text, start, end),
  };
}
