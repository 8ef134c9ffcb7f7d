/**
 * In: an event told of people who are counted ("six men hanged"), and its sentence. Out: whom the sentence sets equal to
 * them ("the six men hanged were A, B, …") or puts among them ("A was one of six men hanged", "six were hanged, among
 * them A").
 * Never: reads over a negation; names more people than were counted.
 */
import { findSubject } from "./clause.ts";
import { skipLeft } from "./clauseOpenings.ts";
import type { DraftContext } from "./draftContext.ts";
import type { ReadEvent } from "./event.ts";
import { isDoubted, namesBefore, namesBehindVerb } from "./eventIdentified.ts";
import { isOfThose } from "./frameRefusals.ts";
import { isSingularReference } from "./itemReference.ts";
import { type Item, itemOf } from "./items.ts";
import { holdsOneOf, isOneOf } from "./wordSets.ts";

/** Item of the names that stand with those concerned, and where the words for them begin and end. */
export type Equated = {
  /** The names, or a pronoun for one of them. */
  readonly item: Item;
  /** They are some of those counted, not all. */
  readonly isPart: boolean;
  readonly from: number;
  readonly to: number;
};

/** Who is set equal to those whom an event concerns, or put among them; null where nobody is. */
export function equatedWith(
  event: ReadEvent,
  items: readonly Item[],
  context: DraftContext,
): Equated | null {
  const index = event.victims[0];
  if (index === undefined || event.victims.length !== 1) return null;
  const group = items[index]?.group ?? null;
  if (group === null || group.persons.length > 0 || group.type === "pronoun") return null;
  if (event.modality === "negated" || isOfThose(items, event.trigger, context)) return null;
  // "The state executed six men on Monday, among them A".
  if (index >= event.trigger)
    return context.pack.isVerbFinal ? null : includedOf(items, index, event, context);
  return (
    subjectOf(items, index, event, context) ??
    predicateOf(items, index, event, context) ??
    besideOf(items, index, event, context) ??
    includedOf(items, index, event, context)
  );
}

/** "Six men were hanged in Karun on Monday, among them A and B": nothing between but where and when. */
function includedOf(
  items: readonly Item[],
  index: number,
  event: ReadEvent,
  { classes }: DraftContext,
): Equated | null {
  const counted = items[index]?.group?.quantity?.min ?? null;
  if (counted === null) return null;
  const includes = classes.of("INCL");
  const first = Math.max(event.trigger, index) + 1;
  for (let at = first; at < Math.min(items.length, event.to + INCLUDED_REACH); at++) {
    const { set } = items[at] as Item;
    if (includes[set] === 1) {
      // "including A's cousin, B".
      const isKin = classes.of("POSS")[items[at + 2]?.set ?? 0] === 1;
      const named = isKin ? at + 3 : at + 1;
      const item = items[named];
      const persons = item?.group?.persons ?? [];
      const isOwner = classes.of("POSS")[items[named + 1]?.set ?? 0] === 1;
      if (item === undefined || persons.length === 0 || persons.length > counted || isOwner)
        return null;
      return classes.comma[items[at - 1]?.set ?? 0] === 1
        ? { item, isPart: true, from: event.from, to: event.to }
        : null;
    }
    const isBetween =
      classes.time[set] === 1 ||
      classes.place[set] === 1 ||
      classes.preposition[set] === 1 ||
      classes.determiner[set] === 1 ||
      classes.adjective[set] === 1 ||
      classes.comma[set] === 1 ||
      classes.of("LOWER", "NAME", "VIOLENT", "PRISON")[set] === 1;
    if (!isBetween || classes.negation[set] === 1 || classes.told[set] === 1) return null;
  }
  return null;
}

/** Items between the act and those named among the people counted. */
const INCLUDED_REACH = 12;

