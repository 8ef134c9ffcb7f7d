/**
 * In: the bytes of a plain or Markdown text. Out: its document, the text as it stands but for a mark.
 * Never: changes a line end, a space or a letter.
 */
import { Failure } from "../base/failure.ts";
import type { Document } from "../model/document.ts";
import { decodeBytes } from "./decodeBytes.ts";
import { makeDocument } from "./makeDocument.ts";
import { textNote } from "./notes.ts";
import { readPlainHead } from "./plainHead.ts";
import type { Source } from "./source.ts";

/** Reads a plain text. */
export function readPlain(bytes: Uint8Array, source: Source): Document {
  const { text, notes } = decodeBytes(bytes);
  if (!/\S/.test(text)) throw new Failure("input-refused", "The file is empty");
  const head = readPlainHead(text);
  return makeDocument(
    bytes,
    {
      text,
      title: head.title === null ? null : { value: head.title, by: "head" },
      published: head.published === null ? null : { value: head.published, by: "head" },
      notes: [
        ...notes,
        ...(head.isAmbiguous ? [textNote("date-ambiguous")] : []),
        // oxlint-disable-next-line no-control-regex
        ...(/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text) ? [textNote("control-characters")] : []),
      ],
    },
    source,
  );
}
