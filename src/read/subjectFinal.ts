/**
 * In: the grouped items of a sentence whose verbs end their clauses. Out: the subject of a verb, or none where it is
 * left out.
 * Never: takes what a preposition, an object mark or a relative clause holds for the subject.
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import { skipLeft } from "./clauseOpenings.ts";
import { type Item, itemOf } from "./items.ts";

/** How far, in items, a subject may stand before its verb. */
const REACH = 60;

/**
 * Index of the subject of the verb whose words begin at `start`, or -1. The nearest noun phrase that nothing governs is
 * the subject; past another verb only the noun that a relative clause hangs on, or the subject that both verbs share.
 */
export function findSubjectFinal(
  items: readonly Item[],
  start: number,
  classes: ClauseClasses,
  accepts: Uint8Array,
  isAgent: boolean,
): number {
  const lowest = Math.max(0, start - REACH);
  let shared = -1;
  let isPastVerb = false;
  // "A left the town and they |held| his brother": one man is not those who did it.
  const isByMany = isAgent && isDoneByMany(items, start, classes);
  for (let i = start - 1; i >= lowest; i--) {
    const { set } = items[i] as Item;
    if (classes.stop[set] === 1 || classes.quoteOpen[set] === 1) break;
    if (!isAgent && saysContent(items, i, start, classes)) break;
    if (classes.quoteClose[set] === 1) i = openBefore(items, i, lowest, classes.quoteOpen);
    else if (classes.close[set] === 1) i = openBefore(items, i, lowest, classes.open);
    else if (classes.relative[set] === 1) {
      if (opensContent(items, i, classes)) break;
      if (!isPastVerb && shared >= 0) return shared;
      const head = headBefore(items, i, lowest, classes, accepts, isAgent, !isPastVerb);
      if (head >= 0) return head;
      if (head === UNKNOWN_HEAD) return -1;
      isPastVerb = false;
      shared = -1;
    } else if (classes.verbEnd[set] === 1 || endsClause(items, i, classes)) isPastVerb = true;
    else if (
      accepts[set] === 1 &&
      !(isByMany && isOnePerson(items[i] as Item)) &&
      !isOwner(items, i, classes) &&
      isSubject(items[i] as Item, isAgent) &&
      isFree(items, i, classes) &&
      !isNamedCompany(items, i, classes) &&
      !areOwners(items, i, start, classes)
    ) {
      const described = isPastVerb
        ? -1
        : [describedBefore, bearerBefore]
            .map((find) => find(items, i, start, lowest, classes, accepts))
            .reduce((one, other) => (one >= 0 ? one : other));
      if (described >= 0) return firstOfPhrase(items, described, classes);
      if (!isPastVerb) return firstOfPhrase(items, i, classes);
      if (shared < 0) shared = firstOfPhrase(items, i, classes);
    }
  }
  return shared;
}

function isOnePerson({ group, name }: Item): boolean {
  return group === null
    ? name?.type === "person"
    : group.type === "person" && group.persons.length === 1;
}

/** "The judge who gave the sentence of |A and B| was killed": several behind a noun, and a verb of one. */
function areOwners(
  items: readonly Item[],
  i: number,
  start: number,
  classes: ClauseClasses,
): boolean {
  const before = itemOf(items, i - 1);
  if ((items[i]?.group?.persons.length ?? 0) < 2 || before === undefined) return false;
  if (items[i]?.group?.head != null || !isNominal(before, classes)) return false;
  const many = classes.of("VERBMANY");
  const verb = [start, start + 1].find((at) => classes.verbEnd[items[at]?.set ?? 0] === 1);
  return verb !== undefined && many[items[verb]?.set ?? 0] !== 1;
}

/** "With the lawyer of himself |B|": the name of the one whom a preposition holds. */
function isNamedCompany(
  items: readonly Item[],
  i: number,
  { preposition }: ClauseClasses,
): boolean {
  const own = itemOf(items, i - 1)?.group?.type === "pronoun";
  const noun = itemOf(items, i - 2)?.group?.type === "noun";
  return own && noun && preposition[itemOf(items, i - 3)?.set ?? 0] === 1;
}

/**
 * "A, accused of the murder of B, was …", "A, who signed the sentence of B, was …" without a verb: what stands between commas behind
 * one named only describes him, whomever it names. Item of A, or -1.
 */
