/**
 * In: a frame that fits a stretch of a sentence. Out: the event it tells, with those concerned, agent and modality, or null.
 * Never: turns a word that a refusal row disowns into an event.
 */
import type { ClaimKind, Modality } from "../model/claim.ts";
import { skipLeft } from "./clauseOpenings.ts";
import type { EventContext, ReadEvent } from "./event.ts";
import { leftEdge, rightEdge } from "./eventEdges.ts";
import { endBeforeVerb, undoneBehind } from "./nounsOwnVerb.ts";
import { governorOf, supposedBySentence } from "./eventGovernor.ts";
import { failedDeed, holdsWord } from "./governorBehind.ts";
import { governorOfNoun } from "./governorFinal.ts";
import { listedUnder } from "./eventListed.ts";
import { eventModality, isConditional, isMereIntent } from "./eventModality.ts";
import { isNounTrigger, isTellingNoun, isUnreal } from "./eventRefusals.ts";
import {
  IMPENDING,
  TOLD,
  isMovedToDie,
  isOfFreeKin,
  isOfOutlaws,
  isOutlaw,
  isPartakenIn,
  isParticular,
  isPastGuess,
  isFiringSquad,
  isSword,
  isTold,
  opensCondition,
} from "./frameKinds.ts";
import { type FrameParties, findParties } from "./frameParties.ts";
import { type FramePlace, ownsInside, placeFrame } from "./framePlace.ts";
import { isOutlawsDeed } from "./outlawDoer.ts";
import { isGeneric } from "./frameRefusals.ts";
import { type Item, itemOf } from "./items.ts";
import { readModality, type ReadModality } from "./modality.ts";
import type { Frame, FrameRow, OwnPart } from "./packRows.ts";
import type { PatternMatch } from "./pattern.ts";
import { isPresupposed } from "./presupposed.ts";
import { hasSecondSubject } from "./secondSubject.ts";
import type { SentenceReading } from "./speech.ts";
import { holdsOneOf, isOneOf } from "./wordSets.ts";

/** Reads the event that a frame finds; marks in `taken` are triggers that a stronger frame has. */
export function readFrame(
  reading: SentenceReading,
  frame: Frame,
  match: PatternMatch,
  taken: Uint8Array,
  context: EventContext,
): ReadEvent | null {
  const place = placeFrame(reading, frame, match, taken, context);
  const parties = place === null ? null : findParties(place, context);
  if (place === null || parties === null || hasSecondSubject(place, context)) return null;
  const telling = readTelling(place, parties, context);
  if (telling === null) return null;
  const { row, triggerRow, kind, captured } = place;
  const isSuffered = row.victim === "possessive" && SUFFERED_KINDS.has(kind);
  return {
    sentence: reading.index,
    ...telling,
    ...wordsOf(place, parties, telling.modality, context),
    trigger: place.trigger,
    victims: parties.victims,
    agent: parties.agent,
    dropped: parties.dropped,
    count: (match.parts["q"] ?? match.parts["q2"])?.[0] ?? -1,
    possessive: isSuffered ? (captured?.[0] ?? -1) : -1,
    stage: stageTold(row, place.triggerItem, context) ?? triggerRow?.stage ?? null,
    tier: row.tier ?? triggerRow?.tier ?? "counted",
    isWeak: row.weak === true,
    isOfCaptives: row.captive === true,
    isOfOwners: ownsInside(place, context),
    own: row.own ?? (parties.isGeneral ? OCCASION : null),
    rows: [row.id, ...(triggerRow === null ? [] : [triggerRow.id])],
    subsetOf: null,
  };
}

/** The row's stage, or the one that its trigger's word tells instead. */
function stageTold({ stage, stageOf }: FrameRow, trigger: Item, context: EventContext) {
  const isOther = stageOf !== undefined && holdsWord(trigger, stageOf.words, context);
  return isOther ? stageOf.stage : stage;
}

