/**
 * In: an event or a speech with its sentence. Out: the time expression of the sentence that belongs to it, or null.
 * Never: gives what is told the time at which it was said; takes a time out of another clause.
 */
import type { ClaimKind } from "../model/claim.ts";
import type { ClauseClasses } from "./clauseClasses.ts";
import type { ReadEvent } from "./event.ts";
import type { PeriodMatch } from "./findPeriods.ts";
import { isOfLaterDeed, isOfOwnDeath, isOfReport } from "./laterTimes.ts";
import { ATTRIBUTIVE, TITLED } from "./eventAttributive.ts";
import { isBehindGround } from "./grounds.ts";
import { type Item, itemOf } from "./items.ts";
import {
  isOfNext,
  isOfOtherAct,
  isSameHour,
  isUpheldBehind,
  kindsOf,
  type TieContext,
} from "./periodClauses.ts";
import {
  costAcrossPair,
  costAcrossPlaces,
  costBetween,
  isAlso,
  isMonthReported,
  PERIOD_REACH,
} from "./periodCosts.ts";
import { correctionBehind } from "./corrected.ts";
import { periodBeforeSpan } from "./periodSpans.ts";
import { isAnswered, isCitation, isOfOtherVerb } from "./periodOthers.ts";
import { isOfScale } from "./periodScale.ts";
import { isOfOuterVerbBehind } from "./nounsOwnVerb.ts";
import { isOfChargeBehindDay, isOfParticiple, isOfPeopleBefore } from "./periodNouns.ts";
import { isSignOfLife } from "./signsOfLife.ts";
import { isOfSaying } from "./periodSaying.ts";
import type { SentenceReading } from "./speech.ts";
import { isOtherClause, isSharedTime } from "./subjectFinal.ts";
import type { Tokens } from "./tokens.ts";
import { isOneOf } from "./wordSets.ts";

/** "|In 2023| the ministry announced 71 executions": the year that is counted, where the number is what is announced. */
function isYearOfCount(
  items: readonly Item[],
  index: number,
  trigger: number,
  { classes, pack }: TieContext,
): boolean {
  const value = items[index]?.period?.value;
  if (pack.isVerbFinal || value?.op !== "date" || value.month !== null) return false;
  if (index > trigger || classes.nominal[items[trigger]?.set ?? 0] !== 1) return false;
  if (itemOf(items, trigger - 1)?.quantity?.measure !== "count") return false;
  const verb = itemOf(items, trigger - 2)?.set ?? 0;
  return classes.cue[verb] === 1 && classes.negOp[verb] !== 1;
}

/** Items between "not" and the verb. */
const NEGATION_REACH = 4;

/** "The execution, scheduled for 3 May, took place", "was ordered on Sunday": the day of a plan or an order. */
function isOfPlan(
  items: readonly Item[],
  index: number,
  { kind, modality, trigger }: ReadEvent,
  { of }: ClauseClasses,
): boolean {
  const before = items[index - 1]?.set ?? 0;
  if (kind === "execution") return modality === "happened" && of("SCHEDX")[before] === 1;
  const isOrdered = kind === "imminent-execution" && of("ORDEREDX")[items[trigger]?.set ?? 0] === 1;
  return isOrdered && index === trigger + 1;
}

/** "was bailed |until June|", "bailed to a date |in late May|": when they are to come back. */
function isBailed(
  period: PeriodMatch,
  items: readonly Item[],
  index: number,
  { kind }: ReadEvent,
  context: TieContext,
): boolean {
  const { pack, tokens } = context;
  if (kind !== "release" || pack.isVerbFinal) return false;
  const before = tokens.form[(items[index]?.from ?? 0) - 1] ?? "";
  return isTerm(period, context) || pack.wordsIn("DATEWORDW").has(before);
}

/** "the anniversary of |the execution of A|", "the fortieth day of |his killing|": the time behind is that of the day kept. */
function isOfMemorial(
  items: readonly Item[],
  from: number,
  { pack, classes, tokens }: TieContext,
): boolean {
  const of_ = itemOf(items, from - 1);
  const day = itemOf(items, from - 2);
  if (of_ === undefined || day === undefined || classes.of_[of_.set] !== 1) return false;
  const words = pack.wordsIn("ANNIVERSARYW");
  for (let token = day.from; token < day.to; token++)
    if (isOneOf(tokens, token, words)) return true;
  return false;
}

