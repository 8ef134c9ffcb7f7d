/**
 * In: a noun phrase that speaks. Out: the speaker with the fullest name that the document gives it.
 * Never: guesses whom a pronoun means where two could be meant; then the source is null and a note says so.
 */
import type { NameMatch } from "./findNames.ts";
import type { SpeechContext, Speaker, TokenRange } from "./speech.ts";
import { is, isPronoun, type Line } from "./speechCues.ts";
import { entityOf, findAntecedent, findOffice, findRole, type SpeechMemory } from "./speechMemory.ts";
import { chunkEnd, type NounPhrase } from "./speechSubject.ts";
import { isWordOf } from "./speechWords.ts";
import { TOKEN } from "./tokens.ts";

/** What a speaker is read for. */
export type SpeakerUse = {
  /** The content stands before the cue, so that the speaker is known already. */
  readonly isBehind: boolean;
  readonly goesOn: boolean;
};

/** Reads the speaker that a noun phrase names; null for the author ("I", "we"). */
export function speakerOf(line: Line, phrase: NounPhrase, context: SpeechContext, memory: SpeechMemory, use: SpeakerUse): Speaker | null {
  const { cues } = context;
  const range = withoutThat(rangeOf(line, phrase.from, phrase.to), context);
  if (isPronoun(line, phrase.headFrom)) {
    if (is(line, phrase.headFrom, cues.first) || is(line, phrase.headFrom, cues.question) || is(line, phrase.headFrom, cues.objective)) return null;
    const isWord = !is(line, phrase.headFrom, cues.person) && !is(line, phrase.headFrom, cues.thing) && !is(line, phrase.headFrom, cues.many);
    if (isWord) return { range, source: wordsOf(range, context), name: null, isNamed: false, isUnnamed: true, isPlural: true };
    return pronounSpeaker(line, phrase.headFrom, range, context, memory, use);
  }
  if (isNumber(line, phrase)) return null;
  const name = nameOf(line, phrase, context);
  const office = name === null || name.type === "person" ? null : findOffice(line, phrase, context, memory);
  if (office !== null) return { ...office, range };
  if (name !== null) return namedSpeaker(name, rangeOf(line, phrase.from, phrase.to), isList(line, phrase, context));
  const role = findRole(line, phrase, context, memory);
  if (role !== null) return { ...role, range };
  const isIndefinite = isUnnamed(line, phrase, context);
  return { range, source: wordsOf(range, context), name: null, isNamed: false, isUnnamed: isIndefinite, isPlural: entityOf(line, phrase, context).isMany };
}

/** A number speaks for nobody. */
function isNumber(line: Line, phrase: NounPhrase): boolean {
  const head = line.items[phrase.headTo - 1];
  return head !== undefined && head.quantity !== null && head.group === null;
}

/** "that officers": the word opens what is said. */
function withoutThat([from, to]: TokenRange, context: SpeechContext): TokenRange {
  return to > from + 1 && isWordOf(from, context.cues.thatWord, context) ? [from + 1, to] : [from, to];
}

/** A speaker that a name gives. */
export function namedSpeaker(name: NameMatch, range: TokenRange, isPlural: boolean): Speaker {
  return { range, source: name.name, name, isNamed: true, isUnnamed: false, isPlural };
}

/** A speaker whom nothing names. */
export function unknownSpeaker(range: TokenRange): Speaker {
  return { range, source: null, name: null, isNamed: false, isUnnamed: true, isPlural: false };
}

/** The name that heads a phrase, or stands beside it. */
export function nameOf(line: Line, phrase: NounPhrase, context: SpeechContext): NameMatch | null {
  const head = headName(line, phrase.headFrom, phrase.headTo, context);
  if (head?.type === "person" || isSeveral(line, phrase, context)) return head !== null && isSeveral(line, phrase, context) ? null : head;
  const beside = phrase.aside === null ? null : asideName(line, phrase.aside, context);
  if (beside?.type === "person") return beside;
  if (head !== null) return head;
  return beside !== null && line.items[phrase.headTo - 1]?.group?.type === "institution" ? beside : null;
}

