import type { LogLine } from "../../flow/archive/look.ts";
import type { CliWords } from "../words/cliWords.ts";
import { clean, isolate, padEnd, padStart } from "./screenText.ts";

/** Entries as lines, for a person or for a program. */
export function printLog(lines: readonly LogLine[], isJson: boolean, words: CliWords): string {
  if (isJson) return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  const width = words.number(Math.max(0, ...lines.map(({ index }) => index))).length;
  return lines
    .map(
      ({ index, on, kind, record, id, actor }) =>
        `${padStart(words.number(index), width)}  ${words.line(words.date(on))}  ${padEnd(words.line(words.entryKind(kind)), 18)}  ${record}  ${id}  ${isolate(clean(actor))}\n`,
    )
    .join("");
}
