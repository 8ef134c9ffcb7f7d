/**
 * In: a token range. Out: the charges and stages that its words name, longest first come.
 * Never: reads a charge or a stage into words that no row has.
 */
import type { NameGrammar } from "./nameGrammar.ts";
import { longestPhrase, type PhraseNode } from "./name/phraseTrie.ts";
import { isGlued } from "./sentences.ts";
import { TOKEN, type Tokens } from "./tokens.ts";
import { numberOfForm, UNKNOWN } from "./vocabulary.ts";

/** A phrase of a gazetteer in a text. */
export type GazetteerMatch = { readonly from: number; readonly to: number; readonly id: string };

/** Charges named in a token range ("moharebeh", "drug-related"), leftmost and longest. */
export function findCharges(
  tokens: Tokens,
  from: number,
  to: number,
  grammar: NameGrammar,
): GazetteerMatch[] {
  const found: GazetteerMatch[] = [];
  for (let at = from; at < to; at++) {
    const hit = longestPhrase(grammar.charges, tokens, at, to);
    if (hit === null) continue;
    found.push({ from: at, to: hit.to, id: hit.value });
    at = hit.to - 1;
  }
  return found;
}

/** Stages of a case by their cue words; a cue with a gap ("sentenced to … years") lets up to six words in between. */
export function findStages(
  tokens: Tokens,
  from: number,
  to: number,
  grammar: NameGrammar,
): GazetteerMatch[] {
  const found: GazetteerMatch[] = [];
  const gap = numberOfForm(GAP);
  for (let at = from; at < to; at++) {
    const hit = matchWithGaps(grammar.stages, tokens, at, to, 0, gap);
    if (hit === null) continue;
    found.push({ from: at, to: hit.to, id: hit.value });
    at = hit.to - 1;
  }
  return found;
}

const GAP = "…";
const LONGEST_GAP = 6;

function matchWithGaps(
  node: PhraseNode<string>,
  tokens: Tokens,
  at: number,
  to: number,
  used: number,
  gapNumber: number,
): { to: number; value: string } | null {
  let best = node.value === null || used === 0 ? null : { to: at, value: node.value };
  if (at >= to) return best;
  if (used > 0 && isSkipped(tokens, at))
    return matchWithGaps(node, tokens, at + 1, to, used, gapNumber) ?? best;
  const next = node.next?.get(tokens.word[at] ?? UNKNOWN);
  if (next !== undefined)
    best = longer(best, matchWithGaps(next, tokens, at + 1, to, used + 1, gapNumber));
  const gap = node.next?.get(gapNumber);
  if (gap === undefined) return best;
  for (let skip = 0; skip <= LONGEST_GAP && at + skip < to; skip++) {
    const after = gap.next?.get(tokens.word[at + skip] ?? UNKNOWN);
    if (after === undefined) continue;
    best = longer(best, matchWithGaps(after, tokens, at + skip + 1, to, used + 1, gapNumber));
    break;
  }
  return best;
}

function isSkipped(tokens: Tokens, at: number): boolean {
  if (tokens.kind[at] === TOKEN.newline) return true;
  return tokens.form[at] === "-" && isGlued(tokens, at);
}

function longer(
  left: { to: number; value: string } | null,
  right: { to: number; value: string } | null,
): { to: number; value: string } | null {
  if (left === null || right === null) return left ?? right;
  return right.to > left.to ? right : left;
}
