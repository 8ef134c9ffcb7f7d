/**
 * In: a pronoun or a dropped subject. Out: the person it refers to, as far as that is safe.
 * Never: refers to a speaker, a relative or one of two alike.
 */
import type { ClaimKind } from "../model/claim.ts";
import { hasRival } from "./antecedentGroups.ts";
import { findSingular, GRAVE } from "./antecedents.ts";
import { isBesideTold } from "./bondOf.ts";
import type { Equated } from "./equated.ts";
import type { DraftContext } from "./draftContext.ts";
import type { ReadEvent } from "./event.ts";
import type { NameMatch } from "./findNames.ts";
import { hasClass, isForm, isOfficer, isPluralHead } from "./itemReference.ts";
import { skipLeft } from "./clauseOpenings.ts";
import { type Item, itemOf } from "./items.ts";
import type { SentenceReading, Speech } from "./speech.ts";
import { namesWithin } from "./nameScopes.ts";
import { pluralGroup } from "./referredGroup.ts";
import {
  isBehindUnnamed,
  isNoVictim,
  isOfOtherAge,
  isOfUnnamed,
  lastWord,
} from "./referredUnnamed.ts";
import { isMurdered, isWronged, isWrongedInFront } from "./referredWronged.ts";
import { selfOfKin } from "./selfOfKin.ts";
import { isOfBond, namedBehindSpeaker, speakerHimself } from "./behindSpeaker.ts";
import { speechesAround } from "./speechIndex.ts";
import { isOfUnknownHead } from "./subjectFinal.ts";
import { holdsOneOf, isOneOf, isPairOf } from "./wordSets.ts";

export type Concerned = {
  readonly persons: readonly NameMatch[];
  /** A group found elsewhere that a pronoun stands for. */
  readonly antecedent: Item | null;
  /** The person is whom a pronoun means. */
  readonly isReferred: boolean;
  /** Who is set equal to those concerned, or put among them. */
  readonly equated?: Equated;
};

/** Nobody is named. */
export const NOBODY: Concerned = { persons: [], antecedent: null, isReferred: false };

const knownSpeakers = new WeakMap<readonly Speech[], ReadonlySet<number>>();

/** The item begins with who says something. */
export function isSpeaker({ from }: Item, { speeches }: DraftContext): boolean {
  const known =
    knownSpeakers.get(speeches) ?? new Set(speeches.map(({ speaker }) => speaker.range[0]));
  knownSpeakers.set(speeches, known);
  return known.has(from);
}

/** Another group with a word such as "other" may be meant as well. */
export function isUnsure(
  antecedent: Item,
  event: ReadEvent,
  { readings, tokens, pack }: DraftContext,
) {
  const further = pack.wordsIn("FURTHER");
  return hasRival(readings, event.sentence, antecedent, ({ from, to }) => {
    for (let at = from; at < to; at++) if (isOneOf(tokens, at, further)) return true;
    return false;
  });
}

/** Whom a verb without a subject goes on about. */
export function resolveDropped(
  event: ReadEvent,
  reading: SentenceReading,
  context: DraftContext,
): Concerned {
  const trigger = reading.items[event.trigger];
  if (trigger === undefined) return NOBODY;
  if (event.dropped === "several") {
    const group = pluralGroup(event, trigger, context, () => false);
    return { ...group, isReferred: false };
  }
  if (context.pack.isVerbFinal) {
    if (followsAnother(trigger, reading.items, context)) return NOBODY;
    if (isOfUnknownHead(reading.items, event.trigger, context.classes)) return NOBODY;
    if (isOfKinsNoun(reading.items, event.trigger, context)) return NOBODY;
    if (isOfNoOne(reading.items, event.trigger, context)) return NOBODY;
    if (isOfExtraposed(reading.items, event.trigger, context)) return NOBODY;
  }
  const name = findReferred(event, trigger, null, context);
  return { persons: name === null ? [] : [name], antecedent: null, isReferred: name !== null };
}

