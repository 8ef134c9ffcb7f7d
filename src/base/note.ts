import type { Range } from "./span.ts";

/** `info`: worth knowing; `doubt`: a person should look; `refused`: this part could not be used at all. */
export type NoteLevel = "info" | "doubt" | "refused";

/** What a stage doubted, with its place (null where the whole document is meant). Codes are listed in docs/claims.md. */
export type Note = {
  readonly code: string;
  readonly level: NoteLevel;
  readonly span: Range | null;
};

/** A value and what was doubted while making it. Reading never throws on data. */
export type Noted<T> = { readonly value: T; readonly notes: readonly Note[] };
