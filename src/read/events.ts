/**
 * In: a sentence with its groups. Out: its events, in order of their words.
 * Frames are tried by priority; a trigger is taken by the first that fits; weak frames come last.
 * Never: tells the same event twice.
 */
import type { EventContext, ReadEvent } from "./event.ts";
import { amongParts } from "./amongParts.ts";
import { attributiveEvents, titledEvents } from "./eventAttributive.ts";
import { readFrame } from "./eventFrames.ts";
import { sharedVerbEvents } from "./eventShared.ts";
import { subsetEvents } from "./eventSubsets.ts";
import type { Item } from "./items.ts";
import type { SentenceReading } from "./speech.ts";
import { withoutInsertions } from "./eventInsertions.ts";

/** Finds the events of a sentence. */
export function findEvents(reading: SentenceReading, context: EventContext): ReadEvent[] {
  const events = eventsOf(reading, context);
  return events.length === 0 ? events : withoutInsertions(reading, events, context, eventsOf);
}

function eventsOf(reading: SentenceReading, context: EventContext): ReadEvent[] {
  const { items, string } = reading;
  if (
    !items.some((item) => context.tables.trigger[item.set] === 1 || item.group?.inner.length) &&
    !hasFrameWords(items, context)
  )
    return [];
  const taken = new Uint8Array(items.length);
  const events: ReadEvent[] = [];
  const frames = context.pack.frames.matchable(string);
  for (const frame of frames) {
    if (frame.row.weak === true) continue;
    for (const match of frame.pattern.find(string)) {
      const event = readFrame(reading, frame, match, taken, context);
      if (event === null) continue;
      taken[event.trigger] = 1;
      if (frame.row.whole === true) taken.fill(1, match.from, match.to);
      events.push(event);
    }
  }
  for (const frame of frames) {
    if (frame.row.weak !== true) continue;
    for (const match of frame.pattern.find(string)) {
      const event = readFrame(reading, frame, match, taken, context);
      if (event === null) continue;
      taken[event.trigger] = 1;
      events.push(event);
    }
  }
  events.push(...attributiveEvents(reading, events, context));
  events.push(...titledEvents(reading, events, context));
  if (context.pack.isVerbFinal) {
    events.push(...amongParts(reading, events, context));
    events.push(...sharedVerbEvents(reading, events, context));
  }
  const withoutDoubles = dropDoubles(events, reading, context);
  withoutDoubles.push(...subsetEvents(reading, withoutDoubles, context));
  return withoutDoubles.sort((a, b) => a.trigger - b.trigger || a.from - b.from);
}

function hasFrameWords(items: readonly Item[], context: EventContext): boolean {
  const members = context.tables.frameWords;
  return items.some((item) => members[item.set] === 1);
}

/** A weak event inside the words of another of its kind says nothing more; a wound someone died of is the killing. */
function dropDoubles(
  events: readonly ReadEvent[],
  reading: SentenceReading,
  context: EventContext,
): ReadEvent[] {
  return events.filter((event) => {
    if (event.kind === "injury" && events.some((other) => isDeathOf(other, event))) return false;
    if (TOLD_ONCE.has(event.kind) && events.some((other) => isSameAgain(other, event)))
      return false;
    if (events.some((other) => isHeldToDie(other, event, reading, context))) return false;
    if (!event.isWeak) return true;
    return !events.some(
      (other) =>
        other !== event &&
        other.kind === event.kind &&
        !other.isWeak &&
        other.from < event.to &&
        event.from < other.to,
    );
  });
}

/** The same people are told to have been killed in the same sentence. */
function isDeathOf(death: ReadEvent, injury: ReadEvent): boolean {
  // "charged with the murder of a couple who were |stabbed|": of that murder, whoever did it.
  const isSame = death.modality === injury.modality || death.modality === "alleged";
  if (death.kind !== "killing" || !isSame) return false;
  const [victim] = injury.victims;
  return victim !== undefined && death.victims.includes(victim);
}

/** "are held in solitary cells and are at risk of execution": how they are held is the danger itself, unless a time of its own is told. */
function isHeldToDie(
  danger: ReadEvent,
  event: ReadEvent,
  { items }: SentenceReading,
  { classes }: EventContext,
): boolean {
  if (danger.kind !== "imminent-execution" || danger.trigger <= event.trigger) return false;
  if (event.kind !== "arrest" || event.modality !== "ongoing") return false;
  if (items.slice(0, danger.trigger).some(({ set }) => classes.time[set] === 1)) return false;
  const [victim] = danger.victims;
  return victim !== undefined && event.victims.includes(victim);
}

/** "was shot by police and is in a critical condition": one wound, told twice. */
function isSameAgain(first: ReadEvent, event: ReadEvent): boolean {
  if (
    first.kind !== event.kind ||
    first.trigger >= event.trigger ||
    (first.modality !== event.modality && !isResultOf(first, event))
  )
    return false;
  const [victim] = event.victims;
  return victim !== undefined && first.victims.includes(victim);
}

/** "convicted of shooting three people dead": how the deed ended stands right behind those it was done to. */
function isResultOf(first: ReadEvent, { victims, trigger }: ReadEvent): boolean {
  const [victim] = victims;
  return victim !== undefined && first.trigger < victim && trigger === victim + 1;
}

const TOLD_ONCE: ReadonlySet<string> = new Set(["killing", "injury", "enforced-disappearance"]);
