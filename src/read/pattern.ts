/**
 * In: patterns over word classes (pack rows). Out: native regular expressions over item strings.
 * Every item of a sentence is one UTF-16 unit that stands for its set of classes, so the index of a match is
 * the index of the item. The alphabet is closed when the packs are loaded.
 * Never: grows with the text; accepts a pattern with nested unbounded repeats.
 */

import { lazyRegExp } from "./lazyRegExp.ts";
import { makeNeedsReader, makeNeedTable, type Need, type NeedTable } from "./patternNeeds.ts";

/** A closed set of class sets. The unit `codeOfSet(id)` stands for set `id` in an item string. */
export type Alphabet = {
  readonly size: number;
  /** Id of a set of classes that was declared when the alphabet was made. */
  idOf(classes: readonly string[]): number;
  /** 1 at index `id` where that set holds the class; all zero for a class no set holds. */
  membersOf(className: string): Uint8Array;
  /** Ids of the sets that hold the class. */
  idsOf(className: string): readonly number[];
  has(className: string): boolean;
  /** How many sets hold the class. */
  sizeOf(className: string): number;
  /** The characters of all sets that hold the class. */
  charsOf(className: string): string;
  /** A table for what the rows of a set need. */
  makeNeeds(): NeedTable;
};

/** A compiled pattern. */
export type Pattern = {
  readonly id: string;
  readonly source: string;
  /** What every match holds. */
  readonly needs: readonly Need[];
  /** All matches in an item string, left to right, not overlapping. */
  find(items: string, from?: number): readonly PatternMatch[];
};

export type PatternMatch = {
  readonly from: number;
  readonly to: number;
  /** Item ranges of the named parts that took part in the match. */
  readonly parts: Readonly<Record<string, readonly [number, number] | undefined>>;
};

const BASE = 0x4e00;

/** The unit that stands for class set `id`. */
export function codeOfSet(id: number): number {
  return BASE + id;
}

/**
 * The class sets that items can have, in the order of their ids, each sorted. Equal sets get one id; the first set keeps the first.
 * Sets that share the classes which `patterns` ask for most stand side by side: a class is then few ranges of units, and few are
 * quickly told.
 */
export function orderSets(
  sets: Iterable<readonly string[]>,
  patterns: readonly string[],
): readonly (readonly string[])[] {
  const classesByKey = new Map<string, string[]>();
  for (const set of sets) {
    const key = keyOf(set);
    if (!classesByKey.has(key)) classesByKey.set(key, [...new Set(set)].sort());
  }
  const [first = [], ...rest] = classesByKey.values();
  return [first, ...sortByUse(rest, patterns)];
}

/** The alphabet of class sets that were put in order. */
export function alphabetOf(all: readonly (readonly string[])[]): Alphabet {
  const idByKey = new Map(all.map((classes, id) => [classes.join(" "), id]));
  const idsByClass = new Map<string, number[]>();
  for (const [id, classes] of all.entries()) {
    for (const name of classes) {
      const ids = idsByClass.get(name);
      if (ids === undefined) idsByClass.set(name, [id]);
      else ids.push(id);
    }
  }
  const idsOf = (name: string): readonly number[] => idsByClass.get(name) ?? [];
  const membersByClass = new Map<string, Uint8Array>();
  const charsByClass = new Map<string, string>();
  return {
    size: all.length,
    idOf(classes) {
      const key = keyOf(classes);
      const id = idByKey.get(key);
      if (id === undefined) throw new RangeError(`No class set "${key}" in the alphabet`);
      return id;
    },
    membersOf(name) {
      const known = membersByClass.get(name);
      if (known !== undefined) return known;
      const members = new Uint8Array(all.length);
      for (const id of idsOf(name)) members[id] = 1;
      membersByClass.set(name, members);
      return members;
    },
    idsOf,
    has: (name) => idsByClass.has(name),
    sizeOf: (name) => idsOf(name).length,
    charsOf(name) {
      const known = charsByClass.get(name);
      if (known !== undefined) return known;
      const chars = String.fromCharCode(...idsOf(name).map(codeOfSet));
      charsByClass.set(name, chars);
      return chars;
    },
    makeNeeds: () => makeNeedTable(all.length, BASE, idsOf),
  };
}

