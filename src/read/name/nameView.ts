/**
 * In: tokens, sentences, a grammar. Out: what each token can be in a name, once for the whole document.
 * Never: decides what a name is.
 */
import type { CueName, NameEntry, NameGrammar } from "./grammarTypes.ts";
import { isGlued, type Sentence } from "../sentences.ts";
import { TOKEN, type Tokens } from "../tokens.ts";
import { longestPhrase } from "./phraseTrie.ts";
import { askOnce, numberOfForm, UNKNOWN } from "../vocabulary.ts";
import { WORD } from "./wordClass.ts";

export const CASE = { none: 0, capital: 1, allCaps: 2, initial: 3 } as const;

/** Tokens with their word classes, letter case and gazetteer phrases. */
export type NameView = {
  readonly tokens: Tokens;
  readonly sentences: readonly Sentence[];
  readonly grammar: NameGrammar;
  readonly classes: Int32Array;
  readonly letterCase: Uint8Array;
  /** Sentence number of each token, -1 outside. */
  readonly sentenceOf: Int32Array;
  /** Sentences in which capitals say nothing (headings in title case or capitals). */
  readonly isHeading: Uint8Array;
  /** Where a gazetteer phrase begins: its end; else 0. */
  readonly phraseEnd: Int32Array;
  readonly phraseAt: ReadonlyMap<number, NameEntry>;
  /** What capitals and small letters the words of this document stand in. */
  readonly written: Written;
  /** What each word of a script without capitals can be in a name, as a number, where that was asked; else 0. */
  readonly unitKinds: Uint8Array;
};

/** How words stand in a document: known ones by their number, as bits of `WRITTEN`; of the others those that stand both ways. */
type Written = { readonly byNumber: Uint8Array; readonly unknown: ReadonlySet<string> };

const WRITTEN = { capital: 1, lower: 2, both: 3 } as const;

/** Looks every token up once. */
export function viewNames(
  tokens: Tokens,
  sentences: readonly Sentence[],
  grammar: NameGrammar,
): NameView {
  const { size } = tokens;
  const classes = new Int32Array(size);
  const letterCase = new Uint8Array(size);
  for (let at = 0; at < size; at++) {
    if (tokens.kind[at] !== TOKEN.word) continue;
    const shape = caseOf(tokens, at, grammar);
    letterCase[at] = shape;
    classes[at] = classOf(tokens, at, grammar, shape !== CASE.none);
  }
  const sentenceOf = new Int32Array(size).fill(-1);
  const isHeading = new Uint8Array(sentences.length);
  for (let number = 0; number < sentences.length; number++) {
    const sentence = sentences[number];
    if (sentence === undefined) continue;
    sentenceOf.fill(number, sentence.from, sentence.to);
    if (looksHeading(tokens, sentence, letterCase, classes)) isHeading[number] = 1;
  }
  const phraseEnd = new Int32Array(size);
  const phraseAt = findPhrases(tokens, grammar, {
    classes,
    letterCase,
    sentenceOf,
    phraseEnd,
    sentences,
  });
  return {
    tokens,
    sentences,
    grammar,
    classes,
    letterCase,
    sentenceOf,
    isHeading,
    phraseEnd,
    phraseAt,
    written: findWritten(tokens, letterCase, grammar.classByNumber.length),
    unitKinds: new Uint8Array(size),
  };
}

/** True where the token has any of these classes. */
export function has(view: NameView, at: number, bits: number): boolean {
  return ((view.classes[at] ?? 0) & bits) !== 0;
}

/** True where the word stands in the document with a capital and without one. */
export function isAlsoLower({ written, tokens }: NameView, at: number): boolean {
  const number = tokens.word[at] ?? UNKNOWN;
  return number === UNKNOWN || number >= written.byNumber.length
    ? written.unknown.has(tokens.form[at] ?? "")
    : written.byNumber[number] === WRITTEN.both;
}

