/**
 * In: a speech that asks for something. Out: a call for each thing asked for.
 * Never: cuts a demand inside a name, a quotation or a subordinate clause.
 */
import { changeDraft, type Draft } from "./draft.ts";
import { type Item, itemOf } from "./items.ts";
import type { DraftContext } from "./draftContext.ts";
import { draft, trimmed } from "./speechDrafts.ts";
import { listedDemands } from "./speechListed.ts";
import type { Speech, TokenRange } from "./speech.ts";
import { type CueClasses, cuesOf } from "./speechCues.ts";
import { hasEnding, isWordOf } from "./speechWords.ts";

/** One call for each demand under a cue; the first holds the speaker and the cue. */
export function draftCalls(speech: Speech, context: DraftContext): Draft[] {
  const whole = trimmed([ownStart(speech, context), speech.whole[1]], context);
  const items = context.readings[speech.sentence]?.items ?? [];
  const cues = cuesOf(context.classes);
  const first = items.findIndex((item) => item.from >= (speech.cue?.[1] ?? whole[0]));
  if (first < 0) return [];
  if (leadsList(speech, context)) return [];
  const end = items.findIndex((item) => item.from >= whole[1]);
  const cuts = cutsIn(items, first, end < 0 ? items.length : end, cues, context);
  return piecesOf(whole, cuts, items, cues)
    .map((range) => trimmed(range, context))
    .filter(([from, to]) => to - from > 1)
    .map((range) =>
      changeDraft(draft("call", range, speech, context), {
        anchor: range[0],
        modality: callModality(range, speech.sentence, context),
      }),
    );
}

/** "Residents blocked the road, demanding …", "marched to demand …": what is asked has words of its own behind the verb of another clause. */
function ownStart(
  { cue, speaker, whole, sentence, isInQuote }: Speech,
  context: DraftContext,
): number {
  const { readings, pack, tokens, classes } = context;
  if (pack.isVerbFinal || isInQuote || cue === null || cue[0] <= speaker.range[1]) return whole[0];
  const items = readings[sentence]?.items ?? [];
  const at = items.findIndex((item) => item.from <= cue[0] && cue[0] < item.to);
  const before = itemOf(items, at - 1);
  if (before === undefined) return whole[0];
  const isPurpose = classes.to[before.set] === 1 && before.to - before.from === 1;
  if (!isPurpose && !hasEnding(tokens.form[cue[0]] ?? "", "ING", pack)) return whole[0];
  const { evidence, comma, adverb } = cuesOf(classes);
  const words = items.filter(
    ({ from, to, set }) =>
      from >= speaker.range[1] && to <= before.from && comma[set] !== 1 && adverb[set] !== 1,
  );
  if (words.length === 0 || words.some(({ set }) => evidence[set] === 1)) return whole[0];
  if (!isPurpose && classes.aux[before.set] === 1) return whole[0];
  return isPurpose ? before.from : cue[0];
}

/** "The experts call upon the authorities to:": what is asked for is listed below. */
function leadsList(speech: Speech, context: DraftContext): boolean {
  const last = context.readings[speech.sentence]?.items.at(-1);
  if (last === undefined || cuesOf(context.classes).colon[last.set] !== 1) return false;
  const listed = listedDemands(context);
  return [1, 2].some((step) => listed.get(speech.sentence + step)?.lead.index === speech.sentence);
}

/** Items at which a further demand begins. */
function cutsIn(
  items: readonly Item[],
  from: number,
  to: number,
  cues: CueClasses,
  context: DraftContext,
): number[] {
  const has = (at: number, members: Uint8Array): boolean =>
    members[items[at]?.set ?? 0] === 1 && items[at] !== undefined;
  const marker = markerOf(items, from, to, cues, context);
  const cuts: number[] = [];
  let isQuoted = false;
  for (let i = marker + 1; i < to; i++) {
    if (has(i, cues.quoteOpen)) isQuoted = true;
    if (has(i, cues.quoteClose)) isQuoted = false;
    if (isQuoted || !(has(i, cues.comma) || has(i, cues.semicolon) || has(i, cues.conjunction)))
      continue;
    let next = i + 1;
    while (
      next < to &&
      (has(next, cues.conjunction) || has(next, cues.adverb) || has(next, cues.negation))
    )
      next++;
    if (beginsDemand(next)) {
      cuts.push(has(i + 1, cues.conjunction) ? i + 2 : i + 1);
      i = next;
    }
  }
  return cuts;

  function beginsDemand(at: number): boolean {
    const mark = items[marker]?.to ?? 0;
    const first = items[at]?.from ?? 0;
    for (const members of [cues.forWord, cues.thatWord])
      if (isWordOf(mark - 1, members, context)) return isWordOf(first, members, context);
    if (isWordOf(mark - 1, cues.to, context))
      return isWordOf(first, cues.to, context) || (has(at, cues.baseVerb) && opensObject(at));
    return (
      has(marker, cues.colon) ||
      has(marker, cues.semicolon) ||
      isWordOf(first, cues.forWord, context)
    );
  }

  function opensObject(at: number): boolean {
    const isNamed =
      has(at + 1, cues.determiner) ||
      has(at + 1, cues.group) ||
      has(at + 1, cues.name) ||
      has(at + 1, cues.place) ||
      has(at + 1, cues.plain);
    return isNamed && !has(at - 1, cues.determiner);
  }
}

