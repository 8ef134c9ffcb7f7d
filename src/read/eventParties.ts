/**
 * In: a frame's place in a sentence. Out: the items of those whom the event concerns, and of who did it.
 * Never: takes an institution, a thing or a speaker for a victim.
 */
import type { ClaimKind } from "../model/claim.ts";
import { skipLeft } from "./clauseOpenings.ts";
import type { EventContext } from "./event.ts";
import { type Item, itemOf } from "./items.ts";
import type { PatternMatch } from "./pattern.ts";
import { isFree } from "./subjectFinal.ts";
import { TOKEN } from "./tokens.ts";
import { isOneOf } from "./wordSets.ts";

/** "My client was executed", "Some 1,000 rioters were held": a noun that no row lists, right before the verb. */
export function bareSubject(
  items: readonly Item[],
  start: number,
  context: EventContext,
): number[] {
  const { classes, tables } = context;
  const last = skipLeft(items, start - 1, classes.adverb);
  const head = items[last];
  if (head === undefined || tables.bareNoun[head.set] !== 1 || tables.thing[head.set] === 1)
    return [];
  // "The graveyard was condemned", "the house was shot at": nobody.
  if (classes.of("PROPERTY", "GRAVES")[head.set] === 1) return [];
  for (let at = last - 1; at >= Math.max(0, last - 4); at--) {
    const { set } = items[at] as Item;
    if (classes.quantity[set] === 1) return [at];
    if (tables.opensNoun[set] === 1) return [last];
    if (tables.modifier[set] !== 1) return [];
  }
  return [];
}

/** "Among those executed were two women": the subject behind the verb. */
export function invertedSubject(
  items: readonly Item[],
  at: number,
  row: string,
  context: EventContext,
): number[] {
  if (isFronted(items, at, context)) return subjectAfterComma(items, at, context);
  if (row !== "frame.reduced" && row !== "frame.passive") return [];
  for (let i = at; i < Math.min(items.length, at + 5); i++) {
    const { set } = items[i] as Item;
    if (context.classes.be[set] === 1) {
      const next = items[i + 1];
      return next !== undefined &&
        context.tables.accepts[next.set] === 1 &&
        next.group?.type !== "pronoun"
        ? [i + 1]
        : [];
    }
    const { comma, and, but } = context.classes;
    if (comma[set] === 1 || and[set] === 1 || but[set] === 1) return [];
  }
  return [];
}

/** "Sentenced to death in 2019, …": the sentence opens with the participle, and no other verb stands before its end. */
function isFronted(items: readonly Item[], at: number, { classes, tables }: EventContext): boolean {
  const first = skipRight(items, classes.adverb);
  if (tables.participle[items[first]?.set ?? 0] !== 1) return false;
  for (let i = first + 1; i < at; i++)
    if (classes.aux[items[i]?.set ?? 0] === 1 || classes.comma[items[i]?.set ?? 0] === 1)
      return false;
  return true;
}

function skipRight(items: readonly Item[], members: Uint8Array): number {
  let at = 0;
  while (at < items.length && members[items[at]?.set ?? 0] === 1) at++;
  return at;
}

/** "…, Behnam Karimzad has always denied it": the group behind the first comma, where a verb follows it. */
function subjectAfterComma(
  items: readonly Item[],
  at: number,
  { classes, tables }: EventContext,
): number[] {
  for (let i = at; i < Math.min(items.length, at + FRONT_REACH); i++) {
    const { set } = items[i] as Item;
    if (classes.stop[set] === 1 || classes.and[set] === 1) return [];
    if (classes.comma[set] !== 1) continue;
    const next = items[i + 1];
    const isFollowed = items[i + 2] !== undefined;
    return next !== undefined &&
      isFollowed &&
      tables.accepts[next.set] === 1 &&
      next.group?.type !== "institution"
      ? [i + 1]
      : [];
  }
  return [];
}

const FRONT_REACH = 12;

/** For fixed phrases: the possessor before, or those named behind "of", "for", "against". */
export function around(
  items: readonly Item[],
  match: PatternMatch,
  context: EventContext,
): number[] {
  const { classes, tables } = context;
  for (let i = match.to; i < Math.min(items.length, match.to + 4); i++) {
    const { set } = items[i] as Item;
    if (tables.accepts[set] === 1 && classes.preposition[itemOf(items, i - 1)?.set ?? 0] === 1)
      return [i];
    if (classes.comma[set] === 1 || classes.stop[set] === 1) break;
  }
  for (let i = match.from - 1; i >= Math.max(0, match.from - 5); i--) {
    const { set } = items[i] as Item;
    if (tables.accepts[set] === 1) return [i];
    if (classes.comma[set] === 1 || classes.stop[set] === 1) break;
  }
  return [];
}

