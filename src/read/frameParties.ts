/**
 * In: a frame where it fits. Out: those whom it concerns and who did it, or null where they show that it tells no event.
 * Never: takes a thing, an age or an owner for one of those concerned.
 */
import type { ClaimKind } from "../model/claim.ts";
import { isAppositive } from "./appositive.ts";
import { findSubject } from "./clause.ts";
import { skipLeft } from "./clauseOpenings.ts";
import { type EventContext, type ReadEvent, TAKES_PART } from "./event.ts";
import {
  around,
  bareSubject,
  byAgent,
  coordinated,
  invertedSubject,
  isAllOfKind,
  isThing,
  isVictim,
  partitiveSubject,
  quantityOf,
  withoutAges,
  withoutOwners,
} from "./eventParties.ts";
import { nearestObject } from "./eventShared.ts";
import { leavesSomebodyOut } from "./exceptedFinal.ts";
import { type FramePlace, ownsInside } from "./framePlace.ts";
import {
  isCharge,
  isGround,
  isOfEach,
  isCompany,
  isDoneBy,
  isHeadlineLike,
  isKinOnly,
  isOfThose,
  isOverCue,
} from "./frameRefusals.ts";
import { type Item, itemOf } from "./items.ts";
import { entryItem, leavesOutSubject } from "./nameFragments.ts";
import { doerOfListed } from "./listedVerbs.ts";
import { nounAgent } from "./nounAgent.ts";
import type { FrameRow } from "./packRows.ts";
import { canLive, isSignOfLife } from "./signsOfLife.ts";
import { hangsOwnPeople, ownPeopleAt } from "./ownPeople.ts";
import { isNotCalled, isVisitor } from "./calledKin.ts";
import { findSubjectFinal } from "./subjectFinal.ts";
import { isTitleOfOther } from "./titleOfOther.ts";
import { holdsOneOf, isOneOf } from "./wordSets.ts";

/** Who is concerned by an event, as indices of items. */
export type FrameParties = {
  readonly victims: readonly number[];
  /** Who did it, or -1. */
  readonly agent: number;
  /** The subject of the verb, or -1. */
  readonly subject: number;
  /** How many the verb alone tells of, where nobody is said. */
  readonly dropped: ReadEvent["dropped"];
  /** All of a kind are meant, nobody in particular. */
  readonly isGeneral: boolean;
};