/** "|Nobody| in the prisons was tortured", "somebody was held": the subject is told, and is none of those named. */
function isOfNoOne(
  items: readonly Item[],
  trigger: number,
  { classes, tokens, pack }: DraftContext,
): boolean {
  const someone = pack.wordsIn("SOMEONEW");
  for (let at = trigger - 1; at >= 0; at--) {
    const { set, from } = items[at] as Item;
    const isSomeone = classes.of("NOONE")[set] === 1 || isOneOf(tokens, from, someone);
    // "|without| any evidence": no subject.
    const before = itemOf(items, at - 1);
    if (isSomeone && (before === undefined || classes.preposition[before.set] !== 1)) return true;
    if (classes.verbEnd[set] === 1 || classes.relative[set] === 1 || classes.stop[set] === 1)
      return false;
  }
  return false;
}

/** "A |a son| had who was killed", "A plays |a prisoner| who was hanged", where the clause stands behind the verb: of the son, not of A. */
function isOfExtraposed(
  items: readonly Item[],
  trigger: number,
  { classes, tokens, pack }: DraftContext,
): boolean {
  const isVerb = (at: number): boolean => classes.verbEnd[items[at]?.set ?? 0] === 1;
  let that = trigger - 1;
  while (that > 0 && classes.relative[items[that]?.set ?? 0] !== 1) {
    if (isVerb(that) || classes.stop[items[that]?.set ?? 0] === 1) return false;
    that--;
  }
  const verb = classes.comma[items[that - 1]?.set ?? 0] === 1 ? that - 2 : that - 1;
  const told = items[verb]?.set ?? 0;
  // "A was the man who was hanged": he is A.
  if (that < 2 || !isVerb(verb) || classes.says[told] === 1 || classes.be[told] === 1) return false;
  const nouns = pack.wordsIn("INDEFNOUNW");
  for (let at = verb - 1; at >= 0; at--) {
    const item = items[at] as Item;
    const { set, group } = item;
    if (isVerb(at) || classes.stop[set] === 1 || classes.relative[set] === 1) return false;
    const isNoun = group?.type === "noun" && group.persons.length === 0;
    if (isNoun && (group.isIndefinite || group.quantity?.max === 1)) return true;
    if (isOneOf(tokens, item.from, nouns) || isPairOf(tokens, item.from, nouns)) return true;
  }
  return false;
}

/** "A is the father of a young man who was killed", where the clause stands behind the copula: of the young man, not of A. */
function isOfKinsNoun(
  items: readonly Item[],
  trigger: number,
  { classes, tokens, pack }: DraftContext,
): boolean {
  let at = trigger - 1;
  while (at > 1 && classes.relative[items[at]?.set ?? 0] !== 1) {
    if (classes.verbEnd[items[at]?.set ?? 0] === 1) return false;
    at--;
  }
  const noun = items[at - 2];
  if (noun?.group?.type !== "noun" || classes.verbEnd[items[at - 1]?.set ?? 0] !== 1) return false;
  return noun.to - noun.from > 1 && isOneOf(tokens, noun.from, pack.wordsIn("KINOF"));
}

/** Whom "he", "his" or "the prisoner" means in an event; never the one who does it. */
export function referredPerson(
  event: ReadEvent,
  item: Item,
  { items }: SentenceReading,
  context: DraftContext,
): NameMatch | null {
  const self = selfOfKin(item, items, context);
  if (self !== undefined) return self;
  if (isSetApart(event, item, items, context) || isSaidWho(item, items, context)) return null;
  const agents = itemOf(items, event.agent)?.group?.persons ?? [];
  const isObject = item.from > (items[event.trigger]?.from ?? 0);
  if (context.pack.isVerbFinal && followsAnother(item, items, context)) return null;
  const not = isObject
    ? (agents[0] ?? subjectBefore(event, items, context))
    : doerBefore(item, items, context);
  const found = findReferred(event, item, not?.name ?? null, context);
  if (found !== null && isObject && isWithDoer(event, found, items, context)) return null;
  if (found !== null && isOwnQuotation(item, found, context)) return null;
  if (found !== null && isUntoldAccused(item, found, context)) return null;
  if (found !== null && isBystander(item, event.kind, found, context)) return null;
  if (found !== null && isOfOffice(item, found, context)) return null;
  if (found !== null && isApartFrom(item, found, context)) return null;
  if (found !== null && isOfUnnamed(event, item, found, context)) return null;
  if (found !== null && isWronged(event, item, found, items, context)) return null;
  if (found !== null && isBehindUnnamed(event, item, found, context)) return null;
  if (found !== null && isNoVictim(event, item, found, context)) return null;
  if (found !== null && isOfOtherAge(item, found, context)) return null;
  if (found !== null && isWrongedInFront(event, item, found, context)) return null;
  return found !== null && isDoerBehind(found, item, items, context) ? null : found;
}

