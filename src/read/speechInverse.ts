/**
 * In: a cue behind its words ("…, said the lawyer"), or between them. Out: the speech with the words it covers.
 * Never: takes a clause of its own into what is said.
 */
import { changeSpeech } from "./changeSpeech.ts";
import { chunkEnd, type NounPhrase } from "./nounPhrase.ts";
import type { Speaker, Speech, SpeechContext, SpeechKind, TokenRange } from "./speech.ts";
import {
  afterAddressee,
  boundsAt,
  closesContent,
  contentEnd,
  contentStart,
  holdsVerb,
  isBehindQuote,
  isTail,
  quotesIn,
  widen,
} from "./speechContents.ts";
import { type Line, is, isPronoun, skipAhead, skipBack } from "./speechCues.ts";
import type { SpeechMemory } from "./speechMemory.ts";
import { speakerOf } from "./speechSpeaker.ts";
import { phraseBeginning } from "./speechPhrases.ts";
import { subjectBefore } from "./speechSubject.ts";
import type { ReadSpeech } from "./speechVerb.ts";
import { isWordOf } from "./speechWords.ts";
import { isInQuote, isWeakCue, takesObject } from "./speechVerbForm.ts";

/** `…," said X` and `…, said X, a lawyer`. */
export function inverseSpeech(
  line: Line,
  k: number,
  context: SpeechContext,
  memory: SpeechMemory,
): ReadSpeech | null {
  const { cues } = context;
  if (!is(line, k, cues.inverse)) return null;
  const before = skipBack(line, k - 1, cues.adverb);
  const closes = is(line, before, cues.quoteClose);
  const isMarked = closes || is(line, before, cues.comma) || is(line, before, cues.dash);
  if (!isMarked && before >= 0) return null;
  const next = skipAhead(line, k + 1, cues.adverb);
  if (isPronoun(line, next) && !closes) return null;
  // `X, head of the “Alborz Union,” said that two men …`: what stands behind is said, and nobody speaks there.
  const first = line.items[next];
  if (
    !context.pack.isVerbFinal &&
    first !== undefined &&
    isWordOf(first.from, cues.thatWord, context)
  )
    return null;
  const phrase = phraseBeginning(line, next, cues);
  if (phrase === null) return null;
  const behind = phrase.aside === null ? phrase.to : phrase.aside[1];
  // "…, said nine people had died": what stands behind has a verb of its own.
  const intransitive = context.classes.of("T.intr");
  if (
    !closes &&
    (is(line, phrase.to, cues.aux) ||
      is(line, phrase.to, cues.thatWord) ||
      is(line, phrase.to, cues.colon) ||
      (is(line, phrase.to, cues.finite) && !isCalling(line, phrase.to, context)) ||
      line.items.slice(phrase.from, phrase.to + 1).some(({ set }) => intransitive[set] === 1))
  )
    return null;
  if (
    is(line, before, cues.comma) &&
    !holdsVerb(line, 0, before, context) &&
    !reachesNumber(line, before, context) &&
    !isWholeSentence(line, before, behind, context)
  )
    return null;
  if (!closes && !isDescribed(line, phrase.to, context) && !endsClause(line, behind, context))
    return null;
  if (
    !closes &&
    subjectBefore(line, k, cues) !== null &&
    subjectBefore(line, k, cues)?.aside !== null &&
    before > 0 &&
    (is(line, phrase.to, cues.quoteOpen) || is(line, phrase.to, cues.participle))
  )
    return null;
  const speaker = speakerOf(line, phrase, context, memory, {
    isBehind: true,
    goesOn: is(line, k, cues.goesOn),
  });
  if (speaker === null) return null;
  const bounds = boundsAt(line, k, context);
  const mark = line.items[before];
  const contents: TokenRange[] = mark === undefined ? [] : [[bounds[0], mark.to]];
  const resumed = resumedContent(line, behind, context);
  if (resumed !== null) contents.push(resumed);
  if (contents.length === 0) return null;
  const speech = speechWith(
    line,
    k,
    "say",
    speaker,
    contents,
    bounds,
    context,
    contents[0]?.[0] ?? bounds[0],
  );
  const namedTo = line.items[phrase.to - 1]?.to ?? speech.whole[1];
  return {
    phrase,
    speech: changeSpeech(speech, { whole: [speech.whole[0], Math.max(speech.whole[1], namedTo)] }),
  };
}

