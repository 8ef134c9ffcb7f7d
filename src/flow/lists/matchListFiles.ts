/** The story of `sanad match`: two lists → records → pairs that are one person, or may be; or one list against itself. */
import { compileLinkModel } from "../../link/linkModel.ts";
import { findDuplicates, matchLists, type OnProgress } from "../../link/matchLists.ts";
import type { ListRecord } from "../../model/listRecord.ts";
import type { LinkField, PairFound } from "../../model/pairFound.ts";
import { loadRows } from "../packFiles.ts";
import { makeMatchThreads } from "./matchThreads.ts";
import type { ListFile } from "./readListFile.ts";

export type { OnProgress };

/** Two lists beside each other; `b` is null where one list was compared with itself. */
export type Matched = {
  readonly a: ListFile;
  readonly b: Compared | null;
  readonly pairs: readonly PairFound[];
};

/** How many records of a list are in the other one, perhaps in it, or in this one only. */
export type SideCounts = {
  readonly records: number;
  readonly same: number;
  readonly unsure: number;
  readonly only: number;
};

/** What a list may be compared with: another list, or the people of an archive. */
export type Compared = Pick<ListFile, "path" | "records" | "notes"> & {
  /** By id how a person of an archive stands there, in words; a list tells nothing of that. */
  readonly standing?: ReadonlyMap<string, string>;
};

/** Finds the pairs of two lists, or of one. */
export function matchListFiles(
  a: ListFile,
  b: ListFile | null,
  minProbability: number,
  onProgress: OnProgress,
): Matched {
  const model = compileLinkModel(loadRows(/^country\//));
  const pairs =
    b === null
      ? findDuplicates(a.records, model, onProgress)
      : matchLists(a.records, b.records, model, { onProgress, threads: makeMatchThreads() });
  return { a, b, pairs: pairs.filter(({ probability }) => probability >= minProbability) };
}

/** Fields of one person that the two sides tell otherwise. */
export function contradictionsOf({ decision, why }: PairFound): readonly LinkField[] {
  if (decision !== "same") return [];
  return why.filter(({ field, bits }) => bits < 0 && TOLD.has(field)).map(({ field }) => field);
}

/** What a list says of a person, beside the name. */
const TOLD: ReadonlySet<LinkField> = new Set(["date", "age", "sex", "place", "father", "prison"]);

/** Counts one side of what was matched. */
export function countSide({ a, b, pairs }: Matched, side: "a" | "b"): SideCounts {
  const best = decisionById({ a, b, pairs }, side);
  const { records } = side === "a" || b === null ? a : b;
  let same = 0;
  for (const decision of best.values()) if (decision === "same") same++;
  const unsure = best.size - same;
  return { records: records.length, same, unsure, only: records.length - best.size };
}

/** The records of one side that are in no pair. */
export function onlyIn(matched: Matched, side: "a" | "b"): readonly ListRecord[] {
  const best = decisionById(matched, side);
  const { records } = side === "a" || matched.b === null ? matched.a : matched.b;
  return records.filter(({ id }) => !best.has(id));
}

/** By id, the better of what its pairs were decided to be. */
function decisionById(
  { b, pairs }: Matched,
  side: "a" | "b",
): ReadonlyMap<string, PairFound["decision"]> {
  const best = new Map<string, PairFound["decision"]>();
  for (const pair of pairs)
    for (const id of b === null ? [pair.a, pair.b] : [pair[side]])
      if (pair.decision === "same" || !best.has(id)) best.set(id, pair.decision);
  return best;
}
