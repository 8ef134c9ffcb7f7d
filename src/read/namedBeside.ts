/**
 * In: an event and those whom it counts, or a noun for one person. Out: the names that its own sentence gives them: "three men
 * identified as A, B and C", "the arrest of two teachers on Sunday: A and B", "A is a teacher who was arrested".
 * Never: takes the names of others who stand between; names more or fewer than were counted.
 */
import { skipLeft } from "./clauseOpenings.ts";
import type { DraftContext } from "./draftContext.ts";
import type { ReadEvent } from "./event.ts";
import type { NameMatch } from "./findNames.ts";
import { isPluralHead } from "./itemReference.ts";
import { opensWithOthers } from "./namesBehindColon.ts";
import { type Item, itemOf } from "./items.ts";
import { isOneOf } from "./wordSets.ts";

/** Names that the sentence gives to all those counted; none where it does not. */
export function namesOfCounted(
  { trigger }: ReadEvent,
  item: Item,
  items: readonly Item[],
  context: DraftContext,
): readonly NameMatch[] {
  const { classes, pack } = context;
  const count = item.group?.quantity ?? null;
  const index = items.indexOf(item);
  if (pack.isVerbFinal || count === null || index < 0) return [];
  // "At least four people: A, B, C and D".
  if (count.min !== count.max && count.max !== null) return [];
  if (item.group?.isPartitive === true || item.group?.whole != null) return [];
  for (let at = index + 1; at < Math.min(items.length - 1, index + NAMES_REACH); at++) {
    const { set, group } = items[at] as Item;
    const isNamed = isNaming(items, at, context);
    const isColon =
      classes.colon[set] === 1 && at > trigger && isToldOnce(items, item, at, context);
    if (isNamed || isColon) {
      const persons = items[at + 1]?.group?.persons ?? [];
      if (isColon && opensWithOthers(items[at]?.to ?? 0, persons[0]?.from ?? 0, context)) return [];
      const next = items[at + 2];
      const isEnd = next === undefined || classes.stop[next.set] === 1;
      const isWhole = persons.length === count.min && items[at + 1]?.group?.hasRest !== true;
      return isWhole && (isNamed || isEnd) ? persons : [];
    }
    if (classes.negation[set] === 1 || classes.stop[set] === 1) return [];
    // "which HRANA has identified as", "named by police as": who names them is none of them.
    if (group !== null && !isNamer(items, at, context)) return [];
  }
  return [];
}

/** "identified as", "named as", "named"; not "wrongly named as", nor "had named", which is done to others. */
function isNaming(
  items: readonly Item[],
  at: number,
  { classes, pack, tokens }: DraftContext,
): boolean {
  const { set, to } = items[at] as Item;
  if (classes.of("NAMED")[set] !== 1) return false;
  const before = items[at - 1];
  if (before === undefined || isOneOf(tokens, before.to - 1, pack.wordsIn("WRONGLYW")))
    return false;
  const isAs = isOneOf(tokens, to - 1, pack.wordsIn("NAMINGAS"));
  return isAs || classes.aux[before.set] !== 1 || classes.be[before.set] === 1;
}

/** Nobody else is counted, and no other verb tells anything, before the colon. */
function isToldOnce(
  items: readonly Item[],
  item: Item,
  colon: number,
  { classes }: DraftContext,
): boolean {
  const others = items
    .slice(0, colon)
    .filter((one) => one !== item && (one.group ?? one).quantity != null && one.period === null);
  const behind = items.slice(items.indexOf(item) + 1, colon);
  return (
    others.length === 0 &&
    behind.every(({ set, group }) => group === null && classes.of("CONJ")[set] !== 1)
  );
}

/** Items from a number to the names of those counted. */
const NAMES_REACH = 14;

/** Who identifies somebody: an organisation behind "which", "whom" or "by". */
function isNamer(
  items: readonly Item[],
  at: number,
  { classes, pack, tokens }: DraftContext,
): boolean {
  const { group } = items[at] as Item;
  if (group?.type !== "institution") return false;
  const before = items[skipLeft(items, at - 1, classes.determiner)];
  const isRelative =
    before !== undefined &&
    (classes.relative[before.set] === 1 || isOneOf(tokens, before.from, pack.wordsIn("WHOMW")));
  return (
    isRelative && items.slice(at + 1, at + 4).some(({ set }) => classes.of("NAMED")[set] === 1)
  );
}

