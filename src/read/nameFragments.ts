/**
 * In: a sentence that opens with what was done ("Hanged on 3 August"), and the one before. Out: the people whom that one names and
 * says nothing of: "Karim Zand, 39, a baker. Hanged on 3 August in Arak."
 * Never: takes up anybody of whom a verb tells, or of another paragraph.
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import type { NameMatch } from "./findNames.ts";
import type { Item } from "./items.ts";
import type { LanguagePack } from "./packRows.ts";
import type { SentenceReading } from "./speech.ts";
import { TOKEN, type Tokens } from "./tokens.ts";
import { holdsOneOf } from "./wordSets.ts";

type Words = {
  readonly tokens: Tokens;
  readonly pack: LanguagePack;
  readonly classes: ClauseClasses;
};

/** Sentences back in which the name may stand; those between go on about it as well. */
const REACH = 4;

/** The people of the entry that a sentence without a subject goes on about; none where there is no such entry. */
export function entryPersons(
  readings: readonly SentenceReading[],
  index: number,
  { classes, pack }: { readonly classes: ClauseClasses; readonly pack: LanguagePack },
): readonly NameMatch[] {
  const block = readings[index]?.sentence.block;
  if (pack.isVerbFinal || block === undefined) return [];
  for (let at = index - 1; at >= Math.max(0, index - REACH); at--) {
    const before = readings[at];
    if (before?.sentence.block !== block) return [];
    const persons = personsAlone(before.items, classes);
    if (persons.length > 0) return persons;
    if (classes.trigger[before.items[0]?.set ?? 0] !== 1) return [];
  }
  return [];
}

/** "Karim Zand, 39: hanged on 3 August", "• Karim Zand – hanged in Arak": the item of who opens the line, or -1. */
export function entryItem(
  items: readonly Item[],
  start: number,
  trigger: number,
  { classes, pack, tokens }: Words,
): number {
  const mark = items[start - 1]?.set ?? 0;
  if (pack.isVerbFinal || start < 2 || (classes.colon[mark] !== 1 && classes.dash[mark] !== 1))
    return -1;
  const first = items[0]?.group === null ? 1 : 0;
  if (first === 1 && classes.stop[items[0]?.set ?? 0] !== 1) return -1;
  const entry = items.slice(first, start - 1);
  const persons = personsAlone(entry, classes);
  if (persons.length === 0) return -1;
  if (classes.colon[mark] === 1 && isSpeaker(entry, persons, trigger, items, { tokens, pack }))
    return -1;
  return isCircumstance(items[trigger + 1], classes) ? first : -1;
}

/** "Arrested on 8 January 2001", "Executed in Karun on 5 May": an act with its date is a line about the one named, not what he says. */
export function isDatedAct(items: readonly Item[], act: number, { kind }: Tokens): boolean {
  return items
    .slice(act + 1, act + DATE_REACH)
    .some(({ period, from, to }) => period !== null && kind.slice(from, to).includes(TOKEN.number));
}

/** Items from an act to its date. */
const DATE_REACH = 6;

function isCapital(at: number, { text, start, form }: Tokens): boolean {
  return text[start[at] ?? 0] !== (form[at] ?? "")[0];
}

/** "Karim Zand, lawyer: Hanged without notice", "Witness Karim Zand: shot in the head": what he says; with an age it is an entry. */
function isSpeaker(
  entry: readonly Item[],
  persons: readonly NameMatch[],
  trigger: number,
  items: readonly Item[],
  { tokens, pack }: Pick<Words, "tokens" | "pack">,
): boolean {
  const offices = pack.wordsIn("OFFICEW");
  const from = entry[0]?.from ?? 0;
  if (holdsOneOf(tokens, from, entry.at(-1)?.to ?? from, offices)) return true;
  const isAged =
    persons.some(({ person }) => person?.age != null) ||
    entry.some(({ quantity }) => quantity !== null);
  return (
    !isAged && isCapital(items[trigger]?.from ?? 0, tokens) && !isDatedAct(items, trigger, tokens)
  );
}

/** "Karim Zand, 39, a baker from Ilam." */
function personsAlone(items: readonly Item[], classes: ClauseClasses): readonly NameMatch[] {
  const [first] = items;
  const persons = first?.group?.persons ?? [];
  if (persons.length === 0 || persons.some(({ isTitleOfficial }) => isTitleOfficial)) return [];
  const tells = items.some(
    ({ set }) =>
      classes.aux[set] === 1 ||
      classes.trigger[set] === 1 ||
      classes.cue[set] === 1 ||
      classes.told[set] === 1 ||
      classes.quoteOpen[set] === 1 ||
      classes.possessive[set] === 1,
  );
  return tells ? [] : persons;
}

/** Nothing before the act but other such acts and their times, and nobody right behind it: its subject is left out. */
export function leavesOutSubject(
  items: readonly Item[],
  trigger: number,
  classes: ClauseClasses,
): boolean {
  const isBare = items
    .slice(0, trigger)
    .every(
      ({ set, group, quantity }) => group === null && quantity === null && classes.aux[set] !== 1,
    );
  if (!isBare || !isCircumstance(items[trigger + 1], classes)) return false;
  // "Hanged in 2019 were three men".
  return !items.slice(trigger + 1).some(({ set }) => classes.be[set] === 1);
}

function isCircumstance(next: Item | undefined, classes: ClauseClasses): boolean {
  if (next === undefined || next.period !== null) return true;
  const { preposition, place, comma, stop, adverb } = classes;
  return [preposition, place, comma, stop, adverb].some((members) => members[next.set] === 1);
}
