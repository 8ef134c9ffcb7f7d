import { areFarApart, compareQuantities, comparableOf, type Comparison } from "./compare.ts";
import {
  familyOf,
  findDrift,
  findPossibleOrigins,
  SMALLEST_TELLING_NUMBER,
  type FigureGroup,
} from "./figures.ts";
import { html, joinParts, type Markup, type Part } from "./html.ts";
import type { Page } from "./page.ts";
import { renderPublished } from "./publishedTable.ts";
import { boundOf } from "./quantities.ts";
import {
  cell,
  claimDetails,
  claimList,
  comparisonText,
  figureLabel,
  kindLabel,
  numberLink,
  periodBasis,
  periodText,
  placeText,
  printed,
  quantityText,
  quoteLink,
  section,
  sourceName,
  table,
} from "./pieces.ts";
import { CLAIM_KINDS } from "../model/claim.ts";
import { speakerLink } from "./sources.ts";

const MOST_PAIRS = 24;
/** More figures than this would make too many pairs; the largest are compared. */
const MOST_COMPARED = 120;
const VERDICT_ORDER = ["comparable", "bound-only", "cannot-tell", "not-comparable"] as const;

/** Every number: who states it, how its words drift, what may go back to what, what can be compared with what. */
export function renderNumbers(page: Page): Markup {
  const { words } = page;
  const several = page.counts.filter((group) => !isSingle(group));
  const singles = page.counts.filter(isSingle).flatMap((group) => group.claims);
  return section("numbers", words.numbers, words.numbersLead, [
    renderFigures(page, several, words.counts, words.countsLead, words.glanceNone),
    singles.length === 0
      ? null
      : html`<h3>${words.singles}</h3><p class="lead">${words.singlesLead}</p>${claimList(page, singles, { withKind: true })}`,
    page.rates.length === 0
      ? null
      : renderFigures(page, page.rates, words.rates, words.ratesLead, ""),
    renderDrift(page),
    renderOrigins(page),
    renderComparisons(page),
    renderPublished(page),
  ]);
}

/** "A man was hanged": a claim about somebody, hardly a figure. */
function isSingle(group: FigureGroup): boolean {
  return group.printed === "1";
}

function renderFigures(
  page: Page,
  groups: readonly FigureGroup[],
  heading: string,
  lead: string,
  none: string,
): Markup {
  const sorted = groups.toSorted(
    (a, b) => CLAIM_KINDS.indexOf(a.kind) - CLAIM_KINDS.indexOf(b.kind) || b.size - a.size,
  );
  const body =
    sorted.length === 0
      ? html`<p class="none">${none}</p>`
      : table(
          page,
          "figures",
          sorted.map((group) => renderFigure(page, group)),
        );
  return html`<h3>${heading}</h3><p class="lead">${lead}</p>${body}`;
}

function renderFigure(page: Page, group: FigureGroup): Markup {
  const { words } = page;
  const [first] = group.claims;
  const part = first.quantity.subsetOf === null ? null : partOf(page, first.quantity.subsetOf);
  const said = group.claims.map((claim) => {
    const source = page.placedOf(claim).source;
    const none =
      speakerLink(claim) === null ? html` <span class="u">(${words.noSource})</span>` : null;
    return html`<li><span class="s">${sourceName(page, source)}</span>${none} ${quoteLink(page, claim)}${claimDetails(page, claim, { withKind: false })}</li>`;
  });
  const number = html`<span class="fig">${quantityText(page, first)}</span><br><span class="d">${page.words.kinds[first.kind]}${part}</span>`;
  return html`<tr role="row">${cell(number)}${cell([periodText(page, first), periodBasis(page, first)])}${cell(placeText(page, first))}${cell(html`<ul class="l">${said}</ul>${voiceRemark(page, group)}`)}</tr>`;
}

function partOf(page: Page, id: string): Part {
  const whole = page.claims.find((claim) => claim.id === id);
  return whole === undefined
    ? null
    : html`${page.words.comma}${page.words.partOf} ${numberLink(page, whole)}`;
}

/** Two who state one number are two sources only when they are two voices, and even then nothing shows they know it apart. */
function voiceRemark(page: Page, group: FigureGroup): Part {
  const sources = new Set(group.claims.map((claim) => page.placedOf(claim).source.key));
  if (sources.size < 2) return null;
  const voices = new Set(group.claims.map((claim) => page.voices.get(claim)));
  return html`<p class="remark">${voices.size > 1 ? page.words.severalVoices : page.words.oneVoice}</p>`;
}

