/**
 * In: the raw JSON of the packs. Out: one compiled, immutable value that every part of the reader is handed.
 * Never: reads a file; knows a word of any language or the name of any country.
 */
import { compileAttribution } from "./attributionGrammar.ts";
import { readEllipsisRows } from "./ellipsisGrammar.ts";
import { type ForeignFile, compileForeign } from "./foreign.ts";
import { makeGate, readGate } from "./gate.ts";
import { type Keep, makeEachPart } from "./keepParts.ts";
import { makeParts } from "./languageParts.ts";
import { type WordRow, formsOf, makeLexicon } from "./lexicon.ts";
import { compileLists } from "./listGrammar.ts";
import { finishNames, readNameRows } from "./nameGrammar.ts";
import {
  type AgeDecades,
  type CaseStage,
  type CaseStages,
  type FrameRow,
  type GroupRow,
  type LanguagePack,
  type Languages,
  type Packs,
  type RawFrameRow,
  type RawTriggerRow,
  type RefusalRow,
  type SuffixRow,
  type TriggerRow,
} from "./packRows.ts";
import { alphabetOf, makePattern, type Pattern } from "./pattern.ts";
import { makeRowSet } from "./patternNeeds.ts";
import { finishPeriods, readPeriods } from "./periodGrammar.ts";
import type { RawPeriodPacks } from "./periodPack.ts";
import { compileQuantities } from "./quantityGrammar.ts";
import { compileSeams, type SeamsFile } from "./seams.ts";
import { compileStatistics } from "./statistics.ts";
import { flagForms } from "./vocabulary.ts";
import { findWordSets } from "./wordSets.ts";

type Raw = Readonly<Record<string, unknown>>;

