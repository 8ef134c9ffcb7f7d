/**
 * In: a frame that fits a stretch of a sentence. Out: the event it tells, with those concerned, agent and modality, or null.
 * Never: turns a word that a refusal row disowns into an event.
 */
import type { ClaimKind } from "../model/claim.ts";
import { findSubject } from "./clause.ts";
import { skipLeft } from "./clauseOpenings.ts";
import type { EventContext, ReadEvent } from "./event.ts";
import { leftEdge, rightEdge } from "./eventEdges.ts";
import { governorOf, supposedBySentence } from "./eventGovernor.ts";
import { listedUnder } from "./eventListed.ts";
import { eventModality, isMereIntent } from "./eventModality.ts";
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
import {
  isActiveUse,
  isAllowed,
  isNounTrigger,
  isOverruled,
  isTellingNoun,
  isUnreal,
  rowOf,
} from "./eventRefusals.ts";
import { nearestObject } from "./eventShared.ts";
import {
  IMPENDING,
  TOLD,
  isMovedToDie,
  isOfOutlaws,
  isOutlaw,
  isPartakenIn,
  isParticular,
  isPastGuess,
  isSword,
  isTold,
  opensCondition,
} from "./frameKinds.ts";
import {
  isAfter,
  isCharge,
  isCompany,
  isDeed,
  isDeniedVisit,
  isDoneBy,
  isGeneric,
  isGrace,
  isHeadlineLike,
  isKinOnly,
  isNounBehind,
  isOverCue,
  isProhibition,
} from "./frameRefusals.ts";
import { type Item, itemOf } from "./items.ts";
import { readModality } from "./modality.ts";
import type { Frame, FrameRow, OwnPart, TriggerRow } from "./packRows.ts";
import type { PatternMatch } from "./pattern.ts";
import type { SentenceReading } from "./speech.ts";
import { findSubjectFinal } from "./subjectFinal.ts";

