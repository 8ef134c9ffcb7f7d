/**
 * In: sentences read into items. Out: where a report says who those are of whom it told without a name: "The dead are A
 * and B", "Police named the man as A", "The accused, A, 35, …", "A, 31, and his brother B, 28, were …".
 * Never: says whom they were told of; that is for nameVictims.
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import type { NameMatch } from "./findNames.ts";
import { namedAs } from "./introducedAs.ts";
import {
  LONGEST_TOPIC,
  areOfOtherSex,
  areOthers,
  isAmongThose,
  isOneOfThose,
  isSaidClose,
  isSomeOfThem,
  goesOnOtherwise,
  isSomeOfThose,
  isTheNumber,
} from "./introducedClosely.ts";
import {
  isMisnamed,
  isNamesOf,
  isNamingThem,
  isOfNobodyTold,
  isOfOthers,
  isOfParticiple,
  isPlainTopic,
  isToldAlone,
  isToldByNamed,
  lastPeople,
} from "./introducedOthers.ts";
import { leastWhole } from "./introducedParts.ts";
import { listedWithAsides } from "./introducedAsides.ts";
import {
  type Words,
  isAs,
  isDefinite,
  isNaming,
  isOfTheDead,
  isPeople,
  isSome,
  isTopic,
} from "./introductionWords.ts";
import { oneAndOther } from "./introducedPair.ts";
import { isNamedNext } from "./introducedNext.ts";
import { type Tried, triedIn } from "./introducedTried.ts";
import { opensWithOthers } from "./namesBehindColon.ts";
import { behindColon } from "./introducedBehindColon.ts";
import { type Item, itemOf } from "./items.ts";
import type { SentenceReading } from "./speech.ts";
import { holdsOneOf, isOneOf } from "./wordSets.ts";

export type Introduction = {
  readonly sentence: number;
  readonly persons: readonly NameMatch[];
  /** How many it brings in, with those whom it does not name ("A, B and an Afghan citizen"). */
  readonly count: number;
  /** How firmly it speaks of people told before: by saying who they are, by an article, or by nothing. */
  readonly tie: "identified" | "definite" | "plain" | "described";
  /** The noun it takes them up with ("the two men, …"), folded; null for a pronoun or none. */
  readonly head: string | null;
  /** They are some of those told before ("the identity of three of these is known: A, B and C"). */
  readonly isPart: boolean;
  /** How many there must be for them to be some of them ("the third man, C": three); 0 where nothing asks for it. */
  readonly least: number;
  /** They stand in the sentence that tells of them. */
  readonly isInside: boolean;
  /** They are those of the sentence right before, and of no other. */
  readonly isClose: boolean;
  /** The last sentence before that tells of several people: they are some of those, and of no others. Null where nothing asks for it. */
  readonly ofSentence: number | null;
  /** Places told between ("the dead man in Izeh was named as …"). */
  readonly places: readonly NameMatch[];
  /** What the sentence tells of one who may be the one of the lead, or whose case is still open; null where it tells no such thing. */
  readonly tried: Tried | null;
};

/** Everybody who is brought in by a noun of their own ("a neighbour, A", "his son B"). */
export function findDescribed(
  readings: readonly SentenceReading[],
  { tokens, pack }: Words,
): Introduction[] {
  const human = pack.wordsIn("HUMAN");
  const found: Introduction[] = [];
  for (const { index, items } of readings) {
    for (const { group, from } of items) {
      if (group === null) continue;
      for (const person of group.persons) {
        const isApposed = tokens.form[person.titleFrom - 1] === ",";
        const last = person.titleFrom - (isApposed ? 2 : 1);
        // "After the execution of her brother, A left": of two phrases.
        if (isApposed && !pack.isVerbFinal && last < from) continue;
        const head = tokens.form[person.titleFrom < person.from ? person.titleFrom : last] ?? "";
        if (!human.has(head) || person.isTitleOfficial) continue;
        const persons = [person];
        found.push({
          sentence: index,
          persons,
          count: 1,
          tie: "described",
          head,
          isPart: false,
          least: 0,
          isInside: false,
          isClose: false,
          ofSentence: null,
          places: [],
          tried: null,
        });
      }
    }
  }
  return found;
}

