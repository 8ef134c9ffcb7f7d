/**
 * In: the raw rows of the packs that hold names. Out: one compiled grammar of word classes and phrases.
 * Never: knows a country or a language by itself; changes after it was made.
 */
import { foldText } from "./tokens.ts";
import { addClass, addEntry, type Draft, entryOf } from "./name/grammarDraft.ts";
import { CUE_NAMES, type CueName, type NameGrammar, type NameParts } from "./name/grammarTypes.ts";
import {
  asRow,
  items,
  list,
  type Row,
  rowsOf,
  splitNames,
  splitWords,
  text,
  wordsOf,
} from "./name/packRows.ts";
import { addPhrase, makeTrie, phraseWords } from "./name/phraseTrie.ts";
import {
  readCharges,
  readCities,
  readGroups,
  readOrganisations,
  readPlaces,
  readPrisons,
  readProvinces,
  readStages,
} from "./name/readGazetteers.ts";
import { WORD } from "./name/wordClass.ts";
import { flagForms, numberForm } from "./vocabulary.ts";
import { sortSets, withWordSets } from "./wordSets.ts";

export type { NameGrammar } from "./name/grammarTypes.ts";

type Reader = (draft: Draft, pack: Row, path: string) => void;

/** Every kind of pack that this grammar reads, in the order in which they are read. */
const READERS: readonly (readonly [kind: string, read: Reader])[] = [
  ["given-names", readGiven],
  ["surnames", readSurnames],
  ["names", readNames],
  ["common-words", readCommon],
  ["prisons", readPrisons],
  ["organisations", readOrganisations],
  ["cities", readCities],
  ["provinces", readProvinces],
  ["places", readPlaces],
  ["groups", readGroups],
  ["charges", readCharges],
  ["stages", readStages],
];

/** Compiles raw pack rows (path → JSON). Paths it does not know are left alone; a malformed row is a TypeError. */
export function compileNameGrammar(rows: Readonly<Record<string, unknown>>): NameGrammar {
  return finishNames(readNameRows(rows));
}

/** The grammar of rows that were read. */
export function finishNames({ uncasedSorts, ...parts }: NameParts): NameGrammar {
  return { ...parts, uncased: withWordSets(parts.uncased, uncasedSorts) };
}

/** Reads raw pack rows as far as they are plain data. */
export function readNameRows(rows: Readonly<Record<string, unknown>>): NameParts {
  const draft = makeDraft();
  const paths = Object.keys(rows).sort();
  for (const path of paths) {
    if (isKnownPath(path)) readNotAlone(draft, asRow(rows[path], path));
  }
  for (const [kind, read] of READERS) {
    for (const path of paths) {
      if (!isKnownPath(path)) continue;
      const pack = asRow(rows[path], path);
      if (pack["kind"] === kind) read(draft, pack, path);
    }
  }
  const { classes, ...others } = draft;
  const { spacedTails, tailsAfterGiven, joinedNames, stops } = draft.uncased;
  const classByNumber = indexClasses(classes);
  return {
    ...others,
    classByNumber,
    answers: {
      stem: new Uint8Array(classByNumber.length),
      compound: new Uint8Array(classByNumber.length),
      common: new Uint8Array(classByNumber.length),
    },
    cueFlags: flagCues(draft.cues),
    secondParts: flagForms(spacedTails, tailsAfterGiven, joinedNames.keys()),
    stopFlags: flagForms(stops),
    uncasedSorts: sortSets(draft.uncased),
  };
}

function flagCues(
  cues: Readonly<Record<CueName, ReadonlySet<string>>>,
): Record<CueName, Uint8Array> {
  const flags: Partial<Record<CueName, Uint8Array>> = {};
  for (const name of CUE_NAMES) flags[name] = flagForms(cues[name]);
  return flags as Record<CueName, Uint8Array>;
}

function indexClasses(classes: ReadonlyMap<string, number>): Int32Array {
  const table: number[] = [];
  for (const [form, bits] of classes) {
    const number = numberForm(form);
    while (table.length <= number) table.push(0);
    table[number] = bits;
  }
  return Int32Array.from(table);
}

const KNOWN_PATH =
  /^(?:lang\/[^/]+\/names[^/]*\.json|country\/[^/]+\/(?:names|prisons|provinces|cities|groups|charges|stages|organisations|places)\.json)$/;

function isKnownPath(path: string): boolean {
  return KNOWN_PATH.test(path);
}

function makeCues(): Record<CueName, Set<string>> {
  const cues: Partial<Record<CueName, Set<string>>> = {};
  for (const name of CUE_NAMES) cues[name] = new Set();
  return cues as Record<CueName, Set<string>>;
}

