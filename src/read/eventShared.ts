/**
 * In: the events of a sentence whose verbs stand last. Out: events for the clauses before that leave the same verb out:
 * "five prisoners in Karaj, two in Yazd and a woman in Isfahan were hanged".
 * Never: takes a noun of a plain list for a clause of its own; crosses another verb or event word.
 */
import { changeEvent, type EventContext, type ReadEvent } from "./event.ts";
import { type Item, itemOf } from "./items.ts";
import type { SentenceReading } from "./speech.ts";
import { endsPredicate, isFree } from "./subjectFinal.ts";

/** So many clauses can share a verb. */
const MOST_SHARING = 8;

/** Events of the clauses that share the verbs of these events. */
export function sharedVerbEvents(
  { items }: SentenceReading,
  events: readonly ReadEvent[],
  context: EventContext,
): ReadEvent[] {
  const isTold = new Set(events.flatMap(({ victims }) => victims));
  return events.flatMap((event) => {
    const found: ReadEvent[] = [];
    let first = event.victims[0] ?? -1;
    const isObject = first >= 0 && isMarked(items, first, context);
    if (first < 0 || first >= event.trigger || event.isWeak) return found;
    if (event.agent >= 0 && !isObject) return found;
    while (found.length < MOST_SHARING) {
      const clause = clauseBefore(items, first, isObject, context);
      if (clause === null || isTold.has(clause.victim)) break;
      found.push(
        changeEvent(event, {
          from: clause.from,
          to: clause.to,
          victims: [clause.victim],
          trigger: clause.victim,
        }),
      );
      first = clause.victim;
    }
    return found;
  });
}

type Classes = Pick<EventContext, "classes">;

/** "Two in A, three in B and |one| in C were hanged": the verb of several is that of the clauses before, too. */
export function sharesVerb(items: readonly Item[], at: number, context: Classes): boolean {
  return clauseBefore(items, at, false, context) !== null;
}

type SharingClause = { readonly from: number; readonly to: number; readonly victim: number };

/** The clause that ends in a comma or "and" before item `at`: a counted or named group with words of its own behind it. */
function clauseBefore(
  items: readonly Item[],
  at: number,
  isObject: boolean,
  context: Classes,
): SharingClause | null {
  const { classes } = context;
  // "A of murder acquitted and B to death sentenced was": what spares A is no part of his clause.
  const verbs = classes.of("T.part", "T.past", "T.intr", "T.phrase", "LIVESON");
  const joint = jointBefore(items, at, context);
  if (joint < 0) return null;
  const to = classes.comma[itemOf(items, joint - 1)?.set ?? 0] === 1 ? joint - 1 : joint;
  // "A to prison sent and B hanged was": the participle that ends it is its verb.
  if (endsPredicate(items, to - 1, classes)) return null;
  for (let i = to - 1; i >= Math.max(0, to - CLAUSE_REACH); i--) {
    const { set, group } = items[i] as Item;
    if (
      classes.verbEnd[set] === 1 ||
      verbs[set] === 1 ||
      classes.relative[set] === 1 ||
      (classes.object[set] === 1 && !isObject) ||
      classes.stop[set] === 1 ||
      classes.comma[set] === 1
    )
      return null;
    const isCounted = group !== null && (group.quantity !== null || group.persons.length > 0);
    if (!isCounted) continue;
    if (isObject && isMarked(items, i, context)) return { from: i, to, victim: i };
    if (!isFree(items, i, classes)) return null;
    const opening = adjunctBefore(items, i, context);
    // "In 2024 nine hundred and in 2023 eight hundred were hanged": each has a time or place of its own before it.
    const isParallel = opening < i && adjunctBefore(items, at, context) < at;
    const isClause = isParallel || (i < to - 1 && !isObject);
    return isClause ? { from: opening, to, victim: i } : null;
  }
  return null;
}

const CLAUSE_REACH = 14;

/** The object mark stands behind it. */
function isMarked(items: readonly Item[], at: number, { classes }: Classes): boolean {
  let next = at + 1;
  while (classes.quoteClose[items[next]?.set ?? 0] === 1) next++;
  return classes.object[items[next]?.set ?? 0] === 1;
}

/**
 * "A in Karaj and B in Yazd they hanged", "A they freed and his brother hanged": of several objects the nearest is the verb's own,
 * and nobody's where it is nobody known.
 */
export function nearestObject(
  items: readonly Item[],
  victims: readonly number[],
  trigger: number,
  context: EventContext,
): number[] {
  const { classes } = context;
  const last = victims.at(-1) ?? -1;
  if (last < 0 || !isMarked(items, last, context)) return [...victims];
  for (let i = trigger - 1; i > last + 1; i--) {
    const { set } = items[i] as Item;
    if (classes.verbEnd[set] === 1 || classes.relative[set] === 1) break;
    if (classes.object[set] !== 1) continue;
    let object = i - 1;
    while (classes.quoteClose[items[object]?.set ?? 0] === 1) object--;
    if (object <= last) break;
    if (items[object]?.group != null) return [object];
    const isJoined = items.slice(last + 1, object).some((one) => classes.and[one.set] === 1);
    if (isJoined) return [];
  }
  return [...victims];
}

/** The comma or "and" before the clause of item `at`, past its time, place and adverbs. */
function jointBefore(items: readonly Item[], at: number, context: Classes): number {
  const { classes } = context;
  const i = adjunctBefore(items, at, context) - 1;
  const set = items[i]?.set ?? 0;
  return i > 0 && (classes.comma[set] === 1 || classes.and[set] === 1) ? i : -1;
}

/** Where the times, adverbs and places ("in Karaj") that stand right before item `at` begin; `at` where there are none. */
function adjunctBefore(items: readonly Item[], at: number, { classes }: Classes): number {
  let i = at;
  while (i > 0) {
    const set = items[i - 1]?.set ?? 0;
    const isIn =
      (classes.place[set] === 1 || classes.of("PRISON")[set] === 1) &&
      classes.preposition[items[i - 2]?.set ?? 0] === 1;
    if (isIn) i -= 2;
    else if (classes.time[set] === 1 || classes.adverb[set] === 1) i -= 1;
    else break;
  }
  return i;
}
