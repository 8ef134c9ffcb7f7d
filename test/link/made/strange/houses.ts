import type { Chance } from "../chance.ts";
import type { SoundWord } from "./words.ts";

/** How a list writes sounds: each sound as one of several spellings, the first one the commonest. */
export type House =
  | "english"
  | "french"
  | "german"
  | "scholarly"
  | "old"
  | "arabic"
  | "kurdish"
  | "azeri"
  | "persian";

type Spelled = Readonly<Record<string, string>>;

const ENGLISH: Spelled = {
  A: "a|a|a|aa",
  i: "i|i|i|ee",
  u: "ou|u|oo",
  o: "o",
  e: "e",
  a: "a|a|a|e",
  E: "ey|ei|ei|ai|ay",
  O: "ow|o|ov",
  S: "sh",
  C: "ch",
  j: "j",
  J: "zh|j",
  x: "kh",
  q: "gh|gh|q",
  "@": "eh|eh|e",
  "'": "|'|",
  v: "v|v|w",
  y: "y",
  z: "z",
};
const HOUSES: Readonly<Record<Exclude<House, "persian">, Spelled>> = {
  english: ENGLISH,
  french: {
    ...ENGLISH,
    A: "a|â|a",
    u: "ou",
    S: "ch",
    C: "tch",
    j: "dj",
    J: "j",
    "@": "eh|é|e",
    E: "ey|eï|ei",
    O: "ow|o|aw",
    i: "i|i|y",
    ss: "ss",
    g: "g|gu",
    x: "kh",
    q: "gh",
    v: "v",
  },
  german: {
    ...ENGLISH,
    A: "a|a|ah",
    u: "u",
    S: "sch",
    C: "tsch",
    j: "dsch",
    J: "sch|j",
    x: "ch|kh",
    q: "gh|g",
    "@": "e|eh",
    E: "ej|ei|ey",
    y: "j|y",
    v: "w|v",
    z: "s|z",
    O: "ou|au",
    i: "i|ie",
  },
  scholarly: {
    ...ENGLISH,
    A: "ā",
    i: "ī",
    u: "ū",
    S: "š",
    C: "č",
    j: "j|ǧ",
    J: "ž",
    x: "ḫ|x|kh",
    q: "q|ġ|ḡ",
    "@": "e|a|eh",
    E: "ai|ey",
    O: "au|ow",
    "'": "ʿ|ʾ",
    a: "a",
    e: "e|i",
    o: "o|u",
  },
  old: {
    ...ENGLISH,
    A: "a",
    i: "ee|i",
    u: "oo",
    o: "u|o",
    e: "i|e",
    S: "sh",
    x: "kh",
    q: "k|q|gh",
    "@": "ah|a|eh",
    E: "ai|ay",
    O: "au|ow",
    v: "v|w",
  },
  arabic: {
    ...ENGLISH,
    e: "i|e",
    o: "u|o",
    u: "oo|u|ou",
    v: "w",
    q: "q|gh",
    "@": "a|ah",
    E: "ai|ay",
    O: "aw",
    J: "j",
    i: "i|ee",
  },
  kurdish: {
    ...ENGLISH,
    A: "a",
    a: "e|a",
    i: "î|i",
    u: "û|u",
    e: "i|e|ê",
    o: "o|u",
    S: "ş",
    C: "ç",
    j: "c",
    J: "j",
    x: "x",
    q: "q|x",
    "@": "e",
    E: "ey|ê",
    v: "v|w",
    O: "ew|o",
    "'": "|'",
  },
  azeri: {
    ...ENGLISH,
    A: "a",
    a: "ə",
    e: "e|i",
    i: "i",
    u: "u|ü",
    o: "o",
    S: "ş",
    C: "ç",
    j: "c",
    J: "j",
    x: "x",
    q: "q|ğ",
    "@": "ə",
    E: "ey",
    O: "ov",
    v: "v",
    "'": "|'",
  },
};

/** A word in the spelling of a house; most words of one house are spelled the same way each time. */
export function spell(
  word: SoundWord,
  house: House,
  chance: Chance,
  join: "joined" | "split" | "hyphen",
): string {
  const between = { joined: "", split: " ", hyphen: "-" }[join];
  if (house === "persian") {
    if (join !== "split" || !word.sounds.includes("+"))
      return chance.is(0.2) ? word.persian.replaceAll("\u200c", "") : word.persian;
    return word.persian.replaceAll("\u200c", " ");
  }
  const spelled = HOUSES[house];
  const parts = word.sounds.split("+").map((part) =>
    Array.from(part, (sound) => {
      const ways = (spelled[sound] ?? sound).split("|");
      return chance.is(0.6) ? (ways[0] ?? "") : chance.pick(ways);
    }).join(""),
  );
  return parts
    .map((part, at) => (at === 0 || between !== "" ? capitalise(part) : part))
    .join(between);
}

export function capitalise(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** The name of a town as a writer of another language would spell it. */
export function respellTown(town: string, house: House): string {
  switch (house) {
    case "french":
      return town
        .replaceAll("sh", "ch")
        .replaceAll("j", "dj")
        .replace(/u/g, "ou")
        .replaceAll("oou", "ou");
    case "german":
      return town
        .replaceAll("sh", "sch")
        .replaceAll("kh", "ch")
        .replaceAll("j", "dsch")
        .replaceAll("v", "w")
        .replaceAll("y", "j");
    case "old":
      return town
        .replaceAll("an", "aun")
        .replaceAll("eh", "ah")
        .replaceAll("i", "ee")
        .replaceAll("u", "oo");
    case "arabic":
      return town.replaceAll("v", "w").replaceAll("e", "i").replaceAll("gh", "q");
    case "azeri":
      return town
        .replaceAll("sh", "ş")
        .replaceAll("kh", "x")
        .replaceAll("j", "c")
        .replaceAll("gh", "q");
    case "kurdish":
      return town.replaceAll("sh", "ş").replaceAll("a", "e").replaceAll("kh", "x");
    case "english":
    case "scholarly":
    case "persian":
      return town;
  }
}
