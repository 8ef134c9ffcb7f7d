/**
 * In: sentences read into items. Out: where a report says who those are of whom it told without a name: "The dead are A
 * and B", "Police named the man as A", "The accused, A, 35, …", "A, 31, and his brother B, 28, were …".
 * Never: says whom they were told of; that is for nameVictims.
 */
import type { ClauseClasses } from "./clauseClasses.ts";
import type { NameMatch } from "./findNames.ts";
import { isUnsure } from "./eventIdentified.ts";
import { leastWhole } from "./introducedParts.ts";
import { type Group, type Item, itemOf } from "./items.ts";
import type { LanguagePack } from "./packRows.ts";
import type { SentenceReading } from "./speech.ts";
import type { Tokens } from "./tokens.ts";

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
};

type Words = {
  readonly tokens: Tokens;
  readonly pack: LanguagePack;
  readonly classes: ClauseClasses;
};

/** Everybody who is brought in by a noun of their own ("a neighbour, A", "his son B"). */
export function findDescribed(
  readings: readonly SentenceReading[],
  { tokens, pack }: Words,
): Introduction[] {
  const human = pack.wordsIn("HUMAN");
  const found: Introduction[] = [];
  for (const { index, items } of readings) {
    for (const { group } of items) {
      if (group === null) continue;
      for (const person of group.persons) {
        const last = person.titleFrom - (tokens.form[person.titleFrom - 1] === "," ? 2 : 1);
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
  pack: LanguagePack,
): Map<string, "female" | "male"> {
  const sexes = new Map<string, "female" | "male">();
  for (const { name, person } of names) if (person?.sex != null) sexes.set(name, person.sex);
  for (const { persons, head } of described) {
    const [person] = persons;
    if (person === undefined || head === null || sexes.has(person.name)) continue;
    if (pack.wordsIn("SEX.female").has(head)) sexes.set(person.name, "female");
    else if (pack.wordsIn("SEX.male").has(head)) sexes.set(person.name, "male");
  }
  return sexes;
}

/** Who is introduced in each sentence, at most once a sentence. */
export function findIntroductions(
  readings: readonly SentenceReading[],
  words: Words,
): Introduction[] {
  const named = words.classes.of("NAMED", "IDENTIFYV", "INCLUDEV");
  const being = words.classes.of("BE");
  const ofThese = words.classes.of("OFTHEM");
  const identity = words.classes.of("IDENTIFYV");
  const called = words.classes.of("CALLEDV");
  const marks = words.classes.of("COMMA", "COLON", "DASH", "OPEN");
  const opening = words.classes.of("BULLET", "CONJ", "TIME", "COMMA", "DASH");
  return readings.flatMap((reading) => {
    const { items } = reading;
    const at = items.findIndex(({ group }) => group !== null && group.persons.length > 0);
    const item = itemOf(items, at);
    if (item?.group == null) return [];
    const { persons, quantity } = item.group;
    const count = (item.group.hasRest ? quantity?.min : null) ?? persons.length;
    const before = items.slice(0, at);
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
    const beside = itemOf(items, at - 1);
    const isPart = ofThese[beside?.set ?? 0] === 1 || beside?.group?.isPartitive === true;
    const of = ofThese[beside?.set ?? 0] === 1 ? itemOf(items, at - 2) : beside;
    const part = of?.group?.quantity ?? of?.quantity;
    const ofSentence = words.pack.isVerbFinal ? lastPeople(readings, reading, words) : null;
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
      words.pack.wordsIn("NAMINGAS").has(words.tokens.form[(beside?.to ?? 0) - 1] ?? "") &&
      !before.some(({ from }) => words.pack.wordsIn("WRONGLYW").has(words.tokens.form[from] ?? ""))
    )
      return found("identified", null).map((one) => ({ ...one, isPart: true }));
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
      if (!isOnlyGroup(readings[reading.index - 1], words.classes)) return [];
      const isOne = ofThese[itemOf(items, at - 2)?.set ?? 0] === 1;
      return found("identified", null).map((one) => ({ ...one, isPart: isOne, isClose: true }));
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
    const isIdentity = before.some(({ set }) => identity[set] === 1);
    const isThis =
      words.pack.isVerbFinal &&
      beside !== undefined &&
      words.pack.wordsIn("DEF").has(words.tokens.form[beside.from] ?? "");
    const [first] = persons;
    if (isThis && persons.length === 1 && first !== undefined && first.titleFrom < first.from)
      return found(
        isIdentity ? "identified" : "definite",
        words.tokens.form[first.titleFrom] ?? null,
      );
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
    const isAlone = topic !== undefined && isToldAlone(before, topic, words);
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
    if (comma !== undefined && noun !== undefined && marks[comma.set] === 1 && isTopic(noun, words))
      return found("definite", noun.group?.head ?? null);
    if (!before.every(({ set }) => opening[set] === 1)) return [];
    return isDefinite(item, words) ? found("definite", item.group.head) : found("plain", null);
  });
}

/** "It is not true that they were A", "The other two were A and B", "The killers of the two men were A and B". */
function isOfNobodyTold({ items }: SentenceReading, at: number, words: Words): boolean {
  const { pack, tokens, classes } = words;
  const before = items.slice(0, at);
  if (before.length === 0) return false;
  const further = pack.wordsIn("FURTHER");
  const forms = tokens.form.slice(before[0]?.from, before.at(-1)?.to);
  const ahead = pack.wordsIn("TOBEW");
  if (forms.some((form) => further.has(form) || ahead.has(form))) return true;
  const isOwned = before.some(
    (item, index) =>
      isTopic(item, words) &&
      classes.of_[itemOf(before, index - 1)?.set ?? 0] === 1 &&
      !pack.wordsIn("IDENTITYN").has(tokens.form[(itemOf(before, index - 2)?.to ?? 0) - 1] ?? ""),
  );
  return isOwned || isUnsure(items, at, words);
}

/** "The men they killed were named as A", "The judge who sentenced the men is A": others; "They were not A": nobody. */
function isToldAlone(before: readonly Item[], topic: Item, { pack, classes }: Words): boolean {
  if (pack.isVerbFinal) return true;
  const at = before.indexOf(topic);
  if (before.slice(0, at).some(({ set }) => classes.relative[set] === 1)) return false;
  if (before.slice(at + 1).some(({ set }) => classes.negation[set] === 1 || classes.may[set] === 1))
    return false;
  if (topic.group?.type !== "pronoun") return true;
  const beside = itemOf(before, at - 1)?.group ?? null;
  return beside === null || beside.type === "institution";
}

/** "The names of these two OBJECT A and B declared", "… became clear to A and B": those named tell or learn it. */
function isToldByNamed(
  before: readonly Item[],
  identity: Uint8Array,
  { object, preposition, cue, of }: ClauseClasses,
): boolean {
  const orgs = of("ORG", "NAME", "INST", "INSTG", "CUE.orgnoun");
  const at = before.findIndex(({ set }) => identity[set] === 1);
  if (at < 0) return false;
  const last = before.at(-1)?.set ?? 0;
  if (preposition[last] === 1) return true;
  // "Hengaw the identity of the two OBJECT A and B declared": who declares it stands before.
  const hasTeller = before
    .slice(0, at)
    .some(
      ({ name, group, set }) =>
        name !== null || group !== null || cue[set] === 1 || orgs[set] === 1,
    );
  return !hasTeller && before.slice(at).some(({ set }) => object[set] === 1);
}

/** The last sentence before that counts or names several people, whom "of them" means; null where none does. */
function lastPeople(
  readings: readonly SentenceReading[],
  reading: SentenceReading,
  { tokens, pack }: Words,
): number | null {
  const at = readings.indexOf(reading);
  const definite = pack.wordsIn("DEF");
  for (let before = at - 1; before >= Math.max(0, at - PEOPLE_REACH); before--) {
    const hasPeople = readings[before]?.items.some(({ group, from }) => {
      if (group === null || group.type === "pronoun" || group.type === "institution") return false;
      if (definite.has(tokens.form[from] ?? "") || definite.has(tokens.form[from - 1] ?? ""))
        return false;
      const isMany =
        pack.plurals.words.has(group.head ?? "") ||
        pack.plurals.suffixes.some((suffix) => group.head?.endsWith(suffix) === true);
      return group.quantity === null
        ? isMany || group.persons.length > 1
        : group.quantity.min !== 1;
    });
    if (hasPeople === true) return readings[before]?.index ?? null;
  }
  return null;
}

/** Sentences in which the people can have been told whom "of them" means. */
const PEOPLE_REACH = 5;

/** "were wrongly identified as A and B". */
function isMisnamed(before: readonly Item[], named: Uint8Array, { pack, tokens }: Words): boolean {
  if (pack.isVerbFinal || !before.some(({ set }) => named[set] === 1)) return false;
  const wrongly = pack.wordsIn("WRONGLYW");
  return tokens.form
    .slice(before[0]?.from ?? 0, before.at(-1)?.to ?? 0)
    .some((form) => wrongly.has(form));
}

/** "The two men executed in Karun were identified as A and B": named in the sentence that tells of them, and as many. */
function isOfParticiple(
  before: readonly Item[],
  count: number,
  named: Uint8Array,
  { pack, tokens, classes }: Words,
): boolean {
  const [whom, verb] = before[0]?.group == null ? before.slice(1) : before;
  const number = whom?.group?.quantity?.min ?? (whom?.group?.type === "noun" ? 1 : null);
  const last = before.at(-1);
  return (
    number === count &&
    before.length <= LONGEST_TOPIC &&
    classes.trigger[verb?.set ?? 0] === 1 &&
    pack.wordsIn("NAMINGAS").has(tokens.form[(last?.to ?? 0) - 1] ?? "") &&
    before.some(({ set }) => named[set] === 1) &&
    !tokens.form.slice(before[0]?.from, last?.to).some((form) => pack.wordsIn("WRONGLYW").has(form))
  );
}

/**
 * "Two were hanged, that the identity of one of them A is declared": where verbs stand last, the identity may stand
 * in the same sentence, behind what is told. Null where it does not; the part is the number of those of them.
 */
function insideOf(
  before: readonly Item[],
  { tokens, pack, classes }: Words,
): { readonly part: number | null } | null {
  if (!pack.isVerbFinal) return null;
  const that = before.findLastIndex(({ from }) => pack.wordsIn("REL").has(tokens.form[from] ?? ""));
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

/** "The names of three could be confirmed: A, B and C": some of those told before. */
function isNamesOf(
  before: readonly Item[],
  count: number,
  { tokens, pack, classes }: Words,
): boolean {
  const last = before.at(-1);
  if (last === undefined || classes.colon[last.set] !== 1) return false;
  return before.some((item, at) => {
    const quantity = item.group?.quantity ?? item.quantity;
    const noun = itemOf(before, at - 2);
    return (
      quantity?.min === count &&
      isAnyone(item, pack) &&
      isSaidOf(itemOf(before, at + 1), classes) &&
      classes.of_[itemOf(before, at - 1)?.set ?? 0] === 1 &&
      noun !== undefined &&
      pack.wordsIn("IDENTITYN").has(tokens.form[noun.to - 1] ?? "")
    );
  });
}

/** "The man was A's client", "They were identified by A", "The man who told us was A": others than those told of. */
function isOfOthers(
  before: readonly Item[],
  { to }: Item,
  next: Item | undefined,
  { classes, tokens, pack }: Words,
): boolean {
  const isBehindAs = before.length > 0 && isAs(before.at(-1), pack, tokens);
  if (isBehindAs && next !== undefined && classes.lower[next.set] === 1) return true;
  // "A and B supporters".
  if (next?.group != null && next.group.persons.length === 0 && next.group.type === "noun")
    return true;
  // "A's client"; "Was one of them A?" asks.
  if (next !== undefined && classes.possessive[next.set] === 1) return true;
  if (tokens.form[to] === "?") return true;
  const last = before.at(-1);
  if (last !== undefined && pack.wordsIn("BYW").has(tokens.form[last.to - 1] ?? "")) return true;
  // "as an accomplice of A".
  if (last !== undefined && classes.of_[last.set] === 1) return true;
  return classes.be[last?.set ?? 0] === 1 && before.some(({ set }) => classes.relative[set] === 1);
}

function isAs(item: Item | undefined, pack: Words["pack"], tokens: Words["tokens"]): boolean {
  return item !== undefined && pack.wordsIn("NAMINGAS").has(tokens.form[item.to - 1] ?? "");
}

/** "The two were A and B", "One of them was A", "Their names were given as A and B": with these words the sentence begins. */
function isSaidClose(items: readonly Item[], at: number, being: Uint8Array, words: Words): boolean {
  const { tokens, pack, classes } = words;
  const count = items[at]?.group?.persons.length ?? 0;
  const isBeing = being[items[at - 1]?.set ?? 0] === 1;
  const number = itemOf(items, at - 2);
  if (isBeing && at === 3) {
    const isThese = classes.of("OFTHEM")[number?.set ?? 0] === 1;
    if (isThese && items[0]?.quantity?.min === 1 && count === 1) return true;
    const opens = pack.wordsIn("DEF").has(tokens.form[items[0]?.from ?? 0] ?? "");
    if (opens) return number?.group === null && number.quantity?.min === count;
  }
  if (at > LONGEST_TOPIC) return false;
  if (isNumberNamed(items.slice(0, at), count, words)) return true;
  const name = items.findIndex(({ to }) =>
    pack.wordsIn("IDENTITYN").has(tokens.form[to - 1] ?? ""),
  );
  const owner = items[name];
  return (
    owner !== undefined &&
    name < 2 &&
    name < at &&
    classes.aux[items[name + 1]?.set ?? 0] === 1 &&
    pack.wordsIn(count === 1 ? "POSSSG" : "POSSPL").has(tokens.form[owner.to - 2] ?? "")
  );
}

/** "The three were named by police as", "The group identified the three as". */
function isNumberNamed(
  before: readonly Item[],
  count: number,
  { tokens, pack, classes }: Words,
): boolean {
  const number = itemOf(before, 1);
  const last = before.at(-1);
  const object = itemOf(before, before.length - 2);
  if (
    object?.group === null &&
    object.quantity?.min === count &&
    last !== undefined &&
    pack.wordsIn("NAMINGAS").has(tokens.form[last.to - 1] ?? "") &&
    pack.wordsIn("DEF").has(tokens.form[object.from - 1] ?? "") &&
    classes.of("IDENTIFYV", "NAMED")[itemOf(before, before.length - 4)?.set ?? 0] === 1
  )
    return true;
  return (
    number?.group === null &&
    number.quantity?.min === count &&
    last !== undefined &&
    pack.wordsIn("DEF").has(tokens.form[before[0]?.from ?? 0] ?? "") &&
    pack.wordsIn("NAMINGAS").has(tokens.form[last.to - 1] ?? "") &&
    before.some(({ set }) => classes.of("NAMED", "INCLUDEV")[set] === 1) &&
    // "The two named as accomplices A and B" named others.
    before.some(({ from, to }) =>
      tokens.form.slice(from, to).some((form) => pack.wordsIn("FINBE").has(form)),
    )
  );
}

/** "They include", "Among them were": some of those of the sentence before. */
function isSomeOfThem(before: readonly Item[], { tokens, pack, classes }: Words): boolean {
  const [first, verb] = before;
  if (first === undefined || verb === undefined || before.length > LONGEST_TITLE) return false;
  const isTitle = ({ set }: Item): boolean =>
    classes.determiner[set] === 1 || classes.adjective[set] === 1;
  if (!before.slice(2).every(isTitle)) return false;
  if (classes.of("AMONGTHEM")[first.set] === 1) return classes.be[verb.set] === 1;
  return (
    pack.wordsIn("PRONPL").has(tokens.form[first.from] ?? "") &&
    first.to - first.from === 1 &&
    classes.of("INCLUDEV")[verb.set] === 1 &&
    !pack.wordsIn("NAMINGAS").has(tokens.form[verb.to - 1] ?? "")
  );
}

/**
 * "Among those the name A is seen", "A and B are among those", "A is one of them": where verbs stand last, a short sentence that says
 * nothing else of those of the sentence before.
 */
function isAmongThose(items: readonly Item[], at: number, { classes }: Words): boolean {
  const those = classes.of("AMONGTHOSE");
  const ofThese = classes.of("OFTHEM");
  const naming = classes.of("IDENTIFYV");
  const passing = classes.of("ADV", "COMMA", "QO", "QC");
  const seen = classes.of("SEENV", "BE", "CALLEDV");
  const stops = classes.of("DOT", "SEMI", "QC", "NEWLINE");
  const count = items[at]?.group?.persons.length;
  const shape = items.filter((_, index) => index !== at);
  const verb = shape.findIndex(({ set }) => seen[set] === 1);
  if (verb < 0 || verb > MOST_AMONG || items.indexOf(shape[verb] as Item) < at) return false;
  // "A was one of them who was saved": what goes on may tell another fate.
  if (!shape.slice(verb + 1).every(({ set }) => stops[set] === 1)) return false;
  let isTied = false;
  for (const [index, { set, quantity, group }] of shape.slice(0, verb).entries()) {
    if (those[set] === 1) isTied = true;
    else if (ofThese[set] === 1) {
      const told = itemOf(shape, index - 1);
      if ((told?.group?.quantity ?? told?.quantity)?.min !== count) return false;
      isTied = true;
    } else if (naming[set] !== 1 && passing[set] !== 1) {
      const next = shape[index + 1];
      const isCounted = (group?.quantity ?? quantity) != null && (group?.persons.length ?? 0) === 0;
      if (!isCounted || next === undefined || ofThese[next.set] !== 1) return false;
    }
  }
  return isTied;
}

/** Words that such a sentence has beside the names and its verb. */
const MOST_AMONG = 6;
/** "Among them were", and what describes the first of them ("the heroic teacher A"). */
const LONGEST_TITLE = 5;

/** "the two", "these two". */
function isTheNumber(item: Item | undefined, count: number, { pack, tokens }: Words): boolean {
  return (
    item?.group === null &&
    item.quantity?.min === count &&
    item.quantity.max === count &&
    pack.wordsIn("DEF").has(tokens.form[item.from - 1] ?? "")
  );
}

/** "Two judges decided. The identity of these two …": so many others, of whom the sentence before tells no event. */
function areOthers(
  before: SentenceReading | undefined,
  count: number,
  { classes }: Words,
): boolean {
  const telling = classes.of("CARRIED", "DIEV", "UPHELD", "ISSUED");
  if (
    before === undefined ||
    before.items.some(({ set }) => classes.trigger[set] === 1 || telling[set] === 1)
  )
    return false;
  return before.items.some(({ group }) => group?.quantity?.min === count);
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

/** "Two men were hanged on Monday: A and B": a list behind a colon that ends the telling, and the sentence. */
function isBehindColon(before: readonly Item[], item: Item, words: Words): boolean {
  const { tokens, classes } = words;
  const last = before.at(-1);
  if (last === undefined || classes.colon[last.set] !== 1 || (item.group?.persons.length ?? 0) < 2)
    return false;
  if (tokens.form[item.to] !== "." || before.some(({ set }) => classes.cue[set] === 1))
    return false;
  const trigger = before.findLastIndex(({ set }) => classes.trigger[set] === 1);
  const circumstances = [
    classes.time,
    classes.place,
    classes.preposition,
    classes.determiner,
    classes.comma,
  ];
  return (
    trigger >= 0 &&
    before
      .slice(trigger + 1, -1)
      .every(
        ({ set, name, group }) =>
          group === null &&
          (name !== null ||
            circumstances.some((members) => members[set] === 1) ||
            classes.of("CAP", "PRISON", "NAME", "ORG")[set] === 1),
      )
  );
}

/** "three", "three prisoners"; of "three guards" nobody was told before. */
function isAnyone({ group, from, to }: Item, pack: Words["pack"]): boolean {
  if (group === null) return true;
  return (
    group.type === "counted" && to - from <= 2 && pack.wordsIn("ANYBODY").has(group.head ?? "")
  );
}

/** The verb or the colon stands right behind: nothing says which of them ("three of those pardoned"). */
function isSaidOf(next: Item | undefined, classes: Words["classes"]): boolean {
  return next !== undefined && (classes.aux[next.set] === 1 || classes.colon[next.set] === 1);
}

/** Some of the dead told before ("one of the dead", "two of the victims"). */
function isOfTheDead({ row, isPartitive }: Group): boolean {
  return isPartitive || row.startsWith("group.of-the-");
}

/** "Identified as", "Named as": a verb of naming without a subject. */
function isNaming({ set, from, to }: Item, { tokens, pack, classes }: Words): boolean {
  return (
    classes.of("NAMED")[set] === 1 &&
    pack.wordsIn("IDENTIFIEDAS").has(tokens.form.slice(from, to).join(" "))
  );
}

/** A sentence that says who somebody is has few words before the names. */
const LONGEST_TOPIC = 8;

/** "The identity of this prisoner, who had been … since …, is A": where verbs stand last, all that is said of them stands between. */
const LONGEST_IDENTITY = 30;

/** "the victims", "those killed", "he", "They". */
function isTopic(item: Item, { pack, tokens }: Words): boolean {
  const { group } = item;
  if (group === null || group.persons.length > 0) return false;
  return (
    group.type !== "institution" &&
    (group.type === "pronoun" ||
      pack.wordsIn("DEF").has(tokens.form[item.from] ?? "") ||
      (pack.isVerbFinal && pack.wordsIn("DEF").has(tokens.form[item.from - 1] ?? "")) ||
      pack.wordsIn("POSSP").has(tokens.form[item.from] ?? "") ||
      (pack.isVerbFinal &&
        ["VICTIMN", "ACCUSEDN", "EXECUTEDN"].some((name) => isNoun(name, group.head, pack))))
  );
}

/** "The identity of the wounded porters is …": a noun for people behind a word for names. */
function isPeople({ group }: Item): boolean {
  return group !== null && group.persons.length === 0 && group.type === "noun";
}

/** "The names of some of the dead". */
function isSome({ from }: Item, { pack, tokens }: Words): boolean {
  return pack.wordsIn("UNCOUNTED").has(tokens.form[from] ?? "");
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

function isDefinite(item: Item, { pack, tokens }: Words): boolean {
  return pack.wordsIn("DEF").has(tokens.form[item.from] ?? "");
}
