/**
 * In: a cue verb in a line of a language whose verbs stand last. Out: the speech it makes.
 * Its speaker opens the clause; what is said stands behind the cue, or between the speaker and the cue.
 * Never: reads a cue without a speaker; lets a name inside a phrase ("the head of X") speak for the whole of it.
 */
import type { Speaker, SpeechContext, Speech, SpeechKind, TokenRange } from "./speech.ts";
import { is, isPronoun, type Line, skipAhead, skipBack } from "./speechCues.ts";
import { boundsAt, contentEnd, quotesIn, widen } from "./speechContents.ts";
import type { SpeechMemory } from "./speechMemory.ts";
import { rangeOf } from "./speechNames.ts";
import { speakerOf, unknownSpeaker } from "./speechSpeaker.ts";
import { chunkEnd, type NounPhrase } from "./speechSubject.ts";
import type { ReadSpeech } from "./speechVerb.ts";

const USE = { isBehind: false, goesOn: false };

/** Reads the speech of the cue verb at item `k`; `previous` is the last one of the same sentence. */
export function finalSpeech(
  line: Line,
  k: number,
  context: SpeechContext,
  memory: SpeechMemory,
  previous: Speech | null,
): ReadSpeech | null {
  const { cues } = context;
  const opens = clauseOpening(line, k, context);
  if (is(line, k, cues.author)) return authorCall(line, k, opens, context);
  if (is(line, k, cues.comes)) return paperSpeech(line, k, opens, context, memory);
  const kind = kindOf(line, k, context);
  if (kind === null) return null;
  const phrase =
    subjectPhrase(line, opens, k, context) ??
    (previous === null && opens > 0 ? subjectPhrase(line, 0, opens - 1, context) : null);
  const content = contentOf(line, k, Math.max(opens, phrase?.to ?? opens), context);
  if (content === null) return null;
  if (phrase === null) {
    if (previous === null || previous.isAuthor || opens === 0) return null;
    return {
      phrase: null,
      speech: speechOf(line, k, kind, previous.speaker, content, line.items[opens], context),
    };
  }
  const speaker = speakerFinal(line, phrase, context, memory);
  if (speaker === null) return null;
  return {
    phrase,
    speech: speechOf(line, k, kind, speaker, content, line.items[phrase.from], context),
  };
}

/** "We urge the council to act" in one verb: the author calls. */
function authorCall(
  line: Line,
  k: number,
  opens: number,
  context: SpeechContext,
): ReadSpeech | null {
  const content = contentOf(line, k, opens, context);
  if (content === null || isInside(line, k, context)) return null;
  const speech = speechOf(
    line,
    k,
    "call",
    unknownSpeaker(content),
    content,
    line.items[opens],
    context,
  );
  return { phrase: null, speech: { ...speech, isAuthor: true } };
}

/** "In this statement it says: …": whoever the statement is of, the one who spoke last. */
function paperSpeech(
  line: Line,
  k: number,
  opens: number,
  context: SpeechContext,
  memory: SpeechMemory,
): ReadSpeech | null {
  const next = line.items[skipAhead(line, k + 1, context.cues.comma)];
  if (next === undefined || !isOpening(line, k, context)) return null;
  const content = contentOf(line, k, k, context);
  if (content === null) return null;
  const spoke = memory.entities.findLast((entity) => entity.spoke);
  const isNear = spoke !== undefined && line.reading.index - spoke.sentence <= PAPER_REACH;
  const speaker = isNear ? spoke.speaker : unknownSpeaker([content[0], content[0]]);
  return {
    phrase: null,
    speech: speechOf(line, k, "say", speaker, content, line.items[opens], context),
  };
}

/** Sentences back in which the one who spoke last can be whose paper it is. */
const PAPER_REACH = 3;

/** "that", a colon or a quotation stands right behind. */
function isOpening(line: Line, k: number, { cues }: SpeechContext): boolean {
  return (
    is(line, k + 1, cues.thatWord) || is(line, k + 1, cues.colon) || is(line, k + 1, cues.quoteOpen)
  );
}

function isInside(line: Line, k: number, context: SpeechContext): boolean {
  return (context.quotes.innermost[line.items[k]?.from ?? 0] ?? -1) >= 0;
}