function makeDraft(): Draft {
  return {
    classes: new Map(),
    phrases: makeTrie(),
    prisonByTown: new Map(),
    prisonPhrases: makeTrie(),
    charges: makeTrie(),
    stages: makeTrie(),
    endings: new Map(),
    beginnings: [],
    acronymsOut: new Set(),
    officialPairs: new Set(),
    notAlone: new Set(),
    digraphs: new Set(),
    openers: new Set(),
    placeFirst: new Set(),
    namedAfter: new Set(),
    thingBefore: new Set(),
    titlesInName: new Set(),
    sexOfKin: new Map(),
    sexOfNoun: new Map(),
    cues: makeCues(),
    stems: [],
    uncased: {
      fatherCues: new Set(),
      fatherTerms: new Set(),
      ageCues: new Set(),
      stops: new Set(),
      surnameEndings: [],
      nameJoiners: new Set(),
      namedCues: new Set(),
      surnameTitles: new Set(),
      nameTails: new Set(),
      apartTails: new Set(),
      spacedTails: new Set(),
      tailsAfterGiven: new Set(),
      tailFollowers: new Set(),
      verbSurnames: new Set(),
      officesBehind: new Set(),
      sayOpeners: new Set(),
      officeWords: new Set(),
      indefinites: new Set(),
      voiceWords: new Set(),
      joinedNames: new Map(),
      innerTitles: new Set(),
      letterWords: new Set(),
      everydayNames: new Set(),
      objectMarks: new Set(),
      givenBeginnings: [],
      joinedFatherCues: new Set(),
      aliasCues: new Set(),
      namedLinks: new Set(),
      gluedCues: new Set(),
      namedThings: new Set(),
      honouredNames: new Set(),
      wordEndings: [],
      originEndings: [],
    },
  };
}

/** Names that are words of the language: never entries by themselves. */
function readNotAlone(draft: Draft, pack: Row): void {
  for (const word of splitWords(pack["notAlone"])) draft.notAlone.add(word);
}

function readGiven(draft: Draft, pack: Row, path: string): void {
  for (const row of items(pack, path)) {
    for (const word of wordsOf(row, path)) addClass(draft, word, WORD.given);
  }
}

function readSurnames(draft: Draft, pack: Row, path: string): void {
  for (const row of items(pack, path)) {
    for (const word of wordsOf(row, path)) addClass(draft, word, WORD.surname);
  }
  for (const row of rowsOf(pack, "endings", path)) {
    for (const word of wordsOf(row, path)) draft.endings.set(word, Number(row["weight"] ?? 1));
  }
  for (const row of rowsOf(pack, "beginnings", path)) {
    for (const word of wordsOf(row, path)) {
      draft.beginnings.push({ text: word, weight: Number(row["weight"] ?? 1) });
    }
  }
}

function readNames(draft: Draft, pack: Row, path: string): void {
  for (const [key, bits] of CLASS_LISTS) {
    for (const row of rowsOf(pack, key, path)) {
      const extra = row["area"] === true ? WORD.area : 0;
      for (const word of wordsOf(row, path)) addClass(draft, word, bits | extra);
    }
  }
  for (const row of rowsOf(pack, "organisations", path)) {
    for (const name of splitNames(row["names"])) {
      addEntry(draft, name, entryOf("organisation", text(row, "id", path), name));
    }
  }
  for (const row of rowsOf(pack, "officialPairs", path)) {
    for (const pair of splitNames(row["words"])) draft.officialPairs.add(foldText(pair));
  }
  for (const [key, words] of [
    ["digraphs", draft.digraphs],
    ["openers", draft.openers],
    ["placeFirst", draft.placeFirst],
    ["namedAfter", draft.namedAfter],
    ["thingBefore", draft.thingBefore],
  ] as const) {
    for (const row of rowsOf(pack, key, path))
      for (const word of wordsOf(row, path)) words.add(word);
  }
  for (const row of rowsOf(pack, "titles", path)) {
    for (const word of wordsOf(row, path)) {
      addClass(draft, word, titleBits(row));
      if (row["inName"] === true) draft.titlesInName.add(word);
    }
  }
  for (const row of rowsOf(pack, "cues", path)) {
    const name = CUE_NAMES.find((cue) => cue === row["cue"]);
    if (name === undefined) throw new TypeError(`${path}: no cue is called ${String(row["cue"])}`);
    for (const word of wordsOf(row, path)) draft.cues[name].add(word);
  }
  for (const row of rowsOf(pack, "sexNouns", path)) {
    for (const word of wordsOf(row, path)) draft.sexOfNoun.set(word, sexOf(row));
  }
  for (const row of rowsOf(pack, "kinOf", path)) {
    for (const word of wordsOf(row, path)) draft.sexOfKin.set(word, sexOf(row));
  }
  for (const row of rowsOf(pack, "prisonPhrases", path)) {
    for (const phrase of splitNames(row["words"])) addPhrase(draft.prisonPhrases, phrase, true);
  }
  for (const row of rowsOf(pack, "notNames", path)) {
    if (row["id"] !== "not-name-acronym") continue;
    for (const word of wordsOf(row, path)) draft.acronymsOut.add(word);
  }
  readUncased(draft, pack, path);
  readNameItems(draft, pack, path);
}

