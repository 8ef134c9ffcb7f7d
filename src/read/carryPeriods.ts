/**
 * In: drafts of a language whose verbs end their clauses. Out: the same, where a later clause or the next sentence goes
 * on with what was told of a time: the time of the hour, of the whole ("nine of them").
 * Never: gives the time of one act to an act of another hour; carries a time over another one.
 */
import type { ClaimKind } from "../model/claim.ts";
import type { ClauseClasses } from "./clauseClasses.ts";
import { changeDraft, type Draft, replaceDrafts } from "./draft.ts";
import type { PeriodMatch } from "./findPeriods.ts";
import type { Item } from "./items.ts";
import { isSameHour, type TieContext } from "./periodClauses.ts";
import { isOfPeopleBefore } from "./periodNouns.ts";
import { isOfSaying } from "./periodSaying.ts";
import type { SentenceReading } from "./speech.ts";
import { isOneOf, isPairOf } from "./wordSets.ts";

/** What carrying looks at: the speeches and classes, and the sentences of the document. */
export type CarryContext = TieContext & { readonly readings: readonly SentenceReading[] };

/** Acts of an incident: told of the hour in which it took place, whatever verb told of it. */
const OF_INCIDENT: ReadonlySet<ClaimKind> = new Set([
  "killing",
  "injury",
  "arrest",
  "torture",
  "destruction",
  "enforced-disappearance",
  "protest",
  "strike",
]);

/** Kinds that are no events. */
const TIMELESS: ReadonlySet<ClaimKind> = new Set(["statement", "call", "statistic", "other"]);

/** How many sentences back the whole can stand. */
const BACK = 2;

/** Dates the undated drafts that go on with something dated, with a note. */
export function carryPeriods(drafts: readonly Draft[], context: CarryContext): readonly Draft[] {
  if (!context.pack.isVerbFinal) return drafts;
  const bySentence = new Map<number, Draft[]>();
  for (const draft of drafts) {
    const others = bySentence.get(draft.sentence);
    if (others === undefined) bySentence.set(draft.sentence, [draft]);
    else others.push(draft);
  }
  const changed = new Map<Draft, Draft>();
  const near = (sentence: number): readonly Draft[] =>
    (bySentence.get(sentence) ?? []).map((draft) => changed.get(draft) ?? draft);
  for (const draft of drafts) {
    const period = isOpen(draft) ? periodBefore(draft, near, context) : null;
    if (period !== null) changed.set(draft, dated(draft, period));
  }
  if (changed.size === 0) return drafts;
  return replaceDrafts(drafts, changed);
}

function isOpen({ period, kind, modality }: Draft): boolean {
  return (
    period === null && !TIMELESS.has(kind) && (modality === "happened" || modality === "ongoing")
  );
}

function dated(draft: Draft, period: PeriodMatch): Draft {
  return changeDraft(draft, {
    period,
    notes: [...draft.notes, { code: "period-inherited", level: "info", span: null }],
  });
}

type Near = (sentence: number) => readonly Draft[];

function periodBefore(draft: Draft, near: Near, context: CarryContext): PeriodMatch | null {
  const reading = context.readings[draft.sentence];
  if (reading === undefined) return null;
  const { items } = reading;
  const anchor = items.findIndex(({ from, to }) => from <= draft.anchor && draft.anchor < to);
  if (anchor < 0) return null;
  const at = timeBefore(items, anchor);
  if (at >= 0) return periodOfHour(draft, reading, at, anchor, near(draft.sentence), context);
  if (items.some(isTime)) return null;
  if (isOfWhole(items, anchor, context) || draft.subsetOf !== null)
    return periodOfWhole(draft, near, totalBefore(items, anchor, context), context);
  return null;
}

/** "|Of the total of 88| executions, 42 were for murder": how many there were in all, where the clause says so. */
function totalBefore(
  items: readonly Item[],
  anchor: number,
  { tokens, pack }: CarryContext,
): number | null {
  const totals = pack.wordsIn("OFTOTALW");
  for (let at = anchor; at >= Math.max(0, anchor - WHOLE_REACH); at--) {
    if (!isPairOf(tokens, (items[at] as Item).from, totals)) continue;
    const counted = items
      .slice(at, at + 3)
      .find(({ group, quantity }) => (group?.quantity ?? quantity) != null);
    return (counted?.group?.quantity ?? counted?.quantity)?.min ?? null;
  }
  return null;
}

function isTime({ period }: Item): boolean {
  return period !== null && period.kind !== "duration" && period.kind !== "age-like";
}

function timeBefore(items: readonly Item[], anchor: number): number {
  for (let at = anchor - 1; at >= 0; at--) if (isTime(items[at] as Item)) return at;
  return -1;
}