function kindOf(line: Line, k: number, { cues }: SpeechContext): SpeechKind | null {
  if (is(line, k, cues.call)) return "call";
  if (is(line, k, cues.judge)) return "judge";
  return is(line, k, cues.say) || is(line, k, cues.saying) || is(line, k, cues.that) ? "say" : null;
}

/** Item at which the clause of the verb at `k` begins: behind a mark, or behind the verb before it. */
function clauseOpening(line: Line, k: number, { cues, classes }: SpeechContext): number {
  for (let i = k - 1; i >= 0; i--) {
    if (is(line, i, cues.quoteClose)) {
      const open = openBefore(line, i, cues.quoteOpen);
      if (open < 0) return i + 1;
      i = open;
      continue;
    }
    if (is(line, i, cues.quoteOpen) || is(line, i, cues.stop)) return i + 1;
    const isVerb = is(line, i, classes.verbEnd) || is(line, i, cues.any);
    const joint = skipAhead(line, i + 1, cues.comma);
    if (isVerb && (is(line, joint, cues.conjunction) || is(line, joint, cues.but)))
      return joint + 1;
    if (isVerb && joint > i + 1 && !holdsRelative(line, i, cues.relative)) return joint;
  }
  return 0;
}

/** The verb at `i` ends a relative clause: what it hangs on stands before. */
function holdsRelative(line: Line, i: number, relative: Uint8Array): boolean {
  for (let at = i - 1; at >= Math.max(0, i - RELATIVE_REACH); at--)
    if (is(line, at, relative)) return true;
  return false;
}

const RELATIVE_REACH = 45;

function openBefore(line: Line, close: number, opening: Uint8Array): number {
  for (let at = close - 1; at >= 0; at--) if (is(line, at, opening)) return at;
  return -1;
}

/** The first noun phrase of the clause that no preposition holds. */
function subjectPhrase(
  line: Line,
  from: number,
  k: number,
  context: SpeechContext,
): NounPhrase | null {
  const { cues } = context;
  let i = from;
  while (i < k) {
    i = skipAhead(line, i, cues.time, cues.adverb, cues.comma, cues.conjunction, cues.close);
    if (i >= k) return null;
    if (is(line, i, cues.according) || is(line, i, cues.preposition)) {
      i = adjunctEnd(line, i + 1, k, context);
      continue;
    }
    const end = phraseEnd(line, i, k, context);
    if (end <= i) {
      i++;
      continue;
    }
    if (is(line, end, context.classes.object)) return null;
    return { from: i, to: end, headFrom: i, headTo: end, aside: null };
  }
  return null;
}

/** Where an adjunct that opens a clause ends: behind its comma, else behind its nouns. */
function adjunctEnd(line: Line, from: number, k: number, { cues }: SpeechContext): number {
  for (let i = from; i < Math.min(k, from + ADJUNCT_REACH); i++)
    if (is(line, i, cues.comma)) return i + 1;
  const end = chunkEnd(line, from, cues);
  return end > from ? end : from;
}

const ADJUNCT_REACH = 16;

/** End of the phrase that begins at `at`: its nouns, whose they are, and a name that stands beside them. */
function phraseEnd(line: Line, at: number, k: number, context: SpeechContext): number {
  const { cues } = context;
  const chunk = Math.min(k, isPronoun(line, at) ? at + 1 : chunkEnd(line, at, cues));
  const end = cutAtAdverb(
    line,
    at,
    isWhole(line, at) ? nameEnd(line, at, chunk, cues) : chunk,
    cues,
  );
  const joined = is(line, end, cues.conjunction) ? chunkEnd(line, end + 1, cues) : -1;
  const isPair = line.items[at]?.group != null && line.items[end + 1]?.group != null;
  if (joined > end && joined < k && isPair) return joined;
  const owned = end > at && !isPronoun(line, at) && isPronoun(line, end) ? end + 1 : end;
  const beside = is(line, owned, cues.comma) ? owned + 1 : end;
  const isNameNext = line.items[beside]?.group?.persons.length === 1 && beside < k;
  return isNameNext ? beside + 1 : owned;
}

/** A name or an institution is a phrase of its own: the noun behind it is what it speaks of. */
function isWhole(line: Line, at: number): boolean {
  const item = line.items[at];
  if (item === undefined) return false;
  if (item.group === null) return item.name?.type === "organisation";
  return item.group.type === "institution" || item.group.persons.length > 0;
}