/** What a report says of the sex of those whom it names: by title, by "a woman", or by the noun that brings them in. */
export function sexesOf(
  names: readonly NameMatch[],
  described: readonly Introduction[],
  { pack, tokens }: Pick<Words, "pack" | "tokens">,
): Map<string, "female" | "male"> {
  const sexes = new Map<string, "female" | "male">();
  for (const { name, person } of names) if (person?.sex != null) sexes.set(name, person.sex);
  if (!pack.isVerbFinal)
    for (const one of names) {
      const sex = one.person === null ? null : sexBehind(one, { pack, tokens });
      if (sex !== null && !sexes.has(one.name)) sexes.set(one.name, sex);
    }
  for (const { persons, head } of described) {
    const [person] = persons;
    if (person === undefined || head === null || sexes.has(person.name)) continue;
    if (pack.wordsIn("SEX.female").has(head)) sexes.set(person.name, "female");
    else if (pack.wordsIn("SEX.male").has(head)) sexes.set(person.name, "male");
  }
  return sexes;
}

/** "A, a 32-year-old |woman|": by the noun of what stands behind the comma. */
function sexBehind(
  { to }: NameMatch,
  { pack, tokens }: Pick<Words, "pack" | "tokens">,
): "female" | "male" | null {
  const { form } = tokens;
  if (form[to] !== "," || !isOneOf(tokens, to + 1, pack.wordsIn("INDEF"))) return null;
  for (let at = to + 2; at < to + NOUN_REACH; at++) {
    const word = form[at] ?? "";
    const isHead =
      !isOneOf(tokens, at + 1, pack.wordsIn("NOUNGOESONW")) &&
      !pack.wordsIn("PLURALSEXW").has(word);
    if (isHead && pack.wordsIn("SEX.female").has(word)) return "female";
    if (isHead && pack.wordsIn("SEX.male").has(word)) return "male";
    if (word === "," || pack.wordsIn("PREP").has(word) || pack.wordsIn("REL").has(word))
      return null;
  }
  return null;
}

/** Tokens from a name to the noun that says what somebody is ("A, a pregnant 32 - year - old Kurdish woman"). */
const NOUN_REACH = 12;

/** "|another man, identified as A,| was hanged": nobody who was told of before. */
function isFurther({ from }: Item, { pack, tokens }: Words): boolean {
  const further = pack.wordsIn("FURTHER");
  return holdsOneOf(tokens, Math.max(0, from - 1), from + 2, further);
}

/** Who is introduced in each sentence: those of one group, and where something is said of each between, those of the whole list. */
export function findIntroductions(
  readings: readonly SentenceReading[],
  words: Words,
): Introduction[] {
  const sets = introducingSets(words.classes);
  return readings.flatMap((reading) => {
    const { items } = reading;
    const first = items.findIndex(({ group }) => group !== null && group.persons.length > 0);
    const at = words.pack.isVerbFinal ? first : behindNamer(items, first, words);
    const group = itemOf(items, at)?.group;
    if (group == null) return [];
    const pair = oneAndOther(items, words);
    if (pair !== null)
      return isOnlyGroup(readings[reading.index - 1], words.classes)
        ? [closely(reading, pair)]
        : [];
    const told = readings[reading.index - 1];
    if (isNamedNext(told, items, at, words) && isOnlyGroup(told, words.classes))
      return [closely(reading, group.persons)];
    const own = introduced(readings, reading, at, group.persons, sets, words);
    const tried = words.pack.isVerbFinal ? null : triedIn(items, at, words);
    if (tried?.isOpen === true) return own.map((one) => ({ ...one, tried }));
    if (tried !== null && own.every(({ tie }) => tie === "plain"))
      return [{ ...closely(reading, group.persons), tie: "plain", isClose: false, tried }];
    const listed = listedWithAsides(items, at, words);
    if (listed === null) return own;
    const all = introduced(readings, reading, at, listed, sets, words);
    return [...own, ...all.filter(({ tie }) => tie === "identified")];
  });
}