/** `sets` are words that code asks for by name and that no pattern needs. */
type WordsFile = {
  fallback?: boolean;
  verbFinal?: boolean;
  classes: WordRow[];
  sets?: WordRow[];
  seams?: SeamsFile;
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
 * Compiles the packs from their raw JSON, keyed by path ("lang/en/words.json"); those of languages when they are asked for. What `keep`
 * has of them is not made again.
 * @throws TypeError naming the row that is malformed.
 */
export function compilePacks(raw: Raw, keep: Keep = makeEachPart): Packs {
  const codes = [
    ...new Set(
      Object.keys(raw).flatMap((path) => /^lang\/([^/]+)\/frames\.json$/.exec(path)?.[1] ?? []),
    ),
  ];
  const { fallback, stages, officials, automaton } = keep("others", () => ({
    fallback: codes.find((code) => wordsFile(code, raw).fallback === true) ?? null,
    stages: stagesOf(raw),
    officials: officialIds(raw),
    automaton: readGate(filesNamed(raw, /^lang\/[^/]+\/gate\.json$/)),
  }));
  return {
    fallback,
    languages: compileWhenAsked(codes.sort(), raw, keep),
    names: finishNames(keep("names", () => readNameRows(raw))),
    periods: finishPeriods(keep("periods", () => readPeriods(periodFiles(raw)))),
    stages,
    officialIds: officials,
    gate: makeGate(automaton),
  };
}

function periodFiles(raw: Raw): RawPeriodPacks {
  return {
    languages: filesNamed(raw, /^lang\/[^/]+\/periods\.json$/),
    calendars: filesNamed(raw, /^country\/[^/]+\/calendar\.json$/),
    events: filesNamed(raw, /^country\/[^/]+\/events\.json$/),
  };
}

function compileWhenAsked(codes: readonly string[], raw: Raw, keep: Keep): Languages {
  const compiled = new Map<string, LanguagePack>();
  return {
    has: (code) => codes.includes(code),
    keys: () => codes.values(),
    get(code) {
      if (!codes.includes(code)) return undefined;
      const pack = compiled.get(code) ?? compileLanguage(code, raw, keep);
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

function compileLanguage(code: string, raw: Raw, keep: Keep): LanguagePack {
  const at = (name: string): string => `lang/${code}/${name}.json`;
  const words = wordsFile(code, raw);
  const framesFile = fileOf<FramesFile>(raw, at("frames"));
  const attribution = fileOf<unknown>(raw, at("attribution"));
  const refusals = fileOf<{ rows: RefusalRow[] }>(raw, at("refusals")).rows;
  const statistics = fileOf<unknown>(raw, at("statistics"));
  const macros = new Map(Object.entries(framesFile.macros));
  const compiledAttribution = compileAttribution(attribution);
  const compiledStatistics = compileStatistics(statistics);
  const ellipses = readEllipsisRows(raw[at("ellipsis")]);
  const frames = framesFile.frames.map(fillFrame).sort((a, b) => b.priority - a.priority);
  const parts = keep(`lang/${code}`, () =>
    makeParts({
      words: words.classes,
      sets: words.sets ?? [],
      saying: compiledAttribution.words,
      triggers: fileOf<{ rows: RawTriggerRow[] }>(raw, at("triggers")).rows.map(fillTrigger),
      macros,
      groups: framesFile.groups,
      frames,
      statistics: compiledStatistics,
      ellipses,
      stances: raw[at("stances")],
    }),
  );
  const alphabet = alphabetOf(parts.sets);
  const wordsOf = (name: string): Set<string> =>
    new Set(
      words.classes
        .filter((row) => row.class === name)
        .flatMap((row) => row.words.map((word) => formsOf(word)[0] ?? "")),
    );
  const setOf = (name: string): Set<string> =>
    new Set((words.sets ?? []).filter((row) => row.class === name).flatMap((row) => row.words));
  const needsOf = (row: { readonly pattern: Pattern }): Pattern["needs"] => row.pattern.needs;
  return {
    code,
    foreign: compileForeign(
      raw[at("foreign")] as ForeignFile | undefined,
      words.classes.flatMap((row) => row.words),
    ),
    isVerbFinal: words.verbFinal === true,
    seams: compileSeams(words.seams),
    alphabet,
    lexicon: makeLexicon(parts.tree),
    sentenceWords: {
      abbreviations: wordsOf("ABBR"),
      letterEnds: setOf("LETTEREND"),
      openers: wordsOf("OPENER"),
      clockEnds: setOf("CLOCKEND"),
      clockTails: setOf("CLOCKTAIL"),
      dayEnds: setOf("DAYENDW"),
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
    wordsIn: findWordSets(
      [...words.classes, ...(words.sets ?? []), ...compiledAttribution.words],
      parts.sorts,
    ),
    authority: wordsOf("AUTHORITY"),
    quantities: compileQuantities(fileOf(raw, at("quantities"))),
    triggerById: new Map(parts.triggers.map((row) => [row.id, row])),
    groups: makeRowSet(
      framesFile.groups.map((row, at) => ({
        row,
        pattern: makePattern(row, parts.groups[at], alphabet),
      })),
      needsOf,
      alphabet.makeNeeds(),
    ),
    frames: makeRowSet(
      frames.map((row, at) => ({
        row,
        pattern: makePattern(row, parts.frames[at], alphabet),
        forms: parts.formsAsked[at] ?? [],
      })),
      needsOf,
      alphabet.makeNeeds(),
    ),
    triggersByWords: parts.triggersByWords,
    refusals: groupBy(
      refusals.map((row) => ({ ...row, phrases: row.words.map((words) => words.split(" ")) })),
      (row) => row.trigger,
    ),
    attribution: compiledAttribution,
    partRows: new Set(frames.flatMap(({ id, part }) => (part === true ? [id] : []))),
    bareSentenceRows: new Set(
      frames.flatMap(({ id, bareSentence }) => (bareSentence === true ? [id] : [])),
    ),
    namingRows: new Set(frames.flatMap(({ id, naming }) => (naming === true ? [id] : []))),
    ellipses: makeRowSet(
      ellipses.rows.map((row, at) => ({
        row,
        pattern: makePattern(row, parts.ellipses[at], alphabet),
      })),
      needsOf,
      alphabet.makeNeeds(),
    ),
    lists: compileLists(raw[at("lists")]),
    stances: parts.stances,
    statistics: makeRowSet(
      compiledStatistics.map((row, at) => ({
        ...row,
        compiled: makePattern(row, parts.statistics[at], alphabet),
      })),
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
    stageOf: row.stageOf,
    tier: row.tier,
    requires: row.requires,
    unless: row.unless,
    never: row.never,
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
    heads: row.heads,
    open: row.open,
    closed: row.closed,
    bareSentence: row.bareSentence,
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

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const list = groups.get(keyOf(row)) ?? [];
    list.push(row);
    groups.set(keyOf(row), list);
  }
  return groups;
}