/** "“They beat him,” A said": in a quotation "he" is not who speaks it. */
function isOwnQuotation(
  { from, group }: Item,
  { name }: NameMatch,
  { speeches }: DraftContext,
): boolean {
  if (group?.type !== "pronoun") return false;
  return speechesAround(from, speeches).some(
    ({ speaker, quotes }) =>
      speaker.source !== null &&
      // "Rad said", where two of them bear the name: either may speak.
      ` ${name}`.endsWith(` ${speaker.source}`) &&
      quotes.some((quote) => quote.from <= from && from < quote.to),
  );
}

/** "|A| and his son stabbed a man and killed him": whoever is joined to the one who does it is not "him". */
function isWithDoer(
  { agent }: ReadEvent,
  { name }: NameMatch,
  items: readonly Item[],
  { pack, classes }: DraftContext,
): boolean {
  if (pack.isVerbFinal || classes.and[itemOf(items, agent - 1)?.set ?? 0] !== 1) return false;
  return itemOf(items, agent - 2)?.group?.persons.some((one) => one.name === name) === true;
}

/** "The man hanged |was another|", "was not A": who he is told to be is somebody else. */
function isSetApart(
  { trigger }: ReadEvent,
  { group, from }: Item,
  items: readonly Item[],
  { pack, classes, tokens }: DraftContext,
): boolean {
  if (pack.isVerbFinal || group?.type !== "noun" || from > (items[trigger]?.from ?? 0))
    return false;
  const be = items.findIndex(({ set }, at) => at > trigger && classes.aux[set] === 1);
  if (be < 0 || be > trigger + PREDICATE_REACH) return false;
  const { from: first, to } = items[be] as Item;
  const others = pack.wordsIn("SOMEELSEW");
  return holdsOneOf(tokens, first, to + 3, others);
}

/** "|the man| who tried to rape her": the clause right behind says who it is. */
function isSaidWho(item: Item, items: readonly Item[], { pack, classes }: DraftContext): boolean {
  if (pack.isVerbFinal || item.group?.type !== "noun") return false;
  return classes.relative[items[items.indexOf(item) + 1]?.set ?? 0] === 1;
}

/** Items between a participle and what those it tells of are said to be ("hanged in Karun on Monday was another"). */
const PREDICATE_REACH = 5;

/** "A was to be hanged, but |B| forgave him": who does it is not "him". */
function subjectBefore(
  { trigger }: ReadEvent,
  items: readonly Item[],
  { pack, classes }: DraftContext,
): NameMatch | undefined {
  if (pack.isVerbFinal) return undefined;
  const persons = items[skipLeft(items, trigger - 1, classes.adverb)]?.group?.persons ?? [];
  return persons.length === 1 ? persons[0] : undefined;
}

/** What is told of somebody who is accused; who was hurt, tortured or freed is not "the accused" of the next sentence. */
const OF_ACCUSED: ReadonlySet<ClaimKind> = new Set([
  "arrest",
  "death-sentence",
  "imminent-execution",
  "execution",
]);

