import type { Claim } from "../model/claim.ts";
import {
  areFarApart,
  compareQuantities,
  comparableOf,
  type Comparable,
  type Comparison,
} from "./compare.ts";
import { dated, familyOf, SMALLEST_TELLING_NUMBER, type FigureGroup } from "./figures.ts";
import { html, joinParts, type Markup } from "./html.ts";
import type { Page } from "./page.ts";
import { cell, comparisonText, figureLabel, folded, numberLink, table } from "./pieces.ts";
import { countriesOf } from "./published.ts";
import { boundOf } from "./quantities.ts";

/** Two figures of one family of kinds, held beside each other. */
export type FigurePair = {
  readonly a: FigureGroup;
  readonly b: FigureGroup;
  readonly comparison: Comparison;
};

const MOST_PAIRS = 24;
/** So many stand open; the others are unfolded by who wants them. */
const MOST_OPEN = 6;
/** More figures than this would make too many pairs; the largest are compared. */
const MOST_COMPARED = 120;
const VERDICT_ORDER = ["comparable", "bound-only", "cannot-tell", "not-comparable"] as const;

/** What can be compared with what, and what stands against it. */
export function renderComparisons(page: Page): Markup {
  const { words } = page;
  const pairs = findPairs(page.firm, (claim) => countriesOf(page, claim));
  const shown = pairs.filter(isWorthShowing).slice(0, MOST_PAIRS);
  const rows = shown.map((pair) => renderPair(page, pair));
  const rest = pairs.length - shown.length;
  const more =
    rest === 0
      ? null
      : html`<p class="d">${words.comparedMore(rest, page.format.number(rest))}</p>`;
  const body =
    rows.length === 0
      ? html`<p class="none">${words.comparedNone}</p>`
      : html`${table(page, "pairs", rows.slice(0, MOST_OPEN))}${foldedPairs(page, rows.slice(MOST_OPEN))}`;
  return html`<h3 id="compared">${words.compared}</h3><p class="lead">${words.comparedLead}</p>${body}${more}`;
}

function foldedPairs(page: Page, rows: readonly Markup[]): Markup | null {
  if (rows.length === 0) return null;
  const heading = page.words.comparedFolded(rows.length, page.format.number(rows.length));
  return folded(heading, table(page, "pairs", rows));
}

function renderPair(page: Page, { a, b, comparison }: FigurePair): Markup {
  const verdict = html`<strong class="v v-${comparison.verdict}">${page.words.verdicts[comparison.verdict]}</strong>`;
  return html`<tr role="row">${cell(withLinks(page, a))}${cell(withLinks(page, b))}${cell(verdict)}${cell(comparisonText(page, comparison))}</tr>`;
}

function withLinks(page: Page, group: FigureGroup): Markup {
  const links = group.claims.map((claim) => numberLink(page, claim));
  return html`${figureLabel(page, group)} ${joinParts(links, " ")}`;
}

/** Pairs whose numbers can be held beside each other and cannot both hold as they are worded. */
export function findContradictions(
  counts: readonly FigureGroup[],
  countryOf: CountryOf = () => null,
): readonly FigurePair[] {
  return findPairs(counts, countryOf).filter(({ comparison }) => comparison.canBothHold === false);
}

/** The countries a claim speaks of, its own or its report's; null where nobody looks. */
type CountryOf = (claim: Claim) => readonly string[] | null;

function findPairs(counts: readonly FigureGroup[], countryOf: CountryOf): readonly FigurePair[] {
  const figures = counts
    .filter((group) => boundOf(group.claims[0].quantity) !== "vague" && !isAboutSomebody(group))
    .toSorted((a, b) => b.size - a.size)
    .slice(0, MOST_COMPARED);
  const toCompare = (group: FigureGroup): Comparable => {
    const claim = dated(group);
    const known = comparables.get(group) ?? comparableOf(claim, countryOf(claim));
    comparables.set(group, known);
    return known;
  };
  const comparables = new Map<FigureGroup, Comparable>();
  const pairs = figures.flatMap((a, index) =>
    figures
      .slice(index + 1)
      .filter((b) => familyOf(a.kind).includes(b.kind) && !(isSingle(a) && isSingle(b)))
      .map((b) => ({
        a,
        b,
        comparison: compareQuantities(toCompare(a), toCompare(b)),
      })),
  );
  const rank = ({ comparison }: FigurePair): number => VERDICT_ORDER.indexOf(comparison.verdict);
  const meets = ({ comparison }: FigurePair): number => Number(comparison.canBothHold !== false);
  return pairs.toSorted((p, q) => meets(p) - meets(q) || rank(p) - rank(q) || q.a.size - p.a.size);
}

/** "A man was hanged": a claim about somebody, hardly a figure. */
export function isSingle(group: FigureGroup): boolean {
  return group.printed === "1";
}

/** A person who is named is one of those whom another figure counts, and never stands against it. */
function isAboutSomebody(group: FigureGroup): boolean {
  return isSingle(group) && group.claims.every((claim) => claim.persons.length > 0);
}

/** Small numbers are mostly separate events: they are shown where they can be compared, and not where they cannot. */
function isWorthShowing({ a, b, comparison }: FigurePair): boolean {
  if (comparison.verdict === "comparable" || comparison.verdict === "bound-only") return true;
  if (areFarApart(comparison)) return false;
  return a.size >= SMALLEST_TELLING_NUMBER && b.size >= SMALLEST_TELLING_NUMBER;
}
