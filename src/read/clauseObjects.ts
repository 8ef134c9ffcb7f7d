/**
 * In: the items of a sentence, one of them, and where a verb begins. Out: whether it is the object of another verb, or has a verb
 * of its own.
 * Never: names the subject.
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import { isObject, isPrepositional, skipLeft } from "./clauseOpenings.ts";
import { type Item, itemOf } from "./items.ts";

/** "was convicted of killing A and her mother and hanged": joined to the object of the first verb. */
export function isJoinedObject(
  items: readonly Item[],
  i: number,
  accepts: Uint8Array,
  classes: ClauseClasses,
): boolean {
  return (
    classes.and[itemOf(items, i - 1)?.set ?? 0] === 1 &&
    accepts[itemOf(items, i - 2)?.set ?? 0] === 1 &&
    isObject(items, i - 2, classes)
  );
}

/** "Two men protecting A were shot dead": whom somebody is doing something to is no subject. */
export function isDoneBy(
  items: readonly Item[],
  i: number,
  accepts: Uint8Array,
  classes: ClauseClasses,
): boolean {
  const doing = itemOf(items, i - 1);
  if (doing === undefined || doing.group !== null || doing.name !== null) return false;
  if (classes.of("ING", "T.ing")[doing.set] !== 1 || classes.including[doing.set] === 1)
    return false;
  const at = skipLeft(items, i - 2, classes.adverb);
  const doer = itemOf(items, at);
  if (doer === undefined) return false;
  // "Officials praising A were arrested": a noun that no row knows, with which the sentence begins.
  if (at === 0 && doer.group === null && doer.period === null)
    return classes.of("HUMAN", "LOWER", "CAP")[doer.set] === 1 && !isFunctionWord(doer, classes);
  return accepts[doer.set] === 1 && !isPrepositional(items, at, classes);
}

function isFunctionWord({ set }: Item, classes: ClauseClasses): boolean {
  return [
    classes.preposition,
    classes.subordinator,
    classes.aux,
    classes.adverb,
    classes.determiner,
  ].some((members) => members[set] === 1);
}

/** "The attacker chased A and stabbed him": behind a verb that no row knows, and whoever does it, A is its object. */
export function isUnknownObject(
  items: readonly Item[],
  i: number,
  accepts: Uint8Array,
  classes: ClauseClasses,
): boolean {
  const verb = itemOf(items, i - 1);
  const doer = itemOf(items, skipLeft(items, i - 2, classes.adverb));
  if (verb === undefined || doer === undefined || verb.group !== null || verb.name !== null)
    return false;
  const isVerb = classes.of("ED", "TOLDV", "HAULV", "ABDUCTV", "HITV", "VIOLV")[verb.set] === 1;
  return isVerb && classes.cue[verb.set] !== 1 && accepts[doer.set] === 1;
}

/** "The state denied A a fair trial and executed him": those from whom a right is kept are the object of the first verb. */
export function isKeptFrom(
  items: readonly Item[],
  i: number,
  start: number,
  classes: ClauseClasses,
): boolean {
  if (classes.of("DENYV")[itemOf(items, i - 1)?.set ?? 0] !== 1) return false;
  const rights = classes.of("RIGHTN");
  const right = items.findIndex(({ set }, at) => at > i && at < start && rights[set] === 1);
  if (right < 0) return false;
  return !items
    .slice(i + 1, right)
    .some(({ set }) => classes.aux[set] === 1 || classes.finite[set] === 1);
}

/** "Gunmen killed the ruler of Karun, Karimzad, and abducted his nephew": named behind the object of the first verb. */
export function isNamedObject(
  items: readonly Item[],
  i: number,
  start: number,
  classes: ClauseClasses,
): boolean {
  if ((items[i]?.group?.persons.length ?? 0) === 0) return false;
  const isBetween =
    classes.comma[itemOf(items, i + 1)?.set ?? 0] === 1 &&
    classes.and[itemOf(items, i + 2)?.set ?? 0] === 1 &&
    skipLeft(items, start - 1, classes.adverb) === i + 2;
  const comma = skipLeft(items, i - 1, classes.adjective);
  if (!isBetween || classes.comma[itemOf(items, comma)?.set ?? 0] !== 1) return false;
  for (let at = comma - 1; at >= Math.max(0, comma - OBJECT_REACH); at--) {
    const { set } = items[at] as Item;
    if (classes.told[set] === 1)
      return at < comma - 1 && classes.aux[itemOf(items, at - 1)?.set ?? 0] !== 1;
    if (
      [classes.comma, classes.stop, classes.relative, classes.and, classes.aux].some(
        (m) => m[set] === 1,
      )
    )
      return false;
  }
  return false;
}

/** `A, 58, “died of his wounds”`: the quotation opens with the verb, and who it is told of stands right before the mark. */
export function opensVerb(
  items: readonly Item[],
  mark: number,
  start: number,
  { accepts }: { readonly accepts: Uint8Array },
  classes: ClauseClasses,
): boolean {
  // `had been “torn apart”`: a word in marks is no verb to be taken at its word.
  if (mark !== start - 1 || classes.quoteClose[itemOf(items, start + 1)?.set ?? 0] === 1)
    return false;
  const aside = [classes.comma, classes.of("AGE"), classes.aux, classes.adverb];
  let at = mark - 1;
  while (at >= 0 && aside.some((members) => members[items[at]?.set ?? 0] === 1)) at--;
  return accepts[itemOf(items, at)?.set ?? 0] === 1 && items[at]?.group?.type !== "pronoun";
}

/** "after a man was": behind a word that can open a clause stands a noun with its auxiliary. */
export function hasOwnVerb(items: readonly Item[], i: number, classes: ClauseClasses): boolean {
  return (
    classes.subordinator[itemOf(items, i - 1)?.set ?? 0] === 1 &&
    classes.finiteBe[itemOf(items, i + 1)?.set ?? 0] === 1
  );
}

/** Items of an object that no row knows. */
const OBJECT_REACH = 8;
