import type { Words } from "./words.ts";

export type TableName = "figures" | "pairs" | "refs" | "months";

/** What a table is called where a screen reader lists the tables of the page. */
export function nameOfTable(name: TableName, words: Words): string {
  const names: Readonly<Record<TableName, string>> = {
    figures: words.numbers,
    pairs: words.compared,
    refs: words.published,
    months: words.timeLine,
  };
  return names[name];
}

/** Columns of the page's tables, in order. */
export function columnsOf(words: Words): Readonly<Record<TableName, readonly string[]>> {
  return {
    figures: [words.number, words.when, words.where, words.whoSays],
    pairs: [words.figureA, words.figureB, words.verdict, words.why],
    refs: [words.organisation, words.number, words.period, words.verdict],
    months: [words.month, words.seriesDeaths, words.seriesUnrest, words.seriesEconomy],
  };
}
