/**
 * In: the drafts of a report. Out: the same, where a claim whose people are told apart by place ("three were hanged, two in
 * Isfahan and one in Yazd") has only the places that stand before its parts.
 * Never: takes a place from a claim whose parts are not told in its own sentence.
 */
import { changeDraft, type Draft } from "./draft.ts";

/** The row of parts that are told by their place. */
const PLACED = "own.placed";

/** Leaves the places of parts to the parts. */
export function splitByPlace(drafts: readonly Draft[]): readonly Draft[] {
  const firstPart = new Map<Draft, number>();
  for (const { rows, subsetOf, sentence, range } of drafts)
    if (rows[0] === PLACED && subsetOf?.sentence === sentence)
      firstPart.set(subsetOf, Math.min(range[0], firstPart.get(subsetOf) ?? range[0]));
  if (firstPart.size === 0) return drafts;
  const changed = new Map<Draft, Draft>();
  for (const [whole, first] of firstPart)
    changed.set(
      whole,
      changeDraft(whole, { places: whole.places.filter(({ from }) => from < first) }),
    );
  return drafts.map((draft) => {
    const whole = draft.subsetOf === null ? undefined : changed.get(draft.subsetOf);
    const own = changed.get(draft) ?? draft;
    return whole === undefined ? own : changeDraft(own, { subsetOf: whole });
  });
}
