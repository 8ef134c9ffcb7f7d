/**
 * In: the items of a sentence and one of them. Out: whether a clause begins there (a relative, a second subject, an
 * aside, a number behind "and").
 * Never: names the subject.
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import { type Item, itemOf } from "./items.ts";

/** How far, in items, a subject may stand from its verb. */
export const SUBJECT_REACH = 45;

/** "Two men were hanged and a third was given a stay": behind "and" stands another subject, which no row knows. */
export function opensOther(
  items: readonly Item[],
  and: number,
  start: number,
  classes: ClauseClasses,
): boolean {
  const first = items[and + 1];
  if (first === undefined || and + 2 >= start || start - and > OTHER_REACH) return false;
  if (classes.determiner[first.set] !== 1 || first.group !== null) return false;
  return items
    .slice(and + 2, start)
    .every(({ set, group }) => group === null && classes.lower[set] === 1);
}

/** Items that a subject which no row knows can have. */
const OTHER_REACH = 5;

/** "The rapper, whose songs were banned, was jailed": an aside between commas that opens with a possessive relative is passed over. */
export function beforeAside(
  items: readonly Item[],
  start: number,
  lowest: number,
  classes: ClauseClasses,
): number {
  const i = start - 1;
  const isOpened = classes.comma[items[start]?.set ?? 0] === 1;
  const close = isOpened ? start : skipLeft(items, i, classes.adverb);
  if (classes.comma[items[close]?.set ?? 0] !== 1) return i;
  const source = sourceComma(items, close, lowest, classes);
  if (source >= 0) return source - 1;
  const at = commaBefore(items, close, lowest, classes);
  if (at < 0) return i;
  const whose = whoseBefore(items, at, lowest, classes);
  if (whose >= 0) return whose - 1;
  // "Two men, Karimzad said, were hanged": who says so stands between, and is not whom it is said of.
  if (saysMore(items, at, close, classes)) return i;
  const isSaid = items.slice(at + 1, close).some(({ set }) => classes.says[set] === 1);
  const isPassed =
    isSaid || opensRelative(items, at, close, classes) || isNamedBefore(items, at, close, classes);
  return isPassed ? at - 1 : i;
}

/** "The officer, A, |said gunmen opened fire,| killing two": behind the verb of saying somebody does something. */
function saysMore(
  items: readonly Item[],
  comma: number,
  close: number,
  { says, of, finite, told }: ClauseClasses,
): boolean {
  if (says[items[comma + 1]?.set ?? 0] !== 1) return false;
  return items
    .slice(comma + 2, close)
    .some(({ set }) => [of("ED", "VIOLENT"), finite, told].some((members) => members[set] === 1));
}

/** The comma that opens "according to the judge, Karim Zand," up to the comma at `close`, or −1: a source may have its name between commas. */
function sourceComma(
  items: readonly Item[],
  close: number,
  lowest: number,
  classes: ClauseClasses,
): number {
  let at = close;
  for (let commas = 0; commas < SOURCE_COMMAS; commas++) {
    at = commaBefore(items, at, lowest, classes);
    if (at < 0 || close - at > ASIDE_REACH) return -1;
    if (classes.accordingCue[items[at + 1]?.set ?? 0] === 1) return at;
  }
  return -1;
}

const SOURCE_COMMAS = 3;

/** The comma that opens "who …" or "whose …" up to the comma at `close`, or −1. */
export function relativeComma(
  items: readonly Item[],
  close: number,
  lowest: number,
  classes: ClauseClasses,
): number {
  const at = commaBefore(items, close, lowest, classes);
  if (at < 0 || opensRelative(items, at, close, classes)) return at;
  // "held in Karun, where B had died, and tried".
  if (classes.where[items[at + 1]?.set ?? 0] === 1) return at;
  return whoseBefore(items, at, lowest, classes);
}

/** "A, whose son, B, 22, was hanged, was held": the comma before "whose", where its clause has its verb before the one at `at`; or −1. */
function whoseBefore(
  items: readonly Item[],
  at: number,
  lowest: number,
  classes: ClauseClasses,
): number {
  let comma = at;
  for (let commas = 0; comma >= 0 && commas < WHOSE_COMMAS; commas++) {
    const { set } = items[comma + 1] ?? { set: 0 };
    const isVerb = classes.aux[set] === 1 || classes.of("T.intr")[set] === 1;
    if (commas === 0 && !isVerb) return -1;
    if (classes.whose[set] === 1) return comma;
    comma = commaBefore(items, comma, lowest, classes);
  }
  return -1;
}

/** Commas inside a clause with "whose" before its verb: round a name, behind an age and an office. */
const WHOSE_COMMAS = 6;