/** "A is a teacher from Tabas |who| was arrested": the one who is said to be so; undefined where the sentence has no such form. */
export function subjectOfCopula(
  { trigger, victims }: ReadEvent,
  items: readonly Item[],
  { classes, pack, tokens }: DraftContext,
): Item | undefined {
  const index = victims[0] ?? -1;
  const noun = items[index]?.group;
  if (pack.isVerbFinal || victims.length !== 1 || index >= trigger) return undefined;
  const joined = subjectOfJoined(items, index, trigger, { classes, pack, tokens });
  if (joined !== undefined) return joined;
  if (isOneOfThose(items, index, trigger, classes)) return oneSubject(items, index, classes);
  if (noun?.type !== "noun" || !noun.isIndefinite || noun.persons.length > 0) return undefined;
  const between = items.slice(index + 1, trigger);
  const isRelative = between.some(({ set }) => classes.relative[set] === 1);
  if (!isRelative || between.some(({ group }) => group !== null)) return undefined;
  return oneSubject(items, index, classes);
}

/** "A, a former dissident |and rights activist| who was held": a second noun of what A is. */
function subjectOfJoined(
  items: readonly Item[],
  index: number,
  trigger: number,
  { classes, pack, tokens }: Pick<DraftContext, "classes" | "pack" | "tokens">,
): Item | undefined {
  // "A, a former judge and |the| lawyer who was shot": somebody else.
  if (isOneOf(tokens, items[index]?.from ?? 0, pack.wordsIn("DEF"))) return undefined;
  const isNoun = (at: number): boolean => {
    const group = itemOf(items, at)?.group ?? null;
    return group?.type === "noun" && group.persons.length === 0 && group.quantity === null;
  };
  const isOf = (members: Uint8Array, at: number): boolean =>
    members[itemOf(items, at)?.set ?? 0] === 1;
  if (!isNoun(index) || isPluralHead(itemOf(items, index)?.group?.head ?? null, { pack }))
    return undefined;
  // "and |rights| activist".
  const and = isOf(classes.lower, index - 1) ? index - 2 : index - 1;
  if (!isOf(classes.relative, index + 1) || index + 1 >= trigger || !isOf(classes.and, and))
    return undefined;
  let first = and - 1;
  while (first > 2 && isOf(classes.comma, first - 1) && isNoun(first) && isNoun(first - 2))
    first -= 2;
  const isWhole = isNoun(first) && itemOf(items, first)?.group?.isIndefinite === true;
  if (!isWhole || !isOf(classes.comma, first - 1)) return undefined;
  const subject = itemOf(items, first - 2);
  return subject?.group?.persons.length === 1 ? subject : undefined;
}

/** "A was |one of the soldiers| killed": nothing stands between those and what befell them. */
function isOneOfThose(
  items: readonly Item[],
  index: number,
  trigger: number,
  { relative, aux, and }: DraftContext["classes"],
): boolean {
  const group = itemOf(items, index)?.group ?? null;
  if (group?.type !== "counted" || group.persons.length > 0) return false;
  if (group.quantity?.min !== 1 || group.quantity.max !== 1) return false;
  return items
    .slice(index + 1, trigger)
    .every(({ set }) => relative[set] === 1 || aux[set] === 1 || and[set] === 1);
}

/** Who is said to be what stands behind "is". */
function oneSubject(
  items: readonly Item[],
  index: number,
  classes: DraftContext["classes"],
): Item | undefined {
  const be = skipLeft(items, index - 1, classes.determiner);
  if (classes.be[itemOf(items, be)?.set ?? 0] !== 1) return undefined;
  let at = skipLeft(items, be - 1, classes.adverb);
  if (classes.comma[itemOf(items, at)?.set ?? 0] === 1) at--;
  const subject = itemOf(items, at);
  const opens = itemOf(items, at - 1)?.set;
  const { comma, stop, and, but, that, quoteOpen } = classes;
  // "With A was a teacher who was shot": who opens the sentence is only beside.
  const isHead =
    opens === undefined ||
    [comma, stop, and, but, that, quoteOpen].some((members) => members[opens] === 1);
  if (subject === undefined || !isHead) return undefined;
  return subject.group?.persons.length === 1 || subject.group?.type === "pronoun"
    ? subject
    : undefined;
}
