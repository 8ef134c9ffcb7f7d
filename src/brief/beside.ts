import type { Claim, ClaimKind } from "../model/claim.ts";
import { html, joinParts, type Markup, type Part } from "./html.ts";
import { makeTimeLine, type Month, type Tally } from "./months.ts";
import type { Page } from "./page.ts";
import { cell, claimList, numberLink, section, table } from "./pieces.ts";
import { TOPICS, type Topic } from "./words.ts";

const TOPIC_KINDS: Readonly<Record<Topic, ClaimKind>> = {
  protest: "protest",
  strike: "strike",
  economy: "statistic",
  graves: "destruction",
  abroad: "transnational-repression",
};
const DEATHS: readonly ClaimKind[] = ["execution", "killing", "death-in-custody"];
const UNREST: readonly ClaimKind[] = ["protest", "strike"];
const ECONOMY: readonly ClaimKind[] = ["statistic"];
/** The style sheet has a class for each length of a bar up to this. */
export const LONGEST_BAR = 20;

/** Protests, strikes, the economy, graves and people abroad, and a time line of executions beside them. */
export function renderBeside(page: Page): Markup {
  const { words } = page;
  const topics = TOPICS.map((topic) => {
    const claims = page.claims.filter((claim) => claim.kind === TOPIC_KINDS[topic]);
    return html`<h3>${words.topics[topic]}</h3>${claimList(page, claims, { none: words.topicNone[topic], withKind: false })}`;
  });
  return section("beside", words.beside, words.besideLead, [...topics, renderTimeLine(page)]);
}

function renderTimeLine(page: Page): Markup {
  const { words } = page;
  const names = [words.seriesDeaths, words.seriesUnrest, words.seriesEconomy];
  const series = [DEATHS, UNREST, ECONOMY].map((kinds) =>
    page.claims.filter((claim) => kinds.includes(claim.kind) && isTold(claim)),
  );
  const { months, unplaced } = makeTimeLine(
    series,
    page.language === "fa" ? "jalali" : "gregorian",
  );
  const longest = Math.max(1, ...months.flatMap((month) => month.tallies.map(sizeOf)));
  const rows = months.map((month) => renderMonth(page, month, names, longest));
  const rest = unplaced.flatMap((claims, index) =>
    claims.length === 0
      ? []
      : [
          html`<li><strong>${names[index] ?? ""}</strong>: ${joinParts(
            claims.map((claim) => renderUnplaced(page, claim)),
            page.words.semicolon,
          )}</li>`,
        ],
  );
  const body =
    rows.length === 0
      ? html`<p class="none">${words.timeLineNone}</p>`
      : table(page, "months", rows);
  return html`<h3 id="timeline">${words.timeLine}</h3><p class="lead">${words.timeLineLead}</p><p class="nocause"><strong>${words.noCause}</strong></p>${body}${rest.length === 0 ? null : html`<p class="d">${words.unplaced}</p><ul class="l">${rest}</ul>`}`;
}

function renderUnplaced(page: Page, claim: Claim): Markup {
  const written = claim.period === null ? null : page.format.period(claim.period);
  const when = written === null ? null : html` <span class="d">${written}</span>`;
  return html`${numberLink(page, claim)} ${numberOf(page, claim)}${when}`;
}

/** What is only planned, asked for or denied has no month of its own. */
function isTold(claim: Claim): boolean {
  return ["happened", "ongoing", "alleged"].includes(claim.modality);
}

function renderMonth(page: Page, month: Month, names: readonly string[], longest: number): Markup {
  const { words, format } = page;
  const gap =
    month.skipped === 0
      ? null
      : html`<tr role="row" class="gap"><td role="cell" colspan="${names.length + 1}">${words.skipped(month.skipped, format.number(month.skipped))}</td></tr>`;
  const cells = month.tallies.map((tally) => cell(renderTally(page, tally, longest)));
  return html`${gap}<tr role="row"><th role="rowheader" scope="row">${format.month(month.window)}</th>${cells}</tr>`;
}

function renderTally(page: Page, tally: Tally, longest: number): Part {
  const { words, format } = page;
  const { sure, possible } = tally;
  if (sizeOf(tally) === 0) return html`<span class="u">${words.barNone}</span>`;
  const counts = [
    sure.length === 0 ? null : words.barSure(sure.length, format.number(sure.length)),
    possible.length === 0
      ? null
      : words.barPossible(possible.length, format.number(possible.length)),
  ].filter((count) => count !== null);
  const links = [...sure, ...possible].map(
    (claim) => html`<li>${numberLink(page, claim)} ${numberOf(page, claim)}</li>`,
  );
  return html`<span class="bar" aria-hidden="true">${bar("sure", sure.length, longest)}${bar("maybe", possible.length, longest)}</span> <span class="d">${joinParts(counts, page.words.comma)}</span><ul class="chips">${links}</ul>`;
}

/** The number that a claim gives for it, so that a month shows what is said of it. */
function numberOf(page: Page, claim: Claim): Part {
  const kind = page.words.kinds[claim.kind];
  return claim.quantity === null
    ? kind
    : html`<strong>${page.format.quantity(claim.quantity)}</strong> ${kind}`;
}

function bar(name: string, count: number, longest: number): Part {
  if (count === 0) return null;
  const scale = Math.min(1, LONGEST_BAR / longest);
  return html`<i class="${name} w${Math.max(1, Math.round(count * scale))}"></i>`;
}

function sizeOf(tally: Tally): number {
  return tally.sure.length + tally.possible.length;
}
