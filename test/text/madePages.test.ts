import assert from "node:assert/strict";
import { test } from "node:test";
import { readDocument } from "../../src/text/readDocument.ts";
import { ARTICLES, makePages } from "./made/makePages.ts";
import { scoreText } from "./made/score.ts";

async function scoreOf(pages: ReturnType<typeof makePages>): Promise<number> {
  let sum = 0;
  for (const page of pages) {
    const [outcome] = await readDocument(Buffer.from(page.html), { path: `${page.name}.html` });
    sum += scoreText(page, outcome?.kind === "document" ? outcome.document.text : "", 4).f1;
  }
  return sum / pages.length;
}

for (const seed of [1, 2])
  test(`made-up layouts, seed ${seed}: four words in a row, F1 of articles at least .965, of others .92`, async () => {
    const pages = makePages(seed);
    assert.ok(pages.length >= 70);
    const articles = pages.filter(({ name }) => ARTICLES.test(name));
    const others = pages.filter(({ name }) => !ARTICLES.test(name));
    const [first, second] = [await scoreOf(articles), await scoreOf(others)];
    assert.ok(first >= 0.965, `articles ${first.toFixed(3)}`);
    assert.ok(second >= 0.92, `others ${second.toFixed(3)}`);
  });
