/**
 * In: an event whose doer stands behind a verb of letting ("will not let Iran hang A"). Out: that it is to be left, or is not told.
 * Never: takes what somebody let happen for what did not ("the court let them hang A").
 */
import type { EventContext } from "./event.ts";
import { type EventPlace, endsContent, type Governed, isForm } from "./governorBehind.ts";
import { type Item, itemOf } from "./items.ts";

/** Items from "let" back to the word that denies it. */
const REACH = 4;

/** "Do not let them hang A", "we cannot let Iran hang A": it is not to be; "may let Iran hang A": perhaps. */
export function letDo(
  items: readonly Item[],
  left: number,
  { trigger }: EventPlace,
  context: EventContext,
): Governed | null {
  const { classes, tables, pack } = context;
  const verb = itemOf(items, left - 1);
  const isBase = tables.base[items[trigger]?.set ?? 0] === 1;
  if (pack.isVerbFinal || !isBase || verb === undefined) return null;
  if (!isForm(verb.to - 1, "LETDOW", context)) return null;
  const isDenied = ({ set, group }: Item): boolean =>
    classes.negation[set] === 1 ||
    classes.of("CUE.prohibit", "NOONE")[set] === 1 ||
    group?.isNobody === true;
  if (isDenied(verb)) return { modality: "called-to-stop", operator: verb };
  let isOpen = false;
  for (let at = left - 2; at >= Math.max(0, left - 1 - REACH); at--) {
    const item = items[at] as Item;
    if (endsContent(item, context)) break;
    const words = context.tokens.form.slice(item.from, item.to).join(" ");
    if (isDenied(item) || pack.wordsIn("MUSTNOTW").has(words))
      return { modality: "called-to-stop", operator: item };
    isOpen ||= classes.may[item.set] === 1 || classes.will[item.set] === 1;
    isOpen ||= classes.must[item.set] === 1 || classes.to[item.set] === 1;
  }
  return isOpen ? { modality: "hypothetical", operator: verb } : null;
}
