/**
 * In: a speech, or a time beside one. Out: the time at which something is said, and whether a time is that of a saying.
 * Never: gives a saying the time of what it tells.
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import type { PeriodMatch } from "./findPeriods.ts";
import type { Item } from "./items.ts";
import { isInRelative, type TieContext } from "./periodClauses.ts";
import { costFromCue } from "./periodCosts.ts";
import type { SentenceReading, Speech, TokenRange } from "./speech.ts";
import { speechesAround } from "./speechIndex.ts";
import { isOneOf } from "./wordSets.ts";

/** The time at which something is said or asked: in the clause of its cue, outside of what is said. */
export function periodOfSpeech(
  speech: Speech,
  reading: SentenceReading,
  classes: ClauseClasses,
): PeriodMatch | null {
  const { items } = reading;
  const [cueFrom, cueTo] = speech.cue ?? speech.speaker.range;
  let best: PeriodMatch | null = null;
  let bestCost = SPEECH_REACH;
  items.forEach((item, index) => {
    const { period } = item;
    if (period === null || !DAYS.has(period.value.op)) return;
    if (isWithin(period.from, speech.contents) || isInRelative(items, index, classes)) return;
    if (isOfToldBefore(items, index, cueFrom, classes)) return;
    const cost = costFromCue(items, index, [cueFrom, cueTo], classes);
    if (cost < bestCost) {
      best = period;
      bestCost = cost;
    }
  });
  return best;
}

/** "expressed alarm over the executions in August and |urged|": the time of what the saying before is about. */
function isOfToldBefore(
  items: readonly Item[],
  index: number,
  cueFrom: number,
  { trigger, cue, comma }: ClauseClasses,
): boolean {
  if ((items[index]?.from ?? 0) > cueFrom) return false;
  for (let at = index - 1; at > 0; at--) {
    const { set } = items[at] as Item;
    if (cue[set] === 1 || comma[set] === 1) return false;
    if (trigger[set] === 1) return items.slice(0, at).some((item) => cue[item.set] === 1);
  }
  return false;
}

/** Values that say a day or a unit in which somebody can have spoken; not "for decades", "by winter". */
const DAYS: ReadonlySet<PeriodMatch["value"]["op"]> = new Set([
  "date",
  "weekday",
  "shift",
  "part",
  "named",
  "unit",
  "ago",
  "inside",
  "both",
  "some",
  "context",
]);

/** Beyond this cost a time is not that of the saying. */
const SPEECH_REACH = 12;
/** Speeches in which a time outside of what is said is the time of the saying. */
const DATED: ReadonlySet<Speech["kind"]> = new Set(["say", "judge", "call"]);

/** "police said on Monday that four men had been hanged": Monday is when they said so. */
export function isOfSaying(
  period: PeriodMatch,
  token: number,
  sentence: number,
  { speeches, tokens, pack }: TieContext,
): boolean {
  const reported = pack.wordsIn("REPORTEDONW");
  return speechesAround(token, speeches).some(
    ({ cue, kind, contents, sentence: own }) =>
      own === sentence &&
      cue !== null &&
      // "On 3 May the group reported on the death sentences of two": the day is that of the report.
      (DATED.has(kind) || (kind === "record" && isOneOf(tokens, cue[0], reported))) &&
      !isWithin(period.from, contents),
  );
}

/** "On Thursday the army said that …": the time of a saying of that sentence, outside of what is said. */
export function isDayOfSaying(
  period: PeriodMatch,
  sentence: number,
  speeches: readonly Speech[],
): boolean {
  return speeches.some(
    ({ cue, kind, contents, sentence: own }) =>
      own === sentence && cue !== null && DATED.has(kind) && !isWithin(period.from, contents),
  );
}

function isWithin(token: number, ranges: readonly TokenRange[]): boolean {
  return ranges.some(([from, to]) => from <= token && token < to);
}
