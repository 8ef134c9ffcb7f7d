import { makeId } from "../../ledger/ids.ts";
import { writeReading, type WrittenReading } from "../../ledger/writtenReading.ts";
import { bandsOf, readRuns } from "../../link/likeTexts.ts";
import type { Claim } from "../../model/claim.ts";
import type { Document } from "../../model/document.ts";
import type { Reading } from "../../model/reading.ts";
import { readClaims, readClaimsTogether } from "../../read/readClaims.ts";
import { loadPacks } from "../loadPacks.ts";
import { renamed } from "./bindClaims.ts";

/** What is made of a frozen text: its claims, written as they are entered, and what it is compared with others by. */
export type ReadText = {
  readonly written: WrittenReading;
  readonly runs: Int32Array;
  readonly bands: readonly number[];
};

/** A document, and its id in the archive. */
export type ToRead = { readonly document: Document; readonly id: string };

/** Reads one report. */
export function readOne(one: ToRead): ReadText {
  return asText(one, readClaims(one.document, loadPacks().packs));
}

/** Reads reports side by side; null where the reader breaks on one of them. */
export function readSome(all: readonly ToRead[]): readonly ReadText[] | null {
  try {
    const readings = readClaimsTogether(
      all.map(({ document }) => document),
      loadPacks().packs,
    );
    return all.map((one, at) => asText(one, readings[at] as Reading));
  } catch {
    return null;
  }
}

function asText(one: ToRead, { claims }: Reading): ReadText {
  const runs = readRuns(one.document.text);
  return { written: write(one, claims), runs, bands: bandsOf(runs) };
}

/** Claims that no text tells: rows of lists are all alike, and copies of none. */
export function asGiven(one: ToRead, claims: readonly Claim[]): ReadText {
  return { written: write(one, claims), runs: new Int32Array(), bands: [] };
}

function write({ document, id }: ToRead, claims: readonly Claim[]): WrittenReading {
  return writeReading(document.title?.value ?? null, document.text, nameClaims(claims, id));
}

/** The reader's ids tell of the bytes; those of the archive are random and stay with a claim. */
function nameClaims(claims: readonly Claim[], document: string): readonly Claim[] {
  const names = new Map(claims.map(({ id }) => [id, makeId("c")]));
  return claims.map((claim) => ({
    ...renamed(claim, names.get(claim.id) ?? claim.id, names),
    document: { ...claim.document, id: document },
  }));
}
