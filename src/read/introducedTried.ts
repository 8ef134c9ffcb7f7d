/**
 * In: a sentence that begins with somebody's name. Out: the verdict by which it goes on about the one of whom the lead told without a name ("A man
 * was executed for murder. A, 29, was convicted of murder"; "A man was executed. A was sentenced to death in 2020").
 * Never: takes another of the case for that one ("was also convicted", "was convicted of helping him"), or whose case goes on.
 */
import { type Words, isDefinite } from "./introductionWords.ts";
import { type Item, itemOf } from "./items.ts";
import { TOKEN } from "./tokens.ts";
import { holdsOneOf, isOneOf } from "./wordSets.ts";

/** The verdict on the person: for what, by the word of the report, or null for a bare death sentence; or a case that is open, or beside another. */
export type Tried = { readonly isOpen: boolean; readonly charge: string | null };

const OPEN: Tried = { isOpen: true, charge: null };

/** How the sentence goes on about a lead without a name; null where it tells of no case. */
export function triedIn(items: readonly Item[], at: number, words: Words): Tried | null {
  const { tokens, pack } = words;
  const item = itemOf(items, at);
  if (item?.group?.persons.length !== 1 || !opens(items, at, words)) return null;
  const { form } = tokens;
  const end = items.at(-1)?.to ?? item.to;
  const open = pack.wordsIn("OPENCASEW");
  if (holdsOneOf(tokens, item.from, end, open)) return OPEN;
  const past = pack.wordsIn("PASTBEW");
  const verb = items.findIndex(({ from }, index) => index > at && isOneOf(tokens, from, past));
  let from = itemOf(items, verb)?.from ?? end;
  if (from === end || isDefinite(item, words)) return null;
  if (!isAgeOnly(items.slice(at + 1, verb), words) || !isBareName(item, words)) return OPEN;
  while (isOneOf(tokens, from, past)) from++;
  if (items.slice(verb).some((one) => isLaterTime(one))) return OPEN;
  if (!isOneOf(tokens, from, pack.wordsIn("TRIEDW"))) return null;
  while (isOneOf(tokens, from, pack.wordsIn("VERDICTW"))) from++;
  if (isOneOf(tokens, from - 1, pack.wordsIn("DEATHOFW"))) return { isOpen: false, charge: null };
  const charge = form[from] ?? "";
  return pack.wordsIn("CAPITALCASEW").has(charge) ? { isOpen: false, charge } : OPEN;
}

/** Nothing stands before the name but who says it. */
function opens(items: readonly Item[], at: number, { classes }: Words): boolean {
  if (at === 0) return true;
  const isSaid = classes.accordingCue[items[0]?.set ?? 0] === 1;
  return isSaid && classes.comma[items[at - 1]?.set ?? 0] === 1;
}

/** The item holds the name and an age, and no noun of its own ("A, an exile,"). */
function isBareName({ group, to }: Item, { tokens }: Words): boolean {
  const [name] = group?.persons ?? [];
  for (let at = name?.to ?? to; at < to; at++) if (tokens.kind[at] === TOKEN.word) return false;
  // "Cleric A": an office that the lead does not tell of.
  return name !== undefined && name.titleFrom === name.from;
}

/** Between name and verb stands nothing but an age: a noun there may say that it is somebody else ("his cousin", "an inmate"). */
function isAgeOnly(between: readonly Item[], { classes }: Words): boolean {
  const ages = classes.of("AGE");
  return between.every(
    ({ set, period }) => classes.comma[set] === 1 || ages[set] === 1 || period?.kind === "age-like",
  );
}

/** "on Wednesday", "the next day": behind the lead, and not before it. A year, or "four years ago", lies before. */
function isLaterTime({ period }: Item): boolean {
  if (period === null || period.kind === "age-like") return false;
  const { value } = period;
  if (value.op === "date" || value.op === "season") return value.year === null;
  return value.op !== "ago" || value.grain !== "year";
}
