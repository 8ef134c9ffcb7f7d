/**
 * In: a plural pronoun or noun ("they", "the two", "each"). Out: the group it takes up, with the names that stand for it.
 * Never: gives the names of one group to another that stands nearer; gives those killed what befalls the living.
 */
import type { ClaimKind } from "../model/claim.ts";
import { GROUP_REACH, findCounted, findPlural } from "./antecedentGroups.ts";
import { GRAVE, isKilledOnly } from "./antecedents.ts";
import type { DraftContext } from "./draftContext.ts";
import type { ReadEvent } from "./event.ts";
import type { NameMatch } from "./findNames.ts";
import { isForm, isOfficer, isPluralHead } from "./itemReference.ts";
import type { Item } from "./items.ts";
import { lastWord } from "./referredUnnamed.ts";
import { isWrongedInFront } from "./referredWronged.ts";
import { areSiblings } from "./siblings.ts";
import type { SentenceReading } from "./speech.ts";
import { TOKEN } from "./tokens.ts";
import { holdsOneOf, isOneOf } from "./wordSets.ts";

export type ReferredGroup = {
  /** The nearest group that is meant; it says how many they are. */
  readonly antecedent: Item | null;
  readonly persons: readonly NameMatch[];
};

/** Nobody is meant for sure. */
export const NO_GROUP: ReferredGroup = { antecedent: null, persons: [] };

type Place = Pick<ReadEvent, "sentence" | "kind">;

/** Whom "they" or "the men" means. */
export function pluralGroup(
  place: Place,
  item: Item,
  context: DraftContext,
  isSpeaker: (item: Item) => boolean,
): ReferredGroup {
  const antecedent = nearestGroup(place, item, context, isSpeaker);
  const pair = pairBefore(place, item, antecedent, context);
  if (pair !== null) return { antecedent: null, persons: pair };
  if (antecedent === null) {
    const isPronoun = item.group === null || item.group.type === "pronoun";
    return isPronoun ? { antecedent, persons: singlesBefore(place, item, 2, context) } : NO_GROUP;
  }
  const persons = namesBehind(place, antecedent, context);
  const isBarred =
    areKilled(place.kind, persons, context) ||
    isOfficeOf(antecedent, persons, context) ||
    areTelling(antecedent, persons, item, place, context) ||
    persons.some((name) => isWrongedInFront(place, item, name, context));
  return isBarred ? NO_GROUP : { antecedent, persons };
}

/**
 * "A was held along with B, and |they| were freed", "A was hanged together with B. |They| …": the two, before any group told of
 * earlier; nobody where the clause names two who are not joined ("A met B, and they …"); null where it names no two.
 */
function pairBefore(
  { sentence }: Place,
  item: Item,
  antecedent: Item | null,
  { readings, pack, tokens, classes }: DraftContext,
): readonly NameMatch[] | null {
  if (pack.isVerbFinal || item.group?.type !== "pronoun" || item.to - item.from > 1) return null;
  const own = readings[sentence]?.items ?? [];
  const joint = own[own.indexOf(item) - 1];
  const isOpening = joint === undefined || classes.and[joint.set] === 1;
  if (!isOpening) return null;
  const items = joint === undefined ? (readings[sentence - 1]?.items ?? []) : own;
  const before = items.filter(({ to }) => to <= item.from);
  if (antecedent !== null && antecedent.from >= (before[0]?.from ?? 0)) return null;
  const named = before.filter(({ group }) => (group?.persons.length ?? 0) > 0);
  const [first, second] = named;
  if (first?.group == null || second?.group == null) return null;
  const company = pack.wordsIn("COMPANYW");
  const at = before.indexOf(second);
  const isJoined = before
    .slice(Math.max(0, at - 2), at)
    .some(({ from, to }) => company.has(tokens.form.slice(from, to).join(" ")));
  // In a sentence before, two who are told of apart leave open who is meant.
  if (!isJoined) return joint === undefined ? null : [];
  return named.length === 2 ? [...first.group.persons, ...second.group.persons] : [];
}

/** "A and B, their lawyers": the ones whose lawyers they are. */
function isOfficeOf(
  { to }: Item,
  persons: readonly NameMatch[],
  { pack, tokens }: DraftContext,
): boolean {
  const last = Math.max(0, ...persons.map((name) => name.to));
  if (pack.isVerbFinal || last === 0) return false;
  return isOneOf(tokens, last === to ? to + 1 : last + 1, pack.wordsIn("POSSPL"));
}

