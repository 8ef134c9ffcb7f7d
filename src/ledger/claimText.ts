/** Claims as the views keep them: text, without what all claims of their document have in common. */
import { canonicalJson, type Json } from "../base/canonicalJson.ts";
import type { Claim, ClaimDocument } from "../model/claim.ts";
import type { Correction } from "../model/correction.ts";

/** A claim as one line; JSON has no line breaks. */
export function writeBody(claim: Claim): string {
  return JSON.stringify({ ...claim, document: undefined });
}

/** A claim as it was read; its document is that of the head, or none. */
export function parseBody(body: string, head: string | null = null): Claim {
  const claim = JSON.parse(body) as Omit<Claim, "document">;
  return { ...claim, document: head === null ? NO_HEAD : (JSON.parse(head) as ClaimDocument) };
}

/** What all claims of a document have in common. */
export function writeHead(claims: readonly Claim[]): string | null {
  const [first] = claims;
  return first === undefined ? null : JSON.stringify(first.document);
}

const NO_HEAD: ClaimDocument = {
  id: "",
  path: null,
  sha256: "",
  title: null,
  publisher: null,
  published: null,
  language: null,
};

/** A correction in one spelling, so that two that say the same are the same. */
export function writeCorrection(correction: Correction | null): string | null {
  return correction === null ? null : canonicalJson(correction as unknown as Json);
}

export function parseCorrection(correction: string | null): Correction | null {
  return correction === null ? null : (JSON.parse(correction) as Correction);
}
