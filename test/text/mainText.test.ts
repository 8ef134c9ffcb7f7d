import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { mainText } from "../../src/text/html/mainText.ts";
import { readDocument } from "../../src/text/readDocument.ts";
import { cpuMs } from "../cpuMs.ts";

const PAGES = new URL("./pages/", import.meta.url);
const names = readdirSync(PAGES).filter((name) => name.endsWith(".html"));

async function read(name: string) {
  const [outcome] = await readDocument(readFileSync(new URL(name, PAGES)), { path: name });
  assert.ok(outcome?.kind === "document");
  return outcome.document;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Word F1 against the expected text; scripts/benchText.ts prints it by kind of page. */
function scoreOf(expected: string, found: string): number {
  const counts = new Map<string, number>();
  for (const word of wordsOf(expected)) counts.set(word, (counts.get(word) ?? 0) + 1);
  let both = 0;
  for (const word of wordsOf(found)) {
    const left = counts.get(word) ?? 0;
    if (left > 0) both++;
    counts.set(word, left - 1);
  }
  return (2 * both) / (wordsOf(expected).length + wordsOf(found).length);
}

test("main text of the made-up pages: mean word F1 at least .96, none under .8", async () => {
  assert.ok(names.length >= 40);
  let sum = 0;
  for (const name of names) {
    const expected = readFileSync(new URL(name.replace(/html$/, "txt"), PAGES), "utf8");
    const score = scoreOf(expected, (await read(name)).text);
    assert.ok(score >= 0.8, `${name}: ${score.toFixed(3)}`);
    sum += score;
  }
  assert.ok(sum / names.length >= 0.96, `mean ${(sum / names.length).toFixed(3)}`);
});

/** Headlines of other reports, calls, captions: each would be read as a claim of this page. */
const NOT_OF_THE_REPORT: readonly [string, string][] = [
  ["news-wordpress", "Court upholds sentence of Belvar teacher"],
  ["news-wordpress", "Terrible. My cousin"],
  ["news-big-media", "‘We warned them’"],
  ["news-big-media", "Residents wade"],
  ["news-big-media", "Morning Meridian"],
  ["news-big-media", "312 partners"],
  ["news-inline-related", "Three held after raid"],
  ["news-inline-related", "weekly letter"],
  ["news-fa", "بازداشت سه نفر"],
  ["news-ar", "المحكمة تؤيد"],
  ["news-paywall", "Subscribe to keep reading"],
  ["news-tweets", "READ MORE"],
  ["ngo-urgent-action", "Sign the petition"],
  ["forum-phpbb", "Never trust a tide table"],
  ["other-event", "All rights reserved"],
];

for (const [name, words] of NOT_OF_THE_REPORT)
  test(`main text of ${name} leaves out "${words}"`, async () => {
    assert.ok(readFileSync(new URL(`${name}.html`, PAGES), "utf8").includes(words));
    assert.equal((await read(`${name}.html`)).text.includes(words), false);
  });

test("a table's row stands on one line, its cells parted", async () => {
  const { text } = await read("ngo-table.html");
  assert.match(text, /^Parviz Mansuri \| 60 \| Drug offences \| 2021-01-23 \| Moved to solitary/m);
});

test("list items are lines of their own", async () => {
  const { text } = await read("ngo-execution-list.html");
  assert.match(text, /^Kaveh Dorani, 42, hanged on 2 September .*\nMina Sahel, 29,/m);
});

test("an embedded post is one block with its author and date", async () => {
  const { text } = await read("news-tweets.html");
  assert.match(text, /#Ardan — Lantern Monitoring \(@lanternmon\) October 6, 2025$/m);
});

test("paragraphs are parted and never glued", async () => {
  const { text } = await read("news-div-soup.html");
  assert.equal(text.split("\n\n").length, 5);
});

const wrap = (body: string): string =>
  `<!doctype html><html><head><title>t</title></head><body>${body}</body></html>`;
const LONG =
  "The court sentenced two men to death, and their lawyers said that they would appeal in May. ";

test("soft hyphens go, spaces become plain, the joiners of Persian stay", () => {
  const { text } = mainText(
    wrap(`<p>ex\u00adecu\u00adtion&nbsp;of two \u200bmen</p><p>می\u200cگوید</p>`),
  );
  assert.equal(text, "execution of two men\n\nمی\u200cگوید");
});

test("boxes that only a style sets apart do not run into one another", () => {
  const { text } = mainText(
    wrap(`<p>${LONG}</p><p><span class="a">Age</span><span class="b">34</span></p>`),
  );
  assert.match(text, /Age 34/);
});

test("a paragraph in a box named an advertisement is no text", async () => {
  const html = `<html><head><title>t</title><meta property="article:published_time" content="2026-01-14"></head><body><article><h1>Two men sentenced</h1><p>${LONG}</p><div class="ad"><p>Buy a lamp of the best brass, and it will burn longer than any other in town.</p></div><p>${LONG.repeat(3)}</p><p>${LONG.repeat(2)}</p></article></body></html>`;
  const [outcome] = await readDocument(Buffer.from(html), { path: "a.html" });
  assert.ok(outcome?.kind === "document");
  assert.equal(outcome.document.text.includes("lamp"), false);
});

test("a page whose text comes by script gives its machine-readable body", async () => {
  const body = LONG.repeat(8);
  const html = `<html><head><script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", articleBody: body })}</script></head><body><p>Loading…</p></body></html>`;
  const [outcome] = await readDocument(Buffer.from(html), { path: "a.html" });
  assert.ok(outcome?.kind === "document");
  assert.equal(outcome.document.text, body.trim());
  assert.ok(outcome.document.notes.some(({ code }) => code === "main-text-from-json-ld"));
});

test("a page nested 100,000 deep is read in one pass, with a note, in good time", () => {
  const start = cpuMs();
  const { text, notes } = mainText(`${"<div>".repeat(100_000)}<p>${LONG}</p>`);
  assert.equal(text, LONG.trim());
  assert.deepEqual(
    notes.map(({ code }) => code),
    ["html-too-deep"],
  );
  assert.ok(cpuMs() - start < 2_000);
});

test("a page nested 150 deep is parsed as any other", () => {
  const { notes, text } = mainText(
    wrap(`${"<div>".repeat(150)}<p>${LONG}</p>${"</div>".repeat(150)}`),
  );
  assert.equal(text, LONG.trim());
  assert.ok(!notes.some(({ code }) => code === "html-too-deep"));
});

/** Shapes on which a careless parser goes back and forth. */
const WORST: readonly [string, string][] = [
  ["open tags", "<b><i><p>"],
  ["end tags", "</div></p></b>"],
  ["unclosed scripts", "<script>x"],
  ["unclosed comments", "<!-- "],
  ["bare less-than signs", "<"],
  ["attributes", `<p ${"a=1 ".repeat(1_000)}>words</p>`],
  ["entities", "&amp;"],
  ["line breaks", "a<br>"],
  ["flat paragraphs", "<p>one</p>"],
  ["links", `<a href="#">one</a> `],
  ["table rows", "<table><tr><td>a</td><td>b</td></tr>"],
  ["nested lists", `${"<ul><li>a".repeat(190)}${"</ul>".repeat(190)}`],
  ["one word", "x"],
];

for (const [what, part] of WORST)
  test(`300 kB of ${what} is read in good time`, () => {
    const html = part.repeat(Math.ceil(300_000 / part.length));
    const start = cpuMs();
    mainText(html);
    assert.ok(cpuMs() - start < 3_000, `${(cpuMs() - start).toFixed(0)} ms`);
  });
