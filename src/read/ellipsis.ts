/**
 * In: the sentences of a document and the drafts so far. Out: drafts of numbers that have no verb of their own and go on
 * telling of those counted before ("43 of them children", "compared with 77 a year ago").
 * Never: counts money, ages, shares of other things; goes on with a topic of another paragraph but from its last sentence.
 */
import type { ClaimKind, Modality } from "../model/claim.ts";
import type { Draft } from "./draft.ts";
import { VICTIM_ROLE } from "./draftContext.ts";
import { amongDraft, opensAmong } from "./ellipsisAmong.ts";
import { behindEvents, behindParts, gapped } from "./ellipsisGaps.ts";
import type { EllipsisOut, EllipsisRow } from "./ellipsisGrammar.ts";
import { fateDraft } from "./ellipsisFate.ts";
import { behindGrounds } from "./ellipsisGrounds.ts";
import { isNumberOfThing, isToldElse } from "./ellipsisElse.ts";
import { kinDraft } from "./ellipsisKin.ts";
import { type EllipsisContext, Memory, type Plain } from "./ellipsisMemory.ts";
import { mayGoOn, namedDraft } from "./ellipsisNamed.ts";
import { countsOthers, isDoneElse, isOneOfTwo, tellsOfOthers } from "./ellipsisOthers.ts";
import { isGivenFor, speechesOfNumber } from "./ellipsisSpeaker.ts";
import { topicFor } from "./ellipsisTopic.ts";
import { clauseStop, periodIn, quantityAt, rangeOf, spanOf } from "./ellipsisWords.ts";
import { isSurvived } from "./eventDeaths.ts";
import { namesBehindVerb } from "./eventIdentified.ts";
import type { NameMatch } from "./findNames.ts";
import { type Item, itemOf } from "./items.ts";
import { has, isPlaceItem, timeIn } from "./listContext.ts";
import type { PatternMatch } from "./pattern.ts";
import type { ReadQuantity } from "./quantityGrammar.ts";
import type { TokenRange } from "./speech.ts";
import { isOneOf } from "./wordSets.ts";

/** Whether a charge stands in a range of tokens. */
type HoldsCharge = (from: number, to: number) => boolean;

type Found = { readonly row: EllipsisRow; readonly match: PatternMatch; readonly at: number };

/** Drafts for the numbers without a verb of their own, in order. */
export function draftEllipses(
  drafts: readonly Draft[],
  plain: readonly Plain[],
  context: EllipsisContext,
  holdsCharge: HoldsCharge,
): Draft[] {
  const memory = new Memory(drafts);
  const made: Draft[] = [];
  const indefinite = context.classes.of("INDEF");
  const fate = context.classes.of("SAMEFATE");
  const isCounting = ({ quantity, entry }: Item): boolean =>
    quantity !== null || (entry !== null && (indefinite[entry.set] === 1 || fate[entry.set] === 1));
  for (const sentence of plain) {
    const isRead =
      sentence.items.some(isCounting) || mayGoOn(sentence, memory) || opensAmong(sentence, context);
    if (!isRead) continue;
    for (const draft of readSentence(sentence, memory, context, holdsCharge)) made.push(draft);
  }
  return made;
}

function readSentence(
  sentence: Plain,
  memory: Memory,
  context: EllipsisContext,
  holdsCharge: HoldsCharge,
): Draft[] {
  const found: Found[] = [];
  for (const { row, pattern } of context.pack.ellipses.matchable(sentence.string)) {
    for (const match of pattern.find(sentence.string)) {
      const at = (match.parts["q"] ?? match.parts["q2"] ?? match.parts["n"])?.[0] ?? -1;
      if (at >= 0) found.push({ row, match, at });
    }
  }
  found.sort((a, b) => a.at - b.at);
  const made: Draft[] = [];
  const done = new Set<number>();
  const take = (draft: Draft | null, at: number): void => {
    if (draft === null) return;
    done.add(at);
    memory.add(draft);
    made.push(draft);
    for (const next of gapped(draft, sentence, at, memory, context)) {
      done.add(next.at);
      memory.add(next.draft);
      made.push(next.draft);
    }
  };
  for (const one of found)
    if (!done.has(one.at)) take(draftOf(one, sentence, memory, context), one.at);
  for (const next of behindParts(sentence, memory, context)) {
    if (done.has(next.at)) continue;
    done.add(next.at);
    memory.add(next.draft);
    made.push(next.draft);
  }
  const grounds = {
    items: sentence.items,
    drafts: memory.of(sentence.index),
    isTaken: (offset: number) => memory.isTaken(offset),
    holdsCharge,
  };
  for (const next of behindGrounds(grounds, context)) {
    done.add(next.at);
    memory.add(next.draft);
    made.push(next.draft);
  }
  for (const next of behindEvents(sentence, done, memory, context)) take(next.draft, next.at);
  return made;
}

