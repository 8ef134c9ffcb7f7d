/**
 * In: a time in a sentence with an event. Out: whether it is the time of another act of that sentence.
 * Never: takes a time from the event that it stands beside.
 */
import type { ClaimKind } from "../model/claim.ts";
import type { ClauseClasses } from "./clauseClasses.ts";
import { skipLeft } from "./clauseOpenings.ts";
import type { ReadEvent } from "./event.ts";
import type { PeriodMatch } from "./findPeriods.ts";
import { type Item, itemOf, numberFollows } from "./items.ts";
import type { LanguagePack } from "./packRows.ts";
import { isNounLike, isOfNoun } from "./periodNouns.ts";
import type { Speech } from "./speech.ts";
import type { Tokens } from "./tokens.ts";
import { isOfCharge } from "./periodCharge.ts";
import { isOneOf } from "./wordSets.ts";

/** What ties look at: the speeches of the document and the classes of its language. */
export type TieContext = {
  readonly tokens: Tokens;
  readonly speeches: readonly Speech[];
  readonly classes: ClauseClasses;
  readonly pack: Pick<LanguagePack, "isVerbFinal" | "triggersByWords" | "wordsIn">;
};

/**
 * "was arrested in 2015 and hanged", "hanged for a murder committed in 2015", "the graves of men executed in the 1980s":
 * the time of another act of the sentence.
 */
export function isOfOtherAct(
  items: readonly Item[],
  index: number,
  event: ReadEvent,
  context: TieContext,
): boolean {
  const period = items[index]?.period;
  if (
    period != null &&
    isOfYears(period) &&
    isOfNext(items, index, event, context.classes) &&
    kindsOf(items[index + 1], context.pack).every((kind) => !isSameHour(kind, event.kind))
  )
    return true;
  if (isOfNamedAct(items, index, event, context.classes)) return true;
  if (isOfCompared(items, index, event, context.classes)) return true;
  if (isOfNoun(items, index, event, context)) return true;
  if (isOfCharge(items, index, event, context)) return true;
  return index < event.trigger
    ? isOfActBefore(items, index, event, context) ||
        isOfOuterVerb(items, index, event, context) ||
        isOfParticiple(items, index, event, context.classes)
    : isOfGroundBehind(items, index, event, context) ||
        isOfCause(items, index, event, context) ||
        isOfPartBehind(items, index, event, context) ||
        isOfLaterAct(items, index, event, context) ||
        isOfAside(items, index, event, context) ||
        isOfOneAmong(items, index, event, context) ||
        isOfNounAfter(items, index, event, context) ||
        isOfTotal(items, index, event, context.classes) ||
        isOfNextClause(items, index, event, context) ||
        isOfMainVerb(items, index, event, context);
}

/**
 * "men convicted in 2019 were hanged", "for a murder committed in 2019 was forgiven on Thursday": between those concerned and the
 * verb's auxiliary the time is that of the participle right before it. A noun stands behind an article or a preposition.
 */
function isOfParticiple(
  items: readonly Item[],
  index: number,
  event: ReadEvent,
  classes: ClauseClasses,
): boolean {
  const victim = event.victims[0] ?? -1;
  const word = items[index - 1];
  // "have already spent decades in prison": no participle, a verb of those concerned.
  const before = items[skipLeft(items, index - 2, classes.adverb)];
  if (victim >= index - 1 || word === undefined || before === undefined) return false;
  // "The graves of prisoners executed in 1988 were bulldozed": people stand before the participle.
  if (victim < 0 && before.group === null) return false;
  if (word.group !== null || word.name !== null || word.quantity !== null) return false;
  const { comma, and, preposition, determiner, adverb, time, aux, of } = classes;
  if ([comma, and, preposition, determiner, adverb, time, aux].some((m) => m[word.set] === 1))
    return false;
  if (of("AGE", "CLOSE", "QC", "TIME")[word.set] === 1) return false;
  if ([preposition, determiner, aux].some((m) => m[before.set] === 1)) return false;
  // "was forgiven" and "died" are one item with what leads them.
  return (
    event.trigger === index + 1 ||
    items.slice(index + 1, event.trigger).some(({ set }) => aux[set] === 1)
  );
}

