/**
 * In: the raw JSON of the packs. Out: one compiled, immutable value that every part of the reader is handed.
 * Never: reads a file; knows a word of any language or the name of any country.
 */
import type { ClaimKind } from "../model/claim.ts";
import { compileAttribution } from "./attributionGrammar.ts";
import { compileEllipses, readEllipsisRows, wordsBeside } from "./ellipsisGrammar.ts";
import { type ForeignFile, compileForeign } from "./foreign.ts";
import { compileGate } from "./gate.ts";
import { type WordRow, formsOf, gatherEntries, keysOf, makeLexicon } from "./lexicon.ts";
import { compileLists } from "./listGrammar.ts";
import { compileNameGrammar } from "./nameGrammar.ts";
import {
  type AgeDecades,
  type CaseStage,
  type CaseStages,
  type FrameRow,
  GROUP_CLASSES,
  type GroupRow,
  type LanguagePack,
  type Languages,
  type Packs,
  type RawFrameRow,
  type RawTriggerRow,
  type RefusalRow,
  type SuffixRow,
  TRIGGER_FORMS,
  type TriggerForm,
  type TriggerRow,
} from "./packRows.ts";
import { type Pattern, compilePattern, literalsOf, makeAlphabet } from "./pattern.ts";
import { makeRowSet } from "./patternNeeds.ts";
import { compilePeriodGrammar } from "./periodGrammar.ts";
import { compileQuantities } from "./quantityGrammar.ts";
import { compileStances } from "./stanceGrammar.ts";
import { compileStatistics } from "./statistics.ts";
import { flagForms } from "./vocabulary.ts";

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

export function officialIds(raw: Raw): Set<string> {
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
    sentenceWords: {
      abbreviations: wordsOf("ABBR"),
      letterEnds: new Set(
        (words.sets ?? []).filter((row) => row.class === "LETTEREND").flatMap((row) => row.words),
      ),
      openers: wordsOf("OPENER"),
    },
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
    namingRows: new Set(frames.flatMap(({ id, naming }) => (naming === true ? [id] : []))),
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
    naming: row.naming,
    open: row.open,
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
    // What itself asks for such a word cannot vouch for itself: "moved to solitary confinement" may be a punishment.
    const mark = row.requires === "death" ? undefined : MARK_OF_KIND[row.kind];
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
