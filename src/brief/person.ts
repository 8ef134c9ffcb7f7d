import { html, joinParts, type Markup, type Part } from "./html.ts";
import type { Page } from "./page.ts";
import type { Against, Naming, NamedPerson } from "./people.ts";
import {
  claimDetails,
  foreign,
  numberLink,
  periodText,
  placeText,
  quoteLink,
  sourceName,
} from "./pieces.ts";

/** Remarks that contradict what the list says, rather than add to it. */
const CONTRADICTING: readonly Against["what"][] = [
  "released",
  "stayed",
  "clemency",
  "denied",
  "alive",
];

/** A claim that names more people is told once in full and linked by its number under the others. */
const MOST_NAMED_TOGETHER = 2;

/** A named person: each claim about them with its source, and what speaks against it. */
export function renderPerson(page: Page, person: NamedPerson): Markup {
  const [first] = person.namings;
  const own = person.namings.filter(({ claim }) => claim.persons.length <= MOST_NAMED_TOGETHER);
  const told = own.length > 0 ? own : [first];
  const said = told.map(({ claim }) => renderNaming(page, claim));
  const rest = person.namings.filter((naming) => !told.includes(naming));
  const links = joinParts(
    rest.map(({ claim }) => numberLink(page, claim)),
    " ",
  );
  const others =
    rest.length === 0 ? null : html`<li class="d">${page.words.namedWithOthers} ${links}</li>`;
  const against = person.against.map(({ what, claim, otherName }) => {
    const alike =
      otherName === null
        ? null
        : html` (${page.words.ofNameAlike} ${foreign(page, claim, otherName)})`;
    const strong = CONTRADICTING.includes(what);
    const lead = strong ? html`<strong>${page.words.contradiction}:</strong> ` : null;
    return html`<li class="${strong ? "contra" : "remark"}">${lead}${page.words.against[what]}${alike}: <span class="s">${sourceName(page, page.placedOf(claim).source)}</span> ${quoteLink(page, claim)}</li>`;
  });
  return html`<li class="card"><h3>${foreign(page, first.claim, person.name)}${factsOf(page, person.namings)}</h3><ul class="l">${said}${others}${against}</ul></li>`;
}

function renderNaming(page: Page, claim: Naming["claim"]): Markup {
  const extra = [
    claim.period === null ? null : periodText(page, claim),
    claim.places.length === 0 ? null : placeText(page, claim),
  ].filter((part) => part !== null);
  return html`<li><span class="s">${sourceName(page, page.placedOf(claim).source)}</span> ${quoteLink(page, claim)}${claimDetails(page, claim, { extra })}</li>`;
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