/** "They the car of A found and seized", where verbs stand last: it is the car, not its owner; "in the house A was held" is open. */
function isOfThing(
  items: readonly Item[],
  [victim, other]: readonly number[],
  kind: ClaimKind,
  { pack, tokens, classes }: EventContext,
): boolean {
  const item = items[victim ?? -1];
  if (!pack.isVerbFinal || item === undefined || other !== undefined || !OF_BODIES.has(kind))
    return false;
  const things = pack.wordsIn("THINGOFW");
  const noun = thingAt(items, (victim ?? 0) - 1, things, tokens);
  return noun >= 0 && !isGoverned(items, noun, classes);
}

/** The thing that ends at an item, of one word or two ("telephone carried along"), or -1. */
function thingAt(
  items: readonly Item[],
  last: number,
  things: ReadonlySet<string>,
  { form }: EventContext["tokens"],
): number {
  const to = itemOf(items, last)?.to ?? 0;
  if (things.has(form[to - 1] ?? "")) return last;
  return to > 1 && things.has(`${form[to - 2]} ${form[to - 1]}`) ? last - 1 : -1;
}

/** "After the seizure of the telephone |A|": plain words lead from it to a preposition. */
function isGoverned(
  items: readonly Item[],
  noun: number,
  { preposition, structural }: EventContext["classes"],
): boolean {
  let at = noun - 1;
  while (at > noun - GOVERNED_REACH && structural[itemOf(items, at)?.set ?? 0] !== 1) at--;
  return preposition[itemOf(items, at)?.set ?? 0] === 1;
}

/** Plain words between a preposition and the thing. */
const GOVERNED_REACH = 3;

/** What is done to somebody's body, and never to a thing. */
const OF_BODIES: ReadonlySet<ClaimKind> = new Set([
  "arrest",
  "injury",
  "killing",
  "execution",
  "enforced-disappearance",
]);

type Telling = Pick<ReadEvent, "kind" | "modality" | "hedge" | "operator">;

