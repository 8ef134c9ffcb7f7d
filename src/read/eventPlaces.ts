/**
 * In: an event and its sentence. Out: the places it happened at.
 * Never: gives the place of one clause to another where verbs stand last.
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import type { ReadEvent } from "./event.ts";
import type { NameMatch } from "./findNames.ts";
import { isBehindGround, isOfGroundBefore } from "./grounds.ts";
import type { Item } from "./items.ts";
import { namesWithin } from "./nameScopes.ts";
import { isOfOuterVerbBehind } from "./nounsOwnVerb.ts";
import { isOfMainVerb } from "./periodClauses.ts";
import { isBackground } from "./periodTies.ts";
import { costAcrossPair, costBetween } from "./periodCosts.ts";
import type { DraftContext } from "./draftContext.ts";
import type { SentenceReading } from "./speech.ts";
import { isWordOf } from "./speechWords.ts";
import { isOneOf } from "./wordSets.ts";

export function placesOf(
  reading: SentenceReading,
  event: ReadEvent,
  context: DraftContext,
): NameMatch[] {
  const { items } = reading;
  const { classes, pack, tokens } = context;
  const inside: number[] = [];
  const isNested = !pack.isVerbFinal && isBackground(items, event, classes);
  const isSum = isTotal(items, event, context);
  let nearest = -1;
  let nearestCost = PLACE_REACH;
  items.forEach((item, index) => {
    if (!isPlaceName(item) || isBureau(items, index, tokens, pack)) return;
    if (isBracketed(items, index, classes)) return;
    if (isDealtWith(item, tokens, pack) || isSeat(item, context)) return;
    if (pack.isVerbFinal && isOfSpeaker(item, reading, context)) return;
    if (index >= event.from && index < event.to) {
      if (!pack.isVerbFinal && isOfAside(items, index, event, classes)) return;
      inside.push(index);
    } else if (
      pack.isVerbFinal
        ? !isOfNextClause(items, index, event, classes) &&
          !isBehindGround(items, index, event, context) &&
          !isOfGroundBefore(items, index, event, context)
        : !(isSum && index < event.from) &&
          !isOfOtherVerb(items, index, event, classes) &&
          !isOfOuterVerbBehind(items, index, event, context) &&
          !(isNested && index + 1 < event.trigger) &&
          !(index > event.trigger && isOfMainVerb(items, index, event, context))
    ) {
      const cost = Math.min(
        costBetween(items, index, event, classes),
        costAcrossPair(items, index, event, classes, pack),
      );
      if (cost < nearestCost) {
        nearest = index;
        nearestCost = cost;
      }
    }
  });
  if (inside.length === 0 && nearest < 0) return placesInList(items, event, context);
  const own = inside.length > 0 ? inside : [nearest];
  const last = own.at(-1) ?? -1;
  const isOpen = pack.isVerbFinal && (inside.length === 0 || last === event.to - 1);
  const isAfter = !pack.isVerbFinal && inside.length === 0 && last > event.trigger;
  if (isAfter) return namesAt(items, [...own, ...restBehind(items, last, classes)]);
  return namesAt(items, isOpen ? [...own, ...restOfList(items, last, classes)] : own);
}

/** "Two people from Karaj, A and B, were hanged", "A in Karaj and B in Tabas were hanged": the list of those concerned holds where. */
function placesInList(
  items: readonly Item[],
  { victims }: ReadEvent,
  { names, pack, tokens, classes }: DraftContext,
): NameMatch[] {
  if (pack.isVerbFinal) return [];
  return victims.flatMap((at) => {
    const item = items[at];
    if (item?.group?.type !== "list") return [];
    return namesWithin(names, [item.from, item.to]).filter(
      ({ type, from }) =>
        (type === "place" || type === "prison") &&
        isWordOf(from - 1, classes.preposition, { tokens, pack }),
    );
  });
}

/** "Two were hanged in Karaj, |bringing the number of those executed to 40|": the total is not that of the town. */
function isTotal(
  items: readonly Item[],
  { from }: ReadEvent,
  { tokens, pack }: Pick<DraftContext, "tokens" | "pack">,
): boolean {
  const words = pack.wordsIn("TOTALINGW");
  return [from, from - 1].some((at) => isOneOf(tokens, items[at]?.from ?? -1, words));
}

