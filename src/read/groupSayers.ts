/**
 * In: a list of names that a verb of saying follows. Out: the list without whoever says it: "arrested A and B, their lawyer, C, said".
 * Never: cuts off somebody who is joined by "and".
 */
import type { Item } from "./items.ts";
import { itemOf } from "./items.ts";
import type { LanguagePack } from "./packRows.ts";
import type { PatternMatch } from "./pattern.ts";

/** The list before a relative or lawyer who says it; null where one name is left. */
export function cutBeforeSayer(
  items: readonly Item[],
  match: PatternMatch,
  pack: LanguagePack,
): PatternMatch | null {
  if (pack.isVerbFinal) return match;
  const of = (item: Item | undefined, name: string): boolean =>
    item !== undefined && pack.alphabet.membersOf(name)[item.set] === 1;
  const isComma = of(itemOf(items, match.to), "COMMA");
  const cue = isComma ? match.to + 1 : match.to;
  if (!of(itemOf(items, cue), "CUE.say")) return match;
  // "Hanged were A, B and C, said D": whoever says it stands behind the verb.
  if (itemOf(items, cue + 1)?.name?.type === "person") return match;
  // Whoever says it stands behind a comma; the last of those who say it together behind "and".
  const last = lastName(items, match.from, match.to);
  const former = lastName(items, match.from, last);
  if (former < 0) return match;
  const between = items.slice(former + 1, last);
  if (between.some((item) => of(item, "CONJ"))) return match;
  const comma = between.findIndex((item) => of(item, "COMMA"));
  if (comma < 0) return match;
  const to = former + 1 + comma;
  return lastName(items, match.from, former) < 0 ? null : { ...match, to };
}

/** Place of the last name of a person from `from` on, before `to`; or -1. */
function lastName(items: readonly Item[], from: number, to: number): number {
  for (let at = to - 1; at >= from; at--) if (items[at]?.name?.type === "person") return at;
  return -1;
}
