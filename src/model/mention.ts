import type { ClaimKind, Modality, PersonRole } from "./claim.ts";
import type { ListRecord } from "./listRecord.ts";

/** A naming of one person in one document: every claim of it that names him or her so. */
export type Mention = {
  /** Tells it from the others of its document, the same in every reading of the same words. */
  readonly key: string;
  /** The name as written, the fullest first. */
  readonly names: readonly string[];
  /** What linking compares: of a brother who is told without a surname, with that of the other. */
  readonly record: ListRecord;
  /** The name as it is shown, where another one is compared. */
  readonly written?: Pick<ListRecord, "name" | "nameFa">;
  readonly claims: readonly MentionClaim[];
  /** Others of the document whom its words call relatives of this one. */
  readonly kin?: readonly KinTie[];
};

/** A naming of a relative, with the words that say so. */
export type KinTie = { readonly naming: string; readonly words: string };

/** What one claim says of the person. */
export type MentionClaim = {
  readonly claim: string;
  readonly kind: ClaimKind;
  readonly modality: Modality;
  readonly role: PersonRole;
  /** Stage of the case, as the country pack names it, or null. */
  readonly stage: string | null;
  /** First and last day, or null where nothing is said. */
  readonly earliest: string | null;
  readonly latest: string | null;
};
