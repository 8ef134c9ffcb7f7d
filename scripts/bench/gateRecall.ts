import { join } from "node:path";
import { readGold } from "../score/gold.ts";

const root = join(import.meta.dirname, "../..");

/** Every sentence that holds a gold claim, and every such report. The kind `other` is not asked of the gate. */
export function goldSentences(): {
  readonly sentences: readonly string[];
  readonly reports: readonly string[];
} {
  const sentences = new Set<string>();
  const reports: string[] = [];
  for (const one of readGold(join(root, "test/golden/dev"), null)) {
    const text = new TextDecoder().decode(one.bytes);
    const claims = one.claims.filter((claim) => claim.kind !== "other");
    if (claims.length > 0) reports.push(text);
    for (const claim of claims) sentences.add(sentenceAround(text, claim.start, claim.end));
  }
  return { sentences: [...sentences], reports };
}

const SEGMENTER = new Intl.Segmenter("en", { granularity: "sentence" });

/** The sentences that a range lies in, from the start of the first to the end of the last. */
function sentenceAround(text: string, start: number, end: number): string {
  const segments = SEGMENTER.segment(text);
  const first = segments.containing(start);
  const last = segments.containing(Math.max(start, end - 1));
  if (first === undefined || last === undefined) return text.slice(start, end);
  return text.slice(first.index, last.index + last.segment.length).trim();
}

/** Wilson's interval at 95 % of a share. */
export function wilson(hits: number, all: number): { readonly low: number; readonly high: number } {
  if (all === 0) return { low: 0, high: 1 };
  const z = 1.96;
  const share = hits / all;
  const scale = 1 + z ** 2 / all;
  const middle = (share + z ** 2 / (2 * all)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / all + z ** 2 / (4 * all ** 2));
  return { low: middle - half, high: middle + half };
}
