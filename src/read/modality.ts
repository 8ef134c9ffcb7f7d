/**
 * In: the items around an event word. Out: its modality and hedge, from operators whose scope reaches it.
 * Never: lets an event under an operator it does not understand be counted.
 */
import { isOfOtherObject } from "./deniedObject.ts";
import type { Modality } from "../model/claim.ts";
import type { ClauseClasses } from "./clauseClasses.ts";
import { calledFalseBehind, isAnswered, isCalledOfOther } from "./calledFalse.ts";
import { correctionBehind } from "./corrected.ts";
import { invertedDenial } from "./invertedDenial.ts";
import { type Item, itemOf } from "./items.ts";

export type ReadModality = {
  readonly modality: Modality;
  /** Item of the hedge word, or null. */
  readonly hedge: Item | null;
  /** Item of the operator that decided, or null. */
  readonly operator: Item | null;
};

const HAPPENED: ReadModality = { modality: "happened", hedge: null, operator: null };

/**
 * Reads the modality of the event at item `trigger` whose verb group or noun phrase begins at `start`;
 * `subject` is the index of its subject or -1. Operators are read from the inside out; the innermost decides,
 * but a demand outside of a stop makes it "called-to-stop".
 */
export function readModality(
  items: readonly Item[],
  start: number,
  trigger: number,
  subject: number,
  classes: ClauseClasses,
): ReadModality {
  let hedge: Item | null = null;
  let inner: { modality: Modality; operator: Item } | null = null;
  const consider = (item: Item): boolean => {
    if (classes.hedge[item.set] === 1) hedge ??= item;
    const found = operatorOf(item, classes);
    if (found === null) return false;
    if (inner === null) inner = { modality: found, operator: item };
    else if (found === "negated" && inner.modality === "negated")
      inner = { modality: "unclear", operator: item };
    else if (found === "called-to-stop" && inner.modality === "intended")
      inner = { modality: found, operator: item };
    else if (found === "hypothetical" && inner.modality === "intended")
      inner = { modality: found, operator: item };
    else if (inner.modality === "happened") inner = { modality: found, operator: item };
    return true;
  };
  inner = rumouredBefore(items, start, classes);
  const averted = avertedBy(items, trigger, classes);
  if (averted !== null) inner = averted;
  const isCorrected = correctionBehind(items, trigger, classes) >= 0;
  for (let i = trigger - 1, isVerbal = true; i >= start; i--) {
    const item = items[i] as Item;
    if (isDoneByMistake(items, i, trigger, classes)) continue;
    if (isOfOtherObject(items, i, trigger, classes)) continue;
    // "was not hanged on Monday but on Wednesday": only the day is denied.
    if (isCorrected && classes.negation[item.set] === 1) continue;
    if (isVerbal || (classes.negation[item.set] === 1 && !isOfCause(items, i, trigger, classes)))
      consider(item);
    isVerbal &&= isTransparent(item, classes) || operatorOf(item, classes) !== null;
  }
  let at = start - 1;
  // "The suspect, who has not been named, was shot": what stands before the comma is of another verb.
  const isClosed =
    classes.comma[items[start]?.set ?? 0] === 1 ||
    isBehindRelative(items, subject, start, trigger, classes);
  for (let steps = 0; !isClosed && at >= 0 && steps < REACH; at--, steps++) {
    const item = items[at] as Item;
    if (isOfSubject(item, at, start, subject, classes)) continue;
    if (isDoneByMistake(items, at, trigger, classes)) continue;
    if (isOfOtherObject(items, at, trigger, classes)) continue;
    if (isCorrected && classes.negation[item.set] === 1) continue;
    if (
      at === start - 1 &&
      classes.against[item.set] === 1 &&
      (classes.gerund[items[trigger]?.set ?? 0] === 1 ||
        classes.being[items[start]?.set ?? 0] === 1)
    )
      inner ??= { modality: "hypothetical", operator: item };
    if (at === start - 1)
      considerAhead(items, at, classes, consider, (operator) => {
        inner ??= { modality: "hypothetical", operator };
      });
    if (consider(item)) {
      if (isUndenied(items, at, inner, classes)) inner = { modality: "unclear", operator: item };
      if (classes.factOp[item.set] === 1 && classes.stopOp[item.set] !== 1) {
        const charge = items[at - 1];
        if (charge !== undefined && classes.accuseOp[charge.set] === 1) consider(charge);
        break;
      }
      continue;
    }
    // "is not among those hanged on Monday": of the one named it is denied.
    if (classes.including[item.set] === 1 && classes.no[items[at - 1]?.set ?? 0] === 1)
      inner ??= { modality: "negated", operator: items[at - 1] as Item };
    if (!isTransparent(item, classes) && classes.source[item.set] !== 1) break;
  }
  if (subject >= 0) {
    const subjectItem = items[subject] as Item;
    const isNone =
      isNobody(items, subject, classes) && !isOfOtherObject(items, subject - 1, trigger, classes);
    if (subjectItem.group?.isNobody === true || isNone) {
      inner = { modality: "negated", operator: subjectItem };
    }
    for (let i = subject - 1; i >= Math.max(0, subject - 4); i--) {
      const item = items[i] as Item;
      if (classes.comma[item.set] === 1 || classes.stop[item.set] === 1) break;
      if (classes.conditional[item.set] === 1) inner = { modality: "hypothetical", operator: item };
      if (classes.hedge[item.set] === 1) hedge ??= item;
    }
  } else {
    const before = itemOf(items, start - 1);
    if (before !== undefined && classes.conditional[before.set] === 1)
      inner = { modality: "hypothetical", operator: before };
  }
  inner ??= neitherBefore(items, trigger, classes);
  const sibling = inner === null ? siblingBefore(items, trigger, classes) : -1;
  if (sibling >= 0) {
    const shared = readModality(items, sibling, sibling, subject, classes);
    if (shared.modality !== "happened") return shared;
  }
  const inverted = inner === null ? invertedDenial(items, trigger, classes) : null;
  if (inverted !== null) inner = { modality: "negated", operator: inverted };
  const own = inner as { modality: Modality; operator: Item } | null;
  const denied =
    own === null || own.modality === "alleged"
      ? (deniedBehind(items, trigger, subject, classes) ??
        falselyTold(items, trigger, classes) ??
        (own === null ? null : rejectedBehind(items, trigger, classes)))
      : own.modality === "hypothetical"
        ? rejectedBehind(items, trigger, classes)
        : own.modality === "happened"
          ? deniedBehind(items, trigger, subject, classes)
          : null;
  const prevented = own === null ? preventedBehind(items, trigger, classes) : null;
  const nearest =
    prevented ??
    denied ??
    own ??
    wishedBehind(items, trigger, classes) ??
    askedOf(items, start, subject, classes);
  const isOpen = nearest === null || nearest.modality === "happened";
  const decided =
    (isOpen
      ? (governing(items, start, trigger, classes) ?? afterwards(items, trigger, classes))
      : null) ?? nearest;
  if (decided?.modality === "hypothetical" && isToldAhead(items, decided.operator, classes)) {
    return { modality: "intended", hedge, operator: decided.operator };
  }
  if (decided === null)
    return hedge === null ? HAPPENED : { modality: "happened", hedge, operator: null };
  return { modality: decided.modality, hedge, operator: decided.operator };
}

