/**
 * In: a trigger where it stands. Out: whether it can tell an event there at all.
 * Never: takes a wish, a topic or a figure of speech for an event.
 */
import type { ClaimKind, Modality } from "../model/claim.ts";
import { skipLeft } from "./clauseOpenings.ts";
import { isCatalogued, isListedCharge } from "./eventCatalogue.ts";
import type { EventContext } from "./event.ts";
import { isOfNobodyAlive } from "./hungThings.ts";
import { type Item, itemOf } from "./items.ts";
import type { Refusal, TriggerRow } from "./packRows.ts";
import { isVerbOfPredicate } from "./predicateAhead.ts";
import type { SentenceReading } from "./speech.ts";
import { holdsOneOf, isOneOf, type WordSet } from "./wordSets.ts";

/** The trigger row of an item, for one of the forms that the frame asks for. */
export function rowOf(
  item: Item,
  forms: readonly string[],
  context: EventContext,
): TriggerRow | null {
  return rowsOf(item, forms, context)[0] ?? null;
}

/** All trigger rows of an item, for the forms that the frame asks for. */
export function rowsOf(
  item: Item,
  forms: readonly string[],
  context: EventContext,
): readonly TriggerRow[] {
  if (item.entry === null) return [];
  const known = context.pack.triggersByWords.get(item.entry.words) ?? [];
  return known.filter(({ form }) => forms.includes(form)).map(({ row }) => row);
}

/** No refusal row disowns the trigger, and what the row requires stands near. */
export function isAllowed(
  reading: SentenceReading,
  trigger: number,
  row: TriggerRow,
  context: EventContext,
): boolean {
  if (
    row.requires !== undefined &&
    !holdsInside(reading.items[trigger] as Item, row.requires, context) &&
    !context.holds(reading, row.requires)
  )
    return false;
  if (isVerbOfPredicate(reading.items, trigger, context)) return false;
  if (isOfNobodyAlive(reading.items, trigger, row.kind, context)) return false;
  const isOfViolence = row.requires === "violent" || row.requires === "strife";
  if (isOfViolence && isSurvivor(reading, trigger, context)) return false;
  if (row.never?.some((name) => isHeld(reading, name, context)) === true) return false;
  if (row.unless?.some((name) => isOverruled(reading, name, context)) === true) return false;
  const refusals = context.pack.refusals.get(row.id);
  return (
    refusals === undefined ||
    !refusals.some((refusal) => isRefused(reading, trigger, refusal, context))
  );
}

/** "A, a survivor of the massacre, died in Paris": what somebody lived through did not kill them, unless wounds are told behind. */
function isSurvivor(
  { items }: SentenceReading,
  trigger: number,
  { classes, pack, tables, tokens }: EventContext,
): boolean {
  const survivors = pack.wordsIn("SURVIVORW");
  const wounds = pack.wordsIn("WOUNDSW");
  const holds = ({ from, to }: Item, words: WordSet): boolean =>
    holdsOneOf(tokens, from, to, words);
  if (survivors.size === 0) return false;
  const at = items.slice(0, trigger).findLastIndex((item) => holds(item, survivors));
  if (at < 0) return false;
  // "Three people survived the bombing but two others died in it": others die.
  const { and, but, cue } = classes;
  const isOther = items
    .slice(at + 1, trigger)
    .some(
      ({ set, group, quantity }) =>
        [and, but, cue].some((members) => members[set] === 1) ||
        quantity !== null ||
        (group !== null && group.quantity !== null),
    );
  if (isOther) return false;
  return !items
    .slice(trigger)
    .some(
      (item) =>
        tables.violent[item.set] === 1 || tables.hurt[item.set] === 1 || holds(item, wounds),
    );
}

/** The trigger phrase itself holds a word of the class ("stayed the execution"). */
function holdsInside(item: Item, requirement: string, context: EventContext): boolean {
  const words = context.requiredWords.get(requirement);
  if (words === undefined) return false;
  for (let at = item.from; at < item.to; at++)
    if (words.has(context.tokens.form[at] ?? "")) return true;
  return false;
}

export function isHeld(reading: SentenceReading, name: string, context: EventContext): boolean {
  const members = context.classes.of(name);
  const words = context.pack.wordsIn(name);
  const { pack, tokens } = context;
  // "The wife of the victim": behind the head of a group, too.
  return reading.items.some(
    ({ set, group, from, to }) =>
      members[set] === 1 ||
      (group?.head != null && words.has(group.head)) ||
      (pack.isVerbFinal && group !== null && holdsOneOf(tokens, from, to, words)),
  );
}

