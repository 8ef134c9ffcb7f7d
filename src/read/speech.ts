/**
 * In: the sentences of a document. Out: who says what: speaker, cue, and the token ranges of what is said.
 * Order of trust: according-to, cue verb, quotation beside a speaker, embedded post; else it is the author.
 * Never: makes a speaker of a word that the text does not give; carries a speaker past a paragraph without a quotation.
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import type { NameMatch } from "./findNames.ts";
import type { Item } from "./items.ts";
import type { LanguagePack } from "./packRows.ts";
import type { Quote, Quotes } from "./quotes.ts";
import type { Sentence } from "./sentences.ts";
import { accordingSpeech, quotedSpeech } from "./speechAccording.ts";
import { announcedSpeech } from "./speechAnnounced.ts";
import { speakBehindQuotes } from "./speechBehindQuote.ts";
import { carriedSpeech, type LastSpeech } from "./speechCarried.ts";
import { changeSpeech } from "./changeSpeech.ts";
import { chantSpeech } from "./speechChants.ts";
import { colonSpeech } from "./speechColon.ts";
import { type CueClasses, is, type Line, lineOf } from "./speechCues.ts";
import {
  bodyOf,
  type Entity,
  entityOf,
  insert,
  isHuman,
  makeMemory,
  remember,
  rememberRole,
  type SpeechMemory,
  toldEntity,
} from "./speechMemory.ts";
import { finalSpeech } from "./speechFinal.ts";
import { partVoices } from "./speechApart.ts";
import { widenByMention } from "./speechWith.ts";
import { carryDatelines, labelSpeech } from "./speechDateline.ts";
import { resolutionSpeech } from "./speechResolution.ts";
import { rememberOffice } from "./speechOffices.ts";
import { openedSpeeches, quoteOpener } from "./speechOpened.ts";
import { leaveUnheard } from "./speechUnheard.ts";
import { findPosts } from "./speechPosts.ts";
import { bringsNews } from "./speechPublished.ts";
import { changePhrase, type NounPhrase } from "./nounPhrase.ts";
import { speakerOf } from "./speechSpeaker.ts";
import { firstPhrase } from "./speechSubject.ts";
import { type ReadSpeech, verbSpeech } from "./speechVerb.ts";
import { hasEnding, isWordOf } from "./speechWords.ts";
import type { Tokens } from "./tokens.ts";
import { holdsOneOf, isOneOf } from "./wordSets.ts";

export { type CueClasses, makeCueClasses } from "./speechCues.ts";

/** A sentence with its grouped items; items are empty where nothing in it can matter. */
export type SentenceReading = {
  readonly index: number;
  readonly sentence: Sentence;
  readonly items: readonly Item[];
  readonly string: string;
  /** It is in another script or language, so nothing of it is read. */
  readonly isForeign?: true;
};

export type TokenRange = readonly [number, number];

export type Speaker = {
  /** Words that name the speaker where the claim stands. */
  readonly range: TokenRange;
  /** Fullest name, or null where only a pronoun or a bare noun is given and nothing resolves it. */
  readonly source: string | null;
  readonly name: NameMatch | null;
  readonly isNamed: boolean;
  readonly isUnnamed: boolean;
  readonly isPlural: boolean;
};

/** cited: whom the one who says it names as a source; judge: condemns or praises; record: counts or documents; quote: goes on without a cue. */
export type SpeechKind =
  | "say"
  | "judge"
  | "call"
  | "record"
  | "according"
  | "cited"
  | "quote"
  | "post"
  | "chant";

export type Speech = {
  readonly kind: SpeechKind;
  readonly sentence: number;
  readonly speaker: Speaker;
  readonly cue: TokenRange | null;
  /** What is said, in one or two pieces ("A," she said, "B"). */
  readonly contents: readonly TokenRange[];
  /** From the speaker to the end of what is said. */
  readonly whole: TokenRange;
  readonly quotes: readonly Quote[];
  readonly isDenial: boolean;
  /** The document's author says it ("we call on"), so it has no source. */
  readonly isAuthor: boolean;
  /** The cue itself stands inside a quotation: somebody tells what another said. */
  readonly isInQuote: boolean;
  /** Date of the speech itself (posts), EDTF, or null. */
  readonly date: TokenRange | null;
  /** A post in another script or language than the document: one statement, whose words are not read. */
  readonly isForeign: boolean;
  /** The source is named in an earlier sentence and has not been followed by another. */
  readonly isCarried: boolean;
};

