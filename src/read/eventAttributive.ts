/**
 * In: groups with an event word inside ("12 arrested students"). Out: weak events that are shown and never counted, but
 * where the sentence names those concerned ("The executed men were identified as A and B").
 */
import type { ClaimKind } from "../model/claim.ts";
import type { EventContext, ReadEvent } from "./event.ts";
import type { NameMatch } from "./findNames.ts";
import { isPluralHead } from "./itemReference.ts";
import { namesWithin } from "./nameScopes.ts";
import { identifiedIn } from "./eventIdentified.ts";
import { isAllowed, rowOf } from "./eventRefusals.ts";
import type { Item } from "./items.ts";
import type { SentenceReading } from "./speech.ts";
import { TOKEN } from "./tokens.ts";
import { holdsOneOf, isOneOf } from "./wordSets.ts";

/** The name that stands for the row of such events. */
export const ATTRIBUTIVE = "frame.attributive";
/** The same for what somebody is called. */
export const TITLED = "frame.titled";

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
        ...ATTRIBUTED,
        sentence: reading.index,
        kind: row.kind,
        from: names < 0 ? index : Math.min(names, index),
        to: Math.max(names, index) + 1,
        trigger: index,
        victims: [names < 0 ? index : names],
        tier: names < 0 ? "shown" : "counted",
        own: ["number", "name"],
        isWeak: names < 0,
        rows: [ATTRIBUTIVE, row.id],
      });
    }
  });
  return found;
}

/** "the widow of |executed| protester A", "|executed| prisoner A's brother": what A is called tells of a death, whatever is told of others. */
export function titledEvents(
  { index: sentence, items }: SentenceReading,
  events: readonly ReadEvent[],
  context: EventContext,
): ReadEvent[] {
  if (context.pack.isVerbFinal || !holdsExecuted(items, context)) return [];
  const found: ReadEvent[] = [];
  for (const [index, item] of items.entries()) {
    if (executedIn(item, context).length === 0) continue;
    const isTold = ({ kind, victims }: ReadEvent): boolean =>
      kind === "execution" && victims.includes(index);
    if (events.some(isTold)) continue;
    found.push({
      ...ATTRIBUTED,
      sentence,
      kind: "execution",
      from: index,
      to: index + 1,
      trigger: index,
      victims: [index],
      tier: "shown",
      own: ["number", "name"],
      rows: [TITLED],
    });
  }
  return found;
}

/** Few sentences do. */
function holdsExecuted(items: readonly Item[], { tokens, pack }: EventContext): boolean {
  const words = pack.wordsIn("EXECUTEDTITLEW");
  const to = items.at(-1)?.to ?? 0;
  for (let at = items[0]?.from ?? 0; at < to; at++) if (isOneOf(tokens, at, words)) return true;
  return false;
}

/** Who is called executed in the item, alone: the owner of a relative, or the one it names. */
export function executedIn(
  { from: first, to, group }: Item,
  { tokens, pack, names }: Pick<EventContext, "tokens" | "pack" | "names">,
): readonly NameMatch[] {
  const words = pack.wordsIn("EXECUTEDTITLEW");
  if (!holdsOneOf(tokens, first, to, words)) return [];
  const named = namesWithin(names, [first, to]).filter(({ type }) => type === "person");
  const isCalled = ({ titleFrom, from }: NameMatch): boolean => {
    const at = tokens.form.slice(titleFrom, from).findIndex((form) => words.has(form));
    // "executed prisoner's son A", "the judge of executed |prisoners| A".
    const isOfOthers = tokens.kind.slice(titleFrom, from).includes(TOKEN.possessive);
    return at >= 0 && !isOfOthers && !isPluralHead(tokens.form[from - 1] ?? "", { pack });
  };
  // "executed brothers A and B": how far the word reaches is not said.
  return group !== null && group.persons.length > 1 ? [] : named.filter(isCalled);
}

/** What is alike in all such events. */
const ATTRIBUTED = {
  modality: "happened",
  hedge: null,
  operator: null,
  agent: -1,
  dropped: null,
  count: -1,
  possessive: -1,
  stage: null,
  isOfCaptives: false,
  isOfOwners: false,
  isWeak: true,
  subsetOf: null,
} as const;

/** "all jailed teachers", "any executed prisoner": whoever it may be. */
function isAnybody(item: Item, { tokens, pack }: EventContext): boolean {
  return isOneOf(tokens, item.from, pack.wordsIn("ANYBODYW"));
}

const SHOWN_KINDS: ReadonlySet<ClaimKind> = new Set(["execution", "killing", "arrest"]);
const IDENTIFIED_KINDS: ReadonlySet<ClaimKind> = new Set([...SHOWN_KINDS, "injury"]);
