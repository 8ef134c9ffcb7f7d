import type { ClaimKind } from "../model/claim.ts";
import { findContradictions, type FigurePair } from "./comparisons.ts";
import {
  dated,
  findDrift,
  findPossibleOrigins,
  SMALLEST_TELLING_NUMBER,
  type FigureGroup,
  type NumberedClaim,
} from "./figures.ts";
import { html, joinParts, type Markup, type Part } from "./html.ts";
import type { Page } from "./page.ts";
import { countHeard, findNamedAtRisk, findNamedDead, isAlsoDead, isSaidToLive } from "./people.ts";
import {
  figureLabel,
  folded,
  kindLabel,
  languageOf,
  numberLink,
  periodText,
  printed,
  quantityText,
  sourceName,
} from "./pieces.ts";
import { countriesOf, publishedFor, type PublishedFigure } from "./published.ts";
import { countedGroup } from "./units.ts";
import { speakerLink } from "./sources.ts";

/** Kinds whose numbers stand at the top, weightiest first. */
const CHIEF_KINDS: readonly ClaimKind[] = [
  "execution",
  "killing",
  "death-in-custody",
  "imminent-execution",
  "death-sentence",
];
const MOST_CHIEF_FIGURES = 8;
/** So many of each kind come before more of the weightiest one. */
const FIRST_OF_A_KIND = 2;
const MOST_CONTRADICTIONS = 4;
const MOST_PUBLISHED = 3;
const MOST_OPENING_WORDS = 12;
const MOST_OPENING_CHARACTERS = 120;

/** What the page is, what nobody has checked, and the reports it was made from. */
export function renderHeader(page: Page): Markup {
  const { words, format, readings, claims } = page;
  const n = { claims: claims.length, reports: readings.length };
  const names = claims.some((claim) => claim.persons.length > 0);
  return html`<header><p class="eyebrow">${words.eyebrow}</p><h1>${words.title(n.reports, format.number(n.reports))}</h1><p class="sum">${words.summary(format.number(n.claims), format.number(n.reports), n)}</p><p class="warn">${words.unchecked}</p>${names ? html`<p class="warn">${words.confidential}</p>` : null}${renderList(page)}</header>`;
}

/** What the page was made from; where that is much, folded, so that the numbers come on the first screen. */
function renderList(page: Page): Markup {
  const { words, readings, format } = page;
  const list = html`<ol class="reports">${readings.map((_, index) => renderReport(page, index))}</ol>`;
  const shown =
    readings.length <= MOST_LISTED
      ? list
      : folded(words.reportsFolded(format.number(readings.length)), list);
  return html`<h2 class="h">${words.reportsHeading}</h2>${shown}`;
}

/** More reports than these are folded away at the top. */
const MOST_LISTED = 6;

/** Title, publisher and date of a report, linked to its text. */
function renderReport(page: Page, index: number): Markup {
  const { words, format } = page;
  const reading = page.readings[index];
  if (reading === undefined) return html``;
  const { document, claims } = reading;
  const title = document.title?.value ?? openingWords(document.text);
  const lead = document.title === null ? html`${words.untitled}: ` : null;
  const language = languageOf(page, document.language?.value ?? null);
  const published = document.published?.value ?? null;
  const facts: Part[] = [
    document.publisher === null
      ? html`<span class="u">${words.publisherUnknown}</span>`
      : html`<bdi${language}>${document.publisher.value}</bdi>`,
    document.author === null ? null : html`<bdi${language}>${document.author.value}</bdi>`,
    published === null
      ? html`<strong class="u">${words.dateUnknown}</strong>`
      : format.date(published),
    words.claimCount(claims.length, format.number(claims.length)),
  ];
  return html`<li>${lead}<a href="#r-${index + 1}"><bdi${language}>${title}</bdi></a><br><span class="d">${joinParts(
    facts.filter((fact) => fact !== null),
    words.separator,
  )}</span></li>`;
}

/** The chief numbers with who says them, and what to hold against them, in plain sentences. */
export function renderGlance(page: Page): Markup {
  const { words } = page;
  const chief = chiefFigures(page.firm);
  const lines = chief.map((group) => renderChief(page, group));
  const numbers =
    lines.length === 0
      ? html`<p class="none">${words.glanceNone}</p>`
      : html`<ul class="glance">${lines}</ul>`;
  const against = renderAgainst(page, chief);
  return html`<section id="glance" aria-labelledby="h-glance"><h2 id="h-glance">${words.glance}</h2>${numbers}${against.length === 0 ? null : html`<h3>${words.glanceAgainst}</h3><ul class="hold">${against.map((line) => html`<li>${line}</li>`)}</ul>`}</section>`;
}

function chiefFigures(counts: readonly FigureGroup[]): readonly FigureGroup[] {
  const chief = counts.filter(({ kind, claims: [claim] }) => {
    const counted = !["negated", "hypothetical", "unclear"].includes(claim.modality);
    return CHIEF_KINDS.includes(kind) && counted && claim.quantity.subsetOf === null;
  });
  const whole = chief.filter((group) => !isBreakdown(group, chief));
  const telling = whole.filter((group) => group.size > 1 && group.printed !== null);
  const sorted = (telling.length > 0 ? telling : whole).toSorted(
    (a, b) =>
      CHIEF_KINDS.indexOf(a.kind) - CHIEF_KINDS.indexOf(b.kind) ||
      Number(isTelling(b)) - Number(isTelling(a)) ||
      (b.window?.last ?? 0) - (a.window?.last ?? 0) ||
      b.size - a.size,
  );
  const first = new Set(
    CHIEF_KINDS.flatMap((kind) =>
      sorted.filter((group) => group.kind === kind).slice(0, FIRST_OF_A_KIND),
    ),
  );
  const rest = sorted.filter((group) => !first.has(group));
  const chosen = new Set([...first, ...rest].slice(0, MOST_CHIEF_FIGURES));
  return sorted.filter((group) => chosen.has(group));
}