/** "the execution on Wednesday of A, arrested in 2022": the day of the noun that it parts from its "of". */
function isOfNamedAct(
  items: readonly Item[],
  index: number,
  event: ReadEvent,
  { trigger, of_ }: ClauseClasses,
): boolean {
  return (
    index < event.trigger &&
    event.trigger !== index - 1 &&
    trigger[items[index - 1]?.set ?? 0] === 1 &&
    of_[items[index + 1]?.set ?? 0] === 1
  );
}

/** "executed 13 people in 2024, compared with eight the year before, and imposed …": the time of the figure compared. */
function isOfCompared(
  items: readonly Item[],
  index: number,
  event: ReadEvent,
  classes: ClauseClasses,
): boolean {
  const compares = classes.of("CMP");
  for (let at = index - 1; at >= Math.max(0, index - COMPARED_REACH); at--) {
    const { set } = items[at] as Item;
    if (compares[set] === 1)
      return (
        (event.trigger < at || event.trigger > index) &&
        items.slice(at + 1, at + COUNT_REACH).some(({ quantity }) => quantity !== null)
      );
    if (classes.told[set] === 1 || classes.comma[set] === 1 || classes.stop[set] === 1)
      return false;
  }
  return false;
}

/** Items between "compared with" and the time of what is compared. */
const COMPARED_REACH = 9;
/** Items behind "compared with" among which the number stands. */
const COUNT_REACH = 5;

/** "Two men were hanged, bringing to 40 the number of those executed this year": the time of the total. */
function isOfTotal(
  items: readonly Item[],
  index: number,
  event: ReadEvent,
  classes: ClauseClasses,
): boolean {
  const puts = classes.of("TOTALV");
  for (let at = event.trigger + 1; at < index - 1; at++)
    if (
      classes.comma[items[at]?.set ?? 0] === 1 &&
      puts[items[at + 1]?.set ?? 0] === 1 &&
      numberFollows(items, at + 2, classes.comma)
    )
      return true;
  return false;
}

/**
 * "A man was stabbed at the scene, and the suspect was arrested on 5 June", "A was hanged while B was freed on Sunday": the time of
 * another act of somebody else.
 */
function isOfNextClause(
  items: readonly Item[],
  index: number,
  event: ReadEvent,
  { classes, tokens, pack }: TieContext,
): boolean {
  if (opensNextClause(items, index, classes)) return true;
  const meanwhile = pack.wordsIn("MEANWHILEW");
  let at = index - 1;
  while (at > event.to && classes.told[items[at]?.set ?? 0] !== 1) at--;
  if (at <= event.to || kindsOf(items[at], pack).some((kind) => isSameHour(kind, event.kind)))
    return false;
  for (let i = at - 1; i > Math.max(event.to, at - CLAUSE_REACH); i--) {
    if (classes.anyGroup[items[i]?.set ?? 0] !== 1) continue;
    const led = classes.determiner[items[i - 1]?.set ?? 0] === 1 ? i - 1 : i;
    const { set: joint = 0, from = tokens.size } = items[led - 1] ?? {};
    if (isOneOf(tokens, from, meanwhile)) return true;
    if (classes.but[joint] === 1) return true;
    const isParted = HARMS.has(event.kind) || classes.comma[items[led - 2]?.set ?? 0] === 1;
    if (isParted && classes.and[joint] === 1) return true;
  }
  return false;
}

/** "killed 500 people and in 2019 they killed 1,500": behind "and" the time opens a clause with a verb of its own. */
function opensNextClause(
  items: readonly Item[],
  index: number,
  { and, comma, told, aux, finite, structural }: ClauseClasses,
): boolean {
  if (and[items[index - 1]?.set ?? 0] !== 1) return false;
  for (let at = index + 1; at < Math.min(items.length, index + CLAUSE_REACH); at++) {
    const { set, group } = items[at] as Item;
    if (told[set] === 1 || aux[set] === 1 || finite[set] === 1) return true;
    const isComma = comma[set] === 1 && at === index + 1;
    if (group === null && structural[set] === 1 && !isComma) return false;
  }
  return false;
}

/** Items between a subject behind "and" and its verb. */
const CLAUSE_REACH = 6;