/** Reads the event that a frame finds; marks in `taken` are triggers that a stronger frame has. */
export function readFrame(
  reading: SentenceReading,
  frame: Frame,
  match: PatternMatch,
  taken: Uint8Array,
  context: EventContext,
): ReadEvent | null {
  const { items } = reading;
  const { row } = frame;
  const trigger = match.parts["t"]?.[0] ?? -1;
  if (trigger < 0 || taken[trigger] === 1) return null;
  const triggerItem = items[trigger] as Item;
  const triggerRow = row.kind === undefined ? rowOf(triggerItem, frame.forms, context) : null;
  if (row.kind === undefined && triggerRow === null) return null;
  const kind = row.kind ?? (triggerRow as TriggerRow).kind;
  if (row.only !== undefined && !row.only.includes(kind)) return null;
  if (row.after !== undefined && !isAfter(items[match.parts["a"]?.[0] ?? -1], row.after, context))
    return null;
  if (row.requires !== undefined && !context.holds(reading, row.requires)) return null;
  if (row.unless?.some((name) => isOverruled(reading, name, context)) === true) return null;
  if (triggerRow !== null && !isAllowed(reading, trigger, triggerRow, context)) return null;
  if (row.auxless === true && isActiveUse(items, trigger, context)) return null;
  if (isDeed(row) && isNounBehind(items, trigger, context)) return null;
  if (row.actor === true && !ACTOR_KINDS.has(kind)) return null;
  if (
    row.victim === "capture" &&
    match.parts["v"] === undefined &&
    row.kind === undefined &&
    row.decides !== true
  )
    return null;
  const start = match.from;
  if (row.decides === true && isProhibition(items, start, context)) return null;
  if (isDeniedVisit(items, match.from, match.to, context)) return null;
  if (kind === "arrest" && isGrace(items, match.from, match.to, context)) return null;
  const end = beforeTeller(items, match.to, context);
  const captured = cutAt(match.parts["v"], end);
  let victims: number[] = [];
  let subject = -1;
  if (row.victim === "subject" || row.victim === "around" || row.victim === "either") {
    if (row.victim === "either" && captured !== undefined) victims = range(captured);
    else {
      subject = subjectOf(items, start, row, false, context);
      subject = partitiveSubject(items, start, context) ?? subject;
      victims =
        subject >= 0
          ? coordinated(items, subject, context)
          : invertedSubject(items, match.to, row.id, context);
      if (row.victim === "around" && captured !== undefined) {
        victims = range(captured);
        subject = -1;
      } else if (row.victim === "around") {
        victims = around(items, match, context);
        subject = -1;
      }
    }
  } else if (row.victim === "dropped" && captured !== undefined) victims = range(captured);
  else if (row.victim === "capture" && captured !== undefined)
    victims =
      context.pack.isVerbFinal && row.agent === "subject"
        ? coordinated(items, captured[0], context)
        : [...range(captured), ...range(match.parts["w"] ?? [0, 0])];
  if (victims.length === 0 && row.victim === "subject" && NEEDS_VICTIM.has(kind))
    victims = bareSubject(items, start, context);
  if (context.pack.isVerbFinal && row.victim === "capture")
    victims = nearestObject(items, victims, trigger, context);
  if (victims.some((index) => isExcepted(items[index], context))) return null;
  if (isCompany(items, row, captured, trigger, context)) return null;
  if (kind === "death-in-custody" && isKinOnly(items, match, victims, context)) return null;
  if (row.agent === "subject" && row.victim === "capture")
    victims = withoutOwners(bearerOfKin(victims, items, context), items, context);
  if (context.pack.isVerbFinal) victims = headOfRelative(victims, trigger, items, context);
  victims = withoutAges(victims, items, context).filter(
    (index) => isVictim(items[index], kind, context) && !countsThings(items, index, context),
  );
  if (
    row.kind === undefined &&
    row.victim === "capture" &&
    captured !== undefined &&
    victims.length === 0 &&
    (isThing(items[captured[0]], context) || countsThings(items, captured[0], context))
  )
    return null;
  const isGeneral =
    row.particular === true && victims.every((at) => isAllOfKind(items[at], context));
  if (row.auxless === true && isOverCue(items, subject, start, context)) return null;
  const needsVictim = row.victim === "subject" && NEEDS_VICTIM.has(kind);
  const dropped =
    row.victim === "dropped"
      ? saidInVerb(triggerItem, victims, context)
      : needsVictim && subject < 0 && victims.length === 0 && context.pack.isVerbFinal
        ? droppedNumber(items, match.to, context)
        : null;
  if (
    (row.auxless === true || needsVictim) &&
    victims.length === 0 &&
    dropped === null &&
    !isHeadlineLike(reading, context)
  )
    return null;
  if (
    triggerRow?.needs === "count" &&
    victims.every((index) => quantityOf(items[index]) === null) &&
    match.parts["q"] === undefined
  )
    return null;
  if (match.parts["q"]?.[1] === trigger - 1 && isCharge(items, trigger, context)) return null;
  let agent = -1;
  if (row.agent === "subject") {
    agent = subjectOf(items, Math.min(start, victims[0] ?? start), row, true, context);
    subject = agent;
  } else if (row.agent === "by") agent = byAgent(items, match.to, context);
  if (row.doer !== undefined && !isDoneBy(items[agent], row.doer, context)) return null;
  const near = readModality(items, start, trigger, subject >= 0 ? subject : -1, context.classes);
  const given = row.modality ?? triggerRow?.modality ?? "happened";
  const listed = row.agent === undefined ? listedUnder(items, start, trigger, context) : null;
  const governor =
    isTold(near) && TOLD.has(given)
      ? (listed ?? governorOf(items, { start, trigger, subject }, context))
      : null;
  // "Anyone who insults him will be hanged": nobody certain is threatened.
  if (near.modality === "intended" && supposedBySentence(items, context) !== null) return null;
  const found = governor === null ? near : { ...near, ...governor };
  // "If the world stays silent, dozens will be hanged": a threat under a condition is none yet.
  const isConditional = found.modality === "intended" && opensCondition(items, context);
  const isShared = row.victim === "none" && isPartakenIn(kind, found.operator, context);
  const isOpen = found.operator === null && isUnreal(items, start, trigger, context);
  const isDecided = row.decides === true && row.modality !== undefined;
  // "reports of lack of lawyers": what a row tells as such is still a report of it.
  // Not "investigating the killing of", which takes it for granted.
  const isGranted = context.classes.of("FACTIVE")[near.operator?.set ?? 0] === 1;
  const isAlleged = near.modality === "alleged" && !isGranted;
  const reported = listed?.modality ?? (isAlleged ? near.modality : null);
  const isReported = reported !== null && row.decides === true && row.modality === "happened";
  const modality = isReported
    ? reported
    : eventModality(
        items,
        {
          kind,
          row,
          triggerRow,
          trigger,
          victims,
          agent,
          found: isShared ? "happened" : isConditional ? "hypothetical" : found.modality,
          hedge: found.hedge,
          isOpen,
        },
        context,
      );
  if (isOpen && !isDecided) return null;
  // "reports of beatings, torture and rape": what the first noun tells, the others tell too.
  const weight = listed !== null && modality === listed.modality ? "happened" : modality;
  if (row.weak === true && !isTellingNoun(items, trigger, kind, weight, context)) return null;
  if (modality === "called-for" || modality === "called-to-stop") return null;
  if (!isDecided && isMereIntent(kind, modality, found.operator, context)) return null;
  if (victims.some((index) => context.tables.howMany[itemOf(items, index - 1)?.set ?? 0] === 1))
    return null;
  const isImpending =
    kind === "execution" &&
    IMPENDING.has(modality) &&
    !isNounTrigger(triggerItem) &&
    !isPastGuess(items, start, trigger, context);
  const isLedAway = isMovedToDie(items, kind, modality, victims, context);
  const told = isLedAway
    ? "imminent-execution"
    : kind === "enforced-disappearance" && isOfOutlaws(items, trigger, agent, context)
      ? "other-abuse"
      : kind === "execution" && isOutlaw(itemOf(items, agent), context)
        ? "killing"
        : kind === "killing" && isSword(triggerItem, itemOf(items, agent), context)
          ? "execution"
          : isImpending && victims.some((index) => isParticular(items[index]))
            ? "imminent-execution"
            : kind;
  if (row.auxless === true && isGeneric(items, victims, start, match.to, context)) return null;
  const own = isCoordinate(items, victims, start, context) ? [] : victims;
  const from = leftEdge(
    items,
    Math.min(
      row.begins === "victim" ? (captured?.[0] ?? start) : start,
      ...own,
      ...(row.agent === "subject" &&
      agent >= 0 &&
      !isCoordinate(items, [agent], start, context) &&
      !isResult(items, trigger, context)
        ? [agent]
        : []),
    ),
    context,
  );
  const opens = modality === "negated" && isNegation(items[from - 1], context) ? from - 1 : from;
  const to = rightEdge(
    items,
    Math.max(
      row.ends === "trigger" ? trigger + 1 : end,
      trigger + 1,
      ...victims.map((index) => index + 1),
    ),
    context,
  );
  return {
    sentence: reading.index,
    kind: told,
    modality: isLedAway ? "at-risk" : modality,
    hedge: found.hedge,
    operator: found.operator,
    from: opens,
    to,
    trigger,
    victims,
    agent,
    dropped,
    count: (match.parts["q"] ?? match.parts["q2"])?.[0] ?? -1,
    possessive:
      row.victim === "possessive" && SUFFERED_KINDS.has(kind) ? (captured?.[0] ?? -1) : -1,
    stage: row.stage ?? triggerRow?.stage ?? null,
    tier: row.tier ?? triggerRow?.tier ?? "counted",
    isWeak: row.weak === true,
    isOfCaptives: row.captive === true,
    own: row.own ?? (isGeneral ? OCCASION : null),
    rows: [row.id, ...(triggerRow === null ? [] : [triggerRow.id])],
    subsetOf: null,
  };
}

