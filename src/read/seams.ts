/**
 * In: tokens and a pack's seams. Out: tokens in which words that a text writes together ("theprisoners") stand apart, as a joiner would
 * set them. Never: changes an offset; parts a word that some pack knows but at an ending that such texts write to everything.
 */
import { foldText, TOKEN, type Tokens } from "./tokens.ts";
import { numberForm, numberOfForm, UNKNOWN } from "./vocabulary.ts";

/** Where words may be parted, as words.json has it; its note says what each list is. */
export type SeamsFile = {
  readonly behindLetter?: Readonly<Record<string, readonly string[]>>;
  readonly strongBehindLetter?: Readonly<Record<string, readonly string[]>>;
  readonly tails?: readonly string[];
  readonly firmTails?: readonly string[];
  readonly strongTails?: readonly string[];
  readonly heads?: readonly string[];
  readonly phrases?: readonly string[];
  readonly phrasesBefore?: Readonly<Record<string, readonly string[]>>;
  readonly apartLetters?: readonly string[];
  readonly tailFirst?: readonly string[];
  readonly marked?: Readonly<Record<string, string>>;
};

export type Seams = {
  /** By their last letter, longest first. */
  readonly tails: ReadonlyMap<string, readonly Tail[]>;
  readonly heads: readonly string[];
  /** Lengths of the parts of each phrase, by its letters without spaces. */
  readonly phrases: ReadonlyMap<string, readonly number[]>;
  /** Phrases that are a word of their own too: the words before which they are phrases. */
  readonly before: ReadonlyMap<string, ReadonlySet<string>>;
  readonly apartLetters: ReadonlySet<string>;
  readonly tailFirst: ReadonlySet<string>;
  /** Letters that an ending asks for. */
  readonly letters: readonly string[];
  /** Words that a mark for a short vowel tells from others with their letters: the word that is read for them. */
  readonly marked: ReadonlyMap<string, string>;
};

type Tail = {
  readonly ending: string;
  /** The letter that must stand before it, which belongs to the word. */
  readonly letter: string | null;
  readonly hold: Hold;
};

/**
 * loose: behind a known word, where no pack knows the whole; firm: behind a known word; strong: behind anything, where no pack knows
 * the whole; for an ending that asks for a letter, whether one does or not.
 */
type Hold = "loose" | "firm" | "strong";

/** The shortest word that an ending or beginning is parted from. */
const SHORTEST = 3;

/** Compiles a pack's seams; null where it has none. */
export function compileSeams(file: SeamsFile | undefined): Seams | null {
  if (file === undefined) return null;
  const byLetter = new Map<string, Tail[]>();
  for (const tail of tailsOf(file)) {
    numberForm(tail.ending);
    const last = tail.ending.at(-1) ?? "";
    byLetter.set(last, [...(byLetter.get(last) ?? []), tail]);
  }
  const heads = (file.heads ?? []).map(foldText);
  const bound = Object.entries(file.phrasesBefore ?? {});
  const phrases = [...(file.phrases ?? []), ...bound.map(([phrase]) => phrase)].map((phrase) =>
    foldText(phrase).split(" "),
  );
  const marked = Object.entries(file.marked ?? {});
  for (const part of [...heads, ...phrases.flat(), ...marked.map(([, word]) => word)])
    numberForm(part);
  return {
    tails: byLetter,
    heads,
    phrases: new Map(phrases.map((parts) => [parts.join(""), parts.map((part) => part.length)])),
    before: new Map(
      bound.map(([phrase, words]) => [
        foldText(phrase).replaceAll(" ", ""),
        new Set(words.map(foldText)),
      ]),
    ),
    apartLetters: new Set(file.apartLetters),
    tailFirst: new Set(file.tailFirst),
    letters: Object.keys(file.behindLetter ?? {}),
    marked: new Map(marked),
  };
}

function tailsOf(file: SeamsFile): Tail[] {
  const made = (endings: readonly string[] = [], letter: string | null, hold: Hold): Tail[] =>
    endings.map((ending) => ({ ending: foldText(ending), letter, hold }));
  const behind = (rows: SeamsFile["behindLetter"] = {}, hold: Hold): Tail[] =>
    Object.entries(rows).flatMap(([letter, endings]) => made(endings, letter, hold));
  return [
    ...behind(file.behindLetter, "loose"),
    ...behind(file.strongBehindLetter, "strong"),
    ...made(file.tails, null, "loose"),
    ...made(file.firmTails, null, "firm"),
    ...made(file.strongTails, null, "strong"),
  ].toSorted((one, other) => other.ending.length - one.ending.length);
}

