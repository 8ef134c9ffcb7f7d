import type { CorrectionDoubt } from "../../flow/archive/correctionDoubts.ts";
import type { ErasurePlan } from "../../flow/archive/erase.ts";
import type { Language } from "../../flow/interfaceLanguage.ts";
import type {
  Attribution,
  ClaimKind,
  Modality,
  PersonRole,
  Period,
  Person,
  Place,
  Quantity,
} from "../../model/claim.ts";
import type { Correction } from "../../model/correction.ts";
import type { NameClaim } from "../print/formatValues.ts";
import type { Option, Verb } from "../verbs.ts";
import type { EventWords } from "./eventWords.ts";
import type { JobWords } from "./jobWords.ts";
import type { PeopleWords } from "./peopleWords.ts";

/** What of a document's fields is shown, by name. */
export type FieldLabel = "number" | "when" | "where" | "said by" | "persons" | "also";

/** A field that a person may put right. */
export type CorrectedField = keyof Correction;

/** Rows of lists whose status does not say what the list is of: told as it says, or not at all. */
export type StatusCounts = { readonly told: number; readonly silent: number };

export type AddCounts = {
  readonly added: number;
  readonly same: number;
  readonly claims: number;
  /** Rows of lists that count nowhere. */
  readonly uncounted: number;
};

/** The entries below a claim or document. */
export type RestFacts = {
  readonly reading: { readonly id: string; readonly index: number; readonly reader: string };
  /** Null where the capture was erased. */
  readonly capture: {
    readonly id: string;
    readonly index: number;
    readonly at: string;
    readonly by: string;
    readonly bytes: number;
    readonly sha256: string;
  } | null;
};

/** What a verdict on an archive counts. */
export type Looked = {
  readonly entries: number;
  readonly evidence: number;
  readonly erased: number;
};

/** What a proof that holds says of itself. */
export type ProofFacts = {
  readonly index: number;
  /** Kind, id and day of the entry, as they are told. */
  readonly kind: string;
  readonly id: string;
  readonly on: string;
  readonly size: number;
  readonly origin: string;
  readonly key: string;
  readonly isKeyGiven: boolean;
  readonly isShown: boolean;
};

