import assert from "node:assert/strict";
import { test } from "node:test";
import { readDocument } from "../../src/text/readDocument.ts";

async function read(body: string, head = "") {
  const html = `<!doctype html><html lang="en"><head><title>Arrests in Karun</title>${head}</head><body>${body}</body></html>`;
  const [outcome] = await readDocument(Buffer.from(html), { path: "a.html" });
  assert.ok(outcome?.kind === "document");
  return outcome.document;
}

const SAID = [
  "Started by guards, the fire hurt three prisoners in Karun.",
  "By all accounts they took him on Sunday at his home.",
  "From my cousin: they let Behnam go in Tabas on Monday.",
  "You can reply to the court, his lawyer was told, but nobody answered.",
];

const post = (words: string, at: number): string =>
  `<div class="post"><div class="postprofile"><dl><dt>user${at}</dt><dd>Posts: 20</dd><dd>Joined: 2019</dd></dl></div>
  <div class="postbody"><div class="author">by user${at} » Mon May 3, 2021 4:2${at} pm</div><div class="content"><p>${words}</p></div></div></div>`;

test("short posts of a board are text, what stands beside them is not", async () => {
  const long =
    "I think the family was told only afterwards and that nobody was allowed to come, which is what happened to my uncle as well.";
  const posts = [...SAID, long, long.replace("uncle", "aunt")].map(post).join("");
  const { text } = await read(
    `<div id="page-body"><h2 class="topic-title">Arrests in Karun</h2>${posts}</div>`,
    '<meta name="generator" content="phpBB">',
  );
  for (const words of SAID) assert.ok(text.includes(words), words);
  assert.ok(!text.includes("Joined") && !text.includes("user1 »"), text);
});

test("a headline in a row of its own heads a table whose days are not the day of publication", async () => {
  const rows = [
    ["Behnam Karimzad", "held", "5 May 2021"],
    ["Arman Tabandeh", "held", "6 May 2021"],
    ["Omid Salari", "freed", "7 May 2021"],
  ];
  const cells = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`);
  const { text, published } = await read(
    `<table><tr><td colspan=3><h1>Arrested in Karun</h1></td></tr>${cells.join("")}</table>`,
  );
  assert.ok(text.includes("Omid Salari | freed | 7 May 2021"), text);
  assert.equal(published, null);
});

test("who is linked in a byline wrote the page only where the byline says so", async () => {
  const body = (line: string): string =>
    `<h1>Arrests in Karun</h1><p class="byline">${line}</p>${"<p>Police held three men in Karun on Monday, their lawyer said, and let two of them go on Tuesday.</p>".repeat(3)}`;
  const link = '<a href="/people/1">Behnam Karimzad</a>';
  assert.notEqual((await read(body(`By the family of ${link}`))).author?.value, "Behnam Karimzad");
  assert.equal((await read(body(`By ${link}`))).author?.value, "Behnam Karimzad");
});
