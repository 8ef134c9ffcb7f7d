/**
 * In: the readings of a few reports, published figures, organisations. Out: one self-contained HTML page.
 * Never: says that a claim is true, adds two numbers, fetches anything, or lets a report's text act as markup.
 */
import { sha256 } from "../base/digest.ts";
import type { Reading } from "../model/reading.ts";
import { renderAtRisk } from "./atRisk.ts";
import { renderBeside } from "./beside.ts";
import { renderCalls } from "./calls.ts";
import { renderDead } from "./dead.ts";
import { renderGlance, renderHeader } from "./header.ts";
import { html, trusted, type Markup } from "./html.ts";
import { renderNumbers } from "./numbers.ts";
import { makePage, type BriefOptions, type Page } from "./page.ts";
import { cutAnchors, renderReports } from "./reports.ts";
import { makeStyle } from "./style.ts";
import { renderTrials } from "./trials.ts";
import { renderWhoSays } from "./whoSays.ts";

/** Renders the page about a set of reports, in English or Persian. The same readings give the same bytes. */
export function renderBrief(readings: readonly Reading[], options: BriefOptions): string {
  const page = makePage(readings, options);
  const style = makeStyle(page.words, cutAnchors(page));
  const { words, language, format } = page;
  const title = words.title(page.readings.length, format.number(page.readings.length));
  const direction = language === "fa" ? "rtl" : "ltr";
  return html`<!doctype html>
<html lang="${language}" dir="${direction}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policyFor(style)}"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer"><meta name="robots" content="noindex"><meta name="format-detection" content="telephone=no"><title>${title}</title><style>${trusted(style)}</style></head>
<body><div class="page"><a class="skip" href="#glance">${words.skip}</a>${renderHeader(page)}
${renderContents(page)}
<main>${renderGlance(page)}
${renderWhoSays(page)}
${renderNumbers(page)}
${renderAtRisk(page)}
${renderDead(page)}
${renderTrials(page)}
${renderBeside(page)}
${renderCalls(page)}
${renderReports(page)}</main>
<footer><h2>${words.about}</h2>${words.aboutText.map((text) => html`<p>${text}</p>`)}<p class="totop"><a href="#top">${words.top}</a></p></footer></div></body></html>
`.markup;
}

/** Only the page's own style sheet, named by its digest, may act; a style or script in a report could not. */
function policyFor(style: string): string {
  const digest = Buffer.from(sha256(style), "hex").toString("base64");
  return `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`;
}

function renderContents(page: Page): Markup {
  const { words } = page;
  const entries: readonly (readonly [string, string])[] = [
    ["glance", words.glance],
    ["who", words.who],
    ["numbers", words.numbers],
    ["risk", words.risk],
    ["dead", words.dead],
    ["trials", words.trials],
    ["beside", words.beside],
    ["calls", words.calls],
    ["reports", words.texts],
  ];
  const links = entries.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`);
  return html`<nav aria-labelledby="h-nav"><h2 class="h" id="h-nav">${words.contents}</h2><ul>${links}</ul></nav>`;
}