/** "one of whom later died", "fifteen of them were hospitalised": the number before the verb is whom it concerns. */
export function partitiveSubject(
  items: readonly Item[],
  start: number,
  context: EventContext,
): number | null {
  const at = skipLeft(items, start - 1, context.classes.adverb);
  const isVerb = context.classes.told[items[start]?.set ?? 0] === 1;
  if (context.pack.isVerbFinal && isVerb && isBareCount(items, at, context)) return at;
  if (context.tables.ofThem[items[at]?.set ?? 0] !== 1) return null;
  const head = itemOf(items, at - 1);
  return head !== undefined && context.tables.accepts[head.set] === 1 ? at - 1 : null;
}

/** "…, and one was killed" where verbs stand last: a number by itself right before the verb, behind a joint. */
function isBareCount(items: readonly Item[], at: number, { classes }: EventContext): boolean {
  const item = itemOf(items, at);
  if (item === undefined || item.group !== null || item.quantity?.measure !== "count") return false;
  const before = itemOf(items, at - 1)?.set ?? 0;
  return classes.and[before] === 1 || classes.comma[before] === 1;
}

/** "4-0" counts nobody. */
function isScore(item: Item, { tokens }: EventContext): boolean {
  const sign = tokens.form[item.to] ?? "";
  return (
    item.quantity !== null &&
    (sign === "-" || sign === "–") &&
    tokens.kind[item.to + 1] === TOKEN.number
  );
}

/** "it", "itself": nobody. */
export function isThing(item: Item | undefined, context: EventContext): boolean {
  if (item?.group?.type !== "pronoun") return false;
  return isOneOf(context.tokens, item.from, context.pack.wordsIn("PRONIT"));
}

/** Those concerned can be this item: people, or for damage anything. */
export function isVictim(item: Item | undefined, kind: ClaimKind, context: EventContext): boolean {
  if (item === undefined) return false;
  if (kind === "destruction" || kind === "other-abuse") return true;
  if (context.classes.comma[item.set] === 1 || context.classes.and[item.set] === 1) return false;
  if (isBodyPart(item, context)) return false;
  if (context.tables.bodies[item.set] === 1) return BODY_KINDS.has(kind);
  if (item.group === null && isScore(item, context)) return false;
  if (item.group?.type === "institution")
    return (
      context.pack.wordsIn("INSTVICTIM").has(item.group.head ?? "") && item.group.quantity !== null
    );
  if (item.group?.type === "pronoun") {
    const form = context.tokens.form[item.from] ?? "";
    return !isThing(item, context) && !context.pack.wordsIn("NOVICTIM").has(form);
  }
  return true;
}

/** "three fingers were broken": parts of somebody, no people. */
function isBodyPart(item: Item, { tokens, pack }: EventContext): boolean {
  const parts = pack.wordsIn("BODYPARTW");
  return (
    isOneOf(tokens, item.group === null ? item.to : item.to - 1, parts) && item.quantity !== null
  );
}

/** "arrested Karimzad's deputy": whom the name belongs to was not arrested. */
export function withoutOwners(
  victims: readonly number[],
  items: readonly Item[],
  { classes, tables }: EventContext,
): number[] {
  return victims.flatMap((index) => {
    if (classes.of("POSS")[items[index + 1]?.set ?? 0] !== 1) return [index];
    let at = index + 2;
    while (at < items.length && tables.modifier[items[at]?.set ?? 0] === 1) at++;
    return tables.accepts[items[at]?.set ?? 0] === 1 ? [at] : [];
  });
}

/** "no person under 18", "anyone over 60": an age, and the word before it is who is meant. */
export function withoutAges(
  victims: readonly number[],
  items: readonly Item[],
  { tokens, pack }: EventContext,
): number[] {
  return victims.map((index) => {
    const item = items[index];
    const before = itemOf(items, index - 1);
    const isOpenEnded =
      item?.group === null && item.quantity !== null && item.quantity.min !== item.quantity.max;
    return isOpenEnded &&
      before !== undefined &&
      isOneOf(tokens, before.to - 1, pack.wordsIn("AGEHEADW"))
      ? index - 1
      : index;
  });
}