/** The last comma before the one at `close`, or −1 where the sentence's end or too much stands between. */
function commaBefore(
  items: readonly Item[],
  close: number,
  lowest: number,
  { comma, stop }: ClauseClasses,
): number {
  for (let at = close - 1; at > Math.max(lowest, close - ASIDE_REACH); at--) {
    const set = items[at]?.set ?? 0;
    if (stop[set] === 1) return -1;
    if (comma[set] === 1) return at;
  }
  return -1;
}

function opensRelative(
  items: readonly Item[],
  comma: number,
  close: number,
  { whose, relative, finiteBe }: ClauseClasses,
): boolean {
  const first = items[comma + 1]?.set ?? 0;
  if (whose[first] !== 1) return relative[first] === 1;
  // "A, whose son B, 22, was shot": the clause has no verb yet.
  const isOpen = (items[close - 1]?.group?.persons.length ?? 0) > 0;
  return !isOpen || items.slice(comma + 3, close).some(({ set }) => finiteBe[set] === 1);
}

/** "Karimzad, a lawyer for the miners, was", "Karimzad, known as the Baker, was": what stands between the commas is said of the name. */
function isNamedBefore(
  items: readonly Item[],
  comma: number,
  close: number,
  classes: ClauseClasses,
): boolean {
  const name = items[comma - 1];
  const before = items[comma - 2];
  if (name?.group?.type !== "person" || close - comma < 2) return false;
  const isOwn =
    before === undefined ||
    classes.comma[before.set] === 1 ||
    classes.stop[before.set] === 1 ||
    classes.time[before.set] === 1 ||
    classes.and[before.set] === 1 ||
    classes.cue[before.set] === 1 ||
    (classes.subordinator[before.set] === 1 && classes.preposition[before.set] !== 1) ||
    classes.that[before.set] === 1;
  const only = items[comma + 1];
  const isListed = close - comma === 2 && (only?.group?.persons.length ?? 0) > 0;
  return isOwn && !isListed && !endsInSubject(items, comma, close, classes);
}

/** "A, survived a shooting in which his driver, B, was killed": behind "in which" B is who was killed. */
function endsInSubject(
  items: readonly Item[],
  comma: number,
  close: number,
  classes: ClauseClasses,
): boolean {
  const last = items[close - 1];
  if ((last?.group?.persons.length ?? 0) === 0) return false;
  const opening = items[close - 2]?.set ?? 0;
  if (classes.whose[items[comma + 1]?.set ?? 0] === 1) return true;
  return (
    close - 2 > comma + 1 &&
    (classes.relative[opening] === 1 ||
      classes.where[opening] === 1 ||
      (classes.subordinator[opening] === 1 && classes.preposition[opening] !== 1))
  );
}

const ASIDE_REACH = 16;

/** Index of the first item to the left of `i` (inclusive) that is not of these classes. */
export function skipLeft(items: readonly Item[], i: number, members: Uint8Array): number {
  let at = i;
  while (at >= 0 && members[items[at]?.set ?? 0] === 1) at--;
  return at;
}

/** The last item before another that belongs to a class, or -1. */
export function previous(
  items: readonly Item[],
  from: number,
  lowest: number,
  members: Uint8Array,
): number {
  for (let i = from; i >= lowest; i--) if (members[items[i]?.set ?? 0] === 1) return i;
  return -1;
}

/** A quotation that opens at an item closes before another. */
export function hasQuoteClose(
  items: readonly Item[],
  open: number,
  limit: number,
  classes: ClauseClasses,
): boolean {
  for (let i = open + 1; i < limit; i++)
    if (classes.quoteClose[items[i]?.set ?? 0] === 1) return true;
  return false;
}

/** The item of the bracket that closes at an item. */
export function openingBefore(
  items: readonly Item[],
  close: number,
  lowest: number,
  classes: ClauseClasses,
): number {
  const open = previous(items, close - 1, lowest, classes.open);
  return open < 0 ? close : open;
}

/** A preposition that is no conjunction stands right before the item or its number: it is no subject. */
export function isPrepositional(
  items: readonly Item[],
  i: number,
  classes: ClauseClasses,
): boolean {
  const isNumber = items[i]?.group === null && classes.quantity[items[i]?.set ?? 0] === 1;
  const before = itemOf(items, isNumber ? skipLeft(items, i - 1, classes.determiner) : i - 1);
  if (before === undefined) return false;
  if (before.entry !== null && classes.endsInPreposition.has(before.entry.words)) return true;
  return classes.preposition[before.set] === 1 && classes.conjunction[before.set] !== 1;
}

