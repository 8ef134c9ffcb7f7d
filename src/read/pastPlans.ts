/**
 * In: drafts of what was planned or threatened. Out: whether its time has passed at publication, so that it is unclear
 * what became of it.
 * Never: says what became of it.
 */
import { fromDay, parseEdtf } from "../model/calendarDays.ts";
import type { Period } from "../model/claim.ts";
import type { Document } from "../model/document.ts";
import type { Draft } from "./draft.ts";
import type { DraftContext } from "./draftContext.ts";
import { type PeriodMatch, findPeriods } from "./findPeriods.ts";
import type { LanguagePack, Packs } from "./packRows.ts";
import { resolvePeriod } from "./resolvePeriod.ts";
import type { SentenceReading } from "./speech.ts";
import type { Tokens } from "./tokens.ts";
import { holdsOneOf, isOneOf, isPairOf } from "./wordSets.ts";

/** Modalities of what is still to come: "on Monday" lies ahead. */
export const AHEAD: ReadonlySet<string> = new Set(["intended", "called-for"]);

/** "had been scheduled to die on Wednesday": the day of the plan is over. */
export function isPastPlan(
  { range, anchor, period }: Draft,
  published: string | null,
  { tokens, pack }: Pick<DraftContext, "tokens" | "pack">,
): boolean {
  const past = pack.wordsIn("PASTHAVE");
  for (let at = range[0]; at < Math.max(anchor, range[0] + PLAN_REACH) && at < range[1]; at++)
    if (isOneOf(tokens, at, past) || isPairOf(tokens, at, past)) return true;
  // "was spared moments |before| he was to be hanged on Wednesday": what was done before it is told as past.
  const before = pack.wordsIn("BEFOREPLANW");
  if (holdsOneOf(tokens, range[0], anchor, before) && hasPastPlan(range, { tokens, pack }))
    return true;
  return isOverdue(period, published) && hasPastPlan(range, { tokens, pack });
}

/**
 * "was to be hanged on Thursday, but …": whether the day is over nobody says, so that a day counted from the report's is left open.
 */
export function isOpenPlan(
  { range, modality }: Draft,
  { tokens, pack }: Pick<DraftContext, "tokens" | "pack">,
): boolean {
  if (modality !== "intended" || !hasPastPlan(range, { tokens, pack })) return false;
  const turns = pack.wordsIn("TURNW");
  return isOneOf(tokens, range[1], turns) || isOneOf(tokens, range[1] + 1, turns);
}

/** "was to be hanged on 4 October": a plan told of as one that was. */
function hasPastPlan(
  [from, to]: Draft["range"],
  { tokens, pack }: Pick<DraftContext, "tokens" | "pack">,
): boolean {
  const plans = pack.wordsIn("PASTPLAN");
  for (let at = from; at < to - 1; at++) if (isPairOf(tokens, at, plans)) return true;
  return false;
}

/** A day of some month without a year that went by less than so many days before the report. */
function isOverdue(period: Draft["period"], published: string | null): boolean {
  const value = period?.value;
  if (value?.op !== "date" || value.year !== null || value.month === null || value.day === null)
    return false;
  const at = parseEdtf(published ?? "");
  if (at === null || at.from !== at.to) return false;
  const today = fromDay(value.calendar, at.from);
  const ago = (today.month - value.month) * MONTH + today.day - value.day;
  return ago > 0 && ago < OVERDUE;
}

const MONTH = 30;
const OVERDUE = 90;

/** Tokens of a plan in which the auxiliary of its verb stands. */
const PLAN_REACH = 6;

