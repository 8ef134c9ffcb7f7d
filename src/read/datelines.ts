/**
 * In: drafts of a report, and its first lines. Out: the same without days that are the report's own: of a line that says only who
 * publishes it and when, and of the opening of a lead ("The Committee; 4 March 2026: two men were hanged").
 * Never: takes a day from a headline that tells an event; takes one that opens a line of a diary of other days.
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import { changeDraft, type Draft, replaceDrafts } from "./draft.ts";
import type { PeriodMatch } from "./findPeriods.ts";
import type { Item } from "./items.ts";
import type { PeriodValue } from "./periodValue.ts";
import type { SentenceReading } from "./speech.ts";
import type { Tokens } from "./tokens.ts";

export type Datelines = {
  readonly tokens: Tokens;
  readonly readings: readonly SentenceReading[];
  readonly classes: ClauseClasses;
  readonly published: string | null;
  /** The one day that a time means, or null. */
  readonly dayOf: (period: PeriodMatch) => string | null;
};

/** Sentences that are the head of a report: masthead, day, headline, lead. */
const HEAD_SENTENCES = 4;
/** Items of a publisher's name with its marks. */
const LABEL_ITEMS = 12;

/** Takes the report's own day from what it tells. */
export function withoutDatelines(drafts: readonly Draft[], head: Datelines): readonly Draft[] {
  const own = new Set<PeriodMatch>();
  for (const reading of head.readings.slice(0, HEAD_SENTENCES)) {
    const { index, items } = reading;
    const holdsAct = drafts.some((draft) => draft.sentence === index);
    for (const [at, { period }] of items.entries())
      if (period !== null && isDay(period.value) && isDateline(reading, at, holdsAct, head))
        own.add(period);
  }
  const changed = new Map<Draft, Draft>();
  for (const draft of drafts)
    if (isOfReport(draft, own, head.tokens))
      changed.set(draft, changeDraft(draft, { period: null }));
  if (changed.size === 0) return drafts;
  return replaceDrafts(drafts, changed);
}

/** The time stands beside the act, in the report's head; or is a stamp. */
function isOfReport(
  { period, range }: Draft,
  own: ReadonlySet<PeriodMatch>,
  tokens: Tokens,
): boolean {
  if (period === null) return false;
  const isBeside = period.to <= range[0] || period.from >= range[1];
  return (isBeside && own.has(period)) || isStamp(period, tokens);
}

function isDateline(
  reading: SentenceReading,
  at: number,
  holdsAct: boolean,
  head: Datelines,
): boolean {
  const { classes } = head;
  const { items } = reading;
  const period = items[at]?.period ?? null;
  if (period === null || !reading.sentence.opensBlock || at > LABEL_ITEMS) return false;
  const day = head.dayOf(period);
  if (day === null) return false;
  if (!items.slice(0, at).every((item) => isOfLabel(item, classes))) return false;
  // "In Karun, 4 March: three men were hanged": where and when it happened.
  if ([items[0], items[at - 1]].some((item) => isPreposition(item, classes))) return false;
  const rest = items.slice(at + 1);
  // "Alborz Human Rights, 4 March 2026": nothing is told in the line.
  if (!holdsAct && rest.every((item) => !tells(item, classes)))
    return at > 0 || day === head.published || isBelowMasthead(reading, head);
  const end = rest.findIndex(({ set }) => classes.colon[set] === 1 || classes.dash[set] === 1);
  if (end < 0 || end > LABEL_ITEMS || !rest.slice(0, end).every((item) => isOfLabel(item, classes)))
    return false;
  return at > 0 || day === head.published;
}

/** The line before says only who publishes it. */
function isBelowMasthead({ index }: SentenceReading, { readings, classes }: Datelines): boolean {
  const before = readings[index - 1]?.items ?? [];
  return before.length > 0 && before.every((item) => isOfLabel(item, classes));
}

/** What a publisher's name is made of: nothing that tells or counts. */
function isOfLabel(item: Item, classes: ClauseClasses): boolean {
  return !tells(item, classes) && item.quantity === null;
}

function isPreposition(item: Item | undefined, classes: ClauseClasses): boolean {
  return item !== undefined && item.name === null && classes.preposition[item.set] === 1;
}

/** Verbs, and words for acts. */
function tells({ set, name }: Item, classes: ClauseClasses): boolean {
  if (name !== null) return false;
  return (
    classes.aux[set] === 1 ||
    classes.told[set] === 1 ||
    classes.nominal[set] === 1 ||
    classes.verbEnd[set] === 1 ||
    classes.cue[set] === 1
  );
}

/** "11/22/26, 8:40 AM" at the end of a line: when a page was printed. */
function isStamp({ from, to }: PeriodMatch, { text, start, end }: Tokens): boolean {
  const until = end[to - 1] ?? 0;
  const words = text.slice(start[from], Math.min(text.length, until + STAMP_LENGTH));
  return STAMP.test(words);
}

const STAMP = /^\d{1,2}\/\d{1,2}\/\d{2,4},? *\d{1,2}:\d{2} ?[AP]M *(?:\n|$)/u;
/** Letters of an hour behind a day. */
const STAMP_LENGTH = 14;

/** A day with its month, whatever hour stands beside it. */
function isDay(value: PeriodValue): boolean {
  if (value.op === "both") return isDay(value.left) || isDay(value.right);
  if (value.op === "inside") return isDay(value.inner) || isDay(value.outer);
  if (value.op === "part") return isDay(value.of);
  return value.op === "date" && value.day !== null;
}