/** What is told, and how surely; null where it is asked for, or nothing certain. */
function readTelling(
  place: FramePlace,
  parties: FrameParties,
  context: EventContext,
): Telling | null {
  const { items, match, row, trigger, triggerItem, triggerRow, kind, start } = place;
  const { victims, agent, subject } = parties;
  if (isOfThing(items, victims, kind, context)) return null;
  const read = readModality(items, start, trigger, subject, context.classes);
  // "A, who was tortured in Evin, is alive": no death, so that nothing is denied.
  const isLiving = !DEATHS.has(kind) && holdsLife(read.operator, context);
  const near = asProtested(
    isLiving ? { ...read, modality: "happened", operator: null } : read,
    place,
    context,
  );
  // "A, who is alive, was said to have been hanged": nobody is told dead.
  if (DEATHS.has(kind) && livesBetween(items, victims.at(-1) ?? -1, trigger, context)) return null;
  const isUndoing = row.decides === true && row.modality === "negated" && row.stage !== undefined;
  const given = isUndoing ? "happened" : (row.modality ?? triggerRow?.modality ?? "happened");
  const listed = row.agent === undefined ? listedUnder(items, start, trigger, context) : null;
  const governor =
    isTold(near) && TOLD.has(given)
      ? (listed ??
        (place.isNoun ? governorOfNoun(items, { start, trigger }, kind, context) : null) ??
        governorOf(items, { start, trigger, subject }, context))
      : null;
  // "Anyone who insults him will be hanged": nobody certain is threatened.
  if (near.modality === "intended" && supposedBySentence(items, context) !== null) return null;
  const governed = governor === null ? near : { ...near, ...governor };
  const isGiven =
    DOUBTED.has(governed.modality) &&
    governed.operator !== null &&
    isPresupposed(items, { trigger, victims }, governed.operator.from, context);
  const held = isGiven ? { ...governed, modality: "happened" as const, operator: null } : governed;
  const undone = isTold(held)
    ? (undoneBehind(items, trigger, kind, context) ??
      failedDeed(items, nounOf(place, context), context))
    : null;
  const found = undone === null ? held : { ...held, ...undone };
  // "The sentence was not overturned", "if it is quashed": nothing was undone.
  if (isUndoing && (!isTold(found) || isConditional(items, trigger, context))) return null;
  // "Don't hang him" without whom it is said of: asked of somebody, told of nobody.
  const isBidden = context.classes.of("CUE.prohibit")[near.operator?.set ?? 0] === 1;
  if (near.modality === "negated" && isBidden && subject < 0 && agent < 0) return null;
  if (kind === "execution" && place.isNoun && isPrinciple(items, trigger, victims, context))
    return null;
  const isOpen = found.operator === null && isUnreal(items, start, trigger, context);
  const isDecided = row.decides === true && row.modality !== undefined;
  // "reports of lack of lawyers": what a row tells as such is still a report of it.
  // Not "investigating the killing of", which takes it for granted.
  const isGranted = context.classes.of("FACTIVE")[near.operator?.set ?? 0] === 1;
  const isAlleged = near.modality === "alleged" && !isGranted;
  const reported = listed?.modality ?? (isAlleged ? near.modality : null);
  const isReported = reported !== null && row.decides === true && row.modality === "happened";
  // "If the world stays silent, dozens will be hanged": a threat under a condition is none yet.
  const isThreat = found.modality === "intended" && opensCondition(items, context);
  const isShared = row.victim === "none" && isPartakenIn(kind, found.operator, context);
  const operated = isShared ? "happened" : isThreat ? "hypothetical" : found.modality;
  const { hedge, operator } = found;
  const modality = isReported
    ? reported
    : eventModality(
        items,
        { kind, row, triggerRow, trigger, victims, agent, found: operated, hedge, isOpen },
        context,
      );
  if (isOpen && !isDecided) return null;
  // "reports of beatings, torture and rape": what the first noun tells, the others tell too.
  const weight = listed !== null && modality === listed.modality ? "happened" : modality;
  if (row.weak === true && !isTellingNoun(items, trigger, kind, weight, context)) return null;
  if (modality === "called-for" || modality === "called-to-stop") return null;
  if (!isDecided && isMereIntent(kind, modality, operator, context)) return null;
  if (victims.some((index) => context.tables.howMany[itemOf(items, index - 1)?.set ?? 0] === 1))
    return null;
  if (row.auxless === true && isGeneric(items, victims, start, match.to, context)) return null;
  if (isShareOfCharges(place, victims, context)) return null;
  if (kind === "death-in-custody" && isOfFreeKin(items, victims, context)) return null;
  if (isMovedToDie(items, kind, modality, victims, context))
    return { kind: "imminent-execution", modality: "at-risk", hedge, operator };
  const isImpending =
    kind === "execution" &&
    IMPENDING.has(modality) &&
    !isNounTrigger(triggerItem) &&
    !isPastGuess(items, start, trigger, context) &&
    (victims.some((index) => isParticular(items[index])) || isTheirs(place, context));
  const told = kindByDoer(place, parties, context) ?? (isImpending ? "imminent-execution" : kind);
  return { kind: told, modality, hedge, operator };
}

/** "Drug offences accounted for 121 cases, murder |for 104|": a charge, and how many it stands for. */
function isShareOfCharges(
  { items, trigger, kind }: FramePlace,
  victims: readonly number[],
  { classes, pack, tokens }: EventContext,
): boolean {
  const [at = -1] = victims;
  const number = items[at];
  const link = items[at - 1];
  if (pack.isVerbFinal || kind !== "killing" || number === undefined || link === undefined)
    return false;
  if (classes.nominal[items[trigger]?.set ?? 0] !== 1 || at < trigger) return false;
  if (number.group !== null || number.quantity === null) return false;
  return isOneOf(tokens, link.from, pack.wordsIn("CAUSEPREPW"));
}

/** "|His| execution could be carried out": of somebody told of before. */
function isTheirs({ items, match }: FramePlace, { pack, tokens }: EventContext): boolean {
  const first = items[match.from];
  return (
    !pack.isVerbFinal && first !== undefined && isOneOf(tokens, first.from, pack.wordsIn("POSSP"))
  );
}