/** "A was the lawyer. The accused was sentenced": the accused is somebody of whom the report told, not whoever is named. */
function isUntoldAccused(
  { group }: Item,
  { name }: NameMatch,
  { pack, told }: DraftContext,
): boolean {
  if (!pack.wordsIn("BAREDEFW").has(group?.head ?? "")) return false;
  const own = told.filter((one) => one.name.name === name);
  return own.length === 0 || !own.every(({ kind, isDoer }) => isDoer || OF_ACCUSED.has(kind));
}

/** "By A this sentence was passed. This soldier …", "A, the brother of this prisoner, … . This prisoner …": the noun means another than A. */
function isApartFrom(item: Item, { from, titleFrom }: NameMatch, context: DraftContext): boolean {
  const { pack, tokens, readings } = context;
  const { form } = tokens;
  if (!pack.isVerbFinal || item.group?.type !== "noun") return false;
  if (isAgent({ from, titleFrom }, context)) return true;
  const own = readings.find(({ sentence: one }) => one.from <= from && from < one.to)?.sentence;
  if (own === undefined || item.from < own.to) return false;
  const phrase = form.slice(item.from, Math.min(item.to, item.from + 2));
  if (phrase.length < 2) return false;
  for (let at = own.from + 1; at < own.to; at++) {
    if (!phrase.every((word, i) => form[at + i] === word)) continue;
    const before = form[at - 1] ?? "";
    if (pack.wordsIn("KINOF").has(before) || pack.wordsIn("RELATEDW").has(before)) return true;
  }
  return false;
}

/** "The court |under A| sentenced him", "|by A|", where verbs stand last: A does it. */
function isAgent(
  { from, titleFrom }: Pick<NameMatch, "from" | "titleFrom">,
  { pack, tokens }: DraftContext,
): boolean {
  return (
    pack.isVerbFinal && isOneOf(tokens, Math.min(from, titleFrom) - 1, pack.wordsIn("AGENTOFW"))
  );
}

/**
 * "For support of A |she| was held", "at the burial of A |her| they held", where verbs stand last: whoever is named in the clause of a
 * pronoun, with no comma between, is not whom it means. "A met her, and then |she| was hanged": nor, where somebody dies, who does something with another "her".
 */
function isInOwnClause(
  name: NameMatch,
  item: Item,
  { sentence, kind }: Pick<ReadEvent, "sentence" | "kind">,
  context: DraftContext,
): boolean {
  const { classes, pack, readings } = context;
  const items = readings[sentence]?.items ?? [];
  const pronoun = items.indexOf(item);
  const at = items.findIndex(({ from, to }) => from <= name.from && name.from < to);
  if (!pack.isVerbFinal || at < 0 || at >= pronoun || !isForm(item, "PRONSG", context))
    return false;
  // "Agents went to the house of A her to arrest": whose house it is.
  const first = Math.min(name.from, name.titleFrom);
  if (holdsOneOf(context.tokens, first - HOME_REACH, first, pack.wordsIn("HOMEOFW"))) return false;
  const isObject = classes.object[items[pronoun + 1]?.set ?? 0] === 1;
  let isOther = false;
  for (let k = at + 1; k < pronoun; k++) {
    const one = items[k] as Item;
    const isEnd =
      classes.verbEnd[one.set] === 1 ||
      classes.relative[one.set] === 1 ||
      classes.be[one.set] === 1 ||
      classes.subordinator[one.set] === 1;
    if (isEnd || isOneOf(context.tokens, one.from, pack.wordsIn("COMMAW")))
      return isOther && GRAVE[kind] !== undefined;
    if (isForm(one, "PRONSG", context)) isOther = true;
  }
  return isObject || at === pronoun - 1;
}

/** Why a name is not whom a pronoun means. */
type Bar = "clause" | "office";

function barOf(
  name: NameMatch,
  item: Item,
  { sentence, kind }: Pick<ReadEvent, "sentence" | "kind">,
  context: DraftContext,
): Bar | null {
  const own = context.readings[sentence]?.sentence;
  // "A was the judge. He was hanged": A, of whom the sentence before is.
  if (own === undefined || name.from < own.from) return null;
  const isTold = context.told.some((one) => !one.isDoer && one.name.name === name.name);
  if (!isTold && isInOffice(name, context)) return "office";
  return isInOwnClause(name, item, { sentence, kind }, context) ? "clause" : null;
}

