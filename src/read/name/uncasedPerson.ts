/**
 * In: a token of a script without capitals. Out: the person whose name begins there, or null.
 * Never: takes a word for a name only because it could be one: a given name needs a name word beside it, and a word
 * that no list knows needs a surname, a cue or a list of names.
 */
import { TOKEN } from "../tokens.ts";
import { isOneOf } from "../wordSets.ts";
import type { NameDraft } from "./nameDraft.ts";
import { has, type NameView, previousToken } from "./nameView.ts";
import { ageInFront, readDetail } from "./uncasedDetail.ts";
import {
  isApartTail,
  isStop,
  isUncased,
  type Unit,
  unitAt,
  type UnitKind,
  unitStart,
  wholeClasses,
} from "./uncasedWords.ts";
import { WORD } from "./wordClass.ts";

/** What stands in front of a name. */
type Before = {
  readonly at: number;
  /** "به نام": what follows is a name. */
  readonly isNamed: boolean;
  /** "آقای": one word behind it is enough. */
  readonly isHeld: boolean;
  readonly isTitled: boolean;
  /** Where the title begins, and its classes; 0 where there is none. */
  readonly titleFrom: number;
  readonly title: number;
  /** Another name stands before it in a list. */
  readonly isListed: boolean;
};

/** Reads the person at a token; `isListed` where a name and a comma or "and" stand in front. */
export function readUncasedPerson(
  view: NameView,
  at: number,
  limit: number,
  isListed: boolean,
): NameDraft | null {
  const { uncased } = view.grammar;
  if (isOneOf(view.tokens, at, uncased.surnameTitles) || isGluedCue(view, at, limit)) return null;
  const before = previousToken(view, at);
  if (isOfThing(view, before)) return null;
  const front = frontOf(view, before, isListed);
  const initials = readInitials(view, at, limit, front);
  if (initials !== null) return initials;
  const units = readUnits(view, at, limit, front);
  if (units === null) return null;
  const to = units.at(-1)?.to ?? at;
  return draftOf(
    view,
    { at, to, count: units.length, first: units[0]?.kind ?? "none" },
    front,
    limit,
  );
}

/** The person whose name the words around it tell, whatever lists know of it. */
export function toldPerson(
  view: NameView,
  { from, to }: { readonly from: number; readonly to: number },
  limit: number,
): NameDraft {
  const closed = to + (view.tokens.form[to] === "»" ? 1 : 0);
  const detail = readDetail(view, closed, limit);
  const inside = closed === to ? detail : { ...detail, to };
  const front = frontOf(view, previousToken(view, from), false);
  return makePerson(view, { at: from, to, count: 2, first: "given" }, front, 4, inside);
}

function frontOf(view: NameView, before: number, isListed: boolean): Before {
  const { uncased } = view.grammar;
  const at = opensQuote(view, before) ? before - 1 : before;
  const form = at >= 0 ? (view.tokens.form[at] ?? "") : "";
  const first = at >= 0 ? unitStart(view, at) : at;
  const classes = at >= 0 ? wholeClasses(view, first, at + 1) : 0;
  const title = (classes & WORD.title) === 0 ? 0 : classes;
  const isPlural = uncased.wordEndings.includes(form);
  const noun = isPlural ? at - 1 : at;
  return {
    at,
    isNamed:
      at >= 0 &&
      (isOneOf(view.tokens, noun, uncased.namedCues) || isGluedCue(view, at, view.tokens.size)),
    isHeld: isOneOf(view.tokens, at, uncased.surnameTitles),
    isTitled: title !== 0,
    isListed,
    titleFrom: first,
    title,
  };
}

/** "Imam Ali Mosque", "Martyr Karimi Street": whom it is named after has no part in what is told. */
export function isOfThing(view: NameView, before: number): boolean {
  const { namedThings, honouredNames } = view.grammar.uncased;
  // "the base «Hamza»".
  const noun = opensQuote(view, before) ? before - 1 : before;
  const at = isOneOf(view.tokens, noun, honouredNames) ? noun - 1 : noun;
  return (
    (at >= 0 && isOneOf(view.tokens, at, namedThings)) || isOneOf(view.tokens, noun, namedThings)
  );
}

