import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { renderBrief } from "../../src/brief/renderBrief.ts";
import { organisations, references, twoReports } from "../brief/twoReports.ts";

/** Looks at the page in a real browser: `npm run browser`. Needs Chromium (Debian: apt-get install chromium). */
const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-sync",
];
const AXE = readFileSync(
  new URL("../../node_modules/axe-core/axe.min.js", import.meta.url),
  "utf8",
);

const folder = mkdtempSync(join(tmpdir(), "sanad-brief-"));
let browser: Browser;
before(async () => {
  browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

type Look = {
  readonly width: number;
  readonly colorScheme: "light" | "dark";
  readonly scripts?: boolean;
};

async function open(
  language: "en" | "fa",
  look: Look,
): Promise<{ page: Page; complaints: string[] }> {
  const file = join(folder, `${language}.html`);
  writeFileSync(file, renderBrief(twoReports, { language, references, organisations }));
  const { width, colorScheme, scripts = true } = look;
  const viewport = { width, height: 900 };
  const context = await browser.newContext({
    viewport,
    colorScheme,
    javaScriptEnabled: scripts,
    bypassCSP: scripts,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("request", (request) => {
    if (request.url() !== pathToFileURL(file).href) complaints.push(`asks for ${request.url()}`);
  });
  await page.goto(pathToFileURL(file).href);
  return { page, complaints };
}

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };
type Outcome = { readonly violations: readonly Violation[]; readonly passes: readonly unknown[] };

for (const language of ["en", "fa"] as const) {
  for (const width of [1280, 390]) {
    for (const colorScheme of ["light", "dark"] as const) {
      test(`the page in ${language}, ${width} wide, ${colorScheme}: axe finds no violation, nothing overflows`, async () => {
        const { page } = await open(language, { width, colorScheme });
        await page.addScriptTag({ content: AXE });
        const result = (await page.evaluate("axe.run()")) as Outcome;
        const found = result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
        assert.deepEqual(found, []);
        assert.ok(result.passes.length > 20, "axe looked at nothing");
        const over = Number(
          await page.evaluate("document.documentElement.scrollWidth - window.innerWidth"),
        );
        assert.ok(over <= 0, `${over} pixels too wide`);
        await page.context().close();
      });
    }
  }

  test(`the page in ${language} is read without scripts, asks for nothing, and its policy lets its own style through`, async () => {
    const { page, complaints } = await open(language, {
      width: 390,
      colorScheme: "light",
      scripts: false,
    });
    assert.deepEqual(complaints, []);
    assert.equal(await page.locator("h1").isVisible(), true);
    // The style sheet puts the skip link off the page; without it the link would stand at the top.
    const skip = await page.locator(".skip").boundingBox();
    assert.ok(skip !== null && (skip.x < 0 || skip.x > 390), "the style sheet was not let through");
    await page.context().close();
  });

  test(`a line of the page in ${language} jumps to its words, which light up, and back`, async () => {
    const { page } = await open(language, { width: 1280, colorScheme: "light" });
    await page.locator("#l-1 .q").click();
    const mark = page.locator("mark:target");
    assert.equal(await mark.innerText(), "at least 40 prisoners were executed in March");
    await page.waitForFunction(
      "(top => top >= 0 && top < innerHeight)(document.querySelector('mark:target').getBoundingClientRect().top)",
    );
    await page.locator("mark:target + .b").click();
    assert.equal(await page.locator("li:target").getAttribute("id"), "l-1");
    await page.context().close();
  });
}
