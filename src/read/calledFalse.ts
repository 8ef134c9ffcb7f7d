/**
 * In: the items of a clause whose verb stands last. Out: whether its verb calls what stands before the mark of the object false ("the
 * killing of one man OBJECT |that had been spread|, a rumour he called"), and what calls a report of it false ("the news … was wrong").
 * Never: takes what a thing comes of for what it is called ("the outcome of their lies he called"), or a deed called wrong for one that
 * was not done.
 */
import type { Modality } from "../model/claim.ts";
import type { ClauseClasses } from "./clauseClasses.ts";
import { type Item, itemOf } from "./items.ts";

/** Items from the object to the verb. */
const REACH = 26;
/** Items of a relative clause behind the object. */
const RELATIVE_REACH = 14;
/** Items from what something is called to the verb. */
const CALL_REACH = 3;
/** Items back within which a relative clause opens. */
const BACK_REACH = 8;

type CalledFalse = { readonly modality: Modality; readonly operator: Item };
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
    if (classes.object[set] === 1)
      return isInRelative(items, at, classes) || isOfOther(items, at, classes)
        ? null
        : predicateBehind(items, at, verb, classes);
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
): CalledFalse | null {
  if (classes.nominal[items[trigger]?.set ?? 0] !== 1) return null;
  const negatedBy = (operator: Item | null): CalledFalse | null =>
    operator === null ? null : { modality: "negated", operator };
  const stated =
    falseReportBefore(items, trigger, classes) ?? deniedInPrint(items, trigger, classes);
  if (stated !== null) return negatedBy(stated);
  if (classes.of("ASKEDABOUT")[itemOf(items, trigger - 1)?.set ?? 0] === 1) {
    const cue = items.findIndex(({ set }, at) => at > trigger && classes.says[set] === 1);
    return cue > trigger + REACH ? null : negatedBy(answeredFalse(items, cue, classes));
  }
  const reported = isOfReport(items, trigger, classes);
  for (let at = trigger + 1; at < Math.min(items.length, trigger + REACH); at++) {
    const item = items[at] as Item;
    if (classes.stop[item.set] === 1) return null;
    if (reported && classes.of("REPORTFALSE")[item.set] === 1) return negatedBy(item);
    if (classes.object[item.set] === 1) {
      const operator = objectCalledFalse(items, at, classes);
      // "who had called the killing a lie confirmed it": open.
      const isOpen = isInRelative(items, trigger, classes);
      return operator === null ? null : { modality: isOpen ? "unclear" : "negated", operator };
    }
    const isRelative = isRelativeAt(items, at, classes);
    if (isRelative) at = endOfRelative(items, at, classes);
    else if (classes.verbEnd[item.set] === 1 || classes.cue[item.set] === 1) return null;
    if (at < 0) return null;
  }
  return null;
}

/** "(Asked about the hanging he) |said|: |this news| from the ground up |is a lie|": the answer says nothing but that of the news. */
function answeredFalse(items: readonly Item[], cue: number, classes: ClauseClasses): Item | null {
  if (cue < 0) return null;
  const opens = [classes.colon, classes.comma, classes.that, classes.quoteOpen];
  let at = cue + 1;
  while (opens.some((members) => members[items[at]?.set ?? 0] === 1)) at++;
  if (classes.definite[items[at]?.set ?? 0] === 1) {
    if (classes.of("ANSWERHEAD")[items[at + 1]?.set ?? 0] !== 1) return null;
    at += 2;
  }
  while (classes.of("WHOLLYW")[items[at]?.set ?? 0] === 1) at++;
  const said = items[at];
  if (said === undefined || classes.falsePredicate[said.set] !== 1) return null;
  return classes.that[itemOf(items, at + 1)?.set ?? 0] === 1 ? null : said;
}