/** "was not tortured |or beaten|", "not subjected to torture or |beatings|": where the one before "or" stands, whose modality both share; -1 without. */
function siblingBefore(items: readonly Item[], trigger: number, classes: ClauseClasses): number {
  let joint = trigger - 1;
  while (joint > 0 && classes.adverb[items[joint]?.set ?? 0] === 1) joint--;
  if (classes.of("ORJOIN")[items[joint]?.set ?? 0] !== 1) return -1;
  let at = joint - 1;
  while (at >= Math.max(0, joint - SIBLING_REACH)) {
    const { set } = items[at] as Item;
    if (classes.trigger[set] === 1) return at;
    if (classes.stop[set] === 1 || classes.relative[set] === 1) return -1;
    at--;
  }
  return -1;
}

/** Items between two deeds joined by "or". */
const SIBLING_REACH = 3;

/** "for |lack| of care died", "and |lack| of beds": a noun that a preposition holds, or that is nothing else, denies what it stands before, and not the verb. */
function isOfCause(
  items: readonly Item[],
  i: number,
  trigger: number,
  classes: ClauseClasses,
): boolean {
  const isHeld = classes.preposition[itemOf(items, i - 1)?.set ?? 0] === 1;
  const isNoun = classes.of("LACKN")[items[i]?.set ?? 0] === 1;
  return (isHeld || isNoun) && i < trigger - 1 && classes.nominal[items[trigger]?.set ?? 0] !== 1;
}

