/**
 * In: the groups of a document in order. Out: the group that "they", "the men", "both" or "all three" means, where that is safe.
 * Never: chooses between two groups that the report does not tell apart; reaches back further than a few sentences.
 */
import type { Item } from "./items.ts";
import type { SentenceReading } from "./speech.ts";

/** How many sentences back a group may stand. */
export const GROUP_REACH = 3;
/** How many sentences back so many as are counted may stand. */
const COUNTED_REACH = 8;

/** What is asked of the items around a plural reference. */
export type GroupQuestions = {
  /** The item begins with who says something. */
  readonly isSpeaker: (item: Item) => boolean;
  /** The item says in which office those before it had to do with it. */
  readonly isOfficer: (next: Item | undefined) => boolean;
  /** The item names those who judged or served in the case, by their title or what stands before. */
  readonly isOffice: (item: Item) => boolean;
  /** "the men", "their wives": several told of by a noun, whoever they are. */
  readonly isSeveral: (item: Item) => boolean;
  /** What refers is a noun: whoever speaks in its sentence speaks of others. */
  readonly isNoun: boolean;
  /** "all of them": of whatever group was told of last, so there must be but one. */
  readonly isWhole: boolean;
  /** "Accused of killing two guards, they": those in what stands before are others. */
  readonly isFronted: (reading: SentenceReading) => boolean;
};

export const NO_QUESTIONS: GroupQuestions = {
  isSpeaker: () => false,
  isOfficer: () => false,
  isOffice: () => false,
  isSeveral: () => false,
  isNoun: false,
  isWhole: false,
  isFronted: () => false,
};

/** The group that "they" or "the men" means: the last plural group before, or null. */
export function findPlural(
  readings: readonly SentenceReading[],
  index: number,
  token: number,
  {
    isSpeaker,
    isOfficer,
    isOffice,
    isSeveral,
    isNoun,
    isWhole,
    isFronted,
  }: GroupQuestions = NO_QUESTIONS,
): Item | null {
  for (let back = 0; back <= GROUP_REACH; back++) {
    const reading = readings[index - back];
    if (reading === undefined) return null;
    if (back === 0 && isFronted(reading)) continue;
    if (back > 0 && reading.items.some((item) => item.group?.isPartitive === true)) continue;
    let found: Item | null = null;
    let speaker: Item | null = null;
    let several: Item | null = null;
    let saying: Item | null = null;
    for (const [at, item] of reading.items.entries()) {
      if (back === 0 && item.from >= token) break;
      const { group } = item;
      // "Forty were women, and five had not turned 18 when they were arrested": the five.
      if (back === 0 && found !== null && isCountedSubject(item, reading.items[at + 1]))
        return null;
      if (group === null || group.type === "pronoun" || group.type === "institution") continue;
      if (back > 0 && isSeveral(item)) {
        if (isSpeaker(item)) saying ??= item;
        else several ??= item;
      }
      const isPlural =
        group.persons.length > 1 || (group.quantity !== null && group.quantity.min !== 1);
      if (!isPlural) continue;
      if (back > 0 && isOfficer(reading.items[at + 1])) continue;
      if (isOffice(item)) continue;
      // "Four experts asked about six men. They are at risk": the six, not those who speak.
      if (back === 0 && isNoun && isSpeaker(item)) return null;
      // "A and B visited four prisoners. They …": of two groups nobody knows which.
      const isOther = hasNames(found) && !isSpeaker(item) && group.persons.length === 0;
      if ((isWhole && found !== null) || (back > 0 && !isNoun && isOther)) return null;
      if (back > 0 && isSpeaker(item)) speaker ??= item;
      else found ??= item;
    }
    // "The experts A and B spoke about the men. They …": of two groups nobody knows which.
    if (back > 0 && !isNoun && found !== null && several !== null) return null;
    found ??= several ?? speaker ?? saying;
    if (found !== null) return found;
  }
  return null;
}

function hasNames(item: Item | null): boolean {
  return item?.group !== null && item?.group !== undefined && item.group.persons.length > 0;
}

/** A number by itself right before its verb. */
function isCountedSubject({ group, quantity }: Item, next: Item | undefined): boolean {
  return (
    group === null &&
    quantity?.measure === "count" &&
    next?.entry?.classes.some((name) => name === "HAVE" || name === "BE") === true
  );
}

/**
 * Whether "these men" may as well mean others than the group found: a larger one told before that holds the same people, or
 * one set beside it in its sentence ("A and B …, and three others").
 */
export function hasRival(
  readings: readonly SentenceReading[],
  index: number,
  found: Item,
  isFurther: (item: Item) => boolean,
): boolean {
  const names = new Set(found.group?.persons.map(({ name }) => name));
  if (names.size < 2) return false;
  return readings.slice(Math.max(0, index - COUNTED_REACH), index).some(({ items }) => {
    const isBeside = items.includes(found);
    return items.some((item) => {
      if (item === found || item.group === null || item.group.type === "institution") return false;
      if (isBeside && item.group.quantity !== null && isFurther(item)) return true;
      const others = item.group.persons;
      return (
        others.length > names.size &&
        others.filter(({ name }) => names.has(name)).length >= names.size
      );
    });
  });
}

/**
 * The group of `count` names that "both", "all three" or "the four men" means: the only one of that size which the
 * report told of before, or null. Null too where others of that size, whom the report does not name, stand nearer.
 */
export function findCounted(
  readings: readonly SentenceReading[],
  index: number,
  token: number,
  count: number,
  isOther: (item: Item, found: Item, reading: SentenceReading) => boolean = () => false,
): Item | null {
  let found: Item | null = null;
  const first = Math.max(0, index - COUNTED_REACH);
  for (let at = first; at <= index; at++) {
    for (const item of readings[at]?.items ?? []) {
      if (at === index && item.from >= token) break;
      const persons = item.group?.persons ?? [];
      const isWhole = item.group?.hasRest !== true || item.group.quantity?.max === count;
      if (persons.length !== count || !isWhole) continue;
      if (persons.some((name) => name.isTitleOfficial)) continue;
      if (found !== null && !haveSameNames(found, item)) return null;
      found = item;
    }
  }
  if (found === null) return null;
  for (let at = first; at <= index; at++) {
    const reading = readings[at];
    if (reading === undefined || reading.sentence.to <= found.from) continue;
    for (const item of reading.items) {
      if (item.from < found.to) continue;
      if (item.from >= token) break;
      if (isOther(item, found, reading)) return null;
    }
  }
  return found;
}

function haveSameNames(left: Item, right: Item): boolean {
  const names = new Set(left.group?.persons.map((person) => person.name));
  return right.group?.persons.every((person) => names.has(person.name)) === true;
}
