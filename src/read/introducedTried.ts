/**
 * In: a sentence that begins with somebody's name. Out: how it goes on about the one of whom the lead told without a name ("A man was
 * executed. A, 29, was convicted of murder"; "A man convicted of spying was executed. A was arrested in 2023").
 * Never: takes another of the case for that one ("was also convicted", "in the same case"), or whose case is still open.
 */
import { type Words, isDefinite } from "./introductionWords.ts";
import { type Item, itemOf } from "./items.ts";

/** What is told of the person: the verdict, only the arrest or accusation, or a case that is open, or beside another. */
export type Tried = "convicted" | "accused" | "still open";

/** Words between a name and the verb ("A, a nuclear technician from the city of B, was"). */
const ASIDE = 16;

/** How the sentence goes on about a lead without a name; null where it does not. */
export function triedIn(items: readonly Item[], at: number, words: Words): Tried | null {
  const { tokens, pack } = words;
  const item = itemOf(items, at);
  if (item?.group?.persons.length !== 1 || !opens(items, at, words)) return null;
  const { form } = tokens;
  const holds = (name: string): boolean => {
    const forms = pack.wordsIn(name);
    return form.slice(item.from, items.at(-1)?.to ?? item.to).some((one) => forms.has(one));
  };
  if (holds("OPENCASEW")) return "still open";
  if (isDefinite(item, words) || holds("OFANOTHERCASE")) return null;
  const past = pack.wordsIn("PASTBEW");
  const verb = items.findIndex(({ from }, index) => index > at && past.has(form[from] ?? ""));
  let from = itemOf(items, verb)?.from ?? item.to + ASIDE;
  if (from >= item.to + ASIDE || !isAsideOnly(items, at, verb, words)) return null;
  while (past.has(form[from] ?? "")) from++;
  if (pack.wordsIn("TRIEDW").has(form[from] ?? "")) return "convicted";
  return pack.wordsIn("CASEOPENEDW").has(form[from] ?? "") ? "accused" : null;
}

/** Nothing stands before the name but who says it. */
function opens(items: readonly Item[], at: number, { classes }: Words): boolean {
  if (at === 0) return true;
  const isSaid = classes.accordingCue[items[0]?.set ?? 0] === 1;
  return isSaid && classes.comma[items[at - 1]?.set ?? 0] === 1;
}

/** Between name and verb stands nothing, or an aside between commas that names nobody else. */
function isAsideOnly(
  items: readonly Item[],
  at: number,
  verb: number,
  { classes }: Words,
): boolean {
  if (verb === at + 1) return true;
  const between = items.slice(at + 1, verb);
  const isMarked = classes.comma[between.at(-1)?.set ?? 0] === 1;
  return (
    isMarked &&
    between.every(({ set, group }) => (group?.persons.length ?? 0) === 0 && classes.stop[set] !== 1)
  );
}