/** "executed 40 orders": a bare number of what is no people. */
function countsThings(
  items: readonly Item[],
  index: number,
  { pack, tables }: EventContext,
): boolean {
  const item = items[index];
  if (pack.isVerbFinal || item === undefined || item.group !== null || item.quantity === null)
    return false;
  return tables.thing[itemOf(items, index + 1)?.set ?? 0] === 1;
}

/** "Among the dead were four civilians, X said": behind the comma stands who tells it. The end of what is told. */
function beforeTeller(items: readonly Item[], to: number, { classes, pack }: EventContext): number {
  const last = items[to - 1];
  const isTeller =
    !pack.isVerbFinal &&
    (last?.group?.persons.length ?? 0) === 1 &&
    classes.comma[items[to - 2]?.set ?? 0] === 1 &&
    classes.says[items[to]?.set ?? 0] === 1;
  return isTeller ? to - 2 : to;
}

function cutAt(
  range: readonly [number, number] | undefined,
  end: number,
): readonly [number, number] | undefined {
  if (range === undefined || range[0] >= end) return undefined;
  return [range[0], Math.min(range[1], end)];
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
  return form.slice(Math.max(0, item.from - 4), item.from - 1).some((one) => all.has(one));
}

function subjectOf(
  items: readonly Item[],
  start: number,
  row: FrameRow,
  isAgent: boolean,
  { classes, pack, tables }: EventContext,
): number {
  const accepts = isAgent ? tables.agent : tables.subjects;
  return pack.isVerbFinal
    ? findSubjectFinal(items, start, classes, accepts, isAgent)
    : findSubject(items, start, classes, { auxless: !isAgent && row.auxless === true, accepts });
}

