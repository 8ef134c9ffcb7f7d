/**
 * In: text. Out: its language as a BCP 47 code, or null when that cannot be told.
 * Never: guesses from one or two words; tells a dialect it has no marks for.
 */
import { MARKER_LETTERS, STOP_WORDS } from "./languageRows.ts";

/** Tells a language by its script, then by letters only it has, then by a vote of its commonest words. */
export function detectLanguage(text: string): string | null {
  const sample = sampleOf(text);
  const script = scriptOf(sample);
  if (script === null) return null;
  if (script.language !== null) return script.language;
  const words = wordsOf(sample);
  const votes = voteByWords(words, script.name);
  const marks = voteByLetters(sample, script.name);
  return decide(votes, marks, words.length);
}

/** True when a text's script is one that the language is written in; unknown languages are believed. */
export function couldBeLanguage(text: string, language: string): boolean {
  const script = scriptOf(sampleOf(text));
  if (script === null) return true;
  const primary = language.toLowerCase().split(/[-_]/)[0] ?? "";
  const known = SCRIPTS_BY_LANGUAGE.get(primary);
  return known === undefined || known.includes(script.name);
}

const SAMPLE = 3_000;

type Script = {
  readonly name: string;
  /** First and last code of each block of letters. */
  readonly blocks: readonly (readonly [number, number])[];
  /** The language, where the script has but one of those told apart here. */
  readonly language: string | null;
};

const SCRIPTS: readonly Script[] = [
  {
    name: "latin",
    blocks: [
      [0x41, 0x5a],
      [0x61, 0x7a],
      [0xc0, 0x24f],
      [0x1e00, 0x1eff],
    ],
    language: null,
  },
  {
    name: "arabic",
    blocks: [
      [0x620, 0x64a],
      [0x66e, 0x6d3],
      [0x6d5, 0x6ff],
      [0x750, 0x77f],
      [0xfb50, 0xfdff],
      [0xfe70, 0xfefc],
    ],
    language: null,
  },
  { name: "cyrillic", blocks: [[0x400, 0x52f]], language: null },
  { name: "hebrew", blocks: [[0x5d0, 0x5ea]], language: "he" },
  {
    name: "greek",
    blocks: [
      [0x370, 0x3ff],
      [0x1f00, 0x1fff],
    ],
    language: "el",
  },
  { name: "armenian", blocks: [[0x531, 0x587]], language: "hy" },
  { name: "georgian", blocks: [[0x10a0, 0x10ff]], language: "ka" },
  { name: "kana", blocks: [[0x3041, 0x30ff]], language: "ja" },
  { name: "han", blocks: [[0x3400, 0x9fff]], language: "zh" },
  { name: "hangul", blocks: [[0xac00, 0xd7a3]], language: "ko" },
  { name: "devanagari", blocks: [[0x900, 0x97f]], language: "hi" },
  { name: "bengali", blocks: [[0x980, 0x9ff]], language: "bn" },
  { name: "thai", blocks: [[0xe01, 0xe4e]], language: "th" },
];

/** For each UTF-16 unit, one more than the place of its script in the list; 0 for what is no letter of any. */
const SCRIPT_BY_UNIT: Uint8Array = SCRIPTS.reduce((table, { blocks }, at) => {
  for (const [first, last] of blocks) table.fill(at + 1, first, last + 1);
  return table;
}, new Uint8Array(0x10000));

const SCRIPTS_BY_LANGUAGE: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    latin: "en de fr es it pt nl sv no nb nn da fi pl cs sk hu ro tr az kmr id ms sq et lv lt vi",
    arabic: "fa ar ur ps ckb ug sd",
    cyrillic: "ru uk bg be tg kk ky mk",
    hebrew: "he yi",
    greek: "el",
    armenian: "hy",
    georgian: "ka",
    kana: "ja",
    han: "zh ja",
    hangul: "ko",
    devanagari: "hi mr ne",
    bengali: "bn",
    thai: "th",
  })
    .flatMap(([script, languages]) => languages.split(" ").map((one) => [one, script] as const))
    .reduce(
      (map, [one, script]) => map.set(one, [...(map.get(one) ?? []), script]),
      // Kurdish, Serbian, Azerbaijani and Uzbek are written in more than one script.
      new Map<string, string[]>([
        ["az", ["arabic", "cyrillic"]],
        ["sr", ["latin", "cyrillic"]],
        ["uz", ["latin", "cyrillic"]],
        ["ku", ["latin", "arabic"]],
        ["bal", ["latin", "arabic"]],
      ]),
    ),
);

