/**
 * In: the sentences of a document. Out: who says what: speaker, cue, and the token ranges of what is said.
 * Order of trust: according-to, cue verb, quotation beside a speaker, embedded post; else it is the author.
 * Never: makes a speaker of a word that the text does not give; carries a speaker past a paragraph without a quotation.
 */
import { type ClauseClasses, clauseEnd, findSubject, skipLeft } from "./clause.ts";
import type { NameMatch } from "./findNames.ts";
import type { Item } from "./items.ts";
import type { Quote, Quotes } from "./quotes.ts";
import type { Sentence } from "./sentences.ts";
import { TOKEN, type Tokens } from "./tokens.ts";

/** A sentence with its grouped items; items are empty where nothing in it can matter. */
export type SentenceReading = {
  readonly index: number;
  readonly sentence: Sentence;
  readonly items: readonly Item[];
  readonly string: string;
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

export type SpeechKind = "say" | "judge" | "call" | "according" | "quote" | "post" | "chant";

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
  /** Date of the speech itself (posts), EDTF, or null. */
  readonly date: TokenRange | null;
};

/** Tables and memory for finding speeches in one document. */
export type SpeechContext = {
  readonly tokens: Tokens;
  readonly quotes: Quotes;
  readonly classes: ClauseClasses;
  readonly cues: CueClasses;
};

export type CueClasses = ReturnType<typeof makeCueClasses>;

/** Cue tables of a language. */
export function makeCueClasses(classes: ClauseClasses) {
  const { of } = classes;
  return {
    say: of("CUE.say"),
    saying: of("CUE.saying"),
    judge: of("CUE.judge"),
    call: of("CUE.call"),
    according: of("CUE.according"),
    noun: of("CUE.noun"),
    chant: of("CUE.chant"),
    deny: of("OP.neg"),
    speaker: of("GROUP", "PERSON", "ORG", "NAME"),
    nounish: of("LOWER", "CUE.noun", "CAP", "ING", "STATN", "CUSTODYN", "VIOLEVENT", "HUMAN", "INST", "ADJ", "PLACE", "PRISON", "T.noun"),
    trigger: of("T.part", "T.past", "T.noun", "T.intr", "T.phrase"),
    determiner: of("DET", "POSSP", "ADJ", "OF", "PREP", "QTY", "OP.fact"),
    unnamed: of("CUE.noun"),
    past: of("BE", "BEEN"),
    indefinite: of("INDEF"),
  };
}

/** Finds the speeches of all sentences, with carried speakers and posts. */
export function findSpeeches(readings: readonly SentenceReading[], context: SpeechContext): Speech[] {
  const speeches: Speech[] = [];
  let last: { speech: Speech; block: number } | null = null;
  let lastPerson: Speaker | null = null;
  let lastOrganisation: Speaker | null = null;
  for (const reading of readings) {
    const found = speechesOf(reading, context, { person: lastPerson, organisation: lastOrganisation });
    const withQuotes: readonly Speech[] = found.length > 0 ? found : carried(reading, last, context);
    for (const speech of withQuotes) {
      speeches.push(speech);
      last = { speech, block: reading.sentence.block };
      if (speech.speaker.name?.type === "person") lastPerson = speech.speaker;
      else if (speech.speaker.name?.type === "organisation") lastOrganisation = speech.speaker;
      else if (speech.speaker.source !== null && !speech.speaker.isUnnamed) lastPerson = speech.speaker;
    }
  }
  return [...speeches, ...findPosts(readings, context)];
}

type Memory = { readonly person: Speaker | null; readonly organisation: Speaker | null };

