/**
 * In: a deed told by a participle at the head of a clause, and the name behind it. Out: whether it is the title of somebody else than who
 * is named ("executed prisoner's lawyer A"), or of one who still lives ("would-be executed A").
 * Never: looks at clauses with a subject of their own ("police shot Rad's brother").
 */
import type { EventContext } from "./event.ts";
import { type Item, itemOf } from "./items.ts";
import type { FrameRow } from "./packRows.ts";
import { TOKEN } from "./tokens.ts";

/** "|Executed| prisoner's lawyer A", "would-be |executed| A": a title in front of the clause, which A has not. */
export function isTitleOfOther(
  items: readonly Item[],
  trigger: number,
  at: number,
  { agent }: FrameRow,
  { classes, pack, tables, tokens }: EventContext,
): boolean {
  const { group, from, to } = items[at] as Item;
  const death = items[trigger] as Item;
  if (pack.isVerbFinal || agent !== "subject" || tables.participle[death.set] !== 1) return false;
  // "would-be", "soon-to-be".
  for (const length of [3, 5])
    if (
      pack
        .wordsIn("NOTYETW")
        .has(tokens.form.slice(Math.max(0, death.from - length), death.from).join(" "))
    )
      return true;
  const before = itemOf(items, trigger - 1);
  const isTitle =
    before === undefined || classes.of_[before.set] === 1 || classes.determiner[before.set] === 1;
  if (!isTitle || at !== trigger + 1) return false;
  const name = group?.persons[0];
  // "Hanged poet A's son B": A is hanged.
  if (name === undefined) return tokens.kind[to] === TOKEN.possessive;
  return tokens.kind.slice(from, name.from).includes(TOKEN.possessive);
}
