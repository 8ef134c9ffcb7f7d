/**
 * In: the items of a sentence. Out: the two whom it names one by one ("One was A, 34; the other was B").
 * Never: reads a sentence that says more of either than a name and an age.
 */
import type { NameMatch } from "./findNames.ts";
import type { Words } from "./introductionWords.ts";
import type { Item } from "./items.ts";
import { isOneOf } from "./wordSets.ts";

/** The two named, or null. */
export function oneAndOther(items: readonly Item[], words: Words): readonly NameMatch[] | null {
  const { classes, pack, tokens } = words;
  if (pack.isVerbFinal) return oneAndOtherFinal(items, words);
  if (items[0]?.quantity?.min !== 1 || items[0].quantity.max !== 1) return null;
  const other = items.findIndex(({ from, to }) =>
    pack.wordsIn("THEOTHERONE").has(tokens.form.slice(from, to).join(" ")),
  );
  const first = personBehind(items, 1, classes);
  const second = personBehind(items, other + 1, classes);
  if (other < 0 || first < 0 || second < 0) return null;
  const joints = [classes.comma, classes.and, classes.of("SEMI", "AGE", "OFTHEM")];
  const isPlain = ([from, to]: readonly [number, number]): boolean =>
    items.slice(from, to).every(({ set }) => joints.some((members) => members[set] === 1));
  const ends = items.findIndex(({ set }, at) => at > second && classes.stop[set] === 1);
  const isAlone =
    isPlain([first + 1, other]) && isPlain([second + 1, ends < 0 ? items.length : ends]);
  if (!isAlone) return null;
  return [first, second].flatMap((at) => items[at]?.group?.persons ?? []);
}

/** The one named right behind "was", or -1. */
function personBehind(items: readonly Item[], from: number, { be, of }: Words["classes"]): number {
  const verb = of("OFTHEM")[items[from]?.set ?? 0] === 1 ? from + 1 : from;
  const isNamed = be[items[verb]?.set ?? 0] === 1 && items[verb + 1]?.group?.persons.length === 1;
  return isNamed ? verb + 1 : -1;
}

/** "The name of one of them A, 41, and of the other B is", where verbs stand last. */
function oneAndOtherFinal(
  items: readonly Item[],
  { classes, pack, tokens }: Words,
): readonly NameMatch[] | null {
  const identity = classes.of("IDENTIFYV");
  const isIn = (members: Uint8Array, at: number): boolean => members[items[at]?.set ?? 0] === 1;
  const one = isIn(identity, 0) ? 1 : 0;
  const count = items[one]?.quantity;
  if (count?.min !== 1 || count.max !== 1 || !isIn(classes.of("OFTHEM"), one + 1)) return null;
  const first = one + 2;
  let at = first + 1;
  while (isIn(classes.of("COMMA", "AGE"), at)) at++;
  if (!isIn(classes.and, at)) return null;
  const other = isIn(identity, at + 1) ? at + 2 : at + 1;
  if (!isOneOf(tokens, items[other]?.from ?? -1, pack.wordsIn("THEOTHERONE"))) return null;
  const second = other + 1;
  let end = second + 1;
  while (isIn(classes.of("COMMA", "AGE"), end)) end++;
  if (!isIn(classes.of("BE", "CALLEDV", "DECLAREDV"), end)) return null;
  const pair = [first, second].flatMap((index) => items[index]?.group?.persons ?? []);
  return pair.length === 2 ? pair : null;
}
