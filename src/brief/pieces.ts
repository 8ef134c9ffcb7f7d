import type { Note } from "../base/note.ts";
import type { Attribution, Claim } from "../model/claim.ts";
import type { OrganisationRow } from "../model/reference.ts";
import type { Comparison } from "./compare.ts";
import { html, joinParts, type Markup, type Part } from "./html.ts";
import { dated, type FigureGroup, type NumberedClaim } from "./figures.ts";
import { noteWords } from "./noteWords.ts";
import type { Page } from "./page.ts";
import { boundOf } from "./quantities.ts";
import type { SourceGroup } from "./sources.ts";
import { columnsOf, nameOfTable, type TableName } from "./tables.ts";
import { familyOfKind } from "./words.ts";

/** Small pieces of markup that several sections share. */

const RIGHT_TO_LEFT = new Set([
  "ar",
  "fa",
  "ckb",
  "ur",
  "he",
  "ps",
  "sd",
  "ug",
  "yi",
  "azb",
  "lrc",
  "mzn",
  "glk",
]);
/** Longer quotes are cut in lists; their full words stand marked in the text. */
const LONGEST_QUOTE = 600;

/** `lang` and `dir` of words in another language than the page; words of unknown language find their own direction. */
export function languageOf(page: Page, language: string | null): Markup {
  if (language === null) return html` dir="auto"`;
  const primary = language.toLowerCase().split("-")[0] ?? "";
  if (primary === page.language) return html``;
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language)) return html` dir="auto"`;
  return html` lang="${language}" dir="${RIGHT_TO_LEFT.has(primary) ? "rtl" : "ltr"}"`;
}

/** Words of a report, kept apart from the page's own direction. */
export function foreign(page: Page, claim: Claim, words: string): Markup {
  return html`<bdi${languageOf(page, languageOfClaim(page, claim))}>${words}</bdi>`;
}

/** The claim's exact words, as a link to their place in the text. */
export function quoteLink(page: Page, claim: Claim): Markup {
  const { number, anchor } = page.placedOf(claim);
  const quote = oneLine(claim.span.quote);
  const language = languageOf(page, languageOfClaim(page, claim));
  return html`<a class="q" href="#${anchor}"><b class="n">${page.format.number(number)}</b> <q${language}>${quote}</q></a>`;
}

/** The claim's number alone, as a link to its words. */
export function numberLink(page: Page, claim: Claim): Markup {
  const { number, anchor } = page.placedOf(claim);
  const written = page.format.number(number);
  return html`<a class="n" href="#${anchor}" aria-label="${page.words.inText(written)}">${written}</a>`;
}

/** Who says a claim: the source's name, or the author of the report. */
export function sourceName(page: Page, source: SourceGroup): Markup {
  if (source.name === null)
    return source.kind === "unnamed"
      ? html`${page.words.speakerNotNamed}`
      : html`${page.words.authorOf(reportName(page, source.report ?? 0))}`;
  const { organisation } = source;
  const translated = page.language === "fa" ? (organisation?.name.fa ?? null) : null;
  if (translated !== null) return html`<bdi>${translated}</bdi>`;
  const [claim] = source.claims;
  return claim === undefined ? html`<bdi>${source.name}</bdi>` : foreign(page, claim, source.name);
}

/** "Report 2", with the page's digits. */
export function reportName(page: Page, report: number): string {
  return page.words.report(page.format.number(report + 1));
}

/** Kind, modality, way of saying, chain and doubts of a claim, in small words. */
export function claimDetails(
  page: Page,
  claim: Claim,
  options: { readonly withKind?: boolean; readonly extra?: readonly Part[] } = {},
): Markup {
  const { words } = page;
  const link = claim.attribution.at(-1);
  const details: Part[] = [
    options.withKind === false ? null : kindLabel(page, claim),
    claim.modality === "happened"
      ? null
      : html`<em class="m">${words.modalities[claim.modality]}</em>`,
    link === undefined ? null : words.statementTypes[link.type],
    cueOf(page, claim, link),
    chainOf(page, claim),
    claim.hedge === null ? null : html`${words.hedge}: ${foreign(page, claim, claim.hedge)}`,
    claim.official === null ? null : claim.official ? words.official : words.notOfficial,
    isWeak(claim) ? words.shownOnly : null,
    ...(options.extra ?? []),
  ];
  const said = details.filter((detail) => detail !== null);
  const notes = notesOf(page, claim.notes);
  if (said.length === 0 && notes === null) return html``;
  return html` <span class="d">${joinParts(said, page.words.separator)}${notes}</span>`;
}

