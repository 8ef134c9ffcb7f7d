/**
 * In: the raw JSON of the packs. Out: one compiled, immutable value that every part of the reader is handed.
 * Never: reads a file; knows a word of any language or the name of any country.
 */
import type { ClaimKind, Modality } from "../model/claim.ts";
import { compileForeign, type ForeignFile, type ForeignMarks } from "./foreign.ts";
import { type AttributionGrammar, compileAttribution } from "./attributionGrammar.ts";
import {
  compileEllipses,
  type Ellipsis,
  readEllipsisRows,
  wordsBeside,
} from "./ellipsisGrammar.ts";
import { compileGate, type Gate } from "./gate.ts";
import {
  formsOf,
  gatherEntries,
  keysOf,
  type Lexicon,
  makeLexicon,
  type WordRow,
} from "./lexicon.ts";
import { compileLists, type ListGrammar } from "./listGrammar.ts";
import { compileNameGrammar, type NameGrammar } from "./nameGrammar.ts";
import {
  type Alphabet,
  compilePattern,
  literalsOf,
  makeAlphabet,
  type Pattern,
} from "./pattern.ts";
import { makeRowSet, type RowSet } from "./patternNeeds.ts";
import { compilePeriodGrammar, type PeriodGrammar } from "./periodGrammar.ts";
import { compileQuantities, type QuantityGrammar } from "./quantity.ts";
import type { SentenceWords } from "./sentences.ts";
import { compileStances, type StanceGrammar } from "./stanceGrammar.ts";
import { compileStatistics, type StatisticRow } from "./statistics.ts";
import { flagForms } from "./vocabulary.ts";

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