/** Country packs: names with their spellings, and single words seen in names. */
function readNameItems(draft: Draft, pack: Row, path: string): void {
  for (const row of rowsOf(pack, "items", path)) {
    const bits = String(row["kind"]).startsWith("given") ? WORD.given : WORD.surname;
    const names = [row["fa"], ...list(row, "variants_latin"), ...list(row, "variants_fa")];
    for (const name of names) {
      if (typeof name === "string")
        for (const word of phraseWords(name)) addClass(draft, word, bits);
    }
  }
  const words = pack["words"];
  if (words === undefined) return;
  for (const group of Object.values(asRow(words, path))) {
    for (const word of String(group).split(" ")) addClass(draft, foldText(word), WORD.part);
  }
}

const UNCASED_SETS = [
  "fatherCues",
  "fatherTerms",
  "ageCues",
  "stops",
  "nameJoiners",
  "namedCues",
  "surnameTitles",
  "nameTails",
  "apartTails",
  "spacedTails",
  "tailsAfterGiven",
  "tailFollowers",
  "verbSurnames",
  "officesBehind",
  "sayOpeners",
  "officeWords",
  "indefinites",
  "voiceWords",
  "innerTitles",
  "letterWords",
  "everydayNames",
  "objectMarks",
  "joinedFatherCues",
  "aliasCues",
  "namedLinks",
  "gluedCues",
  "namedThings",
  "honouredNames",
] as const;

const UNCASED_LISTS = [
  "givenBeginnings",
  "surnameEndings",
  "wordEndings",
  "originEndings",
] as const;

function readUncased(draft: Draft, pack: Row, path: string): void {
  if (pack["uncased"] === undefined) return;
  const rows = asRow(pack["uncased"], path);
  for (const key of UNCASED_SETS) {
    for (const word of splitWords(rows[key])) draft.uncased[key].add(word);
  }
  for (const key of UNCASED_LISTS) draft.uncased[key].push(...splitWords(rows[key]));
}

function readCommon(draft: Draft, pack: Row, path: string): void {
  for (const stem of splitWords(pack["stems"])) {
    const [ending = "", put = ""] = stem.split(":");
    draft.stems.push([ending, put]);
  }
  for (const row of items(pack, path)) {
    for (const word of foldText(text(row, "words", path)).split(" ")) {
      draft.classes.set(word, (draft.classes.get(word) ?? 0) | WORD.common);
    }
  }
}

const CLASS_LISTS: readonly (readonly [key: string, bits: number])[] = [
  ["modifiers", WORD.modifier],
  ["honorifics", WORD.honorific],
  ["suffixes", WORD.suffix],
  ["organisationHeads", WORD.organisationHead],
  ["organisationOpeners", WORD.organisationOpener],
  ["placeHeads", WORD.placeHead],
  ["prisonHeads", WORD.prisonHead],
  ["eventHeads", WORD.eventHead],
  ["calendar", WORD.calendar],
  ["personBefore", WORD.named],
  ["notNames", WORD.notName],
  ["particles", WORD.particle],
  ["gluedParticles", WORD.gluedParticle],
  ["placeBefore", WORD.placeBefore],
  ["peoples", WORD.people],
  ["saidWords", WORD.said],
  ["fateWords", WORD.fate],
  ["givenNames", WORD.given],
  ["surnames", WORD.surname],
];

function titleBits(row: Row): number {
  let bits: number = WORD.title;
  if (row["official"] === true) bits |= WORD.official;
  if (row["kin"] === true) bits |= WORD.kin;
  if (row["plural"] === true) bits |= WORD.plural;
  if (row["capital"] === true) bits |= WORD.capitalTitle;
  if (row["personal"] === true || row["official"] === true) bits |= WORD.personal;
  if (row["sex"] === "female") bits |= WORD.female;
  if (row["sex"] === "male") bits |= WORD.male;
  return bits;
}

function sexOf(row: Row): "female" | "male" | null {
  return row["sex"] === "female" || row["sex"] === "male" ? row["sex"] : null;
}
