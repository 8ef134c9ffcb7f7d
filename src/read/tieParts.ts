/**
 * In: the drafts of a report, in its order. Out: the same, where those whom the words call some of a group
 * ("Among the dead were X and Y") are tied to the group that was counted before.
 * Never: ties to fewer than it tells of; ties over another place.
 */
import { changeDraft, type Draft } from "./draft.ts";
import type { LanguagePack } from "./pack.ts";

/** So many sentences before the part its whole is looked for. */
const REACH = 5;
/** So many claims before it are looked at. */
const MOST = 24;

/** Gives the parts of groups their wholes. Linear in the drafts. */
export function tieParts(drafts: readonly Draft[], { partRows }: LanguagePack): Draft[] {
  return drafts.map((draft, at) => {
    if (draft.subsetOf !== null || !isPart(draft, partRows)) return draft;
    const whole = wholeBefore(draft, drafts, at, partRows);
    return whole === undefined ? draft : changeDraft(draft, { subsetOf: whole });
  });
}

function isPart({ rows }: Draft, partRows: ReadonlySet<string>): boolean {
  return rows.some((row) => partRows.has(row));
}

function wholeBefore(
  part: Draft,
  drafts: readonly Draft[],
  at: number,
  partRows: ReadonlySet<string>,
): Draft | undefined {
  const count = part.quantity?.min ?? part.quantity?.max ?? part.persons.length;
  for (let i = at - 1; i >= Math.max(0, at - MOST); i--) {
    const other = drafts[i] as Draft;
    if (part.sentence - other.sentence > REACH) break;
    const { quantity } = other;
    if (other.kind !== part.kind || other.modality !== part.modality) continue;
    if (other.subsetOf !== null || quantity?.measure !== "count" || isPart(other, partRows))
      continue;
    if ((quantity.max ?? quantity.min ?? 0) < count) continue;
    if ((quantity.min ?? quantity.max ?? 0) > count) return other;
  }
  return undefined;
}
