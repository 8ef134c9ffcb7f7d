/**
 * In: the events of a sentence whose verbs stand last. Out: events for the further parts that the same words count: "among the dead are
 * three women |and two children|".
 * Never: counts one of whom something else is told behind it; reads past a verb.
 */
import { changeEvent, type EventContext, type ReadEvent } from "./event.ts";
import { type Item, itemOf } from "./items.ts";
import type { SentenceReading } from "./speech.ts";
import { isOneOf } from "./wordSets.ts";

/** So many parts can stand behind the first. */
const MOST_PARTS = 8;

/** Events of the counted groups that are joined to the part of an "among" frame. */
export function amongParts(
  { items }: SentenceReading,
  events: readonly ReadEvent[],
  { pack, classes, tokens }: EventContext,
): ReadEvent[] {
  if (!pack.isVerbFinal) return [];
  const closes = classes.of("SEENV", "REGV", "VERBEND");
  const found = pack.wordsIn("FOUNDAMONGW");
  const isEnd = (item: Item | undefined): boolean =>
    item === undefined ||
    closes[item.set] === 1 ||
    classes.stop[item.set] === 1 ||
    isOneOf(tokens, item.from, found);
  return events.flatMap((event) => {
    const [first] = event.victims;
    if (first === undefined || !pack.partRows.has(event.rows[0] ?? "")) return [];
    if (first < event.trigger || event.modality !== "happened") return [];
    const parts: number[] = [];
    let at = first;
    while (parts.length < MOST_PARTS) {
      const joint = itemOf(items, at + 1);
      if (joint === undefined || isEnd(joint)) break;
      if (classes.comma[joint.set] !== 1 && classes.and[joint.set] !== 1) return [];
      const next = itemOf(items, at + 2);
      const isCounted = next?.group?.quantity?.measure === "count" && next.group.type === "counted";
      if (!isCounted) break;
      parts.push(at + 2);
      at += 2;
    }
    // "Among the dead are three women, and ten people |were hurt|": what stands behind the last of them must end it.
    if (!isEnd(itemOf(items, at + 1))) parts.pop();
    return parts.map((part) =>
      changeEvent(event, { from: part, to: part + 1, victims: [part], trigger: part }),
    );
  });
}
