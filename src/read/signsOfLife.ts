/**
 * In: a frame that tells a sign of life ("is alive", "phoned from prison"), and whom it concerns. Out: whether it can be one.
 * Never: takes a memory, a hope or a crowd for somebody who lives; makes a sign of what no stage names.
 */
import type { ClaimKind } from "../model/claim.ts";
import type { EventContext } from "./event.ts";
import type { FramePlace } from "./framePlace.ts";
import type { Item } from "./items.ts";
import { holdsOneOf, isOneOf } from "./wordSets.ts";

/** A kind that no other fits, with a step of a case: somebody lives, or did what only the living do. */
export function isSignOfLife(
  kind: ClaimKind | undefined,
  stage: string | null | undefined,
): boolean {
  return kind === "other" && stage != null;
}

/** Named people or a pronoun, and nothing of theirs: "X's memory is alive"; nobody who is only hoped to live, or lives in hearts. */
export function canLive(
  items: readonly Item[],
  victims: readonly number[],
  { trigger, row }: Pick<FramePlace, "trigger" | "row">,
  context: EventContext,
): boolean {
  const { classes, pack, tokens } = context;
  const first = Math.min(trigger, ...victims);
  const holds = (name: string, from: number, to: number): boolean => {
    const words = pack.wordsIn(name);
    const start = items[Math.max(0, from)]?.from ?? 0;
    const end = items[Math.min(items.length, to) - 1]?.to ?? 0;
    return holdsOneOf(tokens, start, end, words);
  };
  if (holds("LIFEDOUBT", first - BESIDE, first)) return false;
  const sentence = tokens.form.slice(items[0]?.from ?? 0, items.at(-1)?.to ?? 0);
  if (endsIn(sentence, pack.wordsIn("LIFEBEFORE"), DEATH_REACH, pack.wordsIn("LIFEEND")))
    return false;
  const behind = tokens.form.slice(items[trigger]?.to ?? 0, items.at(-1)?.to ?? 0);
  if (row.modality !== undefined && isOfThen(behind, pack)) return false;
  if (holds("LIFELESS", trigger + 1, items.length)) return false;
  // "Moved to the prison as its head": whoever works there.
  if (endsIn(behind, pack.wordsIn("LIFEAS"), OFFICE_REACH, pack.wordsIn("LIFEOFFICE")))
    return false;
  if (isIntroduced(items, first, context)) return false;
  // "is alive or dead": nobody knows.
  if (holds("LIFEOR", trigger + 1, trigger + 2)) return false;
  if (!pack.isVerbFinal && holds("LIFEIMAGE", trigger + 1, trigger + BESIDE)) return false;
  if (pack.isVerbFinal) {
    // "A, whose |name| stood on the list, is alive": what a clause about A holds is not what lives.
    const last = Math.max(first, trigger - 1);
    const end = items.slice(first, last).findLastIndex(({ set }) => classes.verbEnd[set] === 1);
    if (holds("LIFEIMAGE", first - 2, first + (end < 0 ? 0 : 1))) return false;
    if (holds("LIFEIMAGE", first + end + 1, trigger)) return false;
  }
  return (
    victims.length > 0 &&
    victims.every((at) => {
      const group = items[at]?.group ?? null;
      if (group === null || classes.of("POSS")[items[at + 1]?.set ?? 0] === 1) return false;
      if (group.persons.length === 0)
        return group.type === "noun"
          ? isOfBond(items[at], context)
          : isOneOf(tokens, items[at]?.from ?? 0, pack.wordsIn("PRONSG"));
      // Who defends or tries prisoners phones and comes to court as well.
      if (row.modality !== undefined) return true;
      const offices = pack.wordsIn("NOTHELD");
      const isStaff =
        at < trigger && isOfStaff(items.slice(at, Math.min(trigger, at + APPOSED)), context);
      return (
        !isStaff &&
        !group.persons.some(({ titleFrom, from }) => holdsOneOf(tokens, titleFrom, from, offices))
      );
    })
  );
}