function speechesOf(reading: SentenceReading, context: SpeechContext, memory: Memory): Speech[] {
  const { items } = reading;
  const { cues } = context;
  const found: Speech[] = [];
  let remembered = memory;
  for (let k = 0; k < items.length; k++) {
    const { set } = items[k] as Item;
    const previous = found[found.length - 1] ?? null;
    let speech: Speech | null = null;
    if (cues.according[set] === 1) speech = accordingSpeech(reading, k, context, remembered);
    else if (cues.call[set] === 1) speech = verbSpeech(reading, k, "call", context, remembered, previous);
    else if (cues.say[set] === 1 || cues.saying[set] === 1) {
      speech = verbSpeech(reading, k, cues.judge[set] === 1 && !opensContent(items, k + 1, context) ? "judge" : "say", context, remembered, previous);
    } else if (cues.judge[set] === 1) speech = verbSpeech(reading, k, "judge", context, remembered, previous);
    else if (cues.chant[set] === 1) speech = chantSpeech(reading, k, context);
    if (speech === null) speech = colonSpeech(reading, k, context);
    if (speech === null) continue;
    found.push(speech);
    if (speech.speaker.name?.type === "person") remembered = { ...remembered, person: speech.speaker };
    if (speech.speaker.name?.type === "organisation") remembered = { ...remembered, organisation: speech.speaker };
  }
  return found;
}

// --- according to X -------------------------------------------------------------------------------------------

function accordingSpeech(reading: SentenceReading, k: number, context: SpeechContext, memory: Memory): Speech | null {
  const { items, sentence, index } = reading;
  const { classes } = context;
  const end = phraseEnd(items, k + 1, classes);
  if (end <= k + 1) return null;
  const speaker = speakerIn(items, k + 1, end, context, memory);
  if (speaker === null) return null;
  const cueItem = items[k] as Item;
  const last = items[end - 1] as Item;
  const contents: TokenRange[] = [];
  if (k > 0) contents.push([sentence.from, cueItem.from]);
  if (end < items.length) contents.push([last.to, sentence.to]);
  if (k > 2 && end < items.length && classes.comma[items[end]?.set ?? 0] === 1 && contents.length === 2) {
    contents[1] = [last.to, sentence.to];
  }
  return {
    kind: "according",
    sentence: index,
    speaker,
    cue: [cueItem.from, cueItem.to],
    contents,
    whole: [sentence.from, sentence.to],
    quotes: quotesIn(contents, context),
    isDenial: false,
    date: null,
  };
}

/** End of the noun phrase that names a source: at a comma, a verb, a quotation or the sentence end. */
function phraseEnd(items: readonly Item[], from: number, classes: ClauseClasses): number {
  let at = from;
  for (; at < items.length && at < from + 16; at++) {
    const { set } = items[at] as Item;
    if (classes.comma[set] === 1 || classes.stop[set] === 1 || classes.dash[set] === 1) break;
    if (classes.quoteOpen[set] === 1 || classes.quoteClose[set] === 1 || classes.open[set] === 1) break;
    if (classes.relative[set] === 1 || classes.but[set] === 1) break;
    if (at > from && (classes.aux[set] === 1 || classes.cue[set] === 1 || classes.time[set] === 1)) break;
    if (classes.and[set] === 1 && !isNounAfter(items, at, classes)) break;
  }
  return at;
}

function isNounAfter(items: readonly Item[], at: number, classes: ClauseClasses): boolean {
  const next = items[at + 1];
  return next !== undefined && (classes.anyGroup[next.set] === 1 || classes.named[next.set] === 1 || classes.lower[next.set] === 1);
}

// --- X said, said X -------------------------------------------------------------------------------------------

