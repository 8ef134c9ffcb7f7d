/**
 * In: the items around an event word. Out: the word that denies it from the head of its clause ("|Nor| have the two men been hanged").
 * Never: reaches into what is only told or asked there ("nor is it known why …"), or past the verb that it denies.
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import { type Item, itemOf } from "./items.ts";

/** Items between the auxiliary that stands before its subject and the event word. */
const REACH = 9;
/** Items behind the event word in which the verb of the clause may still come. */
const AHEAD = 9;

/** The denying word that opens the clause, with an auxiliary right behind it and the subject behind that; or null. */
export function invertedDenial(
  items: readonly Item[],
  trigger: number,
  classes: ClauseClasses,
): Item | null {
  const at = invertedAuxiliary(items, trigger, classes);
  if (at < 0) return null;
  const between = items.slice(at + 1, trigger);
  if (!between.some(({ group }) => group !== null) || endsInVerb(items, trigger, classes))
    return null;
  return items[at - 1] ?? null;
}

/** "Nor |has| the man been hanged": the auxiliary; −1 where another clause or verb stands before the event word. */
function invertedAuxiliary(
  items: readonly Item[],
  trigger: number,
  {
    negation,
    aux,
    adverb,
    stop,
    and,
    but,
    comma,
    relative,
    subordinator,
    that,
    cue,
    finite,
    asked,
  }: ClauseClasses,
): number {
  const shuts = [stop, relative, subordinator, that, cue, finite, asked];
  let isChain = true;
  for (let at = trigger - 1; at > 0 && at >= trigger - REACH; at--) {
    const { set } = items[at] as Item;
    const denying = items[at - 1]?.set ?? 0;
    const opens = itemOf(items, at - 2)?.set ?? null;
    const isHead =
      opens === null || [stop, and, but, comma].some((members) => members[opens] === 1);
    if (isHead && aux[set] === 1 && negation[set] !== 1 && negation[denying] === 1) return at;
    if (aux[set] === 1 ? !isChain : shuts.some((members) => members[set] === 1)) return -1;
    isChain &&= aux[set] === 1 || adverb[set] === 1;
  }
  return -1;
}

/** "Nor was the man |arrested| in May freed": the verb that is denied comes only behind. */
function endsInVerb(
  items: readonly Item[],
  trigger: number,
  { aux, trigger: verbs, nominal, stop, and, but, relative, subordinator, that }: ClauseClasses,
): boolean {
  for (const { set } of items.slice(trigger + 1, trigger + 1 + AHEAD)) {
    if ([stop, and, but, relative, subordinator, that].some((members) => members[set] === 1))
      return false;
    if (aux[set] === 1 || (verbs[set] === 1 && nominal[set] !== 1)) return true;
  }
  return false;
}
