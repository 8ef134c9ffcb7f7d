/**
 * In: where a name ends. Out: the age, father and sex that the words beside it say, and where they end.
 * Never: infers a sex or an age from a name.
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

export type PersonDetail = {
  readonly age: number | null;
  /** Ages of several who are named together, this one last ("A and B, aged 31 and 27"); else null. */
  readonly ages: readonly number[] | null;
  readonly father: string | null;
  readonly sex: "female" | "male" | null;
  /** Where the words that belong to the name end; the name's own end when there are none. */
  readonly to: number;
};

const MAX_AGE = 115;

/** Reads ", 25,", "(25)", ", aged 25", ", 25 years old", ", a 25-year-old man", ", son of Hassan" after a name. */
export function readPersonDetail(view: NameView, to: number, limit: number): PersonDetail {
  let detail: PersonDetail = { age: null, ages: null, father: null, sex: null, to };
  for (let round = 0; round < 3; round++) {
    const next =
      readAge(view, detail, limit) ??
      readFather(view, detail, limit) ??
      readKinship(view, detail, limit);
    if (next === null) break;
    detail = next;
  }
  return detail;
}

/** "16-year-old Karim Salari", "25-year-old teacher Karim Salari": the age in front of a name. */
export function ageBefore(view: NameView, from: number): number | null {
  let at = previousToken(view, from);
  for (let step = 0; step < 5 && at > 3; step++) {
    if (isCue(view, at, "old") && isCue(view, at - 2, "year")) return numberAt(view, at - 4);
    // "a 31-year-old woman from Halton": where she is from has no age.
    if (has(view, at, WORD.placeBefore) || isCue(view, at, "away")) return null;
    if (view.tokens.kind[at] !== TOKEN.word || (view.letterCase[at] ?? 0) !== CASE.none)
      return null;
    const isNamed = has(view, at, WORD.named) || isCue(view, at, "as");
    if (!isNamed && !has(view, at, WORD.title | WORD.people | WORD.modifier | WORD.common))
      return null;
    at = previousToken(view, at);
  }
  return null;
}

/** "a 40-year-old Port Melbourne man": one name behind an article and an age is where somebody is from. */
export function isOriginOfAged(view: NameView, from: number): boolean {
  const at = previousToken(view, from);
  return (
    at > 4 &&
    isCue(view, at, "old") &&
    isCue(view, at - 2, "year") &&
    isCue(view, at - 5, "indefinite")
  );
}

function readAge(view: NameView, detail: PersonDetail, limit: number): PersonDetail | null {
  if (detail.age !== null || detail.ages !== null) return null;
  const { form } = view.tokens;
  let at = detail.to;
  const opening = form[at] ?? "";
  const isBracket = opening === "(" || opening === "[";
  const isPause = opening === "," || opening === "-";
  if (isBracket || isPause) at = nextToken(view, at);
  let isSaid = false;
  // "A and B, |both 71|,": one age for two.
  const isBoth = isPause && isCue(view, at, "both");
  if (isBoth) at = nextToken(view, at);
  if (isCue(view, at, "aged")) {
    isSaid = true;
    at = nextToken(view, at);
  } else if (isPause && isCue(view, at, "indefinite")) {
    // "TAMWORTH - A 41-year-old woman was arrested": a sentence begins behind its dateline.
    if (opening === "-" && view.letterCase[at] !== CASE.none) return null;
    const read = readYearOld(view, detail, nextToken(view, at), limit);
    return read === null || opening !== ","
      ? read
      : { ...read, to: joinedEnd(view, read.to, limit) };
  }
  if (!isSaid && !isBracket && !isPause) return null;
  const age = numberAt(view, at);
  if (age === null || at >= limit) return null;
  if (isBoth)
    return endsAge(view, at + 1, limit) ? { ...detail, ages: [age, age], to: at + 1 } : null;
  const shared = isBracket ? null : sharedAges(view, at, limit);
  if (shared !== null) return { ...detail, ages: shared.ages, to: shared.to };
  let end = at + 1;
  if (form[end] === "-" || isCue(view, end, "year")) {
    const yearOld = readYearOld(view, detail, at, limit);
    // "A, 28-year-old B and C": the age of the next.
    if (yearOld !== null) return isPause && isOfNext(view, at + 5, limit) ? null : yearOld;
    if (isCue(view, end, "year") && isCue(view, end + 1, "old")) {
      end += 2;
      isSaid = true;
    }
  }
  if (isBracket) {
    const closing = form[end];
    if (closing === ")" || closing === "]") return { ...detail, age, to: end + 1 };
    return closing === "," || closing === ";" ? { ...detail, age, to: end } : null;
  }
  if (!isSaid && !endsAge(view, end, limit)) return null;
  const isClosed = isPause && form[end] === ",";
  return { ...detail, age, to: isClosed && opening === "," ? end : end };
}