/** The word at `at` is what a verb behind it calls something false that is not the event at hand. */
export function isCalledOfOther(
  items: readonly Item[],
  at: number,
  classes: ClauseClasses,
): boolean {
  const isCalled = items
    .slice(at + 1, at + 1 + CALL_REACH)
    .some(({ set }) => classes.of("CALLSV")[set] === 1);
  if (!isCalled) return false;
  const object = items.slice(0, at).findLastIndex(({ set }) => classes.object[set] === 1);
  if (object < at - REACH || object < 0) return false;
  return isInRelative(items, object, classes) || isOfOther(items, object, classes);
}

/** "|asked about| the hanging he |said| …": what the answer calls false is for the answer to say. */
export function isAnswered(
  items: readonly Item[],
  trigger: number,
  at: number,
  classes: ClauseClasses,
): boolean {
  if (classes.of("ASKEDABOUT")[itemOf(items, trigger - 1)?.set ?? 0] !== 1) return false;
  return items.slice(trigger, at).some(({ set }) => classes.says[set] === 1);
}

/** "the |wrong news| of the hanging". */
function falseReportBefore(
  items: readonly Item[],
  trigger: number,
  classes: ClauseClasses,
): Item | null {
  const isLinked = classes.preposition[itemOf(items, trigger - 1)?.set ?? 0] === 1;
  const at = isLinked ? trigger - 2 : trigger - 1;
  const word = itemOf(items, at);
  if (word === undefined || classes.of("FALSEW", "FALSEREPORTED")[word.set] !== 1) return null;
  return classes.of("REPORTHEAD")[itemOf(items, at - 1)?.set ?? 0] === 1 ? word : null;
}

/** "the paper |the denial of the news of| the hanging OBJECT |published|". */
function deniedInPrint(
  items: readonly Item[],
  trigger: number,
  classes: ClauseClasses,
): Item | null {
  const denial = itemOf(items, trigger - 2);
  if (denial === undefined || classes.of("DENIALOFNEWS")[denial.set] !== 1) return null;
  if (!isOfReport(items, trigger, classes)) return null;
  const verb = items.findIndex(({ set }, at) => at > trigger && classes.verbEnd[set] === 1);
  const isPublished = classes.of("PUBLISHEDW")[itemOf(items, verb - 1)?.set ?? 0] === 1;
  return isPublished ? denial : null;
}

/** "the government, |who| the killing OBJECT a lie had called, …": the clause of what stands at `at` hangs on somebody. */
function isInRelative(items: readonly Item[], at: number, classes: ClauseClasses): boolean {
  for (let i = at - 1; i >= Math.max(0, at - BACK_REACH); i--) {
    const set = items[i]?.set ?? 0;
    const ends = [classes.stop, classes.comma, classes.verbEnd, classes.says];
    if (ends.some((members) => members[set] === 1)) return false;
    if (classes.relative[set] !== 1) continue;
    const before = itemOf(items, i - 1);
    if (before === undefined || classes.definite[before.set] === 1) return false;
    const tells = [classes.verbEnd, classes.says, classes.of("ANSWERHEAD", "REPORTHEAD", "WHILEW")];
    return !tells.some((members) => members[before.set] === 1);
  }
  return false;
}

/** "the confessions of four OBJECT |that were hanged| a lie they called": a clause that hangs on no report and no event tells what is not called false. */
function isOfOther(items: readonly Item[], object: number, classes: ClauseClasses): boolean {
  const isBehind = isRelativeAt(items, object + 1, classes);
  const before = items.slice(0, object).findLastIndex(({ set }) => classes.relative[set] === 1);
  const isBefore = before >= 0 && classes.verbEnd[items[object - 1]?.set ?? 0] === 1;
  if (!isBehind && !isBefore) return false;
  const last = (isBehind ? object : before) - 1;
  for (let i = last; i > last - BACK_REACH; i--) {
    const set = itemOf(items, i)?.set ?? 0;
    const ends = [classes.stop, classes.comma, classes.verbEnd, classes.relative];
    if (ends.some((members) => members[set] === 1)) return true;
    if (i === last && classes.definite[set] === 1) return false;
    const isToldOf = classes.nominal[set] === 1;
    if (isToldOf || classes.of("ANSWERHEAD", "REPORTHEAD")[set] === 1) return false;
  }
  return true;
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