/** "on Monday mourners marked 40 days |since| he was hanged": the item of the word that counts on from the event, or -1. */
function sinceWhen(
  items: readonly Item[],
  event: ReadEvent,
  { pack, classes, tokens }: TieContext,
) {
  if (pack.isVerbFinal) return -1;
  const since = pack.wordsIn("SINCEW");
  const long = classes.of("DURATION", "QTYDUR");
  for (let at = event.from - 1; at > 0; at--) {
    const { set, to } = items[at] as Item;
    if (classes.comma[set] === 1 || classes.trigger[set] === 1) return -1;
    if (!isOneOf(tokens, to - 1, since)) continue;
    // "a year after A was hanged".
    const isUnit = isOneOf(tokens, (items[at - 1]?.to ?? 0) - 1, pack.wordsIn("SPANUNITW"));
    return isUnit || long[items[at - 1]?.set ?? 0] === 1 ? at : -1;
  }
  return -1;
}

/** "rose from 834 in 2023 to 975 in 2024": behind another time the number has its own. */
function periodOfCount(
  { count: counted, trigger, victims }: ReadEvent,
  items: readonly Item[],
  { pack, classes }: TieContext,
): PeriodMatch | null {
  const count = pack.isVerbFinal && counted < 0 ? (victims[0] ?? -1) : counted;
  const isCounter = pack.isVerbFinal && classes.of("CLF")[items[count + 1]?.set ?? 0] === 1;
  const own = count > trigger ? (items[count + (isCounter ? 2 : 1)]?.period ?? null) : null;
  if (own === null || own.kind === "duration" || own.kind === "age-like") return null;
  return items.slice(trigger + 1, count).some(({ period }) => period !== null) ? own : null;
}

/** "hanged in 2009 in the prison in which her daughter is |now| held": a time before is none of now. */
function isHeldNow(
  items: readonly Item[],
  index: number,
  { trigger, from }: ReadEvent,
  { pack, tokens }: TieContext,
): boolean {
  if (pack.isVerbFinal || index > from) return false;
  const verb = items[trigger];
  const now = pack.wordsIn("HELDNOWW");
  // "A, who now lives abroad, was arrested": of the verb alone.
  return tokens.form.slice((verb?.from ?? 1) - 1, verb?.to).some((form) => now.has(form));
}

