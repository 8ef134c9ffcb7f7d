/**
 * In: tokens. Out: the sentences, each inside one block (paragraph, heading, list item, table row).
 * Never: joins two blocks, so that a heading is not read into the sentence below it.
 */
import { TOKEN, type Tokens } from "./tokens.ts";

/** Token range of a sentence, newline tokens left out; `block` counts the blocks from 0. */
export type Sentence = {
  readonly from: number;
  readonly to: number;
  readonly block: number;
  /** First sentence of its block. */
  readonly opensBlock: boolean;
};

/**
 * Words after which a full stop ends no sentence ("Dr"), words that open one ("The"), and pairs whose one letter is a whole name
 * ("wrote on X."), folded.
 */
export type SentenceWords = {
  readonly abbreviations: ReadonlySet<string>;
  readonly letterEnds: ReadonlySet<string>;
  readonly openers: ReadonlySet<string>;
  /** "p.m.", and what goes on behind it: days, months, zones, "time". */
  readonly clockEnds: ReadonlySet<string>;
  readonly clockTails: ReadonlySet<string>;
  /** Words that end a day ("12 June"): a stroke between two of them parts two calendars. */
  readonly dayEnds: ReadonlySet<string>;
};

const ENDS: ReadonlySet<string> = new Set([".", "!", "?", "؟", "…", "۔"]);
const CLOSERS: ReadonlySet<string> = new Set(['"', "”", "’", "'", "»", ")", "]", "›"]);

/** No sentence is this long, in tokens; what goes on without end is cut, at a pause where there is one, so that reading stays linear. */
const LONG = 300;
const LONGEST = 400;
const PAUSES: ReadonlySet<string> = new Set([",", ";", ":", "؛"]);

/** Finds sentences. Hard-wrapped text (lines broken in mid-sentence) is joined up to the next blank line. */
export function findSentences(tokens: Tokens, words: SentenceWords): Sentence[] {
  const isWrapped = looksWrapped(tokens);
  const sentences: Sentence[] = [];
  let block = 0;
  let from = 0;
  let opensBlock = true;
  const close = (to: number): void => {
    if (to > from) {
      sentences.push({ from, to, block, opensBlock });
      opensBlock = false;
    }
    from = to;
  };
  const { text, kind, form, end, size } = tokens;
  for (let at = 0; at < size; at++) {
    if (kind[at] === TOKEN.newline) {
      if (isWrapped && !endsWrappedBlock(tokens, at)) continue;
      close(at);
      from = at + 1;
      block++;
      opensBlock = true;
    } else if (at - from >= LONGEST || (at - from >= LONG && PAUSES.has(form[at] ?? ""))) {
      close(at + 1);
    } else if (kind[at] === TOKEN.punctuation && ENDS.has(form[at] ?? "")) {
      if (!isEnd(tokens, at, from, words)) continue;
      let to = at + 1;
      while (to < size && isCloser(tokens, to)) to++;
      close(to);
      at = to - 1;
    } else if (
      form[at] === "/" &&
      partsHeadline(tokens, at, from) &&
      !partsCalendars(tokens, at, words)
    ) {
      close(at);
      from = at + 1;
    } else if (kind[at] === TOKEN.word && text.charCodeAt((end[at] ?? 0) - 1) === FULL_STOP) {
      const isNext = words.openers.has(form[at + 1] ?? "") || endsInClock(tokens, at, from, words);
      if (isNext && isCapital(tokens, at + 1)) close(at + 1);
    }
  }
  close(size);
  return sentences;
}

/** "… about 3 p.m. Officers found": behind the hour a sentence begins, but not behind "By 3 p.m. Omid Zand was", "at 3 p.m. Sunday". */
function endsInClock(
  { form }: Tokens,
  at: number,
  from: number,
  { clockEnds, clockTails }: SentenceWords,
): boolean {
  if (at - from < CLOCK_OPENS || !clockEnds.has(form[at] ?? "")) return false;
  return !clockTails.has(form[at + 1] ?? "") && !clockTails.has(form[at + 2] ?? "");
}

/** Tokens of an hour that opens a sentence ("Shortly before 3:30 p.m."). */
const CLOCK_OPENS = 7;

const FULL_STOP = 0x2e;

/** True where the token begins with an upper-case letter. */
export function isCapital(tokens: Tokens, at: number): boolean {
  if (at >= tokens.size || tokens.kind[at] !== TOKEN.word) return false;
  const first = tokens.text.charCodeAt(tokens.start[at] ?? 0);
  if (first < 0x80) return first >= 0x41 && first <= 0x5a;
  return hasLowerCase(first);
}

/** 1 for a unit that has a lower case of its own, 2 for one that has none; 0 where nobody asked yet. */
const LOWERED = new Uint8Array(0x10000);

function hasLowerCase(unit: number): boolean {
  if (LOWERED[unit] === 0) {
    const sign = String.fromCharCode(unit);
    LOWERED[unit] = sign === sign.toLowerCase() ? 2 : 1;
  }
  return LOWERED[unit] === 1;
}

/** True where no white space stands between token `at` and the one before it. */
export function isGlued(tokens: Tokens, at: number): boolean {
  return at > 0 && tokens.start[at] === tokens.end[at - 1];
}

function isCloser(tokens: Tokens, at: number): boolean {
  return isGlued(tokens, at) && CLOSERS.has(tokens.form[at] ?? "");
}