/** "aged 31 and 27", "31, 27 and 19": the ages of as many as are named before, and where they end. */
function sharedAges(
  view: NameView,
  from: number,
  limit: number,
): { readonly ages: readonly number[]; readonly to: number } | null {
  const { form } = view.tokens;
  const ages: number[] = [];
  let isJoined = false;
  let at = from;
  for (;;) {
    const age = numberAt(view, at);
    if (age === null) return null;
    ages.push(age);
    if (isJoined) break;
    const joint = at + 1;
    isJoined = isCue(view, joint, "and");
    if (!isJoined && form[joint] !== ",") return null;
    at = joint + 1;
    if (at >= limit) return null;
  }
  return endsAge(view, at + 1, limit) ? { ages, to: at + 1 } : null;
}

/** "25-year-old", "25 years old": the age, the noun after it may say the sex. */
function readYearOld(
  view: NameView,
  detail: PersonDetail,
  at: number,
  limit: number,
): PersonDetail | null {
  const { form } = view.tokens;
  const age = numberAt(view, at);
  if (age === null || at + 4 >= limit + 1) return null;
  if (form[at + 1] !== "-" || !isCue(view, at + 2, "year") || !isCue(view, at + 4, "old"))
    return null;
  let end = at + 5;
  let sex: PersonDetail["sex"] = null;
  for (let step = 0; step < 3 && end < limit; step++) {
    const said = view.grammar.sexOfNoun.get(form[end + step] ?? "");
    if (said === undefined) continue;
    sex = said;
    end = end + step + 1;
    break;
  }
  if (sex === null) end = nounEnd(view, end, limit);
  return { ...detail, age, sex: detail.sex ?? sex, to: end };
}

/** "a 45-year-old mother |of three and labour activist|, was": the end of what else the same is; `from` where nothing is joined. */
function joinedEnd(view: NameView, from: number, limit: number): number {
  const { form, kind } = view.tokens;
  const isCounted = isCue(view, from, "of") && kind[from + 1] === TOKEN.word;
  const and = isCounted ? from + 2 : from;
  if (!isCue(view, and, "and")) return from;
  let end = and + 1;
  const last = Math.min(limit, and + LONGEST_JOINED);
  while (end < last && kind[end] === TOKEN.word && view.letterCase[end] === CASE.none) {
    // "and a woman", "and two men": somebody else.
    if (isCue(view, end, "indefinite") || isCue(view, end, "definite")) return from;
    if (numberAt(view, end) !== null) return from;
    end++;
  }
  const isNoun = has(view, end - 1, WORD.title | WORD.people);
  return isNoun && form[end] === "," && isCue(view, nextToken(view, end), "ofOne") ? end : from;
}

/** Tokens of what is joined, with the word that joins. */
const LONGEST_JOINED = 6;

/** "28-year-old |B D|", "28-year-old labourer |B D|": whose age stands in front of the name. */
function isOfNext(view: NameView, from: number, limit: number): boolean {
  for (let at = from; at < Math.min(limit, from + 3); at++) {
    const isPeople = has(view, at, WORD.people);
    if (view.letterCase[at] !== CASE.none && !isPeople)
      return has(view, at, WORD.given | WORD.part) || view.letterCase[at + 1] === CASE.capital;
    if (!isPeople && !has(view, at, WORD.title | WORD.modifier)) return false;
  }
  return false;
}

/** "a 28-year-old video journalist": the end of the noun that the age describes; `from` where none follows at once. */
function nounEnd(view: NameView, from: number, limit: number): number {
  let end = from;
  for (let at = from; at < Math.min(limit, from + 3); at++) {
    if (view.tokens.kind[at] !== TOKEN.word || (view.letterCase[at] ?? 0) !== CASE.none) break;
    if (has(view, at, WORD.title)) end = at + 1;
    else if (!has(view, at, WORD.common | WORD.modifier | WORD.people)) break;
  }
  return end;
}

