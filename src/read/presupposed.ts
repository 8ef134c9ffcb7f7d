/**
 * In: an event inside of what somebody denies, claims or doubts, and the token of the word that says so. Out: whether it is taken for granted
 * there ("denied that a man |hanged on Sunday| had been a minor").
 * Never: takes for granted what the denial itself is about ("denied that a man was hanged").
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import { skipLeft } from "./clauseOpenings.ts";
import { type Item, itemOf } from "./items.ts";
import type { LanguagePack } from "./packRows.ts";

type Words = { readonly classes: ClauseClasses; readonly pack: LanguagePack };

/** Items in which the clause about those concerned may have its own verb. */
const VERB_REACH = 12;

/** The event only says which man is meant, and a verb of its own says what is denied of him. */
export function isPresupposed(
  items: readonly Item[],
  { trigger, victims }: { readonly trigger: number; readonly victims: readonly number[] },
  doubt: number,
  context: Words,
): boolean {
  const { classes, pack } = context;
  if (pack.isVerbFinal || doubt >= (items[trigger]?.from ?? 0)) return false;
  const isNoun = isDefiniteNoun(items, trigger, context);
  const head = isNoun ? trigger : headOf(items, trigger, victims, context);
  if (head < 0 || doubt > (items[head]?.from ?? 0)) return false;
  // "denied reports that |the woman|": the denial is said of whoever stands behind it. Not "no prisoner".
  const isOwn = doubt === items[head]?.from;
  if (isOwn && classes.negOp[items[head - 1]?.set ?? 0] !== 1) return false;
  if (items[head]?.group?.isNobody === true) return false;
  const isAside = classes.comma[items[trigger - 1]?.set ?? 0] === 1;
  const limit = Math.min(items.length, trigger + VERB_REACH);
  for (let at = trigger + 1; at < limit; at++) {
    const { set } = items[at] as Item;
    if (isAside && classes.comma[set] === 1) return isFinite(items[at + 1], context);
    if (isFinite(items[at], context)) return !isAside;
    const ends = [classes.stop, classes.comma, classes.that, classes.relative, classes.and];
    if (ends.some((members) => members[set] === 1) || classes.but[set] === 1) return false;
  }
  return false;
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
  return item !== undefined && classes.aux[item.set] === 1;
}