/** Groups that take up others, one behind the other. */
const MOST_LINKS = 3;

function nearestGroup(
  { sentence }: Place,
  item: Item,
  context: DraftContext,
  isSpeaker: (item: Item) => boolean,
): Item | null {
  const { readings, pack } = context;
  const isSeveral = (one: Item): boolean => !pack.isVerbFinal && areSeveral(one, context);
  let from = item;
  let at = sentence;
  for (let link = 0; link < MOST_LINKS; link++) {
    const same = findNamesake(from, at, context);
    // "The officers were killed": not those named before, unless these were called so.
    if (same === null && hasOwnOffice(from, context)) return null;
    const found =
      same ??
      findPlural(readings, at, from.from, {
        isSpeaker,
        isOfficer: (next) => isOfficer(next, context),
        isOffice: (one) => from.group?.type === "noun" && isOfCourt(one, context),
        isSeveral,
        isNoun: !pack.isVerbFinal && from.group?.type === "noun",
        isWhole: from.group?.type === "pronoun" && from.to - from.from > 1,
        isFronted: (reading) => isFronted(from, reading, context),
      });
    if (found === null || !isSeveral(found) || areOthers(found, context)) return found;
    from = found;
    at = sentenceOf(found, context);
  }
  return null;
}

/** "Judge A and assessor B", "chaired by A": who judged them is not who was judged; nor are "the witnesses A and B" of whom nothing else is told. */
function isOfCourt({ group, from }: Item, context: DraftContext): boolean {
  const { pack, tokens, told } = context;
  const first = group?.persons[0];
  if (first === undefined) return false;
  const holds = (at: number, set: string): boolean => {
    const offices = pack.wordsIn(set);
    return holdsOneOf(tokens, Math.max(0, at), first.from, offices);
  };
  if (holds(from - 1, "COURTOFFICEW")) return true;
  if (
    !pack.isVerbFinal ||
    told.some(({ name }) => group?.persons.some((one) => one.name === name.name))
  )
    return false;
  const at = officeBefore(from - 1, context);
  return ["COURTOFFICEW", "BYSTANDERW", "KILLNOUN"].some((set) => holds(at, set));
}

/** "The lawyers of |these two| A and B", where verbs stand last: the token before those whose office it is. */
function officeBefore(from: number, { pack, tokens }: DraftContext): number {
  const passed = ["HUMAN", "OFFICEOWNERW"].map((name) => pack.wordsIn(name));
  const isPassed = (at: number): boolean => {
    const form = tokens.form[at] ?? "";
    const isMark = tokens.kind[at] === TOKEN.punctuation;
    return isMark || pack.quantities.numbers.has(form) || passed.some((words) => words.has(form));
  };
  let at = from;
  while (at > from - OFFICE_REACH && isPassed(at)) at--;
  return at;
}

/** Words between an office and the names, where those whose office it is stand between. */
const OFFICE_REACH = 4;

/** "Accused of killing two guards, |they|": right behind the comma that ends what is put first. */
function isFronted(
  item: Item,
  { items, sentence }: SentenceReading,
  { pack, tokens, classes }: DraftContext,
): boolean {
  if (!isOneOf(tokens, sentence.from, pack.wordsIn("FRONTEDW"))) return false;
  const at = items.indexOf(item);
  const before = items.slice(0, Math.max(0, at));
  return (
    classes.comma[before.at(-1)?.set ?? 0] === 1 &&
    before.every(({ group }) => (group?.persons.length ?? 0) === 0)
  );
}

/** "the men", "their wives": several whom nobody counts, by a noun that takes up others or belongs to them. */
function areSeveral(item: Item, context: DraftContext): boolean {
  const { group } = item;
  if (group?.type !== "noun" || group.persons.length > 0 || group.quantity !== null) return false;
  if (!isPluralHead(group.head, context)) return false;
  const head = lastWord(group.head) ?? "";
  if (isForm(item, "POSSPL", context)) return !context.pack.wordsIn("OWNKINW").has(head);
  return isForm(item, "DEF", context) && context.pack.wordsIn("HUMAN").has(head);
}

/** "their wives", "the guards": others than those named before, unless these were called so. */
function areOthers(item: Item, context: DraftContext): boolean {
  return isForm(item, "POSSPL", context) || hasOwnOffice(item, context);
}

