import type { LogLine } from "../../flow/archive/look.ts";
import type { CliWords } from "../words/cliWords.ts";
import { clean, isolate, padEnd, padStart } from "./screenText.ts";

/** Whom the ledger names where a command entered something in nobody's name. */
export const ITSELF = "a-archive";

/** The command that did. */
function actorName(actor: string, kind: string): string {
  if (actor !== ITSELF) return clean(actor);
  return kind === "record-erased" ? "sanad restore" : "sanad init";
}

/** Entries as lines, for a person or for a program: what, about what, by whom, and what was decided. */
export function printLog(lines: readonly LogLine[], isJson: boolean, words: CliWords): string {
  if (isJson) return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  const width = words.number(Math.max(0, ...lines.map(({ index }) => index))).length;
  return lines
    .map(({ index, on, kind, id, actor, about, verdict, reason }) => {
      const what = words.line(
        verdict === null
          ? words.entryKind(kind)
          : words.verdictOf(verdict, kind === "decision-undone"),
      );
      const why = reason === null ? "" : `  ${words.line(words.quoted(words.embed(reason)))}`;
      return `${padStart(words.number(index), width)}  ${words.line(words.date(on))}  ${padEnd(what, 20)}  ${padEnd(about ?? "", 14)}  ${id}  ${isolate(actorName(actor, kind))}${why}\n`;
    })
    .join("");
}
