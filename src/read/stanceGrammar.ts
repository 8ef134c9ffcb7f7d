/** How a report stands to what it tells: rows of words over a sentence or a line that nobody vouches for. */
import type { Modality } from "../model/claim.ts";
import { formsOf } from "./lexicon.ts";
import { flagForms } from "./vocabulary.ts";

/**
 * label: words at the head of a line, before a colon ("Claim:"), over the whole line;
 * holds: words anywhere in a sentence, over all of it;
 * over: words over what stands behind them in their sentence ("I heard that");
 * asks: words of a question that takes its event for granted ("did you know"), which leave it alone;
 * verdict: words that say of the line that a label opened that it is not so;
 * reported: what is taken back ("that report"), and wrong: what is said of it behind ("was wrong"), unless it tells in between;
 * own-report: words of a sentence that tells what the author had reported ("we reported");
 * regret, correction: words behind or at the head of which such a sentence is open ("we regret the error", "Correction:");
 * heads: words at the head of a sentence, over all of it;
 * alive: words that say that the one named dead is alive ("he is alive"); alive-named: the same behind a name;
 * alive-open: words before them that leave it open ("whether"); tells: words before them that somebody else says it with.
 */
export const STANCE_SHAPES = [
  "label",
  "holds",
  "over",
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
] as const;
export type StanceShape = (typeof STANCE_SHAPES)[number];

export type StanceRow = {
  readonly id: string;
  readonly shape: StanceShape;
  readonly modality: Modality;
  readonly phrases: readonly (readonly string[])[];
};

/** Rows by the first form of their phrases, so that a token is looked up once. */
export type StanceGrammar = {
  readonly byFirst: ReadonlyMap<string, readonly { row: StanceRow; phrase: readonly string[] }[]>;
  /** 1 for the number of each form that a phrase begins with, and of each mark of a question. */
  readonly openers: Uint8Array;
  /** Marks that end a question. */
  readonly questionMarks: ReadonlySet<string>;
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
  const byFirst = new Map<string, { row: StanceRow; phrase: readonly string[] }[]>();
  for (const { id, shape: name, modality, words } of file.rows) {
    const shape = STANCE_SHAPES.find((one) => one === name);
    if (shape === undefined) throw new TypeError(`Stance row ${id} has no known shape`);
    if (!MODALITIES.has(modality)) throw new TypeError(`Stance row ${id} has no known modality`);
    const phrases = words.map(formsOf);
    const row: StanceRow = { id, shape, modality: modality as Modality, phrases };
    for (const phrase of phrases) {
      const first = phrase[0] ?? "";
      byFirst.set(first, [...(byFirst.get(first) ?? []), { row, phrase }]);
    }
  }
  return {
    byFirst,
    openers: flagForms(byFirst.keys(), file.questionMarks),
    questionMarks: new Set(file.questionMarks),
    askingWords: new Set(file.askingWords),
  };
}