/** "denied killing X, who was picked up on 3 May": the time of what is told beside, unless it tells of the same hour. */
function isOfAside(
  items: readonly Item[],
  index: number,
  event: ReadEvent,
  { classes, pack }: TieContext,
): boolean {
  if (isUpheldBehind(items, index, event, classes)) return false;
  let isOther = false;
  for (let at = index - 1; at > Math.max(event.trigger, index - ASIDE_REACH); at--) {
    const { set } = items[at] as Item;
    if (classes.told[set] === 1) {
      const kinds = kindsOf(items[at], pack);
      if (kinds.some((kind) => isSameHour(kind, event.kind))) return false;
      if (kinds.length > 0) isOther = true;
    }
    if (classes.stop[set] === 1 || classes.quoteClose[set] === 1) return false;
    // "was hanged in Karaj, where he had lived since 2019".
    if (classes.where[set] === 1) return true;
    if (classes.relative[set] === 1 || classes.whose[set] === 1)
      return (
        // "levelled the graves of men who were hanged in the 1980s": what is told of the dead is not of their graves.
        event.kind === "destruction" ||
        // "heard it from a cellmate who was freed on Thursday".
        isOther ||
        classes.comma[items[at - 1]?.set ?? 0] === 1 ||
        (classes.comma[items[at - 2]?.set ?? 0] === 1 &&
          classes.anyGroup[items[at - 1]?.set ?? 0] === 1)
      );
  }
  return false;
}

/** "the death sentences of A and B, who are held in Karun, |were upheld| on Sunday": the verb behind the aside tells of them again. */
export function isUpheldBehind(
  items: readonly Item[],
  index: number,
  event: ReadEvent,
  classes: ClauseClasses,
): boolean {
  if (event.kind !== "death-sentence" || classes.nominal[items[event.trigger]?.set ?? 0] !== 1)
    return false;
  const uphold = classes.of("UPHOLD");
  for (let at = event.trigger + 1; at < index - 1; at++) {
    if (classes.comma[items[at]?.set ?? 0] !== 1) continue;
    let verb = at + 1;
    while (classes.aux[items[verb]?.set ?? 0] === 1 || classes.adverb[items[verb]?.set ?? 0] === 1)
      verb++;
    if (verb > at + 1 && verb < index && uphold[items[verb]?.set ?? 0] === 1) return true;
  }
  return false;
}

/** "a man who drove into a crowd, killing a nurse, was sentenced Monday": the time of the verb that the clause with "who" only interrupts. */
export function isOfMainVerb(
  items: readonly Item[],
  index: number,
  event: ReadEvent,
  { classes, tokens, pack }: TieContext,
): boolean {
  if (!pack.isVerbFinal && isBehindAside(items, index, event, classes)) return true;
  if (!hasMainVerb(items, event.to, index, classes)) return false;
  // "The man hanged in Yazd, a father of two, was sentenced three years ago": a participle of whom the verb behind tells.
  const last = event.victims.at(-1) ?? event.trigger;
  const isParticiple =
    last < event.trigger &&
    !items.slice(last + 1, event.trigger).some(({ set }) => classes.aux[set] === 1);
  if (isParticiple && !isToldAgain(items, index, event, classes, pack)) return true;
  if (isBehindParticiple(items, event, classes)) return true;
  for (let at = event.trigger - 1; at >= Math.max(0, event.trigger - MAIN_REACH); at--) {
    const { set, from } = items[at] as Item;
    if (classes.relative[set] === 1 || isOneOf(tokens, from, pack.wordsIn("WHOSE")))
      return at > 0 && classes.that[set] !== 1;
    if (classes.stop[set] === 1) return false;
  }
  return false;
}