/** Whether a number of this kind would be counted, were its reading strong enough. */
function isWeak(claim: Claim): boolean {
  const family = familyOfKind(claim.kind);
  return claim.tier === "shown" && (family === "death" || family === "risk");
}

/** The kind in the colour of its family. */
export function kindLabel(page: Page, claim: Claim): Markup {
  return html`<span class="k-${familyOfKind(claim.kind)}">${page.words.kinds[claim.kind]}</span>`;
}

/** Doubts that the reader noted; what is merely worth knowing stays out. */
export function notesOf(page: Page, notes: readonly Note[]): Markup | null {
  const codes = [
    ...new Set(notes.filter((note) => note.level !== "info").map((note) => note.code)),
  ];
  if (codes.length === 0) return null;
  return html` <span class="doubt">${page.words.notes}: ${joinParts(
    codes.map((code) => noteText(page, code)),
    page.words.semicolon,
  )}</span>`;
}

/** A note's code in words; one that has none stands as it is. */
export function noteText(page: Page, code: string): Part {
  const words = noteWords(code, page.language);
  if (words !== null) return words;
  return html`<bdi lang="en" dir="ltr">${code.replaceAll("-", " ")}</bdi>`;
}

/** The number in the page's language; an order of magnitude stands in the report's own words. */
export function quantityText(page: Page, claim: NumberedClaim): Markup {
  const { quantity } = claim;
  const written = page.format.quantity(quantity);
  const unit = quantity.unit === null || quantity.unit === "percent" ? null : unitOf(page, claim);
  const vague = boundOf(quantity) === "vague";
  const number = vague
    ? html`<strong>${foreign(page, claim, oneLine(quantity.span.quote))}</strong> (${written})`
    : html`<strong>${written}</strong>`;
  return unit === null ? number : html`${number} ${unit}`;
}

/** The figure in one line: number, what, when. */
export function figureLabel(page: Page, group: FigureGroup): Markup {
  const [claim] = group.claims;
  return html`${quantityText(page, claim)}${page.words.separator}${page.words.kinds[claim.kind]}${page.words.separator}${periodText(page, dated(group))}`;
}

/** When, as resolved, with the report's words. */
export function periodText(page: Page, claim: Claim): Markup {
  const { period } = claim;
  if (period === null) return html`<span class="u">${page.words.windowUnsaid}</span>`;
  const language = languageOf(page, languageOfClaim(page, claim));
  const said = html`<bdi class="w"${language}>${oneLine(period.span.quote)}</bdi>`;
  if (period.mode === "recurring") return html`${page.words.recurring} ${said}`;
  const written = page.format.period(period);
  return written === null ? said : html`${written} ${said}`;
}

/** What the days of a period were reckoned from, where they do not stand in the report. */
export function periodBasis(page: Page, claim: Claim): Part {
  const { period } = claim;
  if (period === null || period.mode === "recurring") return null;
  const isPlaced = page.format.period(period) !== null;
  const basis = page.words.bases[isPlaced ? period.basis : "unresolved"];
  return basis === undefined ? null : html` <small>${basis}</small>`;
}

/** Where, in the report's words. */
export function placeText(page: Page, claim: Claim): Markup {
  const names = [...new Set(claim.places.map((place) => oneLine(place.words)))];
  if (names.length === 0) return html`<span class="u">${page.words.placeUnsaid}</span>`;
  return html`${joinParts(
    names.map((name) => foreign(page, claim, name)),
    page.words.comma,
  )}`;
}

/** What the country pack says of an organisation, as a description with its evidence. */
export function affiliationText(page: Page, row: OrganisationRow): Markup {
  const { words } = page;
  if (row.affiliationEvidence !== "documented") return html`${words.affiliationUnverified}`;
  const translated = page.language === "fa" ? row.affiliation.fa : null;
  const said =
    translated === null ? html`<bdi lang="en" dir="ltr">${row.affiliation.en}</bdi>` : translated;
  const evidence = words.evidence[row.affiliationEvidence] ?? row.affiliationEvidence;
  return html`${words.affiliation} ${inQuotes(page, said)} (${evidence})`;
}