/** The verb tells whether one or several are meant whom the sentence does not name. */
function droppedNumber(
  items: readonly Item[],
  to: number,
  { classes }: EventContext,
): ReadEvent["dropped"] {
  const verb = itemOf(items, to - 1);
  if (verb === undefined || classes.verbEnd[verb.set] !== 1) return null;
  return classes.verbMany[verb.set] === 1 ? "several" : "one";
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

/** "was arrested and sentenced to death": the second verb has words of its own, without the shared subject. */
function isCoordinate(
  items: readonly Item[],
  victims: readonly number[],
  start: number,
  context: EventContext,
): boolean {
  const { classes } = context;
  const first = victims[0];
  if (first === undefined || first >= start) return false;
  const joint = items[skipLeft(items, start - 1, classes.adverb)];
  if (
    joint === undefined ||
    (classes.and[joint.set] !== 1 && classes.but[joint.set] !== 1 && classes.comma[joint.set] !== 1)
  )
    return false;
  for (let i = first + 1; i < start; i++) {
    if (classes.verb[items[i]?.set ?? 0] === 1 && classes.adjective[items[i]?.set ?? 0] !== 1)
      return true;
  }
  return false;
}

/** "A bomb went off in Karun, killing five": what follows from the clause before has words of its own. */
function isResult(items: readonly Item[], trigger: number, { classes }: EventContext): boolean {
  if (classes.gerund[items[trigger]?.set ?? 0] !== 1) return false;
  const before = skipLeft(items, trigger - 1, classes.adverb);
  return classes.comma[items[before]?.set ?? 0] === 1 || classes.and[items[before]?.set ?? 0] === 1;
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

/** "his execution" was done to him; "his harsh treatment of them" was done by him. */
const SUFFERED_KINDS: ReadonlySet<ClaimKind> = new Set([
  "execution",
  "death-sentence",
  "imminent-execution",
  "killing",
  "death-in-custody",
  "arrest",
  "enforced-disappearance",
  "release",
  "clemency",
  "stay",
  "injury",
]);

/** Kinds whose agents are what is told: a protest has no victim. */
const ACTOR_KINDS: ReadonlySet<ClaimKind> = new Set(["protest", "strike", "other-abuse"]);

function range([from, to]: readonly [number, number]): number[] {
  const indices: number[] = [];
  for (let at = from; at < to; at++) indices.push(at);
  return indices;
}

/** What words must bring that tell of all of a kind. */
const OCCASION: readonly OwnPart[] = ["occasion"];

/** "No prisoner was tortured": the word that denies it is of the claim's words. */
function isNegation(item: Item | undefined, { classes, pack }: EventContext): boolean {
  return item !== undefined && !pack.isVerbFinal && classes.no[item.set] === 1;
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