/** Head and middle of a long text: the head of a page may hold a title in another language. */
function sampleOf(text: string): string {
  if (text.length <= SAMPLE) return text;
  const middle = (text.length - SAMPLE / 2) >> 1;
  return `${text.slice(0, SAMPLE / 2)} ${text.slice(middle, middle + SAMPLE / 2)}`;
}

function scriptOf(sample: string): Script | null {
  const counts = Array.from({ length: SCRIPTS.length + 1 }, () => 0);
  for (let at = 0; at < sample.length; at++) {
    const script = SCRIPT_BY_UNIT[sample.charCodeAt(at)] ?? 0;
    counts[script] = (counts[script] ?? 0) + 1;
  }
  const found = SCRIPTS.map((script, at) => ({ script, count: counts[at + 1] ?? 0 }));
  const total = found.reduce((sum, { count }) => sum + count, 0);
  if (total < 8) return null;
  // Japanese is told by any fair share of kana among its Han signs.
  const kana = found.find(({ script }) => script.name === "kana");
  if (kana !== undefined && kana.count > 0.1 * total) return kana.script;
  const first = found.reduce((best, one) => (one.count > best.count ? one : best));
  return first.count > 0.6 * total ? first.script : null;
}

function wordsOf(sample: string): string[] {
  // A dotted capital I leaves its dot behind as a mark of its own.
  return (
    sample
      .toLowerCase()
      .replaceAll("i\u0307", "i")
      .match(/[\p{L}\p{M}'’\u200c]+/gu) ?? []
  );
}

/** Letters of the Arabic and Kurdish keyboards as the Persian ones: many write Persian with them. */
function foldWord(word: string): string {
  return word.replaceAll(/[يىكە]/gu, (letter) => SAME_LETTER.get(letter) ?? letter);
}

const SAME_LETTER = new Map([
  ["ي", "ی"],
  ["ى", "ی"],
  ["ك", "ک"],
  ["ە", "ه"],
]);

type Votes = ReadonlyMap<string, number>;

function voteByWords(words: readonly string[], script: string): Votes {
  const votes = new Map<string, number>();
  const languages = LANGUAGES_BY_WORD.get(script);
  if (languages === undefined) return votes;
  for (const word of words)
    for (const language of languages.get(word) ?? languages.get(foldWord(word)) ?? [])
      votes.set(language, (votes.get(language) ?? 0) + 1);
  return votes;
}

function voteByLetters(sample: string, script: string): Votes {
  const votes = new Map<string, number>();
  for (const row of MARKER_LETTERS) {
    if (row.script !== script) continue;
    const count = sample.match(row.letters)?.length ?? 0;
    const weight = row.weight ?? 1;
    if (count > 0) votes.set(row.language, (votes.get(row.language) ?? 0) + count * weight);
  }
  return votes;
}

/** Words weigh more than letters: a name keeps the letters of its own language. */
function decide(words: Votes, letters: Votes, size: number): string | null {
  const scores = new Map<string, number>();
  for (const [language, count] of words) scores.set(language, count * 2);
  for (const [language, count] of letters)
    scores.set(language, (scores.get(language) ?? 0) + Math.min(count, 2 * size));
  const ranked = [...scores].sort(
    ([one, left], [other, right]) => right - left || (one < other ? -1 : 1),
  );
  const [best, second] = ranked;
  if (best === undefined) return null;
  const isStrong = best[1] >= Math.max(3, 0.06 * size);
  const isClear = second === undefined || best[1] >= 1.15 * second[1];
  return isStrong && isClear ? best[0] : null;
}

const LANGUAGES_BY_WORD: ReadonlyMap<
  string,
  ReadonlyMap<string, readonly string[]>
> = STOP_WORDS.reduce((byScript, { script, language, words }) => {
  const languages = byScript.get(script) ?? new Map<string, readonly string[]>();
  for (const word of words.split(" "))
    languages.set(word, [...(languages.get(word) ?? []), language]);
  return byScript.set(script, languages);
}, new Map<string, Map<string, readonly string[]>>());