/** Puts words in the page's quotation marks. */
function inQuotes(page: Page, words: Part): Markup {
  const [open, close] = page.words.quoteMarks;
  return html`${open}${words}${close}`;
}

/** Reasons of a comparison, and what they leave to be said of the numbers. */
export function comparisonText(page: Page, comparison: Comparison): Markup {
  const { words } = page;
  const reasons = comparison.reasons.map((reason) => words.reasons[reason]);
  const outcome =
    comparison.canBothHold === null
      ? null
      : comparison.canBothHold
        ? words.bothHold
        : words.cannotBothHold;
  return html`${joinParts(reasons, words.semicolon)}${reasons.length > 0 && outcome !== null ? ". " : null}${outcome}`;
}

/** A printed number in the page's digits: "30-40" is a range. */
export function printed(page: Page, number: string): string {
  const [from, to] = number.split("-").map(Number);
  if (from === undefined) return number;
  return to === undefined
    ? page.format.number(from)
    : page.words.range(page.format.number(from), page.format.number(to));
}

/** A list of claims with their sources, or a plain sentence where there are none. */
export function claimList(
  page: Page,
  claims: readonly Claim[],
  options: { readonly none?: string; readonly withKind: boolean },
): Markup {
  if (claims.length === 0) return html`<p class="none">${options.none ?? null}</p>`;
  const lines = claims.map((claim) => {
    const source = sourceName(page, page.placedOf(claim).source);
    return html`<li><span class="s">${source}</span> ${quoteLink(page, claim)}${claimDetails(page, claim, options)}</li>`;
  });
  return html`<ul class="l">${lines}</ul>`;
}

/** A section with its heading and the sentence that says what it shows. */
export function section(id: string, heading: string, lead: string, body: readonly Part[]): Markup {
  return html`<section id="${id}" aria-labelledby="h-${id}"><h2 id="h-${id}">${heading}</h2><p class="lead">${lead}</p>${body}</section>`;
}

/** A cell of `table`. */
export function cell(content: Part): Markup {
  return html`<td role="cell"><div>${content}</div></td>`;
}

/**
 * A table that stays a table for a screen reader when a narrow screen lays its rows out as cards;
 * the style sheet then writes the column's name above each cell.
 */
export function table(page: Page, name: TableName, rows: readonly Part[]): Markup {
  const head = columnsOf(page.words)[name].map(
    (column) => html`<th role="columnheader" scope="col">${column}</th>`,
  );
  return html`<table role="table" class="${name}" aria-label="${nameOfTable(name, page.words)}"><thead role="rowgroup"><tr role="row">${head}</tr></thead><tbody role="rowgroup">${rows}</tbody></table>`;
}

/** What few want to see: a line that opens without a program, and stands open on paper. */
export function folded(heading: Part, body: Part): Markup {
  return html`<details><summary>${heading}</summary>${body}</details>`;
}

/** Folds white space and cuts what is too long for a list. */
export function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  return line.length <= LONGEST_QUOTE ? line : `${line.slice(0, LONGEST_QUOTE)}…`;
}

function languageOfClaim(page: Page, claim: Claim): string | null {
  const { report } = page.placedOf(claim);
  return page.readings[report]?.document.language?.value ?? claim.document.language;
}

/** Whom the number counts, in the page's language where it has the word; else in the report's. */
function unitOf(page: Page, claim: NumberedClaim): Part {
  const unit = oneLine(claim.quantity.unit ?? "");
  const known = unit.toLowerCase();
  const own = Object.hasOwn(page.words.units, known) ? page.words.units[known] : undefined;
  if (own === undefined) return foreign(page, claim, unit);
  const { min, max } = claim.quantity;
  return own[min === 1 && max === 1 ? 0 : 1];
}

function cueOf(page: Page, claim: Claim, link: Attribution | undefined): Part {
  const cue = link?.cue ?? null;
  // A colon behind a name is no word to show.
  return cue === null || !/\p{L}/u.test(cue)
    ? null
    : inQuotes(page, foreign(page, claim, oneLine(cue)));
}

/** The outer links: who hands on what the innermost says. */
function chainOf(page: Page, claim: Claim): Part {
  const outer = claim.attribution.slice(0, -1).filter((link) => link.type !== "author");
  if (outer.length === 0) return null;
  const names = outer.map((link) => foreign(page, claim, oneLine(link.source ?? link.words)));
  return html`${page.words.through} ${joinParts(names, page.words.arrow)}`;
}