/** "the guards", "the two gunmen": a noun for those who have to do with it otherwise. */
function hasOwnOffice({ group, to }: Item, { pack, tokens }: DraftContext): boolean {
  if (pack.isVerbFinal) return false;
  const nouns = pack.wordsIn("DOERNOUNSW");
  return nouns.has(lastWord(group?.head ?? null) ?? "") || isOneOf(tokens, to - 1, nouns);
}

/** "the activists": those whom the last sentences counted or named by the same noun ("four democracy activists"). */
function findNamesake(
  { group, from }: Item,
  sentence: number,
  { readings }: DraftContext,
): Item | null {
  const head = lastWord(group?.head ?? null);
  if (group?.type !== "noun" || head === null) return null;
  for (let at = sentence; at >= Math.max(0, sentence - NAMESAKE_REACH); at--) {
    const same = readings[at]?.items.findLast(
      (one) =>
        one.to <= from &&
        one.group !== null &&
        (one.group.quantity !== null || one.group.persons.length > 1) &&
        lastWord(one.group.head) === head,
    );
    if (same !== undefined) return same;
  }
  return null;
}

/** Sentences back in which the same noun can have been counted. */
const NAMESAKE_REACH = 4;

/** The names of a group, or of those whom it takes up itself ("the three men"). */
function namesBehind(place: Place, group: Item, context: DraftContext): readonly NameMatch[] {
  const own = group.group?.persons ?? [];
  if (own.length > 0) return own;
  const read = group.group?.quantity ?? null;
  if (read === null || read.min !== read.max || (read.min ?? 0) < 2) return [];
  const sentence = sentenceOf(group, context);
  const items = context.readings[sentence]?.items ?? [];
  const listed = listedBehind(group, read.min ?? 0, items, context);
  if (listed.length > 0) return listed;
  if (!isOpened(group, items, context) || hasFurther(group, items, context)) return [];
  return countedGroup({ ...place, sentence }, group, read.min ?? 0, context).persons;
}

/** "The four men |and five others|": more than those who have names. */
function hasFurther(group: Item, items: readonly Item[], { pack, tokens }: DraftContext): boolean {
  const further = pack.wordsIn("FURTHER");
  return items
    .slice(items.indexOf(group) + 1, items.indexOf(group) + FURTHER_REACH)
    .some((one) => one.group !== null && holdsOneOf(tokens, one.from, one.to, further));
}

/** Items from a group to the others told with it. */
const FURTHER_REACH = 4;

/** "Two others on death row - A and B - may be hanged". */
function listedBehind(
  group: Item,
  count: number,
  items: readonly Item[],
  { pack, tokens }: DraftContext,
): readonly NameMatch[] {
  const at = items.indexOf(group);
  const list = items.findIndex((one, i) => i > at && (one.group?.persons.length ?? 0) > 0);
  const persons = items[list]?.group?.persons ?? [];
  if (pack.isVerbFinal || at < 0 || list > at + LIST_REACH || persons.length !== count) return [];
  const mark = tokens.form[(items[list]?.from ?? 0) - 1] ?? "";
  return pack.wordsIn("LISTMARKW").has(mark) || pack.wordsIn("NAMINGAS").has(mark) ? persons : [];
}

/** Items between a number and the names of all whom it counts ("two others on death row - "). */
const LIST_REACH = 8;

function sentenceOf({ from }: Item, { readings }: DraftContext): number {
  return readings.findIndex(({ sentence }) => sentence.from <= from && from < sentence.to);
}

/** "both", "the four men", "all three". */
function isOpened(item: Item, items: readonly Item[], context: DraftContext): boolean {
  const at = items.indexOf(item);
  const before = items[at - 1];
  // "The two men accused", "the two men who shot them": their own words say which are meant.
  const next = items[at + 1]?.set ?? 0;
  if (context.classes.relative[next] === 1 || context.classes.accuseOp[next] === 1) return false;
  return [item, before].some(
    (one) => one !== undefined && (isForm(one, "DEF", context) || isForm(one, "BOTHALL", context)),
  );
}

