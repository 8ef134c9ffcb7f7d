/**
 * In: the items of a sentence. Out: the same, where the words between commas that say who somebody named is belong to
 * the name ("A, the son of a farmer, was", "A, known as B, and C"). And where the names of a source end ("According to
 * A, B was").
 * Never: takes in words that tell an act of their own; reaches over a second comma.
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import { type Item, longerBy } from "./items.ts";
import type { LanguagePack } from "./packRows.ts";
import type { Tokens } from "./tokens.ts";

/** Items that an aside may have. */
const LONGEST = 12;

type Words = {
  readonly tokens: Tokens;
  readonly pack: LanguagePack;
  readonly classes: ClauseClasses;
};

/** Joins asides to the names they stand behind. Linear; where verbs stand last, names carry theirs before them. */
export function joinAsides(items: readonly Item[], words: Words): readonly Item[] {
  if (words.pack.isVerbFinal || !items.some((item) => isPerson(item))) return items;
  const joined: Item[] = [];
  let hasChanged = false;
  for (let at = 0; at < items.length; at++) {
    const item = items[at] as Item;
    const end = isPerson(item) ? asideEnd(items, at, words) : null;
    if (end === null) {
      joined.push(item);
      continue;
    }
    hasChanged = true;
    joined.push(longerBy(item, (items[end - 1] as Item).to));
    at = end - 1;
  }
  return hasChanged ? joined : items;
}

function isPerson({ name }: Item): boolean {
  return name?.type === "person";
}

/** Items before the first name or comma of a source ("the mother of one of the prisoners"). */
const SOURCE_REACH = 9;

/** What stands for a comma that no group of names reaches over. */
const BARRIER = "\uffff";

/**
 * The twin of the items in which the comma that ends a source has no equal: in "According to A, B and C were hanged"
 * A is not of those hanged, in "According to A, B and C, five were" all three say so.
 */
export function partSources(items: readonly Item[], string: string, words: Words): string {
  const according = words.classes.of("CUE.according");
  let parted = string;
  for (let at = 0; at < items.length; at++) {
    if (according[items[at]?.set ?? 0] !== 1) continue;
    const comma = sourceEnd(items, at + 1, words);
    if (comma >= 0) parted = parted.slice(0, comma) + BARRIER + parted.slice(comma + 1);
  }
  return parted;
}

/** The comma behind the names that begin at `from`, or −1. */
function sourceEnd(items: readonly Item[], from: number, words: Words): number {
  const { classes } = words;
  const isNameAt = (i: number): boolean => items[i] !== undefined && isPerson(items[i] as Item);
  let at = from;
  while (at < from + SOURCE_REACH && !isNameAt(at) && !isComma(items[at], classes)) {
    const set = items[at]?.set ?? 0;
    // Where verbs stand last, no comma need end the source.
    if (
      words.pack.isVerbFinal &&
      (classes.preposition[set] === 1 || classes.organisation[set] === 1)
    )
      return -1;
    at++;
  }
  if (isComma(items[at], classes) && isNameAt(at + 1)) {
    const isAside = isComma(items[from - 2], classes);
    if (beginsSubject(items, at + 1, isAside, words)) return at;
    at++;
  }
  if (!isNameAt(at)) return -1;
  let isJoined = false;
  while (classes.and[items[at + 1]?.set ?? 0] === 1 && isNameAt(at + 2)) {
    at += 2;
    isJoined = true;
  }
  if (!isComma(items[at + 1], classes)) return -1;
  if (isJoined) return at + 1;
  if (isNameAt(at + 2)) {
    const last = listEnd(items, at, words);
    return isComma(items[last + 1], classes) && !startsVerb(items, last + 2, classes)
      ? last + 1
      : at + 1;
  }
  const aside = opensAside(items, at + 2, words) ? commaBehind(items, at + 2, classes) : -1;
  return aside >= 0 && !startsVerb(items, aside + 1, classes) ? aside : at + 1;
}

/** "According to his lawyer, A was hanged", "according to the group, A, B and C were": the name opens what is told. */
function beginsSubject(
  items: readonly Item[],
  name: number,
  isAside: boolean,
  words: Words,
): boolean {
  const { classes } = words;
  if (words.pack.isVerbFinal) return false;
  if (classes.organisation[items[name - 2]?.set ?? 0] === 1) return true;
  const last = listEnd(items, name, words);
  if (!isComma(items[last + 1], classes)) return true;
  return !isAside && startsVerb(items, last + 2, classes);
}

/** The last name of "A, B and C", from its first; only what "and" ends is a list. */
function listEnd(items: readonly Item[], from: number, { classes }: Words): number {
  let at = from;
  while (
    isComma(items[at + 1], classes) &&
    items[at + 2] !== undefined &&
    isPerson(items[at + 2] as Item)
  )
    at += 2;
  const and = isComma(items[at + 1], classes) ? at + 2 : at + 1;
  const last = items[and + 1];
  return classes.and[items[and]?.set ?? 0] === 1 && last !== undefined && isPerson(last)
    ? and + 1
    : from;
}

