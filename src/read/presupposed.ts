/**
 * In: an event inside of what somebody denies, claims or doubts, and the token of the word that says so. Out: whether it is taken for granted
 * there ("denied that a man |hanged on Sunday| had been a minor").
 * Never: takes for granted what the denial itself is about ("denied that a man was hanged", "that the killing had occurred", "that the
 * man hanged was A"), nor a practice ("that the torture of detainees was common"): only words that are known to suppose the deed count.
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import { skipLeft } from "./clauseOpenings.ts";
import { isPluralHead } from "./itemReference.ts";
import { type Item, itemOf } from "./items.ts";
import type { LanguagePack } from "./packRows.ts";
import type { Tokens } from "./tokens.ts";
import { isOneOf } from "./wordSets.ts";

type Words = {
  readonly classes: ClauseClasses;
  readonly pack: LanguagePack;
  readonly tokens: Tokens;
};

/** Items in which the clause about those concerned may have its own verb. */
const VERB_REACH = 12;
/** Tokens from that verb to the word that says what is denied. */
const PREDICATE_REACH = 4;

/** The event only says which man is meant, and a verb of its own says what is denied of him. */
export function isPresupposed(
  items: readonly Item[],
  { trigger, victims }: { readonly trigger: number; readonly victims: readonly number[] },
  doubt: number,
  context: Words,
): boolean {
  const { classes, pack } = context;
  if (pack.isVerbFinal || doubt >= (items[trigger]?.from ?? 0)) return false;
  if (isWhen(items, { trigger, victims }, doubt, context)) return true;
  const isNoun = isDefiniteNoun(items, trigger, context);
  const head = isNoun ? trigger : headOf(items, trigger, victims, context);
  if (head < 0 || doubt > (items[head]?.from ?? 0)) return false;
  // "denied reports that |the woman|": the denial is said of whoever stands behind it. Not "no prisoner".
  const isOwn = doubt === items[head]?.from;
  if (isOwn && classes.negOp[items[head - 1]?.set ?? 0] !== 1) return false;
  if (isAnybody(items[isNoun ? trigger + 2 : head], context)) return false;
  const isAside = classes.comma[items[trigger - 1]?.set ?? 0] === 1;
  const supposing = pack.wordsIn(isNoun ? "OFDEEDW" : "OFDEADW");
  const limit = Math.min(items.length, trigger + VERB_REACH);
  for (let at = trigger + 1; at < limit; at++) {
    const item = items[at] as Item;
    if (isAside && classes.comma[item.set] === 1) return isFinite(items[at + 1], context);
    if (isFinite(item, context)) return !isAside && isSupposing(item, supposing, context);
    const { stop, comma, that, relative, and, but } = classes;
    const ends = [stop, comma, that, relative, and, but];
    if (ends.some((members) => members[item.set] === 1)) return false;
  }
  return false;
}

/** "denied that A had been tortured |before he was hanged|": a clause of time says when, and is not what is denied. */
function isWhen(
  items: readonly Item[],
  { trigger, victims }: { readonly trigger: number; readonly victims: readonly number[] },
  doubt: number,
  { classes, pack, tokens }: Words,
): boolean {
  const subject = victims.find((at) => at < trigger) ?? -1;
  const opener = itemOf(items, subject - 1);
  if (opener === undefined || classes.nominal[items[trigger]?.set ?? 0] === 1) return false;
  if (!isOneOf(tokens, opener.to - 1, pack.wordsIn("WHENCLAUSEW"))) return false;
  const own = items.slice(subject + 1, trigger + 1);
  const isPast = own.some(({ from }) => isOneOf(tokens, from, pack.wordsIn("SUPPOSINGBE")));
  const isDoubted = own.some(({ set }) => classes.may[set] === 1 || classes.negation[set] === 1);
  const outer = items.slice(0, subject - 1).filter(({ from }) => from > doubt);
  return (
    isPast &&
    !isDoubted &&
    outer.some((item) => classes.aux[item.set] === 1 || classes.trigger[item.set] === 1)
  );
}

/** "was |a minor|", "had been |tortured|", "was |politically| motivated"; not "would be", "was A", "was true". */
function isSupposing(verb: Item, supposing: ReadonlySet<string>, { tokens, pack }: Words): boolean {
  const be = pack.wordsIn("SUPPOSINGBE");
  const passed = pack.wordsIn("SUPPOSEDBYW");
  if (!isOneOf(tokens, verb.from, be)) return false;
  for (let at = verb.from + 1; at <= verb.from + PREDICATE_REACH; at++) {
    const form = tokens.form[at] ?? "";
    if (supposing.has(form)) return true;
    if (!be.has(form) && !passed.has(form)) return false;
  }
  return false;
}

/** "any man", "nobody", and people nobody counted ("the torture of |detainees|"): of no deed that was done. */
function isAnybody(item: Item | undefined, context: Words): boolean {
  const { tokens, pack } = context;
  const group = item?.group ?? null;
  if (item === undefined || group === null) return false;
  const any = pack.wordsIn("ANYW");
  if (group.isNobody || isOneOf(tokens, item.from, any)) return true;
  if (isOneOf(tokens, item.from - 1, any)) return true;
  return group.quantity === null && group.persons.length === 0 && isPluralHead(group.head, context);
}

/** "the execution of": not "an execution", "executions". */
function isDefiniteNoun(items: readonly Item[], trigger: number, context: Words): boolean {
  const before = itemOf(items, trigger - 1);
  const { classes } = context;
  return (
    before !== undefined &&
    classes.nominal[items[trigger]?.set ?? 0] === 1 &&
    classes.definite[before.set] === 1 &&
    classes.of_[items[trigger + 1]?.set ?? 0] === 1
  );
}

/** The noun right before the participle, behind at most a comma and an adverb; or -1. */
function headOf(
  items: readonly Item[],
  trigger: number,
  victims: readonly number[],
  { classes }: Words,
): number {
  if (classes.told[items[trigger]?.set ?? 0] !== 1) return -1;
  let at = skipLeft(items, trigger - 1, classes.adverb);
  if (classes.comma[items[at]?.set ?? 0] === 1) at--;
  const type = items[at]?.group?.type;
  return victims.includes(at) && type !== "pronoun" && type !== undefined ? at : -1;
}

function isFinite(item: Item | undefined, { classes }: Words): boolean {
  if (item === undefined) return false;
  return classes.aux[item.set] === 1 || classes.of("ALIVEPRED")[item.set] === 1;
}