/** Those who are all of the group that the sentence before tells of. */
function closely({ index }: SentenceReading, persons: readonly NameMatch[]): Introduction {
  return {
    sentence: index,
    persons,
    count: persons.length,
    tie: "identified",
    head: null,
    isPart: false,
    least: 0,
    isInside: false,
    isClose: true,
    ofSentence: null,
    places: [],
    tried: null,
  };
}

type IntroducingSets = ReturnType<typeof introducingSets>;

function introducingSets(classes: ClauseClasses) {
  return {
    named: classes.of("NAMED", "IDENTIFYV", "INCLUDEV"),
    being: classes.of("BE"),
    ofThese: classes.of("OFTHEM"),
    identity: classes.of("IDENTIFYV"),
    called: classes.of("CALLEDV", "COPULAW"),
    marks: classes.of("COMMA", "COLON", "DASH", "OPEN"),
    opening: classes.of("BULLET", "CONJ", "TIME", "COMMA", "DASH"),
  };
}

/** How a sentence brings in these people, who begin at an item of it; at most once. */
function introduced(
  readings: readonly SentenceReading[],
  reading: SentenceReading,
  at: number,
  persons: readonly NameMatch[],
  { named, being, ofThese, identity, called, marks, opening }: IntroducingSets,
  words: Words,
): Introduction[] {
  const { items } = reading;
  const item = itemOf(items, at);
  if (item?.group == null) return [];
  if (!words.pack.isVerbFinal && isFurther(item, words)) return [];
  // "|Judges:| A and B".
  const [leading] = persons;
  if (leading !== undefined && opensWithOthers(item.from, leading.from, words)) {
    const marks = words.tokens.form.slice(item.from, leading.from);
    if (marks.includes(":")) return [];
  }
  const { quantity } = item.group;
  const count = (item.group.hasRest ? quantity?.min : null) ?? persons.length;
  const before = items.slice(0, at);
  // "A witness identified himself as A".
  const himself = words.pack.wordsIn("SELFW");
  if (before.some(({ from }) => isOneOf(words.tokens, from, himself))) return [];
  const places = before.flatMap(({ name }) => (name?.type === "place" ? [name] : []));
  const found = (tie: Introduction["tie"], head: string | null): Introduction[] =>
    count !== persons.length && tie !== "identified"
      ? []
      : [
          {
            sentence: reading.index,
            persons,
            count,
            tie,
            head,
            isPart: false,
            least: 0,
            isInside: false,
            isClose: false,
            ofSentence: null,
            places,
            tried: null,
          },
        ];
  const least = leastWhole(readings, reading, at, words);
  if (least !== null)
    return found("definite", null).map((one) => ({ ...one, isPart: true, least }));
  // "Identified as A, 24, the convict was …".
  if (before.length > 0 && !words.pack.isVerbFinal && before.every((one) => isNaming(one, words)))
    return found("identified", null);
  if (isMisnamed(before, named, words)) return [];
  if (!words.pack.isVerbFinal && isOfNobodyTold(reading, at, words)) return [];
  if (words.pack.isVerbFinal && isToldByNamed(before, identity, words.classes)) return [];
  const inside = insideOf(before, words);
  if (inside !== null && (inside.part ?? persons.length) === persons.length)
    return found("identified", null).map((one) => ({
      ...one,
      isPart: inside.part !== null,
      isInside: true,
    }));
  if (!words.pack.isVerbFinal && isOfOthers(before, item, items[at + 1], words)) return [];
  const these = words.pack.isVerbFinal ? undefined : namedAs(before, count, words);
  if (these !== undefined) return found("identified", these.head);
  const beside = itemOf(items, at - 1);
  // «هویت یکی از این زندانیان، A», «… یکی از آنان را A»: a mark or the object's sign parts the name from what it is of.
  const { classes } = words;
  const parting = words.pack.isVerbFinal ? [classes.comma, classes.object, classes.quoteOpen] : [];
  let last = at - 1;
  while (parting.some((members) => members[itemOf(items, last)?.set ?? 0] === 1)) last--;
  const whose = itemOf(items, last);
  const isPart = ofThese[whose?.set ?? 0] === 1 || whose?.group?.isPartitive === true;
  const of = ofThese[whose?.set ?? 0] === 1 ? itemOf(items, last - 1) : whose;
  const part = of?.group?.quantity ?? of?.quantity;
  const ofSentence = words.pack.isVerbFinal ? lastPeople(readings, reading, words) : null;
  if (isPart && of !== undefined && isOfBond(before.slice(0, items.indexOf(of)), words)) return [];
  if (isPart && part?.min === persons.length)
    return found("identified", null).map((one) => ({ ...one, isPart: true, ofSentence }));
  // "Only two of them have been identified: A, 41, and B, 38".
  const partitive = before.findIndex(({ set }) => ofThese[set] === 1);
  const counted = itemOf(before, partitive - 1);
  const told = counted?.group?.quantity ?? counted?.quantity ?? null;
  if (
    partitive > 0 &&
    before.length <= LONGEST_TOPIC &&
    told?.min === persons.length &&
    before.some(({ set }) => named[set] === 1)
  )
    return found("identified", null).map((one) => ({ ...one, isPart: true }));
  if (isNamesOf(before, persons.length, words))
    return found("identified", null).map((one) => ({ ...one, isPart: true }));
  // "One of the dead was named as A".
  const some = before.find(({ group }) => group?.type === "counted" && isOfTheDead(group));
  if (
    some?.group?.quantity?.min === persons.length &&
    before.length <= LONGEST_TOPIC &&
    before.some(({ set }) => named[set] === 1) &&
    isOneOf(words.tokens, (beside?.to ?? 0) - 1, words.pack.wordsIn("NAMINGAS")) &&
    !before.some(({ from }) => isOneOf(words.tokens, from, words.pack.wordsIn("WRONGLYW")))
  )
    return found("identified", null).map((one) => ({ ...one, isPart: true }));
  if (!words.pack.isVerbFinal && isNamingThem(before, persons.length, words))
    return found("identified", null).map((one) => ({ ...one, isInside: true }));
  if (!words.pack.isVerbFinal && isOfParticiple(before, persons.length, named, words))
    return found("identified", null).map((one) => ({ ...one, isInside: true }));
  if (
    beside !== undefined &&
    (isTopic(beside, words) ||
      (words.pack.isVerbFinal && isTheNumber(beside, persons.length, words))) &&
    called[itemOf(items, at + 1)?.set ?? 0] === 1
  )
    return found("identified", beside.group?.head ?? null);
  if (!words.pack.isVerbFinal && isSaidClose(items, at, being, words)) {
    const told = readings[reading.index - 1];
    if (!isOnlyGroup(told, words.classes)) return [];
    if (goesOnOtherwise(items, at, words) || areOfOtherSex(items[0], told, words)) return [];
    const some = itemOf(items, at - 2);
    if (persons.length > 1 && areSaying(readings[reading.index - 1], persons.length, words.classes))
      return [];
    const isPartOfThem =
      ofThese[some?.set ?? 0] === 1 || isSomeOfThose(some, persons.length, words);
    return found("identified", null).map((one) => ({
      ...one,
      isPart: isPartOfThem,
      isClose: true,
    }));
  }
  if (!words.pack.isVerbFinal && isOneOfThose(items, at, words)) {
    if (!isOnlyGroup(readings[reading.index - 1], words.classes)) return [];
    return found("identified", null).map((one) => ({ ...one, isPart: true, isClose: true }));
  }
  if (!words.pack.isVerbFinal && isSomeOfThem(before, words)) {
    // "Among them was a guard, A said": who tells it is none of them.
    if (items.slice(at + 1).some(({ set }) => words.classes.cue[set] === 1)) return [];
    const told = readings[reading.index - 1];
    const numbers = told?.items.filter(
      ({ group, quantity }) => group === null && quantity?.measure === "count",
    );
    if (!isOnlyGroup(told, words.classes) || numbers?.length !== 0) return [];
    return found("identified", null).map((one) => ({ ...one, isPart: true, isClose: true }));
  }
  if (words.pack.isVerbFinal && isAmongThose(items, at, words)) {
    if (!isOnlyGroup(readings[reading.index - 1], words.classes)) return [];
    return found("identified", null).map((one) => ({ ...one, isPart: true, isClose: true }));
  }
  if (!words.pack.isVerbFinal && isBehindColon(before, item, words))
    return found("identified", null).map((one) => ({ ...one, isInside: true }));
  const listed = words.pack.isVerbFinal ? behindColon(before, item, words) : null;
  if (listed !== null)
    return found("identified", null).map((one) => ({ ...one, isInside: listed === "inside" }));
  const isIdentity = before.some(({ set }) => identity[set] === 1);
  const isThis =
    words.pack.isVerbFinal &&
    beside !== undefined &&
    isOneOf(words.tokens, beside.from, words.pack.wordsIn("DEF"));
  const [one] = persons;
  if (isThis && persons.length === 1 && one !== undefined && one.titleFrom < one.from)
    return found(isIdentity ? "identified" : "definite", words.tokens.form[one.titleFrom] ?? null);
  if (words.pack.isVerbFinal && isIdentity && isDefinite(item, words))
    return found("identified", item.group.head);
  // "The identity of these two A and B is declared".
  if (
    words.pack.isVerbFinal &&
    isIdentity &&
    isTheNumber(beside, persons.length, words) &&
    !areOthers(readings[readings.indexOf(reading) - 1], persons.length, words)
  )
    return found("identified", null);
  const longest = words.pack.isVerbFinal && isIdentity ? LONGEST_IDENTITY : LONGEST_TOPIC;
  const verb = before.findLast(({ set }) => named[set] === 1 || being[set] === 1);
  const isOf = (one: Item): boolean => isTopic(one, words) || (isIdentity && isPeople(one));
  // "The student was named by relatives as A".
  const topic =
    (words.pack.isVerbFinal ? undefined : before.findLast((one) => isTopic(one, words))) ??
    before.findLast(isOf);
  const isAlone =
    topic !== undefined &&
    isToldAlone(before, topic, words) &&
    isPlainTopic(before, words) &&
    !(topic.group?.type === "pronoun" && tellsOfDoer(readings[reading.index - 1], words));
  if (isAlone && verb !== undefined && before.length <= longest) {
    const isSaid = before.some(({ set }) => named[set] === 1) || beside === verb;
    if (isSaid)
      return found("identified", topic.group?.head ?? null).map((one) => ({
        ...one,
        isPart: isIdentity && isSome(topic, words),
      }));
  }
  const comma = itemOf(items, at - 1);
  const noun = itemOf(items, at - 2);
  const isOfTopic =
    comma !== undefined &&
    noun !== undefined &&
    marks[comma.set] === 1 &&
    isTopic(noun, words) &&
    !isOwnedBy(noun, itemOf(items, at - 3), opening, words);
  // "|Judges|: A and B".
  if (isOfTopic && !(items.indexOf(noun) === 0 && opensWithOthers(noun.from, noun.to, words)))
    return found("definite", noun.group?.head ?? null);
  if (!before.every(({ set }) => opening[set] === 1)) return [];
  if (isCountOfNamed(item, persons, words)) return found("identified", null);
  return isDefinite(item, words) ? found("definite", item.group.head) : found("plain", null);
}