/** Whom "both", "all three" or "the four men" means: so many named together before, or one after the other. */
export function countedGroup(
  place: Place,
  item: Item,
  count: number,
  context: DraftContext,
): ReferredGroup {
  const { readings, pack } = context;
  const isOther = (one: Item, found: Item, reading: SentenceReading): boolean =>
    !pack.isVerbFinal && isOtherOf(one, found, item, count, reading, context);
  const antecedent = findCounted(readings, place.sentence, item.from, count, isOther);
  if (antecedent === null) {
    const persons = singlesBefore(place, item, count, context);
    return {
      antecedent: persons.length > 0 ? null : countedBefore(place, item, count, context),
      persons,
    };
  }
  const persons = antecedent.group?.persons ?? [];
  const isBarred =
    areKilled(place.kind, persons, context) ||
    areSpeaking(antecedent, persons, place, context) ||
    areInOffice(item, persons, context) ||
    persons.some((name) => isWrongedInFront(place, item, name, context)) ||
    (hasOwnOffice(item, context) &&
      lastWord(antecedent.group?.head ?? null) !== headOf(item) &&
      !areSiblings(item, antecedent, context)) ||
    persons.some(({ name }) => isOfOtherSex(name, item, context));
  return isBarred ? NO_GROUP : { antecedent, persons };
}

/** "A and B, their lawyers, said these two prisoners were hanged": who says it says it of others, where nothing was told of them before. */
function areSpeaking(
  group: Item,
  persons: readonly NameMatch[],
  place: Place,
  context: DraftContext,
): boolean {
  const { told, speakerNames } = context;
  const isTold = persons.some(({ name }) => told.some((one) => one.name.name === name));
  return (
    sayIt(group, place, context) || (!isTold && persons.some(({ name }) => speakerNames.has(name)))
  );
}

/** "A and B said they were hanged": nobody tells of his own death; where verbs stand last, who tells of himself leaves himself out. */
function areTelling(
  group: Item,
  persons: readonly NameMatch[],
  item: Item,
  place: Place,
  context: DraftContext,
): boolean {
  const isSaid = item.group !== null && context.pack.isVerbFinal;
  return persons.length > 0 && (isSaid || DEADLY.has(place.kind)) && sayIt(group, place, context);
}

const DEADLY: ReadonlySet<ClaimKind> = new Set(["execution", "killing", "death-in-custody"]);

/** Who speaks in the sentence is the group. */
function sayIt({ from, to }: Item, { sentence }: Place, { speeches }: DraftContext): boolean {
  return speeches.some(
    ({ sentence: own, speaker }) =>
      own === sentence && speaker.range[0] < to && from < speaker.range[1],
  );
}

/** "A and B were hanged. |These two officers| …", where verbs stand last: no officers are those of whom a sentence was told. */
function areInOffice(
  { from, to }: Item,
  persons: readonly NameMatch[],
  { pack, tokens, told }: DraftContext,
): boolean {
  const nouns = pack.wordsIn("BYSTANDERW");
  if (!pack.isVerbFinal || !holdsOneOf(tokens, from, to, nouns)) return false;
  return persons.some(({ name }) =>
    told.some((one) => one.name.name === name && SENTENCED.has(one.kind)),
  );
}

/** What is told of those who were tried. */
const SENTENCED: ReadonlySet<ClaimKind> = new Set([
  "execution",
  "death-sentence",
  "imminent-execution",
]);

/** "Three defendants were hanged. The three men …": as many without a name, where nobody else is so many. */
function countedBefore(
  { sentence }: Place,
  { from }: Item,
  count: number,
  context: DraftContext,
): Item | null {
  const { readings, pack } = context;
  if (pack.isVerbFinal) return null;
  const found = readings
    .slice(Math.max(0, sentence - COUNTED_BEFORE), sentence + 1)
    .flatMap(({ items }) =>
      items.filter(
        (one) =>
          one.to <= from &&
          one.group?.type === "counted" &&
          one.group.quantity?.min === count &&
          !one.group.isPartitive &&
          !isOpened(one, items, context),
      ),
    );
  const heads = new Set(found.map((one) => headOf(one)));
  return heads.size === 1 ? (found.at(-1) ?? null) : null;
}

/** Sentences back in which so many can have been counted. */
const COUNTED_BEFORE = 4;

function headOf({ group }: Item): string | null {
  return lastWord(group?.head ?? null);
}

/** Between the names and "both": as many others, or in the sentence before it several by a noun. */
function isOtherOf(
  one: Item,
  found: Item,
  reference: Item,
  count: number,
  { items, sentence }: SentenceReading,
  context: DraftContext,
): boolean {
  const { group } = one;
  if (group === null || group.persons.length > 0) return false;
  const isBeside = found.from >= sentence.from;
  if (group.quantity !== null)
    return (
      group.quantity.min === count &&
      group.type === "counted" &&
      !group.isPartitive &&
      (isBeside ? !isApposed(found, one, items, context) : !isOpened(one, items, context))
    );
  const at = items.indexOf(one);
  const isSubject = !isBeside && at < 2 && reference.from >= sentence.to;
  if (!isSubject || !areSeveral(one, context) || !isForm(one, "POSSPL", context)) return false;
  const women = context.pack.wordsIn("WOMENW");
  const isOf = (item: Item): boolean => women.has(headOf(item) ?? "");
  return reference.group === null || isOf(reference) === isOf(one);
}

