import { bandsOf, readRuns } from "../../link/likeTexts.ts";
import type { Claim } from "../../model/claim.ts";
import type { Document } from "../../model/document.ts";
import { readClaims } from "../../read/readClaims.ts";
import { loadPacks } from "../loadPacks.ts";

/** What is made of a frozen text: its claims, and what it is compared with others by. */
export type ReadText = {
  readonly claims: readonly Claim[];
  readonly runs: Int32Array;
  readonly bands: readonly number[];
};

/** Reads one report. */
export function readOne(document: Document): ReadText {
  const { claims } = readClaims(document, loadPacks().packs);
  const runs = readRuns(document.text);
  return { claims, runs, bands: bandsOf(runs) };
}
