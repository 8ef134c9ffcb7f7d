/**
 * In: the events of a sentence in which an insertion parts a noun from its verb. Out: the same, where what the noun tells is as the verb
 * makes it: a stay, a plan, a denial.
 * Never: makes happen what was not told as such; touches what the insertion tells.
 */
import { changeEvent, type EventContext, type ReadEvent } from "./event.ts";
import { itemString } from "./items.ts";
import { findInsertions, type Insertion } from "./pastInsertions.ts";
import type { SentenceReading } from "./speech.ts";

type Find = (reading: SentenceReading, context: EventContext) => ReadEvent[];

/** The events, those of nouns behind which an insertion stands read without it. */
export function withoutInsertions(
  reading: SentenceReading,
  events: readonly ReadEvent[],
  context: EventContext,
  find: Find,
): ReadEvent[] {
  let told = [...events];
  for (const insertion of findInsertions(reading.items, context)) {
    const own = told.filter(
      ({ trigger, modality, kind }) =>
        trigger === insertion.noun && REAL.has(modality) && isReadAgain(kind, context),
    );
    if (own.length === 0) continue;
    if (insertion.to < 0) {
      told = told.map((event) =>
        own.includes(event) ? changeEvent(event, { modality: "unclear" }) : event,
      );
      continue;
    }
    const short = shorten(reading, insertion);
    const read = find(short, context)
      .map((event) => inWhole(event, insertion))
      .filter((event) => isOfNoun(event, insertion) || event.trigger >= insertion.to);
    // What is told of others behind the insertion ("was halted, while B was hanged") says nothing of the noun.
    const isSame = (one: ReadEvent) =>
      read.some(
        (event) =>
          isOfNoun(event, insertion) && event.kind === one.kind && event.modality === one.modality,
      );
    const undone = own.filter((event) => !isSame(event));
    if (undone.length === 0) continue;
    const isNew = (one: ReadEvent) =>
      !isOfNoun(one, insertion) ||
      !REAL.has(one.modality) ||
      !undone.some(({ kind }) => kind === one.kind);
    told = [
      ...told.filter((event) => !undone.includes(event) && event.trigger < insertion.to),
      ...read.filter(isNew),
    ];
  }
  return told.sort((a, b) => a.trigger - b.trigger || a.from - b.from);
}

/** Where verbs stand last, "The killing of A, who had three children, was wrong" would deny the killing: only what can be yet to come. */
function isReadAgain(kind: ReadEvent["kind"], { pack }: EventContext): boolean {
  return !pack.isVerbFinal || YET_TO_COME.has(kind);
}

const YET_TO_COME: ReadonlySet<string> = new Set([
  "execution",
  "death-sentence",
  "corporal-punishment",
  "arrest",
  "release",
]);

const REAL: ReadonlySet<string> = new Set(["happened", "ongoing"]);

/** It is told by the noun, or by a verb behind the insertion of which the noun is the subject. */
function isOfNoun({ trigger, from }: ReadEvent, { noun, to }: Insertion): boolean {
  return trigger === noun || (from <= noun && trigger >= to);
}

/** The sentence without the insertion. */
function shorten(reading: SentenceReading, { from, to }: Insertion): SentenceReading {
  const items = [...reading.items.slice(0, from), ...reading.items.slice(to)];
  return { ...reading, items, string: itemString(items) };
}

/** An event of the shortened sentence, with its places in the whole one. */
function inWhole(event: ReadEvent, { from, to }: Insertion): ReadEvent {
  const place = (at: number): number => (at < from ? at : at + to - from);
  const end = (at: number): number => (at <= from ? at : at + to - from);
  return changeEvent(event, {
    from: place(event.from),
    to: end(event.to),
    trigger: place(event.trigger),
    victims: event.victims.map(place),
    agent: place(event.agent),
    count: place(event.count),
    possessive: place(event.possessive),
  });
}
