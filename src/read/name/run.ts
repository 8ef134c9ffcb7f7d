/**
 * In: the view of a document. Out: runs of capitalised words that stand together.
 * Never: says what a run is; joins two sentences.
 */
import { isGlued } from "../sentences.ts";
import { TOKEN } from "../tokens.ts";
import {
  CASE,
  has,
  type NameView,
  nextToken,
  previousToken,
  isCue,
  isShortKin,
} from "./nameView.ts";
import { WORD } from "./wordClass.ts";

/** A run: its token range and the word tokens in it that carry it. */
export type Run = { readonly from: number; readonly to: number; readonly words: readonly number[] };

/** No name has more words; a text all in capitals is read in pieces. */
const LONGEST_RUN = 24;

const QUOTES: ReadonlySet<string> = new Set(['"', "“", "”", "'", "‘", "’", "«", "»"]);

/** The run that begins at token `at`, which is capitalised (or a particle glued to a capital). */
export function readRun(view: NameView, at: number, limit: number): Run {
  const words: number[] = [at];
  let end = at + 1;
  while (words.length < LONGEST_RUN) {
    const step = stepFrom(view, words.at(-1) ?? at, end, limit);
    if (step === null) break;
    words.push(step);
    end = step + 1;
  }
  const phraseEnd = view.phraseEnd[at] ?? 0;
  for (let word = end; word < phraseEnd; word++) if (isCapitalWord(view, word)) words.push(word);
  const to = Math.max(phraseEnd, trimEnd(view, end, words));
  return { from: at, to, words: dropParticles(view, words) };
}

/** True where a run may begin: a capital, or a lower-case particle in front of one ("al-Hashemi"). */
export function opensRun(view: NameView, at: number, to: number): boolean {
  const shape = view.letterCase[at] ?? 0;
  if (isShortKin(view, at) || (at > 1 && isShortKin(view, at - 2))) return false;
  if ((view.phraseEnd[at] ?? 0) > at + 1 && shape !== CASE.none) return true;
  if (shape !== CASE.none) return !has(view, at, WORD.calendar) || isCalendarName(view, at);
  if (!has(view, at, WORD.particle | WORD.gluedParticle)) return false;
  const next = nextToken(view, at);
  if (next + 1 < to && view.tokens.form[next] === "-" && isGlued(view.tokens, next)) {
    return isGlued(view.tokens, next + 1) && isCapitalWord(view, next + 1);
  }
  return (
    has(view, at, WORD.particle) &&
    isCue(view, at, "noble") &&
    next < to &&
    isCapitalWord(view, next)
  );
}

/** Months that are also names ("April Jones", "Aban Karimi"): a capitalised name word must follow. */
function isCalendarName(view: NameView, at: number): boolean {
  if (isHyphenated(view, at)) return true;
  if (!has(view, at, WORD.given)) return false;
  const before = previousToken(view, at);
  if (before >= 0 && has(view, before, WORD.kin) && view.letterCase[before] === CASE.none)
    return true;
  // "In May Behnam Karimzad was hanged".
  if (before >= 0 && isCue(view, before, "monthAfter")) return false;
  let next = nextToken(view, at);
  if (view.tokens.form[next] === "-" && isGlued(view.tokens, next)) next++;
  return isCapitalWord(view, next) && !has(view, next, WORD.common | WORD.calendar);
}

/** "Safar-Ali": a month joined to a given name. */
function isHyphenated(view: NameView, at: number): boolean {
  const next = nextToken(view, at);
  const { tokens } = view;
  if (tokens.form[next] !== "-" || !isGlued(tokens, next) || !isGlued(tokens, next + 1))
    return false;
  return isCapitalWord(view, next + 1) && has(view, next + 1, WORD.given);
}

function isCapitalWord(view: NameView, at: number): boolean {
  return (view.letterCase[at] ?? 0) !== CASE.none;
}

