/**
 * In: the items of a sentence. Out: their twin, where the comma before somebody who only says it has no equal ("The execution of his
 * client, A said, was halted", "They arrested his son, A told the paper.").
 * Never: parts a saying that goes on behind its verb ("His lawyer, A said that"), or looks where no name stands before a verb of saying.
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import type { Item } from "./items.ts";
import type { LanguagePack } from "./packRows.ts";

/** What stands for a comma that no group of names reaches over. */
const BARRIER = "\uffff";

/** Items of those who say it together, with what they are. */
const SAYERS_REACH = 10;

/** Items that may tell to whom and when it was said. */
const TOLD_REACH = 18;

/** The twin of the items without the commas before such sayings. */
export function partSayers(
  items: readonly Item[],
  string: string,
  { classes, pack }: { readonly classes: ClauseClasses; readonly pack: LanguagePack },
): string {
  if (pack.isVerbFinal) return string;
  let parted = string;
  for (let at = 3; at < items.length; at++) {
    if (classes.cue[items[at]?.set ?? 0] !== 1) continue;
    const name = nameBefore(items, at, classes);
    const noun = name < 1 ? commaBeforeNoun(items, at, classes) : -1;
    if ((name < 1 && noun < 1) || !isOnlySaid(items, at + 1, classes)) continue;
    const comma = noun > 0 ? noun : commaBefore(items, name, classes);
    if (comma > 0) parted = parted.slice(0, comma) + BARRIER + parted.slice(comma + 1);
  }
  return parted;
}

/** The name before a verb of saying: "A told", "A has later said", "A, 45, told"; or -1. */
function nameBefore(items: readonly Item[], cue: number, classes: ClauseClasses): number {
  const setAt = (at: number): number => items[at]?.set ?? 0;
  let at = cue - 1;
  while (at > 0 && (classes.aux[setAt(at)] === 1 || classes.adverb[setAt(at)] === 1)) at--;
  const age = classes.of("AGE", "NUM");
  const isAged =
    classes.comma[setAt(at)] === 1 &&
    (age[setAt(at - 1)] === 1 || items[at - 1]?.quantity != null) &&
    classes.comma[setAt(at - 2)] === 1;
  if (isAged) at -= 3;
  // "They arrested his son, |A, 45|, told": the age was joined to the name.
  else if (classes.comma[setAt(at)] === 1) {
    at = isWithAside(items[at - 1]) ? at - 1 : beforeAside(items, at, classes);
    if (!items.slice(0, at).some(({ set }) => classes.trigger[set] === 1)) return -1;
  }
  return items[at]?.name?.type === "person" ? at : -1;
}

/** "A|, a teacher|, told": the item before what stands between two commas and is no clause; or -1. */
function beforeAside(items: readonly Item[], comma: number, classes: ClauseClasses): number {
  const opens = classes.of("INDEF", "DEF");
  for (let at = comma - 1; at > Math.max(0, comma - SAYERS_REACH); at--) {
    const { set, name } = items[at] as Item;
    if (classes.comma[set] === 1) return opens[items[at + 1]?.set ?? 0] === 1 ? at - 1 : -1;
    const isClause = [classes.aux, classes.trigger, classes.relative, classes.cue, classes.and];
    if (name?.type === "person" || isClause.some((members) => members[set] === 1)) return -1;
  }
  return -1;
}

/** "They arrested A and B|,| the lawyer said": the comma behind a list, before a noun that no comma closes; or -1. */
function commaBeforeNoun(items: readonly Item[], cue: number, classes: ClauseClasses): number {
  const setAt = (at: number): number => items[at]?.set ?? 0;
  let at = cue - 1;
  while (at > 0 && (classes.aux[setAt(at)] === 1 || classes.adverb[setAt(at)] === 1)) at--;
  const [opens, within] = [
    classes.of("DEF", "INDEF", "POSSP"),
    classes.of("HUMAN", "LOWER", "ADJ"),
  ];
  if (classes.of("HUMAN")[setAt(at)] !== 1) return -1;
  while (at > 0 && within[setAt(at)] === 1 && opens[setAt(at)] !== 1) at--;
  if (opens[setAt(at)] !== 1 || classes.comma[setAt(at - 1)] !== 1) return -1;
  const isList = items[at - 2]?.name?.type === "person" && classes.and[setAt(at - 3)] === 1;
  return isList && items.slice(0, at - 3).some(({ set }) => classes.trigger[set] === 1)
    ? at - 1
    : -1;
}

/** More than the name alone: what stands between commas behind it. */
function isWithAside(item: Item | undefined): boolean {
  return item?.name?.type === "person" && item.to > item.name.to;
}

/** Behind the verb the sentence or the clause ends, and nothing that was said stands before its end. */
function isOnlySaid(items: readonly Item[], from: number, classes: ClauseClasses): boolean {
  for (let at = from; at < Math.min(items.length, from + TOLD_REACH); at++) {
    const { set } = items[at] as Item;
    if (classes.stop[set] === 1 || classes.comma[set] === 1) return true;
    // "said |because| he had spoken out".
    if (at === from && classes.subordinator[set] === 1 && classes.that[set] !== 1) return true;
    if (classes.aux[set] === 1 || classes.cue[set] === 1 || classes.trigger[set] === 1)
      return false;
    if (classes.relative[set] === 1 || classes.quoteOpen[set] === 1) return false;
  }
  return items.length < from + TOLD_REACH;
}

/** The comma before the first of those who say it, or -1. */
function commaBefore(items: readonly Item[], name: number, classes: ClauseClasses): number {
  for (let at = name - 1; at > Math.max(0, name - SAYERS_REACH); at--) {
    const { set } = items[at] as Item;
    if (classes.comma[set] === 1) return at;
    if (classes.aux[set] === 1 || classes.trigger[set] === 1 || classes.preposition[set] === 1)
      return -1;
  }
  return -1;
}
