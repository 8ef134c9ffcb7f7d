/** How a report stands to what it tells: rows of words over a sentence or a line that nobody vouches for. */
import type { Modality } from "../model/claim.ts";
import { formsOf } from "./lexicon.ts";
import type { Tokens } from "./tokens.ts";
import { flagForms, numberForm, UNKNOWN } from "./vocabulary.ts";

/**
 * label: words at the head of a line, before a colon ("Claim:"), over the whole line;
 * holds: words anywhere in a sentence, over all of it;
 * over: words over what stands behind them in their sentence ("I heard that");
 * law: as over, of what is done to people in general alone: nobody is named, and no time is given ("under the law, smugglers are hanged");
 * asks: words of a question that takes its event for granted ("did you know"), which leave it alone;
 * verdict: words that say of the line that a label opened that it is not so;
 * reported: what is taken back ("that report"), and wrong: what is said of it behind ("was wrong"), unless it tells in between;
 * own-report: words of a sentence that tells what the author had reported ("we reported");
 * regret, correction: words behind or at the head of which such a sentence is open ("we regret the error", "Correction:");
 * heads: words at the head of a sentence, over all of it;
 * alive: words that say that the one named dead is alive ("he is alive"); alive-named: the same behind a name;
 * learned: words that say that the author knows better now ("we have since learned"); not-dead: words that, behind them or at the head of
 * the sentence behind an own report, say that the one named did not die ("he was not among those hanged");
 * withdrawn: verbs that take back what the same speaker said before them ("It later |withdrew| the figure": `withdrawals.ts`);
 * self-denied: verbs by which the one named dead denies it, or somebody close to him ("which he |denied|": `selfDenials.ts`);
 * ground: what something is told by ("by news that"); ground-false: what is said of it in its own clause ("proved wrong"), over the
 * sentence, unless a word of ground-other stands between ("by news that proves the OBJECT wrong");
 * alive-open: words before them that leave it open ("whether"); tells: words before them that somebody else says it with.
 */
export const STANCE_SHAPES = [
  "label",
  "holds",
  "over",
  "law",
  "asks",
  "verdict",
  "reported",
  "tells",
  "wrong",
  "own-report",
  "regret",
  "correction",
  "heads",
  "alive",
  "alive-named",
  "alive-open",
  "learned",
  "not-dead",
  "kin",
  "withdrawn",
  "self-denied",
  "ground",
  "ground-false",
  "ground-other",
] as const;
export type StanceShape = (typeof STANCE_SHAPES)[number];

export type StanceRow = {
  readonly id: string;
  readonly shape: StanceShape;
  readonly modality: Modality;
};

/** A phrase of a row, as the numbers of its forms. */
export type StancePhrase = { readonly row: StanceRow; readonly phrase: readonly number[] };

export type StanceGrammar = {
  /** Phrases at the number of the form that they begin with, in the order of their rows. */
  readonly byFirst: readonly (readonly StancePhrase[] | undefined)[];
  /** 1 for the number of each mark that ends a question. */
  readonly isQuestionMark: Uint8Array;
  /** Words that ask for something else than yes or no ("why"). */
  readonly askingWords: ReadonlySet<string>;
};

type RawStances = {
  questionMarks: string[];
  askingWords: string[];
  rows: { id: string; shape: string; modality: string; words: string[] }[];
};

const MODALITIES: ReadonlySet<string> = new Set(["unclear", "hypothetical", "negated", "alleged"]);

/**
 * Checks and indexes the rows of a language; a language without them takes every sentence as told.
 * @throws TypeError naming the row that is malformed.
 */
export function compileStances(raw: unknown): StanceGrammar {
  const file = (raw ?? { questionMarks: [], askingWords: [], rows: [] }) as RawStances;
  const byFirst: StancePhrase[][] = [];
  for (const { id, shape: name, modality, words } of file.rows) {
    const shape = STANCE_SHAPES.find((one) => one === name);
    if (shape === undefined) throw new TypeError(`Stance row ${id} has no known shape`);
    if (!MODALITIES.has(modality)) throw new TypeError(`Stance row ${id} has no known modality`);
    const row: StanceRow = { id, shape, modality: modality as Modality };
    for (const phrase of words.map((one) => formsOf(one).map(numberForm)))
      (byFirst[phrase[0] ?? UNKNOWN] ??= []).push({ row, phrase });
  }
  return {
    byFirst: Array.from(byFirst),
    isQuestionMark: flagForms(file.questionMarks),
    askingWords: new Set(file.askingWords),
  };
}

/** A token at which phrases of rows begin, in the order of the rows, or at which a question ends. */
export type StanceMark = {
  readonly at: number;
  readonly phrases: readonly StancePhrase[];
  readonly isQuestion: boolean;
};

/** Marks of some tokens; phrases end before `to`. */
export function findMarks(
  { word }: Tokens,
  from: number,
  to: number,
  { byFirst, isQuestionMark }: StanceGrammar,
): readonly StanceMark[] {
  const marks: StanceMark[] = [];
  for (let at = from; at < to; at++) {
    const number = word[at] ?? UNKNOWN;
    const isQuestion = isQuestionMark[number] === 1;
    const known = byFirst[number];
    const phrases = known === undefined ? NONE : phrasesAt(word, at, to, known);
    if (isQuestion || phrases.length > 0) marks.push({ at, phrases, isQuestion });
  }
  return marks;
}

const NONE: readonly StancePhrase[] = [];

function phrasesAt(
  word: Int32Array,
  at: number,
  to: number,
  known: readonly StancePhrase[],
): readonly StancePhrase[] {
  let found: StancePhrase[] | null = null;
  for (const one of known) {
    const { phrase } = one;
    if (at + phrase.length > to) continue;
    let length = 1;
    while (length < phrase.length && word[at + length] === phrase[length]) length++;
    if (length >= phrase.length) (found ??= []).push(one);
  }
  return found ?? NONE;
}
