/**
 * In: names of files and directories, or `-`. Out: a document or a failure for each report, in order.
 * Never: lets one bad file stop the others; holds more than a few reports at a time; sends anything anywhere.
 */
import { Failure } from "../base/failure.ts";
import type { Document } from "../model/document.ts";
import { readDocument } from "../text/readDocument.ts";
import { readJsonLine, refuse } from "../text/readJsonLine.ts";
import { type Format, sniffFormat } from "../text/sniffFormat.ts";
import type { InputHints, Outcome, Source } from "../text/source.ts";
import { type OpenInput, openPath, openStream, readWhole } from "./inputBytes.ts";
import { splitLines } from "./inputLines.ts";
import { expandPaths, pathFailure, STDIN, STDIN_NAME } from "./inputPaths.ts";
import { TextWorkerHost, WORKER_CAPS, type WorkerCaps } from "./textWorkerHost.ts";

export type { InputHints };

/** One report that was asked for: its document, or why there is none. */
export type Input =
  | {
      readonly kind: "document";
      readonly path: string;
      /** The line of a .jsonl, from 1. */
      readonly line?: number;
      readonly document: Document;
      /** The report as received: the file, or its line of a .jsonl. */
      readonly bytes: Uint8Array;
    }
  | { readonly kind: "failure"; readonly path: string; readonly failure: Failure };

/** What a caller may change; the defaults suit a terminal. */
export type ReadOptions = {
  /** Where `-` is read from; the process's own input when left out. */
  readonly stdin?: AsyncIterable<Uint8Array | string>;
  /** Caps of the thread in which foreign formats are read. */
  readonly caps?: WorkerCaps;
};

/** Reads every report of files, directories (recursively, sorted) and `-`, in that order. */
export async function* readFiles(
  paths: readonly string[],
  hints: InputHints,
  options: ReadOptions = {},
): AsyncGenerator<Input> {
  const host = new TextWorkerHost(options.caps ?? WORKER_CAPS);
  /** Files whose reading has begun; a few, so that the thread and this one work side by side. */
  const ahead: Promise<Opened>[] = [];
  try {
    for await (const entry of expandPaths(paths)) {
      ahead.push(
        entry.kind === "failure"
          ? Promise.resolve({ path: entry.path, outcomes: [{ ...entry, bytes: NO_BYTES }] })
          : beginPath(entry.path, hints, options, host),
      );
      const next = ahead.length > AHEAD ? ahead.shift() : undefined;
      if (next !== undefined) yield* inputsOf(await next);
    }
    for (const next of ahead) yield* inputsOf(await next);
  } finally {
    await host.close();
  }
}

const AHEAD = 4;
/** Formats with a parser that a file could lead astray; they are read in the thread. */
const FOREIGN: ReadonlySet<Format["kind"]> = new Set<Format["kind"]>([
  "html",
  "pdf",
  "docx",
  "email",
]);

/** What became of a report, beside its bytes. */
type Received = Outcome & { readonly bytes: Uint8Array; readonly line?: number };

/** A file whose outcomes are known, or come line by line. */
type Opened = {
  readonly path: string;
  readonly outcomes: Iterable<Received> | AsyncIterable<Received>;
};

const NO_BYTES = new Uint8Array();

async function* inputsOf({ path, outcomes }: Opened): AsyncGenerator<Input> {
  try {
    for await (const outcome of outcomes)
      yield outcome.kind === "document"
        ? {
            kind: "document",
            path,
            document: outcome.document,
            bytes: outcome.bytes,
            ...(outcome.line === undefined ? {} : { line: outcome.line }),
          }
        : { kind: "failure", path, failure: outcome.failure };
  } catch (error) {
    yield { kind: "failure", path, failure: failureOf(path, error) };
  }
}

async function beginPath(
  path: string,
  hints: InputHints,
  options: ReadOptions,
  host: TextWorkerHost,
): Promise<Opened> {
  const source: Source = { ...hints, path: path === STDIN ? STDIN_NAME : path };
  try {
    const input =
      path === STDIN ? await openStream(options.stdin ?? process.stdin) : await openPath(path);
    if (sniffFormat(input.head, source.path).kind === "jsonl")
      return { path, outcomes: readLines(input, source, host) };
    const bytes = await readWhole(input.chunks);
    const isForThread = FOREIGN.has(sniffFormat(bytes, source.path).kind);
    const outcomes = await (isForThread ? host.read(bytes, source) : readDocument(bytes, source));
    return { path, outcomes: outcomes.map((outcome) => ({ ...outcome, bytes })) };
  } catch (error) {
    return {
      path,
      outcomes: [{ kind: "failure", failure: failureOf(path, error), bytes: NO_BYTES }],
    };
  }
}

/** Reads a .jsonl line by line, one line in memory at a time; a line that may hold a page is read in the thread. */
async function* readLines(
  { chunks }: OpenInput,
  source: Source,
  host: TextWorkerHost,
): AsyncGenerator<Received> {
  let count = 0;
  for await (const { number, bytes } of splitLines(chunks)) {
    const outcomes =
      bytes === null
        ? [refuse(source, number, "The line is too long to be a report")]
        : holdsPage(bytes)
          ? await host.read(bytes, source, number)
          : [await readJsonLine(bytes, number, source)];
    for (const outcome of outcomes) {
      if (outcome === null) continue;
      count++;
      yield { ...outcome, bytes: bytes ?? NO_BYTES, line: number };
    }
  }
  if (count > 0) return;
  const message = `${source.path ?? "input"}: The file holds no line of JSON`;
  yield { kind: "failure", failure: new Failure("input-refused", message), bytes: NO_BYTES };
}

/** A key may be written with escapes (`"\u0068tml"`), so a line with any escape is held to have one. */
function holdsPage(bytes: Uint8Array): boolean {
  const line = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return line.includes('"html"') || line.includes("\\u00");
}

function failureOf(path: string, error: unknown): Failure {
  if (error instanceof Failure) return new Failure(error.code, `${path}: ${error.message}`);
  return pathFailure(path, error);
}