function describedBefore(
  items: readonly Item[],
  i: number,
  start: number,
  lowest: number,
  classes: ClauseClasses,
  accepts: Uint8Array,
): number {
  const { comma, verbEnd, relative, stop, quoteOpen, object, and } = classes;
  const behind = classes.place[items[i + 1]?.set ?? 0] === 1 ? i + 2 : i + 1;
  if (comma[items[behind]?.set ?? 0] !== 1 || comma[itemOf(items, i - 1)?.set ?? 0] === 1)
    return -1;
  if (classes.of("VERBMANY")[items[start]?.set ?? 0] === 1) return -1;
  for (let at = i - 1; at >= lowest; at--) {
    const { set, group } = items[at] as Item;
    const isOpen = [verbEnd, relative, stop, quoteOpen, object, and].some((one) => one[set] === 1);
    if (isOpen) return -1;
    const isNamed = group?.type === "person" && group.persons.length === 1;
    if (!isNamed || comma[items[at + 1]?.set ?? 0] !== 1 || accepts[set] !== 1) continue;
    // "A, lawyer of B, accused of …": B stands in what describes A.
    const before = itemOf(items, at - 1);
    const isInside = before !== undefined && (before.group !== null || isNominal(before, classes));
    if (!isInside) return isFree(items, at, classes) ? at : -1;
  }
  return -1;
}

/**
 * "Two prisoners by order of the governor of the prison, |B|, were hanged": a name between commas behind what a preposition holds is
 * the one held, where those who were told of before it can be the subject. Item of these, or -1.
 */
function bearerBefore(
  items: readonly Item[],
  i: number,
  start: number,
  lowest: number,
  classes: ClauseClasses,
  accepts: Uint8Array,
): number {
  const { comma, verbEnd, relative, stop, quoteOpen, object, preposition } = classes;
  const isAside =
    comma[itemOf(items, i - 1)?.set ?? 0] === 1 && comma[itemOf(items, i + 1)?.set ?? 0] === 1;
  if (!isAside || items[i]?.group?.type !== "person") return -1;
  const isMany = isOfMany(items, start, classes);
  let isHeld = false;
  for (let at = i - 2; at >= lowest; at--) {
    const { set, group } = items[at] as Item;
    if ([verbEnd, relative, stop, quoteOpen, object].some((one) => one[set] === 1)) return -1;
    if (comma[set] === 1 && !isHeld) return -1;
    isHeld ||= preposition[set] === 1 && classes.conjunction[set] !== 1;
    if (!isHeld || group === null || accepts[set] !== 1 || !isSubject(items[at] as Item, false))
      continue;
    const several = (group.quantity?.min ?? 0) > 1 || group.persons.length > 1;
    if (isMany ? !several : group.persons.length !== 1) continue;
    const before = itemOf(items, at - 1);
    const isInside = before !== undefined && (before.group !== null || isNominal(before, classes));
    return !isInside && isFree(items, at, classes) ? at : -1;
  }
  return -1;
}

/** The verb whose words begin at `start` is of several ("to death |sentenced were|"). */
function isOfMany(items: readonly Item[], start: number, classes: ClauseClasses): boolean {
  const many = classes.of("VERBMANY");
  for (let at = start; at < Math.min(items.length, start + VERB_WORDS); at++) {
    const { set } = items[at] as Item;
    if (many[set] === 1) return true;
    if (classes.stop[set] === 1 || classes.comma[set] === 1 || classes.and[set] === 1) return false;
  }
  return false;
}

/** The verb that ends the clause behind item `start` is of several. */
function isDoneByMany(items: readonly Item[], start: number, classes: ClauseClasses): boolean {
  for (let at = start; at < Math.min(items.length, start + REACH); at++) {
    const { set } = items[at] as Item;
    if (classes.of("VERBMANY")[set] === 1) return true;
    if (classes.of("VERBEND")[set] === 1 || classes.stop[set] === 1) return false;
  }
  return false;
}

/** Items of a verb with what belongs to it. */
const VERB_WORDS = 4;

/** "A, whose brother B was hanged, …": a participle before a comma is the verb of its clause, without the auxiliary. */
function endsClause(items: readonly Item[], i: number, classes: ClauseClasses): boolean {
  return (
    classes.of("PASSPT")[items[i]?.set ?? 0] === 1 && classes.comma[items[i + 1]?.set ?? 0] === 1
  );
}