/** Tables for finding speeches in one document; `names` by the token at which each begins. */
export type SpeechContext = {
  readonly tokens: Tokens;
  readonly quotes: Quotes;
  readonly classes: ClauseClasses;
  readonly cues: CueClasses;
  readonly pack: LanguagePack;
  readonly names: ReadonlyMap<number, NameMatch>;
};

export const SPEECH_NOTES = [
  {
    code: "speaker-unresolved",
    level: "doubt",
    means: "Somebody is quoted, and the text does not say safely who; the source is left empty",
  },
  {
    code: "source-carried",
    level: "info",
    means: "The source is named in an earlier sentence, and nobody else has spoken since",
  },
] as const;

/** Finds the speeches of all sentences, with carried speakers and posts. */
export function findSpeeches(
  readings: readonly SentenceReading[],
  context: SpeechContext,
): Speech[] {
  const speeches: Speech[] = [];
  const memory = makeMemory();
  const opened: Speech[] = [];
  let last: LastSpeech | null = null;
  let opener: Speech | null = null;
  for (const reading of readings) {
    const line = lineOf(reading.index, readings, context);
    if (line === null) continue;
    const found = widenByMention(
      partVoices(
        speechesOf(line, readings, context, memory).filter((one) => !isContrary(one, context)),
        reading.items,
        context,
      ),
      reading.items,
      context,
    );
    const carried: Speech | null = found.some((speech) => speech.whole[0] === reading.sentence.from)
      ? null
      : carriedSpeech(
          reading,
          last,
          lastPerson(memory),
          opener?.sentence === reading.index - 1 ? opener : null,
          readings[reading.index - 1],
          context,
        );
    const all: readonly Speech[] = carried === null ? found : [carried, ...found];
    opened.push(...openedSpeeches(line, found, readings, context, memory));
    opener = quoteOpener(line, found, readings, context, memory);
    if (carried !== null) rememberCarried(carried.speaker, reading.index, memory);
    rememberSubject(line, all, context, memory);
    for (const speech of all) {
      speeches.push(speech);
      if (!speech.isAuthor && !isNested(speech, all))
        last = { speech, block: reading.sentence.block };
    }
  }
  const voiced = speakBehindQuotes(speeches, readings, context);
  const all = [...withoutCovered(voiced), ...findPosts(readings, context)];
  return leaveUnheard(
    [...all, ...unspoken(opened, all), ...carryDatelines(readings, all, context)],
    context,
  );
}

/** "|Contrary to what the ministry| says, 40 were killed": what is told is what they do not say; but "unlike the ministry, which says 12". */
function isContrary({ speaker }: Speech, { tokens, pack }: SpeechContext): boolean {
  const [from, to] = speaker.range;
  const contrary = pack.wordsIn("CONTRARYW");
  const isOpened = isOneOf(tokens, from, contrary) || isOneOf(tokens, from - 1, contrary);
  return isOpened && holdsOneOf(tokens, from, to, pack.wordsIn("WHATEVERW"));
}

/** Sentences below a colon in which nobody else speaks. */
function unspoken(opened: readonly Speech[], all: readonly Speech[]): readonly Speech[] {
  if (opened.length === 0) return opened;
  const voiced = new Set(all.filter(({ isAuthor }) => !isAuthor).map(({ sentence }) => sentence));
  return opened.filter(({ sentence }) => !voiced.has(sentence));
}