/** Of one charge or one prison, beside a larger number of the same report, kind and days without: a part of that, in all likelihood. */
function isBreakdown(group: FigureGroup, all: readonly FigureGroup[]): boolean {
  return group.claims.every((claim) => {
    const isNarrow = claim.charges.length > 0 || isOfPrison(claim);
    return (
      isNarrow &&
      all.some(
        (other) =>
          other.kind === group.kind &&
          other.size > group.size &&
          other.window !== null &&
          other.window.first === group.window?.first &&
          other.window.last === group.window.last &&
          other.claims.some(
            (one) =>
              one.document.id === claim.document.id && one.charges.length === 0 && !isOfPrison(one),
          ),
      )
    );
  });
}

function isOfPrison({ places }: NumberedClaim): boolean {
  return places.some(({ role }) => role === "prison");
}

function isTelling(group: FigureGroup): boolean {
  return (
    group.size >= SMALLEST_TELLING_NUMBER && countedGroup(group.claims[0].quantity.unit) === null
  );
}

function renderChief(page: Page, group: FigureGroup): Markup {
  const [first] = group.claims;
  const links = group.claims.map((claim) => numberLink(page, claim));
  const modality = ["happened", "at-risk", "ongoing"].includes(first.modality)
    ? null
    : html` (${page.words.modalities[first.modality]})`;
  return html`<li>${kindLabel(page, first)}${modality}<br><span class="fig">${quantityText(page, first)}</span><br>${periodText(page, dated(group))}<br><span class="d">${page.words.glanceBy} ${sayers(page, group)} ${joinParts(links, " ")}</span></li>`;
}

function renderAgainst(page: Page, chief: readonly FigureGroup[]): readonly Part[] {
  const { words, format, counts, claims } = page;
  const unsourced = counts.filter((group) =>
    group.claims.every((claim) => speakerLink(claim) === null),
  );
  const origins = findPossibleOrigins(page.firm, (claim) => page.placedOf(claim).source.key);
  const named = findNamedDead(claims);
  const dead = countHeard(named);
  const alive = named.filter(isSaidToLive).length;
  const risk = findNamedAtRisk(claims).filter((person) => !isAlsoDead(person)).length;
  const calls = claims.filter((claim) => claim.kind === "call").length;
  const undated = page.readings.some(({ document }) => document.published === null);
  const sourced =
    unsourced.length === 0
      ? words.glanceAllSourced
      : words.glanceUnsourced(
          format.number(unsourced.length),
          format.number(counts.length),
          unsourced.length,
        );
  return [
    counts.length === 0 ? null : sourced,
    ...findContradictions(page.firm, (claim) => countriesOf(page, claim))
      .slice(0, MOST_CONTRADICTIONS)
      .map((pair) => renderContradiction(page, pair)),
    ...origins.map(
      (origin) => html`<a href="#origins">${words.glanceOrigin(printed(page, origin.printed))}</a>`,
    ),
    ...findDrift(page.firm).map(
      (drift) => html`<a href="#drift">${words.glanceDrift(printed(page, drift.printed))}</a>`,
    ),
    ...chief.map((group) => renderPublished(page, group)),
    dead === 0 ? null : html`<a href="#dead">${words.glanceDead(dead, format.number(dead))}</a>`,
    alive === 0
      ? null
      : html`<a href="#dead">${words.glanceAlive(alive, format.number(alive))}</a>`,
    risk === 0 ? null : html`<a href="#risk">${words.glanceRisk(risk, format.number(risk))}</a>`,
    calls === 0
      ? null
      : html`<a href="#calls">${words.glanceCalls(calls, format.number(calls))}</a>`,
    undated ? words.dateUnknownMeans : null,
  ].filter((line) => line !== null);
}

/** Two who count the same and differ, each with who says it. */
function renderContradiction(page: Page, { a, b }: FigurePair): Part {
  const sides = [a, b].map((group) => html`${figureLabel(page, group)} (${sayers(page, group)})`);
  return html`${joinParts(sides, page.words.semicolon)}. <a href="#compared">${page.words.cannotBothHold}</a>`;
}

function sayers(page: Page, group: FigureGroup): readonly Part[] {
  const sources = [...new Set(group.claims.map((claim) => page.placedOf(claim).source))];
  const names = sources.map((source) => sourceName(page, source));
  return joinParts(names, page.words.comma);
}

/** Only figures of the very same window are worth a line at the top. */
function renderPublished(page: Page, group: FigureGroup): Part {
  const same = publishedFor(page, group).filter(
    (match) => match.comparison.verdict === "comparable",
  );
  if (same.length === 0) return null;
  const rows = same.slice(0, MOST_PUBLISHED).map((match) => publishedShort(match));
  return html`${figureLabel(page, group)}. ${page.words.glancePublished} <a href="#published">${joinParts(rows, page.words.semicolon)}</a>`;

  function publishedShort(match: PublishedFigure): Part {
    return html`<strong>${match.number}</strong> (${match.organisation})`;
  }
}

function openingWords(text: string): string {
  const all = text.trim().split(/\s+/u);
  const words = all.slice(0, MOST_OPENING_WORDS).join(" ");
  if (words.length > MOST_OPENING_CHARACTERS) return `${words.slice(0, MOST_OPENING_CHARACTERS)}…`;
  return all.length > MOST_OPENING_WORDS ? `${words}…` : words;
}
