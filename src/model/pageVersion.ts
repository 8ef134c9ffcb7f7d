/** One version of a page, the oldest first in its page. */
export type PageVersion = {
  readonly document: string;
  /** A row of a list: whatever it says now is what it says. */
  readonly isRow: boolean;
  /** Namings by what tells them from the others of the document. */
  readonly namings: ReadonlyMap<string, string>;
};
