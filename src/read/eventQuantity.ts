/**
 * In: an event with those concerned. Out: how many they are, as an interval, or null where nobody counted them.
 * Never: counts people that nobody counted; adds up what may be told twice.
 */
import type { Note } from "../base/note.ts";
import type { ClaimKind, Quantity } from "../model/claim.ts";
import type { DraftContext } from "./draftContext.ts";
import { type ReadEvent, TAKES_PART } from "./event.ts";
import type { Concerned } from "./referredPerson.ts";
import { type Item, itemOf } from "./items.ts";
import {
  hasClass,
  isCouple,
  isDefinite,
  isForm,
  isKinOf,
  isPluralHead,
  isSingularReference,
} from "./itemReference.ts";
import type { ReadNoteCode } from "./notes.ts";
import { countOf, toQuantity } from "./quantityOf.ts";
import { isOfIncludedOne } from "./namesIncluded.ts";
import type { ReadQuantity } from "./quantityGrammar.ts";
import { TOKEN, type Tokens } from "./tokens.ts";
import { holdsOneOf, isOneOf, isPairOf } from "./wordSets.ts";

function unitAt({ trigger }: ReadEvent, items: readonly Item[], tokens: Tokens): string {
  const { from, to } = items[trigger] as Item;
  return words(tokens, from, to);
}