function isEnd(tokens: Tokens, at: number, from: number, words: SentenceWords): boolean {
  const { form, kind } = tokens;
  let next = at + 1;
  while (next < tokens.size && isCloser(tokens, next)) next++;
  if (next >= tokens.size || kind[next] === TOKEN.newline) return true;
  if (isGlued(tokens, next) && kind[next] === TOKEN.punctuation) return next > at + 1;
  if (isGlued(tokens, next) && !isCapital(tokens, next)) return isGluedEnd(tokens, at, next);
  if (trailsOff(tokens, at, words)) return false;
  if (form[at] === "." && isGlued(tokens, at)) {
    const before = form[at - 1] ?? "";
    if (words.abbreviations.has(before)) return false;
    if (words.letterEnds.has(`${form[at - 2] ?? ""} ${before}`)) return true;
    if (before.length === 1 && at - 1 > from && isCapital(tokens, at - 1)) return false;
    if (before.length === 1 && isCapital(tokens, at - 1) && isCapital(tokens, next)) return false;
    if (isLoneLetter(tokens, at - 1)) return false;
  }
  if (isLoneLetter(tokens, next) && !words.openers.has(form[next] ?? "")) return false;
  return !isLowerWord(tokens, next);
}

/** "He died.Police …": whole words of a script without capitals on both sides of a full stop. */
function isGluedEnd(tokens: Tokens, at: number, next: number): boolean {
  if (!isUncasedWord(tokens, at - 1) || !isUncasedWord(tokens, next)) return false;
  return (tokens.form[at - 1] ?? "").length > 2 && (tokens.form[next] ?? "").length > 1;
}

/** "A was killed/ The killer was held": in a script without capitals a stroke before a space parts the halves of a headline. */
function partsHeadline(tokens: Tokens, at: number, from: number): boolean {
  if (at - from < HALF || isGlued(tokens, at + 1)) return false;
  return isUncasedWord(tokens, at - 1) && isWordOrNumber(tokens, at + 1);
}

/** "12 Shahrivar / 2 September": one day in two calendars. */
function partsCalendars({ form }: Tokens, at: number, { dayEnds }: SentenceWords): boolean {
  if (!dayEnds.has(form[at - 1] ?? "")) return false;
  return form.slice(at + 2, at + 2 + DAY_WORDS).some((word) => dayEnds.has(word));
}

/** Tokens behind the first of a day, up to its month ("|the second of| September"). */
const DAY_WORDS = 2;

/** Tokens of which half a headline has at least so many; fewer are the name of an outlet. */
const HALF = 5;

function isWordOrNumber(tokens: Tokens, at: number): boolean {
  return isUncasedWord(tokens, at) || tokens.kind[at] === TOKEN.number;
}

function isUncasedWord({ kind, text, start }: Tokens, at: number): boolean {
  const code = text.charCodeAt(start[at] ?? 0);
  return kind[at] === TOKEN.word && code >= 0x590 && code < 0x900;
}

/** "in A, B and … were held": an ellipsis, or dots, behind a word that no sentence ends with. */
function trailsOff({ form }: Tokens, at: number, words: SentenceWords): boolean {
  let first = at;
  while (form[first] === "." && form[first - 1] === ".") first--;
  const isEllipsis = form[at] === "…" || first < at;
  return isEllipsis && words.abbreviations.has(form[first - 1] ?? "");
}

/** Where dots that end no sentence end, if they begin at a token; else that token. */
export function trailEnd(tokens: Tokens, at: number, words: SentenceWords): number {
  if (!words.abbreviations.has(tokens.form[at - 1] ?? "")) return at;
  if (tokens.form[at] === "…") return at + 1;
  let to = at;
  while (tokens.form[to] === ".") to++;
  return to > at + 1 ? to : at;
}

/** One letter of a script without capitals: a shortened name goes on. */
function isLoneLetter(tokens: Tokens, at: number): boolean {
  const sign = tokens.form[at] ?? "";
  return (
    tokens.kind[at] === TOKEN.word &&
    sign.length === 1 &&
    sign === sign.toUpperCase() &&
    !isCapital(tokens, at)
  );
}

/** A lower-case word of a script that has capitals. */
function isLowerWord(tokens: Tokens, at: number): boolean {
  if (tokens.kind[at] !== TOKEN.word) return false;
  const sign = tokens.text.charAt(tokens.start[at] ?? 0);
  return sign !== sign.toUpperCase();
}

const WRAP_MIN = 45;
const WRAP_MAX = 110;

/** Several lines of like length that go on in lower case: the text was broken to fit a width. */
function looksWrapped(tokens: Tokens): boolean {
  let wrapped = 0;
  let lines = 0;
  let lineStart = 0;
  for (let at = 0; at < tokens.size; at++) {
    if (tokens.kind[at] !== TOKEN.newline) continue;
    const offset = tokens.start[at] ?? 0;
    const length = offset - lineStart;
    lineStart = offset + 1;
    if (length === 0) continue;
    lines++;
    if (length < WRAP_MIN || length > WRAP_MAX) continue;
    if (at > 0 && !ENDS.has(tokens.form[at - 1] ?? "") && isLowerWord(tokens, at + 1)) wrapped++;
  }
  return wrapped >= 3 && wrapped * 4 > lines;
}

/** In wrapped text a block ends at a blank line, before a list mark, or after a short line that ends a sentence. */
function endsWrappedBlock(tokens: Tokens, at: number): boolean {
  const next = at + 1;
  if (next >= tokens.size || tokens.kind[next] === TOKEN.newline) return true;
  if (tokens.kind[at - 1] === TOKEN.newline) return true;
  return LIST_MARKS.has(tokens.form[next] ?? "");
}

const LIST_MARKS: ReadonlySet<string> = new Set(["•", "*", "-", "·", "▪", "●", "◦"]);
