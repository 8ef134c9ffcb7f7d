/**
 * In: the bytes of a page. Out: its document, the main text and what the page says of itself.
 * Never: trusts a charset label against the bytes.
 */
import { getEncoding } from "encoding-sniffer";
import { decodeBytes } from "../base/decodeBytes.ts";
import { Failure } from "../base/failure.ts";
import type { Document } from "../model/document.ts";
import { draftPage } from "./html/draftPage.ts";
import { makeDocument } from "./makeDocument.ts";
import { textNote } from "./notes.ts";
import type { Source } from "./source.ts";

/** Reads a page. */
export function readPage(bytes: Uint8Array, source: Source): Document {
  const decoded = decodeBytes(bytes, declaredCharset(bytes));
  const draft = draftPage(decoded.text, source);
  if (!/\S/.test(draft.text)) throw new Failure("input-refused", "The page holds no text");
  return makeDocument(
    bytes,
    { ...draft, notes: [...decoded.doubts.map(textNote), ...(draft.notes ?? [])] },
    source,
  );
}

/** What the library is to answer where the page declares none: an encoding of the standard, or it takes its own default instead. */
const NONE = "x-user-defined";

function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 8192));
  const found = getEncoding(head, { defaultEncoding: NONE });
  return found === NONE ? null : found;
}
