/**
 * In: a frozen text. Out: its tokens as flat arrays, each with a folded form to look up.
 * Never: changes an offset (folding keeps one UTF-16 unit for one); drops anything but white space.
 */
import { formOfNumber, numberAt, numberOfForm, UNKNOWN } from "./vocabulary.ts";

/** The marks that part a sentence, in the scripts that are read. */
export const SEMICOLONS: ReadonlySet<string> = new Set([";", "؛"]);

export const TOKEN = {
  word: 1,
  number: 2,
  punctuation: 3,
  newline: 4,
  /** ’s after a word, or the bare ’ of a plural possessive. */
  possessive: 5,
  url: 6,
  hashtag: 7,
  handle: 8,
} as const;

/** Flat token arrays; token i is `text.slice(start[i], end[i])`. */
export type Tokens = {
  readonly text: string;
  /** The text folded one to one: lower case, one form for look-alike letters, Latin digits. */
  readonly folded: string;
  readonly size: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly kind: Uint8Array;
  /** Folded form of each token; "\n" for a newline. */
  readonly form: readonly string[];
  /** Number of each form in the vocabulary of the packs; 0 where none has it. */
  readonly word: Int32Array;
};

const LETTER = 1;
const DIGIT = 2;
const SPACE = 3;
const NEWLINE = 4;
const APOSTROPHE = 5;
const OTHER = 6;
/** Combining marks, tatweel and invisible joiners that belong to the word they stand in. */
const MARK = 7;
const ZWNJ = 8;
/** Parts the cells of a row, as a bar does. */
const TAB = 9;
/** Lengthens a word in print; Unicode counts it among the letters. */
const TATWEEL = 0x640;

/** Pairs of letters that are one letter for matching (Persian and Arabic keyboards, Kurdish heh, hamza carriers). */
const SAME_LETTERS: readonly (readonly [string, string])[] = [
  ["يىئ", "ی"],
  ["ك", "ک"],
  ["ەۀةہھ", "ه"],
  ["أإٱٲ", "ا"],
  ["ؤ", "و"],
  ["ʻʼ’`", "'"],
  ["–—‒−", "-"],
  ["٪", "%"],
  ["٬،", ","],
  ["‑‐", "-"],
];

/** Every UTF-16 unit but surrogates, in order: runs in it are found with one search, which is quicker than asking for each unit. */
const ALL_UNITS = Array.from({ length: 0x100 }, (_, block) =>
  String.fromCharCode(
    ...Array.from({ length: 0x100 }, (_, at) =>
      block >= 0xd8 && block < 0xe0 ? 0xffff : 0x100 * block + at,
    ),
  ),
);

const CLASS_OF = makeClasses();
const FOLD_OF = makeFolds();

/** Splits a text into tokens in one linear pass. */
export function tokenize(text: string): Tokens {
  const { length } = text;
  const room = roomFor(length + 1);
  const source = scanText(text, room);
  const { folded, units } = source;
  const { start, end, kind, word } = room;
  const form: string[] = [];
  let size = 0;
  const push = (from: number, to: number, tokenKind: number): void => {
    start[size] = from;
    end[size] = to;
    kind[size] = tokenKind;
    let own = "\n";
    let number = UNKNOWN;
    if (units[from] === TAB) {
      own = "|";
      number = numberOfForm(own);
    } else if (units[from] === FULL_STOP && to - from > 1) {
      own = ":";
      number = numberOfForm(own);
    } else if (tokenKind !== TOKEN.newline) {
      number = numberAt(units, from, to);
      const written = number === UNKNOWN ? folded.slice(from, to) : formOfNumber(number);
      own = source.hasMarks ? withoutMarks(written) : written;
      if (own !== written) number = numberOfForm(own);
    }
    form.push(own);
    word[size] = number;
    size++;
  };
  let at = 0;
  while (at < length) {
    const cls = classAt(source, at);
    if (cls === SPACE || cls === ZWNJ || cls === MARK) {
      if (units[at] === TAB && partsCells(room, size, at)) push(at, at + 1, TOKEN.punctuation);
      at++;
    } else if (cls === NEWLINE) {
      push(at, at + 1, TOKEN.newline);
      at++;
    } else if (cls === DIGIT) {
      const to = numberEnd(source, at);
      push(at, to, TOKEN.number);
      at = to;
    } else if (cls === LETTER) {
      const link = linkEnd(source, at);
      const plain = plainEnd(source, at);
      if (link > at) {
        push(at, link, TOKEN.url);
        at = link;
      } else if (plain > at) {
        push(at, plain, TOKEN.word);
        at = plain;
      } else {
        at = pushWord(source, at, push);
      }
    } else {
      const leader = leaderEnd(text, at);
      if (leader > at) push(at, leader, TOKEN.punctuation);
      at = leader > at ? leader : pushSign(source, at, cls, push);
    }
  }
  return {
    text,
    folded,
    size,
    start: start.slice(0, size),
    end: end.slice(0, size),
    kind: kind.slice(0, size),
    form,
    word: word.slice(0, size),
  };
}