/** "a prisoner named Hasan Karimi", where "named" is written as one word that is somebody's given name too. */
function isGluedCue(view: NameView, at: number, limit: number): boolean {
  if (!isOneOf(view.tokens, at, view.grammar.uncased.gluedCues)) return false;
  const before = previousToken(view, at);
  const { ageCues } = view.grammar.uncased;
  const isNoun = has(view, before, WORD.title | WORD.people | WORD.common);
  if (
    before < 0 ||
    !(isNoun || isIndefinite(view, before) || isOneOf(view.tokens, before, ageCues))
  )
    return false;
  const isOpened = QUOTES.has(formAt(view, at + 1));
  const given = unitAt(view, isOpened ? at + 2 : at + 1, limit);
  const next = unitAt(view, given.to, limit);
  const isOfOne = isIndefinite(view, before) || isOneOf(view.tokens, before, ageCues);
  return given.kind === "given" && (isOfOne || (next.kind !== "none" && next.kind !== "town"));
}

/** "مردی": a word for somebody, with the ending that says "a". */
function isIndefinite(view: NameView, at: number): boolean {
  return isOneOf(view.tokens, at, view.grammar.uncased.indefinites);
}

function formAt({ tokens }: NameView, at: number): string {
  return tokens.form[at] ?? "";
}

const QUOTES: ReadonlySet<string> = new Set(["«", '"', "“"]);
const CLOSERS: ReadonlySet<string> = new Set(["»", '"', "”"]);

/** A mark that opens a quotation, or may. */
function opensQuote({ tokens }: NameView, at: number): boolean {
  return at >= 0 && tokens.kind[at] === TOKEN.punctuation && QUOTES.has(tokens.form[at] ?? "");
}

/** A quotation mark of either side. */
export function isQuote({ tokens }: NameView, at: number): boolean {
  if (at < 0 || tokens.kind[at] !== TOKEN.punctuation) return false;
  const form = tokens.form[at] ?? "";
  return QUOTES.has(form) || CLOSERS.has(form);
}

/** The words stand in quotation marks of their own. */
function isQuoted({ tokens }: NameView, from: number, to: number): boolean {
  return QUOTES.has(tokens.form[from - 1] ?? "") && CLOSERS.has(tokens.form[to] ?? "");
}

const MOST_UNITS = 5;

/** The words of the name; null where nothing makes them one. */
function readUnits(view: NameView, at: number, limit: number, front: Before): Unit[] | null {
  const first = unitAt(view, at, limit);
  const second = unitAt(view, first.to, limit);
  if (!opens(view, first, second, front)) return null;
  if (isTownInTown(view, first, second, front)) return null;
  const units = [first];
  let hasSurname = first.kind === "surname";
  let to = first.to;
  while (units.length < MOST_UNITS && to < limit) {
    if (hasSurname && isApartTail(view, to)) {
      units.push({ from: to, to: to + 1, kind: "surname" });
      to += 1;
      continue;
    }
    const isInner = isOneOf(view.tokens, to, view.grammar.uncased.innerTitles);
    const unit = unitAt(view, isInner ? to + 1 : to, limit);
    const next = unitAt(view, unit.to, limit);
    const isTown =
      units.length === 1 &&
      first.kind === "given" &&
      (unit.kind === "town" || (unit.kind === "none" && isInNaming(view, to, limit)));
    if (isTown && unit.kind === "none") {
      units.push({ from: to, to: to + 1, kind: "surname" });
      hasSurname = true;
      to += 1;
      continue;
    }
    if (isInner && (hasSurname || !isNameKind(unit.kind))) break;
    if (!isTown && !continues(view, unit, next, hasSurname)) break;
    if (unit.kind === "given" && first.kind === "surname" && front.isTitled) break;
    units.push(unit);
    if (unit.kind !== "given" && unit.kind !== "weakGiven") hasSurname = true;
    to = unit.to;
  }
  const closed = quotedTail(view, at, to, limit, units.length);
  if (closed > to) {
    units.push({ from: to, to: closed, kind: "surname" });
    to = closed;
  }
  const isOwn = front.isListed && isQuoted(view, at, to);
  const isKnown = isOwn || (first.kind !== "strange" && first.kind !== "surname");
  if (units.length === 1 && !isKnown && !front.isHeld && !front.isTitled) return null;
  if (units.length === 1 && first.kind === "strange" && !front.isHeld && !isOwn) return null;
  if (isEveryday(view, units, front) || isTown(view, units)) return null;
  return units;
}