/** "While denying the news of the media |to the effect of| the death of", "Rumour: the killing of": what the words before make of what they introduce. */
function rumouredBefore(
  items: readonly Item[],
  start: number,
  classes: ClauseClasses,
): { modality: Modality; operator: Item } | null {
  const opening = itemOf(items, start - 1);
  if (opening === undefined) return null;
  const rumour = itemOf(items, start - 2);
  if (classes.colon[opening.set] === 1)
    return rumour !== undefined && classes.rumour[rumour.set] === 1
      ? { modality: "alleged", operator: rumour }
      : null;
  if (classes.denial[opening.set] === 1) return { modality: "negated", operator: opening };
  if (classes.basedOn[opening.set] !== 1) return null;
  for (let at = start - 2; at >= Math.max(0, start - RUMOUR_REACH); at--) {
    const item = items[at] as Item;
    if (classes.verbEnd[item.set] === 1 || classes.stop[item.set] === 1) return null;
    const isDenied = classes.negOp[item.set] === 1 || classes.denial[item.set] === 1;
    if (isDenied || classes.lie[item.set] === 1) return { modality: "negated", operator: item };
    if (classes.rumour[item.set] === 1) return { modality: "alleged", operator: item };
  }
  return null;
}

/** Items between a denial and what it denies ("denying the news of the media abroad to the effect of"). */
const RUMOUR_REACH = 12;

/** "a petition against the execution of", "the need of preventing the hanging of": it may yet be averted. */
function avertedBy(
  items: readonly Item[],
  trigger: number,
  classes: ClauseClasses,
): { modality: Modality; operator: Item } | null {
  if (classes.opposable[items[trigger]?.set ?? 0] !== 1) return null;
  const lead = [classes.determiner, classes.adjective, classes.of("DSENT")];
  let at = trigger - 1;
  while (at >= 0 && lead.some((members) => members[items[at]?.set ?? 0] === 1)) at--;
  const operator = items[at];
  if (operator === undefined) return null;
  if (classes.against[operator.set] === 1) return { modality: "hypothetical", operator };
  return classes.of("STOPPING")[operator.set] === 1
    ? { modality: "called-to-stop", operator }
    : null;
}

/** "Was hanged by mistake": right before the verb it says how it was done; before a noun ("his hanging, by mistake") it may deny it. */
function isDoneByMistake(
  items: readonly Item[],
  at: number,
  trigger: number,
  classes: ClauseClasses,
): boolean {
  if (classes.byMistake[items[at]?.set ?? 0] !== 1 || at !== trigger - 1) return false;
  const { set } = items[trigger] as Item;
  const next = itemOf(items, trigger + 1)?.set ?? 0;
  return (
    classes.verbEnd[set] === 1 || classes.verbEnd[next] === 1 || classes.of("PASSV")[next] === 1
  );
}

/** "A man who tried to flee was arrested": the operators of the relative clause are not those of the verb behind it. */
function isBehindRelative(
  items: readonly Item[],
  subject: number,
  start: number,
  trigger: number,
  classes: ClauseClasses,
): boolean {
  if (subject < 0) return false;
  let aux = start;
  while (aux < trigger && classes.adverb[items[aux]?.set ?? 0] === 1) aux++;
  if (classes.finiteBe[items[aux]?.set ?? 0] !== 1) return false;
  if (classes.cue[items[start - 1]?.set ?? 0] === 1) return false;
  let hasVerb = false;
  for (let at = start - 1; at > subject; at--) {
    const set = items[at]?.set ?? 0;
    if (classes.comma[set] === 1 || classes.that[set] === 1) return false;
    // "The minister, who denied five men were hanged, resigned": still inside of the clause.
    if (classes.relative[set] === 1)
      return hasVerb && classes.comma[itemOf(items, at - 1)?.set ?? 0] !== 1;
    hasVerb ||= classes.adverb[set] !== 1 && classes.aux[set] !== 1;
  }
  return false;
}

