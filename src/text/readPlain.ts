/**
 * In: the bytes of a plain or Markdown text. Out: its document; a plain text as it stands but for a byte-order mark.
 * Never: changes a line end, a space or a letter.
 */
import { Failure } from "../base/failure.ts";
import type { Note } from "../base/note.ts";
import type { Document } from "../model/document.ts";
import { decodeBytes } from "../base/decodeBytes.ts";
import { textNote } from "./notes.ts";
import { parseStamp } from "./dates/parseStamp.ts";
import { type Draft, makeDocument, timeZoneOf } from "./makeDocument.ts";
import { readPlainHead } from "./plainHead.ts";
import { plainOfMarkdown } from "./plainOfMarkdown.ts";
import type { Source } from "./source.ts";

/** Reads a plain text. */
export function readPlain(bytes: Uint8Array, source: Source): Document {
  const { text, doubts } = decodeBytes(bytes);
  return makeDocument(bytes, draftOf(text, doubts.map(textNote)), source);
}

/** Reads a Markdown text: its marks are no words of the report, and its front matter tells what it is. */
export function readMarkdown(bytes: Uint8Array, source: Source): Document {
  const decoded = decodeBytes(bytes);
  const { text, front } = plainOfMarkdown(decoded.text);
  const draft = draftOf(text, decoded.doubts.map(textNote));
  const stamp = front.get("date") ?? front.get("published");
  const date = stamp === undefined ? null : parseStamp(stamp, timeZoneOf(source));
  const fromFront = (value: string | null | undefined) =>
    value == null || value === "" ? null : { value, by: "front-matter" };
  const unreadable =
    stamp !== undefined && date === null ? [textNote("date-given-unreadable")] : [];
  return makeDocument(
    bytes,
    {
      ...draft,
      title: fromFront(front.get("title")) ?? draft.title ?? null,
      author: fromFront(front.get("author")),
      publisher: fromFront(front.get("publisher")) ?? draft.publisher ?? null,
      language: fromFront(front.get("lang") ?? front.get("language")),
      published: fromFront(date) ?? draft.published ?? null,
      notes: [...(draft.notes ?? []), ...unreadable],
    },
    source,
  );
}

function draftOf(text: string, notes: readonly Note[]): Draft {
  if (!/\S/.test(text)) throw new Failure("input-refused", "The file is empty");
  const head = readPlainHead(text);
  return {
    text,
    title: head.title === null ? null : { value: head.title, by: "head" },
    published: head.published === null ? null : { value: head.published, by: "head" },
    publisher: head.publisher === null ? null : { value: head.publisher, by: "head" },
    notes: [
      ...notes,
      ...(head.isAmbiguous ? [textNote("date-ambiguous")] : []),
      // oxlint-disable-next-line no-control-regex
      ...(/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text) ? [textNote("control-characters")] : []),
    ],
  };
}