/** "The toll |has reached 20|, said A": the verb of a number. */
function reachesNumber(line: Line, end: number, { classes, cues, pack }: SpeechContext): boolean {
  const reach = classes.of("REACH");
  return (
    !pack.isVerbFinal &&
    line.items.some(({ set }, at) => {
      if (at === 0 || at >= end || reach[set] !== 1 || classes.preposition[set] === 1) return false;
      const next = line.items[skipAhead(line, at + 1, cues.adverb)];
      return (next?.quantity ?? next?.group?.quantity ?? null) !== null;
    })
  );
}

/** "The guards ran to the truck, said A.": a word of no row goes on behind the first noun, and the speaker ends the sentence. */
function isWholeSentence(
  line: Line,
  comma: number,
  end: number,
  { cues, pack }: SpeechContext,
): boolean {
  if (pack.isVerbFinal) return false;
  const isLast = end >= line.items.length || is(line, end, cues.stop);
  const verb = chunkEnd(line, 0, cues);
  if (!isLast || verb === 0 || verb >= comma - 1) return false;
  const goesOn = [
    cues.comma,
    cues.preposition,
    cues.of,
    cues.conjunction,
    cues.relative,
    cues.dash,
  ];
  return goesOn.every((members) => !is(line, verb, members));
}

/** "said a man whose name is withheld", "said the group, which is based in Oslo": a clause describes the speaker. */
function isDescribed(line: Line, to: number, { cues, pack, tokens }: SpeechContext): boolean {
  if (pack.isVerbFinal) return false;
  const at = skipAhead(line, to, cues.comma, cues.preposition);
  const form = tokens.form[line.items[at]?.from ?? -1] ?? "";
  return (
    (is(line, at, cues.relative) && !is(line, at, cues.thatWord)) || pack.wordsIn("WHOSE").has(form)
  );
}

/** Nothing that could be the verb or object of what stands before: `…, said X` is at its end. */
function endsClause(line: Line, at: number, context: SpeechContext): boolean {
  const { cues } = context;
  return (
    at >= line.items.length ||
    !holdsVerb(line, at, line.items.length, context) ||
    is(line, at, cues.comma) ||
    is(line, at, cues.stop) ||
    is(line, at, cues.dash) ||
    is(line, at, cues.time) ||
    is(line, at, cues.conjunction) ||
    is(line, at, cues.but) ||
    is(line, at, cues.preposition) ||
    is(line, at, cues.relative) ||
    is(line, at, cues.subordinator) ||
    is(line, at, cues.adverb) ||
    is(line, at, cues.open) ||
    isCalling(line, at, context)
  );
}

/** "…, said the group calling on the court to": what the speaker asks besides. */
function isCalling(line: Line, at: number, { pack, tokens }: SpeechContext): boolean {
  const form = tokens.form[line.items[at]?.from ?? -1] ?? "";
  return !pack.isVerbFinal && pack.wordsIn("CALLINGW").has(form);
}

/** `A, X said, B`: the words go on behind the second comma, up to another voice. */
function insertedContent(
  line: Line,
  k: number,
  bounds: TokenRange,
  context: SpeechContext,
): TokenRange | null {
  const { cues } = context;
  const comma = afterAddressee(line, k, context);
  if (
    !is(line, comma, cues.comma) ||
    is(line, comma + 1, cues.but) ||
    is(line, comma + 1, cues.subordinator)
  )
    return null;
  let end = comma + 1;
  while (
    end < line.items.length &&
    (!is(line, end, cues.any) || isWeakCue(line, end, context)) &&
    !is(line, end, cues.semicolon) &&
    !is(line, end, cues.according)
  )
    end++;
  if (end < line.items.length && !is(line, end, cues.semicolon)) return null;
  const from = line.items[comma]?.to ?? 0;
  const to = Math.min(bounds[1], line.items[end - 1]?.to ?? 0);
  return to - from > 2 ? [from, to] : null;
}

/** `"A," said X, "B"`: the quotation that goes on. */
function resumedContent(line: Line, from: number, context: SpeechContext): TokenRange | null {
  const { cues } = context;
  for (let i = from; i < line.items.length; i++) {
    if (is(line, i, cues.any) || is(line, i, cues.subordinator) || is(line, i, cues.but))
      return null;
    if (!is(line, i, cues.quoteOpen)) continue;
    return [line.items[i]?.from ?? 0, line.items.at(-1)?.to ?? 0];
  }
  return null;
}

