/**
 * In: the bytes of a report and what is known of them. Out: its documents, or why there are none.
 * Never: throws on data; loads the parser of a format it does not meet.
 */
import { Failure } from "../base/failure.ts";
import type { Document } from "../model/document.ts";
import { readJsonLine } from "./readJsonLine.ts";
import { readMarkdown, readPlain } from "./readPlain.ts";
import { type Format, sniffFormat } from "./sniffFormat.ts";
import type { Outcome, Source } from "./source.ts";

/**
 * Reads a report in any of the known formats. Most hold one document; a .jsonl holds one a line, and a
 * failure for each line that could not be read.
 */
export async function readDocument(bytes: Uint8Array, source: Source): Promise<readonly Outcome[]> {
  try {
    if (bytes.length === 0) throw new Failure("input-refused", "The file is empty");
    const format = sniffFormat(bytes, source.path);
    if (format.kind === "unreadable")
      throw new Failure("input-refused", `This is ${format.what}; give ${READABLE}`);
    if (format.kind === "jsonl") return await readLines(bytes, source);
    return [{ kind: "document", document: await readOne(bytes, format.kind, source) }];
  } catch (error) {
    return [{ kind: "failure", failure: named(error, source) }];
  }
}

const READABLE = "a .txt, .md, .html, .jsonl, .pdf, .docx or .eml file";

type OneDocument = Exclude<Format["kind"], "jsonl" | "unreadable">;

async function readOne(bytes: Uint8Array, kind: OneDocument, source: Source): Promise<Document> {
  switch (kind) {
    case "text":
      return readPlain(bytes, source);
    case "markdown":
      return readMarkdown(bytes, source);
    case "html":
      return (await import("./readPage.ts")).readPage(bytes, source);
    case "pdf":
      return (await import("./readPdf.ts")).readPdf(bytes, source);
    case "docx":
      return (await import("./readWord.ts")).readWord(bytes, source);
    case "email":
      return (await import("./readMail.ts")).readMail(bytes, source);
  }
}

async function readLines(bytes: Uint8Array, source: Source): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  let number = 0;
  for (let start = 0; start < bytes.length; ) {
    const next = bytes.indexOf(0x0a, start);
    const end = next === -1 ? bytes.length : next;
    number++;
    const outcome = await readJsonLine(bytes.subarray(start, end), number, source);
    if (outcome !== null) outcomes.push(outcome);
    start = end + 1;
  }
  if (outcomes.length === 0) throw new Failure("input-refused", "The file holds no line of JSON");
  return outcomes;
}

/** A failure with the file's name before it. Anything else thrown on data is the parser's, and is refused too. */
function named(error: unknown, source: Source): Failure {
  const path = source.path ?? "input";
  if (error instanceof Failure)
    return new Failure(error.code, `${path}: ${error.message}`, { cause: error.cause });
  return new Failure("input-refused", `${path}: The file could not be read; it may be damaged`, {
    cause: error,
  });
}