/** "in Shahriar of Tehran": a town that is a given name too, behind "in", with the town that it belongs to. */
function isTownInTown(view: NameView, first: Unit, second: Unit, { at }: Before): boolean {
  if (at < 0 || !has(view, at, WORD.placeBefore)) return false;
  return [first, second].every(({ from, to }) => {
    const place = view.phraseAt.get(from);
    return place?.kind === "place" && view.phraseEnd[from] === to;
  });
}

/** "the names of the three, A Young, B …": a word that is something else too, between a given name and the mark before the next given name. */
function isInNaming(view: NameView, at: number, limit: number): boolean {
  const { form, kind } = view.tokens;
  if (kind[at] !== TOKEN.word || isStop(view, at) || !COMMAS.has(form[at + 1] ?? "")) return false;
  const next = isJoinWord(view, at + 2) ? at + 3 : at + 2;
  const { kind: name } = unitAt(view, next, limit);
  return isNamingSentence(view, at) && (name === "given" || name === "weakGiven");
}

/** A word of naming ("names", "identity") stands shortly before. */
function isNamingSentence({ tokens, grammar }: NameView, at: number): boolean {
  for (let token = at - 1; token > Math.max(0, at - NAMING_REACH); token--)
    if (isOneOf(tokens, token, grammar.uncased.namedCues)) return true;
  return false;
}

/** "has established the identity of one as «A B»". */
function isNamedInQuotes(view: NameView, from: number, to: number): boolean {
  return isQuoted(view, from, to) && isNamingSentence(view, from);
}

/** Words from "names" to one of a list behind it. */
const NAMING_REACH = 16;

/** "«Mehdi Nuri |Afshar|»": a name in quotation marks of its own goes on to where they close. */
function quotedTail(view: NameView, at: number, to: number, limit: number, count: number): number {
  const { form, kind } = view.tokens;
  if (count < 2 || !QUOTES.has(form[at - 1] ?? "")) return to;
  let end = to;
  while (end < limit && end - to < TAIL_WORDS && kind[end] === TOKEN.word && !isStop(view, end))
    end++;
  return end < limit && CLOSERS.has(form[end] ?? "") ? end : to;
}

/** Words of a name in quotation marks that no list needs to know. */
const TAIL_WORDS = 2;

/** "nowhere in the world acceptable": a given name that is a word too, and one that no list knows, where no name is awaited. */
function isEveryday(view: NameView, [first, second, third]: Unit[], front: Before): boolean {
  if (first === undefined || second?.kind !== "strange" || third !== undefined) return false;
  if (!isOneOf(view.tokens, first.from, view.grammar.uncased.everydayNames)) return false;
  if (front.isNamed || front.isHeld || front.isTitled || front.isListed) return false;
  if (isQuoted(view, first.from, second.to)) return false;
  if (view.tokens.kind[second.to] === TOKEN.number) return false;
  return !opensPhrase(view, front);
}

/** "جلال آباد": a given name and the ending of towns, written apart. */
function isTown({ tokens, grammar }: NameView, units: readonly Unit[]): boolean {
  const last = units.at(-1);
  const ending = last === undefined || units.length < 2 ? "" : (tokens.form[last.to - 1] ?? "");
  return grammar.uncased.wordEndings.includes(ending);
}

