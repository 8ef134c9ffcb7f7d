/**
 * In: an item. Out: what it is in a sentence that says who somebody is (people, a topic, a word that names).
 * Never: looks beyond the item and the one beside it.
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import type { Group, Item } from "./items.ts";
import type { LanguagePack } from "./packRows.ts";
import type { Tokens } from "./tokens.ts";
import { isOneOf } from "./wordSets.ts";

/** What is asked of the words of a sentence. */
export type Words = {
  readonly tokens: Tokens;
  readonly pack: LanguagePack;
  readonly classes: ClauseClasses;
};

/** "as", which leads to a name. */
export function isAs(
  item: Item | undefined,
  pack: Words["pack"],
  tokens: Words["tokens"],
): boolean {
  return item !== undefined && isOneOf(tokens, item.to - 1, pack.wordsIn("NAMINGAS"));
}

/** "three", "three prisoners"; of "three guards" nobody was told before. */
export function isAnyone({ group, from, to }: Item, pack: Words["pack"]): boolean {
  if (group === null) return true;
  return (
    group.type === "counted" && to - from <= 2 && pack.wordsIn("ANYBODY").has(group.head ?? "")
  );
}

/** The verb or the colon stands right behind: nothing says which of them ("three of those pardoned"). */
export function isSaidOf(next: Item | undefined, classes: Words["classes"]): boolean {
  return next !== undefined && (classes.aux[next.set] === 1 || classes.colon[next.set] === 1);
}

/** Some of the dead told before ("one of the dead", "two of the victims"). */
export function isOfTheDead({ row, isPartitive }: Group): boolean {
  return isPartitive || row.startsWith("group.of-the-");
}

/** "Identified as", "Named as": a verb of naming without a subject. */
export function isNaming({ set, from, to }: Item, { tokens, pack, classes }: Words): boolean {
  return (
    classes.of("NAMED")[set] === 1 &&
    pack.wordsIn("IDENTIFIEDAS").has(tokens.form.slice(from, to).join(" "))
  );
}

/** "the victims", "those killed", "he", "They". */
export function isTopic(item: Item, { pack, tokens }: Words): boolean {
  const { group } = item;
  if (group === null || group.persons.length > 0) return false;
  return (
    group.type !== "institution" &&
    (group.type === "pronoun" ||
      isOneOf(tokens, item.from, pack.wordsIn("DEF")) ||
      (pack.isVerbFinal && isOneOf(tokens, item.from - 1, pack.wordsIn("DEF"))) ||
      isOneOf(tokens, item.from, pack.wordsIn("POSSP")) ||
      (pack.isVerbFinal &&
        ["VICTIMN", "ACCUSEDN", "EXECUTEDN"].some((name) => isNoun(name, group.head, pack))))
  );
}

/** "The identity of the wounded porters is …": a noun for people behind a word for names. */
export function isPeople({ group }: Item): boolean {
  return group !== null && group.persons.length === 0 && group.type === "noun";
}

/** "The names of some of the dead". */
export function isSome({ from }: Item, { pack, tokens }: Words): boolean {
  return isOneOf(tokens, from, pack.wordsIn("UNCOUNTED"));
}

/** Whether a head, by all its words or its last, is a noun of a list of the pack. */
export function isNoun(list: string, head: string | null, pack: LanguagePack): boolean {
  if (head === null) return false;
  const words = pack.wordsIn(list);
  const forms = head.split(" ");
  return (
    words.has(head) ||
    words.has(forms.at(-1) ?? "") ||
    (pack.isVerbFinal && words.has(forms[0] ?? ""))
  );
}

/** "the man", not "a man". */
export function isDefinite(item: Item, { pack, tokens }: Words): boolean {
  return isOneOf(tokens, item.from, pack.wordsIn("DEF"));
}
