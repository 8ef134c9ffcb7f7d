/**
 * In: the items before names that a sentence brings in. Out: whether they point at those told of before ("the three were named as",
 * "among them were", "they include").
 * Never: takes others of the same number for them.
 */
import type { Words } from "./introductionWords.ts";
import { type Item, itemOf } from "./items.ts";
import type { SentenceReading } from "./speech.ts";
import { holdsOneOf, isOneOf } from "./wordSets.ts";

/** "The two were A and B", "One of them was A", "Two of the men were A and B", "Their names were given as A and B": so the sentence begins. */
export function isSaidClose(
  items: readonly Item[],
  at: number,
  being: Uint8Array,
  words: Words,
): boolean {
  const { tokens, pack, classes } = words;
  const count = items[at]?.group?.persons.length ?? 0;
  const isBeing = being[items[at - 1]?.set ?? 0] === 1;
  const number = itemOf(items, at - 2);
  if (isBeing && at === 3) {
    const isThese = classes.of("OFTHEM")[number?.set ?? 0] === 1;
    if (isThese && isJust(items[0], count)) return true;
    const opens = isOneOf(tokens, items[0]?.from ?? 0, pack.wordsIn("DEF"));
    if (opens) return number?.group === null && number.quantity?.min === count;
  }
  if (isBeing && at === 2 && isSomeOfThose(items[0], count, words)) return true;
  if (at > LONGEST_TOPIC) return false;
  if (isNumberNamed(items.slice(0, at), count, words)) return true;
  const name = items.findIndex(({ to }) => isOneOf(tokens, to - 1, pack.wordsIn("IDENTITYN")));
  const owner = items[name];
  return (
    owner !== undefined &&
    name < 2 &&
    name < at &&
    classes.aux[items[name + 1]?.set ?? 0] === 1 &&
    isOneOf(tokens, owner.to - 2, pack.wordsIn(count === 1 ? "POSSSG" : "POSSPL"))
  );
}

/** "Two of the men", where no more and no fewer are named. */
export function isSomeOfThose(
  some: Item | undefined,
  count: number,
  { pack, tokens }: Pick<Words, "pack" | "tokens">,
): boolean {
  const group = some?.group ?? null;
  if (some === undefined || group === null || group.persons.length > 0) return false;
  if (!isOneOf(tokens, some.from + 1, pack.wordsIn("OF"))) return false;
  return isJust(some, count) && pack.wordsIn("ANYPERSON").has(group.head?.split(" ").at(-1) ?? "");
}

/** "Two of the men were A and B, who were spared": behind the names another fate is told. */
export function goesOnOtherwise(
  items: readonly Item[],
  at: number,
  { pack, tokens }: Pick<Words, "pack" | "tokens">,
): boolean {
  const fates = pack.wordsIn("OTHERFATEW");
  const behind = items[at]?.to ?? 0;
  return holdsOneOf(tokens, behind, items.at(-1)?.to ?? behind, fates);
}

/** "Three men were hanged. Two of the women were A and B": not of those. */
export function areOfOtherSex(
  some: Item | undefined,
  told: SentenceReading | undefined,
  { pack }: Pick<Words, "pack">,
): boolean {
  const sexes = pack.wordsIn("PLURALSEXW");
  const own = some?.group?.head?.split(" ").at(-1) ?? "";
  if (!sexes.has(own)) return false;
  return (told?.items ?? []).some(({ group }) => {
    const head = group?.head?.split(" ").at(-1) ?? "";
    return head !== own && sexes.has(head);
  });
}

function isJust(item: Item | undefined, count: number): boolean {
  const quantity = item?.group?.quantity ?? item?.quantity ?? null;
  return count > 0 && quantity?.min === count && quantity.max === count;
}

/** "The three were named by police as", "The group identified the three as". */
function isNumberNamed(
  before: readonly Item[],
  count: number,
  { tokens, pack, classes }: Words,
): boolean {
  const number = itemOf(before, 1);
  const last = before.at(-1);
  const object = itemOf(before, before.length - 2);
  if (
    object?.group === null &&
    object.quantity?.min === count &&
    last !== undefined &&
    isOneOf(tokens, last.to - 1, pack.wordsIn("NAMINGAS")) &&
    isOneOf(tokens, object.from - 1, pack.wordsIn("DEF")) &&
    classes.of("IDENTIFYV", "NAMED")[itemOf(before, before.length - 4)?.set ?? 0] === 1
  )
    return true;
  return (
    number?.group === null &&
    number.quantity?.min === count &&
    last !== undefined &&
    isOneOf(tokens, before[0]?.from ?? 0, pack.wordsIn("DEF")) &&
    isOneOf(tokens, last.to - 1, pack.wordsIn("NAMINGAS")) &&
    before.some(({ set }) => classes.of("NAMED", "INCLUDEV")[set] === 1) &&
    // "The two named as accomplices A and B" named others.
    before.some(({ from, to }) => holdsOneOf(tokens, from, to, pack.wordsIn("FINBE")))
  );
}