/** The time nearest to an event, in items between, that no other clause, speech or event has a better claim to. */
export function periodOfEvent(
  event: ReadEvent,
  reading: SentenceReading,
  context: TieContext,
): PeriodMatch | null {
  const { items } = reading;
  const { classes } = context;
  // "The widow of executed prisoner A was arrested on Sunday": she was.
  if (event.rows[0] === TITLED) return null;
  const own = periodOfCount(event, items, context) ?? periodBeforeSpan(event, reading, context);
  if (own !== null) return own;
  // "marked the anniversary of the execution of Navid Tahmasian on Monday", "on 9 August 2016, the second anniversary of …".
  const isRemembered = isOfMemorial(items, event.from, context);
  const since = sinceWhen(items, event, context);
  const isDescribing = event.rows[0] === ATTRIBUTIVE && event.tier === "shown";
  let best: PeriodMatch | null = null;
  let bestCost = PERIOD_REACH;
  const trigger = items[event.trigger]?.from ?? -1;
  const isNested = isBackground(items, event, classes);
  const isDenied = items
    .slice(Math.max(0, event.trigger - NEGATION_REACH), event.trigger)
    .some(({ set }) => classes.negation[set] === 1);
  const isLife = event.modality === "ongoing" && isSignOfLife(event.kind, event.stage);
  const corrected = isDenied ? correctionBehind(items, event.trigger, classes) : -1;
  const words = { classes, isVerbFinal: context.pack.isVerbFinal };
  const asWords = context.pack.wordsIn("WHATASW");
  const reported = { classes, tokens: context.tokens, asWords };
  const isDeath = event.modality === "happened" && DEATHS.has(event.kind);
  const present = context.pack.wordsIn("ATPRESENTW");
  items.forEach((item, index) => {
    const { period } = item;
    if (period === null || period.kind === "duration" || period.kind === "age-like") return;
    if (period.from < trigger && trigger < period.to) return;
    // "At the time of writing, his execution has not been announced": nobody dies at present.
    if (isDeath && holdsForm(period, present, context)) return;
    if (index > event.trigger && isOfCauseBehind(items, index, context)) return;
    if (isRemembered || index < since) return;
    if (event.kind === "arrest" && isHeldNow(items, index, event, context)) return;
    // "The men we named yesterday as executed are alive": they live now.
    if (isLife && index > 1 && index < event.trigger) return;
    // "the son of the executed Navid Tahmasian was arrested on Monday": the time is the verb's.
    if (isDescribing && items.slice(event.to, index).some(({ set }) => classes.aux[set] === 1))
      return;
    const isReportedIn = isMonthReported(items, index - 1, classes);
    if (!isReportedIn && isOfOuterVerbBehind(items, index, event, context)) return;
    if (event.kind === "arrest" && isTerm(period, context) && index > event.trigger) return;
    // "did not confirm until Tuesday that five men were hanged": until then nobody said so.
    if (
      isTerm(period, context) &&
      index < event.from &&
      isBeforeThat(items, index, event.from, context)
    )
      return;
    if (isOfAfterClause(items, index, event.trigger, context)) return;
    if (isOfLaterDeed(items, index, event.trigger, words)) return;
    if (isOfOwnDeath(items, index, event, words)) return;
    if (isOfReport(items, index, event.trigger, reported)) return;
    if (isSpanBefore(items, index, event, context)) return;
    if (index > event.trigger && isOfPart(items, index, classes)) return;
    const isInside =
      index >= event.from && index < event.to && !isBeforeCue(items, index, event.trigger, classes);
    if (
      !isInside &&
      !isAlso(items, index, context) &&
      !isReportedIn &&
      !isYearOfCount(items, index, event.trigger, context) &&
      isOfSaying(period, trigger, reading.index, context)
    )
      return;
    if (isNested && (index + 1 < event.trigger || isBehindVerb(items, index, event, classes)))
      return;
    if (isDateline(items, index, context) || isCitation(items, index, context)) return;
    if (index > event.trigger && index < corrected) return;
    if (isOfPlan(items, index, event, classes) || isBailed(period, items, index, event, context))
      return;
    if (isOfAside(items, index, event, context)) return;
    if (context.pack.isVerbFinal) {
      if (isOfPeopleBefore(items, index, context)) return;
      if (isOfChargeBehindDay(items, index, event.trigger, context)) return;
      if (isOfParticiple(items, index, event.trigger, context)) return;
      if (isBehindGround(items, index, event, context)) return;
      if (isOfScale(items, index, context) || isAnswered(items, index, event, context)) return;
    } else if (
      isOfScale(items, index, context) ||
      isOfOtherAct(items, index, event, context) ||
      isOfOtherVerb(items, index, event, context)
    )
      return;
    if (
      context.pack.isVerbFinal &&
      isOtherClause(items, index, event.trigger, event.victims[0] ?? -1, classes)
    )
      return;
    const isShared =
      context.pack.isVerbFinal &&
      index < event.trigger &&
      isSharedTime(items, index, event.trigger, classes);
    const isLoose = period.kind === "recurring" || VAGUE.has(period.value.op);
    const loose = isLoose ? (isInside && !VAGUE.has(period.value.op) ? 1 : 6) : 0;
    const cost =
      Math.min(
        costBetween(items, index, event, classes),
        costAcrossPair(items, index, event, classes, context.pack),
        costAcrossPlaces(items, index, event, classes),
        isShared || isUpheldBehind(items, index, event, classes) ? SHARED : Infinity,
      ) +
      loose +
      (isElsewhere(items, index, event, classes) || isOfNext(items, index, event, classes)
        ? OTHERS
        : 0);
    if (cost < bestCost) {
      best = opensOwnClause(items, index, event.trigger, classes)
        ? dayOfSince(period)
        : dayOfBound(items, index, event, context);
      bestCost = cost;
    }
  });
  return best;
}