/** "DUBAI, Oct 20 (Agency) -": where agencies write from, not where it happened. */
function isBureau(
  items: readonly Item[],
  index: number,
  { form, text, start }: DraftContext["tokens"],
  pack: DraftContext["pack"],
): boolean {
  const item = items[index] as Item;
  if (index > 0 || !pack.wordsIn("BUREAU").has(form[item.from] ?? "")) return false;
  const letters = text.slice(start[item.from] ?? 0, (start[item.from] ?? 0) + 3);
  return letters === letters.toUpperCase() && items.length > 3;
}

/** "(New York) – The authorities hanged …": the bracket at the head says where it was written. */
function isBracketed(items: readonly Item[], index: number, classes: ClauseClasses): boolean {
  const { open, close, dash } = classes;
  const [first, , third, fourth] = items;
  if (index !== 1 || first === undefined || third === undefined || fourth === undefined)
    return false;
  return open[first.set] === 1 && close[third.set] === 1 && dash[fourth.set] === 1;
}

/** "hanged for spying for Israel", "charged with links to the United States": with whom somebody is said to deal, not where it happened. */
function isDealtWith(
  { from }: Item,
  { form, text, start }: DraftContext["tokens"],
  pack: DraftContext["pack"],
): boolean {
  const links = pack.wordsIn("DEALPREPW");
  const skipped = pack.wordsIn("DEALSKIPW");
  // "cooperation with |Israel and the| United States".
  const isPassed = (at: number): boolean =>
    skipped.has(form[at] ?? "") || /^\p{Lu}/u.test(text.charAt(start[at] ?? 0));
  let at = from - 1;
  while (at > from - LIST_REACH && !links.has(form[at] ?? "") && isPassed(at)) at--;
  if (!links.has(form[at] ?? "")) return false;
  const deals = pack.wordsIn("DEALINGW");
  for (let back = at - 1; back >= Math.max(0, at - DEAL_REACH); back--)
    if (deals.has(form[back] ?? "")) return true;
  return false;
}

/** Words of a list of those with whom somebody is said to deal. */
const LIST_REACH = 6;

/** "the Norway-based group", "Karun Watch, based in Norway,": where a body or a person sits, not where it happened. */
function isSeat({ from, to }: Item, { tokens, pack, classes }: DraftContext): boolean {
  const based = pack.wordsIn("BASEDW");
  const { form } = tokens;
  // "who lives in Sweden, was sentenced in absentia".
  if (isOneOf(tokens, to, pack.wordsIn("LIVEBEHINDW"))) return true;
  if (isOneOf(tokens, from - 2, pack.wordsIn("LIVEBEFOREW"))) return true;
  if (isOneOf(tokens, to, based) || (form[to] === "-" && isOneOf(tokens, to + 1, based)))
    return true;
  return (
    isWordOf(from - 1, classes.preposition, { tokens, pack }) && isOneOf(tokens, from - 2, based)
  );
}

/** "The prosecutor of Tehran told of three arrests", "an attack on the embassy of France": where an office is, not where it happened. */
function isOfSpeaker(
  { from, to, name }: Item,
  { index }: SentenceReading,
  { speeches, tokens, pack }: DraftContext,
): boolean {
  if (name?.type !== "place") return false;
  if (isOneOf(tokens, from - 1, pack.wordsIn("ENVOYW"))) return true;
  return speeches.some(
    ({ sentence, speaker }) =>
      sentence === index && speaker.range[0] < from && to <= speaker.range[1],
  );
}

/** Words between the dealing and with whom ("military cooperation on behalf of"). */
const DEAL_REACH = 3;

function isPlaceName({ name }: Item): boolean {
  return name !== null && (name.type === "place" || name.type === "prison");
}

/** Where verbs stand last, what stands behind the verb of an event is told of another. */
function isOfNextClause(
  items: readonly Item[],
  index: number,
  event: ReadEvent,
  classes: ClauseClasses,
): boolean {
  // "after the execution of A, her mother was held in Karun".
  const isGround =
    classes.nominal[items[event.trigger]?.set ?? 0] === 1 &&
    classes.preposition[items[event.trigger - 1]?.set ?? 0] === 1;
  for (let i = event.trigger; i < index; i++) {
    const { set } = items[i] as Item;
    if (classes.verbEnd[set] === 1 || (isGround && classes.comma[set] === 1)) return true;
    if (classes.and[set] === 1 && !isPlaceName(items[i - 1] as Item)) return true;
  }
  return false;
}

