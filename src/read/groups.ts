/**
 * In: the items of a sentence. Out: the items with noun phrases for people and institutions joined into one.
 * Never: joins across a verb; counts the people of a list that goes on unnamed.
 */
import type { Group, Item, ItemSets } from "./items.ts";
import { itemString, makeItem } from "./items.ts";
import type { GroupPattern, LanguagePack } from "./pack.ts";
import type { PatternMatch } from "./pattern.ts";
import type { ReadQuantity } from "./quantity.ts";
import type { Tokens } from "./tokens.ts";

type Taken = { readonly match: PatternMatch; readonly row: GroupPattern["row"] };

/** Joins groups; the rows are tried in order, a stretch taken by an earlier row is left alone. */
export function joinGroups(items: readonly Item[], tokens: Tokens, pack: LanguagePack, sets: ItemSets): Item[] {
  const string = itemString(items);
  const taken = new Uint8Array(items.length);
  const found: Taken[] = [];
  for (const { row, pattern } of pack.groups) {
    for (const match of pattern.find(string)) {
      if (isTaken(taken, match.from, match.to)) continue;
      taken.fill(1, match.from, match.to);
      found.push({ match, row });
    }
  }
  if (found.length === 0) return [...items];
  found.sort((a, b) => a.match.from - b.match.from);
  const joined: Item[] = [];
  let at = 0;
  for (const { match, row } of found) {
    while (at < match.from) joined.push(items[at++] as Item);
    joined.push(groupItem(items, match, row, tokens, pack, sets));
    at = match.to;
  }
  while (at < items.length) joined.push(items[at++] as Item);
  return joined;
}

function isTaken(taken: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (taken[i] === 1) return true;
  return false;
}

function groupItem(
  items: readonly Item[],
  match: PatternMatch,
  row: GroupPattern["row"],
  tokens: Tokens,
  pack: LanguagePack,
  sets: ItemSets,
): Item {
  const part = items.slice(match.from, match.to);
  const head = match.parts["h"];
  const headRange: readonly [number, number] | null =
    head === undefined || row.out === "pronoun" ? null : [head[0], head[1]];
  const counted = items[match.parts["q"]?.[0] ?? -1] ?? quantityWithin(items, headRange ?? [match.from, match.to]);
  const persons = part.flatMap((item) => (item.name?.type === "person" ? [item.name] : []));
  const group: Group = {
    quantity: row.out === "pair" ? sumOf(items, match) : (counted?.quantity ?? null),
    head: headWords(items, headRange, tokens),
    unit: unitRange(items, headRange, counted, match),
    persons,
    hasRest: match.parts["r"] !== undefined || (row.out === "list" && match.parts["h2"] !== undefined),
    type: row.out,
    inner: row.out === "pronoun" ? [] : part.filter((item) => isTrigger(item)),
    isIndefinite: isIndefinite(part[0], pack),
    row: row.id,
  };
  return makeItem(part[0]?.from ?? 0, part[part.length - 1]?.to ?? 0, setOf(group, sets), { group });
}

function setOf(group: Group, sets: ItemSets): number {
  if (group.type === "pronoun") return sets.groupPronoun;
  if (group.type === "institution") return sets.groupInstitution;
  if (group.persons.length > 0) return sets.groupPerson;
  return group.quantity === null ? sets.group : sets.groupCounted;
}

function quantityWithin(items: readonly Item[], [from, to]: readonly [number, number]): Item | undefined {
  for (let i = from; i < to; i++) {
    const item = items[i];
    if (item?.quantity !== null && item?.quantity.measure === "count") return item;
    if (item?.quantity?.measure === "bare-year") return item;
  }
  return undefined;
}

/** "Three men and two women": the number of both together, where both are plain counts. */
function sumOf(items: readonly Item[], match: PatternMatch): ReadQuantity | null {
  const first = quantityWithin(items, match.parts["h"] ?? [0, 0])?.quantity ?? null;
  const range = match.parts["h2"] ?? [0, 0];
  const second = quantityWithin(items, range)?.quantity ?? null;
  if (first === null) return null;
  const last = items[range[1] - 1];
  const add = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);
  const one = second ?? { min: 1, max: 1, minExclusive: false, maxExclusive: false, approximate: false };
  return {
    ...first,
    to: second?.to ?? last?.to ?? first.to,
    min: add(first.min, one.min),
    max: add(first.max, one.max),
    minExclusive: first.minExclusive || one.minExclusive,
    maxExclusive: first.maxExclusive || one.maxExclusive,
    approximate: first.approximate || one.approximate,
    row: "quantity.sum",
  };
}

/** Last word of the head phrase, folded. */
function headWords(items: readonly Item[], head: readonly [number, number] | null, tokens: Tokens): string | null {
  if (head === null) return null;
  const last = items[head[1] - 1];
  return last === undefined ? null : tokens.form.slice(last.from, last.to).join(" ");
}

/** Words that name those who are counted, without article and number. */
function unitRange(
  items: readonly Item[],
  head: readonly [number, number] | null,
  counted: Item | undefined,
  match: PatternMatch,
): readonly [number, number] | null {
  if (head === null) return null;
  const last = items[head[1] - 1];
  if (last === undefined) return null;
  if (counted === undefined) return [last.from, last.to];
  for (let i = match.from; i < head[1]; i++) {
    const item = items[i];
    if (item !== undefined && item.from >= counted.to && !isArticle(item)) return [item.from, last.to];
  }
  return [last.from, last.to];
}

function isArticle(item: Item): boolean {
  return item.entry !== null && (item.entry.classes.includes("DET") || item.entry.classes.includes("OF") || item.entry.classes.includes("POSSP"));
}

function isIndefinite(item: Item | undefined, pack: LanguagePack): boolean {
  return item !== undefined && pack.alphabet.membersOf("INDEF")[item.set] === 1;
}

function isTrigger(item: Item): boolean {
  return item.entry?.classes.some((name) => name.startsWith("T.")) === true;
}
