/**
 * In: a sentence that opens with somebody's name, and the one before it. Out: whether the one before says that somebody has been named
 * or is mourned, without a name ("A man who was stabbed has been named. A, 32, was …", "Tributes were paid to a boy who was shot. B, 14, …").
 * Never: takes who speaks, or who did it, for the one who is named.
 */
import type { Words } from "./introductionWords.ts";
import { type Item, itemOf } from "./items.ts";
import type { SentenceReading } from "./speech.ts";

/** The one who opens the sentence is whom the sentence before tells of. */
export function isNamedNext(
  told: SentenceReading | undefined,
  items: readonly Item[],
  at: number,
  words: Words,
): boolean {
  const { pack, tokens } = words;
  const [person] = items[at]?.group?.persons ?? [];
  if (told === undefined || at !== 0 || person === undefined || pack.isVerbFinal) return false;
  if (items[at]?.group?.persons.length !== 1 || person.isTitleOfficial) return false;
  if (person.person?.age == null) return false;
  const frame = told.items.findIndex(({ from }) =>
    pack.wordsIn("TOBENAMEDW").has(tokens.form[from] ?? ""),
  );
  if (frame < 0 || told.items.some(({ group }) => (group?.persons.length ?? 0) > 0)) return false;
  // "named as a soldier": what he is, and "named in a list": something else.
  const next = itemOf(told.items, frame + 1);
  if (next !== undefined && pack.wordsIn("NAMINGAS").has(tokens.form[next.from] ?? ""))
    return false;
  return isDoneTo(items.slice(at + 1), words);
}

/** "A, 32, of Halton, |was|": what is told of them first is that something was done, or is so; nobody speaks. */
function isDoneTo(items: readonly Item[], { classes, pack, tokens }: Words): boolean {
  const isBe = ({ from }: Item): boolean => pack.wordsIn("FINBE").has(tokens.form[from] ?? "");
  const verb = items.findIndex(
    (one) => isBe(one) || classes.cue[one.set] === 1 || classes.trigger[one.set] === 1,
  );
  const found = items[verb];
  if (found === undefined || verb > FIRST_VERB) return false;
  return classes.cue[found.set] !== 1 || isBe(found);
}

/** Items of an age and of where somebody lives. */
const FIRST_VERB = 6;
