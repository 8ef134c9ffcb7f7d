/**
 * In: the noun of an event in a sentence whose verbs stand last. Out: what the noun, preposition or verb that governs it
 * makes of it ("opponents of the execution of", "before the execution of", "cancelled the execution of").
 * Never: takes an event for told because a word over it stands in no row.
 */
import type { ClaimKind } from "../model/claim.ts";
import type { EventContext } from "./event.ts";
import { type EventPlace, type Governed, isForm } from "./governorBehind.ts";
import { type Item, itemOf } from "./items.ts";

/** Deeds that a noun tells of before they are done as well as after: what is said of them decides. */
const AHEAD_TOO: ReadonlySet<ClaimKind> = new Set(["execution", "arrest", "corporal-punishment"]);

/** What governs an event told by a noun, where no row says that it tells it; null where nothing does, or it tells it. */
export function governorOfNoun(
  items: readonly Item[],
  { start, trigger }: Pick<EventPlace, "start" | "trigger">,
  kind: ClaimKind,
  context: EventContext,
): Governed | null {
  if (!context.pack.isVerbFinal || isForm((items[trigger] as Item).from, "DOINGW", context))
    return null;
  const before = headBefore(items, start, context);
  const isFirst = before < 0 || opensClause(items[before] as Item, context);
  const said = verbOver(items, trigger, AHEAD_TOO.has(kind) && isFirst, context);
  if (said === "told") return null;
  const isLooked = before < 0 || isPresumed(items, before, kind, context);
  const operator = (isLooked ? null : ownerAt(items, before, context)) ?? said;
  return operator === null ? null : { modality: "unclear", operator };
}

/** "the case of the murder of": what is only done without leave is taken for done where it is looked into. */
function isPresumed(
  items: readonly Item[],
  at: number,
  kind: ClaimKind,
  context: EventContext,
): boolean {
  return !AHEAD_TOO.has(kind) && isForm((items[at] as Item).to - 1, "PRESUMEDW", context);
}

/** Index of what stands before the noun, past words that describe that; -1 at the beginning. */
function headBefore(items: readonly Item[], start: number, context: EventContext): number {
  let at = start - 1;
  while (at > start - 1 - DESCRIBED && isDescribing(items[at], context)) at--;
  return at;
}

/** The noun or preposition before it, where that does not tell that it was done. */
function ownerAt(items: readonly Item[], at: number, context: EventContext): Item | null {
  const before = items[at] as Item;
  if (isPreposition(before, context)) {
    if (context.classes.of("OPENPREP")[before.set] === 1) return before;
    const noun = itemOf(items, at - 1);
    return noun !== undefined && isForm(noun.to - 1, "OPENNOUNW", context) ? noun : null;
  }
  return isPlainNoun(before, context) && !isForm(before.to - 1, "FACTNOUNW", context)
    ? before
    : null;
}

function isPreposition({ set }: Item, { classes }: EventContext): boolean {
  return classes.preposition[set] === 1 && classes.conjunction[set] !== 1;
}

/** A clause begins behind it, or goes on: the noun there may be its subject. */
function opensClause(item: Item, context: EventContext): boolean {
  const { classes } = context;
  return (
    item.period !== null ||
    endsWithoutVerb(item, context) ||
    classes.colon[item.set] === 1 ||
    classes.and[item.set] === 1 ||
    classes.adverb[item.set] === 1
  );
}

/** Words that describe it before the noun ("the |unconfirmed| news of"). */
const DESCRIBED = 2;

function isDescribing(item: Item | undefined, { classes }: EventContext): boolean {
  return item !== undefined && item.group === null && classes.of("ADJ")[item.set] === 1;
}

/** A word of its own in no other office: what stands behind it belongs to it. */
function isPlainNoun(
  { set, group, name, period }: Item,
  { classes, tables }: EventContext,
): boolean {
  return (
    group === null &&
    name === null &&
    period === null &&
    (classes.of("GOVERNN")[set] === 1 ||
      (tables.bareNoun[set] === 1 && classes.adverb[set] !== 1 && classes.verbEnd[set] !== 1))
  );
}

/**
 * The verb that says something of it and not that it was done: behind the mark of the object that it is, or at the end of
 * the clause whose subject it is. "told" where the verb of such an object says that it was done.
 */
function verbOver(
  items: readonly Item[],
  trigger: number,
  isSubject: boolean,
  context: EventContext,
): Item | "told" | null {
  const { classes } = context;
  const end = Math.min(items.length, trigger + REACH);
  const mark = ownMark(items, trigger, end, context);
  if (mark === "said") return null;
  if (mark === null && !isSubject) return null;
  for (let at = (mark ?? trigger) + 1; at < end; at++) {
    const item = items[at] as Item;
    if (mark !== null && classes.stop[item.set] === 1) return items[mark] as Item;
    if (endsWithoutVerb(item, context)) return null;
    for (let token = item.from; token < item.to; token++) {
      if (isForm(token, "OPENPREDW", context)) return item;
      if (isForm(token, "FACTVERBW", context))
        return isDenied(items, at, end, context) ?? (mark === null ? null : "told");
    }
    if (classes.verbEnd[item.set] === 1 && !isForm(item.to - 1, "INFINITIVEW", context))
      return item;
  }
  return null;
}

/** Index of the mark of the object that the noun is; "said" where a cue holds the mark ("OBJECT-condemned"); null for none. */
function ownMark(
  items: readonly Item[],
  trigger: number,
  end: number,
  context: EventContext,
): number | "said" | null {
  for (let at = trigger + 1; at < end; at++) {
    const item = items[at] as Item;
    if (isForm(item.from, "OBJECTMARK", context) && item.to - item.from > 1) return "said";
    if (context.classes.object[item.set] === 1) {
      const head = headBefore(items, at, context);
      return head > trigger && isPlainNoun(items[head] as Item, context) ? null : at;
    }
    if (isClauseEnd(item, context)) return null;
  }
  return null;
}

function isClauseEnd(item: Item, context: EventContext): boolean {
  return endsWithoutVerb(item, context) || context.classes.verbEnd[item.set] === 1;
}

function endsWithoutVerb({ set }: Item, { classes }: EventContext): boolean {
  return (
    classes.stop[set] === 1 ||
    classes.comma[set] === 1 ||
    classes.relative[set] === 1 ||
    classes.quoteOpen[set] === 1
  );
}

/** "was not carried out", "will be carried out": the verb takes it back, or it is yet to come. */
function isDenied(
  items: readonly Item[],
  at: number,
  end: number,
  context: EventContext,
): Item | null {
  const { classes } = context;
  const denies = classes.of(
    "PASSN",
    "ACTN",
    "PASSF",
    "ACTF",
    "PASSS",
    "ACTS",
    "PASSP",
    "NOTCARRIED",
  );
  for (let next = at; next < end; next++) {
    const item = items[next] as Item;
    if (denies[item.set] === 1 || isForm(item.to - 1, "NEGVERBW", context)) return item;
    if (isClauseEnd(item, context)) return null;
  }
  return null;
}

/** Items between the noun and the verb of its clause. */
const REACH = 22;