/** The next word of the run, or null where it ends. */
function stepFrom(view: NameView, word: number, end: number, to: number): number | null {
  const { tokens } = view;
  let at = end;
  while (at < to && tokens.kind[at] === TOKEN.newline) at++;
  if (at >= to) return null;
  const form = tokens.form[at] ?? "";
  if (form === "." && isGlued(tokens, at) && isAbbreviated(view, word)) {
    const next = nextToken(view, at);
    if (next >= to || !isCapitalWord(view, next) || has(view, next, WORD.calendar)) return null;
    return view.letterCase[word] === CASE.initial && has(view, next, WORD.notName) ? null : next;
  }
  if (tokens.kind[at] === TOKEN.possessive) return stepOverPossessive(view, word, at, to);
  if (isLetterMark(tokens, at)) return stepFrom(view, word, at + 2, to);
  if (form === "-" && isGlued(tokens, at)) return stepOverHyphen(view, at, to);
  if (QUOTES.has(form)) return stepOverNickname(view, at, to);
  if (form === "(") return stepOverOtherName(view, at, to);
  if (tokens.kind[at] !== TOKEN.word) return form === "&" ? stepOverAnd(view, at, to) : null;
  if (isShortKin(view, at)) return null;
  if (isCapitalWord(view, at)) {
    if (!has(view, at, WORD.calendar)) return endsInitial(view, word, at) ? null : at;
    const isNamed = has(view, word, WORD.given | WORD.particle | WORD.honorific);
    return isNamed || isCalendarName(view, at) ? at : null;
  }
  if (has(view, at, WORD.particle)) return stepOverParticle(view, at, to);
  if (has(view, at, WORD.gluedParticle) && tokens.form[at + 1] === "-") {
    return isGlued(tokens, at + 1) ? stepOverHyphen(view, at + 1, to) : null;
  }
  return null;
}

/** "A.B. The prisoner": a sentence begins behind a dotted initial. */
function endsInitial(view: NameView, word: number, at: number): boolean {
  return view.letterCase[word] === CASE.initial && has(view, at, WORD.notName);
}

/** "Teachers' Unions", "Women's Rights": a possessive inside a name stands on a common word. */
function stepOverPossessive(view: NameView, word: number, at: number, to: number): number | null {
  const next = nextToken(view, at);
  if (next >= to || !isCapitalWord(view, next)) return null;
  if (endsOrganisation(view, word, at)) return null;
  const isCommon = has(view, word, WORD.common | WORD.people | WORD.organisationHead | WORD.plural);
  const isName =
    has(view, word, WORD.given | WORD.surname | WORD.part) || view.phraseEnd[word] !== 0;
  if (!isCommon || (isName && !has(view, word, WORD.people))) return null;
  return has(view, next, WORD.title | WORD.given) && !has(view, next, WORD.common) ? null : next;
}

/** "Human Rights Watch|'s Middle East office|": the name of a body that is known ends there. */
function endsOrganisation(view: NameView, word: number, at: number): boolean {
  for (let from = word - 1; from >= word - LONGEST_BODY && from >= 0; from--)
    if (view.phraseEnd[from] === at && view.phraseAt.get(from)?.kind === "organisation")
      return true;
  return false;
}

/** Words of the name of a body. */
const LONGEST_BODY = 5;

/** A letter written as a quotation mark inside a word ("Sa‘id"). */
function isLetterMark(tokens: NameView["tokens"], at: number): boolean {
  const form = tokens.form[at];
  if (form !== "‘" && form !== "ʿ" && form !== "ʾ") return false;
  return isGlued(tokens, at) && isGlued(tokens, at + 1) && tokens.kind[at + 1] === TOKEN.word;
}

function isAbbreviated(view: NameView, word: number): boolean {
  if (view.letterCase[word] === CASE.initial) return true;
  const length = (view.tokens.end[word] ?? 0) - (view.tokens.start[word] ?? 0);
  return length <= 5 && has(view, word, WORD.title | WORD.suffix | WORD.modifier | WORD.placeHead);
}

