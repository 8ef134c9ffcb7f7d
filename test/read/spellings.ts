/** Another way of writing one Persian text, with the same words. */
export type Spelling = {
  readonly name: string;
  readonly write: (text: string) => string;
};

const JOINER = "\u200c";
const LETTER = "\\p{L}";

function swap(name: string, pairs: Readonly<Record<string, string>>): Spelling {
  const signs = new RegExp(`[${Object.keys(pairs).join("")}]`, "gu");
  return { name, write: (text) => text.replace(signs, (sign) => pairs[sign] ?? sign) };
}

function digits(name: string, zero: number): Spelling {
  return {
    name,
    write: (text) =>
      text.replace(/[۰-۹]/gu, (digit) => String.fromCharCode(zero + digit.charCodeAt(0) - 0x6f0)),
  };
}

function put(name: string, what: RegExp, by: string): Spelling {
  return { name, write: (text) => text.replace(what, by) };
}

/** Keyboards, page-to-text steps and habits that reports are met with. */
export const SPELLINGS: readonly Spelling[] = [
  put("joiner as a space", /\u200c/gu, " "),
  put("joiner lost", /\u200c/gu, ""),
  put("joiner twice", /\u200c/gu, JOINER + JOINER),
  put("joiner as not sign", /\u200c/gu, "\u00ac"),
  swap("Arabic yeh and kaf", { ی: "ي", ک: "ك" }),
  swap("alef maksura", { ی: "ى" }),
  swap("Kurdish heh", { ه: "ە" }),
  digits("ASCII digits", 0x30),
  digits("Arabic-Indic digits", 0x660),
  put("digits glued to the word behind", new RegExp(`([۰-۹]) (?=${LETTER})`, "gu"), "$1"),
  put("digits glued to the word before", new RegExp(`(${LETTER}) (?=[۰-۹])`, "gu"), "$1"),
  put("tatweel", /([بتسفقکلمن])(?=[بتسفقکلمنی])/gu, "$1ـ"),
  put("vowel signs", /([بتسفقکلمن])(?=\p{L})/gu, "$1\u064e"),
  put("spaces twice", / /gu, "  "),
  put("hard spaces", / /gu, "\u00a0"),
  put("Latin commas", /،/gu, ","),
  put("curly quotation marks", /«([^«»]*)»/gu, "“$1”"),
  put("straight quotation marks", /«([^«»]*)»/gu, '"$1"'),
  put("perfect joined", /(\p{L}ه) (?=(?:است|اند|بود|بودند)(?!\p{L}))/gu, `$1${JOINER}`),
  put("perfect glued", /(\p{L}ه)[ \u200c](?=(?:است|اند)(?!\p{L}))/gu, "$1"),
  put("present apart", /(?<!\p{L})(ن?می)\u200c/gu, "$1 "),
  put("present glued", /(?<!\p{L})(ن?می)[ \u200c]/gu, "$1"),
  put("plural apart", /\u200c(?=ها(?:ی|یی|یش|یشان)?(?!\p{L}))/gu, " "),
  put("plural glued", /\u200c(?=ها(?:ی|یی|یش|یشان)?(?!\p{L}))/gu, ""),
  put("to hang as one word", /(?<!\p{L})به دار(?!\p{L})/gu, `به${JOINER}دار`),
];
