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
  const isDoing = isForm((items[trigger] as Item).to - 1, "ACTINFW", context);
  const isOpen = isDoing || AHEAD_TOO.has(kind);
  const other =
    besideSentence(items, before, trigger, context) ??
    unknownOver(items, before, trigger, context) ??
    failedBehind(items, trigger, isFirst && !isOpen, context);
  if (other !== null) return { modality: "unclear", operator: other };
  const said = verbOver(items, trigger, isOpen && isFirst, context);
  if (said === "told") return null;
  if (isDoing && before >= 0 && isForm((items[before] as Item).from, "BAREPREPW", context))
    return { modality: "unclear", operator: items[before] as Item };
  const isLooked = before < 0 || isPresumed(items, before, kind, context);
  const operator = (isLooked ? null : ownerAt(items, before, context)) ?? said;
  return operator === null ? null : { modality: "unclear", operator };
}

/** "The carrying out of the sentence of A, which was to be done this morning, …": what became of it stands behind. */
export function scheduledBehind(
  items: readonly Item[],
  trigger: number,
  { classes, pack }: EventContext,
): Governed | null {
  if (!pack.isVerbFinal) return null;
  const scheduled = classes.of("SCHEDULED");
  for (let at = trigger + 1; at < Math.min(items.length, trigger + SCHEDULED_REACH); at++) {
    const item = items[at] as Item;
    if (classes.verbEnd[item.set] === 1 || classes.stop[item.set] === 1) return null;
    const next = itemOf(items, at + 1);
    if (classes.relative[item.set] === 1 && next !== undefined && scheduled[next.set] === 1)
      return { modality: "unclear", operator: next };
  }
  return null;
}

/** "If the world is silent, tomorrow A has been hanged": what stands behind an "if" that opens the sentence. */
export function behindIf(
  items: readonly Item[],
  trigger: number,
  { classes, pack }: EventContext,
): Governed | null {
  const opener = items.find(({ set }) => classes.quoteOpen[set] !== 1 && classes.and[set] !== 1);
  if (!pack.isVerbFinal || opener === undefined || items.indexOf(opener) > trigger) return null;
  return classes.conditional[opener.set] === 1
    ? { modality: "hypothetical", operator: opener }
    : null;
}

/** Items between an act and the clause that tells when it was to be. */
const SCHEDULED_REACH = 14;

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

/** "The sentence of a year in prison |and| the execution of A was upheld": it belongs to the sentence, unless that was carried out. */
function besideSentence(
  items: readonly Item[],
  before: number,
  trigger: number,
  context: EventContext,
): Item | null {
  const { classes } = context;
  if (before < 1 || classes.and[items[before]?.set ?? 0] !== 1) return null;
  for (let at = before - 1; at >= Math.max(0, before - SENTENCE_REACH); at--) {
    const item = items[at] as Item;
    if (isClauseEnd(item, context) || isPreposition(item, context)) return null;
    if (!isForm(item.from, "SENTENCEHEADW", context)) continue;
    if (isForm(items[at - 1]?.from ?? -1, "CARRYINGOUTW", context)) return null;
    const verb = lastVerb(items, trigger, context);
    const isDone = verb >= 0 && isOneOf(items, verb, trigger, "CARRIEDOUTW", context);
    return isDone && !isTaken(items[verb] as Item, true, context) ? null : item;
  }
  return null;
}

/** "His family have |no news| of the execution of A": nobody says that it was done. */
function unknownOver(
  items: readonly Item[],
  before: number,
  trigger: number,
  context: EventContext,
): Item | null {
  const { classes } = context;
  const end = Math.min(items.length, trigger + UNKNOWN_REACH);
  const verb = items.findIndex(
    ({ set }, at) =>
      at > trigger && at < end && (classes.verbEnd[set] === 1 || classes.stop[set] === 1),
  );
  const last = items[verb];
  if (last === undefined || !isForm(last.to - 1, "HAVENOTW", context)) return null;
  const isPast = items
    .slice(trigger + 1, verb)
    .some(({ set }) => classes.and[set] === 1 || classes.comma[set] === 1);
  const beside = isForm(last.to - 2, "NEWSW", context);
  const ahead = before > 0 && isForm((items[before - 1] as Item).to - 1, "NEWSW", context);
  return !isPast && (beside || ahead) ? last : null;
}