function draftOf(
  { row, match, at }: Found,
  sentence: Plain,
  memory: Memory,
  context: EllipsisContext,
): Draft | null {
  const { items } = sentence;
  const number = items[at] as Item;
  const { tokens } = context;
  if (row.out === "fate") return fateDraft(row, match, at, sentence, memory, context);
  if (row.out === "among") return amongDraft(row, match, at, sentence, memory, context);
  if (row.out === "named") return namedDraft(row, match, at, sentence, memory, context);
  if (memory.isTaken(tokens.start[number.from] ?? -1)) return null;
  if (row.out === "kin") return kinDraft(row, match, at, sentence, memory, context);
  const read = number.quantity;
  const least = read?.measure === "count" ? (read.min ?? read.max ?? 0) : 0;
  const topic = topicFor(row, match, at, least, sentence, memory, context);
  if (topic === null || isOfAnother(row, at, least, topic, sentence, memory, context)) return null;
  if (areSomeDeeds(match, at, items, context)) return null;
  if (!isGivenFor(match, topic, sentence, memory, context)) return null;
  const isPartOf = row.out === "part" || row.out === "part-of";
  // "Five were shot dead. Two of the gunmen fled": those who did it are none of those to whom it was done.
  const isOfTold = isPartOf && isOfThoseTold(items, match, topic, context);
  if (row.out === "part-of" && !isOfTold && HARMED.has(topic.kind)) return null;
  if (row.out === "part-of" && isToldElse(items, at, topic.kind, context)) return null;
  const identified = isOfTold ? identifiedNames(items, at + 1, least, context) : null;
  const isToldNow = memory
    .of(sentence.index)
    .some(
      ({ kind, persons, range: [start, end] }) =>
        kind === topic.kind &&
        persons.length > 0 &&
        number.from < end &&
        (identified === null ? start === number.from : start <= number.from),
    );
  if (isPartOf && isToldNow) return null;
  if (identified === null && saysMore(row, match, at, read, topic, items, context)) return null;
  if (row.out === "bare" && isDoneElse(at, topic, sentence, context)) return null;
  if (row.out === "bare" && !isBareSubject(items, at, sentence, memory, context)) return null;
  const named = identified ?? apposedNames(items, at, context);
  if (named !== null && opensClause(items, named.to, context)) return null;
  // "Ten were hanged. Lawyers protested. One of them, A, …": one of those of the sentence before.
  const isOneOf = row.out === "part" && (named !== null || read?.max === 1);
  if (isOneOf && !context.pack.isVerbFinal && topic.sentence < sentence.index - 1) return null;
  if (
    named !== null &&
    memory
      .of(sentence.index)
      .some((draft) => draft.anchor >= (items[named.to - 1]?.to ?? 0) && draft.quantity?.max === 1)
  )
    return null;
  const bare = rangeOf(match, at, sentence, context);
  const range: TokenRange =
    named === null ? bare : [bare[0], Math.max(bare[1], items[named.to - 1]?.to ?? 0)];
  const isPart =
    row.out === "part" ||
    row.out === "part-of" ||
    ((row.out === "bare" || row.out === "account") && isWithin(topic, read));
  const ahead = context.classes.of("MAYMOD", "WILLMOD");
  const isOpen =
    items.slice(at, at + 6).some((item) => has(item, context.classes.may)) ||
    items.slice(match.from, at).some((item) => has(item, ahead));
  const own = periodIn(items, match, at, range, context);
  const isBeside = isPart && row.out === "bare";
  const whole = !isPart
    ? null
    : isBeside
      ? wholeBeside(topic, sentence, memory, context)
      : wholeOf(topic, least);
  return {
    kind: topic.kind,
    range,
    anchor: number.from,
    sentence: sentence.index,
    quantity: quantityAt(items, at, row, match, context),
    period: own ?? (isPart || row.out === "rate" || row.out === "doubted" ? topic.period : null),
    places: items
      .filter((item) => item.from >= range[0] && item.to <= range[1] && isPlaceItem(item))
      .flatMap((item) => item.name ?? []),
    speeches: speechesOfNumber(match, number.from, sentence, context),
    modality: modalityOf(row.out, isOpen, topic),
    hedge: null,
    persons: (named?.names ?? []).map((name) => ({
      name,
      role: VICTIM_ROLE[topic.kind] ?? "other",
    })),
    stage: null,
    // A part whose whole nobody tells is no figure of its own.
    tier: isPart && whole === null ? "shown" : "counted",
    subsetOf: whole,
    notes: [{ code: "topic-continued", level: "info", span: spanOf(topic, context) }],
    rows: [row.id, ...topic.rows.slice(0, 1)],
  };
}

