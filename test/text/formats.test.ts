import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import iconv from "iconv-lite";
import type { Document } from "../../src/model/document.ts";
import { TEXT_NOTES } from "../../src/text/notes.ts";
import { readDocument } from "../../src/text/readDocument.ts";
import { makePdf, type PdfText } from "./makePdf.ts";
import { cpuMs } from "../cpuMs.ts";

async function read(bytes: Uint8Array, path: string): Promise<Document> {
  const outcomes = await readDocument(bytes, { path });
  const [outcome] = outcomes;
  assert.equal(outcomes.length, 1);
  if (outcome?.kind !== "document") throw new Error(outcome?.failure.message);
  return outcome.document;
}

async function refused(bytes: Uint8Array, path: string): Promise<string> {
  const [outcome] = await readDocument(bytes, { path });
  assert.ok(outcome?.kind === "failure");
  assert.equal(outcome.failure.code, "input-refused");
  assert.ok(outcome.failure.message.startsWith(`${path}: `), "the message names the file");
  return outcome.failure.message;
}

const codes = (document: Document): string[] => document.notes.map(({ code }) => code);

test("plain text stands as it is: line ends, spaces and all", async () => {
  const text = "Two men\r\n\r\n  were  released.\u00a0\r\n";
  assert.equal((await read(Buffer.from(text), "a.txt")).text, text);
});

test("a byte order mark goes, with a note", async () => {
  const document = await read(Buffer.from("\ufeffTwo men\nwere released"), "a.txt");
  assert.equal(document.text, "Two men\nwere released");
  assert.deepEqual(codes(document), ["bom-dropped"]);
});

test("the id is short and follows from the bytes", async () => {
  const [one, same, other] = [
    await read(Buffer.from("Two men"), "a.txt"),
    await read(Buffer.from("Two men"), "b.txt"),
    await read(Buffer.from("Two women"), "a.txt"),
  ];
  assert.match(one.id, /^[0-9a-f]{12}$/);
  assert.equal(one.id, same.id);
  assert.notEqual(one.id, other.id);
});

const BAD: readonly [string, Uint8Array, string, RegExp][] = [
  ["an empty file", new Uint8Array(), "a.txt", /empty/],
  ["a file of spaces", Buffer.from(" \n\t"), "a.txt", /empty/],
  [
    "a binary file",
    Uint8Array.from({ length: 999 }, (_, at) => (at * 31) % 256),
    "a.txt",
    /binary/,
  ],
  ["a page without a word", Buffer.from("<html><body><img></body></html>"), "a.html", /no text/],
  [
    "an encrypted PDF",
    makePdf([[{ x: 9, y: 9, text: "words" }]], { isEncrypted: true }),
    "a.pdf",
    /encrypted/,
  ],
  ["a scan", makePdf([[], []], { isScan: true }), "a.pdf", /pictures of its pages/],
  [
    "a PDF cut short",
    makePdf([[{ x: 9, y: 9, text: "words" }]]).subarray(0, 200),
    "a.pdf",
    /damaged|cut short/,
  ],
  [
    "a broken .docx",
    Buffer.from("PK\u0003\u0004 word/document.xml broken"),
    "a.docx",
    /damaged|no text/,
  ],
  [
    "an .eml without a body",
    Buffer.from("From: a@b.example\nMessage-ID: <x>\nSubject: c\n\n"),
    "a.eml",
    /no text/,
  ],
  ["a picture called .txt", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), "a.txt", /PNG/],
];

for (const [what, bytes, path, message] of BAD)
  test(`${what} is refused by name`, async () => assert.match(await refused(bytes, path), message));

test("50 MB on one line are read in good time", async () => {
  const start = cpuMs();
  const document = await read(Buffer.alloc(50 * 2 ** 20, "words and "), "a.txt");
  assert.equal(document.text.length, 50 * 2 ** 20);
  assert.ok(cpuMs() - start < 5_000);
});

test("a page in windows-1256 is read by its label", async () => {
  const body = "حكمت المحكمة على رجلين بالإعدام وقال محاموهما إنهما سيستأنفان الحكم. ".repeat(5);
  const html = `<html><head><meta charset="windows-1256"></head><body><p>${body}</p></body></html>`;
  const document = await read(iconv.encode(html, "windows-1256"), "a.html");
  assert.equal(document.text, body.trim());
  assert.deepEqual(document.language, { value: "ar", by: "detected" });
  assert.ok(codes(document).includes("charset-declared"));
});

