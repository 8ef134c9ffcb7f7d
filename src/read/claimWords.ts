/**
 * In: what happened, with the words it was told by. Out: the same with all words of its clause: who did it, when, under which circumstances.
 * Never: changes what is told; reaches over a full stop, into a quotation or into what another says.
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import { skipLeft } from "./clauseOpenings.ts";
import { changeDraft, type Draft } from "./draft.ts";
import type { DraftContext } from "./draftContext.ts";
import { tailEnd } from "./claimTails.ts";
import { TAKES_PART } from "./event.ts";
import { type Item, itemOf } from "./items.ts";
import type { SentenceReading, TokenRange } from "./speech.ts";
import { isOneOf } from "./wordSets.ts";

/** What happened, each with the words of its clause. */
export function widenWords(drafts: readonly Draft[], context: DraftContext): readonly Draft[] {
  if (context.pack.isVerbFinal) return drafts;
  const known = new Map<Draft, Draft>();
  const anchors = new Set(drafts.map(({ anchor }) => anchor));
  const told = new Set(drafts.map(({ kind, range }) => `${kind} ${range.join(" ")}`));
  const widened = drafts.map((draft) => {
    const reading = context.readings[draft.sentence];
    const wide = reading === undefined ? draft.range : wordsOf(draft, reading, anchors, context);
    // Another claim of the kind may have these very words.
    const range = told.has(`${draft.kind} ${wide.join(" ")}`) ? draft.range : wide;
    const made = range === draft.range ? draft : changeDraft(draft, { range });
    known.set(draft, made);
    return made;
  });
  return widened.map((draft) => {
    const whole = draft.subsetOf === null ? undefined : known.get(draft.subsetOf);
    return whole === undefined || whole === draft.subsetOf
      ? draft
      : changeDraft(draft, { subsetOf: whole });
  });
}

function wordsOf(
  draft: Draft,
  { items }: SentenceReading,
  anchors: ReadonlySet<number>,
  context: DraftContext,
): TokenRange {
  const [from, to] = draft.range;
  const first = items.findIndex((item) => item.from >= from);
  const end = items.findIndex((item) => item.from >= to);
  const last = items[end < 0 ? items.length - 1 : end - 1];
  if (first < 0 || items[first]?.from !== from || last?.to !== to) return draft.range;
  const start = leftOf(items, first, draft, anchors, context);
  const stop = rightOf(items, first, end < 0 ? items.length : end, draft, anchors, context);
  const behind = items[stop - 1]?.to ?? to;
  // "was tortured and", which one entry of the lexicon holds.
  const isOpen = isOneOf(context.tokens, behind - 1, context.pack.wordsIn("ANDW"));
  const range: TokenRange = [items[start]?.from ?? from, isOpen ? behind - 1 : behind];
  return range[0] === from && range[1] === to ? draft.range : range;
}

/** Item with which the clause begins. */
function leftOf(
  items: readonly Item[],
  first: number,
  draft: Draft,
  anchors: ReadonlySet<number>,
  context: DraftContext,
): number {
  if (draft.subsetOf !== null) return first;
  // "…, killing six people": what it led to has words of its own.
  if (context.classes.gerund[items[first]?.set ?? 0] === 1) return first;
  const listed = listBefore(items, first, anchors, context.classes);
  const joined = joinedBefore(items, listed, anchors, context);
  return leadBefore(items, subjectBefore(items, joined, context), context.classes);
}

