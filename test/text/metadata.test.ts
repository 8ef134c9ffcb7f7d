import assert from "node:assert/strict";
import { test } from "node:test";
import type { Document } from "../../src/model/document.ts";
import { readDocument } from "../../src/text/readDocument.ts";
import type { Source } from "../../src/text/source.ts";

const TEXT =
  "The court sentenced two men to death, and their lawyers said that they would appeal. ";

async function read(head: string, body: string, source: Partial<Source> = {}): Promise<Document> {
  const html = `<!doctype html><html lang="en"><head>${head}</head><body>${body}<p>${TEXT.repeat(4)}</p></body></html>`;
  const [outcome] = await readDocument(Buffer.from(html), { path: "a.html", ...source });
  assert.ok(outcome?.kind === "document");
  return outcome.document;
}

const article = (fields: object): string =>
  `<script type="application/ld+json">${JSON.stringify({
    "@context": "https://schema.org",
    "@graph": [
      { "@type": "WebSite", name: "Lantern" },
      { "@type": "NewsArticle", ...fields },
    ],
  })}</script>`;

type Field = "title" | "author" | "publisher" | "published" | "language";
const ROWS: readonly [string, Field, string, string, { value: string; by: string } | null][] = [
  [
    "og:title before <title>",
    "title",
    `<meta property="og:title" content="Two men"><title>Two men | L</title>`,
    "",
    { value: "Two men", by: "og" },
  ],
  [
    "a headline in JSON-LD",
    "title",
    article({ headline: "Two men" }),
    "",
    { value: "Two men", by: "json-ld" },
  ],
  ["a heading", "title", "<title>x</title>", "<h1>Two men</h1>", { value: "Two men", by: "h1" }],
  [
    "<title> without the site",
    "title",
    "<title>Two men - Valley Herald</title>",
    `<a href="/">Valley Herald</a>`,
    { value: "Two men", by: "title" },
  ],
  [
    "<title> with a dash of its own",
    "title",
    "<title>Two men - and a dog</title>",
    "",
    { value: "Two men - and a dog", by: "title" },
  ],
  [
    "authors in JSON-LD",
    "author",
    article({ author: [{ name: "A. Writer" }, { name: "B. Writer" }] }),
    "",
    { value: "A. Writer, B. Writer", by: "json-ld" },
  ],
  [
    "a byline",
    "author",
    "",
    `<p class="byline">By A. Writer</p>`,
    { value: "A. Writer", by: "byline" },
  ],
  [
    "an address for an author",
    "author",
    `<meta property="article:author" content="https://x.example/a">`,
    "",
    null,
  ],
  [
    "og:site_name",
    "publisher",
    `<meta property="og:site_name" content="Lantern Wire">`,
    "",
    { value: "Lantern Wire", by: "og" },
  ],
  [
    "a publisher in JSON-LD",
    "publisher",
    article({ publisher: { name: "Lantern Wire" } }),
    "",
    { value: "Lantern Wire", by: "json-ld" },
  ],
  [
    "a domain",
    "publisher",
    `<link rel="canonical" href="https://www.lantern.example/a">`,
    "",
    { value: "lantern.example", by: "domain" },
  ],
  [
    "datePublished in JSON-LD",
    "published",
    article({ datePublished: "2025-10-04T01:00:00+03:30", dateModified: "2025-10-09" }),
    "",
    { value: "2025-10-04", by: "json-ld" },
  ],
  [
    "broken JSON-LD",
    "published",
    `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-10-04",}</script>`,
    "",
    { value: "2025-10-04", by: "json-ld" },
  ],
  [
    "article:published_time",
    "published",
    `<meta property="article:published_time" content="2025-10-04">`,
    "",
    { value: "2025-10-04", by: "meta" },
  ],
  [
    "article:modified_time alone",
    "published",
    `<meta property="article:modified_time" content="2025-10-04">`,
    "",
    null,
  ],
  [
    "itemprop",
    "published",
    "",
    `<span itemprop="datePublished" content="2025-10-04">yesterday</span>`,
    { value: "2025-10-04", by: "itemprop" },
  ],
  [
    "a <time>",
    "published",
    "",
    `<time datetime="2025-10-04T10:00">x</time>`,
    { value: "2025-10-04", by: "time" },
  ],
  [
    "a <time> beside another report",
    "published",
    "",
    `<aside><time datetime="2025-10-04">x</time></aside>`,
    null,
  ],
  [
    "the address",
    "published",
    `<link rel="canonical" href="https://l.example/2025/10/04/two-men">`,
    "",
    { value: "2025-10-04", by: "url" },
  ],
  [
    "a dateline",
    "published",
    "",
    "<h1>Two men</h1><div>Staff, 4 October 2025</div>",
    { value: "2025-10-04", by: "dateline" },
  ],
  [
    "a day of change",
    "published",
    "",
    "<h1>Two men</h1><div class=date>Updated 4 October 2025</div>",
    null,
  ],
  [
    "a Persian dateline",
    "published",
    "",
    `<h1>دو مرد</h1><span class="date">۱۴ مهر ۱۴۰۴</span>`,
    { value: "2025-10-06", by: "dateline" },
  ],
  [
    "a date told in the first sentence",
    "published",
    "",
    "<h1>Two men</h1><p>They were held on 4 October 2025.</p>",
    null,
  ],
  [
    "a date under the headline behind a sentence",
    "published",
    '<meta property="og:type" content="article">',
    "<h1>Two men</h1><h2>The court was closed. Nobody spoke.</h2><span>By Mara Estarki</span><span>Oct 4, 2025 5:45 AM</span>",
    { value: "2025-10-04", by: "dateline" },
  ],
  [
    "a line that says so behind a sentence",
    "published",
    "",
    "<h1>Deux hommes</h1><p>Le tribunal était fermé. Personne.</p><p>Publié le 4 octobre 2025 à 18h00, modifié le 5 octobre 2025</p>",
    { value: "2025-10-04", by: "dateline" },
  ],
  [
    "a term and its day",
    "published",
    "",
    "<h1>Two men</h1><p>The court was closed. It was cold.</p><dl><dt>From</dt><dd>Office</dd><dt>Published</dt><dd>4 October 2025</dd></dl>",
    { value: "2025-10-04", by: "dateline" },
  ],
  [
    "days of a chronicle",
    "published",
    "",
    "<h1>Two men</h1><p>A case. It is old.</p><ul><li><span class=tl-date>4 May 2024</span> <i>held</i></li><li><span class=tl-date>5 June 2024</span> <i>tried</i></li></ul>",
    null,
  ],
  [
    "a day under a name, on a page that is no report",
    "published",
    "",
    "<h1>Mara Estarki</h1><h2>A teacher. She is held.</h2><span>4 October 2025</span>",
    null,
  ],
  [
    "days in a table",
    "published",
    "",
    "<h1>Two men</h1><p>A list. It is short.</p><table><tr><td>4 May 2024</td></tr><tr><td>5 June 2024</td></tr></table>",
    null,
  ],
  [
    "an author glued to what follows",
    "author",
    "",
    '<h1>Two men</h1><div class="byline"><span>By <a href="/m">Mara Estarki</a></span><div>Updated 6:00 AM</div></div>',
    { value: "Mara Estarki", by: "byline" },
  ],
  [
    "a line before a month",
    "author",
    "",
    "<h1>Two men</h1><div>By Mara Estarki<br>March 4, 1998<br>11:09 p.m.</div>",
    { value: "Mara Estarki", by: "byline" },
  ],
  [
    "a heading with section and site behind it",
    "title",
    "<title>桥梁重新开放--地方--江河网</title>",
    "<h1>桥梁重新开放</h1>",
    { value: "桥梁重新开放", by: "h1" },
  ],
  [
    "what an old board calls it",
    "title",
    "<title>River Board :: View topic - Caulk or tar</title>",
    "",
    { value: "Caulk or tar", by: "title" },
  ],
  ["no date", "published", "", "<h1>Two men</h1>", null],
  ["a true label of the language", "language", "", "", { value: "en", by: "html" }],
];