/** "A said |his clients were hanged|": what stands behind the saying is not told of who says it; "A, who said it, was hanged" is. */
function saysContent(
  items: readonly Item[],
  i: number,
  start: number,
  classes: ClauseClasses,
): boolean {
  if (classes.says[items[i]?.set ?? 0] !== 1 || classes.verbEnd[items[i]?.set ?? 0] !== 1)
    return false;
  const next = items[i + 1]?.set ?? 0;
  if (i + 1 >= start || classes.conjunction[next] === 1 || classes.comma[next] === 1) return false;
  for (let at = i - 1; at >= 0; at--) {
    const set = items[at]?.set ?? 0;
    if (classes.relative[set] === 1) return false;
    if (classes.verbEnd[set] === 1 || classes.stop[set] === 1) break;
  }
  return true;
}

/** "two companions of |his|", "|his| sentence of two years": whose they are, and another noun is the subject. */
function isOwner(items: readonly Item[], i: number, classes: ClauseClasses): boolean {
  if (items[i]?.group?.type !== "pronoun") return false;
  const before = itemOf(items, i - 1);
  if (classes.of("AGE", "DURATION")[before?.set ?? 0] === 1) return true;
  const group = before?.group;
  return group != null && group.type !== "pronoun" && group.persons.length === 0;
}

/** Institutions do things; people, as a group or by name, have things done to them too. */
function isSubject({ group, name }: Item, isAgent: boolean): boolean {
  if (isAgent) return true;
  return group === null ? name !== null : group.type !== "institution";
}

/** Nothing governs it: no preposition before it or before the nouns it belongs to, no object mark behind it. */
export function isFree(items: readonly Item[], i: number, classes: ClauseClasses): boolean {
  let next = i + 1;
  while (classes.quoteClose[items[next]?.set ?? 0] === 1) next++;
  if (classes.object[items[next]?.set ?? 0] === 1) return false;
  let at = i - 1;
  // "The witnesses of the execution of five men were arrested": whose execution it is.
  if (at >= 0 && classes.of("EXECN")[items[at]?.set ?? 0] === 1) return false;
  // "A, accused of the murder of B, was killed", "the judge of the death sentence of B was killed".
  if (at >= 0 && classes.of("KILLEROFW", "DEATHSENT")[items[at]?.set ?? 0] === 1) return false;
  // "in the course of |that| A was killed": no name stands behind "that" as its noun.
  const isNamed = items[i]?.group?.type === "person" && items[i]?.group?.persons.length === 1;
  const isThat = classes.definite[items[at]?.set ?? 0] === 1 && items[at]?.group === null;
  if (isNamed && isThat && classes.preposition[itemOf(items, at - 1)?.set ?? 0] === 1) return true;
  const isCounted = (items[i]?.group?.quantity ?? null) !== null;
  if (isCounted && at >= 0 && endsAdjunct(items[at] as Item, classes)) return true;
  // "by the reports published 70 prisoners in January": no source stands behind the word.
  if (isCounted && classes.of("CUE.nosource")[items[at]?.set ?? 0] === 1) return true;
  while (at >= 0 && isNominal(items[at] as Item, classes)) {
    if (isCounted && at < i - 1 && classes.definite[items[at]?.set ?? 0] === 1) return true;
    at--;
  }
  const before = itemOf(items, at);
  if (before === undefined) return true;
  // "three of the friends of A": whose friends they are.
  const isOne = items[i]?.group?.persons.length === 1;
  if (isOne && at < i - 1 && ((before.group?.quantity ?? before.quantity)?.min ?? 0) > 1)
    return false;
  // "without the knowledge of the family and |his lawyer A|": governed as what stands before "and".
  const beside = itemOf(items, at - 1);
  const isJoined = isOne && at === i - 1 && classes.and[before.set] === 1 && beside !== undefined;
  // "A to prison sent and |B| hanged was": the participle ends what is told of A.
  if (isJoined && at > 1 && endsPredicate(items, at - 1, classes)) return true;
  if (isJoined && classes.of("SECRETLYW")[beside.set] === 1) return false;
  // "A of murder acquitted and |B| to death sentenced was": both verbs share their auxiliary.
  if (isJoined && classes.of("LIVESON")[beside.set] === 1) return true;
  if (isJoined && (beside.group?.type === "noun" || isNominal(beside, classes)))
    return isFree(items, at - 1, classes);
  if (classes.including[before.set] === 1 || isIncluded(items, at, classes)) return false;
  return !governs(before, classes);
}

