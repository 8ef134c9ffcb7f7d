import type { Failure } from "../../base/failure.ts";
import { readDocuments } from "../../flow/readDocuments.ts";
import type { Document } from "../../model/document.ts";
import type { Command } from "../command.ts";
import { exitCodeOf } from "../exitCodes.ts";
import { inputHints, inputPaths } from "../inputs.ts";
import { surveyInputs } from "../passedOver.ts";
import { tellFailure } from "../tellFailure.ts";
import { startProgress } from "../progress.ts";

/** `sanad text`: the main text of files, untouched, or with what was found about each as JSON. */
export const text: Command = async (given, config, io, words) => {
  const paths = inputPaths(given, "text");
  const hints = inputHints(given, true);
  const isJson = given.switches.has("json");
  const progress = startProgress(await surveyInputs(paths, io, words), io, words);
  const failures: Failure[] = [];
  let count = 0;
  for await (const outcome of readDocuments(paths, hints, config, io.stdin)) {
    progress.step();
    if (io.stdout.isTerminal) progress.clear();
    if (outcome.kind === "failure") {
      failures.push(outcome.failure);
      tellFailure(outcome.failure, isJson, io, words);
      continue;
    }
    await io.print(
      isJson
        ? `${JSON.stringify(describe(outcome.document))}\n`
        : separate(outcome.document, count),
    );
    count += 1;
  }
  progress.end();
  return exitCodeOf(count, failures);
};

/** Texts after the first are set apart by a form feed, as pages are. */
function separate(document: Document, index: number): string {
  const end = document.text.endsWith("\n") ? "" : "\n";
  return `${index === 0 ? "" : "\f"}${document.text}${end}`;
}

function describe(document: Document) {
  const { id, path, sha256, url, title, author, publisher, published, language, notes } = document;
  return {
    id,
    path,
    sha256,
    url,
    title,
    author,
    publisher,
    published,
    language,
    text: document.text,
    notes,
  };
}
