import type { ClaimKind, Modality, PersonRole } from "../model/claim.ts";
import type { Reason, Verdict } from "./compare.ts";
import type { Against } from "./people.ts";
import type { Bound } from "./quantities.ts";
import type { SourceKind } from "./sources.ts";

export type Language = "en" | "fa";

/** Statements are told apart by how their words stand in the report. */
export type StatementType = "author" | "direct" | "indirect" | "mixed" | "unnamed" | "post";

/** Number with its noun: `count(3, "۳")`. The second is the number as the page writes it. */
export type Count = (n: number, written: string) => string;

/** Whom or what a number counts: after one, after any other. */
export type Unit = readonly [one: string, other: string];

/** Every word of the page that is not of a report or a pack. One object a language. */
export type Words = {
  readonly title: Count;
  readonly eyebrow: string;
  readonly summary: (
    claims: string,
    reports: string,
    n: { claims: number; reports: number },
  ) => string;
  readonly unchecked: string;
  readonly confidential: string;
  readonly skip: string;
  readonly contents: string;
  readonly reportsHeading: string;
  /** What opens the list of many reports. */
  readonly reportsFolded: (count: string) => string;
  readonly report: (n: string) => string;
  readonly untitled: string;
  readonly publisherUnknown: string;
  readonly dateUnknown: string;
  readonly dateUnknownMeans: string;
  readonly claimCount: Count;
  readonly noClaims: string;
  readonly glance: string;
  readonly glanceNone: string;
  readonly glanceBy: string;
  readonly glanceUnsourced: (n: string, all: string, count: number) => string;
  readonly glanceAllSourced: string;
  readonly glanceOrigin: (number: string) => string;
  readonly glanceDrift: (number: string) => string;
  readonly glanceDead: Count;
  readonly glanceAlive: Count;
  readonly glanceRisk: Count;
  readonly glanceCalls: Count;
  readonly glanceAgainst: string;
  readonly glancePublished: string;
  readonly who: string;
  readonly whoLead: string;
  readonly sourceKinds: Readonly<Record<SourceKind, string>>;
  readonly authorOf: (report: string) => string;
  readonly speakerNotNamed: string;
  readonly theAuthor: string;
  readonly alsoCalled: string;
  readonly affiliation: string;
  readonly evidence: Readonly<Record<string, string>>;
  readonly affiliationUnverified: string;
  readonly oneVoiceWith: string;
  readonly groupUnverified: string;
  readonly derivedCount: string;
  readonly statementTypes: Readonly<Record<StatementType, string>>;
  readonly through: string;
  readonly cue: string;
  readonly numbers: string;
  readonly numbersLead: string;
  readonly counts: string;
  readonly countsLead: string;
  readonly singles: string;
  readonly singlesLead: string;
  readonly rates: string;
  readonly ratesLead: string;
  readonly number: string;
  readonly what: string;
  readonly when: string;
  readonly where: string;
  readonly whoSays: string;
  readonly windowUnsaid: string;
  readonly placeUnsaid: string;
  readonly severalVoices: string;
  readonly oneVoice: string;
  readonly denied: string;
  readonly noSource: string;
  readonly partOf: string;
  /** Whom a report in the other language counts, by its word in lower case. A word that is not here stands as it is. */
  readonly units: Readonly<Record<string, Unit>>;
  readonly per: Readonly<Record<"day" | "week" | "month" | "year", string>>;
  readonly bounds: Readonly<
    Record<Exclude<Bound, "range" | "vague" | "exact">, (n: string) => string>
  >;
  readonly boundNames: Readonly<Record<Bound, string>>;
  readonly nearly: (n: string) => string;
  readonly range: (from: string, to: string) => string;
  readonly orMore: (n: string) => string;
  readonly drift: string;
  readonly driftLead: string;
  readonly driftNone: string;
  readonly origins: string;
  readonly originsLead: string;
  readonly originsNone: string;
  readonly unproven: string;
  readonly originKind: string;
  readonly originWindow: string;
  readonly compared: string;
  readonly comparedLead: string;
  readonly comparedNone: string;
  readonly comparedMore: Count;
  /** Summary of what is folded. */
  readonly comparedFolded: Count;
  readonly countsFolded: Count;
  readonly publishedFolded: Count;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly reasons: Readonly<Record<Reason, string>>;
  readonly bothHold: string;
  readonly cannotBothHold: string;
  readonly figureA: string;
  readonly figureB: string;
  readonly verdict: string;
  readonly why: string;
  readonly published: string;
  readonly publishedLead: string;
  readonly publishedNone: string;
  readonly publishedMore: Count;
  readonly organisation: string;
  readonly period: string;
  readonly sourcePage: string;
  readonly noteHeading: string;
  readonly noQualifier: string;
  readonly sameGroup: string;
  readonly risk: string;
  readonly riskLead: string;
  readonly riskNamed: string;
  readonly riskOther: string;
  readonly riskDead: string;
  readonly riskDeadLead: string;
  readonly riskNone: string;
  readonly riskNoNames: string;
  readonly stepping: string;
  readonly steppingNone: string;
  readonly dead: string;
  readonly deadLead: string;
  readonly deadNone: string;
  readonly age: (n: string) => string;
  readonly childOf: string;
  readonly against: Readonly<Record<Against["what"], string>>;
  readonly contradiction: string;
  /** Before another name that sounds like the person's. */
  readonly ofNameAlike: string;
  readonly namedWithOthers: string;
  readonly trials: string;
  readonly trialsLead: string;
  readonly trialsNone: string;
  readonly charges: string;
  readonly chargesLead: string;
  readonly chargesNone: string;
  readonly beside: string;
  readonly besideLead: string;
  readonly timeLine: string;
  readonly timeLineLead: string;
  readonly noCause: string;
  readonly timeLineNone: string;
  readonly month: string;
  readonly seriesDeaths: string;
  readonly seriesUnrest: string;
  readonly seriesEconomy: string;
  readonly barSure: Count;
  readonly barPossible: Count;
  readonly barNone: string;
  readonly skipped: Count;
  readonly unplaced: string;
  readonly topics: Readonly<Record<Topic, string>>;
  readonly topicNone: Readonly<Record<Topic, string>>;
  readonly calls: string;
  readonly callsLead: string;
  readonly callsNone: string;
  readonly askedBy: string;
  readonly namedInIt: string;
  readonly texts: string;
  readonly textsLead: string;
  readonly legend: string;
  readonly families: Readonly<Record<Family, string>>;
  readonly inText: (n: string) => string;
  readonly toLine: (n: string, kind: string) => string;
  readonly kinds: Readonly<Record<ClaimKind, string>>;
  readonly modalities: Readonly<Record<Modality, string>>;
  readonly roles: Readonly<Record<PersonRole, string>>;
  readonly hedge: string;
  readonly official: string;
  readonly notOfficial: string;
  readonly shownOnly: string;
  readonly notes: string;
  readonly readerNotes: string;
  readonly until: (date: string) => string;
  readonly from: (date: string) => string;
  readonly between: (from: string, to: string) => string;
  readonly openStart: string;
  readonly openEnd: string;
  readonly bases: Readonly<Partial<Record<string, string>>>;
  readonly recurring: string;
  readonly million: string;
  readonly billion: string;
  readonly trillion: string;
  readonly percent: (n: string) => string;
  readonly listAnd: (items: readonly string[]) => string;
  readonly about: string;
  readonly aboutText: readonly string[];
  readonly top: string;
  /** From one speaker to the next, the way the language is read. */
  readonly arrow: string;
  readonly comma: string;
  readonly semicolon: string;
  /** Between facts on one line; a middle dot would read as a zero beside Persian digits. */
  readonly separator: string;
  readonly quoteMarks: readonly [string, string];
};

export const TOPICS = ["protest", "strike", "economy", "graves", "abroad"] as const;
export type Topic = (typeof TOPICS)[number];

/** Kinds drawn alike in the text: each family has an underline of its own, so colour is never needed. */
export const FAMILIES = ["death", "risk", "relief", "abuse", "unrest", "speech", "figure"] as const;
export type Family = (typeof FAMILIES)[number];

const FAMILY_OF: Readonly<Record<ClaimKind, Family>> = {
  execution: "death",
  killing: "death",
  injury: "death",
  "death-in-custody": "death",
  "death-sentence": "risk",
  "imminent-execution": "risk",
  stay: "relief",
  clemency: "relief",
  release: "relief",
  arrest: "abuse",
  torture: "abuse",
  "enforced-disappearance": "abuse",
  "corporal-punishment": "abuse",
  "transnational-repression": "abuse",
  "other-abuse": "abuse",
  destruction: "abuse",
  protest: "unrest",
  strike: "unrest",
  statement: "speech",
  call: "speech",
  statistic: "figure",
  other: "figure",
};

/** How a claim is drawn in the text. */
export function familyOfKind(kind: ClaimKind): Family {
  return FAMILY_OF[kind];
}