function verbSpeech(
  reading: SentenceReading,
  k: number,
  kind: "say" | "judge" | "call",
  context: SpeechContext,
  memory: Memory,
  previous: Speech | null,
): Speech | null {
  const { items, sentence } = reading;
  const { classes, cues, tokens } = context;
  const cueItem = items[k] as Item;
  const left = skipLeft(items, k - 1, classes.adverb);
  const before = items[left];
  const isParticiple = cues.saying[cueItem.set] === 1 || tokens.form[cueItem.to - 1]?.endsWith("ing") === true;
  if (before !== undefined && kind !== "call" && !isParticiple) {
    if (classes.be[before.set] === 1 && !isQuotedAs(cueItem)) return null;
    if (isNounUse(items, k, left, context)) return null;
    if (cues.trigger[cueItem.set] === 1 && !opensContent(items, k + 1, context)) return null;
  }
  if (before === undefined && !isParticiple && kind !== "call" && isNounUse(items, k, left, context)) return null;
  const inverted = invertedSpeaker(reading, k, left, context, memory);
  if (inverted !== null) return inverted;
  let auxStart = k;
  while (auxStart > 0 && isAux(items[auxStart - 1] as Item, classes)) auxStart--;
  const leftOfAux = items[auxStart - 1];
  const isCoordinate =
    previous !== null && leftOfAux !== undefined && (classes.and[leftOfAux.set] === 1 || classes.but[leftOfAux.set] === 1 || (classes.comma[leftOfAux.set] === 1 && isParticiple));
  let speaker: Speaker | null = null;
  let speakerItem = auxStart;
  if (isCoordinate || (isParticiple && previous !== null)) speaker = previous.speaker;
  if (speaker === null) {
    const subject = findSubject(items, auxStart, classes, { auxless: false, accepts: cues.speaker });
    if (subject >= 0 && !isInsidePhrase(items, subject, auxStart, classes)) {
      speaker = speakerIn(items, subject, speakerEnd(items, subject, auxStart, classes), context, memory);
      speakerItem = subject;
    }
    const phrase = phraseBefore(items, auxStart, context);
    if (phrase >= 0 && (speaker === null || phrase > speakerItem)) {
      const other = speakerIn(items, phrase, auxStart, context, memory);
      if (other !== null) {
        speaker = other;
        speakerItem = phrase;
      }
    }
  }
  if (speaker === null) return null;
  return placeContents(reading, k, auxStart, speakerItem, speaker, kind, isCoordinate, context, sentence);
}

function isQuotedAs(item: Item): boolean {
  return item.entry !== null && item.entry.words.includes("quoted");
}

function isAux(item: Item, classes: ClauseClasses): boolean {
  return (classes.aux[item.set] === 1 || classes.adverb[item.set] === 1) && classes.anyGroup[item.set] !== 1;
}

/** "the reports", "a claim", "his report of": a noun, no verb. */
function isNounUse(items: readonly Item[], k: number, left: number, context: SpeechContext): boolean {
  const { classes, cues } = context;
  const cueItem = items[k] as Item;
  if (cues.noun[cueItem.set] !== 1) return false;
  const before = items[left];
  if (before === undefined) return true;
  if (classes.determiner[before.set] === 1 || classes.preposition[before.set] === 1) return true;
  if (classes.quantity[before.set] === 1) return true;
  if (cues.speaker[before.set] !== 1) return classes.adjective[before.set] === 1 || before.set === (items[k - 1]?.set ?? -1);
  return false;
}

function opensContent(items: readonly Item[], at: number, context: SpeechContext): boolean {
  const item = items[at];
  if (item === undefined) return false;
  const { classes } = context;
  return classes.that[item.set] === 1 || classes.quoteOpen[item.set] === 1 || classes.colon[item.set] === 1;
}

/** `…," said X` and `…, said X, a lawyer`. */
function invertedSpeaker(reading: SentenceReading, k: number, left: number, context: SpeechContext, memory: Memory): Speech | null {
  const { items, sentence, index } = reading;
  const { classes, cues } = context;
  const before = items[left];
  const next = items[k + 1];
  if (before === undefined || next === undefined) return null;
  const closesQuote = classes.quoteClose[before.set] === 1;
  if (!closesQuote && classes.comma[before.set] !== 1) return null;
  const isSpeaker = cues.speaker[next.set] === 1 || classes.determiner[next.set] === 1;
  if (!isSpeaker || classes.that[next.set] === 1) return null;
  if (!closesQuote && opensContent(items, speakerEnd(items, k + 1, items.length, classes), context)) return null;
  const end = phraseEnd(items, k + 1, classes);
  const speaker = speakerIn(items, k + 1, end, context, memory);
  if (speaker === null) return null;
  const cueItem = items[k] as Item;
  const contents: TokenRange[] = [[sentence.from, before.to]];
  const after = resumedQuote(items, end, context);
  if (after !== null) contents.push([after.from, after.to]);
  const quotes = quotesIn(contents, context);
  return {
    kind: "say",
    sentence: index,
    speaker,
    cue: [cueItem.from, cueItem.to],
    contents: widen(contents, quotes),
    whole: [sentence.from, sentence.to],
    quotes,
    isDenial: false,
    date: null,
  };
}

