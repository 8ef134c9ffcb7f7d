/**
 * In: two rosters. Out: pairs that may be one person, each with what its fields say, in columns.
 * Never: keeps a pair whose names speak against it.
 */
import { makeFloat32s, makeInt32s } from "./columns.ts";
import { readKeys } from "./blockKeys.ts";
import {
  compareFields,
  compareMistakes,
  compared,
  exactDayOf,
  isAliveAfter,
  MISSING,
  type Side,
} from "./compareFields.ts";
import {
  compareNames,
  type Form,
  mostOfNames,
  type NameOutcome,
  type Rarity,
} from "./compareNames.ts";
import { findSharing, type KeyIndex, sharing } from "./keyIndex.ts";
import { calibratedBits, type Fitted, mostBits } from "./score.ts";
import type { LinkModel } from "./linkModel.ts";
import {
  CHARGE,
  FORM,
  FORMS_SHIFT,
  HAS_FATHER,
  KINDS,
  NONE,
  type Roster,
  ROW,
  SCRIPTS,
} from "./roster.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { WeighedPairs } from "./weighedPairs.ts";

/**
 * People by how they are named, so that who is looked for after another one is compared with the same people: what they say is still
 * at hand then.
 */
export function orderByName(roster: Roster, { skeletonIds }: Vocabulary): Int32Array {
  const { size, formStart, wordStart, words } = roster;
  if (size > MOST_ORDERED) return Int32Array.from({ length: size }, (_, person) => person);
  const sounds = (at: number) => skeletonIds[words[at] ?? 0] ?? 0;
  const ranks = Float64Array.from({ length: size }, (_, person) => {
    const form = formStart[person] ?? 0;
    if (form === formStart[person + 1]) return person;
    const [first = 0, end = 0] = [wordStart[form], wordStart[form + 1]];
    if (first === end) return person;
    return ((sounds(end - 1) & 0x3ffff) * 0x1000 + (sounds(first) & 0xfff)) * MOST_ORDERED + person;
  });
  return Int32Array.from(ranks.sort(), (rank) => rank % MOST_ORDERED);
}

/** What stands for a name leaves so much room for a person's number. */
const MOST_ORDERED = 0x400000;

export type Candidate = {
  readonly a: number;
  readonly b: number;
  /** What the names say, and the part of it that kin share. */
  readonly nameBits: number;
  readonly familyBits: number;
  /** Words that agree, and those of them in another spelling. */
  readonly matched: number;
  readonly variants: number;
  /** Known given names that are two, and no other one in common. */
  readonly isOtherGiven: boolean;
  readonly isOtherFamily: boolean;
  /** One side tells a sign of life behind the day of the other. */
  readonly isAliveAfter: boolean;
  readonly fatherBits: number;
  readonly chargeBits: number;
  readonly date: number;
  readonly dateChance: number;
  readonly dateMistake: number;
  readonly age: number;
  readonly ageChance: number;
  readonly sex: number;
  readonly sexChance: number;
  readonly place: number;
  readonly placeChance: number;
  readonly prison: number;
  readonly prisonChance: number;
};

export type Work = {
  readonly model: LinkModel;
  /** What is expected before the lists are seen. */
  readonly start: Fitted;
  readonly vocabulary: Vocabulary;
  readonly rarity: Float64Array;
};

/** Names that say less than this are not looked at further. */
const LEAST_NAME = -6;
/** Pairs that all fields together give less than this are forgotten: no list teaches so much. */
const LEAST_IN_ALL = -10;
/** How many may share a key: fewer, the more people are looked for. Fewer of those that strangers often share. */
const TELLING = { smallest: 40, largest: 400, lookedAt: 12e6 };
export const WEAK = { smallest: 2, largest: 200, lookedAt: 1e6 };

/** How many may stand under a key that is looked at, where so many people look. */
export function largestBlock(people: number, { smallest, largest, lookedAt } = TELLING): number {
  return Math.max(smallest, Math.min(largest, Math.floor(lookedAt / Math.max(1, people))));
}

