import type { Document } from "../model/document.ts";
import { textNote } from "../text/notes.ts";
import type { Config } from "./readConfig.ts";
import { type Input, type InputHints, readFiles } from "./readFiles.ts";

/** The story of `sanad text`: files → frozen texts, publishers named as the settings say. */
export async function* readDocuments(
  paths: readonly string[],
  hints: InputHints,
  config: Config,
  stdin: AsyncIterable<Uint8Array>,
): AsyncGenerator<Input> {
  const all = { timeZone: config.timeZone, ...hints };
  const seen = new Set<string>();
  for await (const outcome of readFiles(paths, all, { stdin })) {
    if (outcome.kind === "failure") yield outcome;
    else
      yield {
        ...outcome,
        document: numberId(renamePublisher(outcome.document, config.publishers), seen),
      };
  }
}

/** A report whose id another one of the run has gets the next free number behind it, so that every id leads to one report. */
function numberId(document: Document, seen: Set<string>): Document {
  let { id } = document;
  for (let number = 2; seen.has(id); number++) id = `${document.id}-${number}`;
  seen.add(id);
  return id === document.id
    ? document
    : { ...document, id, notes: [...document.notes, textNote("id-repeated")] };
}

/** A publisher known by an alias, or by the host of its page, gets the name that the settings give it. */
export function renamePublisher(document: Document, names: Config["publishers"]): Document {
  if (names.size === 0 || document.publisher?.by === "given") return document;
  const host = URL.canParse(document.url ?? "") ? new URL(document.url ?? "").hostname : "";
  const aliases = [document.publisher?.value ?? "", host, host.replace(/^www\./, "")];
  const name = aliases
    .map((alias) => names.get(alias.toLowerCase()))
    .find((found) => found !== undefined);
  return name === undefined ? document : { ...document, publisher: { value: name, by: "config" } };
}
