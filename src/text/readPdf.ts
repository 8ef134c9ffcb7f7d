/**
 * In: the bytes of a PDF. Out: its document, the text put together from places on its pages, and marked so.
 * Never: gives back a scan as an empty report; takes the file's own dates for a date of publication.
 */
import { getDocumentProxy } from "unpdf";
import { Failure } from "../base/failure.ts";
import type { Document } from "../model/document.ts";
import { makeDocument } from "./makeDocument.ts";
import { textNote } from "./notes.ts";
import { linesOf, paragraphsOf, type PdfLine, type PdfPiece } from "./pdfLines.ts";
import { dropRunningLines } from "./pdfRunning.ts";
import { readPlainHead } from "./plainHead.ts";
import type { Source } from "./source.ts";

const PAGE_LIMIT = 1_000;

/** Reads a PDF. */
export async function readPdf(bytes: Uint8Array, source: Source): Promise<Document> {
  const pdf = await open(bytes);
  try {
    const { pages, isDamaged } = await readPages(pdf);
    const lines = dropRunningLines(pages);
    const text = paragraphsOf(lines.flat()).map(settle).join("\n\n");
    if (!/[\p{L}\p{N}]/u.test(text)) throw noText(pdf.numPages, isDamaged);
    const head = readPlainHead(text);
    const title = (await titleOf(pdf)) ?? largestLine(lines[0] ?? []) ?? head.title;
    const isRtl = lines.some((page) => page.some((line) => line.isRtl));
    return makeDocument(
      bytes,
      {
        text,
        title: title === null ? null : { value: title, by: "pdf" },
        published: head.published === null ? null : { value: head.published, by: "head" },
        notes: [
          textNote(isRtl ? "reconstructed" : "lines-joined"),
          ...(isDamaged ? [textNote("pdf-damaged")] : []),
          ...(pages.some((page) => page.length === 0) ? [textNote("pdf-page-without-text")] : []),
          ...(pdf.numPages > PAGE_LIMIT ? [textNote("pdf-pages-left-out")] : []),
          ...(head.isAmbiguous ? [textNote("date-ambiguous")] : []),
        ],
      },
      source,
    );
  } finally {
    await pdf.destroy();
  }
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

async function open(bytes: Uint8Array): Promise<Pdf> {
  try {
    // pdf.js takes the buffer for itself, so it is given a copy.
    return await getDocumentProxy(Uint8Array.from(bytes), {
      isEvalSupported: false,
      useSystemFonts: false,
      disableFontFace: true,
      verbosity: 0,
    });
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    if (name === "PasswordException")
      throw new Failure("input-refused", "The PDF is encrypted; save it without a password", {
        cause: error,
      });
    throw new Failure("input-refused", "The PDF is damaged or cut short; fetch it again", {
      cause: error,
    });
  }
}

async function readPages(pdf: Pdf): Promise<{ pages: PdfLine[][]; isDamaged: boolean }> {
  const pages: PdfLine[][] = [];
  let isDamaged = false;
  for (let number = 1; number <= Math.min(pdf.numPages, PAGE_LIMIT); number++) {
    try {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(linesOf(items.flatMap(pieceOf)));
      page.cleanup();
    } catch {
      // A page that cannot be read is told in a note; its neighbours are read.
      isDamaged = true;
    }
  }
  return { pages, isDamaged };
}

function pieceOf(item: object): PdfPiece[] {
  if (!("str" in item) || !("transform" in item)) return [];
  const { str, transform, width, height } = item as {
    str: string;
    transform: readonly number[];
    width: number;
    height: number;
  };
  const [, skew = 0, , scale = 0, x = 0, y = 0] = transform;
  // Text that stands upright on its side (a margin note, a watermark) is no part of a line.
  if (Math.abs(skew) > Math.abs(scale)) return [];
  return [{ text: str, x, y, width, height: height || Math.abs(scale) }];
}

/** Letters as they are typed instead of as they are drawn; spaces to one kind. */
function settle(text: string): string {
  return text
    .replace(/[\ufb00-\ufb06\ufb1d-\ufdff\ufe70-\ufefc]+/g, (drawn) => drawn.normalize("NFKC"))
    .replace(/[\u00ad\u200b\ufeff]/g, "")
    .replace(/[ \u00a0\t]+/g, " ")
    .trim();
}

function noText(pages: number, isDamaged: boolean): Failure {
  if (isDamaged) return new Failure("input-refused", "The PDF is damaged; fetch it again");
  return new Failure(
    "input-refused",
    `The PDF holds ${pages === 1 ? "a picture of its page" : "pictures of its pages"} and no text; run a text recognition over it first`,
  );
}

/** The title that the file states, unless a word processor made it up from a file name. */
async function titleOf(pdf: Pdf): Promise<string | null> {
  let info: unknown;
  try {
    ({ info } = await pdf.getMetadata());
  } catch {
    return null;
  }
  const title = typeof info === "object" && info !== null && "Title" in info ? info.Title : null;
  if (typeof title !== "string" || title.trim().length < 4) return null;
  return /^microsoft word|\.(?:docx?|pdf|indd|odt|qxp|tex|html?)$|^untitled|^layout \d|\ufffd/i.test(
    title,
  )
    ? null
    : title.trim();
}

/** The line on the first page that is set in the largest letters, when it stands out. */
function largestLine(lines: readonly PdfLine[]): string | null {
  const heights = lines.map(({ height }) => height).sort((one, other) => one - other);
  const usual = heights[heights.length >> 1] ?? 0;
  const largest = heights[heights.length - 1] ?? 0;
  if (largest < 1.25 * usual) return null;
  const title = lines
    .filter(({ height }) => height > 0.95 * largest)
    .slice(0, 3)
    .map(({ text }) => text)
    .join(" ");
  return title.length >= 4 && title.length <= 250 ? settle(title) : null;
}
