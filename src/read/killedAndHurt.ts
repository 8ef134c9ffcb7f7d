/**
 * In: a killing with the number read for it. Out: whether the number counts the hurt with the dead ("225 were killed and injured"): such a
 * number is shown and never enters a count of the dead.
 * Never: doubts a number beside which the hurt have one of their own.
 */
import type { EventContext, ReadEvent } from "./event.ts";
import type { Item } from "./items.ts";

type Context = Pick<EventContext, "pack" | "classes" | "tokens">;

/** One number stands before the dead and the hurt together. */
export function countsTheHurt(
  { kind, trigger, victims }: ReadEvent,
  items: readonly Item[],
  context: Context,
): boolean {
  const { classes, tokens, pack } = context;
  const own = items[trigger];
  if (kind !== "killing" || own === undefined || victims.length === 0) return false;
  // "hurt and killed" is of both; "|shot| dead" is of the dead alone.
  for (let at = pack.isVerbFinal ? own.from : own.from + 1; at < own.to; at++)
    if (isInjury(tokens.form[at] ?? "", context)) return true;
  if (!victims.some((at) => at < trigger)) return false;
  if (!joins(items[trigger + 1], context)) return false;
  let at = trigger + 2;
  while (classes.adverb[items[at]?.set ?? 0] === 1) at++;
  const hurt = items[at]?.entry?.words;
  if (hurt === undefined || !isInjury(hurt, context)) return false;
  // "Twenty were killed and wounded |three others|": of the wounded another number is told.
  const next = items[at + 1];
  return next === undefined || (next.group === null && next.quantity === null);
}

function joins(item: Item | undefined, { classes, pack, tokens }: Context): boolean {
  if (item === undefined) return false;
  return (
    classes.conjunction[item.set] === 1 ||
    pack.wordsIn("ORW").has(tokens.form.slice(item.from, item.to).join(" "))
  );
}

function isInjury(words: string, { pack }: Context): boolean {
  return pack.triggersByWords.get(words)?.some(({ row }) => row.kind === "injury") === true;
}
