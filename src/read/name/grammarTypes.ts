import type { Answers } from "../vocabulary.ts";
import type { WithWordSets, WordSorts } from "../wordSets.ts";
import type { PhraseNode } from "./phraseTrie.ts";

/** What a phrase of the gazetteer names. */
export type NameEntry = {
  readonly kind: "place" | "prison" | "organisation" | "people";
  readonly id: string | null;
  readonly isAcronym: boolean;
  readonly isAmbiguous: boolean;
  readonly isCountry: boolean;
};

/** Sets of short words that stand beside names; packs fill them under `cues`. */
export const CUE_NAMES = [
  "definite",
  "indefinite",
  "apposed",
  "relative",
  "of",
  "and",
  "for",
  "in",
  "away",
  "beside",
  "connector",
  "betweenNamed",
  "roleLink",
  "separator",
  "afterAge",
  "aged",
  "year",
  "old",
  "as",
  "or",
  "real",
  "placeAfter",
  "describing",
  "locative",
  "noble",
  "monthAfter",
  "and",
  "ofOne",
  "notAPrison",
  "central",
  "buildingKind",
  "dweller",
  "both",
] as const;
export type CueName = (typeof CUE_NAMES)[number];

/** A beginning of a name word and how much it says. */
export type Affix = { readonly text: string; readonly weight: number };

/** Compiled name rows; make it with `compileNameGrammar` and hand it on unread. */
export type NameGrammar = {
  /** The classes of each form, by its number in the vocabulary. */
  readonly classByNumber: Int32Array;
  readonly phrases: PhraseNode<NameEntry>;
  readonly prisonByTown: ReadonlyMap<string, string>;
  readonly prisonPhrases: PhraseNode<true>;
  readonly charges: PhraseNode<string>;
  readonly stages: PhraseNode<string>;
  readonly endings: ReadonlyMap<string, number>;
  readonly beginnings: readonly Affix[];
  readonly acronymsOut: ReadonlySet<string>;
  readonly officialPairs: ReadonlySet<string>;
  readonly notAlone: ReadonlySet<string>;
  readonly digraphs: ReadonlySet<string>;
  /** Heads that stand first ("Lake", "Hurricane"), and first words of unknown places' names ("Deir", "Gidan"). */
  readonly openers: ReadonlySet<string>;
  readonly placeFirst: ReadonlySet<string>;
  /** Lower-case words behind or in front of a name that is then no person's. */
  readonly namedAfter: ReadonlySet<string>;
  readonly thingBefore: ReadonlySet<string>;
  readonly titlesInName: ReadonlySet<string>;
  readonly sexOfKin: ReadonlyMap<string, "female" | "male" | null>;
  readonly sexOfNoun: ReadonlyMap<string, "female" | "male" | null>;
  readonly cues: Readonly<Record<CueName, ReadonlySet<string>>>;
  /** 1 at the number of each form of a cue. */
  readonly cueFlags: Readonly<Record<CueName, Uint8Array>>;
  /** 1 at the number of each word that can be the second part of a name written in two (`uncased`), and of each of its `stops`. */
  readonly secondParts: Uint8Array;
  readonly stopFlags: Uint8Array;
  /** What was found out about forms, kept from one text to the next. */
  readonly answers: Readonly<Record<"stem" | "compound" | "common", Answers>>;
  /** Endings to take off a capitalised word before it is looked up among the common ones, and what to put there. */
  readonly stems: readonly (readonly [ending: string, put: string])[];
  readonly uncased: WithWordSets<UncasedRows>;
};

/** What can be kept of the name rows as plain data. */
export type NameParts = Omit<NameGrammar, "uncased"> & {
  readonly uncased: UncasedRows;
  readonly uncasedSorts: WordSorts;
};

/** Rows for scripts without capitals. */
export type UncasedRows = {
  readonly fatherCues: ReadonlySet<string>;
  /** Behind a word of naming they are the cue too ("نام پدر"). */
  readonly fatherTerms: ReadonlySet<string>;
  readonly ageCues: ReadonlySet<string>;
  readonly stops: ReadonlySet<string>;
  readonly surnameEndings: readonly string[];
  readonly nameJoiners: ReadonlySet<string>;
  readonly namedCues: ReadonlySet<string>;
  readonly surnameTitles: ReadonlySet<string>;
  readonly nameTails: ReadonlySet<string>;
  /** Ends of surnames that are written apart too ("کریمی نژاد"), also behind a word that is no name ("مدنی‌پور"). */
  readonly apartTails: ReadonlySet<string>;
  /** The same behind a space where no surname stands before them ("علی سواری فر"). */
  readonly spacedTails: ReadonlySet<string>;
  /** Ends of surnames that are words too: behind a given name and a word that is no surname only, and before these words or a mark. */
  readonly tailsAfterGiven: ReadonlySet<string>;
  readonly tailFollowers: ReadonlySet<string>;
  readonly verbSurnames: ReadonlySet<string>;
  /** Behind a name and a comma: what somebody is ("A, rapporteur of …"). */
  readonly officesBehind: ReadonlySet<string>;
  /** Words right behind a speaker ("said", "in continuation"), and those whose owner stands behind ("by the words of"). */
  readonly sayOpeners: ReadonlySet<string>;
  /** Offices that stand behind a name and are no titles before one ("deputy"). */
  readonly officeWords: ReadonlySet<string>;
  /** "A man", "a woman" in one word. */
  readonly indefinites: ReadonlySet<string>;
  readonly voiceWords: ReadonlySet<string>;
  /** Last parts of listed names that are written with a joiner, with the parts that stand before them. */
  readonly joinedNames: ReadonlyMap<string, ReadonlySet<string>>;
  /** Titles that stand inside a name ("صابر شیخ عبدالله"). */
  readonly innerTitles: ReadonlySet<string>;
  /** Words of one letter: no initials. */
  readonly letterWords: ReadonlySet<string>;
  /** Given names that are everyday words: alone they name nobody. */
  readonly everydayNames: ReadonlySet<string>;
  /** Words behind an object. */
  readonly objectMarks: ReadonlySet<string>;
  readonly givenBeginnings: readonly string[];
  /** "معروف" in "معروف به", and the "به" there and in "به نام". */
  /** Words for a child of somebody, also behind "and" ("۲۲ ساله و فرزند حمید"). */
  readonly joinedFatherCues: ReadonlySet<string>;
  readonly aliasCues: ReadonlySet<string>;
  readonly namedLinks: ReadonlySet<string>;
  /** "named" written as one word that is a given name too. */
  readonly gluedCues: ReadonlySet<string>;
  /** Mosques, streets, hospitals: a name behind them is theirs. */
  readonly namedThings: ReadonlySet<string>;
  /** What can stand between such a thing and the name. */
  readonly honouredNames: ReadonlySet<string>;
  /** Endings of plural and possession written to a common word; endings of surnames that say an origin. */
  readonly wordEndings: readonly string[];
  readonly originEndings: readonly string[];
};