/** Which people of the left side are looked for: from..to, or one in `step` of them. */
export type Looked = {
  readonly from?: number;
  readonly to?: number;
  readonly step?: number;
  /** In which order they are looked for; from..to are places in it then. */
  readonly order?: Int32Array | undefined;
  readonly onPerson?: (person: number) => void;
  /** Bits that a candidate must have, and what is expected of one person's records. */
  readonly needed?: Needed;
};

/** Calibrated bits that a candidate must have to be kept, after what was learnt so far. */
export type Needed = { readonly fitted: Fitted; readonly least: number };

/** The candidates of people of the left side, each once. */
export function findCandidates(
  left: Side,
  right: Side,
  index: KeyIndex,
  work: Work,
  looked: Looked = {},
): Candidate[] {
  const found: Candidate[] = [];
  const { needed = likely(work) } = looked;
  makeLook(left, right, index, work, needed)(looked, () => found.push({ ...probe }));
  return found;
}

/** As findCandidates, of each no more than its odds. */
export function findWeighed(
  left: Side,
  right: Side,
  index: KeyIndex,
  work: Work,
  looked: Looked & { readonly needed: Needed },
): WeighedPairs {
  const order = orderByName(left.roster, work.vocabulary);
  return makeWeigher(
    left,
    right,
    index,
    work,
    looked.needed,
  )({ ...looked, order }).sortByA(left.roster.size);
}

/** Weighs the pairs of some people of the left side after those of others: what it learns of the right side it keeps. */
export function makeWeigher(
  left: Side,
  right: Side,
  index: KeyIndex,
  work: Work,
  needed: Needed,
): (looked: Omit<Looked, "needed">) => WeighedPairs {
  const look = makeLook(left, right, index, work, needed);
  return (looked) => {
    const found = new WeighedPairs();
    look(looked, () => found.add(probe.a, probe.b, weighedBits));
    return found;
  };
}

/** Weighs each pair that shares a key, once; `take` is called where one is kept, and finds it in `probe`. */
function makeLook(
  left: Side,
  right: Side,
  index: KeyIndex,
  work: Work,
  needed: Needed,
): (looked: Omit<Looked, "needed">, take: () => void) => void {
  const bound = { ...needed, most: 0 };
  const mostOfB = makeFloat32s(right.roster.size).fill(-1);
  const isSameList = left === right;
  const seen = makeInt32s(right.roster.size).fill(-1);
  const telling = largestBlock(left.roster.size, TELLING);
  const weak = largestBlock(left.roster.size, WEAK);
  const lookFor = (a: number, take: () => void): void => {
    // Of two in one list the one that stands first looks: it must find whom the other would find.
    readKeys(left.roster, a, work.vocabulary, isSameList ? "around" : "near");
    const mostOfA = mostOfName(left.roster, a, work);
    const count = findSharing(index, telling, weak, seen, a, isSameList);
    bringNear(right.roster, count);
    for (let at = 0; at < count; at++) {
      const b = sharing.people[at] ?? 0;
      let most = mostOfB[b] ?? -1;
      if (most < 0) {
        most = mostOfName(right.roster, b, work);
        mostOfB[b] = most;
      }
      bound.most = Math.min(mostOfA, most) + ROUNDED;
      if (weigh(left, a, right, b, work, LEAST_NAME, bound)) take();
    }
  };
  return ({ from = 0, to = left.roster.size, step = 1, order, onPerson }, take) => {
    for (let place = from; place < to; place += step) {
      onPerson?.(place);
      lookFor(order?.[place] ?? place, take);
    }
  };
}

/**
 * Reads what comparing will ask of those who share a key, all of them before any is compared: what stands far apart in memory is then
 * waited for together.
 */