export function quantityOfEvent(
  event: ReadEvent,
  victims: readonly Item[],
  concerned: Concerned,
  items: readonly Item[],
  per: Quantity["per"],
  context: DraftContext,
  notes: Note[],
): Quantity | null {
  const { tokens } = context;
  const one = victims[0];
  if (one !== undefined && isKinOfEach(one, event, items, context)) {
    notes.push(noteAt("quantity-doubtful", one, tokens));
    return null;
  }
  if (one !== undefined && isOneByVerb(event, victims, items, context))
    return countOf(1, one, tokens, unitOf(one, context));
  if (one !== undefined && victims.length === 1 && isOfIncludedOne(event, one, items, context))
    return countOf(1, one, tokens, null);
  if (one !== undefined && areAlternatives(victims, context)) {
    notes.push(noteAt("quantity-doubtful", one, tokens));
    return null;
  }
  const together = countTogether(victims, context);
  if (together !== null && victims[0] !== undefined) {
    notes.push(noteAt("quantity-summed", victims[0], tokens));
    const units = new Set(victims.map((item) => unitOf(item, context)));
    const unit = units.size === 1 || !context.pack.isVerbFinal ? unitOf(victims[0], context) : null;
    return countOf(together, victims[0], tokens, unit);
  }
  const open = victims
    .slice(0, -1)
    .find((item) => isOpenGroup(item, context) && tokens.form[item.to] !== ",");
  if (open !== undefined && victims[0]?.group?.quantity == null && !TAKES_PART.has(event.kind)) {
    notes.push(noteAt("quantity-doubtful", open, tokens));
    return null;
  }
  // "marched in nine cities": no people.
  const isTaking = TAKES_PART.has(event.kind);
  const taking = isTaking ? itemOf(items, event.agent) : undefined;
  const people = isTaking ? victims.filter(({ group }) => group !== null) : victims;
  for (const item of taking === undefined ? people : [taking]) {
    const whole = concerned.equated?.isPart === true ? item.group?.whole : null;
    const read = whole ?? item.group?.quantity ?? item.quantity;
    if (read === null || read === undefined) continue;
    if (read.row === "quantity.sum" && isLooseSum(event, read)) {
      notes.push(noteAt("quantity-doubtful", item, tokens));
      return null;
    }
    if (read.row === "quantity.sum") notes.push(noteAt("quantity-summed", item, tokens));
    // "two women and three men" are five, but not five women.
    return toQuantity(
      passedOver(read, item, items, context),
      tokens,
      read.row === "quantity.sum" ? null : unitOf(item, context),
      per,
    );
  }
  const counted = itemOf(items, event.count);
  const number = counted?.group?.quantity ?? counted?.quantity ?? null;
  if (number !== null) {
    const passed = passedOver(number, counted as Item, items, context);
    return toQuantity(passed, tokens, unitAt(event, items, tokens), per);
  }
  // "the city's 81st homicide of 2023".
  const nth = counted === undefined ? "" : (tokens.form[counted.from] ?? "");
  if (counted !== undefined && /^\d+(st|nd|rd|th)?$/u.test(nth))
    return countOf(Number.parseInt(nth, 10), counted, tokens, unitAt(event, items, tokens));
  if (!COUNTS_PEOPLE.has(event.kind)) return null;
  const first =
    victims[0] ??
    itemOf(items, event.possessive) ??
    (event.dropped === null ? undefined : items[event.trigger]);
  const antecedent = concerned.antecedent;
  if (antecedent !== null && first !== undefined && !isSomeOf(first, context)) {
    const read = antecedent.group?.quantity ?? null;
    // "Three of them were named. These prisoners …": more than the three.
    if (read !== null && isOfThem(antecedent, context)) return null;
    // "A was held with 17 others. They were freed": the 17, and who was held with them.
    if (read !== null && isInCompany(antecedent, context)) return null;
    // "One of these prisoners was named. These prisoners' execution …": several are more than the one.
    if (read?.max === 1 && areSeveral(first, context)) return null;
    if (read !== null && excepts(items[event.trigger], context)) {
      notes.push(noteAt("quantity-doubtful", first, tokens));
      return null;
    }
    const joined = joinedTo(antecedent, context);
    if (joined.length > 1) {
      const sum = countTogether(joined, context);
      notes.push(noteAt(sum === null ? "quantity-doubtful" : "quantity-summed", first, tokens));
      return sum === null ? null : countOf(sum, first, tokens, null);
    }
    if (read !== null) {
      notes.push(noteAt("quantity-from-antecedent", antecedent, tokens));
      return toQuantity(read, tokens, unitOf(antecedent, context), per);
    }
  }
  if (first === undefined) return null;
  if (event.dropped === "one") return countOf(1, first, tokens, null);
  if (event.dropped === "several") return null;
  if (event.kind === "imminent-execution" && isKinOf(first, context))
    return countOf(1, first, tokens, null);
  const isListed = victims.some((item) => item.group?.hasRest === true);
  if (concerned.equated?.isPart === true) return null;
  if (concerned.persons.length > 0 && !isListed) {
    return countOf(
      new Set(concerned.persons.map((person) => person.name)).size,
      first,
      tokens,
      unitOf(first, context),
    );
  }
  if (hasClass(first, "POSSP"))
    return isSingularReference(first, context) ? countOf(1, first, tokens, null) : null;
  if (first.group === null && event.possessive < 0) {
    const isSingular =
      first.quantity === null &&
      !isOneOf(tokens, first.to - 1, context.pack.wordsIn("UNCOUNTED")) &&
      !isPluralHead(context.tokens.form[first.to - 1] ?? "", context);
    return isSingular ? countOf(1, first, tokens, words(tokens, first.from, first.to)) : null;
  }
  if (first.group?.type === "pronoun" || event.possessive >= 0) {
    return isSingularReference(first, context) ? countOf(1, first, tokens, null) : null;
  }
  if (isCouple(first, context)) return countOf(2, first, tokens, unitOf(first, context));
  if (
    first.group?.type === "noun" &&
    !isPluralHead(first.group.head, context) &&
    !context.pack.wordsIn("UNCOUNTED").has(first.group.head ?? "") &&
    !isOneOf(tokens, first.from, context.pack.wordsIn("UNCOUNTED")) &&
    !areByVerb(event, first, items, context)
  ) {
    return isDefinite(first, context) ||
      first.group.isIndefinite ||
      startsWithDeterminer(first, context) ||
      isHeadline(event, context)
      ? countOf(1, first, tokens, unitOf(first, context))
      : null;
  }
  return null;
}