/** A word of accidents, sport or stories stands in the sentence, and none of violence. */
export function isOverruled(
  reading: SentenceReading,
  name: string,
  context: EventContext,
): boolean {
  const members = context.classes.of(name);
  return (
    reading.items.some(({ set }) => members[set] === 1) &&
    !reading.items.some(
      ({ set }) => context.tables.violent[set] === 1 && context.tables.hurt[set] !== 1,
    )
  );
}

/** "went on strike on Tuesday", "hanged over the weekend": a time takes no meaning away. */
function isTimeOf(next: Item | undefined): boolean {
  return next !== undefined && next.period !== null && next.period.kind !== "age-like";
}

function isRefused(
  reading: SentenceReading,
  trigger: number,
  refusal: Refusal,
  context: EventContext,
): boolean {
  const item = reading.items[trigger] as Item;
  if (refusal.form === "noun" && !isNounHere(item, reading.items[trigger + 1], context))
    return false;
  if (refusal.of?.includes(context.tokens.form[item.to - 1] ?? "") === false) return false;
  if (refusal.where === "after" && isTimeOf(reading.items[trigger + 1])) return false;
  const { form } = context.tokens;
  for (const phrase of refusal.phrases) {
    const from = refusal.where === "after" ? item.to : item.from - phrase.length;
    let at = 0;
    while (at < phrase.length && form[from + at] === phrase[at]) at++;
    if (at < phrase.length) continue;
    if (refusal.notBefore?.includes(form[from + at] ?? "") === true) continue;
    if (refusal.where !== "after" || !opensNumber(reading.items[trigger + 1], phrase.length))
      return true;
  }
  return false;
}

/** "Without a warrant |arrested was|", where verbs stand last: a word that is a noun too is the verb before its auxiliary. */
function isNounHere(item: Item, next: Item | undefined, { pack, classes }: EventContext): boolean {
  if (!pack.isVerbFinal) return isNounTrigger(item);
  if (classes.of("T.part")[item.set] !== 1) return isNounTrigger(item);
  return classes.nominal[item.set] === 1 && classes.of("PASSV", "ACTV")[next?.set ?? 0] !== 1;
}

/** "wounded at least 17 others", "hanged around 20 men": the word is how the number begins, no neighbour of the verb. */
function opensNumber(next: Item | undefined, length: number): boolean {
  if (next === undefined || (next.quantity === null && next.group?.quantity == null)) return false;
  return next.from + length < next.to;
}

/** A participle without auxiliary that has its object behind it is active ("gunmen killed three"). */
export function isActiveUse(
  items: readonly Item[],
  trigger: number,
  context: EventContext,
): boolean {
  const item = items[trigger] as Item;
  const verb = items[skipLeft(items, trigger - 1, context.classes.adverb)];
  if (verb !== undefined && context.tables.perfect[verb.set] === 1) return true;
  const isPast = item.entry?.classes.includes("T.past") === true;
  if (!isPast) return false;
  let next = trigger + 1;
  while (next < items.length && context.classes.adverb[items[next]?.set ?? 0] === 1) next++;
  const after = items[next];
  return (
    after !== undefined &&
    (context.tables.accepts[after.set] === 1 ||
      (context.tables.article[after.set] === 1 && after.period === null))
  );
}

/** "to release them" and "that he be released" without an operator that is understood: no event. */
export function isUnreal(
  items: readonly Item[],
  start: number,
  trigger: number,
  context: EventContext,
): boolean {
  const { classes, tokens } = context;
  for (let i = start; i < trigger; i++) {
    const item = items[i] as Item;
    if (classes.to[item.set] === 1 && i === start) return true;
    if (isBareBe(item, context) && !isHedged(items, i, context)) return true;
  }
  const before = itemOf(items, start - 1);
  const verbal = skipLeft(items, start - 1, classes.adverb);
  if (
    itemOf(items, verbal) !== undefined &&
    isBareBe(itemOf(items, verbal) as Item, context) &&
    !isHedged(items, verbal, context)
  )
    return true;
  if (
    before !== undefined &&
    isOneOf(tokens, before.from, context.pack.wordsIn("WISHFOR")) &&
    context.tables.wished[items[trigger]?.set ?? 0] === 1
  )
    return true;
  if (before === undefined) return false;
  const isTo = isOneOf(tokens, before.to - 1, context.pack.wordsIn("TO"));
  return isTo && (classes.to[before.set] === 1 || isPurpose(before, items[trigger], context));
}

