/**
 * In: a list of names that goes on behind a semicolon. Out: the list up to where another clause begins: "A and B; a guard was killed",
 * "the murder of A; A's son pulled the stool".
 * Never: cuts a list whose members semicolons part.
 */
import type { Item } from "./items.ts";
import type { LanguagePack } from "./packRows.ts";
import type { PatternMatch } from "./pattern.ts";
import type { Tokens } from "./tokens.ts";
import { wrongBefore } from "./wrongs.ts";

/** The list without what another clause tells; null where one name is left. */
export function cutAtClause(
  items: readonly Item[],
  match: PatternMatch,
  pack: LanguagePack,
): PatternMatch | null {
  const of = ({ set }: Item, name: string): boolean => pack.alphabet.membersOf(name)[set] === 1;
  for (let at = match.from + 1; at < match.to; at++) {
    if (!of(items[at] as Item, "SEMI")) continue;
    const before = items.slice(match.from, at);
    const behind = items.slice(at + 1, match.to + 1);
    const isClosed = before.some((item) => of(item, "CONJ"));
    const isGoingOn = behind.slice(0, -1).some((item) => of(item, "CONJ") || of(item, "SEMI"));
    const isOwner = behind.some((item) => of(item, "POSS"));
    if (!isOwner && (!isClosed || isGoingOn)) continue;
    return before.filter(({ name }) => name?.type === "person").length < 2
      ? null
      : { ...match, to: at };
  }
  return match;
}

/** "After the murder of A and B, |two men| were hanged": those behind the comma are who did it. */
export function cutBeforeDoers(
  items: readonly Item[],
  match: PatternMatch,
  tokens: Tokens,
  pack: LanguagePack,
): PatternMatch {
  const rest = match.parts["r"];
  const comma = rest === undefined ? undefined : items[rest[0] - 1];
  if (pack.isVerbFinal || rest === undefined || comma === undefined) return match;
  const isIn = (name: string, item: Item | undefined): boolean =>
    pack.alphabet.membersOf(name)[item?.set ?? 0] === 1;
  // "A and B, two prisoners|,| were hanged".
  if (!isIn("COMMA", comma) || isIn("COMMA", items[match.to])) return match;
  const wrong = wrongBefore(items[match.from]?.from ?? 0, items[0]?.from ?? 0, tokens, pack);
  if (wrong === null) return match;
  const { r: _, ...parts } = match.parts;
  return { ...match, to: rest[0] - 1, parts };
}

/** "Having killed a soldier, |A| was hanged": the name behind the comma is the doer's, and not the soldier's. */
export function isOfDoer(
  items: readonly Item[],
  { from, to, parts }: PatternMatch,
  tokens: Tokens,
  pack: LanguagePack,
): boolean {
  const [head, person] = [parts["h"], parts["p"]];
  if (pack.isVerbFinal || head === undefined || person === undefined || head[0] > person[0])
    return false;
  const isOf = (name: string, item: Item | undefined): boolean =>
    pack.alphabet.membersOf(name)[item?.set ?? 0] === 1;
  if (!items.slice(head[1], person[0]).some((item) => isOf("COMMA", item))) return false;
  if (!VERBS_BEHIND.some((name) => isOf(name, items[to]))) return false;
  const wrong = wrongBefore(items[from]?.from ?? 0, items[0]?.from ?? 0, tokens, pack);
  return wrong?.isDoersOwn === true;
}

/** What stands right behind the subject of a clause. */
const VERBS_BEHIND = ["BE", "HAVE", "FINBE", "T.past", "T.intr", "CUE.say"];
