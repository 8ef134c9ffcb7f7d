/**
 * In: the packs' words, patterns and dated events. Out: one closed alphabet and, level by level, compiled rows.
 * Never: knows a word of a language; grows its alphabet after it was compiled.
 */
import { lazyRegExp } from "./lazyRegExp.ts";
import {
  makeNeedTable,
  makeRowSet,
  type Need,
  type NeedTable,
  type RowSet,
} from "./patternNeeds.ts";
import { type Alphabet, FIRST_SIGN, makeAlphabet } from "./periodAlphabet.ts";
import {
  readPeriodPacks,
  type EventKey,
  type PatternRow,
  type RawPeriodPacks,
  type WordRow,
} from "./periodPack.ts";
import {
  capturesOf,
  classesOf,
  literalClass,
  neededClasses,
  needsOf,
  patternSource,
} from "./periodPattern.ts";
import { NUMBER_SHAPES, numberShape } from "./periodNumber.ts";
import type { WordValue } from "./periodReading.ts";
import type { PeriodKind } from "./periodValue.ts";
import { foldText } from "./tokens.ts";
import { numberForm } from "./vocabulary.ts";

/** A row ready to run: sticky over the string of signs. */
export type CompiledRow = {
  readonly id: string;
  readonly op: string;
  readonly set: ReadonlyMap<string, string | number | boolean>;
  readonly kind: PeriodKind | null;
  /** Sign of the item it makes. */
  readonly gives: number;
  /** False where the item is only a part for other rows. */
  readonly isPeriod: boolean;
  /** The value of a word of several tokens. */
  readonly word: WordValue | null;
  /** 1 for each sign (index: sign - FIRST_SIGN) that can be the first of a match. */
  readonly first: Uint8Array;
  /** 1 for each sign that can be the second of a match; null where one item can be enough. */
  readonly second: Uint8Array | null;
  /** What every match holds. */
  readonly needs: readonly Need[];
  /** Names of the groups of `exec`, in order. */
  readonly groups: readonly string[];
  readonly test: () => RegExp;
  readonly exec: () => RegExp;
};

/** What a form is: its sign when written with a capital first letter and when not, and its values. */
export type WordEntry = {
  readonly sign: number;
  readonly capitalSign: number;
  readonly value: WordValue;
};

/** The rows of one level; `opens` is 1 for each sign (index: sign - FIRST_SIGN) with which a match of one can begin. */
export type Level = { readonly rows: RowSet<CompiledRow>; readonly opens: Uint8Array };

/** Words, rows and events, compiled once; see `compilePeriodGrammar`. */
export type PeriodGrammar = {
  /** What each form is, by its number in the vocabulary. */
  readonly words: readonly (WordEntry | null)[];
  readonly numberSigns: readonly number[];
  readonly wordSign: number;
  readonly punctuationSign: number;
  /** The rows of each level, in the order of the packs. */
  readonly levels: readonly Level[];
  /** What the rows of all levels need. */
  readonly table: NeedTable;
  /** For each sign, one bit for every level that has a row which needs it (index: sign - FIRST_SIGN). */
  readonly needs: Uint16Array;
  readonly events: ReadonlyMap<string, EventKey>;
};

/** A row before its expressions are made: `source` is that of both. */
type RowText = Omit<CompiledRow, "test" | "exec"> & { readonly source: string };

/** The grammar as plain data. */
export type PeriodParts = Omit<PeriodGrammar, "levels" | "table"> & {
  readonly levels: readonly { readonly rows: readonly RowText[]; readonly opens: Uint8Array }[];
  /** The signs of each class (sign - FIRST_SIGN). */
  readonly idsByClass: ReadonlyMap<string, readonly number[]>;
};

/** Compiles the raw JSON of the packs; throws TypeError naming the row that is malformed. */
export function compilePeriodGrammar(rows: RawPeriodPacks): PeriodGrammar {
  return finishPeriods(readPeriods(rows));
}

/** Reads the raw JSON of the packs; throws TypeError naming the row that is malformed. */
export function readPeriods(rows: RawPeriodPacks): PeriodParts {
  const { words, patterns, common, events } = readPeriodPacks(rows);
  return { ...readRows(words, patterns, common), events };
}

/** The grammar of what was read. */
export function finishPeriods({ idsByClass, levels, ...parts }: PeriodParts): PeriodGrammar {
  const table = makeNeedTable(
    parts.needs.length,
    FIRST_SIGN,
    (name) => idsByClass.get(name) ?? NO_IDS,
  );
  return {
    ...parts,
    table,
    levels: levels.map(({ rows, opens }) => ({
      rows: makeRowSet(rows.map(finishRow), (row) => row.needs, table),
      opens,
    })),
  };
}

const NO_IDS: readonly number[] = [];

function finishRow(row: RowText): CompiledRow {
  return {
    id: row.id,
    op: row.op,
    set: row.set,
    kind: row.kind,
    gives: row.gives,
    isPeriod: row.isPeriod,
    word: row.word,
    first: row.first,
    second: row.second,
    needs: row.needs,
    groups: row.groups,
    test: lazyRegExp(() => row.source, "y"),
    exec: lazyRegExp(() => row.source, "dy"),
  };
}