/** A quotation that a later cue names the speaker of needs no guess. */
function withoutCovered(speeches: readonly Speech[]): readonly Speech[] {
  if (!speeches.some(({ kind }) => kind === "quote")) return speeches;
  const cued = new Set(
    speeches.filter((speech) => speech.kind !== "quote").flatMap((speech) => speech.quotes),
  );
  return speeches.filter(
    (speech) => speech.kind !== "quote" || !speech.quotes.some((quote) => cued.has(quote)),
  );
}

/** What somebody is quoted as having said within another's words. */
function isNested(speech: Speech, all: readonly Speech[]): boolean {
  const [from] = speech.speaker.range;
  return all.some(
    (other) =>
      other !== speech && other.quotes.some((quote) => quote.from < from && from < quote.to),
  );
}

function lastPerson(memory: SpeechMemory): Entity | null {
  return memory.entities.at(-1) ?? null;
}

function speechesOf(
  line: Line,
  readings: readonly SentenceReading[],
  context: SpeechContext,
  memory: SpeechMemory,
): Speech[] {
  const found: Speech[] = [];
  let done = -1;
  for (let k = 0; k < line.items.length; k++) {
    const isWithin =
      k < done && (is(line, k, context.cues.according) || is(line, k, context.cues.noun));
    if (isWithin && !(context.pack.isVerbFinal && is(line, k, context.cues.citing))) continue;
    if (!is(line, k, context.cues.opens)) continue;
    const headless =
      found.length === 0 ? resolutionSpeech(line, k, readings, context, memory) : null;
    const reads =
      headless === null ? speechesAt(line, k, context, memory, found.at(-1) ?? null) : [headless];
    for (const read of reads) {
      found.push(read.speech);
      if (
        read.speech.kind === "according" &&
        read.phrase !== null &&
        !is(line, k, context.cues.carrier)
      )
        done = Math.max(k + 1, read.phrase.to);
      keepSpeaker(line, read, context, memory);
    }
  }
  const cut = found.map((speech, index) =>
    speech.kind === "cited"
      ? underHost(speech, found)
      : cutAtNext(speech, found.slice(index + 1), context),
  );
  if (!context.pack.isVerbFinal) tellNested(cut, line.reading.index, memory);
  return cut;
}

/** "A said that B complained. He added …": of whom A tells spoke within A's words, and A is who goes on. */
function tellNested(speeches: readonly Speech[], sentence: number, memory: SpeechMemory): void {
  for (const inner of speeches) {
    const host = speeches.find((one) => one !== inner && isWithin(inner, one));
    if (host === undefined || inner.speaker.source === host.speaker.source) continue;
    const at = lastOf(memory, inner.speaker, sentence);
    const before = lastOf(memory, host.speaker, sentence);
    if (at <= before || before < 0) continue;
    const [told] = memory.entities.splice(at, 1);
    if (told !== undefined) insert(memory, before, { ...told, spoke: false });
  }
}

const TOLD_BY_VERB: ReadonlySet<SpeechKind> = new Set(["say", "judge", "call", "record"]);

function isWithin({ speaker, kind }: Speech, host: Speech): boolean {
  const [from] = speaker.range;
  return (
    TOLD_BY_VERB.has(kind) &&
    TOLD_BY_VERB.has(host.kind) &&
    !host.isAuthor &&
    host.contents.some(([first, end]) => first <= from && from < end)
  );
}

function lastOf(memory: SpeechMemory, { source }: Speaker, sentence: number): number {
  return memory.entities.findLastIndex(
    (one) => one.sentence === sentence && one.speaker.source === source,
  );
}

/** "state media said, citing police": the police say what state media hand on. */
function underHost(cited: Speech, found: readonly Speech[]): Speech {
  const host = found.find(
    (other) =>
      other !== cited &&
      (other.kind === "say" || other.kind === "according" || other.kind === "record"),
  );
  return host === undefined ? cited : changeSpeech(cited, { contents: host.contents });
}

