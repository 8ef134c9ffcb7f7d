/**
 * In: the words, triggers and patterns of a language. Out: its class sets, the tree of its lexicon and its patterns as plain data.
 * Never: holds a function, so that all of it can be kept.
 */
import { type EntryTree, gatherEntries, growLexicon, keysOf, type WordRow } from "./lexicon.ts";
import { GROUP_CLASSES, TRIGGER_FORMS, type TriggerForm, type TriggerRow } from "./packRows.ts";
import { alphabetOf, literalsOf, orderSets, type PatternText, readPattern } from "./pattern.ts";
import { type RawRows as EllipsisRows, wordsBeside } from "./ellipsisGrammar.ts";
import type { StatisticRow } from "./statistics.ts";
import type { ClaimKind } from "../model/claim.ts";
import { compileStances, type StanceGrammar } from "./stanceGrammar.ts";
import { sortWords, type WordSorts } from "./wordSets.ts";

export type LanguageParts = {
  /** Class sets at their ids in the alphabet. */
  readonly sets: readonly (readonly string[])[];
  readonly tree: EntryTree;
  readonly triggers: readonly TriggerRow[];
  /** Rows and forms of each trigger phrase, by its folded words. */
  readonly triggersByWords: ReadonlyMap<string, readonly { row: TriggerRow; form: TriggerForm }[]>;
  readonly stances: StanceGrammar;
  /** Of the words that code asks for by name. */
  readonly sorts: WordSorts;
  /** What was read of the patterns of rows, in their order; the forms of a trigger that a frame asks for. */
  readonly groups: readonly PatternText[];
  readonly frames: readonly PatternText[];
  readonly formsAsked: readonly (readonly TriggerForm[])[];
  readonly statistics: readonly PatternText[];
  readonly ellipses: readonly PatternText[];
};

type PatternRow = { readonly id: string; readonly pattern: string };

/** The rows of a language. */
export type LanguageRows = {
  readonly words: readonly WordRow[];
  /** Words that code alone asks for. */
  readonly sets: readonly WordRow[];
  /** Words of attribution. */
  readonly saying: readonly WordRow[];
  readonly triggers: readonly TriggerRow[];
  readonly macros: ReadonlyMap<string, string>;
  readonly groups: readonly PatternRow[];
  readonly frames: readonly PatternRow[];
  readonly statistics: readonly StatisticRow[];
  readonly ellipses: EllipsisRows;
  readonly stances: unknown;
};

/** Makes the parts of a language. */
export function makeParts(rows: LanguageRows): LanguageParts {
  const { triggers, macros, groups, frames, statistics, ellipses } = rows;
  const sources = [...groups, ...frames, ...statistics].map((row) => row.pattern);
  const entries = gatherEntries(wordRows(rows, [...sources, ...macros.values()]));
  const sets = orderSets(
    [...CHUNK_CLASSES, ...[...entries.values()].map((entry) => [...entry.classes])],
    [...sources, ...macros.values()],
  );
  const alphabet = alphabetOf(sets);
  const read = (
    list: readonly PatternRow[],
    own: ReadonlyMap<string, string> = macros,
  ): PatternText[] => list.map((row) => readPattern(row.id, row.pattern, alphabet, own));
  return {
    sets,
    tree: growLexicon(entries, (classes) => alphabet.idOf(classes), sets),
    triggers,
    triggersByWords: indexTriggers(triggers),
    stances: compileStances(rows.stances),
    sorts: sortWords([...rows.words, ...rows.sets, ...rows.saying]),
    groups: read(groups),
    frames: read(frames),
    formsAsked: frames.map((row) => formsAsked(row.pattern)),
    statistics: read(statistics),
    ellipses: read(ellipses.rows, ellipses.macros),
  };
}

/** All words of the language, with the classes that rows give them. */
function wordRows(rows: LanguageRows, sources: readonly string[]): readonly WordRow[] {
  const own: WordRow[] = [
    ...rows.words,
    ...rows.triggers.flatMap(triggerWords),
    ...rows.saying,
    ...rows.statistics.flatMap((row) => row.words),
    ...literalRows(sources),
  ];
  const beside = wordsBeside(
    rows.ellipses,
    literalRows(rows.ellipses.rows.map((row) => row.pattern)),
    new Set(own.flatMap((row) => row.words)),
    "LOWER",
  );
  return [...own, ...beside];
}

/** Item classes that chunks have rather than words. */
const CHUNK_CLASSES: readonly (readonly string[])[] = [
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
    ["GROUP", "PRNG", name],
  ]),
];

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