/**
 * "narcotics |........| 571": the end of a row of dots that leads from a label at the head of a line to the number at its end; else `at`.
 * Only beside a line like it with which the numbers fall: those of a table of contents are pages, which rise.
 */
function leaderEnd(text: string, at: number): number {
  if (text.charCodeAt(at) !== FULL_STOP || text.charCodeAt(at + 1) !== FULL_STOP) return at;
  const head = text.lastIndexOf("\n", at) + 1;
  if (at - head > LONGEST_LABEL || !LABEL.test(text.slice(head, at))) return at;
  const own = ledNumber(text, head);
  if (own === null) return at;
  const above = head < 2 ? null : ledNumber(text, text.lastIndexOf("\n", head - 2) + 1);
  const foot = text.indexOf("\n", at);
  const below = foot < 0 ? null : ledNumber(text, foot + 1);
  const isFalling = (above !== null && above > own) || (below !== null && own > below);
  if (!isFalling) return at;
  let end = at + 2;
  while (text.charCodeAt(end) === FULL_STOP) end++;
  return end;
}

/** The number to which dots lead on the line that begins at `head`, or null. */
function ledNumber(text: string, head: number): number | null {
  const found = LED.exec(text.slice(head, head + LONGEST_ROW).split("\n", 1)[0] ?? "");
  return found === null ? null : Number((found[1] ?? "").replaceAll(",", ""));
}