function renderDrift(page: Page): Markup {
  const { words } = page;
  const found = findDrift(page.firm).map((drift) => {
    const steps = drift.steps.map(({ bound, claims }) => {
      const said = claims.map(
        (claim) =>
          html`<li><span class="s">${sourceName(page, page.placedOf(claim).source)}</span> ${quoteLink(page, claim)}</li>`,
      );
      return html`<li><strong>${words.boundNames[bound]}</strong><ul class="l">${said}</ul></li>`;
    });
    return html`<div class="card"><h4>${printed(page, drift.printed)}${words.separator}${words.kinds[drift.kind]}</h4><ol class="steps">${steps}</ol></div>`;
  });
  return block("drift", words.drift, words.driftLead, found, words.driftNone);
}

function renderOrigins(page: Page): Markup {
  const { words } = page;
  const found = findPossibleOrigins(page.firm, (claim) => page.placedOf(claim).source.key).map(
    (origin) => {
      const why = [
        origin.differsInKind ? words.originKind : null,
        origin.differsInWindow ? words.originWindow : null,
      ].filter((reason) => reason !== null);
      const said = origin.groups.flatMap((group) =>
        group.claims.map(
          (claim) =>
            html`<li><span class="s">${sourceName(page, page.placedOf(claim).source)}</span> ${quoteLink(page, claim)} <span class="d">${kindLabel(page, claim)}${words.separator}${periodText(page, claim)}${periodBasis(page, claim)}</span></li>`,
        ),
      );
      return html`<div class="card"><h4>${printed(page, origin.printed)} <span class="tag">${words.unproven}</span></h4><p class="d">${joinParts(why, words.comma)}</p><ul class="l">${said}</ul></div>`;
    },
  );
  return block("origins", words.origins, words.originsLead, found, words.originsNone);
}

function block(
  id: string,
  heading: string,
  lead: string,
  found: readonly Markup[],
  none: string,
): Markup {
  const body = found.length === 0 ? html`<p class="none">${none}</p>` : found;
  return html`<h3 id="${id}">${heading}</h3><p class="lead">${lead}</p>${body}`;
}

type Pair = { readonly a: FigureGroup; readonly b: FigureGroup; readonly comparison: Comparison };

function renderComparisons(page: Page): Markup {
  const { words } = page;
  const pairs = findPairs(page.firm);
  const shown = pairs.filter(isWorthShowing).slice(0, MOST_PAIRS);
  const rows = shown.map(({ a, b, comparison }) => {
    const verdict = html`<strong class="v v-${comparison.verdict}">${words.verdicts[comparison.verdict]}</strong>`;
    return html`<tr role="row">${cell(withLinks(page, a))}${cell(withLinks(page, b))}${cell(verdict)}${cell(comparisonText(page, comparison))}</tr>`;
  });
  const rest = pairs.length - shown.length;
  const more =
    rest === 0
      ? null
      : html`<p class="d">${words.comparedMore(rest, page.format.number(rest))}</p>`;
  const body =
    rows.length === 0
      ? html`<p class="none">${words.comparedNone}</p>`
      : table(page, "pairs", rows);
  return html`<h3 id="compared">${words.compared}</h3><p class="lead">${words.comparedLead}</p>${body}${more}`;
}

function withLinks(page: Page, group: FigureGroup): Markup {
  const links = group.claims.map((claim) => numberLink(page, claim));
  return html`${figureLabel(page, group)} ${joinParts(links, " ")}`;
}

function findPairs(counts: readonly FigureGroup[]): readonly Pair[] {
  const figures = counts
    .filter((group) => boundOf(group.claims[0].quantity) !== "vague")
    .toSorted((a, b) => b.size - a.size)
    .slice(0, MOST_COMPARED);
  const pairs = figures.flatMap((a, index) =>
    figures
      .slice(index + 1)
      .filter((b) => familyOf(a.kind).includes(b.kind))
      .map((b) => ({
        a,
        b,
        comparison: compareQuantities(comparableOf(a.claims[0]), comparableOf(b.claims[0])),
      })),
  );
  const rank = ({ comparison }: Pair): number => VERDICT_ORDER.indexOf(comparison.verdict);
  return pairs.toSorted((p, q) => rank(p) - rank(q) || q.a.size - p.a.size);
}

/** Small numbers are mostly separate events: they are shown where they can be compared, and not where they cannot. */
function isWorthShowing({ a, b, comparison }: Pair): boolean {
  if (comparison.verdict === "comparable" || comparison.verdict === "bound-only") return true;
  if (areFarApart(comparison)) return false;
  return a.size >= SMALLEST_TELLING_NUMBER && b.size >= SMALLEST_TELLING_NUMBER;
}
