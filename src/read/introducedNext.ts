/**
 * In: a sentence that opens with somebody's name, and the one before it. Out: whether the one before says that somebody who is dead has
 * been named, without a name, and this one what was done to him ("A man who was stabbed has been named. A, 32, was attacked as …").
 * Never: takes who speaks, who did it, or who stands beside the one told of for the one who is named.
 */
import type { Words } from "./introductionWords.ts";
import { type Item, itemOf } from "./items.ts";
import type { SentenceReading } from "./speech.ts";
import { TOKEN } from "./tokens.ts";
import { isOneOf } from "./wordSets.ts";

/** The one who opens the sentence is whom the sentence before tells of. */
export function isNamedNext(
  told: SentenceReading | undefined,
  items: readonly Item[],
  at: number,
  words: Words,
): boolean {
  const [person] = items[at]?.group?.persons ?? [];
  if (told === undefined || at !== 0 || person === undefined || words.pack.isVerbFinal)
    return false;
  if (items[at]?.group?.persons.length !== 1 || person.isTitleOfficial) return false;
  const age = person.person?.age ?? null;
  const whom = toBeNamed(told.items, words);
  if (age === null || whom === null || !isOfAge(whom, age, words)) return false;
  return isDoneTo(items.slice(at + 1), told, words);
}

/** Whom the sentence tells of, where it says no more than that he is dead, and named or mourned. */
function toBeNamed(items: readonly Item[], { classes, pack, tokens }: Words): Item | null {
  const isWord = (at: number, name: string): boolean =>
    isOneOf(tokens, itemOf(items, at)?.from ?? -1, pack.wordsIn(name));
  const groups = items.filter(({ group }) => group !== null && group.type !== "institution");
  const [whom] = groups;
  const frame = items.findIndex((_, at) => isWord(at, "TOBENAMEDW"));
  if (whom === undefined || groups.length > 1 || frame < 0) return null;
  if (whom.group?.type !== "noun" || whom.group.persons.length > 0) return null;
  const at = items.indexOf(whom);
  const isOther = items.some(
    ({ set, from }) =>
      classes.negation[set] === 1 ||
      (classes.cue[set] === 1 &&
        classes.trigger[set] !== 1 &&
        classes.aux[set] !== 1 &&
        from > whom.from) ||
      isOneOf(tokens, from, pack.wordsIn("WRONGLYW")),
  );
  const next = itemOf(items, at + 1)?.set ?? 0;
  if (isOther || !(classes.relative[next] === 1 || classes.trigger[next] === 1)) return null;
  const isObject = at === frame + 1 && itemOf(items, frame - 1) !== undefined;
  const isSubject = at === 0 && frame > at && endsNamed(items, frame, { classes, pack, tokens });
  return isObject || isSubject ? whom : null;
}

/** "|has been named| by police.": nothing else follows, and nothing stands between. */
function endsNamed(
  items: readonly Item[],
  frame: number,
  { classes, pack, tokens }: Words,
): boolean {
  const isWord = (at: number, name: string): boolean =>
    pack.wordsIn(name).has(formAt(items, at, tokens));
  // Not "is still to be named".
  const isPassive =
    isWord(frame - 1, "FINBE") || (isWord(frame - 1, "BEENW") && isWord(frame - 2, "FINBE"));
  return (
    isPassive &&
    items
      .slice(frame + 1)
      .every(
        ({ set, group, period }) =>
          classes.stop[set] === 1 ||
          classes.by[set] === 1 ||
          classes.adverb[set] === 1 ||
          period !== null ||
          group?.type === "institution",
      )
  );
}

function formAt(items: readonly Item[], at: number, tokens: Words["tokens"]): string {
  return tokens.form[itemOf(items, at)?.from ?? -1] ?? "";
}

/** "a boy", "a 16-year-old": as old as the one who is named. */
function isOfAge({ from, to, group }: Item, age: number, { pack, tokens }: Words): boolean {
  const head = group?.head?.split(" ").at(-1) ?? "";
  if (pack.wordsIn("YOUTHW").has(head) && age > OLDEST_YOUTH) return false;
  for (let at = from; at < to; at++)
    if (tokens.kind[at] === TOKEN.number) return Number(tokens.form[at]) === age;
  return true;
}

const OLDEST_YOUTH = 19;

/**
 * "A, 32, of Halton, |was attacked|", "|died|": what is told of them is what was done, and nobody else is pointed back to. Of one who
 * was shot dead "was beaten in May" tells another deed: a deed in a word of its own is the one of the sentence before.
 */
function isDoneTo(
  items: readonly Item[],
  told: SentenceReading,
  { classes, pack, tokens }: Words,
): boolean {
  const isWord = (at: number, name: string): boolean =>
    pack.wordsIn(name).has(formAt(items, at, tokens));
  const verb = items.findIndex(
    ({ set }, at) => isWord(at, "FINBE") || classes.cue[set] === 1 || isWord(at, "HARMEDW"),
  );
  if (verb < 0 || verb > FIRST_VERB) return false;
  const done = isWord(verb, "FINBE") ? verb + 1 : verb;
  // "was attacked by |his| neighbour", "was charged with |his| murder": whose it is, is not said.
  const isOther = items.some((_, at) => isWord(at, "POSSSG") || isWord(at, "HIMW"));
  const form = formAt(items, done, tokens);
  const isSame =
    pack.wordsIn("ANYHARMW").has(form) ||
    told.items.some(({ from, to }) => tokens.form.slice(from, to).includes(form));
  return isWord(done, "HARMEDW") && isSame && !isOther;
}

/** Items of an age and of where somebody lives. */
const FIRST_VERB = 6;
