/**
 * In: a frame that fits a stretch of a sentence. Out: what it may tell there, or null where its row or a word beside it forbids.
 * Never: reads who is concerned.
 */
import type { ClaimKind } from "../model/claim.ts";
import type { EventContext } from "./event.ts";
import { isActiveUse, isAllowed, isHeld, isOverruled, rowsOf } from "./eventRefusals.ts";
import {
  isAfter,
  isDeed,
  isDeniedVisit,
  isGrace,
  isHeldByPreposition,
  isNounBehind,
  isObjectOfWho,
  isOfContent,
  isServed,
  isOfOtherNumber,
  isProhibition,
} from "./frameRefusals.ts";
import { hasArticle } from "./clauseOpenings.ts";
import { isForm } from "./governorBehind.ts";
import type { Item } from "./items.ts";
import type { Frame, FrameRow, TriggerRow } from "./packRows.ts";
import type { PatternMatch } from "./pattern.ts";
import type { SentenceReading } from "./speech.ts";
import { TOKEN } from "./tokens.ts";
import { holdsOneOf, isOneOf } from "./wordSets.ts";

/** A frame where it fits: its row, its words, and the kind of event they tell. Indices are of the sentence's items. */
export type FramePlace = {
  readonly reading: SentenceReading;
  readonly items: readonly Item[];
  readonly match: PatternMatch;
  readonly row: FrameRow;
  readonly trigger: number;
  readonly triggerItem: Item;
  /** The row of the word that tells the event, where the frame leaves it to a word. */
  readonly triggerRow: TriggerRow | null;
  readonly kind: ClaimKind;
  /** The event is told by a noun. */
  readonly isNoun: boolean;
  readonly start: number;
  readonly end: number;
  /** The items that the frame's pattern gives to those concerned. */
  readonly captured: readonly [number, number] | undefined;
};

/** Where a frame fits and what it tells; null where a stronger frame has its trigger, or a word there disowns it. */
export function placeFrame(
  reading: SentenceReading,
  frame: Frame,
  match: PatternMatch,
  taken: Uint8Array,
  context: EventContext,
): FramePlace | null {
  const { items } = reading;
  const { row } = frame;
  const trigger = match.parts["t"]?.[0] ?? -1;
  if (trigger < 0 || taken[trigger] === 1) return null;
  const triggerItem = items[trigger] as Item;
  const triggerRow = row.kind === undefined ? toldRow(reading, trigger, frame, context) : null;
  const kind = row.kind ?? triggerRow?.kind;
  if (kind === undefined || row.only?.includes(kind) === false) return null;
  if (row.after !== undefined && !isAfter(items[match.parts["a"]?.[0] ?? -1], row.after, context))
    return null;
  if (row.requires !== undefined && !context.holds(reading, row.requires)) return null;
  if (row.unless?.some((name) => isOverruled(reading, name, context)) === true) return null;
  if (row.never?.some((name) => isHeld(reading, name, context)) === true) return null;
  if (triggerRow !== null && !isAllowed(reading, trigger, triggerRow, context)) return null;
  if (row.auxless === true && isActiveUse(items, trigger, context)) return null;
  if (isDeed(row) && isNounBehind(items, trigger, context)) return null;
  if (isHeldByPreposition(items, trigger, row, context)) return null;
  if (row.actor === true && !ACTOR_KINDS.has(kind)) return null;
  const needsCapture = row.victim === "capture" && row.kind === undefined && row.decides !== true;
  if (needsCapture && match.parts["v"] === undefined) return null;
  const start = match.from;
  if (row.decides === true && isProhibition(items, start, context)) return null;
  if (isDeniedVisit(items, start, match.to, context)) return null;
  if (kind === "arrest" && isGrace(items, start, match.to, context)) return null;
  if (hasSubjectOfItsOwn(items, match, trigger, context)) return null;
  if (row.naming === true && kind === "killing" && tellsSurvivors(items, context)) return null;
  if (row.open === true && isDoneBehind(items, trigger, context)) return null;
  const before = (items[match.from - 1]?.to ?? 0) - 1;
  if (row.closed === true && isForm(before, "PLURALTHATW", context)) return null;
  if (row.closed === true && context.classes.of("BE", "HAVE")[items[match.to]?.set ?? 0] === 1)
    return null;
  if (isOfContent(items, trigger, row, context)) return null;
  if (row.stage === "sentenced-prison" && isServed(items, trigger, context)) return null;
  if (row.stage === "sentenced-prison" && isPrisonAsPlace(triggerItem, context)) return null;
  if (row.whole === true && isOfOtherNumber(items, match, trigger, context)) return null;
  if (kind === "stay" && isObjectOfWho(items, match, trigger, context)) return null;
  const end = beforeTeller(items, match.to, context);
  const captured = cutAt(match.parts["v"], end);
  if (isArticled(items, trigger, captured, context)) return null;
  return {
    reading,
    items,
    match,
    row,
    trigger,
    triggerItem,
    triggerRow,
    kind,
    isNoun: isToldByNoun(frame, triggerItem, context),
    start,
    end,
    captured,
  };
}

