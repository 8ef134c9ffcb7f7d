/**
 * In: a sentence of a language whose verbs end their clauses, with an event that a noun tells behind a word such as "after" ("after the
 * execution of A, his mother was held in Karaj"). Out: whether a day or town is of the one or of the other.
 * Never: parts a noun from what stands right behind those whom it concerns ("after the execution of A in Karaj").
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import type { ReadEvent } from "./event.ts";
import type { Item } from "./items.ts";
import type { LanguagePack } from "./packRows.ts";
import type { Tokens } from "./tokens.ts";

export type GroundContext = {
  readonly classes: ClauseClasses;
  readonly pack: Pick<LanguagePack, "isVerbFinal" | "wordsIn">;
  readonly tokens: Tokens;
};

/** The event is such a ground, and what stands at `index` is behind others, or a comma: it is the verb's. */
export function isBehindGround(
  items: readonly Item[],
  index: number,
  { trigger, victims }: ReadEvent,
  context: GroundContext,
): boolean {
  if (!context.pack.isVerbFinal || index < trigger || !isGround(items, trigger, context))
    return false;
  const own = Math.max(trigger, ...victims.filter((one) => one < index));
  return items.slice(own + 1, index).some((item) => isApart(item, context));
}

/** What stands at `index` belongs to a ground told before, which a comma or others part from the event. */
export function isOfGroundBefore(
  items: readonly Item[],
  index: number,
  { trigger }: ReadEvent,
  context: GroundContext,
): boolean {
  const { classes, pack } = context;
  if (!pack.isVerbFinal || index > trigger) return false;
  if (!items.slice(index + 1, trigger).some((item) => isApart(item, context))) return false;
  for (let at = index - 1; at >= Math.max(0, index - GROUND_REACH); at--) {
    const { set } = items[at] as Item;
    if (classes.comma[set] === 1 || classes.verbEnd[set] === 1) return false;
    if (isGround(items, at, context)) return true;
  }
  return false;
}

/** Items between a noun and its town. */
const GROUND_REACH = 6;

function isApart({ group, set }: Item, { classes }: GroundContext): boolean {
  return group !== null || classes.comma[set] === 1;
}

/** A noun of an event right behind "after", "because of" and the like. */
function isGround(
  items: readonly Item[],
  at: number,
  { classes, pack, tokens: { form } }: GroundContext,
): boolean {
  const item = items[at];
  if (item === undefined || classes.nominal[item.set] !== 1) return false;
  const passed = pack.wordsIn("GROUNDSKIPW");
  let last = item.from - 1;
  while (passed.has(form[last] ?? "")) last--;
  const grounds = pack.wordsIn("GROUNDOFW");
  return [2, 3].some((length) =>
    grounds.has(form.slice(Math.max(0, last + 1 - length), last + 1).join(" ")),
  );
}