/** "Those executed |were| Baluch", "Baluch |were| executed": a bare noun beside a verb of several. */
function areByVerb(
  { trigger }: ReadEvent,
  first: Item,
  items: readonly Item[],
  { pack, tokens }: DraftContext,
): boolean {
  const verb = items[trigger];
  if (pack.isVerbFinal || verb === undefined || first.group?.isIndefinite === true) return false;
  const several = pack.wordsIn("PLURALBE");
  const [from, to] = first.from < verb.from ? [first.to, verb.from] : [verb.to, first.from];
  return tokens.form.slice(from, to).some((form) => several.has(form));
}

/** "Nine of them had killed their own husband", where verbs stand last: each had one. */
function isKinOfEach(
  { from, to }: Item,
  { trigger }: ReadEvent,
  items: readonly Item[],
  { pack, tokens, classes }: DraftContext,
): boolean {
  if (!pack.isVerbFinal) return false;
  const own = pack.wordsIn("REFLEXIVE");
  const kin = pack.wordsIn("KINOF");
  const isOwn = isOneOf(tokens, from, own);
  const isKin = isOneOf(tokens, from, kin) && isOneOf(tokens, to, own);
  if (!isOwn && !isKin) return false;
  const many = classes.of("VERBMANY");
  return items.slice(trigger, trigger + 3).some(({ set }) => many[set] === 1);
}

/** "with 17 others", "along with two other men": somebody stands beside those counted. */
function isInCompany({ from, to }: Item, { pack, tokens }: DraftContext): boolean {
  if (pack.isVerbFinal) return false;
  const company = pack.wordsIn("COMPANYW");
  const further = pack.wordsIn("FURTHER");
  const isBeside = isOneOf(tokens, from - 1, company);
  return isBeside && holdsOneOf(tokens, from, to, further);
}

/** "three of them", where verbs stand last. */
function isOfThem({ from, to }: Item, { pack, tokens }: DraftContext): boolean {
  if (!pack.isVerbFinal) return false;
  const parts = pack.wordsIn("OFTHEM");
  for (let at = from; at <= to; at++) if (isPairOf(tokens, at, parts)) return true;
  return false;
}

/** "They were all freed |except| A": fewer than were told before. */
function excepts(verb: Item | undefined, { pack, tokens }: DraftContext): boolean {
  if (verb === undefined || pack.isVerbFinal) return false;
  const words = pack.wordsIn("EXCEPTW");
  const { form } = tokens;
  for (let at = verb.to; at < verb.to + EXCEPT_REACH; at++) {
    if (form[at] === "." || form[at] === ";") return false;
    if (isOneOf(tokens, at, words) || isPairOf(tokens, at, words)) return true;
  }
  return false;
}

/** Tokens between the verb and "except". */
const EXCEPT_REACH = 6;

/** "these prisoners": a noun of several. */
function areSeveral({ group, from, to }: Item, { pack, tokens }: DraftContext): boolean {
  const { words, suffixes, singulars } = pack.plurals;
  if (group?.type !== "noun") return false;
  return tokens.form
    .slice(from, to)
    .some(
      (form) =>
        words.has(form) ||
        (!singulars.has(form) &&
          form.length > PLURAL_LETTERS &&
          suffixes.some((suffix) => form.endsWith(suffix))),
    );
}

/** A form as short as this only looks like a plural. */
const PLURAL_LETTERS = 4;

/** "(that) some members of the gang", "|some of| the attackers": not as many as were told before. */
function isSomeOf({ from, to }: Item, { tokens, pack }: DraftContext): boolean {
  const words = pack.wordsIn("SOMEW");
  const before = `${tokens.form[from - 2] ?? ""} ${tokens.form[from - 1] ?? ""}`;
  if (pack.wordsIn("SOMEOFW").has(before)) return true;
  return holdsOneOf(tokens, from, Math.min(to, from + 2), words);
}