/** "In its report, X recorded |40| executions": the number is what is recorded. */
function isNumber(line: Line, at: number): boolean {
  const item = line.items[at];
  return item?.quantity != null || item?.group?.quantity != null;
}

/** The speech of a cue, with where its words lie. */
export function placed(
  line: Line,
  k: number,
  kind: SpeechKind,
  speaker: Speaker,
  phrase: NounPhrase | null,
  context: SpeechContext,
  isJoined: boolean,
): ReadSpeech | null {
  const { cues } = context;
  const bounds = boundsAt(line, k, context);
  const cueItem = line.items[k];
  if (cueItem === undefined) return null;
  const contents: TokenRange[] = [];
  const isBehind =
    phrase !== null &&
    !isJoined &&
    kind !== "call" &&
    closesContent(line, phrase, context) &&
    !takesObject(line, k, context) &&
    !(kind === "record" && isNumber(line, skipAhead(line, k + 1, cues.adverb))) &&
    (isTail(line, k + 1, context) || isBehindQuote(line, phrase, k, context)) &&
    !is(line, skipAhead(line, k + 1, cues.time, cues.adverb), cues.colon);
  if (isBehind) {
    // "a man whom, the family says, he had never met": what stands before "whom" is not theirs.
    const who = skipBack(line, phrase.from - 1, cues.comma);
    if (context.pack.isVerbFinal || !is(line, who, cues.relative) || who === phrase.from - 1)
      contents.push([
        frontStart(line, phrase.from, bounds, context),
        line.items[phrase.from]?.from ?? bounds[0],
      ]);
    const resumed =
      resumedContent(line, k + 1, context) ?? insertedContent(line, k, bounds, context);
    if (resumed !== null) contents.push(resumed);
  } else {
    const at = contentStart(line, k, context);
    const first = line.items[at] ?? (kind === "call" ? line.items.at(-1) : undefined);
    if (first === undefined) return null;
    const end = contentEnd(line, k, at, context);
    const last = line.items[end - 1];
    // "put the toll at 65": the words of the cue tell the event too.
    const from = is(line, k, cues.put) && kind === "record" ? cueItem.from : first.from;
    contents.push([from, Math.min(bounds[1], last?.to ?? bounds[1])]);
  }
  const kept = contents.filter(([from, to]) => to > from);
  if (kept.length === 0) return null;
  const wholeFrom = isBehind
    ? (kept[0]?.[0] ?? bounds[0])
    : isJoined || phrase === null
      ? cueItem.from
      : (line.items[phrase.from]?.from ?? cueItem.from);
  return { phrase, speech: speechWith(line, k, kind, speaker, kept, bounds, context, wholeFrom) };
}

/** What is said before its speaker begins with the sentence, or behind a semicolon. */
function frontStart(
  line: Line,
  phrase: number,
  bounds: TokenRange,
  context: SpeechContext,
): number {
  for (let i = phrase - 2; i > 0; i--) {
    const item = line.items[i];
    if (item === undefined || item.from < bounds[0] || isInQuote(line, i, context)) continue;
    if (is(line, i, context.cues.semicolon)) return item.to;
    if (is(line, i, context.cues.colon) && is(line, i + 1, context.cues.quoteOpen)) return item.to;
  }
  return bounds[0];
}

function speechWith(
  line: Line,
  k: number,
  kind: SpeechKind,
  speaker: Speaker,
  contents: readonly TokenRange[],
  bounds: TokenRange,
  context: SpeechContext,
  wholeFrom: number,
): Speech {
  const cueItem = line.items[k];
  const isTold = isInQuote(line, k, context);
  const quotes = quotesIn(contents, context).filter((quote) => !isTold || quote.from >= bounds[0]);
  const widened = widen(contents, quotes, bounds);
  const end = Math.max(...widened.map(([, to]) => to));
  return {
    kind,
    sentence: line.reading.index,
    speaker,
    cue: cueItem === undefined ? null : [cueItem.from, cueItem.to],
    contents: widened,
    whole: [wholeFrom, Math.max(end, cueItem?.to ?? end)],
    quotes,
    isDenial: is(line, k, context.cues.deny),
    isAuthor: false,
    isInQuote: isTold,
    date: null,
    isForeign: false,
    isCarried: false,
  };
}