/** "Nobody denies that", "has not denied that": no denial, and no confirmation either. */
function isUndenied(
  items: readonly Item[],
  at: number,
  inner: { modality: Modality; operator: Item } | null,
  classes: ClauseClasses,
): boolean {
  const item = items[at] as Item;
  if (inner?.operator !== item || inner.modality !== "negated") return false;
  if (classes.negOp[item.set] !== 1 || classes.says[item.set] !== 1) return false;
  let before = at - 1;
  while (classes.aux[items[before]?.set ?? 0] === 1 && classes.no[items[before]?.set ?? 0] !== 1)
    before--;
  const subject = items[before];
  return (
    subject !== undefined && (classes.no[subject.set] === 1 || subject.group?.isNobody === true)
  );
}

/** "… told them that he would be hanged": with no condition in the sentence, a future as it was told. */
function isToldAhead(items: readonly Item[], operator: Item, classes: ClauseClasses): boolean {
  return (
    classes.would[operator.set] === 1 &&
    !items.some(({ set }) => classes.conditional[set] === 1) &&
    items.some((item) => item.from < operator.from && classes.that[item.set] === 1)
  );
}

/** "The execution of these men would be …", "executing him may …": what the verb behind a noun or gerund says of it. */
function afterwards(
  items: readonly Item[],
  trigger: number,
  classes: ClauseClasses,
): { modality: Modality; operator: Item } | null {
  if (classes.nominal[items[trigger]?.set ?? 0] !== 1) return null;
  if (classes.aux[itemOf(items, trigger - 1)?.set ?? 0] === 1) return null;
  for (let i = trigger + 1; i < Math.min(items.length, trigger + REACH); i++) {
    const item = items[i] as Item;
    if (classes.may[item.set] === 1 && item.period === null)
      return { modality: "hypothetical", operator: item };
    if (classes.must[item.set] === 1) return { modality: "called-for", operator: item };
    if (classes.will[item.set] === 1) return { modality: "intended", operator: item };
    if (
      classes.group[item.set] !== 1 &&
      classes.preposition[item.set] !== 1 &&
      classes.determiner[item.set] !== 1 &&
      classes.place[item.set] !== 1
    )
      return null;
  }
  return null;
}

/** "inmates convicted of theft were hanged": what the subject is accused of says nothing of what was done to it. */
function isOfSubject(
  item: Item,
  at: number,
  start: number,
  subject: number,
  classes: ClauseClasses,
): boolean {
  return subject >= 0 && at > subject && at < start - 1 && classes.accuseOp[item.set] === 1;
}

/** A noun whose clause ends in the verb of a wish or a fear, where verbs stand last: told as what might be. */
function wishedBehind(
  items: readonly Item[],
  trigger: number,
  classes: ClauseClasses,
): { modality: Modality; operator: Item } | null {
  if (classes.nominal[items[trigger]?.set ?? 0] !== 1) return null;
  if (isManaged(items, trigger, classes)) return null;
  for (let at = trigger + 1; at < items.length; at++) {
    const item = items[at] as Item;
    if (classes.verbWish[item.set] === 1) return { modality: "unclear", operator: item };
    if (classes.fear[item.set] === 1) return { modality: "hypothetical", operator: item };
    if (classes.verbEnd[item.set] === 1) return null;
  }
  return null;
}

/** "They managed to arrest him", where "managed" stands before and its verb is no wish. */
function isManaged(items: readonly Item[], trigger: number, classes: ClauseClasses): boolean {
  const passives = classes.of("PASSV");
  for (let at = trigger - 1; at > Math.max(0, trigger - MANAGED_REACH); at--) {
    const { set } = items[at] as Item;
    if (passives[set] === 1 && classes.managed[itemOf(items, at - 1)?.set ?? 0] === 1) return true;
    if (classes.verbEnd[set] === 1) return false;
  }
  return false;
}

/** Items between "managed" and what was done. */
const MANAGED_REACH = 30;

/** "was hanged for a murder he did not commit": what somebody did not do is the noun right before him. */
function isOfNearerNoun(
  items: readonly Item[],
  trigger: number,
  at: number,
  classes: ClauseClasses,
): boolean {
  if (classes.pronoun[items[at - 1]?.set ?? 0] !== 1) return false;
  const noun = classes.that[items[at - 2]?.set ?? 0] === 1 ? at - 3 : at - 2;
  return noun > trigger && classes.determiner[items[noun - 1]?.set ?? 0] === 1;
}

