/**
 * In: an event and the one whom it concerns, told of by a noun. Out: the name that a clause or an aside right behind the noun gives ("a prisoner,
 * |whose name is A|, was hanged", "the execution of one of them, |A|, was halted").
 * Never: takes a name that is given as somebody else's ("whose lawyer is A").
 */
import type { DraftContext } from "./draftContext.ts";
import type { ReadEvent } from "./event.ts";
import type { NameMatch } from "./findNames.ts";
import { type Item, itemOf } from "./items.ts";
import { isOneOf } from "./wordSets.ts";

/** The name of the one concerned, or null where the words give none. */
export function ownNameOf(
  { victims, trigger }: ReadEvent,
  items: readonly Item[],
  context: DraftContext,
): NameMatch | null {
  const { classes, pack } = context;
  const [at = -1] = victims;
  const noun = items[at];
  if (pack.isVerbFinal || victims.length !== 1 || noun === undefined) return null;
  if ((noun.group?.persons.length ?? 0) > 0) return null;
  const isOne = (noun.group?.quantity ?? noun.quantity)?.max ?? 1;
  if (isOne !== 1 || noun.group?.type === "institution") return null;
  const aside = behindOfThem(items, at + 1, context);
  if (aside !== null || at >= trigger) return aside;
  let next = at + 1;
  if (classes.comma[itemOf(items, next)?.set ?? 0] === 1) next++;
  const name = behindWhose(items, next, context);
  return name === null || !isClosed(itemOf(items, name.end), context) ? null : name.person;
}

/** "one |of them, A,|". */
function behindOfThem(
  items: readonly Item[],
  at: number,
  { classes }: DraftContext,
): NameMatch | null {
  const isIn = (members: Uint8Array, index: number): boolean =>
    members[itemOf(items, index)?.set ?? 0] === 1;
  if (!isIn(classes.of("OFTHEM"), at) || !isIn(classes.comma, at + 1)) return null;
  const persons = itemOf(items, at + 2)?.group?.persons ?? [];
  return persons.length === 1 && isIn(classes.comma, at + 3) ? (persons[0] ?? null) : null;
}

/** "whose name is A", "whose name has been given as A". */
function behindWhose(
  items: readonly Item[],
  at: number,
  { classes, pack, tokens }: DraftContext,
): { readonly person: NameMatch; readonly end: number } | null {
  const whose = itemOf(items, at);
  const noun = itemOf(items, at + 1);
  if (whose === undefined || noun === undefined || classes.whose[whose.set] !== 1) return null;
  if (!isOneOf(tokens, noun.to - 1, pack.wordsIn("IDENTITYN"))) return null;
  const givenAs = pack.wordsIn("GIVENASW");
  for (let i = at + 2; i < Math.min(items.length, at + NAMING_REACH); i++) {
    const item = items[i] as Item;
    const persons = item.group?.persons ?? (item.name?.type === "person" ? [item.name] : []);
    const [person] = persons;
    if (person !== undefined)
      return persons.length === 1 && i > at + 2 ? { person, end: i + 1 } : null;
    // "whose name was given to A", "was published by A": not the name of A.
    if (!tokens.form.slice(item.from, item.to).every((form) => givenAs.has(form))) return null;
  }
  return null;
}

/** Items from the clause's opening to the name ("whose name has been given by police as"). */
const NAMING_REACH = 9;

/** The clause ends behind the name. */
function isClosed(next: Item | undefined, { classes }: DraftContext): boolean {
  return next !== undefined && (classes.comma[next.set] === 1 || classes.aux[next.set] === 1);
}
