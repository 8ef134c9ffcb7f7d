/**
 * In: words of names. Out: a number a word, with what comparing needs of it, and the cost of two words being one.
 * Never: compares two words twice.
 */
import { costOf, encodeSounds, SOUNDS } from "./costs.ts";
import { NO_HOUSE } from "./findHouse.ts";
import { hashText } from "./hashText.ts";
import type { Costs } from "./letterHabits.ts";
import type { LinkModel } from "./linkModel.ts";
import { PairTable } from "./pairTable.ts";
import { shareOne } from "./spellings.ts";
import type { SurnameEnd } from "./surnameEnds.ts";

/** Two words further apart than this, in bits, are different words. */
const FARTHEST = 8;
/** In short words a slip makes another name, in long ones there is more room. */
const FARTHEST_SHORT = 6.5;
const FARTHEST_LONG = 10;
const FOUR = 4;
const SHORT = 6;
const LONG = 8;
/** Two letters in each other's place. */
const EXCHANGED = 6;
/** What it costs that a slip is one of another spelling of the name. */
const OTHER_SPELLING = 0.5;
/** Up to this cost an unknown word is a known name, if no other is nearly as near. */
const NEAREST = 6;
const NEARER = 1;
/** What it costs that a word is read as a house writes it. */
const READ_OTHERWISE = 0.7;
/** A nickname for the name. */
const NICKNAME = 3.5;
/** A given name of two that is written without one of them. */
const PART = 5;
const SHORTEST_PART = 3;
/** Sounds by which a word is longer or shorter than the two it is made of in its script, and other consonants, at most. */
const JOINED_APART = 4;
const JOINED_REACH = 2;
/** Skeletons that differ in more sounds than this are not compared. */
const SKELETON_REACH = 2;
/** Words that are known to be different names are at least this far apart. */
export const KNOWN_DIFFERENT = 100;
/** One word is the other with an ending that makes another family's name of it. */
const OTHER_FAMILY = 1000;

/**
 * Facts of a word: a bit for each consonant; the first and the last consonant where there are two; how many sounds; of which kinds it is.
 */
const FACTS = 4;
const MASK = 0;
const ENDS = 1;
const SOUNDED = 2;
const KINDS = 3;
/** A single letter; in Persian; read otherwise by the house of its list. */
const LETTER = 1;
const PERSIAN = 2;
const OTHERWISE = 4;

export class Vocabulary {
  readonly texts: string[] = [];
  readonly isPersian: boolean[] = [];
  /** How often each word stands in the names of the lists. */
  readonly counts: number[] = [];
  /** The first two sounds of each skeleton as a number: the first one above eight bits. */
  readonly begins: number[] = [];
  /** The letter by which each word is abbreviated, of those that one sound is written with the first: equal across scripts. */
  readonly initials: number[] = [];
  /** Skeletons as numbers, equal across scripts. */
  readonly skeletonIds: number[] = [];
  /** Skeletons by their numbers, as numbers that are equal in every run. */
  readonly skeletonKeys: number[] = [];
  /** Skeletons of words as the house of their list reads them, where that is another one; 0 else. */
  readonly otherSkeletonIds: number[] = [];
  /** Whether each word is known as a given name. */
  readonly isGiven: boolean[] = [];
  /** Whether each word is known as a name, given or not, as it is written. */
  readonly isKnown: boolean[] = [];
  /** The house that new words are written by. */
  house = NO_HOUSE;
  /** By which house each word was read. */
  readonly houses: number[] = [];
  /** Some word is read otherwise by the house of its list. */
  #isAnyOtherwise = false;
  /** Of each skeleton the consonants, and the first and the last of them, as they stand among the facts of words. */
  readonly #skeletonMasks: number[] = [];
  readonly #skeletonEnds: number[] = [];
  readonly #otherSounds: (Uint8Array | null)[] = [];
  readonly #byText = new Map<string, number>();
  readonly #bySkeleton = new Map<string, number>();
  readonly #sounds: Uint8Array[] = [];
  readonly #spoken: string[] = [];
  /** Names that each word may be; undefined until somebody asks: of most words that two others make nobody does. */
  readonly #names: (Int32Array | null | undefined)[] = [];
  /** What tells most pairs of words apart, side by side: see the places of a word's facts below. */
  #facts = new Int32Array(FACTS * 1024);
  readonly #others = new Map<number, readonly Uint8Array[]>();
  /** Of each word its ending, once it was asked for; and the word with its stems. */
  readonly #surnameEnds: (SurnameEnd | null | undefined)[] = [];
  readonly #stems: (readonly number[] | undefined)[] = [];
  readonly #joined = new PairTable();
  readonly #joinedSkeletons = new PairTable();
  readonly #shipped = new PairTable();
  #costs = this.#shipped;
  #tables: Costs;
  readonly #model: LinkModel;

