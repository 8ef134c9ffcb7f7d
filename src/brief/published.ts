import type { Claim } from "../model/claim.ts";
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
  return findReferences(group, page.references, (claim) => countriesOf(page, claim)).map(
    (match) => ({
      ...match,
      number: writeNumber(page, match),
      organisation: writeOrganisation(page, match.reference.organisation),
    }),
  );
}

/**
 * Places by which a claim can be held beside a country's figures: its own; where it has none, the country
 * that its report speaks of throughout. A claim of a province or a prison is no claim of the country.
 */
function countriesOf(page: Page, claim: Claim): readonly string[] {
  const own = eventPlaces(claim.places);
  if (own.length > 0) return own;
  const reading = page.readings[page.placedOf(claim).report];
  const countries = reading?.claims.flatMap((other) => other.places.map(countryKey)) ?? [];
  const counted = new Map<string, number>();
  for (const country of countries) counted.set(country, (counted.get(country) ?? 0) + 1);
  return [...counted].flatMap(([country, count]) =>
    count * 2 >= countries.length ? [country] : [],
  );
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
