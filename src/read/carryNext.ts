/**
 * In: drafts in order. Out: the same, where the next sentence goes on with what happened at a protest or in an attack of a day
 * ("Crowds gathered on Sunday. Agents arrested four"); where verbs stand last, only if its words say so ("in this attack").
 * Never: goes on past a sentence with a time of its own, into another paragraph, or to what had happened before.
 */
import type { ClaimKind } from "../model/claim.ts";
import type { ClauseClasses } from "./clauseClasses.ts";
import { changeDraft, type Draft, replaceDrafts } from "./draft.ts";
import type { PeriodMatch } from "./findPeriods.ts";
import type { LanguagePack } from "./packRows.ts";
import type { Item } from "./items.ts";
import { isDayOfSaying } from "./periodSaying.ts";
import type { SentenceReading, Speech } from "./speech.ts";
import type { Tokens } from "./tokens.ts";
import { isOneOf } from "./wordSets.ts";

export type NextContext = {
  readonly tokens: Tokens;
  readonly pack: Pick<LanguagePack, "isVerbFinal" | "wordsIn">;
  readonly readings: readonly SentenceReading[];
  readonly speeches: readonly Speech[];
  readonly classes: Pick<ClauseClasses, "open">;
};

/** What can go on with what: at a protest people are held and hurt, in an attack they die. */
const GOES_ON: ReadonlyMap<ClaimKind, ReadonlySet<ClaimKind>> = new Map([
  ["killing", new Set<ClaimKind>(["injury", "destruction", "protest"])],
  ["injury", new Set<ClaimKind>(["killing", "injury", "destruction", "protest"])],
  ["destruction", new Set<ClaimKind>(["killing", "injury", "destruction", "protest"])],
  ["arrest", new Set<ClaimKind>(["protest"])],
  ["other-abuse", new Set<ClaimKind>(["protest"])],
  ["protest", new Set<ClaimKind>(["protest"])],
]);

type Day = { readonly period: PeriodMatch | null; readonly kinds: ReadonlySet<ClaimKind> };

/** Dates what the next sentence goes on with, with a note. */
export function carryNext(drafts: readonly Draft[], context: NextContext): readonly Draft[] {
  if (context.pack.isVerbFinal) return drafts.map((draft) => takenUp(draft, context));
  const days = new Map<number, Day>();
  const changed = new Map<Draft, Draft>();
  let rally: Rally | null = null;
  for (const draft of [...drafts].sort((a, b) => a.anchor - b.anchor)) {
    const before = GOES_ON.get(draft.kind);
    if (draft.modality !== "happened" || before === undefined) continue;
    if (draft.period === null) {
      const day = days.get(draft.sentence - 1) ?? null;
      const isOn = day !== null && [...day.kinds].some((kind) => before.has(kind));
      const isAtRally = rally !== null && takesUpRally(draft, rally, context);
      if (rally !== null && isAtRally) changed.set(draft, inheriting(draft, rally.period));
      else if (isOn && day.period !== null && !isOthersCount(draft) && goesOn(draft, context))
        changed.set(draft, inheriting(draft, day.period));
    }
    if (draft.kind === "protest" && draft.period !== null)
      rally = isDay(draft.period) ? { sentence: draft.sentence, period: draft.period } : null;
    days.set(draft.sentence, withDay(days.get(draft.sentence), draft, context));
  }
  if (changed.size === 0) return drafts;
  return replaceDrafts(drafts, changed);
}

/** "The ministry said 250 were hurt": what somebody counts may be all there ever were. */
function isOthersCount({ quantity, speeches }: Draft): boolean {
  return speeches.length > 0 && quantity !== null && quantity.max !== 1;
}

type Rally = { readonly sentence: number; readonly period: PeriodMatch };

/** Sentences behind a protest in which it can be taken up. */
const RALLY_REACH = 6;

/** "in the course of |the demonstration|": the last one that was told with a day. */
function takesUpRally(
  { sentence, kind }: Draft,
  rally: Rally,
  { readings, tokens, pack }: NextContext,
): boolean {
  const own = readings[sentence];
  if (own === undefined || kind === "protest" || own.items.some(isTime)) return false;
  if (sentence === rally.sentence || sentence - rally.sentence > RALLY_REACH) return false;
  const form = (at: number): string => tokens.form[at] ?? "";
  const leads = pack.wordsIn("INCIDENTPREP");
  for (let at = own.sentence.from; at < own.sentence.to - 2; at++) {
    if (!pack.wordsIn("DEF").has(form(at)) || !pack.wordsIn("RALLYW").has(form(at + 1))) continue;
    const isOther = pack.wordsIn("GROUNDPREP").has(form(at + 2)) || leads.has(form(at + 2));
    const isLed =
      leads.has(form(at - 1)) || pack.wordsIn("COURSEOFW").has(`${form(at - 2)} ${form(at - 1)}`);
    if (isLed) return !isOther;
  }
  return false;
}