/** "On Monday the council |condemned| the execution of": the words of the event hold the saying too, whose day it is. */
function isBeforeCue(
  items: readonly Item[],
  index: number,
  trigger: number,
  { cue }: ClauseClasses,
): boolean {
  return index < trigger && items.slice(index + 1, trigger).some(({ set }) => cue[set] === 1);
}

/** "since March, when a bomb killed 11", "since the raid of May that left ten dead": what follows happened then, not since. */
function opensOwnClause(
  items: readonly Item[],
  index: number,
  trigger: number,
  { comma, relative, subordinator }: ClauseClasses,
): boolean {
  if (index >= trigger) return false;
  const at = comma[items[index + 1]?.set ?? 0] === 1 ? index + 2 : index + 1;
  const { set } = items[at] ?? { set: 0 };
  const opens = relative[set] === 1 || (at > index + 1 && subordinator[set] === 1);
  // "Since March, when the war began, 340 were killed": closed before the act.
  return opens && at < trigger && !items.slice(at, trigger).some((one) => comma[one.set] === 1);
}

/** "including nine on 30 September": the day of the nine. */
function isOfPart(items: readonly Item[], index: number, classes: ClauseClasses): boolean {
  const number = itemOf(items, index - 1);
  if (number?.quantity == null && number?.group?.quantity == null) return false;
  let before = index - 2;
  while (before > 0 && classes.adverb[items[before]?.set ?? 0] === 1) before--;
  return classes.including[itemOf(items, before)?.set ?? 0] === 1;
}

/** "were held after a house was burned on Saturday": the time of the clause behind "after", which has a verb of its own. */
function isOfAfterClause(
  items: readonly Item[],
  index: number,
  trigger: number,
  { classes, pack, tokens }: TieContext,
): boolean {
  let isAfter = false;
  for (let at = trigger + 1; at < index; at++) {
    const { set, from } = items[at] as Item;
    if (classes.comma[set] === 1 || classes.and[set] === 1) isAfter = false;
    else if (isOneOf(tokens, from, pack.wordsIn("AFTERSUB"))) isAfter = true;
    else if (isAfter && classes.finiteBe[set] === 1) return true;
  }
  return false;
}

/** "was hanged on 14 May, three years after A was hanged": the day stands so long behind what is told there. */
function isSpanBefore(
  items: readonly Item[],
  index: number,
  { trigger }: ReadEvent,
  { pack, tokens }: TieContext,
): boolean {
  const after = pack.wordsIn("AFTERSUB");
  for (let at = index + 1; at < trigger; at++) {
    const word = items[at + 1];
    if (items[at]?.period?.kind !== "duration" || word === undefined) continue;
    if (isOneOf(tokens, word.from, after)) return true;
  }
  return false;
}

function isBeforeThat(
  items: readonly Item[],
  index: number,
  from: number,
  { classes, tokens, pack }: TieContext,
): boolean {
  if (!items.slice(0, index).some(({ set }) => classes.cue[set] === 1)) return false;
  const that = pack.wordsIn("THAT");
  return items.slice(index + 1, from + 1).some((one) => isOneOf(tokens, one.from, that));
}

/** "remanded in custody until 3 July": how long, not when; "had been arrested by Tuesday" says when. */
function isTerm({ value, from }: PeriodMatch, { tokens, pack }: TieContext): boolean {
  const isBy = !pack.isVerbFinal && isOneOf(tokens, from, pack.wordsIn("BYW"));
  return value.op === "bound" && value.side === "until" && !isBy;
}

/** Times that say less than a day beside them ("recently … on 22 June"). */
const VAGUE: ReadonlySet<PeriodMatch["value"]["op"]> = new Set(["recently", "vague"]);

/**
 * "by |overnight| shelling", "by |yesterday's| decision": a noun that a time describes bounds nothing; "|as of today| 12 are held"
 * tells of that day.
 */