/** Those concerned and those who did it; null where nobody is whom such an event can concern. */
export function findParties(place: FramePlace, context: EventContext): FrameParties | null {
  const { reading, items, match, row, trigger, triggerRow, kind, start, captured } = place;
  if (row.heads === true && isOfSomebodyElse(items, match.from, trigger, context)) return null;
  const first = firstVictims(place, context);
  if (first.victims.some((index) => isExcepted(items[index], context))) return null;
  if (first.victims.some((at) => isOneOfMany(items, at, trigger, context))) return null;
  if (leavesSomebodyOut(items, trigger, first.victims, context)) return null;
  if (isCompany(items, row, captured, trigger, context)) return null;
  if (first.victims.some((at) => at < trigger && isTeller(items, at, trigger, context)))
    return null;
  if (kind === "death-in-custody" && isKinOnly(items, match, first.victims, context)) return null;
  if (kind === "imminent-execution" && isNotCalled(items, trigger, context)) return null;
  if (captured !== undefined && hangsOwnPeople(items, match, captured[0], context)) return null;
  if (captured !== undefined && isTitleOfOther(items, trigger, captured[0], row, context))
    return null;
  if (captured !== undefined && isPastObject(items, captured[1], trigger, context)) return null;
  if (captured !== undefined && isVisitor(items, trigger, captured[0], context)) return null;
  // "double the number |executed| in 2021": what it is measured by.
  if (row.auxless === true && context.classes.of("NUMBERN")[items[start - 1]?.set ?? 0] === 1)
    return null;
  const alone = victimsAmong(first.victims, place, context).map((at) =>
    kind === "execution" ? ownPeopleAt(items, at, context) : at,
  );
  const victims = [...alone, ...furtherOwners(items, alone, trigger, context)];
  const isOfThings =
    captured !== undefined &&
    (isThing(items[captured[0]], context) ||
      countsThings(items, captured[0], context) ||
      ownsThing(items, captured[1], context));
  if (row.kind === undefined && row.victim === "capture" && isOfThings && victims.length === 0)
    return null;
  if (row.auxless === true && isOverCue(items, first.subject, start, context)) return null;
  const dropped = droppedIn(place, victims, first.subject, context);
  const needsVictim = row.victim === "subject" && NEEDS_VICTIM.has(kind);
  const isNobody = victims.length === 0 && dropped === null;
  if ((row.auxless === true || needsVictim) && isNobody && !isHeadlineLike(reading, context))
    return null;
  const isCounted =
    match.parts["q"] !== undefined || victims.some((index) => quantityOf(items[index]) !== null);
  if (triggerRow?.needs === "count" && !isCounted) return null;
  if (match.parts["q"]?.[1] === trigger - 1 && isCharge(items, trigger, context)) return null;
  if (row.victim === "none" && isGround(match, items, trigger, context)) return null;
  if (victims.some((index) => isOfEach(items[index], context))) return null;
  let { subject } = first;
  let agent = -1;
  const isNoun = context.classes.nominal[items[trigger]?.set ?? 0] === 1;
  if (row.agent === "subject") {
    agent = isAttribute(items, start, context)
      ? -1
      : subjectOf(items, Math.min(start, victims[0] ?? start), row, true, context);
    if (agent < 0 && TAKES_PART.has(kind)) agent = thoseTakingPart(items, start, context);
    subject = agent;
  } else if (row.agent === "by") agent = byAgent(items, match.to, context);
  else if (row.agent === undefined && DONE_BY_NOUN.has(kind) && isNoun)
    agent = nounAgent(items, match.from, context);
  const doer = match.parts["d"]?.[0] ?? agent;
  if (row.doer !== undefined && !isDoneBy(items[doer], row.doer, context)) return null;
  if (isSignOfLife(row.kind, row.stage) && !canLive(items, victims, place, context)) return null;
  const isGeneral =
    row.particular === true && victims.every((at) => isAllOfKind(items[at], context));
  return { victims, agent, subject, dropped, isGeneral };
}

/** "The executions of A and |of B|": whose they are besides; not "of A and of the killers of B". */
function furtherOwners(
  items: readonly Item[],
  victims: readonly number[],
  trigger: number,
  { classes, pack, tokens }: EventContext,
): readonly number[] {
  const [only] = victims;
  if (pack.isVerbFinal || only === undefined || victims.length > 1) return [];
  const { of_, and, comma, possessive, determiner, adjective } = classes;
  const setAt = (at: number): number => itemOf(items, at)?.set ?? 0;
  // "wrote |of| the execution of A and of B": B may be whom else she wrote of.
  let lead = trigger - 1;
  while (determiner[setAt(lead)] === 1 || adjective[setAt(lead)] === 1) lead--;
  if (isOneOf(tokens, (itemOf(items, lead)?.to ?? 0) - 1, pack.wordsIn("OFW"))) return [];
  const isNamed = (at: number): boolean => {
    const group = itemOf(items, at)?.group;
    return group?.type === "person" && group.persons.length > 0 && group.owners.length === 0;
  };
  if (classes.nominal[setAt(trigger)] !== 1 && trigger < only) return [];
  const found: number[] = [];
  for (let at = only; isNamed(at) && of_[setAt(at - 1)] === 1; ) {
    let next = comma[setAt(at + 1)] === 1 ? at + 2 : at + 1;
    const isJoined = and[setAt(next)] === 1;
    if (isJoined) next++;
    if (next === at + 1 || of_[setAt(next)] !== 1 || !isNamed(next + 1)) break;
    if (possessive[setAt(next + 2)] === 1) break;
    at = next + 1;
    found.push(at);
    if (isJoined) break;
  }
  return found;
}