test("a page that declares no charset is read by its bytes", async () => {
  const body = "حكمت المحكمة على رجلين بالإعدام وقال محاموهما إنهما سيستأنفان الحكم. ".repeat(5);
  const html = `<html><head><title>خبر</title></head><body><p>${body}</p></body></html>`;
  const plain = await read(Buffer.from(html), "a.html");
  assert.equal(plain.text, body.trim());
  assert.ok(!codes(plain).some((code) => code.startsWith("charset")));
  const older = await read(iconv.encode(html, "windows-1256"), "a.html");
  assert.equal(older.text, body.trim());
  assert.ok(codes(older).includes("charset-guessed"));
});

test("a page in UTF-8 that is labelled windows-1256 is read as UTF-8", async () => {
  const html = `<html><head><meta charset="windows-1256"></head><body><p>دادگاه دو مرد را محکوم کرد</p></body></html>`;
  const document = await read(Buffer.from(html), "a.html");
  assert.equal(document.text, "دادگاه دو مرد را محکوم کرد");
  assert.ok(codes(document).includes("charset-mislabelled"));
});

const lines = (...texts: readonly string[]): PdfText[] =>
  texts.map((text, at) => ({ x: 50, y: 700 - 14 * at, text }));

test("a PDF's lines become paragraphs, parted words are mended", async () => {
  const document = await read(
    makePdf([
      [
        { x: 50, y: 750, size: 20, text: "Four men executed" },
        { x: 50, y: 724, text: "6 October 2025" },
        ...lines(
          "The authorities carried out four sentences be-",
          "fore dawn, two lawyers said. The families",
          "were not told.",
        ),
        { x: 50, y: 630, text: "A second paragraph." },
        { x: 300, y: 20, text: "1" },
      ],
    ]),
    "a.pdf",
  );
  assert.equal(
    document.text,
    "Four men executed\n\n6 October 2025\n\nThe authorities carried out four sentences before dawn, two lawyers said. The families were not told.\n\nA second paragraph.",
  );
  assert.deepEqual(document.published, { value: "2025-10-06", by: "head" });
  assert.equal(document.title?.value, "Four men executed");
  assert.deepEqual(codes(document), ["lines-joined"]);
});

test("two columns of a PDF are not run together", async () => {
  const left = lines("one two three", "four five six", "seven eight nine.");
  const right = lines("ten eleven twelve", "thirteen fourteen", "fifteen.").map((one) => ({
    ...one,
    x: 330,
  }));
  const { text } = await read(
    makePdf([left.flatMap((one, at) => [one, right[at] ?? one])]),
    "a.pdf",
  );
  assert.ok(!/three ten/.test(text), text);
});

test("the running head and number of a PDF's pages are dropped", async () => {
  const page = (number: number): PdfText[] => [
    { x: 50, y: 780, text: "Lantern report" },
    { x: 50, y: 700, text: `What stands on page ${"abcd"[number] ?? ""} alone.` },
    { x: 50, y: 686, text: "More of it follows here." },
    { x: 50, y: 672, text: "And more again." },
    { x: 300, y: 20, text: String(number) },
  ];
  const { text } = await read(makePdf([page(0), page(1), page(2), page(3)]), "a.pdf");
  assert.ok(!text.includes("Lantern report"));
  assert.ok(!/\d/.test(text));
});

test("a Persian PDF is put into reading order and marked as reconstructed", async () => {
  const words = "چهار زندانی در شهر اردان اعدام شدند".split(" ");
  const letters = [...new Set(words.join(""))].join("");
  let x = 540;
  const drawn = words.map((word) => {
    x -= word.length * 6 + 6;
    // As on paper: the last letter stands leftmost.
    return { x, y: 700, text: Array.from(word).reverse().join("") };
  });
  const document = await read(makePdf([drawn], { letters }), "a.pdf");
  assert.equal(document.text, words.join(" "));
  assert.deepEqual(codes(document), ["reconstructed"]);
});

