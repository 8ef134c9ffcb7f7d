/** A cell's words as they are kept: without space around them, on one line, without marks that nobody sees. */
export function tidyCell(text: string): string {
  if (!UNTIDY.test(text)) return text;
  return text
    .replace(INVISIBLE, "")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replace(/[\s\u00A0]+/gu, " ")
    .replace(FOOTNOTE, "")
    .trim();
}

/** Bidi and other controls; the joiners U+200C and U+200D belong to words. */
const INVISIBLE =
  /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
/** The mark of a footnote behind words, as encyclopedias set it. */
const FOOTNOTE = /(?<=[^\s[])(?: ?\[(?:[a-z]|\d{1,3})\])+$/u;
const UNTIDY =
  /\]$|^\s|\s$|\s\s|[\u0000-\u001F\u007F-\u00A0\u00AD\u061C\u2000-\u200B\u200E\u200F\u2028-\u202F\u205F-\u2069\u3000\uD800-\uDFFF\uFEFF]/u;