/** "Canada opposed the draft, Norway regretted the delay": what one says ends where the next one speaks. */
function cutAtNext(speech: Speech, later: readonly Speech[], context: SpeechContext): Speech {
  const [content] = speech.contents;
  if (
    speech.kind === "call" ||
    content === undefined ||
    speech.contents.length > 1 ||
    speech.quotes.length > 0 ||
    speech.cue === null ||
    content[0] < speech.cue[0]
  )
    return speech;
  for (const next of later) {
    const isAccording = next.kind === "according";
    // "denied that A |and said| that B": the second verb goes on from the same speaker.
    const isSame = next.cue !== null && next.speaker.range[0] === speech.speaker.range[0];
    const at = isAccording || isSame ? (next.cue?.[0] ?? 0) : next.whole[0];
    const isOwn =
      next.kind === "say" ||
      next.kind === "call" ||
      (isAccording && context.pack.isVerbFinal && isWordOf(at - 1, context.cues.but, context)) ||
      (next.kind === "judge" && speech.kind === "judge");
    const end = isJoint(at - 1, context) ? at - 1 : beforeWhile(at, context);
    if (!isOwn || at <= content[0] + 1 || at >= content[1] || end <= content[0]) continue;
    return changeSpeech(speech, {
      contents: [[content[0], end]],
      whole: [speech.whole[0], end],
    });
  }
  return speech;
}

/** "The police say P, |while| rights groups tell of Q", where verbs stand last: where the words of the first end, or -1. */
function beforeWhile(at: number, { tokens, pack }: SpeechContext): number {
  const words = pack.wordsIn("WHILEW");
  if (!pack.isVerbFinal || !isOneOf(tokens, at - 2, words)) return -1;
  return tokens.form[at - 4] === "," || tokens.form[at - 4] === "،" ? at - 4 : at - 3;
}

function isJoint(token: number, context: SpeechContext): boolean {
  const form = context.tokens.form[token] ?? "";
  return (
    form === "," ||
    form === ";" ||
    isWordOf(token, context.cues.conjunction, context) ||
    isWordOf(token, context.cues.but, context)
  );
}

function speechesAt(
  line: Line,
  k: number,
  context: SpeechContext,
  memory: SpeechMemory,
  previous: Speech | null,
): ReadSpeech[] {
  const { cues } = context;
  if (is(line, k, cues.quoting) || is(line, k, cues.carrier)) {
    const quoted = quotedSpeech(line, k, context, memory);
    if (quoted.length > 0) return quoted;
  }
  let read: ReadSpeech | null = null;
  if (is(line, k, cues.according)) read = accordingSpeech(line, k, context, memory);
  else if (is(line, k, cues.chant)) read = chantSpeech(line, k, context, memory);
  if (read === null && (is(line, k, cues.any) || bringsNews(line, k, context))) {
    const readVerb = context.pack.isVerbFinal ? finalSpeech : verbSpeech;
    read = readVerb(line, k, context, memory, previous);
  }
  if (read === null && context.pack.isVerbFinal && is(line, k, cues.announced))
    read = announcedSpeech(line, k, context, memory);
  if (read === null && context.pack.isVerbFinal && is(line, k, cues.labelMark))
    read = labelSpeech(line, k, context);
  if (read === null && (is(line, k, cues.colon) || is(line, k, cues.dash)))
    read = colonSpeech(line, k, context, memory);
  return read === null ? [] : [read];
}

function keepSpeaker(
  line: Line,
  { speech, phrase }: ReadSpeech,
  context: SpeechContext,
  memory: SpeechMemory,
): void {
  if (phrase === null || speech.isAuthor || speech.isInQuote) return;
  if (
    speech.speaker.name === null &&
    speech.cue !== null &&
    context.tokens.form[speech.cue[0]] === ":"
  )
    return;
  rememberRole(line, phrase, context, memory);
  rememberOffice(line, phrase, speech.speaker, context, memory);
  const own = entityOf(line, phrase, context);
  const speaker = heardOf(line, phrase, speech.speaker, own.type, context);
  // "He said: my brother asked for help": the brother is told of in what he says.
  if (isOneOf(context.tokens, speaker.range[0], context.pack.wordsIn("MYKINW"))) return;
  if (speaker.source === null) return;
  const known = memory.entities.findLast((entity) => entity.speaker.source === speaker.source);
  const kept = own.type === "any" && known !== undefined ? known : own;
  const sex = own.sex ?? known?.sex ?? null;
  rememberBody(line, phrase, own, context, memory);
  remember(memory, toldEntity(kept, speaker, sex, line.reading.index, true));
}

