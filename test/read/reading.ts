import { loadPacks } from "../../src/flow/loadPacks.ts";
import type { Document } from "../../src/model/document.ts";
import type { Packs } from "../../src/read/packRows.ts";
import { traceClaims } from "../../src/read/readClaims.ts";
import type { TracedClaim } from "../../src/read/traceRows.ts";

/** Beside the text, what a test may want to say of its document. */
export type DocumentOptions = {
  readonly published?: string | null;
  readonly language?: string;
  readonly id?: string;
};

/** Published on Thursday 12 June 2025 where a test says nothing else. */
export function makeDocument(text: string, options: DocumentOptions = {}): Document {
  const { published = "2025-06-12", language = "en", id = "test" } = options;
  return {
    id,
    path: null,
    sha256: "",
    text,
    title: null,
    author: null,
    publisher: null,
    published: published === null ? null : { value: published, by: "given" },
    language: { value: language, by: "given" },
    url: null,
    notes: [],
  };
}

export const { packs, rows: packRows } = loadPacks();

/** Lets every text in: a row's example is read even where it holds nothing but the row's words. */
export const openPacks: Packs = {
  ...packs,
  gate: () => true,
};

/** The claims of a sentence with the rows behind them, whatever the gate thinks of it. */
export function trace(text: string, language = "en", using: Packs = openPacks): TracedClaim[] {
  return traceClaims(makeDocument(text, { language }), using);
}

/** Codes of the languages whose packs hold rows to read with. */
export const languages: readonly string[] = [...packs.languages.keys()];
