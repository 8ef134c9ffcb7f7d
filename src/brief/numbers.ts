import { isSingle, renderComparisons } from "./comparisons.ts";
import { dated, findDrift, findPossibleOrigins, type FigureGroup } from "./figures.ts";
import { html, joinParts, type Markup, type Part } from "./html.ts";
import type { Page } from "./page.ts";
import { renderPublished } from "./publishedTable.ts";
import {
  cell,
  claimDetails,
  claimList,
  folded,
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

/** So many figures stand open; the others are unfolded by who wants them. */
const MOST_OPEN = 20;

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
      : renderRows(
          page,
          sorted.map((group) => renderFigure(page, group)),
        );
  return html`<h3>${heading}</h3><p class="lead">${lead}</p>${body}`;
}

function renderRows(page: Page, rows: readonly Markup[]): Markup {
  const rest = rows.slice(MOST_OPEN);
  const open = table(page, "figures", rows.slice(0, MOST_OPEN));
  if (rest.length === 0) return open;
  const heading = page.words.countsFolded(rest.length, page.format.number(rest.length));
  return html`${open}${folded(heading, table(page, "figures", rest))}`;
}

function renderFigure(page: Page, group: FigureGroup): Markup {
  const { words } = page;
  const [first] = group.claims;
  const day = dated(group);
  const part = first.quantity.subsetOf === null ? null : partOf(page, first.quantity.subsetOf);
  const said = group.claims.map((claim) => {
    const source = page.placedOf(claim).source;
    const none =
      speakerLink(claim) === null ? html` <span class="u">(${words.noSource})</span>` : null;
    return html`<li><span class="s">${sourceName(page, source)}</span>${none} ${quoteLink(page, claim)}${claimDetails(page, claim, { withKind: false })}</li>`;
  });
  const number = html`<span class="fig">${quantityText(page, first)}</span><br><span class="d">${page.words.kinds[first.kind]}${toldAs(page, group)}${part}</span>`;
  return html`<tr role="row">${cell(number)}${cell([periodText(page, day), periodBasis(page, day)])}${cell(placeText(page, first))}${cell(html`<ul class="l">${said}</ul>${voiceRemark(page, group)}`)}</tr>`;
}

/** Beside the number itself, where nobody says that it happened: "50 executions (hypothetical)". */
function toldAs(page: Page, { claims: [{ modality }, ...others] }: FigureGroup): Part {
  const isHappening = ["happened", "ongoing", "at-risk"].includes(modality);
  return isHappening || others.some((claim) => claim.modality !== modality)
    ? null
    : html` (${page.words.modalities[modality]})`;
}

function partOf(page: Page, id: string): Part {
  const whole = page.claims.find((claim) => claim.id === id);
  return whole === undefined
    ? null
    : html`${page.words.comma}${page.words.partOf} ${numberLink(page, whole)}`;
}

/** Two who state one number are two sources only when they are two voices, and even then nothing shows they know it apart. */
function voiceRemark(page: Page, group: FigureGroup): Part {
  const { words } = page;
  const stating = group.claims.filter((claim) => claim.modality !== "negated");
  const isDenied = stating.length > 0 && stating.length < group.claims.length;
  const sources = new Set(stating.map((claim) => page.placedOf(claim).source.key));
  const voices = new Set(stating.map((claim) => page.voices.get(claim)));
  const remarks = [
    isDenied ? words.denied : null,
    sources.size < 2 ? null : voices.size > 1 ? words.severalVoices : words.oneVoice,
  ].filter((remark) => remark !== null);
  return remarks.length === 0 ? null : html`<p class="remark">${joinParts(remarks, " ")}</p>`;
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