/** True where the token is one of a cue's words. */
export function isCue(view: NameView, at: number, cue: CueName): boolean {
  return view.grammar.cueFlags[cue][view.tokens.word[at] ?? UNKNOWN] === 1;
}

/** The next token that is no line break, or the size. */
export function nextToken(view: NameView, at: number): number {
  let next = at + 1;
  while (view.tokens.kind[next] === TOKEN.newline) next++;
  return next;
}

/** "A |s/o| B", "A |D/O| B": son or daughter of, as courts and police of some countries write it. */
export function isShortKin({ tokens, grammar }: NameView, at: number): boolean {
  const { form } = tokens;
  if (form[at + 1] !== "/" || !isGlued(tokens, at + 1) || !isGlued(tokens, at + 2)) return false;
  return grammar.sexOfKin.has(form.slice(at, at + 3).join(""));
}

/** The token before that is no line break, or -1. */
export function previousToken(view: NameView, at: number): number {
  let before = at - 1;
  while (before >= 0 && view.tokens.kind[before] === TOKEN.newline) before--;
  return before;
}

function classOf(tokens: Tokens, at: number, grammar: NameGrammar, isCapital: boolean): number {
  const number = tokens.word[at] ?? UNKNOWN;
  const own = grammar.classByNumber[number] ?? 0;
  if (!isCapital || (own & WORD.common) !== 0) return own;
  const form = tokens.form[at] ?? "";
  const isCommon = askOnce(grammar.answers.stem, number, form, grammar, hasCommonStem);
  return isCommon ? own | WORD.common : own;
}

/** The classes of a form. */
export function classesOf(form: string, { classByNumber }: NameGrammar): number {
  return classByNumber[numberOfForm(form)] ?? 0;
}

/** A capitalised word is common where the word is that it is made of. */
function hasCommonStem(form: string, grammar: NameGrammar): boolean {
  for (const [ending, put] of grammar.stems) {
    if (!form.endsWith(ending) || form.length - ending.length < 4) continue;
    const stem = form.slice(0, form.length - ending.length) + put;
    if ((classesOf(stem, grammar) & WORD.common) !== 0) return true;
  }
  return false;
}

function caseOf(tokens: Tokens, at: number, grammar: NameGrammar): number {
  const from = tokens.start[at] ?? 0;
  const to = tokens.end[at] ?? 0;
  if (!isUpper(tokens.text, from)) return CASE.none;
  if (to - from === 1) return CASE.initial;
  if (tokens.text[from + 1] === ".") return CASE.initial;
  if (to - from === 2 && tokens.text[to] === "." && grammar.digraphs.has(tokens.form[at] ?? "")) {
    return CASE.initial;
  }
  let upper = 1;
  let letters = 1;
  for (let offset = from + 1; offset < to; offset++) {
    const code = tokens.text.charCodeAt(offset);
    if (code === 0x27 || code === 0x2019) continue;
    letters++;
    if (isUpper(tokens.text, offset)) upper++;
  }
  return upper === letters || (upper > 1 && upper * 2 > letters && letters <= 6)
    ? CASE.allCaps
    : CASE.capital;
}

function isUpper(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  if (code >= 0x600 && code < 0x900) return false;
  const sign = text.charAt(offset);
  return sign !== sign.toLowerCase();
}

/** Most longer words capitalised, a block of its own, no full stop: capitals are no evidence there. */
function looksHeading(
  tokens: Tokens,
  sentence: Sentence,
  letterCase: Uint8Array,
  classes: Int32Array,
): boolean {
  let capitals = 0;
  let lower = 0;
  let shouted = 0;
  let common = 0;
  for (let at = sentence.from; at < sentence.to; at++) {
    if (tokens.kind[at] !== TOKEN.word) continue;
    const length = (tokens.end[at] ?? 0) - (tokens.start[at] ?? 0);
    const shape = letterCase[at] ?? 0;
    if (shape === CASE.allCaps && length > 3) shouted++;
    if (shape === CASE.capital || shape === CASE.allCaps) {
      capitals++;
      const cls = classes[at] ?? 0;
      if ((cls & WORD.common) !== 0 && (cls & (WORD.given | WORD.surname | WORD.part)) === 0)
        common++;
    } else if (shape === CASE.none && length > 3) lower++;
  }
  if (shouted >= 3 && shouted * 5 >= (capitals + lower) * 3) return true;
  if (!sentence.opensBlock || capitals < 3) return false;
  if (tokens.form[sentence.to - 1] === ".") return false;
  return lower * 6 <= capitals && common >= 2;
}

