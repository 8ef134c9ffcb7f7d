/**
 * In: a speech that asks for something. Out: a call for each thing asked for.
 * Never: cuts a demand inside a name, a quotation or a subordinate clause.
 */
import type { Draft } from "./draft.ts";
import type { Item } from "./items.ts";
import type { DraftContext } from "./makeDrafts.ts";
import { draft, trimmed } from "./speechDrafts.ts";
import type { Speech, TokenRange } from "./speech.ts";
import { type CueClasses, cuesOf } from "./speechCues.ts";
import { isWordOf } from "./speechWords.ts";

/** One call for each demand under a cue; the first holds the speaker and the cue. */
export function draftCalls(speech: Speech, context: DraftContext): Draft[] {
  const whole = trimmed(speech.whole, context);
  const items = context.readings[speech.sentence]?.items ?? [];
  const cues = cuesOf(context.classes);
  const first = items.findIndex((item) => item.from >= (speech.cue?.[1] ?? whole[0]));
  if (first < 0) return [];
  const end = items.findIndex((item) => item.from >= whole[1]);
  const cuts = cutsIn(items, first, end < 0 ? items.length : end, cues, context);
  return piecesOf(whole, cuts, items, cues)
    .map((range) => trimmed(range, context))
    .filter(([from, to]) => to - from > 1)
    .map((range) => ({
      ...draft("call", range, speech, context),
      anchor: range[0],
      modality: callModality(range, speech.sentence, context),
    }));
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

/** Whether a demand wants something to stop, or to be done. */
export function callModality(
  range: TokenRange,
  sentence: number,
  context: DraftContext,
): Draft["modality"] {
  const { stopsIt } = cuesOf(context.classes);
  const items = context.readings[sentence]?.items ?? [];
  const stops = items.some(
    (item) => item.from >= range[0] && item.to <= range[1] && stopsIt[item.set] === 1,
  );
  return stops ? "called-to-stop" : "called-for";
}