/** "Karim, |who was arrested at home|, died on Monday": the verb right behind the comma that closes the aside has the day. */
function isBehindAside(
  items: readonly Item[],
  index: number,
  { trigger }: ReadEvent,
  {
    comma,
    relative,
    that,
    group,
    anyGroup,
    determiner,
    preposition,
    and,
    stop,
    adverb,
  }: ClauseClasses,
): boolean {
  const opens = items.findLastIndex(
    ({ set }, at) => at < trigger && (relative[set] === 1 || stop[set] === 1),
  );
  const who = items[opens]?.set ?? 0;
  const isAside = relative[who] === 1 && that[who] !== 1 && comma[items[opens - 1]?.set ?? 0] === 1;
  if (opens < 1 || !isAside) return false;
  const close = items.findIndex(({ set }, at) => at > trigger && comma[set] === 1);
  if (close < 0 || close >= index - 1) return false;
  const verb = items[close + 1];
  if (verb === undefined || verb.name !== null || verb.period !== null || verb.quantity !== null)
    return false;
  const none = [group, anyGroup, determiner, preposition, and, relative, comma, stop, adverb];
  return none.every((members) => members[verb.set] !== 1);
}

/** The verb before the time tells of the same hour ("the men shot in Karun were killed on Monday"). */
function isToldAgain(
  items: readonly Item[],
  index: number,
  event: ReadEvent,
  { nominal, aux }: ClauseClasses,
  pack: TieContext["pack"],
): boolean {
  for (let at = event.to; at < index; at++) {
    const { set } = items[at] as Item;
    // "in the protests" tells nothing again, "were killed" does.
    if (nominal[set] === 1 && aux[items[at - 1]?.set ?? 0] !== 1) continue;
    if (kindsOf(items[at], pack).some((kind) => isSameHour(kind, event.kind))) return true;
  }
  return false;
}

/** "a boy killed in the protests was buried on Sunday": the noun belongs to a participle of the subject. */
function isBehindParticiple(
  items: readonly Item[],
  event: ReadEvent,
  { nominal, preposition, determiner, time, adjective, trigger }: ClauseClasses,
): boolean {
  if (nominal[items[event.trigger]?.set ?? 0] !== 1) return false;
  let at = event.trigger - 1;
  while (at > 0 && [determiner, time, adjective].some((one) => one[items[at]?.set ?? 0] === 1))
    at--;
  const word = items[at - 1];
  return (
    preposition[items[at]?.set ?? 0] === 1 &&
    word !== undefined &&
    trigger[word.set] === 1 &&
    nominal[word.set] !== 1
  );
}

/** Behind the event and before the time another verb begins, which neither "and" nor "who" joins to it. */
function hasMainVerb(
  items: readonly Item[],
  from: number,
  to: number,
  { aux, and, relative, whose, subordinator, comma }: ClauseClasses,
): boolean {
  for (let at = from; at < to; at++) {
    const { set } = items[at] as Item;
    if (aux[set] === 1)
      return at === from || comma[items[at - 1]?.set ?? 0] === 1 || at <= from + 2;
    if (and[set] === 1 || relative[set] === 1 || whose[set] === 1 || subordinator[set] === 1)
      return false;
  }
  return false;
}

/** Items between "who" and the event of its clause. */
const MAIN_REACH = 16;

/** A verb of another act stands in the words of the event before the time, and the event's own behind it. */
function isOfActBefore(
  items: readonly Item[],
  index: number,
  event: ReadEvent,
  { classes, pack }: TieContext,
): boolean {
  if (index + 1 === event.trigger) return false;
  const isTerm = classes.imprisoned[items[event.trigger]?.set ?? 0] === 1;
  const verb = LATER.has(event.kind) || isTerm ? verbBefore(items, index, classes) : null;
  const lowest = Math.min(
    event.from,
    asideBefore(items, index, classes) ?? event.from,
    verb ?? event.from,
  );
  for (let at = index - 1; at >= lowest; at--) {
    const item = items[at] as Item;
    const isAccused = classes.gerund[item.set] === 1 && isLedIn(items[at - 1], classes);
    if (classes.told[item.set] !== 1 && !isAccused) continue;
    if (isTerm && classes.imprisoned[item.set] !== 1) return true;
    return kindsOf(item, pack).every((kind) => !isSameHour(kind, event.kind));
  }
  return false;
}

/** What comes later than what it is told with ("was arrested in 2008 and sentenced"). */
const LATER: ReadonlySet<ClaimKind> = new Set([
  "death-sentence",
  "execution",
  "imminent-execution",
  "release",
  "clemency",
  "stay",
]);

