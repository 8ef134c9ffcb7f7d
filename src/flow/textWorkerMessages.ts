import type { ErrorCode } from "../base/failure.ts";
import type { Document } from "../model/document.ts";
import type { Source } from "../text/source.ts";

/** What the reading thread is asked. */
export type WorkerJob = {
  readonly bytes: Uint8Array;
  readonly source: Source;
  /** The number of the line where the bytes are one line of a .jsonl file. */
  readonly line: number | null;
};

/** What it answers. */
export type WorkerAnswer = {
  readonly outcomes: readonly (
    | { readonly kind: "document"; readonly document: Document }
    | { readonly kind: "failure"; readonly code: ErrorCode; readonly message: string }
  )[];
};