const FULL_STOP = 46;
/** UTF-16 units that a label before a row of dots may have, and the line with them. */
const LONGEST_LABEL = 60;
const LONGEST_ROW = 140;
/** What a row of dots leads to: a number, with what a bracket adds, and the end of the line. */
const LED = /\.{2,80}[ \t]{1,40}(\d[\d,]{0,12})[ \t]*(?:\(|%|$)/u;
/** A label: words without the marks of a sentence. */
const LABEL = /^[ \t]*\p{L}[^.!?:;"“”\n]*$/u;

/** A tab inside of a line, behind a word or number; behind a bullet or at the head of a line it is white space. */
function partsCells({ units, kind }: Room, size: number, at: number): boolean {
  const before = kind[size - 1] ?? TOKEN.newline;
  const next = units[at + 1] ?? NEW_LINE;
  return (
    size > 0 &&
    (before === TOKEN.word || before === TOKEN.number) &&
    next !== NEW_LINE &&
    next !== TAB
  );
}

const NEW_LINE = 10;

/** Arrays with a place for each unit of a text, which tokens are gathered in before it is known how many there are. */
type Room = {
  readonly units: Uint16Array;
  readonly classes: Uint8Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly kind: Uint8Array;
  readonly word: Int32Array;
};

/** Texts up to this length share one room, which saves most of what splitting them would have to ask memory for. */
const SHARED = 1 << 16;
let shared: Room | null = null;

function roomFor(size: number): Room {
  if (size > SHARED) return makeRoom(size);
  shared ??= makeRoom(SHARED);
  return shared;
}

function makeRoom(size: number): Room {
  return {
    units: new Uint16Array(size),
    classes: new Uint8Array(size),
    start: new Int32Array(size),
    end: new Int32Array(size),
    kind: new Uint8Array(size),
    word: new Int32Array(size),
  };
}

/** The forms of a phrase that is nothing but folded letters and single spaces or joiners; null for any other. Packs hold thousands. */
export function splitPlainWords(phrase: string): string[] | null {
  const forms: string[] = [];
  let from = 0;
  for (let at = 0; at <= phrase.length; at++) {
    const code = at < phrase.length ? phrase.charCodeAt(at) : SPACE_CODE;
    const cls = CLASS_OF[code];
    if (cls === LETTER && FOLD_OF[code] === code) continue;
    if ((cls !== ZWNJ && code !== SPACE_CODE) || at === from) return null;
    forms.push(phrase.slice(from, at));
    from = at + 1;
  }
  return forms;
}

const SPACE_CODE = 0x20;

const PLAIN_PHRASE = /^[a-z]+(?: [a-z]+)*$/;

/** Small Latin letters and single spaces alone: its own folded form. Most of what packs hold is, and one search tells. */
export function isPlainPhrase(phrase: string): boolean {
  return PLAIN_PHRASE.test(phrase);
}

/** A vowel sign, tatweel or invisible joiner, which a word holds without being another. */
export function isMarkUnit(unit: number): boolean {
  return CLASS_OF[unit] === MARK;
}

/** The folded form of one unit. */
export function foldedUnit(unit: number): number {
  return FOLD_OF[unit] ?? unit;
}

/** Words are looked up without what is written over, under or between their letters: vowel signs, tatweel, joiners. */
function withoutMarks(word: string): string {
  for (let at = 0; at < word.length; at++)
    if (word.charCodeAt(at) > 0x7f && CLASS_OF[word.charCodeAt(at)] === MARK)
      return word
        .split("")
        .filter((unit) => CLASS_OF[unit.charCodeAt(0)] !== MARK)
        .join("");
  return word;
}

/** Folds one to one, so that offsets stay: case, Arabic yeh and kaf, heh forms, hamza forms, digits, accents. */
export function foldText(text: string): string {
  if (isPlainPhrase(text)) return text;
  return isFolded(text) ? text : scanText(text, roomFor(text.length + 1)).folded;
}

/** Most words of the packs are. */
function isFolded(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (FOLD_OF[unit] !== unit) return false;
  }
  return true;
}

const DECODER = new TextDecoder("utf-16le", { ignoreBOM: true });

/**
 * A text being split: its folded units and the class of each. Asking an array is quicker than asking a string, which has to find out
 * again and again how it is stored.
 */
type Source = {
  readonly text: string;
  /** Lower case, one form for look-alike letters, Latin digits. */
  readonly folded: string;
  readonly units: Uint16Array;
  readonly classes: Uint8Array;
  /** Some unit is a mark, which few texts hold. */
  readonly hasMarks: boolean;
};

/** The unit of any string; written as a method, the engine asks each string again how it is stored. */
// oxlint-disable-next-line unbound-method
const { charCodeAt } = String.prototype;

/** The arrays are longer than the text: behind its end there is no word. */
function scanText(text: string, { units, classes }: Pick<Room, "units" | "classes">): Source {
  const { length } = text;
  let all = 0;
  let found = 0;
  for (let at = 0; at < length; at++) {
    const unit = charCodeAt.call(text, at);
    const cls = CLASS_OF[unit] ?? OTHER;
    all |= unit;
    found |= 1 << cls;
    units[at] = FOLD_OF[unit] ?? 0;
    classes[at] = cls;
  }
  units[length] = 0;
  classes[length] = OTHER;
  const folded = all < 0x80 ? text.toLowerCase() : DECODER.decode(units.subarray(0, length));
  return { text, folded, units, classes, hasMarks: (found & (1 << MARK)) !== 0 };
}

function classAt({ classes }: Source, at: number): number {
  return classes[at] ?? OTHER;
}

/** Where a word of several letters ends that no mark and no apostrophe goes on, as nearly all do; `from` for any other. */
function plainEnd({ classes }: Source, from: number): number {
  let at = from + 1;
  while (classes[at] === LETTER) at++;
  const behind = classes[at];
  return at > from + 1 && behind !== MARK && behind !== APOSTROPHE ? at : from;
}

function pushWord(
  source: Source,
  from: number,
  push: (from: number, to: number, kind: number) => void,
): number {
  const { folded, units } = source;
  // Most words go on with a letter.
  const dotted = classAt(source, from + 1) === LETTER ? from : dottedEnd(source, from);
  if (dotted > from) {
    push(from, dotted, TOKEN.word);
    return dotted;
  }
  let at = from;
  while (true) {
    const cls = classAt(source, at);
    if (cls === LETTER || cls === MARK) {
      at++;
      continue;
    }
    if (cls !== APOSTROPHE || classAt(source, at + 1) !== LETTER) break;
    const tail = wordEnd(source, at + 1);
    const rest = folded.slice(at + 1, tail);
    if (rest === "s") {
      push(from, at, TOKEN.word);
      push(at, tail, TOKEN.possessive);
      return tail;
    }
    if (rest === "t" && units[at - 1] === LETTER_N && at - 1 > from) {
      push(from, at - 1, TOKEN.word);
      push(at - 1, tail, TOKEN.word);
      return tail;
    }
    if (CLITICS.has(rest)) break;
    at = tail;
  }
  push(from, at, TOKEN.word);
  if (classAt(source, at) === APOSTROPHE && classAt(source, at + 1) === LETTER) {
    const tail = wordEnd(source, at + 1);
    if (CLITICS.has(folded.slice(at + 1, tail))) {
      push(at, tail, TOKEN.word);
      return tail;
    }
  }
  return at;
}

const LETTER_N = 0x6e;
const LETTER_S = 0x73;
const CLITICS: ReadonlySet<string> = new Set(["re", "ve", "ll", "d", "m"]);

function wordEnd(source: Source, from: number): number {
  let at = from;
  while (isWordPart(classAt(source, at))) at++;
  return at;
}

function isWordPart(cls: number): boolean {
  return cls === LETTER || cls === MARK;
}

/** "U.S.", "p.m.", "A.B.": single letters with dots, at least two. */
function dottedEnd(source: Source, from: number): number {
  let at = from;
  let letters = 0;
  while (
    classAt(source, at) === LETTER &&
    source.text[at + 1] === "." &&
    (letters > 0 || classAt(source, at + 2) === LETTER)
  ) {
    at += 2;
    letters++;
  }
  return letters >= 2 ? at : from;
}

const LINK = /(?:https?:\/\/|www\.|pic\.twitter\.com\/|t\.me\/|t\.co\/)[^\s<>"“”«»]*/y;

/** First and second unit of "http", "www", "pic." and "t.". */
const LINK_OPENINGS = new Uint16Array(0x80);
for (const pair of ["ht", "ww", "pi", "t."]) LINK_OPENINGS[pair.charCodeAt(0)] = pair.charCodeAt(1);

function linkEnd({ folded, units }: Source, at: number): number {
  // Most words with the letters of a link go on as none ("the", "was").
  const second = LINK_OPENINGS[units[at] ?? 0] ?? 0;
  if (second === 0 || units[at + 1] !== second) return at;
  LINK.lastIndex = at;
  const found = LINK.exec(folded);
  if (found === null) return at;
  return at + found[0].replace(/[.,;:!?)\]]+$/, "").length;
}