/** Item of the act in whose own words the time stands ("was arrested in 2008"). */
function verbBefore(items: readonly Item[], index: number, classes: ClauseClasses): number | null {
  for (let at = index - 1; at >= Math.max(0, index - ASIDE_REACH); at--) {
    const set = items[at]?.set ?? 0;
    if (classes.told[set] === 1) return at;
    if (
      classes.comma[set] === 1 ||
      classes.stop[set] === 1 ||
      classes.and[set] === 1 ||
      classes.relative[set] === 1 ||
      classes.subordinator[set] === 1
    )
      return null;
  }
  return null;
}

/** "was arrested Friday in the shooting that killed five": the time of the verb outside of the clause with "that". */
function isOfOuterVerb(
  items: readonly Item[],
  index: number,
  event: ReadEvent,
  { classes, pack }: TieContext,
): boolean {
  const next = items[index + 1];
  let open = event.trigger - 1;
  while (
    open > index &&
    (classes.aux[items[open]?.set ?? 0] === 1 || classes.adverb[items[open]?.set ?? 0] === 1)
  )
    open--;
  const isInside = open > index + 1 && classes.relative[items[open]?.set ?? 0] === 1;
  if (!isInside || next === undefined || isNounLike(next, classes)) return false;
  const violent = classes.of("VIOLENT");
  const accused = classes.of("ACCUSEX");
  for (let at = index - 1; at >= Math.max(0, index - OUTER_REACH); at--) {
    const item = items[at] as Item;
    if (violent[item.set] === 1 || classes.stop[item.set] === 1) return false;
    if (classes.told[item.set] === 1)
      return kindsOf(item, pack).every((kind) => !isSameHour(kind, event.kind));
    if (
      classes.cue[item.set] === 1 ||
      classes.accuseOp[item.set] === 1 ||
      accused[item.set] === 1 ||
      classes.imprisoned[item.set] === 1
    )
      return true;
  }
  return false;
}

/** Items between the verb of a clause and its time. */
const OUTER_REACH = 8;

/** Item of the "who" whose clause the time ends ("who killed his cousin in 2016, was given a life sentence"). */
function asideBefore(items: readonly Item[], index: number, classes: ClauseClasses): number | null {
  if (classes.comma[items[index + 1]?.set ?? 0] !== 1) return null;
  for (let at = index - 1; at >= Math.max(0, index - ASIDE_REACH); at--) {
    const set = items[at]?.set ?? 0;
    if (classes.relative[set] === 1) return at;
    if (classes.comma[set] === 1 || classes.stop[set] === 1) return null;
  }
  return null;
}

/** Items that a clause with "who" can have before its time. */
const ASIDE_REACH = 12;

/** Kinds of what the words of an item tell of. */
export function kindsOf(
  item: Item | undefined,
  { triggersByWords }: TieContext["pack"],
): ClaimKind[] {
  const rows = triggersByWords.get(item?.entry?.words ?? "") ?? [];
  return rows.map(({ row }) => row.kind);
}

/** Acts told of the same hour: who is killed and who is hurt, a protest and what was done to it, who is taken and hidden. */
export function isSameHour(kind: ClaimKind, other: ClaimKind): boolean {
  return (
    kind === other ||
    kind === "protest" ||
    (HARMS.has(kind) && HARMS.has(other)) ||
    (kind === "arrest" && other === "enforced-disappearance")
  );
}

const HARMS: ReadonlySet<ClaimKind> = new Set(["killing", "injury"]);

/** "jailed for a murder in 2015": a year behind the crime is the crime's; a plain charge has none ("for murder in 2015"). */
function isOfGroundBehind(
  items: readonly Item[],
  index: number,
  event: ReadEvent,
  context: TieContext,
): boolean {
  const { classes, pack } = context;
  const { period } = items[index] as Item;
  if (period === null || !isOfYears(period)) return false;
  for (let at = event.trigger + 1; at < index; at++) {
    const set = items[at]?.set ?? 0;
    if (classes.nominal[set] !== 1 || HARMS.has(event.kind)) continue;
    const kinds = kindsOf(items[at], pack);
    if (kinds.includes(event.kind)) continue;
    if (event.kind === "arrest" && kinds.includes("protest") && isLedWithin(items, at, context))
      continue;
    let head = at;
    while (classes.nominal[items[head - 1]?.set ?? 0] === 1) head--;
    const isPlain = isLedIn(items[head - 1], classes);
    if (!isPlain || items.slice(at + 1, index).some((item) => classes.group[item.set] === 1))
      return true;
  }
  return false;
}

