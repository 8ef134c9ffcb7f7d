/**
 * In: a match of a group row. Out: whether its parts are not of one phrase.
 * Never: takes a name into the phrase before that has a verb of its own.
 */
import { type Item, itemOf } from "./items.ts";
import type { ItemSets } from "./itemSets.ts";
import type { LanguagePack } from "./packRows.ts";
import type { PatternMatch } from "./pattern.ts";
import type { Tokens } from "./tokens.ts";
import { isOneOf } from "./wordSets.ts";

type Words = { readonly tokens: Tokens; readonly pack: LanguagePack; readonly sets: ItemSets };

/**
 * "After the execution of his brother, A left the country", "by what his lawyer says, A was hanged": the name behind the comma opens the
 * clause, and is not that of his brother. The match up to the comma, or as it is.
 */
export function cutBehindKin(
  items: readonly Item[],
  match: PatternMatch,
  { tokens, pack, sets }: Words,
): PatternMatch {
  const head = match.parts["h"];
  if (!pack.isVerbFinal || head === undefined) return match;
  const kin = items[head[1] - 1];
  if (kin === undefined || !isOneOf(tokens, kin.to - 1, pack.wordsIn("KINJOINED"))) return match;
  const comma = pack.alphabet.membersOf("COMMA");
  const isOf = (at: number): boolean => comma[itemOf(items, at)?.set ?? 0] === 1;
  const name = items.findIndex((item, at) => at >= head[1] && item.name?.type === "person");
  if (name < 0 || name >= match.to) return match;
  // "His brother, A, said": between two commas the name is his brother's.
  const isAside = isOf(name + 1) && name + 1 >= match.to && items[name]?.name?.person?.age == null;
  if (isAside) return match;
  const before = itemOf(items, match.from - 1)?.set ?? 0;
  const isSaid = pack.alphabet.membersOf("CUE.according")[before] === 1;
  const isDone = sets.isTrigger[before] === 1 && isOf(head[1]);
  return isSaid || isDone ? { ...match, to: head[1] } : match;
}

/** "A together with two guards": they were with him, and nothing was done to them. */
export function isWithKeepers(
  items: readonly Item[],
  { parts }: PatternMatch,
  { tokens, pack }: Words,
): boolean {
  const rest = parts["r"] ?? parts["h2"];
  const words = pack.wordsIn("KEEPERW");
  if (!pack.isVerbFinal || rest === undefined || words.size === 0) return false;
  return items
    .slice(rest[0], rest[1])
    .some(({ from, to }) => words.has(tokens.form.slice(from, to).join(" ")));
}

/**
 * "Police arrested |A in Karun and B in Tabas| was hanged", "The lawyer met |A in Karun and B in Tabas| were hanged": behind "and" a
 * clause of its own begins, unless several have the verb and nobody does anything to them.
 */
export function isOfPlacedClauses(
  items: readonly Item[],
  { from, to }: PatternMatch,
  { tokens, pack, sets }: Words,
): boolean {
  if (pack.isVerbFinal) return false;
  const isOf = (name: string, at: number): boolean =>
    pack.alphabet.membersOf(name)[itemOf(items, at)?.set ?? 0] === 1;
  const second = items.findIndex((_, at) => at > from && at < to && isOf("CONJ", at));
  if (second < 0 || !items.slice(from, second).some((_, at) => isOf("PREP", from + at)))
    return false;
  let verb = to;
  while (isOf("TIME", verb) || isOf("ADV", verb) || isOf("COMMA", verb)) verb++;
  if (!SAID_OF.some((name) => isOf(name, verb))) return false;
  const isOfOne =
    isOf("FINBE", verb) && !isOneOf(tokens, items[verb]?.from ?? 0, pack.wordsIn("PLURALBEW"));
  const before = itemOf(items, from - 1);
  const isHeaded = before === undefined || sets.isHuman[before.set] === 1;
  return isOfOne || !(isHeaded || OPENS.some((name) => isOf(name, from - 1)));
}

/** What follows the subject of a clause. */
const SAID_OF: readonly string[] = ["FINBE", "BE", "HAVE", "T.past", "T.intr", "CUE.say"];

/** What a clause begins behind. */
const OPENS: readonly string[] = [
  "COMMA",
  "COLON",
  "DASH",
  "SEMI",
  "DOT",
  "NEWLINE",
  "BULLET",
  "QO",
  "OPEN",
  "TIME",
  "ADV",
  "CONJ",
  "BUT",
  "THAT",
  "REL",
  "SUBORD",
  "INCL",
  "CUE.say",
  "PREP",
  "OF",
  "BY",
];