/** "A, director of Iran Human Rights, said": "the group" behind it is that body. */
function rememberBody(
  line: Line,
  phrase: NounPhrase,
  own: Pick<Entity, "type">,
  context: SpeechContext,
  memory: SpeechMemory,
): void {
  const body = own.type === "person" ? bodyOf(line, phrase, context) : null;
  if (body === null) return;
  const told = { isMany: false, type: "thing", head: "" } as const;
  const entity = toldEntity(told, body, null, line.reading.index, false);
  remember(memory, { ...entity, isSpokenFor: true });
}

/** "Musavi said", a word that no list knows, in a script without capitals: "he" behind it is he. */
function heardOf(
  line: Line,
  { from, to }: NounPhrase,
  speaker: Speaker,
  type: Entity["type"],
  { pack, tokens }: SpeechContext,
): Speaker {
  const item = line.items[from];
  const isWord = to === from + 1 && type === "any" && item?.entry === null && item.group === null;
  if (speaker.source !== null || !pack.isVerbFinal || !isWord) return speaker;
  const form = tokens.form[item.from] ?? "";
  return form.length < SURNAME_LETTERS ? speaker : { ...speaker, source: form };
}

/** Letters of the shortest surname that is taken for one wherever it speaks. */
const SURNAME_LETTERS = 4;

/** "The Special Rapporteur |received reports|": a word in "-ed" right behind a noun is what the subject did. */
function beforeVerb(line: Line, phrase: NounPhrase, context: SpeechContext): NounPhrase {
  const { pack, tokens } = context;
  if (pack.isVerbFinal) return phrase;
  for (let at = phrase.headFrom + 1; at < phrase.headTo; at++) {
    const form = tokens.form[line.items[at]?.from ?? 0] ?? "";
    const isNoun = isHuman((line.items[at - 1]?.to ?? 1) - 1, context);
    if (isNoun && hasEnding(form, "ED", pack))
      return changePhrase(phrase, { to: at, headTo: at, aside: null });
  }
  return phrase;
}

/** Whose words go on in a sentence speaks there too. */
function rememberCarried({ source }: Speaker, sentence: number, memory: SpeechMemory): void {
  const known =
    source === null ? undefined : memory.entities.findLast((one) => one.speaker.source === source);
  if (known !== undefined) remember(memory, { ...known, sex: null, sentence, spoke: true });
}

/** A sentence's subject can be whom "she" in the next one means. */
function rememberSubject(
  line: Line,
  speeches: readonly Speech[],
  context: SpeechContext,
  memory: SpeechMemory,
): void {
  if (
    speeches.some(
      (speech) => speech.cue !== null && speech.speaker.range[0] <= line.reading.sentence.from + 2,
    )
  )
    return;
  const opening = firstPhrase(line, line.items.length, context);
  if (opening === null) return;
  const phrase = beforeVerb(line, opening, context);
  const entity = entityOf(line, phrase, context);
  const speaker = speakerOf(line, phrase, context, memory, { isBehind: false, goesOn: false });
  rememberRole(line, phrase, context, memory);
  if (speaker === null || speaker.source === null || entity.type === "any") return;
  // "Two of them, A and B, met the judge. They said": not A alone.
  if (entity.isMany && speaker.name?.type === "person") return;
  // Without articles the first noun phrase may be no subject: only a name is kept.
  if (context.pack.isVerbFinal && line.items[phrase.from]?.group == null && speaker.name === null)
    return;
  const subject = toldEntity(entity, speaker, entity.sex, line.reading.index, false);
  const first = memory.entities.findIndex((other) => other.sentence === line.reading.index);
  if (first < 0) remember(memory, subject);
  else insert(memory, first, subject);
}