/** "carried out similar attacks, including |one| in March", "in several bombings, including |two| in the capital": deeds, and nobody of the dead. */
function areSomeDeeds(
  { from, parts }: Found["match"],
  at: number,
  items: readonly Item[],
  { tokens, pack, classes }: EllipsisContext,
): boolean {
  if (parts["i"] === undefined || has(items[at + 1], classes.of("HUMAN"))) return false;
  const before = has(items[from - 1], classes.comma) ? items[from - 2] : items[from - 1];
  return before !== undefined && isOneOf(tokens, before.to - 1, pack.wordsIn("DEEDSN"));
}

/** "31 offices, two of them in Karaj", "40,000 tickets, up from 31,000": a nearer number of other things is meant. */
function isOfAnother(
  row: EllipsisRow,
  at: number,
  least: number,
  topic: Draft,
  sentence: Plain,
  memory: Memory,
  context: EllipsisContext,
): boolean {
  if (row.out === "part-of" || row.out === "rate" || row.out === "doubted") return false;
  if (context.pack.isVerbFinal) {
    if (countsOthers(least, topic, sentence, memory, context)) return true;
    if (row.out === "part" && tellsOfOthers(at, topic, sentence, context)) return true;
    if (row.out === "own" && isOneOfTwo(topic, memory)) return true;
  }
  const from = topic.sentence === sentence.index ? topic.range[1] : 0;
  return sentence.items.slice(0, at).some((item) => {
    const read = item.quantity;
    if (
      item.from < from ||
      read === null ||
      has(item, context.classes.of("AGE")) ||
      timeIn(item, context) !== null
    )
      return false;
    if (memory.isTaken(context.tokens.start[item.from] ?? -1)) return false;
    // "Of the 96, 41 were women": those told of before.
    if (row.out === "part" && read.min !== null && read.min === topic.quantity?.min) return false;
    // "put those awaiting trial at 17, down from |23| a year ago": of what the sentence counts, though that is no claim.
    const isHeldAgainst = row.id.startsWith("own.compare") && topic.sentence !== sentence.index;
    return read.measure !== "count" || isHeldAgainst || (read.max ?? Infinity) >= least;
  });
}

/** "one of them said", "all five confessed", "four have been named": another assertion than what was told of them all. */
function saysMore(
  row: EllipsisRow,
  match: PatternMatch,
  at: number,
  read: ReadQuantity | null,
  topic: Draft,
  items: readonly Item[],
  context: EllipsisContext,
): boolean {
  if (row.id === "own.double" && !isMultiple(topic, read)) return true;
  if (row.id.startsWith("own.figure")) {
    if (has(items[at + 1], context.classes.of("HUMAN"))) return true;
    if (has(items[match.from - 1], context.classes.of("CUE.according"))) return true;
    if (isNumberOfThing(items, match.from, at, context)) return true;
  }
  if (row.out === "own" || row.out === "account" || row.out === "rate" || row.out === "doubted")
    return false;
  const { classes } = context;
  const end = clauseStop(items, at + 1, context);
  const rest = items.slice(
    Math.max(at + 1, (match.parts["h"] ?? match.parts["h2"])?.[1] ?? 0),
    end,
  );
  const told = classes.of("TOLDOF", "NAMED");
  // "the alleged offence" tells nothing more.
  const plain = classes.of("ADJ");
  const isMore = (item: Item): boolean =>
    has(item, told) || (has(item, classes.cue) && !has(item, classes.aux) && !has(item, plain));
  if (rest.some(isMore)) return true;
  if (
    row.out === "bare" &&
    read?.measure === "count" &&
    topic.quantity?.max === read.max &&
    topic.quantity?.min === read.min
  )
    return true;
  if (rest.some((item) => has(item, classes.of("CARRIED"))) && !CARRIED_OUT.has(topic.kind))
    return true;
  // "44 death sentences were issued and 9 were overturned": what was undone is no more of them.
  const undone = context.pack.wordsIn("UNDONEW");
  if (rest.some(({ to }) => isOneOf(context.tokens, to - 1, undone))) return true;
  if (!CONDEMNED.has(topic.kind) && rest.some((item) => has(item, classes.of("DSENT"))))
    return true;
  const isOne = read?.measure === "count" && read.max === 1;
  if (!isOne || match.parts["i"] !== undefined) return false;
  const next = items.slice(match.parts["h"]?.[1] ?? at + 1, at + 8);
  const [first, second] = next.filter(
    (item) =>
      !has(item, classes.of_) &&
      !has(item, classes.relative) &&
      !has(item, classes.including) &&
      !has(item, classes.pronoun) &&
      !has(item, classes.of("PRON")),
  );
  const isDescribed =
    has(first, classes.of("HUMAN", "INDEF", "ADJ")) ||
    (has(first, classes.comma) && second?.name?.type === "person") ||
    (has(first, classes.be) && has(second, classes.of("INDEF", "HUMAN")));
  return !isDescribed;
}

