import type { Failure } from "../base/failure.ts";
import type { Document } from "../model/document.ts";

/** What the person who brought the report says of it; it wins over what the report says of itself. */
export type InputHints = {
  readonly published?: string;
  readonly publisher?: string;
  readonly language?: string;
  /** Zone in which a stamp written in UTC (`…Z`) becomes a date; `UTC` when left out. */
  readonly timeZone?: string;
};

/** Where bytes came from, for messages, for the extension, and for the address when it is a page. */
export type Source = InputHints & {
  readonly path: string | null;
  readonly url?: string | undefined;
};

/** What became of one report: a document, or the reason why there is none. */
export type Outcome =
  | { readonly kind: "document"; readonly document: Document }
  | { readonly kind: "failure"; readonly failure: Failure };
