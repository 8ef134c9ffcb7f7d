/**
 * In: the first sentences of a document. Out: the names of those who wrote it, which stand there alone: "By A", "A | 11 February 2026",
 * "A, Reporter".
 * Never: takes a line for it that tells anything, or that is one of a list.
 */
import type { NameMatch } from "./findNames.ts";
import type { Item } from "./items.ts";
import type { LanguagePack } from "./packRows.ts";
import type { SentenceReading } from "./speech.ts";
import type { Tokens } from "./tokens.ts";

type Words = { readonly tokens: Tokens; readonly pack: LanguagePack };

/** Headline, sub-heading, byline, date. */
const HEAD = 5;
/** Words of a byline. */
const LONGEST = 16;

/** The names of those who wrote the report, as its head gives them. */
export function bylineNames(readings: readonly SentenceReading[], words: Words): readonly string[] {
  if (words.pack.isVerbFinal) return [];
  return readings.slice(0, HEAD).flatMap((reading, at) => {
    const { from, to } = reading.sentence;
    if (to - from > LONGEST) return [];
    const named = reading.items.filter(({ group }) => (group?.persons.length ?? 0) > 0);
    const [only] = named;
    if (only === undefined || named.length > 1) return [];
    const isWriter =
      opensAsByline(reading.items, only, words) || isBesideDate(reading.items, only, at, words);
    return isWriter ? (only.group?.persons ?? []).map(({ name }: NameMatch) => name) : [];
  });
}

/** "By A", "Reporting by A", and nothing behind it but where and when. */
function opensAsByline(
  items: readonly Item[],
  { from, to }: Item,
  { tokens, pack }: Words,
): boolean {
  const openers = pack.wordsIn("BYLINEW");
  const first = items[0]?.from ?? from;
  const before = tokens.form.slice(first, from);
  if (before.length === 0 || !before.every((form) => openers.has(form))) return false;
  return items
    .filter((item) => item.from >= to)
    .every((item) => isCircumstance(item, tokens, pack));
}

/** "A | 11 February 2026", "A, Reporter", "A / Tabas": a line below the headline. */
function isBesideDate(
  items: readonly Item[],
  { from, to }: Item,
  at: number,
  { tokens, pack }: Words,
): boolean {
  if (at === 0 || items[0]?.from !== from) return false;
  const rest = items.filter((item) => item.from >= to);
  const marks = pack.wordsIn("BYLINEMARKW");
  const offices = pack.wordsIn("WRITERW");
  const forms = tokens.form.slice(to, rest.at(-1)?.to ?? to);
  const isMarked = marks.has(forms[0] ?? "") || offices.has(forms.at(-1) ?? "");
  return isMarked && rest.every((item) => isCircumstance(item, tokens, pack));
}

/** A time, a place, an office of those who write, a mark. */
function isCircumstance(
  { from, to, name, period, quantity }: Item,
  { form }: Tokens,
  pack: LanguagePack,
): boolean {
  if (
    period !== null ||
    quantity !== null ||
    name?.type === "place" ||
    name?.type === "organisation"
  )
    return true;
  const allowed = ["BYLINEMARKW", "WRITERW", "BYLINEW"].map((set) => pack.wordsIn(set));
  return form.slice(from, to).every((word) => allowed.some((set) => set.has(word)));
}
