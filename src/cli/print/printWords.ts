import type { CliWords } from "../words/cliWords.ts";
import { padEnd, padStart } from "./screenText.ts";

const COLUMNS = 3;

/** Numbered words in columns, to be copied by hand; the heading begins with # so that the file can be read back. */
export function printWords(made: readonly string[], heading: string, words: CliWords): string {
  const rows = Math.ceil(made.length / COLUMNS);
  const lines = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: COLUMNS }, (_, column) => {
      // Across, so that a file of them reads in order.
      const at = row * COLUMNS + column;
      const word = made[at];
      return word === undefined ? "" : `${padStart(String(at + 1), 4)} ${padEnd(word, 10)}`;
    })
      .join("")
      .trimEnd(),
  );
  return `\n${words.message(heading)}\n\n${lines.join("\n")}\n\n`;
}