function bringNear({ rows, wordStart, words, isPersian }: Roster, count: number): void {
  let read = 0;
  for (let at = 0; at < count; at++) {
    const row = (sharing.people[at] ?? 0) * ROW;
    read += (rows[row] ?? 0) | (rows[row + KINDS] ?? 0);
  }
  for (let at = 0; at < count; at++) {
    const form = rows[(sharing.people[at] ?? 0) * ROW + FORM] ?? 0;
    read += (words[wordStart[form] ?? 0] ?? 0) | (isPersian[form] ?? 0);
  }
  near[0] = read;
}

/** What was read last, so that reading is not left out as useless. */
const near = new Int32Array(1);

/** Calibrated bits of the pair that was weighed last against a bound. */
let weighedBits = 0;

const outcome: NameOutcome = {
  bits: 0,
  familyBits: 0,
  matched: 0,
  variants: 0,
  conflicts: 0,
  extras: 0,
  exact: false,
  isOtherGiven: false,
  isOtherFamily: false,
};

/** What a name can say at most, in bits: every word of it agrees. */
function mostOfName(roster: Roster, person: number, { rarity: everywhere, model }: Work): number {
  const { mostPerToken, initial } = model.weights.name;
  let best = 0;
  const from = roster.rows[person * ROW + FORM] ?? 0;
  const end = from + countForms(roster, person);
  for (let form = from; form < end; form++) {
    let bits = 0;
    for (let at = roster.wordStart[form] ?? 0; at < (roster.wordStart[form + 1] ?? 0); at++)
      bits += Math.max(
        initial,
        Math.min(mostPerToken, everywhere[roster.words[at] ?? 0] ?? mostPerToken),
      );
    best = Math.max(best, bits);
  }
  return best;
}

/**
 * Whether the names of two people can say so much, by the consonants of their words; `most` is what either says at most. Persian names
 * are asked first, and Latin ones only where they could still make good for them.
 */
function mayReach(
  A: Roster,
  a: number,
  B: Roster,
  b: number,
  work: Work,
  needed: number,
  most: number,
): boolean {
  const shared = (A.rows[a * ROW + KINDS] ?? 0) & (B.rows[b * ROW + KINDS] ?? 0) & SCRIPTS;
  if (shared !== BOTH_SCRIPTS) {
    const bits = mostOfForms(A, a, B, b, work, shared === 0 ? ANY_FORMS : SAME_SCRIPT);
    return bits + ROUNDED >= needed;
  }
  const persian = mostOfForms(A, a, B, b, work, PERSIAN_FORMS);
  if (mostOfBoth(persian, most) + ROUNDED < needed) return false;
  const latin = mostOfForms(A, a, B, b, work, LATIN_FORMS);
  return mostOfBoth(persian, latin) + ROUNDED >= needed;
}

/** What names in both scripts say: a Latin one that says more counts by half. */
function mostOfBoth(persian: number, latin: number): number {
  return latin <= persian ? persian : (persian + latin) / 2;
}

/** Ways of writing a name that are compared with each other. */
const LATIN_FORMS = 0;
const PERSIAN_FORMS = 1;
const SAME_SCRIPT = 2;
const ANY_FORMS = 3;
const BOTH_SCRIPTS = 3;

function mostOfForms(
  A: Roster,
  a: number,
  B: Roster,
  b: number,
  work: Work,
  which: number,
): number {
  const { name } = work.model.weights;
  let most = -Infinity;
  const [fromA = 0, fromB = 0] = [A.rows[a * ROW + FORM], B.rows[b * ROW + FORM]];
  const [endA, endB] = [fromA + countForms(A, a), fromB + countForms(B, b)];
  for (let f = fromA; f < endA; f++)
    for (let g = fromB; g < endB; g++) {
      const [isPersianA = 0, isPersianB = 0] = [A.isPersian[f], B.isPersian[g]];
      if (which !== ANY_FORMS && isPersianA !== isPersianB) continue;
      if (which < SAME_SCRIPT && isPersianA !== which) continue;
      setForm(formA, A, f);
      setForm(formB, B, g);
      const bits = mostOfNames(formA, formB, work.vocabulary, work.rarity, name);
      if (bits > most) most = bits;
    }
  return most;
}

