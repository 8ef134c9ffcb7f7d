import type { Note } from "../base/note.ts";

/** How a field of a document was found, such as `json-ld`, `meta`, `time`, `given`, `dateline`, `file`, `detected`. */
export type Found<T> = { readonly value: T; readonly by: string };

/**
 * A report as frozen text. After this nobody edits the text; every span points into it.
 * `published` is an EDTF date (`2025-12-15`, `2025-12`) or null: an unknown date stays unknown.
 */
export type Document = {
  readonly id: string;
  readonly path: string | null;
  /** Digest of the bytes as received. */
  readonly sha256: string;
  readonly text: string;
  readonly title: Found<string> | null;
  readonly author: Found<string> | null;
  readonly publisher: Found<string> | null;
  readonly published: Found<string> | null;
  /** BCP 47 code (`en`, `fa`, `ar`, `ckb`, `kmr`, …) or null when it could not be told. */
  readonly language: Found<string> | null;
  readonly url: string | null;
  readonly notes: readonly Note[];
};