/** With a name of the clause barred, one told of before is meant only where he is nobody freed since, and a death was to come where one is told. */
function isToldOfSuch(
  { name }: NameMatch,
  kind: ClaimKind,
  barred: readonly Bar[],
  { told }: DraftContext,
): boolean {
  const own = told.filter((one) => !one.isDoer && one.name.name === name);
  const last = own.at(-1);
  if (last !== undefined && SPARING.has(last.kind)) return false;
  const family = barred.includes("clause") ? GRAVE[kind] : undefined;
  return family === undefined || own.some((one) => family.has(one.kind));
}

/** What frees somebody, or keeps him from harm. */
export const SPARING: ReadonlySet<ClaimKind> = new Set(["clemency", "stay", "release"]);

/** Tokens from "house" to whose it is ("the house of the father of A"). */
const HOME_REACH = 3;

/**
 * "The court under A him sentenced", "the head of the court, A, him …", "A the judge …", "by what his lawyer A said he …", where verbs
 * stand last: the words beside a name bring in somebody of an office, or who has to do with another.
 */
function isInOffice(name: NameMatch, context: DraftContext): boolean {
  const { pack, tokens } = context;
  if (!pack.isVerbFinal) return false;
  if (isAgent(name, context)) return true;
  const { form } = tokens;
  const first = Math.min(name.from, name.titleFrom);
  if (isOneOf(tokens, first - 1, pack.wordsIn("OFFICEBESIDEW"))) return true;
  if (isOneOf(tokens, first - 1, pack.wordsIn("HISOFFICEW"))) return true;
  const isComma = (at: number): boolean => isOneOf(tokens, at, pack.wordsIn("COMMAW"));
  const behind = isComma(name.to) ? name.to + 1 : name.to;
  // "A, the former head of the council": no office that A holds.
  if (isOneOf(tokens, behind + 1, pack.wordsIn("OUTOFOFFICE"))) return false;
  if (isOneOf(tokens, behind, pack.wordsIn("OFFICEBESIDEW"))) return true;
  // "By order of the judge, A was taken": the comma ends an adjunct, unless another closes the name.
  if (!isComma(first - 1) || !isComma(name.to)) return false;
  for (let at = first - 2; at > first - 2 - OFFICE_REACH && at >= 0; at--) {
    if (isComma(at) || STOPS.has(form[at] ?? "")) return false;
    if (isOneOf(tokens, at, pack.wordsIn("OFFICEBESIDEW"))) return true;
  }
  return false;
}

/** Tokens of an office that a comma parts from the name ("the head of branch 15 of the court, A"). */
const OFFICE_REACH = 7;
const STOPS: ReadonlySet<string> = new Set([".", "!", "?", "؟", "\n"]);

/** By a noun, or where somebody dies: whom the report brings in by an office or as a relative only. */
function isBystander(
  { from, to, group }: Item,
  kind: ClaimKind,
  name: NameMatch,
  { told, tokens, pack }: DraftContext,
): boolean {
  const isNoun = group?.type === "noun";
  if (!isNoun && GRAVE[kind] === undefined) return false;
  if (told.some((one) => one.name.name === name.name)) return false;
  return isBesideTold({ from, to, isNoun }, name, { tokens, pack });
}

/** "Guards shot A. The officer was held", "A died in an accident. The driver was held": somebody else, unless the report calls A so. */
function isOfOffice(
  { group }: Item,
  { name }: NameMatch,
  { pack, tokens, names, told }: DraftContext,
): boolean {
  const head = lastWord(group?.head ?? null) ?? "";
  if (pack.isVerbFinal || group?.type !== "noun" || !pack.wordsIn("DOERNOUNW").has(head))
    return false;
  if (told.some((one) => one.isDoer && one.name.name === name)) return false;
  return !names.some((one) => one.name === name && calls(head, one, tokens.form));
}

