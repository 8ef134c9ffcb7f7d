/**
 * In: groups with an event word inside ("12 arrested students"). Out: weak events that are shown and never counted, but
 * where the sentence names those concerned ("The executed men were identified as A and B").
 */
import type { ClaimKind } from "../model/claim.ts";
import type { EventContext, ReadEvent } from "./event.ts";
import { identifiedIn } from "./eventIdentified.ts";
import { isAllowed, rowOf } from "./eventRefusals.ts";
import type { Item } from "./items.ts";
import type { SentenceReading } from "./speech.ts";

/** The name that stands for the row of such events. */
export const ATTRIBUTIVE = "frame.attributive";

/** "12 arrested students", "the executed men": a trigger inside a group is an event of its own, shown only. */
export function attributiveEvents(
  reading: SentenceReading,
  events: readonly ReadEvent[],
  context: EventContext,
): ReadEvent[] {
  const found: ReadEvent[] = [];
  reading.items.forEach((item, index) => {
    if (item.group === null) return;
    for (const inner of item.group.inner) {
      const row = rowOf(inner, ["part"], context);
      if (inner.to === item.to && item.group.quantity == null) continue;
      const names = row === null ? -1 : identifiedIn(reading.items, index, context);
      if (item.group.quantity == null && isAnybody(item, context)) continue;
      if (
        row === null ||
        item.group.type === "institution" ||
        !isAllowed(reading, index, { ...row, refuse: "" }, context)
      )
        continue;
      if (
        !(names < 0 ? SHOWN_KINDS : IDENTIFIED_KINDS).has(row.kind) ||
        events.some((event) => event.victims.includes(index) && event.kind === row.kind)
      )
        continue;
      found.push({
        sentence: reading.index,
        kind: row.kind,
        modality: "happened",
        hedge: null,
        operator: null,
        from: names < 0 ? index : Math.min(names, index),
        to: Math.max(names, index) + 1,
        trigger: index,
        victims: [names < 0 ? index : names],
        agent: -1,
        dropped: null,
        count: -1,
        possessive: -1,
        stage: null,
        tier: names < 0 ? "shown" : "counted",
        isOfCaptives: false,
        isOfOwners: false,
        own: ["number", "name"],
        isWeak: names < 0,
        rows: [ATTRIBUTIVE, row.id],
        subsetOf: null,
      });
    }
  });
  return found;
}

/** "all jailed teachers", "any executed prisoner": whoever it may be. */
function isAnybody(item: Item, { tokens, pack }: EventContext): boolean {
  return pack.wordsIn("ANYBODYW").has(tokens.form[item.from] ?? "");
}

const SHOWN_KINDS: ReadonlySet<ClaimKind> = new Set(["execution", "killing", "arrest"]);
const IDENTIFIED_KINDS: ReadonlySet<ClaimKind> = new Set([...SHOWN_KINDS, "injury"]);