/** "A, 26, was one of six men hanged", "He was among 13 people executed". */
function subjectOf(
  items: readonly Item[],
  index: number,
  { to }: ReadEvent,
  context: DraftContext,
): Equated | null {
  const { classes } = context;
  const before = namesBefore(items, index, context);
  if (before >= 0) {
    const item = items[before] as Item;
    const isPart = items[index]?.group?.whole != null;
    const isOne = item.group?.persons.length === 1;
    if (isPart ? isOne : isAsMany(item.group?.persons.length ?? 0, items[index], context))
      return { item, isPart, from: before, to };
  }
  let at = skipLeft(items, index - 1, classes.determiner);
  // "was among the" is one item.
  const isJoined = isBeAmong(itemOf(items, at), context);
  const isAmong = isJoined || classes.among[itemOf(items, at)?.set ?? 0] === 1;
  if (isAmong && !isJoined) at = skipLeft(items, at - 1, classes.determiner);
  else if (!isAmong && items[index]?.group?.whole == null) return null;
  if (!isJoined) {
    at = skipLeft(items, at, classes.adverb);
    if (classes.be[itemOf(items, at)?.set ?? 0] !== 1) return null;
  }
  while (classes.aux[itemOf(items, at - 1)?.set ?? 0] === 1) {
    at--;
    if (isDoubted(items[at]?.set ?? 0, context)) return null;
  }
  const subject = findSubject(items, at, classes, { auxless: false, accepts: classes.somebody });
  const item = itemOf(items, subject);
  // "A said two doctors were among the nine killed": of the doctors.
  const isOfSaid = items.some(
    ({ set }, one) =>
      one > subject && one < at - 1 && classes.says[set] === 1 && items[one + 1]?.group != null,
  );
  if (item === undefined || isOfSaid) return null;
  const named = item.group?.persons.length ?? 0;
  const counted = items[index]?.group?.quantity?.min ?? 1;
  return named <= (isAmong ? counted : 1) ? { item, isPart: true, from: subject, to } : null;
}

/** "was among the". */
function isBeAmong(item: Item | undefined, { pack, tokens }: DraftContext): boolean {
  if (item === undefined || item.to - item.from < 2) return false;
  const words = pack.wordsIn("AMONGW");
  return holdsOneOf(tokens, item.from + 1, item.to, words);
}

/** "The lawyers of the men hanged on Monday were A and B": those named are of the noun before, unless it is of names ("the names of the men hanged"). */
function belongsToOther(items: readonly Item[], index: number, context: DraftContext): boolean {
  const { classes, pack } = context;
  if (pack.isVerbFinal || items[index]?.group?.whole != null) return false;
  const before = itemOf(items, skipLeft(items, index - 1, classes.determiner));
  if (before === undefined || classes.preposition[before.set] !== 1) return false;
  return classes.among[before.set] !== 1 && !isOfNames(items, index, context);
}

/** "The six others executed on the same day were A, B, …". */
function predicateOf(
  items: readonly Item[],
  index: number,
  event: ReadEvent,
  context: DraftContext,
): Equated | null {
  const { classes } = context;
  if (belongsToOther(items, index, context)) return null;
  const opening = skipLeft(items, index - 1, classes.determiner);
  const isAmong = !context.pack.isVerbFinal && classes.among[items[opening]?.set ?? 0] === 1;
  for (let at = event.trigger + 1; at < Math.min(items.length, event.to + PREDICATE_REACH); at++) {
    const { set } = items[at] as Item;
    if (classes.includes[set] === 1 && items[index]?.group?.quantity == null) {
      const item = items[at + 1];
      return item !== undefined && (item.group?.persons.length ?? 0) > 0
        ? { item, isPart: true, from: event.from, to: at + 2 }
        : null;
    }
    if (classes.be[set] === 1 || classes.aux[set] === 1) {
      const named = namesBehindVerb(items, at, context, isOfNames(items, index, context));
      const persons = items[named]?.group?.persons ?? [];
      const isFitting = isAsMany(persons.length, items[index], context);
      return named >= 0 && isFitting
        ? { item: items[named] as Item, isPart: isAmong, from: event.from, to: named + 1 }
        : null;
    }
    const isBetween =
      classes.time[set] === 1 ||
      classes.place[set] === 1 ||
      classes.preposition[set] === 1 ||
      classes.determiner[set] === 1 ||
      classes.adjective[set] === 1 ||
      classes.of("VIOLENT")[set] === 1;
    if (!isBetween || classes.negation[set] === 1) return null;
  }
  return null;
}

