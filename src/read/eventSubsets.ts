/**
 * In: an event and its sentence. Out: events for the parts of its group that the sentence counts.
 */
import type { EventContext, ReadEvent } from "./event.ts";
import type { Item } from "./items.ts";
import type { SentenceReading } from "./speech.ts";

/** ", including four women and two minors,": parts of the group that the event speaks of. */
export function subsetsOf(event: ReadEvent, reading: SentenceReading, context: EventContext): ReadEvent[] {
  const { items } = reading;
  const first = event.victims[0];
  if (first === undefined || event.isWeak) return [];
  const found: ReadEvent[] = [];
  let isOpen = false;
  const limit = Math.min(items.length, Math.max(event.to + 10, first + 10));
  for (let i = first + 1; i < limit; i++) {
    const item = items[i] as Item;
    if (context.classes.including[item.set] === 1) {
      isOpen = true;
      continue;
    }
    if (!isOpen) continue;
    if (item.group?.quantity != null && item.group.quantity.measure === "count" && item.group.type === "counted") {
      found.push({ ...event, from: found.length === 0 ? i - 1 : i, to: i + 1, victims: [i], count: -1, subsetOf: event, rows: [...event.rows, "frame.subset"] });
    } else if (context.classes.comma[item.set] !== 1 && context.classes.and[item.set] !== 1 && context.classes.determiner[item.set] !== 1) isOpen = false;
  }
  return found;
}
