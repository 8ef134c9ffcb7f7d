import type { VersionChange } from "../../flow/archive/compareVersions.ts";
import type { CliWords } from "../words/cliWords.ts";
import { clean, isolate } from "./screenText.ts";

/** What two readings or versions say otherwise, a line for each claim: gone, come, or other values of the same words. */
export function changeLines(
  { gone, come, changed }: Pick<VersionChange, "gone" | "come" | "changed">,
  words: CliWords,
): readonly string[] {
  return [
    ...gone.map((quote) => `   − ${isolate(clean(quote))}`),
    ...come.map((quote) => `   + ${isolate(clean(quote))}`),
    ...changed.map(({ words: quote, fields }) => {
      const otherwise = words.toldOtherwise(isolate(clean(quote)), fields);
      return `   ~ ${words.line(otherwise)}`;
    }),
  ];
}
