/**
 * In: the draft of a claim and the items of its document. Out: the ids of the pack rows that made it.
 * Frames and triggers come from the draft; groups, numbers, cues and word classes from the items under its words.
 */
import type { Claim } from "../model/claim.ts";
import type { Draft } from "./draft.ts";
import type { Item } from "./items.ts";
import type { PlainReading } from "./makeStatistics.ts";
import type { SentenceReading, TokenRange } from "./speech.ts";

/** A claim with the ids of the pack rows behind it. */
export type TracedClaim = {
  readonly claim: Claim;
  /** Rows that made it: frames, triggers, groups, numbers, statistics. */
  readonly rows: readonly string[];
  /** Rows of the words under it and under the cues of its speakers. */
  readonly words: readonly string[];
};

/** Traces the rows behind the draft of a claim, each once. */
export function traceRows(
  claim: Claim,
  draft: Draft,
  bases: readonly PlainReading[],
  readings: readonly SentenceReading[],
): TracedClaim {
  const rows = new Set(draft.rows);
  const words = new Set<string>();
  const sentences = new Set([draft.sentence, ...draft.speeches.map((speech) => speech.sentence)]);
  const ranges = rangesOf(draft);
  for (const list of [bases, readings]) {
    for (const { items } of list.filter(({ index }) => sentences.has(index))) {
      for (const item of items) {
        if (!ranges.some((range) => overlaps(item, range))) continue;
        for (const row of rowsOf(item)) rows.add(row);
        for (const row of item.entry?.rows ?? []) words.add(row);
      }
    }
  }
  return { claim, rows: [...rows], words: [...words] };
}

function rangesOf({ range, hedge, speeches }: Draft): TokenRange[] {
  return [
    range,
    ...(hedge === null ? [] : [hedge]),
    ...speeches.flatMap(({ cue, speaker }) => [speaker.range, ...(cue === null ? [] : [cue])]),
  ];
}

function rowsOf({ quantity, group }: Item): string[] {
  return [quantity?.row, group?.row, group?.quantity?.row].flatMap((row) => row ?? []);
}

function overlaps(item: Item, [from, to]: TokenRange): boolean {
  return item.from < to && from < item.to;
}