/** "took away her son's |letters|", "shot her brother's |car|": what stands behind the mark of the owner is nobody. */
function ownsThing(
  items: readonly Item[],
  mark: number,
  { classes, pack, tokens }: EventContext,
): boolean {
  const thing = itemOf(items, mark + 1);
  if (pack.isVerbFinal || classes.possessive[itemOf(items, mark)?.set ?? 0] !== 1) return false;
  if (thing === undefined || thing.group !== null || thing.name !== null) return false;
  const people = ["HUMAN", "KINONE", "LAWYERN"].map((name) => pack.wordsIn(name));
  return !people.some((words) => isOneOf(tokens, thing.to - 1, words));
}

/** "They A OBJECT, behind many words, freed and |his brother OBJECT| arrested": the verb is that of the second object. */
function isPastObject(
  items: readonly Item[],
  from: number,
  trigger: number,
  { classes, pack }: EventContext,
): boolean {
  if (!pack.isVerbFinal || trigger - from < FAR_OBJECT) return false;
  let marks = 0;
  for (let at = from; at < trigger; at++) if (classes.object[items[at]?.set ?? 0] === 1) marks++;
  return marks > 1;
}

/** Items from those concerned to their verb, from which on a second object is nearer to it. */
const FAR_OBJECT = 17;

/** "The wife and two children of |him| were killed", where verbs stand last: "he" alone is no subject of a verb of several. */
function isOneOfMany(
  items: readonly Item[],
  at: number,
  trigger: number,
  { classes, pack, tokens }: EventContext,
): boolean {
  const item = items[at];
  if (!pack.isVerbFinal || item?.group?.type !== "pronoun" || at + 1 !== trigger) return false;
  const many = classes.of("VERBMANY");
  if (many[items[trigger]?.set ?? 0] !== 1 && many[items[trigger + 1]?.set ?? 0] !== 1)
    return false;
  return pack.wordsIn("PRONSG").has(tokens.form[item.from] ?? "");
}

/** "a raid that according to |A| killed five": whoever tells it is none of those concerned. */
function isTeller(
  items: readonly Item[],
  at: number,
  trigger: number,
  { classes, pack }: EventContext,
): boolean {
  if (pack.isVerbFinal || classes.of("CUE.according")[items[at - 1]?.set ?? 0] !== 1) return false;
  return !items.slice(at + 1, trigger).some(({ set }) => classes.comma[set] === 1);
}

/** "The killer of |the victims was identified as A|", "the driver who hit |the dead man was|": somebody else is who is named. */
function isOfSomebodyElse(
  items: readonly Item[],
  from: number,
  trigger: number,
  { classes, pack }: EventContext,
): boolean {
  if (pack.isVerbFinal || from !== trigger) return false;
  const before = itemOf(items, from - 1);
  const owner = itemOf(items, from - 2);
  if (before === undefined) return false;
  if (classes.of("ED", "HITV", "T.past", "VIOLV")[before.set] === 1) return true;
  if (classes.of_[before.set] !== 1 && classes.preposition[before.set] !== 1) return false;
  if (classes.subordinator[before.set] === 1 || owner === undefined) return false;
  const isAct = owner.group === null && classes.trigger[owner.set] === 1;
  return isAct || (owner.group !== null && owner.group.quantity === null);
}

/** "A lawyer represented |jailed teacher A|": behind another verb the participle only describes the one named. */
function isAttribute(
  items: readonly Item[],
  start: number,
  { classes, pack, tokens }: EventContext,
): boolean {
  const before = itemOf(items, start - 1);
  if (pack.isVerbFinal || before === undefined) return false;
  if (before.group !== null || before.name !== null || before.period !== null) return false;
  return (
    classes.of("ED", "CUE.say", "CUE.judge")[before.set] === 1 ||
    isOneOf(tokens, before.to - 1, pack.wordsIn("DESCRIBEDV"))
  );
}

/** Acts that somebody leads or orders: "oversaw the torture of". */
const DONE_BY_NOUN: ReadonlySet<ClaimKind> = new Set([
  "execution",
  "killing",
  "torture",
  "arrest",
  "enforced-disappearance",
  "transnational-repression",
  "destruction",
  "other-abuse",
]);