  constructor(model: LinkModel) {
    this.#model = model;
    this.#tables = model.costs;
    this.#skeletonNumber("");
  }

  /** Measures by other costs of letters from now on, or by those of the pack. */
  useCosts(tables: Costs | null): void {
    this.#tables = tables ?? this.#model.costs;
    this.#costs = tables === null ? this.#shipped : new PairTable();
  }

  /** Sounds of a word as codes. */
  soundsOf(word: number): Uint8Array {
    return this.#sounds[word] ?? NOTHING;
  }

  get size(): number {
    return this.texts.length;
  }

  /** The number of a word that is there, or null. */
  find(text: string): number | null {
    return this.#byText.get(text) ?? null;
  }

  /** The number of a word; a new one for a word not seen before. */
  numberOf(text: string): number {
    const before = this.#byText.get(text);
    if (before !== undefined) return before;
    const { letters, spellings } = this.#model;
    const number = this.texts.length;
    const isPersian = letters.isPersian(text);
    const sounds = letters.soundsOf(text, isPersian);
    const skeleton = letters.skeletonOf(sounds);
    const known = spellings.namesOf(text);
    const isOfHouse = this.house !== NO_HOUSE && !isPersian;
    const named = isOfHouse ? this.#findNames(text, isPersian, sounds, skeleton) : undefined;
    const isRead = isOfHouse && named === null;
    const otherwise = isRead ? letters.soundsOf(text, false, this.house) : sounds;
    const other = otherwise === sounds ? null : otherwise;
    if (other !== null) this.#isAnyOtherwise = true;
    this.#otherSounds.push(other === null ? null : encodeSounds(other));
    this.otherSkeletonIds.push(
      other === null ? 0 : this.#skeletonNumber(letters.skeletonOf(other)),
    );
    this.#byText.set(text, number);
    this.texts.push(text);
    this.houses.push(this.house);
    this.isPersian.push(isPersian);
    this.isGiven.push(this.#model.given.has(text));
    this.isKnown.push(known !== null);
    this.counts.push(0);
    this.#sounds.push(encodeSounds(sounds));
    this.#spoken.push(sounds);
    this.#surnameEnds.push(undefined);
    this.#stems.push(undefined);
    this.#names.push(other === null ? named : spellings.namesOfSounds(other));
    this.#keepFacts(number, skeleton);
    this.skeletonIds.push(this.#skeletonNumber(skeleton));
    this.initials.push(letters.initialOf(text, sounds).charCodeAt(0) || 0);
    return number;
  }

  /** Names that a word may be; a known given name is a name of its own, however like another one: Jamil is no Jamal. */
  #findNames(
    text: string,
    isPersian: boolean,
    sounds: string,
    skeleton: string,
  ): Int32Array | null {
    const { given, spellings } = this.#model;
    return (
      spellings.namesOf(text) ??
      spellings.namesOf(text.replace(DOUBLED, "$1")) ??
      (isPersian || given.has(text) ? null : this.#nearestNames(sounds, skeleton))
    );
  }

  #keepFacts(word: number, skeleton: string): void {
    if ((word + 1) * FACTS > this.#facts.length) {
      const larger = new Int32Array(this.#facts.length * 2);
      larger.set(this.#facts);
      this.#facts = larger;
    }
    const at = word * FACTS;
    this.#facts[at + MASK] = maskOf(skeleton);
    this.#facts[at + ENDS] = endsOf(skeleton);
    this.#facts[at + SOUNDED] = this.soundsOf(word).length;
    this.#facts[at + KINDS] =
      (this.texts[word]?.length === 1 ? LETTER : 0) |
      (this.isPersian[word] === true ? PERSIAN : 0) |
      (this.otherSkeletonIds[word] === 0 ? 0 : OTHERWISE);
  }

  #namesOf(word: number): Int32Array | null {
    const before = this.#names[word];
    if (before !== undefined) return before;
    const sounds = this.#spoken[word] ?? "";
    const skeleton = this.#model.letters.skeletonOf(sounds);
    const isPersian = this.isPersian[word] === true;
    const names = this.#findNames(this.texts[word] ?? "", isPersian, sounds, skeleton);
    this.#names[word] = names;
    return names;
  }

  /** Names of the one known spelling that a word differs from in vowels alone; null where two are as near. */
  #nearestNames(sounds: string, skeleton: string): Int32Array | null {
    const { costs, spellings } = this.#model;
    const exact = spellings.namesOfSounds(sounds);
    if (exact !== null) return exact;
    const codes = encodeSounds(sounds);
    let best: Int32Array | null = null;
    let bestCost = NEAREST;
    let isAlone = true;
    for (const like of spellings.likeSkeleton(skeleton)) {
      if (like.sounds.length !== sounds.length) continue;
      const cost = costOf(costs.latin, codes, encodeSounds(like.sounds), NEAREST);
      if (cost > bestCost || !Number.isFinite(cost)) continue;
      isAlone = cost < bestCost - NEARER || best === null || shareOne(best, like.names);
      if (best === null || cost < bestCost) {
        best = like.names;
        bestCost = cost;
      }
    }
    return isAlone ? best : null;
  }

  #skeletonNumber(skeleton: string): number {
    const known = this.#bySkeleton.get(skeleton);
    if (known !== undefined) return known;
    const number = this.#bySkeleton.size;
    this.#bySkeleton.set(skeleton, number);
    this.skeletonKeys.push(hashText(skeleton));
    this.#skeletonMasks.push(maskOf(skeleton));
    this.#skeletonEnds.push(endsOf(skeleton));
    this.begins.push(((skeleton.charCodeAt(0) || 0) << 8) | (skeleton.charCodeAt(1) || 0));
    return number;
  }