/** A quotation that goes on after the speaker: `"A," said X. "B"` in the same sentence. */
function resumedQuote(items: readonly Item[], from: number, context: SpeechContext): Quote | null {
  for (let at = from; at < items.length; at++) {
    const item = items[at] as Item;
    if (context.classes.quoteOpen[item.set] === 1) return quoteFrom(item.from, context);
  }
  return null;
}

function quoteFrom(token: number, context: SpeechContext): Quote | null {
  const index = context.quotes.innermost[token] ?? -1;
  return index < 0 ? null : (context.quotes.quotes[index] ?? null);
}

function placeContents(
  reading: SentenceReading,
  k: number,
  auxStart: number,
  speakerItem: number,
  speaker: Speaker,
  kind: "say" | "judge" | "call",
  isCoordinate: boolean,
  context: SpeechContext,
  sentence: Sentence,
): Speech | null {
  const { items, index } = reading;
  const { classes } = context;
  const cueItem = items[k] as Item;
  const speakerStart = isCoordinate ? cueItem.from : (items[speakerItem]?.from ?? cueItem.from);
  const beforeSpeaker = items[speakerItem - 1];
  const contents: TokenRange[] = [];
  const tailItems = items.length - (k + 1);
  const opens = opensContent(items, k + 1, context) || hasQuoteAfter(items, k + 1, context);
  const closesBefore =
    !isCoordinate &&
    beforeSpeaker !== undefined &&
    speakerItem > 2 &&
    (classes.comma[beforeSpeaker.set] === 1 || classes.quoteClose[beforeSpeaker.set] === 1);
  const isShortTail = tailItems <= 1 || endsSoon(items, k + 1, classes);
  const hasQuoteBefore = closesBefore && quoteEndsNear(items, speakerItem, classes);
  if (closesBefore && (hasQuoteBefore || (isShortTail && !opens))) {
    contents.push([sentence.from, beforeSpeaker.to]);
    if (opens || (!isShortTail && !hasQuoteBefore)) {
      const after = items[k + 1];
      if (after !== undefined) contents.push([after.from, sentence.to]);
    }
  } else {
    const after = items[k + 1];
    if (after === undefined) return null;
    contents.push([contentStart(items, k + 1, classes), contentEnd(reading, k, context)]);
    if ((contents[0]?.[1] ?? 0) <= (contents[0]?.[0] ?? 0)) return null;
  }
  const quotes = quotesIn(contents, context);
  const widened = widen(contents, quotes);
  const lastEnd = Math.max(...widened.map((range) => range[1]));
  const firstStart = Math.min(speakerStart, ...widened.map((range) => range[0]));
  return {
    kind,
    sentence: index,
    speaker,
    cue: [cueItem.from, cueItem.to],
    contents: widened,
    whole: [firstStart, lastEnd],
    quotes,
    isDenial: context.cues.deny[cueItem.set] === 1,
    date: null,
  };
}

function contentStart(items: readonly Item[], at: number, classes: ClauseClasses): number {
  const item = items[at] as Item;
  const isOpener = classes.that[item.set] === 1 || classes.colon[item.set] === 1 || classes.comma[item.set] === 1;
  return isOpener ? item.to : item.from;
}

/** To the sentence end, or to the next coordinated cue of the same speaker. */
function contentEnd(reading: SentenceReading, k: number, context: SpeechContext): number {
  const { items, sentence } = reading;
  const { classes, cues } = context;
  for (let i = k + 1; i < items.length; i++) {
    const item = items[i] as Item;
    if (cues.say[item.set] !== 1 && cues.judge[item.set] !== 1 && cues.call[item.set] !== 1 && cues.saying[item.set] !== 1) continue;
    const before = skipLeft(items, i - 1, classes.aux);
    const joint = items[before];
    if (joint === undefined || before <= k + 1) continue;
    if (classes.and[joint.set] === 1 || classes.but[joint.set] === 1) return joint.from;
    if (classes.comma[joint.set] === 1 && cues.saying[item.set] === 1) return joint.from;
  }
  return sentence.to;
}

