/**
 * In: rows of a pack's files. Out: their shapes.
 * Never: holds a word of any language.
 */
import type { ClaimKind, Modality } from "../model/claim.ts";
import type { AttributionGrammar } from "./attributionGrammar.ts";
import type { Ellipsis } from "./ellipsisGrammar.ts";
import type { ForeignMarks } from "./foreign.ts";
import type { Gate } from "./gate.ts";
import type { Lexicon } from "./lexicon.ts";
import type { ListGrammar } from "./listGrammar.ts";
import type { NameGrammar } from "./nameGrammar.ts";
import type { Alphabet, Pattern } from "./pattern.ts";
import type { RowSet } from "./patternNeeds.ts";
import type { PeriodGrammar } from "./periodGrammar.ts";
import type { QuantityGrammar } from "./quantityGrammar.ts";
import type { Seams } from "./seams.ts";
import type { SentenceWords } from "./sentences.ts";
import type { StanceGrammar } from "./stanceGrammar.ts";
import type { StatisticRow } from "./statistics.ts";
import type { WordSet } from "./wordSets.ts";

/** Forms of a trigger word by what they can be in a sentence. */
export const TRIGGER_FORMS = [
  "part",
  "past",
  "pres",
  "base",
  "ing",
  "noun",
  "intr",
  "phrase",
] as const;
export type TriggerForm = (typeof TRIGGER_FORMS)[number];

/** A row as it is read with: every field is there, so that all rows have one shape; what a pack leaves out is undefined. */
type Filled<Row> = { readonly [Field in keyof Required<Row>]: Row[Field] };

/** A row of words that make a claim of one kind. */
export type TriggerRow = Filled<RawTriggerRow>;

export type RawTriggerRow = {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly forms: Readonly<Partial<Record<TriggerForm, readonly string[]>>>;
  /** Sentences in which this row makes a claim, and in which it makes none; both run as tests. */
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** Classes of which the sentence (or the one before it) must hold one. */
  readonly requires?: string;
  /** Classes of which the sentence must hold none, unless it tells of violence too ("accident"). */
  readonly unless?: readonly string[];
  /** Classes of which the sentence must hold none at all ("fiction"). */
  readonly never?: readonly string[];
  /** "count": only with a number of people. */
  readonly needs?: string;
  /** Name of a refusal table: neighbours that give the word another meaning. */
  readonly refuse?: string;
  readonly tier?: "counted" | "shown";
  readonly modality?: Modality;
  /** Stage id of the country packs. */
  readonly stage?: string;
};

/** A sentence shape that ties a trigger to those whom it concerns. */
export type FrameRow = Filled<RawFrameRow>;

export type RawFrameRow = {
  readonly id: string;
  readonly pattern: string;
  readonly priority: number;
  readonly victim: "subject" | "capture" | "around" | "either" | "possessive" | "dropped" | "none";
  readonly agent?: "subject" | "by";
  readonly kind?: ClaimKind;
  readonly modality?: Modality;
  readonly stage?: string;
  /** Another stage where the trigger is one of the set's words: "issued" the sentence, not "upheld" it. */
  readonly stageOf?: { readonly words: string; readonly stage: string };
  readonly tier?: "counted" | "shown";
  readonly requires?: string;
  /** Classes of which the sentence must hold none, unless it tells of violence too ("flood"). */
  readonly unless?: readonly string[];
  /** Classes of which the sentence must hold none, whatever else it tells ("alive"). */
  readonly never?: readonly string[];
  /** The event words inside the match are all told by this frame ("the execution of X was halted"). */
  readonly whole?: boolean;
  readonly auxless?: boolean;
  readonly actor?: boolean;
  readonly weak?: boolean;
  /** All of a kind ("the execution of prisoners goes on") only on an occasion: those concerned are counted, named or pointed at. */
  readonly particular?: boolean;
  /** Class of words of which the head of the doer must be ("the regime targets …", not "the advert targets …"). */
  readonly doer?: string;
  /** Kinds of triggers that the frame takes; without it, any. */
  readonly only?: readonly ClaimKind[];
  /** Kinds that the word at part `a` tells of, where it is an event word itself ("jailed" for killing). */
  readonly after?: readonly ClaimKind[];
  /** "victim": the words of the event begin with those concerned, not with the frame. */
  readonly begins?: "victim";
  /** "trigger": the words of the event end with the trigger, what the frame finds behind it is of another. */
  readonly ends?: "trigger";
  /** Only where those concerned are prisoners, by their noun or by what was told of them before. */
  readonly captive?: boolean;
  /** What of which the words must bring something; a frame that only takes up what was told ("his arrest") tells nothing else. */
  readonly own?: readonly OwnPart[];
  /** The frame's modality stands over what operators before it say, unless they deny. */
  readonly decides?: boolean;
  /** Those concerned are some of a group ("among the dead were …"). */
  readonly part?: boolean;
  /** Says who those are of whom the report may have told before ("the victim was identified as A"). */
  readonly naming?: boolean;
  /** Who stands first is meant: behind "of" or as an object those words only describe somebody else. */
  readonly heads?: boolean;
  /** Only while it is open: not where the sentence goes on to tell that it was done ("was set for Monday and was carried out"). */
  readonly open?: boolean;
  /** Of a sentence that does not say which it is ("his sentence was carried out"): not where the last one told of them is none of death. */
  readonly bareSentence?: boolean;
  /** Not where an auxiliary follows at once: then those captured are its subject ("of those hanged on Monday two were Kurds"). */
  readonly closed?: boolean;
};

