/**
 * In: a list of names that the noun before it could rule, where verbs stand last ("for the murder of A, B and C were hanged").
 * Out: the list without the one whom that noun is about.
 * Never: parts a list that can be parted in more than one way; takes a name from a list whose verb has another subject.
 */
import { type Item, itemOf } from "./items.ts";
import type { ItemSets } from "./itemSets.ts";
import type { LanguagePack } from "./packRows.ts";
import type { PatternMatch } from "./pattern.ts";
import type { Tokens } from "./tokens.ts";
import { isOneOf } from "./wordSets.ts";

type Words = { readonly tokens: Tokens; readonly pack: LanguagePack; readonly sets: ItemSets };

/** The list behind the comma that ends such a phrase; as it is where no such phrase is told before it. */
export function cutBehindGoverned(
  items: readonly Item[],
  match: PatternMatch,
  words: Words,
): PatternMatch {
  const { pack } = words;
  if (!pack.isVerbFinal || match.parts["h"] !== undefined) return match;
  const opens = openingOf(items, match.from, words);
  if (opens < 0) return match;
  const counted = countBehind(items, match, words);
  const end = counted < 0 ? match.to : counted;
  const isObject = words.sets.isObject[itemOf(items, end)?.set ?? 0] === 1;
  if (!isObject && !(isClauseStart(items, opens, words) && isDoneToMany(items, end, words)))
    return counted < 0 ? match : { ...match, to: counted };
  if (counted >= 0) return { ...match, to: counted };
  const from = onlySeam(items, match, pack);
  return from < 0 ? match : { ...match, from };
}

/** Item of the preposition of "for the murder of |A", or -1. */
function openingOf(items: readonly Item[], name: number, { tokens, pack, sets }: Words): number {
  const apart = setsApart(items, name, { tokens, pack, sets });
  if (apart >= 0) return apart;
  const [rules, joins] = [pack.wordsIn("TAKESONEW"), pack.wordsIn("TAKESONEPREPW")];
  const lowest = Math.max(0, name - OPENING_REACH);
  let at = name - 1;
  // "work with |A|", "the attack on |A|".
  const noun = items[at - 1];
  const isJoined = sets.isPreposition[items[at]?.set ?? 0] === 1 && noun !== undefined;
  if (isJoined && isOneOf(tokens, noun.to - 1, joins)) return prepositionBefore(at - 1);
  // "the murder of |the officer| A".
  while (at > lowest && !rulesAt(at)) {
    const item = items[at] as Item;
    const isOfficer = sets.isBody[item.set] === 1 && sets.isHuman[items[at - 1]?.set ?? 0] === 1;
    if (!isOfficer && !isDescribing(item, sets)) break;
    at--;
  }
  if (at < 0 || !rulesAt(at)) return -1;
  return prepositionBefore(at);

  function prepositionBefore(head: number): number {
    for (let i = head - 1; i >= lowest; i--) {
      const item = items[i] as Item;
      if (sets.isPreposition[item.set] === 1) return i;
      if (!isDescribing(item, sets) && sets.isTrigger[item.set] !== 1) return -1;
    }
    return -1;
  }

  function rulesAt(index: number): boolean {
    const item = items[index];
    return item !== undefined && isOneOf(tokens, item.to - 1, rules);
  }
}

/** Item of "unlike |A|", "in place of |A|", or -1. */
function setsApart(items: readonly Item[], name: number, { tokens, pack, sets }: Words): number {
  const words = pack.wordsIn("SETSAPARTW");
  const isIn = (at: number): boolean => {
    const item = items[at];
    return item !== undefined && isOneOf(tokens, item.to - 1, words);
  };
  if (isIn(name - 1)) return name - 1;
  return sets.isPreposition[items[name - 1]?.set ?? 0] === 1 && isIn(name - 2) ? name - 2 : -1;
}

/** Items from the preposition to the first name. */
const OPENING_REACH = 6;

function isDescribing({ set, name, quantity }: Item, sets: ItemSets): boolean {
  if (name !== null || quantity !== null) return false;
  return sets.isHuman[set] === 1 || sets.isAdjective[set] === 1 || sets.isPlain[set] === 1;
}

