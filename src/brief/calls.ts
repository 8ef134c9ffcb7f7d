import type { Claim } from "../model/claim.ts";
import { html, joinParts, type Markup, type Part } from "./html.ts";
import { foldName } from "./names.ts";
import type { Page } from "./page.ts";
import { claimDetails, foreign, quoteLink, section, sourceName } from "./pieces.ts";

/** Demands under whoever makes them, with the people that a demand names. */
export function renderCalls(page: Page): Markup {
  const { words } = page;
  const groups = page.sources
    .map((source) => ({ source, claims: source.claims.filter((claim) => claim.kind === "call") }))
    .filter(({ claims }) => claims.length > 0)
    .map(({ source, claims }) => {
      const lines = claims.map(
        (claim) =>
          html`<li>${quoteLink(page, claim)}${claimDetails(page, claim, { withKind: false, extra: named(page, claim) })}</li>`,
      );
      return html`<div class="src"><h3>${sourceName(page, source)} <span class="d">${words.askedBy}</span></h3><ul class="l">${lines}</ul></div>`;
    });
  const body = groups.length === 0 ? html`<p class="none">${words.callsNone}</p>` : groups;
  return section("calls", words.calls, words.callsLead, [body]);
}

function named(page: Page, claim: Claim): readonly Part[] {
  const speaker = foldName(page.placedOf(claim).source.name ?? "");
  const people = claim.persons.filter((person) => foldName(person.name) !== speaker);
  if (people.length === 0) return [];
  const names = people.map(
    (person) => html`${foreign(page, claim, person.name)} (${page.words.roles[person.role]})`,
  );
  return [html`${page.words.namedInIt}: ${joinParts(names, page.words.comma)}`];
}