function dayOfBound(
  items: readonly Item[],
  index: number,
  { kind, modality, trigger }: ReadEvent,
  { classes, tokens, pack }: TieContext,
): PeriodMatch {
  const item = items[index] as Item;
  const period = item.period as PeriodMatch;
  const { value } = period;
  if (value.op !== "bound" || value.side !== "until" || pack.isVerbFinal) return period;
  const word = tokens.form[period.from] ?? "";
  const isNow = (modality === "ongoing" || kind === "strike") && pack.wordsIn("ASOFW").has(word);
  const next = items[index + 1]?.set ?? 0;
  const isNoun =
    pack.wordsIn("BYW").has(word) &&
    (classes.possessive[next] === 1 ||
      (classes.nominal[next] === 1 && classes.aux[next] !== 1) ||
      isOneOf(tokens, items[index + 1]?.from ?? -1, pack.wordsIn("INCIDENTN")));
  return isNow || (isNoun && index !== trigger) ? { ...period, value: value.of } : period;
}

function dayOfSince(period: PeriodMatch): PeriodMatch {
  const { value } = period;
  return value.op === "bound" && value.side === "since" ? { ...period, value: value.of } : period;
}

/** "hangs two men over |2022| protests", "for |2019| murder": the year is of the noun behind it. */
function isOfCauseBehind(
  items: readonly Item[],
  index: number,
  { classes, tokens, pack }: TieContext,
): boolean {
  const { from, to } = items[index] as Item;
  const next = items[index + 1];
  if (pack.isVerbFinal || next === undefined) return false;
  const causes = pack.wordsIn("CAUSEPREPW");
  // The time itself may begin with the word ("over 2022": in the course of it).
  if (!isOneOf(tokens, from, causes) && !isOneOf(tokens, from - 1, causes)) return false;
  const { stop, comma, and, but, preposition } = classes;
  return (
    !/\d/u.test(tokens.form[to] ?? "") &&
    ![stop, comma, and, but, preposition].some((members) => members[next.set] === 1)
  );
}

function holdsForm(
  { from, to }: PeriodMatch,
  words: ReadonlySet<string>,
  { tokens }: TieContext,
): boolean {
  return words.size > 0 && tokens.form.slice(from, to).some((form) => words.has(form));
}

/** Kinds that are of one moment. */
const DEATHS: ReadonlySet<ClaimKind> = new Set(["execution", "killing", "death-in-custody"]);

/** Cost of the time that opens a sentence, for all its clauses. */
const SHARED = 12;
/** Cost of a time that something else has a better claim to. */
const OTHERS = 16;

/** An act told only as the ground of another ("convicted of killing", "hanged for the murder of"). */
export function isBackground(
  items: readonly Item[],
  event: ReadEvent,
  classes: ClauseClasses,
): boolean {
  const trigger = items[event.trigger]?.set ?? 0;
  // "sentenced to death for" stands as one word before what was done.
  if (classes.of("FORACT")[items[event.trigger - 1]?.set ?? 0] === 1) return true;
  if (classes.nominal[trigger] !== 1) return false;
  let isLed = false;
  for (let i = event.trigger - 1; i >= Math.max(0, event.trigger - GROUND_REACH); i--) {
    const set = items[i]?.set ?? 0;
    if (classes.accuseOp[set] === 1) return true;
    if (classes.preposition[set] === 1) {
      isLed = true;
      break;
    }
    if (classes.determiner[set] !== 1 && classes.adjective[set] !== 1 && classes.time[set] !== 1)
      return false;
  }
  if (!isLed) return false;
  for (let i = event.trigger - 2; i >= 0; i--) {
    const set = items[i]?.set ?? 0;
    if (classes.stop[set] === 1 || classes.and[set] === 1) return false;
    if ((classes.verb[set] === 1 || classes.trigger[set] === 1) && classes.cue[set] !== 1)
      return true;
    if (classes.must[set] === 1 || classes.be[set] === 1) return true;
  }
  return false;
}

/** "accused of stabbing two passengers pleaded not guilty on Wednesday": the time of the verb that follows the ground. */
function isBehindVerb(
  items: readonly Item[],
  index: number,
  event: ReadEvent,
  classes: ClauseClasses,
): boolean {
  for (let at = Math.max(event.to, event.trigger + 1); at < index; at++) {
    const { set } = items[at] as Item;
    if (classes.relative[set] === 1 || classes.subordinator[set] === 1) return false;
    if (classes.cue[set] === 1 || classes.aux[set] === 1) return true;
  }
  return false;
}

