/**
 * In: a person of a roster. Out: keys, one of which it shares with nearly every record of the same person.
 * Never: holds that two people who share a key are one; keys only propose.
 */
import { NONE, type Roster } from "./roster.ts";
import type { Vocabulary } from "./vocabulary.ts";

const MOST_WORDS = 5;
const MOST_KEYS = 600;

/** Keys of one person; filled anew by each call of readKeys. */
export const keys = {
  count: 0,
  values: new Uint32Array(MOST_KEYS),
  isWeak: new Uint8Array(MOST_KEYS),
  /** Whether whoever shares the key shares the key of the two words too, and less often. */
  isFine: new Uint8Array(MOST_KEYS),
};

const skeletons = new Int32Array(MOST_WORDS * 2);
/** Letters by which the first and the last word are abbreviated. */
const initials = { first: 0, last: 0 };

/** Days of one key span this many days; who looks asks for its neighbour too. */
const DAYS_OF_A_KEY = 4;

/** Kinds of keys; a kind is part of the hash, so that keys of two kinds never meet. */
const TWO_WORDS = 1;
const TWO_WORDS_DAYS = 2;
const TWO_WORDS_PROVINCE = 3;
const WORD_DAY = 4;
const WORD_TOWN = 5;
const FIRST_AND_BEGIN = 6;
const BEGIN_AND_LAST = 7;
const BEGINS_DAY = 8;
const WHOLE = 9;
const WORD_PROVINCE_AGE = 10;
const TWO_WORDS_YEAR = 11;
const TWO_WORDS_AGE = 12;
const TWO_WORDS_FATHER = 13;
const TWO_WORDS_TOWN = 14;
const TWO_WORDS_PRISON = 15;
const INITIAL_AND_LAST = 16;
const FIRST_AND_INITIAL = 17;

/** Who looks adds the keys of days before and after: of the nearer side, or of both, so that any of two finds the other. */
export type Looking = false | "near" | "around";

/** With `isFine`, keys that are told apart by year, age, father, town and prison too: for names that many have. */
export function readKeys(
  roster: Roster,
  person: number,
  vocabulary: Vocabulary,
  looking: Looking,
  isFine = false,
): void {
  keys.count = 0;
  at.isFine = isFine;
  if (isFine) {
    const father = roster.fatherStart[person] ?? 0;
    const word = roster.fatherWords[father] ?? 0;
    at.father =
      father === roster.fatherStart[person + 1]
        ? 0
        : (vocabulary.skeletonKeys[vocabulary.skeletonIds[word] ?? 0] ?? 0);
    at.prison = roster.prison[person] ?? 0;
    const [from = NONE, to = NONE] = [roster.dayFrom[person], roster.dayTo[person]];
    at.year =
      from === NONE || to - from > DAYS_OF_A_YEAR + 1
        ? NONE
        : Math.floor((from + to) / 2 / DAYS_OF_A_YEAR);
  }
  at.day =
    roster.dayFrom[person] === roster.dayTo[person] ? (roster.dayFrom[person] ?? NONE) : NONE;
  at.town = roster.town[person] ?? 0;
  at.province = roster.province[person] ?? 0;
  at.age = roster.ageFrom[person] ?? -1;
  const end = roster.formStart[person + 1] ?? 0;
  for (let form = roster.formStart[person] ?? 0; form < end; form++) {
    const count = readSkeletons(roster, form, vocabulary, false);
    pushForm(count, joinedSkeletons(roster, form, vocabulary, count), vocabulary, looking);
    if (readSkeletons(roster, form, vocabulary, true) === 0) continue;
    pushForm(count, count, vocabulary, looking);
  }
}

/** When and where the person is. */
const at = {
  day: NONE,
  town: 0,
  province: 0,
  age: -1,
  isFine: false,
  year: NONE,
  father: 0,
  prison: 0,
};
const DAYS_OF_A_YEAR = 365;

/** Keys of one way of writing a name: `count` skeletons of words, behind them those of neighbours written as one. */
function pushForm(count: number, joined: number, vocabulary: Vocabulary, looking: Looking): void {
  const { day, town, province, age } = at;
  const beginOfFirst = vocabulary.begins[skeletons[0] ?? 0] ?? 0;
  const beginOfLast = vocabulary.begins[skeletons[count - 1] ?? 0] ?? 0;
  // From here on each skeleton is the number that it has in every run: keys may be kept.
  for (let i = 0; i < joined; i++) skeletons[i] = vocabulary.skeletonKeys[skeletons[i] ?? 0] ?? 0;
  for (let i = 0; i < joined; i++) {
    const x = skeletons[i] ?? 0;
    if (i >= count) {
      /** Two words that the other side may write as one, beside the words around them. */
      for (let j = 0; j < count; j++) {
        const y = skeletons[j] ?? 0;
        if (j === i - count || j === i - count + 1) continue;
        const two = x < y ? mix(x, y) : mix(y, x);
        push(mix(TWO_WORDS, two));
        if (day !== NONE) pushDays(mix(TWO_WORDS_DAYS, two), day, looking, 1);
      }
    } else {
      for (let j = i + 1; j < count; j++) {
        const y = skeletons[j] ?? 0;
        const two = x < y ? mix(x, y) : mix(y, x);
        push(mix(TWO_WORDS, two));
        if (day !== NONE) pushDays(mix(TWO_WORDS_DAYS, two), day, looking, 1);
        if (province !== 0) push(mix(mix(TWO_WORDS_PROVINCE, two), province), 1);
        if (at.isFine) pushFine(two, looking);
      }
      if (province !== 0 && age >= 0) push(mix(mix(mix(WORD_PROVINCE_AGE, x), province), age));
    }
    if (day !== NONE) {
      push(mix(mix(WORD_DAY, x), day));
      if (looking !== false) {
        push(mix(mix(WORD_DAY, x), day - 1));
        push(mix(mix(WORD_DAY, x), day + 1));
      }
    }
    if (town !== 0) pushWeak(mix(mix(WORD_TOWN, x), town));
  }
  if (count === 0) return;
  push(mix(WHOLE, wholeOf(count)));
  if (count < 2) return;
  const first = skeletons[0] ?? 0;
  const last = skeletons[count - 1] ?? 0;
  pushWeak(mix(mix(FIRST_AND_BEGIN, first), beginOfLast));
  pushWeak(mix(mix(BEGIN_AND_LAST, beginOfFirst >>> 8), last));
  pushWeak(mix(mix(FIRST_AND_INITIAL, first), initials.last));
  pushWeak(mix(mix(INITIAL_AND_LAST, initials.first), last));
  if (day !== NONE) pushDays(mix(mix(BEGINS_DAY, beginOfFirst), beginOfLast), day, looking);
}

