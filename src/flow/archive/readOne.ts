import { bandsOf, readRuns } from "../../link/likeTexts.ts";
import type { Claim } from "../../model/claim.ts";
import type { Document } from "../../model/document.ts";
import type { Reading } from "../../model/reading.ts";
import { readClaims, readClaimsTogether } from "../../read/readClaims.ts";
import { loadPacks } from "../loadPacks.ts";

/** What is made of a frozen text: its claims, and what it is compared with others by. */
export type ReadText = {
  readonly claims: readonly Claim[];
  readonly runs: Int32Array;
  readonly bands: readonly number[];
};

/** Reads one report. */
export function readOne(document: Document): ReadText {
  return asText(readClaims(document, loadPacks().packs));
}

/** Reads reports side by side; null for each where the reader breaks on one of them. */
export function readSome(documents: readonly Document[]): readonly ReadText[] | null {
  try {
    return readClaimsTogether(documents, loadPacks().packs).map(asText);
  } catch {
    return null;
  }
}

function asText({ document, claims }: Reading): ReadText {
  const runs = readRuns(document.text);
  return { claims, runs, bands: bandsOf(runs) };
}
