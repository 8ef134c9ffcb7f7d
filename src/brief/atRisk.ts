import { html, type Markup } from "./html.ts";
import type { Page } from "./page.ts";
import { renderPerson } from "./person.ts";
import { findNamedAtRisk, isAlsoDead, isRiskClaim, isSteppingDown } from "./people.ts";
import { claimList, section } from "./pieces.ts";

/** Death sentences and imminent executions, by name and without one; stays and clemency beside them. */
export function renderAtRisk(page: Page): Markup {
  const { words, claims } = page;
  const people = findNamedAtRisk(claims);
  const living = people.filter((person) => !isAlsoDead(person));
  const dead = people.filter(isAlsoDead);
  const named = new Set(people.flatMap((person) => person.namings.map(({ claim }) => claim)));
  const nameless = claims.filter((claim) => isRiskClaim(claim) && !named.has(claim));
  const stepping = claims.filter(isSteppingDown);
  if (people.length === 0 && nameless.length === 0 && stepping.length === 0) {
    return section("risk", words.risk, words.riskLead, [
      html`<p class="none">${words.riskNone}</p>`,
    ]);
  }
  const names =
    living.length === 0
      ? html`<p class="none">${words.riskNoNames}</p>`
      : html`<ul class="people">${living.map((person) => renderPerson(page, person))}</ul>`;
  return section("risk", words.risk, words.riskLead, [
    html`<h3>${words.riskNamed}</h3>${names}`,
    nameless.length === 0
      ? null
      : html`<h3>${words.riskOther}</h3>${claimList(page, nameless, { withKind: true })}`,
    dead.length === 0
      ? null
      : html`<h3>${words.riskDead}</h3><p class="lead">${words.riskDeadLead}</p><ul class="people">${dead.map((person) => renderPerson(page, person))}</ul>`,
    html`<h3>${words.stepping}</h3>${claimList(page, stepping, { none: words.steppingNone, withKind: true })}`,
  ]);
}