/** "The man who killed A is alive": what is said of him who did it says nothing of the deed. */
function isOfDoer(items: readonly Item[], trigger: number, classes: ClauseClasses): boolean {
  const object = itemOf(items, trigger + 1);
  if (object?.group == null) return false;
  let before = trigger - 1;
  while (
    classes.adverb[items[before]?.set ?? 0] === 1 ||
    classes.aux[items[before]?.set ?? 0] === 1
  )
    before--;
  return classes.relative[items[before]?.set ?? 0] === 1;
}

/** "A, who was there when B was shot, |is alive|": said of A, before whose aside B does not stand. */
function isOfHead(
  items: readonly Item[],
  subject: number,
  predicate: number,
  classes: ClauseClasses,
): boolean {
  if (classes.of("ALIVEPRED")[items[predicate]?.set ?? 0] !== 1) return false;
  if (subject < 0 || classes.comma[items[predicate - 1]?.set ?? 0] !== 1) return false;
  const comma = items.slice(0, subject).findLastIndex(({ set }) => classes.comma[set] === 1);
  const opens = [classes.relative, classes.whose, classes.where, classes.subordinator];
  return (
    comma >= 0 &&
    items.slice(comma + 1, subject).some(({ set }) => opens.some((members) => members[set] === 1))
  );
}

/** "|Denied that| A, hanged on Sunday, was alive when buried": who denies the life tells the death. */
function isLifeDenied(
  items: readonly Item[],
  trigger: number,
  predicate: number,
  classes: ClauseClasses,
): boolean {
  if (classes.of("ALIVEPRED")[items[predicate]?.set ?? 0] !== 1) return false;
  if (classes.comma[items[trigger - 1]?.set ?? 0] !== 1) return false;
  return items
    .slice(0, trigger)
    .some(({ set }) => classes.negOp[set] === 1 && classes.says[set] === 1);
}

/** "The killing of one man OBJECT a rumour he called", "the news of the killing … was wrong". */
function falselyTold(
  items: readonly Item[],
  trigger: number,
  classes: ClauseClasses,
): { modality: Modality; operator: Item } | null {
  return calledFalseBehind(items, trigger, classes);
}

/** "Rumours that they had been executed proved false", "the execution was ruled out". */
function deniedBehind(
  items: readonly Item[],
  trigger: number,
  subject: number,
  classes: ClauseClasses,
): { modality: Modality; operator: Item } | null {
  for (let at = trigger + 1; at < Math.min(items.length, trigger + DENIAL_REACH); at++) {
    const item = items[at] as Item;
    if (classes.stop[item.set] === 1 || classes.but[item.set] === 1 || classes.and[item.set] === 1)
      return null;
    // ", he is alive": another clause with a subject of its own denies nothing of this one.
    if (classes.comma[item.set] === 1 && classes.pronoun[items[at + 1]?.set ?? 0] === 1)
      return null;
    if (classes.falsePredicate[item.set] === 1)
      return isOfNearerNoun(items, trigger, at, classes) ||
        isOfDoer(items, trigger, classes) ||
        isOfHead(items, subject, at, classes) ||
        isCalledOfOther(items, at, classes) ||
        isAnswered(items, trigger, at, classes) ||
        isLifeDenied(items, trigger, at, classes)
        ? null
        : { modality: "negated", operator: item };
    if (classes.unsurePredicate[item.set] === 1) return { modality: "unclear", operator: item };
  }
  return null;
}

/** "His execution they prevented", "in arresting him they did not succeed": what the verb of the clause says of the noun. */
function preventedBehind(
  items: readonly Item[],
  trigger: number,
  classes: ClauseClasses,
): { modality: Modality; operator: Item } | null {
  if (classes.nominal[items[trigger]?.set ?? 0] !== 1) return null;
  const at = items.findIndex((item, i) => i > trigger && classes.verbEnd[item.set] === 1);
  const verb = items[at];
  if (verb === undefined || hasOwnObject(items, trigger, at, classes)) return null;
  if (classes.opposed[verb.set] === 1) return { modality: "hypothetical", operator: verb };
  const isManaged = [trigger - 1, trigger - 2].some(
    (at) => classes.managed[itemOf(items, at)?.set ?? 0] === 1,
  );
  const isNot = classes.prevented[verb.set] === 1 || (isManaged && classes.denied[verb.set] === 1);
  return isNot ? { modality: "negated", operator: verb } : null;
}