/** "was arrested |during the nationwide| protests of 2022": it was done while they went on. */
function isLedWithin(
  items: readonly Item[],
  noun: number,
  { classes, pack, tokens }: TieContext,
): boolean {
  const { determiner, adjective, nominal, of } = classes;
  const before = [determiner, adjective, nominal, of("CAP", "PLACE", "LOWER", "ED")];
  let at = noun - 1;
  while (at > 0 && before.some((members) => members[items[at]?.set ?? 0] === 1)) {
    if (isOneOf(tokens, items[at]?.from ?? -1, pack.wordsIn("DURINGW"))) return true;
    at--;
  }
  return isOneOf(tokens, items[at]?.from ?? -1, pack.wordsIn("DURINGW"));
}

/** "executed over the protests |sparked by| the death of A on 16 September": the day is that of the cause. */
function isOfCause(
  items: readonly Item[],
  index: number,
  event: ReadEvent,
  { classes, tokens, pack }: TieContext,
): boolean {
  const sparked = pack.wordsIn("SPARKEDW");
  for (let at = event.trigger + 1; at < index - 1; at++) {
    const item = items[at] as Item;
    // "sparked by" may be one item.
    const isBy = classes.by[items[at + 1]?.set ?? 0] === 1 || item.to > item.from + 1;
    if (isOneOf(tokens, item.from, sparked) && isBy)
      return items.slice(at + 1, index).some(({ set }) => classes.nominal[set] === 1);
  }
  return false;
}

/** A preposition, or words that end in one ("executed for"). */
function isLedIn(item: Item | undefined, classes: ClauseClasses): boolean {
  return (
    item !== undefined &&
    (classes.preposition[item.set] === 1 || classes.endsInPreposition.has(item.entry?.words ?? ""))
  );
}

/** "was hanged after protests in 2022": the year of what went before; who is held after them is held soon after. */
function isOfNounAfter(
  items: readonly Item[],
  index: number,
  event: ReadEvent,
  { classes, tokens, pack }: TieContext,
): boolean {
  const { period } = items[index] as Item;
  if (pack.isVerbFinal || period === null || !isOfYears(period)) return false;
  if (event.kind !== "execution" && event.kind !== "death-sentence") return false;
  if (period.value.op === "date" && period.value.day !== null) return false;
  const after = pack.wordsIn("AFTERSUB");
  const hours = pack.wordsIn("HOURNOUNW");
  for (let at = index - 1; at >= event.trigger; at--) {
    const item = items[at] as Item;
    // "shortly after dawn in June 2022": no event, an hour of that day.
    if (isOneOf(tokens, item.to - 1, hours)) return false;
    if (isOneOf(tokens, item.to - 1, after)) return at < index - 1;
    if (item.group !== null || classes.comma[item.set] === 1) return false;
    if (classes.aux[item.set] === 1 || classes.told[item.set] === 1) return false;
  }
  return false;
}

function isOfYears({ value }: PeriodMatch): boolean {
  return value.op === "years" || (value.op === "date" && value.year !== null);
}

/** "Nine were hanged, |the last of them, A,| in January", "three of them in May": the time of those, and not of all. */
function isOfOneAmong(
  items: readonly Item[],
  index: number,
  { trigger, victims }: ReadEvent,
  { classes, pack, tokens }: TieContext,
): boolean {
  if (pack.isVerbFinal) return false;
  const commaBefore = (at: number): number =>
    items.findLastIndex(({ set }, i) => i < at && i > trigger && classes.comma[set] === 1);
  let comma = commaBefore(index);
  const isNamed = (items[comma - 1]?.group?.persons.length ?? 0) > 0;
  if (isNamed && index - comma <= 2) comma = commaBefore(commaBefore(comma));
  const first = itemOf(items, comma + 1);
  if (comma < 0 || first === undefined || comma + 1 >= index) return false;
  if (victims.some((at) => at > comma)) return false;
  const isRanked =
    isOneOf(tokens, first.from, pack.wordsIn("DEF")) &&
    isOneOf(tokens, first.from + 1, pack.wordsIn("RANKW"));
  const isCounted = first.quantity !== null || first.group?.quantity != null;
  return isRanked || (isCounted && classes.of("OFTHEM")[itemOf(items, comma + 2)?.set ?? 0] === 1);
}

