/**
 * In: the raw rows of the packs that hold names. Out: one compiled grammar of word classes and phrases.
 * Never: knows a country or a language by itself; changes after it was made.
 */
import { foldText } from "./tokens.ts";
import { addPhrase, makeTrie, type PhraseNode, phraseWords } from "./name/phraseTrie.ts";
import { WORD } from "./name/wordClass.ts";

/** What a phrase of the gazetteer names. */
export type NameEntry = {
  readonly kind: "place" | "prison" | "organisation" | "people";
  readonly id: string | null;
  /** Stands for itself only beside a prison word ("Karaj" in "Karaj prison"). */
  readonly prisonBeside: string | null;
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
  "locative",
  "noble",
  "notAPrison",
  "central",
  "buildingKind",
] as const;
export type CueName = (typeof CUE_NAMES)[number];

type Affix = { readonly text: string; readonly weight: number };

/** Compiled name rows; make it with `compileNameGrammar` and hand it on unread. */
export type NameGrammar = {
  readonly classes: ReadonlyMap<string, number>;
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
  /** Endings to take off a capitalised word before it is looked up among the common ones, and what to put there. */
  readonly stems: readonly (readonly [ending: string, put: string])[];
  readonly uncased: UncasedRows;
};

/** Rows for scripts without capitals. */
export type UncasedRows = {
  readonly fatherCues: ReadonlySet<string>;
  readonly ageCues: ReadonlySet<string>;
  readonly stops: ReadonlySet<string>;
  readonly surnameEndings: readonly string[];
  readonly nameJoiners: ReadonlySet<string>;
  readonly namedCues: ReadonlySet<string>;
  readonly surnameTitles: ReadonlySet<string>;
  readonly nameTails: ReadonlySet<string>;
  readonly givenBeginnings: readonly string[];
};

type Draft = {
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
    ageCues: Set<string>;
    stops: Set<string>;
    surnameEndings: string[];
    nameJoiners: Set<string>;
    namedCues: Set<string>;
    surnameTitles: Set<string>;
    nameTails: Set<string>;
    givenBeginnings: string[];
  };
};

type Row = Readonly<Record<string, unknown>>;
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
  return draft;
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
      ageCues: new Set(),
      stops: new Set(),
      surnameEndings: [],
      nameJoiners: new Set(),
      namedCues: new Set(),
      surnameTitles: new Set(),
      nameTails: new Set(),
      givenBeginnings: [],
    },
  };
}

/** Names that are words of the language: never entries by themselves. */
function readNotAlone(draft: Draft, pack: Row): void {
  for (const word of splitWords(pack["notAlone"])) draft.notAlone.add(word);
}

function readPrisons(draft: Draft, pack: Row, path: string): void {
  for (const row of items(pack, path)) {
    const id = `${text(pack, "pack", path)}/prison/${text(row, "id", path)}`;
    const entry = entryOf("prison", id);
    for (const name of [...list(row, "names"), ...list(row, "names_fa")]) {
      addEntry(draft, name, entry);
    }
    for (const name of [...list(row, "alone"), ...list(row, "alone_fa")]) {
      addEntry(draft, name, entry);
    }
    for (const name of [...list(row, "beside"), ...list(row, "beside_fa")]) {
      const key = phraseWords(name).join(" ");
      if (!draft.prisonByTown.has(key)) draft.prisonByTown.set(key, id);
    }
  }
}

function readOrganisations(draft: Draft, pack: Row, path: string): void {
  const owner = text(pack, "pack", path);
  for (const row of items(pack, path)) {
    const rowId = text(row, "id", path);
    const id = rowId.includes("/") ? rowId : `${owner}/org/${rowId}`;
    const written = typeof row["names"] === "string" ? row["names"].split(";") : [];
    const own = [row["en"], row["fa"]].filter((name) => typeof name === "string");
    for (const name of [...written, ...own, ...list(row, "aliases")]) {
      if (name.length < 2 || isDescription(draft, name)) continue;
      addEntry(draft, name, entryOf("organisation", id, name));
    }
  }
}

/** A described name ("the …") is none, nor is a person who speaks for an organisation. */
function isDescription(draft: Draft, name: string): boolean {
  const words = phraseWords(name);
  const [first = "", last = ""] = words;
  if (/-[a-z]+ /.test(name) || /^\p{Ll}/u.test(name)) return !has(draft, first, WORD.particle);
  if (words.length !== 2 || !/^\p{Lu}\S* /u.test(name)) return false;
  return has(draft, first, WORD.given) && !has(draft, last, NOT_A_PERSON);
}

const NOT_A_PERSON = WORD.organisationHead | WORD.eventHead | WORD.people | WORD.common;

function has(draft: Draft, word: string, bits: number): boolean {
  return ((draft.classes.get(word) ?? 0) & bits) !== 0;
}

function readCities(draft: Draft, pack: Row, path: string): void {
  const ambiguous = new Set(splitNames(pack["ambiguous"]));
  for (const row of items(pack, path)) {
    const id = `${text(pack, "pack", path)}/city/${text(row, "id", path)}`;
    const names = [
      row["en"],
      row["fa"],
      ...list(row, "variants_latin"),
      ...list(row, "variants_fa"),
    ];
    for (const name of names) {
      if (typeof name !== "string" || name === "") continue;
      addEntry(draft, name, { ...entryOf("place", id), isAmbiguous: ambiguous.has(name) });
    }
  }
}

function readProvinces(draft: Draft, pack: Row, path: string): void {
  const forms = list(pack, "forms");
  for (const row of items(pack, path)) {
    const id = `${text(pack, "pack", path)}/province/${text(row, "id", path)}`;
    const names = [
      row["en"],
      row["fa"],
      ...list(row, "variants_latin"),
      ...list(row, "variants_fa"),
    ];
    for (const name of names) {
      if (typeof name !== "string" || name === "") continue;
      for (const form of forms) addEntry(draft, form.replace("{name}", name), entryOf("place", id));
    }
  }
}