/** "A to prison |sent| and B hanged was", "A of murder |accused| and B hanged was": what is told of A ends there. */
export function endsPredicate(items: readonly Item[], at: number, classes: ClauseClasses): boolean {
  const item = items[at];
  if (item === undefined) return false;
  if (classes.of("T.part", "SHAREDP")[item.set] === 1) return true;
  if (item.group?.type !== "noun" || !classes.sharedHeads.has(item.group.head ?? "")) return false;
  return classes.preposition[itemOf(items, at - 1)?.set ?? 0] !== 1;
}

/** "in the attack on the prison |four people|", "by the fire of soldiers |four people|": what has no people of its own to count. */
function endsAdjunct({ set, group }: Item, classes: ClauseClasses): boolean {
  if (classes.trigger[set] === 1) return false;
  return group?.type === "institution" || classes.of("VIOLENT", "INCIDENT", "WARD")[set] === 1;
}

/** "including A, B and |C|": the mark before it joins a list that such a word opens. */
function isIncluded(
  items: readonly Item[],
  joint: number,
  { comma, and, including }: ClauseClasses,
) {
  let at = joint;
  while (at > 0) {
    const { set } = items[at] as Item;
    if (comma[set] !== 1 && and[set] !== 1) return including[set] === 1;
    if (itemOf(items, at - 1)?.group == null) return false;
    at -= 2;
  }
  return false;
}

function governs({ set }: Item, classes: ClauseClasses): boolean {
  if (classes.of("CUE.according")[set] === 1) return true;
  return classes.preposition[set] === 1 && classes.conjunction[set] !== 1;
}

/** A plain noun or a word that describes one, or whose it is: what stands behind it can belong to it. */
function isNominal(item: Item, classes: ClauseClasses): boolean {
  const { set } = item;
  if (item.period !== null || item.name !== null || item.quantity !== null) return false;
  if (item.group !== null) return item.group.type === "institution";
  return classes.structural[set] !== 1;
}

/** "A, a porter and father of three, was", "A porter of B was": the name that bare nouns stand beside or behind. */
function firstOfPhrase(items: readonly Item[], i: number, classes: ClauseClasses): number {
  let at = i;
  while (isBareNoun(items[at])) {
    const joint = itemOf(items, at - 1);
    if (joint === undefined) return i;
    const noun = nounOfWords(items, at - 1, classes);
    if (noun >= 0) {
      at = noun;
      continue;
    }
    const bearer = bearerOfOffice(items, at - 1, classes);
    if (bearer >= 0) return bearer;
    if (joint.group?.persons.length === 1 && joint.group.type === "person")
      return isFree(items, at - 1, classes) ? at - 1 : i;
    // "A and B, two leaders of |workers|": whose leaders they are.
    if (isListOfPeople(joint) && joint.group?.quantity != null && isFree(items, at - 1, classes))
      return at - 1;
    if (classes.comma[joint.set] === 1 && (itemOf(items, at - 2)?.group?.persons.length ?? 0) > 0)
      return isFree(items, at - 2, classes) ? at - 2 : i;
    if (classes.comma[joint.set] !== 1 && classes.and[joint.set] !== 1) return i;
    at -= 2;
  }
  return i;
}

/** "A, the secretary of the union of |teachers|": the name before the comma behind which plain words lead to the noun, or -1. */
function bearerOfOffice(items: readonly Item[], last: number, classes: ClauseClasses): number {
  let at = last;
  while (at > last - OFFICE_REACH && at > 0 && isOfOffice(items[at] as Item, classes)) at--;
  const next = items[at + 1]?.set ?? 0;
  // "A, |at the grave of| her son who was hanged, said": where she is, and not what.
  if (classes.of("OPENPREP")[next] === 1 || classes.preposition[next] === 1) return -1;
  const isAside = at < last && classes.comma[items[at]?.set ?? 0] === 1;
  const bearer = itemOf(items, at - 1);
  if (!isAside || bearer?.group?.type !== "person") return -1;
  return isFree(items, at - 1, classes) ? at - 1 : -1;
}