/** "On Monday they stormed the house and, as a result, two were hurt": one hour for all that is told of it. */
function periodOfHour(
  draft: Draft,
  reading: SentenceReading,
  at: number,
  anchor: number,
  others: readonly Draft[],
  context: CarryContext,
): PeriodMatch | null {
  const { items } = reading;
  const { classes } = context;
  const { period } = items[at] as Item;
  if (period === null || period.kind === "recurring") return null;
  if (isOfPeopleBefore(items, at, context)) return null;
  if (isOfSaying(period, draft.anchor, reading.index, context)) return null;
  if (isApposed(items, at, anchor, context)) return period;
  const holders = others.filter((other) => other.period === period && other.anchor < draft.anchor);
  const isFirst = holders.length === 0 && draft.kind === "arrest" && draft.stage !== null;
  if (isOtherHour(items, at, anchor, classes, isFirst) || isAside(items, at, anchor, context))
    return null;
  if (holders.length === 0)
    return OF_INCIDENT.has(draft.kind) && !others.some((other) => other.period === period)
      ? period
      : null;
  return holders.some(
    ({ kind, anchor: told }) =>
      isSameHour(kind, draft.kind) ||
      (kind === "other-abuse" &&
        OF_INCIDENT.has(draft.kind) &&
        isJoined(items, told, anchor, classes)),
  )
    ? period
    : null;
}

/** "were summoned and held": the act before shares its verb with this one. */
function isJoined(
  items: readonly Item[],
  told: number,
  anchor: number,
  classes: ClauseClasses,
): boolean {
  const first = items.findIndex(({ from, to }) => from <= told && told < to);
  return (
    first >= 0 &&
    classes.and[items[first + 1]?.set ?? 0] === 1 &&
    !items.slice(first, anchor).some(({ set }) => classes.verbEnd[set] === 1)
  );
}

/** "who had been held before", "and a few days later", "to three years": what follows is told of another hour. */
function isOtherHour(
  items: readonly Item[],
  from: number,
  to: number,
  classes: ClauseClasses,
  isFirst: boolean,
): boolean {
  const other = classes.of("OTHERHOUR");
  const length = classes.of("DURATION");
  const parted = classes.of("AFTERW", "JAILW");
  for (let at = from + 1; at < to; at++) {
    const { set } = items[at] as Item;
    if (other[set] === 1) return true;
    // "late in May … to five years in prison |was sentenced|": the length of the sentence that is told.
    const isOwn = isFirst && to - at <= OWN_LENGTH;
    if (length[set] === 1 && parted[items[at + 1]?.set ?? 0] === 1 && !isOwn) return true;
  }
  return false;
}

/** Items between the length of a sentence and its words. */
const OWN_LENGTH = 3;

/** "May 2024 was a turning point, |a month in which| 305 were executed": what is told of the time itself. */
function isApposed(
  items: readonly Item[],
  at: number,
  anchor: number,
  { tokens, pack, classes }: CarryContext,
): boolean {
  const units = pack.wordsIn("UNITOFW");
  return items
    .slice(at + 1, anchor)
    .some(
      ({ to }, i) =>
        isOneOf(tokens, to - 1, units) && classes.relative[items[at + 2 + i]?.set ?? 0] === 1,
    );
}

/** "the man whom they had met last year was shot": the time stands in words about a noun, which end before the act. */
function isAside(
  items: readonly Item[],
  at: number,
  anchor: number,
  { classes, tokens, pack }: CarryContext,
): boolean {
  const violent = classes.of("VIOLENT", "INCIDENT");
  let opens = -1;
  for (let i = at - 1; i >= 0; i--) {
    const { set } = items[i] as Item;
    if (classes.relative[set] === 1) {
      opens = i;
      break;
    }
    if (classes.verbEnd[set] === 1 || classes.stop[set] === 1) return false;
  }
  if (opens < 1) return false;
  const head = items[opens - 1] as Item;
  if (classes.verbEnd[head.set] === 1 || classes.cue[head.set] === 1) return false;
  // "it |is reported| that on Saturday": no noun.
  if (isOneOf(tokens, head.to - 1, pack.wordsIn("REPORTEDENDW"))) return false;
  if (violent[head.set] === 1) return false;
  return items.slice(at + 1, anchor).some(({ set }) => classes.verbEnd[set] === 1);
}

/** "nine of them": what is counted is a part of people told before. */
function isOfWhole(
  items: readonly Item[],
  anchor: number,
  { classes, tokens, pack }: CarryContext,
): boolean {
  const ofThem = classes.of("OFTHEM", "AMONGTHEM");
  // "|of the total| of 88 executions", "most of |these executions|".
  const wholes = pack.wordsIn("OFWHOLEW");
  const last = Math.min(items.length - 1, anchor + 1);
  for (let i = Math.max(0, anchor - WHOLE_REACH); i <= last; i++) {
    const { set, from } = items[i] as Item;
    if (ofThem[set] === 1 || isPairOf(tokens, from, wholes)) return true;
  }
  return false;
}

/** Items between "of them" and the act. */
const WHOLE_REACH = 24;

function periodOfWhole(
  { kind, sentence, anchor }: Draft,
  near: Near,
  total: number | null,
  { readings }: CarryContext,
): PeriodMatch | null {
  const reach = total === null ? BACK : TOTAL_BACK;
  for (let back = 0; back <= reach; back++) {
    const told = near(sentence - back).filter(
      (other) =>
        other.anchor < anchor &&
        !TIMELESS.has(other.kind) &&
        other.quantity !== null &&
        (total === null || other.quantity.min === total),
    );
    const whole = told.findLast((other) => isSameHour(other.kind, kind) && other.period !== null);
    if (whole !== undefined) return whole.period;
    if (total !== null) continue;
    if (back > 0 && readings[sentence - back]?.items.some(isTime) === true) return null;
  }
  return null;
}

/** Sentences back in which a total that is named by its number can have been told. */
const TOTAL_BACK = 12;
