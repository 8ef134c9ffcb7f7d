/**
 * In: the events of a sentence. Out: events for the parts of their groups that the sentence counts:
 * ", including four women", "nine of them children", "a policeman among them".
 * Never: counts a part that tells of an event of its own.
 */
import { clauseEnd, skipLeft } from "./clause.ts";
import type { EventContext, ReadEvent } from "./event.ts";
import type { Item } from "./items.ts";
import type { SentenceReading } from "./speech.ts";

/** How far, in items, a part may stand behind its whole. */
const REACH = 16;

/** Parts of the groups of these events, each tied to its whole. */
export function subsetEvents(
  reading: SentenceReading,
  events: readonly ReadEvent[],
  context: EventContext,
): ReadEvent[] {
  const { items } = reading;
  const found: ReadEvent[] = [];
  const isTold = new Set(events.flatMap((event) => event.victims));
  const add = (from: number, to: number, part: number): void => {
    const whole = wholeBefore(events, from);
    if (whole === null || isTold.has(part)) return;
    found.push({
      ...whole,
      from,
      to,
      victims: [part],
      count: -1,
      subsetOf: whole,
      rows: [...whole.rows, "frame.subset"],
    });
  };
  let listed = -1;
  items.forEach((item, index) => {
    const { set } = item;
    if (context.tables.ofThem[set] === 1) {
      const head = skipLeft(items, index - 1, context.classes.adverb);
      if (isPart(items[head], context)) {
        const to = items[head]?.group === null ? clauseEnd(items, index + 1, context.classes, 10) : index + 1;
        if (!events.some((event) => event.trigger > index && event.trigger < to)) add(head, Math.max(to, index + 1), head);
      }
    }
    if (context.classes.including[set] === 1) listed = index;
    else if (listed >= 0) {
      if (item.group !== null && isPart(item, context)) {
        add(listed === index - 1 ? listed : index, index + 1, index);
        listed = -1;
      } else if (!isJoint(item, context)) listed = -1;
    }
    if (listed < 0 && isJoint(item, context) && found.at(-1)?.to === index && items[index + 1]?.group?.type === "counted") listed = index;
  });
  return found;
}

/** A counted group, one person, or a bare number: what can be part of a whole. */
function isPart(item: Item | undefined, context: EventContext): boolean {
  if (item === undefined) return false;
  if (item.group === null) return context.classes.quantity[item.set] === 1;
  const { quantity, type, isIndefinite } = item.group;
  return (quantity !== null && quantity.measure === "count") || (type === "noun" && isIndefinite);
}

function isJoint(item: Item, context: EventContext): boolean {
  const { set } = item;
  return context.classes.comma[set] === 1 || context.classes.and[set] === 1 || context.classes.determiner[set] === 1;
}

/** The event whose people were told last before a part. */
function wholeBefore(events: readonly ReadEvent[], part: number): ReadEvent | null {
  let best: ReadEvent | null = null;
  let nearest = part - REACH;
  for (const event of events) {
    if (event.isWeak || event.subsetOf !== null) continue;
    const anchor = event.victims[0] ?? (event.count >= 0 ? event.count : event.trigger);
    if (anchor < part && anchor > nearest) {
      best = event;
      nearest = anchor;
    }
  }
  return best;
}