/** What a body can tell of. */
const BODY_KINDS: ReadonlySet<ClaimKind> = new Set([
  "killing",
  "torture",
  "death-in-custody",
  "execution",
]);

/** The number that an item carries, or null. */
export function quantityOf(item: Item | undefined) {
  return item?.group?.quantity ?? item?.quantity ?? null;
}

/** Item of the doer behind "by", or -1. */
export function byAgent(items: readonly Item[], at: number, context: EventContext): number {
  for (let i = at; i < Math.min(items.length, at + 8); i++) {
    const item = items[i] as Item;
    if (context.classes.comma[item.set] === 1 || context.classes.stop[item.set] === 1) return -1;
    // "The bodies of the men hanged were buried by A": another verb's doer.
    if (!context.pack.isVerbFinal && context.classes.aux[item.set] === 1) return -1;
    if (context.classes.by[item.set] === 1) {
      const next = items[i + 1];
      return next !== undefined && context.tables.agent[next.set] === 1 ? i + 1 : -1;
    }
  }
  return -1;
}

/** "A, B and his brother C were hanged": the groups that stand before the subject, joined to it by "and" or commas. */
export function coordinated(
  items: readonly Item[],
  subject: number,
  context: EventContext,
): number[] {
  const { classes, tables } = context;
  const found = [subject];
  let at = subject;
  while (found.length < MOST_COORDINATED) {
    let joint = at - 1;
    while (joint >= 0 && classes.determiner[items[joint]?.set ?? 0] === 1) joint--;
    const isAnd = joint >= 0 && classes.and[items[joint]?.set ?? 0] === 1;
    if (!isAnd && !(found.length > 1 && joint >= 0 && classes.comma[items[joint]?.set ?? 0] === 1))
      break;
    let before = joint - 1;
    if (before >= 0 && classes.comma[items[before]?.set ?? 0] === 1) {
      // "The judge met A, and |they| were freed": a pronoun behind such a comma opens a clause of its own.
      if (!context.pack.isVerbFinal && items[at]?.group?.type === "pronoun") break;
      before--;
    }
    if (context.pack.isVerbFinal && isAnd && items[at]?.group?.type === "person")
      before = bearerBefore(items, before, context) ?? before;
    const item = items[before];
    if (
      item === undefined ||
      tables.accepts[item.set] !== 1 ||
      item.group === null ||
      !isSomebody(item)
    )
      break;
    const outer = itemOf(items, before - 1);
    if (
      outer !== undefined &&
      (classes.preposition[outer.set] === 1 || classes.verb[outer.set] === 1)
    )
      break;
    // "By what A says, |his father and brother| were arrested": who stands behind the comma of an adjunct opens the list.
    if (context.pack.isVerbFinal && !isFree(items, before, classes)) break;
    found.unshift(before);
    at = before;
  }
  return found;
}

const MOST_COORDINATED = 6;

/** "A, member of the board of the union of Tehran |and| B": the name whose apposition stands before the joint. */
function bearerBefore(
  items: readonly Item[],
  last: number,
  { classes }: EventContext,
): number | null {
  let at = last;
  while (at > last - APPOSITION_REACH && at > 0) {
    const item = items[at] as Item;
    if ((item.group?.persons.length ?? 0) > 0) return null;
    if (classes.comma[item.set] === 1) break;
    if (classes.structural[item.set] === 1 && item.name === null) return null;
    at--;
  }
  if (at === last || classes.comma[items[at]?.set ?? 0] !== 1) return null;
  return items[at - 1]?.group?.type === "person" ? at - 1 : null;
}

/** Items of an apposition between a comma and the "and" behind it. */
const APPOSITION_REACH = 8;

function isSomebody({ group }: Item): boolean {
  return group !== null && group.type !== "pronoun" && group.type !== "institution";
}

/** "prisoners", where nothing counts, names or points at them. */
export function isAllOfKind(item: Item | undefined, { pack, tokens }: EventContext): boolean {
  const group = item?.group ?? null;
  if (item === undefined || group === null || group.type !== "noun" || group.isPartitive)
    return false;
  const first = tokens.form[item.from] ?? "";
  if (pack.wordsIn("DEF").has(first) || pack.wordsIn("UNCOUNTED").has(first)) return false;
  const { words, suffixes } = pack.plurals;
  const head = group.head ?? "";
  return words.has(head) || suffixes.some((suffix) => head.endsWith(suffix));
}
