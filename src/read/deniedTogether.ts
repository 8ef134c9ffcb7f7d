/**
 * In: an event among several that one "that" hangs on a report or claim. Out: what the verb behind them all makes of each
 * ("Reports |that| A was hanged on Monday and B on Tuesday |are untrue|").
 * Never: takes what is said of a claim or an appeal told within them for what is said of the report.
 */
import type { EventContext } from "./event.ts";
import type { Governed } from "./governorBehind.ts";
import { type Item, itemOf } from "./items.ts";
import { holdsOneOf, isOneOf } from "./wordSets.ts";

/** Items between "that" and the event, and between the event and the verdict. */
const REACH = 30;

/** Items between the noun of a report and its "that" ("reports in foreign media that"). */
const NOUN_REACH = 5;

/** Items between a verb of judging and the word for what it finds. */
const VERDICT_REACH = 3;

/** Classes of nouns that somebody can deny. */
const REPORTS = ["CLAIMEDN", "CLAIMN", "REPORTN", "NEWSREPORTN", "DOUBTN"] as const;

/** What the sentence says of the report that tells the event at `trigger` with others, or null. */
export function deniedTogether(
  items: readonly Item[],
  trigger: number,
  context: EventContext,
): Governed | null {
  if (context.pack.isVerbFinal) return null;
  const that = reportBefore(items, trigger, context);
  if (that < 0) return null;
  const verdict = verdictBehind(items, trigger, context);
  if (verdict === null || !isJoined(items, trigger, verdict.from, context)) return null;
  return isOfAnother(items, that, verdict.from, context)
    ? null
    : { modality: verdict.modality, operator: items[verdict.to - 1] as Item };
}

/** Item of the "that" which a report, claim or rumour as a subject opens before the event, or -1. */
function reportBefore(items: readonly Item[], trigger: number, context: EventContext): number {
  const { classes } = context;
  for (let at = trigger - 1; at >= Math.max(1, trigger - REACH); at--) {
    const item = items[at] as Item;
    if (classes.stop[item.set] === 1 || classes.but[item.set] === 1) return -1;
    if (!isOneOf(context.tokens, item.from, context.pack.wordsIn("THATW"))) continue;
    const noun = reportAt(items, at - 1, context);
    if (noun >= 0) return isSubject(items, noun, context) ? at : -1;
  }
  return -1;
}

/** The noun of a report at item `at` or, with what describes it, shortly before it; or -1. */
function reportAt(items: readonly Item[], at: number, context: EventContext): number {
  const { classes } = context;
  for (let i = at; i >= Math.max(0, at - NOUN_REACH); i--) {
    const item = items[i] as Item;
    if (isReport(item, context)) return i;
    if (ends(item, context) || classes.aux[item.set] === 1 || classes.and[item.set] === 1)
      return -1;
  }
  return -1;
}

/** Nothing stands before the noun of which it could be the object. */
function isSubject(items: readonly Item[], noun: number, context: EventContext): boolean {
  const { classes, tables } = context;
  let at = noun - 1;
  while (
    at >= 0 &&
    (classes.determiner[items[at]?.set ?? 0] === 1 || tables.modifier[items[at]?.set ?? 0] === 1) &&
    classes.cue[items[at]?.set ?? 0] !== 1
  )
    at--;
  const before = itemOf(items, at);
  if (before === undefined) return true;
  const opens = [classes.cue, classes.that, classes.subordinator, classes.and, classes.but];
  return (
    ends(before, context) ||
    opens.some((members) => members[before.set] === 1) ||
    before.period !== null ||
    (before.group !== null && at === noun - 1)
  );
}

type Verdict = {
  readonly from: number;
  readonly to: number;
  readonly modality: "negated" | "unclear";
};

