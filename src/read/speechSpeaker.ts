/**
 * In: a noun phrase that speaks. Out: the speaker with the fullest name that the document gives it.
 * Never: guesses whom a pronoun means where two could be meant; then the source is null and a note says so.
 */
import type { SpeechContext, Speaker, TokenRange } from "./speech.ts";
import { is, isPronoun, type Line } from "./speechCues.ts";
import {
  entityOf,
  findAntecedent,
  findOffice,
  findRole,
  type SpeakerUse,
  type SpeechMemory,
} from "./speechMemory.ts";
import { namedSpeaker, nameOf, rangeOf } from "./speechNames.ts";
import type { NounPhrase } from "./speechSubject.ts";
import { isWordOf } from "./speechWords.ts";

/** Reads the speaker that a noun phrase names; null for the author ("I", "we"). */
export function speakerOf(
  line: Line,
  phrase: NounPhrase,
  context: SpeechContext,
  memory: SpeechMemory,
  use: SpeakerUse,
): Speaker | null {
  const { cues } = context;
  const range = withoutThat(rangeOf(line, phrase.from, phrase.to), context);
  if (isPronoun(line, phrase.headFrom)) {
    if (
      is(line, phrase.headFrom, cues.first) ||
      is(line, phrase.headFrom, cues.question) ||
      is(line, phrase.headFrom, cues.objective)
    )
      return null;
    const isWord =
      !is(line, phrase.headFrom, cues.person) &&
      !is(line, phrase.headFrom, cues.thing) &&
      !is(line, phrase.headFrom, cues.many);
    if (isWord)
      return {
        range,
        source: wordsOf(range, context),
        name: null,
        isNamed: false,
        isUnnamed: true,
        isPlural: true,
      };
    return pronounSpeaker(line, phrase.headFrom, range, context, memory, use);
  }
  if (isNumber(line, phrase)) return null;
  const name = nameOf(line, phrase, context);
  const office =
    name === null || name.type === "person" ? null : findOffice(line, phrase, context, memory);
  if (office !== null) return { ...office, range };
  if (name !== null)
    return namedSpeaker(name, rangeOf(line, phrase.from, phrase.to), isList(line, phrase, context));
  const role = findRole(line, phrase, context, memory);
  if (role !== null) return { ...role, range };
  const isIndefinite = isUnnamed(line, phrase, context);
  return {
    range,
    source: wordsOf(range, context),
    name: null,
    isNamed: false,
    isUnnamed: isIndefinite,
    isPlural: entityOf(line, phrase, context).isMany,
  };
}

/** A number speaks for nobody. */
function isNumber(line: Line, phrase: NounPhrase): boolean {
  const head = line.items[phrase.headTo - 1];
  return head !== undefined && head.quantity !== null && head.group === null;
}

/** "that officers": the word opens what is said. */
function withoutThat([from, to]: TokenRange, context: SpeechContext): TokenRange {
  return to > from + 1 && isWordOf(from, context.cues.thatWord, context)
    ? [from + 1, to]
    : [from, to];
}

/** A speaker whom nothing names. */
export function unknownSpeaker(range: TokenRange): Speaker {
  return { range, source: null, name: null, isNamed: false, isUnnamed: true, isPlural: false };
}

function isList(line: Line, phrase: NounPhrase, context: SpeechContext): boolean {
  return entityOf(line, phrase, context).isMany;
}

/** Nobody and no institution is named: "a witness", "three officials", "residents". */
function isUnnamed(line: Line, phrase: NounPhrase, context: SpeechContext): boolean {
  const { cues } = context;
  const head = line.items[phrase.headTo - 1];
  if (
    head?.group?.type === "noun" ||
    head?.group?.type === "counted" ||
    is(line, phrase.headTo - 1, cues.noun)
  )
    return true;
  for (let i = phrase.headFrom; i < phrase.headTo; i++) {
    if (
      is(line, i, cues.unnamed) ||
      is(line, i, cues.indefinite) ||
      line.items[i]?.group?.isIndefinite === true
    )
      return true;
  }
  return false;
}

function pronounSpeaker(
  line: Line,
  at: number,
  range: TokenRange,
  context: SpeechContext,
  memory: SpeechMemory,
  use: SpeakerUse,
): Speaker {
  const found = findAntecedent(line, at, context, memory, use);
  if (found === null) return unknownSpeaker(range);
  return { ...found, range };
}

function wordsOf([from, to]: TokenRange, context: SpeechContext): string {
  return context.tokens.text.slice(context.tokens.start[from], context.tokens.end[to - 1]);
}