  /** Counts words no more that were counted before. */
  forget(words: Int32Array): void {
    for (const word of words) this.counts[word] = (this.counts[word] ?? 1) - 1;
  }

  /** Whether one of two words is a single letter. */
  isLetter(a: number, b: number): boolean {
    return (
      (((this.#facts[a * FACTS + KINDS] ?? 0) | (this.#facts[b * FACTS + KINDS] ?? 0)) & LETTER) !==
      0
    );
  }

  /** Whether one of two words is no more than the first letter of the other. */
  isInitial(a: number, b: number): boolean {
    if (!this.isLetter(a, b)) return false;
    const textA = this.texts[a] ?? "";
    const textB = this.texts[b] ?? "";
    const soundsA = this.#sounds[a] ?? NOTHING;
    const soundsB = this.#sounds[b] ?? NOTHING;
    const isPersianA = this.isPersian[a] === true;
    if (isPersianA === (this.isPersian[b] === true))
      return textA[0] === textB[0] || (isVowel(soundsA[0]) && isVowel(soundsB[0]));
    const [persian, latin] = isPersianA ? [soundsA, soundsB] : [soundsB, soundsA];
    const letter = isPersianA ? textB : textA;
    if (letter.length === 1)
      return this.#model.letters.begins(letter, String.fromCharCode(persian[0] ?? 0));
    return (this.#model.costs.cross[(persian[0] ?? 0) * SOUNDS + (latin[0] ?? 0)] ?? 9) < 1;
  }

  /** The skeleton of two words written as one, by its number. */
  joinedSkeleton(a: number, b: number): number {
    const known = this.#joinedSkeletons.get(a, b);
    if (known >= 0) return known;
    const { letters } = this.#model;
    const text = (this.texts[a] ?? "") + (this.texts[b] ?? "");
    const number = this.#skeletonNumber(
      letters.skeletonOf(letters.soundsOf(text, letters.isPersian(text))),
    );
    this.#joinedSkeletons.set(a, b, number);
    return number;
  }

  /** Whether a word may be two others written as one: as many sounds, and of the same consonants. */
  mayJoin(whole: number, a: number, b: number): boolean {
    const facts = this.#facts;
    const [x, y, z] = [whole * FACTS, a * FACTS, b * FACTS];
    const isOneScript = (((facts[x + KINDS] ?? 0) ^ (facts[y + KINDS] ?? 0)) & PERSIAN) === 0;
    const apart = (facts[x + SOUNDED] ?? 0) - (facts[y + SOUNDED] ?? 0) - (facts[z + SOUNDED] ?? 0);
    if (isOneScript && Math.abs(apart) > JOINED_APART) return false;
    const masks = (facts[y + MASK] ?? 0) | (facts[z + MASK] ?? 0);
    return countBits((facts[x + MASK] ?? 0) ^ masks) <= SKELETON_REACH + JOINED_REACH;
  }

  /** Whether two words may be two others that are parted elsewhere, as far as their consonants tell. */
  mayPartElsewhere(a: number, b: number, c: number, d: number): boolean {
    const facts = this.#facts;
    const [w, x, y, z] = [a * FACTS, b * FACTS, c * FACTS, d * FACTS];
    const masks = (facts[w + MASK] ?? 0) | (facts[x + MASK] ?? 0);
    const others = (facts[y + MASK] ?? 0) | (facts[z + MASK] ?? 0);
    return countBits(masks ^ others) <= SKELETON_REACH;
  }

  /** The number of two words written as one. */
  join(a: number, b: number): number {
    const known = this.#joined.get(a, b);
    if (known >= 0) return known;
    const number = this.numberOf((this.texts[a] ?? "") + (this.texts[b] ?? ""));
    this.#joined.set(a, b, number);
    return number;
  }

  /** Whether the consonants of two words alone tell that no spelling of one is the other. */
  areFar(a: number, b: number): boolean {
    const facts = this.#facts;
    const [x, y] = [a * FACTS, b * FACTS];
    if ((((facts[x + KINDS] ?? 0) | (facts[y + KINDS] ?? 0)) & OTHERWISE) !== 0) return false;
    return areSkeletonsFar(
      facts[x + ENDS] ?? 0,
      facts[x + MASK] ?? 0,
      facts[y + ENDS] ?? 0,
      facts[y + MASK] ?? 0,
    );
  }

  /** As areFar of a word and two others written as one, while these are no word yet: most never become one. */
  areFarJoined(word: number, a: number, b: number): boolean {
    if (this.#isAnyOtherwise || this.house !== NO_HOUSE) return false;
    const at = word * FACTS;
    const skeleton = this.joinedSkeleton(a, b);
    return areSkeletonsFar(
      this.#facts[at + ENDS] ?? 0,
      this.#facts[at + MASK] ?? 0,
      this.#skeletonEnds[skeleton] ?? 0,
      this.#skeletonMasks[skeleton] ?? 0,
    );
  }

  /** Bits that speak against two words being spellings of one; Infinity for words that are not alike. */
  cost(a: number, b: number): number {
    if (a === b) return 0;
    if (this.areFar(a, b)) return Infinity;
    const low = a < b ? a : b;
    const high = a < b ? b : a;
    const known = this.#costs.get(low, high);
    if (known >= 0) return known;
    // In one order, whoever asks first: sums of rounded costs differ in their last digit.
    const isOrdered = (this.texts[a] ?? "") <= (this.texts[b] ?? "");
    const cost = isOrdered ? this.#measure(a, b) : this.#measure(b, a);
    this.#costs.set(low, high, cost);
    return cost;
  }

  /** Whether one word is what somebody of the other name is called. */
  areNicknames(x: number, y: number): boolean {
    return this.cost(x, y) === NICKNAME;
  }

  /** Whether one word is the other and a known name before or behind it. */
  isPart(x: number, y: number): boolean {
    return (
      this.isPersian[x] === this.isPersian[y] &&
      this.#isPart(this.texts[x] ?? "", this.texts[y] ?? "")
    );
  }

  #isPart(a: string, b: string): boolean {
    const [short, long] = a.length < b.length ? [a, b] : [b, a];
    if (short.length < SHORTEST_PART || long.length - short.length < SHORTEST_PART) return false;
    const { namesOf } = this.#model.spellings;
    if (namesOf(short) === null) return false;
    if (long.endsWith(short) && this.#model.bound.before.has(long.slice(0, -short.length)))
      return true;
    return (
      (long.startsWith(short) && namesOf(long.slice(short.length)) !== null) ||
      (long.endsWith(short) && namesOf(long.slice(0, -short.length)) !== null)
    );
  }

  /** Whether one word is the other with an ending that makes another family's name of it: Torkashi, Torkashizadeh. */
  areOtherFamilies(a: number, b: number): boolean {
    return this.cost(a, b) === OTHER_FAMILY;
  }

  #measure(a: number, b: number): number {
    const cost = this.#measureSpelling(a, b);
    return this.#areEndedApart(a, b, cost) ? OTHER_FAMILY : cost;
  }

  #areEndedApart(a: number, b: number, direct: number): boolean {
    if (direct <= NEARER) return false;
    const [endA, endB] = [this.#endOf(a), this.#endOf(b)];
    if (endA?.id === endB?.id) return false;
    const [wordsA, wordsB] = [this.#withStems(a, endA), this.#withStems(b, endB)];
    return wordsA.some((x) =>
      wordsB.some((y) => (x !== a || y !== b) && this.cost(x, y) < direct - NEARER),
    );
  }

  #endOf(word: number): SurnameEnd | null {
    const before = this.#surnameEnds[word];
    if (before !== undefined) return before;
    const end = this.#model.surnameEnd(this.texts[word] ?? "");
    this.#surnameEnds[word] = end;
    return end;
  }

  /** A word and what it is without its ending, by their numbers. */
  #withStems(word: number, end: SurnameEnd | null): readonly number[] {
    if (end === null) return [word];
    return (this.#stems[word] ??= [word, ...end.stems.map((stem) => this.numberOf(stem))]);
  }

  #measureSpelling(a: number, b: number): number {
    const namesA = this.#namesOf(a);
    const namesB = this.#namesOf(b);
    const bothKnown = namesA !== null && namesB !== null;
    if (bothKnown && shareOne(namesA, namesB))
      return this.isPersian[a] === this.isPersian[b] ? 1 : 0.3;
    const { meantBy } = this.#model.spellings;
    const meantA = meantBy(this.texts[a] ?? "");
    const meantB = meantBy(this.texts[b] ?? "");
    if (areMet(meantA, namesB) || areMet(namesA, meantB) || areMet(meantA, meantB)) return NICKNAME;
    const soundsA = this.#sounds[a] ?? NOTHING;
    const soundsB = this.#sounds[b] ?? NOTHING;
    const isPersianA = this.isPersian[a] === true;
    const isPersianB = this.isPersian[b] === true;
    if (isPersianA === isPersianB && this.#isPart(this.texts[a] ?? "", this.texts[b] ?? ""))
      return PART;
    const length = Math.min(soundsA.length, soundsB.length);
    if (!bothKnown && isExchanged(soundsA, soundsB)) return EXCHANGED;
    const isUnknown = namesA === null && namesB === null;
    const farthest =
      length >= LONG || (isUnknown && length >= FOUR)
        ? FARTHEST_LONG
        : length <= SHORT
          ? FARTHEST_SHORT
          : FARTHEST;
    let direct = this.#spell(soundsA, isPersianA, soundsB, isPersianB, farthest);
    const otherA = this.#otherSounds[a] ?? null;
    const otherB = this.#otherSounds[b] ?? null;
    for (const [x, y] of [
      [otherA, soundsB],
      [soundsA, otherB],
      [otherA, otherB],
    ] as const)
      if (x !== null && y !== null)
        direct = Math.min(
          direct,
          this.#spell(x, isPersianA, y, isPersianB, farthest) + READ_OTHERWISE,
        );
    if (bothKnown) return KNOWN_DIFFERENT + direct;
    if (namesA === null && namesB === null) return direct;
    /** A slip may have been made in any spelling of the name. */
    const [known, unknown] = namesA === null ? [b, a] : [a, b];
    let best = direct;
    for (const other of this.#othersOf(known)) {
      for (const sounds of [this.#sounds[unknown], this.#otherSounds[unknown]]) {
        if (sounds == null) continue;
        const cost = this.#spell(
          other,
          this.isPersian[known] === true,
          sounds,
          this.isPersian[unknown] === true,
          farthest,
        );
        if (cost + OTHER_SPELLING < best) best = cost + OTHER_SPELLING;
      }
    }
    return best;
  }

  #spell(
    a: Uint8Array,
    isPersianA: boolean,
    b: Uint8Array,
    isPersianB: boolean,
    farthest: number,
  ): number {
    const costs = this.#tables;
    if (isPersianA === isPersianB)
      return costOf(isPersianA ? costs.persian : costs.latin, a, b, farthest);
    return isPersianA ? costOf(costs.cross, a, b, farthest) : costOf(costs.cross, b, a, farthest);
  }

  /** Sounds of the other spellings of a known name. */
  #othersOf(word: number): readonly Uint8Array[] {
    const known = this.#others.get(word);
    if (known !== undefined) return known;
    const { letters, spellings } = this.#model;
    const others = spellings
      .othersOf(this.texts[word] ?? "")
      .map((text) => encodeSounds(letters.soundsOf(text, letters.isPersian(text))));
    this.#others.set(word, others);
    return others;
  }
}

function maskOf(skeleton: string): number {
  let mask = 0;
  for (let at = 0; at < skeleton.length; at++) mask |= 1 << (skeleton.charCodeAt(at) & 31);
  return mask;
}

function endsOf(skeleton: string): number {
  const last = skeleton.length - 1;
  return last < 1 ? 0 : (skeleton.charCodeAt(0) << 8) | skeleton.charCodeAt(last);
}

function areSkeletonsFar(endsA: number, maskA: number, endsB: number, maskB: number): boolean {
  /** One slip does not change both the first and the last consonant. */
  if (endsA !== 0 && endsB !== 0 && endsA >> 8 !== endsB >> 8 && (endsA & 255) !== (endsB & 255))
    return true;
  const common = maskA & maskB;
  return common !== maskA && common !== maskB && countBits(maskA ^ maskB) > SKELETON_REACH;
}

function countBits(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function isVowel(sound: number | undefined): boolean {
  return sound !== undefined && "aeiouE".includes(String.fromCharCode(sound));
}

function areMet(a: Int32Array | null, b: Int32Array | null): boolean {
  return a !== null && b !== null && shareOne(a, b);
}

/** Whether two neighbours stand in each other's place and all else is the same. */
function isExchanged(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  if (at + 1 >= a.length || a[at] !== b[at + 1] || a[at + 1] !== b[at]) return false;
  for (let rest = at + 2; rest < a.length; rest++) if (a[rest] !== b[rest]) return false;
  return true;
}

const NOTHING = new Uint8Array(0);
/** "Esmaa'il" is "Esmail": a letter twice is no other name. */
const DOUBLED = /(.)\1+/gu;
