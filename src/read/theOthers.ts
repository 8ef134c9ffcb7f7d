/**
 * In: "the other man", "the others", "the other two". Out: those of a list told before who have not been named again since ("A, B and C
 * were arrested. A was freed. |The others| …": B and C).
 * Never: takes the one set apart for one of the others.
 */
import type { DraftContext } from "./draftContext.ts";
import type { NameMatch } from "./findNames.ts";
import { isPluralHead } from "./itemReference.ts";
import type { Item } from "./items.ts";

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
        return group?.hasRest === true ? [] : without(persons, apart, item, context);
      for (const person of persons) apart.add(person.name);
    }
  }
  return [];
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
    pack.wordsIn("DEF").has(tokens.form[at] ?? "") &&
    pack.wordsIn("THEOTHERW").has(tokens.form[at + 1] ?? "");
  return isAt(from) || isAt(from - 2);
}