/** "Gunmen stormed a village and shot 14 farmers dead": the verb before, where it tells no claim of its own, belongs to the second's words. */
function joinedBefore(
  items: readonly Item[],
  first: number,
  anchors: ReadonlySet<number>,
  { classes, pack, tokens }: DraftContext,
): number {
  const opening = items[first] as Item;
  const being = pack.wordsIn("BE");
  // "rallies were held": one entry with a subject of its own.
  for (let token = opening.from + 1; token < opening.to; token++)
    if (isOneOf(tokens, token, being)) return first;
  const isVerb = [classes.verb, classes.verbal, classes.aux].some((of) => of[opening.set] === 1);
  const joint = skipLeft(items, first - 1, classes.adverb);
  if (!isVerb || classes.nominal[opening.set] === 1) return first;
  if (classes.conjunction[items[joint]?.set ?? 0] !== 1) return first;
  for (let at = joint - 1; at >= Math.max(0, joint - JOINED); at--) {
    const { from, to, set } = items[at] as Item;
    for (let token = from; token < to; token++) if (anchors.has(token)) return first;
    if (classes.cue[set] === 1 || classes.quoteClose[set] === 1 || classes.quoteOpen[set] === 1)
      return first;
    if (classes.relative[set] === 1 || classes.where[set] === 1 || classes.stop[set] === 1)
      return first;
    if (classes.subordinator[set] === 1 && classes.preposition[set] !== 1) return first;
    if (at === 0 || classes.stop[items[at - 1]?.set ?? 0] === 1) return joint - at > 1 ? at : first;
  }
  return first;
}

/** "Bakers in Tabas, Tuska and Dehbid went on strike": a list that opens the sentence, of which only the last was the subject's. */
function listBefore(
  items: readonly Item[],
  first: number,
  anchors: ReadonlySet<number>,
  classes: ClauseClasses,
): number {
  const opening = items[first] as Item;
  if (opening.group === null && opening.name === null && classes.place[opening.set] !== 1)
    return first;
  if (classes.and[items[first - 1]?.set ?? 0] !== 1 || first > JOINED) return first;
  for (let at = first - 1; at >= 0; at--) {
    const { from, to, set, group, name, period } = items[at] as Item;
    const { place, comma, and, preposition, determiner, adjective } = classes;
    const isNoun = group !== null || name !== null || place[set] === 1;
    const isLink = [comma, and, preposition, determiner, adjective].some((of) => of[set] === 1);
    if (period !== null || isBreak(set, classes) || (!isNoun && !isLink)) return first;
    for (let token = from; token < to; token++) if (anchors.has(token)) return first;
  }
  return classes.preposition[items[0]?.set ?? 0] === 1 ? first : 0;
}

/** Items up to which the subject stands before the joining word. */
const JOINED = 18;

/** Items that can open a sentence before its subject. */
const LEAD = 12;

/** "In the first ten months of the year, 420 people were …": an adjunct of time that opens the sentence, without a verb. */
function leadBefore(items: readonly Item[], first: number, classes: ClauseClasses): number {
  const comma = itemOf(items, first - 1);
  if (comma === undefined || classes.comma[comma.set] !== 1 || first > LEAD) return first;
  const opening = items[0] as Item;
  if (classes.preposition[opening.set] !== 1 && classes.time[opening.set] !== 1) return first;
  let isTimed = false;
  for (let at = 0; at < first - 1; at++) {
    const { set, period } = items[at] as Item;
    if (isBreak(set, classes) || classes.comma[set] === 1 || classes.accordingCue[set] === 1)
      return first;
    if (period !== null || classes.time[set] === 1) isTimed = true;
  }
  return isTimed ? 0 : first;
}