/** "after two men were killed": a word that can open a clause does so where its noun stands right before the verb. */
export function opensClause(
  items: readonly Item[],
  i: number,
  start: number,
  classes: ClauseClasses,
): boolean {
  const opener = itemOf(items, i - 1);
  const isOpener =
    classes.subordinator[opener?.set ?? 0] === 1 ||
    classes.endsInSubordinator.has(opener?.entry?.words ?? "");
  if (!isOpener) return false;
  for (let at = i + 1; at < start; at++) {
    const { set } = items[at] as Item;
    if (
      classes.comma[set] === 1 ||
      classes.trigger[set] === 1 ||
      classes.aux[set] === 1 ||
      classes.group[set] === 1
    )
      return false;
  }
  return true;
}

/** "killed six, including five soldiers, and 21 others were hurt": behind ", and" and right before the verb another clause begins. */
export function opensNext(
  items: readonly Item[],
  i: number,
  start: number,
  classes: ClauseClasses,
): boolean {
  return (
    classes.and[items[i - 1]?.set ?? 0] === 1 &&
    classes.comma[items[i - 2]?.set ?? 0] === 1 &&
    i + 1 === start &&
    classes.comma[items[start]?.set ?? 0] !== 1
  );
}

/** "seven fled and |one|, a teacher, was shot", "of whom |two|, both teachers, were shot": how many, and what is said of them between commas. */
function isSomeOfThem(items: readonly Item[], i: number, classes: ClauseClasses): boolean {
  if (classes.comma[items[i + 1]?.set ?? 0] !== 1) return false;
  let close = i + 2;
  while (close < i + ASIDE_REACH && classes.comma[items[close]?.set ?? 0] !== 1) close++;
  let verb = close + 1;
  while (classes.adverb[items[verb]?.set ?? 0] === 1) verb++;
  if (classes.comma[items[close]?.set ?? 0] !== 1 || classes.aux[items[verb]?.set ?? 0] !== 1)
    return false;
  const before = items[i - 1]?.set ?? 0;
  return (
    classes.and[before] === 1 ||
    classes.relative[before] === 1 ||
    classes.of("OFWHOM", "OFTHEM")[before] === 1
  );
}

/** A bare number that no verb follows is no subject ("551 people, 68 of them minors, died"; "wards 3, 5 and 7"). */
export function isStrayNumber(
  items: readonly Item[],
  i: number,
  start: number,
  classes: ClauseClasses,
): boolean {
  const item = items[i] as Item;
  if (item.group !== null || classes.quantity[item.set] !== 1 || i + 1 === start) return false;
  const next = items[i + 1];
  if (next === undefined || opensSecond(items, i, classes)) return false;
  // "and six, among them A, were freed": the number of whom some are named.
  if (classes.comma[next.set] === 1 && classes.including[itemOf(items, i + 2)?.set ?? 0] === 1)
    return false;
  // "The two, aged 24 and 27, were hanged": an article at the head of the clause, and what is said of them between commas.
  if (classes.comma[next.set] === 1 && isDefiniteHead(items, i, classes)) return false;
  if (isSomeOfThem(items, i, classes)) return false;
  return (
    classes.aux[next.set] !== 1 &&
    classes.adverb[next.set] !== 1 &&
    classes.trigger[next.set] !== 1 &&
    classes.relative[next.set] !== 1
  );
}

/** "|The two|, …": with its article it opens the sentence, or what stands behind a stop or "and". */
function isDefiniteHead(items: readonly Item[], i: number, classes: ClauseClasses): boolean {
  if (classes.definite[itemOf(items, i - 1)?.set ?? 0] !== 1) return false;
  const before = itemOf(items, i - 2)?.set ?? null;
  return (
    before === null ||
    [classes.stop, classes.and, classes.quoteOpen].some((members) => members[before] === 1)
  );
}

/** "Five were executed and 20 in Karaj were released": behind "and" and a verb, a number with a preposition begins a clause. */
function opensSecond(items: readonly Item[], i: number, classes: ClauseClasses): boolean {
  const and = skipLeft(items, i - 1, classes.adverb);
  if (classes.and[itemOf(items, and)?.set ?? 0] !== 1) return false;
  if (classes.preposition[itemOf(items, i + 1)?.set ?? 0] !== 1) return false;
  return items
    .slice(Math.max(0, and - SUBJECT_REACH), and)
    .some(
      ({ set }, at, before) =>
        classes.told[set] === 1 && classes.aux[before[at - 1]?.set ?? 0] === 1,
    );
}

