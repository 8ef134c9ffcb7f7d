/** Two records held to be of one person, or perhaps of one, with what speaks for it and against it. */
export type PairFound = {
  /** Ids of the records, of the first and of the second list. */
  readonly a: string;
  readonly b: string;
  /** That the two are one person, calibrated: of the pairs at .9, nine in ten are. */
  readonly probability: number;
  readonly decision: "same" | "unsure";
  /** What was compared, the strongest first; what either side leaves out is not there. */
  readonly why: readonly Reason[];
};

/** What one field says about a pair, in bits: 1 doubles the odds that the two are one person, -1 halves them. */
export type Reason = {
  readonly field: LinkField;
  readonly level: string;
  readonly bits: number;
  /** The words of both sides, as written; of a rival the ids of the pair that it makes. */
  readonly a: string;
  readonly b: string;
  /** How the words of two names were laid beside each other; only for names. */
  readonly tokens?: readonly TokenPair[];
};

export const LINK_FIELDS = [
  "name",
  "date",
  "age",
  "sex",
  "place",
  "father",
  "prison",
  "charge",
  "alive",
  "kin",
  "rival",
] as const;
export type LinkField = (typeof LINK_FIELDS)[number];

/** Words of two names that answer each other; null where one side has none. */
export type TokenPair = {
  readonly a: string | null;
  readonly b: string | null;
  readonly level: "exact" | "variant" | "initial" | "extra" | "conflict";
  readonly bits: number;
};
