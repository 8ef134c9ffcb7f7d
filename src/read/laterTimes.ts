/**
 * In: a time that counts on from what was told before ("two days later"). Out: whose it is not, and whether what it
 * counts from has no day.
 * Never: says from which day it counts.
 */
import type { ClaimKind } from "../model/claim.ts";
import type { ClauseClasses } from "./clauseClasses.ts";
import { skipLeft } from "./clauseOpenings.ts";
import type { PeriodMatch } from "./findPeriods.ts";
import type { Item } from "./items.ts";
import type { SentenceReading } from "./speech.ts";

/** "two days later", "the next day", not "the same day". */
export function isLater({ value }: PeriodMatch): boolean {
  return value.op === "context" && typeof value.amount === "number" && value.amount > 0;
}

/** "was held at a funeral and |freed| two days later": the later time is that of the last deed before it. */
export function isOfLaterDeed(
  items: readonly Item[],
  index: number,
  trigger: number,
  { classes, isVerbFinal }: { readonly classes: ClauseClasses; readonly isVerbFinal: boolean },
): boolean {
  const period = items[index]?.period ?? null;
  if (isVerbFinal || period === null || index <= trigger || !isLater(period)) return false;
  return items
    .slice(trigger + 1, index)
    .some(
      ({ set }, at) => classes.trigger[set] === 1 && isJoined(items, trigger + 1 + at, classes),
    );
}

/** "was held at her funeral and freed |two days later|": counted from the deed before in the sentence, which has no day. */
export function countsFromUndated(
  match: PeriodMatch,
  reading: SentenceReading | undefined,
  { classes, isVerbFinal }: { readonly classes: ClauseClasses; readonly isVerbFinal: boolean },
): boolean {
  if (isVerbFinal || reading === undefined || !isLater(match)) return false;
  const items = reading.items.filter(({ from }) => from < match.from);
  if (items.some(({ period }) => period !== null && period.kind !== "duration")) return false;
  const last = items.findLastIndex(({ set }) => classes.trigger[set] === 1);
  if (last < 0 || !isJoined(items, last, classes)) return false;
  return items.slice(0, last - 1).some(({ set }) => classes.trigger[set] === 1);
}

/** "… and |freed|", "… and was |freed|": a verb that goes on telling of the same. */
function isJoined(items: readonly Item[], verb: number, classes: ClauseClasses): boolean {
  const aux = skipLeft(items, verb - 1, classes.adverb);
  const before = skipLeft(items, aux, classes.aux);
  return classes.and[items[skipLeft(items, before, classes.adverb)]?.set ?? 0] === 1;
}

/** "was pardoned and |died| in 2021": the time is that of the death. */
export function isOfOwnDeath(
  items: readonly Item[],
  index: number,
  { kind, trigger }: { readonly kind: ClaimKind; readonly trigger: number },
  { classes, isVerbFinal }: { readonly classes: ClauseClasses; readonly isVerbFinal: boolean },
): boolean {
  if (isVerbFinal || index <= trigger || !OF_THE_LIVING.has(kind)) return false;
  const died = classes.of("DIEV");
  for (let at = index - 1; at > trigger; at--) {
    const { set } = items[at] as Item;
    if (died[set] === 1) return true;
    if (classes.comma[set] === 1 || classes.stop[set] === 1 || classes.aux[set] === 1) return false;
  }
  return false;
}

/** Nobody dies of these. */
const OF_THE_LIVING: ReadonlySet<ClaimKind> = new Set([
  "clemency",
  "release",
  "stay",
  "death-sentence",
]);

/** "contrary to |what was reported| on Sunday", "|as reported| on Sunday": the day of the report, not of the deed. */
export function isOfReport(
  items: readonly Item[],
  index: number,
  trigger: number,
  { classes, asWords, tokens }: ReportWords,
): boolean {
  if (index <= trigger) return false;
  const verb = skipLeft(items, index - 1, classes.preposition);
  if (verb <= trigger || classes.cue[items[verb]?.set ?? 0] !== 1) return false;
  const opens = skipLeft(items, skipLeft(items, verb - 1, classes.adverb), classes.aux);
  const item = items[opens];
  return opens > trigger && item !== undefined && asWords.has(tokens.form[item.to - 1] ?? "");
}

type ReportWords = {
  readonly classes: ClauseClasses;
  readonly tokens: { readonly form: readonly string[] };
  /** "what", "as". */
  readonly asWords: ReadonlySet<string>;
};