/** The noun stands right before the name, or behind it between commas. */
function calls(head: string, { titleFrom, from, to }: NameMatch, form: readonly string[]): boolean {
  if (form.slice(Math.max(0, titleFrom - 2), from).includes(head)) return true;
  for (let at = to; form[to] === "," && at < to + NOUN_REACH; at++) {
    if (form[at] === ".") return false;
    if (form[at] === head) return true;
  }
  return false;
}

/** Tokens from a name to the noun that says what somebody is. */
const NOUN_REACH = 6;

/** "The wife of A was beaten with a cable by B": who stands behind "by" in the sentence does it. */
function isDoerBehind(
  { from, titleFrom }: NameMatch,
  item: Item,
  items: readonly Item[],
  { pack, tokens }: DraftContext,
): boolean {
  if (from < item.to || from >= (items.at(-1)?.to ?? 0)) return false;
  return isOneOf(tokens, Math.min(from, titleFrom) - 1, pack.wordsIn("BYW"));
}

/** "The other prisoner's identity is not known, but he too was sentenced": another than the one named before. */
function followsAnother(
  item: Item,
  items: readonly Item[],
  { pack, tokens }: DraftContext,
): boolean {
  const further = pack.wordsIn("FURTHER");
  const at = items.indexOf(item);
  return items.slice(0, at).some(({ from, to, group }, index) => {
    if (group === null || group.type === "pronoun" || group.persons.length > 0) return false;
    const behind = items[index + 1];
    for (let token = from; token < (behind?.to ?? to); token++)
      if (isOneOf(tokens, token, further)) return true;
    return false;
  });
}

/** "Judge A … him to death sentenced": where a mark says that "him" is the object, who opens the sentence does it. */
function doerBefore(
  item: Item,
  items: readonly Item[],
  { classes }: DraftContext,
): NameMatch | undefined {
  const next = items[items.indexOf(item) + 1];
  if (next === undefined || classes.object[next.set] !== 1) return undefined;
  const persons = items[0]?.group?.persons ?? [];
  return persons.length === 1 && items[0] !== item ? persons[0] : undefined;
}

/** The person whom a pronoun or a definite noun means, other than `not`; null where it is not certain. */
export function findReferred(
  { sentence, kind }: ReadEvent,
  item: Item,
  not: string | null,
  context: DraftContext,
): NameMatch | null {
  const { readings, speakerNames: speakers, told, sexes } = context;
  if (isForm(item, "REFLEXIVE", context)) {
    if (context.pack.isVerbFinal) return personBeside(item, readings[sentence], context);
    const own = readings[sentence]?.items.findLast(
      (one) => one.to <= item.from && one.group?.persons.length === 1,
    );
    return own?.group?.persons[0] ?? null;
  }
  const sex = sexOf(item, context);
  const behind = namedBehindSpeaker(item, sentence, kind, sex, context);
  if (behind !== undefined) return behind?.name === not ? null : behind;
  const bearer = bearerOfSpeaker(sentence, item, context);
  if (bearer !== null && bearer.name !== not) return bearer;
  const barred: Bar[] = [];
  const found = findSingular(
    { sentence, token: item.from, kind, sex, not },
    {
      readings,
      speakers,
      told,
      sexes,
      isAside: (reading, name) => isUnderOther(reading, name, context),
      isBarred: (name) => {
        const bar = barOf(name, item, { sentence, kind }, context);
        barred.push(...(bar === null ? [] : [bar]));
        return bar !== null;
      },
      isMurdered: (name) => isMurdered(name, kind, context),
      isOfBond: (reading, name) => isOfBond(reading, name, kind, sex, context),
      isFamily: (one) => isFamilyOfMeant(one, item, { sentence, kind }, context),
      isOfficerOf: (next) => isOfficer(next, context) && isOfSomebody(next, context),
      isKillerOf: ({ group }) => context.pack.wordsIn("KILLERW").has(group?.head ?? ""),
      // "Her publisher, A, was held. He was freed": the one whose publisher he is, is no "he".
      isPronoun: (one) =>
        opensWithPronoun(one, context) && (sex === null || (sexOf(one, context) ?? sex) === sex),
      isParentOf: (before) => isForm(before, "CHILDOFW", context),
      isOwnerMark: (one) => context.classes.possessive[one.set] === 1,
      // "A, his lawyer, was not told. He was hanged": the one whose lawyer A is.
      isOfOther: ({ to }) =>
        !context.pack.isVerbFinal &&
        context.tokens.form[to] === "," &&
        isOneOf(context.tokens, to + 1, context.pack.wordsIn("POSSSG")),
      isSpoken: (reading) => reading.items.some((one) => context.classes.says[one.set] === 1),
    },
  );
  if (found !== null && barred.length > 0 && !isToldOfSuch(found, kind, barred, context))
    return null;
  if (found === null && isForm(item, "PRONSG", context))
    return speakerHimself(item, sentence, kind, sex, context);
  if (found === null || sex !== RARER_SEX || sexes.has(found.name)) return found;
  return isOvershadowed(found, sentence, item, context) ? null : found;
}