function readRows(
  words: readonly WordRow[],
  patterns: readonly PatternRow[],
  common: ReadonlySet<string>,
): Omit<PeriodParts, "events"> {
  const alphabet = makeAlphabet();
  const forms = collectForms(words, patterns);
  const entries: (WordEntry | null)[] = [];
  for (const [form, { lower, upper, value }] of forms) {
    const own = ownClasses(form);
    const sign = alphabet.sign([...own, ...lower]);
    const number = numberForm(form);
    while (entries.length <= number) entries.push(null);
    entries[number] = { sign, capitalSign: alphabet.sign([...own, ...upper]), value };
  }
  const numberSigns = NUMBER_SHAPES.map((classes) => alphabet.sign(["WORD", ...classes]));
  const wordSign = alphabet.sign(["WORD"]);
  const punctuationSign = alphabet.sign(["SIGN"]);
  const gives = patterns.map((row) => alphabet.sign(row.gives));
  const top = Math.max(0, ...patterns.map((row) => row.level));
  const tableOf = makeTables(alphabet);
  const levels = Array.from({ length: top + 1 }, (_, level) => ({
    rows: patterns.flatMap((row, index) =>
      row.level === level ? [readRow(row, gives[index] ?? wordSign, alphabet, tableOf)] : [],
    ),
    opens: tableOf(
      new Set(patterns.flatMap((row) => (row.level === level ? [...row.opening.first] : []))),
    ),
  }));
  const needs = new Uint16Array(alphabet.size());
  for (const row of patterns) {
    const needed = neededClasses(row.tree, (name) => common.has(name)) ?? row.opening.first;
    for (const name of needed) {
      for (const sign of alphabet.members(name)) {
        const index = sign - FIRST_SIGN;
        needs[index] = (needs[index] ?? 0) | (1 << row.level);
      }
    }
  }
  const idsByClass = alphabet.idsByClass();
  return { words: entries, numberSigns, wordSign, punctuationSign, levels, needs, idsByClass };
}

function ownClasses(form: string): readonly string[] {
  if (/^\d+$/.test(form)) return ["WORD", ...(NUMBER_SHAPES[numberShape(form)] ?? [])];
  return /[\p{L}\p{N}]/u.test(form) ? ["WORD"] : ["SIGN"];
}

function readRow(
  row: PatternRow,
  gives: number,
  alphabet: Alphabet,
  tableOf: (classes: ReadonlySet<string>) => Uint8Array,
): RowText {
  const { id, op, set, kind, isPeriod, word, opening } = row;
  return {
    id,
    op,
    set,
    kind,
    gives,
    isPeriod,
    word,
    first: tableOf(opening.first),
    second: opening.isSingle ? null : tableOf(opening.second),
    needs: needsOf(row.tree, (name) => alphabet.members(name).length),
    groups: capturesOf(row.tree),
    source: patternSource(row.tree, alphabet.signsOf),
  };
}

/** Tables with 1 for each sign of some classes; rows that open alike share one. */
function makeTables(alphabet: Alphabet): (classes: ReadonlySet<string>) => Uint8Array {
  const known = new Map<string, Uint8Array>();
  return (classes) => {
    const key = [...classes].sort().join(" ");
    let table = known.get(key);
    if (table === undefined) {
      table = new Uint8Array(alphabet.size());
      for (const name of classes)
        for (const sign of alphabet.members(name)) table[sign - FIRST_SIGN] = 1;
      known.set(key, table);
    }
    return table;
  };
}

type FormClasses = { lower: Set<string>; upper: Set<string>; value: WordValue };

function collectForms(
  words: readonly WordRow[],
  patterns: readonly PatternRow[],
): Map<string, FormClasses> {
  const forms = new Map<string, FormClasses>();
  const formOf = (form: string): FormClasses => {
    const known = forms.get(form);
    if (known !== undefined) return known;
    const made = { lower: new Set<string>(), upper: new Set<string>(), value: {} };
    forms.set(form, made);
    return made;
  };
  for (const row of words) {
    for (const word of row.words) {
      const form = formOf(foldText(word));
      if (row.letterCase !== "upper") form.lower.add(row.class);
      if (row.letterCase !== "lower") form.upper.add(row.class);
      form.value = mergeValues(form.value, row.value, row.id);
    }
  }
  for (const row of patterns) {
    for (const name of classesOf(row.tree)) {
      if (!name.startsWith("=")) continue;
      formOf(foldText(name.slice(1))).lower.add(literalClass(name.slice(1)));
      formOf(foldText(name.slice(1))).upper.add(literalClass(name.slice(1)));
    }
  }
  return forms;
}

function mergeValues(left: WordValue, right: WordValue, id: string): WordValue {
  for (const [key, value] of Object.entries(right)) {
    const known = Object.entries(left).find(([name]) => name === key)?.[1];
    if (known !== undefined && known !== value)
      throw new TypeError(`Row ${id} gives a word a second ${key}`);
  }
  return { ...left, ...right };
}
