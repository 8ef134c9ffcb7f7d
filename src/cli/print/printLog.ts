import type { LogLine } from "../../flow/archive/look.ts";
import { clean, isolate, padEnd } from "./screenText.ts";

/** Entries as lines, for a person or for a program. */
export function printLog(lines: readonly LogLine[], isJson: boolean): string {
  if (isJson) return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  const width = String(Math.max(0, ...lines.map(({ index }) => index))).length;
  return lines
    .map(
      ({ index, on, kind, record, id, actor }) =>
        `${String(index).padStart(width)}  ${on}  ${padEnd(kind, 18)}  ${record}  ${id}  ${isolate(clean(actor))}\n`,
    )
    .join("");
}
