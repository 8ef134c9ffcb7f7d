import type { LogLine } from "../../flow/archive/look.ts";
import type { CliWords } from "../words/cliWords.ts";
import { alignColumns } from "./alignColumns.ts";
import { clean, isolate, padStart } from "./screenText.ts";

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
  const rows = lines.map((line) => {
    const { index, on, kind, id, actor, about, reason } = line;
    return [
      padStart(words.number(index), width),
      words.line(words.date(on)),
      words.line(whatOf(line, words)),
      about ?? "",
      id,
      isolate(actorName(actor, kind)),
      reason === null ? "" : words.line(words.quoted(words.embed(reason))),
    ];
  });
  return alignColumns(rows)
    .map((line) => `${line}\n`)
    .join("");
}

/** What kind of entry it is; of a decision which, and what it put right. */
function whatOf({ kind, verdict, fields, isUndoing }: LogLine, words: CliWords): string {
  const what = verdict === null ? words.entryKind(kind) : words.status(verdict);
  const put = fields.length === 0 ? "" : ` (${words.listed(fields.map(words.fieldName), "comma")})`;
  return words.takenBackOf(what + put, isUndoing);
}