function findWritten(tokens: Tokens, letterCase: Uint8Array, numbers: number): Written {
  const byNumber = new Uint8Array(numbers);
  const capitals = new Set<string>();
  const unknown = new Set<string>();
  for (let at = 0; at < tokens.size; at++) {
    if (letterCase[at] !== CASE.capital) continue;
    const number = tokens.word[at] ?? UNKNOWN;
    if (number === UNKNOWN || number >= numbers) capitals.add(tokens.form[at] ?? "");
    else byNumber[number] = WRITTEN.capital;
  }
  for (let at = 0; at < tokens.size; at++) {
    if (letterCase[at] !== CASE.none || tokens.kind[at] !== TOKEN.word) continue;
    const number = tokens.word[at] ?? UNKNOWN;
    if (number !== UNKNOWN && number < numbers)
      byNumber[number] = (byNumber[number] ?? 0) | WRITTEN.lower;
    else if (capitals.has(tokens.form[at] ?? "")) unknown.add(tokens.form[at] ?? "");
  }
  return { byNumber, unknown };
}

type PhraseState = {
  readonly classes: Int32Array;
  readonly letterCase: Uint8Array;
  readonly sentenceOf: Int32Array;
  readonly phraseEnd: Int32Array;
  readonly sentences: readonly Sentence[];
};

/** Leftmost longest phrases; in scripts with capitals a phrase must begin with one. */
function findPhrases(
  tokens: Tokens,
  grammar: NameGrammar,
  state: PhraseState,
): ReadonlyMap<number, NameEntry> {
  const found = new Map<number, NameEntry>();
  for (let at = 0; at < tokens.size; at++) {
    if (((state.classes[at] ?? 0) & WORD.opens) === 0) continue;
    const sentence = state.sentences[state.sentenceOf[at] ?? -1];
    if (sentence === undefined) continue;
    const hit = longestPhrase(grammar.phrases, tokens, at, sentence.to);
    if (isDayOfMonth(tokens, state, at)) continue;
    if (hit === null || !isWrittenAsName(tokens, state, at, hit.to, hit.value)) continue;
    if (isGlued(tokens, hit.to) && tokens.form[hit.to] === "-" && isGlued(tokens, hit.to + 1)) {
      if (state.letterCase[hit.to + 1] === CASE.capital) continue;
    }
    state.phraseEnd[at] = hit.to;
    found.set(at, hit.value);
    at = hit.to - 1;
  }
  return found;
}

/** "15 Mehr": a month that is also an agency's name. */
function isDayOfMonth(tokens: Tokens, state: PhraseState, at: number): boolean {
  if (((state.classes[at] ?? 0) & WORD.calendar) === 0) return false;
  return at > 0 && tokens.kind[at - 1] === TOKEN.number;
}

function isWrittenAsName(
  tokens: Tokens,
  state: PhraseState,
  at: number,
  to: number,
  entry: NameEntry,
): boolean {
  const shape = state.letterCase[at] ?? 0;
  const code = tokens.text.charCodeAt(tokens.start[at] ?? 0);
  if (code >= 0x600 && code < 0x780) return true;
  if (entry.isAcronym) return shape === CASE.allCaps || shape === CASE.initial;
  if (shape !== CASE.none) return true;
  // "al-Shabaab", "dpa": lower case at the start, a capital after it.
  return to > at + 1 && state.letterCase[to - 1] === CASE.capital;
}
