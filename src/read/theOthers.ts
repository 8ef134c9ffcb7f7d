/**
 * In: "the other man", "the others", "the other two". Out: those of a list told before who have not been named again since ("A, B and C
 * were arrested. A was freed. |The others| …": B and C).
 * Never: takes the one set apart for one of the others; nor lawyers, reporters and judges named in a row, of whom nothing was told, nor a
 * list beside which others were counted.
 */
import type { DraftContext } from "./draftContext.ts";
import type { NameMatch } from "./findNames.ts";
import { isPluralHead } from "./itemReference.ts";
import type { Item } from "./items.ts";
import { holdsOneOf, isOneOf } from "./wordSets.ts";

/** Sentences back in which the list may stand. */
const REACH = 5;

/** Who the others are, nobody where it is not certain; null where the item speaks of no others. */
export function theOthers(
  item: Item,
  sentence: number,
  context: DraftContext,
): readonly NameMatch[] | null {
  if (context.pack.isVerbFinal || !isOthers(item, context)) return null;
  const apart = new Set<string>();
  for (let at = sentence; at >= Math.max(0, sentence - REACH); at--) {
    const items = context.readings[at]?.items ?? [];
    const before = items.filter(({ from }) => from < item.from);
    for (const { group, name } of before.toReversed()) {
      const persons = group?.persons ?? (name?.type === "person" ? [name] : []);
      if (persons.length > 1)
        return group?.hasRest === true || !isAllTold(persons, [at, sentence], item, context)
          ? []
          : without(persons, apart, item, context);
      for (const person of persons) apart.add(person.name);
    }
  }
  return [];
}

/** Something happened to each of the list, and nobody else was counted or left over since. */
function isAllTold(
  list: readonly NameMatch[],
  [first, last]: readonly [number, number],
  { from }: Item,
  { told, readings, tokens, pack }: DraftContext,
): boolean {
  const isTold = list.every(({ name }) =>
    told.some((one) => one.sentence === first && !one.isDoer && one.name.name === name),
  );
  if (!isTold) return false;
  const others = pack.wordsIn("THEOTHERW");
  return readings.slice(first, last + 1).every(({ sentence, items }) => {
    const end = Math.min(sentence.to, from - 1);
    if (holdsOneOf(tokens, sentence.from, end, others)) return false;
    return items.every((item) => item.to > end || !isCountedBeside(item, list.length));
  });
}

/** "five prisoners", beside a list of three; not "three men", "one". */
function isCountedBeside({ group, quantity, period }: Item, own: number): boolean {
  const count = (group ?? { quantity }).quantity?.min ?? null;
  if (period !== null || count === null || count < 2) return false;
  return group !== null && group.type !== "list" && group.persons.length === 0 && count !== own;
}

/** Those of a list who were not set apart, where they are as many as the words ask for. */
function without(
  list: readonly NameMatch[],
  apart: ReadonlySet<string>,
  { group, quantity }: Item,
  context: DraftContext,
): readonly NameMatch[] {
  const rest = list.filter(({ name }) => !apart.has(name));
  if (rest.length === list.length) return [];
  const count = (group ?? { quantity }).quantity?.min ?? null;
  if (count !== null) return rest.length === count ? rest : [];
  const isMany = isPluralHead(group?.head ?? null, context);
  return isMany === rest.length > 1 ? rest : [];
}

/** "|the other man|", "the other |two|". */
function isOthers({ from, group, quantity }: Item, { tokens, pack }: DraftContext): boolean {
  if (group === null && quantity === null) return false;
  if (group !== null && (group.persons.length > 0 || group.type === "pronoun")) return false;
  const isAt = (at: number): boolean =>
    isOneOf(tokens, at, pack.wordsIn("DEF")) && isOneOf(tokens, at + 1, pack.wordsIn("THEOTHERW"));
  return isAt(from) || isAt(from - 2);
}
