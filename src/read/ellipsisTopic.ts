/**
 * In: a number without a verb of its own, and the drafts before it. Out: the draft it goes on with.
 * Never: goes back beyond its paragraph, but to a whole that is named by its kind or number.
 */
import type { ClaimKind, Modality } from "../model/claim.ts";
import { changeDraft, type Draft } from "./draft.ts";
import type { EllipsisRow } from "./ellipsisGrammar.ts";
import type { EllipsisContext, Memory, Plain } from "./ellipsisMemory.ts";
import { type Item, itemOf } from "./items.ts";
import { LISTED, has } from "./listContext.ts";
import type { PatternMatch } from "./pattern.ts";
import type { ReadQuantity } from "./quantityGrammar.ts";

/** How many sentences of its own paragraph a number may look back for its topic. */
const REACH = 3;

/** The draft that a number without a verb goes on with, or null. */
export function topicFor(
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
  const found = nearest(
    sentence,
    before,
    (draft) => isTopic(draft) && (!needsRoom || hasRoom(draft, least)),
    memory,
    context,
    row.out === "own" || row.out === "account",
  );
  return row.out === "own" ? ownTopic(found, sentence.index, before, memory) : found;
}

/** "No executions took place in May, compared with 6 in April": of what the sentence itself tells or denies, and of nothing told before. */
function ownTopic(
  found: Draft | null,
  index: number,
  before: number,
  memory: Memory,
): Draft | null {
  if (found?.sentence === index) return found;
  const told = memory
    .of(index)
    .findLast(({ kind, anchor }) => LISTED.has(kind) && !GATHERED.has(kind) && anchor < before);
  if (told === undefined || told.kind === found?.kind) return found;
  return told.modality === "negated" && told.persons.length === 0
    ? changeDraft(told, { modality: "happened" })
    : null;
}

/** A draft that numbers may go on with: of people, told as real, of more than one. */
export function isTopic(draft: Draft): boolean {
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

/** Modalities of what did not happen as told: nothing goes on with it. */
export const UNREAL: ReadonlySet<Modality> = new Set([
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
export function nearest(
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
          (back === 0 || !isCompared(draft, index, memory, context)),
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

/** "413 were hanged, compared with the spring before, when |246| were": what figures are held against, of whom nothing more is told. */
function isCompared(
  draft: Draft,
  index: number,
  memory: Memory,
  { readings, classes }: EllipsisContext,
): boolean {
  if (draft.rows[0]?.startsWith("own.compare") === true) return true;
  const { compare } = classes;
  const items = readings[index]?.items ?? [];
  const at = items.findLastIndex(({ from, set }) => from < draft.anchor && compare[set] === 1);
  const own = items[at];
  if (own === undefined) return false;
  if (
    items.some(({ from, set }) => from > own.from && from < draft.anchor && classes.stop[set] === 1)
  )
    return false;
  return memory
    .of(index)
    .some(
      ({ kind, quantity, anchor }) => kind === draft.kind && quantity !== null && anchor < own.from,
    );
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
export function preferred(drafts: readonly Draft[]): Draft | null {
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
  const word = context.tokens.form[head.to - 1] ?? "";
  const isDoer = DOERS.some((name) => context.pack.wordsIn(name).has(word));
  const fits = (draft: Draft): boolean =>
    isTopic(draft) &&
    hasRoom(draft, least) &&
    (kinds.size === 0 || kinds.has(draft.kind)) &&
    (!isDoer || holdsWord(draft, word, context));
  return (
    nearest(sentence, before, fits, memory, context) ??
    (kinds.size === 0 ? null : farther(sentence.index, fits, memory))
  );
}

/** "two of the guards": of those told of only where they are called so. */
function holdsWord(
  { range: [from, to] }: Draft,
  word: string,
  { tokens }: EllipsisContext,
): boolean {
  return tokens.form.slice(from, to).includes(word);
}

/** Words for those who do it rather than suffer it. */
const DOERS = ["RAIDER", "UNIFORMED"] as const;

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