/** The last thing that the clause says, where it judges a report ("were denied", "proved false", "could not be confirmed"). */
function verdictBehind(
  items: readonly Item[],
  trigger: number,
  context: EventContext,
): Verdict | null {
  const { classes } = context;
  let found: Verdict | null = null;
  for (let at = trigger + 1; at < Math.min(items.length, trigger + REACH); at++) {
    const item = items[at] as Item;
    if (classes.stop[item.set] === 1 || classes.but[item.set] === 1) break;
    const isVerb = classes.aux[item.set] === 1 || holds(item, "PROVEDW", context);
    const isWhole = classes.falsePredicate[item.set] === 1 && holds(item, "SAIDFALSEW", context);
    if (!isVerb && !isWhole) continue;
    if (found !== null && at > found.to) {
      // "… are untrue, and both are alive": the next clause.
      const isNext = items.slice(found.to, at).some((one) => isJoint(one, context));
      return isNext ? found : null;
    }
    let last = at;
    let isDenied = isWhole;
    while (!isDenied && last < Math.min(items.length - 1, at + VERDICT_REACH)) {
      last++;
      const next = items[last] as Item;
      const isWithin =
        classes.aux[next.set] === 1 ||
        classes.adverb[next.set] === 1 ||
        classes.negation[next.set] === 1;
      isDenied = holds(next, "SAIDFALSEW", context) || holds(next, "VERIFIEDW", context);
      if (!isWithin && !isDenied) break;
    }
    if (!isDenied) continue;
    const judged = items.slice(at, last + 1);
    const isNot = judged.some(
      (one) => classes.negation[one.set] === 1 || holds(one, "NEG", context),
    );
    const isVouched = judged.some((one) => holds(one, "VERIFIEDW", context));
    const isTrue = judged.some((one) => holds(one, "TRUEADJ", context));
    // "were not denied", "have been confirmed", "are true".
    const modality =
      isVouched || isTrue
        ? isNot
          ? isTrue
            ? "negated"
            : "unclear"
          : null
        : isNot
          ? null
          : "negated";
    const isBy = isLast(items[last] as Item, "BYW", context);
    if (modality === null || (!isBy && !endsClause(items, last + 1, context))) return null;
    found = { from: at, to: last + 1, modality };
    at = last;
  }
  return found;
}

/** Nothing follows that another verb could be said of: "… were dismissed caused outrage". */
function endsClause(items: readonly Item[], at: number, context: EventContext): boolean {
  const { classes } = context;
  const next = itemOf(items, at);
  if (next === undefined) return true;
  const goesOn = [
    classes.by,
    classes.preposition,
    classes.adverb,
    classes.subordinator,
    classes.time,
  ];
  return (
    ends(next, context) ||
    isJoint(next, context) ||
    goesOn.some((members) => members[next.set] === 1) ||
    next.period !== null
  );
}

/** Something else is told between the event and the verdict: alone, it is judged by the readers of the near. */
function isJoined(
  items: readonly Item[],
  trigger: number,
  verdict: number,
  { classes }: EventContext,
): boolean {
  const isAnd = ({ set }: Item): boolean =>
    classes.and[set] === 1 || classes.of("ORJOIN")[set] === 1;
  return items.slice(trigger + 1, verdict).some(isAnd) || items.slice(0, trigger).some(isAnd);
}

/** "… and his appeals were dismissed", "and the claims were denied", ", which was denied": said of another. */
function isOfAnother(
  items: readonly Item[],
  that: number,
  verdict: number,
  context: EventContext,
): boolean {
  const { classes } = context;
  const before = items[verdict - 1];
  const judged = [classes.pronoun, classes.relative, classes.determiner];
  if (before === undefined || judged.some((members) => members[before.set] === 1)) return true;
  // "and |the verdict| was wrong": a noun of its own, of which nothing else is told.
  const joint = items.findLastIndex((item, at) => at < verdict && isJoint(item, context));
  const own = joint > that ? items.slice(joint + 1, verdict) : [];
  const tells = [classes.trigger, classes.time, classes.place, classes.preposition];
  const isNoun =
    own.length > 0 && !own.some(({ set }) => tells.some((members) => members[set] === 1));
  if (isNoun && classes.determiner[own[0]?.set ?? 0] === 1) return true;
  return items.slice(that + 1, verdict).some((item) => isReport(item, context));
}

function isReport(item: Item, context: EventContext): boolean {
  return item.name === null && REPORTS.some((name) => isLast(item, name, context));
}

function isJoint({ set }: Item, { classes }: EventContext): boolean {
  return classes.and[set] === 1 || classes.but[set] === 1 || classes.comma[set] === 1;
}

function ends({ set }: Item, { classes }: EventContext): boolean {
  return (
    classes.comma[set] === 1 ||
    classes.stop[set] === 1 ||
    classes.quoteOpen[set] === 1 ||
    classes.quoteClose[set] === 1
  );
}

function isLast(item: Item, name: string, { pack, tokens }: EventContext): boolean {
  return isOneOf(tokens, item.to - 1, pack.wordsIn(name));
}

function holds(item: Item, name: string, { pack, tokens }: EventContext): boolean {
  return item.name === null && holdsOneOf(tokens, item.from, item.to, pack.wordsIn(name));
}
