/**
 * In: an event and people whom it counts before its verb. Out: the names that "including" gives to some of them, where something is said
 * of one between the names: "five men, including A, whose appeal was rejected, and B, were hanged".
 * Never: takes a name out of what is said of another; names more than were counted.
 */
import type { DraftContext } from "./draftContext.ts";
import type { ReadEvent } from "./event.ts";
import type { NameMatch } from "./findNames.ts";
import { type Item, itemOf } from "./items.ts";
import { isOneOf } from "./wordSets.ts";

type Words = Pick<DraftContext, "classes">;

/** The names behind those that the group itself has; none where nothing is said between them. */
export function namesIncluded(
  { trigger }: ReadEvent,
  item: Item,
  items: readonly Item[],
  context: DraftContext,
): readonly NameMatch[] {
  const index = items.indexOf(item);
  const count = item.group?.quantity?.min ?? null;
  if (context.pack.isVerbFinal || count === null || index < 0 || index > trigger) return [];
  const own = item.group?.persons ?? [];
  const first = own.length > 0 ? index + 1 : behindIncluding(items, index, context);
  if (first < 0) return [];
  const found = own.length > 0 ? [] : [...(itemOf(items, first - 1)?.group?.persons ?? [])];
  let at = first;
  let isParted = false;
  for (let steps = 0; steps < LINKS; steps++) {
    const close = asideEnd(items, at, trigger, context);
    if (close >= 0) isParted = true;
    if (close >= 0) at = close;
    const next = behindJoint(items, at, context);
    const persons = itemOf(items, next)?.group?.persons ?? [];
    if (next < 0 || next >= trigger || persons.length === 0) break;
    found.push(...persons);
    at = next + 1;
  }
  const isWhole = isParted && leadsToVerb(items, at, trigger, context);
  return isWhole && own.length + found.length <= count ? found : [];
}

/** "Ten people, including A, |who was| hanged, …": the verb of one tells of A, whatever the number before. */
export function isOfIncludedOne(
  { trigger }: ReadEvent,
  item: Item,
  items: readonly Item[],
  { classes, pack, tokens }: DraftContext,
): boolean {
  const index = items.indexOf(item);
  if (pack.isVerbFinal || index < 0 || index > trigger) return false;
  if (item.group?.persons.length !== 1 || (item.group.quantity?.min ?? 1) < 2) return false;
  const who = index + (classes.comma[itemOf(items, index + 1)?.set ?? 0] === 1 ? 2 : 1);
  const verb = itemOf(items, who + 1);
  if (classes.relative[itemOf(items, who)?.set ?? 0] !== 1 || verb === undefined) return false;
  if (!isOneOf(tokens, verb.from, pack.wordsIn("ONEVERB"))) return false;
  const between = items.slice(who + 2, trigger);
  return between.every(({ set }) => classes.aux[set] === 1 || classes.adverb[set] === 1);
}

/** Names and asides of one list. */
const LINKS = 8;

/** The item behind "– including A", or −1. */
function behindIncluding(items: readonly Item[], index: number, { classes }: Words): number {
  const mark = itemOf(items, index + 1)?.set ?? 0;
  if (classes.comma[mark] !== 1 && classes.dash[mark] !== 1) return -1;
  if (classes.including[itemOf(items, index + 2)?.set ?? 0] !== 1) return -1;
  return (itemOf(items, index + 3)?.group?.persons ?? []).length > 0 ? index + 4 : -1;
}

/** The comma that closes ", who …" or ", whose …": the first behind its verb; −1 where no such aside opens at `at`. */
function asideEnd(items: readonly Item[], at: number, trigger: number, { classes }: Words): number {
  const opens = itemOf(items, at + 1)?.set ?? 0;
  const isAside = classes.whose[opens] === 1 || classes.relative[opens] === 1;
  if (classes.comma[itemOf(items, at)?.set ?? 0] !== 1 || !isAside) return -1;
  let hasVerb = false;
  for (let to = at + 2; to < trigger; to++) {
    const { set } = items[to] as Item;
    const isClose = classes.comma[set] === 1 || classes.dash[set] === 1;
    if (isClose && hasVerb) return to;
    if (classes.stop[set] === 1) return -1;
    hasVerb ||= classes.aux[set] === 1 || classes.of("ED", "VIOLENT")[set] === 1;
  }
  return -1;
}

/** The item behind ",", "and" or ", and", or −1. */
function behindJoint(items: readonly Item[], at: number, { classes }: Words): number {
  let next = at;
  if (classes.comma[itemOf(items, next)?.set ?? 0] === 1) next++;
  if (classes.and[itemOf(items, next)?.set ?? 0] === 1) next++;
  return next === at ? -1 : next;
}

/** The verb of all those counted is the next that follows. */
function leadsToVerb(
  items: readonly Item[],
  at: number,
  trigger: number,
  { classes }: Words,
): boolean {
  return items
    .slice(at, trigger)
    .every(
      ({ set }) =>
        classes.comma[set] === 1 ||
        classes.dash[set] === 1 ||
        classes.aux[set] === 1 ||
        classes.adverb[set] === 1 ||
        classes.preposition[set] === 1,
    );
}
