/**
 * In: the operators around an event, its frame and its parties. Out: how sure the event is told.
 * Never: tells a threat, an attempt or a possible sentence as if it had happened.
 */
import type { ClaimKind, Modality } from "../model/claim.ts";
import { skipLeft } from "./clauseOpenings.ts";
import type { EventContext } from "./event.ts";
import { isAllOfKind } from "./eventParties.ts";
import { isBareBe } from "./eventRefusals.ts";
import { type Item, itemOf } from "./items.ts";
import type { FrameRow, TriggerRow } from "./packRows.ts";
import { holdsOneOf, isOneOf } from "./wordSets.ts";

/** What the modality of an event is decided by. */
export type ModalityGrounds = {
  readonly kind: ClaimKind;
  readonly row: FrameRow;
  readonly triggerRow: TriggerRow | null;
  readonly trigger: number;
  readonly victims: readonly number[];
  readonly agent: number;
  /** Modality by the operators alone. */
  readonly found: Modality;
  /** Item of the hedge word, or null. */
  readonly hedge: Item | null;
  /** The event is told under an operator that nobody understands. */
  readonly isOpen: boolean;
};

/** The modality of an event: its frame's where that decides, else by those concerned, the court, the operators. */
export function eventModality(
  items: readonly Item[],
  grounds: ModalityGrounds,
  context: EventContext,
): Modality {
  const { kind, row, triggerRow, trigger, victims, agent, hedge, isOpen } = grounds;
  const found =
    kind === "execution" && isFearedAhead(items, hedge, grounds.found, context)
      ? "intended"
      : grounds.found;
  if (row.decides === true && row.modality !== undefined)
    return row.modality === "happened" && isConditional(items, trigger, context)
      ? "hypothetical"
      : row.modality;
  if (victims.some((index) => items[index]?.group?.isNobody === true)) return "negated";
  if (found === "happened" && victims.some((at) => isEither(items[at], context))) return "unclear";
  if (isHeardInCourt(items, kind, agent, found, context)) return "alleged";
  if (found === "happened" && isMeansOfCharge(items, trigger, context)) return "alleged";
  if (isPossibleTerm(items, trigger, row, kind, found, context)) return "hypothetical";
  const joined =
    found === "happened" || found === "ongoing" ? underModal(items, trigger, context) : null;
  if (joined !== null) return joined;
  if (found === "happened" && isSeenOnly(items, trigger, context)) return "unclear";
  if (isOpen) return "unclear";
  const told = modalityOf(kind, found, row.modality ?? triggerRow?.modality ?? null);
  if (told === "negated") return untold(items, trigger, kind, context) ?? told;
  return told === "ongoing" && isComing(items, grounds, context) ? "intended" : told;
}

/** "Either A |or| B was hanged": of neither of them is it told. */
function isEither(item: Item | undefined, { pack, tokens }: EventContext): boolean {
  const persons = item?.group?.persons ?? [];
  const [first] = persons;
  const last = persons.at(-1);
  if (pack.isVerbFinal || first === undefined || last === undefined || first === last) return false;
  return holdsOneOf(tokens, first.to, last.from, pack.wordsIn("EITHERORW"));
}

/** "The court may free the men, |execute| them or …", "will arrest and |jail| them": one verb of several behind a modal, or null. */
function underModal(
  items: readonly Item[],
  trigger: number,
  { classes, pack, tokens }: EventContext,
): Modality | null {
  const { set } = items[trigger] ?? { set: 0 };
  if (pack.isVerbFinal || classes.of("T.base")[set] !== 1 || classes.of("T.past")[set] === 1)
    return null;
  const mark = itemOf(items, skipLeft(items, trigger - 1, classes.adverb));
  if (mark === undefined) return null;
  const isJoined = classes.and[mark.set] === 1 || classes.comma[mark.set] === 1;
  if (!isJoined && !isOneOf(tokens, mark.from, pack.wordsIn("ORW"))) return null;
  for (let at = trigger - 1; at >= 0; at--) {
    const { set: own } = items[at] as Item;
    if (classes.stop[own] === 1 || classes.relative[own] === 1 || classes.quoteOpen[own] === 1)
      return null;
    if (classes.of("MAYMOD", "MUSTMOD")[own] === 1) return "hypothetical";
    if (classes.of("WILLMOD")[own] === 1) return "intended";
    const governed = governedBy(items, at, trigger, classes);
    if (governed !== undefined) return governed;
    // "can |beat| prisoners, kill them": behind the modal itself.
    const isFirst =
      classes.of("MAYMOD", "MUSTMOD", "WILLMOD")[itemOf(items, at - 1)?.set ?? 0] === 1;
    if (!isFirst && (classes.finite[own] === 1 || classes.of("T.past")[own] === 1)) return null;
  }
  return null;
}

