/** Cue words of one language: who says, by which word, and which way the words lie. */
import type { WordRow } from "./lexicon.ts";

export type AttributionGrammar = {
  readonly words: readonly WordRow[];
};

type RawAttribution = { rows: (WordRow & { example: string })[] };

/**
 * Checks the cue rows of a pack.
 * @throws TypeError for a row without id, class or words.
 */
export function compileAttribution(raw: unknown): AttributionGrammar {
  const { rows } = raw as RawAttribution;
  for (const row of rows) {
    if (typeof row.id !== "string" || typeof row.class !== "string" || row.words.length === 0) {
      throw new TypeError(`Attribution row ${row.id} needs id, class and words`);
    }
  }
  return { words: rows.map(({ id, class: name, words }) => ({ id, class: name, words })) };
}
