import { html, joinParts, type Markup, type Part } from "./html.ts";
import type { Page } from "./page.ts";
import type { Against, Naming, NamedPerson } from "./people.ts";
import { foreign, claimDetails, periodText, placeText, quoteLink, sourceName } from "./pieces.ts";

/** Remarks that contradict what the list says, rather than add to it. */
const CONTRADICTING: readonly Against["what"][] = [
  "released",
  "stayed",
  "clemency",
  "denied",
  "dead",
];

/** A named person: each claim about them with its source, and what speaks against it. */
export function renderPerson(page: Page, person: NamedPerson): Markup {
  const [first] = person.namings;
  const said = person.namings.map(({ claim }) => renderNaming(page, claim));
  const against = person.against.map(({ what, claim }) => {
    const strong = CONTRADICTING.includes(what);
    const lead = strong ? html`<strong>${page.words.contradiction}:</strong> ` : null;
    return html`<li class="${strong ? "contra" : "remark"}">${lead}${page.words.against[what]}: <span class="s">${sourceName(page, page.placedOf(claim).source)}</span> ${quoteLink(page, claim)}</li>`;
  });
  return html`<li class="card"><h4>${foreign(page, first.claim, person.name)}${factsOf(page, person.namings)}</h4><ul class="l">${said}${against}</ul></li>`;
}

function renderNaming(page: Page, claim: Naming["claim"]): Markup {
  const { comma } = page.words;
  return html`<li><span class="s">${sourceName(page, page.placedOf(claim).source)}</span> ${quoteLink(page, claim)} ${claimDetails(page, claim, [html`${periodText(page, claim)}${comma}${placeText(page, claim)}`])}</li>`;
}

/** Age, sex and father's name where a report says them; conflicting values stand side by side. */
function factsOf(page: Page, namings: readonly Naming[]): Part {
  const { words, format } = page;
  const ages = distinct(namings.flatMap(({ person }) => person.age ?? []));
  const fathers = namings.flatMap(({ claim, person }) =>
    person.father === null ? [] : [{ claim, father: person.father }],
  );
  const seen = new Set<string>();
  const facts: Part[] = [
    ...ages.map((age) => words.age(format.number(age))),
    ...fathers
      .filter(({ father }) => !seen.has(father) && seen.add(father))
      .map(({ claim, father }) => html`${words.childOf} ${foreign(page, claim, father)}`),
  ];
  return facts.length === 0 ? null : html` <span class="d">${joinParts(facts, words.comma)}</span>`;
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
