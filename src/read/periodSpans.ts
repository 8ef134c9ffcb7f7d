/**
 * In: an event that stands a span before a time of its sentence ("died on 5 May, |four days after| he was arrested"). Out: its
 * time, counted back from that one.
 * Never: counts from the day on which somebody said so.
 */
import type { ReadEvent } from "./event.ts";
import type { PeriodMatch } from "./findPeriods.ts";
import type { Item } from "./items.ts";
import type { TieContext } from "./periodClauses.ts";
import { isOfSaying } from "./periodSaying.ts";
import type { Grain } from "./periodValue.ts";
import type { SentenceReading } from "./speech.ts";
import { holdsOneOf, isOneOf } from "./wordSets.ts";

/** Items between "after" and the event. */
const SPAN_REACH = 8;

/** The time of an event behind "four days after", where the one it is counted from stands before; else null. */
export function periodBeforeSpan(
  { trigger }: ReadEvent,
  { items, index: sentence }: SentenceReading,
  context: TieContext,
): PeriodMatch | null {
  if (context.pack.isVerbFinal) return null;
  const { classes } = context;
  for (let at = trigger - 1; at > Math.max(0, trigger - SPAN_REACH); at--) {
    const item = items[at] as Item;
    const span = spanEnding(items, at, context);
    if (span !== null) return countedFrom(items, span, sentence, context) ? span.period : null;
    const { set } = item;
    const isParted = [classes.comma, classes.stop, classes.relative, classes.cue, classes.and];
    if (item.period !== null || isParted.some((members) => members[set] === 1)) return null;
  }
  return null;
}

type Span = { readonly from: number; readonly period: PeriodMatch };

/** "four days after", of two items or of one ("a day after"). */
function spanEnding(items: readonly Item[], at: number, context: TieContext): Span | null {
  const { tokens, pack } = context;
  const item = items[at] as Item;
  if (!isOneOf(tokens, item.to - 1, pack.wordsIn("AFTERONLYW"))) return null;
  const before = items[at - 1];
  const length = before?.period ?? null;
  if (item.to - item.from === 1) {
    if (length?.value.op !== "duration" || length.value.amount === null) return null;
    if (!COUNTED.has(length.value.grain)) return null;
    const { grain, amount } = length.value;
    return { from: at - 1, period: counted(length.from, item.to, grain, amount, length.row) };
  }
  const grain = GRAIN_BY_WORD.get(tokens.form[item.to - 2] ?? "");
  return grain === undefined || item.to - item.from > 3
    ? null
    : { from: at, period: counted(item.from, item.to, grain, 1, "") };
}

const GRAIN_BY_WORD: ReadonlyMap<string, Grain> = new Map([["day", "day"]]);

function counted(from: number, to: number, grain: Grain, amount: number, row: string): PeriodMatch {
  // "six hours after": on that day, as far as days go.
  const value: PeriodMatch["value"] = SHORT.has(grain)
    ? { op: "context", grain: "day", amount: 0 }
    : { op: "context", grain, amount: -amount };
  return { from, to, value, kind: "point", per: null, row };
}

const SHORT: ReadonlySet<Grain> = new Set(["minute", "hour"]);
/** Units that say a day: "three years after" says less. */
const COUNTED: ReadonlySet<Grain> = new Set(["minute", "hour", "day"]);

/** A day stands before the span, of what is told and not of the saying. */
function countedFrom(
  items: readonly Item[],
  { from, period }: Span,
  sentence: number,
  context: TieContext,
): boolean {
  const times = items
    .slice(0, from)
    .flatMap((item) => (item.period?.kind === "point" ? [item.period] : []));
  const last = times.at(-1);
  const plans = context.pack.wordsIn("SCHEDX");
  const start = items[0]?.from ?? 0;
  // "planned to hang two on Wednesday, five days after": a day that may lie ahead.
  if (holdsOneOf(context.tokens, start, period.from, plans)) return false;
  return last !== undefined && !isOfSaying(last, period.from, sentence, context);
}