/** "A and B, two teachers": only a comma stands between. */
function isApposed(
  found: Item,
  one: Item,
  items: readonly Item[],
  { classes }: DraftContext,
): boolean {
  return items
    .slice(items.indexOf(found) + 1, items.indexOf(one))
    .every(({ set }) => classes.comma[set] === 1 || classes.determiner[set] === 1);
}

/** "both women", where the report says that one of those named is a man. */
function isOfOtherSex(name: string, { to }: Item, { sexes, pack, tokens }: DraftContext): boolean {
  const own = sexes.get(name);
  if (own === undefined) return false;
  return isOneOf(tokens, to - 1, pack.wordsIn(own === "female" ? "SEX.male" : "SEX.female"));
}

/** "A and B were shot dead. They were arrested": somebody else was. */
function areKilled(
  kind: ClaimKind,
  persons: readonly NameMatch[],
  { told, pack }: DraftContext,
): boolean {
  if (pack.isVerbFinal) return false;
  return persons.some(({ name }) =>
    kind === "killing"
      ? told.some((one) => one.name.name === name && CONDEMNED.has(one.kind))
      : isKilledOnly(kind, name, told),
  );
}

/** Who is hanged or to be hanged is not killed otherwise. */
const CONDEMNED: ReadonlySet<ClaimKind> = new Set(["execution", "death-sentence"]);

/** "A was arrested. The next day B was arrested too. The two …": single people of each of whom the same was told, and nobody else. */
function singlesBefore(
  { sentence, kind }: Place,
  item: Item,
  count: number,
  context: DraftContext,
): readonly NameMatch[] {
  const { told, readings, pack, names } = context;
  if (pack.isVerbFinal || hasOwnOffice(item, context)) return [];
  const first = Math.max(0, sentence - GROUP_REACH);
  const near = told.filter((one) => one.sentence >= first && one.sentence < sentence);
  const allowed = GRAVE[kind] ?? HELD;
  if (near.some((one) => one.isDoer || !allowed.has(one.kind))) return [];
  const found = new Map(near.map(({ name }) => [name.name, name]));
  if (found.size !== count) return [];
  const isShared = near.some((one) =>
    [...found.keys()].every((name) =>
      near.some((other) => other.kind === one.kind && other.name.name === name),
    ),
  );
  if (!isShared) return [];
  const start = Math.min(...near.map((one) => one.sentence));
  for (let at = start; at < sentence; at++)
    if (tellsOfMore(readings[at] as SentenceReading, found, context)) return [];
  const from = readings[start]?.sentence.from ?? 0;
  const isOther = names.some(
    (name) =>
      name.type === "person" &&
      name.from >= from &&
      name.to <= item.from &&
      !found.has(name.name) &&
      !isOwner(name.to, readings, context),
  );
  const persons = [...found.values()];
  return isOther || persons.some(({ name }) => isOfOtherSex(name, item, context)) ? [] : persons;
}

/** What is told of somebody who is held. */
const HELD: ReadonlySet<ClaimKind> = new Set([
  "arrest",
  "torture",
  "death-sentence",
  "imminent-execution",
  "other-abuse",
]);

/** Several others stand in the sentence, counted or as its subject. */
function tellsOfMore(
  { items }: SentenceReading,
  found: ReadonlyMap<string, NameMatch>,
  context: DraftContext,
): boolean {
  return items.some((item, at) => {
    const { group } = item;
    if (group === null || group.type === "institution" || group.type === "pronoun") return false;
    if (group.persons.some(({ name }) => !found.has(name))) return true;
    if (group.persons.length > 0) return false;
    if (group.quantity !== null) return group.quantity.min !== 1;
    return at < 2 && isPluralHead(group.head, context);
  });
}

/** A mark right behind a name says that somebody is his ("Karim's father"). */
function isOwner(
  to: number,
  readings: readonly SentenceReading[],
  { classes }: DraftContext,
): boolean {
  const reading = readings.find(({ sentence }) => sentence.from < to && to < sentence.to);
  return (
    reading?.items.some(({ from, set }) => from === to && classes.possessive[set] === 1) === true
  );
}
