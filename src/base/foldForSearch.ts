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
  const room = text.length <= ROOM.length ? ROOM : new Uint16Array(text.length);
  let size = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    let folded = FOLDED[unit] ?? OTHERWISE;
    if (folded === UNMET) folded = foldUnit(unit);
    // What takes more than one unit, or hangs on what stands around it, is rare.
    if (folded === OTHERWISE) return foldSteps(text).trim();
    if (folded === NOTHING) continue;
    if (folded === SPACE && (size === 0 || room[size - 1] === SPACE)) continue;
    room[size++] = folded;
  }
  if (size > 0 && room[size - 1] === SPACE) size--;
  return textOf(room, size);
}

const ROOM = new Uint16Array(1 << 16);
const SPACE = 0x20;
const NOTHING = 0;
const OTHERWISE = 0xffff;

/** What a unit is folded to by itself: one unit, NOTHING, or OTHERWISE; UNMET until it is first met. */
const FOLDED = new Int32Array(0x10000).fill(-1);
const UNMET = -1;

function foldUnit(unit: number): number {
  const letter = String.fromCharCode(unit);
  const folded = foldSteps(letter);
  // A capital sigma becomes another letter at the end of a word.
  const isAlone = folded.length <= 1 && !/\p{Surrogate}|Σ/u.test(letter.normalize("NFKD"));
  const known = isAlone ? (folded === "" ? NOTHING : folded.charCodeAt(0)) : OTHERWISE;
  FOLDED[unit] = known;
  return known;
}

const MOST_AT_ONCE = 4096;

/** A call takes only so many arguments. */
function textOf(units: Uint16Array, size: number): string {
  let text = "";
  for (let at = 0; at < size; at += MOST_AT_ONCE)
    text += Reflect.apply(
      String.fromCharCode,
      null,
      units.subarray(at, Math.min(size, at + MOST_AT_ONCE)),
    );
  return text;
}

/** The steps one by one, for any text; spaces at its ends stay. */
function foldSteps(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(ZERO_WIDTH, " ")
    .replace(/[\p{M}\u0640'’ʿʾ`]/gu, "")
    .replace(/[ييىئكةۀەھؤٱıøłđßæœ]/gu, (letter) => LETTERS[letter] ?? letter)
    .replace(/\p{Nd}/gu, digit)
    .replace(/[^\p{L}\p{N}]+/gu, " ");
}

/** Any script's digit as an ASCII one: digits stand in runs of ten. */
function digit(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80) return letter;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--;
  return String(code - zero);
}