function inheriting(draft: Draft, period: PeriodMatch): Draft {
  return changeDraft(draft, {
    period,
    notes: [...draft.notes, { code: "period-inherited", level: "info", span: null }],
  });
}

/** "On Saturday a man shot at judges. In |this incident| two judges were killed": the one day of the sentence before. */
function takenUp(draft: Draft, { readings, tokens, pack, speeches, classes }: NextContext): Draft {
  const own = readings[draft.sentence];
  const before = readings[draft.sentence - 1];
  if (draft.period !== null || draft.modality !== "happened" || !GOES_ON.has(draft.kind))
    return draft;
  if (own === undefined || before === undefined || own.sentence.block !== before.sentence.block)
    return draft;
  // "225 were killed or hurt in 2021. (45 killed, 180 hurt)": the same, part by part.
  const isBracket = classes.open[own.items[0]?.set ?? 0] === 1;
  if (own.items.some(isTime) || !(isBracket || opensWithThat(own, { tokens, pack }))) return draft;
  const times = before.items.filter(isTime);
  const period = times.length === 1 ? (times[0]?.period ?? null) : null;
  const isSaying = (sentence: number): boolean =>
    period !== null && isDayOfSaying(period, sentence, speeches);
  if (period === null || !(isBracket || isDay(period)) || isSaying(draft.sentence - 1))
    return draft;
  return inheriting(draft, period);
}

function isTime({ period }: Item): boolean {
  return period !== null && period.kind !== "duration" && period.kind !== "age-like";
}

/** "In this incident", "as a result": what is told goes on from the sentence before. */
function opensWithThat(
  { sentence: { from, to } }: SentenceReading,
  { tokens, pack }: Pick<NextContext, "tokens" | "pack">,
): boolean {
  const form = (at: number): string => tokens.form[at] ?? "";
  if (pack.wordsIn("ASRESULTW").has(`${form(from)} ${form(from + 1)}`)) return true;
  for (let at = from; at < Math.min(to, from + OPENING); at++)
    if (pack.wordsIn("THISONLYW").has(form(at)) && pack.wordsIn("TAKENUPN").has(form(at + 1)))
      return true;
  return false;
}

/** The day of all that a sentence tells of the incident; none where it tells of another too, or only in passing. */
function withDay(
  told: Day | undefined,
  { kind, period, range, sentence: own }: Draft,
  context: NextContext,
): Day {
  const kinds = new Set([...(told?.kinds ?? []), kind]);
  const isOne = period !== null && isDay(period) && (told === undefined || told.period === period);
  const sentence = context.readings[own]?.sentence;
  const isMain =
    sentence !== undefined &&
    period !== null &&
    (period.from - sentence.from <= OPENING || range[0] - sentence.from <= OPENING);
  return { period: isOne && isMain ? period : null, kinds };
}

/** Tokens from the start of a sentence within which its main clause begins, or its time stands. */
const OPENING = 9;

function isDay({ value }: PeriodMatch): boolean {
  return (
    value.op === "weekday" || value.op === "shift" || (value.op === "date" && value.day !== null)
  );
}

function goesOn(draft: Draft, { readings, tokens, pack }: NextContext): boolean {
  const own = readings[draft.sentence];
  const before = readings[draft.sentence - 1];
  if (own === undefined || before === undefined) return false;
  if (own.sentence.block !== before.sentence.block) return false;
  if (own.items.some(({ period }) => period !== null && period.kind !== "age-like")) return false;
  const parts = ["OTHERINCIDENT", "PASTHAVE", "PRESENTW"].map((name) => pack.wordsIn(name));
  const { from, to } = own.sentence;
  for (let at = from; at < to; at++) {
    const form = tokens.form[at] ?? "";
    if (parts.some((words) => words.has(form)) || isOtherIncident(at, { tokens, pack }))
      return false;
  }
  return !isElsewhere(own, before);
}

/** "in |an attack|", "in |the attack on| a bus": one that was not told before. */
function isOtherIncident(
  at: number,
  { tokens, pack }: Pick<NextContext, "tokens" | "pack">,
): boolean {
  const form = tokens.form[at] ?? "";
  if (!pack.wordsIn("INCIDENTN").has(form) && !pack.wordsIn("RALLYW").has(form)) return false;
  if (!isOneOf(tokens, at - 1, pack.wordsIn("DEF"))) return true;
  const next = tokens.form[at + 1] ?? "";
  return pack.wordsIn("GROUNDPREP").has(next) || pack.wordsIn("INCIDENTPREP").has(next);
}

/** Both sentences name places, and none of them twice. */
function isElsewhere(own: SentenceReading, before: SentenceReading): boolean {
  const places = ({ items }: SentenceReading): string[] =>
    items.flatMap(({ name }) => (name?.type === "place" ? [name.name] : []));
  const told = new Set(places(before));
  const here = places(own);
  return here.length > 0 && told.size > 0 && !here.some((name) => told.has(name));
}
