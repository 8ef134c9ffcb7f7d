/**
 * In: the items of a sentence that says who somebody is. Out: all whom its list names, where something is said of each
 * between ("They were identified as A, 34, convicted of murder, and B, an Afghan citizen").
 * Never: takes up whom an aside speaks of ("convicted of the murder of C"), or who does something behind the list.
 */
import type { NameMatch } from "./findNames.ts";
import type { Words } from "./introductionWords.ts";
import { type Item, itemOf } from "./items.ts";

/** More people than this are not listed in one sentence with a word on each. */
const MOST = 24;

/** The people of a list that begins at an item, where asides part it; null where its first group is the whole of it. */
export function listedWithAsides(
  items: readonly Item[],
  first: number,
  { classes, pack, tokens }: Words,
): readonly NameMatch[] | null {
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
    if (!isListed(items, at, isOfOther, { classes })) {
      isOfOther = true;
      continue;
    }
    if (isDoing(items[at + 1], isOfOther, { classes })) break;
    persons.push(...named);
    isOfOther = false;
    isRelated = false;
  }
  return persons.length > own ? persons : null;
}

type Classes = Pick<Words, "classes">;

/** Behind a comma, or behind "and" where the aside before speaks of nobody. */
function isListed(
  items: readonly Item[],
  at: number,
  isOfOther: boolean,
  { classes }: Classes,
): boolean {
  const before = itemOf(items, at - 1);
  if (before === undefined) return false;
  if (classes.comma[before.set] === 1) return !isOfOther;
  if (classes.and[before.set] !== 1) return false;
  return classes.comma[itemOf(items, at - 2)?.set ?? 0] === 1 || !isOfOther;
}

/** "…, and B said", "…, and B was freed": who does something is none of the list; so is whose something is. */
function isDoing(next: Item | undefined, isOfOther: boolean, { classes }: Classes): boolean {
  if (next === undefined) return false;
  const { set } = next;
  return (
    classes.aux[set] === 1 ||
    classes.cue[set] === 1 ||
    classes.possessive[set] === 1 ||
    (isOfOther && classes.trigger[set] === 1)
  );
}