function countForms({ rows }: Roster, person: number): number {
  return (rows[person * ROW + KINDS] ?? 0) >>> FORMS_SHIFT;
}

function setForm(form: Form, { words, wordStart }: Roster, at: number): void {
  form.words = words;
  form.from = wordStart[at] ?? 0;
  form.to = wordStart[at + 1] ?? 0;
}

/** Whether the father of a person is told; his name as a form then. */
function setFather(
  form: Form,
  { rows, fatherWords, fatherStart }: Roster,
  person: number,
): boolean {
  if (((rows[person * ROW + KINDS] ?? 0) & HAS_FATHER) === 0) return false;
  form.words = fatherWords;
  form.from = fatherStart[person] ?? 0;
  form.to = fatherStart[person + 1] ?? 0;
  return true;
}

/** Numbers are kept less exactly than they are compared. */
const ROUNDED = 0.01;

/** What all fields of a pair say; null when that is too little to be looked at further, or less than is needed. */
export function compareCandidate(
  left: Side,
  a: number,
  right: Side,
  b: number,
  work: Work,
  needed: Needed = likely(work),
): Candidate | null {
  const bound = { ...needed, most: Infinity };
  return weigh(left, a, right, b, work, LEAST_NAME, bound) ? { ...probe } : null;
}

/** Before the lists have taught anything, all that they may teach is kept. */
function likely({ start }: Work): Needed {
  return { fitted: start, least: LEAST_IN_ALL };
}

/**
 * Compares pairs of one list: what all fields of a pair say, where that is at least so much; null where it is less. The value is good
 * until the next call.
 */
export function makeComparer(
  side: Side,
  work: Work,
  needed: Needed,
): (a: number, b: number) => Candidate | null {
  const mosts = makeFloat32s(side.roster.size).fill(-1);
  const bound = { ...needed, most: 0 };
  const mostOf = (person: number): number => {
    const before = mosts[person] ?? -1;
    if (before >= 0) return before;
    const most = mostOfName(side.roster, person, work);
    mosts[person] = most;
    return most;
  };
  return (a, b) => {
    bound.most = Math.min(mostOf(a), mostOf(b)) + ROUNDED;
    return weigh(side, a, side, b, work, -Infinity, bound) ? probe : null;
  };
}

/** What all fields of a pair say, however little that is; null when either has no name. */
export function comparePair(
  left: Side,
  a: number,
  right: Side,
  b: number,
  work: Work,
): Candidate | null {
  return weigh(left, a, right, b, work, -Infinity) ? { ...probe } : null;
}

type Bound = Needed & { most: number };

/**
 * Weighs a pair into `probe`; false when its names say less than the least, or all fields less than what is needed. The
 * fields are asked first: most pairs have too little in common for any name, and names take longest.
 */
function weigh(
  left: Side,
  a: number,
  right: Side,
  b: number,
  work: Work,
  least: number,
  bound: Bound | null = null,
): boolean {
  compareTold(left, a, right, b, work);
  const { weights } = work.model;
  let needed = -Infinity;
  if (bound !== null) {
    needed = bound.least - mostBits(probe, bound.fitted, weights);
    if (bound.most < needed || !mayReach(left.roster, a, right.roster, b, work, needed, bound.most))
      return false;
  }
  const names = nameEvidence(
    left.roster,
    a,
    right.roster,
    b,
    work,
    rarityOn(left, a, right, b, work),
    bound === null ? NOTHING_NEEDED : needNames(needed, bound.most, weights.calibration.slope),
  );
  if (names === null || names.bits < least) return false;
  probe.dateMistake = compareMistakes(left, a, right, b);
  if (compared.sex === 0 && names.bits - names.familyBits > SAYS_SEX)
    probe.sexChance = Math.log2(weights.sex[0] ?? 1);
  probe.nameBits = names.bits;
  probe.familyBits = names.familyBits;
  probe.matched = names.matched;
  probe.variants = names.variants;
  probe.isOtherGiven = names.isOtherGiven;
  probe.isOtherFamily = names.isOtherFamily;
  if (bound === null) return true;
  weighedBits = calibratedBits(probe, bound.fitted, weights);
  return weighedBits >= bound.least;
}

