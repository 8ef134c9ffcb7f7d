/**
 * In: a folded word of either script. Out: its sounds in one alphabet, and its skeleton of consonants.
 * Never: knows a letter of any language; the pack says how letters sound.
 */
export type LetterRows = {
  /** Pairs "letters:sound", parted by spaces. */
  readonly persian: string;
  readonly latin: string;
  /** Latin letters with marks that are letters of their own, as they are written without. */
  readonly marks: string;
  /** Ways of writing Latin letters of other countries: what sounds otherwise there. */
  readonly houses: { readonly rows: readonly { readonly id: string; readonly sounds: string }[] };
  readonly vowels: string;
  /** Sounds that a skeleton leaves out beside the vowels. */
  readonly silent: string;
  /** Sounds that a skeleton holds to be one. */
  readonly skeleton: string;
  /** Sounds that a skeleton leaves out at the end. */
  readonly silentLast: string;
  /** Endings that are spelled in many ways, each of which is read as the first of its script. */
  readonly endings: {
    readonly rows: readonly { readonly latin: string; readonly persian: string }[];
  };
};

export type Letters = {
  readonly isPersian: (text: string) => boolean;
  /** Sounds of a word; of a Latin one as a house writes it, or as most do. */
  readonly soundsOf: (word: string, persian: boolean, house?: number) => string;
  readonly houses: readonly string[];
  /** Whether a Latin letter may begin what begins with a sound: "S." for Shirin. */
  readonly begins: (letter: string, sound: string) => boolean;
  /** The letter by which a word is abbreviated; one for all that may stand for each other. */
  readonly initialOf: (word: string, sounds: string) => string;
  /** Marked letters as they are written without marks: "Turkāšī", "Torkaşi". */
  readonly spellOut: (word: string) => string;
  readonly skeletonOf: (sounds: string) => string;
  readonly vowels: string;
};

export function compileLetters(rows: LetterRows): Letters {
  const persian = readPairs(rows.persian);
  const latin = readPairs(rows.latin);
  const same = readPairs(rows.skeleton);
  const silent = new Set(rows.vowels + rows.silent);
  const readings = [latin, ...rows.houses.rows.map(({ sounds }) => readPairs(sounds))].map((own) =>
    compileReading(new Map([...latin, ...own])),
  );
  const marks = readPairs(rows.marks);
  const beginnings = new Set([...latin].map(([letters, sound]) => `${letters[0]}${sound[0]}`));
  const isVowel = (sound: string) => `${rows.vowels}`.includes(sound);
  const endings = compileEndings(rows.endings.rows);
  const begins = (letter: string, sound: string) =>
    letter === sound ||
    beginnings.has(letter + sound) ||
    (isVowel(letter) && isVowel(sound)) ||
    letter === sound.toLowerCase();
  const initials = new Map<string, string>();
  const initialOfSound = (sound: string): string =>
    keepIn(initials, sound, () => ALPHABET.find((letter) => begins(letter, sound)) ?? sound);
  return {
    vowels: rows.vowels,
    isPersian: (text) => PERSIAN.test(text),
    houses: rows.houses.rows.map(({ id }) => id),
    begins,
    initialOf(word, sounds) {
      const [sound = ""] = sounds;
      const letter = PERSIAN.test(word) ? initialOfSound(sound) : (word[0] ?? "");
      return isVowel(letter) ? (rows.vowels[0] ?? letter) : (same.get(letter) ?? letter);
    },
    spellOut: (word) =>
      MARKED.test(word)
        ? word
            .normalize("NFC")
            .toLowerCase()
            .replace(MARKED_LETTERS, (letter) => marks.get(letter) ?? letter)
        : word,
    soundsOf: (word, isPersian, house = -1) =>
      dropDoubles(
        isPersian
          ? Array.from(endings(word), (letter) => persian.get(letter) ?? "").join("")
          : (readings[house + 1]?.(endings(word)) ?? word),
      ),
    skeletonOf(sounds) {
      let skeleton = "";
      for (let at = 0; at < sounds.length; at++) {
        const sound = sounds[at] ?? "";
        if (silent.has(sound)) continue;
        if (at === sounds.length - 1 && at > 0 && rows.silentLast.includes(sound)) continue;
        const one = same.get(sound) ?? sound;
        if (!skeleton.endsWith(one)) skeleton += one;
      }
      return skeleton;
    },
  };
}

/** Reads the longest ending that a word has as the first of its row; what is left must be two letters or more. */
function compileEndings(rows: LetterRows["endings"]["rows"]): (word: string) => string {
  const firsts = new Map<string, string>();
  for (const { latin, persian } of rows)
    for (const spellings of [latin, persian]) {
      const [first = "", ...others] = spellings.split(" ");
      for (const other of others) firsts.set(other, first);
    }
  const all = [...firsts.keys()].sort((a, b) => b.length - a.length);
  const ending = new RegExp(`(?<=..)(?:${all.join("|") || "(?!)"})$`, "u");
  return (word) => word.replace(ending, (found) => firsts.get(found) ?? found);
}

/** Reads letters as sounds, the longest run of letters first. */
function compileReading(sounds: ReadonlyMap<string, string>): (word: string) => string {
  const several = new RegExp(
    [...sounds.keys()].sort((a, b) => b.length - a.length).join("|") || "(?!)",
    "g",
  );
  return (word) => word.replace(several, (letters) => sounds.get(letters) ?? letters);
}

const ALPHABET = "a b c d e f g h i j k l m n o p q r s t u v w x y z".split(" ");

function keepIn<T>(known: Map<string, T>, key: string, make: () => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  known.set(key, made);
  return made;
}

const MARKED = /[\u00C0-\u02AF\u0400-\u04FF\u1E00-\u1EFF]|\p{M}/u;
const MARKED_LETTERS = /[\u00C0-\u02AF\u0400-\u04FF\u1E00-\u1EFF]/gu;
const PERSIAN = /[\u0600-\u06FF\uFB50-\uFDFF\uFE70-\uFEFF]/u;

function dropDoubles(sounds: string): string {
  return sounds.replace(/(.)\1+/g, "$1");
}

/** "kh:x gh:q" as a map. */
export function readPairs(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(" ").flatMap((pair): [string, string][] => {
      const at = pair.lastIndexOf(":");
      return at <= 0 ? [] : [[pair.slice(0, at), pair.slice(at + 1)]];
    }),
  );
}