/** The last point or interval told before a match, for "the next day" and "that year"; null where there is none. */
export function lastTime(
  match: PeriodMatch,
  readings: readonly SentenceReading[],
  tokens: Tokens,
  document: Document,
  country: string | null,
  packs: Packs,
  pack: LanguagePack,
): Pick<Period, "earliest" | "latest" | "basis" | "calendar"> | null {
  let last: PeriodMatch | null = null;
  const { value } = match;
  const isCounted =
    value.op === "context" &&
    DAY_GRAINS.has(value.grain ?? "") &&
    (value.amount !== 0 || value.grain !== "week");
  const isSame = value.op === "context" && value.amount === 0;
  // "a rise of a third |against| 1402. In the same year".
  const compares = pack.wordsIn("COMPAREDTOW");
  let compared: PeriodMatch | null = null;
  const here = indexOfSentence(readings, match.from);
  for (let i = here; last === null && i >= Math.max(0, here - TIME_REACH); i--) {
    for (const { period } of readings[i]?.items ?? []) {
      if (period === null || period.to > match.from || !isTime(period)) continue;
      // "on 16 December, the 40th of this month. On the same day": what says a day goes before what does not.
      if (isCounted && last !== null && isDayed(last) && !isDayed(period)) continue;
      // "In May 40 were hanged, against 12 in the same month last year. In the same month …": not what it is compared with.
      if (isSame && (isCompared(period) || isPairOf(tokens, period.from - 2, compares))) {
        compared ??= period;
        continue;
      }
      last = period;
    }
    if (!isCounted || last === null || isPointed(last)) continue;
    // "in November he ran over an officer. … arrested two days later": a month says no day to count from.
    const isBeside = readings[i]?.sentence.block === readings[here]?.sentence.block;
    if (i >= here - 1 && isBeside && isUndayed(last)) return null;
    last = null;
  }
  const from = last ?? compared;
  if (from === null) return null;
  return resolvePeriod(
    from,
    {
      tokens,
      published: document.published?.value ?? null,
      country,
      // "Two days later A was held. The next day B was freed": counted from what itself is counted.
      antecedent: () =>
        from.value.op === "context" && from.value.grain === "day"
          ? lastTime(from, readings, tokens, document, country, packs, pack)
          : null,
    },
    packs.periods,
  ).period;
}

/** The last date with its year, in this sentence or the few before, for a date that has none; null where there is none. */
export function lastDated(
  match: PeriodMatch,
  readings: readonly SentenceReading[],
  tokens: Tokens,
  packs: Packs,
): Pick<Period, "earliest" | "latest" | "basis" | "calendar"> | null {
  const here = indexOfSentence(readings, match.from);
  for (let i = here; i >= Math.max(0, here - DATED_REACH); i--) {
    const last = readings[i]?.items.findLast(
      ({ period }) =>
        period !== null &&
        period.to <= match.from &&
        period.value.op === "date" &&
        period.value.year !== null &&
        period.value.month !== null,
    )?.period;
    if (last != null)
      return resolvePeriod(last, { tokens, published: null, country: null }, packs.periods).period;
  }
  return null;
}

/** Sentences back in which the year may stand. */
const DATED_REACH = 3;

/** Grains that count from a day ("two days later"), not from a month or a stretch. */
const DAY_GRAINS: ReadonlySet<string> = new Set(["minute", "hour", "day", "week"]);

function isPointed({ kind, value }: PeriodMatch): boolean {
  if (value.op === "context") return value.grain === "day";
  return kind === "point" && value.op !== "part";
}

function isDayed(period: PeriodMatch): boolean {
  return isPointed(period) && !isUndayed(period);
}

/** "the same period last year", "December last year": beside a figure that is told, what it is compared with. */
function isCompared({ value }: PeriodMatch): boolean {
  if (value.op === "parallel") return true;
  return (
    value.op === "inside" &&
    value.outer.op === "shift" &&
    value.outer.grain === "year" &&
    value.outer.amount < 0
  );
}

/** A month or year in which something happened, no bound of a count. */
function isUndayed({ value }: PeriodMatch): boolean {
  return value.op === "date" && value.day === null;
}

/** How many sentences back the time may stand that "the next day" counts from. */
const TIME_REACH = 20;

/** Index of the last sentence that begins at or before a token. */
function indexOfSentence(readings: readonly SentenceReading[], token: number): number {
  let low = 0;
  let high = readings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((readings[middle]?.sentence.from ?? 0) <= token) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function isTime({ kind }: PeriodMatch): boolean {
  return kind === "point" || kind === "interval";
}

/** The day of the speech that a draft stands in, EDTF, where it is dated. */
export function speechDate(draft: Draft, tokens: Tokens, packs: Packs): string | null {
  const post = draft.speeches.find((speech) => speech.date !== null);
  if (post?.date == null) return null;
  const [match] = findPeriods(tokens, post.date[0], post.date[1], packs.periods);
  if (match === undefined) return null;
  return resolvePeriod(match, { tokens, published: null, country: null }, packs.periods).period
    .latest;
}

/** Days that all lie after a report, or go on beyond it from its day; a day more for the time zones of the earth. */
export function isAfter(period: Period | null, published: string | null): boolean {
  const day = published === null ? undefined : parseEdtf(published)?.to;
  const from = period?.earliest == null ? undefined : parseEdtf(period.earliest)?.from;
  const to = period?.latest == null ? from : parseEdtf(period.latest)?.to;
  if (day === undefined || from === undefined || to === undefined) return false;
  return from >= day && to > day + 1;
}
