/**
 * In: a death told by its noun, behind which somebody's saying stands between commas ("the execution of A, his mother said, would be a
 * crime"). Out: the modality that the verb behind the saying gives.
 * Never: looks past the second comma's verb, or takes an apposition for a saying.
 */
import type { EventContext } from "./event.ts";
import { type EventPlace, type Governed, isForm } from "./governorBehind.ts";
import type { Item } from "./items.ts";

/** What the verb behind a saying makes of the death, or null. */
export function behindSaying(
  items: readonly Item[],
  trigger: number,
  context: EventContext,
): Governed | null {
  const { classes } = context;
  const own = items[trigger]?.set ?? 0;
  if (context.pack.isVerbFinal || (classes.nominal[own] !== 1 && classes.gerund[own] !== 1))
    return null;
  if (isForm((items[trigger]?.to ?? 0) - 1, "DEATHSW", context)) return null;
  const isVerb = ({ set }: Item): boolean => classes.aux[set] === 1 || classes.cue[set] === 1;
  const first = commaFrom(items, trigger + 1, NOUN_REACH, context);
  if (first < 0 || items.slice(trigger + 1, first).some(isVerb)) return null;
  const second = commaFrom(items, first + 1, SAYING_REACH, context);
  if (second < 0) return null;
  const between = items.slice(first + 1, second);
  const sayings = [classes.cue, classes.of("CUE.according")];
  if (!between.some(({ set }) => sayings.some((members) => members[set] === 1))) return null;
  let at = second + 1;
  // "“The execution of A,” they said, “would be …”": one quotation in two pieces.
  const skipped = [classes.adverb, classes.quoteOpen, classes.quoteClose];
  while (skipped.some((members) => members[items[at]?.set ?? 0] === 1)) at++;
  const verb = items[at];
  if (verb === undefined) return null;
  if (classes.of("MAYMOD", "MUSTMOD", "WILLMOD")[verb.set] === 1 || classes.may[verb.set] === 1)
    return isPerfect(items, at + 1, context) ? null : { modality: "hypothetical", operator: verb };
  if (classes.aux[verb.set] !== 1) return null;
  if (isForm(verb.from, "PRESENTBE", context)) {
    // "The execution of A |on Monday|, X said, is a crime": it was.
    const isDated = items.slice(trigger + 1, first).some(({ period }) => period !== null);
    return isDated ? null : { modality: "unclear", operator: verb };
  }
  const isPlanned = items
    .slice(at + 1, at + PLAN_REACH)
    .some(({ set }) => classes.of("SCHED", "HALTED")[set] === 1);
  return isPlanned ? { modality: "intended", operator: verb } : null;
}

/**
 * "The execution of A, who was 17, |would be| a crime", "(said his lawyer) |would|", ", if carried out, |would|": whatever stands between,
 * the verb is that of the death which opens the sentence.
 */
export function supposedBehindAsides(
  items: readonly Item[],
  trigger: number,
  context: EventContext,
): Governed | null {
  const { classes, pack } = context;
  if (pack.isVerbFinal || classes.nominal[items[trigger]?.set ?? 0] !== 1) return null;
  // "The executions in May must be investigated": several that were.
  if (isForm((items[trigger]?.to ?? 0) - 1, "DEATHSW", context)) return null;
  const opening = items.findLastIndex(
    ({ set }, at) => at < trigger && classes.quoteOpen[set] === 1,
  );
  const isLed = items
    .slice(opening + 1, trigger)
    .some(({ set }) =>
      [classes.aux, classes.cue, classes.preposition, classes.comma, classes.finite].some(
        (members) => members[set] === 1,
      ),
    );
  if (isLed) return null;
  const marks = classes.of("COMMA", "DASH", "CLOSE");
  const skipped = [classes.adverb, classes.quoteOpen, classes.quoteClose];
  const modals = [classes.may, classes.of("MAYMOD", "MUSTMOD")];
  for (let at = trigger + 1; at < Math.min(items.length, trigger + ASIDES_REACH); at++) {
    const { set } = items[at] as Item;
    if (classes.stop[set] === 1) return null;
    if (marks[set] !== 1) continue;
    let next = at + 1;
    while (skipped.some((members) => members[items[next]?.set ?? 0] === 1)) next++;
    const verb = items[next];
    if (verb === undefined || !modals.some((members) => members[verb.set] === 1)) continue;
    return isPerfect(items, next + 1, context)
      ? null
      : { modality: "hypothetical", operator: verb };
  }
  return null;
}

/** Items from a death to its verb, past all that stands between. */
const ASIDES_REACH = 36;

/** "“Executing A,” they said, “would be a crime”": the deed opens the sentence. */
export function deedBeforeSaying(
  items: readonly Item[],
  { trigger, subject }: EventPlace,
  context: EventContext,
): Governed | null {
  const { classes } = context;
  const before = items[trigger - 1];
  const isHead =
    subject < 0 &&
    classes.gerund[items[trigger]?.set ?? 0] === 1 &&
    (trigger === 0 || (before !== undefined && classes.quoteOpen[before.set] === 1));
  return isHead ? behindSaying(items, trigger, context) : null;
}

/** "should never |have| happened": it has. */
function isPerfect(items: readonly Item[], from: number, { classes }: EventContext): boolean {
  const have = classes.of("HAVE");
  return items.slice(from, from + PLAN_REACH - 1).some(({ set }) => have[set] === 1);
}

/** Where the next comma stands within so many items, or -1. */
function commaFrom(
  items: readonly Item[],
  from: number,
  reach: number,
  { classes }: EventContext,
): number {
  for (let at = from; at < Math.min(items.length, from + reach); at++) {
    const { set } = items[at] as Item;
    if (classes.stop[set] === 1 || classes.relative[set] === 1) return -1;
    if (classes.comma[set] === 1) return at;
  }
  return -1;
}

/** Items from a death to the comma behind whom it befalls. */
const NOUN_REACH = 9;

/** Items that a saying between commas can have. */
const SAYING_REACH = 12;

/** Items from an auxiliary to what is planned. */
const PLAN_REACH = 4;
