import type { Words } from "./words.ts";

export type TableName = "figures" | "pairs" | "refs" | "months";

/** Columns of the page's tables, in order. */
export function columnsOf(words: Words): Readonly<Record<TableName, readonly string[]>> {
  return {
    figures: [words.number, words.when, words.where, words.whoSays],
    pairs: [words.figureA, words.figureB, words.verdict, words.why],
    refs: [words.organisation, words.number, words.period, words.verdict],
    months: [words.month, words.seriesDeaths, words.seriesUnrest, words.seriesEconomy],
  };
}
