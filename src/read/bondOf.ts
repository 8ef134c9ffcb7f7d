/**
 * In: a name. Out: the noun by which the words beside it say whose relative, lawyer or cellmate this is ("his lawyer, A", "A, her father").
 * Never: takes a noun for a bond that nobody owns ("the prisoner, A").
 */
import type { NameMatch } from "./findNames.ts";
import type { LanguagePack } from "./packRows.ts";
import { isCapital } from "./sentences.ts";
import { TOKEN, type Tokens } from "./tokens.ts";
import { isOneOf } from "./wordSets.ts";

type Words = { readonly tokens: Tokens; readonly pack: LanguagePack };

/** Tokens before a name in which "the prisoner's father," stands, and behind its comma "his lawyer". */
const BEFORE = 5;
const BEHIND = 3;

/** The noun of the bond of those named together, or null; "A, his wife B and their son C" are bound to each other. */
export function bondOf(persons: readonly NameMatch[], words: Words): string | null {
  const [first] = persons;
  const last = persons.at(-1);
  if (first === undefined || last === undefined) return null;
  return bondBefore(first, words) ?? bondBehind(last, words);
}

function bondBefore({ from: name, titleFrom }: NameMatch, words: Words): string | null {
  const start = Math.min(name, titleFrom);
  let from = start;
  while (from > Math.max(0, start - BEFORE) && !isStop(from - 1, words)) from--;
  return words.pack.isVerbFinal ? ownedFinal(from, name, words) : owned(from, name, words);
}

function bondBehind({ to, person }: NameMatch, words: Words): string | null {
  for (const end of new Set([to, person?.detailTo ?? to])) {
    if (words.tokens.form[end] !== ",") continue;
    const at = end + 1;
    const noun = words.pack.isVerbFinal
      ? ownedFinal(at, at + BEHIND, words)
      : owned(at, at + BEHIND, words);
    const next = noun === null ? -1 : words.tokens.form.indexOf(noun, at) + 1;
    // "A, |her family| said": the noun ends the aside; "A and B, |their lawyer, C|, said": of who follows.
    const mark = words.tokens.form[next] ?? "";
    const isEnd = words.pack.isVerbFinal || mark === "," || words.pack.wordsIn("ANDW").has(mark);
    if (noun !== null && isEnd && !isCapital(words.tokens, mark === "," ? next + 1 : next))
      return noun;
  }
  return null;
}

/** "the prosecutor, A", "A, a witness": the noun of an office that he had in it, or null. */
export function officeOf(name: NameMatch, { tokens, pack }: Words): string | null {
  const { form } = tokens;
  const nouns = ["OFFICEW", "COURTROLEW"].map((set) => pack.wordsIn(set));
  const start = Math.min(name.from, name.titleFrom);
  const places = [name.from - 1, start - 1, form[start - 1] === "," ? start - 2 : -1];
  const behind = form[name.to] === "," ? [name.to + 1, name.to + 2] : [];
  const at = [...places, ...behind].find((one) =>
    nouns.some((words) => isOneOf(tokens, one, words)),
  );
  return at === undefined ? null : (form[at] ?? null);
}

/**
 * "A, a lawyer, visited the prison. |The prisoner| was hanged", "A, the brother of a prisoner, spoke. |He| was hanged": of whom nothing is
 * told but his office or whose relative he is, the one told of next is another.
 */
export function isBesideTold(
  reference: { readonly from: number; readonly to: number; readonly isNoun: boolean },
  name: NameMatch,
  words: Words,
): boolean {
  const { tokens, pack } = words;
  const own = tokens.form.slice(reference.from, reference.to);
  const office = reference.isNoun ? officeOf(name, words) : null;
  if (office !== null && !own.includes(office)) return true;
  const noun = kinBehind(name, words);
  return noun !== null && !own.includes(noun) && !pack.wordsIn("BOND.1").has(noun);
}

const UNNAMED = ["INDEF", "DEF", "PRONSG", "REFPL"];

/** "A, |the brother| of a prisoner,": the noun behind the comma, behind or before whose it is. */
function kinBehind({ to, person }: NameMatch, { tokens: { form }, pack }: Words): string | null {
  for (const end of new Set([to, person?.detailTo ?? to])) {
    if (form[end] !== ",") continue;
    if (pack.isVerbFinal) {
      const noun = form[end + 1] ?? "";
      const isKin = pack.wordsIn("KINOF").has(noun) || pack.wordsIn("RELATEDW").has(noun);
      const isOwned = UNNAMED.some((set) => pack.wordsIn(set).has(form[end + 2] ?? ""));
      if (isKin && isOwned) return noun;
      continue;
    }
    const at = pack.wordsIn("DEF").has(form[end + 1] ?? "") ? end + 2 : end + 1;
    const noun = form[at] ?? "";
    const isOf = pack.wordsIn("OWNERPREP").has(form[at + 1] ?? "");
    const isOfOne = ["DEF", "INDEF"].some((set) => pack.wordsIn(set).has(form[at + 2] ?? ""));
    if (pack.wordsIn("MOURNERW").has(noun) && isOf && isOfOne) return noun;
  }
  return null;
}

function isStop(at: number, { tokens }: Words): boolean {
  return tokens.kind[at] === TOKEN.newline || STOPS.has(tokens.form[at] ?? "");
}

const STOPS: ReadonlySet<string> = new Set([".", ";", ":", "!", "?", "؟", "؛"]);

/** "his lawyer", "the prisoner's elder brother": the noun right before the end or the comma, behind whose it is. */
function owned(from: number, to: number, { tokens, pack }: Words): string | null {
  const { form, kind } = tokens;
  for (let at = from; at < to; at++) {
    const isOwner =
      kind[at] === TOKEN.possessive ||
      isOneOf(tokens, at, pack.wordsIn("POSSSG")) ||
      isOneOf(tokens, at, pack.wordsIn("POSSPL"));
    if (!isOwner) continue;
    for (let noun = at + 1; noun < Math.min(to, at + 1 + BEHIND); noun++) {
      const word = form[noun] ?? "";
      if (!pack.wordsIn("HUMAN").has(word) && !pack.wordsIn("MOURNERW").has(word)) continue;
      return word;
    }
  }
  return null;
}

/** The same where whose it is stands behind the noun, or in its ending. */
function ownedFinal(from: number, to: number, { tokens: { form }, pack }: Words): string | null {
  const bonds = ["KINOF", "RELATEDW", "OFFICEPREDW"].map((name) => pack.wordsIn(name));
  for (let at = from; at < to; at++) {
    const word = form[at] ?? "";
    if (pack.wordsIn("OWNKINW").has(word)) return word;
    const next = form[at + 1] ?? "";
    const isOwned =
      pack.wordsIn("PRONSG").has(next) ||
      pack.wordsIn("REFPL").has(next) ||
      pack.wordsIn("DEF").has(next);
    if (isOwned && bonds.some((words) => words.has(word))) return word;
  }
  return null;
}
