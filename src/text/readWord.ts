/**
 * In: the bytes of a .docx. Out: its document: paragraphs, tables a row a line, footnotes at the end.
 * Never: unpacks more than the caps allow; keeps text that is marked as deleted; takes the file's own dates
 * for a date of publication.
 */
import { unzipSync } from "fflate";
import { Failure } from "../base/failure.ts";
import type { Document } from "../model/document.ts";
import { makeDocument } from "./makeDocument.ts";
import { textNote } from "./notes.ts";
import { readPlainHead } from "./plainHead.ts";
import type { Source } from "./source.ts";
import { readWordXml } from "./wordXml.ts";

/** A report of this many characters of markup would be a library. */
const PART_LIMIT = 64 * 1024 * 1024;
/** Markup shrinks by ten or twenty; a thousand is a bomb. */
const RATIO_LIMIT = 400;
const PARTS: ReadonlySet<string> = new Set([
  "word/document.xml",
  "word/document2.xml",
  "word/footnotes.xml",
  "word/endnotes.xml",
  "docProps/core.xml",
]);

/** Reads a Word document. */
export function readWord(bytes: Uint8Array, source: Source): Document {
  const parts = unpack(bytes);
  const main = parts.get("word/document.xml") ?? parts.get("word/document2.xml");
  if (main === undefined)
    throw new Failure("input-refused", "The Word document holds no text; save it again as .docx");
  const body = readWordXml(main);
  const notes = ["word/footnotes.xml", "word/endnotes.xml"].flatMap((name) => {
    const part = parts.get(name);
    return part === undefined ? [] : [readWordXml(part).text];
  });
  const text = [body.text, ...notes].filter((part) => part !== "").join("\n\n");
  if (!/\S/.test(text)) throw new Failure("input-refused", "The Word document holds no text");
  const head = readPlainHead(text);
  const core = parts.get("docProps/core.xml") ?? "";
  const title = body.title ?? head.title;
  const author = field(core, "dc:creator");
  return makeDocument(
    bytes,
    {
      text,
      title: title === null ? null : { value: title, by: body.title === null ? "head" : "style" },
      author: author === null ? null : { value: author, by: "core" },
      published: head.published === null ? null : { value: head.published, by: "head" },
      notes: [
        ...(body.hasDeletions ? [textNote("tracked-deletion-dropped")] : []),
        ...(head.isAmbiguous ? [textNote("date-ambiguous")] : []),
      ],
    },
    source,
  );
}

function unpack(bytes: Uint8Array): ReadonlyMap<string, string> {
  let isBomb = false;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize, size }) => {
        if (!PARTS.has(name)) return false;
        // What is written out never exceeds the size that the archive declares for a part.
        if (originalSize <= PART_LIMIT && originalSize <= RATIO_LIMIT * Math.max(size, 1024))
          return true;
        isBomb = true;
        return false;
      },
    });
  } catch (error) {
    throw new Failure("input-refused", "The Word document is damaged; save it again as .docx", {
      cause: error,
    });
  }
  if (isBomb)
    throw new Failure(
      "input-refused",
      "The Word document unpacks to more than a report can hold (a zip bomb?)",
    );
  const decoder = new TextDecoder();
  return new Map(Object.entries(files).map(([name, part]) => [name, decoder.decode(part)]));
}

function field(xml: string, name: string): string | null {
  const start = xml.indexOf(`<${name}>`);
  const end = xml.indexOf(`</${name}>`);
  if (start === -1 || end < start) return null;
  const value = xml.slice(start + name.length + 2, end).trim();
  return value === "" || value.length > 200 || /[<&]/.test(value) ? null : value;
}