const word = (body: string, extra: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({
    "word/document.xml": strToU8(
      `<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>`,
    ),
    ...extra,
  });
const par = (text: string, style = ""): string =>
  `<w:p>${style === "" ? "" : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

test("a Word document: paragraphs, a table's rows, title, deletions", async () => {
  const cell = (text: string): string => `<w:tc>${par(text)}</w:tc>`;
  const document = await read(
    word(
      par("Four men executed", "Title") +
        par("6 October 2025") +
        `<w:p><w:r><w:t>Two </w:t></w:r><w:del><w:r><w:delText>old </w:delText></w:r></w:del><w:r><w:t>men &amp; two women</w:t></w:r></w:p>` +
        `<w:tbl><w:tr>${cell("Name")}${cell("Age")}</w:tr><w:tr>${cell("N. Parsan")}${cell("34")}</w:tr></w:tbl>`,
    ),
    "a.docx",
  );
  assert.equal(
    document.text,
    "Four men executed\n\n6 October 2025\n\nTwo men & two women\n\nName | Age\nN. Parsan | 34",
  );
  assert.deepEqual(document.title, { value: "Four men executed", by: "style" });
  assert.deepEqual(document.published, { value: "2025-10-06", by: "head" });
  assert.deepEqual(codes(document), ["tracked-deletion-dropped"]);
});

test("a zip bomb in a .docx is refused before it is unpacked", async () => {
  const start = cpuMs();
  const bomb = zipSync({ "word/document.xml": new Uint8Array(70 * 2 ** 20) }, { level: 9 });
  assert.ok(bomb.length < 2 ** 20);
  assert.match(await refused(bomb, "a.docx"), /zip bomb/);
  assert.ok(cpuMs() - start < 8_000);
});

const MAIL = [
  "From: =?utf-8?B?2KfZhNmB2KfZhtmI2LM=?= <news@lantern.example>",
  "To: list@lantern.example",
  "Subject: =?utf-8?Q?Four_men_executed_=E2=80=93_names?=",
  "Date: Mon, 06 Oct 2025 23:30:00 +0330",
  "Message-ID: <1@lantern.example>",
  "MIME-Version: 1.0",
];

test("an e-mail of several parts: charset, quoted-printable, attachment", async () => {
  const bytes = Buffer.from(
    [
      ...MAIL,
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain; charset=windows-1252",
      "Content-Transfer-Encoding: quoted-printable",
      "",
      "Four men were executed at caf=E9 Kohrang, accord=",
      "ing to two lawyers.",
      "--b",
      'Content-Type: application/pdf; name="a.pdf"',
      'Content-Disposition: attachment; filename="a.pdf"',
      "Content-Transfer-Encoding: base64",
      "",
      "JVBERi0=",
      "--b--",
      "",
    ].join("\r\n"),
  );
  const document = await read(bytes, "a.eml");
  assert.equal(document.text, "Four men were executed at café Kohrang, according to two lawyers.");
  assert.deepEqual(document.title, { value: "Four men executed – names", by: "header" });
  assert.deepEqual(document.author, { value: "الفانوس", by: "header" });
  assert.deepEqual(document.publisher, { value: "lantern.example", by: "header" });
  assert.deepEqual(document.published, { value: "2025-10-06", by: "header" });
  assert.ok(codes(document).includes("attachment-not-read"));
});

test("an e-mail that is a page gives the page's text", async () => {
  const html = `<html><body><p>Four men were executed in Ardan, according to two lawyers.</p><p>Their families were not told.</p></body></html>`;
  const bytes = Buffer.from(
    [...MAIL, "Content-Type: text/html; charset=utf-8", "", html].join("\r\n"),
  );
  assert.equal(
    (await read(bytes, "a.eml")).text,
    "Four men were executed in Ardan, according to two lawyers.\n\nTheir families were not told.",
  );
});

test("JSON lines: fields of the record, bad lines told by number, the others read", async () => {
  const bytes = Buffer.from(
    [
      '\ufeff{"id":"a","text":"Two men\\r\\nwere released","published":"2025-10-04T22:00:00Z","publisher":"Lantern","language":"en","url":"https://l.example/a","title":"T"}',
      "not json",
      "",
      "[1]",
      '{"id":"b"}',
      '{"id":7,"html":"<p>Three women were released on bail, said a court clerk.</p>"}',
      '{"text":"No id here","published":"soon"}',
    ].join("\n"),
  );
  const outcomes = await readDocument(bytes, { path: "a.jsonl" });
  const failures = outcomes.flatMap((one) => (one.kind === "failure" ? [one.failure.message] : []));
  const documents = outcomes.flatMap((one) => (one.kind === "document" ? [one.document] : []));
  assert.deepEqual(
    failures.map((message) => /^a\.jsonl, line (\d+): /.exec(message)?.[1]),
    ["2", "4", "5"],
  );
  const [first, second, third] = documents;
  assert.equal(first?.id, "a");
  assert.equal(first.text, "Two men\r\nwere released");
  assert.deepEqual(first.published, { value: "2025-10-04", by: "record" });
  assert.deepEqual(first.publisher, { value: "Lantern", by: "record" });
  assert.equal(first.url, "https://l.example/a");
  assert.deepEqual(codes(first), ["bom-dropped"]);
  assert.equal(second?.id, "7");
  assert.equal(second.text, "Three women were released on bail, said a court clerk.");
  assert.match(third?.id ?? "", /^[0-9a-f]{12}$/);
  assert.deepEqual(codes(third ?? first), ["date-given-unreadable"]);
});

const NAMES = ["a.txt", "a.md", "a.html", "a.jsonl", "a.pdf", "a.docx", "a.eml", "a"];
const HEADS = [
  "",
  "%PDF-1.4\n",
  "PK\u0003\u0004word/document.xml",
  "<!doctype html><p>",
  '{"text":',
  "From: a\nDate: b\nMessage-ID: c\n\n",
  "\ufeff",
];
const known = new Set<string>(TEXT_NOTES.map(({ code }) => code));

test("no bytes make it throw; spans lie in the text, notes are known ones", async () => {
  const input = fc.tuple(
    fc.constantFrom(...HEADS),
    fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string({ unit: "binary", maxLength: 400 }).map((text) => Buffer.from(text)),
    ),
    fc.constantFrom(...NAMES),
  );
  await fc.assert(
    fc.asyncProperty(input, async ([head, rest, path]) => {
      for (const outcome of await readDocument(Buffer.concat([Buffer.from(head, "latin1"), rest]), {
        path,
      })) {
        if (outcome.kind === "failure") assert.ok(outcome.failure.message.startsWith(path));
        else for (const note of outcome.document.notes) assert.ok(known.has(note.code));
      }
    }),
    { numRuns: 300 },
  );
});

test("no markup makes it throw, and reading twice is the same", async () => {
  const piece = fc.constantFrom(
    "<p>",
    "</p>",
    "<div class='post'>",
    "</div>",
    "<table>",
    "<tr><td>",
    "</table>",
    "<li>",
    "<ul>",
    "</ul>",
    "<br>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<h1>",
    "</h1>",
    "<a href='/'>",
    "</a>",
    "&nbsp;",
    "&#0;",
    "&#xD800;",
    "<blockquote class='twitter-tweet'>",
    "<pre>",
    "<body>",
    "<html>",
    "words of a sentence, and more of them. ",
    "۱۴ مهر ۱۴۰۴ ",
    "4 October 2025 ",
    "\u00ad",
    "\ud800",
    "<time datetime='x'>",
    "<title>",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
      const bytes = Buffer.from(`<html>${pieces.join("")}`);
      const [one, two] = [
        await readDocument(bytes, { path: "a.html" }),
        await readDocument(bytes, { path: "a.html" }),
      ];
      assert.deepEqual(one, two);
      const [outcome] = one;
      if (outcome?.kind === "document")
        assert.equal(outcome.document.text, outcome.document.text.trim());
    }),
    { numRuns: 200 },
  );
});

test("readDocument() takes the date of a JSON record from `date` where it has no `published`", async () => {
  const text = `Two men were hanged in Karun. ${"Their families were not told. ".repeat(6)}`;
  const lines = [
    { text, date: "2025-10-04" },
    { text, date: "2025-10-04", published: "2025-10-06" },
    { text, date: "some day" },
    { text: "Two men were hanged", date: "2025-10-04" },
  ].map((record) => JSON.stringify(record));
  const outcomes = await readDocument(Buffer.from(lines.join("\n")), { path: "a.jsonl" });
  const dates = outcomes.map((one) =>
    one.kind === "document" ? (one.document.published?.value ?? null) : "failure",
  );
  assert.deepEqual(dates, ["2025-10-04", "2025-10-06", null, null]);
  const last = outcomes[3];
  assert.ok(last?.kind === "document");
  assert.deepEqual(
    last.document.notes.map(({ code }) => code),
    ["date-not-taken"],
  );
});