/** "|The three, named as A, B and C|": a number with an article that is all of those told of before, and their names. */
function isCountOfNamed(
  { from, group }: Item,
  persons: readonly NameMatch[],
  { pack, tokens }: Words,
): boolean {
  const [first] = persons;
  if (pack.isVerbFinal || group === null || first === undefined || persons.length < 2) return false;
  if (!isOneOf(tokens, from, pack.wordsIn("DEF"))) return false;
  const isNumber = group.quantity?.min === persons.length && group.quantity.max === persons.length;
  return isNumber && holdsOneOf(tokens, from + 2, first.from, pack.wordsIn("IDENTIFYV"));
}

/** "|The lawyer| of one of them A", "|the judge in the case| of one of them A": whoever is named is theirs, and none of them. */
function isOfBond(before: readonly Item[], { pack, tokens, classes }: Words): boolean {
  const last = before.at(-1);
  if (!pack.isVerbFinal || last === undefined) return false;
  const head = last.group?.head ?? "";
  if (classes.of("KINOF")[last.set] === 1 || BONDS.some((name) => pack.wordsIn(name).has(head)))
    return true;
  return [last.to - 1, last.to - 2].some((at) =>
    BONDS.some((name) => isOneOf(tokens, at, pack.wordsIn(name))),
  );
}

