/**
 * In: an act that a noun tells. Out: who did it, where a verb just before it says so ("X oversaw the torture of",
 * "X ordered the killing of"), as an index of the items, or -1.
 * Never: takes who condemned, survived or reported an act for its doer.
 */
import { findSubject } from "./clause.ts";
import type { EventContext } from "./event.ts";
import { isForm } from "./governorBehind.ts";
import type { Item } from "./items.ts";

/** Who is the subject of the verb that such a noun hangs on; `start` is where the noun's phrase begins. */
export function nounAgent(items: readonly Item[], start: number, context: EventContext): number {
  const { classes, pack, tables, tokens } = context;
  const first = items[start];
  if (pack.isVerbFinal || first === undefined) return -1;
  const doing = pack.wordsIn("COMMITV");
  let words = "";
  for (let at = first.from - 1; at >= Math.max(0, first.from - REACH); at--) {
    words = words === "" ? (tokens.form[at] ?? "") : `${tokens.form[at] ?? ""} ${words}`;
    if (!doing.has(words)) continue;
    const verb = items.findIndex(({ from, to }) => from <= at && at < to);
    const isPassive = at > 0 && isForm(at - 1, "BE", context);
    if (verb <= 0 || isPassive) return -1;
    const agent = findSubject(items, verb, classes, { auxless: false, accepts: tables.agent });
    return agent >= 0 && classes.possessive[items[agent + 1]?.set ?? 0] !== 1 ? agent : -1;
  }
  return -1;
}

/** Words of the longest such verb: "played a key role in". */
const REACH = 5;
