import assert from "node:assert/strict";
import { test } from "node:test";
import { readDocument } from "../../src/text/readDocument.ts";

const SAID =
  "The harbour office said on Monday that the old bridge was closed after cracks were found. ";
const LONG = `<p>${SAID.repeat(2)}</p><p>${SAID.repeat(3)}</p>`;
const ARTICLE = '<meta property="og:type" content="article">';

/** What stands in a page, and what of it is main text or is none. */
const PARTS: readonly {
  readonly name: string;
  readonly head?: string;
  readonly body: string;
  readonly kept?: readonly string[];
  readonly left?: readonly string[];
}[] = [
  {
    name: "the dishes of a menu are kept, the menu of the site is not",
    body: `<ul class="menu"><li class="menu-item"><a>Start</a></li><li class="menu-item"><a>Find us</a></li></ul><main><h1>Soups and breads</h1><div class="menu-section"><div class="menu-item"><h3>Pea soup</h3><p>with smoked butter and river herbs</p></div><div class="menu-item"><h3>Rye bread</h3><p>baked in our own oven every night</p></div></div></main>`,
    kept: ["Pea soup", "every night"],
    left: ["Find us"],
  },
  {
    name: "cards below a report of one sentence are not of it",
    head: ARTICLE,
    body: `<main><article><h1>Ferry to Belvar stopped</h1><p>${SAID}</p></article><section><h2>More news</h2>${`<article><a href="/x"><h3>Why the mill matters to Drusk</h3></a><p>Nobody was asked before the lock was sold to a builder.</p></article>`.repeat(5)}</section></main>`,
    kept: ["cracks were found"],
    left: ["lock was sold", "Why the mill"],
  },
  {
    name: "what readers said goes though no class says so",
    head: ARTICLE,
    body: `<h1>Ferry stopped</h1><div>${LONG}</div><div><h3>12 Comments</h3><div><p>Mara</p><p>${"I saw it from the pier and it was awful to see. ".repeat(3)}</p></div></div>`,
    kept: ["cracks were found"],
    left: ["from the pier"],
  },
  {
    name: "a section called comments by a committee is text",
    head: ARTICLE,
    body: `<h1>Ferry stopped</h1><div>${LONG}<h3>Comments of the committee</h3><p>${"The committee holds that the licence was granted in error. ".repeat(3)}</p></div>`,
    kept: ["granted in error"],
  },
  {
    name: "headings of parts that open at a touch are kept",
    body: `<main><h1>Tariffs</h1><h2><button aria-expanded="false">Who pays for the bridge</button></h2><div aria-hidden="true">${LONG}</div><button aria-expanded="false">When will it open?</button><div>${LONG.replaceAll("Monday", "Friday")}</div><button aria-expanded="false">Languages</button></main>`,
    kept: ["Who pays for the bridge", "When will it open?"],
    left: ["Languages"],
  },
  {
    name: "hidden panels of tabs are kept, other hidden words are not",
    body: `<main><h1>Studies</h1>${LONG}<div role="tabpanel" hidden><ul><li>Rivers</li></ul></div><div hidden><ul><li>Debris</li></ul></div></main>`,
    kept: ["Rivers"],
    left: ["Debris"],
  },
  {
    name: "section headings with a link to edit them are kept",
    head: ARTICLE,
    body: `<h1>The Drusk canal</h1><div>${LONG}<div class="mw-heading"><h2>Tolls</h2><span class="mw-editsection">[<a href="/e">edit</a>]</span></div>${LONG.replaceAll("Monday", "Friday")}</div>`,
    kept: ["Tolls"],
    left: ["edit"],
  },
  {
    name: "the motto under a line below a post is no part of it",
    head: '<meta name="generator" content="vBulletin 3.8">',
    body: `<h1>Caulk</h1>${`<table><tr><td><div class="smallfont">عضو فعال</div><div>تاریخ عضویت: مهر 1390</div></td><td><div id="post_message_1">${SAID.repeat(2)}</div><div>__________________</div><div>Fair winds and full tanks</div></td></tr></table>`.repeat(2)}`,
    kept: ["cracks were found"],
    left: ["Fair winds", "مهر 1390"],
  },
  {
    name: "what AMP shows while a part loads is no text",
    head: ARTICLE,
    body: `<h1>Ferry stopped</h1><div>${LONG}<amp-list><div fallback>The list did not load</div></amp-list></div>`,
    kept: ["cracks were found"],
    left: ["did not load"],
  },
];

for (const { name, head = "", body, kept = [], left = [] } of PARTS)
  test(`main text: ${name}`, async () => {
    const html = `<html lang="en"><head><title>Soups and breads – Ferry stopped</title>${head}</head><body>${body}</body></html>`;
    const [outcome] = await readDocument(Buffer.from(html), { path: "a.html" });
    assert.ok(outcome?.kind === "document");
    const { text } = outcome.document;
    for (const words of kept) assert.ok(text.includes(words), `${words} is missing in: ${text}`);
    for (const words of left) assert.ok(!text.includes(words), `${words} stands in: ${text}`);
  });
