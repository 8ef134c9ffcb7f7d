/**
 * In: a word that `foldForSearch` folded. Out: its consonants in one alphabet for Latin and Persian script, so that
 * "Farhani", "Farahani" and «فراهانی» have one key. Never: says that two names are one: keys only propose.
 */

/** Shorter skeletons say too little: "Evin" would be "n". Then the long vowels that both scripts write stay in. */
const LEAST = 3;

/** The key of one folded word; empty where it has no letter that is heard. */
export function nameKey(word: string): string {
  const sounds = soundsOf(word);
  const skeleton = collapse(sounds.replaceAll(/[wy]/g, ""));
  if (skeleton.length >= LEAST) return skeleton;
  return sounds === "" ? "" : `${collapse(sounds)}-`;
}

/** Latin letters with marks that are sounds of their own in Turkish, Kurdish and in scholarly spelling. */
const MARKED: Readonly<Record<string, string>> = {
  ç: "ch",
  č: "ch",
  ş: "sh",
  š: "sh",
  ğ: "gh",
  ġ: "gh",
  ḡ: "gh",
  ž: "zh",
  ǧ: "j",
  ḫ: "kh",
  ḵ: "kh",
};

/** Marked letters as they sound, before folding takes the marks off: "Çetin" as "Chetin"; beside them a Turkish c is j ("Cemşid"). */
export function spellMarks(name: string): string {
  const composed = name.normalize("NFC").toLowerCase();
  if (!/[çčşšğġḡžǧḫḵ]/u.test(composed)) return name;
  const spelled = composed.replaceAll(/[çčşšğġḡžǧḫḵ]/gu, (letter) => MARKED[letter] ?? letter);
  return /[çşğ]/u.test(composed) ? spelled.replaceAll(/c(?!h)/g, "j") : spelled;
}

/** Consonants as one sign each, long vowels and glides as w and y; short vowels are not written in Persian. */
function soundsOf(word: string): string {
  return word
    .replace(SILENT_H, "")
    .replaceAll(SOUNDS, (sound) => LATIN[sound] ?? PERSIAN[sound] ?? "")
    .replaceAll(/[^a-z0-9$%&]/g, "");
}

/** "Fatemeh", «فاطمه»; short words keep theirs. */
const SILENT_H = /(?<=\w{3}[ae])h$|(?<=[\u0600-\u06FF]{3})ه$/;
const SOUNDS = /sch|sh|ch|kh|gh|zh|ph|th|oo|ou|ee|ei|ie|ck|[a-z]|[^\sa-z0-9]/g;

function collapse(sounds: string): string {
  return sounds.replaceAll(/(.)\1+/g, "$1");
}

/** $ is sh, % is ch, & is kh: one sign a sound. */
const LATIN: Readonly<Record<string, string>> = {
  sch: "$",
  sh: "$",
  ch: "%",
  kh: "&",
  gh: "k",
  zh: "j",
  ph: "f",
  th: "t",
  oo: "w",
  ou: "w",
  ee: "y",
  ei: "y",
  ie: "y",
  ck: "k",
  b: "b",
  c: "k",
  d: "d",
  f: "f",
  g: "g",
  h: "h",
  i: "y",
  j: "j",
  k: "k",
  l: "l",
  m: "m",
  n: "n",
  p: "p",
  q: "k",
  r: "r",
  s: "s",
  t: "t",
  u: "w",
  v: "w",
  w: "w",
  x: "ks",
  y: "y",
  z: "z",
};

const PERSIAN: Readonly<Record<string, string>> = {
  ب: "b",
  پ: "p",
  ت: "t",
  ث: "s",
  ج: "j",
  چ: "%",
  ح: "h",
  خ: "&",
  د: "d",
  ذ: "z",
  ر: "r",
  ز: "z",
  ژ: "j",
  س: "s",
  ش: "$",
  ص: "s",
  ض: "z",
  ط: "t",
  ظ: "z",
  غ: "k",
  ف: "f",
  ق: "k",
  ک: "k",
  گ: "g",
  ل: "l",
  م: "m",
  ن: "n",
  و: "w",
  ه: "h",
  ی: "y",
};