/**
 * "threatened to rape and |kill| her", "came to loot and |kill|": what the infinitive before hangs on; null where it was done ("managed to
 * find and |arrest| him"), undefined where the item governs none.
 */
function governedBy(
  items: readonly Item[],
  at: number,
  trigger: number,
  classes: EventContext["classes"],
): Modality | null | undefined {
  const { set, entry } = items[at] as Item;
  if (at > trigger - 3) return undefined;
  if (classes.endsInPreposition.has(entry?.words ?? "")) {
    if (classes.wantOp[set] === 1) return "intended";
    if (classes.hypOp[set] === 1) return "hypothetical";
    return undefined;
  }
  const verb = itemOf(items, at + 1);
  if (classes.to[set] !== 1 || verb === undefined) return undefined;
  const isThing = [verb.group, verb.name, verb.period, verb.quantity].some((part) => part !== null);
  if (isThing || classes.determiner[verb.set] === 1) return undefined;
  // "was subjected to enforced disappearance, |torture| and beatings": a noun that nobody stands behind.
  const behind = itemOf(items, trigger + 1);
  const hasObject = behind !== undefined && (behind.group !== null || behind.quantity !== null);
  const isNoun = classes.nominal[itemOf(items, trigger)?.set ?? 0] === 1;
  if (isNoun && !hasObject && classes.determiner[behind?.set ?? 0] !== 1) return undefined;
  return classes.of("SUCCEEDV")[itemOf(items, at - 1)?.set ?? 0] === 1 ? null : "unclear";
}

/** "a video that |appears to show| officers beating a man": whether it does, nobody says. */
function isSeenOnly(
  items: readonly Item[],
  trigger: number,
  { classes, pack, tokens }: EventContext,
): boolean {
  if (pack.isVerbFinal) return false;
  for (let at = trigger - 1; at >= Math.max(0, trigger - SEEN_REACH); at--) {
    const { set } = items[at] as Item;
    if (classes.of("SEEMSHOWN")[set] === 1)
      return items
        .slice(Math.max(0, at - RECORDING_REACH), at)
        .some(({ from, to }) => holdsOneOf(tokens, from, to, pack.wordsIn("RECORDINGN")));
    if ([classes.stop, classes.comma, classes.cue].some((members) => members[set] === 1))
      return false;
  }
  return false;
}

/** Items from what a recording shows to the words that doubt it. */
const SEEN_REACH = 12;
/** Items from those words to the noun of the recording. */
const RECORDING_REACH = 8;

/**
 * "The execution was not announced": it was done, and not told, unless "its date" was not, "no execution" was, or it was only
 * planned; "has not been confirmed": nobody knows.
 */
function untold(
  items: readonly Item[],
  trigger: number,
  kind: ClaimKind,
  { classes, pack, tokens }: EventContext,
): Modality | null {
  const item = items[trigger];
  const noun = items.findIndex(({ set }) => classes.nominal[set] === 1);
  if (item === undefined || kind !== "execution" || noun < 1 || noun > trigger) return null;
  const comma = items.findLastIndex(({ set }, at) => at < noun && classes.comma[set] === 1);
  const before = items.slice(comma + 1, noun);
  // "74 percent of the executions" are executions; "the date of the execution" is a date.
  const isOfAnother = before.some(
    ({ set, entry }, at) =>
      (before[at - 1]?.quantity ?? null) === null &&
      (classes.of_[set] === 1 || classes.endsInPreposition.has(entry?.words ?? "")),
  );
  if (isOfAnother || before.some(({ set }) => classes.negation[set] === 1)) return null;
  const word = tokens.form.slice(item.from, item.to).join(" ");
  if (pack.wordsIn("UNCONFIRMEDV").has(word)) return "unclear";
  if (!pack.wordsIn("UNTOLDV").has(word)) return null;
  const denies = pack.wordsIn("NEG");
  const ahead = pack.wordsIn("AHEADW");
  const isAhead = items.some(
    ({ set, from, to }, at) =>
      classes.of("SCHED", "SCHEDX", "OP.want")[set] === 1 ||
      holdsOneOf(tokens, from, to, ahead) ||
      (at > trigger && isOneOf(tokens, from, denies)),
  );
  return isAhead ? "unclear" : "happened";
}

