import type { Affix, CueName, NameEntry } from "./grammarTypes.ts";
import { foldText } from "../tokens.ts";
import { addPhrase, type PhraseNode } from "./phraseTrie.ts";
import { WORD } from "./wordClass.ts";

/** A grammar in the making. */
export type Draft = {
  classes: Map<string, number>;
  phrases: PhraseNode<NameEntry>;
  prisonByTown: Map<string, string>;
  prisonPhrases: PhraseNode<true>;
  charges: PhraseNode<string>;
  stages: PhraseNode<string>;
  endings: Map<string, number>;
  beginnings: Affix[];
  acronymsOut: Set<string>;
  officialPairs: Set<string>;
  notAlone: Set<string>;
  digraphs: Set<string>;
  openers: Set<string>;
  placeFirst: Set<string>;
  namedAfter: Set<string>;
  thingBefore: Set<string>;
  titlesInName: Set<string>;
  sexOfKin: Map<string, "female" | "male" | null>;
  sexOfNoun: Map<string, "female" | "male" | null>;
  cues: Record<CueName, Set<string>>;
  stems: (readonly [ending: string, put: string])[];
  uncased: {
    fatherCues: Set<string>;
    fatherTerms: Set<string>;
    ageCues: Set<string>;
    stops: Set<string>;
    surnameEndings: string[];
    nameJoiners: Set<string>;
    namedCues: Set<string>;
    surnameTitles: Set<string>;
    nameTails: Set<string>;
    apartTails: Set<string>;
    spacedTails: Set<string>;
    tailsAfterGiven: Set<string>;
    tailFollowers: Set<string>;
    verbSurnames: Set<string>;
    officesBehind: Set<string>;
    sayOpeners: Set<string>;
    officeWords: Set<string>;
    indefinites: Set<string>;
    voiceWords: Set<string>;
    joinedNames: Map<string, Set<string>>;
    innerTitles: Set<string>;
    letterWords: Set<string>;
    everydayNames: Set<string>;
    objectMarks: Set<string>;
    givenBeginnings: string[];
    joinedFatherCues: Set<string>;
    aliasCues: Set<string>;
    namedLinks: Set<string>;
    gluedCues: Set<string>;
    namedThings: Set<string>;
    honouredNames: Set<string>;
    wordEndings: string[];
    originEndings: string[];
  };
};

/** An entry of the gazetteer. */
export function entryOf(kind: NameEntry["kind"], id: string | null, name = ""): NameEntry {
  const isAcronym = /^[A-Z0-9][A-Z0-9.]{1,5}$/.test(name);
  return { kind, id, isAcronym, isAmbiguous: false, isCountry: false };
}

const JOINER = "\u200c";

/** Adds a name to the gazetteer; texts lose the joiners of its words, so it is known without them too. */
export function addEntry(draft: Draft, name: string, entry: NameEntry): void {
  addForm(draft, name, entry);
  if (name.includes(JOINER)) addForm(draft, name.replaceAll(JOINER, ""), entry);
}

function addForm(draft: Draft, name: string, entry: NameEntry): void {
  if (draft.notAlone.has(foldText(name))) return;
  const first = addPhrase(draft.phrases, name, entry, (was) => was.isAcronym && !entry.isAcronym);
  if (first === null) return;
  addClass(draft, first, WORD.opens);
  if (entry.isAmbiguous) addClass(draft, first, WORD.ambiguousPlace);
}

/** Adds classes to a word, which is known by its letters: texts write joiners in it or lose them. */
export function addClass(draft: Draft, word: string, bits: number): void {
  const key = foldText(word).replaceAll(JOINER, "");
  draft.classes.set(key, (draft.classes.get(key) ?? 0) | bits);
  const [first = "", last, more] = foldText(word).split(JOINER);
  if (last === undefined || more !== undefined || (bits & (WORD.given | WORD.surname)) === 0)
    return;
  const before = draft.uncased.joinedNames.get(last) ?? new Set();
  draft.uncased.joinedNames.set(last, before.add(first));
}