function hasQuoteAfter(items: readonly Item[], from: number, context: SpeechContext): boolean {
  for (let i = from; i < Math.min(items.length, from + 4); i++) {
    if (context.classes.quoteOpen[items[i]?.set ?? 0] === 1) return true;
  }
  return false;
}

function endsSoon(items: readonly Item[], from: number, classes: ClauseClasses): boolean {
  const first = items[from];
  if (first === undefined || classes.stop[first.set] === 1 || classes.comma[first.set] === 1) return true;
  const isAdjunct = classes.time[first.set] === 1 || classes.preposition[first.set] === 1 || classes.adverb[first.set] === 1;
  return isAdjunct && items.length - from <= 9 && !hasVerb(items, from, classes);
}

function hasVerb(items: readonly Item[], from: number, classes: ClauseClasses): boolean {
  for (let i = from; i < items.length; i++) {
    const set = items[i]?.set ?? 0;
    if (classes.aux[set] === 1 || classes.that[set] === 1) return true;
  }
  return false;
}

function quoteEndsNear(items: readonly Item[], at: number, classes: ClauseClasses): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 2); i--) if (classes.quoteClose[items[i]?.set ?? 0] === 1) return true;
  return false;
}

/** The subject found stands inside another phrase, a comma and a verb away. */
function isInsidePhrase(items: readonly Item[], subject: number, auxStart: number, classes: ClauseClasses): boolean {
  for (let i = subject + 1; i < auxStart; i++) {
    const set = items[i]?.set ?? 0;
    if (classes.aux[set] === 1 && classes.relative[items[i - 1]?.set ?? 0] !== 1 && !hasRelative(items, subject, i, classes)) return true;
  }
  return false;
}

function hasRelative(items: readonly Item[], from: number, to: number, classes: ClauseClasses): boolean {
  for (let i = from; i < to; i++) if (classes.relative[items[i]?.set ?? 0] === 1) return true;
  return false;
}

/** Where the words of a speaker end: before a comma, a relative clause or the verb. */
function speakerEnd(items: readonly Item[], from: number, limit: number, classes: ClauseClasses): number {
  const first = items[from];
  if (first?.group?.persons.length === 1 || first?.name !== null) return from + 1;
  let at = from + 1;
  for (; at < limit; at++) {
    const { set } = items[at] as Item;
    if (classes.comma[set] === 1 || classes.stop[set] === 1 || classes.dash[set] === 1 || classes.relative[set] === 1) break;
    if (classes.time[set] === 1 || classes.open[set] === 1 || classes.aux[set] === 1 || classes.quoteOpen[set] === 1) break;
    if (classes.adverb[set] === 1 && at >= limit - 2) break;
  }
  return at;
}

/** Start of a bare noun phrase right before a cue ("a statement said", "sources say"), or -1. */
function phraseBefore(items: readonly Item[], auxStart: number, context: SpeechContext): number {
  const { cues, classes } = context;
  let at = auxStart - 1;
  const last = items[at];
  if (last === undefined || cues.nounish[last.set] !== 1 || cues.speaker[last.set] === 1) return -1;
  for (; at > 0; at--) {
    const before = items[at - 1] as Item;
    const isPart =
      cues.nounish[before.set] === 1 ||
      classes.determiner[before.set] === 1 ||
      classes.of_[before.set] === 1 ||
      classes.quantity[before.set] === 1 ||
      before.name !== null ||
      before.period !== null && false;
    if (!isPart || auxStart - at > 7) break;
  }
  return at;
}

// --- speakers ------------------------------------------------------------------------------------------------

