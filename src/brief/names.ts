import { foldForSearch } from "../base/foldForSearch.ts";
import { nameKey } from "../base/nameKey.ts";

/** Folds a name for comparison: case, marks, Arabic letter forms, hyphens, articles and quotation marks are ignored. */
export function foldName(name: string): string {
  return name
    .normalize("NFKD")
    .replaceAll(/\p{M}+/gu, "")
    .replaceAll("ي", "ی")
    .replaceAll("ى", "ی")
    .replaceAll("ك", "ک")
    .replaceAll(/[’‘'`´]s\b/gu, "s")
    .replaceAll(/[^\p{L}\p{Nd}@]+/gu, " ")
    .trim()
    .toLowerCase()
    .replace(/^(?:the|an|a) /u, "")
    .replaceAll(/\borganisation/gu, "organization");
}

/** Names that the words hold: themselves, themselves without brackets, and what stands in brackets ("(A/B)" is two). */
export function namesIn(words: string): readonly string[] {
  const inner = [...words.matchAll(/[(（[]([^()[\]]+)[)）\]]/gu)].flatMap((match) =>
    (match[1] ?? "").split(/[/,،]/u),
  );
  const outer = words.replaceAll(/[(（[][^()[\]]*[)）\]]/gu, " ");
  const folded = [words, outer, ...inner].map(foldName).filter((name) => name !== "");
  return [...new Set(folded)];
}

/** How a name of two words or more sounds, in Latin and Persian script alike; empty for a single word, which too many share. */
export function heardName(name: string): string {
  const words = foldForSearch(name)
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word !== "");
  return words.length < 2 ? "" : nameKey(words.join(""));
}
