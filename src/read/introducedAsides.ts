/**
 * In: the items of a sentence that says who somebody is. Out: all whom its list names, where something is said of each
 * between ("They were identified as A, 34, convicted of murder, and B, an Afghan citizen").
 * Never: takes up whom an aside speaks of ("convicted of the murder of C"), or who does something behind the list.
 */
import type { NameMatch } from "./findNames.ts";
import type { Words } from "./introductionWords.ts";
import { type Item, itemOf } from "./items.ts";
import { isOneOf } from "./wordSets.ts";

/** More people than this are not listed in one sentence with a word on each. */
const MOST = 24;

/** The people of a list that begins at an item, where asides part it; null where its first group is the whole of it. */
export function listedWithAsides(
  items: readonly Item[],
  first: number,
  words: Words,
): readonly NameMatch[] | null {
  const { classes, pack, tokens } = words;
  const last = tokens.form[(itemOf(items, first - 1)?.to ?? 0) - 1] ?? "";
  const identity = classes.of("IDENTIFYV");
  const isOpened = pack.isVerbFinal
    ? items.slice(0, first).some(({ set }) => identity[set] === 1)
    : pack.wordsIn("NAMINGAS").has(last);
  if (!isOpened) return null;
  const relating = classes.relative;
  // Where verbs stand last the verb ends the list, else it opens what somebody of another clause does.
  const verb = pack.isVerbFinal ? classes.of("NAMED", "CALLEDV", "IDENTIFYV") : classes.aux;
  const persons = [...(items[first]?.group?.persons ?? [])];
  const own = persons.length;
  /** A person is spoken of in this aside: one more behind "and" may belong to it. */
  let isOfOther = false;
  let isRelated = false;
  for (let at = first + 1; at < items.length && persons.length < MOST; at++) {
    const item = items[at] as Item;
    if (classes.stop[item.set] === 1 || classes.cue[item.set] === 1) break;
    if (relating[item.set] === 1) isRelated = true;
    if (verb[item.set] === 1 && !isRelated) break;
    const named = item.group?.persons ?? [];
    if (named.length === 0) continue;
    if (!isListed(items, at, isOfOther, words)) {
      isOfOther = true;
      continue;
    }
    if (isDoing(items, at, isOfOther, words)) break;
    persons.push(...named);
    isOfOther = false;
    isRelated = false;
  }
  return persons.length > own ? persons : null;
}

/** Behind a comma, or behind "and" where the aside before speaks of nobody. */
function isListed(items: readonly Item[], at: number, isOfOther: boolean, words: Words): boolean {
  const { classes } = words;
  const before = itemOf(items, at - 1);
  if (before === undefined) return false;
  if (classes.comma[before.set] === 1) return !isOfOther && !namesAnother(items, at, words);
  if (classes.and[before.set] !== 1) return false;
  return classes.comma[itemOf(items, at - 2)?.set ?? 0] === 1 || !isOfOther;
}

/**
 * "sentenced by the head of the court, |A|", "and their lawyer, |A|", "found guilty of killing, |A|", "and in Birjand, |A|": what stands before
 * the comma is said of this one, who is none of the list.
 */
function namesAnother(
  items: readonly Item[],
  at: number,
  { classes, pack, tokens }: Words,
): boolean {
  const last = itemOf(items, at - 2);
  if (last === undefined || pack.isVerbFinal) return false;
  if (classes.gerund[last.set] === 1) return true;
  let from = at - 2;
  while (
    from > 0 &&
    classes.comma[items[from - 1]?.set ?? 0] !== 1 &&
    classes.and[items[from - 1]?.set ?? 0] !== 1
  )
    from--;
  const aside = items.slice(from, at - 1);
  const isAfterAnd = classes.and[items[from - 1]?.set ?? 0] === 1;
  const owned = ["POSSSG", "POSSPL", "DEF"].map((name) => pack.wordsIn(name));
  const isOwned = aside.some(
    (one) => one.group !== null && owned.some((forms) => isOneOf(tokens, one.from, forms)),
  );
  return isAfterAnd || isOwned || aside.some(({ set }) => classes.by[set] === 1);
}

/** "…, and B said", "…, and B, 22, was freed": who does something is none of the list; so is whose something is. */
function isDoing(
  items: readonly Item[],
  at: number,
  isOfOther: boolean,
  { classes }: Words,
): boolean {
  const { aux, cue, possessive, trigger, comma } = classes;
  const ages = classes.of("AGE");
  let next = at + 1;
  const isSaidOf = (set: number): boolean => aux[set] === 1 || cue[set] === 1;
  if (possessive[items[next]?.set ?? 0] === 1) return true;
  if (isOfOther && trigger[items[next]?.set ?? 0] === 1) return true;
  while (
    comma[items[next]?.set ?? 0] === 1 ||
    ages[items[next]?.set ?? 0] === 1 ||
    items[next]?.period?.kind === "age-like"
  )
    next++;
  return isSaidOf(items[next]?.set ?? 0);
}