/** "Two were hanged, and in Karaj three were freed", "… and the others were sent to Karaj": the place is that of the next verb. */
function isOfOtherVerb(
  items: readonly Item[],
  index: number,
  event: ReadEvent,
  classes: ClauseClasses,
): boolean {
  let hasVerb = false;
  for (let i = index - 1; i >= Math.max(event.to, index - PLACE_REACH); i--) {
    const { set } = items[i] as Item;
    if (classes.trigger[set] === 1) return isMainVerb(items, i, event.to, classes);
    if (classes.aux[set] === 1) hasVerb = true;
    else if (classes.and[set] === 1 && !isPlaceItem(items[i - 1]))
      return hasVerb || opensSubject(items, i, classes) || opensClauseAt(items, i, index, classes);
  }
  return false;
}

/** "… and in Karaj three were freed", "… and 20 in Karaj were freed": the place opens the clause, alone or by a number. */
function opensClauseAt(
  items: readonly Item[],
  and: number,
  place: number,
  { preposition }: ClauseClasses,
): boolean {
  if (preposition[items[place - 1]?.set ?? 0] !== 1) return false;
  const isNumbered = and === place - 3 && items[place - 2]?.quantity?.measure === "count";
  return and === place - 2 || isNumbered;
}

/** "Two men, who were arrested in Tabas, were hanged": the place of the verb that stands between those concerned and it. */
function isOfAside(
  items: readonly Item[],
  index: number,
  { from, trigger }: ReadEvent,
  { trigger: triggers }: ClauseClasses,
): boolean {
  if (index > trigger) return false;
  for (let i = index - 1; i > Math.max(from, index - PLACE_REACH); i--)
    if (triggers[items[i]?.set ?? 0] === 1) return true;
  return false;
}

/** "Two men arrested in May were hanged in Karaj": a verb with its auxiliary that no "and" joins to the event before. */
function isMainVerb(
  items: readonly Item[],
  verb: number,
  from: number,
  classes: ClauseClasses,
): boolean {
  const { aux, adverb, and } = classes;
  let at = verb - 1;
  while (at > from && adverb[items[at]?.set ?? 0] === 1) at--;
  if (aux[items[at]?.set ?? 0] !== 1) return false;
  for (let i = Math.max(from, verb - PLACE_REACH); i < at; i++)
    if (and[items[i]?.set ?? 0] === 1) return opensSubject(items, i, classes);
  return true;
}

/** "…, and Reza was freed in Karaj", "…, and 20 in Karaj were freed": behind the comma stand others, of whom something else is told. */
function opensSubject(items: readonly Item[], joint: number, { comma }: ClauseClasses): boolean {
  const next = items[joint + 1];
  const isSomebody = next !== undefined && (next.group !== null || next.quantity !== null);
  return isSomebody && comma[items[joint - 1]?.set ?? 0] === 1;
}

/** The other places of the list that goes on behind an index ("in the prisons of A, B and C"). */
function restOfList(items: readonly Item[], index: number, classes: ClauseClasses): number[] {
  const found: number[] = [];
  let at = index;
  while (isJoint(items[at + 1], classes) && isPlaceItem(items[at + 2])) found.push((at += 2));
  return found;
}

/** "hanged nine, including a woman, in the prisons of |A, B and C|", not "hanged in A, and B said …". */
function restBehind(items: readonly Item[], index: number, classes: ClauseClasses): number[] {
  if (classes.preposition[items[index - 1]?.set ?? 0] !== 1) return [];
  const rest = restOfList(items, index, classes);
  const end = items[(rest.at(-1) ?? index) + 1];
  const goesOn = [classes.aux, classes.cue, classes.finite, classes.told, classes.trigger];
  const isSubject = end !== undefined && goesOn.some((members) => members[end.set] === 1);
  const isClosed = rest.some((at) => classes.and[items[at - 1]?.set ?? 0] === 1);
  return isSubject || !isClosed ? [] : rest;
}

function isJoint(item: Item | undefined, { comma, and }: ClauseClasses): boolean {
  return item !== undefined && (comma[item.set] === 1 || and[item.set] === 1);
}

function isPlaceItem(item: Item | undefined): boolean {
  return item !== undefined && isPlaceName(item);
}

function namesAt(items: readonly Item[], indices: readonly number[]): NameMatch[] {
  return indices.flatMap((index) => items[index]?.name ?? []);
}

/** Beyond this cost a place belongs to something else in the sentence. */
const PLACE_REACH = 16;
