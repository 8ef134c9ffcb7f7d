/** Version of the folding; rows keep it, so that a change of it is a rebuild and no riddle. */
export const FOLD_VERSION = 1;

const LETTERS: Readonly<Record<string, string>> = {
  ي: "ی",
  ى: "ی",
  ئ: "ی",
  ك: "ک",
  ة: "ه",
  ۀ: "ه",
  ە: "ه",
  ھ: "ه",
  ؤ: "و",
  ٱ: "ا",
  ı: "i",
  ø: "o",
  ł: "l",
  đ: "d",
  ß: "ss",
  æ: "ae",
  œ: "oe",
};

const ZERO_WIDTH = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/**
 * Text as it is searched: case, marks, keyboards, digits and joiners folded, so that «علي‌رضا», «علی رضا» and «علي رضا»,
 * or "Özgür" and "ozgur", are found by each other. Words are parted by single spaces; offsets are lost.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(ZERO_WIDTH, " ")
    .replace(/[\p{M}\u0640'’ʿʾ`]/gu, "")
    .replace(/[ييىئكةۀەھؤٱıøłđßæœ]/gu, (letter) => LETTERS[letter] ?? letter)
    .replace(/\p{Nd}/gu, digit)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Any script's digit as an ASCII one: digits stand in runs of ten. */
function digit(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80) return letter;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--;
  return String(code - zero);
}
