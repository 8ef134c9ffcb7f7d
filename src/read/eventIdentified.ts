/**
 * In: a noun phrase with an event word inside ("the executed prisoners"), and its sentence. Out: the item of the names that
 * the sentence gives to them: "The executed prisoners were identified as A and B", "State media named the hanged men as A".
 * Never: takes whose they are, who named them, or whom they were wrongly taken for.
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import { type Item, itemOf } from "./items.ts";
import type { LanguagePack } from "./packRows.ts";
import { TOKEN, type Tokens } from "./tokens.ts";
import { holdsOneOf, isOneOf } from "./wordSets.ts";

type Words = {
  readonly tokens: Tokens;
  readonly pack: LanguagePack;
  readonly classes: ClauseClasses;
};

/** Items that may stand between those of whom it tells, the verb, and the names. */
const REACH = 8;

/** The item of the names that the sentence gives to a group, or -1. */
export function identifiedIn(items: readonly Item[], index: number, words: Words): number {
  const item = items[index] as Item;
  const { classes, tokens, pack } = words;
  if (pack.isVerbFinal || tokens.kind.slice(item.from, item.to).includes(TOKEN.possessive))
    return -1;
  // "Nobody said the executed men were A".
  const isOpen = items.slice(0, index).some(({ set }) => isDoubted(set, words));
  if (isOpen || isUnsure(items, index, words)) return -1;
  const before = itemOf(items, index - 1)?.set ?? 0;
  const isObject = classes.of("IDENTIFYV", "NAMED")[before] === 1;
  const subject = namesBefore(items, index, words);
  if (subject >= 0) return subject;
  if (!isObject && !isOpening(itemOf(items, index - 1), words)) return -1;
  const names = isObject
    ? namesBehindAs(items, index + 1, words)
    : namesBehindVerb(items, index + 1, words);
  if (names < 0) return -1;
  const isOwner = classes.possessive[itemOf(items, names + 1)?.set ?? 0] === 1;
  return isOwner ? -1 : names;
}

/** Somebody denies, fears, asks or supposes it before, or the sentence takes it back ("falsely named", "but that was wrong"). */
export function isUnsure(items: readonly Item[], index: number, words: Words): boolean {
  const { classes, tokens, pack } = words;
  const untrue = pack.wordsIn("UNTRUEW");
  const first = items[0]?.from ?? 0;
  const last = items.at(-1)?.to ?? 0;
  return (
    holdsOneOf(tokens, first, last, untrue) ||
    items
      .slice(0, index)
      .some(
        ({ set, group }) =>
          classes.negation[set] === 1 ||
          classes.noone[set] === 1 ||
          group?.isNobody === true ||
          classes.hypOp[set] === 1 ||
          classes.wantOp[set] === 1 ||
          classes.stopOp[set] === 1 ||
          classes.accuseOp[set] === 1 ||
          classes.conditional[set] === 1,
      )
  );
}

/** "A and B were identified as the executed men": the names that are the subject, or -1. */
export function namesBefore(items: readonly Item[], index: number, words: Words): number {
  const { classes } = words;
  let at = index - 1;
  const as = itemOf(items, at);
  if (as === undefined || !endsInAs(as, words)) return -1;
  if (classes.preposition[as.set] === 1) at--;
  if (classes.of("NAMED", "IDENTIFYV", "INCLUDEV")[itemOf(items, at)?.set ?? 0] !== 1) return -1;
  if (classes.of("INCLUDEV")[itemOf(items, at)?.set ?? 0] !== 1) {
    at--;
    const end = at;
    while (classes.aux[itemOf(items, at)?.set ?? 0] === 1 && end - at < REACH) {
      if (isDoubted(itemOf(items, at)?.set ?? 0, words)) return -1;
      at--;
    }
    if (at === end || classes.be[itemOf(items, end)?.set ?? 0] !== 1) return -1;
  } else at--;
  while (classes.comma[itemOf(items, at)?.set ?? 0] === 1 || itemOf(items, at)?.quantity != null)
    at--;
  return (itemOf(items, at)?.group?.persons.length ?? 0) > 0 ? at : -1;
}

/** The sentence, a clause or what is said begins behind it: the group is a subject. */
function isOpening(before: Item | undefined, { classes }: Words): boolean {
  if (before === undefined) return true;
  const { set } = before;
  return (
    classes.comma[set] === 1 ||
    classes.stop[set] === 1 ||
    classes.quoteOpen[set] === 1 ||
    classes.that[set] === 1 ||
    classes.says[set] === 1 ||
    classes.time[set] === 1
  );
}

/** "named the hanged men in Karun as A and B": the names behind "as". */
function namesBehindAs(items: readonly Item[], from: number, words: Words): number {
  for (let at = from; at < Math.min(items.length, from + REACH); at++) {
    const item = items[at] as Item;
    if (endsInAs(item, words)) return namesAt(items, at + 1, words);
    if (!isCircumstance(item, words)) return -1;
  }
  return -1;
}