/** Right after a verb: its object, not a subject. */
export function isObject(items: readonly Item[], i: number, classes: ClauseClasses): boolean {
  // "A judge who sentenced A to death was shot": whom something does to death is no subject.
  if (classes.of("TODEATH")[items[i + 1]?.set ?? 0] === 1) return true;
  // "beat |my| brother A and killed him": whose he is stands between.
  const isOwned =
    items[i]?.group?.type === "person" &&
    classes.of("POSSP")[items[i - 1]?.set ?? 0] === 1 &&
    classes.and[items[i + 1]?.set ?? 0] === 1;
  const at = skipLeft(items, isOwned ? i - 2 : i - 1, classes.adverb);
  const before = itemOf(items, at);
  if (before === undefined) return false;
  if (isOfWho(items, at, classes)) return true;
  if (classes.cue[before.set] === 1 || hasArticle(items, at, classes)) return false;
  if (isOwned && isUnknownVerb(before, classes)) return true;
  const isVerb = before.entry?.classes.some((name) => VERB_FORMS.has(name)) === true;
  // "convicted of stabbing two women to death": what a charge takes is its object, whatever its verb.
  const charge = itemOf(items, at - 1);
  if (charge !== undefined && classes.accuseOp[charge.set] === 1 && before.entry !== null)
    return classes.preposition[before.set] !== 1 && classes.determiner[before.set] !== 1;
  return isVerb && classes.preposition[before.set] !== 1;
}

/** "After |the killing| two men were held", "After |his arrest| two were": with its article or owner a noun, which has no object. */
export function hasArticle(items: readonly Item[], noun: number, classes: ClauseClasses): boolean {
  const { set } = items[noun] ?? { set: 0 };
  const isGerund = classes.gerund[set] === 1;
  if (!isGerund && classes.of("T.noun")[set] !== 1) return false;
  let at = noun - 1;
  while (classes.of("ADJ")[items[at]?.set ?? 0] === 1) at--;
  const article = itemOf(items, at)?.set ?? 0;
  if (classes.that[article] === 1) return false;
  // "his killing two men" is a deed of his.
  const isOwned = !isGerund && classes.of("POSSP")[article] === 1;
  return isOwned || classes.of("DEF", "INDEF")[article] === 1;
}

/** "hit", "dragged": a word that is no name, time, mark, or word of grammar. */
function isUnknownVerb(
  { set, group, name, period, quantity }: Item,
  classes: ClauseClasses,
): boolean {
  if (group !== null || name !== null || period !== null || quantity !== null) return false;
  return ![
    classes.aux,
    classes.preposition,
    classes.determiner,
    classes.comma,
    classes.and,
    classes.but,
    classes.subordinator,
    classes.conjunction,
    classes.quoteOpen,
    classes.quoteClose,
    classes.stop,
    classes.colon,
    classes.dash,
    classes.relative,
    classes.negation,
  ].some((members) => members[set] === 1);
}

/** "who chased a driver", "who defended A": the verb of the clause with "who", unless it is one of saying ("who said A was held"). */
function isOfWho(items: readonly Item[], at: number, classes: ClauseClasses): boolean {
  const who = itemOf(items, skipLeft(items, at - 1, classes.adverb));
  const verb = items[at];
  if (who === undefined || verb === undefined || verb.group !== null || verb.name !== null)
    return false;
  if (classes.relative[who.set] !== 1 || classes.that[who.set] === 1) return false;
  return ![
    classes.says,
    classes.aux,
    classes.preposition,
    classes.determiner,
    classes.comma,
    classes.time,
    classes.quantity,
    classes.and,
  ].some((members) => members[verb.set] === 1);
}

/** "He was a member of the council and had been released": what the first verb says of the subject is not the subject. */
export function isPredicate(
  items: readonly Item[],
  i: number,
  start: number,
  classes: ClauseClasses,
): boolean {
  const be = skipLeft(items, i - 1, classes.adverb);
  if (classes.be[itemOf(items, be)?.set ?? 0] !== 1 || items[i]?.group?.isIndefinite !== true)
    return false;
  const owner = itemOf(items, be - 1);
  if (owner === undefined || (owner.group === null && owner.name === null)) return false;
  return items.slice(i + 1, start + 1).some(({ set }) => classes.and[set] === 1);
}

const VERB_FORMS: ReadonlySet<string> = new Set([
  "T.part",
  "T.past",
  "T.pres",
  "T.base",
  "T.ing",
  "ATTACKEDV",
  "RAIDV",
]);

/** A word of saying stands within the four items before. */
export function isAfterCue(items: readonly Item[], i: number, classes: ClauseClasses): boolean {
  for (let at = i - 1; at >= Math.max(0, i - 4); at--)
    if (classes.cue[items[at]?.set ?? 0] === 1) return true;
  return false;
}

/** A word in -ed behind a noun, not behind an article, adjective or preposition, is likely the next verb. */
export function isVerbPlace(before: Item, classes: ClauseClasses): boolean {
  return (
    classes.determiner[before.set] !== 1 &&
    classes.preposition[before.set] !== 1 &&
    before.quantity === null
  );
}