/** Items from the event to "have not". */
const UNKNOWN_REACH = 12;

/** "The murder of A |failed|": tried only. */
function failedBehind(
  items: readonly Item[],
  trigger: number,
  isAsked: boolean,
  context: EventContext,
): Item | null {
  if (!isAsked) return null;
  const verb = lastVerb(items, trigger, context);
  return verb >= 0 && isOneOf(items, verb, trigger, "FAILEDW", context)
    ? (items[verb] as Item)
    : null;
}

/** Index of the verb that ends the clause, past asides; -1 for none. */
function lastVerb(items: readonly Item[], trigger: number, context: EventContext): number {
  const end = Math.min(items.length, trigger + REACH);
  return predicateAt(items, trigger + 1, end, false, context);
}

/** The verb, or the noun that it stands behind, holds a word of the class. */
function isOneOf(
  items: readonly Item[],
  verb: number,
  first: number,
  name: string,
  context: EventContext,
): boolean {
  const said = [items[verb], nounOfVerb(items, verb, first, context)];
  return said.some(
    (item) => item !== undefined && tokensOf(item).some((token) => isForm(token, name, context)),
  );
}

/** The noun or preposition before it, where that does not tell that it was done. */
function ownerAt(items: readonly Item[], at: number, context: EventContext): Item | null {
  const before = items[at] as Item;
  if (isPreposition(before, context)) {
    if (context.classes.of("OPENPREP")[before.set] === 1) return before;
    const noun = itemOf(items, at - 1);
    // "|News sources| of the arrest of A told": the word describes who tells it.
    const of_ = itemOf(items, at - 2);
    const isOfSource = of_ !== undefined && isForm(of_.to - 1, "NEWSOFW", context);
    return noun !== undefined && !isOfSource && isForm(noun.to - 1, "OPENNOUNW", context)
      ? noun
      : null;
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
    classes.verbEnd[item.set] === 1 ||
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
 * the clause whose subject it is. "told" where the verb tells of it, or does something to another by it.
 */
function verbOver(
  items: readonly Item[],
  trigger: number,
  isSubject: boolean,
  context: EventContext,
): Item | "told" | null {
  const end = Math.min(items.length, trigger + REACH);
  const mark = ownMark(items, trigger, end, context);
  if (mark === "said" || mark === "another") return null;
  if (mark === null && !isSubject) return null;
  const verb = predicateAt(items, (mark ?? trigger) + 1, end, mark !== null, context);
  if (verb < 0) return null;
  const said = [items[verb], nounOfVerb(items, verb, mark ?? trigger, context)];
  const words = said.flatMap((item) => (item === undefined ? [] : tokensOf(item)));
  const holds = (name: string): boolean => words.some((token) => isForm(token, name, context));
  const operator = items[verb] as Item;
  if (holds("OPENPREDW") || !(holds("FACTVERBW") || holds("DONEVERBW"))) return operator;
  if (isTaken(operator, holds("DONEVERBW"), context)) return operator;
  return mark === null ? null : "told";
}

/** Item of the verb that ends the clause, or of its last word where no verb is known; -1 for none. */
function predicateAt(
  items: readonly Item[],
  from: number,
  end: number,
  isObject: boolean,
  context: EventContext,
): number {
  const { classes } = context;
  let isPast = false;
  for (let at = from; at < end; at++) {
    const past = isObject ? at : pastAside(items, at, end, context);
    if (past >= end) return -1;
    isPast ||= past > at;
    at = past;
    const item = items[at] as Item;
    // "The arrest of A, a teacher, it is a month that": another clause.
    const isTold = classes.relative[items[at + 1]?.set ?? 0] === 1;
    if (isPast && isTold && classes.of("BE")[item.set] === 1) return -1;
    if (isObject && classes.stop[item.set] === 1 && at > from) return at - 1;
    // "The news of it OBJECT told |and from| naming the day refrained": the verb is what stands before.
    const isJoined = classes.and[item.set] === 1 && at > from;
    if (isObject && isJoined && classes.preposition[items[at + 1]?.set ?? 0] === 1) return at - 1;
    // "The execution of A, a teacher, |is possible|."
    if (isPast && classes.may[item.set] === 1 && endsHere(items, at + 1, context)) return at;
    if (endsWithoutVerb(item, context)) return -1;
    if (classes.verbEnd[item.set] === 1 && !isForm(item.to - 1, "INFINITIVEW", context)) return at;
  }
  return -1;
}

/** Index behind "|, a prisoner in A,|": what two commas part and holds no verb belongs to the noun before it. */
function pastAside(items: readonly Item[], at: number, end: number, context: EventContext): number {
  const { classes } = context;
  if (classes.comma[items[at]?.set ?? 0] !== 1) return at;
  for (let close = at + 1; close < end; close++) {
    const item = items[close] as Item;
    if (classes.comma[item.set] === 1) return close + 1;
    if (endsWithoutVerb(item, context) || classes.verbEnd[item.set] === 1) return at;
  }
  return at;
}

/** "|announcement| made": the noun that a light verb stands behind; no time, name or group. */
function nounOfVerb(
  items: readonly Item[],
  verb: number,
  first: number,
  context: EventContext,
): Item | undefined {
  const before = items[verb - 1];
  const own = items[verb] as Item;
  const isBare =
    own.to - own.from === 1 ||
    context.classes.of("PASSV", "ACTV", "PASSN", "ACTN", "BE")[own.set] === 1;
  if (before === undefined || verb - 1 <= first || !isBare) return undefined;
  const { group, name, period, set } = before;
  const isOther = group !== null || name !== null || period !== null;
  return isOther || context.classes.object[set] === 1 ? undefined : before;
}

function tokensOf({ from, to }: Item): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

/** "will be announced", "was not carried out": not yet, or not at all. That it was not announced does not take it back. */
function isTaken({ set, to }: Item, isDone: boolean, context: EventContext): boolean {
  const { classes } = context;
  if (classes.of("PASSF", "ACTF", "PASSS", "ACTS", "PASSP", "CARRIEDF", "CARRIEDS")[set] === 1)
    return true;
  const denies = classes.of("PASSN", "ACTN", "NOTCARRIED");
  return isDone && (denies[set] === 1 || isForm(to - 1, "NEGVERBW", context));
}

/**
 * Index of the mark of the object that the noun is; "another" where another noun is the object; "said" where a cue holds the
 * mark ("OBJECT-condemned"); null for none.
 */
function ownMark(
  items: readonly Item[],
  trigger: number,
  end: number,
  context: EventContext,
): number | "said" | "another" | null {
  for (let at = trigger + 1; at < end; at++) {
    const item = items[at] as Item;
    if (isForm(item.from, "OBJECTMARK", context) && item.to - item.from > 1) return "said";
    if (context.classes.object[item.set] === 1) {
      const head = headBefore(items, at, context);
      return head > trigger && isPlainNoun(items[head] as Item, context) ? "another" : at;
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

function endsHere(items: readonly Item[], at: number, context: EventContext): boolean {
  const next = itemOf(items, at);
  return next === undefined || context.classes.stop[next.set] === 1;
}

/** Items between a sentence and the death that it holds beside something else. */
const SENTENCE_REACH = 7;

/** Items between the noun and the verb of its clause. */
const REACH = 22;
