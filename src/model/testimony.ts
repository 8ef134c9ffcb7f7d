/** Testimony: what somebody said to those who document, in confidence, and what it may be used for. */

/** What a witness may consent to. Keeping it sealed is what taking it means. */
export const PURPOSES = ["read", "quote", "name", "court"] as const;
export type Purpose = (typeof PURPOSES)[number];

export type Consent = {
  /** May be read by those who document; quoted without a name; published with the name; handed to a court. */
  readonly purposes: readonly Purpose[];
  /** The last day on which it holds, or null: until it is withdrawn. */
  readonly until: string | null;
  /** How it was given: in writing, in words, on a recording. */
  readonly given: string;
};

export type ConsentState = "holds" | "expired" | "withdrawn";

/** Does consent hold on a day? */
export function consentState(consent: Consent, isWithdrawn: boolean, on: string): ConsentState {
  if (isWithdrawn) return "withdrawn";
  return consent.until !== null && on > consent.until ? "expired" : "holds";
}

/** Is this a purpose that a witness may consent to? */
export function isPurpose(word: string): word is Purpose {
  return PURPOSES.some((purpose) => purpose === word);
}
