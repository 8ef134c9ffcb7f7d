import type { CliWords } from "./cliWords.ts";
import { type MatchWords, matchWordsEn } from "./matchWords.ts";

/** What `sanad match` says, in the language of the terminal. */
export async function loadMatchWords(words: CliWords): Promise<MatchWords> {
  if (words.language === "fa") return (await import("./matchWordsFa.ts")).matchWordsFa(words);
  return matchWordsEn(words);
}