/** Nobody stands before the phrase who could be the subject. */
function isClauseStart(items: readonly Item[], opens: number, { pack, tokens }: Words): boolean {
  const isOf = membership(pack);
  const asides = pack.wordsIn("BEFOREPREPW");
  for (let at = opens - 1; at >= 0; at--) {
    if (STARTS.some((name) => isOf(items[at], name))) return true;
    if (isOneOf(tokens, (items[at] as Item).to - 1, asides)) continue;
    if (!ASIDE.some((name) => isOf(items[at], name))) return false;
  }
  return true;
}

const STARTS: readonly string[] = ["COMMA", "COLON", "SEMI", "DASH", "NEWLINE", "DOT", "QO", "REL"];
const ASIDE: readonly string[] = ["TIME", "DURATION", "PLACE", "PRISON", "PREP", "ADV", "CONJ"];

/** Behind it stand times, places and the doer alone, up to a deed in the passive that several suffer. */
function isDoneToMany(items: readonly Item[], from: number, { pack, sets }: Words): boolean {
  const isOf = membership(pack);
  for (let at = from; at < Math.min(items.length, from + VERB_REACH); at++) {
    const item = items[at] as Item;
    if (sets.isTrigger[item.set] === 1) {
      const aux = items[at + 1];
      return sets.isVerbMany[item.set] === 1 || sets.isVerbMany[aux?.set ?? 0] === 1;
    }
    const isBehind = isOf(itemOf(items, at - 1), "BY") || isOf(itemOf(items, at - 1), "PREP");
    const isPeople = item.quantity !== null || item.name?.type === "person";
    if (isPeople || (sets.isHuman[item.set] === 1 && !isBehind)) return false;
    if (sets.isBody[item.set] === 1 && !isBehind) return false;
    if (isOf(item, "COMMA") || isOf(item, "VERBEND") || isOf(item, "DOT")) return false;
  }
  return false;
}

const VERB_REACH = 10;

/** Item of the comma before a number that ends the list ("A and B, |two men|"), or -1: behind such a phrase they are others. */
function countBehind(items: readonly Item[], { from, to }: PatternMatch, { pack }: Words): number {
  const isOf = membership(pack);
  let last = to - 1;
  while (last > from && items[last]?.name?.type !== "person") last--;
  const isCount =
    isOf(items[last + 1], "COMMA") &&
    items.slice(last, to).some(({ quantity }) => quantity?.measure === "count");
  return isCount && last + 1 < to ? last + 1 : -1;
}

/** The first item behind the one comma that leaves a list on both sides ("A| B and C", "A and B| C and D"), or -1. */
function onlySeam(
  items: readonly Item[],
  { from, to, parts }: PatternMatch,
  pack: LanguagePack,
): number {
  const isOf = membership(pack);
  const joints: { readonly at: number; readonly isComma: boolean }[] = [];
  let members = 0;
  let joint = -1;
  let isAnd = false;
  for (let at = from; at < to; at++) {
    const item = items[at] as Item;
    if (isOf(item, "COMMA")) joint = at;
    if (isOf(item, "CONJ")) [joint, isAnd] = [at, true];
    if (item.name?.type !== "person" && at !== parts["r"]?.[0]) continue;
    if (members > 0 && joint >= 0) joints.push({ at: joint, isComma: !isAnd });
    [members, joint, isAnd] = [members + 1, -1, false];
  }
  if (joints.length !== members - 1) return -1;
  const isList = (some: readonly { readonly isComma: boolean }[]): boolean =>
    some.length === 0 ||
    (some.at(-1)?.isComma === false && some.slice(0, -1).every(({ isComma }) => isComma));
  const seams = joints.filter(
    ({ isComma }, index) =>
      isComma && isList(joints.slice(0, index)) && isList(joints.slice(index + 1)),
  );
  return seams.length === 1 ? (seams[0]?.at ?? -2) + 1 : -1;
}

function membership(pack: LanguagePack): (item: Item | undefined, name: string) => boolean {
  return (item, name) => item !== undefined && pack.alphabet.membersOf(name)[item.set] === 1;
}