/** A participle without auxiliary behind the event's verb, with nothing but a place between it and the time. */
function isOfPartBehind(
  items: readonly Item[],
  index: number,
  event: ReadEvent,
  { classes, pack }: TieContext,
): boolean {
  const isBehindList = (at: number): boolean =>
    classes.comma[items[at - 1]?.set ?? 0] === 1 && classes.anyGroup[items[at - 2]?.set ?? 0] === 1;
  let at = index - 1;
  while (at > event.trigger + 1 && isWhereOrWhat(items, at, classes)) at--;
  const isNear = items
    .slice(at + 1, index)
    .every(({ set }) => classes.place[set] === 1 || classes.preposition[set] === 1);
  if (!isNear && !isBehindList(at)) return false;
  return (
    at > event.trigger + 1 &&
    classes.told[items[at]?.set ?? 0] === 1 &&
    (classes.anyGroup[items[at - 1]?.set ?? 0] === 1 ||
      // "was held with B, executed in 2023".
      (classes.comma[items[at - 1]?.set ?? 0] === 1 &&
        classes.anyGroup[items[at - 2]?.set ?? 0] === 1)) &&
    kindsOf(items[at], pack).every((kind) => !isSameHour(kind, event.kind))
  );
}

/** "sentenced to death and |hanged| in June", "released on bail, and |held again| in June": two that are not done on one day. */
function isOfLaterAct(
  items: readonly Item[],
  index: number,
  { kind, trigger }: ReadEvent,
  { classes, pack }: TieContext,
): boolean {
  const later = APART.get(kind);
  if (later === undefined || pack.isVerbFinal) return false;
  const verb = verbBefore(items, index, classes) ?? -1;
  if (verb <= trigger + 1 || !kindsOf(items[verb], pack).some((one) => later.has(one)))
    return false;
  let at = verb - 1;
  while (classes.aux[items[at]?.set ?? 0] === 1 || classes.adverb[items[at]?.set ?? 0] === 1) at--;
  return at > trigger && classes.and[items[at]?.set ?? 0] === 1;
}

/** What comes on another day than what is told with it before "and". */
const APART: ReadonlyMap<ClaimKind, ReadonlySet<ClaimKind>> = new Map<
  ClaimKind,
  ReadonlySet<ClaimKind>
>([
  ["death-sentence", new Set(["execution"])],
  ["release", new Set(["arrest", "execution", "killing"])],
  ["clemency", new Set(["execution", "killing"])],
]);

/** Words between a participle and its time: "arrested |at the nationwide demonstrations| last November". */
function isWhereOrWhat(
  items: readonly Item[],
  at: number,
  { place, preposition, determiner, nominal, adjective, told }: ClauseClasses,
): boolean {
  const set = items[at]?.set ?? 0;
  if (told[set] === 1) return false;
  return [place, preposition, determiner, nominal, adjective].some((members) => members[set] === 1);
}

/** "the 1997 killing": a time right before the noun of another event is that event's. */
export function isOfNext(
  items: readonly Item[],
  index: number,
  event: ReadEvent,
  classes: ClauseClasses,
): boolean {
  if (index + 1 === event.trigger) return false;
  const next = items[index + 1];
  if (next === undefined || classes.nominal[next.set] !== 1) return false;
  const { period } = items[index] as Item;
  return classes.verb[next.set] !== 1 || (period !== null && isOfYears(period));
}

/** "said X, who lost a son in 2023": a time of the clause with "who", not of the saying. */
export function isInRelative(
  items: readonly Item[],
  index: number,
  classes: ClauseClasses,
): boolean {
  for (let at = index - 1; at > Math.max(0, index - ASIDE_REACH); at--) {
    const { set } = items[at] as Item;
    if (classes.comma[set] === 1 || classes.stop[set] === 1 || classes.cue[set] === 1) return false;
    if (classes.relative[set] === 1 || classes.whose[set] === 1) return true;
  }
  return false;
}