/** What two people say beside their names: all of it, or null where either has none. The value is good until the next comparison. */
export function compareFacts(
  left: Side,
  a: number,
  right: Side,
  b: number,
  work: Work,
): ToldFields | null {
  if (countForms(left.roster, a) === 0 || countForms(right.roster, b) === 0) return null;
  compareTold(left, a, right, b, work);
  return probe;
}

/** What is compared beside names. */
export type ToldFields = Pick<Candidate, "date" | "age" | "place" | "sex" | "fatherBits">;

/** Compares all but names, into `probe`. */
function compareTold(left: Side, a: number, right: Side, b: number, work: Work): void {
  compareFields(left, a, right, b);
  probe.a = a;
  probe.b = b;
  probe.fatherBits = fatherEvidence(left.roster, a, right.roster, b, work);
  probe.chargeBits = work.model.charges.compare(
    left.roster.rows[a * ROW + CHARGE] ?? 0,
    right.roster.rows[b * ROW + CHARGE] ?? 0,
  );
  probe.isAliveAfter = isAliveAfter(left, a, right, b);
  probe.date = compared.date;
  probe.dateChance = compared.dateChance;
  probe.age = compared.age;
  probe.ageChance = compared.ageChance;
  probe.sex = compared.sex;
  probe.sexChance = compared.sexChance;
  probe.place = compared.place;
  probe.placeChance = compared.placeChance;
  probe.prison = compared.prison;
  probe.prisonChance = compared.prisonChance;
}

/** What the names of two fathers say, in bits; 0 where either is not told. */
export function fatherEvidence(A: Roster, a: number, B: Roster, b: number, work: Work): number {
  if (!setFather(formA, A, a) || !setFather(formB, B, b)) return 0;
  rarity.everywhere = work.rarity;
  rarity.left = rarity.right = null;
  compareNames(formA, formB, work.vocabulary, rarity, work.model.weights.name, outcome);
  return Math.max(-4, Math.min(6, outcome.bits));
}

/** A given name that agrees by so many bits has said the sex too. */
const SAYS_SEX = 1;

/** The pair that is compared. */
const probe = {
  a: 0,
  b: 0,
  nameBits: 0,
  familyBits: 0,
  matched: 0,
  variants: 0,
  isOtherGiven: false,
  isOtherFamily: false,
  isAliveAfter: false,
  fatherBits: 0,
  chargeBits: 0,
  date: MISSING,
  dateChance: 0,
  dateMistake: 0,
  age: MISSING,
  ageChance: 0,
  sex: MISSING,
  sexChance: 0,
  place: MISSING,
  placeChance: 0,
  prison: MISSING,
  prisonChance: 0,
};

/** How rare words are between two people: those whom one event killed may share them for that. */
export function rarityOn(left: Side, a: number, right: Side, b: number, work: Work): Rarity {
  const day = exactDayOf(left.roster.rows, a * ROW);
  const isOneDay = day !== NONE && day === exactDayOf(right.roster.rows, b * ROW);
  rarity.everywhere = work.rarity;
  rarity.left = isOneDay ? left.frequencies.eventOn(day) : null;
  rarity.right = isOneDay ? right.frequencies.eventOn(day) : null;
  return rarity;
}

const rarity: Rarity = { everywhere: new Float64Array(0), left: null, right: null };
const formA: Form = { words: new Int32Array(0), from: 0, to: 0 };
const formB: Form = { words: new Int32Array(0), from: 0, to: 0 };

export type NameEvidence = {
  readonly bits: number;
  readonly familyBits: number;
  readonly matched: number;
  readonly variants: number;
  readonly isOtherGiven: boolean;
  readonly isOtherFamily: boolean;
};