/** Sets words apart that are written as one, and takes a marked word for the one it stands for. */
export function partSeams(written: Tokens, seams: Seams): Tokens {
  const tokens = readMarked(written, seams);
  const cuts = new Map<number, readonly number[]>();
  let more = 0;
  for (let at = 0; at < tokens.size; at++) {
    if (tokens.kind[at] !== TOKEN.word) continue;
    const form = tokens.form[at] ?? "";
    // A mark inside the word would shift the cut.
    if (form.length !== (tokens.end[at] ?? 0) - (tokens.start[at] ?? 0)) continue;
    const isBehindNumber = tokens.kind[at - 1] === TOKEN.number;
    if (seams.before.get(form)?.has(tokens.form[at + 1] ?? "") === false) continue;
    const parts = partsOf(form, tokens.word[at] !== UNKNOWN, isBehindNumber, seams);
    if (parts === null) continue;
    cuts.set(at, parts);
    more += parts.length - 1;
  }
  return more === 0 ? tokens : cutTokens(tokens, cuts, more);
}

/** "Kurd", written with its vowel, is not "did", which has the same letters. */
function readMarked(tokens: Tokens, { marked }: Seams): Tokens {
  if (marked.size === 0) return tokens;
  let read: { readonly form: string[]; readonly word: Int32Array } | null = null;
  for (let at = 0; at < tokens.size; at++) {
    const [from, to] = [tokens.start[at] ?? 0, tokens.end[at] ?? 0];
    if (tokens.form[at]?.length === to - from) continue;
    const word = marked.get(tokens.folded.slice(from, to));
    if (word === undefined) continue;
    read ??= { form: [...tokens.form], word: tokens.word.slice() };
    read.form[at] = word;
    read.word[at] = numberOfForm(word);
  }
  return read === null ? tokens : { ...tokens, ...read };
}

/** Lengths of the parts of a word; null where it is one. */
function partsOf(
  form: string,
  isKnown: boolean,
  isBehindNumber: boolean,
  seams: Seams,
): readonly number[] | null {
  const phrase = seams.phrases.get(form);
  if (phrase !== undefined) return phrase;
  const tail = tailOf(form, isKnown, isBehindNumber, seams);
  if (tail !== null) return [form.length - tail.ending.length, tail.ending.length];
  if (isKnown) return null;
  const head = seams.heads.find((one) => form.startsWith(one) && isWord(form.slice(one.length)));
  return head === undefined ? null : [head.length, form.length - head.length];
}

/** An ending that asks for a letter comes first, behind a number whatever it is ("35-year-old"); else the longest one. */
function tailOf(
  form: string,
  isKnown: boolean,
  isBehindNumber: boolean,
  seams: Seams,
): Tail | null {
  let found: Tail | null = null;
  for (const tail of seams.tails.get(form.at(-1) ?? "") ?? []) {
    const { ending, letter } = tail;
    if (!form.endsWith(ending) || form.length < ending.length + SHORTEST) continue;
    const rest = form.slice(0, form.length - ending.length);
    if (letter === null) {
      if (isParted(rest, tail, isKnown, seams)) found ??= tail;
    } else if (rest.endsWith(letter)) {
      if (tail.hold === "strong" || (isWord(rest) && isBehindNumber)) return tail;
      if (!isKnown && isWord(rest) && !takesTail(rest.slice(0, -1), seams)) return tail;
    }
  }
  return found;
}

/** The word without the letter comes first where it must be written so, or is listed. */
function takesTail(word: string, { apartLetters, tailFirst }: Seams): boolean {
  return tailFirst.has(word) || (apartLetters.has(word.at(-1) ?? "") && isWord(word));
}

function isParted(rest: string, { hold }: Tail, isKnown: boolean, seams: Seams): boolean {
  if (hold === "strong") return !isKnown;
  if (!isWord(rest)) return false;
  if (!isKnown) return true;
  // As it should be written, or another word with its letter.
  const isWhole =
    seams.apartLetters.has(rest.at(-1) ?? "") ||
    seams.letters.some((letter) => isWord(rest + letter));
  return hold === "firm" && !isWhole;
}

function isWord(form: string): boolean {
  return form.length >= SHORTEST && numberOfForm(form) !== UNKNOWN;
}

function cutTokens(
  tokens: Tokens,
  cuts: ReadonlyMap<number, readonly number[]>,
  more: number,
): Tokens {
  const size = tokens.size + more;
  const start = new Int32Array(size);
  const end = new Int32Array(size);
  const kind = new Uint8Array(size);
  const word = new Int32Array(size);
  const form: string[] = [];
  for (let at = 0; at < tokens.size; at++) {
    const own = tokens.form[at] ?? "";
    const cut = cuts.get(at);
    const from = tokens.start[at] ?? 0;
    let done = 0;
    for (const length of cut ?? [own.length]) {
      const to = form.length;
      start[to] = from + done;
      end[to] = cut === undefined ? (tokens.end[at] ?? 0) : from + done + length;
      kind[to] = tokens.kind[at] ?? 0;
      const part = cut === undefined ? own : own.slice(done, done + length);
      word[to] = cut === undefined ? (tokens.word[at] ?? UNKNOWN) : numberOfForm(part);
      form.push(part);
      done += length;
    }
  }
  return { ...tokens, size, start, end, kind, form, word };
}
