/**
 * In: a sentence that ends in a list of names where verbs stand last ("Three men were hanged: A, B and C.", "These three are: A, …").
 * Out: whether those named are the ones of whom the sentence told.
 * Never: takes names for people whose number they do not have, or names that somebody says.
 */
import type { Item } from "./items.ts";
import type { Words } from "./introductionWords.ts";
import { TOKEN } from "./tokens.ts";
import { holdsOneOf, isOneOf } from "./wordSets.ts";

/** How those behind the mark are told of: as those of the sentence's own event, or as those told of before. */
export function behindColon(
  before: readonly Item[],
  item: Item,
  words: Words,
): "inside" | "identified" | null {
  const { classes, pack, tokens } = words;
  const names = item.group?.persons.length ?? 0;
  const isEnd =
    tokens.form[item.to] === "." || (tokens.kind[item.to] ?? TOKEN.newline) === TOKEN.newline;
  if (names < 2 || !isEnd) return null;
  const consists = pack.wordsIn("CONSISTW");
  const isConsisting = before.slice(-4).some(({ from }) => isOneOf(tokens, from, consists));
  const last = before.at(-1);
  if (last === undefined || !(isConsisting || classes.colon[last.set] === 1)) return null;
  if (before.some(({ set }) => classes.cue[set] === 1 && classes.trigger[set] !== 1)) return null;
  const counted = before.filter(({ group, quantity }) => (group?.quantity ?? quantity) != null);
  const [only] = counted;
  const count = only?.group?.quantity ?? only?.quantity;
  if (only === undefined || counted.length > 1 || count?.min !== names || count.max !== names)
    return null;
  // "The three complainants are A, B and C": not those of whom something was told.
  const asides = pack.wordsIn("COURTROLEW");
  if (holdsOneOf(tokens, only.from, only.to, asides)) return null;
  const at = before.indexOf(only);
  const behind = before.slice(at + 1);
  const convict = classes.of("CONVICT");
  const trigger = behind.findLastIndex(
    ({ set }) => classes.trigger[set] === 1 || convict[set] === 1,
  );
  // "By three agents …", "three agents beat the prisoner OBJECT": who does it.
  const mark = behind.findIndex(({ set }) => classes.object[set] === 1);
  if (mark > 0 || classes.preposition[before[at - 1]?.set ?? 0] === 1) return null;
  if (trigger < 0) return isConsisting ? "identified" : null;
  const isTold = behind
    .slice(trigger + 1)
    .every(
      ({ set, from }) =>
        classes.verbEnd[set] === 1 ||
        classes.colon[set] === 1 ||
        classes.preposition[set] === 1 ||
        classes.of("AZ")[set] === 1 ||
        isOneOf(tokens, from, consists),
    );
  return isTold ? "inside" : null;
}
