/**
 * In: the speeches of a document. Out: the same, where a speaker without a name, by words that no list knows as somebody who can speak,
 * is left open.
 * Never: names a source of such words; the words stay, with a note.
 */
import { changeSpeech } from "./changeSpeech.ts";
import type { Speech, SpeechContext } from "./speech.ts";
import { unknownSpeaker } from "./speechSpeaker.ts";
import { TOKEN } from "./tokens.ts";
import { isOneOf } from "./wordSets.ts";

/** "Gunfire is to blame", "Please write to …, calling on him": whoever these words mean, they name nobody. */
export function leaveUnheard(speeches: readonly Speech[], context: SpeechContext): Speech[] {
  const unheard = new Set<string>();
  const read = speeches.map((speech) => {
    const { source } = speech.speaker;
    if (source === null || !isUnheard(speech, context)) return speech;
    unheard.add(source);
    return withoutSource(speech);
  });
  if (unheard.size === 0) return read;
  // "Chief Justice A said. |He| added": nobody either, where the words it goes back to name nobody.
  return read.map((speech) => {
    const { source, name } = speech.speaker;
    return name === null && source !== null && unheard.has(source) ? withoutSource(speech) : speech;
  });
}

function withoutSource(speech: Speech): Speech {
  return changeSpeech(speech, { speaker: unknownSpeaker(speech.speaker.range) });
}

function isUnheard({ speaker, cue }: Speech, context: SpeechContext): boolean {
  const { source, name, range } = speaker;
  const { pack, tokens, classes } = context;
  const [from, to] = range;
  if (source === null || name !== null || to <= from || !isOwn(source, from, to, context))
    return false;
  if (pack.isVerbFinal) {
    for (let at = from; at < to; at++) if (isOf(at, classes.object, context)) return true;
    return false;
  }
  const voices = classes.of(...VOICES);
  const words = pack.wordsIn("VOICEW");
  // "said |Chief| Justice of Yazd": part of a longer title.
  if (cue?.[0] !== to && to === from + 1 && isCapital(from, context) && isCapital(to, context))
    return true;
  for (let at = from; at < to; at++) {
    if (isCapital(at, context) && (!opensSentence(at, context) || isNoWord(at, context)))
      return false;
    if (at > from && isEnd(at, context)) break;
    const isOwner = tokens.kind[at + 1] === TOKEN.possessive && at + 1 < to;
    if (!isOwner && (isOf(at, voices, context) || isOneOf(tokens, at, words))) return false;
  }
  return true;
}

/** Words of people, bodies, offices and papers, which can say something. */
const VOICES = [
  "HUMAN",
  "INST",
  "AUTHORITY",
  "AGENTISH",
  "PRON",
  "WHO",
  "CUE.office",
  "CUE.orgnoun",
  "CUE.noun",
  "CUE.evidence",
  "CUE.unnamed",
];

/** The words themselves are the source; no name that was found for them. */
function isOwn(source: string, from: number, to: number, { tokens }: SpeechContext): boolean {
  return tokens.text.slice(tokens.start[from], tokens.end[to - 1]).startsWith(source);
}

/** A preposition or a mark, behind which others stand than who speaks. */
function isEnd(at: number, { tokens, classes, pack }: SpeechContext): boolean {
  if (tokens.form[at] === ",") return true;
  const entry = pack.lexicon.match(tokens, at, at + 1);
  if (entry === null || isOneOf(tokens, at, pack.wordsIn("OFW"))) return false;
  return classes.preposition[entry.set] === 1 || classes.relative[entry.set] === 1;
}

function isOf(token: number, members: Uint8Array, { pack, tokens }: SpeechContext): boolean {
  const entry = pack.lexicon.match(tokens, token, token + 1);
  return entry !== null && members[entry.set] === 1;
}

/** A word that no list knows, in capitals: a name, wherever it stands. */
function isNoWord(at: number, { tokens, pack }: SpeechContext): boolean {
  return pack.lexicon.match(tokens, at, at + 1) === null;
}

function isCapital(at: number, { tokens: { text, folded, start } }: SpeechContext): boolean {
  const offset = start[at];
  return offset !== undefined && text[offset] !== folded[offset];
}

function opensSentence(at: number, { tokens }: SpeechContext): boolean {
  const before = tokens.form[at - 1];
  return before === undefined || /^[.!?:;“"«»”\n]*$/u.test(before);
}
