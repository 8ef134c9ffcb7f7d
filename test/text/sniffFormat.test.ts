import assert from "node:assert/strict";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { sniffFormat } from "../../src/text/sniffFormat.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, "utf16le");

const ROWS: readonly [string, Uint8Array, string | null, string][] = [
  ["plain text", bytes("Two men were released."), "a.txt", "text"],
  ["Markdown", bytes("# Title\n\nwords"), "a.md", "markdown"],
  ["a page under the name of a text", bytes("<!doctype html><p>words"), "a.txt", "html"],
  ["a page behind a comment", bytes("<!-- saved -->\n<html><body>words"), null, "html"],
  ["a page in UTF-16", utf16("<html><body>words</body></html>"), null, "html"],
  ["a fragment under the name of a page", bytes("<p>words</p>"), "a.html", "html"],
  ["a text that speaks of <html>", bytes("The tag <html> opens a page."), "a.txt", "text"],
  ["JSON lines", bytes('{"id":"a","text":"words"}\n'), null, "jsonl"],
  ["a PDF under another name", bytes("%PDF-1.7\n"), "a.txt", "pdf"],
  ["a PDF behind junk", bytes("\n\njunk\n%PDF-1.7\n"), "a.pdf", "pdf"],
  ["a text under the name of a PDF", bytes("this is no PDF"), "a.pdf", "unreadable"],
  ["a table", bytes("name,date\na,2025"), "a.csv", "unreadable"],
  ["an e-mail", bytes("Received: from x\nFrom: a@b.example\nSubject: c\n\nwords"), null, "email"],
  ["a text that begins with From:", bytes("From: the editors\nTo: all\n\nwords"), "a.txt", "text"],
  ["a Word document", zipSync({ "word/document.xml": strToU8("<a/>") }), "a.docx", "docx"],
  ["another zip archive", zipSync({ "a.txt": strToU8("a") }), "a.docx", "unreadable"],
  ["an old Word file", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), "a.doc", "unreadable"],
  ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), "a.txt", "unreadable"],
  ["binary", Uint8Array.from({ length: 400 }, (_, at) => (at * 7) % 256), "a.txt", "unreadable"],
  ["UTF-16 without a mark", utf16("Two men were released.").subarray(2), "a.txt", "text"],
];

for (const [what, input, name, kind] of ROWS)
  test(`sniffFormat() tells ${what}`, () => assert.equal(sniffFormat(input, name).kind, kind));
