/** A place in a frozen text: UTF-16 units, end exclusive. `text.slice(start, end)` are its words. */
export type Range = { readonly start: number; readonly end: number };

/** A range with its exact words: `text.slice(start, end) === quote`, always. */
export type Span = Range & { readonly quote: string };

/** Makes the span of a range of a text. */
export function spanAt(text: string, start: number, end: number): Span {
  return { start, end, quote: text.slice(start, end) };
}