/**
 * "The murderer is hanged soon" where verbs stand last: somebody dies once, so a present that tells of him is yet to come.
 * "In 1988 he is hanged" tells what was; "prisoners are hanged" and "three are hanged every day" go on.
 */
function isComing(
  items: readonly Item[],
  { kind, victims }: ModalityGrounds,
  context: EventContext,
): boolean {
  const { classes, pack } = context;
  if (kind !== "execution" || !pack.isVerbFinal) return false;
  if (victims.some((at) => isAllOfKind(items[at], context))) return false;
  return !items.some(
    ({ set, period }) =>
      classes.recurring[set] === 1 || (period?.value.op === "date" && period.value.year !== null),
  );
}

/** "was convicted of killing five people by setting fire to an office": behind a verb of its own it is how that was done. */
function isMeansOfCharge(
  items: readonly Item[],
  trigger: number,
  { classes }: EventContext,
): boolean {
  if (classes.by[itemOf(items, trigger - 1)?.set ?? 0] !== 1) return false;
  for (let at = trigger - 2; at >= 0; at--) {
    const set = items[at]?.set ?? 0;
    if (classes.accuseOp[set] === 1) return true;
    if (classes.stop[set] === 1 || classes.comma[set] === 1) return false;
    if (classes.finite[set] === 1) return false;
  }
  return false;
}

/** "is feared to be hanged", beside "is feared to have been hanged": nobody says that it was done. */
function isFearedAhead(
  items: readonly Item[],
  hedge: Item | null,
  found: Modality,
  context: EventContext,
): boolean {
  if (hedge === null || found !== "happened") return false;
  const next = itemOf(items, items.indexOf(hedge) + 1);
  return next !== undefined && isBareBe(next, context);
}

/** "if it is upheld he will have to serve 18 months". */
export function isConditional(
  items: readonly Item[],
  trigger: number,
  context: EventContext,
): boolean {
  const { classes } = context;
  for (let at = trigger - 1; at >= Math.max(0, trigger - TERM_REACH); at--) {
    const { set } = items[at] as Item;
    if (classes.conditional[set] === 1) return true;
    if (classes.stop[set] === 1) return false;
  }
  return false;
}

const AT_RISK: ReadonlySet<Modality> = new Set(["happened", "ongoing"]);

function modalityOf(kind: ClaimKind, found: Modality, given: Modality | null): Modality {
  if (given !== null && found === "happened") return given;
  if (kind === "imminent-execution") {
    if (AT_RISK.has(found)) return "at-risk";
    return found;
  }
  return found;
}

/** "he could spend the rest of his life in prison", "he faces up to ten years": a term nobody has been given. */
function isPossibleTerm(
  items: readonly Item[],
  trigger: number,
  row: FrameRow,
  kind: ClaimKind,
  found: Modality,
  context: EventContext,
): boolean {
  if ((row.victim !== "around" && row.victim !== "possessive") || kind !== "arrest") return false;
  if (found === "intended") return true;
  if (found !== "happened") return false;
  for (let at = trigger - 1; at >= Math.max(0, trigger - TERM_REACH); at--) {
    const { set } = items[at] as Item;
    if (context.tables.unsure[set] === 1) return true;
    if (context.classes.stop[set] === 1) return false;
  }
  return false;
}

/** How far before a prison term "could" or "if" may stand, in items. */
const TERM_REACH = 10;

/** "tried to kill her", "threatened to shoot him": nobody was killed or hurt, and nobody says so. */
export function isMereIntent(
  kind: ClaimKind,
  modality: Modality,
  operator: Item | null,
  context: EventContext,
): boolean {
  if (kind !== "killing" && kind !== "injury") return false;
  if (modality === "intended") return true;
  return (
    modality === "hypothetical" && operator !== null && context.classes.hypOp[operator.set] === 1
  );
}

/** "He killed his wife, a jury was told": what is heard in court of a doer is an accusation. */
function isHeardInCourt(
  items: readonly Item[],
  kind: ClaimKind,
  agent: number,
  found: Modality,
  context: EventContext,
): boolean {
  if (agent < 0 || found !== "happened" || !ACCUSED_KINDS.has(kind)) return false;
  return items.some(({ set }) => context.tables.courtHeard[set] === 1);
}

const ACCUSED_KINDS: ReadonlySet<ClaimKind> = new Set(["killing", "injury", "torture"]);
