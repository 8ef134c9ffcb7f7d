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
/** Items of an aside between the two, with its commas. */
const ASIDE_REACH = 9;

const NOWHERE = { denying: -1, at: -1 };

/** The denying word that opens the clause, with an auxiliary right behind it and the subject behind that; or null. */
export function invertedDenial(
  items: readonly Item[],
  trigger: number,
  classes: ClauseClasses,
): Item | null {
  const { denying, at } = invertedAuxiliary(items, trigger, classes);
  if (at < 0) return null;
  const between = items.slice(at + 1, trigger);
  if (!between.some(({ group }) => group !== null) || endsInVerb(items, trigger, classes))
    return null;
  return items[denying] ?? null;
}

/** "|Nor| |has| the man been hanged": the word that denies and the auxiliary; NOWHERE where another clause or verb stands before the event word. */
function invertedAuxiliary(
  items: readonly Item[],
  trigger: number,
  classes: ClauseClasses,
): { readonly denying: number; readonly at: number } {
  const { negation, aux, adverb, stop, and, but, comma } = classes;
  const { relative, subordinator, that, cue, finite, asked } = classes;
  const own = classes.of("FINBE", "HAVE", "DO");
  const shuts = [stop, relative, subordinator, that, cue, finite, asked];
  let isChain = true;
  let isNested = false;
  for (let at = trigger - 1; at > 0 && at >= trigger - REACH; at--) {
    const { set } = items[at] as Item;
    const denying = denyingBefore(items, at, classes);
    const opens = itemOf(items, denying - 1)?.set ?? null;
    const isHead =
      opens === null || [stop, and, but, comma].some((members) => members[opens] === 1);
    if (isHead && aux[set] === 1 && negation[set] !== 1 && negation[items[denying]?.set ?? 0] === 1)
      return isNested && !isOfAnybody(items[at + 1]) ? NOWHERE : { denying, at };
    // "Nor was it the first time that guards |had| beaten them": a verb with an auxiliary of its own.
    if (isChain && own[set] === 1) return NOWHERE;
    if (aux[set] !== 1 && shuts.some((members) => members[set] === 1)) return NOWHERE;
    isNested ||= aux[set] === 1 && !isChain;
    isChain &&= aux[set] === 1 || adverb[set] === 1;
  }
  return NOWHERE;
}

/** "Nor had |anyone| been held for joining a protest": where nobody was held, nobody is told to have joined. */
function isOfAnybody(subject: Item | undefined): boolean {
  const group = subject?.group ?? null;
  return group !== null && group.type === "pronoun";
}

/** "|Nor|, he added, had anyone been": where the word stands that may deny what the auxiliary opens, over one aside between commas. */
function denyingBefore(
  items: readonly Item[],
  aux: number,
  { comma, stop, quoteOpen }: ClauseClasses,
): number {
  if (comma[itemOf(items, aux - 1)?.set ?? 0] !== 1) return aux - 1;
  for (let at = aux - 2; at > Math.max(0, aux - ASIDE_REACH); at--) {
    const { set } = items[at] as Item;
    if (stop[set] === 1 || quoteOpen[set] === 1) return -1;
    if (comma[set] === 1) return at - 1;
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