function nameEnd(line: Line, at: number, chunk: number, cues: SpeechContext["cues"]): number {
  const isOffice = line.items[at]?.group?.type === "institution";
  let end = at + 1;
  while (end < chunk) {
    const item = line.items[end];
    const isPlain =
      item !== undefined &&
      (item.entry === null || is(line, end, cues.orgNoun)) &&
      item.name === null &&
      item.group === null;
    if (!is(line, end, cues.place) && item?.name?.type !== "organisation" && !(isOffice && isPlain))
      break;
    end++;
  }
  return end;
}

/** "the council once more calls": an adverb ends the phrase. */
function cutAtAdverb(line: Line, at: number, end: number, cues: SpeechContext["cues"]): number {
  for (let i = at + 1; i < end; i++)
    if (
      is(line, i, cues.adverb) ||
      is(line, i, cues.time) ||
      is(line, i, cues.trigger) ||
      is(line, i, cues.determiner)
    )
      return i;
  return end;
}

/** A person named in the phrase speaks; an organisation only where nothing stands before its name. */
function speakerFinal(
  line: Line,
  phrase: NounPhrase,
  context: SpeechContext,
  memory: SpeechMemory,
): Speaker | null {
  const range = rangeOf(line, phrase.from, phrase.to);
  if (isPronoun(line, phrase.from)) return speakerOf(line, phrase, context, memory, USE);
  const items = line.items.slice(phrase.from, phrase.to);
  const person = items.flatMap((item) => item.group?.persons ?? []).at(-1);
  if (person !== undefined && items.flatMap((item) => item.group?.persons ?? []).length === 1)
    return {
      range,
      source: person.name,
      name: person,
      isNamed: true,
      isUnnamed: false,
      isPlural: false,
    };
  const first = items[0];
  if (items.length === 1 || first?.name?.type === "organisation")
    return speakerOf(
      line,
      { ...phrase, to: phrase.from + 1, headTo: phrase.from + 1 },
      context,
      memory,
      USE,
    );
  const { tokens } = context;
  const source = tokens.text.slice(tokens.start[range[0]], tokens.end[range[1] - 1]);
  const isUnnamed = items.some((_, at) => is(line, phrase.from + at, context.cues.unnamed));
  if (is(line, phrase.from, context.cues.definite))
    return speakerOf(line, { ...phrase, aside: null }, context, memory, USE);
  return { range, source, name: null, isNamed: false, isUnnamed, isPlural: false };
}

/** What is said: behind the cue where a word or mark opens it or a clause follows, else between the subject and the cue. */
function contentOf(line: Line, k: number, from: number, context: SpeechContext): TokenRange | null {
  const { cues } = context;
  const bounds = boundsAt(line, k, context);
  const next = skipAhead(line, k + 1, cues.comma, cues.thatWord, cues.colon, cues.adverb);
  const first = line.items[next];
  const isBehind =
    first !== undefined &&
    !is(line, next, cues.stop) &&
    !is(line, next, cues.conjunction) &&
    first.from < bounds[1];
  if (isBehind) {
    const end = contentEnd(line, k, next, context);
    return [first.from, Math.min(bounds[1], line.items[end - 1]?.to ?? bounds[1])];
  }
  const inner = line.items[skipAhead(line, from, cues.comma, cues.adverb, cues.time)];
  const cue = line.items[k];
  if (inner === undefined || cue === undefined || inner.from >= cue.from) return null;
  return [inner.from, cue.from];
}

function speechOf(
  line: Line,
  k: number,
  kind: SpeechKind,
  speaker: Speaker,
  content: TokenRange,
  opening: Line["items"][number] | undefined,
  context: SpeechContext,
): Speech {
  const cue = line.items[k];
  const quotes = quotesIn([content], context);
  const bounds = boundsAt(line, k, context);
  const contents = widen([content], quotes, bounds);
  const end = Math.max(...contents.map(([, to]) => to), cue?.to ?? 0);
  const before = skipBack(line, k - 1, context.cues.adverb);
  return {
    kind,
    sentence: line.reading.index,
    speaker,
    cue: cue === undefined ? null : [cue.from, cue.to],
    contents,
    whole: [opening?.from ?? line.items[before]?.from ?? content[0], end],
    quotes,
    isDenial: is(line, k, context.cues.deny),
    isAuthor: false,
    isInQuote: isInside(line, k, context),
    date: null,
  };
}
