/**
 * In: the items of a clause whose verb stands last. Out: whether its verb calls what stands before the mark of the object false ("the
 * killing of one man OBJECT |that had been spread|, a rumour he called"), and what calls a report of it false ("the news … was wrong").
 * Never: takes what a thing comes of for what it is called ("the outcome of their lies he called"), or a deed called wrong for one that
 * was not done.
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import { type Item, itemOf } from "./items.ts";

/** Items from the object to the verb. */
const REACH = 26;
/** Items of a relative clause behind the object. */
const RELATIVE_REACH = 14;
/** Items of the answer "this news is a lie". */
const ANSWER_REACH = 6;
/** Items from the noun of a report to the mark of the object. */
const REPORT_REACH = 16;

/** The verb at `verb` calls the object before it false: the item of the word that says so, or null. */
export function calledFalseAt(
  items: readonly Item[],
  verb: number,
  classes: ClauseClasses,
): Item | null {
  if (classes.of("CALLSV")[items[verb]?.set ?? 0] !== 1) return null;
  for (let at = verb - 2; at >= Math.max(0, verb - REACH); at--) {
    const { set } = items[at] as Item;
    if (classes.object[set] === 1) return predicateBehind(items, at, verb, classes);
    if (classes.dot[set] === 1 || classes.semicolon[set] === 1 || classes.colon[set] === 1)
      return null;
  }
  return null;
}

/** What calls the noun at `trigger` false, as the object of its clause or as the news that it is of; or null. */
export function calledFalseBehind(
  items: readonly Item[],
  trigger: number,
  classes: ClauseClasses,
): Item | null {
  if (classes.nominal[items[trigger]?.set ?? 0] !== 1) return null;
  const answered = answeredFalse(items, trigger, classes);
  if (answered !== null) return answered;
  const reported = isOfReport(items, trigger, classes);
  for (let at = trigger + 1; at < Math.min(items.length, trigger + REACH); at++) {
    const item = items[at] as Item;
    if (classes.stop[item.set] === 1) return null;
    if (reported && classes.of("REPORTFALSE")[item.set] === 1) return item;
    if (classes.object[item.set] === 1) return objectCalledFalse(items, at, classes);
    const isRelative = isRelativeAt(items, at, classes);
    if (isRelative) at = endOfRelative(items, at, classes);
    else if (classes.verbEnd[item.set] === 1 || classes.cue[item.set] === 1) return null;
    if (at < 0) return null;
  }
  return null;
}

/** "Asked |about| the hanging of one man he said: |this news| from the ground up |is a lie|": what the answer makes of what was asked about. */
function answeredFalse(
  items: readonly Item[],
  trigger: number,
  classes: ClauseClasses,
): Item | null {
  if (classes.of("ASKEDABOUT")[itemOf(items, trigger - 1)?.set ?? 0] !== 1) return null;
  const cue = items.findIndex(({ set }, at) => at > trigger && classes.says[set] === 1);
  if (cue < 0 || cue > trigger + REACH) return null;
  const opens = [classes.colon, classes.comma, classes.that, classes.quoteOpen];
  let at = cue + 1;
  while (opens.some((members) => members[items[at]?.set ?? 0] === 1)) at++;
  if (classes.definite[items[at]?.set ?? 0] !== 1) return null;
  for (let to = at + 1; to < Math.min(items.length, at + ANSWER_REACH); to++) {
    const { set } = items[to] as Item;
    if (classes.falsePredicate[set] === 1) return items[to] ?? null;
    if (classes.verbEnd[set] === 1 || classes.stop[set] === 1) return null;
  }
  return null;
}

function objectCalledFalse(
  items: readonly Item[],
  object: number,
  classes: ClauseClasses,
): Item | null {
  const calls = classes.of("CALLSV");
  for (let at = object + 1; at < Math.min(items.length, object + REACH); at++) {
    const { set } = items[at] as Item;
    if (classes.object[set] === 1 || classes.stop[set] === 1) return null;
    if (calls[set] === 1) return predicateBehind(items, object, at, classes);
  }
  return null;
}

/** The word for what is false behind the object at `object`: at the head of what stands before the verb, or alone right before the verb. */
function predicateBehind(
  items: readonly Item[],
  object: number,
  verb: number,
  classes: ClauseClasses,
): Item | null {
  const isReport = items
    .slice(Math.max(0, object - REPORT_REACH), verb)
    .some(({ set }) => classes.of("REPORTHEAD")[set] === 1);
  const falsehoods = isReport ? classes.of("FALSEW", "FALSEREPORTED") : classes.of("FALSEW");
  const isFalse = (at: number): boolean => at > object && falsehoods[items[at]?.set ?? 0] === 1;
  const marks = [classes.comma, classes.quoteOpen, classes.quoteClose, classes.adverb];
  let from = object + 1;
  if (isRelativeAt(items, from, classes)) {
    from = endOfRelative(items, from, classes) + 1;
    if (from === 0 || from >= verb) return null;
  }
  while (marks.some((members) => members[items[from]?.set ?? 0] === 1)) from++;
  if (items.slice(from, verb).some((item) => endsPhrase(item, classes))) return null;
  if (isFalse(from)) return items[from] ?? null;
  let last = verb - 1;
  while (last > from && classes.quoteClose[items[last]?.set ?? 0] === 1) last--;
  if (!isFalse(last)) return null;
  // "OBJECT the prosecutor |a lie| called": somebody stands right before it, and no noun that it could be of.
  const before = items[last - 1];
  if (before === undefined) return null;
  const isApart =
    [classes.comma, classes.quoteOpen, classes.named, classes.place, classes.source].some(
      (members) => members[before.set] === 1,
    ) || before.name !== null;
  return isApart ? (items[last] ?? null) : null;
}

function endsPhrase({ set }: Item, { verbEnd, object, stop }: ClauseClasses): boolean {
  return verbEnd[set] === 1 || object[set] === 1 || stop[set] === 1;
}

/** "|the news of| the hanging", "|the spreading of the news of| the hanging". */
function isOfReport(items: readonly Item[], trigger: number, classes: ClauseClasses): boolean {
  return classes.of("REPORTHEAD")[itemOf(items, trigger - 1)?.set ?? 0] === 1;
}

function isRelativeAt(items: readonly Item[], at: number, classes: ClauseClasses): boolean {
  const { set } = items[at] ?? { set: 0 };
  return classes.relative[set] === 1 || classes.that[set] === 1;
}

/** The verb that ends the relative clause, or -1. */
function endOfRelative(items: readonly Item[], from: number, classes: ClauseClasses): number {
  for (let at = from + 1; at < Math.min(items.length, from + RELATIVE_REACH); at++) {
    const { set } = items[at] as Item;
    if (classes.stop[set] === 1) return -1;
    if (classes.verbEnd[set] === 1) return at;
  }
  return -1;
}