const BONDS = ["KINOF", "RELATEDW", "OFFICEPREDW", "BYSTANDERW"];

/** "|His lawyer|, A, said", "the brother of |this prisoner|, A", where whose it is stands behind the noun: A is nobody told of before. */
function isOwnedBy(
  owner: Item,
  noun: Item | undefined,
  opening: Uint8Array,
  { pack, tokens, classes }: Words,
): boolean {
  if (!pack.isVerbFinal) return false;
  const bonds = BONDS.map((name) => pack.wordsIn(name));
  const isBond = tokens.form
    .slice(owner.from, owner.to)
    .some((form) => bonds.some((words) => words.has(form)));
  if (isBond) return true;
  if (noun === undefined || owner.group?.type !== "pronoun") return false;
  return opening[noun.set] !== 1 && classes.colon[noun.set] !== 1;
}

/** "A lawyer, A, identified them as B and C": those named, and not who names them. */
function behindNamer(items: readonly Item[], first: number, words: Words): number {
  const identity = words.classes.of("IDENTIFYV");
  for (let at = first + 1; first >= 0 && at < Math.min(items.length, first + NAMER_REACH); at++) {
    const { set, group } = items[at] as Item;
    if (words.classes.stop[set] === 1 || words.classes.relative[set] === 1) break;
    if (group === null || group.persons.length === 0) continue;
    const isNamed = items.slice(0, at).some((one) => identity[one.set] === 1);
    return isNamed && isAs(items[at - 1], words.pack, words.tokens) ? at : first;
  }
  return first;
}

