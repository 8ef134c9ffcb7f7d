/**
 * In: the view of a document in a script without capitals. Out: what a word with all its joined parts can be in a name.
 * Never: decides what a name is.
 */
import { TOKEN } from "../tokens.ts";
import { askOnce, UNKNOWN } from "../vocabulary.ts";
import { isOneOf } from "../wordSets.ts";
import type { NameGrammar } from "./grammarTypes.ts";
import { classesOf, has, type NameView } from "./nameView.ts";
import { WORD } from "./wordClass.ts";

/** A word as written: its first token and the parts that zero-width joiners hang on it. */
export type Unit = {
  readonly from: number;
  readonly to: number;
  readonly kind: UnitKind;
};

/**
 * given: a given name and no other word; weakGiven: one that is a word too; part: seen in names; surname: told by a
 * list or its ending; weakSurname: one that is a word too; strange: no word that is known; town: a place's name of one
 * word; none: anything else.
 */
const UNIT_KINDS = [
  "given",
  "weakGiven",
  "part",
  "surname",
  "weakSurname",
  "strange",
  "town",
  "none",
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** Arabic script and its neighbours. */
export function isUncased(view: NameView, at: number): boolean {
  const code = view.tokens.text.charCodeAt(view.tokens.start[at] ?? 0);
  return code >= 0x590 && code < 0x900;
}

/** The word that begins at a token. */
export function unitAt(view: NameView, at: number, limit: number): Unit {
  let to = at + 1;
  while (to < limit && isCloseTo(view, to) && view.tokens.kind[to] === TOKEN.word) to++;
  if (to === at + 1 && to < limit && endsInNext(view, at)) to++;
  return { from: at, to, kind: at < limit ? knownKind(view, at, to) : "none" };
}

/** The word behind a space is the last part of a name that is written with a joiner or apart ("سواری فر", "شه بخش", "ولی الله"). */
function endsInNext(view: NameView, at: number): boolean {
  const { tokens, grammar } = view;
  if (grammar.secondParts[tokens.word[at + 1] ?? UNKNOWN] !== 1) return false;
  const tail = tokens.form[at + 1] ?? "";
  const { spacedTails, tailsAfterGiven, joinedNames } = grammar.uncased;
  const isSpaced = spacedTails.has(tail);
  if (tokens.kind[at] !== TOKEN.word || !isUncased(view, at)) return false;
  if (joinedNames.get(tail)?.has(tokens.form[at] ?? "") === true) return true;
  const isBehindGiven = at > 0 && has(view, at - 1, WORD.given);
  const isWord = isStop(view, at) || isCommon(view, at);
  if (isSpaced) return !isWord || isBehindGiven;
  // "علی کریمی دوست خود را": behind a surname it is the word.
  const isWhole = has(view, at, WORD.surname) || endsLikeSurname(view, at);
  if (!tailsAfterGiven.has(tail) || !isBehindGiven || isWord || isWhole) return false;
  return isBehindName(view, at + 2);
}

/** What follows a name, and no word that the end of the name could belong to ("دوست صمیمی", "مهر امسال", "پناه گرفت"). */
function isBehindName({ tokens, grammar }: NameView, at: number): boolean {
  if (at >= tokens.form.length || tokens.kind[at] === TOKEN.punctuation) return true;
  if (tokens.kind[at] === TOKEN.newline) return true;
  return isOneOf(tokens, at, grammar.uncased.tailFollowers);
}

/** The kind of a word; a name is looked for from several sides, so words of one token are looked at once. */
function knownKind(view: NameView, from: number, to: number): UnitKind {
  if (to !== from + 1) return kindOf(view, from, to);
  const known = UNIT_KINDS[(view.unitKinds[from] ?? 0) - 1];
  if (known !== undefined) return known;
  const kind = kindOf(view, from, to);
  view.unitKinds[from] = UNIT_KINDS.indexOf(kind) + 1;
  return kind;
}

/** Classes of a word with all its parts as one ("حجت‌الاسلام"). */
export function wholeClasses(view: NameView, from: number, to: number): number {
  if (to === from + 1) return view.classes[from] ?? 0;
  return classesOf(view.tokens.form.slice(from, to).join(""), view.grammar);
}

/** The first token of the word that a token ends. */
export function unitStart(view: NameView, at: number): number {
  let from = at;
  while (from > 0 && isCloseTo(view, from)) from--;
  return from;
}

/** A word that a pack lists as no name's beginning. */
export function isStop({ grammar, tokens }: NameView, at: number): boolean {
  return grammar.stopFlags[tokens.word[at] ?? UNKNOWN] === 1;
}

/** The same of a word of several parts, written as one ("علی‌رغم"). */
function isStopWhole({ tokens, grammar }: NameView, from: number, to: number): boolean {
  return grammar.uncased.stops.has(tokens.form.slice(from, to).join(""));
}

/** Joiners, or nothing, stand between this word and the one before. */
export function isCloseTo({ tokens }: NameView, at: number): boolean {
  const start = tokens.start[at] ?? -1;
  let gap = tokens.end[at - 1] ?? 0;
  if (start === gap)
    return at > 0 && tokens.kind[at] === TOKEN.word && tokens.kind[at - 1] === TOKEN.word;
  while (gap < start && isJoiner(tokens.text.charCodeAt(gap))) gap++;
  return gap === start;
}

/** The joiner between parts of a word, and the soft sign that some keyboards write for it. */
function isJoiner(unit: number): boolean {
  return unit === 0x200c || unit === 0xac;
}

function kindOf(view: NameView, from: number, to: number): UnitKind {
  if (view.tokens.kind[from] !== TOKEN.word || !isUncased(view, from)) return "none";
  if (hasWordEnding(view, from, to)) return "none";
  if (to === from + 1 && isVerbAsName(view, from)) return "surname";
  if (to > from + 1 && isStopWhole(view, from, to)) return "none";
  const whole = to > from + 1 ? wholeClasses(view, from, to) : 0;
  if ((whole & WORD.title) !== 0) return "none";
  if ((whole & WORD.given) !== 0) return "given";
  if ((whole & WORD.surname) !== 0) return "surname";
  const isOrigin = to > from + 1 && endsLikeOrigin(view, to - 1);
  const isWord = isStop(view, from) || (isCommon(view, from) && !isOrigin);
  if (to > from + 1 && isStop(view, from) && !has(view, from, WORD.given))
    return isApartTail(view, to - 1) ? "surname" : "none";
  if (isGiven(view, from, to)) return isWord && to === from + 1 ? "weakGiven" : "given";
  if (has(view, from, WORD.title)) return "none";
  const hasEnding = isJoined(view, from, to) || (!isWord && endsLikeSurname(view, to - 1));
  if (hasEnding) return "surname";
  if (isStop(view, from)) return "none";
  if (has(view, from, WORD.surname)) return isWord ? "weakSurname" : "surname";
  if (isWord) return "none";
  if (has(view, from, WORD.part)) return "part";
  if (isStrange(view, from, to)) return "strange";
  const place = view.phraseAt.get(from);
  const isTown = place?.kind === "place" && !place.isCountry && view.phraseEnd[from] === to;
  return isTown ? "town" : "none";
}

/** "محمد کرد فرزند", "محمد کرد را": a verb behind a given name, before what no verb stands before. */
function isVerbAsName(view: NameView, at: number): boolean {
  const { tokens, grammar } = view;
  const { verbSurnames, fatherCues, objectMarks, ageCues } = grammar.uncased;
  if (!isOneOf(tokens, at, verbSurnames) || at === 0 || !has(view, at - 1, WORD.given))
    return false;
  if (isOneOf(tokens, at + 1, fatherCues) || isOneOf(tokens, at + 1, objectMarks)) return true;
  const number = tokens.kind[at + 1] === TOKEN.punctuation ? at + 2 : at + 1;
  return tokens.kind[number] === TOKEN.number && isOneOf(tokens, number + 1, ageCues);
}

/** The end of a surname, also where it is a word of its own. */
export function isApartTail({ grammar, tokens }: NameView, at: number): boolean {
  return isOneOf(tokens, at, grammar.uncased.apartTails);
}

/** "صمیمی‌اش": an ending of plural or possession hangs on it. */
function hasWordEnding(view: NameView, from: number, to: number): boolean {
  return to > from + 1 && view.grammar.uncased.wordEndings.includes(view.tokens.form[to - 1] ?? "");
}

/** Listed, of two given names in one, or with a part that is one. */
function isGiven(view: NameView, from: number, to: number): boolean {
  const isListed = has(view, from, WORD.given | WORD.honorific);
  if (to > from + 1)
    return (
      (wholeClasses(view, from, to) & WORD.given) !== 0 ||
      ((isListed || has(view, to - 1, WORD.given)) && !isCommon(view, from))
    );
  if (isListed) return true;
  const { grammar, tokens } = view;
  const number = tokens.word[from] ?? UNKNOWN;
  return askOnce(grammar.answers.compound, number, tokens.form[from] ?? "", grammar, isCompound);
}

function isCompound(form: string, grammar: NameGrammar): boolean {
  const { givenBeginnings } = grammar.uncased;
  if (givenBeginnings.some((start) => form.length > start.length + 1 && form.startsWith(start)))
    return true;
  for (let cut = 2; cut <= form.length - 2; cut++)
    if (isGivenForm(form.slice(0, cut), grammar) && isGivenForm(form.slice(cut), grammar))
      return true;
  return false;
}

function isGivenForm(form: string, grammar: NameGrammar): boolean {
  return (classesOf(form, grammar) & WORD.given) !== 0;
}

/** "خامنه‌ای", "بلوچ‌زهی": the second part is one that only surnames have. */
function isJoined(view: NameView, from: number, to: number): boolean {
  if (to === from + 1) return false;
  const { nameTails, nameJoiners } = view.grammar.uncased;
  const last = view.tokens.form[to - 1] ?? "";
  return (
    nameJoiners.has(last) ||
    (nameTails.has(last) && (!isCommon(view, from) || has(view, from, WORD.given)))
  );
}

function endsLikeSurname(view: NameView, at: number): boolean {
  const form = view.tokens.form[at] ?? "";
  return (
    form.length > 4 && view.grammar.uncased.surnameEndings.some((ending) => form.endsWith(ending))
  );
}

/** The last part of a joined word ends as origins do ("نظام‌آهاری"). */
function endsLikeOrigin(view: NameView, at: number): boolean {
  const form = view.tokens.form[at] ?? "";
  return form.length > 3 && view.grammar.uncased.originEndings.some((end) => form.endsWith(end));
}

/** A common word, also with an ending of the plural or of possession written to it. */
function isCommon(view: NameView, at: number): boolean {
  if (has(view, at, WORD.common)) return true;
  const { grammar, tokens } = view;
  const number = tokens.word[at] ?? UNKNOWN;
  return askOnce(grammar.answers.common, number, tokens.form[at] ?? "", grammar, isCommonEnded);
}

function isCommonEnded(form: string, grammar: NameGrammar): boolean {
  return grammar.uncased.wordEndings.some(
    (ending) =>
      form.length > ending.length + 2 &&
      form.endsWith(ending) &&
      (classesOf(form.slice(0, -ending.length), grammar) & WORD.common) !== 0,
  );
}

/** No place, no people, nothing that begins or ends with a common word. */
function isStrange(view: NameView, from: number, to: number): boolean {
  if (view.phraseAt.has(from) || has(view, from, WORD.people)) return false;
  if ((view.tokens.form[from] ?? "").length < 3 && to === from + 1) return false;
  const first = to > from + 1 && endsLikeOrigin(view, to - 1) ? to - 1 : from;
  for (let at = first; at < to; at++) if (isCommon(view, at) || isStop(view, at)) return false;
  return (
    to === from + 1 || !view.grammar.uncased.wordEndings.includes(view.tokens.form[to - 1] ?? "")
  );
}
