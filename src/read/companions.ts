/**
 * In: an event in its sentence. Out: those to whom it happened together with whom it is told of: "was hanged alongside A".
 * Never: joins somebody across another verb, or whose the companion only is ("alongside A's brother").
 */
import type { ClaimKind, Quantity } from "../model/claim.ts";
import type { ClauseClasses } from "./clauseClasses.ts";
import type { DraftContext } from "./draftContext.ts";
import type { ReadEvent } from "./event.ts";
import { type Item, itemOf } from "./items.ts";
import { countOf } from "./quantityOf.ts";
import type { LanguagePack } from "./packRows.ts";
import type { Tokens } from "./tokens.ts";
import { holdsOneOf, isOneOf } from "./wordSets.ts";

/** Acts that are done to several together. */
const SHARED: ReadonlySet<ClaimKind> = new Set([
  "execution",
  "death-sentence",
  "killing",
  "injury",
  "arrest",
  "torture",
  "enforced-disappearance",
  "corporal-punishment",
  "release",
]);

type Words = {
  readonly tokens: Tokens;
  readonly pack: LanguagePack;
  readonly classes: ClauseClasses;
};

/** The group behind "alongside", "together with": an index of the items, or -1. */
export function companyOf(event: ReadEvent, items: readonly Item[], context: Words): number {
  const { kind, victims, trigger, dropped, modality } = event;
  const words = context.pack.wordsIn("COMPANYW");
  if (words.size === 0 || !SHARED.has(kind) || modality === "negated") return -1;
  if (!isOfThoseConcerned(event, items)) return -1;
  if (victims.length === 0 && dropped === null && event.possessive < 0) return -1;
  const { classes, tokens } = context;
  const first = Math.max(trigger, ...victims) + 1;
  for (let at = first; at < Math.min(items.length - 1, first + REACH); at++) {
    const item = items[at] as Item;
    const phrase = tokens.form.slice(item.from, item.to).join(" ");
    if (words.has(phrase))
      return isOfNoun(items, at - 1, context) ? -1 : partnerAt(items, at + 1, context);
    const isComma = classes.comma[item.set] === 1;
    if (isComma) {
      const next = itemOf(items, at + 1);
      if (next === undefined || !words.has(tokens.form.slice(next.from, next.to).join(" ")))
        return -1;
    } else if (!isCircumstance(items, at, context)) return -1;
  }
  return -1;
}

/** Items between the act and who was with them. */
const REACH = 12;

/** A time, a place, what is said of where it happened and by which force: no other verb and nobody else. */
function isCircumstance(items: readonly Item[], at: number, { classes, pack, tokens }: Words) {
  const { set, period, from, to, group, name } = items[at] as Item;
  if (period !== null || classes.place[set] === 1 || classes.adverb[set] === 1) return true;
  if (classes.preposition[set] === 1)
    return pack.wordsIn("WHEREPREPW").has(tokens.form.slice(from, to).join(" "));
  if (isOneOf(tokens, to - 1, pack.wordsIn("WHERENOUNW"))) return true;
  if (classes.trigger[set] === 1 || classes.verb[set] === 1) return false;
  if (group !== null) return group.type === "institution" && group.quantity === null;
  return name === null && (classes.determiner[set] === 1 || classes.adjective[set] === 1);
}

/** "at a rally alongside A": who was at the rally, unless the noun only says where. */
function isOfNoun(items: readonly Item[], last: number, { classes, pack, tokens }: Words) {
  const item = items[last] as Item;
  if (item.group !== null || item.period !== null || classes.place[item.set] === 1) return false;
  if (classes.adjective[item.set] !== 1 || classes.trigger[item.set] === 1) return false;
  return !isOneOf(tokens, item.to - 1, pack.wordsIn("WHERENOUNW"));
}

/** "Two robbers killed a guard along with three others", "the murder of A with B": the company is of who did it; of a body ("police") never. */
function isOfThoseConcerned({ victims, trigger, agent }: ReadEvent, items: readonly Item[]) {
  const isBehind = victims.some((index) => index > trigger);
  return !isBehind || itemOf(items, agent)?.group?.type === "institution";
}