/** "After |the killing| two men were held", "Before the hanging three women were freed": with its article a noun, which has no object. */
function isArticled(
  items: readonly Item[],
  trigger: number,
  captured: readonly [number, number] | undefined,
  { classes, pack }: EventContext,
): boolean {
  if (pack.isVerbFinal || captured === undefined || captured[0] <= trigger) return false;
  if (!hasArticle(items, trigger, classes)) return false;
  const between = items.slice(trigger + 1, captured[0]);
  const own = [classes.determiner, classes.adverb, classes.of("ADJ")];
  return between.every(({ set }) => own.some((members) => members[set] === 1));
}

/** The trigger's row; where verbs stand last, of a word of several kinds ("the death of") the first that may tell an event there. */
function toldRow(
  reading: SentenceReading,
  trigger: number,
  { row, forms }: Frame,
  context: EventContext,
): TriggerRow | null {
  const known = rowsOf(reading.items[trigger] as Item, forms, context);
  const [first = null] = known;
  if (!context.pack.isVerbFinal || known.length < 2) return first;
  const isTold = (one: TriggerRow): boolean =>
    row.only?.includes(one.kind) !== false && isAllowed(reading, trigger, one, context);
  return known.find(isTold) ?? first;
}

/** Kinds whose agents are what is told: a protest has no victim. */
const ACTOR_KINDS: ReadonlySet<ClaimKind> = new Set(["protest", "strike", "other-abuse"]);

/** "The wounded victims were A and B", "The victims were A and B, who survived": those named live, or may. */
function tellsSurvivors(items: readonly Item[], { pack, tokens }: EventContext): boolean {
  const words = pack.wordsIn("SURVIVEW");
  const [first, last] = [items[0]?.from ?? 0, items.at(-1)?.to ?? 0];
  return holdsOneOf(tokens, first, last, words);
}

/** "was scheduled for Monday and was carried out", "whose execution had been set for Sunday, was hanged". */
function isDoneBehind(items: readonly Item[], trigger: number, context: EventContext): boolean {
  const { classes, pack, tokens } = context;
  const deadly = pack.wordsIn("PUTTODEATHW");
  for (let at = trigger + 1; at < items.length; at++) {
    const item = items[at] as Item;
    if (classes.stop[item.set] === 1) return false;
    const isDeath =
      context.tables.participle[item.set] === 1 &&
      classes.aux[items[at - 1]?.set ?? 0] === 1 &&
      isOneOf(tokens, item.to - 1, deadly);
    const isCarried = classes.of("CARRIED")[item.set] === 1;
    const isUnreal = items
      .slice(Math.max(trigger + 1, at - 3), at)
      .some(
        ({ set }) =>
          classes.negation[set] === 1 ||
          classes.may[set] === 1 ||
          classes.will[set] === 1 ||
          classes.to[set] === 1,
      );
    if ((isDeath || isCarried) && !isUnreal) return true;
  }
  return false;
}

/**
 * "Courts imposed 365 death sentences, and 13 people were executed": what stands first is the object of a verb before, and
 * those behind "and" are the subject of this one.
 */
function hasSubjectOfItsOwn(
  items: readonly Item[],
  match: PatternMatch,
  trigger: number,
  { classes, pack }: EventContext,
): boolean {
  if (pack.isVerbFinal) return false;
  let at = trigger - 1;
  while (at > match.from && classes.aux[items[at]?.set ?? 0] === 1) at--;
  if (at === trigger - 1 || at - 1 <= match.from) return false;
  if (classes.group[items[at]?.set ?? 0] !== 1 || classes.and[items[at - 1]?.set ?? 0] !== 1)
    return false;
  const verb = items[match.from - 1]?.set ?? 0;
  return (
    classes.finite[verb] === 1 || classes.of("UPHOLD", "GIVENV", "GRANTV", "IMPOSEV")[verb] === 1
  );
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

/** The frame goes on behind the possessive of those concerned ("upheld A's death sentence"). */
export function ownsInside(
  { items, match, captured }: FramePlace,
  { classes }: EventContext,
): boolean {
  if (captured === undefined || captured[1] + 1 >= match.to) return false;
  // "Judge Zand's death sentence": whoever holds an office may have given it.
  const owner = items[captured[0]]?.group?.persons[0];
  if (owner?.type === "person" && owner.isTitleOfficial) return false;
  return classes.possessive[items[captured[1]]?.set ?? 0] === 1;
}

/** The frame asks for the noun of the word ("the execution of"), or the trigger is one that carries it out ("the carrying out of"). */
function isToldByNoun(frame: Frame, { set }: Item, { classes }: EventContext): boolean {
  return frame.row.kind === undefined
    ? frame.row.victim === "capture" && frame.forms.every((form) => form === "noun")
    : classes.of("CARRYN")[set] === 1;
}

/** "The head of the |prison| was sentenced to death", where verbs stand last: a prison without a term, or a word that makes it one, is no penalty. */
function isPrisonAsPlace({ from }: Item, { pack, tokens }: EventContext): boolean {
  if (!pack.isVerbFinal || !isOneOf(tokens, from, pack.wordsIn("PRISONPLACEW"))) return false;
  const before = tokens.form[from - 1] ?? "";
  return tokens.kind[from - 1] === TOKEN.word && !pack.wordsIn("TERMBEFOREW").has(before);
}