for (const [what, field, head, body, expected] of ROWS)
  test(`metadata: ${field} from ${what}`, async () =>
    assert.deepEqual((await read(head, body))[field], expected));

test("metadata: a wrong label of the language gives way to the words, with a note", async () => {
  const html = `<html lang="en"><body><p>${"دادگاه دو مرد را به اعدام محکوم کرد و وکیلان آنان گفتند که اعتراض خواهند کرد. ".repeat(4)}</p></body></html>`;
  const [outcome] = await readDocument(Buffer.from(html), { path: "a.html" });
  assert.ok(outcome?.kind === "document");
  assert.deepEqual(outcome.document.language, { value: "fa", by: "detected" });
  assert.ok(outcome.document.notes.some(({ code }) => code === "language-label-wrong"));
});

test("metadata: an ambiguous date is not used, and said", async () => {
  const document = await read("", "<h1>Two men</h1><div>04/10/2025</div>");
  assert.equal(document.published, null);
  assert.ok(document.notes.some(({ code }) => code === "date-ambiguous"));
});

test("metadata: what is given wins", async () => {
  const head = `<meta property="article:published_time" content="2025-10-04"><meta property="og:site_name" content="Lantern">`;
  const given = { published: "2024-01-02", publisher: "Someone", language: "de" };
  const document = await read(head, "", given);
  assert.deepEqual(document.published, { value: "2024-01-02", by: "given" });
  assert.deepEqual(document.publisher, { value: "Someone", by: "given" });
  assert.deepEqual(document.language, { value: "de", by: "given" });
});

test("metadata: a given date that cannot be read is a note", async () => {
  const document = await read("", "", { published: "last week" });
  assert.equal(document.published, null);
  assert.ok(document.notes.some(({ code }) => code === "date-given-unreadable"));
});

test("metadata: a stamp in UTC becomes a date in the zone of the setting", async () => {
  const head = article({ datePublished: "2025-10-04T22:00:00Z" });
  assert.equal((await read(head, "")).published?.value, "2025-10-04");
  assert.equal((await read(head, "", { timeZone: "Asia/Tehran" })).published?.value, "2025-10-05");
});
