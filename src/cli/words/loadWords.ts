import type { Language } from "../../flow/interfaceLanguage.ts";
import type { CliWords } from "./cliWords.ts";

/** The words of a language; Persian with its numbers and days is loaded only when it is spoken. */
export async function loadWords(language: Language): Promise<CliWords> {
  if (language === "fa") return (await import("./cliWordsFa.ts")).cliWordsFa;
  return (await import("./cliWordsEn.ts")).cliWordsEn;
}