/** "A car bomb outside the ministry left three dead", "The centre recorded 853 executions": who did or counted it. */
function subjectBefore(
  items: readonly Item[],
  first: number,
  { classes, pack, tokens }: DraftContext,
): number {
  const opening = items[first] as Item;
  const before = itemOf(items, first - 1);
  const isCounted = classes.group[opening.set] === 1 || classes.quantity[opening.set] === 1;
  const recording = pack.wordsIn("RECORDING");
  const isRecord =
    isCounted &&
    before !== undefined &&
    recording.has(tokens.form.slice(before.from, before.to).join(" "));
  const { verb: act, verbal, aux, imprisoned } = classes;
  const isVerb = [act, verbal, aux, imprisoned].some((of) => of[opening.set] === 1);
  if (!isRecord && !isVerb) return first;
  const verb = skipLeft(items, isRecord ? first - 2 : first - 1, classes.aux);
  let start = skipLeft(items, verb, classes.adverb) + 1;
  if (classes.conjunction[itemOf(items, start - 1)?.set ?? 0] === 1) return first;
  let isSubject = false;
  const hasAux = classes.aux[opening.set] === 1 || start < (isRecord ? first - 1 : first);
  for (; start > 0; start--) {
    const { set, group, name } = items[start - 1] as Item;
    // "The graves of men hanged in May have been dug up": a participle within the subject.
    const isWithin = hasAux && isObjectless(items, start, classes);
    if (classes.verbal[set] === 1 && isWithin) continue;
    if (isBreak(set, classes) || classes.comma[set] === 1 || classes.that[set] === 1) break;
    if (classes.subordinator[set] === 1 && classes.preposition[set] !== 1) break;
    if (group !== null || name !== null || classes.adjective[set] === 1) isSubject = true;
  }
  const isOpening =
    start === 0 ||
    classes.stop[items[start - 1]?.set ?? 0] === 1 ||
    leadBefore(items, start, classes) === 0;
  return isSubject && isOpening ? start : first;
}

/** A preposition or a time stands behind a participle: it is said of the noun before it. */
function isObjectless(items: readonly Item[], behind: number, classes: ClauseClasses): boolean {
  const { set = 0 } = items[behind] ?? {};
  return classes.preposition[set] === 1 || classes.time[set] === 1;
}

/** Marks and words that part one clause from another. */
function isBreak(set: number, classes: ClauseClasses): boolean {
  const { stop, dash, open, close, quoteOpen, quoteClose, relative, aux, cue, verbal } = classes;
  return [stop, dash, open, close, quoteOpen, quoteClose, relative, aux, cue, verbal].some(
    (members) => members[set] === 1,
  );
}

/** Item behind the last of the clause. */
function rightOf(
  items: readonly Item[],
  first: number,
  end: number,
  draft: Draft,
  anchors: ReadonlySet<number>,
  context: DraftContext,
): number {
  const { classes, pack, tokens } = context;
  const tail = tailEnd(items, end, context);
  const opening = itemOf(items, tail);
  if (opening === undefined || TAKES_PART.has(draft.kind)) return tail;
  if (!isOneOf(tokens, opening.from, pack.wordsIn("CIRCUMSTANCE"))) return tail;
  // "40 people were killed and 80 wounded when …": the circumstances of both.
  if (classes.conjunction[itemOf(items, first - 1)?.set ?? 0] === 1) return tail;
  const last = circumstanceEnd(items, tail, classes);
  // "in a trial where he was beaten": what is told of it is a claim of its own.
  const from = classes.where[opening.set] === 1 ? opening.from : Infinity;
  for (let token = from; token < (items[last - 1]?.to ?? 0); token++)
    if (anchors.has(token)) return tail;
  return last;
}

/** Items up to which circumstances are told. */
const CIRCUMSTANCES = 26;

/** "… killed when police opened fire on a crowd": the circumstances, up to the end of their clause. */
function circumstanceEnd(items: readonly Item[], end: number, classes: ClauseClasses): number {
  for (let at = end + 1; at < Math.min(items.length, end + CIRCUMSTANCES); at++) {
    const { set } = items[at] as Item;
    const { stop, comma, dash, quoteOpen, quoteClose, cue, aux } = classes;
    if ([stop, comma, dash].some((of) => of[set] === 1)) return at;
    // "where lawyers are denied": nobody denies it.
    const before = items[skipLeft(items, at - 1, classes.adverb)];
    const isSaid = cue[set] === 1 && aux[before?.set ?? 0] !== 1;
    if (isSaid || quoteOpen[set] === 1 || quoteClose[set] === 1) return end;
  }
  return items.length <= end + CIRCUMSTANCES ? items.length : end;
}