type RawTriggerRow = {
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

type RawFrameRow = {
  readonly id: string;
  readonly pattern: string;
  readonly priority: number;
  readonly victim: "subject" | "capture" | "around" | "either" | "possessive" | "dropped" | "none";
  readonly agent?: "subject" | "by";
  readonly kind?: ClaimKind;
  readonly modality?: Modality;
  readonly stage?: string;
  readonly tier?: "counted" | "shown";
  readonly requires?: string;
  /** Classes of which the sentence must hold none, unless it tells of violence too ("flood"). */
  readonly unless?: readonly string[];
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
  /** Not where a relative clause follows, which tells of those whose they are ("the lawyers of three men who were held"). */
  readonly bare?: boolean;
  /** Brothers or sisters: only names that end alike, else they are the brothers of those named. */
  readonly kin?: boolean;
};

/** Classes of groups that frames ask for by what they are: bodies, the dead, the wounded, "the ninth victim", "two other". */
export const GROUP_CLASSES = [
  "GBODY",
  "GDEAD",
  "GHURT",
  "GDEADN",
  "GHURTN",
  "GVICTIM",
  "GNTH",
  "GLAW",
  "GPROT",
  "GOTHER",
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
  readonly wordsIn: (name: string) => ReadonlySet<string>;
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

/** Item classes that chunks have rather than words. */
export const CHUNK_CLASSES: readonly (readonly string[])[] = [
  ["QTY"],
  ["SHARE"],
  ["PERCENT"],
  ["MONEY"],
  ["AMOUNT"],
  ["AMOUNT", "LASHES"],
  ["QTYDUR"],
  ["YEARNUM"],
  ["NUM"],
  ["TIME"],
  ["RECUR"],
  ["DURATION"],
  ["AGE", "ADJ"],
  ["AGE"],
  ["CHARGE"],
  ["PERSON"],
  ["ORG"],
  ["ORG", "COURTW"],
  ["PLACE"],
  ["PRISON"],
  ["NAME"],
  ["COMMA"],
  ["SEMI"],
  ["COLON"],
  ["DASH"],
  ["OPEN"],
  ["CLOSE"],
  ["QO"],
  ["QC"],
  ["DOT"],
  ["SLASH"],
  ["BULLET"],
  ["PUNCT"],
  ["POSS"],
  ["HASH"],
  ["URL"],
  ["HANDLE"],
  ["NEWLINE"],
  ["HYPHEN"],
  ["CAP"],
  ["LOWER"],
  ["ED"],
  ["ING"],
  ["ADV"],
  ["ADJ"],
  ["HUMAN"],
  ["GROUP"],
  ["GROUP", "GQ"],
  ["GROUP", "GP"],
  ["GROUP", "PRNG"],
  ["GROUP", "INSTG"],
  ...GROUP_CLASSES.flatMap((name) => [
    ["GROUP", name],
    ["GROUP", "GQ", name],
    ["GROUP", "GP", name],
  ]),
];

type Raw = Readonly<Record<string, unknown>>;

/** `sets` are words that code asks for by name and that no pattern needs. */
type WordsFile = {
  fallback?: boolean;
  verbFinal?: boolean;
  classes: WordRow[];
  sets?: WordRow[];
  suffixes: SuffixRow[];
  ageWords: string[];
  agedWords: string[];
  neverCapital?: string[];
  ageLinks: string[];
  ageFillers: string[];
  ageDecades?: Partial<Record<keyof AgeDecades, string[]>>;
  plurals: { words: string[]; suffixes: string[]; singulars: string[] };
};
type FramesFile = { macros: Record<string, string>; groups: GroupRow[]; frames: RawFrameRow[] };

/**
 * Compiles the packs from their raw JSON, keyed by path ("lang/en/words.json"); those of languages when they are asked for.
 * @throws TypeError naming the row that is malformed.
 */
export function compilePacks(raw: Raw): Packs {
  const codes = [
    ...new Set(
      Object.keys(raw).flatMap((path) => /^lang\/([^/]+)\/frames\.json$/.exec(path)?.[1] ?? []),
    ),
  ];
  return {
    fallback: codes.find((code) => wordsFile(code, raw).fallback === true) ?? null,
    languages: compileWhenAsked(codes.sort(), raw),
    names: compileNameGrammar(raw),
    periods: compilePeriodGrammar({
      languages: filesNamed(raw, /^lang\/[^/]+\/periods\.json$/),
      calendars: filesNamed(raw, /^country\/[^/]+\/calendar\.json$/),
      events: filesNamed(raw, /^country\/[^/]+\/events\.json$/),
    }),
    stages: stagesOf(raw),
    officialIds: officialIds(raw),
    gate: compileGate(filesNamed(raw, /^lang\/[^/]+\/gate\.json$/)),
  };
}

function compileWhenAsked(codes: readonly string[], raw: Raw): Languages {
  const compiled = new Map<string, LanguagePack>();
  return {
    has: (code) => codes.includes(code),
    keys: () => codes.values(),
    get(code) {
      if (!codes.includes(code)) return undefined;
      const pack = compiled.get(code) ?? compileLanguage(code, raw);
      compiled.set(code, pack);
      return pack;
    },
  };
}

function wordsFile(code: string, raw: Raw): WordsFile {
  return fileOf<WordsFile>(raw, `lang/${code}/words.json`);
}

/** The steps of a case: those that a claim's kind tells of, and for each how far it is and how near death. */
export type CaseStages = {
  readonly byKind: ReadonlyMap<string, string>;
  readonly rows: ReadonlyMap<string, CaseStage>;
};
type CaseStage = { readonly order: number; readonly risk: number; readonly reverses?: boolean };

function stagesOf(raw: Raw): Map<string, CaseStages> {
  const byCountry = new Map<string, CaseStages>();
  for (const path of Object.keys(raw)) {
    const country = /^country\/([^/]+)\/stages\.json$/.exec(path)?.[1];
    if (country === undefined) continue;
    const { kinds, items } = raw[path] as {
      kinds?: Record<string, string>;
      items: (CaseStage & { id: string })[];
    };
    byCountry.set(country, {
      byKind: new Map(Object.entries(kinds ?? {})),
      rows: new Map(items.map((item) => [item.id, item])),
    });
  }
  return byCountry;
}

const OFFICIAL_TYPES: ReadonlySet<string> = new Set(["state", "state_media"]);

function officialIds(raw: Raw): Set<string> {
  const ids = new Set<string>();
  for (const path of Object.keys(raw)) {
    const country = /^country\/([^/]+)\/organisations\.json$/.exec(path)?.[1];
    if (country === undefined) continue;
    const { items } = raw[path] as { items: { id: string; type: string }[] };
    for (const item of items)
      if (OFFICIAL_TYPES.has(item.type)) ids.add(`${country}/org/${item.id}`);
  }
  return ids;
}

function filesNamed(raw: Raw, path: RegExp): unknown[] {
  return Object.keys(raw)
    .filter((key) => path.test(key))
    .sort()
    .map((key) => raw[key]);
}

function fileOf<T>(raw: Raw, path: string): T {
  const file = raw[path];
  if (file === undefined) throw new TypeError(`The packs hold no ${path}`);
  return file as T;
}

function compileLanguage(code: string, raw: Raw): LanguagePack {
  const at = (name: string): string => `lang/${code}/${name}.json`;
  const words = wordsFile(code, raw);
  const triggers = fileOf<{ rows: RawTriggerRow[] }>(raw, at("triggers")).rows.map(fillTrigger);
  const framesFile = fileOf<FramesFile>(raw, at("frames"));
  const attribution = fileOf<unknown>(raw, at("attribution"));
  const refusals = fileOf<{ rows: RefusalRow[] }>(raw, at("refusals")).rows;
  const statistics = fileOf<unknown>(raw, at("statistics"));
  const macros = new Map(Object.entries(framesFile.macros));
  const compiledAttribution = compileAttribution(attribution);
  const compiledStatistics = compileStatistics(statistics);
  const ellipses = readEllipsisRows(raw[at("ellipsis")]);
  const sources = [...framesFile.groups, ...framesFile.frames, ...compiledStatistics].map(
    (row) => row.pattern,
  );
  const own: WordRow[] = [
    ...words.classes,
    ...triggers.flatMap(triggerWords),
    ...compiledAttribution.words,
    ...compiledStatistics.flatMap((row) => row.words),
    ...literalRows([...sources, ...macros.values()]),
  ];
  const rows = [
    ...own,
    ...wordsBeside(
      ellipses,
      literalRows(ellipses.rows.map((row) => row.pattern)),
      new Set(own.flatMap((row) => row.words)),
      "LOWER",
    ),
  ];
  const byWords = gatherEntries(rows);
  const alphabet = makeAlphabet(
    [...CHUNK_CLASSES, ...[...byWords.values()].map((entry) => [...entry.classes])],
    [...sources, ...macros.values()],
  );
  const lexicon = makeLexicon(byWords, (classes) => alphabet.idOf(classes));
  const wordsOf = (name: string): Set<string> =>
    new Set(
      words.classes
        .filter((row) => row.class === name)
        .flatMap((row) => row.words.map((word) => formsOf(word)[0] ?? "")),
    );
  const compile = (row: { readonly id: string; readonly pattern: string }): Pattern =>
    compilePattern(row.id, row.pattern, alphabet, macros);
  const needsOf = (row: { readonly pattern: Pattern }): Pattern["needs"] => row.pattern.needs;
  const frames = framesFile.frames.map(fillFrame).sort((a, b) => b.priority - a.priority);
  return {
    code,
    foreign: compileForeign(
      raw[at("foreign")] as ForeignFile | undefined,
      words.classes.flatMap((row) => row.words),
    ),
    isVerbFinal: words.verbFinal === true,
    alphabet,
    lexicon,
    sentenceWords: { abbreviations: wordsOf("ABBR"), openers: wordsOf("OPENER") },
    suffixes: words.suffixes,
    ageWords: new Set(words.ageWords),
    agedWords: new Set(words.agedWords),
    neverCapital: new Set(words.neverCapital),
    ageLinks: new Set(words.ageLinks),
    ageFillers: new Set(words.ageFillers),
    ageOpeners: flagForms(words.agedWords, words.ageLinks, words.ageDecades?.opens ?? []),
    ageDecades: compileDecades(words.ageDecades),
    plurals: {
      words: new Set(words.plurals.words),
      suffixes: words.plurals.suffixes,
      singulars: new Set(words.plurals.singulars),
    },
    demanded: wordsOf("DEMANDED"),
    prosecution: wordsOf("PROSECUTION"),
    wordsIn: findWordsWhenAsked([
      ...words.classes,
      ...(words.sets ?? []),
      ...compiledAttribution.words,
    ]),
    authority: wordsOf("AUTHORITY"),
    quantities: compileQuantities(fileOf(raw, at("quantities"))),
    triggerById: new Map(triggers.map((row) => [row.id, row])),
    groups: makeRowSet(
      framesFile.groups.map((row) => ({ row, pattern: compile(row) })),
      needsOf,
      alphabet.makeNeeds(),
    ),
    frames: makeRowSet(
      frames.map((row) => ({ row, pattern: compile(row), forms: formsAsked(row.pattern) })),
      needsOf,
      alphabet.makeNeeds(),
    ),
    triggersByWords: indexTriggers(triggers),
    refusals: groupBy(
      refusals.map((row) => ({ ...row, phrases: row.words.map((words) => words.split(" ")) })),
      (row) => row.trigger,
    ),
    attribution: compiledAttribution,
    partRows: new Set(frames.flatMap(({ id, part }) => (part === true ? [id] : []))),
    ellipses: makeRowSet(compileEllipses(ellipses, alphabet), needsOf, alphabet.makeNeeds()),
    lists: compileLists(raw[at("lists")]),
    stances: compileStances(raw[at("stances")]),
    statistics: makeRowSet(
      compiledStatistics.map((row) => ({ ...row, compiled: compile(row) })),
      (row) => row.compiled.needs,
      alphabet.makeNeeds(),
    ),
  };
}

function fillTrigger(row: RawTriggerRow): TriggerRow {
  return {
    id: row.id,
    kind: row.kind,
    forms: row.forms,
    yes: row.yes,
    no: row.no,
    requires: row.requires,
    unless: row.unless,
    never: row.never,
    needs: row.needs,
    refuse: row.refuse,
    tier: row.tier,
    modality: row.modality,
    stage: row.stage,
  };
}

function fillFrame(row: RawFrameRow): FrameRow {
  return {
    id: row.id,
    pattern: row.pattern,
    priority: row.priority,
    victim: row.victim,
    agent: row.agent,
    kind: row.kind,
    modality: row.modality,
    stage: row.stage,
    tier: row.tier,
    requires: row.requires,
    unless: row.unless,
    whole: row.whole,
    auxless: row.auxless,
    actor: row.actor,
    weak: row.weak,
    particular: row.particular,
    doer: row.doer,
    only: row.only,
    after: row.after,
    begins: row.begins,
    ends: row.ends,
    captive: row.captive,
    own: row.own,
    decides: row.decides,
    part: row.part,
  };
}

function compileDecades(raw: Partial<Record<keyof AgeDecades, string[]>> = {}): AgeDecades {
  const of = (name: keyof AgeDecades): ReadonlySet<string> => new Set(raw[name] ?? []);
  return {
    opens: of("opens"),
    whose: of("whose"),
    parts: of("parts"),
    ends: of("ends"),
    words: of("words"),
  };
}

/** The words of a class are gathered when they are first asked for: most classes are asked for by patterns alone. */
function findWordsWhenAsked(rows: readonly WordRow[]): LanguagePack["wordsIn"] {
  const rowsByClass = groupBy(rows, (row) => row.class);
  const known = new Map<string, ReadonlySet<string>>();
  return (name) => {
    let words = known.get(name);
    if (words === undefined) {
      const own = rowsByClass.get(name) ?? [];
      words = new Set(own.flatMap((row) => row.words.flatMap(keysOf)));
      known.set(name, words);
    }
    return words;
  };
}

/** What rows require to stand near, the words of these kinds are themselves ("was on death row"). */
const MARK_OF_KIND: Readonly<Partial<Record<ClaimKind, string>>> = {
  execution: "DEATHWORD",
  "death-sentence": "DEATHWORD",
  "imminent-execution": "DEATHWORD",
  arrest: "LAW",
  release: "LAW",
};

function triggerWords(row: TriggerRow): WordRow[] {
  return TRIGGER_FORMS.flatMap((form) => {
    const words = row.forms[form];
    if (words === undefined) return [];
    const mark = MARK_OF_KIND[row.kind];
    return [
      { id: row.id, class: `T.${form}`, words },
      ...(mark === undefined ? [] : [{ id: row.id, class: mark, words }]),
    ];
  });
}

function formsAsked(pattern: string): TriggerForm[] {
  const part = /<t:([^>]*)>/.exec(pattern)?.[1] ?? "";
  return TRIGGER_FORMS.filter((form) => new RegExp(`T\\.${form}(?![a-z])`).test(part));
}

function indexTriggers(
  rows: readonly TriggerRow[],
): Map<string, { row: TriggerRow; form: TriggerForm }[]> {
  const index = new Map<string, { row: TriggerRow; form: TriggerForm }[]>();
  for (const row of rows) {
    for (const form of TRIGGER_FORMS) {
      for (const key of (row.forms[form] ?? []).flatMap(keysOf))
        index.set(key, [...(index.get(key) ?? []), { row, form }]);
    }
  }
  return index;
}

function literalRows(sources: readonly string[]): WordRow[] {
  const literals = new Set(sources.flatMap(literalsOf));
  return [...literals].map((word) => ({ id: `word.${word}`, class: `=${word}`, words: [word] }));
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const list = groups.get(keyOf(row)) ?? [];
    list.push(row);
    groups.set(keyOf(row), list);
  }
  return groups;
}