/** The speaker named by items [from, to): a person, an organisation, or the words as they stand. */
function speakerIn(items: readonly Item[], from: number, to: number, context: SpeechContext, memory: Memory): Speaker | null {
  const { classes, cues, tokens } = context;
  const part = items.slice(from, to);
  const first = part[0];
  const last = part[part.length - 1];
  if (first === undefined || last === undefined) return null;
  if (part.length === 1 && classes.pronoun[first.set] === 1) return pronounSpeaker(first, tokens, memory);
  const persons = part.flatMap((item) => [
    ...(item.group?.persons ?? []),
    ...(item.name?.type === "person" ? [item.name] : []),
  ]);
  const head = persons[0];
  if (head !== undefined && (first.group?.persons.includes(head) === true || first.name === head || part.length <= 6)) {
    return named(head, persons.length > 1);
  }
  const organisation = part.find((item) => item.name?.type === "organisation" || item.name?.type === "unknown")?.name ?? null;
  if (organisation !== null && (first.name === organisation || isCueNounPhrase(part, context))) return named(organisation, false);
  if (organisation !== null && first.set !== undefined && classes.determiner[first.set] === 1 && part.length <= 3) return named(organisation, false);
  const end = trimEnd(part, context);
  const range: TokenRange = [first.from, end];
  if (range[1] <= range[0]) return null;
  const words = tokens.text.slice(tokens.start[range[0]], tokens.end[range[1] - 1]);
  const isUnnamed = part.some((item) => cues.unnamed[item.set] === 1) || first.group?.isIndefinite === true;
  return {
    range,
    source: words,
    name: null,
    isNamed: false,
    isUnnamed,
    isPlural: first.group?.quantity !== null && first.group?.quantity !== undefined,
  };
}

function trimEnd(part: readonly Item[], context: SpeechContext): number {
  let at = part.length - 1;
  while (at > 0 && (context.classes.adverb[part[at]?.set ?? 0] === 1 || part[at]?.period != null || context.classes.and[part[at]?.set ?? 0] === 1)) at--;
  return part[at]?.to ?? 0;
}

/** "a report by X", "reports by the X", "X’s report", "the X statement": X is the source. */
function isCueNounPhrase(part: readonly Item[], context: SpeechContext): boolean {
  return part.some((item) => context.cues.noun[item.set] === 1);
}

function named(name: NameMatch, isPlural: boolean): Speaker {
  return { range: [name.from, name.to], source: name.name, name, isNamed: true, isUnnamed: false, isPlural };
}

function pronounSpeaker(item: Item, tokens: Tokens, memory: Memory): Speaker | null {
  const form = tokens.form[item.from] ?? "";
  const isThing = item.entry?.classes.includes("PRONIT") === true;
  const isPerson = item.entry?.classes.includes("PRONSG") === true;
  const antecedent = isThing ? memory.organisation : isPerson ? memory.person : (memory.person ?? memory.organisation);
  const isFirst = !isThing && !isPerson && item.entry?.classes.includes("PRONPL") !== true;
  if (isFirst && form.length < 3) return null;
  return {
    range: [item.from, item.to],
    source: antecedent?.source ?? null,
    name: antecedent?.name ?? null,
    isNamed: antecedent?.isNamed ?? false,
    isUnnamed: antecedent === null,
    isPlural: item.entry?.classes.includes("PRONPL") === true,
  };
}

// --- quotations -----------------------------------------------------------------------------------------------

function quotesIn(contents: readonly TokenRange[], context: SpeechContext): Quote[] {
  const found: Quote[] = [];
  for (const [from, to] of contents) {
    for (let at = from; at < to; at++) {
      const index = context.quotes.innermost[at] ?? -1;
      if (index < 0) continue;
      const quote = outermost(context.quotes.quotes[index] as Quote, context);
      if (!found.includes(quote)) found.push(quote);
      at = Math.max(at, quote.to - 1);
    }
  }
  return found;
}

function outermost(quote: Quote, context: SpeechContext): Quote {
  if (quote.depth === 0) return quote;
  return context.quotes.quotes.find((other) => other.depth === 0 && other.from <= quote.from && quote.to <= other.to) ?? quote;
}

