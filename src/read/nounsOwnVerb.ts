/**
 * In: an act that a noun tells inside of another noun's phrase or of a clause with "who" ("The report on the execution of A was
 * published on Sunday", "A judge who ordered the killing of B visited Geneva"), and a time or place behind it. Out: whether a verb
 * between them, whose subject the act is not, has it.
 * Never: looks behind "and" or another "who"; takes a verb that says that the act took place.
 */
import type { ClaimKind, Modality } from "../model/claim.ts";
import type { ClauseClasses } from "./clauseClasses.ts";
import { skipLeft } from "./clauseOpenings.ts";
import { ATTRIBUTIVE } from "./eventAttributive.ts";
import type { ReadEvent } from "./event.ts";
import { type Item, itemOf } from "./items.ts";
import { isSameHour, kindsOf, type TieContext } from "./periodClauses.ts";
import type { TokenRange } from "./speech.ts";
import { isOneOf, isPairOf } from "./wordSets.ts";

/** The verb before item `index` is not that of the event. */
export function isOfOuterVerbBehind(
  items: readonly Item[],
  index: number,
  event: ReadEvent,
  context: TieContext,
): boolean {
  const { classes, pack } = context;
  if (pack.isVerbFinal || index < event.to) return false;
  const isNoun = classes.nominal[items[event.trigger]?.set ?? 0] === 1;
  if (!isNoun && event.rows[0] !== ATTRIBUTIVE) return false;
  if (isGroundOfSentence(items, event.trigger, index, context)) return true;
  const isOfWho = isInClauseOfWho(items, event.trigger, classes);
  const verb = verbBehind(items, [event.to, index], isOfWho, context);
  if (verb < 0 || tellsOccurrence(items, verb, event.kind, context)) return false;
  return isOfWho || MOMENTS.has(event.kind) || isLedByNoun(items, event.trigger, classes);
}

/** "After |the execution| of A, shops were shut in Karun": opens the sentence, whose own place and time stand behind the comma. */
function isGroundOfSentence(
  items: readonly Item[],
  trigger: number,
  index: number,
  context: TieContext,
): boolean {
  const { classes, pack, tokens } = context;
  const { determiner, adjective, comma } = classes;
  let at = trigger - 1;
  while (at > 0 && [determiner, adjective].some((one) => one[items[at]?.set ?? 0] === 1)) at--;
  if (at > 1 || at < 0) return false;
  const words = tokens.form.slice(items[0]?.from ?? 0, items[at]?.to ?? 0).join(" ");
  if (!pack.wordsIn("GROUNDPREPW").has(words)) return false;
  const opens = items.findIndex(({ set }, i) => i > trigger && comma[set] === 1);
  if (opens < 0 || opens > index) return false;
  // "After the execution of A, in Karun on Monday, his mother fell ill": said of the execution.
  const isAside =
    items.slice(index + 1).some(({ set }) => comma[set] === 1) &&
    verbBehind(items, [opens + 1, index], false, context) < 0 &&
    !items.slice(opens + 1, index).some(({ group }) => group !== null);
  return !isAside;
}

/** Where the verb that does not belong to such a noun begins, from `from` on; or `to`. */
export function endBeforeVerb(
  items: readonly Item[],
  { kind, trigger }: Pick<ReadEvent, "kind" | "trigger">,
  [from, to]: TokenRange,
  context: Pick<TieContext, "classes" | "tokens" | "pack">,
): number {
  const { classes, pack } = context;
  if (pack.isVerbFinal || classes.nominal[items[trigger]?.set ?? 0] !== 1) return to;
  const verb = verbBehind(items, [from, to], false, context);
  return verb < 0 || tellsOccurrence(items, verb, kind, context) ? to : verb;
}

/**
 * "The execution of A was prevented", "the killing of B is feared": the verb of the noun says that it was not done, or that nobody
 * knows; null where it says nothing of the kind.
 */
export function undoneBehind(
  items: readonly Item[],
  trigger: number,
  kind: ClaimKind,
  context: Pick<TieContext, "classes" | "tokens" | "pack">,
): { readonly modality: Modality; readonly operator: Item } | null {
  const { classes, pack, tokens } = context;
  const own = items[trigger]?.set ?? 0;
  if (pack.isVerbFinal || !MOMENTS.has(kind)) return null;
  if (classes.nominal[own] !== 1 && classes.of("RELEASEW")[own] !== 1) return null;
  const verb = verbBehind(items, [trigger + 1, items.length], false, context);
  const operator = items[verb];
  if (operator === undefined || isLedByPreposition(items, trigger, classes)) return null;
  const words = tokens.form.slice(operator.from, operator.from + OCCURRENCE_REACH);
  const holds = (name: string) => words.some((word) => pack.wordsIn(name).has(word));
  const phrase = operator.entry?.words ?? "";
  // "has yet to be scheduled".
  if (pack.wordsIn("YETTOW").has(phrase)) return { modality: "unclear", operator };
  // "prevented talks": a verb of its own.
  if (!words.slice(0, 3).some((word) => pack.wordsIn("BE").has(word))) return null;
  const isDenied = holds("NEG");
  if (holds("UNDONEV")) return isDenied ? null : { modality: "negated", operator };
  // "The release of A was refused", "the flogging of B was put off": it may come later. A sentence that is stayed stands.
  if (holds("PUTOFFV") && kind !== "death-sentence" && kind !== "stay" && kind !== "clemency")
    return isDenied ? null : { modality: "unclear", operator };
  if (holds("FEAREDV") || (isDenied && holds("UNCONFIRMEDV")))
    return { modality: "unclear", operator };
  return null;
}