/** Items between the preposition and the noun of a ground. */
const GROUND_REACH = 4;

/** "Iran Human Rights (IHRNGO); May 14, 2024: two men …": the day of the report, not of what it tells. */
function isDateline(
  items: readonly Item[],
  index: number,
  { classes, tokens }: TieContext,
): boolean {
  const next = items[behindAgency(items, index + 1, classes, tokens)]?.set ?? 0;
  if (index > DATELINE_REACH || (classes.colon[next] !== 1 && classes.dash[next] !== 1))
    return false;
  for (let i = 0; i < index; i++) {
    const set = items[i]?.set ?? 0;
    const isHead =
      classes.named[set] === 1 ||
      classes.place[set] === 1 ||
      classes.institution[set] === 1 ||
      classes.stop[set] === 1 ||
      classes.comma[set] === 1 ||
      classes.dash[set] === 1 ||
      classes.open[set] === 1 ||
      classes.close[set] === 1;
    if (!isHead) return false;
  }
  return index > 0;
}

/** Index behind "(Agency)" or "/Agency/", which may follow the day of a dateline. */
function behindAgency(
  items: readonly Item[],
  from: number,
  classes: ClauseClasses,
  { form }: Tokens,
): number {
  const first = items[from];
  if (first === undefined) return from;
  const isSlash = form[first.from] === "/";
  if (!isSlash && classes.open[first.set] !== 1) return from;
  for (let at = from + 1; at < Math.min(items.length, from + AGENCY_REACH); at++) {
    const { set, from: token } = items[at] as Item;
    if (isSlash ? form[token] === "/" : classes.close[set] === 1) return at + 1;
  }
  return from;
}

/** Items of an agency's name with its marks. */
const AGENCY_REACH = 6;

/** "A, whose sentence was upheld last week, has been granted a stay": the time of what stands between the commas. */
function isOfAside(
  items: readonly Item[],
  index: number,
  { trigger, kind }: ReadEvent,
  { classes, pack }: TieContext,
): boolean {
  if (index >= trigger) return false;
  let isClosed = false;
  for (let at = index + 1; at < trigger; at++)
    if (classes.comma[items[at]?.set ?? 0] === 1) isClosed = true;
  if (!isClosed) return false;
  let holdsVerb = false;
  for (let at = index - 1; at > Math.max(0, index - ASIDE_REACH); at--) {
    const set = items[at]?.set ?? 0;
    if (classes.comma[set] === 1) {
      // "The grave of A, hanged in 2023, was destroyed".
      const opening = items[at + 1];
      return (
        !pack.isVerbFinal &&
        classes.told[opening?.set ?? 0] === 1 &&
        !kindsOf(opening, pack).some((one) => isSameHour(one, kind))
      );
    }
    if (classes.aux[set] === 1 || classes.told[set] === 1 || classes.finite[set] === 1)
      holdsVerb = true;
    if (classes.whose[set] === 1 || classes.relative[set] === 1) return holdsVerb;
  }
  return false;
}

/** Items between the word that opens an aside and a time in it. */
const ASIDE_REACH = 12;

/** Items that a dateline may have before its day. */
const DATELINE_REACH = 8;

/** A time behind the verb of an earlier clause belongs to that clause. */
function isElsewhere(
  items: readonly Item[],
  index: number,
  event: ReadEvent,
  classes: ClauseClasses,
): boolean {
  if (index >= event.from || index <= 1) return false;
  let isParted = false;
  for (let i = index + 1; i < event.from; i++) {
    const set = items[i]?.set ?? 0;
    if (
      classes.but[set] === 1 ||
      (classes.subordinator[set] === 1 && classes.preposition[set] !== 1)
    )
      isParted = true;
  }
  if (!isParted) return false;
  for (let i = index - 1; i >= 0; i--) if (classes.trigger[items[i]?.set ?? 0] === 1) return true;
  return false;
}