/** "The |execution| of A was filmed": the noun of the deed, which is not the trigger where a verb behind it tells it. */
function nounOf({ items, match, trigger }: FramePlace, { classes }: EventContext): number {
  const isNoun = (at: number) => classes.nominal[items[at]?.set ?? 0] === 1;
  if (isNoun(trigger)) return trigger;
  return items.findIndex((_, at) => at >= match.from && at < match.to && isNoun(at));
}

function holdsLife(operator: Item | null, { pack, tokens }: EventContext): boolean {
  if (operator === null) return false;
  const living = pack.wordsIn("LIVINGW");
  return holdsOneOf(tokens, operator.from, operator.to, living);
}

/** Behind those concerned and before the verb they are said to live: "who is still alive". */
function livesBetween(
  items: readonly Item[],
  victim: number,
  trigger: number,
  { pack, tokens }: EventContext,
): boolean {
  const alive = pack.wordsIn("ALIVEW");
  const who = pack.wordsIn("WHOSUBJECTW");
  const from = items[victim]?.from;
  if (from === undefined) return false;
  const forms = tokens.form.slice(from, Math.min(items[trigger]?.from ?? 0, from + LIVES_REACH));
  const at = forms.findIndex((form) => alive.has(form));
  if (at < 0) return false;
  const between = forms.slice(Math.max(0, at - WHO_REACH), at);
  const now = pack.wordsIn("PRESENTBE");
  return between.some((form) => who.has(form)) && between.some((form) => now.has(form));
}

/** Tokens behind those concerned in which they can be said to live. */
const LIVES_REACH = 60;

/** Tokens between "who" and "alive". */
const WHO_REACH = 4;

/** What "is alive" denies. */
const DEATHS: ReadonlySet<ClaimKind> = new Set(["execution", "killing", "death-in-custody"]);

/** What a verb of denying or claiming makes of what stands behind it. */
const DOUBTED: ReadonlySet<Modality> = new Set(["negated", "alleged", "unclear"]);

/** "They marched against the killing of A": a protest against what is done supposes that it was; an execution can be yet to come. */
function asProtested(
  near: ReadModality,
  { items, trigger, kind }: FramePlace,
  { classes, pack }: EventContext,
): ReadModality {
  const { operator } = near;
  if (operator === null || pack.isVerbFinal || STILL_TO_COME.has(kind)) return near;
  if (!pack.wordsIn("PROTESTOPW").has(operator.entry?.words ?? "")) return near;
  const isThe = items
    .slice(items.indexOf(operator) + 1, trigger)
    .some(({ set }) => classes.determiner[set] === 1);
  return isThe ? { modality: "happened", hedge: near.hedge, operator: null } : near;
}

const STILL_TO_COME: ReadonlySet<ClaimKind> = new Set([
  "execution",
  "death-sentence",
  "imminent-execution",
  "clemency",
  "release",
]);

/** "The execution of a person for a crime committed as a child is never justified": a principle, no deed. */
function isPrinciple(
  items: readonly Item[],
  trigger: number,
  victims: readonly number[],
  { classes, pack, tokens }: EventContext,
): boolean {
  if (pack.isVerbFinal || !victims.every((at) => items[at]?.group?.isIndefinite === true))
    return false;
  const now = classes.of("CUE.benow");
  for (let at = trigger + 1; at < Math.min(items.length, trigger + PRINCIPLE_REACH); at++) {
    const { set, period } = items[at] as Item;
    if (period !== null || classes.stop[set] === 1) return false;
    if (now[set] !== 1) continue;
    const [from, to] = [items[at]?.to ?? 0, items[Math.min(items.length, at + 5) - 1]?.to ?? 0];
    return holdsOneOf(tokens, from, to, pack.wordsIn("PRINCIPLEW"));
  }
  return false;
}

/** Items between a deed and what is said of all such deeds. */
const PRINCIPLE_REACH = 16;

