/**
 * In: a verb that tells that something was announced or confirmed, in a language whose verbs stand last. Out: the speech of
 * the one behind "by".
 * Never: takes a court that confirms a sentence for somebody who says something.
 */
import type { Speech, SpeechContext, TokenRange } from "./speech.ts";
import { is, type Line, skipAhead, skipBack } from "./speechCues.ts";
import { boundsAt, quotesIn } from "./speechContents.ts";
import { isCourt } from "./speechFinalSubject.ts";
import type { SpeechMemory } from "./speechMemory.ts";
import { speakerOf } from "./speechSpeaker.ts";
import { changePhrase } from "./nounPhrase.ts";
import { phraseBeginning } from "./speechPhrases.ts";
import type { ReadSpeech } from "./speechVerb.ts";
import { opensWith } from "./speechWords.ts";

/** "The execution of three men was confirmed by the prosecutor"; "this was published by X: three men …". */
export function announcedSpeech(
  line: Line,
  k: number,
  context: SpeechContext,
  memory: SpeechMemory,
): ReadSpeech | null {
  const { cues, classes } = context;
  const by = byBefore(line, k, context);
  if (by < 0 || isCourt(line, by + 1, context)) return null;
  const bounds = boundsAt(line, k, context);
  for (let i = by - 1; i >= 0; i--) {
    const isSentence = is(line, i, classes.of("SENTN")) || is(line, i, classes.of("DEATHSENT"));
    if (isSentence && !is(line, i - 1, classes.of("CARRYN"))) return null;
    if (is(line, i, cues.stop)) break;
  }
  const found = phraseBeginning(line, by + 1, cues);
  if (found === null) return null;
  if (isDoer(line, by, context)) return null;
  const phrase = changePhrase(found, {
    to: Math.min(found.headTo, k),
    headTo: Math.min(found.headTo, k),
  });
  const speaker = speakerOf(line, phrase, context, memory, USE);
  if (speaker === null) return null;
  const cue = line.items[k];
  const before = line.items[by];
  if (cue === undefined || before === undefined) return null;
  const next = skipAhead(line, k + 1, cues.adverb);
  const opener = line.items[next];
  // "It was announced by X: …", "by X it was announced that …", where nothing stands before them.
  const isThat = before.from <= bounds[0] + 1 && is(line, next, classes.of("THAT"));
  const range: TokenRange =
    opener !== undefined && (isThat || is(line, next, cues.colon))
      ? [opener.to, bounds[1]]
      : [clauseStart(line, by, context) ?? bounds[0], before.from];
  if (range[1] - range[0] < 2) return null;
  const speech: Speech = {
    kind: "according",
    sentence: line.reading.index,
    speaker,
    cue: [cue.from, cue.to],
    contents: [range],
    whole: bounds,
    quotes: quotesIn([range], context),
    isDenial: false,
    isAuthor: false,
    isInQuote: false,
    date: null,
    isForeign: false,
    isCarried: false,
  };
  return { phrase, speech };
}

/** "27 were hanged, of which only 2 were announced by X": X tells of the clause behind the verb before it; null where none ends there. */
function clauseStart(line: Line, by: number, context: SpeechContext): number | null {
  const { classes } = context;
  for (let i = by - 1; i > 0; i--) {
    if (is(line, i, classes.verbEnd)) return null;
    if (opensWith(line, i, classes.relative, context) && is(line, i - 1, classes.verbEnd))
      return line.items[i]?.from ?? null;
  }
  return null;
}

/** "The arrest of A by the police was reported": by whom it was done. An execution is announced by courts and police too. */
function isDoer(line: Line, by: number, { classes }: SpeechContext): boolean {
  const next = line.items[by + 1];
  if (next === undefined || next.name?.type === "organisation") return false;
  const isForce = is(line, by + 1, classes.of("AGENTISH", "INSTG", "INST", "HUMAN"));
  for (let i = 0; i < by; i++) {
    const isAct = is(line, i, classes.nominal) && !is(line, i, classes.of("EXECN", "DEATHSENT"));
    if (isAct) return isForce || next.group !== null;
  }
  return false;
}

const USE = { isBehind: false, goesOn: false, isObject: true } as const;

/** "By", with nothing but the one who says it between it and the verb. */
function byBefore(line: Line, k: number, { cues, classes }: SpeechContext): number {
  for (let i = skipBack(line, k - 1, cues.adverb, cues.time); i >= Math.max(0, k - BY_REACH); i--) {
    if (is(line, i, cues.by)) return i;
    if (is(line, i, cues.any) || is(line, i, cues.comma) || is(line, i, classes.verbEnd)) return -1;
  }
  return -1;
}

const BY_REACH = 8;