/** "The news of his execution OBJECT they told |and from| naming the day refrained": the verb is of what stands behind the "and". */
function hasOwnObject(
  items: readonly Item[],
  trigger: number,
  verb: number,
  { and, object, preposition }: ClauseClasses,
): boolean {
  const mark = items.findIndex(({ set }, i) => i > trigger && i < verb && object[set] === 1);
  if (mark < 0) return false;
  const joint = items.findIndex(({ set }, i) => i > mark && i < verb && and[set] === 1);
  return joint >= 0 && preposition[itemOf(items, joint + 1)?.set ?? 0] === 1;
}

/** "The court the request of his execution rejected": the verb of the clause, where verbs stand last. */
function rejectedBehind(
  items: readonly Item[],
  trigger: number,
  classes: ClauseClasses,
): { modality: Modality; operator: Item } | null {
  if (classes.nominal[items[trigger]?.set ?? 0] !== 1) return null;
  const verb = items.findIndex((item, at) => at > trigger && classes.verbEnd[item.set] === 1);
  const found = items[verb];
  return found !== undefined && classes.negOp[found.set] === 1
    ? { modality: "negated", operator: found }
    : null;
}

const DENIAL_REACH = 16;

/** "Were 16 men executed?", "Had they been hanged, …": the auxiliary before the subject asks or supposes. */
function askedOf(
  items: readonly Item[],
  start: number,
  subject: number,
  classes: ClauseClasses,
): { modality: Modality; operator: Item } | null {
  const first = items[0];
  if (
    first === undefined ||
    subject <= 0 ||
    start <= subject ||
    classes.aux[first.set] !== 1 ||
    classes.negation[first.set] === 1
  )
    return null;
  for (let at = 1; at < subject; at++)
    if (classes.determiner[items[at]?.set ?? 0] !== 1) return null;
  return { modality: "hypothetical", operator: first };
}

/** "The year could end with 1,500 executions": the verb of the clause is a guess or a plan, and so is its noun. */
function governing(
  items: readonly Item[],
  start: number,
  trigger: number,
  classes: ClauseClasses,
): { modality: Modality; operator: Item } | null {
  const entry = items[trigger]?.entry ?? null;
  const before = itemOf(items, trigger - 1);
  // "may prevent a man |being hanged|", "could result in": the verb over the gerund decides.
  const isBeing =
    before !== undefined &&
    classes.of("BEINGW")[before.set] === 1 &&
    classes.be[itemOf(items, trigger - 2)?.set ?? 0] !== 1;
  if (entry === null || (classes.verbal[entry.set] === 1 && !isBeing)) return null;
  for (let at = start - 1; at >= Math.max(0, start - GOVERNING_REACH); at--) {
    const item = items[at] as Item;
    const { set } = item;
    if (classes.comma[set] === 1 || classes.stop[set] === 1 || classes.that[set] === 1) return null;
    if (
      classes.relative[set] === 1 ||
      classes.quoteOpen[set] === 1 ||
      classes.quoteClose[set] === 1
    )
      return null;
    // "may deny it but two men were seen being beaten": another clause.
    const ends = [classes.and, classes.but, classes.comma, classes.where];
    if (isBeing && ends.some((members) => members[set] === 1)) return null;
    const isKept = isBeing && (classes.stopOp[set] === 1 || classes.of("BANNEDV")[set] === 1);
    if (isKept || classes.may[set] === 1) return { modality: "hypothetical", operator: item };
    if (classes.will[set] === 1) return { modality: "intended", operator: item };
  }
  return null;
}

const GOVERNING_REACH = 10;

/** How far to the left, in items, an operator can stand from its event. */
const REACH = 9;

/** "repeats his call |for|", "warned on Tuesday |of|": the preposition stands apart from the word it belongs to. */
function considerAhead(
  items: readonly Item[],
  at: number,
  classes: ClauseClasses,
  consider: (item: Item) => boolean,
  warn: (operator: Item) => void,
): void {
  const { set } = items[at] as Item;
  const before = itemOf(items, at - 1);
  if (before === undefined) return;
  if (classes.of("CUE.for")[set] === 1 && classes.callOp[before.set] === 1) consider(before);
  const warning = before.period === null ? before : itemOf(items, at - 2);
  if (classes.of_[set] === 1 && warning !== undefined && classes.of("WARNV")[warning.set] === 1)
    warn(warning);
}