/** Digits with grouping and decimal marks between digits: "2,500", "1.5", "۱۲٬۰۰۰". */
function numberEnd(source: Source, from: number): number {
  let at = from;
  while (true) {
    if (classAt(source, at) === DIGIT) {
      at++;
      continue;
    }
    const sign = source.text[at];
    const isGroup = sign === "," || sign === "٬" || sign === "،";
    if (isGroup && isDigits(source, at + 1, 3) && classAt(source, at + 4) !== DIGIT) {
      at++;
      continue;
    }
    if ((sign === "." || sign === "٫") && classAt(source, at + 1) === DIGIT) {
      at++;
      continue;
    }
    break;
  }
  return at;
}

function isDigits(source: Source, from: number, count: number): boolean {
  for (let at = from; at < from + count; at++) if (classAt(source, at) !== DIGIT) return false;
  return true;
}

function pushSign(
  source: Source,
  at: number,
  cls: number,
  push: (from: number, to: number, kind: number) => void,
): number {
  const { text, units } = source;
  const sign = text[at];
  if (sign === "#" || sign === "@") {
    let to = at + 1;
    while (isTagPart(source, to)) to++;
    if (to > at + 1) {
      push(at, to, sign === "#" ? TOKEN.hashtag : TOKEN.handle);
      return to;
    }
  }
  if (cls === APOSTROPHE && isInitialBefore(source, at) && units[at + 1] === LETTER_S) {
    const tail = wordEnd(source, at + 1);
    if (tail === at + 2) {
      push(at, tail, TOKEN.possessive);
      return tail;
    }
  }
  if (cls === APOSTROPHE && at > 0 && classAt(source, at - 1) === LETTER) {
    if (units[at - 1] === LETTER_S && classAt(source, at + 1) === SPACE) {
      push(at, at + 1, TOKEN.possessive);
      return at + 1;
    }
  }
  const code = text.charCodeAt(at);
  const isPair = code >= 0xd800 && code < 0xdc00 && at + 1 < text.length;
  const to = at + (isPair ? 2 : 1);
  push(at, to, TOKEN.punctuation);
  return to;
}

