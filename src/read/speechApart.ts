/**
 * In: the speeches of a sentence. Out: the same, where what one says ends before "but", "while" or "whereas" and another who speaks for himself:
 * "Amnesty counted 40, while the UN put the figure at 50".
 * Never: parts what one quotes from another ("said that the UN put it at 50"), or a quotation.
 */
import { changeSpeech } from "./changeSpeech.ts";
import { endOfDenied } from "./deniedObject.ts";
import type { Item } from "./items.ts";
import type { Speech, SpeechContext, TokenRange } from "./speech.ts";
import { isOneOf } from "./wordSets.ts";

/** Ends each saying where another voice is set against it. */
export function partVoices(
  found: readonly Speech[],
  items: readonly Item[],
  context: SpeechContext,
): readonly Speech[] {
  if (context.pack.isVerbFinal) return found;
  const against = setAgainst(items, context);
  return found.map((outer) => {
    // "claims nobody was killed, when 500 were, |according to B|": B says the latter alone.
    if (outer.quotes.length === 0 && (outer.cue?.[0] ?? -1) > against)
      return changeSpeech(outer, {
        contents: outer.contents.flatMap(([from, to]): TokenRange[] =>
          to <= against ? [] : [[Math.max(from, against), to]],
        ),
        whole: [Math.max(outer.whole[0], against), outer.whole[1]],
      });
    const joint = Math.min(
      outer.quotes.length === 0 ? against : Infinity,
      afterDenial(outer, items, context),
      ...found.map((inner) => jointOf(outer, inner, context)),
    );
    if (joint === Infinity) return outer;
    return changeSpeech(outer, {
      contents: outer.contents.flatMap((range) => cutAt(range, joint)),
      whole: [outer.whole[0], Math.min(outer.whole[1], joint)],
    });
  });
}

/** The token of ", |when| more than 500 were": a number set against what is told before it; or Infinity. */
function setAgainst(items: readonly Item[], { classes, pack, tokens }: SpeechContext): number {
  const joins = pack.wordsIn("NUMBERAGAINSTW");
  const found = items.find(({ from }, index) => {
    if (index === 0 || !isOneOf(tokens, from, joins)) return false;
    let at = index + 1;
    while (classes.adverb[items[at]?.set ?? 0] === 1) at++;
    const number = items[at]?.quantity ?? items[at]?.group?.quantity ?? null;
    if (number === null || classes.of("BE")[items[at + 1]?.set ?? 0] !== 1) return false;
    const next = items[at + 2];
    return next === undefined || classes.of("COMMA", "SEMI", "DOT")[next.set] === 1;
  });
  return found?.from ?? Infinity;
}

/**
 * "denied that prices rose, |and on Monday| A was hanged", "denied claims of torture, |but| A was hanged": what is told besides; or
 * Infinity. Not "denied that A was hanged, and in May that B was".
 */
function afterDenial(
  { isDenial, contents, quotes, cue }: Speech,
  items: readonly Item[],
  { classes }: SpeechContext,
): number {
  if (!isDenial || quotes.length > 0) return Infinity;
  const is = (at: number, members: Uint8Array): boolean => members[items[at]?.set ?? 0] === 1;
  const at = items.findIndex(({ from }, index) => {
    if (!is(index, classes.comma)) return false;
    if (!contents.some(([start, end]) => start < from && from < end)) return false;
    if (is(index + 1, classes.but)) return true;
    const time = is(index + 2, classes.preposition) ? index + 3 : index + 2;
    const isTimed = is(index + 1, classes.and) && items[time]?.period != null;
    return isTimed && !is(time + 1, classes.that) && !is(time + 1, classes.relative);
  });
  const behind = items.findIndex(({ from }) => cue !== null && from >= cue[1]);
  const end = behind < 1 ? Infinity : endOfDenied(items, behind, classes);
  return Math.min(items[at]?.from ?? Infinity, end);
}

/** The token of "but" before another's own saying inside of this one, or Infinity. */
function jointOf(outer: Speech, inner: Speech, { tokens, pack }: SpeechContext): number {
  const from = inner.whole[0];
  const isInside = outer.contents.some(([start, end]) => start < from && from < end);
  if (inner === outer || !isInside || outer.quotes.length > 0) return Infinity;
  if (inner.speaker.name === null || inner.speaker.name.name === outer.speaker.name?.name)
    return Infinity;
  const joins = pack.wordsIn("SETAGAINSTW");
  for (let at = from - 1; at >= from - 2; at--) if (isOneOf(tokens, at, joins)) return at;
  return Infinity;
}

function cutAt([from, to]: TokenRange, joint: number): TokenRange[] {
  if (to <= joint) return [[from, to]];
  return from < joint ? [[from, joint]] : [];
}