function opens(view: NameView, first: Unit, second: Unit, front: Before): boolean {
  const isCued = front.isNamed || front.isListed;
  switch (first.kind) {
    case "given":
    case "part":
      return true;
    case "surname":
      if (has(view, first.from, WORD.people) && second.kind === "given") return false;
      return front.isHeld || front.isTitled || isCued || second.kind === "surname";
    case "weakGiven":
      return (
        isCued ||
        front.isHeld ||
        isNameKind(second.kind) ||
        (second.kind === "strange" && isNamedInQuotes(view, first.from, second.to)) ||
        (second.kind === "strange" && endsLikeOrigin(view, second) && opensSentence(view, front))
      );
    case "weakSurname":
      return front.isHeld;
    case "strange":
      return isCued || front.isHeld || (second.kind === "surname" && opensPhrase(view, front));
    case "town":
    case "none":
      return false;
  }
}

/** A word that no list knows is a given name in front of a surname only where a name can begin. */
function opensPhrase(view: NameView, { at, isTitled }: Before): boolean {
  if (at < 0 || isTitled || view.tokens.kind[at] !== TOKEN.word) return true;
  return has(view, at, WORD.common | WORD.people) || isStop(view, at);
}

/** Nothing, or a mark, stands before. */
function opensSentence(view: NameView, { at, isTitled }: Before): boolean {
  return at < 0 || isTitled || view.tokens.kind[at] !== TOKEN.word;
}

function isNameKind(kind: UnitKind): boolean {
  return kind === "surname" || kind === "part" || kind === "given";
}

function continues(view: NameView, unit: Unit, next: Unit, hasSurname: boolean): boolean {
  switch (unit.kind) {
    case "surname":
    case "part":
      return true;
    case "given":
      return !hasSurname || isNameKind(next.kind);
    case "weakGiven":
      return !hasSurname && (next.kind === "surname" || next.kind === "part");
    case "weakSurname":
      return !hasSurname;
    case "strange":
      return !hasSurname || endsLikeOrigin(view, unit) || isNamedBehind(view, unit.to);
    case "town":
    case "none":
      return false;
  }
}

/** "His name is A B C", with the word for "name" behind it: all that stands before is the name. */
function isNamedBehind({ tokens, grammar }: NameView, at: number): boolean {
  return isOneOf(tokens, at, grammar.uncased.namedCues);
}

/** A second surname that no list knows ends as origins do ("بیستونی"). */
function endsLikeOrigin(view: NameView, { to }: Unit): boolean {
  const form = view.tokens.form[to - 1] ?? "";
  return form.length > 4 && view.grammar.uncased.originEndings.some((end) => form.endsWith(end));
}

type Words = {
  readonly at: number;
  readonly to: number;
  readonly count: number;
  readonly first: UnitKind;
};

function draftOf(view: NameView, name: Words, front: Before, limit: number): NameDraft | null {
  const detail = readDetail(view, name.to, limit);
  const weight = points([
    [front.isHeld, 3],
    [front.isTitled, 2],
    [detail.father !== null, 3],
    [detail.age !== null, 2],
    [name.count > 1, 2],
    [front.isNamed, 2],
    [name.first === "given" && (isApposed(view, name) || front.isListed), 2],
    [name.first === "given" && name.count === 1 && isArgument(view, name, front), 2],
  ]);
  const isGiven = name.first === "given" || name.first === "part" || name.first === "weakGiven";
  if (weight < 2 || (name.count === 1 && weight < 3 && !isGiven)) return null;
  return makePerson(view, name, front, weight, detail);
}