/** A content that touches a quotation of several sentences reaches over the whole quotation. */
function widen(contents: readonly TokenRange[], quotes: readonly Quote[]): TokenRange[] {
  return contents.map(([from, to]) => {
    let [start, end] = [from, to];
    for (const quote of quotes) {
      if (quote.from < end && start < quote.to) {
        start = Math.min(start, quote.from);
        end = Math.max(end, quote.to);
      }
    }
    return [start, end];
  });
}

/** A sentence that is a quotation without a cue: the speaker of the speech before it goes on. */
function carried(reading: SentenceReading, last: { speech: Speech; block: number } | null, context: SpeechContext): Speech[] {
  const { sentence, index, items } = reading;
  const quote = leadingQuote(sentence, context);
  if (quote === null || quote.to - quote.from < 5) return [];
  if (quote.from < sentence.from) return [];
  const covers = quote.to >= sentence.to - 2 || items.length === 0 || isQuoteAlone(quote, sentence, context);
  if (!covers) return [];
  const isNear = last !== null && sentence.block - last.block <= 2 && last.speech.sentence >= index - 6;
  const speaker: Speaker = isNear
    ? last.speech.speaker
    : { range: [quote.from, quote.from], source: null, name: null, isNamed: false, isUnnamed: true, isPlural: false };
  return [
    {
      kind: "quote",
      sentence: index,
      speaker,
      cue: null,
      contents: [[quote.from, quote.to]],
      whole: [quote.from, quote.to],
      quotes: [quote],
      isDenial: false,
      date: null,
    },
  ];
}

function leadingQuote(sentence: Sentence, context: SpeechContext): Quote | null {
  const at = context.quotes.innermost[sentence.from] ?? -1;
  if (at < 0) return null;
  const quote = outermost(context.quotes.quotes[at] as Quote, context);
  return quote.from === sentence.from || quote.from === sentence.from - 1 ? quote : null;
}

function isQuoteAlone(quote: Quote, sentence: Sentence, context: SpeechContext): boolean {
  const end = context.tokens.form[quote.to - 2] ?? "";
  return quote.to - quote.from >= 5 && (end === "." || end === "!" || end === "?" || end === "," || quote.to >= sentence.to - 3);
}

// --- chants, colons, posts -----------------------------------------------------------------------------------

function chantSpeech(reading: SentenceReading, k: number, context: SpeechContext): Speech | null {
  const { items, sentence, index } = reading;
  const quote = resumedQuote(items, k + 1, context);
  const cueItem = items[k] as Item;
  if (quote === null || quote.from - cueItem.to > 14) return null;
  const { classes, cues } = context;
  const subject = findSubject(items, k, classes, { auxless: true, accepts: cues.speaker });
  const subjectItem = items[subject];
  const range: TokenRange =
    subjectItem === undefined ? [cueItem.from, cueItem.to] : [subjectItem.from, speakerTokens(items, subject, k, classes)];
  const words = context.tokens.text.slice(context.tokens.start[range[0]], context.tokens.end[range[1] - 1]);
  const last = lastQuote(quote, sentence, context);
  return {
    kind: "chant",
    sentence: index,
    speaker: { range, source: subjectItem?.name?.name ?? words, name: null, isNamed: false, isUnnamed: false, isPlural: true },
    cue: [cueItem.from, cueItem.to],
    contents: [[quote.from, last.to]],
    whole: [subjectItem === undefined ? cueItem.from : Math.min(subjectItem.from, cueItem.from), last.to],
    quotes: [quote],
    isDenial: false,
    date: null,
  };
}

function speakerTokens(items: readonly Item[], subject: number, k: number, classes: ClauseClasses): number {
  const end = speakerEnd(items, subject, k, classes);
  return items[end - 1]?.to ?? items[subject]?.to ?? 0;
}

function lastQuote(first: Quote, sentence: Sentence, context: SpeechContext): Quote {
  let last = first;
  for (const quote of context.quotes.quotes) {
    if (quote.depth === 0 && quote.from > last.from && quote.from < sentence.to) last = quote;
  }
  return last;
}

