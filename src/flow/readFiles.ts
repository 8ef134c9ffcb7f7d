/**
 * In: names of files and directories, or `-`. Out: a document or a failure for each report, in order.
 * Never: lets one bad file stop the others; holds more than a few reports at a time.
 */
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { Failure } from "../base/failure.ts";
import type { Document } from "../model/document.ts";
import { readDocument } from "../text/readDocument.ts";
import { readJsonLine, refuse } from "../text/readJsonLine.ts";
import type { InputHints, Outcome } from "../text/source.ts";
import { expandPaths, STDIN } from "./inputPaths.ts";
import { splitLines } from "./inputLines.ts";

export type { InputHints };

/** One report that was asked for: its document, or why there is none. */
export type Input =
  | { readonly kind: "document"; readonly path: string; readonly document: Document }
  | { readonly kind: "failure"; readonly path: string; readonly failure: Failure };

/** What a caller may change; the defaults suit a terminal. */
export type ReadOptions = {
  /** Where `-` is read from; the process's own input when left out. */
  readonly stdin?: AsyncIterable<Uint8Array>;
};

/** Reads every report of files, directories (recursively, sorted) and `-`. */
export async function* readFiles(
  paths: readonly string[],
  hints: InputHints,
  options: ReadOptions = {},
): AsyncGenerator<Input> {
  for await (const entry of expandPaths(paths)) {
    if (entry.kind === "failure") yield entry;
    else
      for await (const outcome of readPath(entry.path, hints, options))
        yield toInput(entry.path, outcome);
  }
}

/** Counts the files that `readFiles` would read, for a progress line. */
export async function countFiles(paths: readonly string[]): Promise<number> {
  let count = 0;
  for await (const _ of expandPaths(paths)) count++;
  return count;
}

async function* readPath(
  path: string,
  hints: InputHints,
  options: ReadOptions,
): AsyncGenerator<Outcome> {
  const source = { ...hints, path: path === STDIN ? "stdin" : path };
  try {
    if (/\.(?:jsonl|ndjson)$/i.test(path)) {
      yield* readLines(createReadStream(path), source);
      return;
    }
    const bytes =
      path === STDIN ? await collect(options.stdin ?? process.stdin) : await readFile(path);
    yield* await readDocument(bytes, source);
  } catch (error) {
    yield {
      kind: "failure",
      failure: new Failure("input-refused", `${path}: The file could not be read`, {
        cause: error,
      }),
    };
  }
}

async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  source: InputHints & { path: string },
): AsyncGenerator<Outcome> {
  let count = 0;
  for await (const line of splitLines(chunks)) {
    const outcome =
      line.bytes === null
        ? refuse(source, line.number, "The line is too long")
        : await readJsonLine(line.bytes, line.number, source);
    if (outcome === null) continue;
    count++;
    yield outcome;
  }
  if (count === 0)
    yield {
      kind: "failure",
      failure: new Failure("input-refused", `${source.path}: The file is empty`),
    };
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

function toInput(path: string, outcome: Outcome): Input {
  return outcome.kind === "document"
    ? { kind: "document", path, document: outcome.document }
    : { kind: "failure", path, failure: outcome.failure };
}