/** What "the family of A" does not make A's own: deaths, and what ends them ("The family of A forgave him"). */
const NOT_OF_OWNERS: ReadonlySet<ClaimKind> = new Set([
  "execution",
  "imminent-execution",
  "killing",
  "clemency",
  "stay",
]);

/** "The family of A have no news of him"; only of A where they care for their own, and where nobody else was named. */
function isFamilyOfMeant(
  { group, to }: Item,
  pronoun: Item,
  { sentence, kind }: Pick<ReadEvent, "sentence" | "kind">,
  { classes, pack, readings, tokens, told, names }: DraftContext,
): boolean {
  const [owner] = group?.owners ?? [];
  if (owner === undefined || group?.owners.length !== 1 || NOT_OF_OWNERS.has(kind)) return false;
  if (!pack.wordsIn("FAMILYW").has(group.head ?? "")) return false;
  if (told.some(({ name }) => name.name !== owner.name)) return false;
  const items = readings[sentence]?.items ?? [];
  const next = items[items.indexOf(pronoun) + 1];
  const isObject = next !== undefined && classes.object[next.set] === 1;
  if (isObject && owner.from >= (items[0]?.from ?? Infinity)) return false;
  const earlier = [owner.from - CARE_BEFORE, owner.from] as const;
  if (namesWithin(names, earlier).some((one) => one.type === "person" && one.name !== owner.name))
    return false;
  const forms = tokens.form.slice(to, to + CARE_REACH);
  const end = forms.indexOf(".");
  const said = end < 0 ? forms : forms.slice(0, end);
  if (said.some((form) => pack.wordsIn("PLAINTW").has(form))) return false;
  return said.some((form) => pack.wordsIn("CAREW").has(form));
}

/** "the lawyer |of him|", "the judge |of the case|": right behind the office stands whose it is. */
function isOfSomebody(office: Item | undefined, { tokens, pack }: DraftContext): boolean {
  if (office === undefined) return false;
  const whose = pack.wordsIn("OFFICEOFW");
  return holdsOneOf(tokens, office.from + 1, office.from + 3, whose);
}

/** Words in which a family says what it knows, fears or asks of its own. */
const CARE_REACH = 16;
/** Nobody else is named so many words before. */
const CARE_BEFORE = 60;

/** "Their father, A, himself was": where verbs stand last, who is named right before. */
function personBeside(
  item: Item,
  reading: SentenceReading | undefined,
  { classes }: DraftContext,
): NameMatch | null {
  const items = reading?.items ?? [];
  const at = items.indexOf(item) - 1;
  const beside = classes.comma[itemOf(items, at)?.set ?? 0] === 1 ? at - 1 : at;
  const persons = itemOf(items, beside)?.group?.persons ?? [];
  return persons.length === 1 ? (persons[0] ?? null) : null;
}