/** One text for equal sets, however their classes are ordered; most have one class. */
function keyOf(classes: readonly string[]): string {
  const [only] = classes;
  if (only !== undefined && classes.length === 1) return only;
  return [...new Set(classes)].sort().join(" ");
}

/** Sorts sets by their classes, the most used first. */
function sortByUse(sets: readonly string[][], patterns: readonly string[]): string[][] {
  const uses = new Map<string, number>();
  for (const pattern of patterns) {
    for (const [name] of pattern.matchAll(/[A-Z][\w.]*/g))
      uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  const ranked = [...uses].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const rankOf = new Map(ranked.map(([name], rank) => [name, String.fromCharCode(BASE + rank)]));
  const keyed = sets.map((classes) => {
    const ranks = classes.flatMap((name) => rankOf.get(name) ?? []);
    return { classes, key: ranks.sort().join("") };
  });
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ classes }) => classes);
}

/** The literal words ('word') that patterns ask for; the lexicon gives each a class of its own, "=word". */
export function literalsOf(source: string): string[] {
  return [...source.matchAll(/'([^']+)'/g)].map((match) => match[1] ?? "");
}

const SYNTAX =
  /\s+|<(\w+):|>|\(|\)|\||[?*+]\??|\{\d+,\d*\}\??|'[^']+'|!?[A-Za-z_=][\w.=-]*|\^|\$|./gy;

/** A pattern that was read: what is made of it when a sentence could match. */
export type PatternText = {
  readonly needs: readonly Need[];
  /** Names of its parts in order. */
  readonly names: readonly string[];
  /** The expression with names of classes in its brackets: "(?:[BE]|[^NOT])[T.past]". */
  readonly template: string;
};

/** The pattern of a row by what was read of it. */
export function makePattern(
  { id, pattern }: { readonly id: string; readonly pattern: string },
  text: PatternText | undefined,
  alphabet: Alphabet,
): Pattern {
  if (text === undefined) throw new RangeError(`The pattern ${id} was not read`);
  const { needs, names, template } = text;
  const regexp = lazyRegExp(() => joinClasses(fillClasses(template, alphabet)), "gd");
  return {
    id,
    source: pattern,
    needs,
    find: (items, from = 0) => findAll(regexp(), names, items, from),
  };
}

/**
 * Reads a pattern. Syntax: CLASS, !CLASS, 'word', _ (any item), A|B, ( ), ?, *, +, {m,n}, <name: part> (a name may stand in several places: the first that matched counts),
 * ^ and $ for the ends of the sentence, %MACRO for a named part of the same pack.
 * @throws TypeError naming the row for an unknown class, unbalanced brackets or nested unbounded repeats.
 */
export function readPattern(
  id: string,
  source: string,
  alphabet: Pick<Alphabet, "has" | "sizeOf">,
  macros: ReadonlyMap<string, string>,
): PatternText {
  const expanded = expandMacros(id, source, macros, 0);
  refuseNestedRepeats(id, expanded);
  const names: string[] = [];
  const needs = makeNeedsReader((name) => alphabet.sizeOf(name));
  const parts: string[] = [];
  for (const match of expanded.matchAll(SYNTAX)) {
    const part = match[0];
    switch (part.charAt(0)) {
      case " ":
      case "\n":
        break;
      case "<":
        if (match[1] === undefined) throw new TypeError(`Pattern ${id}: a part has no name`);
        names.push(match[1]);
        needs.open();
        parts.push("(");
        break;
      case "(":
        needs.open();
        parts.push("(?:");
        break;
      case ">":
      case ")":
        needs.close();
        parts.push(")");
        break;
      case "|":
        needs.alternative();
        parts.push(part);
        break;
      case "?":
      case "*":
      case "+":
      case "{":
        if (part.startsWith("{0,") || part.startsWith("?") || part.startsWith("*"))
          needs.optional();
        parts.push(part);
        break;
      case "^":
      case "$":
        needs.item(null);
        parts.push(part);
        break;
      default: {
        if (part === "_") {
          needs.item(null);
          parts.push("[^]");
          break;
        }
        const isNot = part.startsWith("!");
        const name = part.startsWith("'") ? `=${part.slice(1, -1)}` : isNot ? part.slice(1) : part;
        if (!/^[A-Za-z=]/.test(name)) throw new TypeError(`Pattern ${id}: unexpected "${part}"`);
        if (!alphabet.has(name))
          throw new TypeError(`Pattern ${id}: no word has the class ${name}`);
        needs.item(isNot ? null : name);
        parts.push(`[${isNot ? "^" : ""}${name}]`);
      }
    }
  }
  return { needs: needs.all(), names, template: parts.join("") };
}