/** "The toll has passed 100", "exceeded 200": above that number. */
function passedOver(
  read: ReadQuantity,
  item: Item,
  items: readonly Item[],
  { tokens, pack, classes }: DraftContext,
): ReadQuantity {
  const word = tokens.form[item.from - 1] ?? "";
  if (read.max === null || read.min !== read.max || read.measure !== "count") return read;
  const next = items.find(({ from }) => from === item.to);
  if (pack.isVerbFinal)
    // "|from| a thousand |beyond| went", where verbs stand last.
    return pack.wordsIn("OFFROMW").has(word) &&
      (isOneOf(tokens, item.to, pack.wordsIn("PASSEDFINALW")) ||
        classes.of("EXCEEDV")[next?.set ?? 0] === 1)
      ? { ...read, max: null, minExclusive: true, qualifier: tokens.form[item.to] ?? word }
      : read;
  if (!pack.wordsIn("PASSEDW").has(word)) return read;
  const verb = items.findLast(({ to }) => to === item.from);
  if (verb === undefined || classes.of("REACH")[verb.set] !== 1) return read;
  return { ...read, max: null, minExclusive: true, qualifier: word };
}

/** "including three women and two youths" or "and at least two children", "ten men and several women": nobody gave the sum, and it may mislead; "five and at least 13" are at least 18. */
function isLooseSum(
  event: ReadEvent,
  { min, max, approximate }: Pick<ReadQuantity, "min" | "max" | "approximate">,
): boolean {
  return (min !== max && approximate) || (event.subsetOf !== null && (max === null || max > 2));
}

/** The number of several groups together, where each is a plain count, named people or one person; else null. */
function countTogether(victims: readonly Item[], context: DraftContext): number | null {
  if (victims.length < 2) return null;
  const named = countOfNamed(victims, context);
  if (named !== undefined) return named;
  let sum = 0;
  // "A, driver and passenger were shot": a verb of several, and nobody else is named.
  const persons = new Set(victims.flatMap(({ group }) => group?.persons ?? []));
  const next = context.tokens.form[victims.at(-1)?.to ?? -1] ?? "";
  const areSeveral = persons.size === 1 && context.pack.wordsIn("SEVERALVERB").has(next);
  for (const [index, item] of victims.entries()) {
    if (isNameOf(item, victims[index - 1], context)) continue;
    if (isApposedPair(item, victims[index - 1], context)) continue;
    if (!areSeveral && isRoleOf(item, victims, context)) continue;
    if (isKinOfNext(item, victims[index + 1], context)) continue;
    // "A teacher and |two pupils named A and B|": where verbs stand last, a list that closes the row counts its own.
    const closes = context.pack.isVerbFinal && index === victims.length - 1;
    if (item.group?.type === "list" && isStated(item.group.quantity) && !closes) return null;
    const count = plainCount(item, context);
    if (count === null) return null;
    sum += count;
  }
  // As many as are named there are at the least.
  return Math.max(sum, persons.size);
}

/**
 * "|Two of these teachers|, A and B, …", where verbs stand last: the names behind the comma are theirs. Null where there are more or fewer
 * names than people, undefined where nobody is named so.
 */
function countOfNamed(
  [first, ...others]: readonly Item[],
  { pack, tokens }: DraftContext,
): number | null | undefined {
  const read = first?.group?.quantity ?? null;
  if (!pack.isVerbFinal || first === undefined || read === null || !isStated(read))
    return undefined;
  if ((first.group?.persons.length ?? 0) > 0 || tokens.form[first.to] !== ",") return undefined;
  if (others[0]?.from !== first.to + 1 || read.min === null || read.min !== read.max)
    return undefined;
  const isNamed = ({ group }: Item): boolean => (group?.persons.length ?? 0) > 0;
  if (!others.every(isNamed)) return undefined;
  const names = others.flatMap(({ group }) => group?.persons ?? []).length;
  if (names === read.min) return read.min;
  return isOneOf(tokens, first.from + 2, pack.wordsIn("AZ")) ? null : undefined;
}

/** "Two persons or three": nobody said five. */
function areAlternatives(victims: readonly Item[], { tokens, pack }: DraftContext): boolean {
  const or = pack.wordsIn("ORW");
  return victims.some(({ from }, index) => index > 0 && isOneOf(tokens, from - 1, or));
}

