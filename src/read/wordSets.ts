/**
 * In: the word rows that code asks for by name. Out: sets of words that answer by the number of a token's form.
 * A form that is looked up in a set of words is hashed and compared each time; its number leads straight to the answer.
 * Never: holds a word of its own.
 */
import { keysOf, type WordRow } from "./lexicon.ts";
import type { Tokens } from "./tokens.ts";
import { numberForm, UNKNOWN } from "./vocabulary.ts";

/** Which sets hold which forms, as plain data: forms that stand in the same sets are of one sort. */
export type WordSorts = {
  /** Sort of each form by its number; 0 for those that no set holds. */
  readonly sortOf: Uint16Array;
  /** The sorts of each set. */
  readonly sortsIn: ReadonlyMap<string, readonly number[]>;
  /** How many sorts there are, with that of no set. */
  readonly size: number;
};

/** The words and phrases of a set; `isOneOf` asks it about a token, `has` about a phrase that is no token. */
export type WordSet = ReadonlySet<string> & {
  readonly sortOf: Uint16Array;
  /** 1 for each sort of which forms stand in the set. */
  readonly sorts: Uint8Array;
  /** 1 for each sort of which forms open a phrase of the set. */
  readonly openings: Uint8Array;
};

/** The token is one of the words of a set. There is none before the first nor behind the last, so those are not. */
export function isOneOf({ word }: Tokens, token: number, { sortOf, sorts }: WordSet): boolean {
  // Asked for a place before its first, an array looks for a property of that name, which takes as long as fifty look-ups.
  return token >= 0 && sorts[sortOf[word[token] ?? UNKNOWN] ?? 0] === 1;
}

/** A token and the one behind it are a phrase of a set; most tokens open none, and no phrase is put together. */
export function isPairOf({ word, form }: Tokens, token: number, set: WordSet): boolean {
  if (token < 0 || set.openings[set.sortOf[word[token] ?? UNKNOWN] ?? 0] !== 1) return false;
  return set.has(`${form[token] ?? ""} ${form[token + 1] ?? ""}`);
}

/** A token of a stretch is one of the words of a set. */
export function holdsOneOf(tokens: Tokens, from: number, to: number, set: WordSet): boolean {
  for (let token = from; token < to; token++) if (isOneOf(tokens, token, set)) return true;
  return false;
}

/** Sorts the words of all rows by their classes, and gives each its number. */
export function sortWords(rows: readonly WordRow[]): WordSorts {
  return sortForms(rows.map((row) => [row.class, row.words.flatMap(keysOf)]));
}

/** Sorts the forms of all plain sets of forms that some rows hold. */
export function sortSets(rows: object): WordSorts {
  return sortForms(
    Object.entries(rows).flatMap(([name, words]: readonly [string, unknown]) =>
      words instanceof Set ? [[name, [...(words as Set<string>)]] as const] : [],
    ),
  );
}

function sortForms(
  sets: readonly (readonly [name: string, forms: readonly string[]])[],
): WordSorts {
  const setsOf = new Map<number, Set<string>>();
  for (const [name, forms] of sets)
    for (const form of forms) {
      const end = form.indexOf(" ");
      const number = numberForm(end < 0 ? form : form.slice(0, end));
      setsOf.set(number, (setsOf.get(number) ?? new Set()).add(end < 0 ? name : openingOf(name)));
    }
  const sortOf = new Uint16Array([...setsOf.keys()].reduce((a, b) => Math.max(a, b), 0) + 1);
  const sortsIn = new Map<string, number[]>();
  const known = new Map<string, number>();
  for (const [number, own] of setsOf) {
    const names = [...own].sort();
    const sort = known.get(names.join("|")) ?? known.size + 1;
    sortOf[number] = sort;
    if (sort <= known.size) continue;
    known.set(names.join("|"), sort);
    for (const name of names) sortsIn.set(name, [...(sortsIn.get(name) ?? []), sort]);
  }
  // One more would be written as 0, and its words would stand in no set.
  if (known.size > MOST_SORTS) throw new RangeError(`Words are of more than ${MOST_SORTS} sorts`);
  return { sortOf, sortsIn, size: known.size + 1 };
}

/** Sorts that 16 bits can tell apart. */
const MOST_SORTS = 65_535;

/** The sets by their names; each is made when it is first asked for: most classes are asked for by patterns alone. */
export function findWordSets(
  rows: readonly WordRow[],
  sorts: WordSorts,
): (name: string) => WordSet {
  const rowsBySet = new Map<string, WordRow[]>();
  for (const row of rows) {
    const own = rowsBySet.get(row.class) ?? [];
    own.push(row);
    rowsBySet.set(row.class, own);
  }
  const made = new Map<string, WordSet>();
  const make = (name: string): WordSet => {
    const words = (rowsBySet.get(name) ?? []).flatMap((row) => row.words.flatMap(keysOf));
    const set = makeWordSet(name, words, sorts);
    made.set(name, set);
    return set;
  };
  return (name) => made.get(name) ?? make(name);
}

/** The same rows with sets of words in place of what is a plain set of forms; the rest stays. */
export type WithWordSets<Rows> = {
  readonly [Field in keyof Rows]: Rows[Field] extends ReadonlySet<string> ? WordSet : Rows[Field];
};

/** Makes the sets of rows whose forms were sorted. */
export function withWordSets<Rows extends object>(
  rows: Rows,
  sorts: WordSorts,
): WithWordSets<Rows> {
  const made = Object.entries(rows).map(([name, words]: readonly [string, unknown]) => [
    name,
    words instanceof Set ? makeWordSet(name, words as Set<string>, sorts) : words,
  ]);
  return Object.fromEntries(made) as WithWordSets<Rows>;
}

function makeWordSet(
  name: string,
  words: Iterable<string>,
  { sortOf, sortsIn, size }: WordSorts,
): WordSet {
  const flagged = (sorts: readonly number[] = []): Uint8Array => {
    const flags = new Uint8Array(size);
    for (const sort of sorts) flags[sort] = 1;
    return flags;
  };
  const sorts = flagged(sortsIn.get(name));
  const openings = flagged(sortsIn.get(openingOf(name)));
  return Object.assign(new Set(words), { sortOf, sorts, openings });
}

/** What stands for the first words of the phrases of a set. */
function openingOf(name: string): string {
  return `${name} …`;
}
