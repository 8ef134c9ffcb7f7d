import type { LinkStage } from "../../flow/archive/people/index.ts";
import type { LinkField } from "../../model/pairFound.ts";

/** A field of a person as it is labelled. */
export type PersonLabel =
  | "names"
  | "age"
  | "sex"
  | "father"
  | "died"
  | "city"
  | "province"
  | "prison"
  | "charge"
  | "case"
  | "documents"
  | "decisions"
  | "events"
  | "kin"
  | "perhaps";

/** What is said of people on the terminal, in one language. */
export type PeopleWords = {
  readonly labels: Readonly<Record<PersonLabel, string>>;
  readonly fields: Readonly<Record<LinkField, string>>;
  readonly sex: (sex: string) => string;
  readonly stages: string;
  readonly standsAt: (stage: string | null, risk: number | null) => string;
  readonly state: (state: string | null) => string;
  readonly verdict: (verdict: string) => string;
  readonly level: (level: string) => string;
  readonly columns: readonly [person: string, name: string, stands: string, seen: string];
  readonly seenIn: (documents: number) => string;
  readonly noPeople: string;
  /** How many `--at-risk` leaves out, whose sentence was not upheld yet. */
  readonly lowerRisk: (count: number, isMore: boolean) => string;
  readonly nobodyNamed: string;
  /** Behind the names that are shown of somebody who was found by another one. */
  readonly alsoNamed: (name: string) => string;
  readonly morePeople: (count: number, limit: number) => string;
  /** Linking takes a while, and nothing is counted yet. */
  readonly linkingBegins: string;
  readonly linking: (done: number, all: number, stage: LinkStage) => string;
  readonly linked: (counts: {
    readonly people: number;
    readonly mentions: number;
    readonly events: number;
    readonly moved: number;
    readonly unsure: number;
    readonly isRefitDue: boolean;
  }) => readonly string[];
  readonly refitted: (counted: { readonly people: number; readonly namings: number }) => string;
  readonly contradicted: (pairs: number) => string;
  /** How many decisions are about a naming that changed or went, and one of them. */
  readonly stale: (count: number) => string;
  readonly staleDecision: (decision: {
    readonly entry: string;
    readonly verdict: string;
    readonly mentions: readonly string[];
    readonly why: "changed" | "went";
  }) => string;
  /** What was confirmed of a person who was split, for those that go. */
  readonly stateEnded: (state: string, person: string) => string;
  readonly statesDiffer: (states: readonly string[]) => string;
  readonly undated: string;
  readonly reportedOn: (day: string) => string;
  readonly notMoving: string;
  /** Of what only an older version of a page says, and of such a version. */
  readonly withdrawn: (stage: string) => string;
  readonly olderVersion: (newer: string) => string;
  /** Of what cannot hold with a reported death: that it is denied, or what is told of a life. */
  readonly contradiction: (stage: string, isDenial: boolean) => string;
  /** What the case of one stands at of whom it cannot be said whether he or she lives. */
  readonly lifeDisputed: string;
  /** What two people cannot both be who are asked about. */
  readonly deniedStage: (stage: string) => string;
  readonly clash: (death: string, against: readonly string[]) => string;
  /** Of a step back that may be older than what holds the risk up. */
  readonly perhapsLater: string;
  /** Beside somebody in a list. */
  readonly perhapsBack: string;
  readonly perhapsAlive: string;
  /** Of one whom the machine made of namings that contradict each other, in a list and of himself. */
  readonly perhapsTwo: string;
  readonly perhapsTwoOf: (a: string, b: string, percent: number) => string;
  readonly decided: (decision: {
    readonly actor: string;
    readonly verdict: string;
    readonly of: string;
    readonly reason: string;
    readonly isUndone: boolean;
    readonly isStale: boolean;
  }) => string;
  readonly perhaps: (name: string, person: string, percent: number) => string;
  readonly whyHead: (one: string, other: string) => string;
  readonly whyNothing: string;
  readonly whyOnePerson: string;
  readonly bits: (bits: number) => string;
  /** What holds before anything is compared. */
  readonly whyPrior: { readonly head: string; readonly text: string };
  readonly whySum: (percent: number, decision: "same" | "unsure") => string;
  readonly whyApart: (percent: number) => string;
  readonly toldApart: (document: string, kin: string | null) => string;
  readonly wordless: string;
  readonly merged: (people: number, person: string) => string;
  /** Of people who have nothing in common. */
  readonly mergedUnlike: (entry: string) => string;
  /** One report names both, or calls them relatives. */
  readonly mergedApart: (document: string, kin: string | null, entry: string) => string;
  /** How what was just decided is taken back. */
  readonly takenBack: (entry: string) => string;
  readonly split: (mentions: number, stay: number, person: string) => string;
  readonly stated: (person: string, state: string) => string;
  /** What was taken back: as many decisions as were made at once. */
  readonly undone: (entry: string, together: number) => string;
  readonly reviewHead: (at: number, of: number) => string;
  /** Documents of a person that a question leaves out. */
  readonly reviewMore: (count: number, person: string) => string;
  /** What is asked of two namings of one person that contradict each other. */
  readonly reviewJoined: (a: string, b: string) => string;
  readonly reviewKeys: string;
  /** What is asked of one who is reported dead, and may be alive. */
  readonly reviewLife: string;
  readonly reviewLifeKeys: string;
  readonly reviewCarried: string;
  readonly reviewWhy: string;
  readonly reviewNothing: string;
  readonly reviewEnd: (decided: number) => string;
  readonly reviewUndone: string;
  readonly report: {
    readonly people: (count: number) => string;
    readonly mentions: (count: number) => string;
    readonly links: (count: number) => string;
    readonly band: (count: number) => string;
    readonly wrong: (low: number, high: number) => string;
    readonly missed: (low: number, high: number) => string;
    readonly peopleBy: (low: number, best: number, high: number) => string;
    readonly counts: (low: number, best: number, high: number) => string;
    readonly byModel: string;
    readonly byDecisions: (decided: number, byModel: number) => string;
    readonly tooFewDecisions: (decided: number) => string;
    readonly note: string;
    readonly crowded: (namings: number, names: readonly string[]) => string;
  };
};
