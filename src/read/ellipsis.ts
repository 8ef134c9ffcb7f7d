/**
 * In: the sentences of a document and the drafts so far. Out: drafts of numbers that have no verb of their own and go on
 * telling of those counted before ("43 of them children", "compared with 77 a year ago").
 * Never: counts money, ages, shares of other things; goes on with a topic of another paragraph but from its last sentence.
 */
import type { ClaimKind, Modality } from "../model/claim.ts";
import { changeDraft, type Draft } from "./draft.ts";
import type { EllipsisOut, EllipsisRow } from "./ellipsisGrammar.ts";
import { behindGrounds } from "./ellipsisGrounds.ts";
import { isSurvived } from "./eventDeaths.ts";
import type { NameMatch } from "./findNames.ts";
import { type Item, itemOf } from "./items.ts";
import { has, isPlaceItem, LISTED, timeIn } from "./listContext.ts";
import { type DraftContext, VICTIM_ROLE } from "./draftContext.ts";
import { speechesOver } from "./makeDrafts.ts";
import type { PatternMatch } from "./pattern.ts";
import { toQuantity, countOf } from "./quantityOf.ts";
import type { ReadQuantity } from "./quantity.ts";
import type { TokenRange } from "./speech.ts";
import { TOKEN } from "./tokens.ts";

type Plain = { readonly index: number; readonly items: readonly Item[]; readonly string: string };
export type EllipsisContext = DraftContext;

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
  const isCounting = ({ quantity, entry }: Item): boolean =>
    quantity !== null || (entry !== null && indefinite[entry.set] === 1);
  for (const sentence of plain) {
    if (!sentence.items.some(isCounting)) continue;
    for (const draft of readSentence(sentence, memory, context, holdsCharge)) made.push(draft);
  }
  return made;
}

/** Drafts by sentence, and the numbers that are taken. */
class Memory {
  private readonly bySentence = new Map<number, Draft[]>();
  private readonly numbers = new Set<number>();
  /** Where numbers stand that one claim has added up. */
  private readonly sums: { readonly start: number; readonly end: number }[] = [];

  constructor(drafts: readonly Draft[]) {
    for (const draft of drafts) this.add(draft);
  }

  add(draft: Draft): void {
    this.bySentence.set(draft.sentence, [...(this.bySentence.get(draft.sentence) ?? []), draft]);
    if (draft.quantity === null) return;
    this.numbers.add(draft.quantity.span.start);
    if (draft.notes.some(({ code }) => code === "quantity-summed"))
      this.sums.push(draft.quantity.span);
  }

  of(sentence: number): readonly Draft[] {
    return this.bySentence.get(sentence) ?? [];
  }

