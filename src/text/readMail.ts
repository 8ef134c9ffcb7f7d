/**
 * In: the bytes of an e-mail. Out: its document: the main text of its page, or its plain text.
 * Never: opens an attachment; takes the hour of a mail server for the sender's.
 */
import PostalMime from "postal-mime";
import { Failure } from "../base/failure.ts";
import type { Document } from "../model/document.ts";
import { parseStamp } from "./dates/parseStamp.ts";
import { draftPage } from "./html/draftPage.ts";
import { inkOf } from "./html/measure.ts";
import { type Draft, makeDocument, timeZoneOf } from "./makeDocument.ts";
import { textNote } from "./notes.ts";
import type { Source } from "./source.ts";
import { withoutReplies } from "./withoutReplies.ts";

/** Reads an e-mail. */
export async function readMail(bytes: Uint8Array, source: Source): Promise<Document> {
  const mail = await PostalMime.parse(bytes);
  const body = bodyOf(mail.html, mail.text, source);
  if (body === null) throw new Failure("input-refused", "The e-mail holds no text");
  const from = mail.from;
  const sender = from?.name === undefined || from.name === "" ? null : from.name;
  const domain = /@([\w.-]+)$/.exec(from?.address ?? "")?.[1]?.toLowerCase() ?? null;
  const stamp = mail.headers.find(({ key }) => key === "date")?.value ?? null;
  const published = stamp === null ? null : parseStamp(stamp, timeZoneOf(source));
  return makeDocument(
    bytes,
    {
      text: body.text,
      title: header(mail.subject ?? null),
      author: header(sender),
      publisher: header(domain),
      published: header(published),
      language: body.language ?? null,
      notes: [
        ...(body.notes ?? []),
        ...(mail.attachments.length > 0 ? [textNote("attachment-not-read")] : []),
      ],
    },
    source,
  );
}

function header(value: string | null): { value: string; by: string } | null {
  const text = value?.trim() ?? "";
  return text === "" ? null : { value: text, by: "header" };
}

/** The page's main text, unless the plain part says much more. */
function bodyOf(html: string | undefined, text: string | undefined, source: Source): Draft | null {
  const plain = (text ?? "").replace(/\r\n?/g, "\n").trim();
  const page = html === undefined ? null : draftPage(html, source);
  if (page !== null && inkOf(page.text) > 0 && inkOf(page.text) >= 0.4 * inkOf(plain)) return page;
  if (plain === "") return null;
  const own = withoutReplies(plain);
  return own === null ? { text: plain } : { text: own, notes: [textNote("reply-left-out")] };
}
