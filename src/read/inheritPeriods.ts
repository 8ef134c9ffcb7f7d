/**
 * In: drafts of a document in order. Out: the same, where figures of a summary take the window that its head states.
 * Never: dates a single event by a heading; overrides a time that stands in the sentence.
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import { changeDraft, type Draft, replaceDrafts } from "./draft.ts";
import type { PeriodMatch } from "./findPeriods.ts";
import type { PeriodValue } from "./periodValue.ts";
import type { Item } from "./items.ts";
import type { SentenceReading } from "./speech.ts";

/** How many sentences a head has in which the window can be stated. */
const HEAD_SENTENCES = 9;
/** So many figures without a time of their own make a report a summary. */
const SUMMARY_FIGURES = 4;

/** Gives the window of a summary ("HRANA’s report for September 2024") to its undated figures, with a note. */
export function inheritPeriods(
  drafts: readonly Draft[],
  readings: readonly SentenceReading[],
  classes: Pick<ClauseClasses, "dot">,
): Draft[] {
  const title = titleItems(readings, classes);
  const window = statedWindow(drafts, title);
  if (window === null) return [...drafts];
  const figures = drafts.filter((draft) => isFigure(draft));
  // What is told before the window is stated is not of it.
  const stated = readings.findIndex(({ items }) => items.some(({ period }) => period === window));
  const isTitled = title.some(({ period }) => period === window);
  const undated = figures.filter(
    (draft) =>
      draft.sentence >= stated &&
      isUndated(draft, readings) &&
      (isTitled || isClosed(window.value) || isOfWindow(draft, window, drafts, readings)),
  );
  const fewest = isTitled ? TITLED_FIGURES : SUMMARY_FIGURES;
  if (
    undated.length < fewest ||
    (fewest === SUMMARY_FIGURES && undated.length * 2 < figures.length)
  )
    return [...drafts];
  const changed = new Map<Draft, Draft>(undated.map((draft) => [draft, dated(draft, window)]));
  return replaceDrafts(drafts, changed);
}

function dated(draft: Draft, period: PeriodMatch): Draft {
  return changeDraft(draft, {
    period,
    notes: [...draft.notes, { code: "period-inherited", level: "info", span: null }],
  });
}

/** "in 2024", "in May 2025": a month or year that is over by its own words, as a report of that year has it. */
function isClosed(value: PeriodValue): boolean {
  return value.op === "date" && value.day === null;
}

/** Of the kind that the window was stated of, in its paragraph: beyond it other things are counted. */
function isOfWindow(
  draft: Draft,
  window: PeriodMatch,
  drafts: readonly Draft[],
  readings: readonly SentenceReading[],
): boolean {
  const head = drafts.find(({ period }) => period === window);
  return (
    head !== undefined &&
    head.kind === draft.kind &&
    readings[head.sentence]?.sentence.block === readings[draft.sentence]?.sentence.block
  );
}

/** So many where the title itself states the window ("87 executions in October"). */
const TITLED_FIGURES = 2;

/** The items of the first line, where it is no whole sentence. */
function titleItems(
  [title]: readonly SentenceReading[],
  { dot }: Pick<ClauseClasses, "dot">,
): readonly Item[] {
  const items = title?.items ?? [];
  return dot[items.at(-1)?.set ?? 0] === 1 ? [] : items;
}

/** The window of the head: a month, season or year that a counted event there, or the title, is tied to. */
function statedWindow(drafts: readonly Draft[], title: readonly Item[]): PeriodMatch | null {
  for (const { period } of title) if (period !== null && isWindow(period.value)) return period;
  for (const draft of drafts) {
    if (draft.sentence >= HEAD_SENTENCES) break;
    // A figure of one day first: news of that day, with a total further down that is not what the report is about.
    if (draft.period !== null && isFigure(draft) && isDay(draft.period.value)) return null;
    if (
      draft.period !== null &&
      isWindow(draft.period.value) &&
      isFigure(draft) &&
      draft.subsetOf === null
    )
      return draft.period;
  }
  return null;
}

/** Units over which a report counts. */
const WINDOW_GRAINS: ReadonlySet<string> = new Set(["month", "quarter", "season", "half", "year"]);

/** A month or longer with an end that is said: what a report can be about as a whole. */
function isWindow(value: PeriodValue): boolean {
  const { op } = value;
  if (op === "date") return value.day === null;
  if (op === "season" || op === "years") return true;
  if (op === "named") return isWindow(value.of);
  if (op === "inside") return isWindow(value.inner);
  if (op === "both") return isWindow(value.left);
  if (op === "range") return value.from.op === "date" && value.to.op === "date";
  if (op === "bound")
    return value.side === "since" && (value.of.op === "part" || isWindow(value.of));
  if (op === "shift") return WINDOW_GRAINS.has(value.grain) && value.amount <= 0;
  if (op === "rolling")
    return WINDOW_GRAINS.has(value.grain) && value.amount !== null && !value.ahead;
  return WINDOW_OPS.has(op) && "grain" in value && WINDOW_GRAINS.has(value.grain ?? "");
}

function isDay(value: PeriodValue): boolean {
  return value.op === "weekday" || (value.op === "date" && value.day !== null);
}

/** Values that are windows where their grain is. */
const WINDOW_OPS: ReadonlySet<PeriodValue["op"]> = new Set(["slice", "ending", "nth", "unit"]);

function isPast(draft: Draft): boolean {
  return draft.modality === "happened" || draft.modality === "ongoing";
}

/** A count of several, asserted by the report itself. */
function isFigure(draft: Draft): boolean {
  if (draft.quantity === null || !isPast(draft) || draft.quantity.measure === "amount")
    return false;
  if (draft.kind === "statement" || draft.kind === "call" || draft.kind === "statistic")
    return false;
  return (draft.quantity.min !== 1 || draft.quantity.max !== 1) && draft.persons.length === 0;
}

/** In a sentence without any time. */
function isUndated(draft: Draft, readings: readonly SentenceReading[]): boolean {
  const reading = readings[draft.sentence];
  if (draft.period !== null || reading === undefined || draft.sentence < 1) return false;
  return !reading.items.some((item) => item.period !== null && item.period.kind !== "duration");
}