  isTaken(offset: number): boolean {
    return (
      this.numbers.has(offset) ||
      this.sums.some(({ start, end }) => start <= offset && offset < end)
    );
  }
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
      const at = (match.parts["q"] ?? match.parts["q2"])?.[0] ?? -1;
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
  if (memory.isTaken(tokens.start[number.from] ?? -1)) return null;
  if (row.out === "kin") return kinDraft(row, match, at, sentence, memory, context);
  const read = number.quantity;
  const least = read?.measure === "count" ? (read.min ?? read.max ?? 0) : 0;
  const topic = topicFor(row, match, at, least, sentence, memory, context);
  if (
    topic === null ||
    isOfAnother(row, at, least, topic, sentence, memory, context) ||
    saysMore(row, match, at, read, topic, items, context)
  )
    return null;
  if (row.out === "bare" && !isBareSubject(items, at, sentence, memory, context)) return null;
  const named = apposedNames(items, at, context);
  if (named !== null && opensClause(items, named.to, context)) return null;
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
    speeches: speechesOver(number.from, context.speeches),
    modality: modalityOf(row.out, isOpen, topic),
    hedge: null,
    persons: (named?.names ?? []).map((name) => ({
      name,
      role: VICTIM_ROLE[topic.kind] ?? "other",
    })),
    stage: null,
    tier: "counted",
    subsetOf: isPart ? wholeOf(topic, least) : null,
    notes: [{ code: "topic-continued", level: "info", span: spanOf(topic, context) }],
    rows: [row.id, ...topic.rows.slice(0, 1)],
  };
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
    return read.measure !== "count" || (read.max ?? Infinity) >= least;
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
  if (row.id.startsWith("own.figure")) {
    if (has(items[at + 1], context.classes.of("HUMAN"))) return true;
    if (has(items[match.from - 1], context.classes.of("CUE.according"))) return true;
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
  if (rest.some((item) => has(item, told) || (has(item, classes.cue) && !has(item, classes.aux))))
    return true;
  if (
    row.out === "bare" &&
    read?.measure === "count" &&
    topic.quantity?.max === read.max &&
    topic.quantity?.min === read.min
  )
    return true;
  if (rest.some((item) => has(item, classes.of("CARRIED"))) && !CARRIED_OUT.has(topic.kind))
    return true;
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
function apposedNames(
  items: readonly Item[],
  at: number,
  context: EllipsisContext,
): { readonly names: readonly NameMatch[]; readonly to: number } | null {
  const { classes } = context;
  let i = at + 1;
  while (i < items.length && i < at + 4 && !has(items[i], classes.comma)) i++;
  if (!has(items[i], classes.comma) || items[i + 1]?.name?.type !== "person") return null;
  const names: NameMatch[] = [];
  let to = i;
  for (i += 1; i < items.length; i++) {
    const name = items[i]?.name;
    if (name?.type === "person") {
      names.push(name);
      to = i + 1;
    } else if (!has(items[i], classes.comma) && !has(items[i], classes.and)) break;
  }
  return { names, to };
}

function spanOf(topic: Draft, context: EllipsisContext): { start: number; end: number } {
  const { tokens } = context;
  return { start: tokens.start[topic.range[0]] ?? 0, end: tokens.end[topic.range[1] - 1] ?? 0 };
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

function isWithin(topic: Draft, read: ReadQuantity | null): boolean {
  if (read === null || read.measure !== "count") return true;
  const max = topic.quantity?.max ?? null;
  return max === null || (read.min ?? read.max ?? 0) <= max;
}

// --- what is gone on with ---------------------------------------------------------------------------------------

/** How many sentences of its own paragraph a number may look back for its topic. */
const REACH = 3;

function topicFor(
  row: EllipsisRow,
  match: PatternMatch,
  at: number,
  least: number,
  sentence: Plain,
  memory: Memory,
  context: EllipsisContext,
): Draft | null {
  const head = itemOf(sentence.items, (match.parts["h"] ?? match.parts["h2"])?.[0] ?? -1);
  if (row.out === "part-of" && head !== undefined)
    return topicOfHead(head, at, least, sentence, memory, context);
  const needsRoom = row.out === "part" || row.out === "bare";
  const before = (sentence.items[at] as Item).from;
  if (row.out === "rate") {
    const told = preferred(
      memory
        .of(sentence.index)
        .filter(
          (draft) => GATHERED.has(draft.kind) && draft.anchor < before && draft.quantity !== null,
        ),
    );
    if (told !== null) return told;
  }
  return nearest(
    sentence,
    before,
    (draft) => isTopic(draft) && (!needsRoom || hasRoom(draft, least)),
    memory,
    context,
    row.out === "own" || row.out === "account",
  );
}

function isTopic(draft: Draft): boolean {
  return (
    LISTED.has(draft.kind) &&
    !GATHERED.has(draft.kind) &&
    !UNREAL.has(draft.modality) &&
    (draft.quantity === null || draft.quantity.measure !== "amount") &&
    !isSingle(draft)
  );
}

/** Those who gather are seldom those whom a later number counts. */
const GATHERED: ReadonlySet<ClaimKind> = new Set(["protest", "strike"]);

/** One named or single person has no parts, and no figure goes on with them. */
function isSingle(draft: Draft): boolean {
  return draft.quantity?.measure === "count" && draft.quantity.max === 1;
}

const UNREAL: ReadonlySet<Modality> = new Set([
  "negated",
  "hypothetical",
  "called-for",
  "called-to-stop",
  "alleged",
]);

function hasRoom(draft: Draft, least: number): boolean {
  const quantity = draft.quantity;
  if (quantity === null || quantity.measure !== "count")
    return draft.tier === "counted" || quantity === null;
  return quantity.max === null || quantity.max >= least;
}

/** The last fitting draft before a token: in the sentence, in the paragraph, or in the last sentence of a short one before. */
function nearest(
  sentence: Plain,
  before: number,
  fits: (draft: Draft) => boolean,
  memory: Memory,
  context: EllipsisContext,
  isMain = false,
): Draft | null {
  const block = context.readings[sentence.index]?.sentence.block ?? 0;
  const blockBefore = previousBlock(sentence.index, block, context);
  let isClosed = false;
  for (let back = 0; back <= REACH; back++) {
    const index = sentence.index - back;
    const reading = context.readings[index];
    if (
      reading === undefined ||
      (reading.sentence.block !== block && (isClosed || reading.sentence.block !== blockBefore))
    )
      return null;
    const drafts = memory
      .of(index)
      .filter(
        (draft) =>
          isBefore(draft, before, context) &&
          fits(draft) &&
          (back === 0 || !draft.rows[0]?.startsWith("own.compare")),
      );
    const wholes = memory
      .of(index)
      .flatMap((draft) =>
        draft.subsetOf !== null && isBefore(draft, before, context) && fits(draft.subsetOf)
          ? [draft.subsetOf]
          : [],
      );
    const best = (isMain && back > 0 ? mainOf(drafts) : preferred(drafts)) ?? wholes[0] ?? null;
    if (best !== null) return best;
    if (
      drafts.length === 0 &&
      memory
        .of(index)
        .some(
          (draft) =>
            draft.subsetOf === null &&
            draft.quantity !== null &&
            isTopic(draft) &&
            isBefore(draft, before, context),
        )
    )
      isClosed = true;
    if (
      memory
        .of(index)
        .some(
          (draft) =>
            OTHER_TOPICS.has(draft.kind) && draft.anchor < before && draft.quantity !== null,
        )
    )
      return null;
  }
  return null;
}

/** Counts of other things in between take the topic away. */
const OTHER_TOPICS: ReadonlySet<ClaimKind> = new Set([
  "statistic",
  "other-abuse",
  "destruction",
  "protest",
  "strike",
]);

/** Told before a token, or of people who are named before it ("Eleven others, among them three minors, were jailed"). */
function isBefore(draft: Draft, token: number, { tokens }: EllipsisContext): boolean {
  return (
    draft.anchor < token ||
    (draft.quantity !== null &&
      draft.range[0] < token &&
      draft.quantity.span.end <= (tokens.start[token] ?? 0))
  );
}

/** What a sentence tells first of those it counts. */
function mainOf(drafts: readonly Draft[]): Draft | null {
  const ordered = [...drafts].sort((a, b) => a.anchor - b.anchor);
  return (
    ordered.find((draft) => draft.quantity !== null && draft.subsetOf === null) ??
    ordered[0] ??
    null
  );
}

/** The last one told with a number; else the last. */
function preferred(drafts: readonly Draft[]): Draft | null {
  const ordered = [...drafts].sort((a, b) => a.anchor - b.anchor);
  const counted = ordered.filter((draft) => draft.quantity !== null && draft.subsetOf === null);
  return counted.at(-1) ?? ordered.at(-1) ?? null;
}

/** The block before, where this sentence opens its own. */
function previousBlock(index: number, block: number, context: EllipsisContext): number {
  for (let at = index - 1; at >= Math.max(0, index - REACH); at--) {
    const other = context.readings[at]?.sentence.block ?? 0;
    if (other !== block) return other;
  }
  return -1;
}

/** "ten of the victims", "34 of the executions", "206 of the 354": the topic that the head fits. */
function topicOfHead(
  head: Item,
  at: number,
  least: number,
  sentence: Plain,
  memory: Memory,
  context: EllipsisContext,
): Draft | null {
  const before = (sentence.items[at] as Item).from;
  const stated = head.quantity;
  if (stated !== null) return byNumber(stated, sentence.index, before, memory);
  const kinds = kindsOf(head, context);
  const fits = (draft: Draft): boolean =>
    isTopic(draft) && hasRoom(draft, least) && (kinds.size === 0 || kinds.has(draft.kind));
  return (
    nearest(sentence, before, fits, memory, context) ??
    (kinds.size === 0 ? null : farther(sentence.index, fits, memory))
  );
}

/** How many sentences back the number of a whole may stand. */
const FAR = 24;

function byNumber(
  stated: ReadQuantity,
  index: number,
  before: number,
  memory: Memory,
): Draft | null {
  const value = stated.min ?? stated.max;
  const fits = (draft: Draft): boolean =>
    isTopic(draft) &&
    draft.anchor < before &&
    draft.quantity?.measure === "count" &&
    (draft.quantity.min ?? draft.quantity.max) === value;
  for (let back = 0; back <= FAR; back++) {
    const [first] = memory
      .of(index - back)
      .filter(fits)
      .sort((a, b) => a.anchor - b.anchor);
    if (first !== undefined) return first;
  }
  return null;
}

function farther(index: number, fits: (draft: Draft) => boolean, memory: Memory): Draft | null {
  for (let at = index; at >= Math.max(0, index - FAR); at--) {
    const best = preferred(memory.of(at).filter(fits));
    if (best !== null) return best;
  }
  return null;
}

/** Kinds that a word for those counted tells ("the dead", "the detainees", "the executions"). */
function kindsOf(head: Item, context: EllipsisContext): ReadonlySet<ClaimKind> {
  const words = context.tokens.form.slice(head.from, head.to).join(" ");
  const kinds = new Set<ClaimKind>(
    (context.pack.triggersByWords.get(words) ?? []).map(({ row }) => row.kind),
  );
  if (has(head, context.classes.of("DEADN"))) for (const kind of DEATHS) kinds.add(kind);
  return kinds;
}

const DEATHS: readonly ClaimKind[] = ["killing", "execution", "death-in-custody"];

// --- bare numbers -------------------------------------------------------------------------------------------------

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
  while (before >= 0 && has(items[before], classes.adverb)) before--;
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

// --- words and numbers ------------------------------------------------------------------------------------------------

function rangeOf(
  match: PatternMatch,
  at: number,
  sentence: Plain,
  context: EllipsisContext,
): TokenRange {
  const { items } = sentence;
  let start = match.parts["c"] === undefined ? match.from : at;
  while (
    start < at &&
    (has(items[start], context.classes.comma) ||
      has(items[start], context.classes.dash) ||
      has(items[start], context.classes.and) ||
      has(items[start], context.classes.stop))
  )
    start++;
  const end = Math.max(
    match.to > at ? Math.min(match.to, items.length) : at + 1,
    clauseStop(items, at + 1, context),
  );
  const last = trimmedEnd(items, end, at, context);
  return [items[start]?.from ?? 0, itemOf(items, last - 1)?.to ?? 0];
}

function trimmedEnd(
  items: readonly Item[],
  end: number,
  at: number,
  context: EllipsisContext,
): number {
  const { classes } = context;
  let last = end;
  while (
    last > at + 1 &&
    (has(itemOf(items, last - 1), classes.comma) ||
      has(itemOf(items, last - 1), classes.stop) ||
      has(itemOf(items, last - 1), classes.and) ||
      has(itemOf(items, last - 1), classes.dash))
  )
    last--;
  return last;
}

/** Where the words that belong to a number end: at a mark, another number's start, or a new clause. */
function clauseStop(items: readonly Item[], from: number, context: EllipsisContext): number {
  const { classes } = context;
  for (let at = from; at < items.length; at++) {
    const item = items[at] as Item;
    if (has(item, classes.stop) || has(item, classes.quoteClose) || has(item, classes.quoteOpen))
      return at;
    if (has(item, classes.comma) && !isDashed(items, at, context)) return at;
    if (
      has(item, classes.close) &&
      !has(items[from], classes.open) &&
      !opensBefore(items, from, at, context)
    )
      return at;
    if ((has(item, classes.and) || has(item, classes.but)) && startsAnother(items, at + 1, context))
      return at;
    if (has(item, classes.dash) && !(at - from <= 2)) return at;
    if (at > from && has(item, classes.subordinator) && !has(item, classes.preposition)) return at;
  }
  return items.length;
}

/** "– 1,188, to be exact – were": a comma between dashes. */
function isDashed(items: readonly Item[], at: number, context: EllipsisContext): boolean {
  let before = false;
  for (let i = at - 1; i >= Math.max(0, at - 5); i--)
    if (has(items[i], context.classes.dash)) before = true;
  if (!before) return false;
  for (let i = at + 1; i < Math.min(items.length, at + 6); i++)
    if (has(items[i], context.classes.dash)) return true;
  return false;
}

function opensBefore(
  items: readonly Item[],
  from: number,
  at: number,
  context: EllipsisContext,
): boolean {
  for (let i = from; i < at; i++) if (has(items[i], context.classes.open)) return true;
  return false;
}

function startsAnother(items: readonly Item[], at: number, context: EllipsisContext): boolean {
  for (let i = at; i < Math.min(items.length, at + 3); i++) {
    const item = items[i] as Item;
    if (
      item.quantity !== null ||
      has(item, context.classes.aux) ||
      has(item, context.classes.cue) ||
      has(item, context.classes.pronoun)
    )
      return true;
  }
  return false;
}

/** The number of the place; a count in brackets or dashes behind a share says it exactly. */
function quantityAt(
  items: readonly Item[],
  at: number,
  row: EllipsisRow,
  match: PatternMatch,
  context: EllipsisContext,
): Draft["quantity"] {
  const { tokens } = context;
  const number = items[at] as Item;
  const read = number.quantity;
  const head = items[(match.parts["h"]?.[1] ?? 0) - 1];
  if (read === null)
    return countOf(1, number, tokens, head === undefined ? null : words(head, context));
  const exact =
    read.measure === "share" || read.measure === "percent" ? exactBehind(items, at, context) : null;
  const recurring =
    row.out === "rate" ? (items[match.parts["r"]?.[0] ?? -1]?.period?.per ?? null) : null;
  if (row.out === "rate" && recurring === null) return null;
  return toQuantity(exact ?? read, tokens, unitBehind(items, at, context), recurring);
}

function exactBehind(
  items: readonly Item[],
  at: number,
  context: EllipsisContext,
): ReadQuantity | null {
  const { classes } = context;
  for (let i = at + 1; i < Math.min(items.length, at + 4); i++) {
    const open = items[i];
    if (!has(open, classes.open) && !has(open, classes.dash)) continue;
    const read = items[i + 1]?.quantity ?? null;
    return read?.measure === "count" ? read : null;
  }
  return null;
}

function unitBehind(items: readonly Item[], at: number, context: EllipsisContext): string | null {
  const next = items[at + 1];
  return next !== undefined && has(next, context.classes.of("HUMAN")) ? words(next, context) : null;
}

function words(item: Item, context: EllipsisContext): string {
  const { tokens } = context;
  return tokens.text.slice(tokens.start[item.from], tokens.end[item.to - 1]);
}

/** A time inside the words of the claim, or the one that the row names. */
function periodIn(
  items: readonly Item[],
  match: PatternMatch,
  at: number,
  range: TokenRange,
  context: EllipsisContext,
): Draft["period"] {
  const named = match.parts["p"];
  const inside = items.flatMap((item, index) => {
    const isNamed = named !== undefined && index >= named[0] && index < named[1];
    const isInside = item.from >= range[0] && item.to <= range[1] && index !== at;
    return isNamed || isInside ? [item] : [];
  });
  for (const item of inside) {
    const period = timeIn(item, context);
    if (period !== null) return period;
  }
  return null;
}

// --- gaps -----------------------------------------------------------------------------------------------------------

type Gap = { readonly draft: Draft; readonly at: number };

/** "31 to murder, two to political charges", "129 Turks and 80 Afghans": what goes on in the shape of the claim before. */
function gapped(
  first: Draft,
  sentence: Plain,
  from: number,
  memory: Memory,
  context: EllipsisContext,
  isTold = false,
): Gap[] {
  if (!isTold && first.subsetOf === null && first.rows[0] !== "own.account") return [];
  const found: Gap[] = [];
  let at = from + 1;
  for (let draft = first; ; ) {
    const next = nextNumber(sentence, at, draft.range[1], context);
    if (next < 0) return found;
    const item = sentence.items[next] as Item;
    if (memory.isTaken(context.tokens.start[item.from] ?? -1)) return found;
    if (item.quantity === null && isApposed(sentence.items, next)) return found;
    const end = trimmedEnd(
      sentence.items,
      clauseStop(sentence.items, next + 1, context),
      next,
      context,
    );
    if (!isVerbless(sentence.items, next + 1, end, context)) return found;
    const range: TokenRange = [item.from, sentence.items[end - 1]?.to ?? item.to];
    draft = changeDraft(first, {
      range,
      anchor: item.from,
      quantity:
        item.quantity === null
          ? countOf(1, item, context.tokens, null)
          : toQuantity(
              item.quantity,
              context.tokens,
              unitBehind(sentence.items, next, context),
              null,
            ),
      places: sentence.items
        .slice(next, end)
        .filter(isPlaceItem)
        .map((one) => one.name),
      rows: ["part.gapped", ...first.rows.slice(0, 1)],
    });
    found.push({ draft, at: next });
    at = next + 1;
  }
}

/** "…, and Vahid Gorgij, a father of four": who somebody is, no further one. */
function isApposed(items: readonly Item[], at: number): boolean {
  return items[at - 2]?.name?.type === "person" && items[at - 1]?.entry === null;
}

/** "Thirty-four of the executions were for drugs, 31 for murder": a verb told the first part, the others have none. */
function behindParts(sentence: Plain, memory: Memory, context: EllipsisContext): Gap[] {
  const { items } = sentence;
  return memory.of(sentence.index).flatMap((draft) => {
    const start = draft.quantity?.span.start ?? -1;
    const at = items.findIndex(
      (item) => item.quantity !== null && context.tokens.start[item.from] === start,
    );
    const next = items[at + 1];
    const isPartitive =
      at >= 0 &&
      (has(next, context.classes.of_) || has(next, context.classes.including)) &&
      !has(next, context.classes.and);
    if (
      !isPartitive ||
      !LISTED.has(draft.kind) ||
      UNREAL.has(draft.modality) ||
      draft.rows[0]?.startsWith("part") === true
    )
      return [];
    return gapped(
      changeDraft(draft, {
        subsetOf: draft.subsetOf ?? wholeBehind(draft, sentence, at, memory, context),
        persons: [],
        hedge: null,
        notes: [{ code: "topic-continued", level: "info", span: spanOf(draft, context) }],
      }),
      sentence,
      at,
      memory,
      context,
      true,
    );
  });
}

function wholeBehind(
  draft: Draft,
  sentence: Plain,
  at: number,
  memory: Memory,
  context: EllipsisContext,
): Draft | null {
  const before = (sentence.items[at] as Item).from;
  return nearest(
    sentence,
    before,
    (other) => other.kind === draft.kind && other.subsetOf === null && isTopic(other),
    memory,
    context,
  );
}

/** The count that follows right behind the claim before, over a comma, "and" or both; or "a child". */
function nextNumber(sentence: Plain, at: number, behind: number, context: EllipsisContext): number {
  const { items } = sentence;
  const { classes } = context;
  let i = at;
  while (i < items.length && (items[i] as Item).from < behind) i++;
  if (isMarked(items[i], context) === false) i = clauseStop(items, i, context);
  let marks = 0;
  while (
    i < items.length &&
    (has(items[i], classes.comma) ||
      has(items[i], classes.and) ||
      has(items[i], classes.of("SEMI")))
  ) {
    i++;
    marks++;
  }
  const item = items[i];
  if (marks === 0 || item === undefined) return -1;
  if (item.quantity?.measure === "count" && !has(item, classes.of("AGE"))) return i;
  return has(item, classes.of("INDEF")) && has(items[i + 1], classes.of("HUMAN")) ? i : -1;
}

function isMarked(item: Item | undefined, context: EllipsisContext): boolean {
  return (
    item === undefined ||
    has(item, context.classes.comma) ||
    has(item, context.classes.and) ||
    has(item, context.classes.of("SEMI"))
  );
}

/** A gap has words but no verb: "to murder", "Turks", "in Khuzestan", "citizens of Afghanistan". */
function isVerbless(
  items: readonly Item[],
  from: number,
  to: number,
  context: EllipsisContext,
): boolean {
  const { classes } = context;
  if (from >= to) return false;
  const first = items[from];
  const fits =
    has(first, classes.preposition) ||
    has(first, classes.of("HUMAN", "CAP", "ADJ", "NAME", "PLACE", "TO", "T.part", "TIME")) ||
    first?.name != null;
  return (
    fits &&
    !items
      .slice(from, to)
      .some(
        (item) =>
          has(item, classes.aux) ||
          has(item, classes.cue) ||
          has(item, classes.of("CUE.say", "T.pres", "MONEY")),
      )
  );
}

/** "Two were killed in Saqqez, three in Bukan and one in Sanandaj", "31 in Tehran, in Khuzestan 14". */
function behindEvents(
  sentence: Plain,
  done: ReadonlySet<number>,
  memory: Memory,
  context: EllipsisContext,
): Gap[] {
  const { items } = sentence;
  const { classes, tokens } = context;
  const found: Gap[] = [];
  for (let at = 1; at < items.length; at++) {
    const item = items[at] as Item;
    if (
      done.has(at) ||
      item.quantity?.measure !== "count" ||
      has(item, classes.of("AGE")) ||
      memory.isTaken(tokens.start[item.from] ?? -1)
    )
      continue;
    const place = placedAt(items, at, context);
    if (place === null) continue;
    const topic = preferred(
      memory
        .of(sentence.index)
        .filter(
          (draft) =>
            draft.anchor < item.from &&
            isPlaced(draft) &&
            LISTED.has(draft.kind) &&
            !UNREAL.has(draft.modality),
        ),
    );
    const [from, to] = place;
    const time = items.slice(from, to).flatMap((one) => timeIn(one, context) ?? [])[0] ?? null;
    const isTimed = !items.slice(from, to).some(isPlaceItem);
    if (topic === null || (isTimed ? topic.period === null : topic.places.length === 0)) continue;
    const range: TokenRange = [
      items[from]?.from ?? item.from,
      itemOf(items, to - 1)?.to ?? item.to,
    ];
    found.push({
      at,
      draft: changeDraft(topic, {
        range,
        anchor: item.from,
        quantity: toQuantity(item.quantity, tokens, null, null),
        places: items
          .slice(from, to)
          .filter(isPlaceItem)
          .map((one) => one.name),
        period: isTimed ? time : topic.period,
        persons: [],
        hedge: null,
        speeches: speechesOver(item.from, context.speeches),
        rows: ["own.placed", ...topic.rows.slice(0, 1)],
        notes: [{ code: "topic-continued", level: "info", span: spanOf(topic, context) }],
      }),
    });
  }
  return found;
}

function isPlaced(draft: Draft): boolean {
  return draft.quantity !== null && draft.quantity.measure === "count";
}

/** "three in Bukan", "in Khuzestan 14" between marks: the item range, or null. */
function placedAt(
  items: readonly Item[],
  at: number,
  context: EllipsisContext,
): readonly [number, number] | null {
  const { classes } = context;
  const opens = (i: number): boolean =>
    has(items[i], classes.comma) || has(items[i], classes.and) || has(items[i], classes.of("SEMI"));
  const closes = (i: number): boolean =>
    items[i] === undefined || has(items[i], classes.stop) || opens(i);
  // "and three in Derna on Thursday", "… during the protests": circumstances of all of them.
  const goesOn = (i: number): boolean =>
    closes(i) || has(items[i], classes.time) || has(items[i], classes.preposition);
  const human = has(items[at + 1], classes.of("HUMAN")) ? 1 : 0;
  if (
    opens(at - 1) &&
    has(items[at + human + 1], classes.preposition) &&
    isPlaceItem(items[at + human + 2]) &&
    goesOn(at + human + 3)
  )
    return [at, at + human + 3];
  const timed = at + human + 1;
  if (opens(at - 1) && timeIn(items[timed], context) !== null && closes(timed + 1))
    return [at, timed + 1];
  if (
    opens(at - 1) &&
    has(items[timed], classes.adverb) &&
    has(items[timed], classes.preposition) &&
    closes(timed + 1)
  )
    return [at, timed + 1];
  if (!closes(at + 1)) return null;
  if (isPlaceItem(itemOf(items, at - 1)) && opens(at - 2)) return [at - 1, at + 1];
  if (
    isPlaceItem(itemOf(items, at - 1)) &&
    has(itemOf(items, at - 2), classes.preposition) &&
    opens(at - 3)
  )
    return [at - 2, at + 1];
  return null;
}

// --- participles ------------------------------------------------------------------------------------------------------

/** "and 287 wounded", "with 12 injured": the auxiliary stands with the claim before. */
function kinDraft(
  row: EllipsisRow,
  match: PatternMatch,
  at: number,
  sentence: Plain,
  memory: Memory,
  context: EllipsisContext,
): Draft | null {
  const { items } = sentence;
  const { tokens } = context;
  const index = match.parts["t"]?.[0] ?? -1;
  const trigger = items[index] as Item;
  const number = items[at] as Item;
  if (number.quantity?.measure !== "count" || isAttributive(items, index, context)) return null;
  const kind = context.pack.triggersByWords
    .get(tokens.form.slice(trigger.from, trigger.to).join(" "))
    ?.find(({ form }) => form === "part")?.row.kind;
  const drafts = memory.of(sentence.index);
  if (
    kind === undefined ||
    !LISTED.has(kind) ||
    drafts.some((draft) => draft.anchor === trigger.from)
  )
    return null;
  const topic = preferred(
    drafts.filter(
      (draft) =>
        draft.anchor < number.from &&
        HARMED.has(draft.kind) &&
        !UNREAL.has(draft.modality) &&
        draft.quantity !== null,
    ),
  );
  if (topic === null || topic.kind === kind) return null;
  return changeDraft(topic, {
    kind,
    range: [number.from, trigger.to],
    anchor: trigger.from,
    quantity: toQuantity(number.quantity, tokens, unitBehind(items, at, context), null),
    persons: [],
    hedge: null,
    stage: null,
    subsetOf: null,
    speeches: speechesOver(trigger.from, context.speeches),
    notes: [{ code: "topic-continued", level: "info", span: spanOf(topic, context) }],
    rows: [row.id, ...topic.rows.slice(0, 1)],
  });
}

const HARMED: ReadonlySet<ClaimKind> = new Set([
  "killing",
  "injury",
  "arrest",
  "execution",
  "protest",
]);

/** "with 12 arrested students": the participle describes a noun. */
function isAttributive(items: readonly Item[], at: number, context: EllipsisContext): boolean {
  const next = items[at + 1];
  return (
    next !== undefined &&
    context.tokens.kind[next.from] === TOKEN.word &&
    has(next, context.classes.of("HUMAN", "LOWER", "ADJ")) &&
    !has(next, context.classes.preposition)
  );
}
