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