/**
 * "were identified by the group as A", "have been named as A", "were A and B"; behind "the identities of the two men hanged"
 * also "have been established as A and B".
 */
export function namesBehindVerb(
  items: readonly Item[],
  from: number,
  words: Words,
  isOfNames = false,
): number {
  const { classes } = words;
  let at = from;
  const skips = (members: (item: Item) => boolean): void => {
    const end = Math.min(items.length, at + REACH);
    while (at < end && members(items[at] as Item)) at++;
  };
  skips((item) => !isVerb(item, words) && isCircumstance(item, words));
  const verb = at;
  skips(
    ({ set }) => (classes.aux[set] === 1 || classes.adverb[set] === 1) && !isDoubted(set, words),
  );
  const last = itemOf(items, at - 1);
  if (at > verb && last !== undefined && classes.be[last.set] === 1) {
    const names = namesAt(items, at, words);
    if (names >= 0) return names;
  }
  const naming = itemOf(items, at);
  if (naming === undefined || isWrong(items, verb, at, words)) return -1;
  // "has not been established" may be one item.
  if (isDoubted(naming.set, words) || (isOfNames && naming.to > naming.from + 1)) return -1;
  if (classes.of("INCLUDEV")[naming.set] === 1) return namesAt(items, at + 1, words);
  const isNaming =
    classes.of("NAMED", "IDENTIFYV", "RECV")[naming.set] === 1 && !isCalled(naming, words);
  if (at === verb || !(isNaming || (isOfNames && naming.group === null))) return -1;
  if (endsInAs(naming, words)) return namesAt(items, at + 1, words);
  at++;
  const isBy = (item: Item): boolean =>
    isCircumstance(item, words) ||
    classes.by[item.set] === 1 ||
    classes.organisation[item.set] === 1 ||
    classes.comma[item.set] === 1 ||
    item.group?.type === "institution" ||
    item.group?.type === "person" ||
    item.group?.type === "noun";
  skips((item) => !endsInAs(item, words) && isBy(item));
  const as = itemOf(items, at);
  return as !== undefined && endsInAs(as, words) ? namesAt(items, at + 1, words) : -1;
}

function isVerb({ set }: Item, { classes }: Words): boolean {
  return classes.aux[set] === 1 || classes.of("INCLUDEV")[set] === 1;
}

/** "may", "would", "not". */
export function isDoubted(set: number, { classes }: Pick<Words, "classes">): boolean {
  return (
    classes.may[set] === 1 ||
    classes.will[set] === 1 ||
    classes.must[set] === 1 ||
    classes.negation[set] === 1
  );
}

/** "were known as", "were called": what they were called is not who they were. */
function isCalled({ from, to }: Item, { pack, tokens }: Words): boolean {
  const called = pack.wordsIn("CALLEDW");
  return holdsOneOf(tokens, from, to, called);
}

/** "were wrongly identified as". */
function isWrong(
  items: readonly Item[],
  from: number,
  to: number,
  { pack, tokens }: Words,
): boolean {
  const wrongly = pack.wordsIn("WRONGLYW");
  return items.slice(from, to).some((item) => isOneOf(tokens, item.from, wrongly));
}

function endsInAs({ to }: Item, { pack, tokens }: Words): boolean {
  return isOneOf(tokens, to - 1, pack.wordsIn("NAMINGAS"));
}

/** Where and when, between. */
function isCircumstance({ set, group }: Item, { classes }: Words): boolean {
  return (
    group === null &&
    (classes.time[set] === 1 ||
      classes.place[set] === 1 ||
      classes.preposition[set] === 1 ||
      classes.determiner[set] === 1 ||
      classes.adverb[set] === 1)
  );
}

/** The names that stand here, behind an age or what describes them. */
function namesAt(items: readonly Item[], from: number, words: Words): number {
  const { classes } = words;
  for (let at = from; at < Math.min(items.length, from + 4); at++) {
    const item = items[at] as Item;
    const isNamed = (item.group?.persons.length ?? 0) > 0 || item.name?.type === "person";
    if (isNamed) return isClosed(items[at + 1], words) ? at : -1;
    if (classes.adjective[item.set] !== 1 && classes.determiner[item.set] !== 1) return -1;
  }
  return -1;
}

/** Nothing behind the names belongs to them ("A and B supporters", "A's son"). */
function isClosed(next: Item | undefined, { classes }: Words): boolean {
  if (next === undefined) return true;
  return [
    classes.comma,
    classes.stop,
    classes.and,
    classes.but,
    classes.open,
    classes.dash,
    classes.time,
    classes.preposition,
    classes.quoteClose,
    classes.relative,
    classes.of("AGE", "QTY"),
  ].some((members) => members[next.set] === 1);
}
