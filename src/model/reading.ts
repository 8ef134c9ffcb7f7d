import type { Note } from "../base/note.ts";
import type { Claim } from "./claim.ts";
import type { Document } from "./document.ts";

/** What the reader made of one document. */
export type Reading = {
  readonly document: Document;
  readonly claims: readonly Claim[];
  readonly notes: readonly Note[];
};