/** Words between a name's comma and the noun that ends its apposition. */
const OFFICE_REACH = 6;

function isOfOffice(item: Item, classes: ClauseClasses): boolean {
  if (classes.comma[item.set] === 1 || (item.group?.persons.length ?? 0) > 0) return false;
  return item.name?.type === "organisation" || isNominal(item, classes);
}

/** The bare noun that the plain words up to an index describe ("an activist for |the rivers|"), or -1. */
function nounOfWords(items: readonly Item[], last: number, classes: ClauseClasses): number {
  let at = last;
  while (at > last - 4 && at > 0 && isNominal(items[at] as Item, classes)) at--;
  return at < last && isBareNoun(items[at]) ? at : -1;
}

/** "A and B, citizens of C, who": the names that a bare noun stands beside. */
function isListOfPeople(item: Item | undefined): boolean {
  return item?.group?.type === "list" && item.group.persons.length > 1;
}

function isBareNoun(item: Item | undefined): boolean {
  return item?.group?.type === "noun" && item.group.quantity === null;
}

/**
 * The noun that the relative word at `i` belongs to: right before it, behind marks, adjuncts and quoted words. To the verb of the
 * relative clause itself it is the subject whatever governs it ("he wept for |his son| who was hanged").
 */
function headBefore(
  items: readonly Item[],
  i: number,
  lowest: number,
  classes: ClauseClasses,
  accepts: Uint8Array,
  isAgent: boolean,
  isOwnVerb: boolean,
): number {
  for (let at = i - 1; at >= Math.max(lowest, i - HEAD_REACH); at--) {
    const { set } = items[at] as Item;
    if (accepts[set] === 1 && isSubject(items[at] as Item, isAgent)) {
      const first = isBareNoun(items[at]) && isListOfPeople(items[at - 1]) ? at - 1 : at;
      // "A is the lawyer of B who was hanged": of the two in that phrase, not of A.
      if (isOwnVerb && items[first]?.group?.row.includes("group.kin") === true) return first;
      return isOwnVerb || isFree(items, first, classes) ? firstOfPhrase(items, first, classes) : -1;
    }
    if (classes.verbEnd[set] === 1 || classes.stop[set] === 1 || classes.object[set] === 1)
      return -1;
    // "he wept for a friend who was hanged": a noun that no row knows is not the one named before it.
    if (isOwnVerb && at === i - 1 && isUnknownNoun(items[at] as Item, classes)) return UNKNOWN_HEAD;
  }
  return -1;
}

/** The relative clause is of a noun that nothing is known of. */
const UNKNOWN_HEAD = -2;

function isUnknownNoun(item: Item, classes: ClauseClasses): boolean {
  return isNominal(item, classes) && classes.of("ADJ")[item.set] !== 1;
}

/** The verb at `trigger` stands in a clause that tells of a noun nobody knows ("a friend who was hanged"): of nobody named before. */
export function isOfUnknownHead(
  items: readonly Item[],
  trigger: number,
  classes: ClauseClasses,
): boolean {
  let isPastVerb = false;
  for (let i = trigger - 1; i >= Math.max(0, trigger - REACH); i--) {
    const { set } = items[i] as Item;
    if (classes.stop[set] === 1) return false;
    if (classes.verbEnd[set] === 1) {
      // "somebody who had given A away was hanged": the verb right behind the clause is of the same noun.
      const joint = itemOf(items, i + 1)?.set ?? 0;
      if (isPastVerb || classes.and[joint] === 1) return false;
      while (classes.verbEnd[itemOf(items, i - 1)?.set ?? 0] === 1) i--;
      isPastVerb = true;
    }
    if (classes.relative[set] !== 1) continue;
    const head = itemOf(items, i - 1);
    if (opensContent(items, i, classes)) return !isPastVerb && isThisOne(items, i, classes);
    return head !== undefined && isUnknownNoun(head, classes);
  }
  return false;
}

/** How far before its relative clause a noun may stand: its age, its origin, its marks. */
const HEAD_REACH = 12;

/** "This is the third porter who was killed": of one of many, and of nobody told before. */
function isThisOne(items: readonly Item[], that: number, classes: ClauseClasses): boolean {
  const verb = skipLeft(items, that - 1, classes.comma);
  if (classes.verbEnd[items[verb]?.set ?? 0] !== 1) return false;
  for (let at = verb - 1; at >= Math.max(0, verb - THIS_REACH); at--) {
    const { set, group } = items[at] as Item;
    if (classes.definite[set] === 1) return true;
    if (classes.verbEnd[set] === 1 || (group?.persons.length ?? 0) > 0) return false;
  }
  return false;
}