function commaBehind(items: readonly Item[], from: number, classes: ClauseClasses): number {
  for (let i = from; i < Math.min(items.length, from + LONGEST); i++) {
    if (isComma(items[i], classes)) return i;
    if (breaks(items[i] as Item, classes)) return -1;
  }
  return -1;
}

function isComma(item: Item | undefined, { comma }: ClauseClasses): boolean {
  return item !== undefined && comma[item.set] === 1;
}

/** Where the words end that say who the one before the comma is, or null. */
function asideEnd(items: readonly Item[], at: number, words: Words): number | null {
  const { classes } = words;
  const first = items[at + 2];
  if (!isComma(items[at + 1], classes) || first === undefined) return null;
  if (!opensAside(items, at + 2, words)) return null;
  for (let i = at + 2; i < Math.min(items.length, at + 2 + LONGEST); i++) {
    const item = items[i] as Item;
    // "A, whose son B, 22, was shot, …": the clause has its verb behind the name.
    if (isComma(item, classes) && isWhoseName(first, items[i - 1], classes)) return null;
    if (isComma(item, classes))
      return !isTrade(items.slice(at + 2, i), classes) &&
        (i - at > 3 || isPhrase(items[at + 2])) &&
        goesOn(items, i + 1, classes)
        ? i
        : null;
    if (breaks(item, classes) || opensOther(items, i, classes)) return null;
  }
  return null;
}

function isWhoseName(first: Item, last: Item | undefined, classes: ClauseClasses): boolean {
  return classes.whose[first.set] === 1 && last?.name?.type === "person";
}

/** "a guard and two prisoners", "a man and a woman": more people, who are not the one named. */
function opensOther(items: readonly Item[], i: number, classes: ClauseClasses): boolean {
  const next = items[i + 1];
  return (
    classes.and[items[i]?.set ?? 0] === 1 &&
    next !== undefined &&
    (next.quantity !== null || classes.of("INDEF", "POSSP")[next.set] === 1)
  );
}

/** "a Kurdish teacher": a noun for a person alone, which the rows of groups count with the name. */
function isTrade(aside: readonly Item[], { preposition, and, of }: ClauseClasses): boolean {
  const last = aside.at(-1);
  return (
    last !== undefined &&
    of("HUMAN")[last.set] === 1 &&
    of("INDEF", "DEF")[aside[0]?.set ?? 0] === 1 &&
    aside.every(({ set }) => preposition[set] !== 1 && and[set] !== 1)
  );
}

/** An article, "father of", "known as", "from", "who" and "whose". */
function opensAside(items: readonly Item[], at: number, { classes }: Words): boolean {
  const set = items[at]?.set ?? 0;
  const next = items[at + 1]?.set ?? 0;
  if (classes.of("AKA", "WHOSE")[set] === 1) return true;
  if (classes.of("REL")[set] === 1) return classes.aux[next] !== 1;
  if (classes.of("INDEF", "DEF")[set] === 1 && classes.of("POSSP")[set] !== 1) return true;
  return (
    (classes.of("HUMAN")[set] === 1 && (classes.of_[next] === 1 || isPhrase(items[at]))) ||
    (classes.of("ORIGIN")[set] === 1 && classes.of("PLACE", "CAP", "NAME")[next] === 1)
  );
}

/** "father of two": words that stand as one. */
function isPhrase(item: Item | undefined): boolean {
  return item?.entry?.words.includes(" ") === true;
}

/** An act, a saying, a mark: more than who somebody is. */
function breaks({ set }: Item, classes: ClauseClasses): boolean {
  return (
    classes.trigger[set] === 1 ||
    classes.of("SERVEDV", "SERVESV")[set] === 1 ||
    classes.cue[set] === 1 ||
    classes.stop[set] === 1 ||
    classes.quoteOpen[set] === 1 ||
    classes.quoteClose[set] === 1 ||
    classes.open[set] === 1 ||
    classes.dash[set] === 1 ||
    classes.colon[set] === 1
  );
}

/** The sentence goes on with the name: its verb, its saying, or "and". */
function goesOn(items: readonly Item[], from: number, classes: ClauseClasses): boolean {
  return startsVerb(items, from, classes) || classes.and[items[from]?.set ?? 0] === 1;
}

function startsVerb(items: readonly Item[], from: number, classes: ClauseClasses): boolean {
  let at = from;
  while (classes.adverb[items[at]?.set ?? 0] === 1) at++;
  const set = items[at]?.set;
  return (
    set !== undefined &&
    (classes.aux[set] === 1 || classes.told[set] === 1 || classes.cue[set] === 1)
  );
}