/** "Mohammad-Reza", "Torbat-e Jam", "Efsad-e fel-Arz". */
function stepOverHyphen(view: NameView, hyphen: number, to: number): number | null {
  const next = hyphen + 1;
  if (next >= to || !isGlued(view.tokens, next)) return null;
  if (isCapitalWord(view, next)) return next;
  if (isSurnameEnding(view, next)) return next;
  if (!has(view, next, WORD.gluedParticle | WORD.particle)) return null;
  const after = nextToken(view, next);
  if (after >= to) return null;
  if (view.tokens.form[after] === "-" && isGlued(view.tokens, after))
    return stepOverHyphen(view, after, to);
  return isCapitalWord(view, after) ? after : null;
}

/** "Ahmadi-pour", "Azadi-khah": the ending of a surname, written apart. */
function isSurnameEnding({ tokens, grammar }: NameView, at: number): boolean {
  const form = tokens.form[at] ?? "";
  return form.length > 2 && grammar.endings.has(form) && tokens.form[at + 1] !== "-";
}

function stepOverParticle(view: NameView, at: number, to: number): number | null {
  const next = nextToken(view, at);
  if (next >= to) return null;
  if (view.tokens.form[next] === "-" && isGlued(view.tokens, next))
    return stepOverHyphen(view, next, to);
  if (!isFreeParticle(view, at)) return null;
  if (isCapitalWord(view, next)) return next;
  return has(view, next, WORD.particle) ? stepOverParticle(view, next, to) : null;
}

/** One-letter particles ("e", "y") stand free only between name words. */
function isFreeParticle(view: NameView, at: number): boolean {
  return (view.tokens.end[at] ?? 0) - (view.tokens.start[at] ?? 0) > 1;
}

/** Ali "Tiger" Karimi. */
function stepOverNickname(view: NameView, quote: number, to: number): number | null {
  let at = quote + 1;
  while (at < to && at <= quote + 3 && view.tokens.kind[at] === TOKEN.word) at++;
  if (at === quote + 1 || !QUOTES.has(view.tokens.form[at] ?? "")) return null;
  if (!isCapitalWord(view, quote + 1) || !isGlued(view.tokens, quote + 1)) return null;
  const next = at + 1;
  return next < to && isCapitalWord(view, next) && !isGlued(view.tokens, next) ? next : null;
}

/** Mina (Parvaneh) Karimi: a second given name in brackets, with the surname right behind. */
function stepOverOtherName(view: NameView, open: number, to: number): number | null {
  const { tokens } = view;
  const at = open + 1;
  const next = open + 3;
  if (next >= to || tokens.form[open + 2] !== ")" || !has(view, at, WORD.given)) return null;
  if (isGlued(tokens, open) || isGlued(tokens, next) || tokens.kind[next] !== TOKEN.word)
    return null;
  const isName = isCapitalWord(view, at) && isCapitalWord(view, next);
  return isName && !has(view, next, WORD.common | WORD.title | WORD.notName) ? next : null;
}

function stepOverAnd(view: NameView, at: number, to: number): number | null {
  const next = at + 1;
  return next < to && isCapitalWord(view, next) ? next : null;
}

/** An initial at the end keeps its full stop ("Hassan K."). */
function trimEnd(view: NameView, end: number, words: readonly number[]): number {
  const last = words.at(-1) ?? 0;
  if (words.length > 1 && view.letterCase[last] === CASE.initial && view.tokens.form[end] === ".") {
    return isGlued(view.tokens, end) ? end + 1 : end;
  }
  if (has(view, last, WORD.suffix) && view.tokens.form[end] === "." && isGlued(view.tokens, end))
    return end + 1;
  return end;
}

function dropParticles(view: NameView, words: readonly number[]): readonly number[] {
  return words.length > 1
    ? words.filter((at, index) => index > 0 || isCapitalWord(view, at))
    : words;
}