/** Items from who names somebody to whom they name. */
const NAMER_REACH = 12;

/**
 * "Two were hanged, that the identity of one of them A is declared": where verbs stand last, the identity may stand
 * in the same sentence, behind what is told. Null where it does not; the part is the number of those of them.
 */
function insideOf(
  before: readonly Item[],
  { tokens, pack, classes }: Words,
): { readonly part: number | null } | null {
  if (!pack.isVerbFinal) return null;
  const that = before.findLastIndex(({ from }) => isOneOf(tokens, from, pack.wordsIn("REL")));
  const inner = before.slice(Math.max(that, 0));
  if (that < 1 || inner.length > LONGEST_TOPIC) return null;
  const identity = classes.of("IDENTIFYV");
  const last = inner.at(-1);
  if (inner.length === 1 && classes.of("NAMED")[last?.set ?? 0] === 1) return { part: null };
  // "Three prisoners, that their identity A, B and C is declared, were hanged".
  const whose = inner.at(-1)?.group?.type === "pronoun" ? inner.at(-2) : undefined;
  if (inner.length === 3 && identity[whose?.set ?? 0] === 1) return { part: null };
  const ofThese = classes.of("OFTHEM");
  const of = inner.findIndex(({ set }) => ofThese[set] === 1);
  const told = itemOf(inner, of - 1);
  const part = told?.group?.quantity?.min ?? told?.quantity?.min ?? null;
  return part !== null && inner.some(({ set }) => identity[set] === 1) ? { part } : null;
}