/** "حسن - خ", "محمد. ک", "م. ر.", "ب.ک": a letter for the surname, or letters alone where a name is awaited. */
function readInitials(view: NameView, at: number, limit: number, front: Before): NameDraft | null {
  const first = unitAt(view, at, limit);
  const isLetter = isInitial(view, at);
  if (!isLetter && first.kind !== "given" && first.kind !== "part") return null;
  const letter = letterAfter(view, first.to, limit);
  if (letter === -1) return null;
  const detail = readDetail(view, afterDot(view, letter + 1, limit), limit);
  const isQuoted = view.tokens.form[letter + 1] === "»";
  const isAwaited = front.isNamed || front.isTitled || isQuoted || detail.age !== null;
  if (isLetter && !isAwaited) return null;
  const name = { at, to: letter + 1, count: 2, first: first.kind };
  return makePerson(view, name, front, 3, detail);
}

/** The single letter behind a dot, a dash or nothing; -1 where there is none. */
function letterAfter(view: NameView, at: number, limit: number): number {
  const { form } = view.tokens;
  const isSign = form[at] === "." || form[at] === "-" || form[at] === "ـ";
  const letter = isSign ? at + 1 : at;
  const isDotted = isSign || form[letter + 1] === ".";
  return letter < limit && isInitial(view, letter) && isDotted ? letter : -1;
}

function afterDot(view: NameView, at: number, limit: number): number {
  return at < limit && view.tokens.form[at] === "." ? at + 1 : at;
}

function isInitial(view: NameView, at: number): boolean {
  const { kind, form } = view.tokens;
  return (
    kind[at] === TOKEN.word &&
    form[at]?.length === 1 &&
    isUncased(view, at) &&
    !isJoinWord(view, at)
  );
}

function isJoinWord(view: NameView, at: number): boolean {
  return view.grammar.cues.separator.has(view.tokens.form[at] ?? "");
}

function makePerson(
  view: NameView,
  name: Words,
  front: Before,
  weight: number,
  detail: { readonly father: string | null; readonly age: number | null; readonly to: number },
): NameDraft {
  const titleFrom = front.isTitled ? front.titleFrom : name.at;
  const wordTokens: number[] = [];
  for (let at = name.at; at < name.to; at++) wordTokens.push(at);
  return {
    from: name.at,
    to: name.to,
    titleFrom,
    type: "person",
    id: null,
    words: wordTokens.map((at) => view.tokens.form[at] ?? ""),
    wordTokens,
    weight,
    isOfficial: (front.title & WORD.official) !== 0,
    sex: sexOfTitle(front.title),
    inHeading: false,
    name: null,
    age: detail.age ?? ageInFront(view, titleFrom),
    father: detail.father,
    detailTo: detail.to,
  };
}

/** "شریک او، اکبر، …": between two commas. */
function isApposed(view: NameView, { at, to }: Words): boolean {
  return COMMAS.has(view.tokens.form[at - 1] ?? "") && COMMAS.has(view.tokens.form[to] ?? "");
}

const COMMAS: ReadonlySet<string> = new Set([","]);

/** A given name that is no other word, between a clause's beginning or a small word and a small word or a mark. */
function isArgument(view: NameView, { at: first, to }: Words, { at }: Before): boolean {
  const { tokens, grammar } = view;
  if (isOneOf(tokens, first, grammar.uncased.everydayNames)) return false;
  const isSmall = (token: number): boolean =>
    tokens.kind[token] !== TOKEN.word || isStop(view, token);
  if (to >= tokens.size || !isSmall(to)) return false;
  const isObject = isOneOf(tokens, to, grammar.uncased.objectMarks);
  const isOfPlace = [at, at - 1].some(
    (token) => has(view, token, WORD.placeBefore) && (token === at || !isStop(view, token)),
  );
  return at < 0 || isSmall(at) || (isObject && !isOfPlace);
}

function points(evidence: readonly (readonly [isSo: boolean, weight: number])[]): number {
  return evidence.reduce((sum, [isSo, weight]) => sum + (isSo ? weight : 0), 0);
}

function sexOfTitle(title: number): "female" | "male" | null {
  if ((title & WORD.female) !== 0) return "female";
  return (title & WORD.male) === 0 ? null : "male";
}