/** Where the row says that those concerned stand. */
function firstVictims(
  { items, match, row, trigger, kind, start, captured }: FramePlace,
  context: EventContext,
): { readonly victims: number[]; readonly subject: number } {
  const { isVerbFinal } = context.pack;
  const fallback = (victims: number[], subject: number) => {
    if (victims.length > 0 || row.victim !== "subject" || !NEEDS_VICTIM.has(kind))
      return { victims, subject };
    const entry = row.auxless === true ? entryItem(items, start, trigger, context) : -1;
    return { victims: entry >= 0 ? [entry] : bareSubject(items, start, context), subject };
  };
  if (row.victim === "either" && captured !== undefined)
    return { victims: range(captured), subject: -1 };
  if (row.victim === "around")
    return {
      victims: captured === undefined ? around(items, match, context) : range(captured),
      subject: -1,
    };
  if (row.victim === "subject" || row.victim === "either") {
    const subject =
      partitiveSubject(items, start, context) ?? subjectOf(items, start, row, false, context);
    return fallback(
      subject >= 0
        ? coordinated(items, subject, context)
        : invertedSubject(items, match.to, row.id, context),
      subject,
    );
  }
  if (captured === undefined) return { victims: [], subject: -1 };
  if (row.victim === "dropped") return { victims: range(captured), subject: -1 };
  if (row.victim !== "capture") return { victims: [], subject: -1 };
  if (!isVerbFinal)
    return { victims: [...range(captured), ...range(match.parts["w"] ?? [0, 0])], subject: -1 };
  const victims =
    row.agent === "subject"
      ? coordinated(items, captured[0], context)
      : [...range(captured), ...range(match.parts["w"] ?? [0, 0])];
  return { victims: nearestObject(items, victims, trigger, context), subject: -1 };
}

/** Of those where the row looks, the ones whom such an event can concern. */
function victimsAmong(found: number[], place: FramePlace, context: EventContext): number[] {
  const { items, row, trigger, kind } = place;
  let victims = found;
  if (row.agent === "subject" && row.victim === "capture" && !ownsInside(place, context))
    victims = withoutOwners(bearerOfKin(victims, items, context), items, context);
  if (context.pack.isVerbFinal) victims = headOfRelative(victims, trigger, items, context);
  const isOfOthers = isOfThose(items, trigger, context);
  return withoutAges(victims, items, context).filter(
    (index) =>
      !isDoer(items, index, context) &&
      !(index > trigger && isAppositive(items, index, context)) &&
      !(isOfOthers && isNamedOrCounted(items[index])) &&
      isVictim(items[index], kind, context) &&
      (kind === "destruction" || !countsThings(items, index, context)),
  );
}

function isNamedOrCounted(item: Item | undefined): boolean {
  return quantityOf(item) !== null || (item?.group?.persons.length ?? 0) > 0;
}

/** "The death sentence was issued by Judge A", "the men, identified by their lawyer A, were": who stands behind "by" did it. */
function isDoer(items: readonly Item[], index: number, { classes, pack }: EventContext): boolean {
  if (pack.isVerbFinal) return false;
  const at = skipLeft(items, index - 1, classes.determiner);
  return classes.by[itemOf(items, at)?.set ?? 0] === 1;
}

function droppedIn(
  { reading, items, match, row, trigger, triggerItem, kind }: FramePlace,
  victims: readonly number[],
  subject: number,
  context: EventContext,
): ReadEvent["dropped"] {
  if (row.victim === "subject" && victims.length === 0 && subject < 0) {
    const isOpen = NEEDS_VICTIM.has(kind) && leavesOutSubject(items, trigger, context.classes);
    const named = isOpen ? context.entry(reading).length : 0;
    if (named > 0) return named === 1 ? "one" : "several";
  }
  if (row.victim === "dropped") return saidInVerb(triggerItem, victims, context);
  const mayBeInVerb = context.pack.isVerbFinal && subject < 0 && victims.length === 0;
  return mayBeInVerb && row.victim === "subject" && NEEDS_VICTIM.has(kind)
    ? (namedBeside(items, trigger, context) ?? droppedNumber(items, match.to, context))
    : null;
}

