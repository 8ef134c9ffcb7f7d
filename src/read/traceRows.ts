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
export type TracedClaim = { readonly claim: Claim; readonly rows: readonly string[] };

/** Ids of the rows behind a draft, each once. */
export function rowsBehind(
  draft: Draft,
  bases: readonly PlainReading[],
  readings: readonly SentenceReading[],
): string[] {
  const rows = new Set(draft.rows);
  const ranges = [
    draft.range,
    ...(draft.hedge === null ? [] : [draft.hedge]),
    ...draft.speeches.flatMap(({ cue, speaker }) => [speaker.range, ...(cue === null ? [] : [cue])]),
  ];
  const sentences = new Set([draft.sentence, ...draft.speeches.map((speech) => speech.sentence)]);
  for (const index of sentences) {
    const items = [
      ...(bases.find((base) => base.index === index)?.items ?? []),
      ...(readings.find((reading) => reading.index === index)?.items ?? []),
    ];
    for (const item of items) {
      if (ranges.some((range) => overlaps(item, range))) for (const row of rowsOf(item)) rows.add(row);
    }
  }
  return [...rows];
}

function rowsOf({ entry, quantity, group }: Item): string[] {
  return [
    ...(entry?.rows ?? []),
    ...(quantity === null ? [] : [quantity.row]),
    ...(group === null ? [] : [group.row]),
    ...(group?.quantity == null ? [] : [group.quantity.row]),
  ];
}

function overlaps(item: Item, [from, to]: TokenRange): boolean {
  return item.from < to && from < item.to;
}