/** The word that opens the first demand: "to", "for", "that", a colon. */
function markerOf(
  items: readonly Item[],
  from: number,
  to: number,
  cues: CueClasses,
  context: DraftContext,
): number {
  for (let i = from; i < to; i++) if (cues.colon[items[i]?.set ?? 0] === 1) return i;
  for (let i = Math.max(0, from - 1); i < Math.min(to, from + 14); i++) {
    const last = (items[i]?.to ?? 1) - 1;
    if (isWordOf(last, cues.forWord, context) && i <= from + 1) return i;
    if (i < from) continue;
    if (isWordOf(last, cues.to, context) || isWordOf(last, cues.thatWord, context)) return i;
  }
  return from;
}

function piecesOf(
  whole: TokenRange,
  cuts: readonly number[],
  items: readonly Item[],
  cues: CueClasses,
): TokenRange[] {
  const starts = cuts
    .map((cut) => items[cut]?.from ?? whole[1])
    .filter((start) => start > whole[0] && start < whole[1]);
  return [whole[0], ...starts]
    .map((start, index) => [start, starts[index] ?? whole[1]])
    .map(([from, to]) => [from ?? 0, endOf(to ?? 0, items, cues)] as const);
}

function isJoint(set: number, cues: CueClasses): boolean {
  return cues.conjunction[set] === 1 || cues.comma[set] === 1 || cues.semicolon[set] === 1;
}

/** Leaves the joining mark and word before the next demand out. */
function endOf(to: number, items: readonly Item[], cues: CueClasses): number {
  let at = items.findIndex((item) => item.to >= to);
  while (at > 0 && isJoint(items[at]?.set ?? 0, cues)) at--;
  return items[at]?.to ?? to;
}

/** Whether a demand wants something to stop, or to be done: what counts is what is asked first, not what it is about. */
export function callModality(
  range: TokenRange,
  sentence: number,
  context: DraftContext,
): Draft["modality"] {
  const cues = cuesOf(context.classes);
  const items = (context.readings[sentence]?.items ?? []).filter(
    (item) => item.from >= range[0] && item.to <= range[1],
  );
  const opening = openingOf(items, cues, context);
  if (cues.negation[items[opening.at - 2]?.set ?? 0] === 1 && opening.at > 1)
    return "called-to-stop";
  if (isForbidden(items[opening.at - 1], context)) return "called-to-stop";
  // Where verbs stand last, the one that halts stands behind what it halts.
  if (context.pack.isVerbFinal)
    return items.some(({ set }, at) => at >= opening.at && cues.halts[set] === 1)
      ? "called-to-stop"
      : "called-for";
  for (let at = opening.at; at < Math.min(items.length, opening.at + opening.reach); at++) {
    const { set } = items[at] as Item;
    if (cues.halts[set] === 1) return "called-to-stop";
    if (!opening.isClause && !leadsIn(set, cues, context)) break;
  }
  return "called-for";
}

/** "Must not", in one word or several: what is asked for is that it be left. */
function isForbidden(item: Item | undefined, { tokens, pack }: DraftContext): boolean {
  if (item === undefined) return false;
  return pack.wordsIn("MUSTNOTW").has(tokens.form.slice(item.from, item.to).join(" "));
}

/** Words that stand before what is asked ("an immediate halt", "be urgently stopped"). */
function leadsIn(set: number, cues: CueClasses, { classes }: DraftContext): boolean {
  return (
    cues.adverb[set] === 1 ||
    cues.determiner[set] === 1 ||
    cues.be[set] === 1 ||
    cues.quoteOpen[set] === 1 ||
    cues.to[set] === 1 ||
    classes.adjective[set] === 1
  );
}

type Opening = { readonly at: number; readonly reach: number; readonly isClause: boolean };

/** Where what is asked begins: behind "must", behind the "to", "for" or "that" of the cue, or with the first word. */
function openingOf(items: readonly Item[], cues: CueClasses, context: DraftContext): Opening {
  const isCue = ({ set }: Item): boolean =>
    cues.must[set] === 1 || cues.call[set] === 1 || cues.ask[set] === 1 || cues.want[set] === 1;
  const cue = items.findIndex(isCue);
  const item = items[cue];
  if (item === undefined) return { at: 0, reach: LEAD_REACH, isClause: false };
  const isPhrase = cues.must[item.set] === 1 || isWordOf(item.to - 1, cues.forWord, context);
  if (isPhrase) return { at: cue + 1, reach: LEAD_REACH, isClause: false };
  for (let at = cue + 1; at < Math.min(items.length, cue + MARKER_REACH); at++) {
    const last = (items[at]?.to ?? 1) - 1;
    if (!context.pack.isVerbFinal && cues.halts[items[at]?.set ?? 0] === 1)
      return { at, reach: LEAD_REACH, isClause: false };
    const opens = cues.colon[items[at]?.set ?? 0] === 1 || isWordOf(last, cues.to, context);
    if (opens || isWordOf(last, cues.forWord, context))
      return { at: at + 1, reach: LEAD_REACH, isClause: false };
    if (isWordOf(items[at]?.from ?? 0, cues.thatWord, context))
      return { at: at + 1, reach: CLAUSE_REACH, isClause: true };
  }
  return { at: cue + 1, reach: LEAD_REACH, isClause: false };
}

const LEAD_REACH = 7;
const MARKER_REACH = 14;
const CLAUSE_REACH = 10;