/** "executed 40 orders", "carried out in three prisons": a bare number of what is no people. */
function countsThings(
  items: readonly Item[],
  index: number,
  { pack, tables, tokens }: EventContext,
): boolean {
  const item = items[index];
  if (pack.isVerbFinal || item === undefined || item.group !== null || item.quantity === null)
    return false;
  const counted = itemOf(items, index + 1);
  if (counted === undefined) return false;
  return tables.thing[counted.set] === 1 || isOneOf(tokens, counted.to - 1, pack.wordsIn("PLACEN"));
}

/** "Everyone except A was hanged", "all ten but A were": the one to whom it did not happen. */
function isExcepted(item: Item | undefined, { tokens, pack }: EventContext): boolean {
  if (item === undefined || pack.isVerbFinal) return false;
  const { form } = tokens;
  const words = pack.wordsIn("EXCEPTW");
  const last = form[item.from - 1] ?? "";
  if (words.has(last) || words.has(`${form[item.from - 2] ?? ""} ${last}`)) return true;
  if (!pack.wordsIn("EXCEPTBUT").has(last)) return false;
  const all = pack.wordsIn("EVERYBODY");
  return holdsOneOf(tokens, Math.max(0, item.from - 4), item.from - 1, all);
}

/** "Thousands took to the streets", "protesters chanted": who takes part is a bare number before the verb, or stands in the frame. */
function thoseTakingPart(items: readonly Item[], start: number, context: EventContext): number {
  if (context.pack.isVerbFinal) return -1;
  if (items[start]?.group != null) return start;
  const verb = skipLeft(items, start - 1, context.classes.adverb);
  const at = skipLeft(items, verb, context.classes.finiteBe);
  const quantity = items[at]?.quantity;
  if (quantity == null || quantity.measure !== "count") return -1;
  const { classes } = context;
  const set = items[at - 1]?.set ?? 0;
  const opensClause =
    at === 0 ||
    // "By the weekend thousands had marched".
    (at <= 3 && classes.preposition[items[0]?.set ?? 0] === 1) ||
    items[at - 1]?.period != null ||
    classes.comma[set] === 1 ||
    classes.and[set] === 1 ||
    classes.that[set] === 1 ||
    classes.says[set] === 1;
  return opensClause ? at : -1;
}

/** "By gunfire A was killed and three wounded": the verb behind is of the three, who was killed stands right before. */
function namedBeside(
  items: readonly Item[],
  trigger: number,
  { classes }: EventContext,
): ReadEvent["dropped"] {
  const others = items[trigger + 2];
  if (classes.and[items[trigger + 1]?.set ?? 0] !== 1 || others === undefined) return null;
  if (others.group === null && others.quantity === null) return null;
  const named = items[skipLeft(items, trigger - 1, classes.of("AGE", "COMMA"))]?.group;
  const isOne = named?.type === "person" && named.owners.length === 0;
  return isOne && named.persons.length === 1 ? "one" : null;
}

/** The verb tells whether one or several are meant whom the sentence does not name. */
function droppedNumber(
  items: readonly Item[],
  to: number,
  { classes, pack, tokens }: EventContext,
): ReadEvent["dropped"] {
  const verb = itemOf(items, to - 1);
  if (verb === undefined || classes.verbEnd[verb.set] !== 1) return null;
  const form = tokens.form[verb.to - 1] ?? "";
  const isMany =
    classes.verbMany[verb.set] === 1 ||
    [...pack.wordsIn("PLURALENDS")].some((end) => form.endsWith(end));
  return isMany ? "several" : "one";
}

/** A verb that holds its object ("they hanged-him") tells whether one or several were told before. */
function saidInVerb(
  { set }: Item,
  victims: readonly number[],
  { classes }: EventContext,
): ReadEvent["dropped"] {
  if (victims.length > 0) return null;
  return classes.of("MANYOBJ")[set] === 1 ? "several" : "one";
}