/** "Ali A.'s": a letter with its full stop stands before the mark. */
function isInitialBefore(source: Source, at: number): boolean {
  return (
    at > 2 &&
    source.text[at - 1] === "." &&
    classAt(source, at - 2) === LETTER &&
    classAt(source, at - 3) !== LETTER
  );
}

function isTagPart(source: Source, at: number): boolean {
  const cls = classAt(source, at);
  return cls === LETTER || cls === DIGIT || cls === MARK || cls === ZWNJ || source.text[at] === "_";
}

function makeClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000).fill(OTHER);
  const all = ALL_UNITS.join("");
  const fill = (runs: RegExp, cls: number): void => {
    for (const { 0: run, index } of all.matchAll(runs))
      classes.fill(cls, index, index + run.length);
  };
  fill(/[\s\u0000]+/gu, SPACE);
  fill(/[\n\u2028\u2029]+/gu, NEWLINE);
  fill(/\p{Nd}+/gu, DIGIT);
  fill(/[\p{M}\u00ad\u061c\u200d-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, MARK);
  fill(/[\p{L}\p{Nl}]+/gu, LETTER);
  // Some page-to-text steps leave the sign "not" for the joiner.
  for (const joiner of [0x200c, 0xac]) classes[joiner] = ZWNJ;
  classes[TATWEEL] = MARK;
  for (const sign of "'’ʼ`") classes[sign.charCodeAt(0)] = APOSTROPHE;
  return classes;
}

function makeFolds(): Uint16Array {
  const folds = new Uint16Array(0x10000);
  for (let code = 0; code < folds.length; code++) folds[code] = code;
  for (const [block, units] of ALL_UNITS.entries()) {
    // Most blocks are of scripts without case.
    if (units.toLowerCase() === units) continue;
    for (let code = 0x100 * block; code < 0x100 * (block + 1); code++) folds[code] = foldUnit(code);
  }
  for (const [from, to] of SAME_LETTERS) {
    for (const sign of from) folds[sign.charCodeAt(0)] = to.charCodeAt(0);
  }
  for (let digit = 0; digit < 10; digit++) {
    folds[0x660 + digit] = 0x30 + digit;
    folds[0x6f0 + digit] = 0x30 + digit;
  }
  return folds;
}

function foldUnit(code: number): number {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? code + 32 : code;
  const lower = String.fromCharCode(code).toLowerCase();
  const folded = lower.length === 1 ? lower.charCodeAt(0) : code;
  const isLatin = (folded >= 0xc0 && folded < 0x250) || (folded >= 0x1e00 && folded < 0x1f00);
  return isLatin ? (String.fromCharCode(folded).normalize("NFD").charCodeAt(0) ?? folded) : folded;
}
