import type { Claim } from "../model/claim.ts";
import { boundsOfDate } from "./days.ts";
import type { FigureGroup } from "./figures.ts";
import { html, joinParts, type Markup, type Part } from "./html.ts";
import type { Page } from "./page.ts";
import {
  cell,
  comparisonText,
  figureLabel,
  folded,
  languageOf,
  numberLink,
  table,
} from "./pieces.ts";
import { publishedFor, type PublishedFigure } from "./published.ts";

const MOST_FIGURES = 12;
const MOST_ROWS = 6;
/** The nearest stand open. */
const MOST_OPEN = 2;

/** What organisations published of the same, under each figure of the reports. */
export function renderPublished(page: Page): Markup {
  const { words } = page;
  const found = page.firm
    .map((group) => ({ group, matches: publishedFor(page, group) }))
    .filter(({ matches }) => matches.length > 0)
    .toSorted((a, b) => b.group.size - a.group.size)
    .slice(0, MOST_FIGURES);
  const body =
    found.length === 0
      ? html`<p class="none">${words.publishedNone}</p>`
      : found.map(({ group, matches }) => renderGroup(page, group, matches));
  return html`<h3 id="published">${words.published}</h3><p class="lead">${words.publishedLead}</p>${body}`;
}

function renderGroup(page: Page, group: FigureGroup, matches: readonly PublishedFigure[]): Markup {
  const { words, format } = page;
  const rows = matches.slice(0, MOST_ROWS).map((match) => renderRow(page, group, match));
  const rest = matches.length - rows.length;
  const links = group.claims.map((claim) => numberLink(page, claim));
  const more =
    rest > 0 ? html`<p class="d">${words.publishedMore(rest, format.number(rest))}</p>` : null;
  const hidden = rows.slice(MOST_OPEN);
  const behind =
    hidden.length === 0
      ? more
      : folded(
          words.publishedFolded(hidden.length, format.number(hidden.length)),
          html`${table(page, "refs", hidden)}${more}`,
        );
  return html`<h4>${figureLabel(page, group)} ${links}</h4>${table(page, "refs", rows.slice(0, MOST_OPEN))}${behind}`;
}

function renderRow(page: Page, group: FigureGroup, match: PublishedFigure): Markup {
  const { words, format } = page;
  const { reference, comparison } = match;
  const verdict = html`<strong class="v v-${comparison.verdict}">${words.verdicts[comparison.verdict]}</strong><br><span class="d">${comparisonText(page, comparison)}</span>`;
  // The pack's Persian names what is counted in the plural, which no number stands before.
  const definition =
    page.language === "fa"
      ? html`<br><span class="d">${reference.definition.whatFa}</span>`
      : html` ${reference.definition.what}`;
  const qualifier =
    reference.qualifier === null ? html`<br><span class="d">${words.noQualifier}</span>` : null;
  const host = hostOf(reference.url);
  const source =
    host === null
      ? null
      : html`<br><a class="x" href="${reference.url}" rel="noreferrer">${words.sourcePage}: <bdi lang="en" dir="ltr">${host}</bdi></a>`;
  const noteFa = page.language === "fa" ? reference.noteFa : null;
  const note =
    reference.note === null
      ? null
      : html`<br><small${noteFa === null ? languageOf(page, "en") : null}>${noteFa === null ? reference.note : withLatinApart(noteFa)}</small>`;
  const number = html`<strong>${match.number}</strong>${definition}${qualifier}`;
  const period = format.window({
    first: boundsOfDate(reference.earliest)?.first ?? null,
    last: boundsOfDate(reference.latest)?.last ?? null,
  });
  return html`<tr role="row">${cell(html`${match.organisation}${voice(page, group.claims, match)}${source}`)}${cell(html`${number}${note}`)}${cell(period)}${cell(verdict)}</tr>`;
}

/** A count that is compiled from others', or comes from the group that speaks here already, adds no source. */
function voice(page: Page, claims: readonly Claim[], match: PublishedFigure): Part {
  const { words } = page;
  const group = page.findOrganisation(match.reference.organisation)?.independenceGroup ?? null;
  if (group === "derived") return html`<br><small>${words.derivedCount}</small>`;
  const same = claims
    .map((claim) => page.placedOf(claim).source)
    .find(({ organisation }) => {
      return organisation !== null && organisation.independenceGroup === group;
    });
  return same === undefined ? null : html`<br><small>${words.sameGroup}</small>`;
}

function hostOf(url: string): string | null {
  return /^https?:\/\/([^/?#\s]+)/.exec(url)?.[1] ?? null;
}

/** Latin words inside Persian stand apart, or a number behind them changes its place. */
function withLatinApart(text: string): Part {
  const parts = text.split(/([A-Za-z][A-Za-z./-]*)/);
  return joinParts(
    parts.map((part, index) =>
      index % 2 === 1 ? html`<bdi lang="en">${part}</bdi>` : html`${part}`,
    ),
    "",
  );
}