/** Kinds whose people may be told to be under sentence of death. */
const CONDEMNED: ReadonlySet<ClaimKind> = new Set([
  "execution",
  "death-sentence",
  "imminent-execution",
  "stay",
  "clemency",
]);

const CARRIED_OUT: ReadonlySet<ClaimKind> = new Set([
  "execution",
  "corporal-punishment",
  "death-sentence",
]);

/** "one of them, Karim Bostani, was …": something else is told of him. */
function opensClause(items: readonly Item[], from: number, context: EllipsisContext): boolean {
  const { classes } = context;
  let at = from;
  while (has(items[at], classes.comma) || has(items[at], classes.of("AGE"))) at++;
  return has(items[at], classes.aux) || has(items[at], classes.cue);
}

/** "one of them, Karim Bostani, 52": the names that stand beside the number. */
function apposedNames(items: readonly Item[], at: number, context: EllipsisContext): Named | null {
  const { classes } = context;
  let i = at + 1;
  while (i < items.length && i < at + 4 && !has(items[i], classes.comma)) i++;
  if (!has(items[i], classes.comma) || items[i + 1]?.name?.type !== "person") return null;
  return namesFrom(items, i + 1, context);
}

/** "of them", "of the dead", "of the prisoners": not the survivors or mourners, whose names are no names of those told of. */
function isOfThoseTold(
  items: readonly Item[],
  match: PatternMatch,
  topic: Draft,
  { tokens, pack }: EllipsisContext,
): boolean {
  const head = items[(match.parts["h"]?.[1] ?? 0) - 1];
  if (head === undefined) return true;
  const word = tokens.form[head.to - 1] ?? "";
  return pack.wordsIn("PARTTOLDW").has(word) || topic.quantity?.unit?.includes(word) === true;
}

const HARMED: ReadonlySet<ClaimKind> = new Set(["execution", "killing", "injury", "torture"]);

/** "Six of the prisoners have been identified as |A, B and C|": as many names as are counted, or fewer. */
function identifiedNames(
  items: readonly Item[],
  from: number,
  most: number,
  context: EllipsisContext,
): Named | null {
  if (context.pack.isVerbFinal) return null;
  const { aux, of } = context.classes;
  const names = of("INCLUDEV");
  let verb = from;
  const end = Math.min(items.length, from + PART_REACH);
  while (verb < end && !has(items[verb], aux) && !has(items[verb], names)) verb++;
  const at = namesBehindVerb(items, verb, context);
  const { form } = context.tokens;
  // "One of them was A" says more than how many: it may be another who is told of.
  const isAs = context.pack.wordsIn("NAMINGAS").has(form[(items[at - 1]?.to ?? 0) - 1] ?? "");
  const named = at < 0 || !isAs ? null : namesFrom(items, at, context);
  return named === null || named.names.length > most ? null : named;
}

/** Items between a part's number and its verb ("of the executed Kurdish prisoners"). */
const PART_REACH = 7;

type Named = { readonly names: readonly NameMatch[]; readonly to: number };

/** The names of a list from its first on; null where they are the owners of what follows. */
function namesFrom(
  items: readonly Item[],
  first: number,
  { classes }: EllipsisContext,
): Named | null {
  const names: NameMatch[] = [];
  let to = first;
  const between = classes.of("AGE", "COMMA", "CONJ");
  for (let i = first; i < items.length; i++) {
    const name = items[i]?.name;
    if (name?.type === "person") {
      names.push(name);
      to = i + 1;
    } else if (!has(items[i], between)) break;
  }
  return has(items[to], classes.possessive) ? null : { names, to };
}

