/**
 * In: where a name in a script without capitals begins or ends. Out: father, age and other name said beside it.
 * Never: takes an age for that of a neighbour in a list.
 */
import { TOKEN } from "../tokens.ts";
import { isOneOf } from "../wordSets.ts";
import { has, isCue, type NameView } from "./nameView.ts";
import { isStop, unitAt } from "./uncasedWords.ts";
import { WORD } from "./wordClass.ts";

export type UncasedDetail = {
  readonly father: string | null;
  readonly age: number | null;
  /** Where the words that belong to the name end. */
  readonly to: number;
};

/** What is said behind a name: another name, the father, the age, in any order. */
export function readDetail(view: NameView, end: number, limit: number): UncasedDetail {
  let detail: UncasedDetail = { father: null, age: null, to: end };
  for (let round = 0; round < 3; round++) {
    const next =
      readAlias(view, detail, limit) ??
      readFather(view, detail, limit) ??
      readAge(view, detail, limit);
    if (next === null) break;
    detail = next;
  }
  return detail;
}

/** "کولبر ۲۵ ساله به نام …": the age in front of a name, where it belongs to a word for the person. */
export function ageInFront(view: NameView, from: number): number | null {
  const { form, kind } = view.tokens;
  const { ageCues, namedCues, namedLinks } = view.grammar.uncased;
  let at = from - 1;
  while (
    at > 1 &&
    (OPENERS.has(form[at] ?? "") ||
      isOneOf(view.tokens, at, namedCues) ||
      isOneOf(view.tokens, at, namedLinks))
  )
    at--;
  if (at < 2 || !isOneOf(view.tokens, at, ageCues) || kind[at - 1] !== TOKEN.number) return null;
  const isNamed = form.slice(at + 1, from).some((word) => namedCues.has(word));
  const bits = isNamed ? WORD.title | WORD.people | WORD.common : WORD.title | WORD.people;
  if (!has(view, at - 2, bits)) return null;
  return ageOf(form[at - 1] ?? "");
}

const OPENERS: ReadonlySet<string> = new Set(["«", '"', "“", ","]);
const PAUSES: ReadonlySet<string> = new Set([",", "(", "»", '"', "”"]);

function readAlias(view: NameView, detail: UncasedDetail, limit: number): UncasedDetail | null {
  const { form } = view.tokens;
  let at = skipPause(view, detail.to);
  if (!isOneOf(view.tokens, at, view.grammar.uncased.aliasCues)) return null;
  at++;
  if (!isOneOf(view.tokens, at, view.grammar.uncased.namedLinks)) return null;
  at++;
  const isQuoted = form[at] === "«";
  if (isQuoted) at++;
  const unit = unitAt(view, at, limit);
  if (at >= limit || view.tokens.kind[at] !== TOKEN.word) return null;
  let to = unit.to;
  if (isQuoted) while (to < limit && form[to] !== "»" && to - at < 5) to++;
  return { ...detail, to: isQuoted && form[to] === "»" ? to + 1 : to };
}

function readFather(view: NameView, detail: UncasedDetail, limit: number): UncasedDetail | null {
  if (detail.father !== null) return null;
  const { form } = view.tokens;
  const pause = skipPause(view, detail.to);
  const isJoined = detail.age !== null && isCue(view, pause, "separator");
  const at = isJoined ? pause + 1 : pause;
  const isBracket = form[at - 1] === "(";
  const { fatherCues, joinedFatherCues, fatherTerms, namedCues } = view.grammar.uncased;
  const isTerm = isOneOf(view.tokens, at, namedCues) && isOneOf(view.tokens, at + 1, fatherTerms);
  if (!isTerm && !(isJoined ? joinedFatherCues : fatherCues).has(form[at] ?? "")) return null;
  const first = at + (isTerm ? (form[at + 2] === ":" ? 3 : 2) : 1);
  let end = first;
  while (end < limit && end - first < 4) {
    const unit = unitAt(view, end, limit);
    const isName = unit.kind !== "none" && unit.kind !== "strange" && !isStop(view, end);
    if (!isName && !(end === first && unit.kind === "strange")) break;
    end = unit.to;
  }
  if (end === first) return null;
  const father = view.tokens.text.slice(view.tokens.start[first], view.tokens.end[end - 1]);
  return { ...detail, father, to: isBracket && form[end] === ")" ? end + 1 : end };
}

function readAge(view: NameView, detail: UncasedDetail, limit: number): UncasedDetail | null {
  if (detail.age !== null) return null;
  const { form, kind } = view.tokens;
  let at = skipPause(view, detail.to);
  const isBracket = form[at - 1] === "(";
  if (at < limit && kind[at] === TOKEN.word && at > detail.to && isPersonWord(view, at)) at++;
  if (at >= limit || kind[at] !== TOKEN.number) return null;
  if (!isOneOf(view.tokens, at + 1, view.grammar.uncased.ageCues)) return null;
  const age = ageOf(form[at] ?? "");
  if (age === null) return null;
  return { ...detail, age, to: isBracket && form[at + 2] === ")" ? at + 3 : at + 2 };
}

/** "، کودک ۹ ساله": a word for the person between the pause and the age. */
function isPersonWord(view: NameView, at: number): boolean {
  return has(view, at, WORD.title | WORD.common) && view.tokens.kind[at + 1] === TOKEN.number;
}

function skipPause(view: NameView, at: number): number {
  let next = at;
  while (next < at + 2 && PAUSES.has(view.tokens.form[next] ?? "")) next++;
  return next;
}

function ageOf(form: string): number | null {
  const age = Number(form);
  return Number.isInteger(age) && age <= 115 ? age : null;
}