/** "Behnam, a teacher and father of two, was hanged": whom the verb speaks of as one is one, whatever the words for him. */
function isOneByVerb(
  event: ReadEvent,
  victims: readonly Item[],
  items: readonly Item[],
  context: DraftContext,
): boolean {
  const { pack, tokens, classes } = context;
  const last = victims.at(-1);
  if (pack.isVerbFinal) return isOneOfTwoNouns(event, victims, items, context);
  if (last === undefined || (victims.length < 2 && !isSum(last))) return false;
  if (victims.some(({ group, quantity }) => isStated(group?.quantity ?? quantity))) return false;
  // "A, along with B, was hanged": the verb goes with the first alone.
  if (new Set(victims.flatMap(({ group }) => group?.persons ?? [])).size > 1) return false;
  if (holdsOther(victims, context)) return false;
  const verbs = pack.wordsIn("ONEVERB");
  // "|is| believed to have died": the first of them agrees with the subject.
  let first: Item | null = null;
  for (let at = event.trigger; at > Math.max(0, event.trigger - VERB_REACH); at--) {
    const item = items[at] as Item;
    if (item.from < last.to || classes.comma[item.set] === 1 || classes.relative[item.set] === 1)
      break;
    if (classes.aux[item.set] === 1 || isOneOf(tokens, item.from, verbs)) first = item;
  }
  return first !== null && isOneOf(tokens, first.from, verbs);
}

/** "The poet and writer was held", where verbs stand last: two words for what somebody is, and a verb of one. */
function isOneOfTwoNouns(
  { trigger }: ReadEvent,
  victims: readonly Item[],
  items: readonly Item[],
  { pack, classes, tokens }: DraftContext,
): boolean {
  if (victims.length !== 2) return false;
  const roles = pack.wordsIn("ROLEONEW");
  const isRole = ({ group, from }: Item): boolean =>
    group?.type === "noun" &&
    group.quantity === null &&
    group.persons.length === 0 &&
    roles.has(group.head ?? "") &&
    !isOneOf(tokens, from, pack.wordsIn("INDEF"));
  if (!victims.every(isRole)) return false;
  const verb = items
    .slice(trigger, trigger + 3)
    .find(({ set }) => classes.verbEnd[set] === 1 || classes.of("PASSV")[set] === 1);
  return verb !== undefined && classes.of("VERBMANY")[verb.set] !== 1;
}

/** "a man and a woman was hanged", "A, his wife and a child was killed": whoever has an article of their own is another. */
function holdsOther(victims: readonly Item[], { pack, tokens }: DraftContext): boolean {
  const first = victims[0];
  const last = victims.at(-1);
  if (first === undefined || last === undefined) return false;
  const start = first.group?.persons.length === 1 ? first.to + 1 : first.from;
  for (let at = start + 1; at < last.to; at++) {
    const form = tokens.form[at] ?? "";
    const before = tokens.form[at - 1] ?? "";
    const isJoint = before === "," || pack.wordsIn("CONJ").has(before);
    if (isJoint && ["INDEF", "POSSSG", "POSSPL"].some((name) => pack.wordsIn(name).has(form)))
      return true;
  }
  return first.group?.persons.length === 1 && isOneOf(tokens, start, pack.wordsIn("POSSSG"));
}

/** Items between a verb and its auxiliary. */
const VERB_REACH = 8;

function isSum({ group }: Item): boolean {
  return group?.quantity != null && !isStated(group.quantity);
}

/** "the bride's parents and four children": nobody says how many the first are, so the second number is not that of all. */
function isOpenGroup({ group }: Item, context: DraftContext): boolean {
  return (
    group?.type === "noun" &&
    group.persons.length === 0 &&
    group.quantity === null &&
    isPluralHead(group.head, context)
  );
}