/**
 * A number that is said, a time, a place, a day and a place together ("occasion"), the name of one concerned, an object ("of …");
 * or to be all that the sentence tells.
 */
export type OwnPart = "object" | "number" | "time" | "place" | "occasion" | "name" | "alone";

export type Frame = {
  readonly row: FrameRow;
  readonly pattern: Pattern;
  /** Trigger forms that the frame's `t` asks for. */
  readonly forms: readonly TriggerForm[];
};

export type GroupRow = {
  readonly id: string;
  readonly out: "list" | "pair" | "person" | "counted" | "noun" | "institution" | "pronoun";
  readonly pattern: string;
  readonly example: string;
  /** Class that frames can ask for besides GROUP ("GDEAD": "the dead"). */
  readonly as?: GroupClass;
  /** Some of those told before ("two of these men"): whom a later "they" means stands further back. */
  readonly partitive?: boolean;
  /** Only where the mark of an object follows ("Karim, a teacher and father of two, OBJECT they arrested"). */
  readonly object?: boolean;
  /** Only where several acted or a body stands before, so that the one named is no doer ("forces A a citizen of 48 OBJECT arrested"). */
  readonly doneTo?: boolean;
  /** Not where the next verb is of several ("A, brother of B and C, were hanged" tells of two). */
  readonly verbOfOne?: boolean;
  /** Only where the next verb is of several ("A with B, a poet, were held"; "A with B, a lawyer, was held" tells of A). */
  readonly verbOfMany?: boolean;
  /** Only where a number in it is one ("A, |one| prisoner"). */
  readonly ofOne?: boolean;
  /** Only where they open the clause, and not where the mark of an object stands behind ("A and B two guards OBJECT killed"). */
  readonly unmarked?: boolean;
  /** Only where an auxiliary follows: those concerned are its subject. */
  readonly subject?: boolean;
  /** Not where a relative clause follows, which tells of those whose they are ("the lawyers of three men who were held"). */
  readonly bare?: boolean;
  /** Only where no relative, lawyer or killer of them stands right before. */
  readonly unowned?: boolean;
  /** Brothers or sisters: only names that end alike, else they are the brothers of those named. */
  readonly kin?: boolean;
  /** Only where a role in lower case opens the name ("Quds Force commander A", not "according to HRANA A was hanged"). */
  readonly titled?: boolean;
};

/** Classes of groups that frames ask for by what they are: bodies, the dead, somebody's kin, the wounded, "the ninth victim", "two other", a newspaper. */
export const GROUP_CLASSES = [
  "GBODY",
  "GDEAD",
  "GHURT",
  "GDEADN",
  "GTHEDEAD",
  "GHURTN",
  "GVICTIM",
  "GNTH",
  "GLAW",
  "GPROT",
  "GPOLPRIS",
  "GOTHER",
  "GMEDIA",
  "GCAPT",
  "GMORE",
  "GSELF",
  "GEXEC",
  "GHELD",
  "GKIN",
] as const;
export type GroupClass = (typeof GROUP_CLASSES)[number];

export type GroupPattern = { readonly row: GroupRow; readonly pattern: Pattern };

/** Rows of words that stand beside a trigger and take its meaning away. */
export type RefusalRow = {
  readonly id: string;
  readonly trigger: string;
  readonly words: readonly string[];
  readonly where: "before" | "after" | "near";
  /** "noun": only where the trigger is a noun ("execution drugs", not "executed drug dealers"). */
  readonly form?: "noun";
  /** Where one of these follows the words, they take no meaning away ("died of a heart attack |after| he was tortured"). */
  readonly notBefore?: readonly string[];
  /** Only where the trigger is one of these words ("hung over the door", not "executed over the unrest"). */
  readonly of?: readonly string[];
  readonly example: string;
};

