/**
 * In: the time tied to an event, with its sentence. Out: the time since then, where it is when something began that has done it since
 * ("The war began in April 2023 and has killed thousands").
 * Never: stretches the time of what was done at once ("began in May and killed two").
 */
import type { ReadEvent } from "./event.ts";
import type { PeriodMatch } from "./findPeriods.ts";
import { type Item, itemOf } from "./items.ts";
import type { TieContext } from "./periodClauses.ts";
import { isOneOf } from "./wordSets.ts";

/** The time itself, or as the beginning of what goes on since. */
export function sinceBegun(
  period: PeriodMatch | null,
  { trigger }: ReadEvent,
  items: readonly Item[],
  context: TieContext,
): PeriodMatch | null {
  const { classes, pack } = context;
  if (period === null || pack.isVerbFinal || period.value.op === "bound") return period;
  const at = items.findIndex((item) => item.period === period);
  if (at < 1 || at > trigger || !isBeginning(items, at, context)) return period;
  const between = items.slice(at + 1, trigger);
  const joins = [classes.and, classes.comma];
  const isJoined = joins.some((members) => members[between[0]?.set ?? 0] === 1);
  const have = classes.of("HAVE");
  const isSince = items
    .slice(Math.max(at + 1, trigger - VERB_REACH), trigger)
    .some(({ set }) => have[set] === 1);
  const isParted = between.some(({ set }) => classes.stop[set] === 1);
  if (!isJoined || !isSince || isParted) return period;
  return { ...period, value: { op: "bound", side: "since", of: period.value } };
}

/** "|began| in April". */
function isBeginning(
  items: readonly Item[],
  at: number,
  { classes, tokens, pack }: TieContext,
): boolean {
  let before = at - 1;
  while (before > at - LEAD_REACH && classes.preposition[items[before]?.set ?? 0] === 1) before--;
  const verb = itemOf(items, before);
  const began = pack.wordsIn("BEGANW");
  if (verb === undefined) return false;
  return isOneOf(tokens, verb.to - 1, began) || isOneOf(tokens, verb.from, began);
}

/** Items between the verb and its time. */
const LEAD_REACH = 3;
/** Items in which "has" stands before the deed. */
const VERB_REACH = 4;
