/**
 * In: a stretch that could be one group. Out: whether a fronted phrase ends at its last comma.
 * Never: joins those whom the fronted phrase is about with the subject of the sentence behind it.
 */
import type { Item } from "./items.ts";
import type { LanguagePack } from "./packRows.ts";
import type { PatternMatch } from "./pattern.ts";
import type { Tokens } from "./tokens.ts";
import { isOneOf } from "./wordSets.ts";

const CLAUSE_STARTS = ["QO", "COLON", "SEMI", "DASH", "NEWLINE", "DOT"];
const HEAVY = [
  "PRON",
  "HUMAN",
  "PERSON",
  "NAME",
  "ORG",
  "COMMA",
  "BE",
  "HAVE",
  "DO",
  "T.past",
  "T.pres",
  "T.intr",
  "CUE.say",
];
const ENDS_NOUN = ["COMMA", "PREP", "OF", "CONJ", "DOT", "QC", "CLOSE", "OPEN", "POSS", "REL"];

/** "After the execution of her brother, Sara Azad left": the name behind the comma is the subject of the sentence. */
export function endsFronting(
  items: readonly Item[],
  { from, to }: PatternMatch,
  tokens: Tokens,
  pack: LanguagePack,
): boolean {
  const fronts = pack.wordsIn("FRONTINGW");
  if (pack.isVerbFinal || fronts.size === 0) return false;
  const isOf = (name: string, at: number): boolean =>
    pack.alphabet.membersOf(name)[items[at]?.set ?? 0] === 1;
  const isAny = (names: readonly string[], at: number): boolean =>
    names.some((name) => isOf(name, at));
  const commas = indicesOf(from, to, (at) => isOf("COMMA", at));
  if (commas.length === 0) return false;
  const front = findFront(from, (at) => {
    if (isOf("COMMA", at) || isAny(CLAUSE_STARTS, at)) return "stop";
    const { from: start = 0, to: end = 0 } = items[at] ?? {};
    for (let i = start; i < end; i++) if (isOneOf(tokens, i, fronts)) return "found";
    return "on";
  });
  if (front === null) return false;
  for (let at = front - 1; at >= 0 && !isAny(CLAUSE_STARTS, at); at--)
    if (isAny(HEAVY, at)) return false;
  if (to >= items.length || isOf("DOT", to)) return false;
  if (!isAny(ENDS_NOUN, to)) return true;
  if (isOf("COMMA", to)) return false;
  return indicesOf(to, items.length, (at) => isOf("COMMA", at)).length === 0;
}

function indicesOf(from: number, to: number, isIt: (at: number) => boolean): readonly number[] {
  const found: number[] = [];
  for (let at = from; at < to; at++) if (isIt(at)) found.push(at);
  return found;
}

/** Item of the word that fronts the phrase, at most so far before it. */
function findFront(from: number, look: (at: number) => "found" | "stop" | "on"): number | null {
  for (let at = from - 1; at >= Math.max(0, from - FRONT_REACH); at--) {
    const seen = look(at);
    if (seen === "found") return at;
    if (seen === "stop") return null;
  }
  return null;
}

const FRONT_REACH = 9;
