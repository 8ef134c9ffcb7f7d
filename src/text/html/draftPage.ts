import { type Draft, timeZoneOf } from "../makeDocument.ts";
import { textNote } from "../notes.ts";
import type { Source } from "../source.ts";
import { readThings } from "./jsonLd.ts";
import { pickMainText } from "./mainText.ts";
import { readMetadata } from "./metadata.ts";
import { readMetas } from "./metadataInput.ts";
import { parsePage } from "./parsePage.ts";
import { stripTags } from "./stripTags.ts";

/** A page longer than this is no report; its tags are stripped in one pass. */
const PARSE_LIMIT = 8 * 1024 * 1024;

/** Picks main text and metadata of a page. */
export function draftPage(html: string, source: Source): Draft {
  if (html.length > PARSE_LIMIT)
    return { text: stripTags(html), notes: [textNote("html-too-large")] };
  const page = parsePage(html);
  if (page === null) return { text: stripTags(html), notes: [textNote("html-too-deep")] };
  const metas = readMetas(page.document);
  const things = readThings(page.jsonLd);
  const metadata = readMetadata({
    document: page.document,
    metas,
    things,
    url: source.url ?? null,
    timeZone: timeZoneOf(source),
  });
  const { isDateAmbiguous, ...found } = metadata;
  // Readability cuts the page down, so the metadata is read before.
  const main = pickMainText(page, { metas, things, url: found.url ?? "", html });
  const notes = [...main.notes, ...(isDateAmbiguous ? [textNote("date-ambiguous")] : [])];
  return { ...found, text: main.text, notes };
}