/** What an act is called when its doer is known: a state's or an outlaw's. */
function kindByDoer(
  { items, trigger, triggerItem, kind }: FramePlace,
  { agent, victims }: FrameParties,
  context: EventContext,
): ClaimKind | null {
  if (kind === "enforced-disappearance" && isOfOutlaws(items, trigger, agent, context))
    return "other-abuse";
  const doer = itemOf(items, agent);
  const isOfNoState = isOutlaw(doer, context) || isOutlawsDeed(items, trigger, victims, context);
  if (kind === "execution" && isOfNoState) return "killing";
  const isCarriedOut =
    kind === "killing" &&
    (isSword(triggerItem, doer, context) ||
      (!isOutlaw(doer, context) && isFiringSquad(items, trigger, kind, context)));
  return isCarriedOut ? "execution" : null;
}

/** The items that the claim quotes. */
function wordsOf(
  { items, row, trigger, kind, start, end, captured }: FramePlace,
  { victims, agent }: FrameParties,
  modality: Modality,
  context: EventContext,
): Pick<ReadEvent, "from" | "to"> {
  const opening = openingBefore(items, start, context);
  const own = isCoordinate(items, victims, opening, context) ? [] : victims;
  const isOfAgent =
    (row.agent === "subject" || (row.agent === undefined && agent < start)) &&
    agent >= 0 &&
    !isCoordinate(items, [agent], opening, context) &&
    !isResult(items, trigger, context);
  const begin = row.begins === "victim" ? (captured?.[0] ?? start) : opening;
  const from = leftEdge(items, Math.min(begin, ...own, ...(isOfAgent ? [agent] : [])), context);
  const last = row.ends === "trigger" ? trigger + 1 : Math.max(end, trigger + 1);
  const core = Math.max(last, ...victims.map((index) => index + 1));
  return {
    from: modality === "negated" && isNegation(items[from - 1], context) ? from - 1 : from,
    to: endBeforeVerb(items, { kind, trigger }, [core, rightEdge(items, core, context)], context),
  };
}

/** "and |intends to| execute", "but |tried to| kill": the first word of a verb group behind "and"; else where the frame begins. */
function openingBefore(items: readonly Item[], start: number, context: EventContext): number {
  const { to, wantOp, hypOp, and, but } = context.classes;
  if (context.pack.isVerbFinal) return start;
  const at = skipLeft(items, start - 1, to);
  const operator = itemOf(items, at)?.set ?? 0;
  if (wantOp[operator] !== 1 && hypOp[operator] !== 1) return start;
  const joint = itemOf(items, at - 1)?.set ?? 0;
  return and[joint] === 1 || but[joint] === 1 ? at : start;
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
  if (classes.and[joint.set] === 1 || classes.but[joint.set] === 1) return true;
  for (let i = first + 1; i < start; i++) {
    const { set } = items[i] as Item;
    if (classes.verb[set] === 1 && classes.adjective[set] !== 1) return true;
    // "was arrested, tortured and jailed".
    if (classes.trigger[set] === 1 && classes.aux[items[i - 1]?.set ?? 0] === 1) return true;
  }
  return false;
}

/** "A bomb went off in Karun, killing five": what follows from the clause before has words of its own. */
function isResult(items: readonly Item[], trigger: number, { classes }: EventContext): boolean {
  if (classes.gerund[items[trigger]?.set ?? 0] !== 1) return false;
  const { set = 0 } = items[skipLeft(items, trigger - 1, classes.adverb)] ?? {};
  return classes.comma[set] === 1 || classes.and[set] === 1 || classes.preposition[set] === 1;
}

/** "No prisoner was tortured": the word that denies it is of the claim's words. */
function isNegation(item: Item | undefined, { classes, pack }: EventContext): boolean {
  return item !== undefined && !pack.isVerbFinal && classes.no[item.set] === 1;
}

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

/** What words must bring that tell of all of a kind. */
const OCCASION: readonly OwnPart[] = ["occasion"];
