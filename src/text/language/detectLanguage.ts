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

const SAMPLE = 20_000;
const WORD_LIMIT = 2_000;

type Script = { readonly name: string; readonly letters: RegExp; readonly language: string | null };

const SCRIPTS: readonly Script[] = [
  { name: "latin", letters: /\p{Script=Latin}/gu, language: null },
  { name: "arabic", letters: /\p{Script=Arabic}/gu, language: null },
  { name: "cyrillic", letters: /\p{Script=Cyrillic}/gu, language: null },
  { name: "hebrew", letters: /\p{Script=Hebrew}/gu, language: "he" },
  { name: "greek", letters: /\p{Script=Greek}/gu, language: "el" },
  { name: "armenian", letters: /\p{Script=Armenian}/gu, language: "hy" },
  { name: "georgian", letters: /\p{Script=Georgian}/gu, language: "ka" },
  { name: "kana", letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, language: "ja" },
  { name: "han", letters: /\p{Script=Han}/gu, language: "zh" },
  { name: "hangul", letters: /\p{Script=Hangul}/gu, language: "ko" },
  { name: "devanagari", letters: /\p{Script=Devanagari}/gu, language: "hi" },
  { name: "bengali", letters: /\p{Script=Bengali}/gu, language: "bn" },
  { name: "thai", letters: /\p{Script=Thai}/gu, language: "th" },
];

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
  const counts = SCRIPTS.map((script) => ({
    script,
    count: sample.match(script.letters)?.length ?? 0,
  }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total < 8) return null;
  // One Han or kana sign carries a word; Japanese is told by any fair share of kana.
  const kana = counts.find(({ script }) => script.name === "kana");
  if (kana !== undefined && kana.count > 0.1 * total) return kana.script;
  const [first] = counts.sort((left, right) => right.count - left.count);
  return first !== undefined && first.count > 0.6 * total ? first.script : null;
}

function wordsOf(sample: string): string[] {
  const words = sample.toLowerCase().match(/[\p{L}\p{M}'’\u200c]+/gu) ?? [];
  return words.slice(0, WORD_LIMIT);
}

type Votes = ReadonlyMap<string, number>;

function voteByWords(words: readonly string[], script: string): Votes {
  const votes = new Map<string, number>();
  for (const word of words)
    for (const language of LANGUAGES_BY_WORD.get(`${script} ${word}`) ?? [])
      votes.set(language, (votes.get(language) ?? 0) + 1);
  return votes;
}

function voteByLetters(sample: string, script: string): Votes {
  const votes = new Map<string, number>();
  for (const row of MARKER_LETTERS) {
    if (row.script !== script) continue;
    const count = sample.match(row.letters)?.length ?? 0;
    if (count > 0) votes.set(row.language, (votes.get(row.language) ?? 0) + count);
  }
  return votes;
}

/** Words weigh more than letters: a name keeps the letters of its own language. */
function decide(words: Votes, letters: Votes, size: number): string | null {
  const scores = new Map<string, number>();
  for (const [language, count] of words) scores.set(language, count * 2);
  for (const [language, count] of letters)
    scores.set(language, (scores.get(language) ?? 0) + Math.min(count, size));
  const ranked = [...scores].sort(
    ([one, left], [other, right]) => right - left || (one < other ? -1 : 1),
  );
  const [best, second] = ranked;
  if (best === undefined) return null;
  const isStrong = best[1] >= Math.max(3, 0.06 * size);
  const isClear = second === undefined || best[1] >= 1.15 * second[1];
  return isStrong && isClear ? best[0] : null;
}

const LANGUAGES_BY_WORD: ReadonlyMap<string, readonly string[]> = STOP_WORDS.reduce((map, row) => {
  for (const word of row.words.split(" ")) {
    const key = `${row.script} ${word}`;
    map.set(key, [...(map.get(key) ?? []), row.language]);
  }
  return map;
}, new Map<string, string[]>());