/** "They include", "Among them were": some of those of the sentence before. */
export function isSomeOfThem(before: readonly Item[], { tokens, pack, classes }: Words): boolean {
  const [first, verb] = before;
  if (first === undefined || verb === undefined || before.length > LONGEST_TITLE) return false;
  const isTitle = ({ set }: Item): boolean =>
    classes.determiner[set] === 1 || classes.adjective[set] === 1;
  if (!before.slice(2).every(isTitle)) return false;
  if (classes.of("AMONGTHEM")[first.set] === 1) return classes.be[verb.set] === 1;
  return (
    isOneOf(tokens, first.from, pack.wordsIn("PRONPL")) &&
    first.to - first.from === 1 &&
    classes.of("INCLUDEV")[verb.set] === 1 &&
    !isOneOf(tokens, verb.to - 1, pack.wordsIn("NAMINGAS"))
  );
}

/** "A and B were among them", "A was one of the four": a sentence that says nothing else of those of the sentence before. */
export function isOneOfThose(
  items: readonly Item[],
  at: number,
  { tokens, pack, classes }: Words,
): boolean {
  if (at !== 0) return false;
  const words = pack.wordsIn("ONEOFTHOSEW");
  const first = classes.comma[items[1]?.set ?? 0] === 1 ? 2 : 1;
  const end = items.findIndex(({ set }, index) => index >= first && classes.stop[set] === 1);
  const said = items.slice(first, end < 0 ? items.length : end);
  const [verb] = said;
  if (verb === undefined || said.length < 2 || classes.be[verb.set] !== 1) return false;
  const some = pack.wordsIn("AMONGW");
  let isSome = false;
  for (const { from, to, group, quantity } of said) {
    const forms = tokens.form.slice(from, to);
    const isCount = (group ?? { quantity }).quantity !== null;
    const isAnybody = group === null || pack.wordsIn("ANYPERSON").has(group.head ?? "");
    if (!(isCount && isAnybody) && !forms.every((form) => words.has(form))) return false;
    isSome ||= forms.some((form) => some.has(form));
  }
  return isSome || said.some(({ set }) => classes.of("OF", "OFTHEM")[set] === 1);
}

/**
 * "Among those the name A is seen", "A and B are among those", "A is one of them": where verbs stand last, a short sentence that says
 * nothing else of those of the sentence before.
 */
export function isAmongThose(items: readonly Item[], at: number, { classes }: Words): boolean {
  const those = classes.of("AMONGTHOSE");
  const ofThese = classes.of("OFTHEM");
  const naming = classes.of("IDENTIFYV");
  const passing = classes.of("ADV", "COMMA", "QO", "QC");
  const seen = classes.of("SEENV", "BE", "CALLEDV");
  const stops = classes.of("DOT", "SEMI", "QC", "NEWLINE");
  const count = items[at]?.group?.persons.length;
  const shape = items.filter((_, index) => index !== at);
  const verb = shape.findIndex(({ set }) => seen[set] === 1);
  if (verb < 0 || verb > MOST_AMONG || items.indexOf(shape[verb] as Item) < at) return false;
  // "A was one of them who was saved": what goes on may tell another fate.
  if (!shape.slice(verb + 1).every(({ set }) => stops[set] === 1)) return false;
  let isTied = false;
  for (const [index, { set, quantity, group }] of shape.slice(0, verb).entries()) {
    if (those[set] === 1) isTied = true;
    else if (ofThese[set] === 1) {
      const told = itemOf(shape, index - 1);
      if ((told?.group?.quantity ?? told?.quantity)?.min !== count) return false;
      isTied = true;
    } else if (naming[set] !== 1 && passing[set] !== 1) {
      const next = shape[index + 1];
      const isCounted = (group?.quantity ?? quantity) != null && (group?.persons.length ?? 0) === 0;
      if (!isCounted || next === undefined || ofThese[next.set] !== 1) return false;
    }
  }
  return isTied;
}

/** Words that such a sentence has beside the names and its verb. */
const MOST_AMONG = 6;
/** "Among them were", and what describes the first of them ("the heroic teacher A"). */
const LONGEST_TITLE = 5;

/** "the two", "these two". */
export function isTheNumber(
  item: Item | undefined,
  count: number,
  { pack, tokens }: Words,
): boolean {
  return (
    item?.group === null &&
    item.quantity?.min === count &&
    item.quantity.max === count &&
    isOneOf(tokens, item.from - 1, pack.wordsIn("DEF"))
  );
}

/** "Two judges decided. The identity of these two …": so many others, of whom the sentence before tells no event. */
export function areOthers(
  before: SentenceReading | undefined,
  count: number,
  { classes }: Words,
): boolean {
  const telling = classes.of("CARRIED", "DIEV", "UPHELD", "ISSUED");
  if (
    before === undefined ||
    before.items.some(({ set }) => classes.trigger[set] === 1 || telling[set] === 1)
  )
    return false;
  return before.items.some(({ group }) => group?.quantity?.min === count);
}

/** A sentence that says who somebody is has few words before the names. */
export const LONGEST_TOPIC = 8;