/** "The man hanged in Karun, an Afghan named A, was sentenced in May": between commas right behind the act, or behind a colon. */
function besideOf(
  items: readonly Item[],
  index: number,
  event: ReadEvent,
  context: DraftContext,
): Equated | null {
  const { classes, pack } = context;
  if (pack.isVerbFinal) return null;
  const isReduced = event.trigger === index + 1;
  if (classes.preposition[itemOf(items, index - 1)?.set ?? 0] === 1) return null;
  const end = Math.min(items.length - 2, event.trigger + PREDICATE_REACH);
  for (let at = event.trigger + 1; at < end; at++) {
    const { set } = items[at] as Item;
    if (classes.colon[set] === 1 && items[index]?.group?.quantity == null)
      return listBehind(items, index, at, event, context);
    if (classes.comma[set] === 1) {
      if (!isReduced) return null;
      const item = items[at + 1] as Item;
      const persons = item.group?.persons ?? [];
      const isAside = classes.comma[items[at + 2]?.set ?? 0] === 1;
      const isPlain = persons.every(({ titleFrom, from }) => titleFrom === from);
      const isListed = classes.and[items[at + 3]?.set ?? 0] === 1;
      if (!isPlain || isListed || !isNamedOnly(item, context)) return null;
      return isAside && persons.length > 0 && isAsMany(persons.length, items[index], context)
        ? { item, isPart: false, from: event.from, to: at + 2 }
        : null;
    }
    const isBetween =
      classes.time[set] === 1 ||
      classes.place[set] === 1 ||
      classes.preposition[set] === 1 ||
      classes.determiner[set] === 1 ||
      classes.adjective[set] === 1;
    if (!isBetween) return null;
  }
  return null;
}

/** A name alone, or of somebody who is only brought in by it ("an Afghan national named A"). */
function isNamedOnly({ group, from }: Item, { pack, tokens }: DraftContext): boolean {
  return group?.head == null || isOneOf(tokens, from, pack.wordsIn("INDEF"));
}

/** "The following prisoners were hanged in May: A, B and C." */
function listBehind(
  items: readonly Item[],
  index: number,
  colon: number,
  event: ReadEvent,
  context: DraftContext,
): Equated | null {
  const { classes } = context;
  const item = items[colon + 1];
  const persons = item?.group?.persons.length ?? 0;
  const next = itemOf(items, colon + 2);
  const isLast = next === undefined || classes.stop[next.set] === 1;
  return item !== undefined && isLast && persons > 0 && isAsMany(persons, items[index], context)
    ? { item, isPart: false, from: event.from, to: colon + 2 }
    : null;
}

/** So many as the group counts; one or several where it only says that. */
function isAsMany(named: number, item: Item | undefined, context: DraftContext): boolean {
  const counted = item?.group?.quantity?.min ?? null;
  if (counted !== null || item === undefined) return named === counted;
  return isSingularReference(item, context) ? named === 1 : named > 1;
}

/** "the identity of the man hanged". */
function isOfNames(
  items: readonly Item[],
  index: number,
  { classes, tokens, pack }: DraftContext,
): boolean {
  const noun = itemOf(items, index - 2);
  return (
    noun !== undefined &&
    classes.of_[itemOf(items, index - 1)?.set ?? 0] === 1 &&
    isOneOf(tokens, noun.to - 1, pack.wordsIn("IDENTITYN"))
  );
}

/** Items between the act and the verb that says who they are. */
const PREDICATE_REACH = 8;
