import { html, type Markup } from "./html.ts";
import type { Page } from "./page.ts";
import { findNamedDead } from "./people.ts";
import { renderPerson } from "./person.ts";
import { section } from "./pieces.ts";

/** People of whom a report says that they were killed or executed. */
export function renderDead(page: Page): Markup {
  const { words } = page;
  const people = findNamedDead(page.claims);
  const body =
    people.length === 0
      ? html`<p class="none">${words.deadNone}</p>`
      : html`<ul class="people">${people.map((person) => renderPerson(page, person))}</ul>`;
  return section("dead", words.dead, words.deadLead, [body]);
}