/** `X: "…"` and `X, a lawyer: "…"`. */
function colonSpeech(reading: SentenceReading, k: number, context: SpeechContext): Speech | null {
  const { items, index } = reading;
  const { classes, cues } = context;
  const colon = items[k] as Item;
  const next = items[k + 1];
  if (classes.colon[colon.set] !== 1 || next === undefined || classes.quoteOpen[next.set] !== 1) return null;
  const quote = quoteFrom(next.from, context);
  if (quote === null || quote.to - quote.from < 4) return null;
  let at = k - 1;
  for (; at >= 0; at--) {
    const item = items[at] as Item;
    if (cues.speaker[item.set] === 1 && item.group?.type !== "pronoun") break;
  }
  const item = items[at];
  if (item === undefined) return null;
  const speaker = speakerIn(items, at, at + 1, context, { person: null, organisation: null });
  if (speaker === null) return null;
  return {
    kind: "say",
    sentence: index,
    speaker,
    cue: [colon.from, colon.to],
    contents: [[quote.from, quote.to]],
    whole: [item.from, quote.to],
    quotes: [quote],
    isDenial: false,
    date: null,
  };
}

/** Embedded posts: `… — Author (@handle) October 30, 2022`. The words before the dash are the post. */
function findPosts(readings: readonly SentenceReading[], context: SpeechContext): Speech[] {
  const { tokens } = context;
  const posts: Speech[] = [];
  for (let at = 0; at < tokens.size; at++) {
    if (tokens.kind[at] !== TOKEN.handle || tokens.form[at - 1] !== "(" || tokens.form[at + 1] !== ")") continue;
    const dash = dashBefore(tokens, at);
    if (dash < 0) continue;
    const host = readings.find(({ sentence }) => sentence.from <= dash && dash < sentence.to);
    const start = postStart(readings, dash, tokens);
    if (start >= dash) continue;
    const range: TokenRange = [dash + 1, at - 1];
    const words = tokens.text.slice(tokens.start[range[0]], tokens.end[range[1] - 1]);
    posts.push({
      kind: "post",
      sentence: host?.index ?? 0,
      speaker: { range, source: words, name: null, isNamed: true, isUnnamed: false, isPlural: false },
      cue: null,
      contents: [[start, dash]],
      whole: [start, at + 2],
      quotes: [],
      isDenial: false,
      date: [at + 2, lineEnd(tokens, at + 2)],
    });
  }
  return posts;
}

function dashBefore(tokens: Tokens, handle: number): number {
  for (let at = handle - 2; at > Math.max(0, handle - 24); at--) {
    const sign = tokens.text.charAt(tokens.start[at] ?? 0);
    if (sign === "—" || sign === "–") return at;
    if (tokens.kind[at] === TOKEN.newline) return -1;
  }
  return -1;
}

function lineEnd(tokens: Tokens, from: number): number {
  let at = from;
  while (at < tokens.size && tokens.kind[at] !== TOKEN.newline) at++;
  return at;
}

/** Walks back over the short paragraphs of the post to the last paragraph that ends like prose. */
function postStart(readings: readonly SentenceReading[], dash: number, tokens: Tokens): number {
  let start = dash;
  for (let i = readings.length - 1; i >= 0; i--) {
    const { sentence } = readings[i] as SentenceReading;
    if (sentence.from > dash) continue;
    const isHost = sentence.to > dash;
    const last = tokens.form[sentence.to - 1] ?? "";
    const block = sentence.block;
    if (!isHost && endsLikeProse(readings, i, block, tokens, last)) break;
    start = sentence.from;
    if (dash - start > 160) break;
  }
  return start;
}

function endsLikeProse(readings: readonly SentenceReading[], i: number, block: number, tokens: Tokens, last: string): boolean {
  const next = readings[i + 1]?.sentence;
  if (next !== undefined && next.block === block) return false;
  if (last !== "." && last !== "”") return false;
  for (let at = readings[i]?.sentence.from ?? 0; at < (readings[i]?.sentence.to ?? 0); at++) {
    if (tokens.kind[at] === TOKEN.hashtag) return false;
  }
  return true;
}

export { clauseEnd };