function partnerAt(items: readonly Item[], start: number, words: Words): number {
  const { classes } = words;
  let at = start;
  while (at < start + 3 && isDescribing(items[at], classes)) at++;
  const partner = items[at];
  if (partner === undefined || partner.group === null) return -1;
  if (classes.possessive[items[at + 1]?.set ?? 0] === 1) return -1;
  const { type, persons, quantity } = partner.group;
  if (persons.length > 0 && !isClosed(items[at + 1], classes)) return -1;
  if (type === "institution" || type === "pronoun") return -1;
  // "with 17 more wounded": they are told of by a word of their own.
  if (persons.length === 0 && classes.trigger[items[at + 1]?.set ?? 0] === 1) return -1;
  if (persons.some(({ isTitleOfficial }) => isTitleOfficial)) return -1;
  // "with 200 people in the square".
  if (persons.length === 0 && (quantity?.min ?? 0) > MOST_BESIDE) return -1;
  if (isOfTheLaw(items, start, at, words) || hasOtherFate(items, at + 1, words)) return -1;
  return persons.length > 0 || quantity !== null ? at : -1;
}

/** More than these were there, or are told of in a sentence of their own. */
const MOST_BESIDE = 50;

/** "with three guards", "together with his lawyer A": whoever is there by office does not share what is done. */
function isOfTheLaw(items: readonly Item[], start: number, at: number, { tokens, pack }: Words) {
  const offices = pack.wordsIn("OFFICEW");
  const from = items[start]?.from ?? 0;
  return holdsOneOf(tokens, from, items[at]?.to ?? from, offices);
}

/** "alongside A, who got ten years", "with A present", "with A as a witness", "but the latter survived": something else is told of them. */
function hasOtherFate(items: readonly Item[], next: number, { classes, tokens, pack }: Words) {
  const others = pack.wordsIn("OTHERFATEW");
  for (let at = next; at < items.length; at++) {
    const { set, from, to } = items[at] as Item;
    if (classes.dot[set] === 1 || classes.quoteClose[set] === 1) return false;
    // "along with B, and |they| were released": told of both.
    if (isOneOf(tokens, from, pack.wordsIn("PRONPL")) && to - from === 1) return false;
    if (holdsOneOf(tokens, from, to, others)) return true;
    if (classes.relative[set] === 1 && classes.aux[items[at + 1]?.set ?? 0] !== 1) return true;
  }
  return false;
}

/** Nothing behind it goes on about them: "with A's help", "with A looking on", "with A to ten years". */
function isClosed(next: Item | undefined, classes: ClauseClasses): boolean {
  if (next === undefined || next.period !== null) return true;
  const { comma, stop, and, but, relative, preposition, dash, open, quoteClose, subordinator } =
    classes;
  if (classes.to[next.set] === 1) return false;
  return [comma, stop, and, but, relative, preposition, dash, open, quoteClose, subordinator].some(
    (members) => members[next.set] === 1,
  );
}

function isDescribing(item: Item | undefined, classes: ClauseClasses): boolean {
  if (item === undefined || item.group !== null) return false;
  return classes.determiner[item.set] === 1 || classes.adjective[item.set] === 1;
}

/** The number of those told of with that of their company, or null where one of them is not exact. */
export function countWith(
  told: Quantity | null,
  concerned: number,
  company: Item,
  { tokens }: DraftContext,
): Quantity | null {
  const group = company.group;
  if (group === null || (group.hasRest && group.quantity === null)) return null;
  if (told !== null && (told.measure !== "count" || told.min !== told.max || told.approximate))
    return null;
  const { quantity, persons } = group;
  if (quantity !== null && (quantity.min !== quantity.max || quantity.approximate)) return null;
  const beside = quantity?.min ?? persons.length;
  const base = told?.min ?? concerned;
  if (base === 0 || beside === 0) return null;
  return countOf(base + beside, company, tokens, told?.unit ?? null);
}