/** One group of people alone is told of there, beside whoever says so. */
function isOnlyGroup(reading: SentenceReading | undefined, { cue }: ClauseClasses): boolean {
  if (reading === undefined) return false;
  const { items } = reading;
  const groups = items.filter(
    ({ group }, at) =>
      group !== null &&
      group.type !== "pronoun" &&
      group.type !== "institution" &&
      cue[items[at + 1]?.set ?? 0] !== 1,
  );
  return groups.length <= 1;
}

/** "Three were hanged, |two lawyers| said": as many as are named tell it, and may be meant. */
function areSaying(
  reading: SentenceReading | undefined,
  count: number,
  { cue }: ClauseClasses,
): boolean {
  const items = reading?.items ?? [];
  return items.some(
    ({ group }, at) => cue[items[at + 1]?.set ?? 0] === 1 && (group?.quantity?.min ?? 0) >= count,
  );
}

/** "Two men were hanged on Monday: A and B": a list behind a colon that ends the telling, and the sentence. */
function isBehindColon(before: readonly Item[], item: Item, words: Words): boolean {
  const { tokens, classes } = words;
  const last = before.at(-1);
  if (last === undefined || classes.colon[last.set] !== 1 || (item.group?.persons.length ?? 0) < 2)
    return false;
  const isSaid = before.some(({ set }) => classes.cue[set] === 1 && classes.trigger[set] !== 1);
  if (opensWithOthers(last.to, item.group?.persons[0]?.from ?? item.from, words)) return false;
  if (tokens.form[item.to] !== "." || isSaid) return false;
  // "Two men were hanged, two lawyers protested: A and B": either.
  const many = item.group?.persons.length ?? 0;
  if (before.filter(({ group }) => group?.quantity?.min === many).length > 1) return false;
  const trigger = before.findLastIndex(
    ({ set }) => classes.trigger[set] === 1 || classes.imprisoned[set] === 1,
  );
  const circumstances = [
    classes.time,
    classes.place,
    classes.preposition,
    classes.determiner,
    classes.comma,
    classes.toDeath,
  ];
  const rest = before.slice(trigger + 1, -1);
  // "sentenced two men to death: A and B": as many as are named.
  const count = rest[0]?.group?.quantity;
  const isCounted = count?.min === item.group?.persons.length && count?.min === count?.max;
  const isOnly = before.every(
    ({ group }) => group === rest[0]?.group || group?.quantity?.min !== count?.min,
  );
  return (
    trigger >= 0 &&
    rest
      .slice(isCounted && isOnly ? 1 : 0)
      .every(
        ({ set, name, group }) =>
          group === null &&
          (name !== null ||
            circumstances.some((members) => members[set] === 1) ||
            classes.of("CAP", "PRISON", "NAME", "ORG")[set] === 1),
      )
  );
}

/** "A man was shot dead by |a guard|. Police named him as A", "|The suspect| fled. …": he may be that one. */
function tellsOfDoer(told: SentenceReading | undefined, { pack }: Words): boolean {
  if (pack.isVerbFinal) return false;
  const nouns = ["DOERNOUNW", "ACCUSEDN"].map((name) => pack.wordsIn(name));
  return (told?.items ?? []).some(({ group }) => {
    const head = group?.head?.split(" ").at(-1) ?? "";
    return group?.type === "noun" && nouns.some((words) => words.has(head));
  });
}

/** "The identity of this prisoner, who had been … since …, is A": where verbs stand last, all that is said of them stands between. */
const LONGEST_IDENTITY = 30;
