/**
 * Claims while they are put together: token ranges instead of offsets, so that later steps can still look around.
 */
import type { ClaimKind, Modality, PersonRole, Quantity } from "../model/claim.ts";
import type { Note } from "../base/note.ts";
import type { NameMatch } from "./findNames.ts";
import type { PeriodMatch } from "./findPeriods.ts";
import type { Speech, TokenRange } from "./speech.ts";

export type DraftPerson = { readonly name: NameMatch; readonly role: PersonRole };

export type Draft = {
  readonly kind: ClaimKind;
  readonly range: TokenRange;
  /** Token that decides which speeches cover the claim. */
  readonly anchor: number;
  readonly sentence: number;
  readonly quantity: Quantity | null;
  readonly period: PeriodMatch | null;
  readonly places: readonly NameMatch[];
  readonly speeches: readonly Speech[];
  readonly modality: Modality;
  readonly hedge: TokenRange | null;
  readonly persons: readonly DraftPerson[];
  readonly stage: string | null;
  readonly tier: "counted" | "shown";
  readonly subsetOf: Draft | null;
  readonly notes: readonly Note[];
  readonly rows: readonly string[];
};

/**
 * A draft with some fields changed. Every field is named, so that all drafts have one shape: the engine gives a shape of its own
 * to each place that spreads an object, and to each object that a spread adds a field to, and is slow wherever many meet.
 */
export function changeDraft(draft: Draft, changes: Partial<Draft>): Draft {
  const { quantity, period, hedge, stage, subsetOf } = changes;
  return {
    kind: changes.kind ?? draft.kind,
    range: changes.range ?? draft.range,
    anchor: changes.anchor ?? draft.anchor,
    sentence: changes.sentence ?? draft.sentence,
    quantity: quantity === undefined ? draft.quantity : quantity,
    period: period === undefined ? draft.period : period,
    places: changes.places ?? draft.places,
    speeches: changes.speeches ?? draft.speeches,
    modality: changes.modality ?? draft.modality,
    hedge: hedge === undefined ? draft.hedge : hedge,
    persons: changes.persons ?? draft.persons,
    stage: stage === undefined ? draft.stage : stage,
    tier: changes.tier ?? draft.tier,
    subsetOf: subsetOf === undefined ? draft.subsetOf : subsetOf,
    notes: changes.notes ?? draft.notes,
    rows: changes.rows ?? draft.rows,
  };
}

/** Drafts with those that changed in their place; a part goes with its whole as that is now. */
export function replaceDrafts(
  drafts: readonly Draft[],
  changed: ReadonlyMap<Draft, Draft>,
): Draft[] {
  return drafts.map((draft) => {
    const own = changed.get(draft) ?? draft;
    const whole = own.subsetOf === null ? undefined : changed.get(own.subsetOf);
    return whole === undefined ? own : changeDraft(own, { subsetOf: whole });
  });
}