/** What happens at one time and place; a protest goes on and spreads. */
const MOMENTS: ReadonlySet<ClaimKind> = new Set([
  "execution",
  "death-sentence",
  "killing",
  "injury",
  "death-in-custody",
  "arrest",
  "torture",
  "enforced-disappearance",
  "corporal-punishment",
  "release",
  "clemency",
  "stay",
]);

/** The first finite verb behind the event's words, before anything that opens another clause; or -1. */
function verbBehind(
  items: readonly Item[],
  [from, to]: TokenRange,
  isAside: boolean,
  { classes, pack, tokens }: Pick<TieContext, "classes" | "tokens" | "pack">,
): number {
  const { aux, finite, told, cue, and, relative, whose, subordinator, stop, be, comma, nominal } =
    classes;
  const pasts = pack.wordsIn("PASTW");
  const isPast = (token: number): boolean =>
    isOneOf(tokens, token, pasts) || isPairOf(tokens, token, pasts);
  for (let at = from; at < to; at++) {
    const { set, group, name, period, from: first } = items[at] as Item;
    if (group !== null || name !== null || period !== null) continue;
    if (and[set] === 1 || relative[set] === 1 || whose[set] === 1 || subordinator[set] === 1)
      return -1;
    if (stop[set] === 1) return -1;
    const isVerb =
      aux[set] === 1 || be[set] === 1 || finite[set] === 1 || cue[set] === 1 || isPast(first);
    if (!isVerb && (told[set] !== 1 || nominal[set] === 1)) continue;
    // "the killing of A by a mob armed with knives": a participle right behind a comma is no verb of the sentence.
    const isParted = comma[items[at - 1]?.set ?? 0] === 1 && !isAside;
    return isParted && aux[set] !== 1 && be[set] !== 1 ? -1 : at;
  }
  return -1;
}

/** "was carried out", "took place": said of the act itself. */
function tellsOccurrence(
  items: readonly Item[],
  verb: number,
  kind: ClaimKind,
  { tokens, pack }: Pick<TieContext, "tokens" | "pack">,
): boolean {
  if (kindsOf(items[verb], pack).some((one) => isSameHour(one, kind))) return true;
  const occurring = pack.wordsIn("OCCURREDW");
  const from = items[verb]?.from ?? 0;
  for (let at = from; at < Math.min(tokens.size, from + OCCURRENCE_REACH); at++)
    if (isOneOf(tokens, at, occurring) || isPairOf(tokens, at, occurring)) return true;
  return false;
}

/** Words from the auxiliary to the verb. */
const OCCURRENCE_REACH = 4;

/** "After |the execution| of A the house was sealed": what a preposition leads is no subject. */
function isLedByPreposition(
  items: readonly Item[],
  trigger: number,
  classes: ClauseClasses,
): boolean {
  const lead = itemOf(items, leadBefore(items, trigger, classes))?.set ?? 0;
  return classes.preposition[lead] === 1 || classes.of_[lead] === 1;
}

/** The item before a noun's article and adjectives. */
function leadBefore(
  items: readonly Item[],
  trigger: number,
  { determiner, adjective }: ClauseClasses,
): number {
  let at = trigger - 1;
  while (
    at > 0 &&
    (determiner[items[at]?.set ?? 0] === 1 ||
      adjective[items[at]?.set ?? 0] === 1 ||
      items[at]?.quantity != null)
  )
    at--;
  return at;
}

/** "the report on |the execution", "a judge behind |the killing": a noun and a preposition lead it, and no verb stands before them. */
function isLedByNoun(items: readonly Item[], trigger: number, classes: ClauseClasses): boolean {
  const { preposition, of_, aux, told, finite, cue, stop, nominal } = classes;
  let at = leadBefore(items, trigger, classes);
  const lead = itemOf(items, at);
  if (lead === undefined || (preposition[lead.set] !== 1 && of_[lead.set] !== 1)) return false;
  for (at--; at >= 0; at--) {
    const { set } = items[at] as Item;
    if (stop[set] === 1 || cue[set] === 1) return true;
    if (aux[set] === 1 || finite[set] === 1 || (told[set] === 1 && nominal[set] !== 1))
      return false;
  }
  return at < 0 && itemOf(items, 0) !== lead;
}

/** "A guard who witnessed |the execution of A| testified": between "who" and the act stands the verb of that clause. */
function isInClauseOfWho(items: readonly Item[], trigger: number, classes: ClauseClasses): boolean {
  for (let at = trigger - 2; at >= Math.max(0, trigger - WHO_REACH); at--) {
    const { set } = items[at] as Item;
    if (classes.stop[set] === 1 || classes.comma[set] === 1) return false;
    if (classes.relative[set] === 1 || classes.whose[set] === 1)
      return skipLeft(items, at - 1, classes.adverb) >= 0;
  }
  return false;
}

/** Items between "who" and the noun of the act. */
const WHO_REACH = 9;
