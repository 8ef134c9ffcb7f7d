import type { Note } from "../base/note.ts";
import type { Span } from "../base/span.ts";

export const CLAIM_KINDS = [
  "execution",
  "death-sentence",
  "imminent-execution",
  "killing",
  "injury",
  "death-in-custody",
  "arrest",
  "torture",
  "enforced-disappearance",
  "corporal-punishment",
  "protest",
  "strike",
  "transnational-repression",
  "destruction",
  "statement",
  "call",
  "statistic",
  "stay",
  "clemency",
  "release",
  "other-abuse",
  "other",
] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

export const MODALITIES = [
  "happened",
  "ongoing",
  "at-risk",
  "intended",
  "called-for",
  "called-to-stop",
  "alleged",
  "negated",
  "hypothetical",
  "unclear",
] as const;
export type Modality = (typeof MODALITIES)[number];

export const PERSON_ROLES = [
  "victim",
  "at-risk",
  "injured",
  "convicted",
  "speaker",
  "official",
  "alleged-perpetrator",
  "suspect",
  "relative",
  "other",
] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

/**
 * A number as written. "at least 335" is {min 335, max null}; "more than 50" is {min 50, minExclusive, max null};
 * "nearly two dozen" is {min null, max 24, maxExclusive, approximate}; null is unbounded.
 * A share is a fraction of 1 ("two-thirds" .667), a percentage a rate with unit "percent".
 */
export type Quantity = {
  readonly min: number | null;
  readonly max: number | null;
  readonly minExclusive: boolean;
  readonly maxExclusive: boolean;
  readonly approximate: boolean;
  /** The qualifying word as written ("at least", "nearly"), or null. */
  readonly qualifier: string | null;
  /** What is counted, as written ("prisoners"), or a currency code, or null. */
  readonly unit: string | null;
  readonly measure: "count" | "rate" | "share" | "amount";
  readonly per: "day" | "week" | "month" | "year" | null;
  /** Id of the claim whose quantity this is a part of ("including four women"). */
  readonly subsetOf: string | null;
  readonly span: Span;
};

/** When. `earliest` and `latest` are EDTF days ("2025-11-01"), null where open or unknown. */
export type Period = {
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly mode: "all" | "some" | "recurring" | "vague";
  readonly calendar: "gregorian" | "jalali" | "hijri";
  readonly basis: "explicit" | "publication" | "speech" | "country-event" | "unresolved";
  readonly span: Span;
};

export type Place = {
  readonly words: string;
  /** Country pack id ("ir/prison/evin"), or null when no gazetteer knows it. */
  readonly id: string | null;
  readonly role: "event" | "prison" | "origin" | "residence" | "court" | "other";
  readonly span: Span;
};

/** One link of the chain of those who hand a claim down. */
export type Attribution = {
  readonly words: string;
  /** The fullest name the document gives for these words, or null when it gives none. */
  readonly source: string | null;
  readonly type: "author" | "direct" | "indirect" | "mixed" | "unnamed" | "post";
  readonly cue: string | null;
  readonly span: Span;
};

export type Person = {
  readonly name: string;
  readonly age: number | null;
  /** Where a list gives an age as a range ("30s", years of birth): its ends. */
  readonly ages?: { readonly min: number; readonly max: number };
  /** Only where the text says it ("a woman", "her"); never from a name. */
  readonly sex: "female" | "male" | null;
  readonly father: string | null;
  readonly role: PersonRole;
  readonly span: Span;
};

export type Charge = {
  readonly words: string;
  readonly id: string | null;
  readonly span: Span;
};

export type ClaimDocument = {
  readonly id: string;
  readonly path: string | null;
  readonly sha256: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly language: string | null;
};

/** What a document asserts, with its exact words and who says it. Nothing here says that it is true. */
export type Claim = {
  readonly id: string;
  readonly document: ClaimDocument;
  readonly kind: ClaimKind;
  readonly span: Span;
  readonly quantity: Quantity | null;
  readonly period: Period | null;
  readonly places: readonly Place[];
  /** From the document's author inward; empty is the author alone. */
  readonly attribution: readonly Attribution[];
  readonly modality: Modality;
  readonly hedge: string | null;
  readonly persons: readonly Person[];
  readonly charges: readonly Charge[];
  /** Stage id of the country pack, such as "solitary-pre-execution". */
  readonly stage: string | null;
  /** Announced by the authorities, as the text says; null where it does not say. */
  readonly official: boolean | null;
  readonly tier: "counted" | "shown";
  /** Ids of claims of this document that say the same figure or event again. */
  readonly sameAs: readonly string[];
  readonly notes: readonly Note[];
};
