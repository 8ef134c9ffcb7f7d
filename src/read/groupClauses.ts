/**
 * In: a list of names that goes on behind a semicolon. Out: the list up to where another clause begins: "A and B; a guard was killed",
 * "the murder of A; A's son pulled the stool".
 * Never: cuts a list whose members semicolons part.
 */
import type { Item } from "./items.ts";
import type { LanguagePack } from "./packRows.ts";
import type { PatternMatch } from "./pattern.ts";

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