/** Best evidence of each way to compare; `bits` of none is -Infinity. */
const persian = {
  bits: 0,
  familyBits: 0,
  matched: 0,
  variants: 0,
  isOtherGiven: false,
  isOtherFamily: false,
};
const latin = { ...persian };
const across = { ...persian };
const both = { ...persian };

/** What names must say to be looked at further, and what they say at most, in bits. */
type NamesNeeded = { least: number; most: number };

const NOTHING_NEEDED: NamesNeeded = { least: -Infinity, most: Infinity };
const namesNeeded: NamesNeeded = { least: 0, most: 0 };

/** Where names would speak against a pair, calibration brings them nearer to nothing. */
function needNames(needed: number, most: number, slope: number): NamesNeeded {
  namesNeeded.least =
    (needed > 0 ? needed / Math.max(1, slope) : needed / Math.min(1, slope)) - ROUNDED;
  namesNeeded.most = most;
  return namesNeeded;
}

/**
 * What the names of two people say: Persian beside Persian and Latin beside Latin where there are both, else across. Null where
 * either has none, or Persian ones already tell that they cannot say what is needed. The value is good until the next call.
 */
export function nameEvidence(
  A: Roster,
  a: number,
  B: Roster,
  b: number,
  work: Work,
  rarities: Rarity,
  needed: NamesNeeded = NOTHING_NEEDED,
): NameEvidence | null {
  persian.bits = latin.bits = across.bits = -Infinity;
  const shared = (A.rows[a * ROW + KINDS] ?? 0) & (B.rows[b * ROW + KINDS] ?? 0) & SCRIPTS;
  if (shared !== BOTH_SCRIPTS)
    compareForms(A, a, B, b, work, rarities, shared === 0 ? ANY_FORMS : SAME_SCRIPT);
  else {
    compareForms(A, a, B, b, work, rarities, PERSIAN_FORMS);
    if (persian.bits !== -Infinity && mostOfBoth(persian.bits, needed.most) < needed.least)
      return null;
    compareForms(A, a, B, b, work, rarities, LATIN_FORMS);
  }
  if (persian.bits === -Infinity) {
    if (latin.bits !== -Infinity) return latin;
    return across.bits === -Infinity ? null : across;
  }
  if (latin.bits <= persian.bits) return persian;
  both.bits = (persian.bits + latin.bits) / 2;
  both.familyBits = (persian.familyBits + latin.familyBits) / 2;
  both.matched = latin.matched;
  both.variants = latin.variants;
  both.isOtherGiven = persian.isOtherGiven && latin.isOtherGiven;
  both.isOtherFamily = persian.isOtherFamily && latin.isOtherFamily;
  return both;
}

/** Compares ways of writing two names, and keeps the best of each script. */
function compareForms(
  A: Roster,
  a: number,
  B: Roster,
  b: number,
  { vocabulary, model }: Work,
  rarities: Rarity,
  which: number,
): void {
  const [fromA = 0, fromB = 0] = [A.rows[a * ROW + FORM], B.rows[b * ROW + FORM]];
  const [endA, endB] = [fromA + countForms(A, a), fromB + countForms(B, b)];
  for (let f = fromA; f < endA; f++) {
    const isPersianA = A.isPersian[f] ?? 0;
    if (which < SAME_SCRIPT && isPersianA !== which) continue;
    setForm(formA, A, f);
    for (let g = fromB; g < endB; g++) {
      const isPersianB = B.isPersian[g] ?? 0;
      if (which !== ANY_FORMS && isPersianA !== isPersianB) continue;
      setForm(formB, B, g);
      compareNames(formA, formB, vocabulary, rarities, model.weights.name, outcome);
      const into = isPersianA !== isPersianB ? across : isPersianA === 1 ? persian : latin;
      if (outcome.bits <= into.bits) continue;
      into.bits = outcome.bits;
      into.familyBits = outcome.familyBits;
      into.matched = outcome.matched;
      into.variants = outcome.variants;
      into.isOtherGiven = outcome.isOtherGiven;
      into.isOtherFamily = outcome.isOtherFamily;
    }
  }
}