function isSeveral(line: Line, phrase: NounPhrase, context: SpeechContext): boolean {
  for (let i = phrase.headFrom; i < phrase.headTo; i++) if (is(line, i, context.cues.conjunction)) return true;
  return false;
}

function headName(line: Line, from: number, to: number, context: SpeechContext): NameMatch | null {
  const { cues } = context;
  const last = line.items[to - 1];
  if (last === undefined) return null;
  if (last.group !== null && last.group.persons.length > 1 && last.group.type === "list") return null;
  const own = last.group?.persons[0] ?? (isSpeakingName(last.name) ? last.name : null);
  if (own !== null && own !== undefined) return own;
  if (!is(line, to - 1, cues.orgNoun) && last.group?.type !== "institution") return null;
  return organisationWithin(line, from, to, context);
}

function isSpeakingName(name: NameMatch | null): boolean {
  return name !== null && name.type !== "prison";
}

/** "the Mizan news agency": the organisation named inside, when the noun behind only says what it is. */
function organisationWithin(line: Line, from: number, to: number, context: SpeechContext): NameMatch | null {
  const first = line.items[from]?.from ?? 0;
  const last = line.items[to - 1]?.to ?? 0;
  const { tokens, names } = context;
  for (let at = first; at < last; at++) {
    const name = names.get(at);
    if (name === undefined || name.type !== "organisation" || name.to > last) continue;
    if (name.to === last) return name;
    return isKindOnly(name.to, last, context) && tokens.kind[name.to] !== TOKEN.possessive ? name : null;
  }
  return null;
}

function isKindOnly(from: number, to: number, context: SpeechContext): boolean {
  const entry = context.pack.lexicon.match(context.tokens, from, to);
  return entry !== null && entry.classes.includes("CUE.orgnoun") && from + context.pack.lexicon.length() >= to;
}

function asideName(line: Line, [from, to]: readonly [number, number], context: SpeechContext): NameMatch | null {
  const end = chunkEnd(line, from, context.cues);
  if (end < 0) return null;
  const last = line.items[end - 1];
  const name = last?.group?.persons[0] ?? last?.name ?? null;
  return name !== null && (name.type === "person" || name.type === "organisation" || name.type === "unknown") && end <= to ? name : null;
}

function isList(line: Line, phrase: NounPhrase, context: SpeechContext): boolean {
  return entityOf(line, phrase, context).isMany;
}

/** Nobody and no institution is named: "a witness", "three officials", "residents". */
function isUnnamed(line: Line, phrase: NounPhrase, context: SpeechContext): boolean {
  const { cues } = context;
  const head = line.items[phrase.headTo - 1];
  if (head?.group?.type === "noun" || head?.group?.type === "counted" || is(line, phrase.headTo - 1, cues.noun)) return true;
  for (let i = phrase.headFrom; i < phrase.headTo; i++) {
    if (is(line, i, cues.unnamed) || is(line, i, cues.indefinite) || line.items[i]?.group?.isIndefinite === true) return true;
  }
  return false;
}

function pronounSpeaker(line: Line, at: number, range: TokenRange, context: SpeechContext, memory: SpeechMemory, use: SpeakerUse): Speaker {
  const found = findAntecedent(line, at, context, memory, use);
  if (found === null) return unknownSpeaker(range);
  return { ...found, range };
}

/** Token range of items. */
export function rangeOf(line: Line, from: number, to: number): TokenRange {
  return [line.items[from]?.from ?? 0, line.items[to - 1]?.to ?? 0];
}

function wordsOf([from, to]: TokenRange, context: SpeechContext): string {
  return context.tokens.text.slice(context.tokens.start[from], context.tokens.end[to - 1]);
}