/** Two words of a name with what else is said: those who look ask for the years and ages beside their own too. */
function pushFine(two: number, looking: Looking): void {
  const { town, age, year, father, prison } = at;
  if (town !== 0) push(mix(mix(TWO_WORDS_TOWN, two), town), 1);
  if (father !== 0) push(mix(mix(TWO_WORDS_FATHER, two), father), 1);
  if (prison !== 0) push(mix(mix(TWO_WORDS_PRISON, two), prison), 1);
  const years = looking === false ? 0 : 1;
  if (year !== NONE)
    for (let by = -years; by <= years; by++) push(mix(mix(TWO_WORDS_YEAR, two), year + by), 1);
  const ages = looking === false ? 0 : 2;
  if (age >= 0)
    for (let by = -ages; by <= ages; by++) push(mix(mix(TWO_WORDS_AGE, two), age + by), 1);
}

function pushDays(key: number, day: number, looking: Looking, isFine: 0 | 1 = 0): void {
  push(mix(key, Math.floor(day / DAYS_OF_A_KEY)), isFine);
  if (looking === false) return;
  if (looking === "around") {
    push(mix(key, Math.floor(day / DAYS_OF_A_KEY) - 1), isFine);
    push(mix(key, Math.floor(day / DAYS_OF_A_KEY) + 1), isFine);
    return;
  }
  const near = day % DAYS_OF_A_KEY < DAYS_OF_A_KEY / 2 ? -1 : 1;
  push(mix(key, Math.floor(day / DAYS_OF_A_KEY) + near), isFine);
}

function push(key: number, isFine: 0 | 1 = 0): void {
  add(key, 0, isFine);
}

/** A key that strangers often share: a large block of them is not looked at. */
function pushWeak(key: number): void {
  add(key, 1, 0);
}

/** Both scripts of a name make many of the same keys. */
function add(key: number, isWeak: 0 | 1, isFine: 0 | 1): void {
  for (let at = 0; at < keys.count; at++) if (keys.values[at] === key) return;
  if (keys.count === MOST_KEYS) return;
  keys.isWeak[keys.count] = isWeak;
  keys.isFine[keys.count] = isFine;
  keys.values[keys.count++] = key;
}

/** One number of two, 32 bits, spread evenly. */
function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 13;
  return hash >>> 0;
}

/** How many words there are; of another reading 0 where the house of the list reads none of them otherwise. */
function readSkeletons(
  roster: Roster,
  form: number,
  vocabulary: Vocabulary,
  isOther: boolean,
): number {
  let count = 0;
  let others = 0;
  const end = roster.wordStart[form + 1] ?? 0;
  for (let at = roster.wordStart[form] ?? 0; at < end && count < MOST_WORDS; at++) {
    const word = roster.words[at] ?? 0;
    const other = isOther ? (vocabulary.otherSkeletonIds[word] ?? 0) : 0;
    if (other !== 0) others++;
    initials.last = vocabulary.initials[word] ?? 0;
    if (count === 0) initials.first = initials.last;
    skeletons[count++] = other === 0 ? (vocabulary.skeletonIds[word] ?? 0) : other;
  }
  return isOther && others === 0 ? 0 : count;
}

/** Adds the skeletons of neighbours written as one word behind the others; returns how many there are with them. */
function joinedSkeletons(
  roster: Roster,
  form: number,
  vocabulary: Vocabulary,
  count: number,
): number {
  if (count < 3) return count;
  let all = count;
  const start = roster.wordStart[form] ?? 0;
  for (let at = start; at + 1 < start + count; at++) {
    const a = roster.words[at] ?? 0;
    const b = roster.words[at + 1] ?? 0;
    skeletons[all++] = vocabulary.joinedSkeleton(a, b);
  }
  return all;
}

function wholeOf(count: number): number {
  let whole = count;
  for (let at = 0; at < count; at++) whole = mix(whole, skeletons[at] ?? 0);
  return whole;
}
