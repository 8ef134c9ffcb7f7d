/**
 * In: a name and its neighbours. Out: what they say for or against a person, in points.
 * Never: looks into the name.
 */
import { isGlued } from "../sentences.ts";
import { TOKEN } from "../tokens.ts";
import { CASE, type NameView, has, nextToken, previousToken, isCue } from "./nameView.ts";
import { HEADS, WORD } from "./wordClass.ts";

/** Points that the words in front of and behind a name give. */
export function contextWeight(
  view: NameView,
  from: number,
  to: number,
  limit: number,
  core: readonly number[],
): number {
  let weight = 0;
  const size = core.length;
  const before = previousToken(view, from);
  const form =
    before >= 0 && view.sentenceOf[before] === view.sentenceOf[from]
      ? (view.tokens.form[before] ?? "")
      : "";
  if (isCue(view, before, "definite") && form !== "")
    weight -=
      from < (core[0] ?? 0) && has(view, from, WORD.title | WORD.modifier | WORD.people) ? 0 : 5;
  else if (isNamed(view, before)) weight += namesPlace(view, before) ? -3 : 2;
  else if (isNamedBy(view, before)) weight += 2;
  else if (before >= 0 && has(view, before, WORD.said)) weight += 1;
  else if (isPlaceNoun(view, before)) weight -= 6;
  else if (has(view, before, WORD.placeBefore) && !isCue(view, before, "beside"))
    weight -= size > 1 && !isSomewhere(view, before, to) ? 1.5 : 3;
  else if (isCue(view, before, "away")) weight -= 0.5;
  if (view.grammar.thingBefore.has(form) && view.letterCase[before] === CASE.none) weight -= 4;
  if (to < limit && view.letterCase[to] === CASE.none && has(view, to, WORD.placeHead)) weight -= 2;
  if (form === "," && apposedRole(view, before) >= 0) weight += 2;
  if (form === "," && isKin(view, previousToken(view, before))) weight += 3.5;
  if (to >= limit) return weight;
  const next = view.tokens.form[to] ?? "";
  if (next === "-" && isGlued(view.tokens, to) && isGlued(view.tokens, to + 1)) {
    return view.tokens.kind[to + 1] === TOKEN.number ? weight - 5 : weight - 2;
  }
  if (has(view, to, WORD.said)) return weight + 1.5;
  if (view.tokens.kind[to] === TOKEN.possessive) return weight;
  if (next === "(" && isRealName(view, to)) return weight + 3;
  if (has(view, to, WORD.fate)) return weight + 1;
  if (next !== ",") return weight;
  let after = nextToken(view, to);
  if (isCue(view, after, "relative")) return weight + 2;
  if (has(view, after, WORD.said)) return weight + 1;
  while (
    has(view, after, WORD.modifier) &&
    view.letterCase[after] === CASE.none &&
    !has(view, after, WORD.title)
  ) {
    weight += weight < 1 ? 1 : 0;
    after = nextToken(view, after);
  }
  const noun = isCue(view, after, "apposed") ? nextToken(view, after) : after;
  for (let step = 0; step < 4 && noun + step < limit; step++) {
    if (view.tokens.kind[noun + step] !== TOKEN.word) break;
    if (has(view, noun + step, WORD.title) && !has(view, noun + step, WORD.capitalTitle))
      return weight + 2;
  }
  return weight;
}

/** "was arrested |in| Um Salama": nobody is in a person, unless what is theirs follows ("in Karim Zand's house"). */
function isSomewhere(view: NameView, before: number, to: number): boolean {
  return isCue(view, before, "locative") && view.tokens.kind[to] !== TOKEN.possessive;
}

/** "Their nephew, Filmon", "Farias's widow, Alessandra": one of somebody's kin. */
function isKin(view: NameView, noun: number): boolean {
  if (noun < 0 || !has(view, noun, WORD.kin) || has(view, noun, WORD.plural)) return false;
  const owner = previousToken(view, noun);
  return isCue(view, owner, "apposed") || view.tokens.kind[owner] === TOKEN.possessive;
}

/** "the town of Um Salama", "two residents of Um Salama". */
function isPlaceNoun(view: NameView, before: number): boolean {
  if (!isCue(view, before, "of")) return false;
  const noun = previousToken(view, before);
  if (noun < 0 || view.letterCase[noun] !== CASE.none) return false;
  return has(view, noun, WORD.placeHead) || isCue(view, noun, "dweller");
}

/** "named", "identified as", "named only as". */
function isNamed(view: NameView, before: number): boolean {
  let at = before;
  for (let step = 0; step < 3 && at >= 0; step++) {
    if (has(view, at, WORD.named)) return true;
    if (!isCue(view, at, "betweenNamed") && !OPEN_QUOTES.has(view.tokens.form[at] ?? ""))
      return false;
    at = previousToken(view, at);
  }
  return false;
}

/** "identified in court documents as", "named by the coroner on Tuesday as": who names or where stands between. */
function isNamedBy(view: NameView, before: number): boolean {
  if (!isCue(view, before, "betweenNamed")) return false;
  for (let at = before - 1, step = 0; at >= 0 && step < NAMED_BY; at--, step++) {
    if (view.tokens.kind[at] !== TOKEN.word && view.tokens.kind[at] !== TOKEN.number) return false;
    if (has(view, at, WORD.named)) return true;
  }
  return false;
}

/** Words between "identified" and its "as". */
const NAMED_BY = 7;

const OPEN_QUOTES: ReadonlySet<string> = new Set([":", "“", '"', "‘", "'"]);

/** "a village called Kabula". */
export function namesPlace(view: NameView, named: number): boolean {
  const noun = previousToken(view, named);
  return noun >= 0 && has(view, noun, HEADS) && !has(view, noun, WORD.title);
}

/** "a police inspector, Ishaku", "the Minister for the Middle East, Lord Farn": the role in front of the comma, or -1. */
export function apposedRole(view: NameView, comma: number): number {
  const noun = previousToken(view, comma);
  if (noun < 0 || view.tokens.form[comma] !== ",") return -1;
  if (isRole(view, noun)) return noun;
  let hasOf = false;
  for (
    let at = noun, step = 0;
    at >= 0 && step < LONGEST_ROLE;
    at = previousToken(view, at), step++
  ) {
    if (view.tokens.kind[at] !== TOKEN.word) return -1;
    if (isCue(view, at, "roleLink")) hasOf = true;
    else if (hasOf && isRole(view, at) && isCue(view, at + 1, "roleLink")) return at;
    else if (has(view, at, WORD.said | WORD.fate)) return -1;
  }
  return -1;
}

const LONGEST_ROLE = 9;

function isRole(view: NameView, at: number): boolean {
  if (!has(view, at, WORD.title) || has(view, at, WORD.plural | WORD.kin)) return false;
  return !has(view, at, WORD.capitalTitle);
}

/** "Nadia (not her real name)". */
function isRealName(view: NameView, at: number): boolean {
  const { form } = view.tokens;
  return isCue(view, at + 3, "real") && form[at + 5] === ")";
}
