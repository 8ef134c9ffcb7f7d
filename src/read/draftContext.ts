/**
 * In: what a document's stages found. Out: the context that drafts of claims are made in, and the role of those concerned.
 */
import type { ClaimKind, PersonRole } from "../model/claim.ts";
import type { Told } from "./antecedents.ts";
import type { ClauseClasses } from "./clauseClasses.ts";
import type { NameMatch } from "./findNames.ts";
import type { Item } from "./items.ts";
import type { LanguagePack } from "./packRows.ts";
import type { SentenceReading, Speech } from "./speech.ts";
import type { Tokens } from "./tokens.ts";

export type DraftContext = {
  readonly tokens: Tokens;
  readonly pack: LanguagePack;
  readonly classes: ClauseClasses;
  readonly readings: readonly SentenceReading[];
  readonly speeches: readonly Speech[];
  readonly names: readonly NameMatch[];
  readonly speakerNames: ReadonlySet<string>;
  /** Those concerned by the events drafted so far, in the order of the text. */
  readonly told: Told[];
  /** By kind and anchor of a draft without names, the group that it takes up: names given to that one later are its own. */
  readonly takenUp: Map<string, Item>;
  /** What the report says of the sex of those whom it names; a pronoun says it of the one it means. */
  readonly sexes: Map<string, "female" | "male">;
};

/** Role that those concerned have in a claim of each kind. */
export const VICTIM_ROLE: Readonly<Partial<Record<ClaimKind, PersonRole>>> = {
  execution: "victim",
  "death-sentence": "convicted",
  "imminent-execution": "at-risk",
  killing: "victim",
  injury: "injured",
  "death-in-custody": "victim",
  arrest: "victim",
  torture: "victim",
  "enforced-disappearance": "victim",
  "corporal-punishment": "victim",
  stay: "at-risk",
  clemency: "convicted",
  release: "victim",
  "other-abuse": "victim",
  "transnational-repression": "victim",
};