/** "Her son", "his client": of whom alone a relative or lawyer tells can be one who is named. */
export function isOfBond(
  item: Item | undefined,
  { pack, tokens }: Pick<EventContext, "pack" | "tokens">,
): boolean {
  if (item === undefined || item.group?.type !== "noun") return false;
  const form = tokens.form[item.to - 1] ?? "";
  if (!pack.isVerbFinal && !isOneOf(tokens, item.to - 2, pack.wordsIn("POSSSG"))) return false;
  return BONDS.some((bond) => pack.wordsIn(`BONDTO.${bond}`).has(form));
}

/** Rows of the pack that say what those are called to whom somebody is bound. */
const BONDS = [1, 2, 3, 4, 5, 6, 7] as const;

/** "A guard named X", "X, the prison doctor": by what describes somebody, the names of places aside. */
function isOfStaff(items: readonly Item[], { pack, tokens }: EventContext): boolean {
  const forms = items.flatMap(({ name, from, to }) =>
    name?.type === "place" || name?.type === "prison" ? [] : tokens.form.slice(from, to),
  );
  const offices = pack.wordsIn("NOTHELD");
  return (
    forms.some((form) => offices.has(form)) ||
    endsIn(forms, pack.wordsIn("LIFEPRISON"), 1, pack.wordsIn("LIFEOFFICE"))
  );
}

/** "Was alive when he arrived", "at 4 am", "but he had been hanged": of a moment that is over. */
function isOfThen(behind: readonly string[], pack: EventContext["pack"]): boolean {
  const [first = "", second = ""] = behind;
  if (behind.slice(0, BESIDE).some((form) => pack.wordsIn("LIFEUNTIL").has(form))) return true;
  if (pack.wordsIn("LIFEAT").has(first) && /^\d/.test(second)) return true;
  return endsIn(behind, pack.wordsIn("LIFEBUT"), BUT_REACH, pack.wordsIn("LIFEEND"));
}

/** One of the words, and one of the ends within so many words behind it. */
function endsIn(
  forms: readonly string[],
  words: ReadonlySet<string>,
  reach: number,
  ends: ReadonlySet<string>,
): boolean {
  return forms.some(
    (form, at) =>
      words.has(form) && forms.slice(at + 1, at + 1 + reach).some((next) => ends.has(next)),
  );
}

/** "The warden of the prison, X,", "a guard named X", "impersonating X", "the late X": not a prisoner who lives. */
function isIntroduced(items: readonly Item[], first: number, context: EventContext): boolean {
  const { classes, pack, tokens } = context;
  const formOf = (at: number): string => tokens.form[(items[at]?.to ?? 0) - 1] ?? "";
  if (first <= 0) return false;
  if (pack.wordsIn("LIFELATE").has(formOf(first - 1))) return true;
  const isNamed = pack.wordsIn("LIFENAMED").has(formOf(first - 1));
  const isBetween =
    classes.comma[items[first - 1]?.set ?? 0] === 1 &&
    classes.comma[items[first + 1]?.set ?? 0] === 1;
  if (!isNamed && !isBetween) return false;
  const lead = items.slice(Math.max(0, first - BESIDE - 1), first - 1);
  const offices = pack.wordsIn("NOTHELD");
  return (
    !lead.some(({ set }) => classes.cue[set] === 1) &&
    lead.some(({ from, to }) => holdsOneOf(tokens, from, to, offices))
  );
}

/** Words between "before" and a death, and between "but" and one. */
const DEATH_REACH = 3;
const BUT_REACH = 4;
/** Words between "as" and an office. */
const OFFICE_REACH = 3;

/** Items before those who live, and behind the word that says so, that may say that it is hoped or meant otherwise. */
const BESIDE = 5;

/** Items behind a name in which it is said what somebody is ("X, the lawyer of Y, …"). */
const APPOSED = 5;
