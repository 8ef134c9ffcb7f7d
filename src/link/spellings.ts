/**
 * In: words of names in one script with their spellings in the other, each with how often it was seen.
 * Out: whether two words are known to be spellings of one name, or known to be different names.
 */
import type { Letters } from "./letters.ts";

export type Spellings = {
  /** Names that a word may be, in order; null when the word is not known. */
  readonly namesOf: (word: string) => Int32Array | null;
  /** The commonest spellings, in the same script, of the names that a word may be, itself left out. */
  readonly othersOf: (word: string) => readonly string[];
  /** Names that a nickname stands for; null where a word is none. */
  readonly meantBy: (word: string) => Int32Array | null;
  /** Names that sound as a word does; null when none does. */
  readonly namesOfSounds: (sounds: string) => Int32Array | null;
  /** Latin spellings of known names that have the same consonants. */
  readonly likeSkeleton: (skeleton: string) => readonly Sounding[];
  /** Whether a known name has these consonants, and three of them at least. */
  readonly isSkeleton: (skeleton: string) => boolean;
  /** Share of people that have the word in their name. */
  readonly shareOf: (word: string) => number;
};

const LEAST_CONSONANTS = 3;

/** What somebody is called for a name. */
export type Nickname = { readonly name: string; readonly latin: string; readonly persian: string };

/** A spelling as it sounds, and the names that it may be. */
export type Sounding = { readonly sounds: string; readonly names: Int32Array };

/** A name's other spellings that a word is compared with. */
const MOST_OTHERS = 4;

/** A word of a name stands in about so many of the words counted: given name, surname and what is beside them. */
const WORDS_OF_A_NAME = 2.2;

export function compileSpellings(
  items: readonly { readonly fa: string; readonly latin: string }[],
  letters: Letters,
  nicknames: readonly Nickname[],
): Spellings {
  const names = new Map<string, Set<number>>();
  const counts = new Map<string, number>();
  let total = 0;
  const add = (word: string, name: number) => {
    const known = names.get(word);
    if (known === undefined) names.set(word, new Set([name]));
    else known.add(name);
  };
  items.forEach(({ fa, latin }, name) => {
    let all = 0;
    for (const spelling of latin.split(" ")) {
      const [word = "", count = "1"] = spelling.split(":");
      add(word, name);
      counts.set(word, (counts.get(word) ?? 0) + Number(count));
      all += Number(count);
    }
    for (const word of fa.split(" ")) {
      add(word, name);
      counts.set(word, (counts.get(word) ?? 0) + all);
    }
    total += all;
  });
  const othersOf = (word: string): readonly string[] => {
    const others = new Set<string>();
    for (const name of found.get(word) ?? []) {
      const { fa = "", latin = "" } = items[name] ?? {};
      const persian = fa.split(" ");
      const spellings = latin.split(" ").map((spelling) => spelling.replace(/:\d+$/, ""));
      for (const other of persian.includes(word) ? persian : spellings.slice(0, MOST_OTHERS))
        if (other !== word) others.add(other);
    }
    return [...others].slice(0, MOST_OTHERS);
  };
  const people = Math.max(1, total / WORDS_OF_A_NAME);
  const found = new Map(
    [...names].map(([word, set]) => [word, Int32Array.from([...set].sort((a, b) => a - b))]),
  );
  const meant = new Map<string, Int32Array>();
  for (const { name, latin, persian } of nicknames) {
    const numbers = name.split(" ").flatMap((word) => [...(found.get(word) ?? [])]);
    const sorted = Int32Array.from(new Set(numbers)).sort();
    for (const word of `${latin} ${persian}`.split(" ")) if (word !== "") meant.set(word, sorted);
  }
  const bySounds = new Map<string, Int32Array>();
  const bySkeleton = new Map<string, readonly Sounding[]>();
  const skeletons = new Set<string>();
  for (const [word, numbers] of found) {
    const isPersian = letters.isPersian(word);
    const sounds = letters.soundsOf(word, isPersian);
    const skeleton = letters.skeletonOf(sounds);
    if (!isPersian && !bySounds.has(sounds)) {
      bySounds.set(sounds, numbers);
      bySkeleton.set(skeleton, [...(bySkeleton.get(skeleton) ?? []), { sounds, names: numbers }]);
    }
    if (skeleton.length >= LEAST_CONSONANTS) skeletons.add(skeleton);
  }
  return {
    othersOf,
    meantBy: (word) => meant.get(word) ?? null,
    namesOfSounds: (sounds) => bySounds.get(sounds) ?? null,
    likeSkeleton: (skeleton) => bySkeleton.get(skeleton) ?? [],
    isSkeleton: (skeleton) => skeletons.has(skeleton),
    namesOf: (word) => found.get(word) ?? null,
    shareOf: (word) => (counts.get(word) ?? 1) / people,
  };
}

/** Whether two sorted lists share a member. */
export function shareOne(a: Int32Array, b: Int32Array): boolean {
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0);
    if (difference === 0) return true;
    if (difference < 0) i++;
    else j++;
  }
  return false;
}