/** "came to kill him": an infinitive behind a verb that no operator lists; what came of it is not said. */
function isPurpose(
  before: Item,
  verb: Item | undefined,
  { classes, tables }: EventContext,
): boolean {
  return (
    verb !== undefined &&
    tables.base[verb.set] === 1 &&
    tables.tensed[verb.set] !== 1 &&
    classes.hedge[before.set] !== 1 &&
    classes.aux[before.set] !== 1 &&
    classes.preposition[before.set] !== 1
  );
}

/** "that they be freed": a wish, no auxiliary of a telling. */
export function isBareBe(item: Item, { tokens, pack }: EventContext): boolean {
  return item.to - item.from === 1 && isOneOf(tokens, item.from, pack.wordsIn("BAREBE"));
}

/** "are believed to be held": told with distance, but told. */
function isHedged(items: readonly Item[], at: number, { classes }: EventContext): boolean {
  return classes.hedge[itemOf(items, at - 1)?.set ?? 0] === 1;
}

/** A word that is a noun and no form of a verb. */
export function isNounTrigger(item: Item): boolean {
  return (
    item.entry?.classes.includes("T.noun") === true &&
    item.entry.classes.every((name) => name !== "T.part" && name !== "T.base" && name !== "T.ing")
  );
}

/** A noun that stands alone tells of an event only in the plural with a word that describes it, or for lasting abuses. */
export function isTellingNoun(
  items: readonly Item[],
  trigger: number,
  kind: ClaimKind,
  modality: Modality,
  context: EventContext,
): boolean {
  if (modality !== "happened" && modality !== "ongoing") return false;
  const before = itemOf(items, trigger - 1);
  if (kind === "protest" || kind === "strike") return isDescribed(items, trigger, context);
  if (isListedCharge(items, trigger, context)) return false;
  if (isCatalogued(items, trigger, context)) return true;
  if (kind === "torture" && !isSuffered(items, trigger, context)) return false;
  const { words = "" } = items[trigger]?.entry ?? {};
  // "an expert on extrajudicial executions": without number and name a topic, unless something is told of them.
  if (
    context.pack.wordsIn("DEATHTOPIC").has(words.split(" ").at(-1) ?? "") &&
    !tellsOccurrence(items, trigger + 1, context)
  )
    return false;
  if (TELLING_KINDS.has(kind)) return true;
  if (kind === "other-abuse") return isNamedAbuse(items, trigger, context);
  if (!isPlural(items[trigger], context)) return false;
  if (kind === "enforced-disappearance" && isPhrase(items[trigger]))
    return !isAboutList(items, trigger, context);
  return (
    (kind === "execution" && isPhrase(items[trigger])) ||
    (before !== undefined && context.tables.modifier[before.set] === 1) ||
    isEnumerated(items, trigger, context)
  );
}

/** "bans torture, arbitrary detention and enforced disappearances": the word before the list makes all of it a topic. */
function isAboutList(items: readonly Item[], trigger: number, context: EventContext): boolean {
  const { classes, tables } = context;
  const nouns = classes.of("T.noun");
  for (let at = trigger - 1; at >= 0; at--) {
    const set = items[at]?.set ?? 0;
    if (tables.aboutness[set] === 1) return true;
    const isOfList =
      nouns[set] === 1 ||
      classes.comma[set] === 1 ||
      classes.and[set] === 1 ||
      classes.determiner[set] === 1 ||
      tables.modifier[set] === 1;
    if (!isOfList) return false;
  }
  return false;
}

function isPlural(item: Item | undefined, { pack, tokens }: EventContext): boolean {
  const last = tokens.form[(item?.to ?? 0) - 1] ?? "";
  return pack.plurals.suffixes.some((suffix) => last.endsWith(suffix));
}

/** "included beatings, amputations, and executions": one of several acts that are listed as what happened. */
function isEnumerated(
  items: readonly Item[],
  trigger: number,
  { classes, tables }: EventContext,
): boolean {
  let at = trigger - 1;
  let others = 0;
  for (; at >= 0; at--) {
    const set = items[at]?.set ?? 0;
    if (isNounTrigger(items[at] as Item)) others += 1;
    else if (
      classes.comma[set] !== 1 &&
      classes.and[set] !== 1 &&
      classes.determiner[set] !== 1 &&
      tables.modifier[set] !== 1
    )
      break;
  }
  return others > 0 && at >= 0 && classes.of("INCLUDEV", "INCL")[items[at]?.set ?? 0] === 1;
}