/** Every word the terminal shows that is not of a report or a pack. One object a language; JSON output has none of them. */
export type CliWords = {
  readonly language: Language;
  /** One line of own words, in the right order on terminals that turn letters around and on those that do not. */
  readonly line: (text: string) => string;
  /** The same of a line that goes on from one of own words, whatever it holds itself. */
  readonly continued: (text: string) => string;
  /** Lines that follow each other in reading order, already coloured, as one. */
  readonly inOrder: (lines: string) => string;
  /** Words of a report, a path or an id inside a line of own words. */
  readonly embed: (words: string) => string;
  /** A message that was written in English where it arose: a failure, a question, a finding. */
  readonly message: (english: string) => string;
  readonly number: (n: number) => string;
  /** A day or instant (ISO) for a person. */
  readonly date: (iso: string) => string;
  readonly quoted: (words: string) => string;
  readonly listed: (items: readonly string[], mark: "comma" | "semicolon") => string;
  readonly verb: (verb: Verb) => Verb;
  /** An option that every verb takes. */
  readonly option: (option: Option) => Option;
  readonly noteMeans: (code: string) => string;
  /** What stands beside the words of a note: its code, or what it means where codes are in another language. */
  readonly noteName: (code: string) => string;
  readonly languageName: (code: string) => string;
  /** A language as its code where English shows codes; its name elsewhere. */
  readonly languageCode: (code: string) => string;

  /** People and who is whom. */
  readonly people: PeopleWords;
  /** What happened, and to how many. */
  readonly events: EventWords;
  /** What outlives a command. */
  readonly jobs: JobWords;

  readonly kind: (kind: ClaimKind) => string;
  readonly modality: (modality: Modality) => string;
  readonly role: (role: PersonRole) => string;
  readonly status: (status: string) => string;
  readonly entryKind: (kind: string) => string;
  readonly quantity: (quantity: Quantity, nameClaim: NameClaim) => string;
  /** A window with its words; of one that a person put in (`isPut`) there are none. */
  readonly period: (period: Period, isPut?: boolean) => string;
  readonly place: (place: Place) => string;
  readonly chain: (chain: readonly Attribution[]) => string;
  readonly person: (person: Person) => string;
  readonly charge: (words: string) => string;
  readonly stage: (stage: string) => string;
  readonly official: (isOfficial: boolean) => string;
  readonly sameAs: (names: string) => string;
  readonly claimNumber: (n: string) => string;
  readonly hedged: (words: string) => string;
  readonly notCounted: (tier: string) => string;
  readonly labels: Readonly<Record<FieldLabel, string>>;
  readonly noClaims: string;
  readonly publishedBy: (name: string, by: string) => string;
  readonly found: (value: string, by: string) => string;
  readonly publisherUnknown: string;
  readonly dateUnknown: string;
  readonly languageUnknown: string;
  readonly path: (path: string) => string;
  readonly untitled: string;
  readonly standardInput: string;
  readonly capturedAt: (at: string) => string;
  readonly newVersionOf: (id: string) => string;
  /** Of a claim that stands in a version of a page of which there is a newer one. */
  readonly olderVersion: (newer: string) => string;
  readonly newerVersions: (ids: readonly string[]) => string;
  /** What a claim rests on: its reading, the capture before it, and the bytes. */
  readonly restsOn: (facts: RestFacts) => readonly string[];
  readonly entryFacts: (kind: string, index: number) => string;
  readonly entryErased: string;
  /** What an entry of this record holds is opened by its own way only. */
  readonly entrySealed: (record: string) => string;
  readonly knownAt: (index: number) => string;
  readonly decidedBy: (actor: string, verdict: string, reason: string, isUndone: boolean) => string;

  readonly summaryColumns: readonly [
    kind: string,
    claims: string,
    counted: string,
    shown: string,
    doubts: string,
  ];
  readonly summaryWidth: number;
  readonly summaryAll: string;
  readonly summaryHead: (reports: number, failed: number, doubts: number) => string;
  readonly notesHeading: string;
  readonly progress: (done: number, total: number | null) => string;

  /** Files of a directory that are no reports, such as "2 .csv, 1 .xlsx". */
  readonly listsPassedOver: (files: string) => string;
  readonly filesPassedOver: (files: string) => string;
  /** So many with this extension ("" for none), or hidden, or links, or no files. */
  readonly passedOver: (count: number, what: string) => string;
  readonly restPassedOver: (files: string) => string;

  readonly ownFault: string;
  /** `repeats`: reports that were handed in more than once and stand on the page once. */
  readonly wrotePage: (file: string, claims: number, reports: number, repeats: number) => string;
  readonly noPage: string;

  readonly helpIntro: readonly string[];
  readonly helpVerbs: string;
  readonly helpStart: string;
  readonly helpStarts: readonly (readonly [command: string, what: string])[];
  readonly helpEnd: string;
  /** What ends a sentence in bold. */
  readonly helpStop: string;
  readonly helpOptions: string;
  readonly helpExamples: string;

  /** A line of a file that holds one report a line. */
  readonly lineOf: (file: string, line: number) => string;
  readonly addSame: (document: string, name: string) => string;
  readonly addNew: (document: string, name: string, claims: number) => string;
  /** A report is one text with another; `share` of 1 is all of it. */
  /** The file of a list, beside the reports that are its rows. */
  readonly addList: (document: string, name: string) => string;
  /** Behind a row of a list that does not tell what its list is of. */
  readonly addUncounted: string;
  readonly addCopy: (document: string, share: number) => string;
  readonly inCopies: (copies: number, of: string | null) => string;
  readonly copyOf: (document: string, share: number) => string;
  readonly sameTextAs: (documents: readonly string[]) => string;
  readonly addVersion: (previous: string, gone: number, come: number, changed: number) => string;
  /** Words of a claim whose values are others in a new version. */
  readonly toldOtherwise: (quote: string, fields: readonly CorrectedField[]) => string;
  /** What was given for a report that is there already; `stands` is null where nothing is known. */
  readonly notTaken: (
    field: "publisher" | "published",
    given: string,
    stands: string | null,
  ) => string;
  readonly putRight: (document: string) => string;
  /** Whose a list is taken for, since it was theirs before and nobody said otherwise. */
  readonly listOf: (path: string, publisher: string) => string;
  readonly addEnd: (counts: AddCounts, failed: number) => string;
  readonly addStatuses: (counts: StatusCounts) => string;
  readonly correctedReport: (document: string) => string;
  readonly undoneReport: (document: string) => string;
  /** What a report stands for otherwise now; null is unknown. */
  readonly correctedParticular: (
    field: "publisher" | "published",
    before: string | null,
    now: string | null,
  ) => string;
  readonly madeArchive: (folder: string, log: string, isOnServer: boolean) => readonly string[];
  readonly foundClaims: (shown: number, count: number, isCountWhole: boolean) => string;
  readonly foundDocuments: (shown: number, count: number, isCountWhole: boolean) => string;
  readonly alsoInTexts: (count: number, isCountWhole: boolean) => string;
  readonly claimsIn: (count: number) => string;
  readonly nextPage: (after: string) => string;
  /** Names that were found in another spelling. */
  readonly matches: (names: string) => string;
  /** What an entry is, where it takes that back. */
  readonly takenBackOf: (what: string, isUndoing: boolean) => string;
  /** A field that a person put right, of a claim or a report. */
  readonly fieldName: (field: string) => string;
  /** When something was erased, by whom, and an entry of it that is still proved. */
  readonly wasErased: (on: string, by: string, entry: string) => string;
  /** A decision that stood before, and its day; the new one may say the same. */
  readonly stoodBefore: (decided: string, on: string, isSame: boolean) => string;
  readonly accepted: (id: string, words: string) => string;
  readonly rejected: (id: string, words: string) => string;
  readonly corrected: (id: string, words: string) => string;
  readonly correctedField: (field: CorrectedField, read: string, put: string) => string;
  /** What neither the report nor the packs bear out; it stands as it was typed. */
  /** Of a decision that holds no longer. */
  readonly takenBack: (entry: string) => string;
  /** A place that nobody knows, before it is entered. */
  readonly strangePlace: (doubt: CorrectionDoubt) => string;
  readonly correctionDoubt: (doubt: CorrectionDoubt, claim: string) => string;
  /** `by` decided so before; null where nobody did. */
  readonly undone: (id: string, verdict: string, now: string, by: string | null) => string;
  readonly wouldErase: (plan: ErasurePlan) => readonly string[];
  /** What was erased. */
  readonly erased: (plan: ErasurePlan) => readonly string[];
  readonly nothingErased: string;
  readonly eraseQuestion: (id: string) => string;
  readonly stopped: string;
  readonly nothingRan: string;
  readonly checking: (done: number) => string;
  readonly rebuilding: (done: number) => string;
  readonly making: string;
  readonly opening: string;
  /** Somebody pressed Ctrl-C while reports were added; what was being entered may be entered too. */
  readonly interrupted: (counts: Pick<AddCounts, "added" | "same">) => string;
  readonly striking: (done: number, all: number) => string;
  readonly readAgain: (done: number) => string;
  readonly linesWritten: (done: number) => string;
  readonly linesRestored: (done: number) => string;
  readonly restored: (held: Omit<Looked, "erased">, folder: string, faults: number) => string;
  /** Records that a list of erasures took out again; no list was found. */
  readonly erasedAgain: (records: number) => string;
  readonly noErasures: string;
  readonly looked: (looked: Looked) => string;
  readonly disagree: (looked: string, faults: number) => string;
  readonly agrees: (looked: string) => string;
  /** Rows held against the entries, and pieces of evidence that no entry names. */
  readonly compared: (rows: number) => string;
  /** People, events and links were held against a linking of all entries. */
  readonly comparedPeople: (rows: number) => string;
  readonly notLinked: string;
  /** What is searched was made by another version, and is compared only when it was made again. */
  readonly otherViews: string;
  /** An erasure goes on while everything is held against the entries, or was cut short. */
  readonly isErasing: string;
  readonly orphans: (count: number) => string;
  /** Evidence of no entry that was removed, or would be. */
  readonly tidied: (count: number, isDry: boolean) => string;
  readonly young: (count: number) => string;
  readonly moreFaults: (count: number) => string;
  readonly selfAttested: string;
  readonly stillBegins: (size: number) => string;
  readonly proved: (id: string, index: number, kind: string) => string;
  readonly proofHolds: (path: string, facts: ProofFacts) => readonly [string, string];
  /** Who cosigned a proof and when; their key as it is named there, null where it was given. */
  readonly proofCosigned: (name: string, at: string, key: string | null) => string;
  readonly proofFails: (path: string, why: string) => string;
  readonly terminal: (columns: string, hasColor: boolean) => string;
  readonly noTerminal: string;
  readonly allHere: string;
  readonly someMissing: (count: number) => string;
};