function modalityOf(out: EllipsisOut, isOpen: boolean, topic: Draft): Modality {
  if (out === "doubted") return "unclear";
  return isOpen && out !== "part" && out !== "part-of" ? "hypothetical" : topic.modality;
}

/** A part of a part belongs to the part where it fits, else to the whole. */
function wholeOf(topic: Draft, least: number): Draft {
  const max = topic.quantity?.max ?? Infinity;
  return topic.subsetOf !== null && max < least ? topic.subsetOf : topic;
}

/** "209 were hanged, double the 101 of last year": what is doubled must come to about as many. */
function isMultiple({ quantity }: Draft, read: ReadQuantity | null): boolean {
  const told = quantity?.min ?? quantity?.max ?? 0;
  const less = read?.min ?? read?.max ?? 0;
  return less > 0 && told >= less * LEAST_MULTIPLE && told <= less * MOST_MULTIPLE;
}

const LEAST_MULTIPLE = 1.5;
const MOST_MULTIPLE = 6;

/** "600 of those hanged were convicted of murder, and 38 were women": a part beside a part, of the whole of both. */
function wholeBeside(
  topic: Draft,
  sentence: Plain,
  memory: Memory,
  context: EllipsisContext,
): Draft | null {
  if (topic.subsetOf !== null) return topic.subsetOf;
  const { tokens, pack, classes } = context;
  const { items } = sentence;
  const start = topic.quantity?.span.start ?? -1;
  const at = items.findIndex(({ from }) => tokens.start[from] === start);
  const isPartitive =
    topic.sentence === sentence.index &&
    (pack.partRows.has(topic.rows[0] ?? "") ||
      (at >= 0 && has(items[at + 1], classes.of("OF", "OFTHEM", "INCL"))));
  if (!isPartitive) return topic;
  // The last figure before that is the whole of both.
  for (let index = sentence.index; index >= Math.max(0, sentence.index - WHOLE_REACH); index--) {
    const whole = memory
      .of(index)
      .findLast(
        (draft) =>
          draft !== topic &&
          draft.anchor < topic.anchor &&
          draft.kind === topic.kind &&
          draft.subsetOf === null &&
          draft.quantity?.measure === "count" &&
          (draft.quantity.min ?? 0) >= (topic.quantity?.min ?? 0),
      );
    if (whole !== undefined) return whole;
  }
  return null;
}

/** Sentences back in which the whole of two parts stands. */
const WHOLE_REACH = 3;

function isWithin(topic: Draft, read: ReadQuantity | null): boolean {
  if (read === null || read.measure !== "count") return true;
  const max = topic.quantity?.max ?? null;
  return max === null || (read.min ?? read.max ?? 0) <= max;
}

/** A number that is the whole subject: opens the sentence or its clause, and no claim has its verb. */
function isBareSubject(
  items: readonly Item[],
  at: number,
  sentence: Plain,
  memory: Memory,
  context: EllipsisContext,
): boolean {
  const { classes } = context;
  let before = at - 1;
  // "Another 13 took place in Tabas": acts go on so; others who "were" somewhere are others.
  const further = classes.of("FURTHER");
  while (before >= 0 && (has(items[before], classes.adverb) || has(items[before], further))) {
    if (has(items[before], further) && !has(items[at + 1], classes.of("OCCUR"))) return false;
    before--;
  }
  const prior = items[before];
  const opens =
    prior === undefined ||
    has(prior, classes.stop) ||
    has(prior, classes.comma) ||
    has(prior, classes.and) ||
    has(prior, classes.dash) ||
    has(prior, classes.but) ||
    has(prior, classes.close);
  if (!opens) return false;
  const end = clauseStop(items, at + 1, context);
  const last = itemOf(items, end - 1)?.to ?? 0;
  const from = (items[at] as Item).from;
  if (isCuedOrModal(items.slice(at + 1, end), context)) return false;
  if (isSurvived({ anchor: from }, context.tokens, context.pack)) return false;
  return !memory
    .of(sentence.index)
    .some(
      (draft) =>
        draft.anchor >= from &&
        draft.anchor < last &&
        draft.tier === "counted" &&
        draft.subsetOf === null,
    );
}

/** "four said", "three may", "two have condemned": another assertion begins. */
function isCuedOrModal(items: readonly Item[], context: EllipsisContext): boolean {
  const { classes } = context;
  return (
    items.some((item) => has(item, classes.cue) && !has(item, classes.aux)) ||
    items.some((item) => has(item, classes.negation))
  );
}