/** "the weekly protests in Zahedan", "the demonstrations following her death"; not "during the protests". */
function isDescribed(items: readonly Item[], trigger: number, context: EventContext): boolean {
  const { classes, tables } = context;
  let at = trigger - 1;
  let isModified = (items[trigger]?.entry?.words ?? "").includes(" ");
  let isRecurring = false;
  let isOfTime = false;
  for (; at >= 0; at--) {
    const set = items[at]?.set ?? 0;
    if (classes.recurring[set] === 1) isRecurring = true;
    if (classes.time[set] === 1) isOfTime = true;
    if (tables.modifier[set] === 1 || classes.recurring[set] === 1 || classes.time[set] === 1)
      isModified = true;
    else if (classes.determiner[set] !== 1) break;
  }
  const before = itemOf(items, at);
  const isTopic = before !== undefined && classes.preposition[before.set] === 1;
  const after = items[trigger + 1];
  if (tellsOccurrence(items, trigger + 1, context)) return true;
  const isPlaced =
    after !== undefined && (classes.preposition[after.set] === 1 || classes.time[after.set] === 1);
  // "months of demonstrations", "a week of protests".
  const isSpan =
    classes.of_[before?.set ?? 0] === 1 &&
    classes.of("DURATION", "QTYDUR", "TIME")[itemOf(items, at - 1)?.set ?? 0] === 1;
  if (isSpan) return true;
  return isTopic ? isOfTime || ((isRecurring || isModified) && isPlaced) : isModified || isPlaced;
}

/** "… erupted", "… that began on Monday", "… have continued". */
function tellsOccurrence(items: readonly Item[], from: number, context: EventContext): boolean {
  const { classes } = context;
  for (let i = from; i < Math.min(items.length, from + 8); i++) {
    const set = items[i]?.set ?? 0;
    if (classes.occur[set] === 1) return true;
    if (
      classes.comma[set] === 1 ||
      classes.stop[set] === 1 ||
      classes.and[set] === 1 ||
      classes.cue[set] === 1
    )
      return false;
  }
  return false;
}

/** "years of torture", "under torture", "beatings, torture and rape": not the word as a topic. */
function isSuffered(items: readonly Item[], trigger: number, context: EventContext): boolean {
  const { classes, tables } = context;
  const before = itemOf(items, trigger - 1);
  if (before === undefined) return isPhrase(items[trigger]);
  if (
    context.pack.wordsIn("TORTTOPIC").has(items[trigger]?.entry?.words ?? "") &&
    tables.modifier[before.set] !== 1 &&
    (classes.of_[before.set] !== 1 || classes.time[itemOf(items, trigger - 2)?.set ?? 0] !== 1)
  )
    return tellsOccurrence(items, trigger + 1, context);
  if (tables.aboutness[before.set] === 1) return false;
  // "The talks included torture": a list of abuses is told as one by the word before it.
  if (classes.of("INCLUDEV")[before.set] === 1) return false;
  return (
    classes.of_[before.set] === 1 ||
    tables.modifier[before.set] === 1 ||
    classes.and[before.set] === 1 ||
    classes.comma[before.set] === 1 ||
    classes.preposition[before.set] === 1
  );
}

/** "prolonged solitary confinement", "sham trials": an abuse that is described, not a topic ("talks on harassment"). */
function isNamedAbuse(items: readonly Item[], trigger: number, context: EventContext): boolean {
  const { classes, tables } = context;
  let isTold = isPhrase(items[trigger]);
  let at = trigger - 1;
  for (; at >= 0; at--) {
    const set = items[at]?.set ?? 0;
    if (tables.modifier[set] === 1) isTold = true;
    else if (classes.determiner[set] !== 1 && classes.adverb[set] !== 1) break;
  }
  const before = itemOf(items, at);
  return isTold && (before === undefined || tables.aboutness[before.set] !== 1);
}

/** Several words that tell by themselves ("confessions under torture"). */
function isPhrase(item: Item | undefined): boolean {
  return item?.entry?.words.includes(" ") === true;
}

const TELLING_KINDS: ReadonlySet<ClaimKind> = new Set([
  "torture",
  "protest",
  "strike",
  "transnational-repression",
  "destruction",
  "death-in-custody",
]);