/** The groups of the expression have numbers, not names: named ones take the engine three times as long to tell. */
function findAll(
  regexp: RegExp,
  names: readonly string[],
  items: string,
  from: number,
): readonly PatternMatch[] {
  regexp.lastIndex = from;
  let match = regexp.exec(items);
  if (match === null) return NO_MATCHES;
  const found: PatternMatch[] = [];
  for (; match !== null; match = regexp.exec(items)) {
    const to = regexp.lastIndex;
    if (to === match.index) regexp.lastIndex++;
    else found.push({ from: match.index, to, parts: partsOf(names, match.indices) });
  }
  return found;
}

const NO_MATCHES: readonly PatternMatch[] = [];

/** Of parts that share a name the first that took part in the match. */
function partsOf(
  names: readonly string[],
  indices: RegExpIndicesArray | undefined,
): PatternMatch["parts"] {
  const parts: Record<string, readonly [number, number] | undefined> = {};
  for (let at = 0; at < names.length; at++) parts[names[at] ?? ""] ??= indices?.[at + 1];
  return parts;
}

const CHOICE = /\((\?:)?(\[[^\]^\\]+\](?:\|\[[^\]^\\]+\])*)\)/g;

/** A choice between classes as one class: "(?:[ab]|[cd])" as "[abcd]", which leaves the engine nothing to try again. */
function joinClasses(source: string): string {
  const joined = source.replace(CHOICE, (_, isPlain: string | undefined, choice: string) => {
    const whole = `[${choice.replaceAll(/[[\]|]/g, "")}]`;
    return isPlain === undefined ? `(${whole})` : whole;
  });
  return joined === source ? source : joinClasses(joined);
}

/** The units of each class in place of its name. */
function fillClasses(template: string, alphabet: Alphabet): string {
  return template.replace(
    /\[(\^?)([A-Za-z=][^\]]*)\]/g,
    (_, not: string, name: string) => `[${not}${alphabet.charsOf(name)}]`,
  );
}

function expandMacros(
  id: string,
  source: string,
  macros: ReadonlyMap<string, string>,
  depth: number,
): string {
  if (depth > 8) throw new TypeError(`Pattern ${id}: macros go round in circles`);
  return source.replace(/%(\w+)/g, (_, name: string) => {
    const body = macros.get(name);
    if (body === undefined) throw new TypeError(`Pattern ${id}: no macro %${name}`);
    return `(${expandMacros(id, body, macros, depth + 1)})`;
  });
}

/** (A+)* and the like could take exponential time; bounded repeats inside unbounded ones are fine. */
function refuseNestedRepeats(id: string, source: string): void {
  const hasRepeat: boolean[] = [false];
  const parts = source.match(/<\w+:|[()>]|[*+]|\{\d+,\}|\{\d+,\d+\}|\?|[^()<>*+{}?]+/g) ?? [];
  let closed = false;
  for (const part of parts) {
    if (part === "(" || part.startsWith("<")) {
      hasRepeat.push(false);
      closed = false;
    } else if (part === ")" || part === ">") {
      const inner = hasRepeat.pop() === true;
      if (hasRepeat.length === 0) throw new TypeError(`Pattern ${id}: unbalanced brackets`);
      closed = inner;
      if (inner) hasRepeat[hasRepeat.length - 1] = true;
    } else if (part === "*" || part === "+" || /^\{\d+,\}$/.test(part)) {
      if (closed) throw new TypeError(`Pattern ${id}: nested unbounded repeats`);
      hasRepeat[hasRepeat.length - 1] = true;
      closed = false;
    } else closed = false;
  }
  if (hasRepeat.length !== 1) throw new TypeError(`Pattern ${id}: unbalanced brackets`);
}