function operatorOf(item: Item, classes: ClauseClasses): Modality | null {
  const { set } = item;
  if (classes.stopOp[set] === 1) return "called-to-stop";
  if (classes.negation[set] === 1) return "negated";
  if (classes.hypOp[set] === 1 || classes.may[set] === 1) return "hypothetical";
  if (classes.wantOp[set] === 1 || classes.will[set] === 1) return "intended";
  if (classes.callOp[set] === 1 || classes.must[set] === 1) return "called-for";
  if (classes.accuseOp[set] === 1) return "alleged";
  if (classes.factOp[set] === 1) return "happened";
  return null;
}

function isTransparent(item: Item, classes: ClauseClasses): boolean {
  const { set } = item;
  return (
    classes.determiner[set] === 1 ||
    classes.adjective[set] === 1 ||
    classes.adverb[set] === 1 ||
    classes.of_[set] === 1 ||
    classes.to[set] === 1 ||
    classes.aux[set] === 1 ||
    classes.quantity[set] === 1
  );
}

/** "Neither A nor B … were hanged" where verbs stand last: the clause back to the verb before, a comma or "but". */
function neitherBefore(
  items: readonly Item[],
  trigger: number,
  classes: ClauseClasses,
): { modality: Modality; operator: Item } | null {
  const isNoun =
    classes.nominal[items[trigger]?.set ?? 0] === 1 &&
    classes.verbEnd[itemOf(items, trigger + 1)?.set ?? 0] !== 1 &&
    classes.passivePart[itemOf(items, trigger + 1)?.set ?? 0] !== 1;
  const reach = isNoun ? 1 : NEITHER_REACH;
  for (let i = trigger - 1; i >= Math.max(0, trigger - reach); i--) {
    const item = items[i] as Item;
    const { set } = item;
    // "nor the others who have been hanged": the clause with "who" is told.
    if (classes.relative[set] === 1 && classes.that[set] !== 1) return null;
    // "No to execution" is the name of a campaign.
    if (classes.neither[set] === 1 && classes.toDeath[items[i + 1]?.set ?? 0] !== 1)
      return { modality: "negated", operator: item };
    const isThat = classes.that[itemOf(items, i + 1)?.set ?? 0] === 1;
    const isUnsaid = classes.unsaidPredicate[set] === 1 && !isKeptFrom(items, i, classes);
    if (classes.unknownPredicate[set] === 1 || (isThat && (isUnsaid || isUnheld(set, classes))))
      return { modality: "unclear", operator: item };
    if (classes.rumoured[set] === 1)
      return { modality: classes.wronglyTold[set] === 1 ? "negated" : "alleged", operator: item };
    if (classes.verbEnd[set] === 1 || classes.comma[set] === 1) return null;
    if (classes.but[set] === 1) return null;
    const before = itemOf(items, i - 1)?.set ?? 0;
    const isOpen =
      isUnheld(before, classes) ||
      classes.unsaidPredicate[before] === 1 ||
      classes.rumoured[before] === 1;
    if (classes.that[set] === 1 && !isOpen) return null;
    if (classes.quoteClose[set] === 1) return null;
  }
  return null;
}

const NEITHER_REACH = 14;

/** "To his family they did not say that he had been hanged": it is so, and was kept from them. */
function isKeptFrom(items: readonly Item[], verb: number, classes: ClauseClasses): boolean {
  return items
    .slice(Math.max(0, verb - KEPT_REACH), verb)
    .some(({ set }) => classes.preposition[set] === 1);
}

/** Items between "to" and the verb. */
const KEPT_REACH = 4;

/** "It is feared that", "nobody has confirmed that": nobody holds it to be so. */
function isUnheld(set: number, classes: ClauseClasses): boolean {
  return (
    classes.fear[set] === 1 ||
    classes.unsurePredicate[set] === 1 ||
    classes.unheldPredicate[set] === 1 ||
    classes.unknownPredicate[set] === 1
  );
}

/** "no prisoners", "none of the men". */
function isNobody(items: readonly Item[], subject: number, classes: ClauseClasses): boolean {
  const before = itemOf(items, subject - 1);
  // A verb of denying was asked for already, with whoever denies.
  return (
    before !== undefined && classes.negation[before.set] === 1 && classes.says[before.set] !== 1
  );
}