/** "her husband, the unionist Karim Zand, and both her brothers": the name behind the comma is the husband's. */
function isNameOf(item: Item, before: Item | undefined, context: DraftContext): boolean {
  const group = before?.group ?? null;
  return (
    before !== undefined &&
    group?.type === "noun" &&
    group.persons.length === 0 &&
    group.quantity === null &&
    !group.isIndefinite &&
    item.group?.persons.length === 1 &&
    item.from <= before.to + 2 &&
    context.tokens.form[before.to] === ","
  );
}

/** "a man and a woman", "a guard and two prisoners": people of their own, no words for somebody named. */
function holdsAnybody({ from, to, group }: Item, { pack, tokens }: DraftContext): boolean {
  if ((group?.quantity?.min ?? 0) > 2) return true;
  const anybody = pack.wordsIn("ANYONEN");
  return holdsOneOf(tokens, from, to, anybody);
}

/** "Father and son A and B": the first word is what one of the two named is to the other. */
function isKinOfNext(item: Item, next: Item | undefined, { pack, tokens }: DraftContext): boolean {
  const kin = pack.wordsIn("KINONE");
  return (
    next?.group?.type === "list" &&
    next.group.persons.length === 2 &&
    item.to - item.from <= 2 &&
    next.from === item.to + 1 &&
    isOneOf(tokens, item.to - 1, kin) &&
    isOneOf(tokens, next.from, kin)
  );
}

/** "Behnam, a teacher and a poet, and Arman": between commas behind a name, the words for him. */
function isApposedPair(item: Item, before: Item | undefined, context: DraftContext): boolean {
  const { form } = context.tokens;
  return (
    before?.group?.persons.length === 1 &&
    item.from <= before.to + 1 &&
    form[item.from - 1] === "," &&
    form[item.to] === "," &&
    item.group?.persons.length === 0 &&
    isSum(item) &&
    isForm(item, "INDEF", context) &&
    !holdsAnybody(item, context)
  );
}

/** "A, |lawyer| and |human rights activist|", "|politician|, |lawyer| and writer A": nouns for one, without an article, are words for the one named. */
function isRoleOf(item: Item, victims: readonly Item[], context: DraftContext): boolean {
  const { group } = item;
  const named = victims.filter((one) => (one.group?.persons.length ?? 0) > 0);
  const [bearer] = named;
  if (named.length !== 1 || bearer === undefined || bearer === item) return false;
  // "A and a man known as B" are two.
  const isAhead = item.from < bearer.from;
  if (bearer.group?.persons.length !== 1 || (isAhead && startsWithDeterminer(bearer, context)))
    return false;
  if (context.pack.isVerbFinal || group?.type !== "noun" || group.persons.length > 0) return false;
  if (isForm(item, "KINONE", context)) return false;
  return (
    !startsWithDeterminer(item, context) &&
    !isForm(item, "DEF", context) &&
    plainCount(item, context) === 1
  );
}

/** "Six people, A, B, two women and a boy": the number before a list is that of all who follow. */
export function isStated(read: ReadQuantity | null): boolean {
  return read !== null && read.row !== "quantity.named" && read.row !== "quantity.sum";
}

function plainCount(item: Item, context: DraftContext): number | null {
  const { group } = item;
  if (group === null) return null;
  if (group.quantity !== null)
    return group.quantity.min !== null &&
      group.quantity.min === group.quantity.max &&
      !group.quantity.approximate
      ? group.quantity.min
      : null;
  if (group.persons.length > 0)
    return group.hasRest ? null : new Set(group.persons.map(({ name }) => name)).size;
  return group.type === "noun" &&
    !isPluralHead(group.head, context) &&
    !context.pack.wordsIn("UNCOUNTED").has(group.head ?? "")
    ? 1
    : null;
}

export function noteAt(code: ReadNoteCode, item: Item, tokens: Tokens): Note {
  return {
    code,
    level: "info",
    span: { start: tokens.start[item.from] ?? 0, end: tokens.end[item.to - 1] ?? 0 },
  };
}