/** A refusal row with the forms of its words apart. */
export type Refusal = RefusalRow & { readonly phrases: readonly (readonly string[])[] };

/** How a language marks that a noun means several. */
export type Plurals = {
  readonly words: ReadonlySet<string>;
  readonly suffixes: readonly string[];
  readonly singulars: ReadonlySet<string>;
};

/** The words that tell an age by its decade: what opens it, whose it is, which part, how it ends. */
export type AgeDecades = Readonly<
  Record<"opens" | "whose" | "parts" | "ends" | "words", ReadonlySet<string>>
>;

export type SuffixRow = { readonly id: string; readonly suffix: string; readonly class: string };

/** Everything of one language, compiled. */
export type LanguagePack = {
  readonly code: string;
  /** How sentences in other scripts and languages are told. */
  readonly foreign: ForeignMarks;
  /** The verb ends its clause, what it is done to stands before it, and a subject that is known is left out. */
  readonly isVerbFinal: boolean;
  /** Where words that a text writes together are parted; null where the language has no such habit. */
  readonly seams: Seams | null;
  readonly alphabet: Alphabet;
  readonly lexicon: Lexicon;
  readonly sentenceWords: SentenceWords;
  /** Endings that tell the class of a word that no row lists. */
  readonly suffixes: readonly SuffixRow[];
  readonly ageWords: ReadonlySet<string>;
  /** "aged", which a number follows; "of", which links a person to an age; what may stand between ("and"). */
  readonly agedWords: ReadonlySet<string>;
  /** Words that are a name of something else when written with a capital ("May"). */
  readonly neverCapital: ReadonlySet<string>;
  readonly ageLinks: ReadonlySet<string>;
  /** 1 for the number of each form that an age by words can begin with. */
  readonly ageOpeners: Uint8Array;
  readonly ageFillers: ReadonlySet<string>;
  /** "in her late 30s", "in their twenties". */
  readonly ageDecades: AgeDecades;
  readonly plurals: Plurals;
  /** Heads to whom an author's "must" is a demand ("the international community"). */
  readonly demanded: ReadonlySet<string>;
  /** Speakers whose tellings are accusations ("prosecutors"). */
  readonly prosecution: ReadonlySet<string>;
  /** Words of a class, as folded forms; none for a class that no row has. */
  readonly wordsIn: (name: string) => WordSet;
  /** Words of a speaker that make it the authorities ("prosecutor", "ministry"). */
  readonly authority: ReadonlySet<string>;
  readonly quantities: QuantityGrammar;
  readonly triggerById: ReadonlyMap<string, TriggerRow>;
  /** Rows and forms of each trigger phrase, by its folded words. */
  readonly triggersByWords: ReadonlyMap<string, readonly { row: TriggerRow; form: TriggerForm }[]>;
  readonly groups: RowSet<GroupPattern>;
  readonly frames: RowSet<Frame>;
  readonly refusals: ReadonlyMap<string, readonly Refusal[]>;
  /** Ids of the frames that tell of some of a group. */
  readonly partRows: ReadonlySet<string>;
  /** Ids of the frames of a sentence that does not say which it is. */
  readonly bareSentenceRows: ReadonlySet<string>;
  /** Ids of the frames that say who somebody is. */
  readonly namingRows: ReadonlySet<string>;
  readonly attribution: AttributionGrammar;
  readonly statistics: RowSet<StatisticRow>;
  readonly lists: ListGrammar;
  readonly ellipses: RowSet<Ellipsis>;
  readonly stances: StanceGrammar;
};

/** Packs by code of language, each compiled when it is first asked for: who reads one language waits for one. */
export type Languages = Pick<ReadonlyMap<string, LanguagePack>, "get" | "has" | "keys">;

/** All packs, compiled once; the reader keeps no other state. */
export type Packs = {
  /** Code of the pack for texts whose language could not be told: the one whose words.json says `fallback`. */
  readonly fallback: string | null;
  /** Ask for the pack of a text before its tokens are made: the words of a pack get their numbers when it is compiled. */
  readonly languages: Languages;
  readonly names: NameGrammar;
  readonly periods: PeriodGrammar;
  readonly gate: Gate;
  /** The steps of a case, by country pack. */
  readonly stages: ReadonlyMap<string, CaseStages>;
  /** Ids of organisations that the country packs list as organs or media of a state. */
  readonly officialIds: ReadonlySet<string>;
};

/** The steps of a case: those that a claim's kind tells of, and for each how far it is and how near death. */
export type CaseStages = {
  readonly byKind: ReadonlyMap<string, string>;
  readonly rows: ReadonlyMap<string, CaseStage>;
};
export type CaseStage = {
  readonly order: number;
  readonly risk: number;
  readonly reverses?: boolean;
};