/** "The family of A say that he …", where no other name stands in the sentence: A. */
function bearerOfSpeaker(
  sentence: number,
  pronoun: Item,
  { readings, speeches, names }: DraftContext,
): NameMatch | null {
  const from = readings[sentence]?.sentence.from ?? 0;
  const before = namesWithin(names, [from, pronoun.from]).filter(({ type }) => type === "person");
  const [only] = before;
  if (only === undefined || before.length > 1) return null;
  const isOfSpeaker = speechesAround(pronoun.from, speeches).some(
    ({ speaker }) =>
      speaker.isUnnamed && speaker.range[0] <= only.from && only.to <= speaker.range[1],
  );
  return isOfSpeaker ? only : null;
}

/** Reports name more men than women, mostly without saying so: "she" is more often the one whom a word between tells. */
const RARER_SEX = "female";

/** "A was arrested. His sister wept. She …": a woman without a name stands nearer than A, of whom no sex is told. */
function isOvershadowed(
  found: NameMatch,
  sentence: number,
  pronoun: Item,
  { readings, tokens, pack }: DraftContext,
): boolean {
  const women = pack.wordsIn("SEX.female");
  for (let at = sentence; at >= 0; at--) {
    const items = readings[at]?.items ?? [];
    for (const { from, to, group } of items) {
      if (from < found.to || to > pronoun.from || group === null) continue;
      if (group.type === "pronoun" || group.persons.length > 0) continue;
      if (isOneOf(tokens, to - 1, women)) return true;
    }
    if ((readings[at]?.sentence.from ?? 0) <= found.from) return false;
  }
  return false;
}

/** The sex that a pronoun says of the one it means in its own sentence ("A's mother said he had been beaten"), or null. */
export function sexTold(
  { sentence, victims }: ReadEvent,
  concerned: readonly NameMatch[],
  context: DraftContext,
): "female" | "male" | null {
  const [name] = concerned;
  const reading = context.readings[sentence];
  const item = reading?.items[victims[0] ?? -1];
  if (name === undefined || concerned.length > 1 || item?.group?.type !== "pronoun") return null;
  const isNear = name.from >= (reading?.sentence.from ?? Infinity) && name.to <= item.from;
  return isNear ? sexOf(item, context) : null;
}

/** "The officer was charged over the assault against A. He …": the officer is meant, who has no name there. */
function isUnderOther({ items }: SentenceReading, name: NameMatch, context: DraftContext): boolean {
  const [subject] = items;
  const group = subject?.group ?? null;
  if (context.pack.isVerbFinal || subject === undefined || group?.type !== "noun") return false;
  const isOne =
    !group.isIndefinite &&
    group.quantity === null &&
    context.pack.wordsIn("HUMAN").has(lastWord(group.head) ?? "") &&
    !isPluralHead(group.head, context);
  const at = items.findIndex(({ from, to }) => from <= name.from && name.from < to);
  const led = items[at - 1]?.set ?? 0;
  const { preposition, subordinator } = context.classes;
  return isOne && at > 2 && preposition[led] === 1 && subordinator[led] !== 1;
}

function opensWithPronoun(item: Item, context: DraftContext): boolean {
  return (
    hasClass(item, "PRONSG") || isForm(item, "PRONSG", context) || isForm(item, "POSSSG", context)
  );
}

function sexOf(item: Item, context: DraftContext): "female" | "male" | null {
  if (isForm(item, "SEX.female", context)) return "female";
  return isForm(item, "SEX.male", context) ? "male" : null;
}

/** "both", "all three", "the four men": just so many whom the report named before. */
export function isCountedReference(
  event: ReadEvent,
  item: Item,
  { items }: SentenceReading,
  context: DraftContext,
): boolean {
  const read = item.group?.quantity ?? item.quantity;
  if (read === null || read.measure !== "count" || read.min !== read.max || read.approximate)
    return false;
  if ((read.min ?? 0) < 2 || (item.group?.persons.length ?? 0) > 0) return false;
  const isOpened = (one: Item | undefined): boolean =>
    one !== undefined && (isForm(one, "DEF", context) || isForm(one, "BOTHALL", context));
  if (isOpened(item)) return true;
  return isOpened(items[(event.victims[0] ?? 0) - 1]);
}
