import type { Claim } from "../model/claim.ts";
import type { Reading } from "../model/reading.ts";
import type { FigureGroup } from "./figures.ts";
import { html, type Markup } from "./html.ts";
import type { Page } from "./page.ts";
import { countryKey, eventPlaces } from "./places.ts";
import { findReferences, type ReferenceMatch } from "./references.ts";

/** A published figure as the page writes it. */
export type PublishedFigure = ReferenceMatch & {
  readonly number: string;
  readonly organisation: Markup;
};

/** What was published of the same as a figure, nearest first. */
export function publishedFor(page: Page, group: FigureGroup): readonly PublishedFigure[] {
  return findReferences(group, page.references, (claim) => placesOf(page, claim)).map((match) => ({
    ...match,
    number: writeNumber(page, match),
    organisation: writeOrganisation(page, match.reference.organisation),
  }));
}

/**
 * Places by which a claim can be held beside a country's figures: its own; where it has none, the country
 * that its report speaks of. A claim of a province or a prison is no claim of the country.
 */
function placesOf(page: Page, claim: Claim): readonly string[] {
  const own = eventPlaces(claim.places);
  return own.length > 0 ? own : countriesOf(page, claim);
}

/** The countries that a claim speaks of: its own, or that of its report. */
export function countriesOf(page: Page, claim: Claim): readonly string[] {
  const known = claim.places.filter(
    ({ id, role }) => id !== null && (role === "event" || role === "prison"),
  );
  if (known.length > 0) return [...new Set(known.map(countryKey))];
  const reading = page.readings[page.placedOf(claim).report];
  return reading === undefined ? [] : subjectCountries(reading, claim);
}

/**
 * The country that a report speaks of where a claim names none: half of its places or more lie there, and the
 * report has said so before the claim, in its title, or at its very beginning. One that is named once and
 * further on is what the report compares with.
 */
export function subjectCountries(
  { claims, document }: Pick<Reading, "claims" | "document">,
  claim: Claim,
): readonly string[] {
  const placed = claims.flatMap(({ places, span }) =>
    places.map((place) => ({ key: countryKey(place), words: place.words, start: span.start })),
  );
  const title = document.title?.value.toLowerCase() ?? "";
  const opening = Math.min(...claims.map(({ span }) => span.start));
  return [...new Set(placed.map(({ key }) => key))].filter((key) => {
    const here = placed.filter((place) => place.key === key);
    if (here.length * 2 < placed.length) return false;
    if (here.some(({ words }) => title.includes(words.toLowerCase()))) return true;
    const first = Math.min(...here.map(({ start }) => start));
    return first <= claim.span.start && (first === opening || here.length > 1);
  });
}

function writeNumber(page: Page, { reference }: ReferenceMatch): string {
  const { words } = page;
  const n = page.format.number(reference.number);
  if (reference.upTo !== null) return words.range(n, page.format.number(reference.upTo));
  const written: Readonly<Record<string, string>> = {
    "at least": words.bounds["at-least"](n),
    "more than": words.bounds["more-than"](n),
    over: words.bounds["more-than"](n),
    about: words.bounds.about(n),
    approximately: words.bounds.about(n),
    nearly: words.nearly(n),
  };
  return reference.qualifier === null
    ? n
    : (written[reference.qualifier] ?? `${reference.qualifier} ${n}`);
}

function writeOrganisation(page: Page, name: string): Markup {
  const row = page.findOrganisation(name);
  const translated = page.language === "fa" ? (row?.name.fa ?? null) : null;
  if (translated !== null) return html`<bdi>${translated}</bdi>`;
  return page.language === "en" ? html`${name}` : html`<bdi lang="en" dir="ltr">${name}</bdi>`;
}
