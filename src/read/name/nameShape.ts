import type { NameGrammar } from "./grammarTypes.ts";

const LONGEST_ENDING = 8;

/** How much a word's ending or beginning speaks for a surname ("-zadeh", "-enko", "Mc-"); 0 for none. */
export function endingWeight(grammar: NameGrammar, form: string): number {
  if (form.length < 5) return 0;
  let best = 0;
  for (let size = Math.min(LONGEST_ENDING, form.length - 2); size >= 2; size--) {
    const weight = grammar.endings.get(form.slice(form.length - size));
    if (weight !== undefined && weight > best) best = weight;
  }
  for (const { text, weight } of grammar.beginnings) {
    if (weight > best && form.startsWith(text) && form.length > text.length + 2) best = weight;
  }
  return best;
}