/** A bare number after a comma is an age only where the clause ends or goes on about the person. */
function endsAge(view: NameView, at: number, limit: number): boolean {
  if (at >= limit) return true;
  const form = view.tokens.form[at] ?? "";
  if (view.tokens.kind[at] === TOKEN.punctuation)
    return form !== "%" && form !== "$" && form !== "/";
  return isCue(view, at, "afterAge");
}

function readFather(view: NameView, detail: PersonDetail, limit: number): PersonDetail | null {
  if (detail.father !== null) return null;
  const { form } = view.tokens;
  let at = detail.to;
  const isBracket = form[at] === "(";
  if (isBracket || form[at] === ",") at = nextToken(view, at);
  const isShort = isShortKin(view, at);
  const isArticle = isCue(view, at, "definite") || isCue(view, at, "indefinite");
  if (isArticle && !isShort) at = nextToken(view, at);
  const sex = view.grammar.sexOfKin.get(
    isShort ? form.slice(at, at + 3).join("") : (form[at] ?? ""),
  );
  if (sex === undefined) return null;
  const of = nextToken(view, at);
  if (!isShort && !isCue(view, of, "of")) return null;
  const first = isShort ? nextToken(view, at + 2) : nextToken(view, of);
  if (first >= limit || (view.letterCase[first] ?? 0) === CASE.none) return null;
  let end = first + 1;
  while (end < limit && end - first < 4 && isNameToken(view, end)) end++;
  const father = view.tokens.text.slice(view.tokens.start[first], view.tokens.end[end - 1]);
  end = motherEnd(view, end, limit);
  return {
    ...detail,
    father,
    sex: detail.sex ?? sex,
    to: isBracket && form[end] === ")" ? end + 1 : end,
  };
}

/** Tokens of a parent's name, with its hyphens. */
const LONGEST_PARENT = 7;

/** "A, son of B and C, was …": the end of the other parent, where what follows is said of one; else the end of the first. */
function motherEnd(view: NameView, end: number, limit: number): number {
  const first = nextToken(view, end);
  if (!isCue(view, end, "and") || first >= limit) return end;
  if ((view.letterCase[first] ?? 0) === CASE.none) return end;
  let to = first + 1;
  while (to < limit && to - first < LONGEST_PARENT && isNameToken(view, to)) to++;
  // "and Elham T., was": the stop of an initial.
  if (view.tokens.form[to] === "." && view.tokens.form[to + 1] === ",") to++;
  const isOfOne =
    to >= limit ||
    view.tokens.form[to] === "." ||
    view.tokens.form[to] === ")" ||
    (view.tokens.form[to] === "," && isCue(view, nextToken(view, to), "ofOne"));
  return isOfOne ? to : end;
}

/** Nothing more belongs to the name; kept apart so that other cues can join. */
function readKinship(view: NameView, detail: PersonDetail, limit: number): PersonDetail | null {
  if (detail.sex !== null || detail.to >= limit || view.tokens.form[detail.to] !== ",") return null;
  const article = nextToken(view, detail.to);
  if (!isCue(view, article, "indefinite") && !isCue(view, article, "definite")) return null;
  for (let step = 1; step <= 3 && article + step < limit; step++) {
    const said = view.grammar.sexOfNoun.get(view.tokens.form[article + step] ?? "");
    if (said !== undefined) return { ...detail, sex: said };
    if (!has(view, article + step, WORD.people | WORD.modifier)) return null;
  }
  return null;
}

function isNameToken(view: NameView, at: number): boolean {
  if (view.tokens.form[at] === "-") return isGlued(view.tokens, at) && isGlued(view.tokens, at + 1);
  return (view.letterCase[at] ?? 0) !== CASE.none;
}

function numberAt(view: NameView, at: number): number | null {
  if (view.tokens.kind[at] !== TOKEN.number) return null;
  const form = view.tokens.form[at] ?? "";
  if (form.length > 3) return null;
  const value = Number(form);
  return Number.isInteger(value) && value >= 0 && value <= MAX_AGE ? value : null;
}