/** Items between "this" and the verb. */
const THIS_REACH = 5;

/** The word opens what somebody says, not what is told of a noun. */
function opensContent(items: readonly Item[], i: number, classes: ClauseClasses): boolean {
  const before = items[skipLeft(items, i - 1, classes.comma)];
  return (
    before !== undefined && (classes.cue[before.set] === 1 || classes.verbEnd[before.set] === 1)
  );
}

function openBefore(
  items: readonly Item[],
  close: number,
  lowest: number,
  opening: Uint8Array,
): number {
  for (let at = close - 1; at >= lowest; at--) if (opening[items[at]?.set ?? 0] === 1) return at;
  return close;
}

/** A time at `index` belongs to another clause than the verb at `trigger`: one of them stands in a relative clause, or another verb shares the subject. */
export function isOtherClause(
  items: readonly Item[],
  index: number,
  trigger: number,
  subject: number,
  classes: ClauseClasses,
): boolean {
  if (index > trigger) {
    const participle = classes.of("PASSPT");
    for (let i = trigger; i < index; i++) {
      const set = items[i]?.set ?? 0;
      if (classes.verbEnd[set] === 1) return true;
      // "was held and on 3 May moved": the verb's own words end here.
      const isBehindVerb = i === trigger + 1 || participle[items[i - 1]?.set ?? 0] === 1;
      if (i > trigger && isBehindVerb && classes.and[set] === 1) return true;
    }
    return false;
  }
  if (isSharedTime(items, index, trigger, classes)) return false;
  let isPastVerb = false;
  for (let i = trigger - 1; i > index; i--) {
    const { set } = items[i] as Item;
    if (classes.relative[set] === 1 && !isPastVerb) return true;
    if (classes.relative[set] === 1) isPastVerb = false;
    else if (classes.verbEnd[set] === 1) isPastVerb = true;
    else if (classes.trigger[set] === 1 && subject < i && classes.and[items[i + 1]?.set ?? 0] === 1)
      return true;
  }
  return isPastVerb;
}

/** "On Monday A were killed and B were held": the time that opens a sentence is that of all clauses that "and" joins. */
export function isSharedTime(
  items: readonly Item[],
  index: number,
  trigger: number,
  classes: ClauseClasses,
): boolean {
  const from = Math.max(behindSource(items, index, classes), behindCue(items, index, classes));
  for (let i = from; i < index; i++) if (!opensTime(items[i] as Item, classes)) return false;
  for (let i = index + 1; i < trigger; i++) {
    const { set, period } = items[i] as Item;
    if (period !== null && period.kind !== "age-like") return false;
    if (classes.relative[set] === 1 || classes.that[set] === 1 || classes.stop[set] === 1)
      return false;
    if (classes.verbEnd[set] === 1 && classes.and[items[i + 1]?.set ?? 0] !== 1) return false;
  }
  return true;
}

/** "By the report of A, on Monday": where the source that opens a sentence ends, else its beginning. */
function behindSource(items: readonly Item[], index: number, classes: ClauseClasses): number {
  if (classes.of("CUE.according")[itemOf(items, 0)?.set ?? 0] !== 1) return 0;
  for (let i = 1; i < Math.min(index, 6); i++)
    if (classes.comma[(items[i] as Item).set] === 1) return i + 1;
  return 0;
}

/** "The organisation said that |in October|": what is said opens behind the "that" of the saying. */
function behindCue(items: readonly Item[], index: number, classes: ClauseClasses): number {
  for (let i = index - 1; i > 0 && i >= index - 3; i--)
    if (classes.relative[(items[i] as Item).set] === 1)
      return classes.cue[(items[i - 1] as Item).set] === 1 ? i + 1 : 0;
  return 0;
}

/** A word that stands before the time that opens a sentence: "in", "in the protests of". */
function opensTime({ set, group, name }: Item, classes: ClauseClasses): boolean {
  if (group !== null || (name !== null && name.type !== "place")) return false;
  return classes.verbEnd[set] !== 1 && classes.and[set] !== 1 && classes.comma[set] !== 1;
}