/** Kinds of acts on people: a passive without one of them for its subject tells of something else. */
const NEEDS_VICTIM: ReadonlySet<ClaimKind> = new Set([
  "execution",
  "death-sentence",
  "imminent-execution",
  "killing",
  "injury",
  "arrest",
  "torture",
  "enforced-disappearance",
  "corporal-punishment",
  "release",
  "clemency",
]);

function range([from, to]: readonly [number, number]): number[] {
  const indices: number[] = [];
  for (let at = from; at < to; at++) indices.push(at);
  return indices;
}

/** "Ten, including A, who was pardoned, …", "A, the brother of B, who was hanged, …": it is told of the last before "who". */
function headOfRelative(
  victims: number[],
  trigger: number,
  items: readonly Item[],
  { classes }: EventContext,
): number[] {
  const [first] = victims;
  if (first === undefined || victims.length > 1) return victims;
  for (let at = trigger - 1; at > first + 1; at--) {
    const { set } = items[at] as Item;
    if (classes.verbEnd[set] === 1 || classes.comma[set] === 1) return victims;
    if (classes.relative[set] !== 1) continue;
    const head = at - 1;
    if (items[head]?.group === null || head === first) return victims;
    const isNamed = (items[head]?.group?.persons.length ?? 0) > 0;
    const isAmong = isNamed && classes.including[items[head - 1]?.set ?? 0] === 1;
    const isBeside = classes.comma[items[head - 1]?.set ?? 0] === 1 && head - 2 === first;
    return isAmong || (isBeside && classes.of("KINOF")[items[head]?.set ?? 0] !== 1)
      ? [head]
      : victims;
  }
  return victims;
}

/** "Officers arrested A, the brother of B" where verbs stand last: A, not the brother. */
function bearerOfKin(
  victims: number[],
  items: readonly Item[],
  { pack, classes }: EventContext,
): number[] {
  const [at] = victims;
  if (!pack.isVerbFinal || at === undefined || victims.length > 1) return victims;
  const isKin = items[at]?.group?.row.includes("group.kin") === true;
  const bearer = itemOf(items, at - 2);
  return isKin &&
    classes.comma[itemOf(items, at - 1)?.set ?? 0] === 1 &&
    bearer?.group?.type === "person"
    ? [at - 2]
    : victims;
}

/** "A was held |after agents raided| his home and took his books": a nearer clause has its own doer, so A did not do it. */
function actsBetween(
  items: readonly Item[],
  subject: number,
  start: number,
  { classes }: EventContext,
): boolean {
  if (subject < 0) return false;
  for (let at = start - 1; at > subject; at--) {
    const { set } = items[at] as Item;
    if (classes.comma[set] === 1 || classes.stop[set] === 1) return false;
    if (classes.subordinator[set] !== 1) continue;
    const verb = items[at + 2]?.set ?? 0;
    return (
      (items[at + 1]?.group ?? null) !== null &&
      (classes.trigger[verb] === 1 || classes.finite[verb] === 1)
    );
  }
  return false;
}

function subjectOf(
  items: readonly Item[],
  start: number,
  row: FrameRow,
  isAgent: boolean,
  context: EventContext,
): number {
  const { classes, pack, tables } = context;
  const accepts = isAgent ? tables.agent : tables.subjects;
  if (pack.isVerbFinal) return findSubjectFinal(items, start, classes, accepts, isAgent);
  const auxless = !isAgent && row.auxless === true;
  const subject = findSubject(items, start, classes, { auxless, accepts });
  // "Agents searched A's house and took his phone": whose house it was did not do it.
  const isOwner = isAgent && classes.possessive[items[subject + 1]?.set ?? 0] === 1;
  if (subject >= 0 && isOwner) return -1;
  if (isAgent && actsBetween(items, subject, start, context)) return -1;
  return isAgent ? (doerOfListed(items, subject, start, context) ?? subject) : subject;
}
