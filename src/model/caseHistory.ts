import type { Modality } from "./claim.ts";

/** A stage that cases go through, as a country pack names it. */
export type Stage = {
  readonly id: string;
  /** Place in the usual course of a case. */
  readonly order: number;
  /** 0 to 5: how near an execution is; 9: the person is dead. */
  readonly risk: number;
  /** Steps a case back: stay, pardon, retrial, release. */
  readonly reverses: boolean;
  /** Says that the person lived: it ends no danger, and is held against every report of a death that it is not surely before. */
  readonly isLife?: boolean;
  /** What it counts as where it is only threatened, asked for or in doubt: a death that did not happen is a danger. */
  readonly as: ReadonlyMap<Modality, string>;
};

/** One claim that a case came to a stage. */
export type StageClaim = {
  readonly claim: string;
  readonly document: string;
  readonly stage: string;
  readonly modality: Modality;
  /** First and last day, or null where the words give none. */
  readonly earliest: string | null;
  readonly latest: string | null;
  /** When the document was published, or null. */
  readonly reported: string | null;
  /** A later version of the page does not say so any more. */
  readonly isWithdrawn?: boolean;
  /** That version. */
  readonly newer?: string;
  /** The stage that is said, where in doubt it counts as another. */
  readonly said?: string;
};

/** A stage that one or several documents say a case came to at one time. */
export type CaseStep = {
  readonly stage: string;
  readonly earliest: string | null;
  readonly latest: string | null;
  /** First day on which a document reported it, or null. */
  readonly reported: string | null;
  readonly claims: readonly StageClaim[];
  /** Said as having happened or as threatening; what is only denied, asked for or alleged moves no case. */
  readonly moves: boolean;
};

export type CaseHistory = {
  /** In the order of the events, however the reports came. */
  readonly steps: readonly CaseStep[];
  /** The step that the case stands at, or null where no claim tells. */
  readonly standsAt: CaseStep | null;
  /** 0 to 5, or 9 where a death is reported; null where no claim tells. */
  readonly risk: number | null;
  /** Reports that cannot both hold: of something that happened to one who was reported dead before. */
  readonly contradictions: readonly CaseStep[];
  /** Steps back that may be later than where the case stands, but are not surely so: the risk is kept. */
  readonly perhaps: readonly CaseStep[];
};