function readPlaces(draft: Draft, pack: Row, path: string): void {
  const ambiguous = new Set(splitNames(pack["ambiguous"]));
  for (const row of items(pack, path)) {
    const rowId = text(row, "id", path);
    for (const name of splitNames(row["names"])) {
      const id = row["each"] === true ? `${rowId}/${slug(name)}` : rowId;
      const isCountry = row["kind"] === "country";
      const entry = { ...entryOf("place", id, name), isCountry, isAmbiguous: ambiguous.has(name) };
      addEntry(draft, name, entry);
    }
    for (const name of splitNames(row["people"])) addPeople(draft, name, rowId);
  }
}

function readGroups(draft: Draft, pack: Row, path: string): void {
  for (const row of items(pack, path)) {
    const id = `${text(pack, "pack", path)}/group/${text(row, "id", path)}`;
    for (const name of [...list(row, "variants_latin"), ...list(row, "variants_fa")]) {
      addPeople(draft, name, id);
    }
  }
}

function addPeople(draft: Draft, name: string, id: string): void {
  addEntry(draft, name, entryOf("people", id));
  const words = phraseWords(name);
  for (const word of words) addClass(draft, word, WORD.people);
}

function readCharges(draft: Draft, pack: Row, path: string): void {
  for (const row of items(pack, path)) {
    const names = [row["fa"], ...list(row, "variants_latin"), ...list(row, "variants_fa")];
    for (const name of names) {
      if (typeof name === "string" && name !== "")
        addPhrase(draft.charges, name, text(row, "id", path));
    }
  }
}

function readStages(draft: Draft, pack: Row, path: string): void {
  for (const row of items(pack, path)) {
    for (const cue of [...list(row, "cues_en"), ...list(row, "cues_fa")]) {
      addPhrase(draft.stages, cue.replaceAll("...", " … "), text(row, "id", path));
    }
  }
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
  "ageCues",
  "stops",
  "nameJoiners",
  "namedCues",
  "surnameTitles",
  "nameTails",
] as const;

function readUncased(draft: Draft, pack: Row, path: string): void {
  if (pack["uncased"] === undefined) return;
  const rows = asRow(pack["uncased"], path);
  for (const key of UNCASED_SETS) {
    for (const word of splitWords(rows[key])) draft.uncased[key].add(word);
  }
  draft.uncased.givenBeginnings.push(...splitWords(rows["givenBeginnings"]));
  draft.uncased.surnameEndings.push(...splitWords(rows["surnameEndings"]));
}

function readCommon(draft: Draft, pack: Row, path: string): void {
  for (const stem of splitWords(pack["stems"])) {
    const [ending = "", put = ""] = stem.split(":");
    draft.stems.push([ending, put]);
  }
  for (const row of items(pack, path)) {
    for (const word of text(row, "words", path).split(" ")) {
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

function entryOf(kind: NameEntry["kind"], id: string | null, name = ""): NameEntry {
  const isAcronym = /^[A-Z0-9][A-Z0-9.]{1,5}$/.test(name);
  return { kind, id, prisonBeside: null, isAcronym, isAmbiguous: false, isCountry: false };
}

function addEntry(draft: Draft, name: string, entry: NameEntry): void {
  if (draft.notAlone.has(foldText(name))) return;
  const first = addPhrase(draft.phrases, name, entry, (was) => was.isAcronym && !entry.isAcronym);
  if (first === null) return;
  addClass(draft, first, WORD.opens);
  if (entry.isAmbiguous) addClass(draft, first, WORD.ambiguousPlace);
}

function addClass(draft: Draft, word: string, bits: number): void {
  const key = foldText(word);
  draft.classes.set(key, (draft.classes.get(key) ?? 0) | bits);
}

function slug(name: string): string {
  return foldText(name)
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

function items(pack: Row, path: string): readonly Row[] {
  const rows = pack["items"];
  if (!Array.isArray(rows)) throw new TypeError(`${path} has no list of items`);
  return rows.map((row) => asRow(row, path));
}

function rowsOf(pack: Row, key: string, path: string): readonly Row[] {
  const rows = pack[key];
  if (rows === undefined) return [];
  if (!Array.isArray(rows)) throw new TypeError(`${path}: ${key} is no list`);
  return rows.map((row) => asRow(row, `${path} ${key}`));
}

function asRow(value: unknown, path: string): Row {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new TypeError(`${path}: a row is no object`);
  }
  return { ...value };
}

function text(row: Row, key: string, path: string): string {
  const value = row[key];
  if (typeof value !== "string" || value === "") {
    throw new TypeError(`${path}: row ${JSON.stringify(row["id"] ?? null)} has no ${key}`);
  }
  return value;
}

function list(row: Row, key: string): readonly string[] {
  const value = row[key];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new TypeError(`Row ${String(row["id"])}: ${key} is no list`);
  return value.filter((name): name is string => typeof name === "string" && name !== "");
}

function wordsOf(row: Row, path: string): readonly string[] {
  const words = text(row, "words", path);
  const parts = words.includes(";") ? words.split(";") : words.split(" ");
  return parts.filter((word) => word !== "" && !word.includes(" ")).map(foldText);
}

function splitNames(value: unknown): readonly string[] {
  return typeof value === "string" ? value.split(";").filter((name) => name !== "") : [];
}

function splitWords(value: unknown): readonly string[] {
  return typeof value === "string"
    ? value
        .split(" ")
        .filter((word) => word !== "")
        .map(foldText)
    : [];
}
