/**
 * In: claims that were just read in a document. Out: everything that entering them takes, as texts: a thread can make it, and the
 * one that enters holds a few long texts instead of thousands of objects.
 */
import { canonicalJson, canonicalObject, type Json } from "../base/canonicalJson.ts";
import { foldForSearch } from "../base/foldForSearch.ts";
import type { Claim } from "../model/claim.ts";
import { claimColumns, type ClaimColumns } from "./claimColumns.ts";
import { wordsIn } from "./claimRow.ts";
import { UNDECIDED } from "./standing.ts";

/** A reading as it is sealed and shown. */
export type WrittenReading = {
  /** The claims, as canonical JSON. */
  readonly claims: string;
  /** Rows of the claims: nobody has decided on any of them. */
  readonly columns: ClaimColumns;
  /** What all claims have in common; null where there are none. */
  readonly head: string | null;
  /** Words by which the document is found. */
  readonly words: string;
};

/** Writes a reading. Throws TypeError where a claim holds what JSON cannot. */
export function writeReading(
  title: string | null,
  text: string,
  claims: readonly Claim[],
): WrittenReading {
  const written = claims.map(writeClaim);
  return {
    claims: `[${written.map(({ whole }) => whole).join(",")}]`,
    columns: claimColumns(
      claims.map((claim, place) => ({
        claim,
        place,
        standing: UNDECIDED,
        body: written[place]?.body ?? "",
      })),
    ),
    head: claims[0] === undefined ? null : canonicalJson(claims[0].document),
    words: documentWords(title, text),
  };
}

/** A claim as it is sealed, and as its row keeps it: what all claims of a document have in common stands there once. */
function writeClaim({ document, ...own }: Claim): {
  readonly whole: string;
  readonly body: string;
} {
  const values: Record<string, string> = {};
  for (const [key, value] of Object.entries(own)) values[key] = canonicalJson(value as Json);
  return {
    body: canonicalObject(values),
    whole: canonicalObject({ ...values, document: canonicalJson(document) }),
  };
}

/** Letters of a document that are searched as its text; its claims are searched whichever place they have. */
const SEARCHED = 250_000;

/** The words by which a document is found, with single spaces between them. */
export function documentWords(title: string | null, text: string): string {
  return wordsIn(foldForSearch(`${title ?? ""} ${text}`.slice(0, SEARCHED))).join(" ");
}
