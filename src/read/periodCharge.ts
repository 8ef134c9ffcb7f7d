/**
 * In: a time behind what somebody was punished for ("hanged for a bombing in August 2005"). Out: whether it is the time of
 * the deed he was charged with.
 * Never: takes a day from the punishment; reads a bare charge ("hanged for murder in May") as a deed with a time.
 */
import type { ClaimKind } from "../model/claim.ts";
import type { ReadEvent } from "./event.ts";
import type { Item } from "./items.ts";
import type { TieContext } from "./periodClauses.ts";
import { TOKEN } from "./tokens.ts";
import { holdsOneOf, isOneOf } from "./wordSets.ts";

const PUNISHED: ReadonlySet<ClaimKind> = new Set([
  "execution",
  "death-sentence",
  "imminent-execution",
  "arrest",
  "corporal-punishment",
  "stay",
  "clemency",
]);

/** "for taking part in |Friday|'s march", "over his role in the unrest |in November|", "for murders committed |in 2010|". */
export function isOfCharge(
  items: readonly Item[],
  index: number,
  { kind, trigger }: ReadEvent,
  context: TieContext,
): boolean {
  const { classes, pack, tokens } = context;
  if (pack.isVerbFinal || !PUNISHED.has(kind)) return false;
  if (index < trigger) return isOfVerdictBefore(items, index, trigger, context);
  if (isBehindVerdict(items, index, trigger, context) && yearAt(items, index) !== null) return true;
  const ground = groundBefore(items, index, trigger, context);
  if (ground < 0) return false;
  if (isOneOf(tokens, (items[index]?.from ?? 0) - 1, pack.wordsIn("COMMITTEDW"))) return true;
  const first = items[ground + 1] as Item;
  const isDoing =
    classes.gerund[first.set] === 1 || isOneOf(tokens, first.from, pack.wordsIn("PUNISHEDFORW"));
  if (tokens.kind[items[index]?.to ?? 0] === TOKEN.possessive) return true;
  const year = yearAt(items, index);
  if (year === null) return false;
  // "was arrested for posting a video in May": mostly at once.
  if (
    kind === "arrest" &&
    year === "none" &&
    !isOneOf(tokens, items[trigger]?.from ?? 0, pack.wordsIn("JAILEDW"))
  )
    return false;
  // "for the first time in May".
  if (isOneOf(tokens, (items[index]?.from ?? 0) - 1, pack.wordsIn("TIMEOFTENW"))) return false;
  // "for |a bombing| in August 2005", "over his role in |the unrest| in May"; not "for a range of offences in 2023".
  const isOfOne =
    classes.determiner[first.set] === 1 ||
    first.group !== null ||
    classes.of("POSSP")[first.set] === 1;
  const isDeed = ({ set }: Item): boolean =>
    classes.nominal[set] === 1 || classes.of("VIOLEVENT", "UNREST", "PROTESTW")[set] === 1;
  const isHeld = isOfOne && items.slice(ground + 1, index).some(isDeed);
  if (!isDoing && !isHeld) return false;
  // "for the murder of a guard |in Karun Prison| in May": where and when it was carried out.
  const isPlaced = items
    .slice(ground, index)
    .some(({ name }) => name?.type === "prison" || name?.type === "place");
  return !isPlaced || year !== "none";
}

/** "convicted of burning a mosque |in January 2018| and hanged", "hanged after being convicted of …": behind the verdict's deed. */
function isOfVerdictBefore(
  items: readonly Item[],
  index: number,
  trigger: number,
  context: TieContext,
): boolean {
  const { classes } = context;
  if (yearAt(items, index) === null) return false;
  const joint = items.slice(index + 1, trigger);
  const isNext =
    joint.length > 0 &&
    joint.every(
      ({ set }) => classes.and[set] === 1 || classes.adverb[set] === 1 || classes.aux[set] === 1,
    );
  return (
    isNext && classes.and[joint[0]?.set ?? 0] === 1 && isBehindVerdict(items, index, -1, context)
  );
}

/** "convicted |of burning a mosque| in 2018". */
function isBehindVerdict(
  items: readonly Item[],
  index: number,
  after: number,
  { classes, pack, tokens }: TieContext,
): boolean {
  const verdicts = pack.wordsIn("FOUNDGUILTYW");
  for (let at = index - 1; at > Math.max(after, index - REACH); at--) {
    const item = items[at] as Item;
    const { set } = item;
    if (classes.comma[set] === 1 || classes.stop[set] === 1 || classes.aux[set] === 1) return false;
    if (classes.accuseOp[set] === 1)
      return at < index - 1 && holdsOneOf(tokens, item.from, item.to, verdicts);
  }
  return false;
}

/** Item of "for" or "over" between the verb and the time, with no other clause between; or -1. */
function groundBefore(
  items: readonly Item[],
  index: number,
  trigger: number,
  context: TieContext,
): number {
  const { classes, pack, tokens } = context;
  const grounds = pack.wordsIn("CHARGEPREP");
  for (let at = index - 2; at >= trigger && at > index - REACH; at--) {
    const item = items[at] as Item;
    // "hanged for" is one phrase of the verb.
    if (at === trigger) return isOneOf(tokens, item.to - 1, grounds) ? at : -1;
    const isParted =
      classes.comma[item.set] === 1 ||
      classes.stop[item.set] === 1 ||
      classes.and[item.set] === 1 ||
      classes.subordinator[item.set] === 1 ||
      item.period !== null;
    if (isParted && !isOneOf(tokens, item.to - 1, grounds)) return -1;
    if (item.to - item.from === 1 && isOneOf(tokens, item.from, grounds)) return at;
  }
  return -1;
}

/** The year of a month or year; "none" for a month alone; null for a day or anything else. */
function yearAt(items: readonly Item[], index: number): number | "none" | null {
  const value = items[index]?.period?.value;
  if (value?.op !== "date" || value.day !== null || value.weekday !== null) return null;
  return value.year ?? "none";
}

/** Items between a verb and the time of what it was for. */
const REACH = 16;
