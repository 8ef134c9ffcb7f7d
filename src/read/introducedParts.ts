/**
 * In: a sentence that names people, and those before it. Out: whether those it names are some of a number told before:
 * "One of them, A, …", "The second, B, …", "The third man, C, …", "Two were named as A and B".
 * Never: takes somebody for one of them where the sentences before tell of two groups.
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import type { Item } from "./items.ts";
import type { LanguagePack } from "./packRows.ts";
import type { SentenceReading } from "./speech.ts";
import type { Tokens } from "./tokens.ts";
import { isOneOf } from "./wordSets.ts";

type Words = {
  readonly tokens: Tokens;
  readonly pack: LanguagePack;
  readonly classes: ClauseClasses;
};

/** Sentences back in which the number stands. */
const REACH = 3;

/** How many there must be at least for those named to be some of them ("the third man": three); null where they are not. */
export function leastWhole(
  readings: readonly SentenceReading[],
  reading: SentenceReading,
  at: number,
  words: Words,
): number | null {
  if (words.pack.isVerbFinal) return null;
  const least = rankOf(reading.items, at, words);
  return least !== null && isOfOneGroup(readings, reading.index, words) ? least : null;
}

function rankOf(items: readonly Item[], at: number, words: Words): number | null {
  const { tokens, pack, classes } = words;
  const item = items[at] as Item;
  const count = item.group?.persons.length ?? 0;
  const before = items.slice(0, at);
  const [first, second] = before;
  const last = before.at(-1);
  if (isTaken(item, items[at + 1], words)) return null;
  const isPast = tellsOfBefore(items.slice(at + 1), words);
  if (first === undefined) return count === 1 && isPast ? rankAt(item.from, item.to, words) : null;
  const isAside = last !== undefined && classes.comma[last.set] === 1;
  if (isAside && at === 3 && count === 1) {
    if (!isPast) return null;
    if (first.quantity?.min === 1 && classes.of("OFTHEM")[second?.set ?? 0] === 1) return 2;
    return rankAt(first.from, second?.to ?? 0, words);
  }
  const isNumber = first.group === null && first.quantity?.min === count;
  if (!isNumber || first.quantity?.max !== count || at > 5 || last === undefined) return null;
  const isNamed =
    classes.finiteBe[second?.set ?? 0] === 1 || classes.of("INCLUDEV")[second?.set ?? 0] === 1;
  const isAs = isOneOf(tokens, last.to - 1, pack.wordsIn("NAMINGAS"));
  const naming = classes.of("NAMED", "INCLUDEV", "IDENTIFYV");
  const wrongly = pack.wordsIn("WRONGLYW");
  if (before.some(({ from }) => isOneOf(tokens, from, wrongly))) return null;
  return isNamed && isAs && before.some(({ set }) => naming[set] === 1) ? count + 1 : null;
}

/** "The third", "the second man": its place in the order; null for any other noun ("the second officer"). */
function rankAt(from: number, to: number, { tokens, pack }: Words): number | null {
  const order = [...pack.wordsIn("ORDERED")].indexOf(tokens.form[from + 1] ?? "");
  if (order < 0 || !isOneOf(tokens, from, pack.wordsIn("DEF"))) return null;
  const noun = tokens.form[from + 2] ?? "";
  const isAnybody = from + 2 >= to || noun === "," || pack.wordsIn("ANYPERSON").has(noun);
  return isAnybody ? Math.max(2, order + 1) : null;
}

/** "One of them, A's son", "The second, A said". */
function isTaken(item: Item, next: Item | undefined, { classes }: Words): boolean {
  if (next === undefined) return false;
  return classes.possessive[next.set] === 1 || classes.cue[next.set] === 1;
}

/** "The second, A, 34, was convicted of murder": what went before his death, or nothing at all; "is still held" tells of the living. */
function tellsOfBefore(after: readonly Item[], { pack, tokens }: Words): boolean {
  const [first] = after;
  const last = after.at(-1);
  if (first === undefined || last === undefined) return true;
  const forms = tokens.form.slice(first.from, last.to).filter((form) => !MARKS.has(form));
  const lives = pack.wordsIn("LIVESON");
  if (forms.some((form) => lives.has(form))) return false;
  const auxiliaries = pack.wordsIn("WASHAD");
  const at = forms.findIndex((form) => auxiliaries.has(form));
  if (at < 0) return forms.every((form) => /^\d+$/.test(form));
  if (at > MOST_ASIDE) return false;
  let next = at + 1;
  while (auxiliaries.has(forms[next] ?? "")) next++;
  return pack.wordsIn("PASTLIFE").has(forms[next] ?? "");
}

const MARKS: ReadonlySet<string> = new Set([",", ".", "(", ")"]);
/** Words of an aside behind a name. */
const MOST_ASIDE = 8;

/** The sentence right before tells of several people of one kind only; or it is itself about one of them. */
function isOfOneGroup(
  readings: readonly SentenceReading[],
  sentence: number,
  words: Words,
): boolean {
  const { pack, classes } = words;
  for (let at = sentence - 1; at >= Math.max(0, sentence - REACH); at--) {
    const items = readings[at]?.items ?? [];
    const several = items.filter(
      ({ group, quantity, set }, i) =>
        (group === null
          ? quantity?.measure === "count" && (quantity.min ?? 0) > 1
          : isSeveral(group, pack)) &&
        classes.cue[items[i + 1]?.set ?? 0] !== 1 &&
        classes.time[set] !== 1,
    );
    const isPart = items.some(
      ({ group }, i) => (group?.persons.length ?? 0) > 0 && rankOf(items, i, words) !== null,
    );
    if (isPart) continue;
    return several.length === 1;
  }
  return false;
}

function isSeveral(
  { quantity, head, type }: NonNullable<Item["group"]>,
  pack: LanguagePack,
): boolean {
  if (type === "pronoun") return false;
  if (quantity !== null) return (quantity.min ?? 2) > 1;
  const noun = head?.split(" ").at(-1) ?? "";
  const { words, suffixes, singulars } = pack.plurals;
  return (
    words.has(noun) || (suffixes.some((suffix) => noun.endsWith(suffix)) && !singulars.has(noun))
  );
}