function isHeadline(event: ReadEvent, context: DraftContext): boolean {
  return event.sentence === 0 || context.readings[event.sentence]?.sentence.opensBlock === true;
}

function startsWithDeterminer(item: Item, context: DraftContext): boolean {
  return (
    isForm(item, "POSSSG", context) ||
    isForm(item, "POSSPL", context) ||
    isForm(item, "INDEF", context)
  );
}

const COUNTS_PEOPLE: ReadonlySet<ClaimKind> = new Set([
  "execution",
  "death-sentence",
  "imminent-execution",
  "killing",
  "injury",
  "death-in-custody",
  "arrest",
  "torture",
  "enforced-disappearance",
  "corporal-punishment",
  "stay",
  "clemency",
  "release",
]);

function unitOf(item: Item, context: DraftContext): string | null {
  const { tokens } = context;
  const unit = item.group?.unit;
  if (item.group === null && item.quantity !== null) return unitAfter(item, context);
  return unit == null ? null : words(tokens, unit[0], unit[1]);
}

/** The word behind a number, where it can be what is counted: no preposition, verb or pronoun. */
export function unitAfter(
  { to }: Item,
  { tokens, pack }: Pick<DraftContext, "tokens" | "pack">,
): string | null {
  if (tokens.kind[to] !== TOKEN.word) return null;
  const classes = pack.lexicon.match(tokens, to, to + 1)?.classes ?? [];
  return classes.some((name) => NO_UNIT.has(name)) ? null : words(tokens, to, nameEnd(tokens, to));
}

/** "two Revolutionary Guards": a name of several words is counted whole, never by its first word. */
function nameEnd(tokens: Tokens, at: number): number {
  let to = at + 1;
  while (isCapital(tokens, to - 1) && tokens.kind[to] === TOKEN.word && isCapital(tokens, to)) to++;
  return to;
}

function isCapital({ text, start }: Tokens, at: number): boolean {
  const letter = text.charAt(start[at] ?? text.length);
  return letter !== letter.toLowerCase();
}

/** Classes of words that cannot be counted. */
const NO_UNIT: ReadonlySet<string> = new Set([
  "BE",
  "HAVE",
  "MOD",
  "PREP",
  "CONJ",
  "DET",
  "NEG",
  "PRON",
  "REL",
  "WHERE",
  "WHO",
  "THAT",
  "ADV",
  "TO",
  "CUE.say",
  "CUE.record",
  "T.past",
  "T.part",
  "T.base",
]);

function words(tokens: Tokens, from: number, to: number): string {
  return tokens.text.slice(tokens.start[from], tokens.end[to - 1]);
}

/** A recurring time beside the event makes its number a rate ("two million people … each year"). */
export function perOf(
  items: readonly Item[],
  event: ReadEvent,
  isVerbFinal = false,
): Quantity["per"] {
  // "Daily nine people are hanged": where verbs stand last, right before the number.
  const [first = 0] = event.victims;
  const before = first < event.trigger ? itemOf(items, first - 1)?.period : undefined;
  if (isVerbFinal && before?.kind === "recurring" && before.per !== null) return before.per;
  for (let i = event.from; i < Math.min(items.length, event.to + 1); i++) {
    const period = items[i]?.period;
    // "Seven people a day were hanged": right behind those who are counted.
    const isBehind = i >= event.trigger || i === (event.victims[0] ?? i) + 1;
    if (period?.kind === "recurring" && period.per !== null && isBehind) return period.per;
  }
  return null;
}

/** "Three women and four men were held. These people …": what stands counted beside it behind "and" belongs to it. */
function joinedTo(item: Item, { readings, classes }: DraftContext): readonly Item[] {
  const items = readings.find(({ items: own }) => own.includes(item))?.items ?? [];
  const at = items.indexOf(item);
  const next = items[at + 2];
  const isJoined = next?.group?.quantity != null && next.group.type === "counted";
  if (item.group?.type !== "counted" || !isJoined || classes.and[items[at + 1]?.set ?? 0] !== 1)
    return [item];
  return [item, next];
}
